"""Of which year a review speaks: the one before its report, or several that end with it."""

from collections.abc import Iterable, Iterator

from compare.languages import get_language
from compare.model import Goal, GoalKind, Quantity, Report

OPENING = 24  # characters of a paragraph in which it says of which year it speaks


def list_outcomes(report: Report, year: int) -> tuple[Goal, ...]:
    """List what a report says was done in a year, and in no longer time."""
    return tuple(goal for goal, told in _date_goals(report) if told == year)


def list_undated(report: Report, year: int) -> tuple[Goal, ...]:
    """List what a report says was done in several years, of which the year given is the last."""
    if report.year != year + 1:
        return ()
    return tuple(goal for goal, told in _date_goals(report) if told is None)


def is_of_last(report: Report, goal: Goal, quantity: Quantity, year: int) -> bool:
    """Tell whether the words around a figure of several years date it to the last of them."""
    begin, place = goal.sentence.start, quantity.figure
    sentence = goal.sentence.of(report.document.text)
    cues = get_language(report.language).goals
    return cues.is_of_last(sentence, place.start - begin, place.end - begin, year)


def _date_goals(report: Report) -> Iterator[tuple[Goal, int | None]]:
    """Yield each outcome and its year: of its section or paragraph, none where it has several."""
    text = report.document.text
    find_times = get_language(report.language).goals.find_times
    known: dict[int, list[tuple[int, int | None]]] = {}
    for goal in report.goals:
        if goal.kind is not GoalKind.OUTCOME:
            continue
        start = text.rfind("\n", 0, goal.span.start) + 1
        if start not in known:
            end = text.find("\n", start)
            known[start] = list(find_times(text[start : end if end >= 0 else len(text)]))
        told = [year for place, year in known[start] if start + place <= goal.span.start]
        several = bool(told) and told[-1] is None
        yield goal, None if several else goal.year or _read_opening(known[start])


def _read_opening(times: Iterable[tuple[int, int | None]]) -> int | None:
    """Return the year that a paragraph opens with, where a review speaks of several."""
    years = [year for place, year in times if place < OPENING and year]
    return years[0] if len(years) == 1 else None
