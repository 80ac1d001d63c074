"""Lines that sleep: dropped by one report, taken up again by a later one."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from compare.model import Change, Comparison, Link, Status
from compare.timeline.lines import Line

Ends = tuple[frozenset[int], ...]
Bridges = Mapping[tuple[int, int], Sequence[Change]]


def list_ends(comparisons: Sequence[Comparison]) -> tuple[Ends, Ends]:
    """List for each report the goals that the next one does not repeat, and those it adds."""
    dropped = [_collect(comparison, Status.DROPPED) for comparison in comparisons]
    added = [_collect(comparison, Status.ADDED) for comparison in comparisons]
    return (*dropped, frozenset()), (frozenset(), *added)


def _collect(comparison: Comparison, status: Status) -> frozenset[int]:
    links = (change.link for change in comparison.changes if change.status is status)
    return frozenset(goal for link in links for goal in (*link.old, *link.new))


def pick_sleepers(
    links: Iterable[Link], ended: frozenset[int], born: frozenset[int]
) -> tuple[Link, ...]:
    """Keep of the links between two reports those that take up again what had ended."""
    kept = []
    for link in links:
        old = tuple(goal for goal in link.old if goal in ended)
        new = tuple(goal for goal in link.new if goal in born)
        if old and new:
            kept.append(Link(old, new, link.score, link.evidence))
    return tuple(kept)


def wake_lines(lines: Sequence[Line], bridges: Bridges) -> tuple[Line, ...]:
    """Join lines that ended to those that take them up again, one to one, the nearest first."""
    ends = {(line.last, goal): line for line in lines if not line.heir for goal in _tail(line)}
    starts = {(line.first, goal): line for line in lines if not line.origin for goal in _head(line)}
    before: dict[Line, Line] = {}
    joined: set[Line] = set()
    for (old, new), change in _sort(bridges):
        for i, j in product(change.link.old, change.link.new):
            end, start = ends.get((old, i)), starts.get((new, j))
            if end and start and start not in before and end not in joined:
                before[start] = end
                joined.add(end)
                start.traits[new] = change.traits
    for line in sorted(before, key=lambda line: line.order, reverse=True):
        _append(before[line], line)
    for line in lines:
        _tie_anew(line, before)
    return tuple(line for line in lines if line not in before)


def _sort(bridges: Bridges) -> Iterable[tuple[tuple[int, int], Change]]:
    found = [(pair, change) for pair, changes in bridges.items() for change in changes]
    return sorted(
        found, key=lambda entry: (entry[0][1] - entry[0][0], -entry[1].link.score, entry[0])
    )


def _head(line: Line) -> list[int]:
    return line.steps[line.first]


def _tail(line: Line) -> list[int]:
    return line.steps[line.last]


def _append(line: Line, later: Line) -> None:
    line.steps.update(later.steps)
    line.traits.update(later.traits)
    line.heir = later.heir


def _tie_anew(line: Line, before: Mapping[Line, Line]) -> None:
    """Let ties lead to the lines that others were appended to."""
    if line.origin:
        line.origin = _find_whole(line.origin[0], before), line.origin[1]
    if line.heir:
        line.heir = _find_whole(line.heir[0], before), line.heir[1]


def _find_whole(line: Line, before: Mapping[Line, Line]) -> Line:
    while line in before:
        line = before[line]
    return line
