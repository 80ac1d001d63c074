"""Signals of sameness: each gives every candidate pair a value, most of them from 0 to 1."""

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING

from compare.alignment.pairing import Level, Pairing
from compare.alignment.sparse import multiply_pairs
from compare.alignment.units import Side
from compare.alignment.vectors import normalize
from compare.languages.indicators import find_name, measure_sameness
from compare.languages.registry import Registry, load_registry
from compare.languages.themes import list_keywords, weigh_themes
from compare.model import Quantity
from compare.quantities import is_comparable

if TYPE_CHECKING:
    from compare.alignment.arrays import Floats, Places

ALIKE = 0.9  # how alike two indicators must be to be one, where the registry does not know both
UNTOLD = 0.5  # where figures say nothing
UNNAMED = 0.3  # where one of two names no subject: so the weights of a signal of its own came out
STAND_IN = 0.6  # how much of their likeness in meaning two languages are taken to share in words

Signal = Callable[[Pairing], "Floats"]


def compare_meaning(pairing: Pairing) -> "Floats":
    """Compare what the wordings mean."""
    return _compare_vectors(pairing.own)


def compare_clause(pairing: Pairing) -> "Floats":
    """Compare the two clauses that are most alike: a clause that names the same thing decides."""
    return pairing.own.clauses[0]


def compare_terms(pairing: Pairing) -> "Floats":
    """Compare words and n-grams, the rare ones above all."""
    return _compare_terms(pairing.own)


def compare_subjects(pairing: Pairing) -> "Floats":
    """Add up how rare the subjects are that both speak of; one of many says less.

    Where one of them speaks of none that we know, to share none speaks less against them.
    """
    import numpy as np

    level = pairing.own
    counts = [np.diff(side.starts).astype(np.float32) for side in level.material.subjects]
    ours, theirs = counts[0][level.rows], counts[1][level.cols]
    shared = np.log1p(_add_subjects(level) / np.sqrt(np.maximum(np.maximum(ours, theirs), 1)))
    return np.where((ours > 0) & (theirs > 0), shared, np.float32(UNNAMED))


def compare_indicators(pairing: Pairing) -> "Floats":
    """Tell whether both set a figure for one indicator (1) or for different known ones (0)."""
    import numpy as np

    registry = load_registry(pairing.language.code)
    found = np.full(len(pairing), UNTOLD, np.float32)
    sides = pairing.old.units, pairing.new.units
    has = [np.array([bool(unit.figures) for unit in side], np.bool_) for side in sides]
    rows, cols = pairing.own.rows, pairing.own.cols
    measured = np.nonzero(has[0][rows] & has[1][cols])[0]
    pairs = zip(rows[measured].tolist(), cols[measured].tolist(), strict=True)
    found[measured] = [
        _compare_figures(sides[0][row].figures, sides[1][col].figures, registry)
        for row, col in pairs
    ]
    return found


def _compare_figures(old: Sequence[Quantity], new: Sequence[Quantity], registry: Registry) -> float:
    names = [{find_name(figure.indicator, registry) for figure in side} for side in (old, new)]
    if all(names[0]) and all(names[1]):
        return float(not names[0].isdisjoint(names[1]))
    same = any(
        measure_sameness(one.indicator, two.indicator, registry) >= ALIKE
        for one, two in product(old, new)
        if is_comparable(one, two)
    )
    return 1.0 if same else UNTOLD


def compare_sentence(pairing: Pairing) -> "Floats":
    """Compare what the sentences around them mean."""
    return _compare_vectors(pairing.around)[pairing.at]


def compare_sentence_clause(pairing: Pairing) -> "Floats":
    """Compare the two clauses of their sentences that are most alike."""
    return pairing.around.clauses[0][pairing.at]


def compare_sentence_clauses(pairing: Pairing) -> "Floats":
    """Compare every clause of the one sentence with every clause of the other, on average."""
    return pairing.around.clauses[1][pairing.at]


def compare_sentence_terms(pairing: Pairing) -> "Floats":
    """Compare words and n-grams of their sentences."""
    return _compare_terms(pairing.around)[pairing.at]


def compare_sentence_subjects(pairing: Pairing) -> "Floats":
    """Add up how rare the subjects are that both of their sentences speak of."""
    import numpy as np

    return np.log1p(_add_subjects(pairing.around))[pairing.at]


def compare_rarity(pairing: Pairing) -> "Floats":
    """Add up how rare the shared features of their sentences are: a rare name says much."""
    import numpy as np

    around = pairing.around
    shared = multiply_pairs(*around.material.rarities, around.rows, around.cols)
    if pairing.language.crossing:
        shared = shared + _count_shared_figures(around)
    return np.log1p(shared).astype(np.float32)[pairing.at]


def compare_context(pairing: Pairing) -> "Floats":
    """Compare the sentences together with those before and after them."""
    level = pairing.around
    old, new = (normalize(_blend(side, 1.0)) for side in level.material.vectors)
    return multiply(old, new, level.rows, level.cols)[pairing.at]


