"""Figures side by side: which moved, which stand in one report only, which lead the plan."""

import re
from dataclasses import dataclass
from decimal import Decimal

from compare.model import Comparison, FigurePair, Goal, Quantity, Report, Span, Trait
from compare.renderers.view.tally import find_tone, read_move
from compare.targets import find_leading

BLANKS = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])|\s+(?=%)")
MOVES = frozenset(
    {
        Trait.RAISED,
        Trait.LOWERED,
        Trait.TIGHTENED,
        Trait.LOOSENED,
        Trait.BOUND_CHANGED,
        Trait.HORIZON_CHANGED,
        Trait.BASIS_CHANGED,
        Trait.INDICATOR_CHANGED,
    }
)
BROKEN = frozenset({Trait.HORIZON_CHANGED, Trait.BASIS_CHANGED, Trait.INDICATOR_CHANGED})


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the ledger: an indicator, and what either report says of it.

    ``change`` is a position in ``Comparison.changes``; ``leads`` tells that the figure stands at
    the head of a plan, where headline targets stand; ``reason`` is where the new report says why.
    """

    indicator: str
    old: Quantity | None
    new: Quantity | None
    old_text: str
    new_text: str
    traits: tuple[Trait, ...]
    change: int
    leads: bool
    reason: Span | None = None

    @property
    def paired(self) -> bool:
        """Whether both reports give it."""
        return self.old is not None and self.new is not None

    @property
    def side(self) -> str:
        """Which report gives it where only one does."""
        return "old" if self.new is None else "new"

    @property
    def comparable(self) -> bool:
        """Whether both figures stand on one scale."""
        if self.old is None or self.new is None or BROKEN.intersection(self.traits):
            return False
        return self.old.unit == self.new.unit

    @property
    def moves(self) -> tuple[Trait, ...]:
        """The traits that tell of a move, number first; less what the number says already."""
        plain = {Trait.TIGHTENED} if Trait.RAISED in self.traits else set[Trait]()
        plain |= {Trait.LOOSENED} if Trait.LOWERED in self.traits else set()
        told = MOVES.intersection(self.traits) - plain
        return tuple(trait for trait in Trait if trait in told)

    @property
    def tone(self) -> str:
        """What colour adds: more asked for (up), less (down), or neither."""
        return find_tone(read_move(self.traits), self.traits)

    @property
    def moved(self) -> bool:
        """Whether the number, its bound or its date is another one now."""
        return bool(MOVES.intersection(self.traits))

    @property
    def size(self) -> Decimal:
        """How far the number moved, as a share of the larger one."""
        if self.old is None or self.new is None or BROKEN.intersection(self.traits):
            return Decimal(0)
        old, new = self.old.value, self.new.value
        return abs(new - old) / (max(abs(old), abs(new)) or Decimal(1))


def list_figures(comparison: Comparison) -> tuple[Figure, ...]:
    """List every figure of both plans once, pairs as pairs, those that lead the plan first."""
    leading = find_leading(comparison.old) | find_leading(comparison.new)
    pledges = comparison.old.pledges, comparison.new.pledges
    figures: list[Figure] = []
    for position, change in enumerate(comparison.changes):
        paired = {quantity for pair in change.figures for quantity in (pair.old, pair.new)}
        figures += (_pair(comparison, pair, position, leading) for pair in change.figures)
        for side, report in enumerate((comparison.old, comparison.new)):
            figures += (
                _single(report, side, goal, quantity, position, leading)
                for goal in (
                    pledges[side][number] for number in (change.link.old, change.link.new)[side]
                )
                for quantity in goal.quantities
                if quantity not in paired
            )
    return tuple(sorted(figures, key=lambda figure: not figure.leads))


def print_figure(quantity: Quantity, report: Report) -> str:
    """Give a figure as the report prints it, less the blanks."""
    return BLANKS.sub("", quantity.figure.of(report.document.text)).strip()


def _pair(
    comparison: Comparison, pair: FigurePair, position: int, leading: frozenset[Quantity]
) -> Figure:
    name = pair.new.indicator or pair.old.indicator
    if Trait.INDICATOR_CHANGED in pair.traits:
        name = f"{pair.old.indicator} → {pair.new.indicator}"
    return Figure(
        name,
        pair.old,
        pair.new,
        print_figure(pair.old, comparison.old),
        print_figure(pair.new, comparison.new),
        pair.traits,
        position,
        pair.old in leading or pair.new in leading,
        pair.reason,
    )


def _single(
    report: Report,
    side: int,
    goal: Goal,
    quantity: Quantity,
    position: int,
    leading: frozenset[Quantity],
) -> Figure:
    name = quantity.indicator or goal.wording
    text = print_figure(quantity, report)
    leads = quantity in leading
    if side == 0:
        return Figure(name, quantity, None, text, "", (), position, leads)
    return Figure(name, None, quantity, "", text, (), position, leads)
