"""Arguments and options that several commands share."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.output import STDOUT
from compare.cli.reading import add_reading_options, find_terms
from compare.embedders import EMBEDDERS

if TYPE_CHECKING:
    from compare.cache import Cache
    from compare.model import Report, RolePin

Decorator = Callable[[Callable[..., None]], Callable[..., None]]

REPORT = click.Path(path_type=Path)
LANGUAGE: Decorator = click.option(
    "--language",
    metavar="CODE",
    help="Language the reports are written in (zh, en); by default it is found in the text.",
)
FORMAT_IN: Decorator = click.option(
    "--format-in",
    metavar="FORMAT",
    help="Format of the report on standard input (-), such as pdf; by default its content tells.",
)
LANG: Decorator = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    help="Language of the result; by default that of the report.",
)
READING: Decorator = add_reading_options
PINS: Decorator = click.option(
    "--pins",
    type=REPORT,
    metavar="FILE",
    help="Decisions to keep to (.toml, .json): which goals go together, which do not, what"
    " sections do. See: compare-reports pins init --help",
)
THEMES: Decorator = click.option(
    "--themes",
    type=REPORT,
    metavar="FILE",
    help="Themes and their keywords (.toml), in place of ours.",
)
INDICATORS: Decorator = click.option(
    "--indicators",
    type=REPORT,
    metavar="FILE",
    help="Indicators of your own (.toml), added to ours: what each is called, which way is better.",
)
EMBEDDER: Decorator = click.option(
    "--embedder",
    type=click.Choice(tuple(EMBEDDERS)),
    help="Let a neural encoder say what goals mean: some minutes, the first time.",
)
TEMPLATES: Decorator = click.option(
    "--template-dir",
    type=REPORT,
    metavar="FOLDER",
    help="Templates and style of your own for the page: what stands there goes before ours of the"
    " same name (style.css, partials/summary.html, …).",
)
CROSS_LANGUAGE: Decorator = click.option(
    "--cross-language",
    is_flag=True,
    help="Link the goals of reports in two languages; needs --embedder.",
)
RESULTS: Decorator = click.option(
    "--results",
    type=REPORT,
    metavar="FILE",
    multiple=True,
    help="A later report that may say what came of the targets of OLD; may be given again.",
)


def read_input(
    path: Path,
    format_in: str | None,
    language: str | None,
    year: int | None,
    roles: "Sequence[RolePin]" = (),
    cache: "Cache | None" = None,
) -> "Report":
    """Read a report from a file, or from standard input where the path is ``-``."""
    from compare.pipeline import read_report

    terms = find_terms()
    if path != STDOUT:
        return read_report(
            path, language=language, year=year, roles=roles, terms=terms, cache=cache
        )
    data = sys.stdin.buffer.read(terms.size + 1)
    return read_report(
        data, name="-", format_in=format_in, language=language, year=year, roles=roles, terms=terms
    )


def forbid_two_pipes(old: Path, new: Path) -> None:
    """Refuse to read both reports from standard input."""
    if old == new == STDOUT:
        raise click.UsageError("only one of the two reports can come from standard input")


def year_option(name: str, what: str) -> Decorator:
    """Return the option that gives a report's year."""
    return click.option(
        name,
        type=click.IntRange(1900, 2200),
        metavar="YEAR",
        help=f"Year that {what} is for; by default it is found in the text.",
    )
