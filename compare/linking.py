"""Links between the goals and sections of two reports, each question asked once."""

from compare.alignment import Encoder, link_goals, link_sections
from compare.embedders import Embedder
from compare.languages.rules import Language
from compare.model import Link, Report
from compare.pins import NO_TIES, Ties


class Linker:
    """Links pairs of reports of one language; a text that stands in several pairs is read once."""

    def __init__(self, language: Language, embedder: Embedder | None = None) -> None:
        self._encoder = Encoder(language, embedder)

    def link_goals(self, old: Report, new: Report, ties: Ties = NO_TIES) -> tuple[Link, ...]:
        """Link the pledges of two reports, keeping to what is tied."""
        return link_goals(old, new, ties=ties, encoder=self._encoder)

    def link_sections(self, old: Report, new: Report, goals: tuple[Link, ...]) -> tuple[Link, ...]:
        """Link the sections of two reports whose goals are linked."""
        return link_sections(old, new, goals, encoder=self._encoder)
