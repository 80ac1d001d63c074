"""``compare-reports outline`` and ``goals``: how one report was read."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.options import FORMAT_IN, LANG, LANGUAGE, READING, REPORT, read_input, year_option
from compare.cli.output import STDOUT, warn, write_whole

if TYPE_CHECKING:
    from compare.languages.labels import Labels
    from compare.model import Report

OUTPUT = click.option(
    "-o", "--output", type=REPORT, default=STDOUT, metavar="OUT", help="File to write."
)
FORMAT_HELP = "text is for reading, the rest for programs."


@click.command()
@click.argument("file", type=REPORT)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), help=FORMAT_HELP)
@OUTPUT
@LANG
@FORMAT_IN
@READING
@LANGUAGE
@year_option("--year", "FILE")
def outline(
    file: Path,
    format_: str | None,
    output: Path,
    lang: str | None,
    format_in: str | None,
    language: str | None,
    year: int | None,
) -> None:
    """Show how FILE was read: its headings, what each part does, what was left out.

    \b
    Example:
        compare-reports outline 2024.txt
    """
    report = read_input(file, format_in, language, year)
    if format_ == "json":
        warn([note.text for note in report.notes])
        write_whole(_to_json(report), output)
    else:
        from compare.cli.tree import draw_outline

        _print(draw_outline(report, _find_labels(report, lang)), output)


@click.command()
@click.argument("file", type=REPORT)
@click.option("--format", "format_", type=click.Choice(["text", "json", "csv"]), help=FORMAT_HELP)
@OUTPUT
@LANG
@FORMAT_IN
@READING
@LANGUAGE
@year_option("--year", "FILE")
def goals(
    file: Path,
    format_: str | None,
    output: Path,
    lang: str | None,
    format_in: str | None,
    language: str | None,
    year: int | None,
) -> None:
    """List the goals that the plan in FILE commits to, with their figures.

    \b
    Examples:
        compare-reports goals 2024.txt
        compare-reports goals 2024.txt --format csv -o goals.csv
    """
    report = read_input(file, format_in, language, year)
    warn([note.text for note in report.notes])
    if format_ == "json":
        write_whole(_to_json(report), output)
    elif format_ == "csv":
        write_whole(_to_csv(report), output)
    else:
        from compare.cli.listing import list_goals

        _print(list_goals(report, _find_labels(report, lang)), output)


def _find_labels(report: "Report", lang: str | None) -> "Labels":
    from compare.languages.labels import find_labels

    return find_labels(lang or report.language)


def _print(lines: "Iterator[str]", output: Path) -> None:
    """Write lines of text; colours stay only where a terminal shows them."""
    text = "\n".join(lines) + "\n"
    if output == STDOUT:
        click.echo(text, nl=False)
    else:
        write_whole(click.unstyle(text).encode(), output)


def _to_json(report: "Report") -> bytes:
    from compare.renderers.to_json import render_report

    return render_report(report)


def _to_csv(report: "Report") -> bytes:
    """Write a goal a row, with a byte-order mark so that Excel reads it as UTF-8."""
    from compare.renderers.safety import defuse_formula

    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["id", "line", "start", "end", "section", "goal", "figures"])
    for number, goal in enumerate(report.pledges, 1):
        line = report.document.text.count("\n", 0, goal.span.start) + 1
        figures = "; ".join(q.figure.of(report.document.text) for q in goal.quantities)
        cells = (" › ".join(goal.section), goal.wording, figures)
        place = [f"g{number}", line, goal.span.start, goal.span.end]
        writer.writerow([*place, *map(defuse_formula, cells)])
    return ("\ufeff" + out.getvalue()).encode()
