"""Which figures of two goals answer each other, and how each pair changed."""

import pytest
from test_quantities import quantity

from compare.figures import Yardsticks, compare_figures, find_gain
from compare.languages.registry import load_registry
from compare.languages.zh_quantities import find_quantities
from compare.model import Goal, GoalKind, QuantityKind, Span, Trait

ZH = load_registry("zh")


def compare(old, new, beside=("", "")):
    """Compare the figures of two sentences of two plans that hold other sentences as well."""
    before, after = find_quantities(old), find_quantities(new)
    plans = (find_quantities(beside[0]), find_quantities(beside[1]))
    sticks = Yardsticks((*before, *plans[0]), (*after, *plans[1]), ZH)
    return list(compare_figures(before, after, sticks))


def pair(old, new):
    return list(compare_figures([old], [new], Yardsticks([old], [new], ZH)))


def list_traits(pairs):
    return [tuple(trait.value for trait in pair.traits) for pair in pairs]


def gain(old, new, beside=("", "")):
    goals = [
        [Goal(GoalKind.PLEDGE, None, Span(0, 9), Span(0, 9), part, (), find_quantities(part))
         for part in text.split("；")]
        for text in (old, new)
    ]  # fmt: skip
    figures = [[q for goal in side for q in goal.quantities] for side in goals]
    sticks = Yardsticks(
        (*figures[0], *find_quantities(beside[0])), (*figures[1], *find_quantities(beside[1])), ZH
    )
    return find_gain(*goals, sticks)


def test_the_most_alike_indicators_pair_and_each_once():
    pairs = compare("新建学校5所、公园9个", "新建公园8个、学校6所")
    assert [(p.old.value, p.new.value) for p in pairs] == [(5, 6), (9, 8)]
    assert [p.traits[0] for p in pairs] == [Trait.RAISED, Trait.LOWERED]


def test_of_equally_alike_figures_those_for_one_time_pair():
    old = "“十三五”期间新增就业50万人，新增就业10万人"
    (found,) = compare(old, "新增就业11万人")
    assert (found.old.value, found.traits[0]) == (100_000, Trait.RAISED)


def test_what_is_not_alike_is_not_compared():
    assert not pair(quantity(indicator="粮食产量"), quantity(indicator="固定资产投资"))


def test_a_changed_bound_is_said():
    (found,) = pair(quantity("<= 5.5"), quantity("~ 5.5"))
    assert found.traits == (Trait.SAME_VALUE, Trait.LOOSENED, Trait.BOUND_CHANGED)


def test_a_point_that_becomes_a_range_has_another_bound():
    (found,) = compare("国内生产总值增长6.5%左右", "国内生产总值增长6%－6.5%")
    assert found.traits == (Trait.LOWERED, Trait.LOOSENED, Trait.BOUND_CHANGED)


def test_another_horizon_breaks_the_comparison():
    (found,) = pair(quantity("= 5"), quantity("= 7", horizon="年均"))
    assert found.traits == (Trait.HORIZON_CHANGED,)


def test_a_horizon_is_not_changed_where_the_same_year_has_its_own_figure():
    five_years = "“十三五”期间城镇新增就业5000万人以上"
    assert not compare(five_years, "城镇新增就业1100万人以上", ("城镇新增就业1000万人以上", ""))
    assert list_traits(compare(five_years, "城镇新增就业1100万人以上")) == [("horizon_changed",)]


@pytest.mark.parametrize(
    ("old", "new", "trait"),
    [
        ("一般性转移支付增长10.9%", "均衡性转移支付增长10.9%", "indicator_changed"),
        ("城镇登记失业率4.5%以内", "城镇调查失业率5.5%左右", "indicator_changed"),
        ("公路投资1.65万亿元", "公路水运投资1.8万亿元", "indicator_changed"),
        ("固定资产投资增长10%", "区本级固定资产投资增长8%", "indicator_changed"),
        ("进出口总额增长6%", "进出口总额达到4万亿元", "basis_changed"),
        ("新增绿地10个", "新增绿地30万平方米", "basis_changed"),
        ("新增4A级景区5家", "新增3A级景区9家", "indicator_changed"),
    ],
)  # fmt: skip
def test_a_changed_yardstick_is_said_and_nothing_compared(old, new, trait):
    assert list_traits(compare(old, new)) == [(trait,)]


@pytest.mark.parametrize(
    ("old", "new", "beside"),
    [
        ("城镇登记失业率4.5%以内", "城镇调查失业率5.5%左右", ("城镇调查失业率5%左右", "")),
        ("进出口总额增长6%", "进出口总额达到4万亿元", ("", "进出口总额增长5%")),
    ],
)
def test_a_yardstick_that_stands_elsewhere_was_not_changed(old, new, beside):
    assert compare(old, new, beside) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("新建高速公路5公里", "新建污水处理厂5公里"),
        ("新增学位5万个", "新增托位2万个"),
        ("粮食产量增长2%", "粮食播种面积1000万亩"),
    ],
)
def test_other_things_are_no_changed_yardstick(old, new):
    assert compare(old, new) == []


def test_what_must_be_reached_to_be_counted_is_compared_too():
    old = "收入超过20万元的行政村比重达到90%以上"
    pairs = compare(old, "收入超过30万元的行政村比重达到75%以上")
    assert list_traits(pairs) == [("basis_changed",), ("raised", "tightened")]
    assert pairs[1].old.span.of(old) == "收入超过20万元"


def test_a_condition_is_compared_with_what_now_stands_alone():
    (found,) = compare("经营性收入超过20万元的村比重达到90%", "经营性年收入达到30万元以上")
    assert (found.old.value, found.new.value) == (200000, 300000)
    assert Trait.RAISED in found.traits


def test_the_same_condition_leaves_the_figures_to_be_compared():
    (found,) = compare("收入超过20万元的村比重达到60%", "收入超过20万元的村比重达到70%")
    assert found.traits[0] is Trait.RAISED


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("推进老旧小区改造", "改造老旧小区200个", (Trait.QUANTIFIED,)),
        ("取消行政审批事项200项", "取消一批行政审批事项", (Trait.DEQUANTIFIED,)),
        ("进出口总额增长10%，国际收支改善", "国际收支进一步改善", ()),
        ("推进水利工程；发展旅游", "开工水利工程20项；接待游客8亿人次", (Trait.QUANTIFIED,)),
        ("扶持养老机构；发展旅游", "完善养老机构；粮食产量5亿斤", ()),
        ("粮食产量5亿斤", "粮食产量6亿斤", ()),
        ("推进改革", "深化改革", ()),
    ],
)
def test_a_goal_gains_and_loses_figures_of_what_it_speaks_of(old, new, expected):
    assert gain(old, new) == expected


def test_a_figure_that_stands_elsewhere_was_not_lost():
    old, new = "改造农村危房260万户", "推进农村危房改造"
    assert gain(old, new) == (Trait.DEQUANTIFIED,)
    assert gain(old, new, ("", "农村危房改造300万户")) == ()
    assert gain(old, new, ("", "“十四五”期间农村危房改造300万户")) == ()


def test_growth_and_level_do_not_compare():
    growth = quantity(kind=QuantityKind.GROWTH, indicator="")
    assert not pair(growth, quantity(indicator=""))
