"""XLSX: read back as a spreadsheet would, and nothing in it runs."""

import io
import re
import zipfile

import pytest
from comparisons import PLAN_2020, PLAN_2024, make_comparison, make_delivery, make_report
from papers import HOSTILE, make_hostile, read_xlsx

from compare.model import Link, Verdict
from compare.renderers.to_xlsx import LONGEST, render


@pytest.fixture(scope="module")
def data():
    return render(make_comparison())


def list_sheets(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    return [archive.read(f"xl/worksheets/sheet{number}.xml").decode() for number in range(1, 5)]


def test_there_are_four_sheets(data):
    sheets = read_xlsx(data)
    assert list(sheets) == ["概要", "逐项对照", "数字目标", "章节去向"]
    assert sheets["概要"][1][0].startswith("2020年提出的10项目标")


def test_tables_have_filters_and_a_head_that_stays(data):
    _, *tables = list_sheets(data)
    for table in tables:
        assert "<autoFilter" in table
        assert re.search(r'<pane [^>]*ySplit="1"[^>]*state="frozen"', table)


def test_ids_are_those_of_every_format(data):
    rows = read_xlsx(data)["逐项对照"][1:]
    assert [row[0] for row in rows] == [f"c{n}" for n in range(1, len(rows) + 1)]
    assert rows[0][3:5] == ["地区生产总值增长6.5%左右", "地区生产总值增长5.5%左右"]


def test_figures_are_numbers(data):
    _, row, *_ = read_xlsx(data)["数字目标"]
    assert row[:8] == ["c1", "地区生产总值增长", "6.5%左右", 6.5, "%", "5.5%左右", 5.5, "%"]


def test_a_target_stands_beside_its_result():
    old, new = make_report(2020, PLAN_2020), make_report(2024, PLAN_2024)
    deliveries = (
        make_delivery(old, 1, Verdict.UNREPORTED),
        make_delivery(old, 0, Verdict.MISSED, new.pledges[0].quantities[0]),
    )
    rows = read_xlsx(render(make_comparison(old, new, deliveries=deliveries)))["数字目标"]
    told = {row[1]: row[9:11] for row in rows}
    assert told["地区生产总值增长"] == ["5.5%左右", "未完成"]
    assert told["城镇调查失业率"][-1] == "未见反馈"


def test_sections_say_where_they_went():
    made = make_comparison()
    links = (Link((1,), (2,), 0.5), Link((3,), (), 0.9), Link((), (1,), 0.9))
    comparison = type(made)(made.old, made.new, links, made.changes)
    rows = read_xlsx(render(comparison))["章节去向"][1:]
    assert [row[0] for row in rows] == ["延续", "未再提", "新增"]
    assert rows[0][1:5] == ["(一) 稳就业", 3, "(二) 惠民生", 2]


def test_nothing_is_a_formula_or_a_link():
    data = render(make_hostile())
    for sheet in list_sheets(data):
        assert "<f>" not in sheet
        assert "<hyperlink" not in sheet
    cells = [cell for row in read_xlsx(data)["逐项对照"] for cell in row]
    assert HOSTILE[0] in cells
    assert max(len(str(cell)) for cell in cells) <= LONGEST


def test_a_text_longer_than_a_cell_is_cut_not_lost():
    old = make_report(2020, [("", ["长" * 100_000])])
    rows = read_xlsx(render(make_comparison(old, make_report(2024, []), [])))["逐项对照"]
    assert len(rows[1][3]) == LONGEST
    assert rows[1][3].endswith("长…")
