"""What the plans speak about: the share of goals that touch each theme."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from compare.languages.themes import name_themes
from compare.model import Comparison, Goal, Link, Report, Span

LEADING = 0.2  # share of a section's goals that makes a theme one of its own


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme's goals in either plan, and their share of all its goals (0–1)."""

    theme: str
    old: int
    new: int
    old_share: float
    new_share: float


def count_themes(comparison: Comparison) -> tuple[ThemeLine, ...]:
    """Count the goals of every theme, the most spoken of first."""
    old, new = _count(comparison.old.pledges), _count(comparison.new.pledges)
    totals = len(comparison.old.pledges) or 1, len(comparison.new.pledges) or 1
    lines = [
        ThemeLine(theme, old[theme], new[theme], old[theme] / totals[0], new[theme] / totals[1])
        for theme in dict.fromkeys((*old, *new))
    ]
    return tuple(sorted(lines, key=lambda line: -(line.old_share + line.new_share)))


def name_own_themes(comparison: Comparison, language: str) -> Mapping[str, str]:
    """Name the themes of a comparison: those the user brought, or ours in a language."""
    return dict(comparison.theme_names) or name_themes(language)


def share_themes(comparison: Comparison) -> tuple[tuple[str, ...], ...]:
    """Name for each link of sections the themes that lead on both sides, the strongest first."""
    sides = _Shelf(comparison.old), _Shelf(comparison.new)
    return tuple(_share(link, *sides) for link in comparison.sections)


class _Shelf:
    """The goals of a report in the order they stand in."""

    def __init__(self, report: Report) -> None:
        self._goals = sorted(report.goals, key=lambda goal: goal.span)
        self._starts = [goal.span.start for goal in self._goals]
        self._sections = report.sections

    def weigh(self, places: Iterable[int]) -> dict[str, float]:
        """Give the themes that lead in some sections, and their share of the goals there."""
        inside = {i for place in places for i in self._find(self._sections[place].span)}
        counts = _count(self._goals[i] for i in inside)
        return {t: n / len(inside) for t, n in counts.items() if n >= LEADING * len(inside)}

    def _find(self, span: Span) -> range:
        return range(*(bisect_left(self._starts, at) for at in (span.start, span.end)))


def _share(link: Link, old: _Shelf, new: _Shelf) -> tuple[str, ...]:
    ours, theirs = old.weigh(link.old), new.weigh(link.new)
    shared = {theme: min(share, theirs[theme]) for theme, share in ours.items() if theme in theirs}
    return tuple(sorted(shared, key=lambda theme: (-shared[theme], theme)))


def _count(goals: Iterable[Goal]) -> Counter[str]:
    return Counter(theme for goal in goals for theme in goal.themes)
