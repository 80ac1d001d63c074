"""Expressions: whole, telling, and weighed by more than counts."""

import pytest
from written import SENTENCES
from yearly import write_years

from compare import read_report
from compare.languages import get_language
from compare.timeline.phrases import find_phrases

OLD = ["加快推进保障性安居工程", "保障性安居工程要抓紧，不能放松", "再建保障性安居工程"]
NEW = ["深入推进供给侧结构性改革", "供给侧结构性改革是主线", "以供给侧结构性改革促发展"]
EVER = ["推进“放管服”，继续努力工作", "稳定增加就业，改善人民生活", *SENTENCES]
FILLER = (
    "Schools open early while teachers train nurses abroad. Farmers sell grain, fish and timber to"
    " coastal towns. Bridges cross every river near our old port. Courts hear appeals about land."
    " Museums lend paintings, maps and coins. Doctors visit remote villages each spring."
)


@pytest.fixture(scope="module")
def phrases():
    reports = write_years([OLD + EVER, OLD[:2] + EVER, NEW + EVER, NEW + EVER])
    found = find_phrases(reports, get_language("zh"), frozenset({"就业"}))
    return {phrase.text: phrase for phrase in found}


def test_an_expression_is_found_whole(phrases):
    assert "供给侧结构性改革" in phrases
    assert "结构性改革" not in phrases
    assert "侧结构性" not in phrases


def test_uses_are_counted_by_report(phrases):
    assert phrases["供给侧结构性改革"].counts == (0, 0, 3, 3)
    assert (phrases["保障性安居工程"].first, phrases["保障性安居工程"].last) == (0, 1)


def test_what_came_rises_and_what_went_fades(phrases):
    assert phrases["供给侧结构性改革"].trend > 1
    assert phrases["保障性安居工程"].trend < -1
    assert abs(phrases["放管服"].trend) < 0.5


def test_a_single_word_counts_if_it_is_a_keyword_or_a_quoted_name(phrases):
    assert {"就业", "放管服"} <= phrases.keys()
    assert "努力" not in phrases


def test_more_uses_of_the_same_change_weigh_more():
    trends = []
    for uses in (2, 9):
        reports = write_years([["物价，" * (2 * uses), *SENTENCES], list(SENTENCES)])
        found = find_phrases(reports, get_language("zh"), frozenset({"物价"}))
        trends.append(min(p.trend for p in found if "物价" in p.text))
    assert trends[1] < trends[0] < 0


def test_english_expressions_are_found():
    lines = {2015: "We reduce the cost of housing. ", 2016: "We want a rural revival now. "}
    reports = [
        read_report(f"Work Report {year}\n1. Plan for {year}\n{FILLER} {line * 5}".encode())
        for year, line in lines.items()
    ]
    found = {p.text for p in find_phrases(reports, get_language("en"), frozenset())}
    assert {"rural revival", "reduce the cost of housing"} <= found
    assert "the cost of" not in found
