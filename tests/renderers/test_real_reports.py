"""The page of the sample reports: every word it needs, every link it makes."""

import re
from collections import Counter

import pytest

from compare.languages.labels import LABELS, find_labels
from compare.model import Trait
from compare.pipeline import compare_reports, read_report
from compare.renderers.to_html import render
from compare.renderers.view.page import build_page

PAIRS = [
    ("hangzhou-2020.md", "hangzhou-2024.txt"),
    ("hangzhou-2020.md", "hangzhou-2021-digest.txt"),
    ("gongshu-2021.txt", "gongshu-2021.txt"),
]


@pytest.fixture(scope="module", params=PAIRS, ids="-".join)
def comparison(request, seeds):
    return compare_reports(*(read_report(seeds / name) for name in request.param))


@pytest.fixture(scope="module")
def page(comparison):
    return render(comparison)


@pytest.mark.parametrize("code", LABELS)
def test_whatever_the_other_stages_say_has_words(comparison, code):
    words = find_labels(code).words
    said = {f"note.{note.code}" for note in comparison.all_notes}
    said |= {f"rule.{delivery.rule.partition(': ')[0]}" for delivery in comparison.deliveries}
    said |= {f"signal.{name}" for change in comparison.changes for name, _ in change.link.evidence}
    reports = comparison.old, comparison.new
    said |= {f"reason.{ignored.reason}" for report in reports for ignored in report.ignored}
    assert said - set(words) == set()


def test_every_link_leads_somewhere(page):
    text = page.decode("utf-8")
    ids = Counter(re.findall(r'\bid="([^"]+)"', text))
    assert {name for name, times in ids.items() if times > 1} == set()
    assert set(re.findall(r'href="#([^"=]+)"', text)) - set(ids) == set()


def test_every_goal_can_be_reached(comparison, page):
    text = page.decode("utf-8")
    for letter, report in (("o", comparison.old), ("n", comparison.new)):
        for number in range(1, len(report.pledges) + 1):
            assert text.count(f'id="{letter}g{number}"') == 1
            assert f'href="#{letter}g{number}"' in text


def test_the_page_can_be_mailed(page):
    assert len(page) < 1_500_000


def test_a_paragraph_that_was_only_moved_is_named_a_move_and_not_marked(seeds):
    lines = (seeds / "hangzhou-2024.txt").read_text("utf-8").split("\n")
    paragraph = lines.pop(62)
    old = read_report(seeds / "hangzhou-2024.txt")
    lines.insert(69, paragraph)  # past two others
    new = read_report("\n".join(lines).encode(), name="2025.txt", year=2025)
    comparison = compare_reports(old, new)
    rows = build_page(comparison).rows
    inside = {
        i for i, goal in enumerate(old.pledges) if goal.sentence.of(old.document.text) in paragraph
    }
    moved = {row.change.link.old[0] for row in rows if Trait.MOVED in row.change.traits}
    assert moved == inside
    assert len(inside) == 3
    assert all(row.verbatim for row in rows)
    assert "<del>" not in (page := render(comparison).decode("utf-8"))
    assert "<ins>" not in page
