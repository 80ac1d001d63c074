"""Signals of sameness: each gives every candidate pair a value, most of them from 0 to 1."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from compare.alignment.material import Material, Texts
from compare.alignment.sparse import expand_ranges, multiply_pairs

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats, Places

CLAUSE_PAIRS = 400_000  # products of clauses held at a time


@dataclass(frozen=True)
class Pairs:
    """Candidate pairs: text ``rows[k]`` of the old list with text ``cols[k]`` of the new one."""

    material: Material
    rows: "Places"
    cols: "Places"

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def clauses(self) -> tuple["Floats", "Floats"]:
        """The likeness of the two clauses most alike, and of all clauses on average."""
        return compare_clauses(self)


Signal = Callable[[Pairs], "Floats"]


def compare_meaning(pairs: Pairs) -> "Floats":
    """Compare what the wordings mean."""
    old, new = pairs.material.vectors
    return _multiply(old, new, pairs)


def compare_best_clause(pairs: Pairs) -> "Floats":
    """Compare the two clauses that are most alike: a clause that names the same thing decides."""
    return pairs.clauses[0]


def compare_all_clauses(pairs: Pairs) -> "Floats":
    """Compare every clause with every clause, on average."""
    return pairs.clauses[1]


def compare_context(pairs: Pairs) -> "Floats":
    """Compare the wordings together with their neighbours before and after."""
    old, new = pairs.material.vectors
    return _multiply(_blend(old), _blend(new), pairs)


def compare_terms(pairs: Pairs) -> "Floats":
    """Compare words and n-grams, the rare ones above all."""
    return multiply_pairs(*pairs.material.terms, pairs.rows, pairs.cols)


def compare_rarities(pairs: Pairs) -> "Floats":
    """Add up how rare the shared features are: a rare name counts, however long the texts."""
    import numpy as np

    shared = multiply_pairs(*pairs.material.rarities, pairs.rows, pairs.cols)
    return np.log1p(shared).astype(np.float32)


SIGNALS: Mapping[str, Signal] = {
    "meaning": compare_meaning,
    "clause": compare_best_clause,
    "clauses": compare_all_clauses,
    "context": compare_context,
    "terms": compare_terms,
    "rarity": compare_rarities,
}


def _multiply(old: "Floats", new: "Floats", pairs: Pairs) -> "Floats":
    import numpy as np

    found: Floats = np.einsum("ij,ij->i", old[pairs.rows], new[pairs.cols])
    return found


def _blend(vectors: "Floats") -> "Floats":
    """Add to each vector the one before and the one after it."""
    import numpy as np

    sums = vectors.copy()
    sums[1:] += vectors[:-1]
    sums[:-1] += vectors[1:]
    sums /= np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
    return sums


def compare_clauses(pairs: Pairs) -> tuple["Floats", "Floats"]:
    """Compare the clauses of each pair; give the best of them and their mean."""
    import numpy as np

    old, new = pairs.material.old, pairs.material.new
    counts = _count(old)[pairs.rows] * _count(new)[pairs.cols]
    best = np.empty(len(pairs), np.float32)
    mean = np.empty(len(pairs), np.float32)
    parts = np.cumsum(counts) // CLAUSE_PAIRS
    bounds = [0, *(np.nonzero(np.diff(parts))[0] + 1).tolist(), len(pairs)]
    for first, last in zip(bounds, bounds[1:], strict=False):
        part = slice(first, last)
        likeness = _multiply_clauses(pairs, part)
        begins = np.cumsum(counts[part]) - counts[part]
        if first < last:
            best[part] = np.maximum.reduceat(likeness, begins)
            mean[part] = np.add.reduceat(likeness, begins) / counts[part]
    return best, mean


def _multiply_clauses(pairs: Pairs, part: slice) -> "Floats":
    import numpy as np

    old, new = pairs.material.old, pairs.material.new
    rows, cols = pairs.rows[part], pairs.cols[part]
    sizes = _count(old)[rows]
    left = expand_ranges(old.starts[rows], sizes)
    cols = np.repeat(cols, sizes)
    widths = _count(new)[cols]
    right = expand_ranges(new.starts[cols], widths)
    one, two = pairs.material.clause_vectors
    found: Floats = np.einsum("ij,ij->i", one[np.repeat(left, widths)], two[right])
    return found


def _count(texts: Texts) -> "Places":
    import numpy as np

    counts: Places = np.diff(texts.starts)
    return counts
