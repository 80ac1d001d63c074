"""Any two reports of a timeline, compared in full."""

from collections.abc import Iterator
from itertools import combinations

from compare.cache import Cache
from compare.embedders import Embedder
from compare.languages.registry import Registry
from compare.languages.themes import Lexicon
from compare.model import Comparison
from compare.model.timelines import Timeline
from compare.pipeline import Comparer


def compare_pairs(
    timeline: Timeline,
    *,
    themes: Lexicon | None = None,
    indicators: Registry | None = None,
    embedder: Embedder | None = None,
    cache: Cache | None = None,
) -> Iterator[Comparison]:
    """Yield the comparison of every two reports, the older first; neighbours are known already.

    The settings are those that the timeline was built with.
    """
    reports = timeline.reports
    comparer = Comparer(
        reports[0].language, themes=themes, indicators=indicators, embedder=embedder, cache=cache
    )
    for old, new in combinations(range(len(reports)), 2):
        if new == old + 1:
            yield timeline.comparisons[old]
        else:
            yield comparer.compare(reports[old], reports[new])
