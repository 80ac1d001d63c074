"""Fit the matcher's models to gold pairs, judge them on pairs they have not seen, write them.

    python training/weights.py --pair GOLD OLD NEW [--pair …] --labels FILE OLD NEW [--labels …]
        -o compare/alignment/data/weights.toml

GOLD is a folder (see `gold.py`), FILE one of goals (see `labels.py`), OLD and NEW are the two
reports it speaks of. Each pair is first judged by models fitted to the others; what is written
is fitted to all of them.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from gold import Gold, Row, judge, read_gold
from labels import read_labels
from logistic import fit, join
from sections import judge_sections

from compare.alignment.candidates import find_best
from compare.alignment.learned import MODELS, Logistic, Weights, sign_table, to_probability
from compare.alignment.matching import assign, make_links, pair_equals
from compare.alignment.rivalry import describe_units
from compare.alignment.scoring import (
    Scored,
    compare_leads,
    describe_pairs,
    rate_fit,
    standardize,
    weigh_pairs,
)
from compare.alignment.vectors import list_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from compare.model import Link

    Floats = NDArray[np.float32]
    Examples = tuple[Floats, NDArray[np.bool_], Floats]

LEADS = ("lead", "better_lead", "field", "better_field")
HINTS = ("best", "second", "any", "sibling", "siblings", "mutual")
NAMES = {
    "mix": (
        *("meaning", "clause", "terms", "sentence", "sentence_clause"),
        *(
            "sentence_clauses",
            "sentence_terms",
            "sentence_subjects",
            "subjects",
            "rarity",
            "context",
            "themes",
            "section",
            "heading",
        ),
    ),
    "link": (
        *("score", *LEADS, "meaning", "clause", "terms", "sentence", "sentence_clause"),
        *("sentence_terms", "sentence_subjects", "subjects", "rarity", "context", "section"),
    ),
    "carried": (*HINTS, "clause", "sentence", "rarity", "subjects", "sentence_subjects"),
    "fit": ("clause", "terms", "subjects", "near", "nearer"),
}
PENALTY = {"mix": 3.0, "link": 3.0, "carried": 3.0, "fit": 1.0}
FIRST = ("meaning", "sentence", "rarity", "context")  # a first ranking, to begin with
TOP = 6  # sentences held against a unit that the second model learns from
RIGHT = 3  # right partners of a unit that are learned from: it need not answer to every one
ALIKE = {"meaning": 1.6, "terms": 1.6, "clause": 0.8}  # what picks a sentence's pair of goals
ASKED = 0.3  # probability of its sentences from which a pair of goals is learned from
DOUBT = 0.5  # weight of what the readers were not sure of
ONE_READER = 0.3  # weight of labels of goals, beside gold, in the models of sentences
CAUTION = 2.0  # weight of an absent goal: in gold most goals are carried, yet both count alike
LEAST_SURE = 0.6, 0.9  # from where a verdict is called likely, and sure


def collect_pairs(
    gold: Gold, values: Mapping[str, Floats], names: Sequence[str], score: Floats, top: int | None
) -> Examples:
    """Stack the candidates of labelled units, whether the readers link them, and their weight.

    Readers link sentences, and a sentence may hold several goals: which of them belong together
    nobody said. So a sentence is held against each other one by its best pair of goals, whether
    the readers link the two or not (learning from several instances, Dietterich et al. 1997).
    """
    places, truths, weights = [], [], []
    likely = score + sum(weight * gold.signals[name] for name, weight in ALIKE.items())
    for row in gold.rows:
        if row.label == "none" or not row.goals:
            continue
        best = pick_pairs(gold, row, likely)
        homes = (gold.pairing.old, gold.pairing.new)[1 - row.side].sentence_of
        right = np.isin(homes[gold.units(1 - row.side)[best]], homes[[*row.partners]])
        limit = np.sort(score[best[right]])[-RIGHT:].min(initial=99)
        held = right & (score[best] >= limit)
        keep = held | ~right
        order = np.argsort(-score[best[keep]], kind="stable")[:top]
        places.append(best[keep][order])
        truths.append(held[keep][order])
        weights.append(np.full(len(order), (1 if row.sure else DOUBT) * trust(gold)))
    at = np.concatenate(places)
    stacked = np.stack([values[name][at] for name in names], axis=1)
    return stacked, np.concatenate(truths), np.concatenate(weights)


def trust(gold: Gold) -> float:
    """Say how much a pair's labels weigh: those of goals were read once, and quickly."""
    return ONE_READER if gold.goals else 1.0


