"""Lines that drifted: cut where a doubtful link has spliced two of them.

One wrong link joins two lines for good. Comparisons of reports farther apart are a second opinion
on the steps between them: where the link of a step is unsure, and none that could speak of it
bears it out, the line ends there, and the one that begins is tied to it.
"""

from collections.abc import Mapping, Sequence, Set
from itertools import product

from compare.model import Comparison, Confidence, Status
from compare.timeline.lines import Line

Pair = tuple[int, int]
Crossings = Mapping[Pair, Set[Pair]]  # goals that are linked, by the reports they stand in
SURE = 2.0  # above every score


def part_lines(
    lines: Sequence[Line], comparisons: Sequence[Comparison], crossings: Crossings
) -> list[Line]:
    """Cut lines at the steps that nothing but an unsure link holds together."""
    scores = [_list_scores(comparison) for comparison in comparisons]
    parts = {line: _part(line, scores, crossings) for line in lines}
    for pieces in parts.values():
        if pieces[0].origin:
            pieces[0].origin = _find_part(parts, pieces[0].origin, -1)
        if pieces[-1].heir:
            pieces[-1].heir = _find_part(parts, pieces[-1].heir, 0)
    return [part for pieces in parts.values() for part in pieces]


def _list_scores(comparison: Comparison) -> dict[Pair, float]:
    """Give every pair of goals that is linked the score of its link, where that is unsure."""
    carried = (change for change in comparison.changes if change.status is Status.CARRIED)
    return {
        pair: change.link.score if change.confidence is Confidence.UNSURE else SURE
        for change in carried
        for pair in product(change.link.old, change.link.new)
    }


def _part(line: Line, scores: Sequence[Mapping[Pair, float]], crossings: Crossings) -> list[Line]:
    """Cut a line at its weakest step, and its parts again; the first part is the line itself."""
    weak = {
        report: _weigh(line, report, scores[report - 1])
        for report in sorted(line.steps)[1:]
        if _is_doubted(line, report, crossings)
    }
    report = min(weak, key=lambda report: weak[report], default=0)
    if not weak or weak[report] >= SURE:
        return [line]
    after = _cut(line, report)
    return [*_part(line, scores, crossings), *_part(after, scores, crossings)]


def _weigh(line: Line, report: int, scores: Mapping[Pair, float]) -> float:
    """Give the best score among the links of a step."""
    pairs = product(line.steps[report - 1], line.steps[report])
    return max(scores.get(pair, 0.0) for pair in pairs)


def _is_doubted(line: Line, report: int, crossings: Crossings) -> bool:
    """Tell whether comparisons across a step speak of it, and none bears it out."""
    votes = [
        any(pair in linked for pair in product(line.steps[old], line.steps[new]))
        for (old, new), linked in crossings.items()
        if old < report <= new and old in line.steps and new in line.steps
    ]
    return bool(votes) and not any(votes)


def _cut(line: Line, report: int) -> Line:
    """Cut a line before a report, and tie both parts; give the later one."""
    after = Line(origin=(line, report), heir=line.heir)
    line.heir = (after, report)
    for at in [at for at in sorted(line.steps) if at >= report]:
        after.steps[at] = line.steps.pop(at)
        traits = line.traits.pop(at, ())
        if at > report:
            after.traits[at] = traits
    return after


def _find_part(
    parts: Mapping[Line, Sequence[Line]], tie: tuple[Line, int], shift: int
) -> tuple[Line, int]:
    """Find the part that a tie now leads to, by the report that it was tied in."""
    line, report = tie
    pieces = parts.get(line, (line,))
    return next((p for p in pieces if report + shift in p.steps), pieces[-1]), report
