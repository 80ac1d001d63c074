"""How much of a report is the report of the year before.

Three measures of Cohen, Malloy & Nguyen (Lazy Prices, 2020), on words: the cosine of how often
each is used, Jaccard's share of words that both use, and the edits that turn one text into the
other. High in all three is boilerplate.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import sqrt

from compare.languages.rules import Language
from compare.memory import FORGETFUL, Memory
from compare.model import Comparison, Link, Report
from compare.model.timelines import Similarity
from compare.timeline.texts import Splitter, list_sentences
from compare.wording import measure_kept

DEEPEST = 2  # level of the sections that are compared
Words = Sequence[str]
Found = tuple[Similarity, ...]


def measure_similarities(
    comparisons: Sequence[Comparison], language: Language, memory: Memory = FORGETFUL
) -> Found:
    """Compare each report with the one before: as a whole, then section by linked section."""
    splitter = Splitter(language)

    def measure(comparison: Comparison) -> Found:
        return memory.recall(
            Found,
            "similarity",
            lambda: tuple(_measure_pair(comparison, language, splitter)),
            comparison.old,
            comparison.new,
            more=[(link.old, link.new) for link in comparison.sections],
        )

    return tuple(
        replace(found, comparison=place)
        for place, comparison in enumerate(comparisons)
        for found in measure(comparison)
    )


def _measure_pair(
    comparison: Comparison, language: Language, splitter: Splitter
) -> Iterator[Similarity]:
    """Compare two reports as if they were the first two."""
    sides = comparison.old, comparison.new
    yield _measure(None, *(splitter.split(list_sentences(r, language)) for r in sides))
    for number, link in enumerate(comparison.sections):
        if link.old and link.new and _find_level(link, comparison) <= DEEPEST:
            places = zip(sides, (link.old, link.new), strict=True)
            texts = (splitter.split(_read(report, at, language)) for report, at in places)
            yield _measure(number, *texts)


def _find_level(link: Link, comparison: Comparison) -> int:
    return min(comparison.new.sections[i].level for i in link.new)


def _read(report: Report, sections: Sequence[int], language: Language) -> list[str]:
    """List the sentences of some sections, those inside each other once."""
    spans = [report.sections[i].span for i in sections]
    outer = [s for s in spans if not any(s != o and s.start in o and s.end <= o.end for o in spans)]
    return [sentence for span in outer for sentence in list_sentences(report, language, span)]


def _measure(link: int | None, old: Words, new: Words) -> Similarity:
    before, after = Counter(old), Counter(new)
    shared = before.keys() & after.keys()
    product = sum(before[word] * after[word] for word in shared)
    lengths = [sqrt(sum(count**2 for count in side.values())) for side in (before, after)]
    either = len(before.keys() | after.keys())
    return Similarity(
        comparison=0,
        link=link,
        cosine=min(product / (lengths[0] * lengths[1]), 1.0) if all(lengths) else 0.0,
        jaccard=len(shared) / either if either else 0.0,
        edits=measure_kept(old, new),
    )
