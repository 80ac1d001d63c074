"""Pieces of a page to rows in the order of reading: columns one after another, then across."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from compare.readers.pdf_pieces import WIDE, Piece
from compare.readers.pdf_tables import join_open_cells

_BESIDE = 0.5  # share of the lower height that two pieces of one row have in common
_MIDDLE = (0.2, 0.8)  # where a gutter may run, across the width of the text
_FEW = 0.3  # share of pieces that may run across a gutter: titles, wide tables
_JUSTIFIED = 1.6  # of the widest blank of its row: a gap no wider is a blank too
_FULL = 0.7  # share of its column that the usual line of running text fills
_NARROWEST = 4  # points that a gutter is wide, at least
_TRIES = 6  # gaps that are tried as gutters, from the widest down
_DEEPEST = 3  # times that columns part into columns: four abreast, and some to spare
_MANY = 2_000  # pieces: a page with more is a drawing, and has no columns of text
_COLUMN = 5  # lines that make a column


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page, or of a column of it; ``columns`` counts those beside one another."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    page: int
    column: int = 0
    columns: int = 1
    pieces: tuple[Piece, ...] = field(default=(), compare=False, repr=False)


def order_pages(pages: Sequence[Sequence[Piece]]) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of each page as they are read.

    A page too bare to show its columns (the last one, mostly) has those of the others.
    """
    gutters = [_find_gutters(pieces) or () for pieces in pages]
    usual = Counter(gutters).most_common(1)[0][0] if gutters else ()
    for page, (pieces, own) in enumerate(zip(pages, gutters, strict=True)):
        fits = usual and not own and _count_crossing(pieces, usual) <= _FEW * len(pieces)
        columns = usual if fits else own
        cells = pieces if columns else join_open_cells(pieces)
        yield tuple(_order_rows(cells, page, columns))


def _count_crossing(pieces: Sequence[Piece], gutters: Sequence[float]) -> int:
    return sum(any(p.x0 < g < p.x1 for g in gutters) for p in pieces)


def _order_rows(pieces: Sequence[Piece], page: int, gutters: Sequence[float]) -> Iterator[Row]:
    if not gutters:
        yield from join_rows(pieces, page)
        return
    across = [p for p in pieces if any(p.x0 < g < p.x1 for g in gutters)]
    top = float("-inf")
    for row in [*join_rows(across, page), None]:
        bottom = row.y0 if row else float("inf")
        for k in range(len(gutters) + 1):
            left = gutters[k - 1] if k else float("-inf")
            right = gutters[k] if k < len(gutters) else float("inf")
            column = [
                p
                for p in pieces
                if left <= p.x0 and p.x1 <= right and top <= (p.y0 + p.y1) / 2 < bottom
            ]
            yield from join_rows(column, page, k, len(gutters) + 1)
        if row:
            yield row
            top = bottom


def join_rows(
    pieces: Sequence[Piece], page: int, column: int = 0, columns: int = 1
) -> Iterator[Row]:
    """Yield pieces that stand side by side as one row, from the top down."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.y0 + p.y1, p.x0)):
        if row and not _are_beside(row[-1], piece):
            yield _make_row(row, page, column, columns)
            row = []
        row.append(piece)
    if row:
        yield _make_row(row, page, column, columns)


def _are_beside(one: Piece, other: Piece) -> bool:
    common = min(one.y1, other.y1) - max(one.y0, other.y0)
    return common >= _BESIDE * min(one.y1 - one.y0, other.y1 - other.y0)


def _make_row(pieces: list[Piece], page: int, column: int, columns: int) -> Row:
    pieces = sorted(pieces, key=lambda p: p.x0)
    pairs = list(zip(pieces, pieces[1:], strict=False))
    apart = max([_JUSTIFIED * p.space for p in pieces] + [_evenness(pieces)])
    text = pieces[0].text + "".join(_glue(a, b, apart) + b.text for a, b in pairs)
    longest = max(pieces, key=lambda p: len(p.text))
    return Row(
        text=text,
        x0=pieces[0].x0,
        y0=min(p.y0 for p in pieces),
        x1=max(p.x1 for p in pieces),
        y1=max(p.y1 for p in pieces),
        size=longest.size,
        bold=all(p.bold for p in pieces),
        page=page,
        column=column,
        columns=columns,
        pieces=tuple(pieces),
    )


def _evenness(pieces: Sequence[Piece]) -> float:
    """Return the widest gap where words, not figures, stand evenly apart: a justified line."""
    gaps = [b.x0 - a.x1 for a, b in zip(pieces, pieces[1:], strict=False)]
    words = len(gaps) > 1 and not any(re.search(r"[\s\d]", piece.text) for piece in pieces)
    return max(gaps) if words and max(gaps) < 1.2 * min(gaps) else 0.0


def _glue(before: Piece, after: Piece, apart: float) -> str:
    """Return what parts two pieces of a row: a tab only where justifying cannot have done it."""
    if before.cell or after.cell:
        return "\t"
    gap = after.x0 - before.x1
    wide = WIDE.search(before.text[-1:] + after.text[:1])
    if gap > 1.5 * max(before.size, after.size) and (wide or gap > apart):
        return "\t"
    return " " if gap > 0.15 * after.size and not wide else ""


def _find_gutters(pieces: Sequence[Piece], depth: int = 0) -> tuple[float, ...] | None:
    """Return where columns part, from left to right; nothing where one column fills the width.

    None stands for lines that fill no column at all, such as a table's.
    """
    if 2 * _COLUMN <= len(pieces) <= _MANY and depth < _DEEPEST:
        for gutter in _list_gaps(pieces)[:_TRIES]:
            left = _find_gutters([p for p in pieces if p.x1 <= gutter], depth + 1)
            right = _find_gutters([p for p in pieces if p.x0 >= gutter], depth + 1)
            if left is not None and right is not None:
                return (*left, gutter, *right)
    return () if _is_full(pieces) or not depth else None


def _list_gaps(pieces: Sequence[Piece]) -> list[float]:
    """List the places that hardly a line crosses, the widest first; both sides have lines."""
    start, end = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    edges = sorted({round(p.x1) for p in pieces} | {round(p.x0) for p in pieces})
    gaps = []
    for a, b in zip(edges, edges[1:], strict=False):
        middle = round((a + b) / 2)
        inside = _MIDDLE[0] < (middle - start) / max(end - start, 1) < _MIDDLE[1]
        if inside and b - a >= _NARROWEST and _parts(pieces, middle):
            gaps.append((b - a, middle))
    return [float(middle) for _, middle in sorted(gaps, reverse=True)]


def _parts(pieces: Sequence[Piece], middle: float) -> bool:
    left = sum(p.x1 <= middle for p in pieces)
    right = sum(p.x0 >= middle for p in pieces)
    few = len(pieces) - left - right <= _FEW * len(pieces)
    return few and min(left, right) >= _COLUMN


def _is_full(side: Sequence[Piece]) -> bool:
    """Tell whether the usual line fills its column; the cells of a table do not."""
    if not side:
        return False
    width = max(p.x1 for p in side) - min(p.x0 for p in side)
    return median(p.x1 - p.x0 for p in side) >= _FULL * width
