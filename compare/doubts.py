"""What a user should know before believing a result: doubts that travel into every output."""

from collections.abc import Iterator
from dataclasses import replace

from compare.model import Note, Report, Role

_DIGEST = 3  # a report this many times longer than the other is another kind of text


def doubt_report(report: Report) -> Report:
    """Add what is doubtful about one report to its notes."""
    found = tuple(_doubt_reading(report))
    return replace(report, notes=(*report.document.notes, *report.notes, *found))


def _doubt_reading(report: Report) -> Iterator[Note]:
    name = report.document.name
    roles = {section.role for section in report.sections}
    if not report.outline:
        yield Note("no-headings", f"{name}: no headings found; the whole text is taken as a plan")
    elif Role.PLAN not in roles:
        yield Note("no-plan", f"{name}: no section found that sets out a plan, so no goals")
    elif Role.REVIEW not in roles:
        yield Note("no-review", f"{name}: no section found that reviews what was done")
    if not report.pledges:
        yield Note("no-goals", f"{name}: no goals found; check that the text is the report itself")
    copied = sum(len(i.span) for i in report.ignored if i.reason == "duplicate")
    if copied:
        yield Note(
            "duplicate-body",
            f"{name}: the text stands twice; the second copy ({copied:,} characters) is not counted",
        )


def doubt_comparison(old: Report, new: Report) -> tuple[Note, ...]:
    """List what is doubtful about comparing these two."""
    return tuple(_doubt_pair(old, new))


def _doubt_pair(old: Report, new: Report) -> Iterator[Note]:
    names = f"{old.document.name} and {new.document.name}"
    if old.document.digest == new.document.digest:
        yield Note("same-file", f"{names} are the same text")
    elif old.year is not None and new.year is not None:
        if old.year > new.year:
            yield Note(
                "years-reversed",
                f"OLD speaks of {old.year} and NEW of {new.year}: are they the right way round?",
            )
        elif old.year == new.year:
            yield Note("same-year", f"{names} are both of {old.year}")
    sizes = sorted((len(old.pledges), len(new.pledges)))
    if sizes[0] and sizes[1] > _DIGEST * sizes[0]:
        short = old if len(old.pledges) < len(new.pledges) else new
        yield Note(
            "unequal-length",
            f"{short.document.name} holds far fewer goals than the other report: perhaps a digest,"
            " in which what is missing need not have been dropped",
        )
    if old.issuer and new.issuer and not _same_issuer(old.issuer, new.issuer):
        yield Note("other-issuer", f"the issuers differ: {old.issuer} and {new.issuer}")


def _same_issuer(old: str, new: str) -> bool:
    """Tell whether two names may be the same office: 杭州 and 杭州市人民政府."""
    short, long = sorted((old, new), key=len)
    return short in long or short[:2] == long[:2]
