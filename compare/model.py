"""Every noun of the house. Standard library only; all frozen, hashable, picklable.

A place in a text is a `Span` of code points of `Document.text`, always; nothing else is stored,
so whatever is said about a report can be checked against it.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points.

    >>> Span(0, 2).of("目标任务")
    '目标'
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def of(self, text: str) -> str:
        """Cut the span out of the text it points into."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a reader saw a stretch of text to be; what it says nothing of is plain paragraphs.

    A RULE is a line that only divides, a MARK characters of markup inside a line: neither is read.
    What is SKIPPED is text, but not the report's: a page's header, a site's navigation.
    """

    HEADING = "heading"
    RULE = "rule"
    MARK = "mark"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Block:
    """A reader's hint: a stretch of text, and the depth of a heading where it is marked as one.

    ``reason`` says what a stretch that is skipped was taken for.
    """

    kind: BlockKind
    span: Span
    level: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A doubt about a document: data that reaches every output, not a log line.

    ``text`` says it in English; ``facts`` are what a page needs to say it in another language.
    """

    code: str
    text: str
    span: Span | None = None
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What was read: the text exactly as decoded, never cleaned in place.

    ``digest`` is the SHA-256 of the file's bytes, in hexadecimal; ``format`` its ending without
    the dot; ``pages`` says where each page begins, if the format has pages.

    >>> Document("a.pdf", "one two", (), "", "pdf", pages=(0, 4)).page_at(5)
    2
    """

    name: str
    text: str
    blocks: tuple[Block, ...]
    digest: str
    format: str
    notes: tuple[Note, ...] = ()
    pages: tuple[int, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """Return the number, from 1, of the page on which a place of the text stands."""
        return max(1, bisect_right(self.pages, offset)) if self.pages else None


class Role(StrEnum):
    """What a section does: report what was done, commit to what comes, or neither."""

    REVIEW = "review"
    PLAN = "plan"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands under it.

    ``level`` counts from 1; ``number`` is the numbering as printed (``（三）``) or empty;
    ``span`` runs from the heading's first character to the end of the section's last paragraph;
    ``heading`` is the heading alone.
    """

    number: str
    title: str
    level: int
    span: Span
    heading: Span
    role: Role
    year: int | None = None
    children: tuple["Section", ...] = ()

    def walk(self) -> Iterator["Section"]:
        """Yield the section and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Comparator(StrEnum):
    """How a figure binds: 5 %, at least 5 %, at most 5 %, about 5 %, 5 to 6 %."""

    EXACT = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    ABOUT = "~"
    MORE_THAN = ">"
    LESS_THAN = "<"
    RANGE = "range"


class QuantityKind(StrEnum):
    """What a figure counts: a rate of change, an amount delivered, a ratio, a state held."""

    GROWTH = "growth"
    LEVEL = "level"
    SHARE = "share"
    STOCK = "stock"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as an interval, with its unit and what it is a figure of.

    ``low`` and ``high`` have 万, 亿, million multiplied out; a percentage stays the number of
    percent. An open end is None: 25万人以上 is [250000, None]. ``span`` runs over the whole
    phrase (地区生产总值增长5.5%左右), ``figure`` over number, unit and hedge alone.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    span: Span
    figure: Span
    comparator: Comparator = Comparator.EXACT
    kind: QuantityKind = QuantityKind.LEVEL
    indicator: str = ""
    hedge: str = ""
    horizon: str = ""

    @property
    def value(self) -> Decimal:
        """The number that names the figure: the lower end where there is one."""
        value = self.low if self.low is not None else self.high
        if value is None:
            raise ValueError("a quantity needs at least one end")
        return value


class GoalKind(StrEnum):
    """A promise, or a report of what was done."""

    PLEDGE = "pledge"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Goal:
    """A clause, or a run of clauses, that commits to something (or reports it).

    ``wording`` is cleaned for reading and matching; the original is ``span.of(document.text)``.
    ``sentence`` is the sentence around it; ``section`` the path of headings that leads here.
    """

    kind: GoalKind
    year: int | None
    span: Span
    sentence: Span
    wording: str
    section: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ignored:
    """A stretch that was read but not counted, and why (boilerplate, duplicate, …)."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """A document, understood."""

    document: Document
    language: str
    year: int | None
    issuer: str
    title: str
    outline: tuple[Section, ...]
    goals: tuple[Goal, ...]
    ignored: tuple[Ignored, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def pledges(self) -> tuple[Goal, ...]:
        """The goals that commit to something, in reading order."""
        return tuple(goal for goal in self.goals if goal.kind is GoalKind.PLEDGE)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The outline flattened, in reading order."""
        return tuple(section for top in self.outline for section in top.walk())

    def path_to(self, offset: int) -> tuple[Section, ...]:
        """Return the sections around a place, outermost first."""
        path: list[Section] = []
        level = self.outline
        while inside := next((section for section in level if offset in section.span), None):
            path.append(inside)
            level = inside.children
        return tuple(path)


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
    """A run of a word diff: the SAME and GONE runs spell the old text, SAME and NEW the new."""

    kind: RunKind
    text: str


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


class Confidence(StrEnum):
    """How far a verdict can be relied on."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class FigurePair:
    """The same indicator in both reports: positions of goal and quantity on either side."""

    old: Quantity
    new: Quantity
    traits: tuple[Trait, ...]


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
    result minus target, in the target's unit; ``rule`` says in a few words what decided.
    """

    target: Quantity
    goal: int
    result: Quantity | None
    verdict: Verdict
    margin: Decimal | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that a renderer gets. ``sections`` links positions in ``Report.sections``."""

    old: Report
    new: Report
    sections: tuple[Link, ...]
    changes: tuple[Change, ...]
    deliveries: tuple[Delivery, ...] = ()
    notes: tuple[Note, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()

    @property
    def all_notes(self) -> tuple[Note, ...]:
        """Every doubt once: of the comparison, then of either report."""
        return tuple(dict.fromkeys((*self.notes, *self.old.notes, *self.new.notes)))

    @property
    def has_changes(self) -> bool:
        """Whether any goal is other than it was, word for word."""
        return any(Trait.VERBATIM not in change.traits for change in self.changes)
