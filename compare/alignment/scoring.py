"""From signals to the probability that two units are the same goal."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.alignment.learned import Weights, to_probability
from compare.alignment.pairing import Pairing
from compare.alignment.rivalry import compare_rivals, describe_units
from compare.alignment.signals import SIGNALS

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats, Places

# Gold speaks of sentences, so probability says little about which of their goals belong together.
FIT = {"meaning": 0.4, "terms": 0.4, "clause": 0.2}
PLAIN = 0.6  # fit from which a pair is as sure as the models say
SAME_MEASURE = 0.5  # share of the way to full likeness that one indicator is worth
MEASURED = 0.9  # how probable a pair is at least that sets figures for one indicator
LEAN = 500  # candidates worth as much as what is usual


@dataclass(frozen=True)
class Scored:
    """Candidate pairs with the value of each signal and the probability that they are one."""

    rows: "Places"
    cols: "Places"
    signals: Mapping[str, "Floats"]
    probability: "Floats"

    @property
    def fit(self) -> "Floats":
        """How alike two units are themselves, whatever stands around them."""
        return rate_fit(self.signals)

    @property
    def sureness(self) -> "Floats":
        """How sure each pair is: the models know sentences, their goals must be alike too."""
        import numpy as np

        found: Floats = self.probability * np.minimum(1, 1 - PLAIN + self.fit)
        return found


def rate_fit(signals: Mapping[str, "Floats"]) -> "Floats":
    """Say how alike the units of each pair are themselves, 0–1."""
    import numpy as np

    total = np.zeros(len(next(iter(signals.values()))), np.float32)
    for name in FIT.keys() & signals.keys():
        total += np.float32(FIT[name]) * signals[name]
    if "indicator" in signals:
        total += np.where(signals["indicator"] == 1, np.float32(SAME_MEASURE), 0) * (1 - total)
    return total


def score_pairing(pairing: Pairing, weights: Weights) -> Scored:
    """Score every candidate pair."""
    signals = {name: signal(pairing) for name, signal in SIGNALS.items()}
    return Scored(
        pairing.own.rows, pairing.own.cols, signals, weigh_pairs(pairing, signals, weights)
    )


def weigh_pairs(pairing: Pairing, signals: Mapping[str, "Floats"], weights: Weights) -> "Floats":
    """Give each pair its probability, from what speaks for it and for its units being carried.

    A unit's best pair is as probable as the unit is likely to be carried, the next ones less in
    proportion; of a pair's two units the one more likely to be carried speaks for it. The more
    candidates, the more of them are alike by chance: how many depends on the language.
    """
    import numpy as np

    odds = weights.link.weigh(describe_pairs(pairing, signals, weights))
    share = len(odds) / (len(odds) + LEAN)
    chances = to_probability(odds + np.float32(share * pairing.language.leaning))
    found = np.zeros(len(chances), np.float32)
    for side, units in enumerate((pairing.own.rows, pairing.own.cols)):
        told = describe_units(pairing, side, chances, signals)
        carried = to_probability(weights.carried.weigh(told))
        best = np.full(len(carried), 1e-6, np.float32)
        np.maximum.at(best, units, chances)
        found = np.maximum(found, chances * (carried / best)[units])
    return heed_indicators(found, signals["indicator"])


def heed_indicators(probability: "Floats", indicators: "Floats") -> "Floats":
    """Let known indicators have their say: different ones are not one goal, the same one is."""
    import numpy as np

    settled = np.where(indicators == 1, np.maximum(probability, MEASURED), probability)
    found: Floats = np.where(indicators == 0, 0, settled).astype(np.float32)
    return found


def describe_pairs(
    pairing: Pairing, signals: Mapping[str, "Floats"], weights: Weights
) -> dict[str, "Floats"]:
    """Give each pair all that the second model looks at."""
    score = weights.mix.weigh(standardize(signals, weights.usual))
    return {**signals, "score": score, **compare_rivals(pairing, score)}


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
