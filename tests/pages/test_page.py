"""The page in a real browser, made from the sample reports: what any reader meets."""

import pytest
from browsing import HOSTILE

WIDTHS = (360, 390, 1280, 1920)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["zh", "en"])
@pytest.mark.parametrize("dark", [False, True])
def test_the_page_fits_every_width(open_page, width, name, dark):
    page = open_page(name, width=width, dark=dark)
    page.evaluate("document.querySelectorAll('details').forEach((d, i) => (d.open = i < 40))")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_is_dark_where_the_reader_wants_it_dark(open_page):
    ground = "getComputedStyle(document.body).backgroundColor"
    light, dark = open_page(), open_page(dark=True)
    assert light.evaluate(ground) != dark.evaluate(ground)
    before = light.evaluate(ground)
    light.click("#theme")
    assert light.evaluate(ground) == dark.evaluate(ground) != before


def test_the_keyboard_walks_opens_and_closes(open_page):
    page = open_page()
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator(".row").nth(1)
    assert second.evaluate("row => row === document.activeElement")
    page.keyboard.press("Enter")
    assert second.locator("blockquote").first.is_visible()
    page.keyboard.press("Escape")
    assert not second.locator("blockquote").first.is_visible()
    page.keyboard.press("k")
    assert page.locator(".row").first.evaluate("row => row === document.activeElement")
    page.keyboard.press("f")
    assert page.locator(".chip").first.evaluate("chip => chip === document.activeElement")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()


def test_without_javascript_everything_is_there(open_page):
    page = open_page(java_script_enabled=False)
    folded = page.locator(".fold .row").count()
    assert page.locator(".row").count() == page.locator(".row:visible").count() + folded > 100
    assert not page.locator("#search").is_visible()
    assert page.locator(".texts .goal").count() > 100
    page.locator("#c1 summary").click()
    assert page.locator("#c1 .reasons").is_visible()
    place = page.locator(page.locator("#c1 cite a").first.get_attribute("href"))
    assert place.is_visible()


def test_it_prints_what_matters_first(open_page):
    page = open_page()
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert not page.locator("#texts").is_visible()
    assert page.locator(".highlights").is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_a_hostile_report_does_nothing(open_page):
    page = open_page("hostile")
    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
    assert page.evaluate("window.pwned") is None
    assert page.locator("img").count() == 0
    assert HOSTILE in page.locator("#rows").text_content()
