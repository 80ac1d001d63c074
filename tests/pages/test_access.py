"""The page for who sees, hears or types otherwise: axe-core, the keyboard alone, twice the size."""

import pytest
from axe_playwright_python.sync_playwright import Axe

OPEN = """() => document.querySelectorAll("details").forEach(
    (details, i) => (details.open = i < 12 || !details.matches(".why"))
)"""

USABLE = "[...document.querySelectorAll('a[href], button, input, select, summary')]"


@pytest.mark.parametrize("name", ["small", "small-en"])
@pytest.mark.parametrize(
    ("width", "dark"), [(390, True), (390, False), (1280, True), (1280, False)]
)
def test_axe_finds_nothing(open_page, name, width, dark):
    page = open_page(name, width=width, dark=dark)
    page.evaluate(OPEN)
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


def test_at_twice_the_size_nothing_is_cut_off(open_page):
    page = open_page(width=640)  # 1280 wide at 200 %
    page.evaluate(OPEN)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    assert page.locator(".highlights").is_visible()
    assert page.locator("#search").is_visible()


def test_everything_that_can_be_used_can_be_reached_by_tabs(open_page):
    page = open_page("small")
    wanted = page.evaluate(f"{USABLE}.filter((n) => n.checkVisibility() && n.tabIndex >= 0).length")
    reached = set()
    for _ in range(3 * wanted):
        page.keyboard.press("Tab")
        spot = page.evaluate(f"{USABLE}.indexOf(document.activeElement)")
        if spot in reached:
            break
        reached |= {spot} - {-1}
    assert len(reached) == wanted


def test_what_has_the_focus_shows_it(open_page):
    page = open_page("small")
    for _ in range(6):
        page.keyboard.press("Tab")
        outline = "getComputedStyle(document.activeElement).outlineStyle"
        assert page.evaluate(outline) == "solid"
