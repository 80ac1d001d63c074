"""A figure's bound as a small mark: open at one end for at least, blurred for about."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Comparator, Quantity

WIDTH = 96.0
MARGIN = 14.0
REACH = 13.0  # how far an open or blurred end goes


@dataclass(frozen=True, slots=True)
class RangeMark:
    """One figure's mark: dots at its stated ends, a line over what it allows."""

    dots: tuple[float, ...]
    start: float
    end: float
    blurred: bool


def draw_ranges(quantities: Sequence[Quantity]) -> tuple[RangeMark, ...]:
    """Draw figures of one unit on a common scale, `WIDTH` wide."""
    ends = [_list_ends(quantity) for quantity in quantities]
    low, high = min(map(min, ends)), max(map(max, ends))
    step = (WIDTH - 2 * MARGIN) / (high - low) if high > low else 0.0
    origin = MARGIN if high > low else WIDTH / 2
    return tuple(
        _draw(quantity, [origin + step * (end - low) for end in own])
        for quantity, own in zip(quantities, ends, strict=True)
    )


def _list_ends(quantity: Quantity) -> list[float]:
    return sorted({float(end) for end in (quantity.low, quantity.high) if end is not None})


def _draw(quantity: Quantity, dots: list[float]) -> RangeMark:
    start, end = dots[0], dots[-1]
    blurred = quantity.comparator is Comparator.ABOUT
    if quantity.high is None or blurred:
        end += REACH
    if quantity.low is None or blurred:
        start -= REACH
    return RangeMark(tuple(dots), start, end, blurred)
