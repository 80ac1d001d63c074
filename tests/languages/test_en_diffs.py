"""What two years of one English report tell: an agency's plans, a company's yearly reports."""

from pathlib import Path

import pytest

from compare.pipeline import compare_reports, read_report
from compare.renderers import render

CASES = Path(__file__).parent.parent / "cases" / "english"
PAIRS = ("agency-plan", "company-report")
TOLD = ("raised", "lowered", "tightened", "loosened", "same_value", "bound_changed")


def compare_years(name):
    return compare_reports(*(read_report(path) for path in sorted(CASES.glob(f"{name}-*.txt"))))


def list_rows(comparison):
    """Spell each change as the case file does: status, traits of figures, goals of either year."""
    for change in comparison.changes:
        sides = (
            " + ".join(report.pledges[place].wording for place in places)
            for report, places in (
                (comparison.old, change.link.old),
                (comparison.new, change.link.new),
            )
        )
        yield (change.status, ", ".join(t for t in TOLD if t in change.traits), *sides)


@pytest.mark.parametrize("name", PAIRS)
def test_every_goal_of_either_year_finds_its_place(name):
    lines = (CASES / f"{name}.tsv").read_text("utf-8").splitlines()
    assert sorted(list_rows(compare_years(name))) == sorted(tuple(row.split("\t")) for row in lines)


@pytest.mark.parametrize("name", PAIRS)
def test_the_page_of_english_reports_is_english(name):
    page = render(compare_years(name), ".html").decode()
    assert '<html lang="en"' in page
    assert not [mark for mark in "《》「」：；，。（）" if mark in page.partition("<body")[2]]
