"""The command line: arguments in, one library call, a file out."""

import gc
import os
from typing import Any

import click

from compare.cli.diff import diff
from compare.cli.pins import pins
from compare.cli.report import goals, outline
from compare.cli.timeline import timeline
from compare.errors import CompareError


class _Group(click.Group):
    """Turns what a user can mend into one line and exit status 2."""

    def invoke(self, ctx: click.Context) -> Any:
        # The products are small: threads of a linear-algebra library only get in each other's way.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        # One command makes many small lasting things: looking for garbage often finds none.
        gc.set_threshold(200_000, 20, 20)
        try:
            return super().invoke(ctx)
        except CompareError as error:
            click.echo(f"compare-reports: {error}", err=True)
            ctx.exit(2)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="compare-reports", prog_name="compare-reports")
def main() -> None:
    """Say what changed between an organisation's yearly reports.

    Goals carried forward, reworded, raised, lowered, dropped and new, each with its place in
    the source. Chinese government work reports first, English reports second.

    \b
    Compare two years, and open the page it names:
        compare-reports diff 2020.md 2024.txt
    See how a report was read:
        compare-reports outline 2024.txt
    """


for command in (diff, outline, goals, timeline, pins):
    main.add_command(command)
