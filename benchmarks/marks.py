"""Count what the marks of a page are like: what a reader trips over, and what must never be.

A number half marked reads as another number; a stretch of one or two letters left between two
marks cannot be read; what stands word for word in both plans must not be marked at all; and
goals that are each other's nearest, 60 to 97 % alike, should stand in one row.

Alike is counted twice: by letters, as peers are measured, and by words, the rare ones weighing
more. In English letters find what is not there: “make a big push to develop clean energy” and
“… a modern seed industry” share two thirds of them. Neither is how goals are paired.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from compare import compare_reports, read_report
from compare.languages import get_language
from compare.model import Comparison, Goal
from compare.renderers.view.marks import Mark, MarkKind
from compare.renderers.view.page import build_page
from compare.renderers.view.rows import Row

if TYPE_CHECKING:
    import numpy as np

NUMBER = re.compile(r"\d+(?:[.,]\d+)*(?:%|个百分点|[万亿]+)?")
SHORT = 2
LONG = 15  # letters below which likeness is chance
ALIKE = 60, 97
BARS = {"numbers cut": 0, "islands": 100, "verbatim marked": 0}
LINKED_BAR = 0.97


def list_sides(rows: Sequence[Row]) -> Iterator[tuple[Mark, ...]]:
    """Yield the marks of every quote that has any."""
    for row in rows:
        for quote in (*row.old, *row.new):
            if any(mark.kind is not MarkKind.PLAIN for mark in quote.marks):
                yield quote.marks


def count_cuts(marks: Sequence[Mark]) -> int:
    """Count the numbers that stand under a mark in part.

    >>> count_cuts([Mark(MarkKind.PLAIN, "增长1"), Mark(MarkKind.NEW, "0%")])
    1
    """
    kinds = [mark.kind for mark in marks for _ in mark.text]
    text = "".join(mark.text for mark in marks)
    return sum(len(set(kinds[m.start() : m.end()])) > 1 for m in NUMBER.finditer(text))


def count_islands(marks: Sequence[Mark]) -> int:
    """Count the unmarked stretches of one or two letters between two marks."""
    return sum(
        mark.kind is MarkKind.PLAIN and 0 < len(mark.text.strip()) <= SHORT for mark in marks[1:-1]
    )


def count_verbatim(comparison: Comparison, rows: Sequence[Row]) -> tuple[int, int]:
    """Count the goals that stand in the same words in both plans, and those of them marked."""
    new = {goal.wording for goal in comparison.new.pledges}
    both = {goal.wording for goal in comparison.old.pledges if len(goal.wording) >= LONG} & new
    marked = set()
    for marks in list_sides(rows):
        text = "".join(mark.text for mark in marks)
        if text in both and any(mark.kind in (MarkKind.GONE, MarkKind.NEW) for mark in marks):
            marked.add(text)
    return len(both), len(marked)


def compare_letters(old: Sequence[str], new: Sequence[str]) -> "np.ndarray":
    """Give for every two texts the share of letters they have in common, in order (0–100)."""
    from rapidfuzz import fuzz
    from rapidfuzz.process import cdist

    return cdist(old, new, scorer=fuzz.ratio)


def compare_words(old: Sequence[str], new: Sequence[str], language: str) -> "np.ndarray":
    """Give for every two texts the share of words they have in common, rare ones weighing more."""
    import numpy as np

    split = get_language(language).split_words
    bags = [
        [Counter(word for word in split(text.lower()) if word[0].isalnum()) for text in texts]
        for texts in (old, new)
    ]
    often = Counter(word for side in bags for bag in side for word in bag)
    rarity = {word: log((len(old) + len(new)) / n) for word, n in often.items()}

    def weigh(bag: Counter[str]) -> float:
        return sum(rarity[word] * n for word, n in bag.items())

    ours, theirs = ([weigh(bag) for bag in side] for side in bags)
    return np.array(
        [
            [
                200 * weigh(one & two) / ((a + b) or 1)
                for two, b in zip(bags[1], theirs, strict=True)
            ]
            for one, a in zip(bags[0], ours, strict=True)
        ]
    )


def find_near(
    old: Sequence[Goal], new: Sequence[Goal], scores: "np.ndarray"
) -> Iterator[tuple[int, int]]:
    """Find the goals that are each other's nearest, reworded but close."""
    best = scores.argmax(axis=1)
    for i, j in enumerate(best):
        near = ALIKE[0] <= scores[i, j] < ALIKE[1] and scores[:, j].argmax() == i
        if near and min(len(old[i].wording), len(new[j].wording)) >= LONG:
            yield i, int(j)


def measure(old: Path, new: Path) -> dict[str, int]:
    """Count over all rows of one comparison."""
    comparison = compare_reports(read_report(old), read_report(new))
    rows = build_page(comparison).rows
    sides = list(list_sides(rows))
    verbatim, marked = count_verbatim(comparison, rows)
    linked = {(i, j) for row in rows for i in row.change.link.old for j in row.change.link.new}
    plans = comparison.old.pledges, comparison.new.pledges
    texts = [[goal.wording for goal in plan] for plan in plans]
    letters = list(find_near(*plans, compare_letters(*texts)))
    words = list(find_near(*plans, compare_words(*texts, comparison.new.language)))
    return {
        "quotes marked": len(sides),
        "numbers cut": sum(map(count_cuts, sides)),
        "islands": sum(map(count_islands, sides)),
        "verbatim": verbatim,
        "verbatim marked": marked,
        "by letters": len(letters),
        "letters linked": len(linked.intersection(letters)),
        "by words": len(words),
        "words linked": len(linked.intersection(words)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    known = parser.parse_args()
    counts = measure(known.old, known.new)
    for name, count in counts.items():
        bar = BARS.get(name)
        said = "" if bar is None else f"  (bar {bar}) {'ok' if count <= bar else 'OVER'}"
        print(f"{name:16} {count:6}{said}")
    for unit in ("letters", "words"):
        if counts[f"by {unit}"]:
            share = counts[f"{unit} linked"] / counts[f"by {unit}"]
            said = "ok" if share >= LINKED_BAR else "LOW"
            print(f"{f'linked, {unit}':16} {share:6.1%}  (bar {LINKED_BAR:.0%}) {said}")


if __name__ == "__main__":
    main()
