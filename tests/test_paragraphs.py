"""Lines become paragraphs; what is not the report is set aside."""

import pytest

from compare.languages import get_language
from compare.paragraphs import is_numbered, read_paragraphs
from compare.readers import read_document

ZH = get_language("zh")
LONG = "推进新基建、新消费、新制造、新电商，大力提振现代服务业，持续做强数字经济核心产业，着力补短"
BODY = [
    f"第{n}方面，我们推进了许多重要的项目，建成道路{n}公里，新增学位{n}个，改造老旧小区{n}个，"
    f"新增绿地面积{n}万平方米，引进各类人才{n}名，办好了人民群众关心的每一件实事。"
    for n in range(11, 20)
]


def read(text, name="r.txt"):
    return read_paragraphs(read_document(text.encode(), name), ZH)


def list_texts(text, name="r.txt"):
    return [paragraph.text for paragraph in read(text, name)[0]]


def list_ignored(text):
    return [(i.reason, i.span.of(text)) for i in read(text)[1]]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n", "\n\x0c\n", "\n---\n"])
def test_a_sentence_cut_by_a_page_break_is_joined(gap):
    assert list_texts(f"{LONG}{gap}板、堵漏洞。") == [f"{LONG}板、堵漏洞。"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(f"{LONG}板。", "新增就业10万人。", id="a-full-stop"),
        pytest.param(f"{LONG}：", "新增就业10万人。", id="a-colon"),
        pytest.param("2024年工作安排", "新增就业10万人。", id="a-short-line"),
        pytest.param(LONG, "（二）促进消费", id="a-numbered-line"),
        pytest.param(LONG, "——全力稳增长。", id="a-bullet"),
        pytest.param(LONG, "责任编辑：李华", id="furniture"),
        pytest.param(
            "（一）牢牢扭住新型工业化这个关键任务，全力打造更具国际竞争力的现代化产业体系",
            "新增规上企业30家。",
            id="a-long-heading",
        ),
    ],
)
def test_lines_that_are_two_stay_two(before, after):
    assert len(read(f"{before}\n{after}")[0]) + len(read(f"{before}\n{after}")[1]) == 2


def test_a_subscript_on_a_line_of_its_own_is_joined():
    text = "打好攻坚战。全市PM\n2.5\n浓度下降，可吸入颗粒物（PM\n10\n）浓度下降。"
    assert list_texts(text) == ["打好攻坚战。全市PM2.5浓度下降，可吸入颗粒物（PM10）浓度下降。"]


def test_a_place_where_a_text_may_be_broken_is_no_empty_line():
    text = "开局良好。经济平稳。生产总值达到74.4\n\u200b\n万亿元，增长6.7%。"
    assert list_texts(text) == ["开局良好。经济平稳。生产总值达到74.4万亿元，增长6.7%。"]


def test_the_span_of_a_joined_paragraph_covers_the_break():
    text = f"题目在此\n\n{LONG}\n\n板、堵漏洞。"
    paragraph = read(text)[0][1]
    assert paragraph.span.of(text) == f"{LONG}\n\n板、堵漏洞。"
    assert paragraph.view.text == f"{LONG}板、堵漏洞。"


def test_a_second_copy_is_set_aside_with_what_stands_between():
    body = "\n".join(BODY)
    text = f"一、回顾\n{body}\n相关规划\n索引号\n一、回顾\n{body}"
    kept, ignored = read(text)
    assert [p.text for p in kept] == ["一、回顾", *BODY]
    assert [(i.reason, i.span.of(text)) for i in ignored] == [
        ("boilerplate", "相关规划\n索引号"),
        ("duplicate", f"一、回顾\n{body}"),
    ]


def test_a_copy_may_break_off():
    body = "\n".join(BODY)
    text = f"{body}\n{body[:-30]}"
    kept, ignored = read(text)
    assert [p.text for p in kept] == BODY
    assert sum(len(i.span) for i in ignored) >= len(body) - 40


def test_a_sentence_said_twice_is_no_copy():
    text = "\n".join([*BODY, "新增就业10万人。", BODY[0]])
    assert read(text)[1] == ()


@pytest.mark.parametrize(
    "line",
    [
        "索引号：11330000/2024-00012",
        "发布日期：2024-02-01",
        "浏览次数：1024",
        "2024-01-31",
        "2024年1月31日",
        "责任编辑：李华",
        "来源：滨江日报",
        "当前位置：首页 > 政务公开",
        "会议现场。记者 王明 摄",
    ],
)
def test_a_line_of_a_web_page_is_set_aside(line):
    body = "\n".join(["一、回顾", *BODY[:3]])
    assert list_ignored(f"{line}\n{body}") == [("boilerplate", line)]


@pytest.mark.parametrize(
    "line",
    ["加强信息公开，规范发布机构管理，全年公开信息10万条。", "打造文化来源地，新增博物馆3家。"],
)
def test_a_sentence_with_the_same_words_stays(line):
    assert list_texts(f"一、安排\n{line}\n{BODY[0]}")[1] == line


def test_nothing_after_the_footer_belongs_to_the_report():
    body = "\n".join(["一、回顾", *BODY])
    text = f"{body}\n版权所有：滨江市人民政府\n联系我们\n网站地图"
    assert list_ignored(text) == [("boilerplate", "版权所有：滨江市人民政府\n联系我们\n网站地图")]


@pytest.mark.parametrize("text", ["一、回顾", "（三）民生", "2.提升服务", "第一章 总则", "①学校"])
def test_numbering_is_seen(text):
    assert is_numbered(text, ZH)


@pytest.mark.parametrize(
    "text", ["一是改革", "2.5%的增速", "2024年工作", "第一产业增长", "十分重要"]
)
def test_other_figures_are_no_numbering(text):
    assert not is_numbered(text, ZH)
