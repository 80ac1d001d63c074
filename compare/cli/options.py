"""Arguments and options that several commands share."""

from collections.abc import Callable
from pathlib import Path

import click

Decorator = Callable[[Callable[..., None]], Callable[..., None]]

REPORT = click.Path(path_type=Path)
LANGUAGE: Decorator = click.option(
    "--language",
    metavar="CODE",
    help="Language the reports are written in (zh, en); by default it is found in the text.",
)


def year_option(name: str, what: str) -> Decorator:
    """Return the option that gives a report's year."""
    return click.option(
        name,
        type=click.IntRange(1900, 2200),
        metavar="YEAR",
        help=f"Year that {what} is for; by default it is found in the text.",
    )
