"""Gold pairs: what careful readers say became of each unit, laid over the goals of two reports.

A gold folder holds ``units-old.jsonl`` and ``units-new.jsonl`` (id, start, end, in characters of
the decoded text) and ``align.jsonl`` (id, label, to, sure); some hold ``sections.json``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from compare import read_report
from compare.alignment.encoder import Encoder
from compare.alignment.goals import list_units
from compare.alignment.pairing import Pairing, pair_units
from compare.alignment.signals import SIGNALS
from compare.alignment.units import Side
from compare.languages import get_language
from compare.pipeline import Comparer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from compare.model import Report

    Floats = NDArray[np.float32]
    Groups = Sequence[tuple[tuple[int, ...], tuple[int, ...]]]

Extent = tuple[int, int]


@dataclass
class Row:
    """One labelled unit: the goals over it, each with the characters shared, and its partners."""

    side: int
    label: str
    sure: bool
    goals: list[tuple[int, int]]
    partners: set[int]
    named: bool  # the readers name a partner


@dataclass
class Gold:
    """A gold pair: its reports, its candidate pairs, their signals, and what the readers said.

    ``rows`` speak of sentences; ``goals`` of goals, where a reader judged each by itself.
    """

    folder: Path
    reports: tuple[Report, Report]
    pairing: Pairing
    signals: dict[str, Floats]
    rows: list[Row]
    goals: list[Row] = field(default_factory=list)

    def units(self, side: int) -> NDArray[np.int64]:
        """Give the goal of one side of each candidate pair."""
        return (self.pairing.own.rows, self.pairing.own.cols)[side]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def read_gold(folder: Path, old: Path, new: Path) -> Gold:
    """Read two reports, and what is known of them."""
    reports = read_pair(old, new)
    pairing, signals = pair_reports(reports)
    units = {
        unit["id"]: (side, (unit["start"], unit["end"]))
        for side, name in enumerate(("old", "new"))
        for unit in read_lines(folder / f"units-{name}.jsonl")
    }
    rows = [lay_row(row, units, reports) for row in read_lines(folder / "align.jsonl")]
    return Gold(folder, reports, pairing, signals, rows)


def read_pair(old: Path, new: Path) -> tuple[Report, Report]:
    """Read two reports as a comparison does."""
    reports = read_report(old), read_report(new)
    return Comparer(reports[0].language).count_titles(*reports)


def pair_reports(reports: tuple[Report, Report]) -> tuple[Pairing, dict[str, Floats]]:
    """Pair the goals of two reports, and give every pair its signals."""
    sides = [Side(tuple(list_units(report))) for report in reports]
    pairing = pair_units(*sides, Encoder(get_language(reports[0].language)))
    return pairing, {name: np.asarray(signal(pairing)) for name, signal in SIGNALS.items()}


def lay_row(
    row: Mapping[str, Any], units: Mapping[str, tuple[int, Extent]], reports: Sequence[Report]
) -> Row:
    """Lay a labelled unit and its partners over the goals of two reports."""
    side, unit = units[row["id"]]
    ours, theirs = (
        [(goal.span.start, goal.span.end) for goal in reports[index].pledges]
        for index in (side, 1 - side)
    )
    over = [(goal, share(extent, unit)) for goal, extent in enumerate(ours)]
    goals = [(g, n) for g, n in over if n and n >= 0.2 * min(size(unit), size(ours[g]))]
    wanted = [units[other][1] for other in row["to"] if other in units]
    partners = {
        goal
        for goal, extent in enumerate(theirs)
        if any(share(extent, w) >= 0.3 * min(size(extent), size(w)) for w in wanted)
    }
    return Row(side, row["label"], row.get("sure", True), goals, partners, bool(row["to"]))


def share(one: Extent, two: Extent) -> int:
    """Count the characters two extents share."""
    return max(0, min(one[1], two[1]) - max(one[0], two[0]))


def size(extent: Extent) -> int:
    """Count the characters of an extent."""
    return extent[1] - extent[0]


def judge(gold: Gold, groups: Groups) -> dict[str, float]:
    """Compare links with the readers': macro-F1 of carried and absent, F1 of the links."""
    linked: tuple[dict[int, tuple[int, ...]], ...] = ({}, {})
    for olds, news in groups:
        linked[0].update(dict.fromkeys(olds, news))
        linked[1].update(dict.fromkeys(news, olds))
    said: list[tuple[str, str]] = []
    precise: list[float] = []
    reached: list[float] = []
    for row in gold.rows:
        ours = linked[row.side]
        if row.label in ("carried", "absent") and row.sure:
            carried = sum(count for goal, count in row.goals if goal in ours)
            total = sum(count for _, count in row.goals)
            said.append((row.label, "carried" if total and carried * 2 >= total else "absent"))
        found = {other for goal, _ in row.goals for other in ours.get(goal, ())}
        if row.label in ("carried", "partial") and row.named:
            reached.append(float(bool(found & row.partners)))
            if found:
                precise.append(len(found & row.partners) / len(found))
        elif row.label == "absent" and row.sure and found:
            precise.append(0.0)
    precision, recall = (sum(part) / max(1, len(part)) for part in (precise, reached))
    return {
        "status": (_f1(said, "carried") + _f1(said, "absent")) / 2,
        "link": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "precision": precision,
        "recall": recall,
    }


def _f1(said: Sequence[tuple[str, str]], label: str) -> float:
    right = said.count((label, label))
    claimed = sum(gold == label for gold, _ in said) + sum(ours == label for _, ours in said)
    return 2 * right / claimed if claimed else 0.0
