"""Intervals against intervals: what became of a figure between two reports.

Raised and lowered speak of the number alone; tightened and loosened of what it asks for. Things
that are not the same are not compared: a wrong “raised” is worse than silence.
"""

from decimal import Decimal

from compare.model import Comparator, Quantity, QuantityKind, Verdict

SAME = 0.6  # how alike two indicators must be for their figures to be compared
NEAR = Decimal("0.03")  # within 3 % of it, 左右 is kept
WIDE = Decimal("0.05")  # more than 5 % beyond a target exceeds it, or misses 左右
TINY = Decimal("0.01")  # a bare number missed by less than 1 % is no miss to report
FLOORS = (Comparator.AT_LEAST, Comparator.MORE_THAN)
CEILINGS = (Comparator.AT_MOST, Comparator.LESS_THAN)

# Units of one thing: what one of them is in the first of its line.
_AREA = {"平方米": "1", "亩": "2000/3", "公顷": "10000", "平方公里": "1000000"}
_LINES: tuple[dict[str, str], ...] = (
    _AREA,
    {"克": "1", "斤": "500", "公斤": "1000", "千克": "1000", "担": "50000", "吨": "1000000"},
    {"米": "1", "公里": "1000", "千米": "1000"},
    {
        "千瓦": "1",
        "kW": "1",
        "KW": "1",
        "兆瓦": "1000",
        "MW": "1000",
        "吉瓦": "1000000",
        "GW": "1000000",
    },
    {"人": "1", "名": "1", "位": "1"},
    {"个": "1", "家": "1", "所": "1", "座": "1", "处": "1", "项": "1"},
    {"标箱": "1", "标准箱": "1", "TEU": "1"},
    {"分钟": "1", "小时": "60"},
    {"吨标煤": "1", "吨标准煤": "1"},
    {"hectares": "1", "mu": "1/15", "acres": "0.40468564224", "square kilometers": "100"},
    {"metric tons": "1", "tons": "1", "tonnes": "1", "kilograms": "0.001"},
    {"dollars": "1", "US dollars": "1"},
)
_UNITS = {unit: (line, ratio) for line, units in enumerate(_LINES) for unit, ratio in units.items()}


def convert(value: Decimal, unit: str, target: str) -> Decimal | None:
    """Express an amount in another unit, or nothing where the units measure different things.

    >>> convert(Decimal("15"), "亩", "公顷"), convert(Decimal("2"), "公顷", "亩")
    (Decimal('1'), Decimal('30'))
    >>> convert(Decimal("5"), "%", "人") is None
    True
    """
    if unit == target:
        return value
    one, other = _UNITS.get(unit), _UNITS.get(target)
    if one is None or other is None or one[0] != other[0]:
        return None
    (up, _, down), (under, _, over) = one[1].partition("/"), other[1].partition("/")
    top = value * Decimal(up) * Decimal(over or 1)
    return top / (Decimal(down or 1) * Decimal(under))


