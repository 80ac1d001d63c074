"""The lines that tell most, by a rule that the page states."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from compare.renderers.timeline.lives import Kind, Life


class Tale(StrEnum):
    """Why a line is told of: it never stopped, came back, came late and stayed, or ended."""

    STEADY = "steady"
    BACK = "back"
    STAYED = "stayed"
    ENDED = "ended"


MOST = {Tale.STEADY: 4, Tale.BACK: 2, Tale.STAYED: 2, Tale.ENDED: 2}
LEAST = 3  # reports; a shorter life tells nothing


@dataclass(frozen=True, slots=True)
class Telling:
    """Some lines and why they are told of."""

    tale: Tale
    lives: tuple[Life, ...]


def pick_telling(lives: Iterable[Life]) -> tuple[Telling, ...]:
    """Pick at most ten lines, each told of once.

    Of those in every report the ones whose number changed most often; of those taken up again
    the ones that slept longest; of those that came after the first report and never left the
    oldest; of those that ended the ones stated longest.
    """
    waiting = [life for life in lives if life.thread.stated >= LEAST]
    found = []
    for tale, most in MOST.items():
        tells, rank = _RULES[tale]
        chosen = sorted(filter(tells, waiting), key=rank)[:most]
        waiting = [life for life in waiting if life not in chosen]
        found += [Telling(tale, tuple(chosen))] if chosen else []
    return tuple(found)


def _stayed(life: Life) -> bool:
    """Tell whether a line came after the first report, and every one since states it."""
    thread = life.thread
    unbroken = thread.stated == len(thread.steps) - thread.first
    return thread.first > 0 and unbroken and not thread.origin


_Rule = tuple[Callable[[Life], bool], Callable[[Life], tuple[int, ...]]]
_RULES: dict[Tale, _Rule] = {
    Tale.STEADY: (
        lambda life: Kind.EVERY in life.kinds,
        lambda life: (-len(life.ticks), life.number),
    ),
    Tale.BACK: (
        lambda life: life.silence > 0,
        lambda life: (-life.silence, -life.thread.stated, life.number),
    ),
    Tale.STAYED: (_stayed, lambda life: (life.thread.first, -len(life.ticks), life.number)),
    Tale.ENDED: (
        lambda life: Kind.ENDED in life.kinds,
        lambda life: (-life.thread.stated, -life.thread.last, life.number),
    ),
}
