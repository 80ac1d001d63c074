"""Links between goals become changes: a status, traits, a word diff, a confidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compare.languages.rules import Language
from compare.model import (
    Change,
    Confidence,
    FigurePair,
    Goal,
    Link,
    Report,
    Run,
    RunKind,
    Status,
    Trait,
)
from compare.quantities import compare_figures, goal_traits
from compare.wording import diff_words

_HOME = 2  # the level of the sections that goals move between
_SURE, _LIKELY = 0.9, 0.7  # how probable a verdict must be


def find_changes(
    old: Report,
    new: Report,
    goal_links: Iterable[Link],
    section_links: Iterable[Link],
    language: Language,
) -> tuple[Change, ...]:
    """Say what became of every goal, in the order of the new report, what was dropped last."""
    homes = _Homes.of(old, new, section_links)
    changes = [
        _carry(link, old, new, homes, language) if link.old and link.new else _leave(link)
        for link in goal_links
    ]
    return tuple(sorted(changes, key=_place))


def _place(change: Change) -> tuple[bool, tuple[int, ...], tuple[int, ...]]:
    return not change.link.new, change.link.new, change.link.old


def _leave(link: Link) -> Change:
    status = Status.ADDED if link.new else Status.DROPPED
    return Change(status, link, confidence=_trust(link.score))


def _carry(link: Link, old: Report, new: Report, homes: "_Homes", language: Language) -> Change:
    before = tuple(old.pledges[i] for i in link.old)
    after = tuple(new.pledges[i] for i in link.new)
    runs = diff_words(_join(before), _join(after), language.split_words)
    figures = _pair_figures(before, after, language)
    traits = _find_traits(before, after, runs, figures, homes)
    return Change(
        Status.CARRIED, link, tuple(dict.fromkeys(traits)), runs, _trust(link.score), figures
    )


def _join(goals: Iterable[Goal]) -> str:
    return "\n".join(goal.wording for goal in goals)


def _trust(probability: float) -> Confidence:
    if probability >= _SURE:
        return Confidence.SURE
    return Confidence.LIKELY if probability >= _LIKELY else Confidence.UNSURE


def _pair_figures(
    before: tuple[Goal, ...], after: tuple[Goal, ...], language: Language
) -> tuple[FigurePair, ...]:
    return compare_figures(
        tuple(q for goal in before for q in goal.quantities),
        tuple(q for goal in after for q in goal.quantities),
        language.same_indicator,
    )


def _find_traits(
    before: tuple[Goal, ...],
    after: tuple[Goal, ...],
    runs: tuple[Run, ...],
    figures: tuple[FigurePair, ...],
    homes: "_Homes",
) -> Iterator[Trait]:
    """Yield the traits in the order in which a reader wants them."""
    same = all(run.kind is RunKind.SAME for run in runs)
    for pair in figures:
        yield from pair.traits
    yield from goal_traits(
        tuple(q for goal in before for q in goal.quantities),
        tuple(q for goal in after for q in goal.quantities),
    )
    yield Trait.VERBATIM if same else Trait.REWORDED
    if len(after) > 1:
        yield Trait.SPLIT
    if len(before) > 1:
        yield Trait.MERGED
    if all(homes.is_moved(one, other) for one in before for other in after):
        yield Trait.MOVED


@dataclass(frozen=True, slots=True)
class _Homes:
    """Which second-level sections answer to each other."""

    old: Report
    new: Report
    pairs: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, old: Report, new: Report, links: Iterable[Link]) -> "_Homes":
        return cls(old, new, frozenset((a, b) for link in links for a in link.old for b in link.new))

    def is_moved(self, one: Goal, other: Goal) -> bool:
        """Tell whether a goal stands in a section that does not answer to its old one."""
        left, right = _find_home(self.old, one), _find_home(self.new, other)
        if left is None or right is None or not any(a == left for a, _ in self.pairs):
            return False
        return (left, right) not in self.pairs


def _find_home(report: Report, goal: Goal) -> int | None:
    """Return the position of the second-level section around a goal."""
    home = [s for s in report.path_to(goal.span.start) if s.level == _HOME]
    return report.sections.index(home[0]) if home else None
