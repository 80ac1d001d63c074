"""How an English figure binds: the words before and after a number (at least, or so)."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.model import Comparator

REACH = 60  # characters: how far before a bound it may be denied
BOUNDS = (
    (Comparator.AT_LEAST, "at least|(?:no|not) (?:less|fewer|lower) than|(?:a )?minimum of"),
    (
        Comparator.AT_MOST,
        "at most|as (?:many|much) as|(?:no|not) (?:more|higher|greater) than|up to|within|capped at"
        "|(?:a )?maximum of|not (?:to )?exceed(?:ing)?|at or below",
    ),
    (
        Comparator.ABOUT,
        "about|around|approximately|roughly|some|nearly|almost|close to|approach(?:ed|ing)"
        "|in the region of|approx\\.?",
    ),
    (
        Comparator.MORE_THAN,
        "more than|over|above|exceed(?:s|ed|ing)?|in excess of|surpass(?:es|ed|ing)?|upwards of"
        "|(?:greater|higher) than|pass(?:ed|ing)(?: the)?",
    ),
    (Comparator.LESS_THAN, "below|under|(?:less|fewer|lower) than"),
)
PREFIX = re.compile(
    r"\b(?:" + "|".join(f"(?P<b{n}>{words})" for n, (_, words) in enumerate(BOUNDS)) + r")"
    r"(?:\s(?:another|a further|an additional|an average of|the))?\s+$",
    re.IGNORECASE,
)
# should not rise by more than 3%: a floor that is denied is a ceiling, and the other way round
DENIED = re.compile(
    r"(?:\b(?:not|never|cannot)|n['’]t|\bprevent\w*\s(?:[\w'’-]+\s){1,4}from)"
    r"(?:\s(?:let|allow)\s(?:[\w'’-]+\s){0,4}?[\w'’-]+)?"
    r"(?:\s(?:be|go|going|ris(?:e|ing)|increas(?:e|ing)|grow(?:ing)?|climb(?:ing)?|fall(?:ing)?"
    r"|drop(?:ping)?|declin(?:e|ing)|decreas(?:e|ing)|last|take|cost|allowed|permitted|by|to)\b){0,4}\s$",
    re.IGNORECASE,
)
OPPOSITES = {
    Comparator.MORE_THAN: Comparator.AT_MOST,
    Comparator.LESS_THAN: Comparator.AT_LEAST,
}
SUFFIXES = (
    (Comparator.AT_LEAST, "or (?:more|above|higher|better|greater)|and above|and over|at least"),
    (Comparator.AT_MOST, "or (?:less|below|lower|fewer)|at most"),
    (Comparator.ABOUT, "or so"),
    (Comparator.MORE_THAN, "plus"),
)
SUFFIX = re.compile(
    r"\s(?:" + "|".join(f"(?P<s{n}>{words})" for n, (_, words) in enumerate(SUFFIXES)) + r")\b",
    re.IGNORECASE,
)
MARKS = {
    "~": Comparator.ABOUT, "≈": Comparator.ABOUT,
    ">": Comparator.MORE_THAN, "≥": Comparator.AT_LEAST, ">=": Comparator.AT_LEAST,
    "<": Comparator.LESS_THAN, "≤": Comparator.AT_MOST, "<=": Comparator.AT_MOST,
}  # fmt: skip
MARK = re.compile(r"(?P<mark>>=|<=|[~≈><≥≤])\s?$")


@dataclass(frozen=True, slots=True)
class Figure:
    """Number, unit and hedge; ``number`` is where the number begins, after any hedge before it.

    ``counts`` tells that the unit has still to be read from the words after it.
    """

    low: Decimal
    high: Decimal
    unit: str
    start: int
    number: int
    end: int
    comparator: Comparator
    hedge: str
    counts: bool = False
    scaled: bool = False
    spelt: bool = False


def hedge_before(text: str, start: int) -> tuple[Comparator, str, int]:
    """Read the words before a number that say how it binds, and where they begin."""
    window = max(0, start - 40)
    if mark := MARK.search(text, window, start):
        return MARKS[mark["mark"]], mark["mark"], mark.start()
    prefix = PREFIX.search(text[window:start])
    if prefix is None:
        return Comparator.EXACT, "", start
    bound = next(n for n in range(len(BOUNDS)) if prefix[f"b{n}"])
    comparator, start, words = BOUNDS[bound][0], window + prefix.start(), prefix[f"b{bound}"]
    if comparator in OPPOSITES and DENIED.search(text, max(0, start - REACH), start):
        return OPPOSITES[comparator], f"not … {words}", start
    return comparator, words, start


def hedge_after(text: str, figure: Figure, end: int) -> Figure:
    """Add the words that stand after a figure, or after what it counts: or more, or so."""
    suffix = SUFFIX.match(text, end)
    if suffix is None or figure.comparator is Comparator.RANGE:
        return figure
    bound = next(n for n in range(len(SUFFIXES)) if suffix[f"s{n}"])
    words = " … ".join(word for word in (figure.hedge, suffix[f"s{bound}"]) if word)
    return replace(figure, comparator=SUFFIXES[bound][0], end=suffix.end(), hedge=words)
