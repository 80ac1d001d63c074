"""Principal components, ridge regression by conjugate gradients, and 4-bit rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import scipy.sparse as sp

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

CLIPS = (1, 0.85, 0.7, 0.6, 0.5, 0.4)


def turn_to_components(vectors: Floats, dimensions: int) -> Floats:
    """Centre vectors, turn them to their principal components, and keep the first ones."""
    centred = vectors - vectors.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    return normalise(centred @ axes[:, ::-1][:, :dimensions])


def normalise(rows: Floats) -> Floats:
    """Bring rows to length 1; rows of zeros stay."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.maximum(lengths, 1e-9)


def weigh_rows(counts: sp.csr_matrix, rarities: Floats) -> sp.csr_matrix:
    """Give rows of length 1: square roots of counts, times rarity."""
    weighted = counts.sqrt() @ sp.diags(rarities)
    squares = np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel()
    return (sp.diags(1 / np.sqrt(np.maximum(squares, 1e-9))) @ weighted).tocsr().astype(np.float32)


def fit_ridge(
    inputs: sp.csr_matrix, targets: Floats, penalty: float, start: Floats, steps: int
) -> Floats:
    """Find weights with ``inputs @ weights`` near ``targets``, all columns at once.

    Conjugate gradients on the normal equations, preconditioned by their diagonal.
    """
    across = inputs.T.tocsr()
    diagonal = np.asarray(inputs.multiply(inputs).sum(axis=0)).ravel() + penalty
    weights = start.copy()
    residual = across @ (targets - inputs @ weights) - penalty * weights
    scaled = residual / diagonal[:, None]
    direction = scaled.copy()
    size = (residual * scaled).sum(axis=0)
    for _ in range(steps):
        image = across @ (inputs @ direction) + penalty * direction
        pace = size / np.maximum((direction * image).sum(axis=0), 1e-20)
        weights += pace * direction
        residual -= pace * image
        scaled = residual / diagonal[:, None]
        grown = (residual * scaled).sum(axis=0)
        direction = scaled + (grown / np.maximum(size, 1e-20)) * direction
        size = grown
    return weights.astype(np.float32)


def quantise_rows(rows: Floats) -> tuple[NDArray[np.uint8], Floats]:
    """Round rows to whole numbers from -7 to 7, two a byte, and a scale a row.

    A row is cut off at the share of its largest number that leaves the least squared error.
    """
    largest = np.abs(rows).max(axis=1) + 1e-12
    scales = largest / 7
    least = np.full(len(rows), np.inf)
    for clip in CLIPS:
        scale = largest * clip / 7
        error = ((round_rows(rows, scale) * scale[:, None] - rows) ** 2).sum(axis=1)
        scales = np.where(error < least, scale, scales)
        least = np.minimum(error, least)
    whole = (round_rows(rows, scales) + 8).astype(np.uint8)
    return whole[:, 0::2] | whole[:, 1::2] << 4, scales.astype(np.float32)


def round_rows(rows: Floats, scales: Floats) -> Floats:
    """Round each row in units of its scale, no further than 7."""
    return np.clip(np.rint(rows / scales[:, None]), -7, 7)
