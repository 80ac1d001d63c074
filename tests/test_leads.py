"""Lead sentences: those that only title the sentences after them."""

import pytest

from compare.languages import get_language
from compare.outline import read_outline
from compare.paragraphs import read_paragraphs
from compare.readers import read_document

ZH = get_language("zh")
TEXT = "新增城镇就业10万人以上，建成地铁3号线，完成老旧小区改造200个。"


def find_leads(*paragraphs, part="一、2024年工作安排"):
    text = "\n\n".join((part, "（一）保障民生", *paragraphs))
    outline = read_outline(read_paragraphs(read_document(text.encode(), "r.txt"), ZH)[0], ZH)
    return [
        (section.level, section.title)
        for top in outline.sections
        for section in top.walk()
        if section.level > 2
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "加快释放消费潜力",
        "加强制度创新",
        "优化公共服务供给",
        "打好污染防治攻坚战",
        "深化“美好教育”行动",
    ],
)
def test_a_short_first_sentence_titles_its_paragraph(lead):
    assert find_leads(f"{lead}。{TEXT}") == [(3, lead)]


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("新增城镇就业10万人。", id="it-has-a-figure"),
        pytest.param("推进城市更新，改善人居环境。", id="it-has-two-clauses"),
        pytest.param("制定出资人监管权责清单。", id="it-does-one-thing"),
        pytest.param("就业是最大的民生。", id="it-is-talk"),
    ],
)
def test_a_first_sentence_that_does_something_is_no_title(first):
    assert find_leads(f"{first}{TEXT}") == []


def test_a_sentence_alone_in_its_paragraph_titles_nothing():
    assert find_leads("加快释放消费潜力。", TEXT) == []


def test_a_series_of_titles_inside_a_paragraph_stands_below_its_lead():
    paragraph = f"千方百计扩大需求。加大投资力度。{TEXT}加快释放消费潜力。{TEXT}"
    assert find_leads(paragraph) == [
        (3, "千方百计扩大需求"),
        (4, "加大投资力度"),
        (4, "加快释放消费潜力"),
    ]


def test_a_short_sentence_further_on_is_a_commitment_like_any_other():
    assert find_leads(f"加大投资力度。{TEXT}深化医保改革。{TEXT}") == [(3, "加大投资力度")]


def test_counted_titles_stand_below_their_paragraph():
    paragraph = f"着力深化改革。一是强化创新主体地位。{TEXT}二是做强创新平台。{TEXT}"
    assert find_leads(paragraph) == [
        (3, "着力深化改革"),
        (4, "强化创新主体地位"),
        (4, "做强创新平台"),
    ]


def test_counted_sentences_without_a_body_are_commitments():
    assert find_leads("着力深化改革。一是强化创新主体地位。二是做强创新平台。") == [
        (3, "着力深化改革")
    ]


def test_a_review_is_titled_by_what_came_about():
    paragraph = f"创新能力不断提升。{TEXT}产业升级步伐加快。{TEXT}"
    assert find_leads(paragraph, part="一、2023年工作回顾") == [
        (3, "创新能力不断提升"),
        (3, "产业升级步伐加快"),
    ]


def test_other_parts_have_no_leads():
    assert find_leads(f"加快释放消费潜力。{TEXT}", part="一、“十四五”发展蓝图") == [
        (3, "加快释放消费潜力")
    ]  # the only part there is says nothing of itself: it is taken as a plan
