"""The main command, as users call it."""

import json
from pathlib import Path

import jsonschema
import pytest

import compare

SCHEMA = next(Path(compare.__file__).parent.rglob("*diff*.json"), None)


@pytest.fixture
def pair(seeds):
    return seeds / "hangzhou-2020.md", seeds / "hangzhou-2024.txt"


def load(done):
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_json_follows_the_schema_that_ships_with_the_package(pair, run_command):
    result = load(run_command("diff", *pair, "--format", "json", "-o", "-"))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(result)
    assert result["schema"] == "compare-reports/diff/1"


@pytest.fixture(scope="module")
def result(seeds, tmp_path_factory):
    """One comparison for all the tests that only read it."""
    import subprocess
    import sys

    pair = [seeds / "hangzhou-2020.md", seeds / "hangzhou-2024.txt"]
    command = [sys.executable, "-m", "compare", "diff", *pair, "--format", "json", "-o", "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("side", ["old", "new"])
def test_every_offset_leads_to_its_words(result, side, pair):
    text = pair[side == "new"].read_bytes().decode("utf-8")
    report = result[side]
    assert report["characters"] == len(text)
    for goal in report["goals"]:
        assert text[goal["start"] : goal["end"]].strip()
        for target in goal["targets"]:
            assert target["text"] == text[target["start"] : target["end"]]
            assert goal["start"] <= target["start"] < target["end"]


def test_each_goal_stands_in_exactly_one_row(result):
    for side in ("old", "new"):
        listed = sorted(goal["id"] for goal in result[side]["goals"])
        assert sorted(name for row in result["goals"] for name in row[side]) == listed


def test_a_status_fits_its_sides(result):
    for row in result["goals"]:
        sides = (bool(row["old"]), bool(row["new"]))
        assert row["status"] == {
            (True, True): "carried",
            (False, True): "added",
            (True, False): "dropped",
        }.get(sides)


def test_only_a_plan_holds_goals(result):
    for side in ("old", "new"):
        roles = {section["id"]: section["role"] for section in result[side]["sections"]}
        assert {roles[goal["section"]] for goal in result[side]["goals"]} == {"plan"}


def test_swapped_sides_swap_added_and_dropped(result, pair, run_command):
    turned = load(run_command("diff", *pair[::-1], "--format", "json", "-o", "-"))

    def name_rows(found, old, new):
        def place(side, names):
            starts = {goal["id"]: goal["start"] for goal in found[side]["goals"]}
            return tuple(sorted(starts[name] for name in names))

        return {(place(old, row[old]), place(new, row[new])) for row in found["goals"]}

    assert name_rows(result, "old", "new") == name_rows(turned, "new", "old")


def test_without_an_output_the_page_goes_to_reports(pair, tmp_path, run_command):
    done = run_command("diff", *pair)
    assert done.returncode == 0, done.stderr
    page = tmp_path / "reports" / "hangzhou-2020-vs-hangzhou-2024.html"
    assert page.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")
    assert page.name in done.stdout.replace("\n", "")


def test_the_ending_of_the_output_decides_the_format(pair, tmp_path, run_command):
    assert run_command("diff", *pair, "-o", "out.json").returncode == 0
    json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))


def test_the_same_reports_give_the_same_page(pair, tmp_path, run_command):
    for name in ("one.html", "two.html"):
        assert run_command("diff", *pair, "-o", name).returncode == 0
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_check_tells_by_its_exit_status_whether_anything_changed(pair, tmp_path, run_command):
    assert run_command("diff", *pair, "--check", "-o", "changed.html").returncode == 1
    assert (tmp_path / "changed.html").exists()
    assert run_command("diff", pair[0], pair[0], "--check", "-o", "same.html").returncode == 0


@pytest.mark.parametrize(("language", "word"), [("en", "dropped"), ("zh", "新增")])
def test_the_page_speaks_the_language_asked_for(language, word, pair, tmp_path, run_command):
    done = run_command("diff", *pair, "--lang", language, "-o", "out.html")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}' in page
    assert word in page


def test_the_page_needs_no_network(pair, tmp_path, run_command):
    assert run_command("diff", *pair, "-o", "out.html").returncode == 0
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    for loading in ('src="http', "src='http", "url(http", 'rel="stylesheet" href', "@import"):
        assert loading not in page


@pytest.mark.parametrize("command", ["outline", "goals"])
def test_one_report_can_be_looked_at_alone(command, seeds, run_command):
    report = load(run_command(command, seeds / "gongshu-2021.txt", "--format", "json"))
    assert report["year"] == 2021
    assert report["sections"]
    assert report["goals"]
    shown = run_command(command, seeds / "gongshu-2021.txt")
    assert shown.returncode == 0
    assert "2021" in shown.stdout
