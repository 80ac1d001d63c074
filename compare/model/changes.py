"""What became of it between two reports."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from compare.model.reports import Quantity, Report
from compare.model.texts import Confidence, Note, Span


@dataclass(frozen=True, slots=True)
class Link:
    """Things of the old list that answer to things of the new one, by position.

    ``()`` on one side means dropped or added; ``(4, 5)`` → ``(7,)`` is a merge. ``score`` is 0–1;
    ``evidence`` names each signal and its value, strongest first; ``rival`` is the runner-up: the
    position of the next best candidate on the new side (for a dropped goal the best one that was
    not good enough; for an added goal a position on the old side) and its score.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float
    evidence: tuple[tuple[str, float], ...] = ()
    rival: tuple[int, float] | None = None


class RunKind(StrEnum):
    """Whether a run of a diff stands in both texts or in one."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a word diff: the SAME and GONE runs spell the old text, SAME and NEW the new.

    ``old`` is how the old text prints what is the SAME, where it prints it otherwise.
    """

    kind: RunKind
    text: str
    old: str = ""


class Status(StrEnum):
    """What became of a goal between two reports."""

    CARRIED = "carried"
    ADDED = "added"
    DROPPED = "dropped"


class Trait(StrEnum):
    """How a carried goal changed. The words are those of the JSON contract."""

    VERBATIM = "verbatim"
    REWORDED = "reworded"
    RAISED = "raised"
    LOWERED = "lowered"
    SAME_VALUE = "same_value"
    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    BOUND_CHANGED = "bound_changed"
    QUANTIFIED = "quantified"
    DEQUANTIFIED = "dequantified"
    HORIZON_CHANGED = "horizon_changed"
    BASIS_CHANGED = "basis_changed"
    INDICATOR_CHANGED = "indicator_changed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class FigurePair:
    """The same indicator in both reports, and how its figure changed.

    ``reason`` is where the new report says why.
    """

    old: Quantity
    new: Quantity
    traits: tuple[Trait, ...]
    reason: Span | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a goal (or of several that were split or merged).

    ``link`` holds positions in ``Comparison.old.pledges`` and ``.new.pledges``. ``runs`` is the
    word diff of the wordings, several goals of one side joined by line breaks.
    """

    status: Status
    link: Link
    traits: tuple[Trait, ...] = ()
    runs: tuple[Run, ...] = ()
    confidence: Confidence = Confidence.LIKELY
    figures: tuple[FigurePair, ...] = ()


class Verdict(StrEnum):
    """What became of a target, as far as the later report says."""

    EXCEEDED = "exceeded"
    MET = "met"
    MISSED = "missed"
    UNCLEAR = "unclear"
    VAGUE = "vague"
    UNREPORTED = "unreported"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A target of the old plan and what the new report says came of it.

    ``goal`` is the position of the target's goal in ``Comparison.old.pledges``; ``margin`` is
    result minus target, in the target's unit; ``rule`` says in a few words what decided;
    ``source`` is the position in ``Comparison.sources`` of the report that speaks of it, and
    ``mention`` where it does so without a number.
    """

    target: Quantity
    goal: int
    result: Quantity | None
    verdict: Verdict
    margin: Decimal | None = None
    rule: str = ""
    source: int = 0
    mention: Span | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that a renderer gets. ``sections`` links positions in ``Report.sections``.

    ``theme_names`` has key and name of every theme, where the user brought themes of their own;
    ``results`` are further reports that say what became of the old plan's targets.
    """

    old: Report
    new: Report
    sections: tuple[Link, ...]
    changes: tuple[Change, ...]
    deliveries: tuple[Delivery, ...] = ()
    notes: tuple[Note, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    theme_names: tuple[tuple[str, str], ...] = ()
    results: tuple[Report, ...] = ()

    @property
    def sources(self) -> tuple[Report, ...]:
        """The reports that say what became of targets: the new one, then further ones."""
        return (self.new, *self.results)

    @property
    def all_notes(self) -> tuple[Note, ...]:
        """Every doubt once: of the comparison, then of each report."""
        reports = (self.old, *self.sources)
        return tuple(dict.fromkeys((*self.notes, *(n for r in reports for n in r.notes))))

    @property
    def has_changes(self) -> bool:
        """Whether any goal is other than it was, word for word."""
        return any(Trait.VERBATIM not in change.traits for change in self.changes)
