"""Signs that an outline was not read whole: numbers that skip, parts too long or without text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from compare.model import Evidence, Report, Section

_TOP = 2  # below this level numbers also count the items of lists
_MANY = 4  # so many sections of one level show how long one is
_TIMES = 5  # a section so many times longer than these holds more than its heading says …
_SHARE = 0.15  # … if it is also this share of the text
_ROMAN = {"I": 1, "V": 5, "X": 10}
_NONE = re.compile(r"(?!)")
_COUNT = re.compile(r"\d+(?!.*\d)|[一二三四五六七八九十百]+|\b[IVX]+\b")


@dataclass(frozen=True, slots=True)
class Skip:
    """A numbered section that does not follow the one before; ``before`` is empty for the first."""

    before: str
    section: Section


def find_skips(sections: Sequence[Section], sparse: re.Pattern[str] = _NONE) -> Iterator[Skip]:
    """Find where the numbers of sections skip: 一、 then 三、, or 二、 first of all.

    Numbers that ``sparse`` matches may skip.
    """
    last: dict[str, tuple[str, int]] = {}
    for section in sections:
        count = 0 if sparse.match(section.number) else read_count(section.number)
        if count and section.evidence is Evidence.NUMBER and section.level <= _TOP:
            style = _COUNT.sub("#", section.number)
            before, passed = last.get(style, ("", 0))
            if count > passed + 1:
                yield Skip(before, section)
            last[style] = section.number, count
        yield from find_skips(section.children, sparse)


def read_count(number: str) -> int:
    """Read the number of a heading; 0 where there is none.

    >>> [read_count(number) for number in ("（十二）", "二十、", "Goal 1.3", "IV", "A")]
    [12, 20, 3, 4, 0]
    """
    match = _COUNT.search(number)
    if match is None:
        return 0
    digits = match[0]
    if digits.isdecimal():
        return int(digits)
    if digits[0] in _ROMAN:
        values = [_ROMAN[letter] for letter in digits]
        after = [*values[1:], 0]
        return sum(v if v >= w else -v for v, w in zip(values, after, strict=True))
    return _read_numeral(digits)


def _read_numeral(digits: str) -> int:
    """Read a Chinese numeral below a thousand: 二十三."""
    total = digit = 0
    for letter in digits:
        value = int(unicodedata.numeric(letter))
        if value < 10:
            digit = value
        else:
            total, digit = total + max(1, digit) * value, 0
    return total + digit


def find_long(report: Report) -> Iterator[tuple[Section, int]]:
    """Find sections without headings of their own that dwarf those beside them, and how far."""
    size = len(report.document.text)
    for group in _list_siblings(report.outline):
        if len(group) < _MANY:
            continue
        usual = median(len(section.span) for section in group)
        for section in group:
            long = len(section.span) > max(_TIMES * usual, _SHARE * size)
            if long and not section.children:
                yield section, round(len(section.span) / max(1, usual))


def find_bare(report: Report) -> tuple[Section, ...]:
    """Find the parts and sections under whose heading nothing stands."""
    return tuple(
        section
        for section in report.sections
        if section.level <= _TOP
        and not section.children
        and section.span.end <= section.heading.end
    )


def _list_siblings(sections: Sequence[Section]) -> Iterator[Sequence[Section]]:
    yield [section for section in sections if section.level <= _TOP]
    for section in sections:
        yield from _list_siblings(section.children)
