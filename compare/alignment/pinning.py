"""What a user has decided about pairs comes before what the signals say."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from compare.alignment.scoring import Scored
from compare.model import Link
from compare.pins import Ties


def pin_pairs(scored: Scored, ties: Ties) -> Scored:
    """Take out the candidates that never belong together; be certain of those that do."""
    import numpy as np

    if not (ties.together or ties.apart):
        return scored
    pairs = [*zip(scored.rows.tolist(), scored.cols.tolist(), strict=True)]
    together = frozenset(ties.together)
    keep = np.array([pair not in ties.apart for pair in pairs], np.bool_)
    certain = np.array([pair in together for pair in pairs], np.bool_)
    probability, fit = (
        np.where(certain, np.float32(1), values) for values in (scored.probability, scored.fit)
    )
    return Scored(
        scored.rows[keep],
        scored.cols[keep],
        {name: values[keep] for name, values in scored.signals.items()},
        probability[keep],
        fit[keep],
    )


def mark_pinned(links: Iterable[Link], ties: Ties) -> tuple[Link, ...]:
    """Say first of all that a link was decided by the user, and is sure."""
    together = frozenset(ties.together)
    return tuple(
        replace(link, score=1.0, evidence=(("pinned", 1.0), *link.evidence))
        if together and not together.isdisjoint(product(link.old, link.new))
        else link
        for link in links
    )
