"""Which pairs are worth a look: a handful for every text, found without trying them all."""

from typing import TYPE_CHECKING

from compare.alignment.sparse import Sparse, expand_ranges, find_distinct

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats, Places

POSTINGS = 200  # shared features looked at for each text; the rarest come first
BLOCK = 1_000_000  # cells of a block of products


def find_nearest(old: "Floats", new: "Floats", count: int) -> tuple["Places", "Places"]:
    """Pair every row with the ``count`` rows of the other side nearest to it."""
    import numpy as np

    count = min(count, len(new))
    step = max(1, BLOCK // len(new))
    best = [
        _pick_highest(old[first : first + step] @ new.T, count)
        for first in range(0, len(old), step)
    ]
    return np.repeat(np.arange(len(old)), count), np.concatenate(best).ravel()


def _pick_highest(products: "Floats", count: int) -> "Places":
    """Give the columns of the highest products of each row; the products are used up.

    To look a few times for the highest takes a tenth of what `numpy.argpartition` does.
    """
    import numpy as np

    rows = np.arange(len(products))
    found = np.empty((len(products), count), np.int64)
    for place in range(count):
        products.argmax(axis=1, out=found[:, place])
        products[rows, found[:, place]] = -np.inf
    return found


def find_sharing(old: Sparse, new: Sparse, count: int) -> tuple["Places", "Places"]:
    """Pair every text with those of the other side that share the most rare features with it.

    The rarest features are taken first, as many as a budget linear in the number of texts allows.
    """
    import numpy as np

    sides = [np.bincount(side.columns, minlength=side.width) for side in (old, new)]
    costs = sides[0] * sides[1]
    order = np.argsort(costs, kind="stable")
    within = np.cumsum(costs[order]) <= POSTINGS * (len(old) + len(new))
    chosen = np.zeros(old.width, np.bool_)
    chosen[order[within]] = True

    keep = chosen[old.columns]
    rows, columns, values = old.rows()[keep], old.columns[keep], old.values[keep]
    by_column = np.argsort(new.columns, kind="stable")
    starts = np.concatenate([[0], np.cumsum(sides[1])])[columns]
    places = by_column[expand_ranges(starts, sides[1][columns])]
    weights = np.repeat(values, sides[1][columns]) * new.values[places]
    keys = np.repeat(rows, sides[1][columns]) * len(new) + new.rows()[places]
    pairs, place, _ = find_distinct(keys)
    rows, cols = np.divmod(pairs, len(new))
    scores: Floats = np.bincount(place, weights, len(pairs)).astype(np.float64)
    best = rank_within(rows, scores) < count
    best |= rank_within(cols, scores) < count
    return rows[best], cols[best]


def rank_within(groups: "Places", scores: "Floats") -> "Places":
    """Give each score its place, from 0, among the scores of its group.

    >>> import numpy as np
    >>> rank_within(np.array([7, 7, 4]), np.array([0.1, 0.9, 0.5])).tolist()
    [1, 0, 0]
    """
    import numpy as np

    order = _order(groups, scores)
    first = np.concatenate([[True], groups[order][1:] != groups[order][:-1]])[: len(order)]
    begins = np.maximum.accumulate(np.where(first, np.arange(len(order)), 0))
    ranks = np.empty(len(order), np.int64)
    ranks[order] = np.arange(len(order)) - begins
    return ranks


def find_best(groups: "Places", scores: "Floats", size: int, none: float = 0.0) -> "Floats":
    """Give the best score in each of ``size`` groups, and what stands for it where there is none.

    >>> import numpy as np
    >>> find_best(np.array([0, 0, 2]), np.array([0.1, 0.9, 0.5]), 3).tolist()
    [0.9, 0.0, 0.5]
    """
    import numpy as np

    best = np.full(size, none, scores.dtype)
    np.maximum.at(best, groups, scores)
    return best


def find_tops(groups: "Places", scores: "Floats", size: int) -> "Places":
    """Give the place of the best score in each of ``size`` groups, -1 where there is none.

    >>> import numpy as np
    >>> find_tops(np.array([0, 0, 2]), np.array([0.1, 0.9, 0.5]), 3).tolist()
    [1, -1, 2]
    """
    import numpy as np

    best = find_best(groups, scores, size, -np.inf)
    first = np.nonzero(scores == best[groups])[0][::-1]
    tops = np.full(size, -1, np.int64)
    tops[groups[first]] = first
    return tops


def _order(groups: "Places", scores: "Floats") -> "Places":
    """Sort by group, the highest score first, what is equal as it came.

    Both go into one whole number, as such are sorted many times as fast as two columns. Floats
    keep their order as the whole numbers their bits spell, once those of negative ones are turned.
    """
    import numpy as np

    bits = (scores.astype(np.float32) + np.float32(0)).view(np.int32)
    rising = (bits ^ ((bits >> 31) & 0x7FFFFFFF)).astype(np.int64)
    keys = (groups.astype(np.int64) << 32) - rising
    order = np.argsort(keys)
    runs = np.cumsum(np.diff(keys[order], prepend=0) != 0)
    places: Places = np.sort((runs << 32) | order) & 0xFFFFFFFF
    return places
