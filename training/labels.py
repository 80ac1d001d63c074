"""Labels of goals: what became of each goal of one report in the other, judged by reading.

A file of ``labels/`` names its two reports and their digests, then has a row for each goal: its
side, start and end (characters of the decoded text), label, whether the reader was sure, and the
starts of its partners on the other side. Labels are those of gold, see `gold.py`.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from gold import Gold, Row, lay_row, pair_reports, read_pair

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from compare.alignment.units import Side

MOSTLY = 0.8  # share of a sentence, in characters, from which what is said of it is said of all


def read_labels(path: Path, old: Path, new: Path) -> Gold:
    """Read two reports and the labels of their goals, by goal and by sentence."""
    reports = read_pair(old, new)
    pairing, signals = pair_reports(reports)
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    table = [*csv.DictReader(lines, delimiter="\t")]
    units = {
        row["side"] + row["start"]: (
            int(row["side"] == "new"),
            (int(row["start"]), int(row["end"])),
        )
        for row in table
    }
    other = {"old": "new", "new": "old"}
    goals = [
        lay_row(
            {
                "id": row["side"] + row["start"],
                "label": row["label"],
                "sure": row["sure"] == "sure",
                "to": [other[row["side"]] + start for start in row["partners"].split()],
            },
            units,
            reports,
        )
        for row in table
    ]
    rows = [
        row
        for index, side in enumerate((pairing.old, pairing.new))
        for row in join_sentences(index, side, goals)
    ]
    return Gold(path, reports, pairing, signals, rows, goals)


def join_sentences(index: int, side: Side, goals: Sequence[Row]) -> list[Row]:
    """Say of each sentence what is said of its goals; those that commit to nothing aside."""
    groups: dict[int, list[Row]] = {}
    for row in goals:
        if row.side == index and row.label != "none" and row.goals:
            groups.setdefault(int(side.sentence_of[row.goals[0][0]]), []).append(row)
    return [_join(index, rows) for rows in groups.values()]


def _join(side: int, rows: Sequence[Row]) -> Row:
    total = sum(count for row in rows for _, count in row.goals)
    kept = sum(count for row in rows if row.label == "carried" for _, count in row.goals)
    label = "carried" if kept >= MOSTLY * total else "partial"
    if all(row.label == "absent" for row in rows):
        label = "absent"
    return Row(
        side,
        label,
        all(row.sure for row in rows),
        [goal for row in rows for goal in row.goals],
        set[int]().union(*(row.partners for row in rows)),
        any(row.named for row in rows),
    )
