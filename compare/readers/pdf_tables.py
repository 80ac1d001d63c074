"""Tables of a PDF without ruling lines: columns told by the blanks between them, rows by distances.

Lines that leave the same blanks free, one below the other, make a table. The lines of a cell are
put together, as those of ruled cells are (see `pdf_rules`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from statistics import median

from compare.readers.pdf_pieces import Piece
from compare.readers.seams import join

_LINE = 0.4  # of its size: so far apart may the middles of pieces of one line be
_BLANK = 5.0  # points: no column is nearer to the next
_AWAY = 3.5  # of the size: what is further down belongs to another table
_BETWEEN = 1.1  # of the size: what is as near stands beside the line, not above it
_CLOSE = 1.12  # of the shortest distance: lines no further apart are those of one cell
_SLACK = 1.7  # of the size: a line that was broken ends no shorter of its column
_WIDE = 4  # of the size: everything fills a column that is less wide
_MOSTLY = 0.6
_FILLED = 0.5  # share of the cells that are not empty
_ROWS = 3  # a table has at least as many, most of them with more than a cell
_CELL = 300  # characters: what holds more is text, not a cell
_PROSE = 5  # lines: columns with as many that fill them are running text
_FULL = 0.7  # share of its column that the usual line of running text fills
_MANY = 1_200  # pieces: a page with more is a drawing

Line = list[Piece]
Stretch = tuple[float, float]  # from left to right


def join_open_cells(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Make one piece of all the lines of a cell, at the height of its row's first line."""
    loose = [piece for piece in pieces if not piece.cell]
    if not 2 * _ROWS <= len(loose) <= _MANY:
        return tuple(pieces)
    joined = [piece for piece in pieces if piece.cell]
    for block in _cut_blocks(_list_lines(loose)):
        joined += _read_table(block)
    return tuple(joined)


def _middle(piece: Piece) -> float:
    return (piece.y0 + piece.y1) / 2


