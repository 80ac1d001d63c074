"""Chinese: what is furniture, what a part does, what a clause does, and words for matching."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.languages import find_language, get_language

ZH = get_language("zh")
chinese = st.text(alphabet="新增就业万人，。；：“”（）《》、年2024%.,;:()AI ％２·—", max_size=60)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("今年经济社会发展的主要预期目标是：地区生产总值增长6%左右。", "zh"),
        ("The main targets for this year: GDP growth of around 6 percent.", "en"),
        ("推进 GDP、APEC、eWTP 示范区建设，打造 AI 高地。", "zh"),
    ],
)
def test_a_text_is_in_the_language_most_of_it_is_written_in(text, code):
    assert find_language(text).code == code


@given(chinese)
def test_words_joined_again_are_the_text(text):
    assert "".join(ZH.split_words(text)) == text


@given(chinese)
def test_folding_keeps_the_length_and_is_done_once(text):
    folded = ZH.fold(text)
    assert len(folded) == len(text)
    assert ZH.fold(folded) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("增长８％", "增长8%"),
        ("“放管服”，改革", '"放管服",改革'),
        ("（一）", "(一)"),
        ("ＡＩ", "ai"),
    ],
)
def test_what_only_looks_different_folds_together(one, other):
    assert ZH.fold(one) == ZH.fold(other)


@given(chinese)
def test_sentences_and_clauses_leave_nothing_out(text):
    for pattern in (ZH.goals.sentence, ZH.goals.clause):
        assert "".join(match[0] for match in pattern.finditer(text)) == text


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("第一句。第二句！第三句？", ["第一句。", "第二句！", "第三句？"]),
        ("“完整的话。还有。”他说。", ["“完整的话。还有。”他说。"]),
        ("分句；分句。", ["分句；", "分句。"]),
        ("没有结尾", ["没有结尾"]),
    ],
)
def test_a_sentence_ends_at_its_mark_but_not_inside_quotes(text, sentences):
    assert [match[0] for match in ZH.goals.sentence.finditer(text) if match[0]] == sentences


@pytest.mark.parametrize(
    "clause",
    [
        "加快建设智能工厂，",
        "我们要推进医保改革。",
        "新增规上工业企业30家",
        "将实施重大项目",
        "对违规行为要严肃查处",
    ],
)
def test_a_clause_with_an_action_starts_a_goal(clause):
    assert ZH.goals.starts_goal(clause)


@pytest.mark.parametrize(
    "clause", ["让群众更有获得感", "切实减轻负担", "地区生产总值稳步增长", "建设"]
)
def test_a_clause_that_completes_another_starts_none(clause):
    assert not ZH.goals.starts_goal(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "以数字化改革为牵引，",
        "围绕打造消费中心，",
        "到2025年，",
        "今后五年，",
        "从5月1日起，",
        "对下放的审批事项，",
        "面对新形势新任务，",
    ],
)
def test_a_clause_that_prepares_leads_in(clause):
    assert ZH.goals.leads_in(clause)


@pytest.mark.parametrize(
    "clause", ["新增就业10万人，", "为企业减负200亿元，", "围绕中心投资300亿元，"]
)
def test_a_clause_with_a_figure_does_not_lead_in(clause):
    assert not ZH.goals.leads_in(clause)


@pytest.mark.parametrize(
    "clause", ["其中产业项目50个", "特别是中小学校", "为高质量发展提供有力支撑"]
)
def test_a_part_and_a_purpose_hang_on(clause):
    assert ZH.goals.hangs_on(clause)


@pytest.mark.parametrize("clause", ["为企业减负200亿元", "为群众免费接种疫苗", "推进其他改革"])
def test_what_stands_for_itself_does_not_hang_on(clause):
    assert not ZH.goals.hangs_on(clause)


def test_the_places_a_report_may_come_from_are_known():
    assert ZH.guess_issuer("成都东部新区、成都天府机场和重庆") == "成都"
    assert ZH.guess_issuer("新增就业") == ""


def test_a_quote_that_is_never_closed_protects_nothing():
    text = "打造“未来城市。" + "推进改革。" * 60
    sentences = [match[0] for match in ZH.goals.sentence.finditer(text) if match[0]]
    assert sentences[:2] == ["打造“未来城市。", "推进改革。"]
