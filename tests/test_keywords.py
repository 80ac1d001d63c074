"""Keywords name what a section is about, and nothing that every report says."""

import pytest

from compare import read_report
from compare.keywords import MOST, find_keywords

TAXES = (
    "降低增值税税率，减轻企业税费负担。",
    "加快落实增值税留抵退税。",
    "加快完善个人所得税制度，优化增值税申报。",
)
RICE = (
    "加快建设高标准农田200万亩，扩种水稻。",
    "推广水稻良种，加快农机更新。",
    "加快水稻烘干中心建设，落实补贴。",
)
FILLER = tuple(f"加快推进{thing}建设。" for thing in "学校 医院 公路 铁路 港口 机场 公园".split())


def write(year, first, second):
    parts = f"（一）优化环境\n\n{''.join(first)}", f"（二）兴农\n\n{''.join(second)}"
    text = "\n\n".join((f"一、{year}年工作安排", *parts))
    return read_report(text.encode(), name=f"{year}.txt", language="zh")


@pytest.fixture(scope="module")
def reports():
    return write(2020, FILLER, FILLER[:3]), write(2021, TAXES + FILLER, RICE)


@pytest.fixture(scope="module")
def keywords(reports):
    return find_keywords(*reports)


def by_title(report, keywords):
    return {section.title: words for section, words in zip(report.sections, keywords, strict=True)}


def test_every_section_has_its_place(reports, keywords):
    assert [*map(len, keywords)] == [len(report.sections) for report in reports]


def test_a_section_is_told_by_what_it_alone_repeats(reports, keywords):
    new = by_title(reports[1], keywords[1])
    assert "增值税" in new["优化环境"]
    assert "水稻" in new["兴农"]
    assert "水稻" not in new["优化环境"]


def test_what_every_report_says_is_no_keyword(keywords):
    assert not {"加快", "建设", "推进"} & {
        word for side in keywords for own in side for word in own
    }


def test_what_is_said_once_is_no_keyword(reports, keywords):
    assert not {"烘干", "个人所得税"} & {*by_title(reports[1], keywords[1])["兴农"]}
    assert by_title(reports[0], keywords[0])["优化环境"] == ()


def test_there_are_few(keywords):
    assert max(len(words) for side in keywords for words in side) <= MOST


def test_plans_of_nothing_have_none(reports):
    bare = read_report("各位代表：谢谢大家！".encode(), name="a.txt", language="zh")
    assert all(not words for words in find_keywords(bare, bare)[0])
