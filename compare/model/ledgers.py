"""What became of every character, heading and number of a document."""

from dataclasses import dataclass
from enum import StrEnum

from compare.model.reports import Evidence
from compare.model.texts import Confidence, Span


class Use(StrEnum):
    """What a number of the text was taken for.

    The figure of a TARGET or of a RESULT; BACKGROUND is what neither promises nor reports an
    amount: dates, names, headings, talk; the rest is UNCLASSIFIED.
    """

    TARGET = "target"
    RESULT = "result"
    BACKGROUND = "background"
    UNCLASSIFIED = "unclassified"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A run of digits; ``in_plan`` says that it stands in the plan, and in none of its headings."""

    span: Span
    use: Use
    in_plan: bool = False


@dataclass(frozen=True, slots=True)
class HeadingCount:
    """How many headings were told by one kind of evidence, and how sure that is."""

    evidence: Evidence
    confidence: Confidence
    count: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was read of a document, and what it was taken for.

    ``characters`` counts all that was read, ``ignored`` those left out, by reason; ``pages`` is
    None where the format has none; ``numerals`` do not count what was ignored.
    """

    characters: int
    ignored: tuple[tuple[str, int], ...]
    pages: int | None
    headings: tuple[HeadingCount, ...]
    numerals: tuple[Numeral, ...]

    def count(self, use: Use) -> int:
        """Count the numbers taken for one thing."""
        return sum(numeral.use is use for numeral in self.numerals)

    @property
    def share_ignored(self) -> float:
        """Say which share of the characters was left out, 0–1."""
        return sum(count for _, count in self.ignored) / max(1, self.characters)
