"""What became of the targets of a plan, as far as the next report says.

Rules lean to silence: a wrong “missed” is the worst there is. A target is only held against a
figure of its own year, of the same thing in the same unit; else the verdict is unclear, or the
target counts as unreported.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from compare.languages.indicators import (
    find_core,
    find_name,
    find_polarity,
    find_variants,
    is_generic,
    is_ongoing,
    measure_overlap,
    measure_sameness,
)
from compare.model import (
    Delivery,
    Goal,
    GoalKind,
    Quantity,
    QuantityKind,
    Report,
    Verdict,
)
from compare.quantities import FLOORS, SAME, convert, find_margin, judge

SURE = 0.9  # how alike indicators must be for a target to count as missed
NEARBY = 0.65  # what a match by the sentence around is worth
PERCENT = frozenset(("%", "‰", "个百分点", "percentage points", "倍", "times"))
MONEY = frozenset(("元", "美元", "yuan", "dollars", "US dollars", "Singapore dollars"))
APART = PERCENT | MONEY  # figures in these and in anything else never speak of one target
OVERLAP = 0.3  # how alike the sentences of two figures of “people” must be
FAR_OFF = 1 / 3  # a result beyond three times the target may count something else
OPENING = 24  # characters of a paragraph in which it says of which year it speaks


@dataclass(frozen=True, slots=True)
class _Figure:
    quantity: Quantity
    goal: Goal
    position: int
    told: str  # what the sentence says just before the figure


@dataclass(frozen=True, slots=True)
class _Match:
    score: float
    target: _Figure
    result: _Figure
    closeness: float
    comparable: bool


def find_deliveries(old: Report, new: Report) -> tuple[Delivery, ...]:
    """Hold each figure of the old plan against what the new report says of that year.

    Nothing is said where the new report does not review the old plan's year.
    """
    year = old.year
    results = tuple(_list_results(new, year))
    if year is None or not results or old.language != new.language:
        return ()
    targets = tuple(_list_targets(old, year))
    matches = _choose(_match_all(targets, results, old.language))
    judged = [_judge(target, matches.get(target), old.language) for target in targets]
    return tuple(_spare_the_contradicted(judged, old.language))


def _list_targets(report: Report, year: int) -> Iterator[_Figure]:
    for position, goal in enumerate(report.pledges):
        for quantity in goal.quantities:
            if goal.year in (None, year) and not _is_far(quantity, year):
                yield _Figure(quantity, goal, position, _read_before(report, goal, quantity))


def _list_results(report: Report, year: int | None) -> Iterator[_Figure]:
    for position, goal in enumerate(report.goals):
        if goal.kind is not GoalKind.OUTCOME or year is None:
            continue
        if (goal.year or _read_year(report, goal)) != year:
            continue
        for quantity in goal.quantities:
            if not _is_far(quantity, year):
                yield _Figure(quantity, goal, position, _read_before(report, goal, quantity))


def _read_before(report: Report, goal: Goal, quantity: Quantity) -> str:
    """Return the clause of a figure up to it, and the clause before."""
    before = report.document.text[goal.sentence.start : quantity.figure.start]
    return "，".join(re.split("[，,;；]", before)[-2:])


def _read_year(report: Report, goal: Goal) -> int | None:
    """Return the year that the paragraph opens with, where a review speaks of several."""
    text = report.document.text
    opening = text[text.rfind("\n", 0, goal.span.start) + 1 :][:OPENING]
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", opening)
    return int(years[0]) if len(years) == 1 else None


def _is_far(quantity: Quantity, year: int) -> bool:
    """Tell whether a figure is for another span of time than the year."""
    return bool(quantity.horizon) and str(year) not in quantity.horizon


def _match_all(
    targets: Iterable[_Figure], results: tuple[_Figure, ...], language: str
) -> Iterator[_Match]:
    for target in targets:
        for result in results:
            match = _match(target, result, language)
            if match:
                yield match


def _match(target: _Figure, result: _Figure, language: str) -> _Match | None:
    """Say how far a result may answer a target: by name, or by the sentence where that is vague."""
    wanted, found = target.quantity, result.quantity
    change = QuantityKind.GROWTH
    if (wanted.kind is change) != (found.kind is change):
        return None
    value = convert(found.value, found.unit, wanted.unit)
    if value is None and {wanted.unit, found.unit} & APART:
        return None
    score = _measure_likeness(target, result, language)
    if value is None:
        return _Match(score, target, result, 0.0, False) if score >= SURE else None
    closeness = _measure_closeness(wanted.value, value)
    if score < SAME and closeness >= 0.5 and _answers(target, result, language):
        score = NEARBY
    return _Match(score, target, result, closeness, True) if score >= SAME else None


def _measure_likeness(target: _Figure, result: _Figure, language: str) -> float:
    one, other = target.quantity.indicator, result.quantity.indicator
    if is_generic(one, language) and is_generic(other, language):
        told, said = (figure.goal.wording.replace(one, "") for figure in (target, result))
        alike = one == other and measure_overlap(told, said, language) >= OVERLAP
        return NEARBY if alike else 0.0
    if find_core(one, language) == find_core(other, language):
        return max(measure_sameness(one, other, language), SURE)
    return measure_sameness(one, other, language, contained=0.0)


def _measure_closeness(one: Decimal, other: Decimal) -> float:
    greater = max(abs(one), abs(other))
    return float(min(abs(one), abs(other)) / greater) if greater else 1.0


def _answers(target: _Figure, result: _Figure, language: str) -> bool:
    """Tell whether a result names what the sentence of a vague target speaks of."""
    wanted, found = target.quantity, result.quantity
    if wanted.unit != found.unit or wanted.unit in PERCENT or is_generic(found.indicator, language):
        return False
    if is_ongoing(target.told, language) != is_ongoing(found.indicator, language):
        return False
    core = find_core(found.indicator, language)
    if not is_generic(wanted.indicator, language):
        return find_core(wanted.indicator, language) == core
    return any(
        len(word) > 1 and word in target.told for word in find_variants(found.indicator, language)
    )


def _choose(matches: Iterable[_Match]) -> dict[_Figure, _Match]:
    """Give each target the result most like it, and each result to one target."""
    chosen: dict[_Figure, _Match] = {}
    used: set[_Figure] = set()
    order = sorted(matches, key=lambda match: (-match.comparable, -match.score, -match.closeness))
    for match in order:
        if match.target not in chosen and match.result not in used:
            chosen[match.target] = match
            used.add(match.result)
    return chosen


def _judge(target: _Figure, match: _Match | None, language: str) -> Delivery:
    wanted = target.quantity
    if match is None:
        return Delivery(wanted, target.position, None, Verdict.UNREPORTED, rule="no figure found")
    found = match.result.quantity
    value = convert(found.value, found.unit, wanted.unit)
    margin = find_margin(wanted, value) if value is not None else None
    verdict, rule = judge(wanted, found, find_polarity(wanted.indicator, language))
    if match.comparable and match.closeness < FAR_OFF:
        verdict, rule = Verdict.UNCLEAR, "so far apart that they may count different things"
    broader = _is_broader(wanted, found, language)
    if verdict is Verdict.MISSED and (match.score < SURE or found.comparator in FLOORS):
        verdict, rule = Verdict.UNCLEAR, "short of the target, but not surely the same figure"
    elif broader and match.score < 1:
        verdict, rule = Verdict.UNCLEAR, "the result covers more than the target"
    return Delivery(wanted, target.position, found, verdict, margin, rule)


def _spare_the_contradicted(deliveries: list[Delivery], language: str) -> Iterator[Delivery]:
    """Turn a miss into unclear where another figure of the same thing was kept.

    A growth rate that is met beside a level that is not speaks of a revised base.
    """
    kept = (Verdict.MET, Verdict.EXCEEDED)
    good = {_name(d, language) for d in deliveries if d.verdict in kept}
    for delivery in deliveries:
        if delivery.verdict is Verdict.MISSED and _name(delivery, language) in good:
            rule = "short of the target, yet another figure of the same thing was kept"
            yield replace(delivery, verdict=Verdict.UNCLEAR, rule=rule)
        else:
            yield delivery


def _name(delivery: Delivery, language: str) -> str:
    phrase = delivery.target.indicator
    return find_name(phrase, language) or find_core(phrase, language)


def _is_broader(wanted: Quantity, found: Quantity, language: str) -> bool:
    """Tell 减税降费 from 减税: the result's name holds the target's and more."""
    if find_name(wanted.indicator, language) or is_generic(wanted.indicator, language):
        return False
    one, other = find_core(wanted.indicator, language), find_core(found.indicator, language)
    return one != other and one in other
