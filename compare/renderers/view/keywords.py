"""The keywords of sections, link by link."""

from collections.abc import Iterable, Iterator

from compare.keywords import MOST, Keywords, find_keywords
from compare.model import Comparison


def gather_keywords(
    comparison: Comparison,
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give for each link of sections the keywords of either side, the strongest first."""
    old, new = find_keywords(comparison.old, comparison.new)
    for link in comparison.sections:
        yield _merge(old, link.old), _merge(new, link.new)


def _merge(keywords: Keywords, places: Iterable[int]) -> tuple[str, ...]:
    """Take the first of every section, then the second: none is left out for another's fifth."""
    ranked = sorted((rank, word) for i in places for rank, word in enumerate(keywords[i]))
    return tuple(dict.fromkeys(word for _, word in ranked))[:MOST]
