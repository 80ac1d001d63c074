"""The heading tree of a report, and the passages of plain text between the headings."""

from collections.abc import Collection, Iterator, Mapping, Sequence
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
    name = paragraphs[title].text if title is not None else ""
    roles = _assign_roles(heads, language, _find_pinned(heads, pins), name)
    heads, roles = add_leads(paragraphs, heads, roles, language)
    end = paragraphs[-1].span.end if paragraphs else 0
    limits = _limits(heads, paragraphs, end, language)
    sections = _build(heads, roles, limits, language)
    return Outline(
        sections,
        tuple(_cut_passages(paragraphs, heads, roles, title)),
        name,
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
    heads: Sequence[Heading], language: Language, pinned: Mapping[int, Role], name: str
) -> list[Role]:
    """Read the role of each part from its heading; what stands below a part takes its role."""
    roles: list[Role] = []
    current = Role.OTHER
    parts = [heading.title for heading in heads if heading.level == 1]
    years = {find_year(text, language) for text in (name, *parts)} - {None}
    for k, heading in enumerate(heads):
        if heading.level == 1:
            text = f"{heading.number} {heading.title}"
            current = pinned.get(k) or _read_role(text, current, years, language)
        roles.append(current)
    told = {role for k, role in enumerate(roles) if heads[k].level == 1 and k not in pinned}
    if not {Role.PLAN, Role.REVIEW} & told and Role.PLAN not in pinned.values():
        roles = [Role.PLAN] * len(roles)  # no heading says what it does: take it as commitments
    asides = {k: Role.OTHER for k, head in enumerate(heads) if _is_aside(head.title, language)}
    for k, role in (*asides.items(), *sorted(pinned.items())):
        end = next((i for i in range(k + 1, len(heads)) if heads[i].level <= heads[k].level), None)
        roles[k:end] = [role] * len(roles[k:end])
    return roles


def _is_aside(title: str, language: Language) -> bool:
    cues = language.outline
    return bool(cues.aside.search(title)) and not cues.plan.search(title)


def _read_role(title: str, before: Role, years: Collection[int | None], language: Language) -> Role:
    """Read what a part does from its words; if they do not say, from the year it speaks of.

    Of the years that a report's title and parts name, the last is the plan's.
    """
    cues = language.outline
    for pattern, role in (
        (cues.review, Role.REVIEW),
        (cues.plan, Role.PLAN),
        (cues.other, Role.OTHER),
    ):
        if pattern.search(title):
            return role
    year = find_year(title, language)
    if year is not None and len(years) > 1:
        return Role.PLAN if year == max(y for y in years if y) else Role.REVIEW
    return Role.PLAN if before is Role.PLAN else Role.OTHER


def _limits(
    heads: Sequence[Heading], paragraphs: Sequence[Paragraph], end: int, language: Language
) -> list[int]:
    """Return where the text of each heading's section ends: before the next of its level.

    Below a part, it also ends where the speaker turns to the audience again.
    """
    turns = [i for i, p in enumerate(paragraphs) if language.outline.address.match(p.text)]
    parted = any(heading.level == 1 for heading in heads)
    ends = []
    for k, heading in enumerate(heads):
        alone = heading.end == len(paragraphs[heading.paragraph].text)
        turn = next((i for i in turns if i > heading.paragraph + alone), None)
        after = next((h for h in heads[k + 1 :] if h.level <= heading.level), None)
        if turn and parted and heading.level > 1 and not (after and after.paragraph <= turn):
            ends.append(paragraphs[turn - 1].span.end)
        elif after is None:
            ends.append(end)
        elif after.span.start > paragraphs[after.paragraph].span.start:
            ends.append(after.span.start)
        else:
            ends.append(paragraphs[after.paragraph - 1].span.end)
    return ends


def _build(
    heads: Sequence[Heading], roles: Sequence[Role], ends: Sequence[int], language: Language
) -> tuple[Section, ...]:
    """Nest the headings by level, each in the section that it stands in."""

    def nest(k: int, level: int, year: int | None, limit: int) -> tuple[list[Section], int]:
        sections: list[Section] = []
        while k < len(heads) and heads[k].level > level and heads[k].span.start < limit:
            heading = heads[k]
            own = find_year(heading.title, language) or year
            end = max(ends[k], heading.span.end)
            children, following = nest(k + 1, heading.level, own, end)
            sections.append(
                Section(
                    heading.number,
                    heading.title,
                    heading.level,
                    Span(heading.span.start, end),
                    heading.span,
                    roles[k],
                    own,
                    tuple(children),
                    heading.evidence,
                )
            )
            k = following
        return sections, k

    last = max(ends, default=0)
    return tuple(nest(0, 0, None, last)[0])


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
