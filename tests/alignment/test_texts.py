"""Lists of sentences that stand in no report: what people bring who have a parser of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import align_texts

STATUTE = (
    (
        "A person who intentionally damages the property of another shall be liable for"
        " the cost of repair.",
        "A landlord shall return the security deposit within thirty days after the tenancy ends.",
        "The tenant may withhold rent where the premises are not fit for habitation.",
        "Any notice under this Act must be given in writing.",
        "The Board consists of five members appointed by the Minister.",
        "A member of the Board holds office for a term of three years.",
        "Records of proceedings shall be kept for seven years.",
        "This Act comes into force on 1 January 2015.",
    ),
    (
        "This Act applies to residential tenancies only.",
        "Whoever wilfully causes damage to property belonging to someone else must pay"
        " what it costs to repair it.",
        "The security deposit must be returned by the landlord not later than fourteen"
        " days after the end of the tenancy.",
        "Where premises are unfit to live in, the tenant is entitled to withhold rent.",
        "Notices under this Act may be given in writing or by electronic means.",
        "The Board has seven members, whom the Minister appoints; members serve for a"
        " term of four years.",
        "The Board may make rules of procedure.",
        "This Act comes into force on 1 July 2021.",
    ),
    {((0,), (1,)), ((1,), (2,)), ((2,), (3,)), ((3,), (4,)), ((4, 5), (5,)), ((7,), (7,))},
)
POLICY = (
    (
        "完善公共交通网络，新开公交线路12条。",
        "推进老旧小区加装电梯300台。",
        "新建社区养老服务中心20个。",
        "加强中小学食堂食品安全监管。",
        "建设城市书房15座。",
        "整治黑臭水体8条。",
    ),
    (
        "打造15分钟阅读圈，新增城市书房20座。",
        "消除黑臭水体，治理河道5条。",
        "新增公交线路10条，优化公共交通网络。",
        "保障校园食品安全，实现中小学食堂“明厨亮灶”全覆盖。",
        "发放消费券1亿元。",
        "为老旧住宅加装电梯500台。",
    ),
    {((0,), (2,)), ((1,), (5,)), ((3,), (3,)), ((4,), (0,)), ((5,), (1,))},
)
CONTRACT = (
    (
        "The Supplier shall deliver the Goods to the Buyer's premises within ten"
        " business days of the order.",
        "Title and risk pass to the Buyer on delivery.",
        "The Buyer shall pay each invoice within thirty days of receipt.",
        "Late payments bear interest at 4% per annum.",
        "Either party may terminate this Agreement on sixty days' written notice.",
        "Each party shall keep the other's information confidential.",
        "This Agreement is governed by the laws of England.",
    ),
    (
        "Delivery of the Goods to the Buyer's premises must take place within five"
        " business days after the order is placed.",
        "Risk passes to the Buyer on delivery.",
        "Title passes to the Buyer when the price has been paid in full.",
        "Invoices are payable within forty-five days after they are received.",
        "Interest at 6% per annum accrues on overdue amounts.",
        "The parties shall process personal data only as permitted by law.",
        "Confidential information of either party must not be disclosed.",
        "The laws of Scotland govern this Agreement.",
    ),
    {((0,), (0,)), ((1,), (1, 2)), ((2,), (3,)), ((3,), (4,)), ((5,), (6,)), ((6,), (7,))},
)
ACADEMIC = (
    (
        "We propose a new method for aligning sentences.",
        "Previous work relied on edit distance.",
        "Our model uses a graph of mutual nearest neighbours.",
        "We evaluate on three corpora.",
        "Results show an improvement of 4 points.",
        "Code will be made available.",
    ),
    (
        "This paper introduces a novel approach to sentence alignment.",
        "Earlier approaches were based on edit distance and ignored meaning.",
        "We construct a graph of mutual nearest neighbours; its edges are then weighted"
        " by context.",
        "Experiments on five corpora in three languages support the approach.",
        "It improves F1 by 6 points over the strongest baseline.",
        "Limitations are discussed in Section 6.",
        "Our code is available on GitHub.",
    ),
    {((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3,), (3,)), ((4,), (4,)), ((5,), (6,))},
)
COMPANY = (
    (
        "公司主营业务为锂离子电池的研发、生产和销售。",
        "报告期内，公司实现营业收入35.6亿元，同比增长21%。",
        "公司前五大客户销售额占比为62%。",
        "研发投入2.1亿元，占营业收入的5.9%。",
        "公司面临原材料价格波动的风险。",
        "公司拟每10股派发现金红利3元。",
        "公司控股股东为张某。",
    ),
    (
        "公司主要从事锂电池及储能系统的研究开发、制造和销售。",
        "全年营业收入48.2亿元，较上年增长35%。",
        "储能业务成为新的增长点。",
        "前五名客户合计销售金额占年度销售总额的55%。",
        "公司持续加大研发投入，研发费用达3.4亿元。",
        "碳酸锂等主要原材料价格大幅波动可能对公司盈利造成不利影响。",
        "董事会建议每10股派发现金股利4.5元（含税）。",
    ),
    {((0,), (0,)), ((1,), (1,)), ((2,), (3,)), ((3,), (4,)), ((4,), (5,)), ((5,), (6,))},
)


def list_ends(links):
    return {(link.old, link.new) for link in links if link.old and link.new}


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        pytest.param(*STATUTE, id="a-statute-amended"),
        pytest.param(*POLICY, id="a-plan-reordered"),
        pytest.param(*CONTRACT, id="a-contract-redrafted"),
        pytest.param(*ACADEMIC, id="a-paper-rewritten"),
        pytest.param(*COMPANY, id="a-companys-report-a-year-later"),
    ],
)
def test_two_versions_are_aligned(old, new, pairs):
    links = align_texts(old, new)
    assert list_ends(links) == pairs
    for side, texts in (("old", old), ("new", new)):
        places = sorted(place for link in links for place in getattr(link, side))
        assert places == list(range(len(texts)))


@given(st.randoms(use_true_random=False))
def test_a_shuffled_copy_is_aligned_whole(chance):
    texts = [*STATUTE[0], *CONTRACT[0]]
    order = list(range(len(texts)))
    chance.shuffle(order)
    links = align_texts(texts, [texts[place] for place in order], "en")
    assert list_ends(links) == {((place,), (i,)) for i, place in enumerate(order)}


@given(st.integers(0, 7), st.integers(0, 7))
def test_what_is_taken_out_is_dropped_and_what_is_put_in_is_new(out, place):
    texts = list(STATUTE[0])
    changed = texts[:out] + texts[out + 1 :]
    changed.insert(place, CONTRACT[0][1])
    links = align_texts(texts, changed, "en")
    assert {link.old for link in links if not link.new} == {(out,)}
    assert {link.new for link in links if not link.old} == {(place,)}
