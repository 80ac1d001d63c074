"""Whose report it is, and of which year."""

import pytest

from compare.pipeline import read_report

PARTS = "一、工作回顾\n\n增长6%。\n\n二、工作安排\n\n新增就业10万人。"


def read(text, name="report.txt"):
    return read_report(text.encode(), name=name, language="zh")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("二、2024年工作安排\n\n建成地铁。", 2024, id="the-plan"),
        pytest.param("一、2023年工作回顾\n\n增长6%。", 2024, id="the-review-is-of-the-year-before"),
        pytest.param(f"2022年政府工作报告\n\n{PARTS}", 2022, id="the-title"),
        pytest.param(
            f"政府工作报告\n\n——2021年1月20日在大会上\n\n{PARTS}", 2021, id="the-first-lines"
        ),
        pytest.param(PARTS, None, id="nothing"),
        pytest.param(
            "一、2020年工作回顾\n\n增长6%。\n\n二、“十四五”规划和2035年远景\n\n蓝图。\n\n"
            "三、2021年任务\n\n建成地铁。",
            2021,
            id="not-a-far-year",
        ),
        pytest.param(
            "2020年计划执行情况与2021年计划草案\n\n" + PARTS,
            2021,
            id="the-later-of-two-in-the-title",
        ),
    ],
)
def test_the_year_is_that_of_the_plan(text, year):
    assert read(text).year == year


def test_the_name_of_the_file_is_the_last_resort():
    assert read(PARTS, "海州-2019.txt").year == 2019
    assert read(f"2022年政府工作报告\n\n{PARTS}", "海州-2019.txt").year == 2022
    assert read(PARTS, "scan-20190412.txt").year is None


@pytest.mark.parametrize(
    ("top", "issuer"),
    [
        ("2024年滨江市政府工作报告", "滨江市"),
        ("滨江市人民政府工作报告", "滨江市人民政府"),
        ("现在，我代表滨江市人民政府，向大会报告工作。", "滨江市人民政府"),
        ("现在，我代表国务院，向大会报告政府工作。", "国务院"),
        ("——2024年1月15日在滨江市第十届人民代表大会第四次会议上", "滨江市"),
        ("滨江区2020年国民经济和社会发展计划执行情况", "滨江区"),
        ("滨江区 2019 年政府工作报告", "滨江区"),
        ("内蒙古自治区政府工作报告", "内蒙古自治区"),
    ],
)
def test_the_issuer_is_who_reports(top, issuer):
    assert read(f"{top}\n\n{PARTS}").issuer == issuer


def test_an_unnamed_issuer_is_the_place_named_most_often():
    text = (
        f"政府工作报告\n\n我代表市人民政府报告工作。\n\n{PARTS}南京南部新城，南京江北新区，北京。"
    )
    assert "南京" in read(text).issuer


def years(text):
    report = read(text)
    return {section.title: section.year for section in report.sections}


def test_a_plan_speaks_of_the_reports_year_and_a_review_of_the_one_before():
    found = years(f"2024年政府工作报告\n\n{PARTS}\n\n（一）就业\n\n新增岗位10万个。")
    assert found == {"工作回顾": 2023, "工作安排": 2024, "就业": 2024}


def test_parts_about_many_years_keep_none():
    text = (
        "2018年政府工作报告\n\n一、过去五年工作回顾\n\n（一）经济\n\n年均增长6%。\n\n"
        "二、“十四五”发展蓝图\n\n（一）目标\n\n翻一番。\n\n三、今年任务\n\n建成地铁。"
    )
    assert years(text) == {
        "过去五年工作回顾": None,
        "经济": None,
        "“十四五”发展蓝图": None,
        "目标": None,
        "今年任务": 2018,
    }


def test_a_year_named_in_a_part_about_many_stays():
    assert years(
        "一、“十二五”时期和2015年工作回顾\n\n增长6%。\n\n二、2016年任务\n\n建成地铁。"
    ) == {
        "“十二五”时期和2015年工作回顾": 2015,
        "2016年任务": 2016,
    }
