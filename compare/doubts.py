"""What a user should know before believing a result: doubts that travel into every output."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from compare.gaps import find_bare, find_long, find_skips
from compare.languages import get_language
from compare.languages.labels import find_labels
from compare.languages.zh_scripts import simplify
from compare.model import Note, Report, Role, Section
from compare.targets import list_results

_LEFT_OUT = 0.3  # a share so large may hold some of the report itself
_EXCERPT = 0.6  # share of goals that stand word for word in the other report
_FEW = 8  # goals: with fewer, a share says little
_DIGEST = 2.5  # a text this many times longer than the other is another kind of report


def make_note(code: str, **facts: str) -> Note:
    """Make the note of a code; its sentence stands with the words of every language."""
    return Note(code, find_labels("en").say(f"note.{code}", **facts), facts=tuple(facts.items()))


def doubt_report(report: Report) -> Report:
    """Add what is doubtful about one report to its notes."""
    found = tuple(_doubt_reading(report))
    return replace(report, notes=(*report.document.notes, *report.notes, *found))


def _doubt_reading(report: Report) -> Iterator[Note]:
    name = report.document.name
    roles = {section.role for section in report.sections}
    if report.year is None:
        yield make_note("no-year", name=name)
    if not report.outline:
        yield make_note("no-headings", name=name)
    elif Role.PLAN not in roles:
        yield make_note("no-plan", name=name)
    elif Role.REVIEW not in roles:
        yield make_note("no-review", name=name)
    if not report.pledges:
        yield make_note("no-goals", name=name)
    copied = sum(len(i.span) for i in report.ignored if i.reason == "duplicate")
    if copied:
        yield make_note("duplicate-body", name=name, n=f"{copied:,}")
    others = sum(len(part.span) for part in report.ignored) - copied
    if others > _LEFT_OUT * (len(report.document.text) - copied):
        yield make_note("much-ignored", name=name, n=f"{others:,}")
    yield from _doubt_outline(report)


def _doubt_outline(report: Report) -> Iterator[Note]:
    """Doubt an outline of which something seems to be missing."""
    sparse = get_language(report.language).outline.sparse
    for skip in find_skips(report.outline, sparse):
        code = "numbering-gap" if skip.before else "numbering-start"
        facts = {"before": skip.before, "after": skip.section.number}
        yield _note_section(code, skip.section, report, facts)
    for section, times in find_long(report):
        yield _note_section("section-long", section, report, {"times": str(times)})
    bare = find_bare(report)
    if bare:
        yield _note_section("section-empty", bare[0], report, {"n": str(len(bare))})


def _note_section(code: str, section: Section, report: Report, facts: dict[str, str]) -> Note:
    title = f"{section.number} {section.title}".strip()
    note = make_note(code, name=report.document.name, title=title, **facts)
    return replace(note, span=section.heading)


def doubt_comparison(old: Report, new: Report) -> tuple[Note, ...]:
    """List what is doubtful about comparing these two."""
    return tuple(_doubt_pair(old, new))


def _doubt_pair(old: Report, new: Report) -> Iterator[Note]:
    short, long = sorted((old, new), key=_count_characters)
    repeated = _count_repeated(short, long)
    if old.document.digest == new.document.digest:
        yield make_note("same-file", old=old.document.name, new=new.document.name)
    elif repeated >= max(_FEW, _EXCERPT * len(short.pledges)):
        facts = {"n": str(repeated), "total": str(len(short.pledges))}
        yield make_note("excerpt", name=short.document.name, whole=long.document.name, **facts)
    else:
        yield from _doubt_years(old, new)
        if old.language != new.language:  # neither lengths nor names say anything
            yield make_note("two-languages")
            return
        if _count_characters(long) > _DIGEST * _count_characters(short):
            yield make_note("unequal-length", name=short.document.name)
    if old.issuer and new.issuer and not is_same_issuer(old.issuer, new.issuer):
        yield make_note("other-issuer", old=old.issuer, new=new.issuer)


def _doubt_years(old: Report, new: Report) -> Iterator[Note]:
    if old.year is None or new.year is None:
        return
    if old.year > new.year:
        yield make_note("years-reversed", old=str(old.year), new=str(new.year))
    elif old.year == new.year:
        yield make_note("same-year", year=str(old.year))


def doubt_results(old: Report, results: Iterable[Report]) -> tuple[Note, ...]:
    """List the reports in which no figure is one of the year of the old plan."""
    silent = (r for r in results if old.year is None or not any(list_results(r, old.year)))
    year = str(old.year or "?")
    return tuple(make_note("no-results", name=r.document.name, year=year) for r in silent)


def _count_repeated(short: Report, long: Report) -> int:
    """Count the goals of one report that stand word for word in the other."""
    wordings = {goal.wording for goal in long.pledges}
    return sum(goal.wording in wordings for goal in short.pledges)


def _count_characters(report: Report) -> int:
    """Count the characters that are the report itself."""
    return len(report.document.text) - sum(len(part.span) for part in report.ignored)


def is_same_issuer(old: str, new: str) -> bool:
    """Tell whether two names may be the same office: 杭州 and 杭州市人民政府, 國務院 and 国务院."""
    return _are_alike(old, new) or _are_alike(simplify(old), simplify(new))


def _are_alike(old: str, new: str) -> bool:
    short, long = sorted((old, new), key=len)
    return short in long or short[:2] == long[:2]
