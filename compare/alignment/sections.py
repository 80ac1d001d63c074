"""Which sections of one report answer to which of another, many to many."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from compare.alignment.encoder import Encoder
from compare.alignment.learned import load_weights, to_probability
from compare.alignment.material import Material
from compare.alignment.signals import multiply
from compare.alignment.sparse import Sparse
from compare.alignment.vectors import normalize
from compare.languages import get_language
from compare.model import GoalKind, Link, Report, Role

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats, Places

Pair = tuple[int, int]
_YEAR = re.compile(r"(?:19|20)\d\d")
_LIKELY = 0.5
_MOST = 0.5  # share of a section's goals that must go elsewhere, where it has a namesake


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in each section of a report, by its position in ``Report.sections``."""

    titles: tuple[str, ...]
    inside: tuple[int, ...]  # how many sections stand in it; they follow it in the list
    kinds: tuple[tuple[int, Role], ...]  # only sections of one kind are compared
    wordings: tuple[str, ...]  # everything the report commits to or reports, section by section
    members: "Floats"  # sections x wordings: 1 where the section holds it
    pledges: tuple[tuple[int, ...], ...]  # of each section, by position in ``Report.pledges``


def read_contents(report: Report) -> Contents:
    """Collect titles and goals of the sections."""
    import numpy as np

    sections, goals = report.sections, report.goals
    label = get_language(report.language).outline.label
    starts = np.array([goal.span.start for goal in goals], np.int64)
    inside = np.array([(starts >= s.span.start) & (starts < s.span.end) for s in sections])
    pledged = np.array([goal.kind is GoalKind.PLEDGE for goal in goals], np.bool_)
    order = np.cumsum(pledged) - 1
    return Contents(
        titles=tuple(label.sub("", section.title) for section in sections),
        inside=tuple(sum(1 for _ in section.walk()) - 1 for section in sections),
        kinds=tuple((section.level, section.role) for section in sections),
        wordings=tuple(goal.wording for goal in goals),
        members=inside.reshape(len(sections), len(goals)).astype(np.float32),
        pledges=tuple(tuple(order[row & pledged].tolist()) for row in inside),
    )


def link_sections(
    old: Report, new: Report, goal_links: Iterable[Link], *, encoder: Encoder | None = None
) -> tuple[Link, ...]:
    """Link the sections of two reports by heading, content, subjects and the goals they share.

    A section of the old report stands in one link, with all that answer to it, unless it goes
    into another together with its neighbours; a section of the new report may stand in several.
    """
    known = encoder or Encoder(get_language(old.language))
    sides = read_contents(old), read_contents(new)
    pairs = [
        (one, two)
        for one, two in product(range(len(sides[0].titles)), range(len(sides[1].titles)))
        if sides[0].kinds[one] == sides[1].kinds[two]
    ]
    model = load_weights().sections
    signals = measure_sections(sides, pairs, tuple(goal_links), known)
    chances = to_probability(model.weigh(signals)).tolist() if pairs else []
    held = _hold(dict(zip(pairs, chances, strict=True)), signals, find_namesakes(sides))
    evidence = {
        pair: tuple(sorted(((n, round(float(v[k]), 4)) for n, v in signals.items()), key=_last))
        for k, pair in enumerate(pairs)
        if pair in held
    }
    return tuple(_group(held, evidence, (len(sides[0].titles), len(sides[1].titles))))


def find_namesakes(sides: tuple[Contents, Contents]) -> frozenset[Pair]:
    """Find the sections that alone bear one heading in both reports, but for the year in it."""
    once: list[dict[tuple[str, tuple[int, Role]], int]] = []
    for side in sides:
        names = [
            (_YEAR.sub("#", title).casefold(), kind)
            for title, kind in zip(side.titles, side.kinds, strict=True)
        ]
        count = Counter(names)
        once.append({name: place for place, name in enumerate(names) if count[name] == 1})
    return frozenset((once[0][name], once[1][name]) for name in once[0].keys() & once[1].keys())


def _hold(
    chances: Mapping[Pair, float], signals: Mapping[str, "Floats"], same: frozenset[Pair]
) -> dict[Pair, float]:
    """Keep the likely pairs, and namesakes; two that have others only if most goals go over."""
    olds, news = ({pair[side] for pair in same} for side in (0, 1))
    held = dict.fromkeys(same, 1.0)
    for k, (pair, chance) in enumerate(chances.items()):
        apart = pair[0] not in olds or pair[1] not in news
        goes = apart or signals["goals_of_smaller"][k] >= _MOST
        if pair not in same and chance >= _LIKELY and goes:
            held[pair] = chance
    return held


