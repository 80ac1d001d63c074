"""Numbers by which nothing is counted: told by what stands around them."""

import pytest

from compare.languages import get_language

NAMES = (
    "集装箱吞吐量连续[6]年位居全球第三",
    "分别居全省第2位、第[3]位",
    "加快建设地铁[3]、4、5号线",
    "开工[329]国道改建",
    "推出[12345]热线",
    "入选中国民营企业[500]强",
    "办好建园[30]周年活动",
    "建成[220]千伏变电站",
    "由[40]元提高到45元",
    "城镇化率从[52.6]%提高到58.5%",
    "公共财政收入从2007年的[5.1]万亿元增加到11.7万亿元",
    "引进[10]亿元以上项目52个",
    "投资[4.2]亿元的广场完工",
    "[10]月底前全部开工",
    "建设[15]分钟社区生活圈",
    "今年高校毕业生[795]万人",
    "比上年增加[1868]亿元",
    "raised from [50] to 75 percent",
    "from over [9,000] to 25,000 kilometers",
    "people of [65] years of age",
)
COUNTS = (
    "新建地铁[3]公里",
    "新增城镇就业[20]万人以上",
    "引进项目[52]个",
    "完成投资[120]亿元",
    "由40元提高到[45]元",
    "自来水管网改造[20]公里",
    "从业人员达到[5]万人",
    "推出[10]条措施",
    "建成区增加[30]平方公里",
    "cut fees by [30] billion yuan to help firms",
    "build [12] new hospitals",
)


def ask(text):
    before, _, rest = text.partition("[")
    after = rest.partition("]")[2]
    return get_language("zh" if max(text) >= "\u4e00" else "en").goals.counts_nothing(before, after)


@pytest.mark.parametrize("text", NAMES)
def test_names_ranks_dates_and_what_was_before(text):
    assert ask(text)


@pytest.mark.parametrize("text", COUNTS)
def test_what_is_done(text):
    assert not ask(text)
