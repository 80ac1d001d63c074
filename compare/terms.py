"""On what terms a report is read: how far to go, and what opens it."""

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[str, int, int], None]  # a file's name, the page begun, how many there are


@dataclass(frozen=True, slots=True)
class Terms:
    """How far to go in reading a file, and what opens it.

    Limits are those of one file: ``pages``, ``scans`` (pages that are pictures and have to be
    recognised, which takes seconds each; 0 recognises none), ``characters`` (a million take some
    five seconds), ``megabytes`` (text without pictures may have a tenth) and ``seconds``. Each of
    ``passwords`` is tried. ``progress`` is told of every page that is recognised.
    """

    pages: int = 2_000
    scans: int = 300
    characters: int = 4_000_000
    megabytes: int = 200
    seconds: int = 1_800
    passwords: tuple[str, ...] = ()
    progress: Progress | None = None

    @property
    def size(self) -> int:
        """The bytes that a file may have."""
        return self.megabytes * 1_000_000


LIMITS = ("pages", "scans", "characters", "megabytes", "seconds")
TERMS = Terms()
