"""How a Chinese figure binds: the words before and after a number (至少, 以上, 左右)."""

import re
from dataclasses import dataclass
from decimal import Decimal

from compare.model import Comparator

BOUNDS = (
    (Comparator.AT_LEAST, "不得低于|不低于|不少于|不小于|不得少于|至少|最少|最低|[迈跃登站]上"),
    (
        Comparator.AT_MOST,
        "不得高于|不得超过|不高于|不超过|不多于|不大于|不突破|至多|最多|最高|不超|控制在",
    ),
    (Comparator.ABOUT, "大约|大概|大致|(?<![节集预制契公合条违签履])约为?|接近|(?<![最附靠])近"),
    (Comparator.MORE_THAN, "超过|突破|跨越|[跨迈越]过|(?<!赶)超|高于|大于|多于|逾"),
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
_WORDS = "|".join(f"(?P<b{n}>{words})" for n, (_, words) in enumerate(BOUNDS))
PREFIX = re.compile(rf"(?:{_WORDS}){BETWEEN}\s*$")
SHARED = re.compile(rf"(?:{_WORDS})[^，。；、,;\d]{{2,10}}的$")  # 不低于国内生产总值的4%
SUFFIX = re.compile(rf"\s*(?:\(含\)|及|或)?(?P<suffix>{'|'.join(SUFFIXES)})")


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


def add_hedges(
    text: str, start: int, end: int, low: Decimal, high: Decimal, unit: str, more: str = ""
) -> Figure:
    """Add the words before and after the number that say how it binds."""
    comparator, words, begin = Comparator.EXACT, [], start
    window = max(0, start - 14)
    prefix = PREFIX.search(text[window:start])
    if unit == "%" and not prefix:
        window = max(0, start - 20)
        prefix = SHARED.search(text[window:start])
    if prefix:
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
