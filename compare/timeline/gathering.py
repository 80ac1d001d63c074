"""Which of the reports given make the timeline, in the order of their years."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from compare.doubts import is_same_issuer, make_note
from compare.errors import TimelineError
from compare.model import Note, Report


def gather_reports(
    reports: Iterable[Report], known: Iterable[Note] = (), *, strict: bool = False
) -> tuple[tuple[Report, ...], tuple[Note, ...]]:
    """Keep one report a year, in the order of the years; notes say what was left out, and why.

    Those in another language than most are left out; of several for one year the one with most
    goals is kept; ``known`` are doubts from before.
    Raises `TimelineError` where fewer than two are left, or, if ``strict``, for the first doubt.
    """
    # Whatever order they come in: by year, the fullest first, then by what tells them apart.
    ordered, strangers = _part_languages(sorted(reports, key=_rank))
    undated = (report.document.name for report in ordered if report.year is None)
    notes = [*known, *strangers]
    notes += [make_note("timeline-no-year", name=name) for name in undated]
    by_year: dict[int, list[Report]] = defaultdict(list)
    for report in ordered:
        if report.year is not None:
            by_year[report.year].append(report)
    for first, *others in by_year.values():
        notes += [_note_second(first, other) for other in others]
    kept = tuple(rivals[0] for rivals in by_year.values())
    notes += _doubt_issuers(kept)
    if notes and strict:
        raise TimelineError(notes[0].text)
    if len(kept) < 2:
        raise TimelineError(_count_too_few(kept, notes))
    return kept, tuple(notes)


def _part_languages(reports: Sequence[Report]) -> tuple[list[Report], list[Note]]:
    """Keep the reports in the language of most, of the first of equals; name the others."""
    languages = Counter(report.language for report in reports)
    usual = max(languages, key=lambda language: languages[language], default="")
    notes = [
        make_note(
            "timeline-other-language",
            name=report.document.name,
            language=report.language,
            usual=usual,
        )
        for report in reports
        if report.language != usual
    ]
    return [report for report in reports if report.language == usual], notes


def _rank(report: Report) -> tuple[int, int, str, str]:
    document = report.document
    return report.year or 0, -len(report.pledges), document.digest, document.name


def _note_second(kept: Report, other: Report) -> Note:
    same = kept.document.text.split() == other.document.text.split()
    names = {"name": other.document.name, "other": kept.document.name}
    return make_note(
        "timeline-same-text" if same else "timeline-same-year", **names, year=str(kept.year)
    )


def _doubt_issuers(reports: Sequence[Report]) -> Iterable[Note]:
    """Name the reports whose issuer is not that of most."""
    issuers = sorted(report.issuer for report in reports if report.issuer)
    votes = {one: sum(is_same_issuer(one, other) for other in issuers) for one in issuers}
    usual = max(votes, key=lambda name: votes[name], default="")
    for report in reports:
        if report.issuer and not is_same_issuer(report.issuer, usual):
            facts = {"name": report.document.name, "issuer": report.issuer, "usual": usual}
            yield make_note("timeline-other-issuer", **facts)


def _count_too_few(kept: Sequence[Report], notes: Sequence[Note]) -> str:
    left = "".join(f"; {note.text}" for note in notes)
    return f"a timeline needs reports of two years at least, not {len(kept)}{left}"
