"""Plain values: every noun comes back as it was, and nothing else passes for one."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import messy

from compare import compare_reports, read_report
from compare.model import Link, Report, Span
from compare.plain import restore, write


@settings(max_examples=30)
@given(messy)
def test_a_report_comes_back_as_it_was(text):
    report = read_report(f"2020年工作安排\n新增就业5.5%左右。\n{text}".encode(), name="2020.md")
    assert restore(Report, json.loads(write(report))) == report


def test_links_come_back_as_they_were(seeds):
    names = ("hangzhou-2020.md", "hangzhou-2024.txt")
    sections = compare_reports(*(read_report(seeds / name) for name in names)).sections
    assert restore(tuple[Link, ...], json.loads(write(sections))) == sections


nothing_of_ours = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
)


@given(nothing_of_ours)
def test_what_is_no_report_is_refused(value):
    with pytest.raises(ValueError, match="not a"):
        restore(Report, value)


@pytest.mark.parametrize("value", [[1], [1, 2, 3], ["1", 2], [1, None], {}, 5], ids=str)
def test_what_does_not_fit_is_refused(value):
    with pytest.raises(ValueError, match="not a .*Span"):
        restore(Span, value)
