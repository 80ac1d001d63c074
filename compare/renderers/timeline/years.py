"""The years as columns: the same in every picture, with a gap where there is no report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compare.model.timelines import Presence, Thread, Timeline


@dataclass(frozen=True, slots=True)
class Column:
    """A report by its position, or, where that is None, a run of years without one."""

    name: str
    report: int | None


@dataclass(frozen=True, slots=True)
class YearTally:
    """The goals of one report by where they come from; ``dropped`` are of the report before."""

    report: int
    goals: int
    carried: int
    revived: int
    added: int
    dropped: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports: of the ``goals`` of the ``old`` one, how many the ``new`` one still has."""

    old: int
    new: int
    goals: int
    kept: int

    @property
    def share(self) -> float:
        """The share of the goals that are still there."""
        return self.kept / self.goals if self.goals else 0.0


def name_pair(old: int, new: int) -> str:
    """Name the file of the full comparison of two years, in the folder of all of them."""
    return f"{old}-{new}.html"


def list_columns(timeline: Timeline) -> tuple[Column, ...]:
    """List a column for each report and one for each gap between two, in order.

    A gap is named by the years that have no report: 2015, or 2015–17.
    """
    return tuple(_list_columns(timeline.years))


def _list_columns(years: tuple[int, ...]) -> Iterator[Column]:
    for report, year in enumerate(years):
        before = years[report - 1] if report else year - 1
        if year - before == 2:
            yield Column(str(year - 1), None)
        elif year - before > 2:
            yield Column(f"{before + 1}–{(year - 1) % 100:02}", None)
        yield Column(str(year), report)


def count_years(timeline: Timeline) -> tuple[YearTally, ...]:
    """Count for each report where its goals come from; the first has none from before."""
    counts = [dict.fromkeys(Presence, 0) for _ in timeline.reports]
    for thread in timeline.threads:
        for report, presence in enumerate(thread.presences):
            if presence:
                counts[report][presence] += len(thread.steps[report] or thread.steps[report - 1])
    return tuple(_tally(report, count) for report, count in enumerate(counts))


def _tally(report: int, counts: Mapping[Presence, int]) -> YearTally:
    stated = counts[Presence.CARRIED], counts[Presence.REVIVED], counts[Presence.ADDED]
    gone = counts[Presence.DROPPED] + counts[Presence.DORMANT]
    return YearTally(report, sum(stated), *stated, gone)


def count_pairs(timeline: Timeline) -> tuple[Pair, ...]:
    """Count for every two reports what the later one still has of the earlier one's goals."""
    threads, reports = timeline.threads, range(len(timeline.reports))
    parts = _list_parts(threads)
    pairs = []
    for old in reports:
        stated = [(n, len(t.steps[old])) for n, t in enumerate(threads) if t.steps[old]]
        goals = sum(count for _, count in stated)
        for new in reports[old + 1 :]:
            kept = sum(n for number, n in stated if _lives_on(number, old, new, threads, parts))
            pairs.append(Pair(old, new, goals, kept))
    return tuple(pairs)


def _list_parts(threads: tuple[Thread, ...]) -> dict[int, list[int]]:
    """List for each line those that were split from it."""
    parts: dict[int, list[int]] = {}
    for number, thread in enumerate(threads):
        if thread.origin:
            parts.setdefault(thread.origin.thread, []).append(number)
    return parts


def _lives_on(
    number: int, old: int, new: int, threads: tuple[Thread, ...], parts: dict[int, list[int]]
) -> bool:
    """Tell whether a line, or one it went into or gave off on the way, stands in the new report."""
    seen, waiting = {number}, [number]
    while waiting:
        thread = threads[waiting[-1]]
        if thread.steps[new]:
            return True
        ties = [(part, threads[part].origin) for part in parts.get(waiting.pop(), ())]
        ties += [(thread.heir.thread, thread.heir)] if thread.heir else []
        for other, tie in ties:
            if other not in seen and tie and old < tie.report <= new:
                seen.add(other)
                waiting.append(other)
    return False
