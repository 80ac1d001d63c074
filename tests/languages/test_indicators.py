import pytest

from compare.languages.indicators import (
    find_name,
    find_polarity,
    measure_sameness,
)
from compare.languages.registry import load_registry
from compare.quantities import SAME

ZH = load_registry("zh")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("城镇新增就业", "新增城镇就业"),
        ("研发投入强度", "全社会研发投入经费支出与地区生产总值之比"),
        ("全市规模以上工业增加值", "规上工业增加值"),
        ("棚户区改造", "棚户区住房改造"),
        ("单位国内生产总值能耗下降", "万元GDP能耗下降"),
        ("减少农村贫困人口", "农村贫困人口减少"),
        ("实施老旧小区基础设施、小区环境综合改造", "老旧小区改造"),
        ("人均基本公共卫生服务经费标准", "人均基本公共卫生服务经费补助标准"),
        ("新建蔬菜大棚", "建成蔬菜大棚"),
    ],
)
def test_one_indicator_has_many_names(one, other):
    assert measure_sameness(one, other, ZH) >= SAME
    assert measure_sameness(other, one, ZH) >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("中央财政赤字", "地方财政赤字"),
        ("财政赤字", "中央财政赤字"),
        ("固定资产投资", "工业投资"),
        ("城镇调查失业率", "城镇登记失业率"),
        ("城镇居民人均可支配收入实际", "城镇居民人均可支配收入"),
        ("落地总投资10亿元以上项目", "落地总投资50亿元以上项目"),
        ("单位国内生产总值能耗下降", "单位国内生产总值能耗"),
        ("新增单项冠军", "新增隐形冠军"),
        ("公租房", "蓝领公寓"),
        ("中央对地方一般性转移支付", "中央对地方均衡性转移支付"),
        ("区本级固定资产投资", "全社会固定资产投资"),
        ("新增公办幼儿园学位", "新增民办幼儿园学位"),
    ],
)
def test_what_differs_in_scope_is_another_indicator(one, other):
    assert measure_sameness(one, other, ZH) < SAME


@pytest.mark.parametrize(
    ("phrase", "language", "polarity"),
    [
        ("城镇调查失业率", "zh", -1),
        ("居民消费价格涨幅", "zh", -1),
        ("PM2.5平均浓度", "zh", -1),
        ("经济总量位次", "zh", -1),
        ("地区生产总值", "zh", 1),
        ("单位国内生产总值能耗下降", "zh", 1),
        ("广义货币M2", "zh", 0),
        ("一种没有听说过的东西", "zh", 0),
        ("registered urban unemployment rate", "en", -1),
        ("new urban jobs", "en", 1),
        ("energy consumption per unit of GDP cut", "en", 1),
    ],
)
def test_it_is_known_which_way_is_better(phrase, language, polarity):
    assert find_polarity(phrase, load_registry(language)) == polarity


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_name_leads_to_itself(language):
    registry = load_registry(language)
    for name in registry.polarities:
        assert find_name(name, registry) == name


def test_a_language_without_a_registry_has_no_opinion():
    assert find_name("anything", load_registry("xx")) == ""
    assert find_polarity("anything", load_registry("xx")) == 0
