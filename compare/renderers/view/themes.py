"""What the plans speak about: the share of goals that touch each theme."""

from collections import Counter
from dataclasses import dataclass

from compare.model import Comparison, Report


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
    old, new = _count(comparison.old), _count(comparison.new)
    totals = len(comparison.old.pledges) or 1, len(comparison.new.pledges) or 1
    lines = [
        ThemeLine(theme, old[theme], new[theme], old[theme] / totals[0], new[theme] / totals[1])
        for theme in dict.fromkeys((*old, *new))
    ]
    return tuple(sorted(lines, key=lambda line: -(line.old_share + line.new_share)))


def _count(report: Report) -> Counter[str]:
    return Counter(theme for goal in report.pledges for theme in set(goal.themes))
