"""Signals of sameness: each gives every candidate pair a value, most of them from 0 to 1."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from compare.alignment.material import Material
from compare.alignment.sparse import expand_ranges, multiply_pairs

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats, Places


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
    """Compare the clauses of each pair; give the best of them and their mean.

    The pairs must be sorted by their old text.
    """
    import numpy as np

    old, new = pairs.material.old, pairs.material.new
    one, two = pairs.material.clause_vectors
    widths = np.diff(new.starts)[pairs.cols]
    ends = np.cumsum(widths)
    clauses = expand_ranges(new.starts[pairs.cols], widths)
    best, total = (np.empty(len(clauses), np.float32) for _ in range(2))
    turns = np.searchsorted(pairs.rows, np.arange(len(old) + 1))
    bounds = np.concatenate([[0], ends])[turns].tolist()
    for row, (first, last) in enumerate(zip(bounds, bounds[1:], strict=False)):
        likeness = two[clauses[first:last]] @ one[old.starts[row] : old.starts[row + 1]].T
        likeness.max(axis=1, out=best[first:last])
        likeness.sum(axis=1, out=total[first:last])
    if not len(pairs):
        return best, total
    counts = widths * np.diff(old.starts)[pairs.rows]
    mean = np.add.reduceat(total, ends - widths) / counts
    return np.maximum.reduceat(best, ends - widths), mean.astype(np.float32)
