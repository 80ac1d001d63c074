"""Text set for a terminal: as wide as it is, Chinese characters two columns each."""

import re
import shutil
import unicodedata
from collections.abc import Sequence

WIDEST = 120
_NARROWEST = 40
# A word with the blank after it, or one character, each with the marks that may stand at neither
# the end nor the beginning of a line.
_CHUNK = re.compile(r"[“‘（《「『]*(?:[!-~]+ ?|.)[，。、；：！？”’）》」』]*", re.DOTALL)


def find_width() -> int:
    """Return how many columns there are to write in (``COLUMNS`` decides where it is set)."""
    return max(_NARROWEST, min(WIDEST, shutil.get_terminal_size((100, 24)).columns))


def measure(text: str) -> int:
    """Count the columns that a text takes.

    >>> measure("杭州2024")
    8
    """
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def pad(text: str, width: int, right: bool = False) -> str:
    """Fill a text up to a width, with blanks after it or before it."""
    blank = " " * (width - measure(text))
    return blank + text if right else text + blank


def wrap(text: str, width: int) -> Sequence[str]:
    """Cut a text into lines no wider than this; only a word wider than that stands out.

    >>> wrap("建成地铁3号线，改造老旧小区", 14)
    ['建成地铁3号', '线，改造老旧小', '区']
    """
    lines = [""]
    for chunk in _CHUNK.findall(text):
        if lines[-1] and measure(lines[-1]) + measure(chunk.rstrip()) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += chunk
    return lines
