from decimal import Decimal

import pytest

from compare.delivery import find_deliveries
from compare.languages.registry import parse_indicators
from compare.languages.zh_quantities import find_quantities
from compare.model import Document, Goal, GoalKind, Report, Span, Verdict


def report(year, *sentences, kind=GoalKind.PLEDGE, of=None):
    """Make a report of sentences, each a goal of its own, in a paragraph of its own."""
    text = "\n".join(sentences)
    goals, at = [], 0
    for sentence in sentences:
        span = Span(at, at + len(sentence))
        goals.append(
            Goal(
                kind=kind,
                year=of if of is not None else year,
                span=span,
                sentence=span,
                wording=sentence,
                quantities=tuple(move(quantity, at) for quantity in find_quantities(sentence)),
            )
        )
        at += len(sentence) + 1
    document = Document("report.txt", text, (), "", "txt")
    return Report(document, "zh", year, "", "", (), tuple(goals))


def move(quantity, by):
    from dataclasses import replace

    spans = {
        name: Span(getattr(quantity, name).start + by, getattr(quantity, name).end + by)
        for name in ("span", "figure")
    }
    return replace(quantity, **spans)


def deliver(target, result):
    (delivery,) = find_deliveries(
        report(2020, target), report(2021, result, kind=GoalKind.OUTCOME, of=2020)
    )
    return delivery


@pytest.mark.parametrize(
    ("target", "result", "verdict"),
    [
        pytest.param("地区生产总值增长6.5%左右", "地区生产总值增长3.9%", "missed", id="far-below"),
        pytest.param("地区生产总值增长6.5%左右", "地区生产总值增长6.6%", "met", id="about"),
        pytest.param("地区生产总值增长6.5%左右", "地区生产总值增长6.2%", "unclear", id="a-little"),
        pytest.param("地区生产总值增长6.5%左右", "地区生产总值增长6.9%", "exceeded", id="above"),
        pytest.param("地区生产总值增长6%－6.5%", "地区生产总值增长6.1%", "met", id="in-range"),
        pytest.param("城镇新增就业25万人以上", "城镇新增就业24万人", "missed", id="under-floor"),
        pytest.param("城镇新增就业25万人以上", "新增城镇就业28万人", "exceeded", id="over-floor"),
        pytest.param("城镇新增就业25万人以上", "城镇新增就业24多万人", "unclear", id="at-least"),
        pytest.param("城镇调查失业率5.5%以内", "调查失业率5.3%", "met", id="under-ceiling"),
        pytest.param("城镇调查失业率5.5%以内", "城镇调查失业率5.6%", "missed", id="over-ceiling"),
        pytest.param("居民消费价格涨幅3%左右", "居民消费价格上涨2.1%", "met", id="less-is-better"),
        pytest.param("广义货币M2增长13%左右", "广义货币M2增长11.3%", "unclear", id="neither"),
        pytest.param("新开工公租房50万平方米", "新开工公租房1.3万套", "unclear", id="other-unit"),
        pytest.param("为企业减税8000亿元", "为企业减税降费1.3万亿元", "unclear", id="broader"),
        pytest.param("解决供水2万人", "解决供水9万人", "unclear", id="too-far-apart"),
        pytest.param("旅游收入达到83亿元", "旅游收入82.8亿元", "unclear", id="by-a-hair"),
        pytest.param("造林45万亩", "造林3万公顷", "met", id="converted"),
        pytest.param("地区生产总值增长6%", "出口增长3%", "unreported", id="another-thing"),
        pytest.param("财政赤字300亿元", "中央财政赤字200亿元", "unreported", id="another-scope"),
        pytest.param("固定资产投资增长9%", "固定资产投资800亿元", "unreported", id="another-kind"),
    ],
)
def test_the_rules_decide_and_lean_to_silence(target, result, verdict):
    assert deliver(target, result).verdict is Verdict(verdict)


def test_the_margin_is_in_the_unit_of_the_target():
    assert deliver("造林45万亩", "造林4万公顷").margin == Decimal(150_000)
    assert deliver("地区生产总值增长6%－6.5%", "地区生产总值增长6.8%").margin == Decimal("0.3")


def test_a_vague_target_is_found_again_by_its_sentence():
    old = report(2020, "建成地铁6号线一期，新增里程133公里", "建成6个快速路项目，新增里程36公里")
    new = report(
        2021, "建成城市快速路36公里", "开通地铁140公里", "在建地铁130公里",
        kind=GoalKind.OUTCOME, of=2020,
    )  # fmt: skip
    found = {d.target.value: d.result and d.result.value for d in find_deliveries(old, new)}
    assert found == {133: 140, 6: None, 36: 36}


