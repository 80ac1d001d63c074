"""Which figures of a review of several years are those of its last one."""

import re
from collections.abc import Iterator

YEAR = re.compile(r"\b(?:(?P<year>(?:19|20)\d\d)(?!\s?(?:yuan|km))|(?P<last>last year))\b")
SEVERAL = re.compile(
    r"\b(?:(?:past|last|these|in|over|within) (?:the )?(?:past |last )?\w+[\s-]years?"
    r"|\w+-year period|annual(?:ly)?|every year|each year|since|years)\b"
)
OPENING = re.compile(r"[\s•–—-]*(?:In (?:19|20)\d\d|Last year)\b")
SPANS = re.compile(
    r"\b(?:(?P<several>(?:past|last) (?!one|year)\w+ years|Five-Year Plan period)"
    r"|[Ii]n (?P<year>(?:19|20)\d\d)|[Ll]ast year|[Tt]his past year|[Yy]ear just passed)\b"
)
RISEN = re.compile(r"\bfrom\s[^,;]*?\d[^,;]*\sto(?:\s[\w$]+){0,3}\s?[$€£]?$")
NEAR = 40  # characters after a figure in which its year is named
BREAK = re.compile(r"[,;:.](?=\s|$)")


def is_of_last(sentence: str, start: int, end: int, year: int) -> bool:
    """Tell whether a sentence dates the figure from start to end to the last year of a review.

    What it says of several years is never a figure of one. A rise from one amount to another
    without years ends where the review does.

    >>> text = "Spending rose from 2 billion yuan in 2007 to 4 billion yuan in 2012."
    >>> is_of_last(text, text.index("4"), text.index("4") + 14, 2012)
    True
    >>> is_of_last("A total of 58 million jobs were created in five years.", 11, 21, 2012)
    False
    """
    begun = [mark.end() for mark in BREAK.finditer(sentence, 0, start)]
    ended = BREAK.search(sentence, end)
    before = sentence[begun[-1] if begun else 0 : start]
    after = sentence[end : ended.start() if ended else len(sentence)]
    if SEVERAL.search(before) or SEVERAL.search(after):
        return False
    if named := YEAR.search(after[:NEAR]) or _find_last(before):
        return _is(named, year)
    if RISEN.search(before):
        return True
    if not OPENING.match(sentence) or SEVERAL.search(sentence, 0, start):
        return False
    named = _find_last(sentence[:start])
    return named is not None and _is(named, year)


def find_times(paragraph: str) -> Iterator[tuple[int, int | None]]:
    """Yield where a paragraph begins to speak of a year (0: not named), or of several (none)."""
    for found in SPANS.finditer(paragraph):
        yield found.start(), None if found["several"] else int(found["year"] or 0)


def _find_last(text: str) -> re.Match[str] | None:
    return next(reversed(list(YEAR.finditer(text))), None)


def _is(named: re.Match[str], year: int) -> bool:
    return bool(named["last"]) or int(named["year"]) == year
