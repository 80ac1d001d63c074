"""Writing results: whole or not at all."""

import os
import sys
from pathlib import Path

import click

from compare.errors import RenderError

STDOUT = Path("-")


def write_whole(data: bytes, path: Path) -> None:
    """Write to a file by way of a temporary one beside it; ``-`` is standard output.

    Raises `RenderError` where the place cannot be written.
    """
    if path == STDOUT:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    import tempfile

    if path.is_dir():
        raise RenderError(f"{path}: a folder; name the file to write in it")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise RenderError(f"{path}: cannot be written ({error.strerror})") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o666 & ~_read_umask())
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise RenderError(f"{path}: cannot be written ({error.strerror})") from None


def _read_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def warn(lines: list[str]) -> None:
    """Say doubts on standard error, one a line."""
    for line in lines:
        click.secho(f"! {line}", fg="yellow", err=True)