def test_a_miss_is_not_called_where_another_figure_of_the_same_thing_was_kept():
    old = report(2020, "地区生产总值增长8%，达到296亿元")
    new = report(2021, "地区生产总值280亿元，增长8.9%", kind=GoalKind.OUTCOME, of=2020)
    verdicts = {delivery.target.unit: delivery.verdict for delivery in find_deliveries(old, new)}
    assert verdicts == {"%": Verdict.EXCEEDED, "元": Verdict.UNCLEAR}


def test_only_a_review_of_the_same_year_counts():
    old = report(2018, "地区生产总值增长6%")
    assert (
        find_deliveries(old, report(2020, "地区生产总值增长5%", kind=GoalKind.OUTCOME, of=2019))
        == ()
    )
    assert find_deliveries(old, report(2019, "地区生产总值增长5%")) == ()


def test_a_total_of_several_years_is_no_result():
    assert deliver("城镇新增就业25万人", "造林5亩；五年累计城镇新增就业40万人").result is None
    old, new = report(2020, "到2025年，城镇新增就业25万人"), "城镇新增就业20万人"
    assert find_deliveries(old, report(2021, new, kind=GoalKind.OUTCOME, of=2020)) == ()


@pytest.mark.parametrize(
    ("target", "review", "verdict"),
    [
        ("地区生产总值增长7%", "2020年，面对困难，地区生产总值增长7.8%，税收增加", "exceeded"),
        ("赤字率2.8%", "赤字率从2015年的3.5%降到去年的2.8%", "met"),
        ("城镇化率达到58%", "城镇化率从52.6%提高到58.5%", "met"),
        ("地区生产总值增长7%", "五年来，地区生产总值年均增长6%", "unreported"),
        ("城镇新增就业25万人", "城镇新增就业20万人", "unreported"),
        ("城镇新增就业25万人", "2018年城镇新增就业20万人", "unreported"),
    ],
)
def test_a_review_of_several_years_answers_with_what_it_dates_to_the_last(target, review, verdict):
    new = report(
        2021, review, "2020年，出口1亿元", "教育公平发展", "改革全面深化", "社会和谐稳定",
        kind=GoalKind.OUTCOME, of=0,
    )  # fmt: skip
    (delivery,) = find_deliveries(report(2020, target), new)
    assert delivery.verdict == verdict
    several = "no figure of that year in a review of several"
    assert (delivery.rule == several) == (verdict == "unreported")


def test_what_a_paragraph_says_of_several_years_is_not_of_its_section_s_year():
    said = "过去五年，我区取得成就。单位生产总值能耗下降18%", "全年新建公路5公里"
    new = report(2021, *said, kind=GoalKind.OUTCOME, of=2020)
    old = report(2020, "单位生产总值能耗下降20%", "新建公路5公里")
    assert [d.verdict for d in find_deliveries(old, new)] == [Verdict.UNREPORTED, Verdict.MET]


def test_who_did_it_makes_a_result_no_broader():
    target, result = "取消和下放审批事项200项以上", "各部门全年取消和下放审批事项246项"
    assert deliver(target, result).verdict is Verdict.EXCEEDED


def test_a_result_answers_one_target():
    old = report(2020, "城镇新增就业25万人", "新增城镇就业26万人")
    new = report(2021, "城镇新增就业26万人", kind=GoalKind.OUTCOME, of=2020)
    assert [delivery.result is None for delivery in find_deliveries(old, new)] == [True, False]


def outcomes(*sentences, year=2021):
    return report(year, *sentences, kind=GoalKind.OUTCOME, of=2020)


@pytest.mark.parametrize(
    ("target", "mention", "words"),
    [
        ("居民人均可支配收入增长6%", "居民收入稳步提高", "居民收入稳步提高"),
        ("居民消费价格涨幅3%左右", "居民消费价格保持平稳", "居民消费价格保持平稳"),
        ("单位国内生产总值能耗下降3%", "单位GDP能耗持续下降", "单位GDP能耗持续下降"),
        ("新开工公租房50万平方米", "新开工公租房稳步增加", "新开工公租房稳步增加"),
    ],
)  # fmt: skip
def test_an_indicator_that_is_named_without_a_number_is_vague(target, mention, words):
    new = outcomes("造林5亩", mention)
    (delivery,) = find_deliveries(report(2020, target), new)
    assert (delivery.verdict, delivery.result) == (Verdict.VAGUE, None)
    assert delivery.mention.of(new.document.text) == words


