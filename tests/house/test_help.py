"""Help that teaches: every command says what it does, and every option why one would set it."""

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from compare.cli import main


def walk_commands(
    command: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, child in command.commands.items():
            yield from walk_commands(child, (*path, name))


COMMANDS = dict(walk_commands(main))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_a_command_says_in_one_sentence_what_it_does(path):
    first, _, _ = (COMMANDS[path].help or "").partition("\n\n")
    assert first.strip().endswith((".", ":"))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_option_is_explained(path):
    options = [given for given in COMMANDS[path].params if isinstance(given, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_fits_a_terminal(path):
    shown = CliRunner().invoke(main, [*path, "--help"], terminal_width=80)
    assert shown.exit_code == 0
    assert [line for line in shown.output.splitlines() if len(line) > 80] == []
    assert "\\b" not in shown.output  # a raw docstring would show click's mark and lose the lines


def test_the_promised_commands_are_there():
    assert {"diff", "goals", "outline"} <= set(main.commands)
