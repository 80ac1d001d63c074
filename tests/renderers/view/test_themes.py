"""What the plans speak about, on the page and in the JSON alike."""

import json
from dataclasses import replace

import pytest
from comparisons import make_comparison

from compare.model import Link
from compare.pipeline import compare_reports, read_report
from compare.renderers.to_json import render
from compare.renderers.view.page import build_page
from compare.renderers.view.themes import count_themes, share_themes


@pytest.fixture(scope="module")
def comparison(seeds):
    pair = seeds / "hangzhou-2020.md", seeds / "hangzhou-2024.txt"
    return compare_reports(*map(read_report, pair))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page_and_json_say_the_same_of_themes(comparison, lang):
    page = build_page(comparison, lang)
    told = json.loads(render(comparison, lang=lang))["themes"]
    assert [(row["theme"], row["name"]) for row in told] == [
        (line.theme, page.name_theme(line.theme)) for line in page.themes
    ]
    for row, line in zip(told, page.themes, strict=True):
        assert row["old"] == pytest.approx(line.old_share, abs=1e-4)
        assert row["new"] == pytest.approx(line.new_share, abs=1e-4)


def test_the_shares_are_those_of_the_goals_listed(comparison):
    told = json.loads(render(comparison))
    for row in told["themes"]:
        for side in ("old", "new"):
            goals = told[side]["goals"]
            share = sum(row["theme"] in goal["themes"] for goal in goals) / len(goals)
            assert row[side] == pytest.approx(share, abs=1e-4)


def test_linked_sections_share_themes_that_goals_of_both_have(comparison):
    shared = share_themes(comparison)
    assert any(shared)
    for link, themes in zip(comparison.sections, shared, strict=True):
        for report, places in ((comparison.old, link.old), (comparison.new, link.new)):
            spans = [report.sections[place].span for place in places]
            goals = [g for g in report.goals if any(g.span.start in span for span in spans)]
            assert set(themes) <= {theme for goal in goals for theme in goal.themes}


def test_a_section_without_a_counterpart_shares_nothing():
    comparison = make_comparison()
    links = (Link((1,), (), 1.0), Link((), (1,), 1.0), Link((1,), (1,), 1.0))
    assert share_themes(replace(comparison, sections=links)) == ((), (), ("rural",))


def test_themes_brought_by_the_user_go_by_their_own_names():
    comparison = replace(make_comparison(), theme_names=(("rural", "Villages"),))
    assert build_page(comparison, "zh").name_theme("rural") == "Villages"
    assert json.loads(render(comparison))["themes"][0]["name"] == "Villages"


def test_themes_come_the_most_spoken_of_first(comparison):
    shares = [line.old_share + line.new_share for line in count_themes(comparison)]
    assert shares == sorted(shares, reverse=True)
