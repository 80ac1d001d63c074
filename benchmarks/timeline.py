"""Time a timeline as years are added: 2, 4, 8, 16 … reports, and the exponents that fit.

Each report is compared with the three before it, so that the pairs of reports grow from one (two
reports) to three a year: the bar is on time by pairs, and by years from eight reports on.

The reports come in order of time. Past those there are come variants of them, a year each, as in
growth.py: rare characters or words swapped, the same way for all reports of a round, so that a
variant meets its neighbours as the original does. The clock counts the processor's time, and
starts when imports are paid for; ``--kept`` times a run that finds all but the last year kept.
"""

import argparse
import os
import re
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from growth import find_common, fit_exponent, vary

BAR = 1.35
FULL = 8  # reports, from which on a year more is three pairs more
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def move_years(text: str, by: int) -> str:
    """Move every year that a text names on by some years."""
    return YEAR.sub(lambda year: str(int(year[0]) + by), text)


def write_years(texts: Sequence[str], size: int, folder: Path) -> list[Path]:
    """Write one report a year: those there are, then variants with their years moved on."""
    common = find_common(texts)
    paths = []
    for number in range(size):
        turn, place = divmod(number, len(texts))
        text = vary(texts[place], turn, common)
        path = folder / f"{2000 + number}.txt"
        path.write_text(move_years(text, turn * len(texts)), encoding="utf-8")
        paths.append(path)
    return paths


def time_years(paths: Sequence[Path], first: int, kept: Path | None) -> tuple[float, int]:
    """Time reading, comparing and writing; give the seconds and the number of goals."""
    from compare import build_timeline, read_report, render
    from compare.cache import Cache

    cache = Cache(kept) if kept else None
    start = time.process_time()
    reports = [
        read_report(path, year=first + number, cache=cache) for number, path in enumerate(paths)
    ]
    render(build_timeline(reports, cache=cache), "json")
    return time.process_time() - start, sum(len(report.pledges) for report in reports)


def show_exponents(sizes: Sequence[int], seconds: Sequence[float]) -> None:
    pairs = [sum(max(size - gap, 0) for gap in (1, 2, 3)) for size in sizes]
    many = [place for place, size in enumerate(sizes) if size >= FULL]
    for name, counts, places in (("pairs", pairs, range(len(sizes))), ("years", sizes, many)):
        if len(places) > 1:
            exponent = fit_exponent([counts[i] for i in places], [seconds[i] for i in places])
            said = "ok" if exponent <= BAR else "OVER"
            print(f"exponent by {name}: {exponent:.2f} (bar {BAR}) {said}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", nargs="+", help="reports in order of time, two or more")
    parser.add_argument("--sizes", default="2,4,8,16,32", help="how many years; commas between")
    parser.add_argument("--kept", action="store_true", help="with all but the last year kept")
    known = parser.parse_args()
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as the command does
    texts = [Path(path).read_text(encoding="utf-8-sig") for path in known.documents]
    sizes = [int(size) for size in known.sizes.split(",")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write_years(texts, max(sizes), folder)
        time_years(paths[:2], 2000, None)  # pays for imports and tables
        seconds = []
        for size in sizes:
            cache = folder / f"kept-{size}" if known.kept else None
            if cache:
                time_years(paths[: size - 1] if size > 2 else paths[:2], 2000, cache)
            spent, goals = time_years(paths[:size], 2000, cache)
            seconds.append(spent)
            print(
                f"{size:>4} reports {goals:>7,} goals {spent:8.2f} s {spent / size:6.2f} s a year"
            )
    show_exponents(sizes, seconds)


if __name__ == "__main__":
    main()
