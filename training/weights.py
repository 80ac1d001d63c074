"""Fit the matcher's models to gold pairs, judge them on pairs they have not seen, write them.

A gold folder holds ``units-old.jsonl`` and ``units-new.jsonl`` (id, text) and ``align.jsonl``
(id, label, to, sure): what careful readers say became of each unit.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.alignment.candidates import find_candidates
from compare.alignment.learned import Logistic, Weights
from compare.alignment.matching import assign, pair_equals
from compare.alignment.material import Material
from compare.alignment.rivalry import compare_rivals
from compare.alignment.scoring import Scored, standardize, to_probability
from compare.alignment.signals import SIGNALS, Pairs
from compare.languages import find_language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MIX = tuple(SIGNALS)
LINK = ("score", "lead", "better_lead", "field", "better_field", *SIGNALS)
TOP = 3  # candidates of a unit that the second model learns from
PENALTY = {"mix": 3.0, "link": 3.0}


@dataclass
class Pair:
    """A gold pair: its candidates, their signals, and what the readers said of its units."""

    name: str
    old: list[str]
    new: list[str]
    pairs: Pairs
    signals: dict[str, Floats]
    gold: list[tuple[int, int, dict[str, Any], set[int]]]  # side, unit, row, counterparts

    def candidates(self, side: int, unit: int) -> NDArray[np.int64]:
        """Give the places of a unit's candidate pairs."""
        return np.nonzero((self.pairs.rows, self.pairs.cols)[side] == unit)[0]

    def others(self, side: int) -> NDArray[np.int64]:
        """Give the text on the far side of each candidate pair."""
        return (self.pairs.cols, self.pairs.rows)[side]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Read one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def read_pair(folder: Path) -> Pair:
    """Read a gold folder and compute the signals of its pair."""
    units = [read_rows(folder / f"units-{side}.jsonl") for side in ("old", "new")]
    old, new = ([unit["text"] for unit in side] for side in units)
    language = find_language("\n".join(old))
    pairs = Pairs(material := Material(old, new, language), *find_candidates(material))
    places = [{unit["id"]: index for index, unit in enumerate(side)} for side in units]
    gold = []
    for row in read_rows(folder / "align.jsonl"):
        side = int(row["id"] in places[1])
        to = {places[1 - side][other] for other in row["to"] if other in places[1 - side]}
        gold.append((side, places[side][row["id"]], row, to))
    signals = {name: signal(pairs) for name, signal in SIGNALS.items()}
    return Pair(folder.name, old, new, pairs, signals, gold)


def collect(
    pair: Pair, values: Mapping[str, Floats], names: Sequence[str], score: Floats | None = None
) -> tuple[Floats, Floats, Floats]:
    """Stack the labelled candidates: values, whether the readers link them, and their weight.

    With a score, only the best candidates of each unit.
    """
    stacked = np.stack([values[name] for name in names], axis=1)
    rows, truths, weights = [], [], []
    for side, unit, row, to in pair.gold:
        if row["label"] == "none":
            continue
        places = pair.candidates(side, unit)
        if score is not None:
            places = places[np.argsort(-score[places], kind="stable")[:TOP]]
        rows.append(stacked[places])
        truths.append(np.isin(pair.others(side)[places], list(to)))
        weights.append(np.full(len(places), 1.0 if row.get("sure", True) else 0.5))
    return np.concatenate(rows), np.concatenate(truths), np.concatenate(weights)


def fit(
    values: Floats, truths: Floats, weights: Floats, names: Sequence[str], penalty: float
) -> Logistic:
    """Fit a logistic model by Newton's method; the penalty is on standardised coefficients."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-6
    design = np.column_stack([np.ones(len(values)), (values - mean) / spread]).astype(np.float64)
    ridge = np.diag([0.0, *[penalty] * len(names)])
    beta = np.zeros(design.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(design @ beta, -30, 30)))
        slope = design.T @ (weights * (truths - chance)) - ridge @ beta
        curve = (design * (weights * chance * (1 - chance))[:, None]).T @ design + ridge
        step = np.linalg.solve(curve, slope)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    coefficients = beta[1:] / spread
    intercept = float(beta[0] - (coefficients * mean).sum())
    return Logistic(intercept, dict(zip(names, map(float, coefficients), strict=True)))


def fit_weights(pairs: Sequence[Pair], threshold: float) -> Weights:
    """Fit both models to all pairs given."""
    usual = {
        name: (
            float(np.mean([pair.signals[name].mean() for pair in pairs])),
            float(np.mean([pair.signals[name].std() for pair in pairs])),
        )
        for name in SIGNALS
    }
    parts = [collect(pair, standardize(pair.signals, usual), MIX) for pair in pairs]
    mix = fit(*map(np.concatenate, zip(*parts, strict=True)), MIX, PENALTY["mix"])
    parts = []
    for pair in pairs:
        values, score = describe(pair, mix, usual)
        parts.append(collect(pair, values, LINK, score))
    link = fit(*map(np.concatenate, zip(*parts, strict=True)), LINK, PENALTY["link"])
    return Weights(mix, link, usual, threshold)


def describe(
    pair: Pair, mix: Logistic, usual: Mapping[str, tuple[float, float]]
) -> tuple[dict[str, Floats], Floats]:
    """Give all that the second model looks at, and the first one's score."""
    score = mix.weigh(standardize(pair.signals, usual))
    rivals = compare_rivals(pair.pairs.rows, pair.pairs.cols, score)
    return {**pair.signals, "score": score, **rivals}, score


