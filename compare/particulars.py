"""Whose report it is, and of which year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from compare.languages.rules import Language
from compare.model import Role, Section
from compare.outline import Outline, find_year
from compare.paragraphs import Paragraph

_TOP = 12  # paragraphs in which a report says whose it is


@dataclass(frozen=True, slots=True)
class Particulars:
    """A report's year (the one its plan is for), who gives it, and what it is called."""

    year: int | None
    issuer: str
    title: str


def find_particulars(
    paragraphs: Sequence[Paragraph],
    outline: Outline,
    language: Language,
    name: str,
    year: int | None = None,
) -> Particulars:
    """Read year, issuer and title off the headings, the first lines, or else the file's name."""
    top = [paragraph.text for paragraph in paragraphs[:_TOP]]
    found = year or next((y for y in _read_years(outline, top, language, name) if y), None)
    issuer = _find_issuer(outline.title, top, language)
    if not issuer:
        issuer = language.guess_issuer(" ".join(p.text for p in paragraphs))
    return Particulars(found, issuer, outline.title)


def _read_years(
    outline: Outline, top: Sequence[str], language: Language, name: str
) -> Iterator[int | None]:
    """Yield what the report says of its year, the most telling first."""
    parts = [section for section in outline.sections if section.year]
    yield max((s.year or 0 for s in parts if s.role is Role.PLAN), default=None)
    titled = find_year(outline.title, language)
    yield titled if language.outline.plan.search(outline.title) else None
    yield max((s.year or 0 for s in parts if s.role is Role.REVIEW), default=-1) + 1 or None
    yield titled
    for line in top:
        if len(line) <= language.outline.headline:
            yield find_year(line, language)
    in_name = re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", PurePath(name).stem)
    yield int(in_name[-1]) if in_name else None


def _find_issuer(title: str, top: Sequence[str], language: Language) -> str:
    for line in (title, *top):
        if match := language.outline.issuer.search(line):
            return next(group for group in match.groups() if group)
    return ""


def date_sections(
    sections: Sequence[Section], year: int | None, language: Language
) -> tuple[Section, ...]:
    """Give each section that names no year its own: a plan the report's, a review the one before.

    A review of several years, or a part about other years, keeps none.
    """
    return tuple(_date(section, None, year, language) for section in sections)


def _date(section: Section, above: int | None, year: int | None, language: Language) -> Section:
    own = section.year or above
    if own is None and language.outline.other.search(section.title):
        year = None  # what stands below speaks of many years too
    elif own is None and year is not None:
        own = {Role.PLAN: year, Role.REVIEW: year - 1}.get(section.role)
    children = tuple(_date(child, own, year, language) for child in section.children)
    return replace(section, year=own, children=children)
