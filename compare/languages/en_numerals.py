"""Numbers of an English report that count nothing it does: names, ranks, what was before."""

import re

_BEFORE = re.compile(r"\b(?:[A-Z][a-z]+-|No\. ?|Articles? |Chapters? |Sections? |Route |top )$")
_AFTER = re.compile(r"(?:th|st|nd|rd)\b|-year-old|(?:\s(?:or older|years? (?:ago|of age|old)))")
_OLDER = (
    re.compile(
        r"\bfrom (?:(?:the|about|over|around|nearly|less than|more than|last year['’]s) )?[$¥€£]?$"
    ),
    re.compile(r"[^.;]{0,48}?\bto\b"),
)


def counts_nothing(before: str, after: str) -> bool:
    """Tell by what stands around a number that nothing done or to be done is counted by it.

    >>> counts_nothing("cut the rate from ", " to 7.5 percent"), counts_nothing("cut ", " fees")
    (True, False)
    """
    if _BEFORE.search(before) or _AFTER.match(after):
        return True
    return bool(_OLDER[0].search(before) and _OLDER[1].match(after))
