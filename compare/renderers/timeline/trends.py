"""What rises and what fades: themes by their share, expressions by their use."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from compare.model.timelines import Phrase, ThemeCourse, Timeline
from compare.renderers.timeline.years import Column

CHANCE = 1.96  # z-score; what is beyond it either way is more than chance
WIDE, TALL = 6.0, 16.0  # a year's column in the picture of a phrase
SHOWN = 10  # expressions of a list before the rest of it folds away
MOST = 60  # expressions of a list


class Turn(StrEnum):
    """What an expression is listed for."""

    RISING = "rising"
    FADING = "fading"
    FRESH = "fresh"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class ThemeTrend:
    """A theme's share of the goals by report, and its change from earlier to later reports.

    ``change`` is the mean of the later half less that of the earlier one, from -1 to 1.
    """

    course: ThemeCourse
    change: float

    @property
    def most(self) -> float:
        """The largest share it has in any report."""
        return max(self.course.goals)


@dataclass(frozen=True, slots=True)
class PhraseList:
    """Expressions listed for one reason, and how many there are."""

    turn: Turn
    phrases: tuple[Phrase, ...]
    total: int


def list_themes(timeline: Timeline) -> tuple[ThemeTrend, ...]:
    """List themes, the one that rose most first."""
    trends = (ThemeTrend(course, _find_change(course.goals)) for course in timeline.themes)
    return tuple(sorted(trends, key=lambda trend: -trend.change))


def _find_change(shares: tuple[float, ...]) -> float:
    half = len(shares) // 2
    early, late = shares[:half], shares[half:]
    return sum(late) / len(late) - sum(early) / len(early) if early else 0.0


def list_phrases(timeline: Timeline) -> tuple[PhraseList, ...]:
    """List the expressions that rise, fade, are new since the first report, or were given up."""
    last = len(timeline.reports) - 1
    chosen = {
        Turn.RISING: [p for p in timeline.phrases if p.trend > CHANCE],
        Turn.FADING: [p for p in timeline.phrases if p.trend < -CHANCE],
        Turn.FRESH: sorted(
            (p for p in timeline.phrases if p.first), key=lambda p: (-p.total, p.text)
        ),
        Turn.GONE: sorted(
            (p for p in timeline.phrases if p.last < last), key=lambda p: (-p.total, p.text)
        ),
    }
    return tuple(
        PhraseList(turn, tuple(found[:MOST]), len(found)) for turn, found in chosen.items()
    )


def draw_phrase(phrase: Phrase, columns: Sequence[Column]) -> str:
    """Draw how often each report uses an expression, as the path of columns."""
    most = max(phrase.counts)
    counts = (0 if c.report is None else phrase.counts[c.report] for c in columns)
    return "".join(
        f"M{WIDE * (at + 0.5):g} {TALL:g}v-{(TALL - 1) * count / most:.3g}"
        for at, count in enumerate(counts)
        if count
    )
