"""Markdown: read as it was meant, whatever a report says."""

import re

import pytest
from comparisons import NOTE, PLAN_2020, PLAN_2024, make_comparison, make_delivery, make_report
from papers import make_hostile

from compare.model import Verdict
from compare.renderers.to_md import escape, render


def render_text(comparison, **settings):
    return render(comparison, **settings).decode("utf-8")


@pytest.fixture(scope="module")
def text():
    return render_text(make_comparison(notes=(NOTE,)))


def test_it_begins_with_what_happened(text):
    title, sentence, note = text.split("\n\n")[:3]
    assert title == "# 杭州市人民政府：2020年 → 2024年"
    assert (
        sentence == "**2020年提出的10项目标，2024年延续了5项（下调2项）；未再提5项，另新增2项。**"
    )
    assert "两份报告都是2020年的" in note


def test_figures_stand_in_a_table(text):
    assert "| 地区生产总值增长 | 6.5%左右 | 5.5%左右 | ▼ 数值下调 | c1 |" in text


def test_changed_words_are_marked_up_to_a_letter(text):
    assert "2020年：~~推进~~城市大脑建设" in text
    assert "2024年：**深化**城市大脑建设" in text
    for sign in ("~~", "**"):
        marks = re.findall(rf"{re.escape(sign)}(.*?){re.escape(sign)}", text.split("逐项对照")[1])
        assert marks
        assert all(re.match(r"[\w▲▼→＋−]", mark) for mark in marks)
        assert all(re.search(r"(?:[\w▲▼→＋−]|\d%)$", mark) for mark in marks)


def test_a_changed_figure_keeps_its_sign(text):
    assert "地区生产总值增长~~6.5%~~\u200a左右" in text
    assert "地区生产总值增长**5.5%**\u200a左右" in text


def test_targets_and_results_stand_in_a_table():
    old, new = make_report(2020, PLAN_2020), make_report(2024, PLAN_2024)
    delivery = make_delivery(old, 0, Verdict.MISSED, new.pledges[0].quantities[0])
    text = render_text(make_comparison(old, new, deliveries=(delivery,)), lang="en")
    assert "| 地区生产总值增长 | 6.5%左右 | 5.5%左右 | ○ missed |" in text


def test_what_a_report_says_is_never_markup():
    text = render_text(make_hostile())
    bare = re.sub(r"\\.", "", text)
    assert not re.search(r"<\w|\]\(|!\[|https?://|&lt;|\$x\$", bare)
    assert re.findall(r"`[^`]*`", bare) == re.findall(r"`c\d+`", bare)


def test_a_table_keeps_its_columns():
    table = [line for line in render_text(make_hostile()).splitlines() if line.startswith("|")]
    assert len(table) > 2
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} == {6}


@pytest.mark.parametrize("sign", list("\\`*_[]<>|~&$#@"))
def test_signs_are_escaped(sign):
    assert escape(f"a{sign}b") == f"a\\{sign}b"
