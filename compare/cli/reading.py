"""On what terms the reports of a command are read: its options, and what is said meanwhile."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from compare.terms import LIMITS, TERMS, Terms

Command = Callable[..., None]

PASSWORDS = "COMPARE_REPORTS_PASSWORD"
_DEFAULTS = ", ".join(f"{name}={getattr(TERMS, name):,}" for name in LIMITS)


def add_reading_options(command: Command) -> Command:
    """Add the options; what they say is kept with the command, see `find_terms`."""
    for option in (_LIMIT, _PASSWORD_FILE):
        command = option(command)
    return command


def find_terms() -> Terms:
    """Return the terms of the command that runs."""
    context = click.get_current_context()
    terms: Terms = context.meta.get(__name__, TERMS)
    passwords = terms.passwords or tuple(filter(None, (os.environ.get(PASSWORDS),)))
    return replace(terms, passwords=passwords, progress=_tell)


def _keep(context: click.Context, changes: dict[str, object]) -> None:
    context.meta[__name__] = replace(context.meta.get(__name__, TERMS), **changes)


def _set_limits(context: click.Context, _: click.Parameter, given: Sequence[str]) -> None:
    _keep(context, dict(_parse_limit(limit) for limit in given))


def _parse_limit(limit: str) -> tuple[str, int]:
    name, _, number = limit.partition("=")
    if name not in LIMITS or not number.isdecimal() or len(number) > 9:
        known = ", ".join(f"{name}=…" for name in LIMITS)
        raise click.BadParameter(f"{limit!r}: write one of {known} and a whole number")
    return name, int(number)


def _read_passwords(context: click.Context, _: click.Parameter, path: Path | None) -> None:
    if path is None:
        return
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, ValueError):
        raise click.BadParameter(f"{path}: cannot be read as text") from None
    _keep(context, {"passwords": tuple(filter(None, lines))})


def _tell(name: str, page: int, pages: int) -> None:
    """Say which page is being recognised, over the line before where that is a terminal."""
    line = f"{name}: recognising page {page} of {pages}, some seconds each"
    again = sys.stderr.isatty() and page < pages
    click.echo(f"\r{line}" if sys.stderr.isatty() else line, err=True, nl=not again)


_LIMIT = click.option(
    "--limit",
    metavar="NAME=N",
    multiple=True,
    expose_value=False,
    callback=_set_limits,
    help=f"How far to read a file; may be given again.  [default: {_DEFAULTS}]",
)
_PASSWORD_FILE = click.option(
    "--password-file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    expose_value=False,
    callback=_read_passwords,
    help=f"Passwords of the reports, one a line; or put one in {PASSWORDS}.",
)