def pick_pairs(gold: Gold, row: Row, likely: Floats) -> NDArray[np.int64]:
    """Pick the likeliest pair of goals for each sentence that a unit is held against."""
    pairs = np.nonzero(np.isin(gold.units(row.side), [goal for goal, _ in row.goals]))[0]
    homes = (gold.pairing.old, gold.pairing.new)[1 - row.side].sentence_of
    sentences = homes[gold.units(1 - row.side)[pairs]]
    order = np.lexsort((-likely[pairs], sentences))
    first = np.diff(sentences[order], prepend=-1) != 0
    picked: NDArray[np.int64] = pairs[order[first]]
    return picked


def collect_units(gold: Gold, chances: Floats, names: Sequence[str]) -> Examples:
    """Stack the labelled goals, whether the readers call them carried, and their weight."""
    told = [describe_units(gold.pairing, side, chances, gold.signals) for side in (0, 1)]
    stacks = [np.stack([side[name] for name in names], axis=1) for side in told]
    rows, truths, weights = [], [], []
    for row in gold.rows:
        if row.label == "none" or not row.goals:
            continue
        goals, sure = row.goals, (1 if row.sure else DOUBT) * trust(gold)
        if row.label == "partial":
            goals, sure = [max(goals, key=lambda g: told[row.side]["best"][g[0]])], sure * 0.5
        total = sum(count for _, count in goals)
        for goal, count in goals:
            rows.append(stacks[row.side][goal])
            truths.append(row.label != "absent")
            caution = CAUTION if row.label == "absent" else 1
            weights.append(sure * count / total * caution)
    return np.array(rows), np.array(truths), np.array(weights)


def collect_goals(gold: Gold, chances: Floats, best: float, names: Sequence[str]) -> Examples:
    """Stack the pairs of labelled goals whose sentences seem to answer to each other."""
    told: tuple[dict[int, Row], ...] = ({}, {})
    for row in gold.goals:
        if row.label != "none":
            told[row.side].update({goal: row for goal, _ in row.goals})
    places, truths, weights = [], [], []
    pairs = zip(gold.units(0).tolist(), gold.units(1).tolist(), strict=True)
    for place, (old, new) in enumerate(pairs):
        if chances[place] >= ASKED and old in told[0] and new in told[1]:
            rows = told[0][old], told[1][new]
            places.append(place)
            truths.append(new in rows[0].partners or old in rows[1].partners)
            weights.append(1 if rows[0].sure and rows[1].sure else DOUBT)
    values = {**gold.signals, **compare_leads(gold.pairing, gold.signals["meaning"], best)}
    stacked = np.stack([values[name][places] for name in names], axis=1)
    return stacked, np.array(truths), np.array(weights)


def best_meanings(gold: Gold) -> Floats:
    """Give the best meaning that each old unit with candidates finds."""
    units = gold.units(0)
    return find_best(units, gold.signals["meaning"], int(units.max()) + 1, -1)


def measure_usual(golds: Sequence[Gold]) -> dict[str, tuple[float, float]]:
    """Give mean and spread of each signal, and of the best meaning that units find."""
    found = [{**gold.signals, "best": best_meanings(gold)} for gold in golds]
    return {
        name: (
            float(np.mean([values[name].mean() for values in found])),
            float(np.mean([values[name].std() for values in found])),
        )
        for name in found[0]
    }


def fit_weights(golds: Sequence[Gold], sections: Logistic) -> Weights:
    """Fit the models of goals to all pairs given, one after the other."""
    usual = measure_usual(golds)
    standard = [standardize(gold.signals, usual) for gold in golds]
    mix = Logistic(0.0, dict.fromkeys(FIRST, 1.0))
    for _ in range(2):
        parts = [
            collect_pairs(gold, values, NAMES["mix"], mix.weigh(values), None)
            for gold, values in zip(golds, standard, strict=True)
        ]
        mix = fit(join(parts), NAMES["mix"], PENALTY["mix"])
    weights = Weights(mix, mix, mix, mix, sections, usual)
    told = [describe_pairs(gold.pairing, gold.signals, weights) for gold in golds]
    parts = [
        collect_pairs(gold, values, NAMES["link"], values["score"], TOP)
        for gold, values in zip(golds, told, strict=True)
    ]
    link = fit(join(parts), NAMES["link"], PENALTY["link"])
    units = [
        collect_units(gold, to_probability(link.weigh(values)), NAMES["carried"])
        for gold, values in zip(golds, told, strict=True)
    ]
    carried = fit(join(units), NAMES["carried"], PENALTY["carried"])
    weights = Weights(mix, link, carried, mix, sections, usual)
    goals = [
        collect_goals(
            gold,
            weigh_pairs(gold.pairing, gold.signals, weights),
            usual["best"][0],
            NAMES["fit"],
        )
        for gold in golds
        if gold.goals
    ]
    return replace(weights, fit=fit(join(goals), NAMES["fit"], PENALTY["fit"]))


