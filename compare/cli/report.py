"""``compare-reports outline`` and ``goals``: how one report was read."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.options import FORMAT_IN, LANGUAGE, REPORT, read_input, year_option
from compare.cli.output import STDOUT, warn, write_whole
from compare.renderers.safety import defuse_formula

if TYPE_CHECKING:
    from compare.model import Report

OUTPUT = click.option(
    "-o", "--output", type=REPORT, default=STDOUT, metavar="OUT", help="File to write."
)
FORMAT_HELP = "text is for reading, the rest for programs."


@click.command()
@click.argument("file", type=REPORT)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), help=FORMAT_HELP)
@OUTPUT
@FORMAT_IN
@LANGUAGE
@year_option("--year", "FILE")
def outline(
    file: Path,
    format_: str | None,
    output: Path,
    format_in: str | None,
    language: str | None,
    year: int | None,
) -> None:
    """Show how FILE was read: its headings, what each part does, what was left out.

    \b
    Example:
        compare-reports outline 2024.txt
    """
    report = _read(file, format_in, language, year)
    if format_ == "json":
        write_whole(_to_json(report), output)
    else:
        write_whole(("\n".join(_draw_outline(report)) + "\n").encode(), output)


@click.command()
@click.argument("file", type=REPORT)
@click.option("--format", "format_", type=click.Choice(["text", "json", "csv"]), help=FORMAT_HELP)
@OUTPUT
@FORMAT_IN
@LANGUAGE
@year_option("--year", "FILE")
def goals(
    file: Path,
    format_: str | None,
    output: Path,
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
    report = _read(file, format_in, language, year)
    if format_ == "json":
        write_whole(_to_json(report), output)
    elif format_ == "csv":
        write_whole(_to_csv(report), output)
    else:
        write_whole(("\n".join(_list_goals(report)) + "\n").encode(), output)


def _read(file: Path, format_in: str | None, language: str | None, year: int | None) -> "Report":
    report = read_input(file, format_in, language, year)
    warn([note.text for note in report.notes])
    return report


def _to_json(report: "Report") -> bytes:
    from compare.renderers.to_json import render_report

    return render_report(report)


def _draw_outline(report: "Report") -> Iterator[str]:
    yield f"{report.title or report.document.name} · {report.issuer} · {report.year}"
    for section in report.sections:
        role = f"{section.role.value} {section.year or ''}".strip()
        number = f"{section.number} " if section.number else ""
        line = report.document.text.count("\n", 0, section.span.start) + 1
        yield f"{line:>5}  {'  ' * (section.level - 1)}{number}{section.title}  [{role}]"
    for part in report.ignored:
        line = report.document.text.count("\n", 0, part.span.start) + 1
        yield f"{line:>5}  not counted: {len(part.span):,} characters ({part.reason})"


def _list_goals(report: "Report") -> Iterator[str]:
    path: tuple[str, ...] = ()
    for goal in report.pledges:
        if goal.section != path:
            path = goal.section
            yield f"\n{' › '.join(path)}"
        line = report.document.text.count("\n", 0, goal.span.start) + 1
        yield f"{line:>5}  {goal.wording}"


def _to_csv(report: "Report") -> bytes:
    """Write a goal a row, with a byte-order mark so that Excel reads it as UTF-8."""
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
