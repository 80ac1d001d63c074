"""Figures that English writes in words: half, two thirds, one in five, tenfold, 70 per 100,000."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from compare.languages.en_hedges import Figure, hedge_after, hedge_before

WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "fifteen": 15,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
PARTS = {
    "half": "50", "third": "33.33", "quarter": "25", "fourth": "25", "fifth": "20", "tenth": "10",
    "two-thirds": "66.67", "three-quarters": "75", "three-fourths": "75", "two-fifths": "40",
    "three-fifths": "60", "four-fifths": "80",
}  # fmt: skip
FOLDS = {"double": 2, "triple": 3, "quadruple": 4}

PART = re.compile(
    r"(?<![\w-])(?<!first )(?<!second )(?<!latter )(?<!other )(?:(?:a|one)[\s-])?"
    r"(?P<part>(?:two|three|four)[\s-](?:third|quarter|fourth|fifth)s|half"
    r"|(?<=a )(?:third|quarter|fifth|tenth)|(?<=one[ -])(?:third|quarter|fourth|fifth|tenth))\b"
    r"(?!-|\s(?:way|an?\b|years?|century|past|of the (?:year|century)|of a [mb]illion|majority))",
    re.IGNORECASE,
)
FOLD = re.compile(rf"(?<![\w-])(?P<fold>{'|'.join(FOLDS)})[ds]?\b(?!-)", re.IGNORECASE)
HALVE = re.compile(r"\bhalv(?:e[ds]?|ing)\b", re.IGNORECASE)
SCALE = re.compile(r"[\s-]?(?:hundred|thousand|mn|million|bn|billion|trillion)\b", re.IGNORECASE)
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}|{'|'.join(WORDS)})"
FOLDED = re.compile(
    rf"(?<![\w-])(?<!is )(?<!are )(?<!was )(?<!been )(?P<times>{_NUMBER})[\s-]?fold\b",
    re.IGNORECASE,
)
# 3 out of 4, one in five: a share. 200 of 300 data centers: a count, of what stands after both.
AMONG = re.compile(
    rf"\s(?P<how>out of|in|of)(?:\severy|\sthe|\sour|\sall)?\s(?P<all>{_NUMBER})(?=\s[a-z])"
    r"(?!\s(?:percent|per|million|billion|thousand|years?|months?|weeks?|days?|hours?|minutes?|of)\b)",
    re.IGNORECASE,
)
SOME = re.compile(rf"(?<![\w.,$€£-])(?P<some>{_NUMBER})$", re.IGNORECASE)
LONGEST = 12  # characters: how far before the whole its part may begin
FEW = 10  # of at most so many, a part is a share
PER = re.compile(
    r"(?<![\w.,$€£-])(?P<rate>\d+(?:\.\d+)?)(?P<what>\s[a-z-]+(?:\s[a-z-]+)?)??"
    r"\sper\s(?P<base>1,000|10,000|100,000|1,000,000|million)\b",
    re.IGNORECASE,
)
# half a million, a quarter of a million, two and a half million: the number of what follows
HALVES = re.compile(
    rf"(?<![\w-])(?:(?P<whole>{_NUMBER})\sand\sa\shalf"
    r"|(?P<part>half|a quarter of|three quarters of)\s(?:a|one))"
    r"\s(?P<scale>thousand|million|billion|trillion)\b(?P<money>\s(?:US )?dollars|\syuan)?",
    re.IGNORECASE,
)
OVER = {"half": "0.5", "a quarter of": "0.25", "three quarters of": "0.75"}
PLACES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
RATIO = re.compile(r"(?<![\d:.])(?P<ratio>\d{1,2}(?:\.\d+)?)(?::1|[\s-]to[\s-](?:1|one))(?![\d:.])")


def find_words(text: str) -> Iterator[Figure]:
    """Yield parts, multiples and rates in words, and the numbers that stand in them."""
    yield from _find_parts(text)
    yield from _find_among(text)
    for match in FOLD.finditer(text):
        yield _build(text, match.span(), Decimal(FOLDS[match["fold"].lower()]), "times")
    for match in HALVES.finditer(text) if " a " in text else ():
        yield _read_halves(text, match)
    if "fold" in text:
        for match in FOLDED.finditer(text):
            yield _build(text, match.span(), _read(match["times"]), "times")
    for match in HALVE.finditer(text):
        yield _build(text, match.span(), Decimal(50), "%")
    if " per " in text:
        for match in PER.finditer(text):
            unit = f"{match['what'] or ''} per {match['base']}".strip()
            yield _build(text, match.span(), Decimal(match["rate"]), unit)
    if "ratio" in text:
        for match in RATIO.finditer(text):
            yield _build(text, match.span(), Decimal(match["ratio"]), ":1")


def _find_parts(text: str) -> Iterator[Figure]:
    for match in PART.finditer(text):
        part = PARTS.get(re.sub(r"\s", "-", match["part"].lower()))
        if part is not None and not SCALE.match(text, match.end()):
            yield _build(text, match.span(), Decimal(part), "%")


def _find_among(text: str) -> Iterator[Figure]:
    for match in AMONG.finditer(text):
        part = SOME.search(text, max(0, match.start() - LONGEST), match.start())
        if part is None:
            continue
        some, every = _read(part["some"]), _read(match["all"])
        place, how = (part.start(), match.end()), match["how"].lower()
        if 0 < some < every <= FEW * FEW and how != "of":
            share = (some * 100 / every).quantize(Decimal("0.01")).normalize()
            yield _build(text, place, Decimal(f"{share:f}"), "%")
        elif FEW < every > some > 0 and how != "in":
            spelt = not part["some"][0].isdigit()
            yield replace(_build(text, place, some, ""), counts=True, spelt=spelt)


def _read_halves(text: str, match: re.Match[str]) -> Figure:
    part = OVER[match["part"].lower()] if match["part"] else _read(match["whole"]) + Decimal("0.5")
    value = Decimal(part).scaleb(PLACES[match["scale"].lower()])
    unit = (match["money"] or "").strip()
    figure = _build(text, match.span(), Decimal(f"{value.normalize():f}"), unit)
    return replace(figure, counts=not unit, scaled=True)


def _read(digits: str) -> Decimal:
    word = WORDS.get(digits.lower())
    return Decimal(digits.replace(",", "")) if word is None else Decimal(word)


def _build(text: str, place: tuple[int, int], value: Decimal, unit: str) -> Figure:
    number, end = place
    comparator, words, start = hedge_before(text, number)
    figure = Figure(value, value, unit, start, number, end, comparator, words, spelt=True)
    return hedge_after(text, figure, end)
