"""Which goals of one report answer to which of another."""

from collections.abc import Sequence

from compare.alignment.encoder import Encoder
from compare.alignment.learned import load_weights
from compare.alignment.matching import assign, make_links, pair_equals
from compare.alignment.pairing import pair_units
from compare.alignment.pinning import mark_pinned, pin_pairs
from compare.alignment.scoring import score_pairing
from compare.alignment.units import Side, Unit
from compare.embedders import Embedder
from compare.languages import find_language, get_language
from compare.languages.across import join_languages
from compare.languages.rules import Language
from compare.model import Link, Report
from compare.pins import NO_TIES, Ties


def link_goals(
    old: Report, new: Report, *, ties: Ties = NO_TIES, encoder: Encoder | None = None
) -> tuple[Link, ...]:
    """Link the pledges of two reports; positions are those in ``Report.pledges``.

    An ``encoder`` that is used for more than one question reads each text once.
    """
    known = encoder or Encoder(get_language(old.language))
    return link_units(list_units(old), list_units(new), known, ties)


def align_texts(
    old: Sequence[str],
    new: Sequence[str],
    language: str | None = None,
    *,
    embedder: Embedder | None = None,
) -> list[Link]:
    """Link two lists of sentences or clauses that stand in no report.

    Every position of either list stands in exactly one link; an empty side means that a text
    was dropped or added. With an ``embedder`` (see `load_embedder`) the texts may be in any
    language, or the two lists in two.
    """
    known = _find_language(old, new, language, crossing=embedder is not None)
    return [*link_units([*map(Unit, old)], [*map(Unit, new)], Encoder(known, embedder))]


def _find_language(
    old: Sequence[str], new: Sequence[str], code: str | None, *, crossing: bool
) -> Language:
    """Find the language of two lists, or of either list its own where they may differ."""
    if code:
        return get_language(code)
    if not (crossing and old and new):
        return find_language("\n".join((*old, *new)))
    one, two = (find_language("\n".join(texts)) for texts in (old, new))
    return one if one is two else join_languages(one, two)


def list_texts(report: Report) -> list[str]:
    """List every text of a report that is held against another's."""
    units = list_units(report)
    return [
        *(text for unit in units for text in (unit.wording, unit.sentence)),
        *(goal.wording for goal in report.goals),
        *(section.title for section in report.sections),
    ]


def list_units(report: Report) -> list[Unit]:
    """Give the matcher's view of a report's pledges."""
    text = report.document.text
    return [
        Unit(
            goal.wording,
            " ".join(goal.sentence.of(text).split()),
            goal.sentence.start,
            goal.section,
            goal.quantities,
        )
        for goal in report.pledges
    ]


def link_units(
    old: Sequence[Unit], new: Sequence[Unit], encoder: Encoder, ties: Ties = NO_TIES
) -> tuple[Link, ...]:
    """Link any two lists of units; each of them stands in exactly one link."""
    if not (old and new):  # nothing to weigh: what stands on one side only has no counterpart
        dropped = (Link((place,), (), 1.0) for place in range(len(old)))
        added = (Link((), (place,), 1.0) for place in range(len(new)))
        return (*dropped, *added)
    sides = Side(tuple(old)), Side(tuple(new))
    scored = pin_pairs(score_pairing(pair_units(*sides, encoder), load_weights()), ties)
    equals = pair_equals(sides[0].wordings, sides[1].wordings)
    same = [*ties.together, *(pair for pair in equals if pair not in ties.apart)]
    return mark_pinned(make_links(scored, assign(scored, same), (len(old), len(new))), ties)