def _ends(quantity: Quantity, unit: str) -> tuple[Decimal, Decimal] | None:
    """Return both ends of the number as printed, in a unit; an open end repeats the number."""
    low = quantity.value
    high = quantity.high if quantity.comparator is Comparator.RANGE else low
    ends = convert(low, quantity.unit, unit), convert(high or low, quantity.unit, unit)
    return (ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None


def is_raised(old: Quantity, new: Quantity) -> bool:
    """Tell whether the number went up.

    Up need not mean harder: a ceiling that goes up asks for less. A point within a range is
    neither above nor below it, and units of different things say nothing about each other.

    >>> from compare.model import Span
    >>> five, six = (Quantity(Decimal(n), None, "%", Span(0, 2), Span(0, 2)) for n in (5, 6))
    >>> is_raised(five, six), is_raised(six, five)
    (True, False)
    """
    before, after = _ends(old, old.unit), _ends(new, old.unit)
    if before is None or after is None or before == after:
        return False
    return after[0] >= before[0] and after[1] >= before[1]


def is_lowered(old: Quantity, new: Quantity) -> bool:
    """Tell whether the number went down; see `is_raised`."""
    before, after = _ends(old, old.unit), _ends(new, old.unit)
    if before is None or after is None or before == after:
        return False
    return after[0] <= before[0] and after[1] <= before[1]


def is_same_value(old: Quantity, new: Quantity) -> bool:
    """Tell whether both print the same number, whatever the words around it."""
    before = _ends(old, old.unit)
    return before is not None and before == _ends(new, old.unit)


def find_aim(quantity: Quantity, polarity: int) -> int:
    """Tell which way a figure pulls: 1 up, -1 down, 0 unknown.

    A floor pulls up and a ceiling down; else ``polarity`` says what is better: 1 more, -1 less.
    """
    if quantity.comparator in FLOORS:
        return 1
    return -1 if quantity.comparator in CEILINGS else polarity


def is_tightened(old: Quantity, new: Quantity, polarity: int) -> bool:
    """Tell whether the figure asks for more than before.

    With the number unchanged, 左右 that becomes 以上 or 以内 is tighter. A figure that turned
    from floor to ceiling is neither tighter nor looser.
    """
    aim, before = find_aim(new, polarity), find_aim(old, polarity)
    if is_same_value(old, new):
        return _is_soft(old) and _is_bound(new) and polarity in (0, aim)
    if aim != before or not aim:
        return False
    return is_raised(old, new) if aim > 0 else is_lowered(old, new)


def is_loosened(old: Quantity, new: Quantity, polarity: int) -> bool:
    """Tell whether the figure asks for less than before; see `is_tightened`."""
    return is_tightened(new, old, polarity)


def _is_soft(quantity: Quantity) -> bool:
    return quantity.comparator is Comparator.ABOUT


def _is_bound(quantity: Quantity) -> bool:
    return quantity.comparator in (*FLOORS, *CEILINGS)


def is_comparable(old: Quantity, new: Quantity) -> bool:
    """Tell whether two figures are both rates of change or neither, in units of one thing."""
    change = QuantityKind.GROWTH
    kinds = (old.kind is change) == (new.kind is change)
    return kinds and convert(Decimal(1), new.unit, old.unit) is not None


def find_margin(wanted: Quantity, value: Decimal) -> Decimal:
    """Return result minus target; within a range there is none."""
    if wanted.comparator is Comparator.RANGE and wanted.low is not None and wanted.high is not None:
        if wanted.low <= value <= wanted.high:
            return Decimal(0)
        return value - (wanted.low if value < wanted.low else wanted.high)
    return value - wanted.value


def judge(wanted: Quantity, found: Quantity, polarity: int) -> tuple[Verdict, str]:
    """Hold a result against its target, in one unit; the words say which rule decided.

    ``polarity`` says which way is better, as in `find_aim`. A bare number counts as a floor where
    more is better and as a ceiling where less is; where nobody knows, short of it is unclear.
    """
    value = convert(found.value, found.unit, wanted.unit)
    if value is None:
        return Verdict.UNCLEAR, f"units differ: {wanted.unit}, {found.unit}"
    margin = find_margin(wanted, value)
    share = margin / abs(wanted.value) if wanted.value else margin
    if wanted.comparator in CEILINGS:
        return _judge_ceiling(share)
    if wanted.comparator in FLOORS:
        return _judge_floor(share)
    is_range = wanted.comparator is Comparator.RANGE
    if share == 0:
        return Verdict.MET, "within the range" if is_range else "equal to the target"
    if wanted.comparator in (Comparator.ABOUT, Comparator.RANGE) and abs(share) <= NEAR:
        return Verdict.MET, "within 3% of the target"
    aim = find_aim(wanted, polarity)
    if aim < 0:
        return _judge_less(share)
    if share > 0:
        return _judge_more(share, aim)
    slack = TINY if wanted.comparator is Comparator.EXACT else WIDE
    if aim == 0 or -share <= slack:
        return Verdict.UNCLEAR, "below the target, within what its wording may allow"
    return Verdict.MISSED, "below the target"


def _judge_ceiling(share: Decimal) -> tuple[Verdict, str]:
    if share > 0:
        return Verdict.MISSED, "above the ceiling"
    if share < -WIDE:
        return Verdict.EXCEEDED, "more than 5% under the ceiling"
    return Verdict.MET, "under the ceiling"


def _judge_floor(share: Decimal) -> tuple[Verdict, str]:
    if share < 0:
        return Verdict.MISSED, "below the floor"
    if share > WIDE:
        return Verdict.EXCEEDED, "more than 5% over the floor"
    return Verdict.MET, "over the floor"


def _judge_less(share: Decimal) -> tuple[Verdict, str]:
    """Decide where less is better: to stay under the figure keeps it."""
    if share <= 0:
        return Verdict.MET, "not above the target, where less is better"
    if share <= WIDE:
        return Verdict.UNCLEAR, "above the target, within what its wording may allow"
    return Verdict.MISSED, "above the target, where less is better"


def _judge_more(share: Decimal, aim: int) -> tuple[Verdict, str]:
    if share > WIDE and aim > 0:
        return Verdict.EXCEEDED, "more than 5% over the target"
    return Verdict.MET, "over the target"
