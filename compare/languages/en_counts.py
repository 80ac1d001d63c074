"""What a bare English number counts: 11 million new urban jobs, 6 months, two new hospitals."""

import re
from dataclasses import replace

from compare.languages.en_hedges import Figure, hedge_after

REACH = 240  # characters: how far around a figure its noun may stand
WORD = re.compile(r"\s([A-Za-z][\w'-]*)")


def _list(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOP = _list("""
    in of by for to from on at with who whom that which and or as than per were was are is will
    has have had be been being this last next each every the a an its their our between under
    over during through into within against across among after before since until should must
    may can could would reached totaled totalled rose fell grew increased decreased
""")
PEOPLE = _list("people children men women personnel staff poor elderly police livestock")
NOT_COUNTED = _list("""
    years months weeks centuries decades sessions percent points overseas times o'clock ethnic
    others fellow pages
""")
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
NAMED = re.compile(
    rf"\b(?:{MONTH}|Articles?|Chapters?|Sections?|Parts?|No\.|Items?|Notes?|Tables?|Pages?|Phase"
    r"|Lines?|Annex|Figures?|Title|Route|Primary|Secondary|Grade|Level|Form|Act|Since|since|the"
    r"|(?i:scope|tier|type|phase|stage|band|category|class|zone|pillar|priority))(?:\s\d+\s?(?:,|and|or|[-–]))*\s*$"
)
DATED = re.compile(rf"\s(?:{MONTH}|years?\b|year-old|month|week|a\.m|p\.m)")
IRREGULAR = _list("people children men women personnel staff poor elderly police livestock")
ACTS = re.compile(
    r"\b(?:open|build|establish|launch|creat|construct|recruit|train|complet|deliver|publish|hir|award"
    r"|host|hold|conduct|found|set up|add|start)(?:e[ds]?|ing|s)?"
    r"(?:\s(?!by|in|for|on|at|to|with)[a-z]+)?\s$",
    re.IGNORECASE,
)
DATED_END = re.compile(r"(?:\s(?:by|in|for)\s(?:the end of\s)?(?:FY\s?)?20\d\d)?[\s.)*]*")
LASTING = re.compile(r"\s(weeks|months)\b")
TIMED = re.compile(
    r"\b(?:times?|wait(?:s|ing)?|processing|durations?|turnaround)\b[^.;,]*"
    r"\b(?:to|of|within|under|below|than|is|at)\s$",
    re.IGNORECASE,
)
MEASURE = re.compile(  # a year is no measure, unless a table says so
    r"[A-Za-z)]:\s$|\b(?:index|score|rating|ratio|multiple)s?\b[^.;:\d]{0,60}\s$", re.IGNORECASE
)
STARTS = re.compile(r"\bfrom\s(?:an average of\s)?(?:over |about |around |nearly )?$")
ENDS = re.compile(r"[^,;\d]{0,40}(?:\d{4})?\sto\s(?:\w+\s){0,2}(?:US)?[$€£]?\d")
WHERE = re.compile(
    r"\sin (?:(?:urban|rural)(?: and (?:urban|rural))? areas|towns and cities|cities and towns)\b"
)


def _is_dated(text: str, figure: Figure, before: str) -> bool:
    """Tell a year, a date and the number of an article from a count."""
    if DATED.match(text, figure.end) or (NAMED.search(before) and not figure.hedge):
        return True
    bare = not figure.scaled and "," not in text[figure.number : figure.end]
    told = figure.spelt and not (ACTS.search(before) and figure.low != 1) and figure.low != 0
    return bare and (1900 <= figure.low <= 2100 or told)


def _is_measure(text: str, figure: Figure) -> bool:
    """Tell a bare number that is what something measures: the index to 72, Events held: 5,000."""
    if figure.spelt or not DATED_END.fullmatch(text, figure.end):
        return False
    return bool(MEASURE.search(text, max(0, figure.number - REACH), figure.number))


def _is_plural(word: str) -> bool:
    """Tell whether a word may be a thing that is counted."""
    if word in STOP or word in NOT_COUNTED:
        return False
    return word in IRREGULAR or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")))


def name_unit(text: str, figure: Figure, limit: int) -> tuple[Figure | None, str, int]:
    """Read what a bare number counts (11 million new jobs), or find that it counts nothing."""
    before = text[max(0, figure.number - 24) : figure.number]
    if STARTS.search(text[max(0, figure.start - 32) : figure.start]) and ENDS.match(
        text, figure.end
    ):
        return None, "", figure.end
    if text[figure.end : figure.end + 1] in ("%", "+") or before.endswith(("per ", " all ")):
        return None, "", figure.end
    if not figure.counts or _is_measure(text, figure):
        return replace(figure, counts=False), "", figure.end
    if lasting := LASTING.match(text, figure.end):
        told = TIMED.search(text[max(0, figure.start - 60) : figure.start])
        known = replace(figure, unit=lasting[1], counts=False) if told else None
        return known, "", lasting.end()
    if _is_dated(text, figure, before):
        return None, "", figure.end
    words: list[str] = []
    end = figure.end
    while len(words) < 6 and (match := WORD.match(text, end, limit)):
        word = match[1].lower()
        if word in STOP or word in NOT_COUNTED:
            break
        words.append(match[1])
        end = match.end()
        goes_on = (
            word in PEOPLE and (match := WORD.match(text, end, limit)) and _is_plural(match[1])
        )
        if not goes_on and (word in PEOPLE or _is_plural(word)):
            known = hedge_after(text, replace(figure, unit=word), end)
            where = WHERE.match(text, end)
            noun = " ".join(words) + (where[0] if where else "")
            return known, noun, max(where.end() if where else end, known.end)
    number = re.search(r"number of (?:[\w'-]+ ){0,4}?(\w+s)\b", text[: figure.number][-REACH:])
    if figure.scaled and number:
        return replace(figure, unit=number[1], counts=False), "", figure.end
    around = text[max(0, figure.number - 80) : figure.end + 40]
    crowd = figure.scaled and re.search(r"population|people|poor|persons", around)
    return (
        (replace(figure, unit="people", counts=False), "", figure.end) if crowd else (None, "", 0)
    )
