"""``compare-reports diff``: the main job."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.options import LANGUAGE, REPORT, year_option
from compare.cli.output import STDOUT, warn, write_whole

if TYPE_CHECKING:
    from compare.model import Comparison

FORMATS = ("html", "json")


@click.command()
@click.argument("old", type=REPORT)
@click.argument("new", type=REPORT)
@click.option(
    "-o",
    "--output",
    type=REPORT,
    metavar="OUT",
    help="File to write; - is standard output.  [default: reports/OLD-vs-NEW.html]",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="Format of the result; by default the ending of OUT decides, else html.",
)
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    help="Language of the page; by default that of the reports.",
)
@LANGUAGE
@year_option("--old-year", "OLD")
@year_option("--new-year", "NEW")
@click.option("--check", is_flag=True, help="Exit with status 1 if anything changed.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def diff(
    old: Path,
    new: Path,
    output: Path | None,
    format_: str | None,
    lang: str | None,
    language: str | None,
    old_year: int | None,
    new_year: int | None,
    check: bool,
    quiet: bool,
) -> None:
    r"""Say what became of every goal of OLD in NEW.

    OLD and NEW are two reports of one organisation, as .txt or .md. The page shows what was
    carried, raised, lowered, dropped and added, side by side, with every claim's place in the
    source; it is one file, works offline and can be mailed.

    \b
    Examples:
        compare-reports diff 2020.md 2024.txt
        compare-reports diff 2020.md 2024.txt -o change.html --lang en
        compare-reports diff 2020.md 2024.txt -o - --format json | jq .goals
    """
    from compare.pipeline import compare_reports, read_report
    from compare.renderers import render

    target = output or Path("reports") / f"{old.stem}-vs-{new.stem}.{format_ or 'html'}"
    chosen = format_ or ("html" if target == STDOUT else target.suffix)
    before = read_report(old, language=language, year=old_year)
    comparison = compare_reports(before, read_report(new, language=language, year=new_year))
    write_whole(render(comparison, chosen, lang=lang), target)
    if not quiet:
        _tell(comparison, target, lang)
    if check and comparison.has_changes:
        raise click.exceptions.Exit(1)


def _tell(comparison: "Comparison", target: Path, lang: str | None) -> None:
    warn([note.text for note in comparison.all_notes])
    if target != STDOUT:
        from compare.cli.summary import summarize

        summarize(comparison, lang)
        click.echo(f"\n{target}")
