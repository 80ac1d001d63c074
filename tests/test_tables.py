"""Targets that stand in tables are targets like those in sentences."""

import pytest
from documents import make_docx, paragraph

from compare.pipeline import read_report

CHINESE = ("2024年政府工作报告", "一、2023年工作回顾", "新增就业21万人。", "二、2024年目标任务")
ENGLISH = ("Annual Plan 2024", "I. Review of 2023", "We created jobs.", "II. Plan for 2024")


def write_table(*rows):
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def read(before, *rows):
    body = [*map(paragraph, before), write_table(*rows)]
    return read_report(make_docx(body), name="report.docx")


def list_targets(report):
    return [(g.wording, [(q.value, q.unit) for q in g.quantities]) for g in report.pledges]


def test_a_row_is_read_with_its_column_and_unit():
    report = read(
        CHINESE,
        ("序号", "指标", "单位", "2023年实绩", "2024年目标"),
        ("1", "城镇新增就业", "万人", "34.3", "25以上"),
        ("2", "新建学校", "所", "30", "20"),
    )
    assert list_targets(report) == [
        ("城镇新增就业25万人以上", [(250_000, "人")]),
        ("新建学校20所", [(20, "所")]),
    ]


def test_every_target_points_into_its_row():
    report = read(CHINESE, ("指标", "单位", "目标"), ("城镇新增就业", "万人", "25以上"))
    (goal,) = report.pledges
    (quantity,) = goal.quantities
    text = report.document.text
    assert goal.span.of(text) == "城镇新增就业\t万人\t25以上"
    assert quantity.figure.of(text) == "25以上"


@pytest.mark.parametrize("value", ["25万人以上", "25 万人以上"])
def test_a_value_with_its_unit_needs_no_other(value):
    report = read(CHINESE, ("指标", "单位", "目标"), ("城镇新增就业", "万人", value))
    assert list_targets(report) == [("城镇新增就业25万人以上", [(250_000, "人")])]


def test_the_names_of_columns_are_neither_goals_nor_headings():
    report = read(CHINESE, ("指标", "目标"), ("城镇新增就业", "25万人以上"))
    assert [section.title for section in report.sections] == ["2023年工作回顾", "2024年目标任务"]
    assert len(report.pledges) == 1
    assert "columns" in {part.reason for part in report.ignored}


def test_english_cells_meet_with_a_colon():
    report = read(
        ENGLISH, ("Indicator", "2023 actual", "2024 target"), ("New urban jobs", "11", "12")
    )
    assert "New urban jobs: 12" in [goal.wording for goal in report.pledges]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_of_the_targets_of_two_years_the_later_is_planned_in_markdown_too(end):
    rows = (
        "| Measure | 2023 Target | 2024 Target |",
        "|---|---|---|",
        "| New jobs | 20,000 | 25,000 |",
    )
    text = end.join(("# Annual Plan 2024", "", "## Plan for 2024", "", *rows, "| GDP | 5% | 6% |"))
    report = read_report(text.encode(), name="report.md", language="en")
    assert [goal.wording for goal in report.pledges] == ["New jobs: 25,000", "GDP: 6%"]
