"""``outline`` and ``goals``: what a person sees of how one report was read."""

import json

import pytest
from click.testing import CliRunner

from compare.cli import main
from compare.cli.layout import measure, wrap

REPORT = """2024年政府工作报告

一、2023年工作回顾

过去一年，全市地区生产总值增长5%，新增就业20万人，各项工作取得了新的成绩。

三、2024年工作安排

加快产业转型升级。建成“5G+工业互联网”示范工厂20家，新增规上工业企业1000家，培育专精特新企业100家以上。

版权所有 某某网站
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    path = tmp_path / "r.txt"
    path.write_text(REPORT, encoding="utf-8")

    def invoke(*arguments, width=80):
        monkeypatch.setenv("COLUMNS", str(width))
        done = CliRunner().invoke(main, [arguments[0], str(path), *arguments[1:]])
        assert done.exit_code == 0, done.output
        return done.stdout

    return invoke


def test_an_outline_shows_tree_roles_years_and_what_was_left_out(run):
    lines = run("outline", "--lang", "en").splitlines()
    assert lines[0] == "2024年政府工作报告 · 2024"
    rows = [line.split() for line in lines]
    assert ["3", "一、2023年工作回顾", "review", "2023", "3"] in rows
    assert ["7", "三、2024年工作安排", "plan", "2024", "3"] in rows
    assert ["9", "·", "加快产业转型升级", "3"] in rows
    assert any("版权所有 某某网站" in line and "not the report itself" in line for line in lines)


def test_an_outline_accounts_for_headings_and_numbers(run):
    shown = run("outline", "--lang", "en", width=120)
    assert "3: 2 by number (sure), 1 sentences that title their paragraph (likely)" in shown
    assert "7: 3 are targets, 2 results" not in shown  # the years of headings are numbers too
    assert "3 are targets, 2 results, 4 background" in shown


def test_an_outline_shows_what_is_doubtful(run):
    assert "! r.txt：“一、”之后是“三、”，可能漏认了标题" in run("outline").replace("\n  ", "")


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("command", ["outline", "goals"])
def test_no_line_is_wider_than_the_terminal(command, width, run):
    assert max(map(measure, run(command, width=width).splitlines())) <= width


def test_goals_are_listed_under_their_headings(run):
    lines = run("goals").splitlines()
    assert lines[2:5] == [
        "2024年工作安排",
        "  加快产业转型升级",
        "    9  建成“5G+工业互联网”示范工厂20家",
    ]
    assert lines[-1] == "共3项目标，其中数字3个"


def test_the_ledger_is_in_the_json(run):
    ledger = json.loads(run("outline", "--format", "json"))["ledger"]
    assert ledger["characters"] == len(REPORT)
    assert ledger["ignored"] == {"boilerplate": len("版权所有 某某网站")}
    assert ledger["numbers"] == {"target": 3, "result": 2, "background": 4, "unclassified": 0}


def test_no_line_begins_with_a_mark_that_ends_something():
    text = "一二三四五，六七八九十。《百》千万"
    assert wrap(text, 10) == ["一二三四", "五，六七八", "九十。", "《百》千万"]
