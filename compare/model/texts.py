"""What was read: a text, places in it, and doubts about it."""

from bisect import bisect_right
from dataclasses import dataclass
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


class Confidence(StrEnum):
    """How far a verdict can be relied on."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


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
