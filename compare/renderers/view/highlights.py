"""The ten lines that matter most, by a rule the page states.

Headline targets that moved; headline targets only one report states; other figures by how far
they moved; sections that were mostly dropped or are mostly new, the largest first. What a digest
leaves out is no news: next to a report far shorter than the other, lines on absence are left out.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from compare.model import Comparison, Report, Section, Status
from compare.renderers.view.figures import Figure
from compare.renderers.view.places import Atlas

MOST = 10
LEADING = 6
ONE_SIDED = 2
SECTIONS = 2
SMALL_SECTION = 3
DIGEST = 3  # times as many goals: the shorter report is another kind of text
MOSTLY = 0.7


class Line(StrEnum):
    """What a highlight tells of."""

    MOVED = "moved"
    GONE = "gone"
    FRESH = "fresh"
    SECTION_GONE = "section_gone"
    SECTION_FRESH = "section_fresh"


@dataclass(frozen=True, slots=True)
class Highlight:
    """One line: a figure, or a group of goals (by its number) of which ``count`` in ``total``."""

    line: Line
    figure: Figure | None = None
    section: Section | None = None
    group: int = 0
    count: int = 0
    total: int = 0

    @property
    def tone(self) -> str:
        """What colour adds: more asked for (up), less (down), or neither."""
        if self.line is Line.MOVED and self.figure:
            return self.figure.tone
        return "up" if self.line in (Line.FRESH, Line.SECTION_FRESH) else "down"


def pick_highlights(
    comparison: Comparison, figures: Sequence[Figure], old: Atlas, new: Atlas
) -> tuple[Highlight, ...]:
    """Pick at most ten lines, the same for the same comparison; none across two languages."""
    if comparison.old.language != comparison.new.language:
        return ()
    moved = [figure for figure in figures if figure.moved]
    leading = [Highlight(Line.MOVED, figure) for figure in moved if figure.leads][:LEADING]
    gone = [Highlight(Line.GONE, figure) for figure in _drop(comparison, figures)][:ONE_SIDED]
    fresh = [Highlight(Line.FRESH, figure) for figure in _add(figures)][:ONE_SIDED]
    others = sorted((figure for figure in moved if not figure.leads), key=lambda f: -f.size)
    sections = _find_sections(comparison, old, new)
    if _is_digest(comparison.new, comparison.old):
        gone, sections = [], [line for line in sections if line.line is Line.SECTION_FRESH]
    if _is_digest(comparison.old, comparison.new):
        fresh, sections = [], [line for line in sections if line.line is Line.SECTION_GONE]
    first = [*leading, *gone, *fresh]
    room = MOST - len(first) - min(SECTIONS, len(sections))
    first += [Highlight(Line.MOVED, figure) for figure in others[: max(room, 0)]]
    return (*first, *sections[: max(MOST - len(first), 0)])[:MOST]


def _is_digest(report: Report, other: Report) -> bool:
    return DIGEST * len(report.pledges) < len(other.pledges)


def _drop(comparison: Comparison, figures: Iterable[Figure]) -> list[Figure]:
    return [
        figure
        for figure in figures
        if figure.leads
        and figure.new is None
        and comparison.changes[figure.change].status is Status.DROPPED
    ]


def _add(figures: Iterable[Figure]) -> list[Figure]:
    return [figure for figure in figures if figure.leads and figure.old is None]


def _find_sections(comparison: Comparison, old: Atlas, new: Atlas) -> list[Highlight]:
    """Find the groups that hold little but dropped, or little but added goals, largest first."""
    gone = Counter(
        old.group_of[goal]
        for change in comparison.changes
        if change.status is Status.DROPPED
        for goal in change.link.old
    )
    fresh = Counter(
        new.group_of[goal]
        for change in comparison.changes
        if change.status is Status.ADDED
        for goal in change.link.new
    )
    found = [
        Highlight(line, None, group.section, number, counts[number], len(group.goals))
        for line, atlas, counts in (
            (Line.SECTION_GONE, old, gone),
            (Line.SECTION_FRESH, new, fresh),
        )
        for number, group in enumerate(atlas.groups)
        if len(group.goals) >= SMALL_SECTION and counts[number] >= MOSTLY * len(group.goals)
    ]
    return sorted(found, key=lambda line: -line.count)
