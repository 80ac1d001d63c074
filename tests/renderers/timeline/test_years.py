"""The years as columns, and what each has of the ones before."""

from decade import build_decade
from yearly import write_years

from compare import build_timeline
from compare.model.timelines import Thread, Tie, Timeline
from compare.renderers.timeline.years import count_pairs, count_years, list_columns


def test_a_gap_is_a_column_of_its_own():
    columns = [(c.name, c.report) for c in list_columns(build_decade())]
    assert columns[2:5] == [("2014", 2), ("2015", None), ("2016", 3)]


def test_a_long_gap_is_one_column():
    reports = [*write_years([["建设学校"]], 2008), *write_years([["建设学校"]], 2012)]
    names = [c.name for c in list_columns(build_timeline(reports))]
    assert names == ["2008", "2009–11", "2012"]


def test_years_account_for_every_goal():
    timeline = build_decade()
    for tally, report in zip(count_years(timeline), timeline.reports, strict=True):
        assert tally.goals == len(report.pledges)
        assert tally.goals == tally.carried + tally.revived + tally.added


def test_goals_of_neighbours_are_counted_as_their_comparison_has_them():
    timeline = build_decade()
    pairs = {(pair.old, pair.new): pair for pair in count_pairs(timeline)}
    for place, tally in enumerate(count_years(timeline)[1:]):
        pair = pairs[place, place + 1]
        assert pair.goals == len(timeline.reports[place].pledges)
        assert pair.kept == pair.goals - tally.dropped


def test_a_goal_lives_on_in_what_it_went_into_and_what_it_gave_off():
    merged = Thread(((0,), (), ()), "a", heir=Tie(1, 1))
    heir = Thread(((1,), (0,), ()), "b")
    split = Thread(((), (1,), (0,)), "c", origin=Tie(1, 1))
    timeline = Timeline(build_decade().reports[:3], (), (merged, heir, split))
    kept = {(pair.old, pair.new): pair.kept for pair in count_pairs(timeline)}
    assert kept == {(0, 1): 2, (0, 2): 2, (1, 2): 1}
