"""Pieces of a page to rows in the order of reading: columns one after another, then across."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from compare.readers.pdf_pieces import WIDE, Piece

_BESIDE = 0.5  # share of the lower height that two pieces of one row have in common
_MIDDLE = (0.2, 0.8)  # where a gutter may run, across the width of the text
_FEW = 0.3  # share of pieces that may run across a gutter: titles, wide tables
_JUSTIFIED = 1.6  # of the widest blank of its row: a gap no wider is a blank too
_FULL = 0.7  # share of its column that the usual line of running text fills
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


def order_pages(pages: Sequence[Sequence[Piece]]) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of each page as they are read.

    A page too bare to show its columns (the last one, mostly) has those of the others.
    """
    gutters = [tuple(_find_gutters(pieces)) for pieces in pages]
    usual = Counter(gutters).most_common(1)[0][0] if gutters else ()
    for page, (pieces, own) in enumerate(zip(pages, gutters, strict=True)):
        fits = usual and not own and _count_crossing(pieces, usual) <= _FEW * len(pieces)
        yield tuple(_order_rows(pieces, page, usual if fits else own))


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
    )


def _evenness(pieces: Sequence[Piece]) -> float:
    """Return the widest gap where words, not figures, stand evenly apart: a justified line."""
    gaps = [b.x0 - a.x1 for a, b in zip(pieces, pieces[1:], strict=False)]
    words = len(gaps) > 1 and not any(re.search(r"[\s\d]", piece.text) for piece in pieces)
    return max(gaps) if words and max(gaps) < 1.2 * min(gaps) else 0.0


def _glue(before: Piece, after: Piece, apart: float) -> str:
    """Return what parts two pieces of a row: a tab only where justifying cannot have done it."""
    gap = after.x0 - before.x1
    wide = WIDE.search(before.text[-1:] + after.text[:1])
    if gap > 1.5 * max(before.size, after.size) and (wide or gap > apart):
        return "\t"
    return " " if gap > 0.15 * after.size and not wide else ""


def _find_gutters(pieces: Sequence[Piece]) -> Iterator[float]:
    """Yield where columns part, from left to right: hardly a line crosses, and both sides are full.

    A table has gaps too, but its cells do not fill their columns.
    """
    if not 2 * _COLUMN <= len(pieces) <= _MANY:
        return
    start, end = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    edges = sorted({round(p.x1) for p in pieces} | {round(p.x0) for p in pieces})
    best: tuple[float, float] | None = None
    for a, b in zip(edges, edges[1:], strict=False):
        middle = (a + b) / 2
        place = (middle - start) / max(end - start, 1)
        if b - a < 4 or not _MIDDLE[0] < place < _MIDDLE[1] or not _is_gutter(pieces, middle):
            continue
        if best is None or b - a > best[1]:
            best = (round(middle), b - a)
    if best is None:
        return
    yield from _find_gutters([p for p in pieces if p.x1 <= best[0]])
    yield best[0]
    yield from _find_gutters([p for p in pieces if p.x0 >= best[0]])


def _is_gutter(pieces: Sequence[Piece], middle: float) -> bool:
    left = [p for p in pieces if p.x1 <= middle]
    right = [p for p in pieces if p.x0 >= middle]
    crossing = len(pieces) - len(left) - len(right)
    if min(len(left), len(right)) < _COLUMN or crossing > _FEW * len(pieces):
        return False
    return _is_full(left) and _is_full(right)


def _is_full(side: Sequence[Piece]) -> bool:
    width = max(p.x1 for p in side) - min(p.x0 for p in side)
    return median(p.x1 - p.x0 for p in side) >= _FULL * width
