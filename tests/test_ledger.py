"""Every character, heading and number of a report is accounted for."""

import re

import pytest

from compare.ledger import NUMBER, keep_ledger, sort_numbers, trust_heading
from compare.model import Confidence, Evidence, Use
from compare.pipeline import read_report

TEXT = """政府工作报告
2021年
一、2020年工作回顾
城镇新增就业25万人，推进17项改革。
二、2021年工作安排
(一)建设3个中心
地区生产总值增长6%左右。推进5G网络和“1+12”工程建设，落实152号文件，让13万学子留下来。
版权所有
"""


@pytest.fixture(scope="module")
def report():
    return read_report(TEXT.encode(), name="r.txt")


def quote(report, *uses):
    numerals = keep_ledger(report).numerals
    return [n.span.of(report.document.text) for n in numerals if n.use in uses]


def test_numbers_are_sorted_by_what_they_were_taken_for(report):
    assert quote(report, Use.TARGET) == ["6"]
    assert quote(report, Use.RESULT) == ["25", "17"]
    assert quote(report, Use.BACKGROUND) == ["2021", "2020", "2021", "3", "5", "1", "12", "152"]
    assert quote(report, Use.UNCLASSIFIED) == ["13"]


def test_numbers_of_the_plan_that_are_no_target_are_found(report):
    others = [n for n in sort_numbers(report) if n.in_plan and n.use is not Use.TARGET]
    assert [n.span.of(TEXT) for n in others] == ["5", "1", "12", "152", "13"]


def test_a_figure_that_the_plan_only_mentions_is_background():
    text = TEXT.replace("落实152号文件", "去年新增企业120户，今年毕业生727万人")
    report = read_report(text.encode(), name="r.txt")
    assert {"120", "727"} <= set(quote(report, Use.BACKGROUND))


def test_every_number_is_counted_once_but_for_what_is_ignored():
    text = TEXT.replace("版权所有", "版权所有 2021 ICP备12号")
    report = read_report(text.encode(), name="r.txt")
    ignored = [part.span for part in report.ignored]
    wanted = [m.span() for m in NUMBER.finditer(text) if not any(m.start() in s for s in ignored)]
    assert [(n.span.start, n.span.end) for n in sort_numbers(report)] == wanted
    assert len(wanted) < len(re.findall(NUMBER, text))


def test_characters_left_out_are_counted_by_reason(report):
    ledger = keep_ledger(report)
    assert ledger.characters == len(TEXT)
    assert dict(ledger.ignored) == {"boilerplate": len("版权所有")}
    assert ledger.share_ignored == pytest.approx(len("版权所有") / len(TEXT))


def test_headings_are_counted_by_what_they_were_told_by():
    plan = f"一、工作任务\n\n加快转型升级。{'建成学校3所，' * 5}更好。"
    text = f"# 报告\n\n## 新起点\n\n{'增长6%，' * 9}更好。\n\n{plan}"
    ledger = keep_ledger(read_report(text.encode(), name="r.md"))
    told = {h.evidence: (h.count, h.confidence) for h in ledger.headings}
    assert told == {
        Evidence.NUMBER: (1, Confidence.SURE),
        Evidence.MARKUP: (1, Confidence.SURE),
        Evidence.LEAD: (1, Confidence.LIKELY),
    }


def test_the_size_of_letters_is_weaker_evidence_than_a_style():
    assert trust_heading(Evidence.MARKUP, "docx") is Confidence.SURE
    assert trust_heading(Evidence.MARKUP, "pdf") is Confidence.LIKELY
