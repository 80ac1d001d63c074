"""CSV: a change a row, and nothing that a spreadsheet would run."""

import re

from comparisons import make_comparison
from papers import HOSTILE, make_hostile, read_csv

from compare.model import Delivery, Verdict
from compare.renderers.to_csv import render


def test_a_change_is_a_row():
    comparison = make_comparison()
    data = render(comparison)
    head, *rows = read_csv(data)
    assert data.startswith(b"\xef\xbb\xbf")
    assert [row[0] for row in rows] == [f"c{n}" for n, _ in enumerate(comparison.changes, 1)]
    assert {len(row) for row in rows} == {len(head)}
    assert rows[0][1:5] == [
        "下调",
        "? 把握不大",
        "地区生产总值增长6.5%左右",
        "地区生产总值增长5.5%左右",
    ]


def test_a_row_has_its_figures_and_what_came_of_them():
    target = make_comparison().old.pledges[0].quantities[0]
    silent = Delivery(target, 0, None, Verdict.UNREPORTED, rule="no figure found")
    _, row, *_ = read_csv(render(make_comparison(deliveries=(silent,))))
    assert row[-2:] == ["地区生产总值增长 6.5%左右 → 5.5%左右", "地区生产总值增长：未见反馈"]


def test_no_cell_is_a_formula():
    data = render(make_hostile())
    cells = [cell for row in read_csv(data) for cell in row]
    assert f"'{HOSTILE[0]}" in cells
    assert f"'{HOSTILE[1]}" in cells
    assert not [cell for cell in cells if re.match(r"\s*[=+\-@＝＋－＠]", cell)]


def test_a_row_is_a_line():
    comparison = make_hostile()
    lines = render(comparison).decode("utf-8-sig").splitlines()
    assert len(lines) == len(comparison.changes) + 1


def test_goals_that_were_merged_stand_in_one_cell():
    merged = make_comparison(links=[((5, 6), (6,), ())])
    assert read_csv(render(merged))[1][3] == "改造老旧小区300个 / 扩大普惠托育"
