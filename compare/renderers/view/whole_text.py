"""A report in full, cut into paragraphs whose goals and skipped stretches are marked."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from compare.model import Report, Span

PARAGRAPH = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: plain, a heading, skipped, or a goal of ``Report.pledges``.

    ``anchors`` are the goals that begin here: one that runs over a page break begins once, one
    inside another begins with it.
    """

    text: str
    goal: int | None = None
    anchors: tuple[int, ...] = ()
    skipped: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the report, numbered from 1; ``level`` is its heading's if it is nothing else."""

    pieces: tuple[Piece, ...]
    level: int
    line: int


def cut_text(report: Report) -> tuple[Paragraph, ...]:
    """Cut a report into paragraphs; blank lines go, every other character stays."""
    text = report.document.text
    stretches = deque(_lay_out(report))
    paragraphs = []
    line, counted = 1, 0
    for match in PARAGRAPH.finditer(text):
        start, end = match.span()
        if not match.group().strip():
            continue
        line += text.count("\n", counted, start)
        counted = start
        pieces = tuple(_cut(start, end, text, stretches))
        paragraphs.append(Paragraph(pieces, _find_level(pieces), line))
    return tuple(paragraphs)


def _find_level(pieces: tuple[Piece, ...]) -> int:
    """Tell a heading on a line of its own, whatever marks stand around it."""
    others = "".join(piece.text for piece in pieces if not piece.level)
    if any(letter.isalnum() for letter in others):
        return 0
    return max((piece.level for piece in pieces), default=0)


@dataclass(slots=True)
class _Stretch:
    start: int
    end: int
    goal: int | None
    skipped: str
    level: int
    anchors: tuple[int, ...]


def _lay_out(report: Report) -> list[_Stretch]:
    """List what is marked, in order; where two overlap the first one has the text.

    One that would be left with blanks alone begins with the one before it.
    """
    wanted: list[tuple[Span, int | None, str, int]] = [
        *((goal.span, number, "", 0) for number, goal in enumerate(report.pledges)),
        *((ignored.span, None, ignored.reason, 0) for ignored in report.ignored),
        *((section.heading, None, "", section.level) for section in report.sections),
    ]
    stretches: list[_Stretch] = []
    free = 0
    for span, goal, reason, level in sorted(wanted, key=lambda item: item[0]):
        anchors = () if goal is None else (goal,)
        start = max(span.start, free)
        if report.document.text[start : span.end].strip():
            stretches.append(_Stretch(start, span.end, goal, reason, level, anchors))
            free = span.end
        elif stretches:
            stretches[-1].anchors += anchors
    return stretches


def _cut(start: int, end: int, text: str, stretches: deque[_Stretch]) -> Iterator[Piece]:
    """Cut one paragraph, using up the stretches that end in it."""
    while stretches and stretches[0].start < end:
        stretch = stretches[0]
        if start < stretch.start:
            yield Piece(text[start : stretch.start])
            start = stretch.start
        stop = min(stretch.end, end)
        if start < stop:
            words, anchors = text[start:stop], stretch.anchors
            yield Piece(words, stretch.goal, anchors, stretch.skipped, stretch.level)
            stretch.anchors = ()
            start = stop
        if stretch.end > end:
            return
        stretches.popleft()
    if start < end:
        yield Piece(text[start:end])
