"""The figures of a goal beside those of its later self: which answer each other, what changed.

Where the yardstick itself was changed, that is said and nothing is compared.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compare.languages.indicators import (
    find_polarity,
    is_kindred,
    measure_mention,
    measure_sameness,
)
from compare.languages.registry import Registry
from compare.model import FigurePair, Goal, Quantity, Trait
from compare.quantities import (
    SAME,
    is_comparable,
    is_loosened,
    is_lowered,
    is_raised,
    is_same_value,
    is_tightened,
)

KNOWN = 0.9  # how alike indicators must be for a change of their unit to mean anything
TOLD = 0.3  # of a figure's indicator, the share of words that the other wording must hold
NUMBER = re.compile(r"\d[\d.,]*[万亿千百]*")


@dataclass(frozen=True, slots=True)
class Yardsticks:
    """What is measured in either plan as a whole, by a registry of indicators."""

    old: Sequence[Quantity]
    new: Sequence[Quantity]
    registry: Registry

    def alike(self, one: str, other: str) -> float:
        """Tell how far two phrases name one indicator, from 0 to 1."""
        return measure_sameness(one, other, self.registry)

    def has_twin(
        self, figure: Quantity, others: Iterable[Quantity], *, any_time: bool = False
    ) -> bool:
        """Tell whether others hold a figure of the same thing, for the same time or for any."""
        return any(
            (any_time or other.horizon == figure.horizon)
            and is_comparable(figure, other)
            and self.alike(figure.indicator, other.indicator) >= SAME
            for other in others
        )


def compare_figures(
    old: Sequence[Quantity], new: Sequence[Quantity], sticks: Yardsticks
) -> Iterator[FigurePair]:
    """Pair the figures of a goal with those of its later self, and say how each pair changed.

    The most alike indicators pair first and each figure once, only where unit and kind agree.
    Figures of other years pair only where neither plan has the same for the same time.
    """
    pairs = _match(old, new, sticks)
    for i, j in sorted(pairs.items()):
        traits = tuple(_find_traits(old[i], new[j], sticks.registry))
        if Trait.HORIZON_CHANGED in traits and (
            sticks.has_twin(old[i], sticks.new) or sticks.has_twin(new[j], sticks.old)
        ):
            continue
        yield FigurePair(old[i], new[j], traits)
    left = [figure for i, figure in enumerate(old) if i not in pairs]
    late = [figure for j, figure in enumerate(new) if j not in pairs.values()]
    yield from _compare_yardsticks(left, late, sticks)
    yield from _compare_conditions(left, late, sticks)


def _match(old: Sequence[Quantity], new: Sequence[Quantity], sticks: Yardsticks) -> dict[int, int]:
    scored = [
        (sticks.alike(one.indicator, other.indicator), one.horizon == other.horizon, i, j)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if is_comparable(one, other)
    ]
    pairs: dict[int, int] = {}
    for score, _, i, j in sorted(scored, key=lambda s: (-s[0], -s[1], abs(s[2] - s[3]), s[2:])):
        if score >= SAME and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _find_traits(old: Quantity, new: Quantity, registry: Registry) -> Iterator[Trait]:
    if old.horizon != new.horizon:
        yield Trait.HORIZON_CHANGED
        return
    if is_raised(old, new):
        yield Trait.RAISED
    elif is_lowered(old, new):
        yield Trait.LOWERED
    elif is_same_value(old, new):
        yield Trait.SAME_VALUE
    polarity = find_polarity(new.indicator, registry)
    if polarity == find_polarity(old.indicator, registry):
        if is_tightened(old, new, polarity):
            yield Trait.TIGHTENED
        elif is_loosened(old, new, polarity):
            yield Trait.LOOSENED
    if old.comparator is not new.comparator:
        yield Trait.BOUND_CHANGED


def _compare_yardsticks(
    old: Sequence[Quantity], new: Sequence[Quantity], sticks: Yardsticks
) -> Iterator[FigurePair]:
    """Yield the figures that answer each other but by another yardstick, each figure once."""
    met: set[Quantity] = set()
    for one in old:
        for other in new:
            if other in met or not (trait := _find_break(one, other, sticks)):
                continue
            if sticks.has_twin(one, sticks.new) or sticks.has_twin(other, sticks.old):
                continue
            met.add(other)
            yield FigurePair(one, other, (trait,))
            if one.condition and other.condition and is_comparable(one.condition, other.condition):
                yield _pair_conditions(one.condition, other.condition, sticks)
            break


def _find_break(old: Quantity, new: Quantity, sticks: Yardsticks) -> Trait | None:
    """Tell how a yardstick was changed: another base (增长8% → 8000亿元), or another thing."""
    if not old.indicator or not new.indicator or old.horizon != new.horizon:
        return None
    if not is_comparable(old, new):
        same = sticks.alike(old.indicator, new.indicator) >= KNOWN
        return Trait.BASIS_CHANGED if same else None
    counted = [NUMBER.sub("#", figure.indicator) for figure in (old, new)]
    if old.indicator != new.indicator and counted[0] == counted[1]:
        return Trait.BASIS_CHANGED if old.condition and new.condition else Trait.INDICATOR_CHANGED
    kindred = is_kindred(old.indicator, new.indicator, sticks.registry)
    return Trait.INDICATOR_CHANGED if kindred else None


def _compare_conditions(
    old: Sequence[Quantity], new: Sequence[Quantity], sticks: Yardsticks
) -> Iterator[FigurePair]:
    """Compare what one plan asks for with what the other counts: 超过20万元的村, 达到30万元."""
    for one in old:
        for other in new:
            for before, after in ((one.condition, other), (one, other.condition)):
                if (
                    before
                    and after
                    and is_comparable(before, after)
                    and sticks.alike(before.indicator, after.indicator) >= SAME
                ):
                    yield _pair_conditions(before, after, sticks)


def _pair_conditions(old: Quantity, new: Quantity, sticks: Yardsticks) -> FigurePair:
    return FigurePair(old, new, tuple(_find_traits(old, new, sticks.registry)))


def find_gain(old: Sequence[Goal], new: Sequence[Goal], sticks: Yardsticks) -> tuple[Trait, ...]:
    """Say whether a goal gained its first figure or lost its last.

    The figure must be of what the other wording speaks of, and not stand elsewhere in its plan.
    """
    before, after = (tuple(q for goal in goals for q in goal.quantities) for goals in (old, new))
    if bool(before) == bool(after):
        return ()
    bare, others = (old, sticks.old) if after else (new, sticks.new)
    wording = " ".join(goal.wording for goal in bare)
    alone = len(old) == len(new) == 1
    for figure in before or after:
        told = measure_mention(figure.indicator, wording, sticks.registry)
        spoken_of = told >= TOLD or (alone and told > 0)
        if spoken_of and not sticks.has_twin(figure, others, any_time=True):
            return (Trait.QUANTIFIED,) if after else (Trait.DEQUANTIFIED,)
    return ()
