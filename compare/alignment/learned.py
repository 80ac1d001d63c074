"""Small logistic models, read from a file of coefficients that `training/weights.py` writes."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats

WEIGHTS = Path(__file__).with_name("data") / "weights.toml"


@dataclass(frozen=True, slots=True)
class Logistic:
    """A weighted sum of named values, each taken as it is."""

    intercept: float
    weights: Mapping[str, float]

    def weigh(self, values: Mapping[str, "Floats"]) -> "Floats":
        """Return the log-odds."""
        import numpy as np

        size = len(next(iter(values.values())))
        total = np.full(size, self.intercept, np.float32)
        for name, weight in self.weights.items():
            total += np.float32(weight) * values[name]
        return total


@dataclass(frozen=True, slots=True)
class Weights:
    """The models, each resting on those before it.

    ``mix`` ranks the pairs of two reports, ``link`` says whether a pair holds, ``carried``
    whether a unit has any partner, ``fit`` which units of two sentences belong together,
    ``sections`` whether two sections answer to each other.
    ``usual`` gives the mean and spread that each signal has among the candidates of two
    reports: lists too short to have a spread of their own lean on it.
    """

    mix: Logistic
    link: Logistic
    carried: Logistic
    fit: Logistic
    sections: Logistic
    usual: Mapping[str, tuple[float, float]]


MODELS = ("mix", "link", "carried", "fit", "sections")


def parse_weights(data: Mapping[str, Any]) -> Weights:
    """Read the models from what stands in the file."""
    models = {name: Logistic(data[name]["intercept"], data[name]["weights"]) for name in MODELS}
    return Weights(**models, usual={name: (m, s) for name, (m, s) in data["usual"].items()})


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Read the file that ships with the package, once a process."""
    return parse_weights(tomllib.loads(WEIGHTS.read_text(encoding="utf-8")))


def sign_table(language: str) -> str:
    """Give a short digest of a language's table of vectors: weights fit the table they saw."""
    data = (WEIGHTS.parent / f"vectors-{language}.npz").read_bytes()
    return hashlib.sha256(data).hexdigest()[:16]


def to_probability(log_odds: "Floats") -> "Floats":
    """Turn log-odds into a probability."""
    import numpy as np

    probability: Floats = 1 / (1 + np.exp(-np.clip(log_odds, -30, 30)))
    return probability


def to_log_odds(probability: "Floats") -> "Floats":
    """Turn a probability into log-odds, within ±9.2."""
    import numpy as np

    inside = np.clip(probability, 1e-4, 1 - 1e-4)
    log_odds: Floats = np.log(inside / (1 - inside))
    return log_odds
