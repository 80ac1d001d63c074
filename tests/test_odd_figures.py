"""Figures that make no sense are compared all the same, and nothing is made up."""

import json

import pytest

from compare.pipeline import compare_reports, read_report
from compare.renderers import render

TEXT = """政府工作报告
{year}年
一、{past}年工作回顾
{said}
二、{year}年工作安排
推进乡村振兴，支持高校毕业生就业创业。
{planned}
"""
ODD = {
    "contradictory targets": "城镇新增就业25万人。城镇新增就业10万人。城镇新增就业30万人以上。",
    "twelve numbers": "新建"
    + "、".join(f"{n}号楼{n}套{n * 10}平方米" for n in range(11, 15))
    + "。",
    "pure numbers": "12 34 56 78\n1 2 3 4\n99.5 100 3.14 0",
    "a table of numbers": "| 1 | 2 |\n|---|---|\n| 3 | 4 |\n| 5 | 6 |",
    "no numbers": "地区生产总值增长1.2.3%，出口增长5%%，投资增长10-5%，财力1,00,000元。",
    "too long": "投资" + "9" * 400 + "亿元。",
    "zero": "新增债务0元，煤炭消费零增长，增长0%。",
}


def read(said, planned, year):
    text = TEXT.format(year=year, past=year - 1, said=said, planned=planned)
    return text, read_report(text.encode(), name=f"{year}.txt")


@pytest.mark.parametrize("odd", ODD.values(), ids=list(ODD))
def test_odd_figures_are_compared_and_every_number_is_accounted_for(odd):
    text, old = read("城镇新增就业1万人。", odd, 2020)
    _, new = read(odd, odd, 2021)
    result = json.loads(render(compare_reports(old, new), "json"))
    numbers = result["old"]["numbers"]
    assert numbers["targets"] == sum(len(goal["targets"]) for goal in result["old"]["goals"])
    assert numbers["other"] == len(numbers["others"])
    for place in (*numbers["others"], *(t for g in result["old"]["goals"] for t in g["targets"])):
        assert text[place["start"] : place["end"]] == place["text"]


def test_contradictory_targets_are_each_held_against_their_own():
    _, old = read("城镇新增就业1万人。", ODD["contradictory targets"], 2020)
    _, new = read("城镇新增就业24万人。", "城镇新增就业20万人。", 2021)
    deliveries = compare_reports(old, new).deliveries
    assert len(deliveries) == 3
    assert "missed" not in {delivery.verdict for delivery in deliveries}
    assert sum(delivery.result is not None for delivery in deliveries) == 1


def test_numbers_without_a_thing_are_no_targets():
    _, old = read("城镇新增就业1万人。", ODD["pure numbers"], 2020)
    result = json.loads(render(compare_reports(old, old), "json"))
    assert result["old"]["numbers"]["targets"] == 0
    assert result["old"]["numbers"]["other"] == 12
