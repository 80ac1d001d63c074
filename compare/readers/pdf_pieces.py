"""Pages of a PDF as pieces of lines: text with its place, its size, and whether it is bold.

Places are points; y grows downwards. The characters come from pdfium one by one, since its own
lines run through the gutter between two columns.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import degrees, hypot
from typing import Any

from compare.readers.radicals import unify_radicals

_GAP = 1.5  # of its height: a wider gap parts two pieces, in columns or in a table
_WIDE = re.compile("[\u2e80-\u303f\u31c0-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]")
_BOLD = re.compile(r"bold|black|heavy|hei(?!t)|黑|xiaobiao|小标宋", re.IGNORECASE)
_HYPHENS = (0x2, 0xFFFE, 0xAD)


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that follow one another on one line."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    angle: int


@dataclass(frozen=True, slots=True)
class _Glyph:
    index: int
    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    generated: bool


def read_pieces(page: Any) -> tuple[Piece, ...]:
    """Return the pieces of a page in the order of the file, those set at an angle left out."""
    textpage = page.get_textpage()
    try:
        runs = list(_cut_runs(_list_glyphs(textpage)))
        pieces = [_make_piece(textpage, run) for run in runs]
    finally:
        textpage.close()
    weights: Counter[int] = Counter()
    for piece in pieces:
        weights[piece.angle] += len(piece.text)
    if not weights:
        return ()
    upright = weights.most_common(1)[0][0]  # of a page laid on its side, all is at an angle
    return tuple(_turn(piece, upright) for piece in pieces if piece.angle == upright)


def _list_glyphs(textpage: Any) -> Iterator[_Glyph]:
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    high = 0
    for i in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, i)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        text = _read_code(code)
        generated = text.isspace() and raw.FPDFText_IsGenerated(textpage, i) == 1
        if not raw.FPDFText_GetLooseCharBox(textpage, i, box):
            continue
        yield _Glyph(i, text, box.left, -box.top, box.right, -box.bottom, generated)


def _read_code(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


def _cut_runs(glyphs: Iterator[_Glyph]) -> Iterator[list[_Glyph]]:
    """Cut where the line ends, or the next character stands elsewhere."""
    run: list[_Glyph] = []
    blank = False
    for glyph in glyphs:
        if glyph.text in "\r\n\f\v":
            if run:
                yield run
            run, blank = [], False
        elif glyph.text.isspace() and (glyph.generated or not run):
            blank = True
        elif run and _is_apart(run[-1], glyph):
            yield run
            run, blank = [glyph], False
        else:
            if blank and run and not (_WIDE.match(run[-1].text) or _WIDE.match(glyph.text)):
                run.append(_Glyph(glyph.index, " ", *_edges(run[-1], glyph), True))
            run.append(glyph)
            blank = False
    if run:
        yield run


def _edges(before: _Glyph, after: _Glyph) -> tuple[float, float, float, float]:
    return before.x1, before.y0, max(before.x1, after.x0), before.y1


def _is_apart(before: _Glyph, after: _Glyph) -> bool:
    """Tell whether two characters stand on different lines, or far apart on one.

    The larger of the two sides of a character serves as its size, whichever way it is turned.
    """
    height = min(before.y1 - before.y0, after.y1 - after.y0)
    width = min(before.x1 - before.x0, after.x1 - after.x0)
    size = max(height, width, 1.0)
    down = min(before.y1, after.y1) - max(before.y0, after.y0)
    across = min(before.x1, after.x1) - max(before.x0, after.x0)
    if down >= 0.4 * height:
        return after.x0 - before.x1 > _GAP * size or after.x1 < before.x0 - size
    if across >= 0.4 * width:  # upwards or downwards, as on a page laid on its side
        return -down > _GAP * size
    return True


def _make_piece(textpage: Any, run: Sequence[_Glyph]) -> Piece:
    from pypdfium2 import raw

    first = next((glyph for glyph in run if not glyph.text.isspace()), run[0])
    matrix = raw.FS_MATRIX()
    scale = 1.0
    if raw.FPDFText_GetMatrix(textpage, first.index, matrix):
        scale = hypot(matrix.c, matrix.d) or 1.0
    angle = degrees(max(0.0, raw.FPDFText_GetCharAngle(textpage, first.index)))
    return Piece(
        text=unify_radicals("".join(glyph.text for glyph in run)).rstrip(),
        x0=min(glyph.x0 for glyph in run),
        y0=min(glyph.y0 for glyph in run),
        x1=max(glyph.x1 for glyph in run),
        y1=max(glyph.y1 for glyph in run),
        size=round(raw.FPDFText_GetFontSize(textpage, first.index) * scale * 2) / 2,
        bold=_is_bold(textpage, first.index) and _is_bold(textpage, run[-1].index),
        angle=round(angle) % 360,
    )


def _is_bold(textpage: Any, index: int) -> bool:
    """Tell by the font's name; the weight that pdfium gives is 400 for most bold fonts."""
    from pypdfium2 import raw

    name = ctypes.create_string_buffer(128)
    length = raw.FPDFText_GetFontInfo(textpage, index, name, len(name), None)
    return 0 < length <= len(name) and bool(_BOLD.search(name.value.decode("utf-8", "replace")))


def _turn(piece: Piece, angle: int) -> Piece:
    """Turn the place of a piece so that the page's text runs from left to right."""
    x0, y0, x1, y1 = piece.x0, piece.y0, piece.x1, piece.y1
    if angle == 90:
        x0, y0, x1, y1 = y0, -x1, y1, -x0
    elif angle == 180:
        x0, y0, x1, y1 = -x1, -y1, -x0, -y0
    elif angle == 270:
        x0, y0, x1, y1 = -y1, x0, -y0, x1
    return Piece(piece.text, x0, y0, x1, y1, piece.size, piece.bold, 0)
