"""From signals to the probability that two units are the same goal."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.alignment.candidates import find_best
from compare.alignment.learned import Weights, to_probability
from compare.alignment.pairing import Pairing
from compare.alignment.rivalry import compare_rivals, describe_units
from compare.alignment.signals import SIGNALS

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats, Places

SAME_MEASURE = 0.5  # share of the way to full likeness that one indicator is worth
MEASURED = 0.9  # how probable a pair is at least that sets figures for one indicator
LEAN = 500  # candidates worth as much as what is usual


@dataclass(frozen=True)
class Scored:
    """Candidate pairs with the value of each signal, and how probable each pair is.

    ``probability`` is that of their sentences answering to each other in them, ``fit`` that of
    the two units being one goal if so: sentences hold several.
    """

    rows: "Places"
    cols: "Places"
    signals: Mapping[str, "Floats"]
    probability: "Floats"
    fit: "Floats"

    @property
    def sureness(self) -> "Floats":
        """How sure each pair is: both must hold."""
        import numpy as np

        found: Floats = np.minimum(self.probability, self.fit)
        return found


def score_pairing(pairing: Pairing, weights: Weights) -> Scored:
    """Score every candidate pair."""
    signals = {name: signal(pairing) for name, signal in SIGNALS.items()}
    chances = weigh_pairs(pairing, signals, weights)
    fit = rate_fit(pairing, signals, weights)
    return Scored(pairing.own.rows, pairing.own.cols, signals, chances, fit)


def rate_fit(pairing: Pairing, signals: Mapping[str, "Floats"], weights: Weights) -> "Floats":
    """Say how probably the units of each pair belong together, whatever stands around them."""
    import numpy as np

    told = compare_leads(pairing, signals["meaning"], weights.usual["best"][0])
    found = to_probability(weights.fit.weigh({**signals, **told}))
    found += np.where(signals["indicator"] == 1, np.float32(SAME_MEASURE), 0) * (1 - found)
    return found


def compare_leads(pairing: Pairing, meaning: "Floats", usual: float) -> dict[str, "Floats"]:
    """Say how near each pair comes in meaning to the best that either of its units finds.

    To be the best of few is no feat: the fewer candidates there are, the more each is held
    against what the best one of a long list has usually.
    """
    import numpy as np

    gaps, share = [], np.float32(weigh_size(len(meaning)))
    alone = np.minimum(meaning - np.float32(usual), 0)
    for units in (pairing.own.rows, pairing.own.cols):
        gap = meaning - find_best(units, meaning, int(units.max(initial=-1)) + 1, -1)[units]
        gaps.append(share * gap + (1 - share) * alone)
    return {"near": np.minimum(*gaps), "nearer": np.maximum(*gaps)}


def weigh_size(count: int) -> float:
    """Say how far so many candidates speak for themselves, 0–1, and not for what is usual."""
    return count / (count + LEAN)


def weigh_pairs(pairing: Pairing, signals: Mapping[str, "Floats"], weights: Weights) -> "Floats":
    """Give each pair its probability, from what speaks for it and for its units being carried.

    A unit's best pair is as probable as the unit is likely to be carried, the next ones less in
    proportion; of a pair's two units the one more likely to be carried speaks for it. The more
    candidates, the more of them are alike by chance: how many depends on the language.
    """
    import numpy as np

    odds = weights.link.weigh(describe_pairs(pairing, signals, weights))
    share = weigh_size(len(odds))
    chances = to_probability(odds + np.float32(share * pairing.language.leaning))
    found = np.zeros(len(chances), np.float32)
    for side, units in enumerate((pairing.own.rows, pairing.own.cols)):
        told = describe_units(pairing, side, chances, signals)
        carried = to_probability(weights.carried.weigh(told))
        best = find_best(units, chances, len(carried), 1e-6)
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
        share = weigh_size(len(values))
        if len(values):
            own = float(values.mean(dtype=np.float64))
            mean += share * (own - mean)
            spread += share * (float(values.std(dtype=np.float64)) - spread)
        found[name] = (values - np.float32(mean)) / np.float32(max(spread, 1e-6))
    return found
