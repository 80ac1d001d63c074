"""Sentences as sparse rows of features, counted just as they are when the tables are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import scipy.sparse as sp

from compare.alignment.features import extract_features
from compare.languages import get_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

SENTENCES_AT_ONCE = 20_000


def count_features(
    texts: Sequence[str], language: str, kinds: Sequence[str]
) -> tuple[sp.csr_matrix, NDArray[np.uint32]]:
    """Count features in texts: a row for each text, a column for each key, keys sorted."""
    words = get_language(language).split_words
    parts = [
        extract_features(texts[start : start + SENTENCES_AT_ONCE], words, kinds)
        for start in range(0, len(texts), SENTENCES_AT_ONCE)
    ]
    rows = np.concatenate(
        [part.rows + SENTENCES_AT_ONCE * number for number, part in enumerate(parts)]
    )
    keys, columns = np.unique(np.concatenate([part.keys for part in parts]), return_inverse=True)
    cells = (np.ones(len(rows), np.float32), (rows, columns))
    counts = sp.csr_matrix(cells, shape=(len(texts), len(keys)))
    counts.sum_duplicates()
    return counts, keys


def count_texts(counts: sp.csr_matrix) -> NDArray[np.int64]:
    """Say in how many texts each feature occurs."""
    return np.bincount(counts.indices, minlength=counts.shape[1])


def rate_rarity(documents: int, found: NDArray[np.int64]) -> NDArray[np.float32]:
    """Give the inverse document frequency, ln((n + 1) / (df + 1))."""
    return np.log((documents + 1) / (found + 1)).astype(np.float32)
