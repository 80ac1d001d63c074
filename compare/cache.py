"""Answers kept from run to run, so that what was worked out once is not worked out again."""

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from compare.plain import restore, write
from compare.version import VERSION

T = TypeVar("T")

MOST = 300_000_000  # bytes of all answers; what was not asked for longest goes first
LONGEST = 50_000_000  # bytes of one answer
PACKAGE = Path(__file__).parent


def choose_folder() -> Path:
    """Give the folder of this user's caches."""
    from platformdirs import user_cache_path

    return user_cache_path("compare-reports")


def digest(*parts: object) -> str:
    """Name nouns and plain values by what is in them."""
    return _hash(write(parts).encode("utf-8", "surrogatepass"))


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Cache:
    """A folder of answers by their question; where it cannot be used, nothing is kept.

    Answers are JSON, each in a file of its own that appears whole, below a line that vouches for
    it. Another version of the program asks other questions.
    """

    def __init__(self, folder: Path | None = None, most: int = MOST) -> None:
        self._folder, self._most = folder or choose_folder() / "answers", most
        self._size = most  # bytes of all answers at the most; found out with the first new one

    def recall(self, kind: type[T], question: str, answer: Callable[[], T]) -> T:
        """Give the answer to a question, a noun of a kind: the one kept, or else a new one."""
        path = self._folder / f"{digest(_name_program(), question)}.json"
        with contextlib.suppress(OSError, ValueError, RecursionError):
            found = restore(kind, _read(path))
            os.utime(path)
            return found
        made = answer()
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._size += _write(path, write(made))
            if self._size > self._most:
                self._size = self._drop_oldest()
        return made

    def _drop_oldest(self) -> int:
        """Let go of what is too much; give the bytes of what is left."""
        found = [(path.stat(), path) for path in self._folder.glob("*.json")]
        size = sum(stat.st_size for stat, _ in found)
        for stat, path in sorted(found, key=lambda entry: entry[0].st_mtime):
            if size <= self._most:
                break
            path.unlink(missing_ok=True)
            size -= stat.st_size
        return size


def _read(path: Path) -> object:
    if path.stat().st_size > LONGEST:
        raise ValueError("too long to be an answer of ours")
    known, _, data = path.read_bytes().partition(b"\n")
    if known != _hash(data).encode():
        raise ValueError("not what was written")
    return json.loads(data.decode("utf-8", "surrogatepass"))


def _write(path: Path, text: str) -> int:
    data = text.encode("utf-8", "surrogatepass")
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            size = file.write(_hash(data).encode() + b"\n" + data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return size


@cache
def _name_program() -> str:
    """Name the program by its version and, as a version under work changes, its files."""
    files = [path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".toml", ".txt", ".npz")]
    stats = sorted((str(p.relative_to(PACKAGE)), p.stat()) for p in files)
    return digest(VERSION, *((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats))
