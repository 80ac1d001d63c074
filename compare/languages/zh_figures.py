"""Figures in Chinese text: number, unit and hedge, before anyone asks what they are figures of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.languages.zh_units import (
    ARABIC,
    COMPOUND,
    DIGITS,
    FRACTION,
    HANZI,
    ITEMS,
    MULTIPLIER,
    MULTIPLIERS,
    NOT_A_UNIT,
    UNIT,
    read_arabic,
    read_hanzi,
)
from compare.model import Comparator

LONGEST_NUMBER = 24  # characters; what is longer is a serial number, not an amount

BOUNDS = (
    (Comparator.AT_LEAST, "不得低于|不低于|不少于|不小于|不得少于|至少|最少|最低"),
    (
        Comparator.AT_MOST,
        "不得高于|不得超过|不高于|不超过|不多于|不大于|不突破|至多|最多|最高|不超|控制在",
    ),
    (Comparator.ABOUT, "大约|大概|大致|(?<![节集预制契公合条违签履])约为?|接近|(?<![最附靠])近"),
    (Comparator.MORE_THAN, "超过|突破|(?<!赶)超|高于|大于|多于|逾"),
    (Comparator.LESS_THAN, "不足|不到|低于|小于|少于"),
)
SUFFIXES = {
    "以上": Comparator.AT_LEAST,
    "之上": Comparator.AT_LEAST,
    "以内": Comparator.AT_MOST,
    "之内": Comparator.AT_MOST,
    "以下": Comparator.AT_MOST,
    "左右": Comparator.ABOUT,
    "上下": Comparator.ABOUT,
}
BETWEEN = "(?:再|平均)?(?:增长|提高|提升|下降|降低|减少|压减|压缩|完成|新增|达到|达|为|在|至|到)?"
PREFIX = re.compile(
    "(?:"
    + "|".join(f"(?P<b{n}>{words})" for n, (_, words) in enumerate(BOUNDS))
    + rf"){BETWEEN}\s*$"
)
SUFFIX = re.compile(rf"\s*(?:\(含\)|及|或)?(?P<suffix>{'|'.join(SUFFIXES)})")
MORE = re.compile(r"\s*(?P<more>[多余来])(?!\s*\d)")
DASH = re.compile(r"\s*(?:-{1,2}|~|至|到)\s*")
NAMES = re.compile(r"“[^”“]{0,24}”|《[^》《]{0,60}》|\[\d{1,3}\]|〔\d{1,4}〕|\"[^\"]{0,24}\"")
START = re.compile(rf"[\d{''.join(DIGITS)}十百]|[千万过翻]")
WORDS = re.compile(
    r"(?P<half>(?<!另)(?:一半|半数))|(?P<past>(?<!双)过半)|(?P<tenths>[一二三四五六七八九])成(?P<five>五|半)?"
    r"(?=以上|左右|以内|以下|多|[，。；、！,;.]|用于|$)|翻了?(?P<fold>[一两二三四])?番|(?P<zero>零)(?=增长|填埋)"
    r"|(?:(?<=突破)|(?<=超过)|(?<=超)|(?<=达)|(?<=达到)|(?<=近))(?P<order>[百千万]亿|[十百千]?万)"
    r"(?=[美欧]?元|人|大关|[，。；、！,;.]|$)"
    r"|(?P<part>[1-9])/(?P<whole>[2-9]|10)(?=以[上下内]|左右|的|[，。；、！,;]|$)"
)

ORDER = re.compile(
    r"(?:打造|形成|培育|建成)[^，。；、“”\d]{0,24}?(?P<order>(?P<size>[百千万]亿)元?级)[^，。；、]{0,6}集群"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """Number, unit and hedge; ``number`` is where the number begins, after any hedge before it.

    ``bare`` tells that the unit is not in the text; ``spoken`` that the number is in characters.
    """

    low: Decimal
    high: Decimal
    unit: str
    start: int
    number: int
    end: int
    comparator: Comparator
    hedge: str
    spoken: bool = False
    bare: bool = False


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
        return _read_words(text, words), words.end()
    if fraction := FRACTION.match(text, start):
        return _read_fraction(text, fraction), fraction.end()
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
    figure = _hedge(text, start, upper.end, low, high, upper.unit, more)
    return replace(figure, spoken=lower.spoken and upper.spoken, bare=not upper.unit)


def _hedge(
    text: str, start: int, end: int, low: Decimal, high: Decimal, unit: str, more: str = ""
) -> Figure:
    """Add the words before and after the number that say how it binds."""
    comparator, words, begin = Comparator.EXACT, [], start
    window = max(0, start - 14)
    if prefix := PREFIX.search(text[window:start]):
        bound = next(n for n in range(len(BOUNDS)) if prefix[f"b{n}"])
        comparator, begin = BOUNDS[bound][0], window + prefix.start()
        words.append(prefix[f"b{bound}"])
    if more in ("多", "余"):
        comparator = Comparator.MORE_THAN
        words.append(more)
    if suffix := SUFFIX.match(text, end):
        comparator, end = SUFFIXES[suffix["suffix"]], suffix.end()
        words.append(suffix["suffix"])
    if low != high:
        comparator = Comparator.RANGE
    return Figure(low, high, unit, begin, start, end, comparator, "…".join(words))


def _read_fraction(text: str, match: re.Match[str]) -> Figure | None:
    under = Decimal(100) if match["under"] == "百" else read_hanzi(match["under"])
    over = read_arabic(match["over"]) or read_hanzi(match["over"])
    if not under or over is None:
        return None
    share = over if under == 100 else (over * 100 / under).quantize(Decimal("0.01")).normalize()
    share = Decimal(f"{share:f}")
    return _hedge(text, match.start(), match.end(), share, share, "%")


def _read_words(text: str, match: re.Match[str]) -> Figure | None:
    start, end = match.span()
    if match["half"]:
        return _hedge(text, start, end, Decimal(50), Decimal(50), "%")
    if match["past"]:
        half = Decimal(50)
        return Figure(half, half, "%", start, start, end, Comparator.MORE_THAN, "过")
    if match["tenths"]:
        share = Decimal(DIGITS[match["tenths"]] * 10 + (5 if match["five"] else 0))
        return _hedge(text, start, end, share, share, "%")
    if match["zero"]:
        unit = "%" if text.startswith("增长", end) else "吨"
        return Figure(
            Decimal(0), Decimal(0), unit, start, start, end, Comparator.EXACT, "", spoken=True
        )
    if match["order"]:
        measure = UNIT.match(text, end)
        value = MULTIPLIERS[match["order"]]
        found = _hedge(text, start, measure.end() if measure else end, value, value, "")
        return replace(found, unit=measure["unit"] if measure else "", bare=not measure)
    if match["part"]:
        part = Decimal(match["part"]) * 100 / Decimal(match["whole"])
        share = _exact(part.quantize(Decimal("0.01")))
        return _hedge(text, start, end, share, share, "%") if part < 100 else None
    fold = Decimal(DIGITS[match["fold"]] if match["fold"] else 1)
    return _hedge(text, start, end, fold, fold, "番")


def find_orders(text: str) -> Iterator[Figure]:
    """Yield the order of magnitude a cluster is to reach (打造万亿级产业集群)."""
    for match in ORDER.finditer(text):
        value = MULTIPLIERS[match["size"]]
        start, end = match.span("order")
        yield Figure(value, value, "元", start, start, end, Comparator.AT_LEAST, "级")


def find_cleared(text: str) -> Iterator[Figure]:
    """Yield a zero for what is to be cleared (零就业家庭动态清零), where the text says of what."""
    for match in re.finditer(
        r"([^，。；、,;]{2,30}?)(?:全面|动态|全部|基本)?“?清零(?=[”，。；、,;]|$)", text
    ):
        unit = next((unit for word, unit in ITEMS if word in match[1]), None)
        if unit:
            at = match.end() - 2
            nought = Decimal(0)
            yield Figure(nought, nought, unit, at, at, match.end(), Comparator.EXACT, "")
