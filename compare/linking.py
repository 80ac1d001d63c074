"""Links between the goals and sections of two reports, each question asked once."""

from compare.alignment import Encoder, link_goals, link_sections
from compare.cache import Cache, digest
from compare.embedders import Embedder
from compare.languages.rules import Language
from compare.model import Link, Report, Span
from compare.pins import NO_TIES, Ties

Links = tuple[Link, ...]


class Linker:
    """Links pairs of reports of one language; a text that stands in several pairs is read once.

    With a ``cache`` a pair that was linked in an earlier run is not linked again.
    """

    def __init__(
        self,
        language: Language,
        embedder: Embedder | None = None,
        cache: Cache | None = None,
    ) -> None:
        self._encoder = Encoder(language, embedder)
        self._cache = cache
        self._manner = embedder.name if embedder else ""
        self._names: dict[int, tuple[Report, str]] = {}

    def link_goals(self, old: Report, new: Report, ties: Ties = NO_TIES) -> Links:
        """Link the pledges of two reports, keeping to what is tied."""
        if self._cache is None or ties != NO_TIES:
            return link_goals(old, new, ties=ties, encoder=self._encoder)
        question = digest("goals", self._manner, self._name(old), self._name(new))
        return self._cache.recall(
            Links, question, lambda: link_goals(old, new, encoder=self._encoder)
        )

    def link_sections(self, old: Report, new: Report, goals: Links) -> Links:
        """Link the sections of two reports whose goals are linked."""
        if self._cache is None:
            return link_sections(old, new, goals, encoder=self._encoder)
        question = digest("sections", self._manner, self._name(old), self._name(new), goals)
        return self._cache.recall(
            Links, question, lambda: link_sections(old, new, goals, encoder=self._encoder)
        )

    def _name(self, report: Report) -> str:
        """Name a report by all of it that decides about links."""
        if id(report) not in self._names:
            goals = [
                (*_place(g.span), *_place(g.sentence), g.kind, g.wording) for g in report.goals
            ]
            sections = [(*_place(s.span), s.level, s.role, s.title) for s in report.sections]
            told = report.language, report.document.text, goals, sections
            self._names[id(report)] = report, digest(*told)
        return self._names[id(report)][1]


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end
