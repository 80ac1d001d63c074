"""The extraction ledger: what was read of a report, and what each part was taken for."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from compare.languages import get_language
from compare.languages.rules import Language
from compare.model import (
    Confidence,
    Evidence,
    GoalKind,
    HeadingCount,
    Ledger,
    Numeral,
    Report,
    Role,
    Section,
    Span,
    Use,
)

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_QUOTE = 24  # characters: a name in quotation marks is hardly longer
_BESIDE = 30  # characters before and after a number that show what it is
_OPENED = re.compile(r"[“‘「『《（(][^”’」』》）)]*$")

_HELD = {GoalKind.PLEDGE: Use.TARGET, GoalKind.OUTCOME: Use.RESULT}
# A lead is no more than likely, and inside its paragraph it may be a commitment like any other.
_CONFIDENCE = {
    Evidence.NUMBER: Confidence.SURE,
    Evidence.MARKUP: Confidence.SURE,
    Evidence.INNER: Confidence.UNSURE,
}


def trust_heading(evidence: Evidence, format_: str) -> Confidence:
    """Say how sure a heading is that was told by this; a PDF only shows the size of letters."""
    if evidence is Evidence.MARKUP and format_ == "pdf":
        return Confidence.LIKELY
    return _CONFIDENCE.get(evidence, Confidence.LIKELY)


def keep_ledger(report: Report) -> Ledger:
    """Account for what was read of a report."""
    document = report.document
    ignored: Counter[str] = Counter()
    for part in report.ignored:
        ignored[part.reason] += len(part.span)
    told = Counter(section.evidence for section in report.sections)
    return Ledger(
        characters=len(document.text),
        ignored=tuple(ignored.most_common()),
        pages=len(document.pages) or None,
        headings=tuple(
            HeadingCount(evidence, trust_heading(evidence, document.format), told[evidence])
            for evidence in Evidence
            if told[evidence]
        ),
        numerals=sort_numbers(report),
    )


def sort_numbers(report: Report) -> tuple[Numeral, ...]:
    """Say of every run of digits in a report what it was taken for."""
    text = report.document.text
    figures = {
        place: _HELD[goal.kind]
        for goal in report.goals
        for quantity in goal.quantities
        for place in range(quantity.figure.start, quantity.figure.end)
    }
    ignored = _Places(part.span for part in report.ignored)
    headings = _Places(section.heading for section in report.sections)
    goals = _Places(goal.span for goal in report.goals)
    plan = _Places(_list_plans(report))
    language = get_language(report.language)
    pledged = _Places(goal.sentence for goal in report.pledges)

    def is_background(number: re.Match[str]) -> bool:
        sentence = pledged.find(number.start())
        return (
            _names(number, language)
            or number.start() not in goals
            or (sentence is not None and _is_fact(number, sentence, language))
        )

    numerals = []
    for match in NUMBER.finditer(text):
        span = Span(*match.span())
        if span.start in ignored:
            continue
        heads = span.start in headings
        use = figures.get(span.start, Use.UNCLASSIFIED)
        if use is Use.UNCLASSIFIED and (heads or is_background(match)):
            use = Use.BACKGROUND
        numerals.append(Numeral(span, use, not heads and span.start in plan))
    return tuple(numerals)


def _is_fact(number: re.Match[str], sentence: Span, language: Language) -> bool:
    """Tell whether a sentence of a plan only mentions a figure."""
    text, place = sentence.of(number.string), number.start() - sentence.start
    return any(
        place in quantity.figure and language.goals.is_fact(text, quantity)
        for quantity in language.find_quantities(text)
    )


def _names(number: re.Match[str], language: Language) -> bool:
    """Tell whether a number is a year or counts nothing: 5G, “1+12”工程, PM2.5, 12号线."""
    text, (start, end) = number.string, number.span()
    beside = text[start - 1 : start] + text[end : end + 1]
    before, after = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    return (
        bool(_YEAR.fullmatch(number[0]))
        or any(letter.isascii() and letter.isalpha() for letter in beside)
        or bool(_OPENED.search(before[-_QUOTE:]))
        or language.goals.counts_nothing(before, after)
    )


def _list_plans(report: Report) -> Iterable[Span]:
    """List where the plan stands: in sections that plan, or wherever a pledge was found."""
    if not report.outline:
        return [goal.sentence for goal in report.pledges]
    return _find_plans(report.outline)


def _find_plans(sections: Iterable[Section]) -> Iterable[Span]:
    for section in sections:
        if section.role is Role.PLAN:
            yield section.span
        else:
            yield from _find_plans(section.children)


class _Places:
    """Spans that a place can be looked up in."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)
        self.starts = [span.start for span in self.spans]

    def find(self, offset: int) -> Span | None:
        at = bisect_right(self.starts, offset) - 1
        return self.spans[at] if at >= 0 and offset in self.spans[at] else None

    def __contains__(self, offset: int) -> bool:
        return self.find(offset) is not None
