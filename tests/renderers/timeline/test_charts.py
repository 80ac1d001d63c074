"""Charts of targets: the bound's look, one scale a chart, labels that do not cross."""

from decimal import Decimal

import pytest
from decade import build_decade

from compare.languages.labels import find_labels
from compare.renderers.timeline.charts import BOTTOM, TOP, draw_charts
from compare.renderers.timeline.years import list_columns


@pytest.fixture(scope="module")
def charts():
    timeline = build_decade()
    drawn = draw_charts(timeline, list_columns(timeline), find_labels("zh"))
    return {chart.series.indicator: chart for chart in drawn}


def test_a_target_looks_as_it_binds(charts):
    growth, jobs = charts["地区生产总值"], charts["城镇新增就业"]
    assert [bar.look for bar in growth.bars] == ["exact", "about", "about", "range", "about"]
    assert [bar.look for bar in jobs.bars] == ["exact", "floor", "floor", "floor", "exact"]


def test_figures_are_labelled_in_round_numbers(charts):
    assert charts["城镇新增就业"].unit == "万人"
    assert [bar.label for bar in charts["城镇新增就业"].bars] == ["10", "10", "12", "12", "13"]
    assert charts["地区生产总值"].bars[3].label == "6.5–7"


def test_all_figures_of_a_chart_share_one_scale(charts):
    chart = charts["地区生产总值"]
    heights = {Decimal(dot.label): dot.y for dot in chart.dots}
    assert sorted(heights, key=lambda value: -heights[value]) == sorted(heights)
    assert all(TOP <= y <= BOTTOM for bar in chart.bars for y in (bar.low, bar.high))
    assert chart.bars[0].high == TOP  # 8%, the highest


def test_of_two_labels_the_higher_figures_stands_above(charts):
    chart = charts["地区生产总值"]
    bars = {bar.x: bar for bar in chart.bars}
    for dot in chart.dots:
        bar = bars[dot.x]
        marks = (bar.low, bar.high, dot.y)
        assert (dot.label_at < bar.label_at) is (dot.y <= bar.low)
        assert min(dot.label_at, bar.label_at) < min(marks)
        assert max(dot.label_at, bar.label_at) > max(marks)


def test_met_and_missed_are_counted_where_a_result_is_known(charts):
    chart = charts["地区生产总值"]
    assert (chart.met, chart.judged) == (1, 3)
    assert [cell.result for cell in chart.cells] == ["7.2%", "7.7%", "", "6.1%", ""]


def test_a_year_without_a_report_leaves_its_place_free(charts):
    xs = [bar.x for bar in charts["地区生产总值"].bars]
    steps = [after - before for before, after in zip(xs, xs[1:], strict=False)]
    assert steps == [steps[0], steps[0], 2 * steps[0], steps[0]]
