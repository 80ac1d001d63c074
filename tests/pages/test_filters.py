"""Filtering, searching and ordering goals in a real browser."""

import pytest
from browsing import count_shown, find_hash, wait
from comparisons import make_comparison, make_report

from compare.renderers.to_html import render


def test_a_part_of_the_bar_filters_the_goals(open_page):
    page = open_page()
    added = page.locator('.part-names a[href="#shift=added"]')
    rows = int(added.locator("b").inner_text())
    added.click()
    wait(page, "document.querySelector('.row[data-shift=dropped]').hidden")
    shown = page.locator(".row:not([hidden])")
    assert shown.count() == rows
    assert set(shown.evaluate_all("rows => rows.map(row => row.dataset.shift)")) == {"added"}


def press(page, value, rows):
    """Press a chip, wait until so many rows are shown, and name them."""
    page.click(f'.chip[data-value="{value}"]')
    wait(page, f"document.querySelectorAll('.row:not([hidden])').length === {rows}")
    return page.locator(".row:not([hidden])").evaluate_all("rows => rows.map((row) => row.id)")


def test_chips_of_one_kind_add_up_and_of_two_kinds_narrow(open_page):
    page = open_page("small")
    added = press(page, "added", 2)
    both = press(page, "dropped", 7)
    unsure = press(page, "unsure", 1)
    assert set(added) < set(both)
    assert set(unsure) < set(both)
    assert press(page, "unsure", 7) == both


def test_the_number_on_a_chip_is_what_it_shows(open_page):
    page = open_page()
    for chip in page.locator(".chip").all():
        count = int(chip.locator(".count").inner_text())
        chip.click()
        wait(page, f"document.querySelectorAll('.row:not([hidden])').length === {count}")
        chip.click()


def test_search_finds_words_and_marks_them(open_page):
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type("就业")
    wait(page, "location.hash.includes('q=')")
    shown = page.locator(".row:not([hidden])")
    assert 0 < shown.count() < page.locator(".row").count()
    assert all("就业" in text for text in shown.all_text_contents())
    assert page.evaluate("CSS.highlights.get('search').size") >= shown.count()


def test_search_that_finds_nothing_says_so_and_offers_the_way_back(open_page):
    page = open_page(hash_="#q=%E4%B8%8D%E5%AD%98%E5%9C%A8%E7%9A%84%E8%AF%8D")
    assert count_shown(page) == 0
    assert page.locator("#none").is_visible()
    page.click("#clear")
    assert count_shown(page) == page.locator(".row").count()


def test_a_link_from_somebody_else_shows_the_same(open_page):
    sent = open_page()
    sent.click('.chip[data-value="dropped"]')
    sent.fill("#search", "建设")
    wait(sent, "location.hash.includes('q=')")
    received = open_page(hash_="#" + sent.url.partition("#")[2])
    assert find_hash(received) == find_hash(sent) == "shift=dropped&q=建设"
    assert count_shown(received) == count_shown(sent) < 400
    assert received.locator('.chip[data-value="dropped"]').get_attribute("aria-pressed") == "true"
    assert received.input_value("#search") == "建设"


@pytest.mark.parametrize("width", [360, 390])
def test_on_a_phone_the_bar_has_room_for_what_is_asked_and_the_way_back(open_page, width):
    page = open_page("en", "#shift=dropped&theme=health&q=a", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    clear = page.locator("#active button")
    box = clear.bounding_box()
    assert box["width"] > 40
    assert box["x"] + box["width"] <= width
    clear.click()
    wait(page, "!document.querySelector('.row[hidden]')")
    assert not clear.is_visible()


def test_back_takes_a_filter_off_again(open_page):
    page = open_page()
    everything = count_shown(page)
    page.click('.chip[data-value="added"]')
    assert count_shown(page) < everything
    page.go_back()
    wait(page, "!document.querySelector('.row[hidden]')")
    page.go_forward()
    wait(page, "document.querySelector('.row[hidden]')")


@pytest.mark.parametrize("order", ["old", "theme", "rank", "doubt"])
def test_every_order_holds_every_row(open_page, order):
    page = open_page()
    rows = sorted(page.locator(".row").evaluate_all("rows => rows.map(row => row.id)"))
    if page.locator(f'#sort option[value="{order}"]').count():
        page.select_option("#sort", order)
        wait(page, f"location.hash.includes('sort={order}')")
    assert sorted(page.locator(".row").evaluate_all("rows => rows.map(row => row.id)")) == rows
    page.select_option("#sort", "new")
    assert sorted(page.locator(".row").evaluate_all("rows => rows.map(row => row.id)")) == rows


def test_themes_come_in_the_order_of_their_table(open_page):
    page = open_page(hash_="#sort=theme")
    named = page.locator(".themes tbody th").all_inner_texts()
    listed = page.locator(".group > h3").all_inner_texts()
    known = [title for title in listed if title in named]
    assert known == sorted(known, key=named.index)
    assert len(known) > 10


def test_importance_puts_first_what_the_page_leads_with(open_page):
    page = open_page(hash_="#sort=rank")
    first = page.locator(".highlights a").first.get_attribute("href")
    assert f"#{page.locator('.row').first.get_attribute('id')}" == first


def test_a_section_of_the_map_filters(open_page):
    page = open_page()
    node = page.locator(".map .node[data-new]").nth(1)
    number = node.get_attribute("data-new")
    node.click()
    wait(page, "document.querySelector('.row[hidden]')")
    shown = page.locator(".row:not([hidden])").evaluate_all("rows => rows.map(r => r.dataset.new)")
    assert set(shown) == {number}


def test_thousands_of_goals_can_still_be_filtered_and_searched(browser, tmp_path):
    plans = [(f"(一)部分{s}", [f"推进第{s}类第{n}号工程" for n in range(50)]) for s in range(50)]
    old, new = make_report(2020, plans), make_report(2024, plans[25:])
    comparison = make_comparison(old, new, [])
    path = tmp_path / "large.html"
    path.write_bytes(render(comparison))
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.locator(".row").count() == len(comparison.changes) == 3750
    page.click('.chip[data-value="added"]')
    assert count_shown(page) == 1250
    page.fill("#search", "第30类")
    wait(page, "location.hash.includes('q=')")
    assert count_shown(page) == 50
    page.close()