def _last(pair: tuple[str, float]) -> float:
    return -pair[1]


def measure_sections(
    sides: tuple[Contents, Contents],
    pairs: Sequence[Pair],
    goal_links: Sequence[Link],
    encoder: Encoder,
) -> dict[str, "Floats"]:
    """Give each signal's value for every pair of sections."""
    import numpy as np

    if not pairs:
        return {}
    rows, cols = (np.array(side) for side in zip(*pairs, strict=True))
    names = encoder.encode(sides[0].titles) @ encoder.encode(sides[1].titles).T
    content = [side.members @ encoder.encode(side.wordings) for side in sides]
    about = Material(sides[0].wordings, sides[1].wordings, encoder).subjects
    subjects = [_name(side, named) for side, named in zip(sides, about, strict=True)]
    flows = count_flows(sides, goal_links)
    shared = np.array([flows.get(pair, 0.0) for pair in pairs])
    sizes = [np.array([len(goals) for goals in side.pledges]) for side in sides]
    most = np.maximum(np.maximum(sizes[0][rows], sizes[1][cols]), 1)
    least = np.maximum(np.minimum(sizes[0][rows], sizes[1][cols]), 1)
    return {
        "heading": _name_alike(names, sides, pairs),
        "content": _compare(content, rows, cols),
        "subjects": _compare(subjects, rows, cols),
        "goals": (shared / most).astype(np.float32),
        "goals_of_smaller": (shared / least).astype(np.float32),
    }


def _name_alike(
    names: "Floats", sides: tuple[Contents, Contents], pairs: Sequence[Pair]
) -> "Floats":
    """Compare the names of each pair: of the sections, or of the two most alike inside them."""
    import numpy as np

    return np.array(
        [
            names[one : one + sides[0].inside[one] + 1, two : two + sides[1].inside[two] + 1].max()
            for one, two in pairs
        ],
        np.float32,
    )


def _name(side: Contents, subjects: Sparse) -> "Floats":
    """Add up the subjects of all that stands in each section."""
    import numpy as np

    rows, columns = subjects.rows(), subjects.columns
    sums = [
        np.bincount(columns, subjects.values * row[rows], subjects.width) for row in side.members
    ]
    return np.array(sums, np.float32).reshape(len(side.members), subjects.width)


def _compare(sides: "Sequence[Floats]", rows: "Places", cols: "Places") -> "Floats":
    old, new = map(normalize, sides)
    return multiply(old, new, rows, cols)


def count_flows(
    sides: tuple[Contents, Contents], goal_links: Iterable[Link]
) -> Mapping[Pair, float]:
    """Count the goals that go from one section to another."""
    homes: list[dict[int, list[int]]] = [defaultdict(list), defaultdict(list)]
    for side, home in zip(sides, homes, strict=True):
        for section, goals in enumerate(side.pledges):
            for goal in goals:
                home[goal].append(section)
    flows: dict[Pair, float] = defaultdict(float)
    for link in goal_links:
        share = 1 / max(1, min(len(link.old), len(link.new)))
        for old, new in product(link.old, link.new):
            for pair in product(homes[0][old], homes[1][new]):
                flows[pair] += share
    return flows


def _group(
    held: Mapping[Pair, float],
    evidence: Mapping[Pair, tuple[tuple[str, float], ...]],
    sizes: tuple[int, int],
) -> Iterable[Link]:
    """Make one link of an old section and all its partners, and one of those that merge."""
    partners: dict[int, list[int]] = defaultdict(list)
    for old, new in sorted(held):
        partners[old].append(new)
    groups: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for old in range(sizes[0]):
        news = tuple(partners[old])
        groups[news if len(news) == 1 else (-1, old)].append(old)
    reached = {new for _, new in held}
    for olds in groups.values():
        targets = tuple(partners[olds[0]])
        found = [(old, new) for old in olds for new in targets]
        best = max(found, key=held.__getitem__, default=None)
        yield Link(
            tuple(olds),
            targets,
            sum(map(held.__getitem__, found)) / len(found) if found else 1.0,
            evidence[best] if best else (),
        )
    for new in range(sizes[1]):
        if new not in reached:
            yield Link((), (new,), 1.0)
