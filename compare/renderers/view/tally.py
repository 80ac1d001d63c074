"""What became of the goals, counted as a reader counts: the rows that a comparison is listed in.

Goals that were merged into one, or split from one, are one row. How many goals the reports have,
and how many of them stand in both, counts goals.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from compare.languages.labels import Labels
from compare.model import Change, Comparison, Status, Trait


class Shift(StrEnum):
    """The five parts a comparison falls into; no change stands in two."""

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
    """How many changes each part holds, and how many goals the reports have.

    ``carried`` goals of the old report are ``continued`` goals of the new one, after merges and
    splits, in ``shared`` changes; ``verbatim`` are the old goals that stand word for word.
    """

    old: int
    new: int
    carried: int
    continued: int
    parts: tuple[tuple[Shift, int], ...]
    verbatim: int

    def of(self, shift: Shift) -> int:
        """Return one part's number of changes."""
        return dict(self.parts)[shift]

    @property
    def shared(self) -> int:
        """The changes that both reports take part in, whatever became of figures."""
        return sum(self.of(part) for part in (Shift.LOWERED, Shift.CARRIED, Shift.RAISED))

    @property
    def regrouped(self) -> bool:
        """Whether goals were merged or split, so that changes are not as many as goals."""
        return not self.carried == self.continued == self.shared

    @property
    def width(self) -> int:
        """How wide both reports are, laid over each other by what they share."""
        return sum(changes for _, changes in self.parts)


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


def count_changes(comparison: Comparison) -> Tally:
    """Count the changes of each part, and the goals they speak of."""
    parts = Counter(map(find_shift, comparison.changes))
    carried = [change for change in comparison.changes if change.status is Status.CARRIED]
    return Tally(
        len(comparison.old.pledges),
        len(comparison.new.pledges),
        sum(len(change.link.old) for change in carried),
        sum(len(change.link.new) for change in carried),
        tuple((shift, parts[shift]) for shift in Shift),
        sum(len(change.link.old) for change in carried if Trait.VERBATIM in change.traits),
    )


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
        dropped=labels.say("headline.dropped", n=tally.old - tally.carried),
        added=labels.say("headline.added", n=tally.new - tally.continued),
    )
