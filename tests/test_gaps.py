"""Outlines of which something seems to be missing are told from those that are whole."""

import pytest

from compare.gaps import find_bare, find_long, find_skips
from compare.pipeline import read_report

BODY = "\n\n新增就业10万人，建成地铁3号线，改造老旧小区200个。\n\n"


def read(*headings, bodies=None):
    bodies = bodies or [BODY] * len(headings)
    text = "".join(heading + body for heading, body in zip(headings, bodies, strict=True))
    return read_report(text.encode(), name="r.txt", year=2024)


@pytest.mark.parametrize(
    ("headings", "skips"),
    [
        pytest.param(("一、工作回顾", "二、工作安排"), [], id="whole"),
        pytest.param(("一、工作回顾", "三、工作安排"), [("一、", "三、")], id="a-part-is-missing"),
        pytest.param(("二、工作安排", "三、自身建设"), [("", "二、")], id="the-first-is-missing"),
        pytest.param(
            (
                "一、工作安排",
                "（一）兴业",
                "（三）惠民",
                "二、自身建设",
                "（一）依法",
                "（二）廉洁",
            ),
            [("（一）", "（三）")],
            id="a-section-is-missing",
        ),
        pytest.param(
            ("一、回顾", "（一）兴业", "二、工作安排", "（一）惠民", "（二）绿色"),
            [],
            id="each-part-counts-anew",
        ),
    ],
)
def test_numbers_that_skip_are_found(headings, skips):
    found = find_skips(read(*headings).outline)
    assert [(skip.before, skip.section.number) for skip in found] == skips


def test_counted_sentences_may_skip():
    first = "一是抓好就业。新增就业10万人，办好技校5所。"
    text = f"一、安排\n\n{first}三是抓好教育。新建学校5所，改造教室9间。"
    assert not list(find_skips(read_report(text.encode(), name="r.txt").outline))


def test_the_items_of_a_form_may_be_left_out():
    text = b"Item 1. Business\n\nWe will sell tools.\n\nItem 7. Outlook\n\nWe will grow.\n"
    report = read_report(text, name="r.txt", language="en")
    assert [section.number for section in report.sections] == ["Item 1", "Item 7"]
    assert "numbering-gap" not in {note.code for note in report.notes}


SECTIONS = ("一、工作安排", *(f"（{n}）办好实事" for n in "一二三四五"))


@pytest.mark.parametrize(
    ("bodies", "long"),
    [
        pytest.param([BODY] * 6, [], id="alike"),
        pytest.param([BODY] * 5 + [BODY * 9], ["（五）"], id="one-dwarfs-the-rest"),
        pytest.param([BODY] * 5 + [BODY * 3], [], id="one-is-longer"),
    ],
)
def test_a_section_that_dwarfs_those_beside_it_is_found(bodies, long):
    found = find_long(read(*SECTIONS, bodies=bodies))
    assert [section.number for section, _ in found] == long


def test_a_table_of_contents_leaves_headings_without_text():
    report = read(
        "一、工作回顾\n\n",
        "二、工作安排\n\n",
        "一、工作回顾",
        "二、工作安排",
        bodies=["", "", BODY, BODY],
    )
    assert [section.number for section in find_bare(report)] == ["一、", "二、"]
    assert not find_bare(read("一、工作回顾", "二、工作安排"))
