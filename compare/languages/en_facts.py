"""Figures that an English plan only mentions: what was reached before, and by how much it moved."""

import re

from compare.model import Quantity

_REACH = 80  # characters before and after a figure that show what it is
_FORMER = re.compile(
    r"\b(?:(?:up|down) from|compared (?:with|to)|as against|last year['’]s)\s"
    r"(?:(?:about|around|over|nearly|almost|some|approximately|more than)\s)?$",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\s(?:last year|a year (?:ago|earlier|before)"
    r"|(?:in|of) (?:the )?(?:previous|preceding|prior|last) (?:fiscal |financial )?year)\b",
    re.IGNORECASE,
)
# 2.8 percent, a 0.2-percentage-point increase over that of last year
_BESIDE = re.compile(r",\s(?:up|down|an?)\b[^,;:]*$", re.IGNORECASE)
_MOVED = re.compile(
    r"[^,;:.]{0,30}?\b(?:over|from|than|compared with|compared to|on)\s(?:that (?:of|in)\s|the\s)?"
    r"(?:last|previous|preceding|prior) (?:fiscal |financial )?year\b",
    re.IGNORECASE,
)


def is_fact(sentence: str, quantity: Quantity) -> bool:
    """Tell whether a figure of a plan only says how things were: up from 4.5% last year."""
    start, end = quantity.figure.start, quantity.figure.end
    before, after = sentence[max(0, start - _REACH) : start], sentence[end : end + _REACH]
    if _FORMER.search(before) or _THEN.match(after):
        return True
    return bool(_BESIDE.search(before) and _MOVED.match(after))
