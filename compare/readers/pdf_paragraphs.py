"""Rows to paragraphs: by indents where the document indents, else by gaps and short lines."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from compare.readers.pdf_furniture import find_body_size
from compare.readers.pdf_rows import Row

_ENDED = re.compile(r"[。！？；：.!?;:][”’」』）)\"']*$")
_TOKEN = re.compile(r"[^\s\u2e80-\u9fff\uff00-\uffef]+|.")
_INDENT = 1.2  # em; Chinese indents by two, English by one and a half
_SLACK = 1.3  # em that justified lines end short of their margin, at most
_LOOSE = 1.35  # of the usual distance of lines: a greater one parts paragraphs
_TITLE = 2.2  # of the usual distance: so far apart may the lines of a centred title stand
_FEW = 20  # rows that show their margins too seldom to tell the odd one from the rule
_HEADLINE = 100  # characters
_LARGER = 1.08  # of the size of the text: what is larger is a heading

Box = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document sets its text: sizes and distances in points, columns by their key."""

    size: float
    distance: float
    indented: bool
    columns: Mapping[tuple[int, int, int], Box]

    def column(self, row: Row) -> Box:
        """Return the left and the right edge of the column that a row stands in."""
        return self.columns.get(_key(row), (row.x0, row.x1))

    def is_short(self, row: Row, following: Row) -> bool:
        """Tell whether the next row's first word would still have fitted in."""
        right = self.column(row)[1]
        token = _TOKEN.match(following.text)
        share = len(token[0]) / max(len(following.text), 1) if token else 0
        width = share * (following.x1 - following.x0)
        return row.x1 + width + _SLACK * row.size < right

    def is_indented(self, row: Row) -> bool:
        """Tell whether a row begins further in than its column."""
        return row.x0 - self.column(row)[0] > _INDENT * row.size

    def is_centred(self, row: Row) -> bool:
        """Tell whether a row keeps the same distance from both edges."""
        left, right = self.column(row)
        return self.is_indented(row) and abs((row.x0 - left) - (right - row.x1)) < row.size


def _key(row: Row) -> tuple[int, int, int]:
    return row.columns, row.column, row.page % 2


def measure(rows: Sequence[Row]) -> Setting:
    """Find out how the text is set."""
    groups: dict[tuple[int, int, int], list[Row]] = defaultdict(list)
    for row in rows:
        groups[_key(row)].append(row)
    columns = {key: _find_edges(group) for key, group in groups.items()}
    pairs = [(a, b) for a, b in zip(rows, rows[1:], strict=False) if _follows(a, b)]
    distances = [b.y1 - a.y1 for a, b in pairs]
    setting = Setting(find_body_size(rows), median(distances or [0.0]), False, columns)
    begun = [b for a, b in pairs if setting.is_short(a, b) and b.size == setting.size]
    within = [b for a, b in pairs if not setting.is_short(a, b) and b.size == setting.size]
    indented = sum(map(setting.is_indented, begun))
    inside = sum(map(setting.is_indented, within))
    plain = indented * 2 >= len(begun) > 0 and inside * 2 <= len(within)
    return Setting(setting.size, setting.distance, plain, columns)


def _find_edges(rows: Sequence[Row]) -> Box:
    """Return the outermost edges that more than a few rows share; of a few rows, simply those."""
    lefts = Counter(round(row.x0) for row in rows)
    rights = Counter(round(row.x1 / 2) * 2 for row in rows)
    enough = 1 if len(rows) < _FEW else max(2, len(rows) * 0.04)
    left = min((x for x, n in lefts.items() if n >= enough), default=min(lefts))
    right = max((x for x, n in rights.items() if n >= enough), default=max(rights))
    return float(left), float(right)


def _follows(one: Row, other: Row) -> bool:
    """Tell whether a row stands under another in the same column."""
    return _key(one) == _key(other) and one.page == other.page and other.y1 > one.y1


def is_break(before: Row, after: Row, setting: Setting) -> bool:
    """Tell whether a new paragraph begins between two rows."""
    if "\t" in before.text or "\t" in after.text:  # a row of a table stands for itself
        return True
    if abs(before.size - after.size) > 0.08 * max(before.size, after.size):
        return True
    heading = after.size > _LARGER * setting.size
    if _follows(before, after):
        centred = heading and setting.is_centred(before) and setting.is_centred(after)
        distance = setting.distance * after.size / setting.size
        if after.y1 - before.y1 > (_TITLE if centred else _LOOSE) * distance:
            return True
        if centred:
            return False
    elif heading:
        return True
    if before.bold != after.bold and (setting.is_short(before, after)):
        return True
    if setting.indented:
        return setting.is_indented(after) or setting.is_short(before, after)
    if not _follows(before, after) and _ENDED.search(before.text):
        return True
    return setting.is_short(before, after)


def count_words(rows: Sequence[Row]) -> Mapping[str, int]:
    """Count the words of the document, those with a hyphen both whole and in parts."""
    counts: Counter[str] = Counter()
    for row in rows:
        for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?!\w|-$)", row.text.lower()):
            counts.update({word, *word.split("-")})
    return counts


def find_levels(paragraphs: Sequence[Sequence[Row]], setting: Setting) -> Iterator[int | None]:
    """Yield the depth of each paragraph that is a heading by its size, or by its bold face.

    A size that stands once only makes the title, if it is the largest: what else stands large
    once is an author's line or an ornament.
    """
    ranks = [_rank(rows, setting) for rows in paragraphs]
    counts = Counter(rank for rank in ranks if rank)
    sizes = [sum(len(row.text) for row in rows) for rows in paragraphs]
    marked = sum(size for size, rank in zip(sizes, ranks, strict=True) if rank)
    if marked * 2 > sum(sizes):  # where most stands out, nothing does
        counts.clear()
    largest = max(counts, default=None)
    kept = sorted((r for r in counts if r == largest or counts[r] > 1), reverse=True)
    for rank in ranks:
        yield kept.index(rank) + 1 if rank in kept else None


def _rank(rows: Sequence[Row], setting: Setting) -> tuple[float, bool] | None:
    """Return what makes a paragraph a heading: a greater size, or its face at the same size."""
    text = "".join(row.text for row in rows)
    if len(text) > _HEADLINE or len(rows) > 3 or "\t" in text or not re.search(r"\w{2}", text):
        return None
    size, bold = rows[0].size, all(row.bold for row in rows)
    if size > _LARGER * setting.size:
        return size, False
    if bold and size >= setting.size and not re.search(r"[。；，;,]$", text):
        return size, True
    return None
