"""The heading tree of a report, and the passages of plain text between the headings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare.headings import Heading, find_headings, find_title
from compare.languages.rules import Language
from compare.leads import add_leads
from compare.model import Role, RolePin, Section, Span
from compare.paragraphs import Paragraph
from compare.text import View


@dataclass(frozen=True, slots=True)
class Passage:
    """Plain text under one heading (or under none): a paragraph, or a part of one."""

    view: View
    role: Role


@dataclass(frozen=True, slots=True)
class Outline:
    """The tree, the text between its headings, and the line that is the report's own title."""

    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    title: str


def read_outline(
    paragraphs: Sequence[Paragraph], language: Language, pins: Sequence[RolePin] = ()
) -> Outline:
    """Find the headings of a report and build its tree; ``pins`` say what some of them do."""
    title = find_title(paragraphs, language)
    heads = find_headings(paragraphs, title, language)
    roles = _assign_roles(heads, language, _find_pinned(heads, pins))
    heads, roles = add_leads(paragraphs, heads, roles, language)
    end = paragraphs[-1].span.end if paragraphs else 0
    sections = _build(heads, roles, _limits(heads, paragraphs, end), language)
    return Outline(
        sections,
        tuple(_cut_passages(paragraphs, heads, roles, title)),
        paragraphs[title].text if title is not None else "",
    )


def _find_pinned(heads: Sequence[Heading], pins: Sequence[RolePin]) -> dict[int, Role]:
    """Find the headings that pins speak of; where pins disagree, none of them counts."""
    pinned: dict[int, Role] = {}
    for k, heading in enumerate(heads):
        told = {p.role for p in pins if p.heading.stands_in(f"{heading.number}{heading.title}")}
        if len(told) == 1:
            pinned[k] = told.pop()
    return pinned


def _assign_roles(
    heads: Sequence[Heading], language: Language, pinned: Mapping[int, Role]
) -> list[Role]:
    """Read the role of each part from its heading; what stands below a part takes its role."""
    cues = language.outline
    roles: list[Role] = []
    current = Role.OTHER
    for k, heading in enumerate(heads):
        if heading.level == 1:
            current = pinned.get(k) or _read_role(
                f"{heading.number} {heading.title}", current, cues.review, cues.plan, cues.other
            )
        roles.append(current)
    told = {role for k, role in enumerate(roles) if heads[k].level == 1 and k not in pinned}
    if not {Role.PLAN, Role.REVIEW} & told and Role.PLAN not in pinned.values():
        roles = [Role.PLAN] * len(roles)  # no heading says what it does: take it as commitments
    for k, role in sorted(pinned.items()):
        end = next((i for i in range(k + 1, len(heads)) if heads[i].level <= heads[k].level), None)
        roles[k:end] = [role] * len(roles[k:end])
    return roles


def _read_role(
    title: str,
    before: Role,
    review: re.Pattern[str],
    plan: re.Pattern[str],
    other: re.Pattern[str],
) -> Role:
    if review.search(title):
        return Role.REVIEW
    if plan.search(title):
        return Role.PLAN
    if other.search(title):
        return Role.OTHER
    return Role.PLAN if before is Role.PLAN else Role.OTHER


def _limits(heads: Sequence[Heading], paragraphs: Sequence[Paragraph], end: int) -> list[int]:
    """Return where the text of each heading's section ends: before the next of its level."""
    ends = []
    for k, heading in enumerate(heads):
        after = next((h for h in heads[k + 1 :] if h.level <= heading.level), None)
        if after is None:
            ends.append(end)
            continue
        before = [p.span.end for p in paragraphs[: after.paragraph]]
        inside = after.span.start > paragraphs[after.paragraph].span.start
        ends.append(after.span.start if inside else before[-1])
    return ends


def _build(
    heads: Sequence[Heading], roles: Sequence[Role], ends: Sequence[int], language: Language
) -> tuple[Section, ...]:
    """Nest the headings by level."""

    def nest(k: int, level: int, year: int | None) -> tuple[list[Section], int]:
        sections: list[Section] = []
        while k < len(heads) and heads[k].level > level:
            heading = heads[k]
            own = find_year(heading.title, language) or year
            children, following = nest(k + 1, heading.level, own)
            sections.append(
                Section(
                    heading.number,
                    heading.title,
                    heading.level,
                    Span(heading.span.start, max(ends[k], heading.span.end)),
                    heading.span,
                    roles[k],
                    own,
                    tuple(children),
                    heading.evidence,
                )
            )
            k = following
        return sections, k

    return tuple(nest(0, 0, None)[0])


def find_year(text: str, language: Language) -> int | None:
    """Return the year a heading speaks of: the last one that it names."""
    years = [int(match[1]) for match in language.outline.year.finditer(text)]
    return max(years) if years else None


def _cut_passages(
    paragraphs: Sequence[Paragraph],
    heads: Sequence[Heading],
    roles: Sequence[Role],
    title: int | None,
) -> Iterator[Passage]:
    """Yield the text between the headings, each piece with the role of its section."""
    by_paragraph: dict[int, list[tuple[Heading, Role]]] = {}
    for heading, role in zip(heads, roles, strict=True):
        by_paragraph.setdefault(heading.paragraph, []).append((heading, role))
    role = Role.OTHER if heads else Role.PLAN
    for i, paragraph in enumerate(paragraphs):
        if i == title:
            continue
        start = 0
        for heading, own in by_paragraph.get(i, ()):
            if heading.begin > start:
                yield Passage(paragraph.view.cut(start, heading.begin), role)
            role, start = own, heading.end
        if start < len(paragraph.text):
            yield Passage(paragraph.view.cut(start), role)
