"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Any

import click

REPORT = click.Path(path_type=Path)
LANGUAGE = click.option(
    "--language",
    metavar="CODE",
    help="Language the reports are written in (zh, en); by default it is found in the text.",
)


def year_option(name: str, what: str) -> Any:
    """Return the option that gives a report's year."""
    return click.option(
        name,
        type=click.IntRange(1900, 2200),
        metavar="YEAR",
        help=f"Year that {what} is for; by default it is found in the text.",
    )