def link_gold(gold: Gold, weights: Weights) -> tuple[Link, ...]:
    """Link a pair as the package does."""
    own = gold.pairing.own
    chances = weigh_pairs(gold.pairing, gold.signals, weights)
    fits = rate_fit(gold.pairing, gold.signals, weights)
    scored = Scored(own.rows, own.cols, gold.signals, chances, fits)
    stars = assign(scored, pair_equals(own.material.old.wordings, own.material.new.wordings))
    return make_links(scored, stars, (len(gold.pairing.old), len(gold.pairing.new)))


def check_verdicts(gold: Gold, links: Sequence[Link]) -> Iterator[tuple[float, bool]]:
    """Say how sure each verdict on a goal is that the readers judged, and whether it is right."""
    of: tuple[dict[int, Link], ...] = ({}, {})
    for link in links:
        of[0].update(dict.fromkeys(link.old, link))
        of[1].update(dict.fromkeys(link.new, link))
    for row in gold.goals or gold.rows:
        for goal, _ in row.goals if row.sure and row.label != "none" else ():
            link = of[row.side][goal]
            others = (link.new, link.old)[row.side]
            if others:
                yield link.score, not row.partners.isdisjoint(others)
            elif row.label != "partial":  # which part of it is not carried nobody said
                yield link.score, row.label == "absent"


def show(weights: Weights) -> str:
    """Write the models down as TOML."""
    lines = ["# Written by training/weights.py; to change it, train anew.", "", "[tables]"]
    lines += [f'{code} = "{sign_table(code)}"' for code in list_tables()] + [""]
    for name in MODELS:
        model = getattr(weights, name)
        lines += [f"[{name}]", f"intercept = {model.intercept:.4f}", "", f"[{name}.weights]"]
        lines += [f"{key} = {value:.4f}" for key, value in model.weights.items()] + [""]
    lines += ["[usual]  # mean and spread among the candidates of two reports"]
    lines += [
        f"{key} = [{mean:.4f}, {spread:.4f}]" for key, (mean, spread) in weights.usual.items()
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Judge by leaving each pair out in turn, then fit to all and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for name in ("--pair", "--labels"):
        parser.add_argument(name, nargs=3, type=Path, action="append", required=True)
    parser.add_argument("-o", "--output", type=Path, help="file of coefficients to write")
    options = parser.parse_args()
    golds = [read_gold(*paths) for paths in options.pair]
    golds += [read_labels(*paths) for paths in options.labels]
    blank, links = Logistic(0.0, {}), {}
    for gold in golds:
        weights = fit_weights([other for other in golds if other is not gold] or golds, blank)
        links[gold.folder] = link_gold(gold, weights)
        groups = [(link.old, link.new) for link in links[gold.folder] if link.old and link.new]
        for rows in filter(None, (gold.rows, gold.goals)):
            figures = judge(replace(gold, rows=rows), groups)
            name = gold.folder.stem + (" by goal" if rows is gold.goals else "")
            print(name.ljust(30), " ".join(f"{k} {v:.3f}" for k, v in figures.items()))
    for name, some in (("units", [g for g in golds if not g.goals]), ("goals", golds)):
        told = [
            one
            for g in some
            if name == "units" or g.goals
            for one in check_verdicts(g, links[g.folder])
        ]
        for least in LEAST_SURE:
            kept = [right for sureness, right in told if sureness >= least]
            print(
                f"verdicts on {name} at {least} and above: {len(kept)}, right {np.mean(kept):.3f}"
            )
    sections = judge_sections(golds, links)
    if options.output:
        options.output.write_text(show(fit_weights(golds, sections)), encoding="utf-8")


if __name__ == "__main__":
    main()
