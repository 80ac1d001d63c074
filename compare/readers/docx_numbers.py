"""Automatic numbering of a .docx, rendered as Word prints it: 一、 （一） 1. ①."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from compare.readers.docx_parts import Element, W, find, is_on, value_of
from compare.readers.docx_styles import Styles, style_of

_DIGITS = "〇一二三四五六七八九"
_LEGAL = str.maketrans("〇一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_LONGEST = 64  # characters of a number as printed; a longer one is no number
_GREATEST = 9_999  # a list that has counted this far is no list


def count_in_chinese(n: int) -> str:
    """Write a number below ten thousand in Chinese, as it is counted.

    >>> [count_in_chinese(n) for n in (3, 10, 12, 20, 105, 1010)]
    ['三', '十', '十二', '二十', '一百〇五', '一千〇一十']
    """
    if not 0 < n < 10_000:
        return str(n)
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, unit)
        if digit:
            text += _DIGITS[digit] + name
        elif text and n and not text.endswith("〇"):
            text += "〇"
    return text[1:] if text.startswith("一十") else text


def _write_roman(n: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, n = divmod(n, value)
        text += letters * count
    return text


def _write_letters(n: int) -> str:
    """Write a, b, … z, aa, bb, …, as Word does."""
    return chr(ord("a") + (n - 1) % 26) * min(1 + (n - 1) // 26, 20)


def _write_circled(n: int) -> str:
    return chr(0x2460 + n - 1) if 1 <= n <= 20 else str(n)


def _write_digits(n: int) -> str:
    return str(n).translate(str.maketrans("0123456789", _DIGITS))


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": lambda n: str(n).translate(
        str.maketrans("0123456789", "０１２３４５６７８９")
    ),
    "decimalEnclosedCircle": _write_circled,
    "decimalEnclosedCircleChinese": _write_circled,
    "decimalEnclosedParen": lambda n: chr(0x2474 + n - 1) if 1 <= n <= 20 else f"({n})",
    "decimalEnclosedFullstop": lambda n: chr(0x2488 + n - 1) if 1 <= n <= 20 else f"{n}.",
    "lowerLetter": _write_letters,
    "upperLetter": lambda n: _write_letters(n).upper(),
    "lowerRoman": _write_roman,
    "upperRoman": lambda n: _write_roman(n).upper(),
    "chineseCounting": count_in_chinese,
    "chineseCountingThousand": count_in_chinese,
    "taiwaneseCounting": count_in_chinese,
    "taiwaneseCountingThousand": count_in_chinese,
    "japaneseCounting": count_in_chinese,
    "ideographDigital": _write_digits,
    "japaneseDigitalTenThousand": _write_digits,
    "taiwaneseDigital": _write_digits,
    "chineseLegalSimplified": lambda n: count_in_chinese(n).translate(_LEGAL),
    "ideographTraditional": lambda n: _STEMS[(n - 1) % 10],
    "ideographZodiac": lambda n: _BRANCHES[(n - 1) % 12],
    "ideographEnclosedCircle": lambda n: chr(0x3280 + n - 1) if 1 <= n <= 10 else str(n),
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: ``text`` is the pattern, such as ``（%2）``."""

    text: str
    form: str
    start: int
    legal: bool
    glued: bool
    restarts: bool
    style: str


@dataclass(frozen=True, slots=True)
class Series:
    """A list; those of one shape count on together, unless one begins anew at a level."""

    shape: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]