def _list_lines(pieces: Sequence[Piece]) -> list[Line]:
    """List the pieces by lines: those of nearly one height."""
    lines: list[Line] = []
    for piece in sorted(pieces, key=_middle):
        if lines and _middle(piece) - _middle(lines[-1][0]) <= _LINE * piece.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _cut_blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield runs of lines that leave the same blanks free; other lines each for itself."""
    block: list[Line] = []
    covered: list[Stretch] = []
    for line in lines:
        own = _cover(span for piece in line for span in _list_spans(piece))
        both = _cover((*covered, *own))
        if block and _goes_on(block, line) and len(both) >= max(2, len(covered)):
            block.append(line)
            covered = both
            continue
        if block:
            yield block
        block, covered = [line], own
    if block:
        yield block


def _goes_on(block: Sequence[Line], line: Line) -> bool:
    """Tell whether a line is near enough to go on with a table, or with lines before its first.

    Those are of a cell that is higher than the others of its row: they stand between the lines.
    """
    begun = any(len(row) > 1 for row in block)
    size = max(piece.size for piece in line)
    return _middle(line[0]) - _middle(block[-1][0]) <= size * (_AWAY if begun else _BETWEEN)


def _cover(spans: Iterable[Stretch]) -> list[Stretch]:
    """Return what spans cover together, from left to right; only wide blanks part it."""
    covered: list[Stretch] = []
    for start, end in sorted(spans):
        if covered and start - covered[-1][1] < _BLANK:
            covered[-1] = (covered[-1][0], max(covered[-1][1], end))
        else:
            covered.append((start, end))
    return covered


def _list_spans(piece: Piece) -> Iterator[Stretch]:
    """Yield the stretches of a piece between its wide blanks."""
    start = piece.x0
    for _, end, after in piece.blanks:
        yield start, end
        start = after
    yield start, piece.x1


def _read_table(block: Sequence[Line]) -> list[Piece]:
    """Return the cells of a table, or its pieces as they were where it is none."""
    pieces = [piece for line in block for piece in line]
    covered = _cover(span for piece in pieces for span in _list_spans(piece))
    if len(block) < _ROWS or len(covered) < 2:
        return pieces
    starts = [start for start, _ in covered[1:]]
    columns = _sort_columns([part for piece in pieces for part in _split(piece, starts)], starts)
    rows = _join_rows(_find_cells(columns))
    return pieces if _is_text(rows, columns) else list(_write_rows(rows, columns))


def _split(piece: Piece, starts: Sequence[float]) -> Iterator[Piece]:
    """Cut a piece at those of its blanks that part columns."""
    start, x0 = 0, piece.x0
    for at, end, after in piece.blanks:
        if any(end < left <= after for left in starts):
            yield replace(piece, text=piece.text[start:at].strip(), x0=x0, x1=end, blanks=())
            start, x0 = at, after
    yield replace(piece, text=piece.text[start:].strip(), x0=x0, blanks=())


def _sort_columns(parts: Sequence[Piece], starts: Sequence[float]) -> list[Line]:
    """Sort parts of lines into columns; those of one line become one."""
    columns: list[Line] = [[] for _ in range(len(starts) + 1)]
    for part in sorted(parts, key=lambda part: (_middle(part), part.x0)):
        column = columns[sum(start <= part.x0 for start in starts)]
        if column and _middle(part) - _middle(column[-1]) <= _LINE * part.size:
            beside = column.pop()
            text = f"{beside.text} {part.text}"
            part = replace(
                beside, text=text, x0=min(beside.x0, part.x0), x1=max(beside.x1, part.x1)
            )
        column.append(part)
    return columns


def _find_cells(columns: Sequence[Line]) -> list[list[Line]]:
    """Cut each column into cells.

    Where rows stand further apart than the lines of a cell, the distances tell. Where all lines
    are at one distance, a line is a row, but for what goes on below a line that is full.
    """
    pairs = [pair for column in columns for pair in zip(column, column[1:], strict=False)]
    shortest = min((_middle(b) - _middle(a) for a, b in pairs), default=0.0)

    def is_close(a: Piece, b: Piece) -> bool:
        return _middle(b) - _middle(a) <= _CLOSE * shortest

    def goes_on(a: Piece, b: Piece, column: Line) -> bool:
        begun = any(abs(_middle(first) - _middle(b)) <= _LINE * b.size for first in columns[0])
        return is_close(a, b) and not begun and _is_wide(column) and _is_full(a, column)

    cells = [_chain(column, is_close) for column in columns]
    if not all(is_close(*pair) for pair in pairs) and _are_broken(cells, columns):
        return cells
    return [_chain(column, partial(goes_on, column=column)) for column in columns]


def _chain(column: Line, joined: Callable[[Piece, Piece], bool]) -> list[Line]:
    cells: list[Line] = []
    for piece in column:
        if cells and joined(cells[-1][-1], piece):
            cells[-1].append(piece)
        else:
            cells.append([piece])
    return cells


def _are_broken(cells: Sequence[Sequence[Line]], columns: Sequence[Line]) -> bool:
    """Tell whether the lines of cells were broken to fit: all are full but the last of a cell."""
    inner, last = [], []
    for column, own in zip(columns, cells, strict=True):
        for cell in own:
            if len(cell) > 1 and _is_wide(column):
                inner += [_is_full(piece, column) for piece in cell[:-1]]
                last.append(_is_full(cell[-1], column))
    return sum(inner) > _MOSTLY * len(inner) and sum(last) <= 0.5 * len(last)


def _width(column: Line) -> float:
    return max(piece.x1 for piece in column) - min(piece.x0 for piece in column)


def _is_wide(column: Line) -> bool:
    """Tell whether a column is wide enough for a line that fills it to mean anything."""
    return _width(column) >= _WIDE * median(piece.size for piece in column)


def _is_full(piece: Piece, column: Line) -> bool:
    return piece.x1 - piece.x0 + _SLACK * piece.size >= _width(column)


def _join_rows(cells: Sequence[Sequence[Line]]) -> list[dict[int, Line]]:
    """Join the cells that stand at one height into rows: a cell a column."""
    placed = [(k, cell) for k, own in enumerate(cells) for cell in own]
    rows: list[dict[int, Line]] = []
    bottom = float("-inf")
    for k, cell in sorted(placed, key=lambda pair: _middle(pair[1][0])):
        if _middle(cell[0]) <= bottom + _LINE * cell[0].size:
            rows[-1].setdefault(k, []).extend(cell)
        else:
            rows.append({k: list(cell)})
        bottom = max(bottom, _middle(cell[-1]))
    return rows


def _is_text(rows: Sequence[Mapping[int, Line]], columns: Sequence[Line]) -> bool:
    """Tell text in columns, or one of a few lines, from a table."""
    wide = [row for row in rows if len(row) > 1]
    long = any(sum(len(p.text) for p in cell) > _CELL for row in rows for cell in row.values())
    prose = all(
        len(column) >= _PROSE
        and median(piece.x1 - piece.x0 for piece in column) >= _FULL * _width(column)
        for column in columns
    )
    few = sum(map(len, wide)) < _FILLED * len(wide) * len(columns)
    return long or prose or few or len(wide) < max(_ROWS, _MOSTLY * len(rows))


def _write_rows(rows: Sequence[Mapping[int, Line]], columns: Sequence[Line]) -> Iterator[Piece]:
    """Yield a piece a cell, empty ones too; a row of one cell is text, and stays as it was."""
    lefts = [min(piece.x0 for piece in column) for column in columns]
    for row in rows:
        if len(row) == 1:
            yield from (piece for cell in row.values() for piece in cell)
            continue
        first = min((cell[0] for cell in row.values()), key=_middle)
        for k, left in enumerate(lefts):
            inside = row.get(k, [])
            text = ""
            for piece in inside:
                text = join(text, piece.text, {})
            x1 = max((piece.x1 for piece in inside), default=left)
            yield replace(first, text=text, x0=left, x1=max(left, x1), blanks=(), cell=True)
