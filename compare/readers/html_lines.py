"""The lines of a web page as a browser would set them, and which elements hold which lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

Element = Any  # lxml has no types of its own

_HIDDEN = re.compile(
    "audio|button|canvas|datalist|head|iframe|input|math|noscript|object|option|script|select"
    "|style|svg|template|textarea|video"
)
_BREAKING = re.compile(
    "address|article|aside|blockquote|body|br|caption|center|d[dlt]|details|dir|div|fieldset"
    "|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|menu|nav|[ou]l|p|pre|section"
    "|summary|table|t[dhr]|tbody|tfoot|thead"
)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \r\n\f]+")  # a tab parts the cells of a row: those of the page go
_WRAPPED = re.compile(
    "(?<=[\u2e80-\u9fff\uff00-\uffef]) *\r?\n\\s*(?=[\u2e80-\u9fff\uff00-\uffef])"
)
_STOP = re.compile("[，。；：、！？,.;:!?]")
_PROSE = 25  # characters: a shorter line is no prose
_CELL = (2, 300)  # lines and characters: a cell that holds more is a frame, not a value


@dataclass(slots=True)
class Line:
    """A line being set: ``linked`` counts the characters of links in it."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    level: int | None = None

    @property
    def text(self) -> str:
        """The text with its blanks run together."""
        return _BLANKS.sub(" ", "".join(self.parts)).strip()

    @property
    def is_link(self) -> bool:
        """Whether nearly all of the line is links."""
        return self.linked * 5 > len(self.text) * 4

    @property
    def prose(self) -> int:
        """How many characters of running text the line counts for."""
        text = self.text
        solid = len(text) >= _PROSE and _STOP.search(text) and self.linked * 2 < len(text)
        return len(text) if solid else 0


@dataclass(slots=True)
class Setter:
    """Sets a page into lines, and notes which lines each element holds."""

    lines: list[Line] = field(default_factory=list)
    ranges: list[tuple[int, int]] = field(default_factory=list)
    _line: Line = field(default_factory=Line)
    _level: int | None = None
    _links: int = 0
    _pre: int = 0
    _starts: list[tuple[int, int]] = field(default_factory=list)
    _cells: list[list[tuple[int, int]]] = field(default_factory=list)

    def set_page(self, root: Element) -> None:
        """Walk the page; no recursion, since pages nest without end."""
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        hidden: Element | None = None
        for event, element in walker:
            if event == "start" and is_hidden(element):
                hidden = element
                walker.skip_subtree()
            elif event == "start":
                self._open(element)
            else:
                if element is not hidden:
                    self._close(element)
                self._add(element.tail)
        self._break()

    def _open(self, element: Element) -> None:
        tag = element.tag
        if _BREAKING.fullmatch(tag):
            self._break()
        self._starts.append((len(self.lines), len(self.ranges)))
        if tag == "tr":
            self._cells.append([])
        self._pre += tag == "pre"
        self._links += tag == "a"
        if re.fullmatch("h[1-6]", tag):
            self._level = int(tag[1])
        self._add(element.text)

    def _close(self, element: Element) -> None:
        tag = element.tag
        if _BREAKING.fullmatch(tag):
            self._break()
        start, inner = self._starts.pop()
        self._pre -= tag == "pre"
        self._links -= tag == "a"
        if re.fullmatch("h[1-6]", tag):
            self._level = None
        if tag in ("td", "th") and self._cells:
            self._cells[-1].append((start, len(self.lines)))
        elif tag == "tr" and self._cells:
            self._join_row(start, inner, self._cells.pop())
        self.ranges.append((start, len(self.lines)))

    def _join_row(self, start: int, inner: int, cells: Sequence[tuple[int, int]]) -> None:
        """Make one line of a row of values; leave alone a row that only frames text."""
        values = [" ".join(line.text for line in self.lines[a:b]) for a, b in cells]
        tall = any(b - a > _CELL[0] for a, b in cells)
        if len(values) < 2 or tall or any(len(value) > _CELL[1] for value in values):
            return
        linked = sum(line.linked for line in self.lines[start:])
        del self.lines[start:], self.ranges[inner:]
        if any(values):
            self.lines.append(Line(["\t".join(values)], linked))

    def _add(self, text: str | None) -> None:
        if not text:
            return
        text = text.replace("\t", " ")
        pieces = text.split("\n") if self._pre else [_WRAPPED.sub("", text)]
        for i, piece in enumerate(pieces):
            if i:
                self._break()
            self._line.parts.append(piece)
            self._line.linked += len(piece.strip()) if self._links else 0

    def _break(self) -> None:
        if self._line.text:
            self._line.level = self._level
            self.lines.append(self._line)
        self._line = Line()


def is_hidden(element: Element) -> bool:
    """Tell whether a browser would not show an element."""
    if _HIDDEN.fullmatch(element.tag) or element.get("hidden") is not None:
        return True
    return bool(_INVISIBLE.search(element.get("style") or ""))


def find_main(page: Setter, share: float) -> tuple[int, int]:
    """Return the lines of the main text: the fewest of one element with ``share`` of all prose."""
    sums = [0, *accumulate(line.prose for line in page.lines)]
    if not sums[-1]:
        return 0, len(page.lines)
    enough = share * sums[-1]
    good = ((b - a, a, b) for a, b in page.ranges if sums[b] - sums[a] >= enough)
    return min(good, default=(0, 0, len(page.lines)))[1:]


def trim_links(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """Leave off the links before and after the text: sharing, printing, the next article."""
    while start < end and lines[start].is_link:
        start += 1
    while end > start and lines[end - 1].is_link:
        end -= 1
    return start, end
