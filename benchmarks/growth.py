"""Time the work as the text grows: 1x, 2x, 4x … of it on each side, and the exponent that fits.

The documents come in order of time; each side takes those nearest the middle, so eight give 4x.
Past that come variants of them: rare characters (or words) swapped for others, the same swap on
both sides, so that a variant meets its counterpart as the original does, and nothing is a copy.
Start-up and imports are paid before the clock starts: they do not grow, and would flatter us.
The clock counts the processor's time, so that a busy machine does not blur the exponent.
"""

import argparse
import json
import math
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

BAR = 1.35
BAR_SIZE = 8
STAGES = ("read", "compare", "render")

# Chinese is varied by the character, English by the word; the commonest stay, since the words
# that say plan and promise must.
UNIT = re.compile(r"[\u4e00-\u9fff]|[A-Za-z]{5,}")
KEPT_UNITS = 300


def vary(text: str, copy: int, common: frozenset[str]) -> str:
    """Swap rare characters and words among themselves, the same way for the same copy.

    >>> vary("建设学校", 0, frozenset())
    '建设学校'
    """
    if copy == 0:
        return text
    return UNIT.sub(lambda unit: swap(unit.group(), copy, common), text)


def swap(unit: str, copy: int, common: frozenset[str]) -> str:
    if unit in common:
        return unit
    chance = random.Random(f"{copy} {unit}")
    if len(unit) > 1:
        return "".join(chance.sample(unit, len(unit)))
    return chr(0x4E00 + chance.randrange(0x9FA5 - 0x4E00))


def find_common(texts: Sequence[str]) -> frozenset[str]:
    counts = Counter(unit for text in texts for unit in UNIT.findall(text))
    return frozenset(unit for unit, _ in counts.most_common(KEPT_UNITS))


def grow(texts: Sequence[str], size: int, common: frozenset[str]) -> str:
    """Join ``size`` documents: those there are, then variants of them."""
    return "\n\n".join(
        vary(texts[number % len(texts)], number // len(texts), common) for number in range(size)
    )


def time_stages(old: str, new: str) -> dict[str, float]:
    """Time one comparison in this process, after a small one has paid for all imports."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as the command does
    from compare import compare_reports, read_report, render

    tiny = "2020年政府工作报告\n一、2020年工作\n新增就业10万人。".encode()
    report = read_report(tiny, name="2020.txt")
    render(compare_reports(report, report), "html")
    marks = [time.process_time()]
    reports = [read_report(Path(path)) for path in (old, new)]
    marks.append(time.process_time())
    comparison = compare_reports(*reports)
    marks.append(time.process_time())
    page = render(comparison, "html")
    marks.append(time.process_time())
    seconds = {stage: marks[i + 1] - marks[i] for i, stage in enumerate(STAGES)}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    goals = sum(len(report.pledges) for report in reports)
    text = sum(len(report.document.text) for report in reports)
    return seconds | {"peak": peak, "goals": goals, "text": text, "page": len(page) / 1e6}


def fit_exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """Fit seconds = a · sizes ** b by least squares on logarithms and return b.

    >>> round(fit_exponent((1, 2, 4), (3, 12, 48)), 3)
    2.0
    """
    x = [math.log(size) for size in sizes]
    y = [math.log(second) for second in seconds]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    rise = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return rise / sum((a - mean_x) ** 2 for a in x)


def measure(old: Sequence[str], new: Sequence[str], sizes: Sequence[int], rounds: int) -> list:
    """Time every size in a process of its own, round after round; keep the fastest round."""
    common = find_common((*old, *new))
    rows: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            for side, texts in (("old", old), ("new", new)):
                grown = grow(texts, size, common)
                (Path(folder) / f"{side}-{size}.txt").write_text(grown, encoding="utf-8")
        for _ in range(rounds):
            for size in sizes:
                pair = [f"{folder}/{side}-{size}.txt" for side in ("old", "new")]
                command = [sys.executable, __file__, "--one", *pair]
                done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
                row = json.loads(done.stdout)
                if size not in rows or total(row) < total(rows[size]):
                    rows[size] = row
    return [rows[size] for size in sizes]


def total(row: dict[str, float]) -> float:
    return sum(row[stage] for stage in STAGES)


def show(sizes: Sequence[int], rows: list[dict[str, float]]) -> None:
    """Print a line a size, then the exponents up to 8x: by characters, and by goals."""
    print(f"{'size':>5} {'text':>9} {'goals':>6}", *(f"{stage:>9}" for stage in STAGES), end="")
    print(f" {'total':>9} {'peak':>8} {'page':>8}")
    for size, row in zip(sizes, rows, strict=True):
        print(f"{size:>4}x {row['text']:>9,} {row['goals']:>6}", end="")
        print("", *(f"{row[stage]:7.3f} s" for stage in STAGES), end="")
        print(f" {total(row):7.3f} s {row['peak']:5.0f} MB {row['page']:5.2f} MB")
    within = [row for size, row in zip(sizes, rows, strict=True) if size <= BAR_SIZE]
    if len(within) > 1:
        show_exponents(within)


def show_exponents(rows: list[dict[str, float]]) -> None:
    for measure_of in ("text", "goals"):
        sizes = [row[measure_of] for row in rows]
        whole = fit_exponent(sizes, [total(row) for row in rows])
        stages = (f"{s} {fit_exponent(sizes, [row[s] for row in rows]):.2f}" for s in STAGES)
        said = "ok" if whole <= BAR else "OVER"
        print(f"exponent by {measure_of}: {whole:.2f} (bar {BAR}) {said};", ", ".join(stages))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", nargs="+", help="reports in order of time, two or more")
    parser.add_argument("--sizes", default="1,2,4,8,16", help="how often the text; commas between")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--one", action="store_true", help="time these two reports and say so")
    known = parser.parse_args()
    if known.one:
        print(json.dumps(time_stages(*known.documents)))
        return
    texts = [Path(path).read_text(encoding="utf-8-sig") for path in known.documents]
    middle = len(texts) // 2
    sizes = [int(size) for size in known.sizes.split(",")]
    show(sizes, measure(texts[:middle][::-1], texts[middle:], sizes, known.rounds))


if __name__ == "__main__":
    main()
