"""All papers tell of the same comparison: every change, in either language, byte for byte."""

import re
import subprocess
import sys
from dataclasses import replace

import pytest
from comparisons import make_comparison
from papers import make_hostile, read_lines

from compare.errors import MissingExtra, RenderError
from compare.languages.labels import find_labels
from compare.pipeline import compare_reports, read_report
from compare.renderers import RENDERERS, render

FORMATS = [name for name in RENDERERS if name != "pdf"]  # which needs a browser


@pytest.fixture(scope="module")
def comparison(seeds):
    return compare_reports(
        read_report(seeds / "hangzhou-2020.md"), read_report(seeds / "hangzhou-2021-digest.txt")
    )


@pytest.mark.parametrize("format_", FORMATS)
def test_every_change_stands_in_every_format(format_, comparison):
    text = read_lines(format_, render(comparison, format_))
    found = set(re.findall(r"\bc\d+\b", text))
    assert {f"c{number}" for number in range(1, len(comparison.changes) + 1)} <= found
    flat = re.sub(r"\s", "", text)
    for goal in (*comparison.old.pledges, *comparison.new.pledges):
        printed = find_printed(comparison, goal) if format_ == "json" else goal.wording
        assert re.sub(r"\s", "", printed) in flat, printed


def find_printed(comparison, goal):
    """Find a goal as printed: JSON leads to the source, not to what was cleaned for reading."""
    report = comparison.old if goal in comparison.old.pledges else comparison.new
    return goal.span.of(report.document.text)


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_tells_why_a_figure_changed(format_):
    comparison = make_comparison()
    first, *others = comparison.changes
    span = comparison.new.pledges[4].span  # any words of the new report
    pair = replace(first.figures[0], reason=span)
    told = replace(comparison, changes=(replace(first, figures=(pair,)), *others))
    words = span.of(comparison.new.document.text)
    plain = read_lines(format_, render(comparison, format_))
    assert read_lines(format_, render(told, format_)).count(words) > plain.count(words)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format_speaks_the_language_asked_for(format_, lang):
    text = read_lines(format_, render(make_comparison(), format_, lang=lang))
    said, other = find_labels(lang), find_labels({"zh": "en", "en": "zh"}[lang])
    if format_ != "json":  # whose words are the same in every language
        assert said.name("shift", "dropped") in text
        assert other.name("shift", "dropped") not in text


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_comparison_gives_the_same_bytes(format_):
    assert render(make_comparison(), format_) == render(make_comparison(), format_)


@pytest.mark.parametrize("format_", [name for name in FORMATS if name != "json"])
def test_no_format_chokes_on_a_hostile_report(format_):
    text = read_lines(format_, render(make_hostile(), format_))
    assert "打开␀新␛局面" in text
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", text)


@pytest.mark.parametrize("format_", FORMATS)
def test_empty_reports_have_papers_too(format_):
    from comparisons import make_report

    empty = make_comparison(make_report(2020, []), make_report(2024, []), [])
    assert render(empty, format_)


@pytest.mark.parametrize(("format_", "package"), [("xlsx", "xlsxwriter"), ("docx", "docx")])
def test_a_missing_package_is_named_with_the_way_to_get_it(format_, package, monkeypatch):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=rf"pip install 'compare-reports\[{format_}\]'"):
        render(make_comparison(), format_)
    assert issubclass(MissingExtra, RenderError)


def test_the_command_offers_every_format():
    done = subprocess.run(
        [sys.executable, "-m", "compare", "diff", "--help"], capture_output=True, text=True
    )
    assert all(format_ in done.stdout for format_ in RENDERERS)
