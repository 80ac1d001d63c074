"""Goals that stand word for word as before: folded away, and never lost."""

from dataclasses import replace

import pytest
from browsing import wait
from comparisons import make_comparison, make_report

from compare.model import Confidence, Trait
from compare.renderers.to_html import render

PLAN = [
    ("(一)稳就业", ["新增就业25万人", "办好技工学校", "建设零工市场"]),
    ("(二)惠民生", ["改造老旧小区300个", "建设托育中心"]),
]
FOLDED = ["c1", "c2", "c4"]


@pytest.fixture(scope="module")
def folded(tmp_path_factory):
    """A page with three goals in the same words, in two sections, one dropped and one added."""
    links = [((i,), (i,), (Trait.VERBATIM,)) for i in (0, 1, 4)]
    links.insert(2, ((3,), (3,), (Trait.REWORDED,)))
    new = [(PLAN[0][0], [*PLAN[0][1][:2], "发放创业贷款"]), PLAN[1]]
    made = make_comparison(make_report(2020, PLAN), make_report(2021, new), links)
    changes = (replace(change, confidence=Confidence.SURE) for change in made.changes)
    made = replace(made, changes=tuple(changes))
    path = tmp_path_factory.mktemp("folds") / "folds.html"
    path.write_bytes(render(made))
    return path


def list_folded(page):
    rows = page.locator(".fold .row")
    return rows.evaluate_all("rows => rows.map((row) => row.id)")


def test_each_section_says_how_many_it_folds_away(open_page, folded):
    page = open_page(folded)
    assert page.locator(".fold > summary").all_inner_texts() == ["2项原文未变", "1项原文未变"]
    assert list_folded(page) == FOLDED
    assert not page.locator(".fold .row:visible").count()
    assert page.locator("#c3").is_visible()
    page.locator(".fold > summary").first.click()
    assert page.locator("#c1").is_visible()


def test_a_permalink_and_a_search_open_them(open_page, folded):
    page = open_page(folded, "#c4")
    assert page.locator("#c4").is_visible()
    page.fill("#search", "技工")
    wait(page, "document.querySelectorAll('.row:not([hidden])').length === 1")
    assert page.locator(".fold > summary:visible").all_inner_texts() == ["1项原文未变"]
    assert page.locator("#c2").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    wait(page, "!document.querySelector('.row[hidden]')")
    assert not page.locator("#c2").is_visible()


@pytest.mark.parametrize("order", ["old", "theme", "rank"])
def test_every_order_folds_them(open_page, folded, order):
    page = open_page(folded)
    page.select_option("#sort", order)
    wait(page, f"location.hash.includes('sort={order}')")
    assert sorted(list_folded(page)) == FOLDED
    assert not page.locator(".fold .row:visible").count()


def test_walking_passes_them_by_until_they_are_open(open_page, folded):
    page = open_page(folded)
    walked = []
    for _ in range(3):
        page.keyboard.press("j")
        walked.append(page.evaluate("document.activeElement.id"))
    assert len(set(walked)) == 3
    assert not set(walked) & set(FOLDED)
    page.locator(".fold > summary").first.click()
    page.locator("#c1").focus()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "c2"


def test_without_javascript_and_on_paper_they_are_there(open_page, folded):
    page = open_page(folded, java_script_enabled=False)
    row = page.locator(".fold .row").first
    assert not row.is_visible()
    page.locator(".fold > summary").first.click()
    assert row.is_visible()
    page.locator(".fold > summary").first.click()
    page.emulate_media(media="print")
    assert row.is_visible()
