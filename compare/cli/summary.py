"""What happened, in a few coloured lines on the terminal."""

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.model import Comparison

_COLOURS = {"carried": "default", "raised": "blue", "lowered": "yellow", "dropped": "yellow"}


def summarize(comparison: "Comparison", lang: str | None) -> None:
    """Print the sentence and the changes that matter most, as the page's top has them."""
