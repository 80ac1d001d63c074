"""The running text of a report, as sentences and as words."""

import re
from collections.abc import Iterable, Iterator

from compare.languages.rules import Language
from compare.model import Report, Span

_LETTER = re.compile(r"[^\W_]")


def list_sentences(report: Report, language: Language, within: Span | None = None) -> list[str]:
    """List the sentences and headings of a report, or of a stretch of it, on one line each.

    What was not counted as the report's own text is left out; line breaks in a sentence go.
    """
    blank = "" if language.repairs.joined else " "
    return [
        sentence
        for piece in _cut(report, within or Span(0, len(report.document.text)))
        for sentence in language.goals.sentence.findall(blank.join(piece.split()))
        if _LETTER.search(sentence)
    ]


class Splitter:
    """Lists the words of sentences in one form, without marks and blanks; each sentence once."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._known: dict[str, list[str]] = {}

    def split(self, sentences: Iterable[str]) -> list[str]:
        """List the words of sentences, one after the other."""
        return [word for sentence in sentences for word in self._split(sentence)]

    def _split(self, sentence: str) -> list[str]:
        if sentence not in self._known:
            words = self._language.split_words(self._language.fold(sentence))
            self._known[sentence] = [word for word in words if _LETTER.search(word)]
        return self._known[sentence]


def _cut(report: Report, within: Span) -> Iterator[str]:
    """Yield what stands between headings, each heading, and nothing that was skipped."""
    skipped = {ignored.span for ignored in report.ignored}
    marks = sorted({*skipped, *(section.heading for section in report.sections)})
    at = within.start
    for mark in marks:
        if mark.start < at or mark.end > within.end:
            continue
        yield report.document.text[at : mark.start]
        if mark not in skipped:
            yield mark.of(report.document.text)
        at = mark.end
    yield report.document.text[at : within.end]
