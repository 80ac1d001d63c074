"""Figures in Chinese text: number, unit and hedge, before anyone asks what they are figures of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.languages.zh_hedges import Figure, add_hedges
from compare.languages.zh_units import (
    ARABIC,
    COMPOUND,
    DIGITS,
    FRACTION,
    HANZI,
    MULTIPLIER,
    MULTIPLIERS,
    NOT_A_UNIT,
    UNIT,
    read_arabic,
    read_hanzi,
)
from compare.languages.zh_words import WORDS, read_fraction, read_words

LONGEST_NUMBER = 24  # characters; what is longer is a serial number, not an amount

MORE = re.compile(r"\s*(?P<more>[多余来])(?!\s*\d)")
DASH = re.compile(r"\s*(?:-{1,2}|~|至|到)\s*")
NAMES = re.compile(r"“[^”“]{0,24}”|《[^》《]{0,60}》|\[\d{1,3}\]|〔\d{1,4}〕|\"[^\"]{0,24}\"")
START = re.compile(rf"[\d{''.join(DIGITS)}十百]|[千万过翻半]")


@dataclass(frozen=True, slots=True)
class _Amount:
    value: Decimal
    times: Decimal
    unit: str
    end: int
    more: str
    spoken: bool


def find_figures(text: str) -> Iterator[Figure]:
    """Yield the figures of a folded text from left to right; what is no number is passed over."""
    names = [match.span() for match in NAMES.finditer(text)]
    position = 0
    while match := START.search(text, position):
        position = match.start()
        if skipped := next((end for start, end in names if start <= position < end), None):
            position = skipped
            continue
        figure, position = _read_figure(text, position)
        if figure:
            yield figure


def _read_figure(text: str, start: int) -> tuple[Figure | None, int]:
    """Read what begins here; the place where to go on is always further right."""
    if words := WORDS.match(text, start):
        return read_words(text, words), words.end()
    if fraction := FRACTION.match(text, start):
        return read_fraction(text, fraction), fraction.end()
    run = ARABIC.match(text, start) or HANZI.match(text, start)
    amount = _read_amount(text, start)
    if amount is None:
        return None, run.end() if run else start + 1
    dash = DASH.match(text, amount.end)
    upper = _read_amount(text, dash.end()) if dash else None
    if upper is None:
        named = not amount.unit and amount.times == 1
        return None if named else _build(text, start, amount, amount), max(amount.end, start + 1)
    again = DASH.match(text, upper.end)
    times = upper.times if amount.times == 1 and not amount.unit else amount.times
    lower = _Amount(amount.value, times, amount.unit, amount.end, "", amount.spoken)
    wrong = (again and text[again.end() : again.end() + 1].isdigit()) or not (
        lower.value * times < upper.value * upper.times and upper.unit
    )
    if wrong or (amount.unit and amount.unit != upper.unit):
        if amount.unit and not again and amount.unit != upper.unit:  # 第一季度…至年末: two figures
            return _build(text, start, amount, amount), amount.end
        return None, upper.end
    return _build(text, start, lower, upper), upper.end


def _read_amount(text: str, start: int) -> _Amount | None:
    spoken = False
    run = ARABIC.match(text, start)
    if run:
        digits = run.group().rstrip(".,")
        value = read_arabic(digits) if len(digits) <= LONGEST_NUMBER else None
    else:
        run = HANZI.match(text, start)
        digits = run.group().rstrip("点") if run else ""
        value = read_hanzi(digits) if 0 < len(digits) <= LONGEST_NUMBER else None
        spoken = True
    if value is None:
        return None
    end, times, more = start + len(digits), Decimal(1), ""
    unit = UNIT.match(text, end)
    if not unit:
        if multiplier := MULTIPLIER.match(text, end):
            end, times = multiplier.end(), MULTIPLIERS[multiplier["times"]]
            more = multiplier["more"] or ""
        if several := MORE.match(text, end):
            end, more = several.end(), several["more"]
        unit = UNIT.match(text, end)
    if not unit or NOT_A_UNIT.match(text, unit.start("unit")):
        return _Amount(value, times, "", end, more, spoken)
    compound = COMPOUND.match(text, unit.end())
    end = compound.end() if compound else unit.end()
    name = re.sub(r"\s", "", text[unit.start("unit") : end]).replace("㎡", "平方米")
    name = "个百分点" if name == "百分点" else name
    return _Amount(value, times, name, end, more, spoken)


def _exact(value: Decimal) -> Decimal:
    return Decimal(f"{value.normalize():f}")


def _build(text: str, start: int, lower: _Amount, upper: _Amount) -> Figure:
    more = upper.more if upper is lower else ""
    low, high = _exact(lower.value * lower.times), _exact(upper.value * upper.times)
    figure = add_hedges(text, start, upper.end, low, high, upper.unit, more)
    return replace(figure, spoken=lower.spoken and upper.spoken, bare=not upper.unit)
