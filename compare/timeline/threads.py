"""Threads: each line of goals with the wording that is typical of it and its theme."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from compare.model import Comparison, Goal, Report
from compare.model.timelines import Thread, Tie
from compare.timeline.lines import Line, weave_lines
from compare.timeline.parting import Crossings, part_lines
from compare.timeline.waking import Bridges, wake_lines
from compare.wording import find_median

AGREED = 1 / 3  # of the years, at the least, have the theme of a thread


def trace_threads(
    reports: Sequence[Report],
    comparisons: Sequence[Comparison],
    bridges: Bridges,
    crossings: Crossings,
) -> tuple[Thread, ...]:
    """Trace every goal of every report, each in one thread, in the order of their births.

    Of reports that are no neighbours, by the positions of both, ``bridges`` are the changes that
    take up what had ended, and ``crossings`` all goals that are linked.
    """
    woven = weave_lines(reports, comparisons)
    lines = wake_lines(part_lines(woven, comparisons, crossings), bridges)
    ordered = sorted(lines, key=lambda line: line.order)
    places = {line: place for place, line in enumerate(ordered)}
    pledges = tuple(report.pledges for report in reports)
    return tuple(_finish(line, pledges, places) for line in ordered)


def _finish(line: Line, pledges: Sequence[Sequence[Goal]], places: Mapping[Line, int]) -> Thread:
    years = [[pledges[report][goal] for goal in found] for report, found in line.steps.items()]
    reports = range(len(pledges))
    return Thread(
        steps=tuple(tuple(line.steps.get(report, ())) for report in reports),
        wording=find_median([goal.wording for goals in years for goal in goals]),
        theme=_agree_theme(years),
        traits=tuple(line.traits.get(report, ()) for report in reports),
        origin=line.origin and Tie(places[line.origin[0]], line.origin[1]),
        heir=line.heir and Tie(places[line.heir[0]], line.heir[1]),
    )


def _agree_theme(years: Iterable[Iterable[Goal]]) -> str:
    """Give the theme that most years have, or none where hardly any two agree.

    A goal that names no theme has that of its heading, which may be about something else.
    """
    votes = [{goal.themes[0] for goal in goals if goal.themes} for goals in years]
    themes = Counter(theme for vote in votes for theme in vote)
    theme = min(themes, key=lambda theme: (-themes[theme], theme), default="")
    return theme if themes[theme] > AGREED * sum(map(bool, votes)) else ""
