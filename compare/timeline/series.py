"""Indicators year by year: what each plan set, and what the next report says came of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from compare.languages.indicators import find_core, find_name, is_generic
from compare.languages.registry import Registry
from compare.model import Comparison, Delivery, Quantity, QuantityKind, Report
from compare.model.timelines import Point, Series
from compare.quantities import convert
from compare.targets import Figure, find_leading, list_results, list_targets

Place = tuple[int, Quantity]  # a report, and a target in it


@dataclass(frozen=True, slots=True)
class _Entry:
    """A target, what came of it, and whether it stands at the head of its plan."""

    point: Point
    target: Quantity
    leads: bool

    @property
    def rank(self) -> tuple[bool, bool]:
        """Before others of the same year comes what leads the plan, then what has a result."""
        return not self.leads, self.point.result is None


@dataclass(eq=False, slots=True)
class _Row:
    """A series in the making, its entries by report; ``name`` is the registry's, or empty."""

    name: str
    kind: QuantityKind
    unit: str
    entries: dict[int, _Entry] = field(default_factory=dict)

    def takes(self, figure: Quantity, name: str) -> bool:
        """Tell whether a figure may be of this indicator: no other name, kind or unit."""
        growth = QuantityKind.GROWTH
        alike = (figure.kind is growth) is (self.kind is growth)
        known = not (name and self.name) or name == self.name
        return alike and known and convert(Decimal(1), figure.unit, self.unit) is not None


def build_series(
    reports: Sequence[Report], comparisons: Sequence[Comparison], registry: Registry
) -> tuple[Series, ...]:
    """Gather the targets of each indicator, those at the head of plans first, then the longest.

    Figures are of one indicator where the registry gives them one name, a comparison paired
    them, or what they count reads the same. An indicator that is spoken of in one year only is
    left out.
    """
    collector = _Collector(registry)
    for position, report in enumerate(reports):
        collector.add_targets(position, report, comparisons)
    told = _list_told(reports, registry)
    series = [_finish(row, told.get(row.name, ()), registry) for row in collector.rows]
    kept = (one for one in series if len(one.points) > 1)
    return tuple(sorted(kept, key=lambda one: (not one.leads, -len(one.points))))


class _Collector:
    """Puts the targets of report after report into rows."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.rows: list[_Row] = []
        self._by_name: dict[str, list[_Row]] = {}
        self._homes: dict[Place, _Row] = {}

    def add_targets(self, position: int, report: Report, comparisons: Sequence[Comparison]) -> None:
        """Add the targets of a report, all of whose forerunners are in already."""
        leading = find_leading(report)
        earlier = _list_pairs(comparisons[position - 1]) if position else {}
        told = {d.target: d for c in comparisons[position : position + 1] for d in c.deliveries}
        for figure in list_targets(report, report.year or 0):
            target = figure.quantity
            row = self._find(target, self._homes.get((position - 1, earlier.get(target, target))))
            self._homes[position, target] = row
            point = _make_point(report.year or 0, figure, told.get(target), position + 1)
            entry = _Entry(point, target, target in leading)
            row.entries[position] = min(row.entries.get(position, entry), entry, key=_rank)

    def _find(self, target: Quantity, paired: _Row | None) -> _Row:
        """Find the row of a target: of its name, of what it was paired with, of its words."""
        name = find_name(target.indicator, self.registry)
        core = find_core(target.indicator, self.registry)
        namesakes = self._by_name.get(name or core, [])
        rows = [*namesakes, paired] if name else [paired, *namesakes]
        if row := next((row for row in rows if row and row.takes(target, name)), None):
            return row
        row = _Row(name, target.kind, target.unit)
        self.rows.append(row)
        if not is_generic(target.indicator, self.registry):
            self._by_name.setdefault(name or core, []).append(row)
        return row


def _rank(entry: _Entry) -> tuple[bool, bool]:
    return entry.rank


def _list_pairs(comparison: Comparison) -> Mapping[Quantity, Quantity]:
    """Give each figure of the new report the one of the old report that it answers to."""
    return {pair.new: pair.old for change in comparison.changes for pair in change.figures}


def _make_point(year: int, figure: Figure, delivery: Delivery | None, source: int) -> Point:
    point = Point(year, figure.quantity, figure.position)
    if delivery is None:
        return point
    return replace(
        point,
        result=delivery.result,
        source=source if delivery.result else None,
        verdict=delivery.verdict,
        margin=delivery.margin,
    )


def _finish(row: _Row, told: Iterable[Point], registry: Registry) -> Series:
    """Add what is told of the row's indicator for years whose plan set no target for it."""
    points = {entry.point.year: entry.point for entry in row.entries.values()}
    called = [entry.target.indicator for entry in reversed(row.entries.values())]
    known = [words for words in called if find_name(words, registry) == row.name]
    for point in told:
        if point.result and row.takes(point.result, row.name):
            points.setdefault(point.year, point)
    return Series(
        indicator=Counter(known or called).most_common(1)[0][0],
        unit=row.unit,
        kind=row.kind,
        points=tuple(points[year] for year in sorted(points)),
        leads=any(entry.leads for entry in row.entries.values()),
    )


def _list_told(reports: Sequence[Report], registry: Registry) -> Mapping[str, list[Point]]:
    """List what each report says of the year of the one before, by the names of indicators."""
    told: dict[str, list[Point]] = defaultdict(list)
    for source, (before, report) in enumerate(pairwise(reports), 1):
        year = before.year or 0
        for result in list_results(report, year):
            if name := find_name(result.quantity.indicator, registry):
                told[name].append(Point(year, result=result.quantity, source=source))
    return told
