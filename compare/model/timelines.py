"""What became of it over many years.

Reports stand in the order of their years; whatever goes by report is a tuple with one entry for
each of them, in that order. A year without a report has no entry: `Timeline.missing` names it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from compare.model.changes import Comparison, Trait, Verdict
from compare.model.reports import Quantity, QuantityKind, Report
from compare.model.texts import Note


class Presence(StrEnum):
    """What a year's report does with a line of goals.

    DORMANT is a report that passes over a line which a later one takes up again (REVIVED).
    """

    ADDED = "added"
    CARRIED = "carried"
    DORMANT = "dormant"
    REVIVED = "revived"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Tie:
    """Where a line leaves another or goes into one: that one's position in ``Timeline.threads``.

    ``report`` is the first report in which the two are apart, or in which they are one.
    """

    thread: int
    report: int


@dataclass(frozen=True, slots=True)
class Thread:
    """The goals of one line of descent.

    ``steps`` has for each report the positions of the line's goals in its ``pledges``: none, one,
    or the several of a split or merge. A goal that goes on in a line of its own stands there:
    ``origin`` is the line that one was split from, ``heir`` the line that it was merged into.
    ``traits`` say for each report how the line's goals changed since they last were stated;
    ``wording`` is the most typical of them all (the set median by edit distance), ``theme`` the
    one most of them speak of, or empty.
    """

    steps: tuple[tuple[int, ...], ...]
    wording: str
    theme: str = ""
    traits: tuple[tuple[Trait, ...], ...] = ()
    origin: Tie | None = None
    heir: Tie | None = None

    @property
    def first(self) -> int:
        """The position of the first report that states it."""
        return next(i for i, goals in enumerate(self.steps) if goals)

    @property
    def last(self) -> int:
        """The position of the last report that states it."""
        return next(i for i in reversed(range(len(self.steps))) if self.steps[i])

    @property
    def stated(self) -> int:
        """How many reports state it."""
        return sum(map(bool, self.steps))

    @property
    def survival(self) -> float:
        """The share of the reports since its first that state it, from 0 to 1."""
        return self.stated / (len(self.steps) - self.first)

    @property
    def is_open(self) -> bool:
        """Whether it stands in the very first report, so that it may be older than that."""
        return bool(self.steps[0])

    @property
    def presences(self) -> tuple[Presence | None, ...]:
        """What each report does with it: nothing before its birth and after its end.

        The first report that no longer has it drops it, unless it lives on in its heir; a line
        that was split off begins as carried, for its goals were.

        >>> [p and p.value for p in Thread(((), (4,), (), (1, 2), (), ()), "").presences]
        [None, 'added', 'dormant', 'revived', 'dropped', None]
        """
        first, last, reports = self.first, self.last, len(self.steps)
        born = Presence.CARRIED if self.origin else Presence.ADDED
        lived = (self._find_presence(report) for report in range(first + 1, last + 1))
        ended = (None if self.heir else Presence.DROPPED,) if last + 1 < reports else ()
        after = (None,) * (reports - last - 2)
        return (*(None,) * first, born, *lived, *ended, *after)

    def _find_presence(self, report: int) -> Presence:
        """Tell what a report between the first and the last does with it."""
        if not self.steps[report]:
            return Presence.DORMANT
        return Presence.CARRIED if self.steps[report - 1] else Presence.REVIVED


@dataclass(frozen=True, slots=True)
class Point:
    """An indicator in one year: what the plan for it says, and what a later review reports.

    ``goal`` is the position of the target's goal in ``pledges`` of the year's own report,
    ``source`` the position of the report that holds the result. ``margin`` is result minus
    target, in the target's unit. A result of a year for which no target was set has no verdict.
    """

    year: int
    target: Quantity | None = None
    goal: int | None = None
    result: Quantity | None = None
    source: int | None = None
    verdict: Verdict | None = None
    margin: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator through the years; ``points`` only has the years of which something is said.

    ``leads`` tells that it stands at the head of a plan, where headline targets stand.
    """

    indicator: str
    unit: str
    kind: QuantityKind
    points: tuple[Point, ...]
    leads: bool = False


@dataclass(frozen=True, slots=True)
class ThemeCourse:
    """How much of each report speaks of a theme, from 0 to 1, one entry a report.

    ``goals`` is the share of its goals that touch the theme (a goal may touch several), ``text``
    the share of its characters that stand in sentences on it (a sentence on several is divided).
    """

    theme: str
    goals: tuple[float, ...]
    text: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """An expression, and how often each report uses it.

    ``trend`` says how much more (or, below zero, less) the later half of the reports uses it than
    the earlier half: the z-score of the log-odds ratio with an informative Dirichlet prior
    (Monroe, Colaresi & Quinn 2008); beyond 1.96 either way it is more than chance.
    """

    text: str
    counts: tuple[int, ...]
    trend: float

    @property
    def first(self) -> int:
        """The position of the first report that uses it."""
        return next(i for i, count in enumerate(self.counts) if count)

    @property
    def last(self) -> int:
        """The position of the last report that uses it."""
        return max(i for i, count in enumerate(self.counts) if count)

    @property
    def total(self) -> int:
        """How often all reports together use it."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Similarity:
    """How much of a text is the text of the year before, from 0 to 1 (Cohen et al. 2020).

    ``cosine`` compares how often each word is used, ``jaccard`` which words are used at all,
    ``edits`` is 1 less the share of words to take out and put in. ``link`` is a position in
    ``sections`` of the comparison at ``comparison``, or None for the whole of both reports.
    """

    comparison: int
    link: int | None
    cosine: float
    jaccard: float
    edits: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that a renderer of many years gets.

    ``comparisons`` are of neighbours: the first of the reports 0 and 1, and so on.
    ``theme_names`` has key and name of every theme, where the user brought themes of their own.
    """

    reports: tuple[Report, ...]
    comparisons: tuple[Comparison, ...]
    threads: tuple[Thread, ...]
    series: tuple[Series, ...] = ()
    themes: tuple[ThemeCourse, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    similarities: tuple[Similarity, ...] = ()
    notes: tuple[Note, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    theme_names: tuple[tuple[str, str], ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """The year of each report."""
        return tuple(report.year or 0 for report in self.reports)

    @property
    def missing(self) -> tuple[int, ...]:
        """The years between the first and the last that have no report."""
        known = self.years
        return tuple(year for year in range(known[0], known[-1]) if year not in known)

    @property
    def homes(self) -> tuple[Mapping[int, int], ...]:
        """For each report, which thread each of its goals stands in, both by position."""
        homes: tuple[dict[int, int], ...] = tuple({} for _ in self.reports)
        for number, thread in enumerate(self.threads):
            for report, goals in enumerate(thread.steps):
                homes[report].update(dict.fromkeys(goals, number))
        return homes

    @property
    def all_notes(self) -> tuple[Note, ...]:
        """Every doubt once: of the timeline, then of each comparison and report."""
        found = (note for comparison in self.comparisons for note in comparison.all_notes)
        return tuple(dict.fromkeys((*self.notes, *found)))
