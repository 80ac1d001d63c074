"""Measure the comparison against gold: what careful readers say became of every goal.

Each folder of gold is named ISSUER-OLD-NEW (or ISSUER-YEAR, where one report is compared with
itself). Its reports are CORPUS/ISSUER/OLD.* and NEW.*, or ISSUER-OLD*.* among the seeds. The
scorer is a script of its own that knows nothing of how we work; this one only feeds it.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).parents[1] / "seeds"
NAME = re.compile(r"(?P<issuer>.+?)-(?P<old>\d{4})(?:-(?P<new>\d{4}))?")

OPTIONS = {
    "align.jsonl": "--align",
    "units-old.jsonl": "--units-old",
    "units-new.jsonl": "--units-new",
    "targets-old.jsonl": "--targets-old",
    "targets-new.jsonl": "--targets-new",
    "excused-old.jsonl": "--excused-old",
    "excused-new.jsonl": "--excused-new",
    "outline-old.json": "--outline-old",
    "outline-new.json": "--outline-new",
    "outline.json": "--outline-old",
    "sections.json": "--sections",
    "delivery.jsonl": "--delivery",
}

# heading, part of the scorer's answer, figure
COLUMNS = (
    ("status", "align", "status_macro_f1"),
    ("link", "align", "link_f1"),
    ("prec", "align", "link_precision"),
    ("rec", "align", "link_recall"),
    ("change", "align", "change_accuracy"),
    ("noise", "align", "noise"),
    ("tgt-o", "targets_old", "f1"),
    ("tgt-n", "targets_new", "f1"),
    ("cmp-o", "targets_old", "comparator_accuracy"),
    ("cmp-n", "targets_new", "comparator_accuracy"),
    ("out-o", "outline_old", "f1"),
    ("out-n", "outline_new", "f1"),
    ("1-2-o", "top_old", "f1"),
    ("1-2-n", "top_new", "f1"),
    ("role-o", "outline_old", "role_accuracy"),
    ("role-n", "outline_new", "role_accuracy"),
    ("sect", "sections", "f1"),
    ("deliv", "delivery", "f1"),
    ("verdict", "delivery", "verdict_accuracy"),
    ("ignored", "furniture", "ignored"),
    ("inside", "furniture", "goals_inside"),
    ("s", "run", "seconds"),
)

LEGEND = """\
status, link: F1 of carried/absent, of counterparts (prec, rec: its two halves); change: raised or
lowered, where gold says so; noise: share of headings and slogans taken for goals (less is better);
tgt: targets F1 (old, new), cmp: their comparators; out: headings F1, 1-2: of levels 1 and 2 alone,
role: review, plan or other; sect: section links F1; deliv, verdict: target to result; ignored:
share of portal furniture and second copies left out, inside: goals found in them; s: seconds"""


def find_reports(name: str, corpus: Path) -> tuple[Path, Path]:
    """Find the two reports that a folder of gold speaks of."""
    parts = NAME.fullmatch(name)
    if not parts:
        raise SystemExit(f"{name}: a folder of gold is named ISSUER-OLD-NEW or ISSUER-YEAR")
    return (
        find_report(parts["issuer"], parts["old"], corpus),
        find_report(parts["issuer"], parts["new"] or parts["old"], corpus),
    )


def find_report(issuer: str, year: str, corpus: Path) -> Path:
    found = [*(corpus / issuer).glob(f"{year}.*"), *SEEDS.glob(f"{issuer}-{year}*.*")]
    if not found:
        raise SystemExit(f"no report of {issuer}, {year} in {corpus} or {SEEDS}")
    return found[0]


def compare(old: Path, new: Path, output: Path, extra: list[str]) -> float:
    """Run the command as users do and return the seconds it took."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "compare", "diff", old, new, "--format", "json"]
    subprocess.run([*command, "-o", output, *extra], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def score(scorer: Path, comparison: Path, options: list[str]) -> dict[str, Any]:
    command = [sys.executable, scorer, comparison, *options, "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def score_top(scorer: Path, comparison: Path, gold: Path) -> dict[str, Any]:
    """Score levels 1 and 2 of the outlines alone, by showing the scorer nothing else."""
    result = json.loads(comparison.read_text(encoding="utf-8"))
    options: list[str] = []
    for side in ("old", "new"):
        result[side]["sections"] = keep_top(result[side]["sections"])
    for file, option in OPTIONS.items():
        if file.startswith("outline") and (gold / file).exists():
            rows = keep_top(json.loads((gold / file).read_text(encoding="utf-8")))
            options += [option, str(write_json(rows, comparison.with_name(f"top-{file}")))]
    if not options:
        return {}
    top = score(scorer, write_json(result, comparison.with_name("top.json")), options)
    return {part.replace("outline", "top"): figures for part, figures in top.items()}


def keep_top(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [section for section in sections if section["level"] <= 2]


def write_json(thing: object, path: Path) -> Path:
    path.write_text(json.dumps(thing, ensure_ascii=False), encoding="utf-8")
    return path


def score_furniture(comparison: Path, gold: Path) -> dict[str, float]:
    """Tell how much of the furniture and the second copy was left out, and what was not."""
    noise = json.loads(gold.read_text(encoding="utf-8"))
    unwanted = {
        offset
        for start, end in (
            *((row[0], row[1]) for row in noise.get("boilerplate", ())),
            *((row["start"], row["end"]) for row in noise.get("duplicates", ())),
        )
        for offset in range(start, end)
    }
    report = json.loads(comparison.read_text(encoding="utf-8"))["old"]
    ignored = {o for part in report["ignored"] for o in range(part["start"], part["end"])}
    inside = [goal for goal in report["goals"] if goal["start"] in unwanted]
    return {"ignored": len(unwanted & ignored) / len(unwanted), "goals_inside": len(inside)}


def measure(gold: Path, corpus: Path, scorer: Path, extra: list[str]) -> dict[str, Any]:
    """Compare the two reports of a folder of gold and gather every figure there is for them."""
    old, new = find_reports(gold.name, corpus)
    options = [
        part
        for file, option in OPTIONS.items()
        if (gold / file).exists()
        for part in (option, str(gold / file))
    ]
    with tempfile.TemporaryDirectory() as folder:
        comparison = Path(folder) / "comparison.json"
        figures: dict[str, Any] = {"run": {"seconds": compare(old, new, comparison, extra)}}
        figures |= score(scorer, comparison, options)
        figures |= score_top(scorer, comparison, gold)
        if (gold / "noise.json").exists():
            figures["furniture"] = score_furniture(comparison, gold / "noise.json")
    return figures


def show(table: dict[str, dict[str, Any]]) -> None:
    """Print one line a folder of gold, leaving out what no gold speaks of."""
    columns = [
        (head, part, key)
        for head, part, key in COLUMNS
        if any(key in figures.get(part, {}) for figures in table.values())
    ]
    width = max(map(len, table))
    print(" " * width, *(f"{head:>{max(5, len(head))}}" for head, *_ in columns))
    for name, figures in table.items():
        cells = (
            f"{show_figure(figures.get(part, {}).get(key)):>{max(5, len(head))}}"
            for head, part, key in columns
        )
        print(f"{name:{width}}", *cells)


def show_figure(figure: float | None) -> str:
    if figure is None or figure != figure:
        return "·"
    return f"{figure:.2f}".lstrip("0") or "0" if isinstance(figure, float) else str(figure)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="folders of gold to measure; all without")
    parser.add_argument("--gold", type=Path, required=True, help="the folder of folders of gold")
    parser.add_argument("--corpus", type=Path, required=True, help="the folder of reports")
    parser.add_argument("--score", type=Path, required=True, help="the scorer's script")
    parser.add_argument("--json", type=Path, help="also write every figure here")
    known, extra = parser.parse_known_args()
    folders = sorted(path for path in known.gold.iterdir() if path.is_dir())
    table = {
        folder.name: measure(folder, known.corpus, known.score, extra)
        for folder in folders
        if not known.names or folder.name in known.names
    }
    show(table)
    print(f"\n{LEGEND}")
    if known.json:
        write_json(table, known.json)


if __name__ == "__main__":
    main()