def link_pair(pair: Pair, weights: Weights) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Link a pair as the package does."""
    values, _ = describe(pair, weights.mix, weights.usual)
    chance = to_probability(weights.link.weigh(values))
    scored = Scored(pair.pairs.rows, pair.pairs.cols, pair.signals, chance)
    return assign(scored, weights.threshold, pair_equals(pair.old, pair.new)).groups()


def judge(
    pair: Pair, groups: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]
) -> dict[str, float]:
    """Compare links with the readers': macro-F1 of carried and absent, F1 of the links."""
    linked: tuple[dict[int, tuple[int, ...]], ...] = ({}, {})
    for olds, news in groups:
        linked[0].update(dict.fromkeys(olds, news))
        linked[1].update(dict.fromkeys(news, olds))
    said: dict[tuple[str, bool], int] = {}
    precise: list[float] = []
    reached: list[float] = []
    for side, unit, row, to in pair.gold:
        ours = linked[side].get(unit, ())
        sure = row.get("sure", True)
        if row["label"] in ("carried", "absent") and sure:
            said[row["label"], bool(ours)] = said.get((row["label"], bool(ours)), 0) + 1
        if row["label"] in ("carried", "partial") and to:
            reached.append(float(bool(to & set(ours))))
            if ours:
                precise.append(len(to & set(ours)) / len(ours))
        elif row["label"] == "absent" and sure and ours:
            precise.append(0.0)
    carried = _f1(said, "carried", linked=True)
    absent = _f1(said, "absent", linked=False)
    one, two = (sum(part) / max(1, len(part)) for part in (precise, reached))
    return {
        "status": (carried + absent) / 2,
        "link": 2 * one * two / (one + two) if one + two else 0.0,
        "precision": one,
        "recall": two,
    }


def _f1(said: Mapping[tuple[str, bool], int], label: str, *, linked: bool) -> float:
    right = said.get((label, linked), 0)
    wanted = sum(count for (gold, _), count in said.items() if gold == label)
    found = sum(count for (_, link), count in said.items() if link is linked)
    return 2 * right / (wanted + found) if wanted + found else 0.0


def show(weights: Weights) -> str:
    """Write the models down as TOML."""
    lines = ["# Written by training/weights.py; edit by training anew.", ""]
    lines += [f"threshold = {weights.threshold}", ""]
    for name, model in (("mix", weights.mix), ("link", weights.link)):
        lines += [f"[{name}]", f"intercept = {model.intercept:.4f}", "", f"[{name}.weights]"]
        lines += [f"{key} = {value:.4f}" for key, value in model.weights.items()] + [""]
    lines += ["[usual]  # mean and spread among the candidates of two reports"]
    lines += [
        f"{key} = [{mean:.4f}, {spread:.4f}]" for key, (mean, spread) in weights.usual.items()
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Judge by leaving each pair out in turn, then fit to all and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, help="folders of gold pairs")
    parser.add_argument("-o", "--output", type=Path, help="file of coefficients to write")
    parser.add_argument("--threshold", type=float, default=0.5)
    options = parser.parse_args()
    pairs = [read_pair(folder) for folder in options.gold]
    for pair in pairs:
        others = [other for other in pairs if other is not pair] or pairs
        figures = judge(pair, link_pair(pair, fit_weights(others, options.threshold)))
        print(pair.name.ljust(26), " ".join(f"{key} {figures[key]:.3f}" for key in figures))
    if options.output:
        options.output.write_text(show(fit_weights(pairs, options.threshold)), encoding="utf-8")


if __name__ == "__main__":
    main()
