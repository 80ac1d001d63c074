"""JSON as promised to others: it keeps to its schema, and every offset leads to its words."""

import json
from decimal import Decimal
from importlib import resources

import jsonschema
import pytest
from comparisons import NOTE, make_comparison

from compare.model import Delivery, Quantity, Verdict
from compare.pipeline import compare_reports, read_report
from compare.renderers.to_json import render, render_report

STATUSES = {"carried": (True, True), "added": (False, True), "dropped": (True, False)}


@pytest.fixture(scope="module")
def schema():
    files = resources.files("compare.renderers").joinpath("schemas")
    return json.loads(files.joinpath("diff-1.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def reports(seeds):
    return read_report(seeds / "hangzhou-2020.md"), read_report(seeds / "hangzhou-2024.txt")


@pytest.fixture(scope="module")
def result(reports):
    return json.loads(render(compare_reports(*reports)))


def test_a_real_comparison_keeps_to_the_schema(result, schema):
    jsonschema.validate(result, schema)


def test_a_small_comparison_with_notes_keeps_to_the_schema(schema):
    found = json.loads(render(make_comparison(notes=(NOTE,))))
    jsonschema.validate(found, schema)
    assert found["warnings"][0]["code"] == NOTE.code


def test_the_schema_refuses_what_is_not_promised(result, schema):
    for spoilt in (
        {**result, "schema": "something/else"},
        {**result, "goals": [{**result["goals"][0], "status": "kept"}]},
        {key: value for key, value in result.items() if key != "old"},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(spoilt, schema)


@pytest.mark.parametrize("side", ["old", "new"])
def test_every_offset_leads_to_its_words(result, reports, side):
    text = reports[side == "new"].document.text
    for goal in result[side]["goals"]:
        assert goal["text"] == text[goal["start"] : goal["end"]]
        for target in goal["targets"]:
            assert target["text"] == text[target["start"] : target["end"]]
            assert goal["start"] <= target["start"] < target["end"] <= goal["end"]


@pytest.mark.parametrize("side", ["old", "new"])
def test_every_goal_stands_in_exactly_one_row(result, side):
    named = [name for row in result["goals"] for name in row[side]]
    assert sorted(named) == sorted(goal["id"] for goal in result[side]["goals"])


def test_the_sides_of_a_row_say_its_status(result):
    for row in result["goals"]:
        assert (bool(row["old"]), bool(row["new"])) == STATUSES[row["status"]]


@pytest.mark.parametrize("side", ["old", "new"])
def test_sections_name_their_parents_and_goals_their_sections(result, side):
    sections = {section["id"]: section for section in result[side]["sections"]}
    assert len(sections) == len(result[side]["sections"])
    for section in sections.values():
        if section["parent"] is not None:
            parent = sections[section["parent"]]
            assert parent["level"] < section["level"]
            assert parent["start"] <= section["start"] <= section["end"] <= parent["end"]
    for goal in result[side]["goals"]:
        if goal["section"] is not None:
            home = sections[goal["section"]]
            assert home["role"] == "plan"
            assert home["start"] <= goal["start"] < goal["end"] <= home["end"]


def test_ids_of_the_two_reports_do_not_collide(result):
    names = [
        thing["id"]
        for side in ("old", "new")
        for thing in (*result[side]["goals"], *result[side]["sections"])
    ]
    assert len(names) == len(set(names))


def test_section_rows_name_sections_that_exist(result):
    for side in ("old", "new"):
        known = {section["id"] for section in result[side]["sections"]}
        assert {name for row in result["sections"] for name in row[side]} <= known


def test_numbers_are_multiplied_out_and_written_as_numbers(reports):
    goals = json.loads(render_report(reports[0]))["goals"]
    targets = {target["text"]: target for goal in goals for target in goal["targets"]}
    jobs = next(t for text, t in targets.items() if "城镇新增就业 25 万人" in text)
    growth = next(t for text, t in targets.items() if "地区生产总值增长 6.5%左右" in text)
    assert (jobs["value"], jobs["unit"], jobs["comparator"]) == (250_000, "人", "=")
    assert (growth["value"], growth["unit"], growth["hedge"]) == (6.5, "%", "左右")


def test_one_report_is_told_with_its_digest_and_what_was_ignored(seeds):
    report = read_report(seeds / "gongshu-2021.txt")
    told = json.loads(render_report(report))
    assert told["sha256"] == report.document.digest
    assert told["characters"] == len(report.document.text)
    assert {part["reason"] for part in told["ignored"]} == {"boilerplate", "duplicate"}


def test_a_delivery_names_its_goal_and_its_result(schema):
    comparison = make_comparison()
    target = comparison.old.pledges[0].quantities[0]
    place = comparison.new.pledges[0].span
    result = Quantity(Decimal("5.2"), Decimal("5.2"), "%", place, place)
    delivery = Delivery(target, 0, result, Verdict.MISSED, Decimal("-1.3"), "below the target")
    found = json.loads(render(make_comparison(deliveries=(delivery,))))
    jsonschema.validate(found, schema)
    (told,) = found["delivery"]
    assert (told["verdict"], told["margin"], told["result"]["value"]) == ("missed", -1.3, 5.2)
    assert told["goal"] == found["old"]["goals"][0]["id"]


def test_a_target_that_is_not_reported_is_told_like_any_other(schema):
    comparison = make_comparison()
    target = comparison.old.pledges[0].quantities[0]
    silent = Delivery(target, 0, None, Verdict.UNREPORTED, rule="no figure found")
    found = json.loads(render(make_comparison(deliveries=(silent,))))
    jsonschema.validate(found, schema)
    (told,) = found["unreported"]
    assert found["delivery"] == []
    assert (told["verdict"], told["result"], told["margin"]) == ("unreported", None, None)


def test_chinese_stays_readable(reports):
    assert "城镇新增就业" in render_report(reports[0]).decode("utf-8")