def compare_themes(pairing: Pairing) -> "Floats":
    """Compare the themes of the sentences, those beside them counted half."""
    level, code = pairing.around, pairing.language.code
    sentences = level.material.old.wordings, level.material.new.wordings
    old, new = (normalize(_blend(weigh_texts(texts, code), 0.5)) for texts in sentences)
    return multiply(old, new, level.rows, level.cols)[pairing.at]


def compare_sections(pairing: Pairing) -> "Floats":
    """Compare all that stands in their sections."""
    sides = zip((pairing.old, pairing.new), pairing.own.material.vectors, strict=True)
    old, new = (normalize(_add_up(vectors, side.section_of)) for side, vectors in sides)
    return _compare_homes(pairing, old, new)


def compare_headings(pairing: Pairing) -> "Floats":
    """Compare the headings they stand under."""
    encoder = pairing.own.material.encoder
    old, new = (encoder.encode(_list_headings(side)) for side in (pairing.old, pairing.new))
    return _compare_homes(pairing, old, new)


SIGNALS: Mapping[str, Signal] = {
    "meaning": compare_meaning,
    "clause": compare_clause,
    "terms": compare_terms,
    "subjects": compare_subjects,
    "indicator": compare_indicators,
    "sentence": compare_sentence,
    "sentence_clause": compare_sentence_clause,
    "sentence_clauses": compare_sentence_clauses,
    "sentence_terms": compare_sentence_terms,
    "sentence_subjects": compare_sentence_subjects,
    "rarity": compare_rarity,
    "context": compare_context,
    "themes": compare_themes,
    "section": compare_sections,
    "heading": compare_headings,
}


def _compare_vectors(level: Level) -> "Floats":
    return multiply(*level.material.vectors, level.rows, level.cols)


def _compare_terms(level: Level) -> "Floats":
    import numpy as np

    terms = multiply_pairs(*level.material.terms, level.rows, level.cols)
    if level.material.language.crossing:  # words say little: what they mean stands in for them
        np.maximum(terms, np.float32(STAND_IN) * _compare_vectors(level), out=terms)
    return terms


def _add_subjects(level: Level) -> "Floats":
    return multiply_pairs(*level.material.subjects, level.rows, level.cols)


def _count_shared_figures(level: Level) -> "Floats":
    """Count the numbers that both texts of each pair state, whatever their units are called."""
    import numpy as np

    find = level.material.language.find_quantities
    sides = [
        [{n for q in find(text) for n in (q.low, q.high) if n is not None} for text in side]
        for side in (level.material.old.wordings, level.material.new.wordings)
    ]
    pairs = zip(level.rows.tolist(), level.cols.tolist(), strict=True)
    return np.array([len(sides[0][row] & sides[1][col]) for row, col in pairs], np.float32)


def multiply(old: "Floats", new: "Floats", rows: "Places", cols: "Places") -> "Floats":
    """Give the product of row ``rows[k]`` of ``old`` and row ``cols[k]`` of ``new`` for every k."""
    import numpy as np

    step = 2_000  # pairs at a time: what a processor keeps close at hand
    found = np.empty(len(rows), np.float32)
    for first in range(0, len(rows), step):
        part = slice(first, first + step)
        np.einsum("ij,ij->i", old[rows[part]], new[cols[part]], out=found[part])
    return found


def _compare_homes(pairing: Pairing, old: "Floats", new: "Floats") -> "Floats":
    """Look the sections of each pair up among the products of all sections."""
    if not len(pairing):
        return multiply(old, new, pairing.own.rows, pairing.own.cols)
    rows, cols = pairing.own.rows, pairing.own.cols
    found: Floats = (old @ new.T)[pairing.old.section_of[rows], pairing.new.section_of[cols]]
    return found


def _blend(vectors: "Floats", share: float) -> "Floats":
    """Add to each vector a share of the one before and the one after it."""
    sums = vectors.copy()
    sums[1:] += vectors[:-1] * vectors.dtype.type(share)
    sums[:-1] += vectors[1:] * vectors.dtype.type(share)
    return sums


def _add_up(vectors: "Floats", groups: "Places") -> "Floats":
    import numpy as np

    sums = np.zeros((int(groups.max(initial=0)) + 1, vectors.shape[1]), np.float32)
    np.add.at(sums, groups, vectors)
    return sums


def weigh_texts(texts: Sequence[str], code: str) -> "Floats":
    """Give a row of theme weights for each text; one empty column where there are no themes."""
    import numpy as np

    columns = {theme: column for column, theme in enumerate(list_keywords(code))}
    rows = np.zeros((len(texts), max(1, len(columns))), np.float32)
    for row, text in enumerate(texts):
        for theme, weight in weigh_themes(text, code).items():
            rows[row, columns[theme]] = weight
    return normalize(rows)


def _list_headings(side: Side) -> list[str]:
    """Give the heading of every section, in the order of its number."""
    return [path[-1] if path else "" for path in dict.fromkeys(u.section for u in side.units)]
