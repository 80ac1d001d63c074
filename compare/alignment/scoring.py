"""From signals to the probability that two texts are the same goal."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.alignment.candidates import find_candidates
from compare.alignment.learned import Weights, to_probability
from compare.alignment.material import Material
from compare.alignment.rivalry import compare_rivals
from compare.alignment.signals import SIGNALS, Pairs

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats, Places

LEAN = 500  # candidates worth as much as what is usual


@dataclass(frozen=True)
class Scored:
    """Candidate pairs with the value of each signal and the probability that they are one."""

    rows: "Places"
    cols: "Places"
    signals: Mapping[str, "Floats"]
    probability: "Floats"


def score_texts(material: Material, weights: Weights) -> Scored:
    """Find the candidates of two lists of texts and score them."""
    pairs = Pairs(material, *find_candidates(material))
    signals = {name: signal(pairs) for name, signal in SIGNALS.items()}
    features = describe_pairs(pairs, signals, weights)
    probability = to_probability(weights.link.weigh(features))
    return Scored(pairs.rows, pairs.cols, signals, probability)


def describe_pairs(
    pairs: Pairs, signals: Mapping[str, "Floats"], weights: Weights
) -> dict[str, "Floats"]:
    """Give each pair all that the last model looks at."""
    score = weights.mix.weigh(standardize(signals, weights.usual))
    return {**signals, "score": score, **compare_rivals(pairs.rows, pairs.cols, score)}


def standardize(
    signals: Mapping[str, "Floats"], usual: Mapping[str, tuple[float, float]]
) -> dict[str, "Floats"]:
    """Measure each signal in spreads from its mean among the candidates of these two lists."""
    import numpy as np

    found = {}
    for name, values in signals.items():
        mean, spread = usual[name]
        share = len(values) / (len(values) + LEAN)
        if len(values):
            own = float(values.mean(dtype=np.float64))
            mean += share * (own - mean)
            spread += share * (float(values.std(dtype=np.float64)) - spread)
        found[name] = (values - np.float32(mean)) / np.float32(max(spread, 1e-6))
    return found
