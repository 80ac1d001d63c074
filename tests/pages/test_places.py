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
    row.locator("blockquote").first.wait_for()
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


SCROLL = """both => {
    const pane = document.querySelectorAll(".text")[0];
    pane.dispatchEvent(new Event("wheel"));
    pane.scrollTop = both;
}"""


def find_tops(page):
    return page.locator(".text").evaluate_all("panes => panes.map(pane => pane.scrollTop)")


SEEN = """pane => [...pane.querySelectorAll(".goal")].filter((goal) => {
    const place = goal.getBoundingClientRect(), frame = pane.getBoundingClientRect();
    return place.top > frame.top && place.bottom < frame.bottom;
}).map((goal) => goal.getAttribute("href"))"""


@pytest.mark.parametrize("share", [0.6, 0.9])
def test_both_texts_scroll_together_by_the_goals_they_share(open_page, share):
    page = open_page()
    page.locator("#texts").scroll_into_view_if_needed()
    old, new = page.locator(".text").all()
    page.evaluate(SCROLL, share * old.evaluate("pane => pane.scrollHeight"))
    wait(page, "document.querySelectorAll('.text')[1].scrollTop > 0")
    assert set(old.evaluate(SEEN)) & set(new.evaluate(SEEN))
    page.locator("#together").uncheck()
    stayed = find_tops(page)[1]
    page.evaluate(SCROLL, 0)
    page.wait_for_timeout(100)
    assert find_tops(page) == [0, stayed]


def test_a_lens_on_the_overview_shows_where_one_reads(open_page):
    page = open_page()
    page.locator("#texts").scroll_into_view_if_needed()
    page.evaluate(SCROLL, 1000)
    wait(page, "document.querySelector('.lens').style.top > '0%'")
    pane = page.locator(".text").first
    share = pane.evaluate("pane => 100 * pane.scrollTop / pane.scrollHeight")
    told = float(page.locator(".lens").first.evaluate("lens => lens.style.top").rstrip("%"))
    assert abs(told - share) < 1


@pytest.mark.parametrize("width", [390, 1280])
def test_a_link_to_a_part_of_the_page_leads_there_past_what_is_not_laid_out(open_page, width):
    page = open_page("zh", "#texts", width=width)
    top = "document.querySelector('#texts').getBoundingClientRect().top"
    wait(page, f"document.fonts.status === 'loaded' && {top} >= 0 && {top} < 100")
    page.wait_for_timeout(200)  # it stays there
    assert 0 <= page.evaluate(top) < 100
