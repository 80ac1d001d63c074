"""What pages carry besides the text: running heads, page numbers, a table of contents."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from compare.readers.pdf_rows import Row

_EDGE = 2  # rows at the top and at the bottom of a page that may be furniture
_OFTEN = 0.3  # share of the pages on which a running head stands (left and right pages differ)
_APART = 0.6  # of its height: how far a page number keeps from the text, at least
_NEAR = 8  # points by which a running head may move from page to page
_NUMBER = re.compile(
    r"[-—–―·•.\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/,，、]?\s*(?:共|of|/)\s*\d{1,4}\s*页?)?[-—–―·•.\s]*"
    r"|[-—–\s]*[ivxlc]{1,7}[-—–\s]*|page\s+\d{1,4}(?:\s+of\s+\d{1,4})?",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?:[.…·．‥_]\s?){4,}\s*[-—]?\s*[\divx]{1,4}\s*[-—]?$")
_CONTENTS = re.compile(r"\W*(?:目\s*录|(?:table of )?contents)\W*", re.IGNORECASE)


def find_furniture(pages: Sequence[Sequence[Row]]) -> tuple[Mapping[int, str], ...]:
    """Return for each page which of its rows, from top to bottom, are furniture, and what kind."""
    heads = [list(_list_edge(rows)) for rows in pages]
    feet = [list(_list_edge(rows[::-1])) for rows in pages]
    often = [_find_repeated(heads), _find_repeated(feet)]
    found = []
    for rows, head, foot in zip(pages, heads, feet, strict=True):
        kinds: dict[int, str] = {}
        for kind, edge, repeated in (("header", head, often[0]), ("footer", foot, often[1])):
            for i, row in enumerate(edge):
                if not (_is_repeated(row, repeated) or _is_page_number(edge, i)):
                    break  # further in there is text
                kinds[rows.index(row)] = kind
        found.append(kinds)
    _add_contents(pages, found)
    return tuple(found)


def _list_edge(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the outermost rows, but never all of a page."""
    yield from rows[: min(_EDGE, len(rows) - 1)] if len(rows) > 1 else rows


def _normalise(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", "", text))


def _find_repeated(edges: Sequence[Sequence[Row]]) -> Mapping[str, Sequence[float]]:
    """Return the places of the texts that stand at this edge of many pages."""
    places: dict[str, list[float]] = defaultdict(list)
    for edge in edges:
        for row in edge:
            places[_normalise(row.text)].append(row.y0)
    enough = max(2 if len(edges) < 6 else 3, _OFTEN * len(edges))
    return {text: sorted(ys) for text, ys in places.items() if len(ys) >= enough}


def _is_repeated(row: Row, repeated: Mapping[str, Sequence[float]]) -> bool:
    places = repeated.get(_normalise(row.text))
    if not places:
        return False
    near = sum(abs(y - row.y0) <= _NEAR for y in places)
    return near * 2 > len(places) or near >= 3


def _is_page_number(edge: Sequence[Row], i: int) -> bool:
    row = edge[i]
    if not _NUMBER.fullmatch(row.text.strip()):
        return False
    if i + 1 >= len(edge):
        return True
    inner = edge[i + 1]
    gap = max(inner.y0 - row.y1, row.y0 - inner.y1)
    return gap > _APART * (row.y1 - row.y0)


def _add_contents(pages: Sequence[Sequence[Row]], found: Sequence[dict[int, str]]) -> None:
    """Mark the lines of a table of contents: those that leaders lead to a page number."""
    led = [[i for i, row in enumerate(rows) if _LEADER.search(row.text)] for rows in pages]
    if sum(map(len, led)) < 3:
        return
    for rows, lines, kinds in zip(pages, led, found, strict=True):
        kinds.update(dict.fromkeys(lines, "contents"))
        for i in range(lines[0] if lines else 0):
            if _CONTENTS.fullmatch(rows[i].text):
                kinds[i] = "contents"


def find_body_size(rows: Sequence[Row]) -> float:
    """Return the size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0
