"""The JSON of a timeline: as its schema has it, whatever stands in it."""

import json
from importlib import resources

import jsonschema
import pytest

from compare import build_timeline, read_report, render


def load_schema(name):
    folder = resources.files("compare.renderers") / "schemas"
    return json.loads((folder / f"{name}.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def written(seeds):
    reports = [read_report(seeds / name) for name in ("hangzhou-2020.md", "hangzhou-2024.txt")]
    return json.loads(render(build_timeline(reports), "json"))


def test_it_is_as_its_schema_has_it(written):
    jsonschema.validate(written, load_schema("timeline-1"), cls=jsonschema.Draft202012Validator)


def test_both_schemas_say_the_same_of_the_same():
    ours, theirs = (load_schema(name)["$defs"] for name in ("timeline-1", "diff-1"))
    shared = ours.keys() & theirs.keys()
    assert {name: ours[name] for name in shared} == {name: theirs[name] for name in shared}
    assert "goal_row" in shared


def test_a_year_without_a_report_is_named(written):
    assert written["missing"] == [2021, 2022, 2023]
    assert [report["year"] for report in written["reports"]] == [2020, 2024]


def test_threads_name_the_goals_of_their_reports(written):
    known = {goal["id"] for report in written["reports"] for goal in report["goals"]}
    named = [i for thread in written["threads"] for ids in thread["goals"].values() for i in ids]
    assert sorted(named) == sorted(known)