@pytest.mark.parametrize(
    ("target", "said"),
    [
        pytest.param("城镇新增就业25万人", "就业形势总体稳定", id="wider"),
        pytest.param("居民人均可支配收入增长6%", "居民收入差距持续缩小", id="another-thing"),
        pytest.param("居民人均可支配收入增长6%", "农村居民收入稳步提高", id="another-group"),
        pytest.param("地区生产总值增长6%", "数字经济快速增长", id="part-of-a-name"),
        pytest.param("地区生产总值增长6%", "经济稳步增长", id="too-short-to-be-sure"),
        pytest.param("固定资产投资增长9%", "固定资产投资持续增长，达到800亿元", id="with-a-number"),
    ],
)
def test_no_mention_is_made_up(target, said):
    (delivery,) = find_deliveries(report(2020, target), outcomes("造林5亩", said))
    assert (delivery.verdict, delivery.mention) == (Verdict.UNREPORTED, None)


def test_further_reports_answer_what_the_new_one_leaves_open():
    old = report(2020, "造林5亩", "城镇新增就业25万人", "居民人均可支配收入增长6%")
    new = outcomes("造林6亩", "居民收入稳步提高", year=2022)
    other = outcomes("造林4亩", "城镇新增就业20万人", "居民人均可支配收入增长6.1%")
    found = {d.target.value: (d.verdict, d.source) for d in find_deliveries(old, new, (other,))}
    assert found == {
        5: (Verdict.EXCEEDED, 0),
        250_000: (Verdict.MISSED, 1),
        6: (Verdict.MET, 1),
    }


def test_a_miss_that_a_further_report_denies_is_unclear():
    old, other = report(2020, "城镇新增就业25万人"), outcomes("城镇新增就业26万人")
    (delivery,) = find_deliveries(old, outcomes("城镇新增就业20万人"), (other,))
    assert (delivery.verdict, delivery.source) == (Verdict.UNCLEAR, 0)


def test_a_users_indicators_decide_what_is_the_same():
    old, new = report(2020, "群众满意度达到90%"), outcomes("居民好评率达到95%")
    own = parse_indicators('more = [["群众满意度", "居民好评率"]]'.encode(), "mine.toml", "zh")
    assert [d.verdict for d in find_deliveries(old, new)] == [Verdict.UNREPORTED]
    assert [d.verdict for d in find_deliveries(old, new, (), own)] == [Verdict.EXCEEDED]


def test_a_paragraph_that_opens_with_the_year_speaks_of_it():
    old = report(2020, "地区生产总值增长6%")
    spoken = "刚刚过去的2020年，地区生产总值增长6%"
    new = report(2021, spoken, kind=GoalKind.OUTCOME, of=0)
    assert [delivery.verdict for delivery in find_deliveries(old, new)] == [Verdict.MET]


def test_a_target_that_a_plan_states_again_counts_once():
    plan = report(
        2020, "国内生产总值增长6%", "今年经济增长预期目标6%是适宜的", "国内生产总值增长5%"
    )
    review = report(2021, "国内生产总值增长6.1%", kind=GoalKind.OUTCOME, of=2020)
    assert [str(d.target.value) for d in find_deliveries(plan, review)] == ["6", "5"]


@pytest.mark.parametrize(
    ("target", "result", "verdict"),
    [
        ("完成1000万农村贫困人口脱贫任务", "农村贫困人口减少1240万", "exceeded"),
        ("外商投资限制类条目缩减一半", "外商投资限制性条目减少一半", "met"),
        ("经济总量进入全国前10位", "经济总量居全国第9位", "exceeded"),
        ("经济总量进入全国前10位", "经济总量居全国第12位", "missed"),
        ("中央对地方一般性转移支付增长10%", "中央对地方均衡性转移支付增长8%", "unreported"),
        ("农民人均纯收入增长11%", "农村居民人均可支配收入增长8%", "unreported"),
        ("新开工公租房5000套", "建成公租房4000套", "unreported"),
        ("新开工公租房5000套", "公租房开工4000套", "unclear"),
        ("基本建成保障房480万套", "新开工保障性安居工程740万套，基本建成511万套", "exceeded"),
    ],
)
def test_one_thing_by_another_word_is_held_and_another_thing_is_not(target, result, verdict):
    assert deliver(target, result).verdict == verdict
