"""Headings become a tree with roles and years, and the text between them passages."""

import pytest

from compare.languages import get_language
from compare.model import Role
from compare.outline import find_year, read_outline
from compare.paragraphs import read_paragraphs
from compare.readers import read_document

ZH = get_language("zh")
TEXT = "新增城镇就业10万人以上，建成地铁3号线，完成老旧小区改造200个。"


def read(*lines):
    text = "\n\n".join(lines)
    return text, read_outline(read_paragraphs(read_document(text.encode(), "r.txt"), ZH)[0], ZH)


def list_roles(*titles):
    _, outline = read(*(line for title in titles for line in (title, TEXT)))
    return [section.role.value for section in outline.sections]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("一、2023年工作回顾", "review"),
        ("一、过去五年工作回顾", "review"),
        ("一、2020年国民经济和社会发展计划执行情况", "review"),
        ("一、过去一年的主要工作", "review"),
        ("二、2024年工作安排", "plan"),
        ("二、今年经济社会发展的总体要求和主要目标", "plan"),
        ("二、对2018年政府工作的建议", "plan"),
        ("三、实现2021年国民经济和社会发展目标的主要措施", "plan"),
        ("三、加强政府自身建设", "plan"),
        ("二、“十四五”时期发展蓝图", "other"),
        ("二、未来五年展望", "other"),
    ],
)
def test_the_heading_of_a_part_says_what_it_does(title, role):
    others = ["八、2019年工作回顾", "九、2020年工作安排"]  # so that some heading says it
    assert list_roles(title, *others)[0] == role


def test_what_follows_a_plan_goes_on_with_it():
    assert list_roles("一、2024年工作回顾", "二、2025年工作总体部署", "三、把改革推向纵深") == [
        "review",
        "plan",
        "plan",
    ]


def test_where_no_heading_says_what_it_does_everything_is_a_plan():
    assert list_roles("一、产业", "二、民生") == ["plan", "plan"]


def test_sections_take_the_role_of_their_part():
    _, outline = read(
        "一、2023年工作回顾", "（一）经济", TEXT, "二、2024年工作安排", "（一）产业", TEXT
    )
    assert [[s.role for s in top.walk()] for top in outline.sections] == [
        [Role.REVIEW] * 2,
        [Role.PLAN] * 2,
    ]


def test_spans_run_from_the_heading_to_the_end_of_the_section():
    text, outline = read("序", "一、回顾", "（一）经济", TEXT, "（二）民生", TEXT, "二、任务", TEXT)
    first, second = outline.sections
    assert first.span.of(text) == f"一、回顾\n\n（一）经济\n\n{TEXT}\n\n（二）民生\n\n{TEXT}"
    assert [child.span.of(text) for child in first.children] == [
        f"（一）经济\n\n{TEXT}",
        f"（二）民生\n\n{TEXT}",
    ]
    assert second.heading.of(text) == "二、任务"


def test_a_heading_inside_a_line_ends_the_section_before_it_there():
    text, outline = read("一、任务", f"1.产业。{TEXT}", f"2.民生。{TEXT}")
    first, second = outline.sections[0].children
    assert first.heading.of(text) == "1.产业。"
    assert first.span.of(text) == f"1.产业。{TEXT}"
    assert second.span.of(text) == f"2.民生。{TEXT}"


def test_passages_are_the_text_without_its_headings():
    _, outline = read(
        "2024年政府工作报告", "开场白。", "一、2024年任务", f"1.产业。{TEXT}", "（一）民生", TEXT
    )
    assert [(p.view.text, p.role) for p in outline.passages] == [
        ("开场白。", Role.OTHER),
        (TEXT, Role.PLAN),
        (TEXT, Role.PLAN),
    ]
    assert outline.title == "2024年政府工作报告"


def test_a_text_without_headings_is_all_plan():
    _, outline = read(TEXT, TEXT)
    assert outline.sections == ()
    assert [passage.role for passage in outline.passages] == [Role.PLAN] * 2


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024年工作安排", 2024),
        ("2020年执行情况与2021年计划草案", 2021),
        ("过去一年工作回顾", None),
        ("投资12024万元", None),
    ],
)
def test_a_heading_speaks_of_the_last_year_it_names(text, year):
    assert find_year(text, ZH) == year


def test_years_come_down_from_the_part():
    _, outline = read("一、2023年工作回顾", "（一）经济", TEXT, "二、今年任务", "（一）产业", TEXT)
    assert [[s.year for s in top.walk()] for top in outline.sections] == [[2023, 2023], [None] * 2]


def test_a_section_ends_where_the_speaker_turns_to_the_audience():
    text, outline = read(
        "一、2024年工作安排",
        "各位代表！今年要抓好以下工作。",
        "（一）保障民生",
        f"加快教育发展。{TEXT}",
        "各位代表，新的一年要加强自身建设。",
        f"推进政府建设。{TEXT}",
    )
    (part,) = outline.sections
    assert [child.title for child in part.children] == ["保障民生", "推进政府建设"]
    assert part.children[0].span.end < text.index("各位代表，")
    assert part.span.end == len(text)
