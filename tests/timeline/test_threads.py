"""Threads: every goal in one, each in the line that it most likely belongs to."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from comparisons import make_comparison, make_report

from compare.model import Change, Confidence, Link, Status
from compare.model.timelines import Presence, Thread, Tie
from compare.timeline.threads import trace_threads
from compare.timeline.waking import pick_sleepers


def make_years(*years):
    """Make one report a year, from the wordings of its goals."""
    return [make_report(2010 + i, [("", list(wordings))]) for i, wordings in enumerate(years)]


def trace(years, links, bridges=None, crossings=None):
    """Trace the threads of reports linked by positions, neighbour by neighbour."""
    reports = make_years(*years)
    comparisons = [
        be_sure(make_comparison(old, new, [(*link, ()) for link in found]))
        for (old, new), found in zip(pairwise(reports), links, strict=True)
    ]
    awake = {
        pair: [Change(Status.CARRIED, Link(*link, 0.8)) for link in found]
        for pair, found in (bridges or {}).items()
    }
    return trace_threads(reports, comparisons, awake, crossings or {})


def be_sure(comparison):
    """Make the links of goals that read alike sure; `make_comparison` leaves them unsure."""
    old, new = comparison.old.pledges, comparison.new.pledges
    changes = [
        replace(change, confidence=Confidence.SURE)
        if {old[i].wording for i in change.link.old} & {new[i].wording for i in change.link.new}
        else change
        for change in comparison.changes
    ]
    return replace(comparison, changes=tuple(changes))


def tell(thread):
    return [presence and presence.value for presence in thread.presences]


ROADS, SCHOOLS, RURAL_SCHOOLS, JOBS = "建设公路", "新建学校", "新建农村学校", "稳定就业"


def test_a_goal_that_is_carried_makes_one_thread_and_one_that_is_dropped_ends_there():
    one, other = trace([(ROADS, JOBS), (JOBS,), (JOBS,)], [[((1,), (0,))], [((0,), (0,))]])
    assert tell(one) == ["added", "dropped", None]
    assert tell(other) == ["added", "carried", "carried"]
    assert other.steps == ((1,), (0,), (0,))
    assert (one.survival, other.survival) == (pytest.approx(1 / 3), 1)


def test_what_is_taken_up_again_slept():
    (thread,) = trace([(ROADS,), (), (ROADS,)], [[], []], {(0, 2): [((0,), (0,))]})
    assert tell(thread) == ["added", "dormant", "revived"]
    assert thread.stated == 2


def test_the_nearest_takes_up_a_goal_before_one_that_is_farther_off():
    threads = trace(
        [(ROADS,), (), (ROADS,), (ROADS,)],
        [[], [], []],
        {(0, 3): [((0,), (0,))], (0, 2): [((0,), (0,))]},
    )
    assert [tell(thread) for thread in threads] == [
        ["added", "dormant", "revived", "dropped"],
        [None, None, None, "added"],
    ]


def test_a_split_stays_in_its_thread_while_no_part_goes_on_alone():
    (thread,) = trace([(SCHOOLS,), (SCHOOLS, RURAL_SCHOOLS)], [[((0,), (0, 1))]])
    assert thread.steps == ((0,), (0, 1))


def test_a_part_that_goes_on_alone_begins_a_thread_tied_to_the_one_it_left():
    years = [(SCHOOLS,), (RURAL_SCHOOLS, SCHOOLS), (RURAL_SCHOOLS, SCHOOLS)]
    whole, part = trace(years, [[((0,), (0, 1))], [((0,), (0,)), ((1,), (1,))]])
    assert whole.steps == ((0,), (1,), (1,))
    assert part.steps == ((), (0,), (0,))
    assert part.origin == Tie(0, 1)
    assert tell(part) == [None, "carried", "carried"]


def test_a_line_that_is_merged_is_not_dropped():
    years = [(RURAL_SCHOOLS, SCHOOLS), (RURAL_SCHOOLS, SCHOOLS), (SCHOOLS,)]
    part, whole = trace(years, [[((0,), (0,)), ((1,), (1,))], [((0, 1), (0,))]])
    assert whole.steps == ((1,), (1,), (0,))
    assert part.heir == Tie(1, 2)
    assert tell(part) == ["added", "carried", None]


DRIFTING = [(ROADS,), (ROADS,), (JOBS,), (JOBS,)], [[((0,), (0,))]] * 3


def test_an_unsure_link_that_no_comparison_across_bears_out_ends_a_line():
    one, other = trace(*DRIFTING, crossings={(0, 2): set(), (1, 3): set()})
    assert (one.steps, other.steps) == (((0,), (0,), (), ()), ((), (), (0,), (0,)))
    assert (one.heir, other.origin) == (Tie(1, 2), Tie(0, 2))
    assert tell(one) == ["added", "carried", None, None]
    assert tell(other) == [None, None, "carried", "carried"]


@pytest.mark.parametrize("crossings", [{}, {(0, 2): {(0, 0)}, (1, 3): set()}], ids=["none", "one"])
def test_a_line_holds_where_none_can_speak_or_one_bears_it_out(crossings):
    (thread,) = trace(*DRIFTING, crossings=crossings)
    assert thread.stated == 4


def test_ties_to_a_line_that_was_cut_lead_to_the_part_meant():
    years = [(ROADS, SCHOOLS), (ROADS, SCHOOLS), (JOBS, SCHOOLS), (JOBS,)]
    links = [[((0,), (0,)), ((1,), (1,))], [((0,), (0,)), ((1,), (1,))], [((0, 1), (0,))]]
    crossings = {(0, 2): {(1, 1)}, (1, 3): set()}
    lines = trace(years, links, crossings=crossings)
    roads, schools, jobs = lines
    assert (roads.heir, jobs.origin) == (Tie(2, 2), Tie(0, 2))
    assert schools.heir == Tie(2, 3)
    assert schools.steps == ((1,), (1,), (1,), ())


def test_the_wording_is_the_most_typical_one():
    years = [("深化改革",), ("继续深化改革",), ("继续深化医药改革",)]
    (thread,) = trace(years, [[((0,), (0,))], [((0,), (0,))]])
    assert thread.wording == "继续深化改革"
    assert thread.theme == "rural"


def test_a_link_that_takes_up_nothing_that_ended_is_no_bridge():
    links = [Link((0, 1), (2,), 0.9), Link((3,), (4,), 0.9), Link((5,), (), 1.0)]
    assert pick_sleepers(links, frozenset({1, 5}), frozenset({2})) == (Link((1,), (2,), 0.9),)


def test_every_goal_stands_in_one_thread():
    years = [(ROADS, SCHOOLS), (SCHOOLS, RURAL_SCHOOLS, JOBS), (JOBS, ROADS)]
    links = [[((0, 1), (0, 1))], [((0, 2), (0,))]]
    threads = trace(years, links)
    places = Counter(
        (report, goal)
        for thread in threads
        for report, goals in enumerate(thread.steps)
        for goal in goals
    )
    expected = {(report, goal) for report, goals in enumerate(years) for goal in range(len(goals))}
    assert set(places) == expected
    assert set(places.values()) == {1}


def test_presences_before_birth_and_after_the_end_are_none():
    assert Thread(((), (0,), (), ()), "").presences == (
        None,
        Presence.ADDED,
        Presence.DROPPED,
        None,
    )


def test_a_theme_that_hardly_two_years_agree_upon_is_none():
    def follow_themes(*themes):
        reports = make_years(*[["甲"]] * len(themes))
        reports = [tag(report, theme) for report, theme in zip(reports, themes, strict=True)]
        links = [((0,), (0,), ())]
        comparisons = [be_sure(make_comparison(old, new, links)) for old, new in pairwise(reports)]
        (thread,) = trace_threads(reports, comparisons, {}, {})
        return thread.theme

    assert follow_themes("rural", "rural", "health") == "rural"
    assert follow_themes("rural", "", "") == "rural"
    assert follow_themes("rural", "health", "finance", "safety") == ""


def tag(report, theme):
    goals = (replace(goal, themes=(theme,) if theme else ()) for goal in report.goals)
    return replace(report, goals=tuple(goals))
