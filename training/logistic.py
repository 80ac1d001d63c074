"""Fit small logistic models, in which nothing alike speaks against."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from compare.alignment.learned import Logistic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Examples = tuple[Floats, NDArray[np.bool_], Floats]  # values, truths, weights


def fit(examples: Examples, names: Sequence[str], penalty: float) -> Logistic:
    """Fit a logistic model in which nothing alike speaks against: no weight below zero."""
    values, truths, weights = examples
    kept = list(range(len(names)))
    while True:
        model = fit_freely((values[:, kept], truths, weights), [names[i] for i in kept], penalty)
        worst = min(kept, key=lambda i: model.weights[names[i]])
        if model.weights[names[worst]] >= 0:
            return model
        kept.remove(worst)


def fit_freely(examples: Examples, names: Sequence[str], penalty: float) -> Logistic:
    """Fit by Newton's method; the penalty is on standardised coefficients."""
    values, truths, weights = examples
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


def join(parts: Sequence[Examples]) -> Examples:
    """Join the examples of several pairs."""
    values, truths, weights = (np.concatenate(part) for part in zip(*parts, strict=True))
    return values, truths, weights
