"""Headings by numbering, by marks, or by standing alone; and how they nest."""

import pytest

from compare.headings import find_headings, find_title
from compare.languages import get_language
from compare.paragraphs import read_paragraphs
from compare.readers import read_document

ZH = get_language("zh")
TEXT = "新增城镇就业10万人以上，建成地铁3号线，完成老旧小区改造200个。"


def read(*lines, name="r.txt"):
    document = read_document("\n\n".join(lines).encode(), name)
    return read_paragraphs(document, ZH)[0]


def find(*lines, name="r.txt"):
    paragraphs = read(*lines, name=name)
    heads = find_headings(paragraphs, find_title(paragraphs, ZH), ZH)
    return [(head.level, head.number, head.title) for head in heads]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("一、工作回顾", (1, "一、", "工作回顾")),
        ("十一、自身建设", (1, "十一、", "自身建设")),
        ("(三)民生:更有温度", (2, "（三）", "民生：更有温度")),
        ("（十二）全面从严治党", (2, "（十二）", "全面从严治党")),
        ("第三章 主要任务", (1, "第三章", "主要任务")),
        ("第一部分 回顾", (1, "第一部分", "回顾")),
        ("第二，构建现代产业体系", (2, "第二", "构建现代产业体系")),
    ],
)
def test_numbering_gives_level_number_and_title(line, expected):
    assert find(line, TEXT) == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1.增强创新驱动。" + TEXT, (3, "1", "增强创新驱动")),
        ("2、发展夜间经济。" + TEXT, (3, "2、", "发展夜间经济")),
        ("（1）学前教育。" + TEXT, (4, "（1）", "学前教育")),
        ("——全力稳增长。" + TEXT, (3, "", "全力稳增长")),
        ("（一）扩大投资。" + TEXT, (2, "（一）", "扩大投资")),
    ],
)
def test_a_heading_may_run_into_its_text(line, expected):
    assert find(line) == [expected]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("1.新建学校12所。", "2.新建医院3家。"), id="items-with-a-stop"),
        pytest.param(("1.新建学校12所；", "2.新建医院3家；"), id="items-with-a-semicolon"),
        pytest.param(("1.新建学校12所", "2.新建医院3家"), id="bare-items"),
        pytest.param(("2.5%的增速来之不易。",), id="a-decimal"),
        pytest.param(("——新增就业10万人。",), id="a-bullet-that-is-all"),
        pytest.param(("第一，要" + TEXT,), id="an-ordinal-before-commitments"),
        pytest.param(("一、" + TEXT[:-1] + "，" + TEXT,), id="too-long-for-a-heading"),
    ],
)
def test_not_every_number_heads_something(lines):
    assert find(*lines) == []


def test_bulleted_lines_of_their_own_head_what_follows():
    bullets = "——我们砥砺攻坚，发展成效明显。", "——我们用心用情，生活增色添彩。"
    body = TEXT + TEXT
    assert find(bullets[0], body, bullets[1], body) == [
        (3, "", "我们砥砺攻坚，发展成效明显"),
        (3, "", "我们用心用情，生活增色添彩"),
    ]
    assert find(bullets[0], body) == []
    assert find("——新增就业10万人。", body, "——新建学校9所。", body) == []


def test_numbering_is_believed_before_marks():
    found = find("#### 一、回顾", "## （一）经济", "# （二）民生", TEXT, name="r.md")
    assert [level for level, _, _ in found] == [1, 2, 2]


def test_marks_are_believed_where_nothing_is_numbered():
    found = find("# 报告", "## 去年回顾", TEXT, "### 民生", TEXT, "## 今年任务", TEXT, name="r.md")
    assert [(level, title) for level, _, title in found] == [
        (1, "去年回顾"),
        (2, "民生"),
        (1, "今年任务"),
    ]


def test_a_short_line_heads_the_text_below_it_where_nothing_is_numbered():
    assert find("各位代表：", "去年成绩单", TEXT, "今年任务书", TEXT) == [
        (1, "", "去年成绩单"),
        (1, "", "今年任务书"),
    ]


def test_a_series_of_keywords_stands_below_the_line_before_it():
    found = find("序", "今年任务书", TEXT, "关键词：产业", TEXT, "关键词：民生", TEXT)
    assert [level for level, _, _ in found[-3:]] == [1, 2, 2]


@pytest.mark.parametrize(
    "line", ["各位代表：", "同志们、朋友们，", "新增就业10万人；", "让我们奋斗。"]
)
def test_a_short_line_that_is_a_sentence_heads_nothing(line):
    assert find("序", line, TEXT) == []


def test_among_numbered_headings_only_a_banner_needs_no_number():
    found = find(
        "2023年工作回顾", TEXT, "（一）经济", TEXT, "我市发展", TEXT, "2024年工作安排", TEXT
    )
    assert [title for _, _, title in found] == ["2023年工作回顾", "经济", "2024年工作安排"]


NESTS = [
    pytest.param(
        ("2023年工作回顾", TEXT, "2024年工作安排", "一、产业", "二、民生"),
        [1, 1, 2, 2],
        id="banners-hold-numbered-parts",
    ),
    pytest.param(
        ("2023年工作回顾", "（一）经济", "2024年工作安排", "（一）产业"),
        [1, 2, 1, 2],
        id="banners-hold-numbered-sections",
    ),
    pytest.param(
        ("2024年工作安排", "一、产业", "（一）工业", "二、民生", "（一）就业"),
        [1, 2, 3, 2, 3],
        id="banners-hold-two-levels",
    ),
    pytest.param(
        (
            "一、2023年工作回顾",
            "二、2024年工作",
            "总体要求和目标任务",
            "（一）产业",
            "三、自身建设",
        ),
        [1, 1, 2, 2, 1],
        id="a-line-below-a-part",
    ),
    pytest.param(
        ("第一章 回顾", "一、经济", "（一）工业", "第二章 任务", "一、产业"),
        [1, 2, 3, 1, 2],
        id="chapters-hold-parts",
    ),
    pytest.param(
        ("一、回顾", "第一，经济平稳", "第二，民生改善", "二、任务"),
        [1, 2, 2, 1],
        id="ordinals-below-parts",
    ),
    pytest.param(
        ("一、任务", "（一）产业", "第一，做强工业", "第二，做优服务", "（二）民生"),
        [1, 2, 3, 3, 2],
        id="ordinals-below-sections",
    ),
]


@pytest.mark.parametrize(("lines", "levels"), NESTS)
def test_headings_nest(lines, levels):
    spread = [line for head in lines for line in ((head, TEXT) if head != TEXT else (head,))]
    assert [level for level, _, _ in find("序", *spread)] == levels


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("2024年滨江市政府工作报告", "一、回顾"), 0),
        (("滨江日报", "政府工作报告（摘要）", "一、回顾"), 1),
        (("滨江区2020年计划执行情况与2021年计划草案", "一、回顾"), 0),
        (("现在，我向大会作政府工作报告。", "一、回顾"), None),
        (("一、政府工作报告", TEXT), None),
    ],
)
def test_the_title_is_a_line_that_is_worded_as_one(lines, title):
    assert find_title(read(*lines), ZH) == title
