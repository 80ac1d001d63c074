"""Figures of one year: what a plan promises for it, what a later review reports of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compare.model import Goal, Quantity, Report
from compare.reviews import is_of_last, list_outcomes, list_undated


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, its goal, the goal's position in its list, and the words that lead to it."""

    quantity: Quantity
    goal: Goal
    position: int
    told: str


def list_targets(report: Report, year: int) -> Iterator[Figure]:
    """Yield the figures that a plan promises for a year."""
    for position, goal in enumerate(report.pledges):
        if goal.year in (None, year):
            yield from _list_figures(report, goal, position, year)


def list_results(report: Report, year: int) -> Iterator[Figure]:
    """Yield the figures that a review reports for a year.

    Of a review of several years, those that its words date to the last of them.
    """
    for position, goal in enumerate(list_outcomes(report, year)):
        yield from _list_figures(report, goal, position, year)
    for position, goal in enumerate(list_undated(report, year)):
        for figure in _list_figures(report, goal, position, year):
            if is_of_last(report, goal, figure.quantity, year):
                yield figure


def find_leading(report: Report) -> frozenset[Quantity]:
    """Find the figures that stand under the plan's own heading, before its first subsection.

    Where a plan has no such place, the figures of the sentence that holds most of them.
    """
    goals = [goal for goal in report.pledges if goal.quantities]
    if not goals:
        return frozenset()
    top = min(len(goal.section) for goal in goals)
    leading = [goal for goal in goals if len(goal.section) == top]
    if len(leading) == len(goals):
        fullest, _ = _count_by_sentence(goals).most_common(1)[0]
        leading = [goal for goal in goals if goal.sentence == fullest]
    return frozenset(quantity for goal in leading for quantity in goal.quantities)


def _list_figures(report: Report, goal: Goal, position: int, year: int) -> Iterator[Figure]:
    for quantity in goal.quantities:
        if not quantity.horizon or str(year) in quantity.horizon:
            yield Figure(quantity, goal, position, _read_before(report, goal, quantity))


def _read_before(report: Report, goal: Goal, quantity: Quantity) -> str:
    """Return the clause of a figure up to it, and the clause before."""
    before = report.document.text[goal.sentence.start : quantity.figure.start]
    return "，".join(re.split("[，,;；]", before)[-2:])


def _count_by_sentence(goals: Iterable[Goal]) -> Counter[object]:
    counts: Counter[object] = Counter()
    for goal in goals:
        counts[goal.sentence] += len(goal.quantities)
    return counts
