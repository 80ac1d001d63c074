"""Targets year by year: what the plan set, with its bound, and the dot of what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from compare.languages.labels import Labels
from compare.model import Comparator, Quantity, Verdict
from compare.model.timelines import Point, Series, Timeline
from compare.quantities import convert
from compare.renderers.timeline.years import Column
from compare.renderers.view.figures import print_figure

STEP = 46.0  # width of a year
SIDE = 8.0
TOP, BOTTOM = 36.0, 118.0  # between them figures stand
TALL = 164.0
ABOVE, BELOW = -9.0, 18.0  # from a mark to the foot of its label
LONG = Decimal(1_000_000)
DIGITS = 2  # behind the point; a scale that needs more is too large

LOOKS = {
    Comparator.EXACT: "exact",
    Comparator.ABOUT: "about",
    Comparator.RANGE: "range",
    Comparator.AT_LEAST: "floor",
    Comparator.MORE_THAN: "floor",
    Comparator.AT_MOST: "ceiling",
    Comparator.LESS_THAN: "ceiling",
}
HIT = (Verdict.MET, Verdict.EXCEEDED)
Ends = tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one year says of an indicator, as printed."""

    year: int
    target: str
    result: str
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A target from ``low`` up to ``high``, as heights that grow downwards, and its label.

    ``look`` is how it binds: exact, about, range, floor or ceiling.
    """

    x: float
    look: str
    low: float
    high: float
    label: str
    label_at: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A result, and its label."""

    x: float
    y: float
    label: str
    label_at: float
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Chart:
    """An indicator through the years: what is printed, and the picture of it."""

    series: Series
    unit: str
    width: float
    cells: tuple[Cell, ...]
    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]

    @property
    def by_year(self) -> Mapping[str, Cell]:
        """What each year says, by the name of its column."""
        return {str(cell.year): cell for cell in self.cells}

    @property
    def judged(self) -> int:
        """For how many years it can be told whether the target was met."""
        return sum(cell.verdict in (*HIT, Verdict.MISSED) for cell in self.cells)

    @property
    def met(self) -> int:
        """In how many years the target was met."""
        return sum(cell.verdict in HIT for cell in self.cells)


def draw_charts(timeline: Timeline, columns: Sequence[Column], labels: Labels) -> tuple[Chart, ...]:
    """Draw every indicator, in the order of the timeline."""
    places = {c.report: SIDE + STEP * (at + 0.5) for at, c in enumerate(columns)}
    spots = {year: places[report] for report, year in enumerate(timeline.years)}
    return tuple(
        Chart(
            series,
            _name_unit(series, labels),
            2 * SIDE + STEP * len(columns),
            tuple(_print(point, timeline) for point in series.points),
            *_Painter(series, spots, labels).paint(),
        )
        for series in timeline.series
    )


def _print(point: Point, timeline: Timeline) -> Cell:
    own, target, result = timeline.years.index(point.year), "", ""
    if point.target:
        target = print_figure(point.target, timeline.reports[own])
    if point.result and point.source is not None:
        result = print_figure(point.result, timeline.reports[point.source])
    return Cell(point.year, target, result, point.verdict)


def _name_unit(series: Series, labels: Labels) -> str:
    _, name = _find_scale(_list_ends(series), labels)
    return f"{name}{series.unit}" if labels.language == "zh" else f"{name} {series.unit}".strip()


def _list_ends(series: Series) -> Ends:
    figures = (figure for p in series.points for figure in (p.target, p.result))
    return tuple(end for figure in figures for end in _convert(figure, series.unit))


def _convert(figure: Quantity | None, unit: str) -> Ends:
    """Give the ends of a figure in a unit, or nothing where it measures something else."""
    ends = dict.fromkeys((figure.low, figure.high)) if figure else ()
    found = (convert(end, figure.unit, unit) for end in ends if figure and end is not None)
    return tuple(end for end in found if end is not None)


def _find_scale(ends: Ends, labels: Labels) -> tuple[Decimal, str]:
    """Find the largest round number in which all figures are short, and its name.

    Where there is none, and whole numbers would be too long to print, the largest that fits.
    """
    known = [abs(end) for end in ends if end]
    scales = [scale.split("=") for scale in labels.words["number.scales"].split("|")]
    sizes = {Decimal(power): name.strip() for power, name in scales}
    for size, name in sizes.items():
        if known and all(end >= size and _is_short(end / size) for end in known):
            return size, name
    most = max(known, default=Decimal(0))
    fitting = (pair for pair in sizes.items() if most >= max(pair[0], LONG))
    return next(fitting, (Decimal(1), ""))


def _is_short(number: Decimal) -> bool:
    return number == round(number, DIGITS)


class _Painter:
    """Puts the figures of one indicator on one scale, from `BOTTOM` up to `TOP`."""

    def __init__(self, series: Series, spots: dict[int, float], labels: Labels) -> None:
        ends = _list_ends(series)
        self._series, self._spots = series, spots
        self._size, _ = _find_scale(ends, labels)
        self._low = min(ends, default=Decimal(0))
        self._range = max(ends, default=Decimal(0)) - self._low

    def paint(self) -> tuple[tuple[Bar, ...], tuple[Dot, ...]]:
        """Draw the targets and the results; where both stand, one label goes above, one below."""
        bars, dots = [], []
        for point in self._series.points:
            x = self._spots[point.year]
            target = sorted(_convert(point.target, self._series.unit))
            result = _convert(point.result, self._series.unit)[:1]
            heights = [self._find_height(end) for end in (*target, *result)]
            if not heights:
                continue
            above, below = min(heights) + ABOVE, max(heights) + BELOW
            over = bool(result) and (not target or result[0] >= target[0])
            if point.target and target:
                look = LOOKS[point.target.comparator]
                sunk = over if result else look == "floor"
                label = "–".join(map(self._print, target))
                at = below if sunk else above
                bars.append(Bar(x, look, heights[0], heights[len(target) - 1], label, at))
            if result:
                label, at = self._print(result[0]), above if over else below
                dots.append(Dot(x, heights[-1], label, at, point.verdict))
        return tuple(bars), tuple(dots)

    def _find_height(self, end: Decimal) -> float:
        share = float((end - self._low) / self._range) if self._range else 0.5
        return BOTTOM - (BOTTOM - TOP) * share

    def _print(self, number: Decimal) -> str:
        return f"{round(number / self._size, DIGITS).normalize():,f}"
