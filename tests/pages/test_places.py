"""From a goal to its place and back: permalinks, evidence, citations, whole texts."""

import re

import pytest
from browsing import wait


def test_a_permalink_leads_to_its_row_even_behind_a_filter(open_page):
    page = open_page(hash_="#c40")
    assert page.locator("#c40").evaluate("row => row === document.activeElement")
    row = page.locator('.row[data-shift="dropped"]').first
    page.click('.chip[data-value="added"]')
    assert not row.is_visible()
    page.evaluate("id => (location.hash = id)", row.get_attribute("id"))
    wait(page, "document.activeElement.matches('.row[data-shift=dropped]')")
    assert row.is_visible()


def test_a_goal_leads_to_its_place_and_back(open_page):
    page = open_page()
    row = page.locator('.row[data-shift="dropped"]').first
    link = row.locator("cite a")
    target = link.get_attribute("href")
    link.click()
    place = page.locator(target)
    assert place.is_visible()
    assert place.get_attribute("href") == f"#{row.get_attribute('id')}"


@pytest.mark.parametrize("number", [1, 40, 200])
def test_evidence_quotes_a_goal_in_its_paragraph(open_page, number):
    page = open_page()
    row = page.locator(".row").nth(number)
    row.locator("summary").click()
    for quote, link in zip(
        row.locator("blockquote").all(), row.locator("cite a").all(), strict=True
    ):
        place = page.locator(link.get_attribute("href"))
        paragraph = place.evaluate("place => place.closest('p').textContent")
        assert quote.locator("mark").inner_text() == place.text_content()
        assert quote.inner_text().strip("…") in paragraph


def test_a_citation_can_be_taken_along(open_page):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.locator("#c1 summary").click()
    page.locator("#c1 .copy").click()
    wait(page, "document.querySelector('#c1 .copy').textContent === '已复制'")
    said = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"“.+”——.+第\d+行.+第\d+–\d+字", said)
