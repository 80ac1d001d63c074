"""Pages of a PDF as pieces of lines: text with its place, its size, and whether it is bold.

Places are points; y grows downwards. The characters come from pdfium one by one, since its own
lines run through the gutter between two columns.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import degrees, hypot
from typing import Any

from compare.readers.radicals import unify_radicals

_GAP = 1.5  # of its height: a wider gap parts two pieces, in columns or in a table
WIDE = re.compile("[\u2e80-\u303f\u31c0-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_BOLD = re.compile(r"bold|black|heavy|hei(?!t)|黑|xiaobiao|小标宋", re.IGNORECASE)
_APART = 0.6  # of its height: a blank no wider never parts two columns
_NARROW = 0.4  # of its height: a gap no wider than this between Chinese characters is no blank
_SAMPLE = 40  # characters that tell how a page is turned
_HYPHENS = (0x2, 0xFFFE, 0xAD)


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that follow one another on one line, or all those of a ``cell``.

    ``blanks`` are the wide ones inside: where the text goes on, and where they begin and end.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    space: float
    cell: bool = False
    blanks: tuple[tuple[int, float, float], ...] = ()


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
        angle = _find_angle(textpage)
        runs = _cut_runs(_list_glyphs(textpage, angle))
        return tuple(
            _make_piece(textpage, run)
            for run in runs
            if _read_angle(textpage, run[0].index) == angle
        )
    finally:
        textpage.close()


def is_turned(page: Any) -> bool:
    """Tell whether the text of a page does not run from left to right."""
    textpage = page.get_textpage()
    try:
        return _find_angle(textpage) != 0
    finally:
        textpage.close()


def _find_angle(textpage: Any) -> int:
    """Return the angle of most characters: on a page laid on its side they are all turned."""
    count = textpage.count_chars()
    step = max(1, count // _SAMPLE)
    angles = Counter(_read_angle(textpage, i) for i in range(0, count, step))
    return angles.most_common(1)[0][0] if angles else 0


def _read_angle(textpage: Any, index: int) -> int:
    from pypdfium2 import raw

    return round(degrees(max(0.0, raw.FPDFText_GetCharAngle(textpage, index)))) % 360


def _list_glyphs(textpage: Any, angle: int) -> Iterator[_Glyph]:
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
        place = _turn(box.left, -box.top, box.right, -box.bottom, angle)
        yield _Glyph(i, text, *place, generated)


def _read_code(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


def _cut_runs(glyphs: Iterable[_Glyph]) -> Iterator[list[_Glyph]]:
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
            if blank and run and _is_blank(run[-1], glyph):
                run.append(_Glyph(glyph.index, " ", *_edges(run[-1], glyph), True))
            run.append(glyph)
            blank = False
    if run:
        yield run


def _is_blank(before: _Glyph, after: _Glyph) -> bool:
    """Tell whether a gap is a blank: beside a Chinese character a narrow one is only setting."""
    if WIDE.match(before.text) or WIDE.match(after.text):
        return after.x0 - before.x1 > _NARROW * (after.y1 - after.y0)
    return True


def _edges(before: _Glyph, after: _Glyph) -> tuple[float, float, float, float]:
    return before.x1, before.y0, max(before.x1, after.x0), before.y1


def _is_apart(before: _Glyph, after: _Glyph) -> bool:
    """Tell whether two characters stand on different lines, or far apart on one."""
    height = min(before.y1 - before.y0, after.y1 - after.y0)
    common = min(before.y1, after.y1) - max(before.y0, after.y0)
    if common < 0.4 * height:
        return True
    size = max(before.y1 - before.y0, after.y1 - after.y0, 1.0)
    return after.x0 - before.x1 > _GAP * size or after.x1 < before.x0 - size


def _make_piece(textpage: Any, run: Sequence[_Glyph]) -> Piece:
    from pypdfium2 import raw

    first = next((glyph for glyph in run if not glyph.text.isspace()), run[0])
    matrix = raw.FS_MATRIX()
    scale = 1.0
    if raw.FPDFText_GetMatrix(textpage, first.index, matrix):
        scale = hypot(matrix.c, matrix.d) or 1.0
    return Piece(
        text=unify_radicals("".join(glyph.text for glyph in run)).rstrip(),
        x0=min(glyph.x0 for glyph in run),
        y0=min(glyph.y0 for glyph in run),
        x1=max(glyph.x1 for glyph in run),
        y1=max(glyph.y1 for glyph in run),
        size=round(raw.FPDFText_GetFontSize(textpage, first.index) * scale * 2) / 2,
        bold=_is_bold(textpage, first.index) and _is_bold(textpage, run[-1].index),
        space=max((glyph.x1 - glyph.x0 for glyph in run if glyph.text == " "), default=0.0),
        blanks=tuple(_list_blanks(run)),
    )


def _list_blanks(run: Sequence[_Glyph]) -> Iterator[tuple[int, float, float]]:
    """Yield the blanks inside a line that are wide enough to part two columns."""
    at, end = 0, run[0].x0
    for glyph in run:
        if not glyph.text.isspace():
            if at and glyph.x0 - end > _APART * (glyph.y1 - glyph.y0):
                yield at, end, glyph.x0
            end = glyph.x1
        at += len(glyph.text)


def _is_bold(textpage: Any, index: int) -> bool:
    """Tell by the font's name; the weight that pdfium gives is 400 for most bold fonts."""
    from pypdfium2 import raw

    name = ctypes.create_string_buffer(128)
    length = raw.FPDFText_GetFontInfo(textpage, index, name, len(name), None)
    return 0 < length <= len(name) and bool(_BOLD.search(name.value.decode("utf-8", "replace")))


def _turn(
    x0: float, y0: float, x1: float, y1: float, angle: int
) -> tuple[float, float, float, float]:
    """Turn a place so that the text of its page runs from left to right."""
    if angle == 90:
        return y0, -x1, y1, -x0
    if angle == 180:
        return -x1, -y1, -x0, -y0
    if angle == 270:
        return -y1, x0, -y0, x1
    return x0, y0, x1, y1
