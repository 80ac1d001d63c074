"""Weighted features of many texts, row by row, and the few products matching asks of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from compare.alignment.features import Features

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats, Keys, Places

    Values = TypeVar("Values", Keys, Places)

BLOCK = 1_000_000  # cells of a dense block: 4 MB


@dataclass(frozen=True, slots=True)
class Sparse:
    """Row ``i`` holds ``values[starts[i]:starts[i + 1]]`` at the columns beside them."""

    starts: "Places"
    columns: "Places"
    values: "Floats"
    width: int

    def __len__(self) -> int:
        return len(self.starts) - 1

    def take(self, first: int, last: int) -> "Sparse":
        """Return a range of rows."""
        starts = self.starts[first : last + 1]
        inner = slice(starts[0], starts[-1])
        return Sparse(starts - starts[0], self.columns[inner], self.values[inner], self.width)

    def rows(self) -> "Places":
        """Return the row of every value."""
        import numpy as np

        return np.repeat(np.arange(len(self)), np.diff(self.starts))


def count_features(features: Features) -> tuple[Sparse, "Keys"]:
    """Count how often each feature stands in each text; give the keys of the columns too."""
    import numpy as np

    keys, columns, _ = find_distinct(features.keys)
    width = max(len(keys), 1)
    cells, _, counts = find_distinct(features.rows * np.int64(width) + columns)
    rows, columns = np.divmod(cells, width)
    starts = np.searchsorted(rows, np.arange(features.texts + 1))
    return Sparse(starts, columns, counts.astype(np.float32), width), keys


def find_distinct(values: "Values") -> tuple["Values", "Places", "Places"]:
    """Give the distinct values in order, where each value stands among them, and their counts.

    What `numpy.unique` does, but that loads a module of numpy's nobody here needs.
    """
    import numpy as np

    order = np.argsort(values)
    ranked = values[order]
    begins = np.ones(len(ranked), np.bool_)
    begins[1:] = ranked[1:] != ranked[:-1]
    places = np.empty(len(ranked), np.int64)
    places[order] = np.cumsum(begins) - 1
    counts = np.diff(np.append(np.nonzero(begins)[0], len(ranked)))
    return ranked[begins], places, counts


def normalize_rows(counts: Sparse, weights: "Floats") -> Sparse:
    """Damp counts, weight their columns, and bring every row to length one."""
    import numpy as np

    values = (1 + np.log(counts.values)) * weights[counts.columns]
    squares = np.zeros(len(counts) + 1)
    np.cumsum(np.bincount(counts.rows(), values**2, len(counts)), out=squares[1:])
    lengths = np.sqrt(np.maximum(np.diff(squares), 1e-12))
    values = (values / lengths[counts.rows()]).astype(np.float32)
    return Sparse(counts.starts, counts.columns, values, counts.width)


def keep_shared(old: Sparse, new: Sparse) -> tuple[Sparse, Sparse]:
    """Drop the columns that only one side uses: they add nothing to a product."""
    import numpy as np

    used = [np.bincount(side.columns, minlength=side.width) > 0 for side in (old, new)]
    shared = used[0] & used[1]
    number = np.cumsum(shared) - 1
    width = max(int(shared.sum()), 1)

    def narrow(side: Sparse) -> Sparse:
        keep = shared[side.columns]
        starts = np.concatenate([[0], np.cumsum(keep)])[side.starts]
        return Sparse(starts, number[side.columns[keep]], side.values[keep], width)

    return narrow(old), narrow(new)


def expand_ranges(starts: "Places", counts: "Places") -> "Places":
    """List the members of many ranges, one range after the other.

    >>> import numpy as np
    >>> expand_ranges(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    import numpy as np

    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(starts - ends + counts, counts)


def multiply_pairs(old: Sparse, new: Sparse, rows: "Places", cols: "Places") -> "Floats":
    """Give the product of row ``rows[k]`` of ``old`` and row ``cols[k]`` of ``new`` for every k.

    ``rows`` must be sorted.
    """
    import numpy as np

    found = np.zeros(len(rows), np.float32)
    step = max(1, BLOCK // old.width)
    for first in range(0, len(old), step):
        block = old.take(first, min(first + step, len(old)))
        low, high = np.searchsorted(rows, [first, first + step])
        if low == high:
            continue
        dense = np.zeros((len(block), old.width), np.float32)
        dense[block.rows(), block.columns] = block.values
        found[low:high] = _gather(dense, rows[low:high] - first, new, cols[low:high])
    return found


def _gather(dense: "Floats", rows: "Places", new: Sparse, cols: "Places") -> "Floats":
    import numpy as np

    counts = np.diff(new.starts)[cols]
    places = expand_ranges(new.starts[cols], counts)
    products = dense[np.repeat(rows, counts), new.columns[places]] * new.values[places]
    ends = np.concatenate([[0.0], np.cumsum(products, dtype=np.float64)])
    last = np.cumsum(counts)
    found: Floats = (ends[last] - ends[last - counts]).astype(np.float32)
    return found
