"""Figures in English text: number, unit and hedge, before anyone asks what they are figures of."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.languages.en_hedges import Figure, hedge_after, hedge_before
from compare.languages.en_words import FOLDS, WORDS, find_words
from compare.model import Comparator

LONGEST_NUMBER = 24  # characters; what is longer is a serial number, not an amount

SCALES = {
    "hundred": 2, "thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12,
}  # fmt: skip
SHORT = {"k": 3, "m": 6, "mn": 6, "b": 9, "bn": 9, "tn": 12}  # $4.5bn, but 5m is five metres
CURRENCY = r"(?P<sign>US\$|HK\$|S\$|A\$|C\$|RMB|(?:USD|EUR|GBP|CNY|HKD|SGD)(?=\s?\d)|\$|€|£|¥)\s?"
SIGNS = {
    "US$": "US dollars", "HK$": "Hong Kong dollars", "S$": "Singapore dollars", "$": "dollars",
    "A$": "Australian dollars", "C$": "Canadian dollars", "RMB": "yuan", "¥": "yuan",
    "€": "euros", "£": "pounds", "USD": "US dollars", "EUR": "euros", "GBP": "pounds",
    "CNY": "yuan", "HKD": "Hong Kong dollars", "SGD": "Singapore dollars",
}  # fmt: skip
SHORTENED = {
    "km": "kilometers", "kg": "kilograms", "x": "times", "renminbi": "yuan",
    "sq km": "square kilometers", "sq. km": "square kilometers",
}  # fmt: skip
POWER = ("kw", "mw", "gw", "tw", "kwh", "mwh", "gwh", "twh")
MANY = re.compile(r"\s(?:people|customers|users|visitors|households|passengers|homes|jobs|trees)\b")
BODY = (
    rf"(?:{CURRENCY})?(?P<number>\d[\d,.]*[¼½¾]?|(?:{'|'.join(WORDS)})\b)"
    rf"(?:[\s-](?P<scale>{'|'.join(SCALES)})s?\b|(?P<short>bn|mn|tn|[mbk])\b)?"
)
NUMBER = re.compile(
    rf"(?<![\w.,$€£¥+/%–-])(?!(?<=net )zero)(?!(?<=several )dozen)(?<!plus or minus )(?<!±){BODY}",
    re.IGNORECASE,
)
SECOND = re.compile(BODY, re.IGNORECASE)
FROM = re.compile(r"\bfrom\s(?:last year['’]s |over |about |around |nearly |more than |almost )?$")
PARTS = {"¼": "0.25", "½": "0.5", "¾": "0.75"}
WELL_FORMED = re.compile(r"(?!0\d)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
UNIT = re.compile(
    r"[\s-]?(?P<unit>(?:of an? )?percentage[\s-]points?|basis points?|per\s?cent|%|yuan|renminbi"
    r"|(?:U\.S\.|US|Hong Kong|Singapore) dollars|dollars|euros|pounds"
    r"|square (?:kilometers|kilometres|meters|metres|miles|feet)"
    r"|cubic (?:meters|metres)|kilometers|kilometres|meters|metres|miles|hectares|mu|acres"
    r"|(?:metric )?ton(?:ne)?s(?: of standard coal)?|kilograms|kilowatt[\s-]hours|kilowatts"
    r"|megawatts|gigawatts|barrels|minutes|hours|(?:working |business )?days|times|x"
    r"|sq\.? ?km|km|kg|[kMGT]Wh?)\b"
    r"|[\s-]?(?P<percent>%)",
    re.IGNORECASE,
)
# A quick look, in small letters, at whether a sentence holds a number at all; most hold none.
_TOLD = re.compile(
    rf"\d|\b(?:{'|'.join((*WORDS, *FOLDS))}|half|halv|third|quarter|f(?:our|if)th|tenth)"
)
DASH = re.compile(r"\s?[–—-]\s?|\sto\s|\sand\s")


@dataclass(frozen=True, slots=True)
class _Amount:
    value: Decimal
    unit: str
    start: int
    end: int
    scaled: bool
    spelt: bool
    bare: Decimal


def may_hold_figure(text: str) -> bool:
    """Tell, sooner than by looking for one, whether there may be a figure in a text."""
    return bool(_TOLD.search(text.lower()))


def find_figures(text: str) -> tuple[Figure, ...]:
    """Find the figures from left to right; what is no number is passed over."""
    parts = list(find_words(text))
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
    digits, part = _split_part(match["number"].rstrip(".,").lower())
    spelt = not digits[0].isdigit()
    if not spelt and not (WELL_FORMED.fullmatch(digits) and len(digits) <= LONGEST_NUMBER):
        return None
    bare = Decimal(WORDS[digits]) if spelt else Decimal(digits.replace(",", "")) + part
    cut = len(match["number"]) - len(match["number"].rstrip(".,"))
    scale = SCALES[match["scale"].lower()] if match["scale"] else 0
    short = match["short"] or ""
    if short and (
        match["sign"] or len(short) > 1 or short in "kK" or MANY.match(text, match.end())
    ):
        scale = SHORT[short.lower()]
    end = match.end() if scale else match.end("number") - cut
    value = bare.scaleb(scale)
    unit = SIGNS.get((match["sign"] or "").upper(), "")
    if not unit and (found := UNIT.match(text, end)):
        unit, end = _name_unit(found), found.end()
    value = Decimal(f"{value.normalize():f}")
    return _Amount(value, unit, match.start(), end, scale > 0, spelt, bare)


def _split_part(digits: str) -> tuple[str, Decimal]:
    """Take 2¼ apart."""
    part = PARTS.get(digits[-1])
    return (digits[:-1], Decimal(part)) if part else (digits, Decimal(0))


def _name_unit(match: re.Match[str]) -> str:
    unit = (match["unit"] or "%").lower().replace("-", " ")
    if unit in SHORTENED:
        return SHORTENED[unit]
    if unit.endswith(("percentage point", "percentage points")):
        return "percentage points"
    if unit.startswith("per") or unit == "%":
        return "%"
    if unit.endswith("dollars"):
        return match["unit"].replace("U.S.", "US")
    return match["unit"] if unit in POWER else unit


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
    comparator, words, start = hedge_before(text, first.start)
    comparator = Comparator.RANGE if low != last.value else comparator
    figure = Figure(
        low, last.value, last.unit, start, first.start, last.end, comparator, words,
        counts=not last.unit, scaled=last.scaled, spelt=last.spelt,
    )  # fmt: skip
    return hedge_after(text, figure, last.end)
