"""Lines of goals: changes of neighbouring comparisons, chained from report to report.

Where a goal was split, the part that is most like what comes before and after keeps the line,
and a part that goes on by itself begins a line of its own; merges likewise. Following every link
instead would tie all goals of a field into one knot within a few years.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from compare.model import Change, Comparison, Goal, Report, Status, Trait
from compare.wording import measure_likeness

Place = tuple[int, int]  # a report or a comparison, and a goal or a change in it


@dataclass(eq=False, slots=True)
class Line:
    """A line in the making: its goals by report, and how each step changed.

    ``origin`` and ``heir`` come with the first report in which the two lines are apart, or one.
    """

    steps: dict[int, list[int]] = field(default_factory=dict)
    traits: dict[int, tuple[Trait, ...]] = field(default_factory=dict)
    origin: "tuple[Line, int] | None" = None
    heir: "tuple[Line, int] | None" = None

    @property
    def first(self) -> int:
        """The first report that it stands in."""
        return min(self.steps)

    @property
    def last(self) -> int:
        """The last report that it stands in."""
        return max(self.steps)

    @property
    def order(self) -> tuple[int, list[int]]:
        """Where it begins: by this, lines are listed."""
        return self.first, self.steps[self.first]


def weave_lines(reports: Sequence[Report], comparisons: Sequence[Comparison]) -> list[Line]:
    """Put every goal of every report in one line; comparisons are of neighbours."""
    loom = _Loom(tuple(report.pledges for report in reports), comparisons)
    lines: dict[Place, Line] = {}
    for step, changes in enumerate(loom.changes):
        before = loom.chain(step)
        for number, change in enumerate(changes):
            line = lines[step - 1, before[number]] if number in before else Line()
            lines[step, number] = line
            line.traits[step + 1] = change.traits
    return loom.place_goals(lines)


class _Loom:
    """The carried changes of each comparison, and where each goal came from and went."""

    def __init__(
        self, pledges: Sequence[tuple[Goal, ...]], comparisons: Sequence[Comparison]
    ) -> None:
        self.pledges = pledges
        self.changes = [
            [change for change in comparison.changes if change.status is Status.CARRIED]
            for comparison in comparisons
        ]
        self.coming = [_index(changes, "new") for changes in self.changes]
        self.going = [_index(changes, "old") for changes in self.changes]

    def chain(self, step: int) -> dict[int, int]:
        """Give each change the one of the year before that it goes on from, one to one."""
        if step == 0:
            return {}
        shared: dict[tuple[int, int], list[int]] = defaultdict(list)
        for goal, after in self.going[step].items():
            if goal in self.coming[step - 1]:
                shared[self.coming[step - 1][goal], after].append(goal)
        befores, afters = (Counter(pair[side] for pair in shared) for side in (0, 1))
        scores = {
            pair: self._weigh(step, pair, goals) if befores[pair[0]] + afters[pair[1]] > 2 else 0.0
            for pair, goals in shared.items()
        }
        chained: dict[int, int] = {}
        taken = set()
        for before, after in sorted(scores, key=lambda pair: (-scores[pair], pair)):
            if before not in taken and after not in chained:
                chained[after] = before
                taken.add(before)
        return chained

    def _weigh(self, step: int, pair: tuple[int, int], goals: Iterable[int]) -> float:
        """Tell how much the goals between two changes are like those before and after."""
        before = self._word(step - 1, self.changes[step - 1][pair[0]].link.old)
        after = self._word(step + 1, self.changes[step][pair[1]].link.new)
        return max(
            max(measure_likeness(word, other) for other in before)
            + max(measure_likeness(word, other) for other in after)
            for word in self._word(step, goals)
        )

    def _word(self, report: int, goals: Iterable[int]) -> list[str]:
        return [self.pledges[report][goal].wording for goal in goals]

    def place_goals(self, lines: Mapping[Place, Line]) -> list[Line]:
        """Put goals where they go on to, or else where they come from; alone, in a new line."""
        found: dict[Line, None] = {}
        for report, pledges in enumerate(self.pledges):
            for goal in range(len(pledges)):
                came = _look_up(lines, self.coming, report - 1, goal)
                goes = _look_up(lines, self.going, report, goal)
                line = goes or came or Line()
                if came and goes and came is not goes:
                    line = _part(came, goes, report)
                line.steps.setdefault(report, []).append(goal)
                found[line] = None
        return list(found)


def _look_up(
    lines: Mapping[Place, Line], index: Sequence[Mapping[int, int]], step: int, goal: int
) -> Line | None:
    inside = 0 <= step < len(index) and goal in index[step]
    return lines[step, index[step][goal]] if inside else None


def _part(came: Line, goes: Line, report: int) -> Line:
    """Say which of two lines a goal between them belongs to, and tie the two."""
    if min(goes.traits) == report + 1:  # it begins here: it was split off
        goes.origin = goes.origin or (came, report)
        return goes
    if max(came.traits) == report:  # it ends here: it was merged
        came.heir = came.heir or (goes, report + 1)
    return came


def _index(changes: Sequence[Change], side: str) -> dict[int, int]:
    return {
        goal: number
        for number, change in enumerate(changes)
        for goal in (change.link.new if side == "new" else change.link.old)
    }
