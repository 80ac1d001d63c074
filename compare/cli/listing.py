"""The goals of a report listed for a terminal, under their headings."""

from collections.abc import Iterator

import click

from compare.cli.layout import find_width, wrap
from compare.cli.tree import PLACE, draw_head, place
from compare.languages.labels import Labels
from compare.model import Goal, Report
from compare.renderers.view.places import Atlas

BETWEEN = "  "


def list_goals(report: Report, labels: Labels) -> Iterator[str]:
    """List the goals of a plan, each with the line or page it stands on."""
    atlas = Atlas(report)
    width = find_width()
    yield draw_head(report, labels)
    path: tuple[str, ...] = ()
    for goal in report.pledges:
        if goal.section != path:
            yield ""
            yield from _list_headings(path, goal.section, width)
            path = goal.section
        yield from _list_goal(goal, atlas, width)
    figures = sum(len(goal.quantities) for goal in report.pledges)
    yield ""
    yield labels.say("reading.goals_and_figures", n=len(report.pledges), figures=figures)


def _list_headings(before: tuple[str, ...], path: tuple[str, ...], width: int) -> Iterator[str]:
    """List the headings that lead to what comes, without those that led to what came before."""
    same = 0
    while before[same : same + 1] == path[same : same + 1] != ():
        same += 1
    for depth, title in enumerate(path[same:] or path[-1:], same if path[same:] else len(path) - 1):
        left = "  " * depth
        for line in wrap(title, width - len(left)):
            yield left + click.style(line, fg="blue", bold=not depth)


def _list_goal(goal: Goal, atlas: Atlas, width: int) -> Iterator[str]:
    where = place(atlas, goal.span.start)
    for k, line in enumerate(wrap(goal.wording, width - PLACE - len(BETWEEN))):
        yield (" " * PLACE if k else where) + BETWEEN + line
