"""Two lists of units laid side by side: which pairs are looked at, and on which two levels."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from compare.alignment.candidates import find_nearest, find_sharing
from compare.alignment.encoder import Encoder
from compare.alignment.material import Material
from compare.alignment.sparse import expand_ranges, find_distinct
from compare.alignment.units import Side
from compare.languages.rules import Language

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats, Places

NEAR_SENTENCES = 5  # sentences a sentence is held against for its meaning, and for its rare words
NEAR_UNITS = 3  # units a unit is held against for its own meaning, wherever they stand


@dataclass(frozen=True)
class Level:
    """Pairs of texts: ``rows[k]`` of the old list with ``cols[k]`` of the new; sorted by old."""

    material: Material
    rows: "Places"
    cols: "Places"

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def clauses(self) -> tuple["Floats", "Floats"]:
        """The likeness of the two clauses most alike, and of all clauses on average."""
        return compare_clauses(self)


@dataclass(frozen=True)
class Pairing:
    """Candidate pairs of units (``own``), and of the sentences they stand in (``around``).

    ``at[k]`` is the pair of sentences that the k-th pair of units stands in.
    """

    old: Side
    new: Side
    language: Language
    own: Level
    around: Level
    at: "Places"

    def __len__(self) -> int:
        return len(self.own)


def pair_units(old: Side, new: Side, encoder: Encoder) -> Pairing:
    """Find the pairs worth a look: a handful for every unit, without trying them all."""
    import numpy as np

    sentences = Material(old.sentences, new.sentences, encoder)
    bare = old.sentences == old.wordings and new.sentences == new.wordings
    units = sentences if bare else Material(old.wordings, new.wordings, encoder)
    width = max(1, len(new.sentences))
    keys = _pair_sentences(sentences)
    if not bare and len(old) and len(new):
        rows, cols = _find_both_ways(units, NEAR_UNITS)
        keys = np.concatenate([keys, old.sentence_of[rows] * width + new.sentence_of[cols]])
    rows, cols = np.divmod(find_distinct(keys)[0], width)
    around = Level(sentences, rows, cols)
    if bare:
        return Pairing(old, new, encoder.language, around, around, np.arange(len(rows)))
    own, at = _expand(around, old, new)
    return Pairing(old, new, encoder.language, Level(units, *own), around, at)


def _pair_sentences(material: Material) -> "Places":
    import numpy as np

    if not len(material.old) or not len(material.new):
        return np.zeros(0, np.int64)
    near = _find_both_ways(material, NEAR_SENTENCES)
    rare = find_sharing(*material.terms, NEAR_SENTENCES)
    rows, cols = (np.concatenate(part) for part in zip(near, rare, strict=True))
    keys: Places = rows * len(material.new) + cols
    return keys


def _find_both_ways(material: Material, count: int) -> tuple["Places", "Places"]:
    import numpy as np

    old, new = material.vectors
    rows, cols = find_nearest(old, new, count)
    turned = find_nearest(new, old, count)
    return np.concatenate([rows, turned[1]]), np.concatenate([cols, turned[0]])


def _expand(around: Level, old: Side, new: Side) -> tuple[tuple["Places", "Places"], "Places"]:
    """List the pairs of units in every pair of sentences, and where each comes from."""
    import numpy as np

    sizes = [np.bincount(side.sentence_of, minlength=1) for side in (old, new)]
    starts = [np.cumsum(size) - size for size in sizes]
    heights, widths = sizes[0][around.rows], sizes[1][around.cols]
    rows = expand_ranges(starts[0][around.rows], heights)
    source = np.repeat(np.arange(len(around)), heights)
    cols = expand_ranges(starts[1][around.cols][source], widths[source])
    rows = np.repeat(rows, widths[source])
    source = np.repeat(source, widths[source])
    order = np.lexsort((cols, rows))
    return (rows[order], cols[order]), source[order]


def compare_clauses(level: Level) -> tuple["Floats", "Floats"]:
    """Compare the clauses of each pair; give the best of them and their mean."""
    import numpy as np

    old, new = level.material.old, level.material.new
    one, two = level.material.clause_vectors
    widths = np.diff(new.starts)[level.cols]
    ends = np.cumsum(widths)
    clauses = expand_ranges(new.starts[level.cols], widths)
    best, total = (np.empty(len(clauses), np.float32) for _ in range(2))
    turns = np.searchsorted(level.rows, np.arange(len(old) + 1))
    bounds = np.concatenate([[0], ends])[turns].tolist()
    for row, (first, last) in enumerate(zip(bounds, bounds[1:], strict=False)):
        likeness = two[clauses[first:last]] @ one[old.starts[row] : old.starts[row + 1]].T
        likeness.max(axis=1, out=best[first:last])
        likeness.sum(axis=1, out=total[first:last])
    if not len(level):
        return best, total
    counts = widths * np.diff(old.starts)[level.rows]
    mean = np.add.reduceat(total, ends - widths) / counts
    return np.maximum.reduceat(best, ends - widths), mean.astype(np.float32)
