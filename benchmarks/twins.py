"""Compare what two languages tell of the same reports: originals and their official translations.

usage: twins.py CHINESE ENGLISH, two folders of reports named by year (2012.txt …). For each pair
of neighbouring years: the share of goals carried, and value, bound and change of each headline
target in both. `leaning` in compare/languages/en.py was set so that the shares agree.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from compare.languages.indicators import find_name
from compare.languages.registry import load_registry
from compare.model import Comparator, Comparison, Quantity, Report, Trait
from compare.pipeline import compare_reports, read_report

# indicator, its names in the registries of either language, and whether it is a percentage
HEADLINES = (
    ("GDP", "地区生产总值", "GDP growth", True),
    ("jobs", "城镇新增就业", "new urban jobs", False),
    ("CPI", "居民消费价格涨幅", "CPI increase", True),
    ("deficit", "财政赤字", "budget deficit", False),
    ("deficit ratio", "赤字率", "deficit-to-GDP ratio", True),
    ("registered unemployment", "城镇登记失业率", "registered urban unemployment rate", True),
    ("surveyed unemployment", "城镇调查失业率", "surveyed urban unemployment rate", True),
)
BOUNDS = {Comparator.MORE_THAN: Comparator.AT_LEAST, Comparator.LESS_THAN: Comparator.AT_MOST}
ASIDE = frozenset({Trait.BOUND_CHANGED})  # over 11 million is 1100万以上


@dataclass(frozen=True)
class Told:
    """What became of one headline target: value and bound in either year, and how it changed."""

    old: str
    new: str
    traits: str


def main() -> None:
    """Print the table, and the widest gap."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("chinese", type=Path)
    parser.add_argument("english", type=Path)
    folders = parser.parse_args()
    reports = [read_folder(folder) for folder in (folders.chinese, folders.english)]
    years = sorted(reports[0].keys() & reports[1].keys())
    gaps = []
    for pair in pairwise(years):
        both = [compare_reports(*(side[year] for year in pair)) for side in reports]
        shares = [measure_share(comparison) for comparison in both]
        gaps.append(abs(shares[0] - shares[1]))
        print(f"{pair[0]}-{pair[1]}  carried {shares[0]:.1%} {shares[1]:.1%}  gap {gaps[-1]:.1%}")
        print(*list_targets(*both), sep="\n")
    print(f"widest gap {max(gaps):.1%}, mean {sum(gaps) / len(gaps):.1%}")


def read_folder(folder: Path) -> dict[str, Report]:
    """Read the reports of a folder, by the year in their names."""
    return {path.stem: read_report(path) for path in sorted(folder.glob("[0-9]*.*"))}


def measure_share(comparison: Comparison) -> float:
    """Give the share of the old plan's goals that the new one carries."""
    kept = sum(len(change.link.old) for change in comparison.changes if change.link.new)
    return kept / len(comparison.old.pledges)


def list_targets(chinese: Comparison, english: Comparison) -> Iterator[str]:
    """Set the headline targets of both languages side by side."""
    for title, zh, en, percent in HEADLINES:
        ours, theirs = (
            tell(comparison, name, percent) for comparison, name in ((chinese, zh), (english, en))
        )
        sign = "=" if ours == theirs else "≠"
        yield f"  {title:24}{ours.old:>15} → {ours.new:15}{ours.traits:30}{sign}" + (
            "" if ours == theirs else f"{theirs.old:>15} → {theirs.new:15}{theirs.traits}"
        )


def tell(comparison: Comparison, name: str, percent: bool) -> Told:
    """Find the target of a name, in the pair of figures that speaks of it or in either plan."""
    language = comparison.new.language

    def fits(quantity: Quantity) -> bool:
        found = find_name(quantity.indicator, load_registry(language))
        return found == name and percent == (quantity.unit == "%")

    for change in comparison.changes:
        for pair in change.figures:
            if fits(pair.old) and fits(pair.new):
                traits = sorted({*pair.traits} - ASIDE)
                return Told(write(pair.old), write(pair.new), ", ".join(traits))
    either = (
        next((write(q) for goal in report.pledges for q in goal.quantities if fits(q)), "–")
        for report in (comparison.old, comparison.new)
    )
    return Told(*either, "")


def write(quantity: Quantity) -> str:
    """Write bound and value alike in both languages."""
    ends = dict.fromkeys(end for end in (quantity.low, quantity.high) if end is not None)
    bound = BOUNDS.get(quantity.comparator, quantity.comparator)
    return f"{bound} {'–'.join(shorten(end) for end in ends)}".replace("range ", "")


def shorten(value: Decimal) -> str:
    """Write millions and billions short."""
    for size, sign in ((Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m")):
        if value >= size:
            return f"{(value / size).normalize():f}{sign}"
    return f"{value.normalize():f}"


if __name__ == "__main__":
    main()
