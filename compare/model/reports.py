"""What a report is made of: sections, figures, goals."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from compare.model.texts import Document, Note, Span


class Role(StrEnum):
    """What a section does: report what was done, commit to what comes, or neither."""

    REVIEW = "review"
    PLAN = "plan"
    OTHER = "other"


class Evidence(StrEnum):
    """What a heading was told by, the surest first.

    A NUMBER (（三）), the file's own MARKUP (a style, ``##``, the size of its letters), a known
    WORDING (2024年重点工作), a LABEL that comes again (关键词：), a BULLET (——), standing ALONE on
    a line, being one of a COUNTED series (一是), or being a LEAD: a short sentence that only
    titles those after it, with an INNER one inside its paragraph.
    """

    NUMBER = "number"
    MARKUP = "markup"
    WORDING = "wording"
    LABEL = "label"
    BULLET = "bullet"
    ALONE = "alone"
    COUNTED = "counted"
    LEAD = "lead"
    INNER = "inner"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands under it.

    ``level`` counts from 1; ``number`` is the numbering as printed (``（三）``) or empty;
    ``span`` runs from the heading's first character to the end of the section's last paragraph;
    ``heading`` is the heading alone, ``evidence`` what it was told by.
    """

    number: str
    title: str
    level: int
    span: Span
    heading: Span
    role: Role
    year: int | None = None
    children: tuple["Section", ...] = ()
    evidence: Evidence = Evidence.NUMBER

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
    phrase (地区生产总值增长5.5%左右), ``figure`` over number, unit and hedge alone. ``condition``
    is the figure that what is counted must reach (收入超过20万元 in 收入超过20万元的村达到90%).
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
    condition: "Quantity | None" = None

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
