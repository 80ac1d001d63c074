"""The page of many years in a real browser: filters, search, two years side by side, evidence."""

import pytest
from browsing import find_hash, wait
from decade import ENDED, HOSTILE, SLEEPER, STEADY, build_decade

from compare import render

SCHOOLS = [f"在{place}新建寄宿制学校" for place in "甲乙丙丁戊己庚辛壬癸"]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder with the page of a small timeline in both languages, and one that means harm."""
    folder = tmp_path_factory.mktemp("site")
    timeline = build_decade(extra=SCHOOLS)
    for lang in ("zh", "en"):
        (folder / f"{lang}.html").write_bytes(render(timeline, "html", lang=lang))
    harm = build_decade(extra=[f"建设{HOSTILE}工程", "\u202e乱\u0007序建设"])
    (folder / "hostile.html").write_bytes(render(harm, "html"))
    return folder


def list_shown(page):
    return page.locator(".life:not([hidden]) > summary .what").all_text_contents()


def settle(page):
    """Let the page answer to a new address or a key: it does so a moment later."""
    page.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(done), 0))")


def find_row(page, wording):
    return page.locator(".life", has=page.locator("summary .what", has_text=wording))


@pytest.mark.parametrize("width", [360, 390, 1280, 1920])
@pytest.mark.parametrize("name", ["zh", "en"])
@pytest.mark.parametrize("dark", [False, True])
def test_the_page_fits_every_width(open_page, width, name, dark):
    page = open_page(name, width=width, dark=dark)
    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_chip_filters_by_how_a_line_lived(open_page):
    page = open_page()
    page.click('.chip[data-value="back"]')
    settle(page)
    assert SLEEPER in list_shown(page)
    assert STEADY not in list_shown(page)
    assert find_hash(page) == "kind=back"
    page.click("#active button")
    settle(page)
    assert STEADY in list_shown(page)


def test_search_says_in_which_years_words_stand(open_page):
    page = open_page()
    page.fill("#search", "互联网")
    wait(page, "document.querySelectorAll('.life:not([hidden])').length === 1")
    settle(page)
    assert page.locator(".life:not([hidden]) .hits").text_content() == "见于2014–2017"
    assert "首见2014" in page.locator("#position").inner_text()
    page.fill("#search", "")
    wait(page, "document.querySelectorAll('.life[hidden]').length === 0")
    assert not page.locator(".hits:visible").count()


def test_on_a_phone_a_search_still_fits(open_page):
    page = open_page(hash_="#q=%E4%BA%92%E8%81%94%E7%BD%91", width=360)
    assert page.locator("#active button").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_number_of_the_first_picture_leads_to_its_lines(open_page):
    page = open_page()
    page.click('a[href="#left=2014"]')
    settle(page)
    assert ENDED in list_shown(page)
    page.click('a[href="#woke=2016"]')
    settle(page)
    assert list_shown(page) == [SLEEPER]


def test_two_years_stand_side_by_side(open_page):
    page = open_page()
    page.click('a[href="#from=2012&to=2017"]')
    settle(page)
    headings = page.locator("#rows .group:visible h3").all_text_contents()
    assert headings == ["两年都有", "只在2012年", "只在2017年"]
    row = find_row(page, "地区生产总值")
    assert row.locator("li:visible p").all_inner_texts() == [
        "地区生产总值增长8%",
        "地区生产总值增长6.5%左右",
    ]
    assert "2012年的5项目标，3项仍在，2项未见" in page.locator("#pair").inner_text()
    page.select_option("#from", "2016")
    settle(page)
    assert "2016年的5项目标" in page.locator("#pair").inner_text()
    page.keyboard.press("Escape")
    settle(page)
    assert not page.locator("#pair").is_visible()
    assert page.locator(".life[open]").count() == 0


def test_the_counts_of_two_years_are_those_of_the_table(open_page):
    page = open_page()
    for link in page.locator(".crossings a").all():
        share = link.evaluate("a => a.lastChild.data")
        link.click()
        settle(page)
        goals, kept = map(
            int, page.evaluate("document.querySelector('#pair').dataset.counts.split(' ')")
        )
        assert f"{100 * kept / goals:.0f}%" == share


@pytest.mark.parametrize(
    ("order", "first"),
    [("span", "5份报告提到"), ("born", "2012年首次提出"), ("died", "2017年最后提到")],
)
def test_lines_can_be_put_in_other_orders_and_back(open_page, order, first):
    page = open_page()
    ids = "[...document.querySelectorAll('#rows h3, .life')].map((e) => e.id || e.textContent)"
    printed = page.evaluate(ids)
    page.select_option("#sort", order)
    settle(page)
    assert page.locator("#rows h3").first.inner_text() == first
    assert page.locator(".life").count() == page.locator(".life:visible").count()
    page.select_option("#sort", "theme")
    settle(page)
    assert page.evaluate(ids) == printed


def test_a_permalink_opens_its_row_even_where_it_is_folded_away(open_page):
    page = open_page()
    number = page.locator(".more .life").last.get_attribute("id")
    page = open_page(hash_=f"#{number}")
    row = page.locator(f"#{number}")
    assert row.locator("li p").first.is_visible()
    assert row.locator("summary").evaluate("s => s === document.activeElement")


def test_an_address_shows_the_same_to_somebody_else(open_page):
    page = open_page(hash_="#kind=every&sort=born")
    assert STEADY in list_shown(page)
    assert SLEEPER not in list_shown(page)
    assert page.locator("#sort").input_value() == "born"
    assert page.evaluate("scrollY > 0")


def test_the_keyboard_walks_opens_and_closes(open_page):
    page = open_page()
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator(".life").nth(1)
    assert second.locator("summary").evaluate("s => s === document.activeElement")
    page.keyboard.press("Enter")
    assert second.locator("li").first.is_visible()
    page.keyboard.press("Escape")
    assert not second.locator("li").first.is_visible()
    page.keyboard.press("k")
    assert page.locator(".life summary").first.evaluate("s => s === document.activeElement")
    page.keyboard.press("/")
    assert page.locator("#search").evaluate("s => s === document.activeElement")


def test_without_javascript_everything_is_there(open_page):
    page = open_page(java_script_enabled=False)
    assert not page.locator("#search").is_visible()
    assert page.locator(".chart").first.is_visible()
    row = page.locator(".life").first
    row.locator("summary").click()
    assert row.locator("li p").first.is_visible()
    page.locator(".more > summary").first.click()
    assert page.locator(".more .life").first.is_visible()


def test_it_prints_what_matters_first(open_page):
    page = open_page()
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert page.locator(".tellings").first.is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_a_hostile_report_does_nothing(open_page):
    page = open_page("hostile")
    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
    page.fill("#search", "<script>")
    wait(page, "document.querySelector('.life[hidden]')")
    assert page.evaluate("window.pwned") is None
    assert page.locator("img").count() == 0
    assert HOSTILE in page.locator("#rows").text_content()
