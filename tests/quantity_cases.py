"""Read the tables of expressions and their expected parse under ``cases/quantities``."""

from pathlib import Path

from compare.model import Quantity

FOLDER = Path(__file__).parent / "cases" / "quantities"
AGAIN, NOTHING = "〃", "—"  # one more figure of the text above; no figure at all


def read_cases(language: str) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Return each text with the rows that are expected of it."""
    cases: list[tuple[str, list[tuple[str, ...]]]] = []
    lines = (FOLDER / f"{language}.tsv").read_text("utf-8").splitlines()
    for line in lines[1:]:
        text, *cells = line.split("\t")
        if text.startswith("#"):
            continue
        if text != AGAIN:
            cases.append((text, []))
        if cells != [NOTHING]:
            cases[-1][1].append(tuple(cells + [""] * (8 - len(cells))))
    return cases


def write_row(quantity: Quantity) -> tuple[str, ...]:
    """Write a quantity down as the tables do."""
    low, high = (f"{end:f}" if end is not None else "" for end in (quantity.low, quantity.high))
    return (
        quantity.indicator,
        str(quantity.comparator),
        low,
        high,
        quantity.unit,
        str(quantity.kind),
        quantity.hedge,
        quantity.horizon,
    )
