"""What a reader is given: a file's bytes and name, and on what terms to read it."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from compare.errors import TooSlow

Progress = Callable[[str, int, int], None]  # a file's name, the page begun, how many there are


@dataclass(frozen=True, slots=True)
class Terms:
    """How far to go in reading a file, and what opens it.

    Limits are those of one file: ``pages``, ``scans`` (pages that are pictures and have to be
    recognised, which takes seconds each; 0 recognises none), ``megabytes`` (text without pictures
    may have a tenth of them) and ``seconds``. Each of ``passwords`` is tried. ``progress`` is told
    of every page that is recognised.
    """

    pages: int = 2_000
    scans: int = 300
    megabytes: int = 200
    seconds: int = 1_800
    passwords: tuple[str, ...] = ()
    progress: Progress | None = None

    @property
    def size(self) -> int:
        """The bytes that a file may have."""
        return self.megabytes * 1_000_000


LIMITS = ("pages", "scans", "megabytes", "seconds")
TERMS = Terms()


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read. The clock of its terms starts when it is made."""

    name: str
    data: bytes
    terms: Terms = TERMS
    started: float = field(default_factory=time.monotonic)

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def seconds(self) -> float:
        """The time that is left."""
        return self.started + self.terms.seconds - time.monotonic()

    def check_time(self, page: int, pages: int) -> None:
        """Raise `TooSlow` where the time is up before a page."""
        if self.seconds <= 0:
            raise TooSlow(self.name, self.terms.seconds, page, pages)

    def hold(self, name: str, data: bytes) -> "Source":
        """Return what was unpacked from this file: same terms, same clock."""
        return replace(self, name=name, data=data)
