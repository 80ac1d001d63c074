"""The links a user had best decide on: those that could as well have been otherwise."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compare.model import Comparison, Decision, Report

_HEAD = """\
# Links between {old} and {new} to decide on, the least certain first.
# decision = "together": these two goals are one. decision = "apart": they are not.
# What is left empty is left to the program; "now" is what it thinks, "score" how probable it is
# that the two are one. To say what a section does, add:
#   [[roles]]
#   side = "new"        # old or new
#   heading = "words of the heading"
#   role = "plan"       # plan, review or other
"""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair of pledges, what the program took it for, and how probable it is that they are one."""

    old: int
    new: int
    now: Decision
    score: float


def list_doubts(comparison: Comparison, count: int = 20) -> tuple[Doubt, ...]:
    """List the pairs nearest to a toss of a coin."""
    doubts = {(doubt.old, doubt.new): doubt for doubt in _find_doubts(comparison)}
    by_doubt = sorted(doubts.values(), key=lambda d: (abs(d.score - 0.5), d.old, d.new))
    return tuple(by_doubt[:count])


def _find_doubts(comparison: Comparison) -> Iterator[Doubt]:
    for link in (change.link for change in comparison.changes):
        if link.old and link.new:
            for old in link.old:
                yield from (Doubt(old, new, Decision.TOGETHER, link.score) for new in link.new)
        elif link.rival:
            other, chance = link.rival
            old, new = (link.old[0], other) if link.old else (other, link.new[0])
            yield Doubt(old, new, Decision.APART, chance)


def write_doubts(comparison: Comparison, doubts: Iterable[Doubt], form: str = "toml") -> str:
    """Write doubts as a file of pins with empty decisions, as ``toml`` or as ``json``."""
    reports = comparison.old, comparison.new
    entries = [_describe(doubt, *reports) for doubt in doubts]
    if form == "json":
        return json.dumps({"pins": entries, "roles": []}, ensure_ascii=False, indent=1) + "\n"
    names = (" ".join(report.document.name.split()) for report in reports)
    head = _HEAD.format(**dict(zip(("old", "new"), names, strict=True)))
    return "\n".join([head, *("\n".join(_write_entry(entry)) for entry in entries)])


def _describe(doubt: Doubt, old: Report, new: Report) -> dict[str, object]:
    return {
        "decision": "",
        "now": doubt.now.value,
        "score": round(doubt.score, 3),
        "old": _cite(old, doubt.old),
        "new": _cite(new, doubt.new),
    }


def _cite(report: Report, place: int) -> dict[str, object]:
    goal = report.pledges[place]
    return {
        "quote": goal.wording,
        "line": report.document.text.count("\n", 0, goal.span.start) + 1,
        "section": " › ".join(goal.section),
    }


def _write_entry(entry: dict[str, object]) -> Iterator[str]:
    yield "[[pins]]"
    for key, value in entry.items():
        yield f"{key} = {_write_value(value)}"
    yield ""


def _write_value(value: object) -> str:
    """Write a value as TOML, whose strings are those of JSON but for one character."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key} = {_write_value(v)}' for key, v in value.items())}}}"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
