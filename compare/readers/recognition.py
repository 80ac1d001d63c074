"""Pages that are pictures, read by a neural network: RapidOCR, its models inside the package.

Nothing leaves the machine. A page takes seconds, so they are recognised one at a time.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import median
from typing import Any

from compare.readers.pdf_pieces import Piece

_DOTS = 150 / 72  # a point: 150 an inch, at which 12-point characters are 25 dots high
_LARGEST = 2_000  # dots of a page's longer side; what is larger is made smaller
_SURE = 0.5  # from 0 to 1: how sure of a line the network must be; below, it is no text
_SAME = 0.2  # heights of lines differ by so much where the characters are of one size
_STEP = 0.25  # of the usual size: how finely greater and smaller sizes are told
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

Recogniser = Callable[[Any], tuple[Piece, ...]]


def find_recogniser() -> Recogniser | None:
    """Load the network; None where it is not installed."""
    try:
        from rapidocr import RapidOCR
    except ImportError:
        return None
    network = RapidOCR(params=_SETTINGS)
    return lambda page: _recognise(page, network)


def _recognise(page: Any, network: Any) -> tuple[Piece, ...]:
    """Return the lines of a page that the network is sure of, their places in points."""
    scale = min(_DOTS, _LARGEST / max(page.get_size()))
    found = network(page.render(scale=scale).to_numpy())
    if found.boxes is None:
        return ()
    lines = zip(found.boxes.tolist(), found.txts, strict=True)
    return tuple(_make_piece(box, text.strip(), scale) for box, text in lines if text.strip())


def _make_piece(box: Sequence[Sequence[float]], text: str, scale: float) -> Piece:
    xs, ys = ([point[axis] / scale for point in box] for axis in (0, 1))
    x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
    return Piece(text, x0, y0, x1, y1, size=y1 - y0, bold=False, space=0.0)


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
