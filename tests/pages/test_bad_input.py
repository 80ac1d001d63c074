"""Reports that mean harm, or that are merely odd: shown as they are, and nothing else happens."""

import pytest
from browsing import count_shown, wait
from comparisons import make_comparison, make_report

from compare.renderers.safety import show_controls
from compare.renderers.to_html import render

ODD = {
    "script": "建设<script>window.pwned=1</script>工程",
    "end-of-script": "建设</script><script>window.pwned=1</script>工程",
    "event": "建设<img src=x onerror='window.pwned=1'>工程",
    "attribute": '建设" onmouseover="window.pwned=1" x=\'工程',
    "textarea": "建设</textarea><b>粗体</b>工程",
    "comment": "建设<!-- 工程 -->",
    "link": "建设javascript:window.pwned=1工程",
    "markup-link": "建设<a href='javascript:window.pwned=1'>工程</a>",
    "entity": "建设&lt;b&gt;&amp;&#60;工程",
    "template": "建设{{ 7 * 7 }}{% raw %}工程",
    "right-to-left": "建设\u202e序乱\u2066工程\u200f",
    "nul": "建设\0工程",
    "emoji": "建设👩\u200d🌾🎉工程",
    "tabs": "建设\t\t工程",
    "formula": "=cmd|' /C calc'!A0建设工程",
}


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """A page whose every goal, heading and name is odd."""
    plan = [(f"(一){text}", [text]) for text in ODD.values()]
    old = make_report(2020, plan)
    new = make_report(2024, plan[::-1], issuer=ODD["script"], name=ODD["attribute"])
    path = tmp_path_factory.mktemp("odd") / "odd.html"
    last = len(ODD) - 1
    links = [((i,), (last - i,), ()) for i in range(0, len(ODD), 2)]
    path.write_bytes(render(make_comparison(old, new, links)))
    return path


@pytest.fixture
def odd_page(open_page, odd):
    page = open_page(odd)
    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
    wait(page, "document.querySelectorAll('blockquote').length > 10")
    yield page
    assert page.evaluate("window.pwned") is None
    assert page.locator("main img, main script:not(#facts), main textarea").count() == 0
    assert page.locator('a:not([href^="#"])').count() == 0


@pytest.mark.parametrize("kind", ODD)
def test_it_is_shown_as_it_is_and_nothing_else(odd_page, kind):
    shown = show_controls(ODD[kind])
    texts = odd_page.locator(".row > div > p").all_text_contents()
    assert shown in texts
    quotes = odd_page.locator("blockquote mark").all_text_contents()
    assert shown in quotes
    assert shown in odd_page.locator(".text .goal").all_text_contents()


def test_a_turned_line_turns_nothing_around_it(odd_page):
    goal = odd_page.locator(".row > div > p", has_text="乱").first
    assert goal.evaluate("p => getComputedStyle(p).unicodeBidi") == "isolate"


def test_a_paragraph_without_end_fits_and_opens(open_page, tmp_path):
    long = "推进重点工程建设" * 12_500
    old, new = make_report(2020, [("(一)好", [long])]), make_report(2024, [("(一)好", [long])])
    path = tmp_path / "long.html"
    path.write_bytes(render(make_comparison(old, new, [])))
    page = open_page(path, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#c1 summary").click()
    assert len(page.locator("#c1 blockquote").first.text_content()) >= 100_000
    assert count_shown(page) == 2
