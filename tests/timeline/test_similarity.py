"""The similarity index: one for the same text, none for another."""

import pytest
from yearly import write_report, write_years

from compare import build_timeline

SAME = ["新增城镇就业10万人以上", "深化国有企业改革", "建成高标准农田30万亩"]
OTHER = ["整治噪音扰民", "举办龙舟大赛", "植树造林"]


def read_measures(similarity):
    return similarity.cosine, similarity.jaccard, similarity.edits


def test_the_same_text_is_all_boilerplate():
    reports = [write_report(2015, SAME), write_report(2016, SAME)]
    whole = build_timeline(reports).similarities[0]
    assert whole.link is None
    assert min(read_measures(whole)) > 0.8  # all but the year


def test_a_new_text_is_less_alike_in_every_measure():
    same = build_timeline(write_years([SAME, SAME])).similarities[0]
    other = build_timeline(write_years([SAME, OTHER])).similarities[0]
    assert all(a > b for a, b in zip(read_measures(same), read_measures(other), strict=True))


def test_sections_are_compared_with_those_they_answer_to():
    review = ["办好民生实事20件"]
    reports = [write_report(2015, SAME, review), write_report(2016, SAME, review)]
    timeline = build_timeline(reports)
    linked = [found for found in timeline.similarities if found.link is not None]
    titles = set()
    for found in linked:
        link = timeline.comparisons[found.comparison].sections[found.link]
        titles |= {reports[0].sections[i].title for i in link.old}
    assert titles == {"2014年工作回顾", "2015年工作安排"}
    assert all(0.5 < found.edits <= 1 for found in linked)


def test_an_empty_section_is_like_nothing():
    reports = [write_report(2015, SAME), write_report(2016, [])]
    assert read_measures(build_timeline(reports).similarities[0])[0] == pytest.approx(0.3, abs=0.3)
