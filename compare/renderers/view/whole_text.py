"""A report in full, cut into paragraphs whose goals and skipped stretches are marked."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from compare.model import Report, Span

INDENT = 8  # characters of blanks and marks before a heading
PARAGRAPH = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: plain, a goal (position in ``Report.pledges``) or skipped.

    ``anchors`` are the goals that begin here: one that runs over a page break begins once, one
    inside another begins with it.
    """

    text: str
    goal: int | None = None
    anchors: tuple[int, ...] = ()
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the report, numbered from 1; ``level`` is its heading's, or 0."""

    pieces: tuple[Piece, ...]
    level: int
    line: int


def cut_text(report: Report) -> tuple[Paragraph, ...]:
    """Cut a report into paragraphs; blank lines go, every other character stays."""
    text = report.document.text
    stretches = deque(_lay_out(report))
    headings = {section.heading.start: section.level for section in report.sections}
    paragraphs = []
    line, counted = 1, 0
    for match in PARAGRAPH.finditer(text):
        start, end = match.span()
        if not match.group().strip():
            continue
        line += text.count("\n", counted, start)
        counted = start
        level = next(
            (headings[at] for at in range(start, min(start + 8, end)) if at in headings), 0
        )
        paragraphs.append(Paragraph(tuple(_cut(start, end, text, stretches)), level, line))
    return tuple(paragraphs)


@dataclass(slots=True)
class _Stretch:
    start: int
    end: int
    goal: int | None
    skipped: str
    anchors: tuple[int, ...]


def _lay_out(report: Report) -> list[_Stretch]:
    """List goals and skipped stretches in order; where two overlap the first one has the text."""
    spans: list[tuple[Span, int | None, str]] = [
        *((goal.span, number, "") for number, goal in enumerate(report.pledges)),
        *((ignored.span, None, ignored.reason) for ignored in report.ignored),
    ]
    stretches: list[_Stretch] = []
    free = 0
    for span, goal, reason in sorted(spans, key=lambda item: item[0]):
        anchors = () if goal is None else (goal,)
        start = max(span.start, free)
        if start < span.end:
            stretches.append(_Stretch(start, span.end, goal, reason, anchors))
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
            yield Piece(text[start:stop], stretch.goal, stretch.anchors, stretch.skipped)
            stretch.anchors = ()
            start = stop
        if stretch.end > end:
            return
        stretches.popleft()
    if start < end:
        yield Piece(text[start:end])
