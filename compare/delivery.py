"""What became of the targets of a plan, as far as the next report says.

Rules lean to silence: a wrong “missed” is the worst there is. A target is only held against a
figure of its own year, of the same thing in the same unit; else the verdict is unclear, or the
target counts as unreported.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.languages.indicators import (
    differ_in_stage,
    find_core,
    find_name,
    find_polarity,
    find_variants,
    is_generic,
    is_ongoing,
    measure_overlap,
    measure_sameness,
)
from compare.languages.registry import Registry, load_registry
from compare.mentions import list_mentions, name_indicator
from compare.model import Delivery, Quantity, QuantityKind, Report, Span, Verdict
from compare.quantities import FLOORS, SAME, convert, find_margin, judge
from compare.reviews import list_outcomes, list_undated
from compare.targets import Figure, list_results, list_targets

SURE = 0.9  # how alike indicators must be for a target to count as missed
NEARBY = 0.65  # what a match by the sentence around is worth
PERCENT = frozenset(("%", "‰", "个百分点", "percentage points", "倍", "times"))
MONEY = frozenset(("元", "美元", "yuan", "dollars", "US dollars", "Singapore dollars"))
APART = PERCENT | MONEY  # figures in these and in anything else never speak of one target
OVERLAP = 0.3  # how alike the sentences of two figures of “people” must be
FAR_OFF = 1 / 3  # a result beyond three times the target may count something else
KEPT = (Verdict.MET, Verdict.EXCEEDED)
OPEN = (Verdict.UNCLEAR, Verdict.VAGUE, Verdict.UNREPORTED)


@dataclass(frozen=True, slots=True)
class _Match:
    score: float
    target: Figure
    result: Figure
    closeness: float
    comparable: bool


def find_deliveries(
    old: Report,
    new: Report,
    others: Sequence[Report] = (),
    registry: Registry | None = None,
) -> tuple[Delivery, ...]:
    """Hold each figure of the old plan against what later reports say of that year.

    The new report speaks first, ``others`` where it leaves a target open. Nothing is said where
    none of them reviews the old plan's year.
    """
    year = old.year
    if year is None:
        return ()
    registry = registry or load_registry(old.language)
    targets = tuple(_list_once(list_targets(old, year), registry))
    answers = [
        _answer_all(targets, report, source, year, registry)
        for source, report in enumerate((new, *others))
        if report.language == old.language and any(list_results(report, year))
    ]
    kept = {
        _name(delivery.target, registry)
        for answer in answers
        for delivery in answer
        if delivery.verdict in KEPT or _is_contradicted(delivery, targets, registry)
    }
    best = [min(found, key=_rank) for found in zip(*answers, strict=True)]
    return tuple(_spare_the_contradicted(best, kept, registry))


def _list_once(targets: Iterable[Figure], registry: Registry) -> Iterator[Figure]:
    """Yield each target once, though a plan may state it again where it explains it."""
    stated = set()
    for target in targets:
        figure = target.quantity
        name = find_name(figure.indicator, registry)
        known = (name, figure.kind, figure.unit, figure.value, figure.comparator)
        if not name or known not in stated:
            yield target
        stated.add(known)


def _answer_all(
    targets: tuple[Figure, ...], report: Report, source: int, year: int, registry: Registry
) -> list[Delivery]:
    """Say what one report makes of every target."""
    results = tuple(list_results(report, year))
    outcomes = list_outcomes(report, year)
    mentions = list_mentions(outcomes, report, registry)
    matches = _choose(_match_all(targets, results, registry))
    several = len(list_undated(report, year)) > len(outcomes)
    answers = []
    for target in targets:
        if match := matches.get(target):
            answers.append(_judge(target, match, source, registry))
        else:
            name = name_indicator(target.quantity.indicator, registry)
            answers.append(_leave_open(target, mentions.get(name), source, several))
    return answers


def _leave_open(target: Figure, mention: Span | None, source: int, several: bool) -> Delivery:
    verdict = Verdict.VAGUE if mention else Verdict.UNREPORTED
    silent = "no figure of that year in a review of several" if several else "no figure found"
    rule = "named without a number" if mention else silent
    return Delivery(target.quantity, target.position, None, verdict, None, rule, source, mention)


def _rank(delivery: Delivery) -> int:
    """Put what decides before what leaves a target open."""
    return OPEN.index(delivery.verdict) if delivery.verdict in OPEN else -1


def _match_all(
    targets: Iterable[Figure], results: tuple[Figure, ...], registry: Registry
) -> Iterator[_Match]:
    for target in targets:
        for result in results:
            match = _match(target, result, registry)
            if match:
                yield match


def _match(target: Figure, result: Figure, registry: Registry) -> _Match | None:
    """Say how far a result may answer a target: by name, or by the sentence where that is vague."""
    wanted, found = target.quantity, result.quantity
    change = QuantityKind.GROWTH
    if (wanted.kind is change) != (found.kind is change):
        return None
    if differ_in_stage(wanted.indicator, found.indicator, registry):
        return None
    value = convert(found.value, found.unit, wanted.unit)
    if value is None and {wanted.unit, found.unit} & APART:
        return None
    score = _measure_likeness(target, result, registry)
    if value is None:
        return _Match(score, target, result, 0.0, False) if score >= SURE else None
    closeness = _measure_closeness(wanted.value, value)
    if score < SAME and closeness >= 0.5 and _answers(target, result, registry):
        score = NEARBY
    return _Match(score, target, result, closeness, True) if score >= SAME else None


def _measure_likeness(target: Figure, result: Figure, registry: Registry) -> float:
    one, other = target.quantity.indicator, result.quantity.indicator
    if is_generic(one, registry) and is_generic(other, registry):
        told, said = (figure.goal.wording.replace(one, "") for figure in (target, result))
        alike = one == other and measure_overlap(told, said, registry) >= OVERLAP
        return NEARBY if alike else 0.0
    if find_core(one, registry) == find_core(other, registry):
        return max(measure_sameness(one, other, registry), SURE)
    return measure_sameness(one, other, registry, contained=0.0)


def _measure_closeness(one: Decimal, other: Decimal) -> float:
    greater = max(abs(one), abs(other))
    return float(min(abs(one), abs(other)) / greater) if greater else 1.0


def _answers(target: Figure, result: Figure, registry: Registry) -> bool:
    """Tell whether a result names what the sentence of a vague target speaks of."""
    wanted, found = target.quantity, result.quantity
    if wanted.unit != found.unit or wanted.unit in PERCENT or is_generic(found.indicator, registry):
        return False
    if is_ongoing(target.told, registry) != is_ongoing(found.indicator, registry):
        return False
    core = find_core(found.indicator, registry)
    if not is_generic(wanted.indicator, registry):
        return find_core(wanted.indicator, registry) == core
    return any(
        len(word) > 1 and word in target.told for word in find_variants(found.indicator, registry)
    )


def _choose(matches: Iterable[_Match]) -> dict[Figure, _Match]:
    """Give each target the result most like it, and each result to one target."""
    chosen: dict[Figure, _Match] = {}
    used: set[Figure] = set()
    order = sorted(matches, key=lambda match: (-match.comparable, -match.score, -match.closeness))
    for match in order:
        if match.target not in chosen and match.result not in used:
            chosen[match.target] = match
            used.add(match.result)
    return chosen


def _judge(target: Figure, match: _Match, source: int, registry: Registry) -> Delivery:
    wanted = target.quantity
    found = match.result.quantity
    value = convert(found.value, found.unit, wanted.unit)
    margin = find_margin(wanted, value) if value is not None else None
    verdict, rule = judge(wanted, found, find_polarity(wanted.indicator, registry))
    if match.comparable and match.closeness < FAR_OFF:
        verdict, rule = Verdict.UNCLEAR, "so far apart that they may count different things"
    broader = _is_broader(wanted, found, registry)
    if verdict is Verdict.MISSED and (match.score < SURE or found.comparator in FLOORS):
        verdict, rule = Verdict.UNCLEAR, "short of the target, but not surely the same figure"
    elif broader and match.score < 1:
        verdict, rule = Verdict.UNCLEAR, "the result covers more than the target"
    return Delivery(wanted, target.position, found, verdict, margin, rule, source)


def _spare_the_contradicted(
    deliveries: Iterable[Delivery], kept: Set[str], registry: Registry
) -> Iterator[Delivery]:
    """Turn a miss into unclear where another figure of the same thing was kept.

    A growth rate that is met beside a level that is not speaks of a revised base.
    """
    for delivery in deliveries:
        if delivery.verdict is Verdict.MISSED and _name(delivery.target, registry) in kept:
            rule = "short of the target, yet another figure of the same thing was kept"
            yield replace(delivery, verdict=Verdict.UNCLEAR, rule=rule)
        else:
            yield delivery


def _is_contradicted(delivery: Delivery, targets: Iterable[Figure], registry: Registry) -> bool:
    """Tell whether a plan that gives a target twice gives one that the result keeps."""
    wanted, found = delivery.target, delivery.result
    if delivery.verdict is not Verdict.MISSED or found is None:
        return False
    name, polarity = _name(wanted, registry), find_polarity(wanted.indicator, registry)
    twins = (t.quantity for t in targets if t.quantity.kind is wanted.kind)
    return any(
        judge(twin, found, polarity)[0] in KEPT for twin in twins if _name(twin, registry) == name
    )


def _name(target: Quantity, registry: Registry) -> str:
    phrase = target.indicator
    return find_name(phrase, registry) or find_core(phrase, registry)


def _is_broader(wanted: Quantity, found: Quantity, registry: Registry) -> bool:
    """Tell 减税降费 from 减税: the result's name goes on. Words before it say who did it."""
    if find_name(wanted.indicator, registry) or is_generic(wanted.indicator, registry):
        return False
    one, other = find_core(wanted.indicator, registry), find_core(found.indicator, registry)
    return one in other and not other.endswith(one)
