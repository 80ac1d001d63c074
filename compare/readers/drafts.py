"""What a reader writes into: lines of text and the hints about them, offsets counted along."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from compare.model import Block, BlockKind, Span

_NUMBERED = re.compile(r"第?[一二三四五六七八九十百]+[、章节部编]|[（(]|\d+[.、]|[IVX]+\.|[A-Z]\.")

_FIGURE = re.compile(r"(?!(?:19|20)\d\d年?\D*$)[<>≥≤±+\-]?\d[\d.,]*\s*\S{0,6}")


@dataclass(slots=True)
class Draft:
    r"""Text growing line by line; the only thing here that changes.

    >>> draft = Draft()
    >>> draft.add("一、目标", level=2)
    Span(start=0, end=4)
    >>> draft.add("第 1 页", skipped="footer")
    Span(start=5, end=10)
    >>> draft.text
    '一、目标\n第 1 页'
    """

    _lines: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    size: int = 0

    def add(self, line: str, level: int | None = None, skipped: str = "") -> Span:
        """Append a line (or several) and say where it went."""
        start = self.next_start
        span = Span(start, start + len(line))
        self._lines.append(line)
        self.size = span.end
        if level is not None:
            self._blocks.append(Block(BlockKind.HEADING, span, level))
        if skipped:
            self._blocks.append(Block(BlockKind.SKIPPED, span, reason=skipped))
        return span

    @property
    def next_start(self) -> int:
        """Where the next line will begin."""
        return self.size + bool(self._lines)

    @property
    def text(self) -> str:
        """All lines, joined."""
        return "\n".join(self._lines)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The hints in reading order, the depths of headings made comparable across formats."""
        headings = [b for b in self._blocks if b.level is not None]
        first = headings[0].span.of(self.text) if headings else ""
        levels = rank_levels([b.level or 0 for b in headings], bool(_NUMBERED.match(first)))
        ranked = iter(levels)
        hints = [
            Block(b.kind, b.span, next(ranked), b.reason) if b.level is not None else b
            for b in self._blocks
        ]
        return tuple(sorted((*hints, *self._find_captions()), key=lambda block: block.span))

    def _find_captions(self) -> Iterator[Block]:
        """Find the rows that only name the columns of the figures below them."""
        start, marked = 0, {block.span.start for block in self._blocks}
        before: tuple[str, ...] = ()
        for line, after in zip(self._lines, self._lines[1:], strict=False):
            cells = tuple(line.split("\t"))
            below = after.split("\t")
            first = len(cells) == len(below) > 1 and len(before) < 2 and start not in marked
            if first and _has_figures(below) and not _has_figures(cells):
                yield Block(BlockKind.SKIPPED, Span(start, start + len(line)), reason="columns")
            before = cells
            start += len(line) + 1


def _has_figures(cells: Sequence[str]) -> bool:
    return any(_FIGURE.fullmatch(cell.strip()) for cell in cells)


def rank_levels(levels: Sequence[int], numbered: bool = False) -> tuple[int, ...]:
    """Renumber the depths of headings: the report's title is 1, its parts are 2.

    Depth 0 is a title marked as such. Else the title is the first heading, if it is the only one
    of its depth, that is the highest, and it is not ``numbered``; a document without a title has
    its parts at the highest.

    >>> rank_levels([0, 1, 2, 2, 1]), rank_levels([1, 2, 3]), rank_levels([1, 2, 1])
    ((1, 2, 3, 3, 2), (1, 2, 3), (2, 3, 2))
    """
    depths = sorted(set(levels))
    if not depths:
        return ()
    titled = depths[0] == 0 or (
        not numbered and len(depths) > 1 and levels[0] == depths[0] and levels.count(depths[0]) == 1
    )
    rank = {depth: i + (1 if titled else 2) for i, depth in enumerate(depths)}
    return tuple(rank[level] for level in levels)
