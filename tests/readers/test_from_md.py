"""Markdown: heading marks, rules and emphasis are seen, and never lost from the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.languages import get_language
from compare.model import BlockKind
from compare.readers import from_md, read_document
from compare.readers.sources import Source
from compare.text import read_lines


def read_words(text):
    return [line.view.text for line in read_lines(read_document(text.encode(), "r.md"), zh.repairs)]


zh = get_language("zh")


@pytest.mark.parametrize(
    ("line", "level"),
    [("# 报告", 1), ("## 一、回顾", 2), ("####  (三)民生 ##", 4), ("   ### 题", 3)],
)
def test_heading_marks_give_a_level_and_are_not_read(line, level):
    (read_line,) = read_lines(read_document(line.encode(), "r.md"), zh.repairs)
    assert read_line.level == level
    assert "#" not in read_line.view.text


@pytest.mark.parametrize("line", ["#标签", "####### 七级", "    # 代码", "第1# 机组"])
def test_not_every_hash_marks_a_heading(line):
    (read_line,) = read_lines(read_document(line.encode(), "r.md"), zh.repairs)
    assert read_line.level is None


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**新增就业**10万人", "新增就业10万人"),
        ("> 引文", "引文"),
        ("见[附件](https://example.org/a)。", "见附件。"),
        ("![图](a.png)正文", "正文"),
        ("第一<br>第二", "第一第二"),
        ("上<!-- 备注 -->下", "上下"),
        ("*新增*就业，增长*5%*。", "新增就业，增长5%。"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("增长5%*", "增长5%*"),
    ],
)
def test_marks_inside_a_line_are_not_read(marked, words):
    assert read_words(marked) == [words]


def test_what_is_less_than_something_is_no_tag():
    assert read_words("PM2.5浓度<35微克") == ["PM2.5浓度<35微克"]


def test_the_bars_of_a_table_are_not_read_and_its_columns_are_set_aside():
    table = "| 指标 | 目标 |\n|---|:--:|\n| 新增就业 | 25万人 |"
    assert read_words(table) == ["新增就业 25万人"]
    (columns,) = (b for b in read_document(table.encode(), "r.md").blocks if b.reason)
    assert columns.reason == "columns"


@given(st.text(alphabet="# *_|->[]()`!<br>\n一二A1", max_size=80))
def test_every_block_lies_inside_the_text_and_the_text_is_kept(text):
    document = from_md.read(Source("r.md", text.encode()))
    assert document.text == text
    for block in document.blocks:
        assert 0 <= block.span.start < block.span.end <= len(text)
        assert (block.level is not None) == (block.kind is BlockKind.HEADING)
