"""How two lines that are one meet."""

import re
from collections.abc import Mapping

from compare.readers.pdf_pieces import WIDE


def join(before: str, after: str, words: Mapping[str, int]) -> str:
    """Join two rows of one paragraph: Chinese without a blank, a cut word without its hyphen.

    ``words`` counts those of the document: a hyphen stays where it writes the word with it, or
    where both halves are words of their own.

    >>> join("坚持稳", "中求进", {}), join("the econ-", "omy grew", {})
    ('坚持稳中求进', 'the economy grew')
    >>> join("in the long-", "term", {"long": 1, "term": 2})
    'in the long-term'
    """
    if not before or _meets_without_blank(before[-1], after[:1]):
        return before + after
    head, tail = re.search(r"([^\W\d_]+)-$", before), re.match(r"[^\W\d_]+", after)
    if head and tail and tail[0][0].islower():
        one, two = head[1].lower(), tail[0].lower()
        kept = f"{one}{two}" not in words and (
            f"{one}-{two}" in words or (one in words and two in words)
        )
        return (before if kept else before[:-1]) + after
    if before.endswith(("-", "–", "/")):
        return before + after
    return f"{before} {after}"


def _meets_without_blank(before: str, after: str) -> bool:
    """Tell whether two characters meet as in Chinese; curly quotes and dashes may be either's."""
    if WIDE.match(before) or WIDE.match(after):
        return True
    return before in "…—“‘" or after in "…—”’"
