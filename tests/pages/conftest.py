"""Pages for the browser: of two sample reports in both languages, and one that means harm."""

from dataclasses import replace
from pathlib import Path

import pytest
from browsing import HOSTILE
from comparisons import make_comparison, make_report

from compare.model import Confidence
from compare.pipeline import compare_reports, read_report
from compare.renderers.to_html import render


@pytest.fixture(scope="module")
def site(seeds, tmp_path_factory):
    """A folder of pages: two real reports in both languages, a small one, one that means harm."""
    folder = tmp_path_factory.mktemp("site")
    old, new = read_report(seeds / "hangzhou-2020.md"), read_report(seeds / "hangzhou-2024.txt")
    comparison = compare_reports(old, new)
    for lang in ("zh", "en"):
        (folder / f"{lang}.html").write_bytes(render(comparison, lang=lang))
    small = make_comparison()
    *changes, last = small.changes
    changes.append(replace(last, confidence=Confidence.UNSURE))
    small = replace(small, changes=tuple(changes))
    (folder / "small.html").write_bytes(render(small))
    (folder / "small-en.html").write_bytes(render(small, lang="en"))
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
        page.goto((name if isinstance(name, Path) else site / f"{name}.html").as_uri() + hash_)
        faults.extend(url for url in requests[1:] if not url.startswith("data:"))
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []
