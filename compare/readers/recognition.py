"""Pages that are pictures, read by a neural network: RapidOCR, its models inside the package.

Nothing leaves the machine. A page takes seconds, so they are recognised one at a time.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import atan2, cos, hypot, sin
from statistics import median
from typing import Any

from compare.readers.pdf_pieces import Piece

_DOTS = 150 / 72  # a point: 150 an inch, at which 12-point characters are 25 dots high
_LARGEST = 2_000  # dots of a page's longer side; what is larger is made smaller
_SURE = 0.5  # from 0 to 1: how sure of a line the network must be; below, it is no text
SURE = 0.8  # … of a page, where what it says is text: upside down, it reads .6, else .99
_SAME = 0.25  # heights of lines differ by so much where the characters are of one size
_STEP = 0.25  # of the usual size: how finely greater and smaller sizes are told
_SIDEWAYS = 0.9  # what a line counts that stands on its end: it is read, but out of order
_TURNS = (180, 90, 270)
_SETTINGS = {
    "Global.log_level": "critical",
    "Global.text_score": _SURE,
    # Lines are not tried upside down: now and then a sound one would be turned, and be lost.
    "Global.use_cls": False,
    # Lines are looked for in a smaller picture than they are read in: in a larger one the 一、
    # that begins a heading is taken for an ornament.
    "Det.limit_type": "max",
    "Det.limit_side_len": 1152,
}

Box = Sequence[Sequence[float]]  # corners: left and right above, right and left below
Line = tuple[Box, str, float]  # where, what, and how sure that is


@dataclass(frozen=True, slots=True)
class Recognised:
    """The lines of a page, places in points; ``sureness`` from 0 to 1, ``turned`` in degrees."""

    pieces: tuple[Piece, ...] = ()
    sureness: float = 1.0
    turned: int = 0


Recogniser = Callable[[Any], Recognised]


def find_recogniser() -> Recogniser | None:
    """Load the network; None where it is not installed."""
    try:
        from rapidocr import RapidOCR
    except ImportError:
        return None
    network = RapidOCR(params=_SETTINGS)
    return lambda page: _recognise(page, network)


def _recognise(page: Any, network: Any) -> Recognised:
    """Read a page; one of which little is sure is turned until it can be read."""
    scale = min(_DOTS, _LARGEST / max(page.get_size()))
    best = _read(page, network, scale, 0)
    for turned in _TURNS:
        if _is_upright(best):
            break
        best = max(best, _read(page, network, scale, turned), key=_rate)
    lines, turned = best
    sureness = _count_sure(lines) / _count(lines) if lines else 1.0
    return Recognised(tuple(_make_pieces(lines, scale)), sureness, turned)


def _read(page: Any, network: Any, scale: float, turned: int) -> tuple[list[Line], int]:
    found = network(page.render(scale=scale, rotation=turned).to_numpy())
    if found.boxes is None:
        return [], turned
    lines = zip(found.boxes.tolist(), map(str.strip, found.txts), found.scores, strict=True)
    return [line for line in lines if line[1]], turned


def _is_upright(found: tuple[list[Line], int]) -> bool:
    """Tell whether lines run across, and mean something; no lines need no turning."""
    lines = found[0]
    return not lines or (_run_across(lines) and _count_sure(lines) >= SURE * _count(lines))


def _rate(found: tuple[list[Line], int]) -> float:
    """Rate a reading: by what is sure of it, and a little by whether its lines run across."""
    lines = found[0]
    return _count_sure(lines) * (1.0 if _run_across(lines) else _SIDEWAYS)


def _run_across(lines: Sequence[Line]) -> bool:
    sides = [_measure(box) for box, _, _ in lines]
    return sum(width for width, _ in sides) >= sum(height for _, height in sides)


def _count(lines: Sequence[Line]) -> int:
    return sum(len(text) for _, text, _ in lines)


def _count_sure(lines: Sequence[Line]) -> float:
    """Count the characters, each by how sure its line is."""
    return sum(len(text) * sure for _, text, sure in lines)


def _measure(box: Box) -> tuple[float, float]:
    """Return the width and the height of a box that may be set at an angle."""
    (ax, ay), (bx, by), _, (dx, dy) = box
    return hypot(bx - ax, by - ay), hypot(dx - ax, dy - ay)


def _make_pieces(lines: Sequence[Line], scale: float) -> Iterator[Piece]:
    """Yield the lines as they would stand on a page that was laid straight on the glass."""
    slope = _find_slope([box for box, _, _ in lines])
    across, down = cos(slope) / scale, sin(slope) / scale
    for box, text, _ in lines:
        width, height = (side / scale for side in _measure(box))
        x, y = (sum(point[axis] for point in box) / 4 for axis in (0, 1))
        x, y = x * across + y * down, y * across - x * down
        left, top = x - width / 2, y - height / 2
        yield Piece(text, left, top, left + width, top + height, height, bold=False, space=0.0)


def _find_slope(boxes: Sequence[Box]) -> float:
    """Return the angle at which a page lies askew: that of the longer half of its lines."""
    long = sorted(boxes, key=lambda box: -_measure(box)[0])[: len(boxes) // 2 + 1]
    slopes = [atan2(by - ay, bx - ax) for (ax, ay), (bx, by), _, _ in long]
    return median(slopes or [0.0])


def level_sizes(pages: Sequence[Sequence[Piece]]) -> list[tuple[Piece, ...]]:
    """Give lines of about one height the same size: a box is as high as its tallest character."""
    heights = [piece.size for pieces in pages for piece in pieces for _ in piece.text]
    usual = median(heights or [1.0])
    return [
        tuple(replace(piece, size=_level(piece.size / usual) * usual) for piece in pieces)
        for pieces in pages
    ]


def _level(share: float) -> float:
    return 1.0 if abs(share - 1) <= _SAME else max(1, round(share / _STEP)) * _STEP
