"""The map of sections: old plan left, new plan right, ribbons as wide as the goals carried."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.model import Comparison, Status
from compare.renderers.view.places import Atlas, Group

WIDTH = 1000.0
LEFT, RIGHT = 330.0, 670.0  # where the bars of either plan stand
BAR = 7.0
GAP = 8.0
ROW = 30.0  # the least height a label needs
TOP = 30.0
TALL = 90.0  # the longest bar
SMALL = 12  # goals below which bars are drawn shorter


@dataclass(frozen=True, slots=True)
class Node:
    """One section's bar: ``kept`` of its ``total`` goals stand in the other report too."""

    number: int
    group: Group
    total: int
    kept: int
    y: float
    height: float

    @property
    def kept_height(self) -> float:
        """How much of the bar the ribbons take."""
        return self.height * self.kept / self.total if self.total else 0.0

    @property
    def middle(self) -> float:
        """Where the label stands."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The goals that went from one section to another; ``path`` is its outline in SVG."""

    old: int
    new: int
    goals: int
    path: str


@dataclass(frozen=True, slots=True)
class SectionMap:
    """The picture, in units of an SVG `WIDTH` wide.

    ``hints`` join sections that speak of the same thing and share no goal.
    """

    old: tuple[Node, ...]
    new: tuple[Node, ...]
    ribbons: tuple[Ribbon, ...]
    hints: tuple[Ribbon, ...]
    height: float


def draw_map(comparison: Comparison, old: Atlas, new: Atlas) -> SectionMap:
    """Lay out both plans' sections and the goals carried between them."""
    flows = count_flows(comparison, old, new)
    kept_old = _count_kept(comparison, old, 0)
    kept_new = _count_kept(comparison, new, 1)
    largest = max((len(group.goals) for group in (*old.groups, *new.groups)), default=1)
    scale = min(TALL / largest, TALL / SMALL)
    left = _stack(old.groups, kept_old, scale)
    right = _stack(new.groups, kept_new, scale)
    height = max((node.y + max(node.height, ROW) for node in (*left, *right)), default=TOP)
    left, right = _centre(left, height), _centre(right, height)
    hints = _hint(find_links(comparison, old, new) - flows.keys(), left, right)
    return SectionMap(left, right, _weave(flows, left, right), hints, height + GAP)


def find_links(comparison: Comparison, old: Atlas, new: Atlas) -> set[tuple[int, int]]:
    """Find the groups whose own sections are linked."""
    places = [
        {id(group.section): number for number, group in enumerate(atlas.groups)}
        for atlas in (old, new)
    ]
    sections = old.report.sections, new.report.sections
    return {
        (places[0][id(sections[0][a])], places[1][id(sections[1][b])])
        for link in comparison.sections
        for a in link.old
        for b in link.new
        if id(sections[0][a]) in places[0] and id(sections[1][b]) in places[1]
    }


def count_flows(comparison: Comparison, old: Atlas, new: Atlas) -> Counter[tuple[int, int]]:
    """Count the goals carried from each group of the old plan to each group of the new one."""
    flows: Counter[tuple[int, int]] = Counter()
    for change in comparison.changes:
        if change.status is Status.CARRIED:
            targets = Counter(new.group_of[goal] for goal in change.link.new)
            target = targets.most_common(1)[0][0]
            flows.update((old.group_of[goal], target) for goal in change.link.old)
    return flows


def _count_kept(comparison: Comparison, atlas: Atlas, side: int) -> Counter[int]:
    return Counter(
        atlas.group_of[goal]
        for change in comparison.changes
        if change.status is Status.CARRIED
        for goal in (change.link.old, change.link.new)[side]
    )


def _stack(groups: Sequence[Group], kept: Counter[int], scale: float) -> tuple[Node, ...]:
    nodes: list[Node] = []
    y = TOP
    for number, group in enumerate(groups):
        height = max(len(group.goals) * scale, 2.0)
        room = max(height, ROW)
        top = y + (room - height) / 2
        nodes.append(Node(number, group, len(group.goals), kept[number], top, height))
        y += room + GAP
    return tuple(nodes)


def _centre(nodes: tuple[Node, ...], height: float) -> tuple[Node, ...]:
    """Spread a plan's bars over the whole height."""
    if not nodes:
        return nodes
    slack = height - (nodes[-1].y + max(nodes[-1].height, ROW))
    step = max(slack, 0.0) / len(nodes)
    return tuple(
        Node(n.number, n.group, n.total, n.kept, n.y + step * (i + 0.5), n.height)
        for i, n in enumerate(nodes)
    )


def _weave(
    flows: Counter[tuple[int, int]], left: Sequence[Node], right: Sequence[Node]
) -> tuple[Ribbon, ...]:
    into = Counter[int]()
    for (_, target), goals in flows.items():
        into[target] += goals
    spent_old = [node.y for node in left]
    ends = _place_ends(flows, right, into)
    ribbons = []
    for (source, target), goals in sorted(flows.items()):
        start = spent_old[source]
        width = left[source].kept_height * goals / max(left[source].kept, 1)
        spent_old[source] += width
        end, end_width = ends[source, target]
        ribbons.append(Ribbon(source, target, goals, _outline(start, width, end, end_width)))
    return tuple(ribbons)


def _place_ends(
    flows: Counter[tuple[int, int]], right: Sequence[Node], into: Counter[int]
) -> dict[tuple[int, int], tuple[float, float]]:
    spent = [node.y for node in right]
    ends: dict[tuple[int, int], tuple[float, float]] = {}
    for source, target in sorted(flows, key=lambda pair: (pair[1], pair[0])):
        width = right[target].kept_height * flows[source, target] / into[target]
        ends[source, target] = spent[target], width
        spent[target] += width
    return ends


def _hint(
    pairs: Iterable[tuple[int, int]], left: Sequence[Node], right: Sequence[Node]
) -> tuple[Ribbon, ...]:
    a, b, mid = LEFT + BAR, RIGHT, (LEFT + BAR + RIGHT) / 2
    return tuple(
        Ribbon(
            source,
            target,
            0,
            f"M{a:g} {left[source].middle:.1f}C{mid:g} {left[source].middle:.1f}"
            f" {mid:g} {right[target].middle:.1f} {b:g} {right[target].middle:.1f}",
        )
        for source, target in sorted(pairs)
    )


def _outline(start: float, width: float, end: float, end_width: float) -> str:
    """Draw a ribbon from a bar's right edge to the other bar's left edge."""
    a, b = LEFT + BAR, RIGHT
    mid = (a + b) / 2
    return (
        f"M{a:g} {start:.1f}C{mid:g} {start:.1f} {mid:g} {end:.1f} {b:g} {end:.1f}"
        f"V{end + end_width:.1f}"
        f"C{mid:g} {end + end_width:.1f} {mid:g} {start + width:.1f} {a:g} {start + width:.1f}Z"
    )


def list_targets(flows: Counter[tuple[int, int]], source: int) -> list[tuple[int, int]]:
    """List where a section's goals went, the most first, as (group, goals)."""
    found = [(target, goals) for (start, target), goals in flows.items() if start == source]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))
