"""Principal components, ridge regression by conjugate gradients, and rows of few bits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import scipy.sparse as sp

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

STEPS = {2: 0.996, 3: 0.586, 4: 0.335}  # the best steps for a normal distribution of spread 1
STRETCHES = (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.4)


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


def quantise_rows(rows: Floats, bits: int) -> tuple[NDArray[np.uint8], Floats]:
    """Round rows to whole steps around zero, and give the bits and each row's step.

    The step is the one of a few that leaves the least squared error.
    """
    usual = rows.std(axis=1) * STEPS[bits] + 1e-12
    least = np.full(len(rows), np.inf)
    scales = usual
    for stretch in STRETCHES:
        scale = usual * stretch
        error = ((restore_rows(round_rows(rows, scale, bits), scale, bits) - rows) ** 2).sum(axis=1)
        scales = np.where(error < least, scale, scales)
        least = np.minimum(error, least)
    numbers = round_rows(rows, scales, bits)
    planes = [np.packbits(numbers >> bit & 1, axis=1) for bit in range(bits)]
    return np.stack(planes, axis=1), scales.astype(np.float32)


def round_rows(rows: Floats, scales: Floats, bits: int) -> NDArray[np.uint8]:
    """Count each number's steps from the lowest that the bits can say."""
    steps = np.rint(rows / scales[:, None] + (2**bits - 1) / 2)
    return np.clip(steps, 0, 2**bits - 1).astype(np.uint8)


def restore_rows(numbers: NDArray[np.uint8], scales: Floats, bits: int) -> Floats:
    """Give back what the numbers stand for."""
    return ((numbers - (2**bits - 1) / 2) * scales[:, None]).astype(np.float32)
