"""Figures of one year: what a plan promises for it, what a later review reports of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compare.model import Goal, GoalKind, Quantity, Report

OPENING = 24  # characters of a paragraph in which it says of which year it speaks


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
    """Yield the figures that a review reports for a year."""
    for position, goal in enumerate(list_outcomes(report, year)):
        yield from _list_figures(report, goal, position, year)


def list_outcomes(report: Report, year: int) -> tuple[Goal, ...]:
    """List what a report says was done in a year."""
    return tuple(
        goal
        for goal in report.goals
        if goal.kind is GoalKind.OUTCOME and (goal.year or _read_year(report, goal)) == year
    )


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


def _read_year(report: Report, goal: Goal) -> int | None:
    """Return the year that the paragraph opens with, where a review speaks of several."""
    text = report.document.text
    opening = text[text.rfind("\n", 0, goal.span.start) + 1 :][:OPENING]
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", opening)
    return int(years[0]) if len(years) == 1 else None


def _count_by_sentence(goals: Iterable[Goal]) -> Counter[object]:
    counts: Counter[object] = Counter()
    for goal in goals:
        counts[goal.sentence] += len(goal.quantities)
    return counts
