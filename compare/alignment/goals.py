"""Which goals of one report answer to which of another."""

from collections.abc import Sequence

from compare.alignment.learned import load_weights
from compare.alignment.matching import assign, make_links, pair_equals
from compare.alignment.material import Material
from compare.alignment.scoring import score_texts
from compare.alignment.units import Unit
from compare.languages import find_language, get_language
from compare.languages.rules import Language
from compare.model import Goal, Link, Report


def link_goals(old: Report, new: Report) -> tuple[Link, ...]:
    """Link the pledges of two reports; positions are those in ``Report.pledges``."""
    language = get_language(old.language)
    return link_units(list_units(old), list_units(new), language)


def align_texts(old: Sequence[str], new: Sequence[str], language: str | None = None) -> list[Link]:
    """Link two lists of sentences or clauses that stand in no report.

    Every position of either list stands in exactly one link; an empty side means that a text
    was dropped or added.
    """
    known = get_language(language) if language else find_language("\n".join((*old, *new)))
    links = link_units([Unit(text) for text in old], [Unit(text) for text in new], known)
    return list(links)


def list_units(report: Report) -> list[Unit]:
    """Give the matcher's view of a report's pledges."""
    text = report.document.text
    return [_make_unit(goal, text) for goal in report.pledges]


def _make_unit(goal: Goal, text: str) -> Unit:
    sentence = " ".join(goal.sentence.of(text).split())
    return Unit(goal.wording, sentence, goal.section, goal.quantities)


def link_units(old: Sequence[Unit], new: Sequence[Unit], language: Language) -> tuple[Link, ...]:
    """Link any two lists of units; each of them stands in exactly one link."""
    wordings = [unit.wording for unit in old], [unit.wording for unit in new]
    weights = load_weights()
    scored = score_texts(Material(*wordings, language), weights)
    stars = assign(scored, weights.threshold, pair_equals(*wordings))
    return make_links(scored, stars, (len(old), len(new)))
