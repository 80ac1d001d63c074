"""What a reader is given: a file's bytes and name, the terms to read it on, and a clock."""

import hashlib
import time
from dataclasses import dataclass, field, replace

from compare.errors import TooLarge, TooSlow
from compare.terms import TERMS, Terms


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

    def check_length(self, characters: int) -> None:
        """Raise `TooLarge` where a text is longer than allowed."""
        limit = self.terms.characters
        if characters > limit:
            raise TooLarge(self.name, characters, limit, "characters", "characters")

    def check_time(self, page: int, pages: int) -> None:
        """Raise `TooSlow` where the time is up before a page."""
        if self.seconds <= 0:
            raise TooSlow(self.name, self.terms.seconds, page, pages)

    def hold(self, name: str, data: bytes) -> "Source":
        """Return what was unpacked from this file: same terms, same clock."""
        return replace(self, name=name, data=data)
