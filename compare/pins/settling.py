"""Which goals and headings the pins mean; what fits nothing or contradicts itself is doubted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compare.doubts import make_note
from compare.model import Decision, Goal, Note, Pin, Pins, Quote, Report, RolePin
from compare.model.pins import squeeze

Edge = tuple[int, int]

LONG = 60  # characters of a quote that a warning shows


@dataclass(frozen=True, slots=True)
class Ties:
    """Pairs of pledges, by position in ``Report.pledges``, that do or never do belong together."""

    together: tuple[Edge, ...] = ()
    apart: frozenset[Edge] = frozenset()


NO_TIES = Ties()


def settle_pins(pins: Pins, old: Report, new: Report) -> tuple[Ties, tuple[Note, ...]]:
    """Find the goals that pins speak of; say which pins fit nothing, several goals, or no other."""
    if not pins.goals:
        return NO_TIES, ()
    sides = _Finder(old), _Finder(new)
    notes: list[Note] = []
    decided: dict[Edge, set[Decision]] = {}
    for pin in pins.goals:
        found = [side.find(quote) for side, quote in zip(sides, (pin.old, pin.new), strict=True)]
        notes += _doubt_places(pin, found, (old, new))
        if all(found):
            decided.setdefault((found[0][0], found[1][0]), set()).add(pin.decision)
    together = [edge for edge, told in decided.items() if told == {Decision.TOGETHER}]
    apart = frozenset(edge for edge, told in decided.items() if told == {Decision.APART})
    clashes = [edge for edge, told in decided.items() if len(told) > 1]
    kept, crossed = _untangle(together)
    for code, edges in (("pins-contradict", clashes), ("pins-tangle", crossed)):
        for one, two in edges:
            quotes = old.pledges[one].wording, new.pledges[two].wording
            notes.append(make_note(code, one=_shorten(quotes[0]), two=_shorten(quotes[1])))
    return Ties(tuple(kept), apart), tuple(dict.fromkeys(notes))


def doubt_roles(pins: Sequence[RolePin], report: Report) -> Iterator[Note]:
    """Say which pins fit no heading, and which headings they disagree on."""
    name = report.document.name
    titles = [f"{section.number}{section.title}" for section in report.sections]
    for pin in pins:
        if not any(pin.heading.stands_in(title) for title in titles):
            yield make_note("role-unfit", name=name, quote=_shorten(pin.heading.text))
    for title in dict.fromkeys(titles):
        if len({pin.role for pin in pins if pin.heading.stands_in(title)}) > 1:
            yield make_note("roles-contradict", name=name, quote=title)


class _Finder:
    """Finds goals of a report by their words."""

    def __init__(self, report: Report) -> None:
        text = report.document.text
        self._lines = [_count_line(goal, text) for goal in report.pledges]
        self._goals = [(squeeze(g.wording), squeeze(g.span.of(text))) for g in report.pledges]
        self._same: dict[str, list[int]] = defaultdict(list)
        for i, forms in enumerate(self._goals):
            for form in set(forms):
                self._same[form].append(i)

    def find(self, quote: Quote) -> tuple[int, ...]:
        """Give the goals that fit equally well, in reading order; most often one.

        A goal in the line asked for fits best; then one that is the quote, one that holds it, and
        one that it holds; of several the nearest to the line.
        """
        words, line = squeeze(quote.text), quote.line
        here = [i for i, own in enumerate(self._lines) if own == line]
        best = self._choose(words, here) or self._same.get(words)
        best = best or self._choose(words, range(len(self._goals)))
        if line is None or not best:
            return tuple(best)
        nearest = min(abs(self._lines[i] - line) for i in best)
        return tuple(i for i in best if abs(self._lines[i] - line) == nearest)

    def _choose(self, words: str, places: Iterable[int]) -> list[int]:
        """Choose the goals that words fit best."""
        ranks = {i: rank for i in places if (rank := _rank(words, self._goals[i]))}
        most = max(ranks.values(), default=())
        return [i for i, rank in ranks.items() if rank == most]


def _rank(words: str, goal: tuple[str, str]) -> tuple[int, ...]:
    """Tell how well words fit a goal, as cleaned or as printed; nothing where they do not."""
    if words in goal:
        return (3, 0)
    if any(words in form for form in goal):
        return (2, 0)
    inside = max((len(form) for form in goal if form in words), default=0)
    return (1, inside) if inside else ()


def _shorten(words: str) -> str:
    """Bring a quote to one line of what a warning has room for."""
    line = " ".join(words.split())
    return line if len(line) <= LONG else f"{line[: LONG - 1]}…"


def _count_line(goal: Goal, text: str) -> int:
    return text.count("\n", 0, goal.span.start) + 1


def _doubt_places(
    pin: Pin, found: Sequence[Sequence[int]], reports: tuple[Report, Report]
) -> Iterator[Note]:
    for quote, places, report in zip((pin.old, pin.new), found, reports, strict=True):
        name = report.document.name
        if not places:
            yield make_note("pin-unfit", name=name, quote=_shorten(quote.text))
        elif len(places) > 1:
            line = str(_count_line(report.pledges[places[0]], report.document.text))
            yield make_note("pin-vague", name=name, quote=_shorten(quote.text), line=line)


def _untangle(edges: Sequence[Edge]) -> tuple[list[Edge], list[Edge]]:
    """Keep the pairs that make groups of one and many; set aside those that would tie two up."""
    news: dict[int, list[int]] = defaultdict(list)  # what each old goal goes with
    olds: dict[int, list[int]] = defaultdict(list)
    kept: list[Edge] = []
    crossed: list[Edge] = []
    for old, new in edges:
        ours, theirs = news[old], olds[new]
        shared = any(len(olds[i]) > 1 for i in ours) or any(len(news[i]) > 1 for i in theirs)
        if shared or (ours and theirs):
            crossed.append((old, new))
            continue
        kept.append((old, new))
        ours.append(new)
        theirs.append(old)
    return kept, crossed
