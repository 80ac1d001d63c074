"""Fit the model that says which sections answer to each other, and judge it on pairs not seen."""

from __future__ import annotations

import json
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from logistic import fit, join

from compare.alignment.encoder import Encoder
from compare.alignment.learned import Logistic, load_weights
from compare.alignment.sections import measure_sections, read_contents
from compare.languages import get_language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from gold import Gold
    from logistic import Examples, Floats

    from compare.model import Link

NAMES = ("content", "subjects", "goals_of_smaller")
PENALTY = 1.0
HEADING = 2.0  # weight of like headings: too few gold pairs have any to learn it from
LINKED = 2.0  # weight of two sections that the readers link: most pairs are not


def collect_sections(gold: Gold, links: Sequence[Link]) -> tuple[dict[str, Floats], Examples]:
    """Stack the pairs of sections that the readers judged."""
    wanted = json.loads((gold.folder / "sections.json").read_text(encoding="utf-8"))
    judged = [
        {
            start: index
            for start in wanted[name]
            for index, section in enumerate(report.sections)
            if abs(section.span.start - start) <= 6
        }
        for name, report in zip(("old", "new"), gold.reports, strict=True)
    ]
    pairs = [*product(judged[0].values(), judged[1].values())]
    sides = read_contents(gold.reports[0]), read_contents(gold.reports[1])
    signals = measure_sections(sides, pairs, links, Encoder(get_language(gold.reports[0].language)))
    right = {(judged[0].get(p["old"]), judged[1].get(p["new"])) for p in wanted["pairs"]}
    truths = np.array([pair in right for pair in pairs])
    stacked = np.stack([signals[name] for name in NAMES], axis=1)
    return signals, (stacked, truths, np.where(truths, LINKED, 1.0))


def fit_sections(parts: Sequence[tuple[dict[str, Floats], Examples]]) -> Logistic:
    """Fit the model of sections, and give like headings the weight they get by decree."""
    model = fit(join([examples for _, examples in parts]), NAMES, PENALTY)
    usual = float(np.mean([signals["heading"].mean() for signals, _ in parts]))
    return Logistic(model.intercept - HEADING * usual, {"heading": HEADING, **model.weights})


def judge_sections(golds: Sequence[Gold], links: Mapping[Path, tuple[Link, ...]]) -> Logistic:
    """Judge the model of sections on each pair that has some, then fit it to all of them."""
    parts = {
        gold.folder: collect_sections(gold, links[gold.folder])
        for gold in golds
        if (gold.folder / "sections.json").is_file()
    }
    for folder, (signals, (_, truths, _)) in parts.items():
        others = [part for other, part in parts.items() if other != folder] or [*parts.values()]
        said = fit_sections(others).weigh(signals) >= 0
        f1 = 2 * (said & truths).sum() / (said.sum() + truths.sum())
        print(folder.name.ljust(26), f"sections {f1:.3f}")
    return fit_sections([*parts.values()]) if parts else load_weights().sections
