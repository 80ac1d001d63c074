"""Why figures changed, in the new report's own words: each sentence once, with what it explains."""

from collections.abc import Iterable
from dataclasses import dataclass

from compare.model import Span
from compare.renderers.view.figures import Figure
from compare.renderers.view.places import Atlas


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence of the new report, its line, and the indicators whose change it explains."""

    indicators: tuple[str, ...]
    text: str
    line: int


def list_reasons(figures: Iterable[Figure], new: Atlas) -> tuple[Reason, ...]:
    """List the reasons that a report gives for its figures, in the ledger's order."""
    explained: dict[Span, list[str]] = {}
    for figure in figures:
        if figure.reason:
            explained.setdefault(figure.reason, []).append(figure.indicator or figure.new_text)
    text = new.report.document.text
    return tuple(
        Reason(tuple(indicators), " ".join(span.of(text).split()), new.count_lines(span.start))
        for span, indicators in explained.items()
    )
