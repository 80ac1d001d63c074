"""Links between goals become changes: a status, traits, a word diff, a confidence."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from compare.figures import Yardsticks, compare_figures, find_gain
from compare.languages.indicators import is_generic, measure_overlap
from compare.languages.registry import Registry
from compare.languages.rules import Language
from compare.model import (
    Change,
    Confidence,
    FigurePair,
    Goal,
    Link,
    Quantity,
    Report,
    Run,
    RunKind,
    Span,
    Status,
    Trait,
)
from compare.wording import diff_words, settle_type

_HOME = 2  # the level of the sections that goals move between
BROKEN = {Trait.BASIS_CHANGED, Trait.INDICATOR_CHANGED}
ALIKE = 0.3  # how alike goals must be for what they do not name to be one thing
_SURE, _LIKELY = 0.9, 0.6  # how probable a verdict must be


def find_changes(
    old: Report,
    new: Report,
    goal_links: Iterable[Link],
    section_links: Iterable[Link],
    language: Language,
    registry: Registry,
) -> tuple[Change, ...]:
    """Say what became of every goal, in the order of the new report, what was dropped last."""
    sides = _Side.of(old), _Side.of(new)
    links = tuple(goal_links)
    plans = _Plans(
        sides,
        answers=_answer_sections(old, new, section_links),
        met=frozenset(
            (sides[0].pledges[i].sentence, j) for k in links for i in k.old for j in k.new
        ),
        sticks=Yardsticks(
            _list_quantities(old.pledges),
            _list_quantities(new.pledges),
            registry,
        ),
        language=language,
    )
    changes = [_carry(link, plans) if link.old and link.new else _leave(link) for link in links]
    return _name_strays(sorted(changes, key=_place), old)


def _name_strays(changes: Sequence[Change], old: Report) -> tuple[Change, ...]:
    """Name what stands word for word in another place: out of the order that most keep to.

    Within a paragraph order says nothing: targets are listed as it comes.
    """
    text, pledges = old.document.text, old.pledges
    kept = [change for change in changes if Trait.VERBATIM in change.traits]
    starts = [pledges[change.link.old[0]].span.start for change in kept]
    orderly = set(find_longest_rise([text.rfind("\n", 0, start) for start in starts]))
    strays = {id(change) for i, change in enumerate(kept) if i not in orderly}
    return tuple(
        replace(change, traits=tuple(dict.fromkeys((*change.traits, Trait.MOVED))))
        if id(change) in strays
        else change
        for change in changes
    )


def find_longest_rise(numbers: Sequence[int]) -> tuple[int, ...]:
    """Find the positions of as many numbers as rise, or stay, from each to the next.

    >>> find_longest_rise([4, 5, 1, 5])
    (0, 1, 3)
    """
    ends: list[int] = []  # the least number that a rise of each length ends in, by position
    before: list[int] = []
    for position, number in enumerate(numbers):
        length = bisect_right(ends, number, key=numbers.__getitem__)
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [position]
    rise = []
    position = ends[-1] if ends else -1
    while position >= 0:
        rise.append(position)
        position = before[position]
    return tuple(reversed(rise))


def _place(change: Change) -> tuple[bool, tuple[int, ...], tuple[int, ...]]:
    return not change.link.new, change.link.new, change.link.old


@dataclass(frozen=True, slots=True)
class _Side:
    """The pledges of one report, and the second-level section that each stands in.

    ``told`` has the positions of the pledges that state figures, by their sentence.
    """

    pledges: tuple[Goal, ...]
    homes: tuple[int | None, ...]
    told: Mapping[Span, list[int]]

    @classmethod
    def of(cls, report: Report) -> "_Side":
        pledges = report.pledges
        homes = _find_homes(report, (goal.span.start for goal in pledges))
        told: dict[Span, list[int]] = {}
        for i, goal in enumerate(pledges):
            if goal.quantities:
                told.setdefault(goal.sentence, []).append(i)
        return cls(pledges, tuple(homes), told)

    def list_figures(self, sentences: set[Span]) -> dict[Quantity, int]:
        """List the figures of some sentences, each with the position of its goal."""
        places = sorted(i for sentence in sentences for i in self.told.get(sentence, ()))
        return {quantity: i for i in places for quantity in self.pledges[i].quantities}


def _find_homes(report: Report, places: Iterable[int]) -> Iterator[int | None]:
    """Give the position of the section that goals move between, for each place in the text."""
    sections = [(s.span, i) for i, s in enumerate(report.sections) if s.level == _HOME]
    starts = [span.start for span, _ in sections]
    for place in places:
        before = bisect_right(starts, place) - 1
        span, section = sections[before] if before >= 0 else (Span(0, 0), -1)
        yield section if place in span else None


def _answer_sections(old: Report, new: Report, links: Iterable[Link]) -> frozenset[tuple[int, int]]:
    """List the sections that answer to each other.

    Two that both have a namesake answer to that alone: what goes from the one to the other moves.
    """
    names = [[(s.level, s.title) for s in report.sections] for report in (old, new)]
    shared = {*names[0]} & {*names[1]}
    places: dict[tuple[int, str], list[int]] = {}
    for b, name in enumerate(names[1]):
        places.setdefault(name, []).append(b)
    namesakes = ((a, b) for a, name in enumerate(names[0]) for b in places.get(name, ()))
    linked = ((a, b) for link in links for a in link.old for b in link.new)
    apart = ((a, b) for a, b in linked if not (names[0][a] in shared and names[1][b] in shared))
    return frozenset((*namesakes, *apart))


@dataclass(frozen=True, slots=True)
class _Plans:
    """Both plans, and what is known of them together.

    ``answers`` has the sections that answer each other, ``met`` the old sentences and new goals
    that some link joins.
    """

    sides: tuple[_Side, _Side]
    answers: frozenset[tuple[int, int]]
    met: frozenset[tuple[Span, int]]
    sticks: Yardsticks
    language: Language

    def is_vague(self, pair: FigurePair) -> bool:
        """Tell whether both figures name too little to be found again without their sentences."""
        names = pair.old.indicator, pair.new.indicator
        return all(is_generic(name, self.sticks.registry) for name in names)

    def speak_alike(self, old: int, new: int) -> bool:
        """Tell whether two goals share much of their wording, numbers left aside."""
        words = self.sides[0].pledges[old].wording, self.sides[1].pledges[new].wording
        return measure_overlap(*words, self.sticks.registry) >= ALIKE


def _leave(link: Link) -> Change:
    status = Status.ADDED if link.new else Status.DROPPED
    return Change(status, link, confidence=_trust(link.score))


def _carry(link: Link, plans: _Plans) -> Change:
    sides = plans.sides
    before = tuple(sides[0].pledges[i] for i in link.old)
    after = tuple(sides[1].pledges[i] for i in link.new)
    runs = diff_words(_join(before), _join(after), plans.language.split_words)
    figures = tuple(_pair_figures(link, plans))
    traits = [
        *(trait for pair in figures for trait in pair.traits),
        *(() if figures else find_gain(before, after, plans.sticks)),
        *_find_shape(link, runs),
    ]
    homes = product((sides[0].homes[i] for i in link.old), (sides[1].homes[i] for i in link.new))
    if all(_is_moved(*pair, plans.answers) for pair in homes):
        traits.append(Trait.MOVED)
    distinct = tuple(dict.fromkeys(traits))
    return Change(Status.CARRIED, link, distinct, runs, _trust(link.score), figures)


def _pair_figures(link: Link, plans: _Plans) -> Iterator[FigurePair]:
    """Pair the figures of both sentences, and yield each where its new goal stands.

    The figures of a list are one sentence, cut into goals: 新建学校70所，新增学位6万个. Which goal
    answers to which matters less than that each figure meets its own kind. A new goal that met
    nothing of the old sentence (`_Plans.met`) leaves its pair to the old goal. A changed yardstick
    is only told of goals that answer each other, and things without a name (2.8 million people)
    only compared where the goals speak alike.
    """
    sides = plans.sides
    old, new = (
        side.list_figures({side.pledges[i].sentence for i in own})
        for side, own in zip(sides, (link.old, link.new), strict=True)
    )
    places = _place_conditions(old), _place_conditions(new)
    for pair in compare_figures(tuple(old), tuple(new), plans.sticks):
        before, after = places[0][pair.old], places[1][pair.new]
        own = before in link.old, after in link.new
        alone = (sides[0].pledges[before].sentence, after) not in plans.met
        if plans.is_vague(pair) and not plans.speak_alike(before, after):
            continue
        if all(own) if BROKEN & set(pair.traits) else own[1] or (own[0] and alone):
            yield pair


def _place_conditions(figures: Mapping[Quantity, int]) -> dict[Quantity, int]:
    """Add the conditions of figures, which stand in the same goals."""
    conditions = {q.condition: i for q, i in figures.items() if q.condition}
    return {**conditions, **figures}


def _join(goals: Iterable[Goal]) -> str:
    return "\n".join(goal.wording for goal in goals)


def _list_quantities(goals: Iterable[Goal]) -> tuple[Quantity, ...]:
    return tuple(quantity for goal in goals for quantity in goal.quantities)


def _trust(probability: float) -> Confidence:
    if probability >= _SURE:
        return Confidence.SURE
    return Confidence.LIKELY if probability >= _LIKELY else Confidence.UNSURE


def _find_shape(link: Link, runs: Iterable[Run]) -> Iterator[Trait]:
    same = all(run.kind is RunKind.SAME for run in settle_type(runs, RunKind.NEW))
    yield Trait.VERBATIM if same else Trait.REWORDED
    if len(link.new) > 1:
        yield Trait.SPLIT
    if len(link.old) > 1:
        yield Trait.MERGED


def _is_moved(old: int | None, new: int | None, answers: frozenset[tuple[int, int]]) -> bool:
    """Tell whether a goal went to a section that does not answer to its old one."""
    if old is None or new is None or not any(one == old for one, _ in answers):
        return False
    return (old, new) not in answers
