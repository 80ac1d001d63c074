"""From probabilities to links: one decision over all pairs, that forces no partner on anyone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from compare.alignment.candidates import find_best, rank_within
from compare.alignment.scoring import Scored, weigh_size
from compare.model import Link

if TYPE_CHECKING:
    import numpy as np

Edge = tuple[int, int]

# Fit below which two units are not paired, however well their sentences answer: where there are
# many candidates, and where there are so few that the best one may be far off.
LEAST, LEAST_OF_FEW = 0.12, 0.33


class Stars:
    """Groups of one text on one side and one or more on the other: pairs, splits, merges."""

    def __init__(self) -> None:
        self.partners: tuple[dict[int, set[int]], dict[int, set[int]]] = ({}, {})

    def add(self, old: int, new: int) -> bool:
        """Join two texts, unless that would tie two groups together."""
        ours, theirs = self.partners[0].get(old), self.partners[1].get(new)
        if ours and theirs:
            return False
        if ours and any(len(self.partners[1][other]) > 1 for other in ours):
            return False
        if theirs and any(len(self.partners[0][other]) > 1 for other in theirs):
            return False
        self._join(old, new)
        return True

    def _join(self, old: int, new: int) -> None:
        self.partners[0].setdefault(old, set()).add(new)
        self.partners[1].setdefault(new, set()).add(old)

    def pairs(self) -> set[Edge]:
        """List every pair that was joined."""
        return {(old, new) for old, news in self.partners[0].items() for new in news}

    def groups(self) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """List the groups, by their first text of the old side."""
        found = []
        for old, news in self.partners[0].items():
            olds = self.partners[1][min(news)]
            if old == min(olds):
                found.append((tuple(sorted(olds)), tuple(sorted(news))))
        return sorted(found)


def assign(scored: Scored, same: Sequence[Edge] = ()) -> Stars:
    """Choose the pairs that hold; ``same`` are pairs that hold whatever happens.

    Each unit first gets the partner it fits best; what is left joins a group as a split or a
    merge, if it is itself a little like what it joins. What sets a figure for one indicator
    takes in nothing that sets none, and what holds whatever happens nothing at all. The order
    of the texts plays no part but to pair what fits equally in reading order.
    """
    stars = Stars()
    for old, new in same:
        stars.add(old, new)
    measured, left = _find_measured(scored), []
    for old, new in _rank(scored):
        if old not in stars.partners[0] and new not in stars.partners[1]:
            stars.add(old, new)
        else:
            left.append((old, new))
    closed = [{pair[side] for pair in measured & stars.pairs()} for side in (0, 1)]
    whole = [{pair[side] for pair in same} for side in (0, 1)]
    for old, new in left:
        if old in whole[0] or new in whole[1]:
            continue
        if (old, new) in measured or not (old in closed[0] or new in closed[1]):
            stars.add(old, new)
    return stars


def _find_measured(scored: Scored) -> set[Edge]:
    """Find the pairs that set figures for one indicator."""
    import numpy as np

    same = np.nonzero(scored.signals["indicator"] == 1)[0]
    return set(zip(scored.rows[same].tolist(), scored.cols[same].tolist(), strict=True))


def _rank(scored: Scored) -> list[Edge]:
    """List the pairs that are likelier than not, those that fit best first."""
    import numpy as np

    share = weigh_size(len(scored.fit))
    least = share * LEAST + (1 - share) * LEAST_OF_FEW
    likely = np.nonzero((scored.probability >= 0.5) & (scored.fit >= least))[0]
    rows, cols, fit = scored.rows[likely], scored.cols[likely], scored.fit[likely]
    rank = np.round((fit + scored.probability[likely] / 2).astype(np.float64), 4)
    order = np.lexsort((np.minimum(rows, cols), rows + cols, np.abs(rows - cols), -rank))
    return list(zip(rows[order].tolist(), cols[order].tolist(), strict=True))


def pair_equals(old: Sequence[str], new: Sequence[str]) -> list[Edge]:
    """Pair equal wordings in reading order: the first with the first, the second with the second.

    >>> pair_equals(["a", "b", "a"], ["a", "a", "c", "a"])
    [(0, 0), (2, 1)]
    """
    places: dict[str, list[int]] = {}
    for index in range(len(new) - 1, -1, -1):
        places.setdefault(new[index], []).append(index)
    return [
        (index, places[wording].pop()) for index, wording in enumerate(old) if places.get(wording)
    ]


def make_links(scored: Scored, stars: Stars, sizes: tuple[int, int]) -> tuple[Link, ...]:
    """Give every text its one link, with what speaks for it and the runner-up.

    A text is as probably without a partner as its best candidate does not fit it.
    """
    at = _find_pairs(scored, stars)
    sides = zip((scored.rows, scored.cols), sizes, strict=True)
    fits = [find_best(units, scored.fit, size).tolist() for units, size in sides]
    sureness = scored.sureness
    rivals = (_find_rivals(scored, stars, 0), _find_rivals(scored, stars, 1))
    links = []
    for olds, news in stars.groups():
        found = [at[old, new] for old in olds for new in news if (old, new) in at]
        best = max(found, key=lambda index: float(scored.probability[index]), default=None)
        chances = [float(sureness[index]) for index in found]
        score = sum(chances) / len(chances) if chances else 1.0
        links.append(Link(olds, news, score, _explain(scored, best), rivals[0].get(olds[0])))
    links += [
        Link((old,), (), 1 - fits[0][old], (), rivals[0].get(old))
        for old in range(sizes[0])
        if old not in stars.partners[0]
    ]
    links += [
        Link((), (new,), 1 - fits[1][new], (), rivals[1].get(new))
        for new in range(sizes[1])
        if new not in stars.partners[1]
    ]
    return tuple(links)


def _find_pairs(scored: Scored, stars: Stars) -> dict[Edge, int]:
    """Find where among the candidates the pairs stand that were joined."""
    import numpy as np

    width = int(scored.cols.max(initial=0)) + 1
    keys = scored.rows * width + scored.cols
    edges = sorted(pair for pair in stars.pairs() if pair[1] < width)
    wanted = np.array([old * width + new for old, new in edges], np.int64)
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    known = keys[places] == wanted if len(keys) else np.zeros(len(edges), np.bool_)
    return {
        edge: place
        for edge, place, there in zip(edges, places.tolist(), known.tolist(), strict=True)
        if there
    }


def _find_rivals(scored: Scored, stars: Stars, side: int) -> dict[int, tuple[int, float]]:
    """Find each text's best candidate that it is not linked with."""
    import numpy as np

    ours, theirs = (scored.rows, scored.cols) if side == 0 else (scored.cols, scored.rows)
    sureness = scored.sureness
    taken = max(map(len, stars.partners[side].values()), default=0)
    near = np.nonzero(rank_within(ours, sureness) <= taken)[0]
    order = near[np.lexsort((theirs[near], -sureness[near]))]
    rivals: dict[int, tuple[int, float]] = {}
    triples = zip(
        ours[order].tolist(),
        theirs[order].tolist(),
        sureness[order].tolist(),
        strict=True,
    )
    for one, other, chance in triples:
        if one not in rivals and other not in stars.partners[side].get(one, ()):
            rivals[one] = (other, chance)
    return rivals


def _explain(scored: Scored, index: "np.intp | int | None") -> tuple[tuple[str, float], ...]:
    """Name each signal and its value, the strongest first."""
    if index is None:
        return ()
    values = [(name, round(float(signal[index]), 4)) for name, signal in scored.signals.items()]
    return tuple(sorted(values, key=lambda pair: -pair[1]))
