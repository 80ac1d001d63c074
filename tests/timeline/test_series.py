"""Indicators year by year: one row each, with what the next report says came of it."""

import pytest
from yearly import write_report

from compare import build_timeline
from compare.model import QuantityKind, Verdict


def find_series(reports, indicator):
    (series,) = (s for s in build_timeline(reports).series if s.indicator == indicator)
    return series


@pytest.fixture(scope="module")
def reports():
    return [
        write_report(2015, ["地区生产总值增长7%左右", "新增城镇就业10万人以上", "新建学校8所"]),
        write_report(
            2016,
            ["地区生产总值增长6.5%至7%", "城镇新增就业11万人以上"],
            ["地区生产总值增长6.9%", "城镇新增就业12.3万人"],
        ),
        write_report(2017, ["城镇新增就业12万人"], ["地区生产总值增长6.7%", "新增财力3亿元"]),
        write_report(2018, ["地区生产总值增长6.5%左右"], ["地区生产总值增长6.6%"]),
    ]


def test_a_target_stands_beside_its_result(reports):
    points = find_series(reports, "地区生产总值").points
    told = [(p.year, p.target and p.target.hedge, p.result and str(p.result.value)) for p in points]
    assert told == [
        (2015, "左右", "6.9"),
        (2016, "", "6.7"),
        (2017, None, "6.6"),
        (2018, "左右", None),
    ]
    assert [p.verdict for p in points] == [Verdict.MET, Verdict.MET, None, None]
    assert [p.source for p in points] == [1, 2, 3, None]


def test_a_result_may_stand_without_a_target(reports):
    (point,) = (p for p in find_series(reports, "地区生产总值").points if p.year == 2017)
    assert (point.target, point.goal, point.verdict, point.margin) == (None, None, None, None)


def test_names_of_one_indicator_make_one_series(reports):
    series = find_series(reports, "城镇新增就业")
    assert [p.year for p in series.points] == [2015, 2016, 2017]
    assert series.unit == "人"
    assert series.kind is QuantityKind.LEVEL
    assert [p.margin for p in series.points] == [23000, None, None]


def test_what_one_year_alone_speaks_of_is_no_series(reports):
    assert "学校" not in "".join(s.indicator for s in build_timeline(reports).series)


def test_growth_and_level_of_one_indicator_are_apart():
    reports = [
        write_report(2015, ["地区生产总值增长7%", "地区生产总值达到500亿元"]),
        write_report(2016, ["地区生产总值增长8%", "地区生产总值达到540亿元"]),
    ]
    units = {series.unit for series in build_timeline(reports).series}
    assert units == {"%", "元"}


def test_a_year_without_a_report_has_no_point():
    reports = [write_report(year, ["地区生产总值增长7%"]) for year in (2015, 2018)]
    assert [p.year for p in build_timeline(reports).series[0].points] == [2015, 2018]
    assert build_timeline(reports).series[0].points[0].verdict is None
