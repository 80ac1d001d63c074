"""How a pair stands against its rivals, and how much speaks for a unit being carried at all."""

from typing import TYPE_CHECKING

from compare.alignment.candidates import find_best, find_tops, rank_within
from compare.alignment.learned import to_log_odds
from compare.alignment.pairing import Pairing
from compare.alignment.sparse import find_distinct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from compare.alignment.arrays import Floats, Places

LOWEST = -12.0  # log-odds of a rival where there is none
FIELD = 20  # rivals whose mean says how crowded the field is
BEST = 4  # candidates in different sentences that may add up


def compare_rivals(pairing: Pairing, scores: "Floats") -> dict[str, "Floats"]:
    """Give each pair its lead over the best rival and over the field, on either side.

    Units of one sentence are no rivals of each other. The smaller of two leads comes first:
    turning the sides around changes nothing.
    """
    import numpy as np

    rows, cols = pairing.own.rows, pairing.own.cols
    ones, fields = zip(
        _measure_leads(rows, pairing.new.sentence_of[cols], scores),
        _measure_leads(cols, pairing.old.sentence_of[rows], scores),
        strict=True,
    )
    return {
        "lead": np.minimum(*ones),
        "better_lead": np.maximum(*ones),
        "field": np.minimum(*fields),
        "better_field": np.maximum(*fields),
    }


def _measure_leads(
    units: "Places", sentences: "Places", scores: "Floats"
) -> tuple["Floats", "Floats"]:
    """Lead over the best candidate in another sentence, and over the mean of the next ones."""
    import numpy as np

    size = int(units.max(initial=-1)) + 1
    first = find_best(units, scores, size, LOWEST)
    top = find_tops(units, scores, size)
    home = np.where(top >= 0, sentences[top], -1)
    away = sentences != home[units]
    second = find_best(units[away], scores[away], size, LOWEST)
    near = rank_within(units[away], scores[away]) < FIELD
    counts = np.bincount(units[away][near], minlength=size)
    sums = np.bincount(units[away][near], scores[away][near], size)
    field = np.where(counts > 0, sums / np.maximum(counts, 1), LOWEST).astype(np.float32)
    rival = np.where(away, first[units], second[units])
    return scores - rival, scores - field[units]


def describe_units(
    pairing: Pairing, side: int, chances: "Floats", signals: "Mapping[str, Floats]"
) -> dict[str, "Floats"]:
    """Give each unit of a side all that tells whether it is carried, whatever its partner is."""
    import numpy as np

    units, others = (pairing.own.rows, pairing.own.cols)[:: 1 - 2 * side]
    ours, theirs = (pairing.old, pairing.new)[:: 1 - 2 * side]
    best, second, any_of = _gather_chances(units, theirs.sentence_of[others], chances, len(ours))
    rival = find_best(others, chances, len(theirs))
    top = find_tops(units, chances, len(ours))
    held = top >= 0
    siblings, either = _ask_siblings(ours.sentence_of, best)
    mutual = np.where(held, chances[top] - rival[others[top]], 0) if len(units) else best
    told = {
        name: np.where(held, values[top], 0) if len(units) else best
        for name, values in signals.items()
    }
    return {
        **told,
        "best": to_log_odds(best),
        "second": to_log_odds(second),
        "any": to_log_odds(any_of),
        "sibling": to_log_odds(siblings),
        "siblings": to_log_odds(either),
        "mutual": mutual,
    }


def _gather_chances(
    units: "Places", sentences: "Places", chances: "Floats", size: int
) -> tuple["Floats", "Floats", "Floats"]:
    """For each unit: the best chance, the best in another sentence, and that any of them holds."""
    import numpy as np

    width = int(sentences.max(initial=0)) + 1
    keys, place, _ = find_distinct(units * width + sentences)
    each = np.zeros(len(keys), np.float32)
    np.maximum.at(each, place, chances)
    owners = keys // width
    ranks = rank_within(owners, each)
    best, second = (np.zeros(size, np.float32) for _ in range(2))
    best[owners[ranks == 0]] = each[ranks == 0]
    second[owners[ranks == 1]] = each[ranks == 1]
    among = ranks < BEST
    none = np.bincount(owners[among], np.log1p(-np.minimum(each[among], 0.9999)), size)
    return best, second, -np.expm1(none)


def _ask_siblings(sentence_of: "Places", best: "Floats") -> tuple["Floats", "Floats"]:
    """Give the best chance in a unit's sentence, and that any unit of it is carried."""
    import numpy as np

    size = int(sentence_of.max(initial=-1)) + 1
    most = find_best(sentence_of, best, size)
    none = np.bincount(sentence_of, np.log1p(-np.minimum(best, 0.9999)), size)
    return most[sentence_of], -np.expm1(none)[sentence_of]
