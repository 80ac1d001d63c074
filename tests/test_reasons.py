import pytest

from compare.pipeline import compare_reports, read_report

OLD = """政府工作报告
2020年
一、2019年工作回顾
城镇新增就业25万人。
二、2020年工作安排
主要预期目标是：地区生产总值增长6.5%左右，城镇调查失业率5.5%以内。
今年赤字率拟按3%安排。
"""
NEW = OLD.replace("2020", "2021").replace("2019", "2020").replace("6.5%", "6%").replace("3%", "2%")


def explain(*sentences):
    """Return the reason found for each figure that changed, with what stands after the targets."""
    text = NEW + "\n".join(sentences) + "\n"
    old, new = (read_report(t.encode(), name="r.txt") for t in (OLD, text))
    pairs = [pair for c in compare_reports(old, new).changes for pair in c.figures]
    return {p.new.indicator: p.reason and p.reason.of(text).strip() for p in pairs}


@pytest.mark.parametrize(
    "sentence",
    [
        "调低赤字率，主要是财政增收有基础，也为宏观调控留下空间。",
        "适度降低赤字率，综合考虑了财政收支等因素。",
        "这主要是考虑到财政收入增长有基础。",
    ],
)
def test_the_sentence_that_explains_a_target_is_found(sentence):
    assert explain(sentence)["赤字率"] == sentence


def test_one_sentence_may_explain_all_targets():
    summary = "上述主要预期目标，考虑了全面建成小康社会的需要。"
    assert explain(summary) == {"地区生产总值": summary, "城镇调查失业率": None, "赤字率": summary}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The main reason for lowering the deficit-to-GDP ratio is that revenue is growing.", True),
        ("This is mainly because revenue is growing.", True),
        ("The main reason for keeping tax rates unchanged is to support businesses.", False),
    ],
)
def test_reasons_are_found_in_english(sentence, found):
    old = """Report on the Work of the Government, 2017
I. A review of our work in 2016
We created 13 million urban jobs.
II. Tasks for 2017
We will set the deficit-to-GDP ratio at 3 percent of GDP this year. %s
"""
    new = old.replace("2017", "2018").replace("3 percent", "2.6 percent") % sentence
    reports = (read_report(t.encode(), name="r.txt") for t in (old % "", new))
    (pair,) = (pair for c in compare_reports(*reports).changes for pair in c.figures)
    assert (pair.reason and pair.reason.of(new).strip()) == (sentence if found else None)


@pytest.mark.parametrize(
    "sentence",
    [
        "综合考虑各方面因素，要实施积极的财政政策。",
        "加大社保投入，主要是为了保障民生。",
        "居民消费价格上涨，主要是考虑赤字率下降。",
        "赤字率下降。",
        "这一目标通过努力是能够实现的。",
    ],
)
def test_what_explains_something_else_is_no_reason(sentence):
    assert explain(sentence)["赤字率"] is None
