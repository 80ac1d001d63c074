"""Move paragraphs of a report to other sections, one at a time, and count what is made of it.

A paragraph that stands elsewhere in the same words should be named a move, goal by goal, with not
a word of it marked; and no other goal should be told to have changed.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from compare import compare_reports, read_report
from compare.model import Report, Trait
from compare.renderers.view.marks import MarkKind
from compare.renderers.view.page import build_page
from compare.renderers.view.rows import Row

LINE = re.compile(r"[^\n]+\n?")
GOALS = 3  # that a paragraph has to hold to be moved


def list_paragraphs(report: Report) -> dict[tuple[int, int], set[int]]:
    """List where paragraphs that hold goals begin and end, and which goals each holds."""
    found: dict[tuple[int, int], set[int]] = {}
    for match in LINE.finditer(report.document.text):
        inside = {i for i, g in enumerate(report.pledges) if g.span.start in range(*match.span())}
        if inside:
            found[match.span()] = inside
    return found


def move_paragraphs(report: Report, most: int) -> Iterator[tuple[bytes, set[int]]]:
    """Move paragraphs half of the plan on, and yield the text with the goals that moved."""
    text = report.document.text
    places = list_paragraphs(report)
    order = list(places)
    long = [place for place in order if len(places[place]) >= GOALS]
    for start, end in long[:: max(len(long) // most, 1)][:most]:
        target = order[(order.index((start, end)) + len(order) // 2) % len(order)][1]
        words = text[start:end].rstrip("\n") + "\n"
        pieces = (
            (text[:start], text[end:target], words, text[target:])
            if target > start
            else (text[:target], words, text[target:start], text[end:])
        )
        yield "".join(pieces).encode("utf-8"), places[start, end]


def count_row(row: Row, moved: set[int]) -> Counter[str]:
    """Count the goals of a row: moved and named so, marked, or touched though they stayed."""
    goals = len(moved.intersection(row.change.link.old))
    traits = row.change.traits
    quotes = (*row.old, *row.new)
    marked = any(mark.kind is not MarkKind.PLAIN for quote in quotes for mark in quote.marks)
    named = Trait.MOVED in traits
    if goals:
        return Counter(moved=goals, named=goals * named, marked=goals * marked)
    return Counter({"others touched": int(named or Trait.VERBATIM not in traits)})


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("reports", type=Path, nargs="+")
    parser.add_argument("--most", type=int, default=8, help="paragraphs of a report that are moved")
    known = parser.parse_args()
    for path in known.reports:
        report = read_report(path)
        counts = Counter(paragraphs=0, moved=0, named=0, marked=0)
        for text, goals in move_paragraphs(report, known.most):
            year = (report.year or 0) + 1
            other = read_report(text, name=path.name, year=year, language=report.language)
            counts["paragraphs"] += 1
            for row in build_page(compare_reports(report, other)).rows:
                counts.update(count_row(row, goals))
        print(f"{path.name}:", ", ".join(f"{n} {name}" for name, n in counts.items()))


if __name__ == "__main__":
    main()
