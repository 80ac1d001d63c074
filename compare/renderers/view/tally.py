"""What became of the goals, counted: one number a goal, the same number everywhere."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from compare.languages.labels import Labels
from compare.model import Change, Comparison, Status, Trait


class Shift(StrEnum):
    """The five parts a comparison falls into; no goal stands in two."""

    DROPPED = "dropped"
    LOWERED = "lowered"
    CARRIED = "carried"
    RAISED = "raised"
    ADDED = "added"


TONES = {
    Shift.RAISED: "up",
    Shift.ADDED: "up",
    Shift.LOWERED: "down",
    Shift.DROPPED: "down",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many goals each part holds, and how many the reports have."""

    old: int
    new: int
    parts: tuple[tuple[Shift, int], ...]
    verbatim: int

    def of(self, shift: Shift) -> int:
        """Return one part's number of goals."""
        return dict(self.parts)[shift]

    @property
    def carried(self) -> int:
        """The old goals that stand in the new report, whatever became of their figures."""
        return sum(self.of(part) for part in (Shift.LOWERED, Shift.CARRIED, Shift.RAISED))

    @property
    def continued(self) -> int:
        """The new goals that stood in the old report; after merges fewer than were carried."""
        return self.new - self.of(Shift.ADDED)

    @property
    def width(self) -> int:
        """How wide both reports are, laid over each other by what they share."""
        return self.of(Shift.DROPPED) + max(self.carried, self.new)


def find_shift(change: Change) -> Shift:
    """Say which part a change belongs to; where figures moved both ways the first one decides."""
    if change.status is not Status.CARRIED:
        return Shift(change.status.value)
    moves = [read_move(pair.traits) for pair in change.figures]
    return next(
        (move for move in (*moves, read_move(change.traits)) if move is not Shift.CARRIED),
        Shift.CARRIED,
    )


def read_move(traits: Collection[Trait]) -> Shift:
    """Read off the traits of a carried goal or figure which way its number went."""
    if Trait.RAISED in traits:
        return Shift.RAISED
    return Shift.LOWERED if Trait.LOWERED in traits else Shift.CARRIED


def find_tone(shift: Shift, traits: Collection[Trait]) -> str:
    """Say whether more is asked for (up), less (down), or neither.

    A ceiling that falls asks for more: the number goes down and the tone up.

    >>> find_tone(Shift.LOWERED, [Trait.LOWERED, Trait.TIGHTENED])
    'up'
    """
    if Trait.TIGHTENED in traits:
        return "up"
    if Trait.LOOSENED in traits:
        return "down"
    return TONES.get(shift, "none")


def weigh(change: Change) -> int:
    """Count the goals a change speaks of: those of the old report, or the new where it has none."""
    return len(change.link.old) or len(change.link.new)


def count_goals(comparison: Comparison) -> Tally:
    """Count the goals of each part."""
    parts = dict.fromkeys(Shift, 0)
    verbatim = 0
    for change in comparison.changes:
        parts[find_shift(change)] += weigh(change)
        verbatim += weigh(change) if Trait.VERBATIM in change.traits else 0
    old, new = len(comparison.old.pledges), len(comparison.new.pledges)
    return Tally(old, new, tuple(parts.items()), verbatim)


def say_headline(tally: Tally, old: str, new: str, labels: Labels) -> str:
    """Say in one sentence what happened between two reports."""
    sentence = _say_sentence(tally, old, new, labels)
    return sentence[0].upper() + sentence[1:]


def _say_sentence(tally: Tally, old: str, new: str, labels: Labels) -> str:
    names = {"old": old, "new": new}
    if not tally.old or not tally.new:
        empty = "both" if tally.old == tally.new else "old" if not tally.old else "new"
        return labels.say(f"headline.no_goals_{empty}", **names, n=max(tally.old, tally.new))
    if tally.verbatim == tally.old == tally.new:
        return labels.say("headline.identical", **names, n=tally.old)
    moves = [
        labels.say(f"headline.{part}", n=tally.of(part))
        for part in (Shift.RAISED, Shift.LOWERED)
        if tally.of(part)
    ]
    return labels.say(
        "headline.sentence",
        **names,
        carried=tally.carried,
        n=tally.old,
        moves=labels.say("headline.moves", moves=labels.words["headline.and"].join(moves))
        if moves
        else "",
        dropped=labels.say("headline.dropped", n=tally.of(Shift.DROPPED)),
        added=labels.say("headline.added", n=tally.of(Shift.ADDED)),
    )
