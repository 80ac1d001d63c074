"""How a pair stands against its rivals: the other candidates of either text."""

from typing import TYPE_CHECKING

from compare.alignment.candidates import rank_within

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats, Places

FIELD = 20  # rivals whose mean says how crowded the field is


def compare_rivals(rows: "Places", cols: "Places", scores: "Floats") -> dict[str, "Floats"]:
    """Give each pair its lead over the best rival and over the field, on either side.

    The smaller of two leads comes first: turning the sides around changes nothing.
    """
    import numpy as np

    best_old, field_old = _measure_leads(rows, scores)
    best_new, field_new = _measure_leads(cols, scores)
    return {
        "lead": np.minimum(best_old, best_new),
        "better_lead": np.maximum(best_old, best_new),
        "field": np.minimum(field_old, field_new),
        "better_field": np.maximum(field_old, field_new),
    }


def _measure_leads(groups: "Places", scores: "Floats") -> tuple["Floats", "Floats"]:
    """Lead over the best other of the group, and over the mean of the next ones."""
    import numpy as np

    ranks = rank_within(groups, scores)
    size = int(groups.max()) + 1 if len(groups) else 0
    lowest = scores.min() if len(scores) else 0.0
    first, second = (np.full(size, lowest, np.float32) for _ in range(2))
    first[groups[ranks == 0]] = scores[ranks == 0]
    second[groups[ranks == 1]] = scores[ranks == 1]
    among = (ranks >= 1) & (ranks <= FIELD)
    counts = np.bincount(groups[among], minlength=size)
    sums = np.bincount(groups[among], scores[among], size)
    field = np.where(counts > 0, sums / np.maximum(counts, 1), lowest).astype(np.float32)
    rival = np.where(ranks == 0, second[groups], first[groups])
    return scores - rival, scores - field[groups]
