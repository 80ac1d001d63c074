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
        pytest.param("支持市场采购、外贸综合服务企业发展。", id="it-supports-several-things"),
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


SERIES = {
    "two-clauses": (
        "坚持以民为本，践行服务宗旨",
        "坚持实干为要，敢于担当作为",
        "坚持法治为基，依法履行职责",
    ),
    "one-opening": (
        "一年来，我们聚力挖潜增效，推动经济持续向好",
        "一年来，我们深化改革创新，打造更优营商环境，激发活力",
        "一年来，我们尽力而为、量力而行，增进民生福祉",
    ),
    "no-verb": ("现代都市共创", "港区扩能提级", "八婺同心共富"),
}


@pytest.mark.parametrize("titles", SERIES.values(), ids=SERIES)
def test_paragraphs_that_open_alike_have_titles(titles):
    assert find_leads(*(f"{title}。{TEXT * 2}" for title in titles)) == [(3, t) for t in titles]


def test_a_review_nests_short_titles_below_the_one_that_opens_their_paragraph():
    inner = f"创新能力不断提升。{TEXT}产业升级步伐加快。{TEXT}"
    paragraphs = (f"{title}。{inner}" for title in SERIES["one-opening"])
    found = find_leads(*paragraphs, part="一、2023年工作回顾")
    assert [level for level, _ in found] == [3, 4, 4] * 3


def test_counted_paragraphs_have_titles():
    titles = "推动经济持续好转，增强发展动能", "扩大对外开放", "抓好民生保障，兜住底线"
    numbers = "一是", "二是", "三是"
    paragraphs = (f"{n}{title}。{TEXT * 2}" for n, title in zip(numbers, titles, strict=True))
    assert find_leads(*paragraphs, part="一、2023年工作回顾") == [(3, title) for title in titles]


def test_a_counted_paragraph_stands_above_the_short_titles_in_it():
    inner = f"创新能力不断提升。{TEXT}产业升级步伐加快。{TEXT}"
    paragraphs = (f"{n}是民生福祉不断增进。{inner}" for n in "一二三")
    found = find_leads(*paragraphs, part="一、2023年工作回顾")
    assert [level for level, _ in found] == [3, 4, 4] * 3


def test_short_counted_sentences_are_titles_together():
    paragraph = f"{TEXT}一是提高站位。{TEXT}二是示范先行。{TEXT}三是勇毅前行。{TEXT}"
    assert find_leads(paragraph) == [(3, "提高站位"), (3, "示范先行"), (3, "勇毅前行")]


@pytest.mark.parametrize(
    "firsts",
    [
        pytest.param(SERIES["two-clauses"][:2], id="two-are-no-series"),
        pytest.param(
            ("推进城市更新，改造小区200个", "扩大投资，新建学校3所", "发展旅游，建成景区2个"),
            id="they-have-figures",
        ),
        pytest.param(
            ("使命如炬，初心如磐", "香港、澳门与祖国休戚与共", "百舸争流，奋楫者先"), id="they-sing"
        ),
    ],
)
def test_paragraphs_that_only_look_alike_have_none(firsts):
    assert find_leads(*(f"{first}。{TEXT * 2}" for first in firsts)) == []


def test_paragraphs_that_open_alike_now_and_then_have_none():
    plain = f"{TEXT}{TEXT}"
    first, second, third = (f"{title}。{plain}" for title in SERIES["two-clauses"])
    assert find_leads(first, plain, plain, second, plain, plain, third) == []


def test_what_follows_a_bulleted_paragraph_stands_beside_it():
    bullets = f"——结构不断优化。{TEXT}", f"——质效稳步提升。{TEXT}"
    found = find_leads(*bullets, f"加快释放消费潜力。{TEXT}", part="一、2023年工作回顾")
    assert [level for level, _ in found] == [3, 3]
