"""Figures in English text: number, unit and hedge, before anyone asks what they are figures of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.model import Comparator

REACH = 60  # characters: how far before a bound it may be denied
LONGEST_NUMBER = 24  # characters; what is longer is a serial number, not an amount

SCALES = {
    "hundred": 2, "thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12,
}  # fmt: skip
SHORT = {"k": 3, "m": 6, "mn": 6, "b": 9, "bn": 9, "tn": 12}  # $4.5bn, but 5m is five metres
WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
PARTS = {
    "half": "50", "third": "33.33", "quarter": "25", "fourth": "25", "fifth": "20", "tenth": "10",
    "two-thirds": "66.67", "three-quarters": "75", "three-fourths": "75", "two-fifths": "40",
    "three-fifths": "60", "four-fifths": "80",
}  # fmt: skip
FOLDS = {"double": 2, "triple": 3, "quadruple": 4, "twofold": 2, "threefold": 3, "fourfold": 4}

CURRENCY = r"(?P<sign>US\$|HK\$|S\$|A\$|C\$|RMB|\$|€|£|¥)\s?"
SIGNS = {
    "US$": "US dollars", "HK$": "Hong Kong dollars", "S$": "Singapore dollars", "$": "dollars",
    "A$": "Australian dollars", "C$": "Canadian dollars", "RMB": "yuan", "¥": "yuan",
    "€": "euros", "£": "pounds",
}  # fmt: skip
BODY = (
    rf"(?:{CURRENCY})?(?P<number>\d[\d,.]*|(?:{'|'.join(WORDS)})\b)"
    rf"(?:[\s-](?P<scale>{'|'.join(SCALES)})s?\b|(?P<short>bn|mn|tn|[mbk])\b)?"
)
NUMBER = re.compile(rf"(?<![\w.,$€£¥+/%–-]){BODY}", re.IGNORECASE)
SECOND = re.compile(BODY, re.IGNORECASE)
FROM = re.compile(r"\bfrom\s(?:last year['’]s |over |about |around |nearly |more than |almost )?$")
WELL_FORMED = re.compile(r"(?!0\d)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
PART = re.compile(
    r"(?<![\w-])(?<!first )(?<!second )(?<!latter )(?<!other )(?:(?:a|one)[\s-])?"
    r"(?P<part>(?:two|three|four)[\s-](?:third|quarter|fourth|fifth)s|half"
    r"|(?<=a )(?:third|quarter|fifth|tenth)|(?<=one[ -])(?:third|quarter|fourth|fifth|tenth))\b"
    r"(?!-|\s(?:way|an?\b|years?|century|past|of the (?:year|century)))",
    re.IGNORECASE,
)
FOLD = re.compile(rf"(?<![\w-])(?P<fold>{'|'.join(FOLDS)})[ds]?\b(?!-)", re.IGNORECASE)
UNIT = re.compile(
    r"[\s-]?(?P<unit>percentage[\s-]points?|basis points?|per\s?cent|%|yuan|renminbi"
    r"|(?:U\.S\.|US|Hong Kong|Singapore) dollars|dollars|euros|pounds"
    r"|square (?:kilometers|kilometres|meters|metres|miles|feet)"
    r"|cubic (?:meters|metres)|kilometers|kilometres|meters|metres|miles|hectares|mu|acres"
    r"|(?:metric )?ton(?:ne)?s(?: of standard coal)?|kilograms|kilowatt[\s-]hours|kilowatts"
    r"|megawatts|gigawatts|barrels|minutes|hours|(?:working |business )?days|times)\b"
    r"|[\s-]?(?P<percent>%)",
    re.IGNORECASE,
)
BOUNDS = (
    (Comparator.AT_LEAST, "at least|(?:no|not) (?:less|fewer|lower) than|(?:a )?minimum of"),
    (
        Comparator.AT_MOST,
        "at most|(?:no|not) (?:more|higher|greater) than|up to|within|capped at|(?:a )?maximum of"
        "|not (?:to )?exceed(?:ing)?|at or below",
    ),
    (
        Comparator.ABOUT,
        "about|around|approximately|roughly|some|nearly|almost|close to|approach(?:ed|ing)"
        "|in the region of|approx\\.?|~",
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
    (Comparator.AT_LEAST, "or (?:more|above|higher)|and above|and over|at least"),
    (Comparator.AT_MOST, "or (?:less|below|lower|fewer)|at most"),
    (Comparator.ABOUT, "or so"),
    (Comparator.MORE_THAN, "plus"),
)
SUFFIX = re.compile(
    r"\s(?:" + "|".join(f"(?P<s{n}>{words})" for n, (_, words) in enumerate(SUFFIXES)) + r")\b",
    re.IGNORECASE,
)
DASH = re.compile(r"\s?[–—-]\s?|\sto\s|\sand\s")
SCALE = re.compile(rf"[\s-]?(?:{'|'.join(SCALES)})\b", re.IGNORECASE)


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


@dataclass(frozen=True, slots=True)
class _Amount:
    value: Decimal
    unit: str
    start: int
    end: int
    scaled: bool
    spelt: bool
    bare: Decimal


def find_figures(text: str) -> tuple[Figure, ...]:
    """Find the figures from left to right; what is no number is passed over."""
    parts = list(_find_parts(text))
    figures = list(parts)
    position = 0
    while amount := _next_amount(text, position):
        figure, position = _read_range(text, amount)
        if figure and not any(part.number <= figure.number < part.end for part in parts):
            figures.append(figure)
    return tuple(sorted(figures, key=lambda figure: figure.number))


def _next_amount(text: str, position: int) -> _Amount | None:
    while match := NUMBER.search(text, position):
        if amount := _read_amount(text, match):
            return amount
        position = match.end()
    return None


def _read_amount(text: str, match: re.Match[str]) -> _Amount | None:
    digits = match["number"].rstrip(".,").lower()
    spelt = not digits[0].isdigit()
    if not spelt and not (WELL_FORMED.fullmatch(digits) and len(digits) <= LONGEST_NUMBER):
        return None
    bare = Decimal(WORDS[digits]) if spelt else Decimal(digits.replace(",", ""))
    cut = len(match["number"]) - len(match["number"].rstrip(".,"))
    scale = SCALES[match["scale"].lower()] if match["scale"] else 0
    if match["short"] and (match["sign"] or len(match["short"]) > 1):
        scale = SHORT[match["short"].lower()]
    end = match.end() if scale else match.end("number") - cut
    value = bare.scaleb(scale)
    unit = SIGNS.get((match["sign"] or "").upper(), "")
    if not unit and (found := UNIT.match(text, end)):
        unit, end = _name_unit(found), found.end()
    value = Decimal(f"{value.normalize():f}")
    return _Amount(value, unit, match.start(), end, scale > 0, spelt, bare)


def _name_unit(match: re.Match[str]) -> str:
    unit = (match["unit"] or "%").lower().replace("-", " ")
    if unit.startswith("percentage"):
        return "percentage points"
    if unit.startswith("per") or unit == "%":
        return "%"
    if unit == "renminbi":
        return "yuan"
    return match["unit"].replace("U.S.", "US") if unit.endswith("dollars") else unit


def _read_range(text: str, first: _Amount) -> tuple[Figure | None, int]:
    """Read 5–6%, between 5 and 6 percent, from 5 to 6 percent (the last leads to its end)."""
    before = text[max(0, first.start - 24) : first.start].lower()
    dash = DASH.match(text, first.end)
    match = SECOND.match(text, dash.end()) if dash else None
    last = _read_amount(text, match) if match else None
    if not dash or not last:
        return _build(text, first, first), first.end
    word = dash.group().strip()
    alike = first.unit in ("", last.unit) or (last.scaled and not last.unit)
    if not alike or (word == "and" and not before.endswith("between ")):
        return _build(text, first, first), first.end
    last = last if last.unit else replace(last, unit=first.unit)
    if word == "to" and FROM.search(before):
        return _build(text, last, last), last.end
    low = first.value if first.scaled or not last.scaled else first.bare * last.value / last.bare
    if low >= last.value:  # 10-5% is no range
        return None, last.end
    return _build(text, first, last, low), last.end


def _build(text: str, first: _Amount, last: _Amount, low: Decimal | None = None) -> Figure:
    low = last.value if low is None else low
    start, words, comparator = first.start, "", Comparator.EXACT
    window = max(0, start - 40)
    if prefix := PREFIX.search(text[window:start]):
        bound = next(n for n in range(len(BOUNDS)) if prefix[f"b{n}"])
        comparator, start = BOUNDS[bound][0], window + prefix.start()
        words = prefix[f"b{bound}"]
        if comparator in OPPOSITES and DENIED.search(text, max(0, start - REACH), start):
            comparator, words = OPPOSITES[comparator], f"not … {words}"
    comparator = Comparator.RANGE if low != last.value else comparator
    figure = Figure(
        low, last.value, last.unit, start, first.start, last.end, comparator, words,
        counts=not last.unit, scaled=last.scaled, spelt=last.spelt,
    )  # fmt: skip
    return hedge_after(text, figure, last.end)


def hedge_after(text: str, figure: Figure, end: int) -> Figure:
    """Add the words that stand after a figure, or after what it counts: or more, or so."""
    suffix = SUFFIX.match(text, end)
    if suffix is None or figure.comparator is Comparator.RANGE:
        return figure
    bound = next(n for n in range(len(SUFFIXES)) if suffix[f"s{n}"])
    words = " … ".join(word for word in (figure.hedge, suffix[f"s{bound}"]) if word)
    return replace(figure, comparator=SUFFIXES[bound][0], end=suffix.end(), hedge=words)


def _find_parts(text: str) -> Iterator[Figure]:
    """Yield parts and multiples in words: a third, half, double."""
    for match in PART.finditer(text):
        if SCALE.match(text, match.end()):
            continue
        part = PARTS.get(re.sub(r"\s", "-", match["part"].lower()))
        if part is None:
            continue
        share = Decimal(part)
        yield _build(text, _word(share, "%", match), _word(share, "%", match))
    for match in FOLD.finditer(text):
        times = Decimal(FOLDS[match["fold"].lower()])
        yield _build(text, _word(times, "times", match), _word(times, "times", match))


def _word(value: Decimal, unit: str, match: re.Match[str]) -> _Amount:
    return _Amount(value, unit, match.start(), match.end(), False, True, value)
