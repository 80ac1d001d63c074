"""A timeline: any order, two reports are their comparison, a year more changes no older pair."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import build_timeline, compare_reports, read_report
from compare.errors import TimelineError
from compare.model import Status
from compare.model.timelines import Presence

LINES = (
    "新增城镇就业10万人以上",
    "新增城镇就业12万人",
    "建成地铁3号线",
    "建设地铁5号线",
    "深化国有企业改革",
    "新增医联体5个",
    "建成高标准农田30万亩",
    "居民消费价格涨幅3%左右",
    "新建学校8所，新增学位2.4万个",
    "打造文旅品牌",
)


def write_report(year, lines, **known):
    """Write a small report and read it."""
    body = "\n".join(f"{line}。" for line in lines)
    text = f"{year}年滨江市政府工作报告\n一、{year}年工作安排\n{body}\n"
    return read_report(text.encode(), name=f"{year}.txt", **known)


plans = st.lists(st.sampled_from(LINES), min_size=1, max_size=5, unique=True)
some_years = st.lists(plans, min_size=2, max_size=4)


def make_years(years):
    return [write_report(2015 + i, lines) for i, lines in enumerate(years)]


@settings(max_examples=15)
@given(years=some_years, order=st.randoms())
def test_the_order_of_the_reports_does_not_matter(years, order):
    reports = make_years(years)
    timeline = build_timeline(reports)
    order.shuffle(reports)
    assert build_timeline(reports) == timeline


@settings(max_examples=15)
@given(old=plans, new=plans)
def test_the_timeline_of_two_reports_is_their_comparison(old, new):
    reports = make_years([old, new])
    timeline = build_timeline(reports)
    assert timeline.comparisons == (compare_reports(*reports),)
    links = [change.link for change in timeline.comparisons[0].changes]
    assert sorted(thread.steps for thread in timeline.threads) == sorted(
        (link.old, link.new) for link in links
    )


@settings(max_examples=15)
@given(years=some_years, more=plans)
def test_a_year_more_changes_no_older_pair(years, more):
    reports = make_years(years)
    before = build_timeline(reports).comparisons
    after = build_timeline([*reports, write_report(2030, more)]).comparisons
    assert after[: len(before)] == before


@settings(max_examples=15)
@given(years=some_years)
def test_threads_say_what_the_comparisons_say(years):
    timeline = build_timeline(make_years(years))
    for report, comparison in enumerate(timeline.comparisons, 1):
        born = [t for t in timeline.threads if t.presences[report] is Presence.ADDED]
        woken = [t for t in timeline.threads if t.presences[report] is Presence.REVIVED]
        added = [c for c in comparison.changes if c.status is Status.ADDED]
        assert sum(len(t.steps[report]) for t in (*born, *woken)) == len(added)


def test_a_goal_that_slept_is_taken_up_again():
    lines = ["建成地铁3号线，方便市民出行", "深化国有企业改革", "建成高标准农田30万亩"]
    timeline = build_timeline(make_years([lines, lines[1:], lines]))
    (thread,) = (t for t in timeline.threads if "地铁" in t.wording)
    assert [presence.value for presence in thread.presences] == ["added", "dormant", "revived"]


def test_a_year_without_a_report_is_missing_and_drops_nothing():
    reports = [write_report(year, LINES[:3]) for year in (2015, 2016, 2019)]
    timeline = build_timeline(reports)
    assert timeline.years == (2015, 2016, 2019)
    assert timeline.missing == (2017, 2018)
    assert {t.presences[2] for t in timeline.threads} == {Presence.CARRIED}


def list_codes(timeline):
    return [note.code for note in timeline.notes]


def test_of_two_reports_of_one_year_the_fuller_one_is_taken():
    short, full = write_report(2016, LINES[:1]), write_report(2016, LINES[:4])
    timeline = build_timeline([short, write_report(2015, LINES), full])
    assert timeline.reports[1] == full
    assert list_codes(timeline) == ["timeline-same-year"]


def test_the_same_report_under_another_name_is_known():
    text = "2016年滨江市政府工作报告\n一、2016年工作安排\n深化改革。\n".encode()
    twins = [read_report(text, name=name) for name in ("a.txt", "b.txt")]
    timeline = build_timeline([*twins, write_report(2015, LINES)])
    assert list_codes(timeline) == ["timeline-same-text"]
    assert "a.txt" in timeline.notes[0].text
    assert "b.txt" in timeline.notes[0].text


def test_a_report_without_a_year_is_left_out_by_name():
    undated = read_report("滨江市政府工作报告\n深化改革。".encode(), name="plan.txt")
    timeline = build_timeline([undated, *make_years([LINES, LINES])])
    assert timeline.years == (2015, 2016)
    assert "plan.txt" in timeline.notes[0].text


def test_a_report_of_another_issuer_is_named():
    strange = read_report("2017年东海县政府工作报告\n一、2017年工作安排\n修路。\n".encode())
    timeline = build_timeline([*make_years([LINES, LINES]), strange])
    (note,) = timeline.notes
    assert note.code == "timeline-other-issuer"
    assert "东海县" in note.text


@pytest.mark.parametrize("count", [0, 1])
def test_one_report_is_no_timeline(count):
    with pytest.raises(TimelineError, match="two years"):
        build_timeline(make_years([LINES])[:count])


def test_whatever_is_doubtful_ends_a_strict_run():
    with pytest.raises(TimelineError, match="2015 too"):
        build_timeline([*make_years([LINES, LINES]), write_report(2015, LINES[:2])], strict=True)


def test_a_report_in_another_language_is_left_out_by_name():
    english = read_report(
        b"Report 2020\n1. Plan for 2020\nWe will build the roads of the city.", name="en.txt"
    )
    timeline = build_timeline([english, *make_years([LINES, LINES])])
    assert timeline.years == (2015, 2016)
    assert list_codes(timeline) == ["timeline-other-language"]
    with pytest.raises(TimelineError, match=r"not 1.*en\.txt is in en, most of the reports in zh"):
        build_timeline([*make_years([LINES]), english])


def test_progress_is_told_pair_by_pair():
    told = []
    build_timeline(make_years([LINES[:2]] * 4), tick=lambda *pair: told.append(pair))
    assert told == [(done, 6) for done in range(1, 7)]
