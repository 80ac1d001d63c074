"""Clean text that always knows the way back to its source.

A `View` records the source offset of every character *while* cleaning, so provenance is built,
never guessed. The repairs, in order: widths (one character for one), what is invisible, blanks
that no reader needs, and paragraphs cut by a page break.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from compare.model import BlockKind, Document, Span

# Zero-width marks, byte-order marks, soft hyphens, variation selectors, bidi controls, controls.
_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufffe"
    "\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]+"
)
_BLANK = re.compile(r"\s+")
_SPARE = re.compile(r"\s{2,}")
_CELL = 30  # characters that the cells of a table hold, on average
_FRAMED = re.compile(r"\s*\|(.*)\|\s*")
_BAR, _TAB = re.compile(r"(?<!\\)\|"), re.compile("\t")
_LINE = re.compile(r"[^\r\n\x0c\u2028\u2029\x85]+")


@dataclass(frozen=True, slots=True)
class View:
    """Cleaned text; ``origins[i]`` is where its i-th character stands in the source.

    >>> view = View("增长8%", (4, 5, 7, 8))
    >>> view.span(2, 4)
    Span(start=7, end=9)
    """

    text: str
    origins: tuple[int, ...]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return the stretch of the source that a stretch of the view was made of."""
        end = len(self.text) if end is None else end
        if start >= end:
            at = self.origins[min(start, len(self.origins) - 1)] if self.origins else 0
            return Span(at, at)
        return Span(self.origins[start], self.origins[end - 1] + 1)

    def cut(self, start: int, end: int | None = None) -> "View":
        """Return a part of the view, blanks at its ends left off."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return View(self.text[start:end], self.origins[start:end])

    def drop(self, count: int) -> "View":
        """Return the view without its last characters."""
        end = len(self.text) - count
        return View(self.text[:end], self.origins[:end]) if count else self

    def keep(self, count: int) -> "View":
        """Return the last characters of the view."""
        return View(self.text[-count:], self.origins[-count:]) if len(self.text) > count else self

    def join(self, other: "View", glue: str) -> "View":
        """Append another view; ``glue`` (a blank or nothing) is laid on its first character."""
        between = (other.origins[0],) * len(glue) if other.origins else ()
        return View(self.text + glue + other.text, self.origins + between + other.origins)


def join_views(views: Sequence[View]) -> View:
    """Join many views at once, in time that grows with their length only."""
    if len(views) == 1:
        return views[0]
    origins = tuple(chain.from_iterable(view.origins for view in views))
    return View("".join(view.text for view in views), origins)


@dataclass(frozen=True, slots=True)
class Repairs:
    """How one language's raw text becomes clean text.

    ``widths`` maps characters one to one (full-width digits); ``marks`` are characters to be
    set by their neighbours (an ASCII comma between Chinese characters), each with its
    replacement; ``wide`` matches a character that takes no blank beside it, if there is any;
    ``joined`` says that two lines of one sentence meet without a blank; ``noise`` matches what
    stands in the text and is not read: the mark of a footnote inside 6.5[1] percent.
    """

    widths: Mapping[int, str]
    marks: tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]
    wide: str | None
    joined: bool
    noise: re.Pattern[str] = re.compile(r"(?!)")

    def clean(self, raw: str, start: int = 0, hidden: bytes = b"") -> View:
        """Clean a line of the source that begins at ``start``.

        ``hidden`` marks, a byte a character, what is markup and not read.
        """
        lead = len(raw) - len(raw.lstrip())
        raw, start = raw.strip(), start + lead
        hidden = hidden[lead : lead + len(raw)]
        text = raw.translate(self.widths)
        dropped = bytearray(hidden or len(text))
        for match in _INVISIBLE.finditer(text):
            dropped[match.start() : match.end()] = b"\1" * len(match[0])
        for match in self.noise.finditer(text):
            dropped[match.start() : match.end()] = b"\1" * len(match[0])
        for match in (_BLANK if self.wide else _SPARE).finditer(text):
            keep = self._keeps_blank(text, match.start(), match.end())
            dropped[match.start() + keep : match.end()] = b"\1" * (len(match[0]) - keep)
        origins = tuple(range(start, start + len(text)))
        if 1 in dropped:
            kept = [i for i in range(len(text)) if not dropped[i]]
            text = "".join([text[i] for i in kept])
            origins = tuple([start + i for i in kept])
        clean = text.translate(_PLAIN_BLANK)
        for pattern, marks in self.marks:
            clean = pattern.sub(_replacer(marks), clean)
        return View(clean, origins).cut(0)

    def _keeps_blank(self, text: str, start: int, end: int) -> int:
        if start == 0 or end == len(text):
            return 0
        beside = text[start - 1] + text[end]
        return 0 if self.wide and re.search(self.wide, beside) else 1


_PLAIN_BLANK = dict.fromkeys(map(ord, "\t\u00a0\u3000\u2002\u2003\u2009\u202f"), " ")


def _replacer(marks: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    return lambda match: marks[match[0]]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, cleaned.

    ``span`` covers the line with its markup; ``gap`` counts the empty lines before it;
    ``level`` is the depth of a heading where the markup says so; ``row`` says that it is a row
    of a table.
    """

    view: View
    span: Span
    gap: int = 0
    level: int | None = None
    row: bool = False


def is_row(line: str) -> bool:
    r"""Tell whether a line is a row of a table, with short cells.

    >>> is_row("城镇新增就业\t万人\t25以上"), is_row("\t新增就业25万人。")
    (True, False)
    """
    cells = cut_row(line.strip())
    return len(cells) > 1 and len(line) <= _CELL * len(cells)


def cut_row(line: str) -> tuple[Span, ...]:
    r"""Cut a row of a table into its cells: apart by tabs, or each between bars.

    >>> [span.of("| Jobs | 25 |") for span in cut_row("| Jobs | 25 |")]
    [' Jobs ', ' 25 ']
    """
    framed = _FRAMED.fullmatch(line)
    start, end = framed.span(1) if framed else (0, len(line))
    pattern = _BAR if framed else _TAB
    cuts = [match.start() for match in pattern.finditer(line, start, end)]
    return tuple(map(Span, (start, *(cut + 1 for cut in cuts)), (*cuts, end)))


def read_lines(document: Document, repairs: Repairs) -> tuple[Line, ...]:
    """Clean every line of a document that holds any text; dividing rules are passed over."""
    text = document.text
    hidden = bytearray(len(text))
    levels = {}
    for block in document.blocks:
        start, end = block.span.start, block.span.end
        if block.kind is BlockKind.HEADING:
            levels[start] = block.level
        else:
            hidden[start:end] = b"\1" * (end - start)
    lines: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        view = repairs.clean(match[0], start, bytes(hidden[start:end]))
        if view.text:
            gap = max(0, text.count("\n", last, start) - 1)
            lines.append(Line(view, Span(start, end), gap, levels.get(start), is_row(match[0])))
            last = end
        elif "\u200b" in match[0]:  # a place where the text may be broken: no empty line
            last = end
    return tuple(lines)
