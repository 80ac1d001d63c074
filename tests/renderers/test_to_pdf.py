"""PDF: the page, printed; or a sentence that says what is missing."""

import stat

import pypdfium2
import pytest
from comparisons import make_comparison
from decade import build_decade

from compare import render as render_any
from compare.errors import NoPrinter
from compare.renderers import to_pdf
from compare.renderers.to_pdf import find_browsers, render


def test_the_page_is_printed(chromium, monkeypatch):
    monkeypatch.setenv("CHROMIUM", chromium)
    comparison = make_comparison()
    text = read(render(comparison, lang="en"))
    assert "2024 carries 5 of the 10 goals of 2020" in text
    for number in range(1, len(comparison.changes) + 1):
        assert f"c{number}" in text


def read(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_bounded() for page in pages)


def test_the_page_of_many_years_is_printed_with_every_line(chromium, monkeypatch):
    monkeypatch.setenv("CHROMIUM", chromium)
    decade = build_decade()
    text = "".join(read(render_any(decade, "pdf")).split())
    assert all("".join(thread.wording.split()) in text for thread in decade.threads)


@pytest.fixture
def alone(monkeypatch):
    """Leave no weasyprint to fall back to."""
    monkeypatch.setattr(to_pdf, "find_spec", lambda name: None)


def test_without_a_browser_it_says_how_to_get_one(monkeypatch, alone):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(to_pdf, "PLACES", ())
    with pytest.raises(NoPrinter, match=r"no browser found.*install Chromium.*weasyprint"):
        render(make_comparison())


@pytest.mark.parametrize(
    ("script", "failure"),
    [("exit 3", "exit status 3"), ("exit 0", "wrote no file"), ("sleep 9", "more than 1 seconds")],
)
def test_a_browser_that_fails_is_named(script, failure, tmp_path, monkeypatch, alone):
    browser = tmp_path / "browser"
    browser.write_text(f"#!/bin/sh\n{script}\n")
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("CHROMIUM", str(browser))
    monkeypatch.setattr(to_pdf, "SECONDS", 1)
    with pytest.raises(NoPrinter, match=f"browser: .*{failure}"):
        render(make_comparison())


def test_only_the_browser_that_is_named_is_asked(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "no-such-browser")
    assert list(find_browsers()) == []