@dataclass(slots=True)
class Numbers:
    """The lists of a document and how far each has counted."""

    series: Mapping[str, Series]
    styles: Styles
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, properties: Element | None) -> str:
        """Count a paragraph and return the number that is printed before it, or nothing."""
        number, depth = self._locate(properties)
        series = self.series.get(number)
        if series is None or depth not in series.levels:
            return ""
        return _render(series, depth, self._count(number, series, depth))

    def _locate(self, properties: Element | None) -> tuple[str, int]:
        """Return the list and the level that a paragraph, or else its style, is set in."""
        own = find(properties, "numPr")
        number, depth = value_of(find(own, "numId")), value_of(find(own, "ilvl"))
        for style in self.styles.chain(style_of(properties)):
            setting = find(style, "pPr", "numPr")
            number = number or value_of(find(setting, "numId"))
            depth = depth or value_of(find(setting, "ilvl"))
            if number and number in self.series and depth is None:
                name = value_of(style, "styleId")
                levels = self.series[number].levels.items()
                depth = next((str(d) for d, level in levels if name and level.style == name), None)
        return number or "", _to_int(depth) or 0

    def _count(self, number: str, series: Series, depth: int) -> Mapping[int, int]:
        """Count on at a level; deeper levels begin anew, levels above count at least once."""
        counts = self._counts.setdefault(series.shape, {})
        if depth in series.restarts and (number, depth) not in self._started:
            counts.pop(depth, None)
        self._started.add((number, depth))
        for d in range(depth):
            if d in series.levels:
                counts.setdefault(d, series.levels[d].start)
        start = series.restarts.get(depth, series.levels[depth].start)
        counts[depth] = counts[depth] + 1 if depth in counts else start
        for d in [d for d in counts if d > depth]:
            if d not in series.levels or series.levels[d].restarts:
                del counts[d]
        return counts


def _render(series: Series, depth: int, counts: Mapping[int, int]) -> str:
    level = series.levels[depth]

    def write(match: re.Match[str]) -> str:
        d = int(match[1]) - 1
        form = series.levels[d].form if d in series.levels else "decimal"
        count = counts.get(d, 1)
        if not 0 < count <= _GREATEST:
            return str(count)
        return _FORMATS.get("decimal" if level.legal else form, str)(count)

    if level.form == "bullet":  # a symbol font's own code points mean nothing outside it
        label = "•" if re.fullmatch(r"[\ue000-\uf8ff]|[a-zA-Z§]", level.text) else level.text
    else:
        label = re.sub(r"%([1-9])", write, level.text)
    glued = level.glued or re.search(r"[、）。．]$", label)
    return label if glued or not label else f"{label} "


def read_numbers(root: Element | None, styles: Styles) -> Numbers:
    """Read the numbering part."""
    if root is None:
        return Numbers({}, styles)
    shapes = {value_of(e, "abstractNumId") or "": e for e in root.iterfind(f"{W}abstractNum")}
    named = {value_of(find(e, "styleLink")): key for key, e in shapes.items()}
    levels = {key: dict(_read_levels(e)) for key, e in shapes.items()}
    series = {}
    for element in root.iterfind(f"{W}num"):
        key = value_of(find(element, "abstractNumId")) or ""
        key = named.get(value_of(find(shapes.get(key), "numStyleLink")) or "", key)
        series[value_of(element, "numId") or ""] = _read_series(element, key, levels.get(key, {}))
    return Numbers(series, styles)


def _read_series(element: Element, shape: str, levels: Mapping[int, Level]) -> Series:
    own = dict(levels)
    restarts = {}
    for override in element.iterfind(f"{W}lvlOverride"):
        own.update(_read_levels(override))
        start = _to_int(value_of(find(override, "startOverride")))
        if start is not None:
            restarts[_to_int(value_of(override, "ilvl")) or 0] = start
    return Series(shape, own, restarts)


def _read_levels(element: Element) -> Iterator[tuple[int, Level]]:
    for level in element.iterfind(f"{W}lvl"):
        start = _to_int(value_of(find(level, "start")))
        yield (
            _to_int(value_of(level, "ilvl")) or 0,
            Level(
                text=(value_of(find(level, "lvlText")) or "")[:_LONGEST],
                form=value_of(find(level, "numFmt")) or "decimal",
                start=1 if start is None else start,
                legal=is_on(find(level, "isLgl")),
                glued=value_of(find(level, "suff")) == "nothing",
                restarts=value_of(find(level, "lvlRestart")) != "0",
                style=value_of(find(level, "pStyle")) or "",
            ),
        )


def _to_int(value: str | None) -> int | None:
    return int(value) if value and re.fullmatch(r"[0-9]{1,6}", value) else None
