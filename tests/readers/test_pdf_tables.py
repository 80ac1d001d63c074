"""Tables of a PDF that no lines rule: cells told by the blanks and distances between them."""

import pytest
from documents import make_pdf, set_lines, wrap

from compare.pipeline import read_report
from compare.readers import read_document

HEAD = ("指标", "单位", "去年完成", "今年目标")
ROWS = (
    HEAD,
    ("城镇新增就业", "万人", "23", "25以上"),
    ("居民收入增长", "%", "5.0", "5.5左右"),
    ("新改建养老服务中心", "家", "30", "40"),
)
COLUMNS = 80, 260, 320, 420
PROSE = "新增城镇就业二十万人以上，支持高校毕业生就业创业，加快建设数字乡村。"


def set_table(rows, columns=COLUMNS, top=200, leading=24, size=12, inner=18):
    """Set a table: a cell of several lines is a tuple, the rows below it stand further down."""
    y = top
    for row in rows:
        cells = [cell if isinstance(cell, tuple) else (cell,) for cell in row]
        for x, lines in zip(columns, cells, strict=True):
            for i, line in enumerate(lines):
                if line:
                    yield x, y + inner * i, size, line
        y += leading + inner * (max(map(len, cells)) - 1)


def read_lines(*tables):
    return read_document(make_pdf([list(items) for items in tables]), "a.pdf").text.splitlines()


@pytest.mark.parametrize("leading", [16, 20, 30])
def test_rows_of_short_cells_are_rows(leading):
    assert read_lines(set_table(ROWS, leading=leading)) == ["\t".join(row) for row in ROWS]


def test_an_empty_cell_keeps_its_place():
    rows = (*ROWS, ("", "%", "4.0", "4.5"), ("老旧小区", "个", "", "200"))
    assert read_lines(set_table(rows)) == ["\t".join(row) for row in rows]


BROKEN = (
    ("项目", "内容", "", "今年目标"),
    ("轨道交通", ("加快地铁三号线和机场快", "线建设"), "", ("完成投资一百二", "十亿元")),
    ("老旧小区", "加装电梯", "", "改造200个"),
    (("养老服务", "设施"), ("新建社区养老服务中心并", "培训护理员"), "", "新建30家"),
)


def join_cells(row):
    return "\t".join("".join(cell) for cell in row if cell)


def test_the_lines_of_a_cell_are_one():
    columns = 80, 160, 400, 420
    expected = [join_cells(row) for row in BROKEN]
    assert read_lines(set_table(BROKEN, columns=columns)) == expected


def test_a_line_of_text_above_and_below_is_none_of_a_table():
    short = PROSE[-12:]
    page = [(80, 182, 12, short), *set_table(ROWS), (80, 296, 12, short)]
    assert read_lines(page) == [short, *("\t".join(row) for row in ROWS), short]


def test_targets_of_such_a_table_are_goals():
    heads = [(80, 100, 16, "政府工作报告"), (80, 150, 14, "一、2024年工作安排")]
    report = read_report(make_pdf([[*heads, *set_table(ROWS)]]), name="a.pdf")
    assert [goal.wording for goal in report.pledges] == [
        "城镇新增就业25万人以上",
        "居民收入增长5.5%左右",
        "新改建养老服务中心40家",
    ]
    assert not report.document.notes


def test_text_in_two_columns_is_no_table():
    left = set_lines(wrap(PROSE * 4, 18))
    right = [(x + 260, y, size, line) for x, y, size, line in set_lines(wrap(PROSE * 4, 18))]
    assert "\t" not in read_document(make_pdf([[*left, *right]]), "a.pdf").text


def test_lines_apart_that_are_no_table_are_named():
    words = "甲", "乙", "丙", "丁"
    page = [
        (80 + 75 * i + 60 * j, 200 + 24 * i, 12, w) for i, w in enumerate(words) for j in (0, 2)
    ]
    document = read_document(make_pdf([page]), "a.pdf")
    assert [note.code for note in document.notes] == ["unread-tables"]
