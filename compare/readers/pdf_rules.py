"""Ruled tables of a PDF: the lines of a cell are put together, so that a row is one row.

What rules enclose from above and below and on both sides is a cell; what has another cell beside
it belongs to a table. A frame around a page of text has none.
"""

import ctypes
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from compare.readers.pdf_pieces import Piece, is_turned
from compare.readers.seams import join

_THIN = 2.5  # points: a filled shape no thicker is a rule
_LONG = 6.0  # points that a rule is long, at least
_NEAR = 2.0  # points by which the ends of rules miss each other
_MANY = 4_000  # rules of a page: one with more is a drawing
_MOST = 2_000_000  # pieces times rules: what takes a second to look through
_CELL = 300  # characters: what holds more is no cell but a frame around text
_OPEN = 100  # characters of a cell at the edge of a table without rules around it


class Rule(NamedTuple):
    """A line across, ``at`` a height of the page, or down, ``at`` a distance from its left."""

    at: float
    start: float
    end: float


class Cell(NamedTuple):
    """The rules around a cell, in whole points; infinite where the table has none outside."""

    top: float
    bottom: float
    left: float
    right: float


def join_cells(pieces: Sequence[Piece], page: Any) -> tuple[Piece, ...]:
    """Make one piece of all the lines of a cell, at the height of its row's first line."""
    across, down = _read_rules(page) if _has_columns(pieces) else ([], [])
    much = len(pieces) * (len(across) + len(down)) > _MOST
    if not across or not down or much or is_turned(page):
        return tuple(pieces)
    cells: dict[Cell, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if cell := _find_cell(piece, across, down):
            cells[cell].append(piece)
    firsts, abreast = _find_firsts(cells), Counter(cell.top for cell in cells)
    joined: dict[Piece, Piece | None] = {}
    for cell, inside in cells.items():
        size = sum(len(piece.text) for piece in inside)
        if abreast[cell.top] > 1 and size <= (_OPEN if math.inf in map(abs, cell) else _CELL):
            joined |= dict.fromkeys(inside)
            joined[inside[0]] = _join_cell(inside, firsts[cell.top])
    return tuple(own for piece in pieces if (own := joined.get(piece, piece)))


def _find_firsts(cells: Mapping[Cell, Sequence[Piece]]) -> Mapping[float, Piece]:
    """Find the highest piece of each row: of the cells that begin at one height."""
    rows: dict[float, list[Piece]] = defaultdict(list)
    for cell, inside in cells.items():
        rows[cell.top] += inside
    return {top: min(inside, key=lambda piece: piece.y0) for top, inside in rows.items()}


def _join_cell(inside: Sequence[Piece], first: Piece) -> Piece:
    text = ""
    for piece in sorted(inside, key=lambda piece: (round(piece.y0), piece.x0)):
        text = join(text, piece.text, {})
    x0, x1 = min(piece.x0 for piece in inside), max(piece.x1 for piece in inside)
    return replace(inside[0], text=text, x0=x0, x1=x1, y0=first.y0, y1=first.y1, cell=True)


def _has_columns(pieces: Sequence[Piece]) -> bool:
    """Tell whether there are pieces beside each other at all; most pages have none."""
    heights = sorted((piece.y0, piece.y1) for piece in pieces)
    beside = sum(
        a[1] - b[0] > 0.5 * (b[1] - b[0]) for a, b in zip(heights, heights[1:], strict=False)
    )
    return beside > 1


def _read_rules(page: Any) -> tuple[list[Rule], list[Rule]]:
    """Read the straight lines of a page: those across, those down."""
    from pypdfium2 import raw

    across, down = [], []
    for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        for x0, y0, x1, y1 in _list_lines(shape):
            if y1 - y0 <= _THIN and x1 - x0 >= _LONG:
                across.append(Rule(-(y0 + y1) / 2, x0, x1))
            elif x1 - x0 <= _THIN and y1 - y0 >= _LONG:
                down.append(Rule((x0 + x1) / 2, -y1, -y0))
        if len(across) + len(down) > _MANY:
            return [], []
    return across, down


def _list_lines(shape: Any) -> Iterator[tuple[float, float, float, float]]:
    """Yield the boxes of a shape's lines; a shape as thin as a line is one itself."""
    from pypdfium2 import raw

    x0, y0, x1, y1 = shape.get_bounds()
    if min(x1 - x0, y1 - y0) <= _THIN:
        yield x0, y0, x1, y1
        return
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(shape, fill, stroked)
    if stroked.value:
        points = list(_list_points(shape))
        for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
            yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _list_points(shape: Any) -> Iterator[tuple[float, float]]:
    from pypdfium2 import raw

    matrix = shape.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(min(raw.FPDFPath_CountSegments(shape), _MANY)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(shape, i), x, y)
        yield matrix.on_point(x.value, y.value)


def _find_cell(piece: Piece, across: Sequence[Rule], down: Sequence[Rule]) -> Cell | None:
    """Find the nearest rules on all four sides."""
    x, y = (piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2
    heights = [r.at for r in across if r.start - _NEAR <= x <= r.end + _NEAR]
    widths = [r.at for r in down if r.start - _NEAR <= y <= r.end + _NEAR]
    top, bottom = _enclose(heights, y)
    left, right = _enclose(widths, x)
    if math.isinf(top) and math.isinf(bottom) or math.isinf(left) and math.isinf(right):
        return None
    return Cell(top, bottom, left, right)


def _enclose(places: Sequence[float], at: float) -> tuple[float, float]:
    before = max((place for place in places if place <= at), default=-math.inf)
    after = min((place for place in places if place > at), default=math.inf)
    return _settle(before), _settle(after)


def _settle(place: float) -> float:
    return place if math.isinf(place) else round(place)
