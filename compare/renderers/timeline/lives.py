"""Lines of goals as they are drawn and read: one row each, in groups by theme."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from compare.model import Report, Trait
from compare.model.timelines import Presence, Thread, Timeline
from compare.renderers.timeline.years import Column
from compare.renderers.view.figures import print_figure
from compare.renderers.view.tally import find_tone, read_move

STEP = 10.0  # width of a year
TALL = 24.0
MIDDLE = TALL / 2
EDGE = 1.2  # what a line that begins or ends leaves free of its year
HALF = 3.5  # half of a hollow stretch's height


class Kind(StrEnum):
    """What a reader filters lines by; a line may be of several kinds."""

    EVERY = "every"
    BACK = "back"
    FIGURE = "figure"
    FRESH = "fresh"
    ENDED = "ended"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class Tick:
    """A year in which the number changed: where, which way, and what that asks for."""

    report: int
    raised: bool
    tone: str


@dataclass(frozen=True, slots=True)
class Life:
    """A line to be read: ``number`` is its position in ``Timeline.threads``."""

    number: int
    thread: Thread
    presences: tuple[Presence | None, ...]
    ticks: tuple[Tick, ...]
    kinds: tuple[Kind, ...]

    @property
    def id(self) -> str:
        """What the line is called, here and in the JSON."""
        return f"t{self.number + 1}"

    @property
    def silence(self) -> int:
        """How many reports passed over it before it was taken up again."""
        return self.presences.count(Presence.DORMANT)


def find_journey(life: Life, reports: Sequence[Report]) -> tuple[str, str] | None:
    """Give the figure that a line began with and the one it has last, if both are of one thing."""
    thread = life.thread
    olds, news = (
        [(q, reports[at]) for i in thread.steps[at] for q in reports[at].pledges[i].quantities]
        for at in (thread.first, thread.last)
    )
    for old, before in olds:
        for new, after in news:
            if (old.indicator, old.unit, old.kind) == (new.indicator, new.unit, new.kind):
                first, last = print_figure(old, before), print_figure(new, after)
                return (first, last) if first != last else None
    return None


@dataclass(frozen=True, slots=True)
class LifeGroup:
    """The lines of one theme, the longest first."""

    theme: str
    lives: tuple[Life, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A line's picture as the data of SVG paths, in years `STEP` wide."""

    full: str
    hollow: str
    bridge: str
    ticks: tuple[tuple[str, str], ...]


def list_lives(timeline: Timeline) -> tuple[Life, ...]:
    """List every line, in the order of their births."""
    return tuple(tell_life(number, thread) for number, thread in enumerate(timeline.threads))


def tell_life(number: int, thread: Thread) -> Life:
    """Tell what there is to read of a line."""
    presences, ticks = thread.presences, tuple(list_ticks(thread))
    return Life(number, thread, presences, ticks, tuple(_list_kinds(thread, presences, ticks)))


def _list_kinds(
    thread: Thread, presences: Sequence[Presence | None], ticks: Sequence[Tick]
) -> Iterator[Kind]:
    """Yield what a line can be filtered by."""
    if thread.stated == len(presences):
        yield Kind.EVERY
    if Presence.DORMANT in presences:
        yield Kind.BACK
    if ticks:
        yield Kind.FIGURE
    if thread.first == len(presences) - 1 and not thread.origin:
        yield Kind.FRESH
    if not thread.steps[-1] and not thread.heir:
        yield Kind.ENDED
    if thread.stated == 1:
        yield Kind.ONCE


def list_ticks(thread: Thread) -> Iterator[Tick]:
    """Yield where the number of a line changed."""
    for report, traits in enumerate(thread.traits):
        if Trait.RAISED in traits or Trait.LOWERED in traits:
            yield Tick(report, Trait.RAISED in traits, find_tone(read_move(traits), traits))


def group_lives(lives: Iterable[Life]) -> tuple[LifeGroup, ...]:
    """Group lines by theme, the theme with most of them first and what has none last."""
    groups: dict[str, list[Life]] = defaultdict(list)
    for life in lives:
        groups[life.thread.theme].append(life)
    ordered = sorted(groups, key=lambda theme: (not theme, -len(groups[theme]), theme))
    return tuple(LifeGroup(theme, tuple(sorted(groups[theme], key=_rank))) for theme in ordered)


def _rank(life: Life) -> tuple[int, int, int]:
    """Put the longest first, then the oldest."""
    return -life.thread.stated, life.thread.first, life.number


def draw_life(life: Life, columns: Sequence[Column]) -> Drawing:
    """Draw a line: full where it is stated, hollow where it sleeps, thin over missing reports.

    Its ends are open at the edges of the picture, for it may be older, and may live on.
    """
    places = {c.report: at for at, c in enumerate(columns) if c.report is not None}
    full, hollow, bridge = [], [], []
    for start, end, asleep in _list_stretches(life, places):
        if asleep:
            full_height = f"V{MIDDLE + HALF}H{start:g}Z"
            hollow.append(f"M{start:g} {MIDDLE - HALF}H{end:g}{full_height}")
        else:
            full.append(f"M{start:g} {MIDDLE:g}H{end:g}")
    for at, column in enumerate(columns):
        inside = places[life.thread.first] < at < places[life.thread.last]
        if column.report is None and inside:
            bridge.append(f"M{STEP * at:g} {MIDDLE:g}h{STEP:g}")
    ticks = tuple((tick.tone, _draw_tick(tick, places[tick.report])) for tick in life.ticks)
    return Drawing("".join(full), "".join(hollow), "".join(bridge), ticks)


def _list_stretches(life: Life, places: dict[int, int]) -> Iterator[tuple[float, float, bool]]:
    """Yield from where to where a line is of one look, and whether it sleeps there."""
    thread, last = life.thread, len(life.presences) - 1
    begun, asleep, end = 0.0, None, 0.0
    for report in range(thread.first, thread.last + 1):
        now, start = not thread.steps[report], STEP * places[report]
        if now is not asleep or start != end:
            if asleep is not None:
                yield begun, end, asleep
            begun, asleep = start + (EDGE if 0 < report == thread.first else 0.0), now
        end = start + STEP - (EDGE if report == thread.last < last else 0.0)
    yield begun, end, bool(asleep)


def _draw_tick(tick: Tick, place: int) -> str:
    """Draw a tick above the line where the number rose, below where it fell."""
    at = STEP * place + STEP / 2
    return f"M{at:g} {MIDDLE:g}V{2 if tick.raised else TALL - 2:g}"
