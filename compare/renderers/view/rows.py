"""Every change as a row: both sides' words, their marks, where they stand, and why they match."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.languages.labels import Labels
from compare.model import Change, Comparison, Confidence, Span, Status, Trait
from compare.renderers.view.marks import Mark, MarkKind, Pair, mark_pair
from compare.renderers.view.places import Atlas, Place
from compare.renderers.view.tally import Shift, find_shift, find_tone

SHAPES = {
    Shift.CARRIED: "→",
    Shift.RAISED: "▲",
    Shift.LOWERED: "▼",
    Shift.ADDED: "＋",
    Shift.DROPPED: "−",
}
TRAIT_SHAPES = {
    Trait.VERBATIM: "=",
    Trait.REWORDED: "≈",
    Trait.RAISED: "▲",
    Trait.LOWERED: "▼",
    Trait.TIGHTENED: "▲",
    Trait.LOOSENED: "▼",
    Trait.MOVED: "⇄",
    Trait.SPLIT: "⑂",
    Trait.MERGED: "⑃",
}
UNMARKED = Pair((), (), calm=False)
# What is said by something stronger: a target that is tighter is reworded of course.
STRICTER = {Trait.TIGHTENED, Trait.LOOSENED}
WEAK = {
    Trait.SAME_VALUE: STRICTER | {Trait.VERBATIM},
    Trait.BOUND_CHANGED: STRICTER,
    Trait.REWORDED: STRICTER | {Trait.RAISED, Trait.LOWERED},
}
SIGNALS = 4  # the strongest, as many as are read


@dataclass(frozen=True, slots=True)
class Quote:
    """A goal as it is shown: its marked wording, and where it stands."""

    goal: int
    marks: tuple[Mark, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Row:
    """A change to be read: ``number`` is its position in ``Comparison.changes``.

    ``rank`` orders by importance, 0 first. ``tone`` is what colour adds to shape and word: up,
    down or none.
    """

    number: int
    change: Change
    shift: Shift
    tone: str
    rank: int
    old: tuple[Quote, ...]
    new: tuple[Quote, ...]
    old_group: int | None
    new_group: int | None
    themes: tuple[str, ...]

    @property
    def id(self) -> str:
        """What the row is called, here and in the JSON."""
        return f"c{self.number + 1}"

    @property
    def verbatim(self) -> bool:
        """Whether the text is shown once, for both sides."""
        return Trait.VERBATIM in self.change.traits and len(self.old) == 1 == len(self.new)

    @property
    def unchanged(self) -> bool:
        """Whether there is nothing to tell but that it still stands."""
        sure = self.change.confidence is not Confidence.UNSURE
        return self.verbatim and sure and self.extra_traits == (Trait.VERBATIM,)

    @property
    def extra_traits(self) -> tuple[Trait, ...]:
        """The traits that its shift, or a stronger trait, does not say already."""
        traits = self.change.traits
        said = {Trait.RAISED: Shift.RAISED, Trait.LOWERED: Shift.LOWERED}
        silent = {weak for weak, strong in WEAK.items() if strong.intersection(traits)}
        return tuple(
            trait for trait in traits if said.get(trait) is not self.shift and trait not in silent
        )

    @property
    def reasons(self) -> tuple[Span, ...]:
        """Where the new report says why a figure is another one now."""
        found = dict.fromkeys(pair.reason for pair in self.change.figures)
        return tuple(reason for reason in found if reason)

    def say_verdict(self, labels: Labels) -> str:
        """Say what the verdict rests on: the strongest signals, score and confidence."""
        signals = labels.words["comma"].join(
            labels.say("why.signal", name=labels.name("signal", name), value=value)
            for name, value in self.change.link.evidence[:SIGNALS]
        )
        found = "words" if signals else "none"
        return labels.say(
            f"why.{found if self.change.status is Status.CARRIED else 'absent'}",
            signals=signals,
            score=self.change.link.score,
            confidence=labels.name("confidence", self.change.confidence),
        )


def list_rows(
    comparison: Comparison, old: Atlas, new: Atlas, ranks: dict[int, int]
) -> tuple[Row, ...]:
    """List a row for each change; ``ranks`` holds the changes that lead, by position."""
    return tuple(
        _make_row(number, change, old, new, ranks.get(number, _rank(change)))
        for number, change in enumerate(comparison.changes)
    )


def _rank(change: Change) -> int:
    """Order what leads no list: moved figures, then absence, then wording, then no change."""
    if find_shift(change) in (Shift.RAISED, Shift.LOWERED):
        return 100
    if change.status is not Status.CARRIED:
        return 200
    return 400 if Trait.VERBATIM in change.traits else 300


def _make_row(number: int, change: Change, old: Atlas, new: Atlas, rank: int) -> Row:
    link, shift = change.link, find_shift(change)
    marked = change.status is Status.CARRIED and Trait.VERBATIM not in change.traits
    pair = mark_pair(change.runs) if marked else UNMARKED
    first_old = link.old[0] if link.old else None
    first_new = link.new[0] if link.new else None
    goals = [old.goals[i] for i in link.old] + [new.goals[i] for i in link.new]
    return Row(
        number,
        change,
        shift,
        find_tone(shift, change.traits),
        rank,
        _quote(old, link.old, pair.old),
        _quote(new, link.new, pair.new),
        None if first_old is None else old.group_of[first_old],
        None if first_new is None else new.group_of[first_new],
        tuple(dict.fromkeys(theme for goal in goals for theme in goal.themes)),
    )


def _quote(
    atlas: Atlas, goals: Sequence[int], marks: Sequence[tuple[Mark, ...]]
) -> tuple[Quote, ...]:
    """Quote goals, marked where each of them has marks of its own."""
    own = len(marks) == len(goals)
    return tuple(
        Quote(
            position,
            marks[number] if own else (Mark(MarkKind.PLAIN, atlas.goals[position].wording),),
            atlas.places[position],
        )
        for number, position in enumerate(goals)
    )
