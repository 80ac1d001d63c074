"""``compare-reports pins``: what to decide by hand."""

from pathlib import Path

import click

from compare.cli.options import (
    FORMAT_IN,
    LANGUAGE,
    READING,
    REPORT,
    forbid_two_pipes,
    read_input,
    year_option,
)
from compare.cli.output import STDOUT, warn, write_whole


@click.group()
def pins() -> None:
    """Decide by hand which goals go together, once and for every run.

    A file of pins is TOML or JSON (YAML, where PyYAML is installed). Goals and headings are
    named by some of their words; a line, counted from 1, tells apart what reads alike.

    \b
        [[pins]]
        decision = "together"                 # or: apart
        old = "新增城镇就业25万人"
        new = {quote = "稳定和扩大就业", line = 31}
        [[roles]]
        side = "new"                          # or: old
        heading = "重点工作"
        role = "plan"                         # or: review, other
    """


@pins.command()
@click.argument("old", type=REPORT)
@click.argument("new", type=REPORT)
@click.option(
    "-o", "--output", type=REPORT, default=STDOUT, metavar="OUT", help="File: .toml or .json."
)
@click.option(
    "-n",
    "--count",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="How many links to decide on.",
)
@FORMAT_IN
@READING
@LANGUAGE
@year_option("--old-year", "OLD")
@year_option("--new-year", "NEW")
def init(
    old: Path,
    new: Path,
    output: Path,
    count: int,
    format_in: str | None,
    language: str | None,
    old_year: int | None,
    new_year: int | None,
) -> None:
    """Write the least certain links between OLD and NEW, to decide on.

    Each has both quotes, their places and an empty decision: fill in together or apart, leave
    the rest empty, and give the file to diff. A pin whose words are gone is a warning there.

    \b
    Example:
        compare-reports pins init 2020.md 2024.txt -o pins.toml
        compare-reports diff 2020.md 2024.txt --pins pins.toml
    """
    from compare.pins import list_doubts, write_doubts
    from compare.pipeline import compare_reports

    forbid_two_pipes(old, new)
    if output != STDOUT and output.suffix not in (".toml", ".json"):
        raise click.UsageError(f"{output}: name a file that ends in .toml or .json")
    before = read_input(old, format_in, language, old_year)
    comparison = compare_reports(before, read_input(new, format_in, language, new_year))
    doubts = list_doubts(comparison, count)
    warn([note.text for note in comparison.all_notes])
    form = output.suffix.lstrip(".") or "toml"
    write_whole(write_doubts(comparison, doubts, form).encode("utf-8", "replace"), output)
