"""Figures that Chinese writes in words: 三分之一, 七成, 翻一番, 零增长, 居全国第9, 2.3:1."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from compare.languages.zh_hedges import Figure, add_hedges
from compare.languages.zh_units import (
    DIGITS,
    ITEMS,
    MULTIPLIERS,
    UNIT,
    read_arabic,
    read_hanzi,
)
from compare.model import Comparator

RANK = "位"  # the unit of a place in a list; its hedge is 第 or 前
RATIO = ":1"  # the unit of a ratio: 2.3:1
_ENDS = r"[，。；、！,;.)]|$"
_SHARED = "群众|企业|项目|居民|农户|农民|市民|家庭|学生|职工|行政村|村|县|乡镇|街道|事项|支出|资金"
WORDS = re.compile(
    r"(?P<half>(?<!另)(?:一半|半数))|(?P<past>(?<!双)过半)数?"
    rf"|(?P<tenths>[一二三四五六七八九])成(?P<five>五|半)?(?=以上|左右|以内|以下|多|的|用于|{_ENDS}"
    rf"|(?<!一成)(?:{_SHARED}))"
    r"|翻了?(?P<fold>[一两二三四])?番(?!半)|(?P<zero>零)(?=增长(?!行动)|填埋)"
    r"|(?:(?<=突破)|(?<=超过)|(?<=[超达近过逾])|(?<=达到))(?P<order>[百千万]亿|[十百千]?万)"
    rf"(?=[美欧]?元|人|大关|{_ENDS})"
    rf"|(?P<part>[1-9])/(?P<whole>[2-9]|10)(?=以[上下内]|左右|的|{_ENDS})"
    r"|(?<![\d.:∶：])(?P<ratio>\d{1,2}(?:\.\d+)?)\s*[:∶：]\s*1(?![\d.:∶：])"
)
COMPARED = re.compile(r"比|差距|倍差")
ORDER = re.compile(
    r"(?:打造|形成|培育|建成)(?![一二三四五六七八九十两]+个)[^，。；、“”\d]{0,24}?"
    r"(?P<order>(?P<size>[百千万]亿)元?级)[^，。；、\d]{0,6}集群(?!\s*\d)"
)
PLACE = re.compile(
    r"(?:[位稳跃名]?(?:居(?![民住家])|列(?![车入为])|位(?!置))|进入|进到|跻身|跃升|[升前移位]至|上升[到至]|提升[到至]|保持在?|排名?|冲刺|挺进|达到)"
    r"[到至在于]?(?P<scope>(?:[^，。；、“”\d第前]{0,10}?))"
    r"(?P<rank>(?P<which>[第前])(?P<place>\d{1,3}|[一二三四五六七八九十]{1,3})[位名强]?)"
    rf"(?!\s*[、和]\s*第)(?=以内|左右|行列|{_ENDS})"
)


def read_fraction(text: str, match: re.Match[str]) -> Figure | None:
    """Read 三分之二 and 百分之五 as a share in percent."""
    under = Decimal(100) if match["under"] == "百" else read_hanzi(match["under"])
    over = read_arabic(match["over"]) or read_hanzi(match["over"])
    if not under or over is None:
        return None
    share = over if under == 100 else (over * 100 / under).quantize(Decimal("0.01"))
    return _share(text, match.start(), match.end(), share)


def read_words(text: str, match: re.Match[str]) -> Figure | None:
    """Read what `WORDS` has found."""
    start, end = match.span()
    if match["half"]:
        return _share(text, start, end, Decimal(50))
    if match["past"]:
        half = Decimal(50)
        return Figure(half, half, "%", start, start, end, Comparator.MORE_THAN, "过")
    if match["tenths"]:
        share = DIGITS[match["tenths"]] * 10 + (5 if match["five"] else 0)
        return _share(text, start, end, Decimal(share))
    if match["zero"]:
        unit = "%" if text.startswith("增长", end) else "吨"
        return _say_nothing(unit, start, end, spoken=True)
    if match["order"]:
        return _read_order(text, match)
    if match["part"]:
        part = (Decimal(match["part"]) * 100 / Decimal(match["whole"])).quantize(Decimal("0.01"))
        return _share(text, start, end, part) if part < 100 else None
    if match["ratio"]:
        ratio = Decimal(match["ratio"])
        told = COMPARED.search(text, max(0, start - 24), start)
        return add_hedges(text, start, end, ratio, ratio, RATIO) if told else None
    fold = Decimal(DIGITS[match["fold"]] if match["fold"] else 1)
    return add_hedges(text, start, end, fold, fold, "番")


def _share(text: str, start: int, end: int, share: Decimal) -> Figure:
    exact = Decimal(f"{share.normalize():f}")
    return add_hedges(text, start, end, exact, exact, "%")


def _say_nothing(unit: str, start: int, end: int, *, spoken: bool = False) -> Figure:
    return Figure(
        Decimal(0), Decimal(0), unit, start, start, end, Comparator.EXACT, "", spoken=spoken
    )


def _read_order(text: str, match: re.Match[str]) -> Figure:
    start, end = match.span()
    measure = UNIT.match(text, end)
    value = MULTIPLIERS[match["order"]]
    found = add_hedges(text, start, measure.end() if measure else end, value, value, "")
    if found.comparator is Comparator.EXACT and text[start - 1] == "过":  # 过千亿
        found = replace(found, comparator=Comparator.MORE_THAN, hedge="过")
    return replace(found, unit=measure["unit"] if measure else "", bare=not measure)


def find_orders(text: str) -> Iterator[Figure]:
    """Yield the order of magnitude a cluster is to reach (打造万亿级产业集群)."""
    for match in ORDER.finditer(text):
        value = MULTIPLIERS[match["size"]]
        start, end = match.span("order")
        yield Figure(value, value, "元", start, start, end, Comparator.AT_LEAST, "级")


def find_places(text: str) -> Iterator[Figure]:
    """Yield places in a list (居全国第9, 进入全省前10位): less is better."""
    for match in PLACE.finditer(text):
        place = read_arabic(match["place"]) or read_hanzi(match["place"])
        if place:
            start, end = match.span("rank")
            first = match["which"] == "前"
            bound = Comparator.AT_MOST if first else Comparator.EXACT
            yield Figure(
                place, place, RANK, start, match.start(), end, bound, match["which"], spoken=False
            )


def is_place(figure: Figure) -> bool:
    """Tell a place in a list from a number of people."""
    return figure.unit == RANK and figure.hedge in ("第", "前")


def find_cleared(text: str) -> Iterator[Figure]:
    """Yield a zero for what is to be cleared (零就业家庭动态清零), where the text says of what."""
    for match in re.finditer(
        r"([^，。；、,;]{2,30}?)(?:全面|动态|全部|基本)?“?清零(?=[”，。；、,;]|$)", text
    ):
        unit = next((unit for word, unit in ITEMS if word in match[1]), None)
        if unit:
            yield _say_nothing(unit, match.end() - 2, match.end())
