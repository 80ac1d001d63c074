"""Time a comparison in this process beside a floor: the least any such job must do.

The floor reads two texts, cuts them into sentences, holds each against each (rapidfuzz), pairs the
most alike, marks what changed and joins a page. Ours reads and compares, and renders nothing. Both
run in turn, on one core, with everything loaded; the ratio of their medians is what counts.
"""

import argparse
import gc
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as the command does

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

BAR = 8.0
LOAD_BAR = 50.0  # milliseconds
ALIKE = 40.0  # likeness from which two sentences are laid side by side
SENTENCE_END = re.compile(r"(?<=[。；！？])|(?<=[.;!?])(?=\s)|\n")
LOAD = """
import time, numpy
from compare.alignment.vectors import load_table
begin = time.process_time()
load_table({code!r})
print((time.process_time() - begin) * 1000)
"""

Pair = tuple[int, int]


def cut_sentences(path: Path) -> list[str]:
    pieces = SENTENCE_END.split(path.read_text(encoding="utf-8-sig"))
    return [piece.strip() for piece in pieces if len(piece.strip()) > 3]


def pair_sentences(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pair each sentence with at most one, the most alike first."""
    likeness = process.cdist(old, new, scorer=fuzz.ratio, score_cutoff=ALIKE, dtype=np.uint8)
    rows, cols = np.nonzero(likeness)
    order = np.argsort(-likeness[rows, cols].astype(np.int16), kind="stable")
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for row, col in zip(rows[order].tolist(), cols[order].tolist(), strict=True):
        if row not in pairs and col not in taken:
            pairs[row] = col
            taken.add(col)
    return sorted(pairs.items())


def mark(old: str, new: str) -> str:
    """Write two sentences as one, with what went and what came."""
    parts = []
    for kind, a, b, c, d in Levenshtein.opcodes(old, new):
        if kind == "equal":
            parts.append(escape(old[a:b]))
        else:
            parts.append(f"<del>{escape(old[a:b])}</del><ins>{escape(new[c:d])}</ins>")
    return "".join(parts)


def run_floor(old: Path, new: Path) -> str:
    sentences = cut_sentences(old), cut_sentences(new)
    pairs = pair_sentences(*sentences)
    return "\n".join(f"<p>{mark(sentences[0][i], sentences[1][j])}</p>" for i, j in pairs)


def list_ours(old: Path, new: Path) -> dict[str, Callable[[], object]]:
    from compare import compare_reports, read_report

    reports = read_report(old), read_report(new)
    return {
        "read": lambda: (read_report(old), read_report(new)),
        "compare": lambda: compare_reports(*reports),
    }


def time_in_turn(jobs: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Give each job's median milliseconds of processor time; the first round warms up."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds + 1):
        for name, job in jobs.items():
            gc.collect()
            begin = time.process_time()
            job()
            taken[name].append((time.process_time() - begin) * 1000)
    return {name: statistics.median(times[1:]) for name, times in taken.items()}


def time_load(code: str, rounds: int) -> float:
    """Give the median milliseconds that a table of vectors takes to load in a new process."""
    command = [sys.executable, "-c", LOAD.format(code=code)]
    runs = [subprocess.run(command, check=True, stdout=subprocess.PIPE) for _ in range(rounds)]
    return statistics.median(float(done.stdout) for done in runs)


def judge(value: float, bar: float) -> str:
    return "ok" if value <= bar else "OVER"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--rounds", type=int, default=9)
    known = parser.parse_args()
    jobs = {"floor": lambda: run_floor(known.old, known.new), **list_ours(known.old, known.new)}
    taken = time_in_turn(jobs, known.rounds)
    for name, spent in taken.items():
        print(f"{name:8} {spent:7.1f} ms  {spent / taken['floor']:5.2f} x floor")
    ours = (taken["read"] + taken["compare"]) / taken["floor"]
    print(f"read + compare: {ours:.2f} x floor (bar {BAR}) {judge(ours, BAR)}")
    for code in ("zh", "en"):
        load = time_load(code, known.rounds)
        print(
            f"loading the {code} table: {load:.0f} ms (bar {LOAD_BAR:.0f}) {judge(load, LOAD_BAR)}"
        )


if __name__ == "__main__":
    main()
