"""The page in a real browser, made from the sample reports: what a reader does with it."""

import re
from urllib.parse import unquote

import pytest
from comparisons import make_comparison, make_report

from compare.pipeline import compare_reports, read_report
from compare.renderers.to_html import render

HOSTILE = "<script>window.pwned=1</script><img src=x onerror='window.pwned=1'>"
WIDTHS = (360, 390, 1280, 1920)


@pytest.fixture(scope="module")
def site(seeds, tmp_path_factory):
    """A folder with the page of two real reports in both languages, and one that means harm."""
    folder = tmp_path_factory.mktemp("site")
    old, new = read_report(seeds / "hangzhou-2020.md"), read_report(seeds / "hangzhou-2024.txt")
    comparison = compare_reports(old, new)
    for lang in ("zh", "en"):
        (folder / f"{lang}.html").write_bytes(render(comparison, lang=lang))
    bad = make_report(2020, [(f"(一){HOSTILE}", [f"{HOSTILE}增长5%左右", "\u202e乱\u0000序"])])
    good = make_report(2024, [("(一)好", ["新增3个"])], issuer=HOSTILE, name=HOSTILE)
    (folder / "hostile.html").write_bytes(render(make_comparison(bad, good, [])))
    return folder


@pytest.fixture
def open_page(browser, site):
    """Open a page; at the end, nothing may have been asked of the network or gone wrong."""
    contexts, faults = [], []

    def open_(name="zh", hash_="", *, width=1280, dark=False, **settings):
        scheme = "dark" if dark else "light"
        size = {"width": width, "height": 900}
        context = browser.new_context(viewport=size, color_scheme=scheme, **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        requests = []
        page.goto((site / f"{name}.html").as_uri() + hash_)
        faults.extend(url for url in requests[1:] if not url.startswith("data:"))
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []


def wait(page, truth):
    """Wait for an expression to come true, without the eval that the page forbids."""
    for _ in range(100):
        if page.evaluate(truth):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never came true: {truth}")


def count_shown(page):
    return page.locator(".row:not([hidden])").count()


def find_hash(page):
    return unquote(page.url.partition("#")[2])


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


def test_a_part_of_the_bar_filters_the_goals(open_page):
    page = open_page()
    added = page.locator('.part-names a[href="#shift=added"]')
    goals = int(added.locator("b").inner_text())
    added.click()
    wait(page, "document.querySelector('.row[data-shift=dropped]').hidden")
    shown = page.locator(".row:not([hidden])")
    weights = shown.evaluate_all("rows => rows.map(row => Number(row.dataset.n || 1))")
    assert sum(weights) == goals
    assert set(shown.evaluate_all("rows => rows.map(row => row.dataset.shift)")) == {"added"}


def test_chips_of_one_kind_add_up_and_of_two_kinds_narrow(open_page):
    page = open_page()
    chip = lambda value: page.locator(f'.chip[data-value="{value}"]')  # noqa: E731
    chip("added").click()
    added = count_shown(page)
    chip("dropped").click()
    both = count_shown(page)
    chip("unsure").click()
    assert both > added
    assert 0 < count_shown(page) < both
    chip("unsure").click()
    assert count_shown(page) == both


def test_the_number_on_a_chip_is_what_it_shows(open_page):
    page = open_page()
    for chip in page.locator(".chip").all():
        chip.click()
        weights = page.locator(".row:not([hidden])").evaluate_all(
            "rows => rows.map(row => Number(row.dataset.n || 1))"
        )
        assert sum(weights) == int(chip.locator(".count").inner_text())
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


def test_back_takes_a_filter_off_again(open_page):
    page = open_page()
    everything = count_shown(page)
    page.click('.chip[data-value="added"]')
    assert count_shown(page) < everything
    page.go_back()
    wait(page, "!document.querySelector('.row[hidden]')")
    page.go_forward()
    wait(page, "document.querySelector('.row[hidden]')")


def test_a_permalink_leads_to_its_row_even_behind_a_filter(open_page):
    page = open_page(hash_="#c40")
    assert page.locator("#c40").evaluate("row => row === document.activeElement")
    row = page.locator('.row[data-shift="dropped"]').first
    page.click('.chip[data-value="added"]')
    assert not row.is_visible()
    page.evaluate("id => (location.hash = id)", row.get_attribute("id"))
    wait(page, "document.activeElement.matches('.row[data-shift=dropped]')")
    assert row.is_visible()


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


def test_importance_puts_first_what_the_page_leads_with(open_page):
    page = open_page(hash_="#sort=rank")
    first = page.locator(".highlights a").first.get_attribute("href")
    assert f"#{page.locator('.row').first.get_attribute('id')}" == first


def test_a_goal_leads_to_its_place_and_back(open_page):
    page = open_page()
    row = page.locator('.row[data-shift="dropped"]').first
    link = row.locator("cite a")
    target = link.get_attribute("href")
    link.click()
    place = page.locator(target)
    assert place.is_visible()
    assert place.get_attribute("href") == f"#{row.get_attribute('id')}"


def test_a_section_of_the_map_filters(open_page):
    page = open_page()
    node = page.locator(".map .node[data-new]").nth(1)
    number = node.get_attribute("data-new")
    node.click()
    wait(page, "document.querySelector('.row[hidden]')")
    shown = page.locator(".row:not([hidden])").evaluate_all("rows => rows.map(r => r.dataset.new)")
    assert set(shown) == {number}


def test_a_citation_can_be_taken_along(open_page):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.locator("#c1 summary").click()
    page.locator("#c1 .copy").click()
    wait(page, "document.querySelector('#c1 .copy').textContent === '已复制'")
    said = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"“.+”——.+第\d+行.+第\d+–\d+字", said)


def test_without_javascript_everything_is_there(open_page):
    page = open_page(java_script_enabled=False)
    assert page.locator(".row").count() == page.locator(".row:visible").count() > 100
    assert not page.locator("#search").is_visible()
    assert page.locator(".texts .goal").count() > 100
    page.locator("#c1 summary").click()
    assert page.locator("#c1 blockquote").first.is_visible()


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
    assert HOSTILE in page.locator("#rows").inner_text()


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
