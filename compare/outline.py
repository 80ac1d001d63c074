"""The heading tree of a report, and the passages of plain text between the headings.

Numbering is believed before markup: OCR writes ``####`` where ``（二）`` says second level.
Levels: 1 for parts (一、), 2 for sections (（一）), 3 for what titles a paragraph (1. / —— / a
lead sentence), 4 for a lead sentence inside one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compare.languages.rules import Language, Numbering
from compare.model import Role, Section, Span
from compare.paragraphs import Paragraph
from compare.text import View

PARAGRAPH = 3  # the level of what titles a paragraph


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found: where it stands, and where in its paragraph it begins and ends."""

    number: str
    title: str
    level: int
    span: Span
    paragraph: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Plain text under one heading (or under none): a paragraph, or a part of one."""

    view: View
    role: Role
    year: int | None


@dataclass(frozen=True, slots=True)
class Outline:
    """The tree, the text between its headings, and the line that is the report's own title."""

    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    title: str


def read_outline(paragraphs: Sequence[Paragraph], language: Language) -> Outline:
    """Find the headings of a report and build its tree."""
    title = find_title(paragraphs, language)
    heads = _find_part_headings(paragraphs, title, language)
    roles = _assign_roles(heads, language)
    heads, roles = _add_leads(paragraphs, heads, roles, language)
    end = paragraphs[-1].span.end if paragraphs else 0
    sections = _build(heads, roles, _limits(heads, paragraphs, end), language)
    return Outline(
        sections,
        tuple(_cut_passages(paragraphs, heads, roles, title, language)),
        paragraphs[title].text if title is not None else "",
    )


def find_title(paragraphs: Sequence[Paragraph], language: Language) -> int | None:
    """Return which paragraph is the report's title: near the top, short, and worded as one."""
    top = paragraphs[:12]
    for i, paragraph in enumerate(top):
        if paragraph.level == 1 or (
            len(paragraph.text) <= language.outline.headline
            and language.outline.title.search(paragraph.text)
            and not any(style.pattern.match(paragraph.text) for style in language.outline.numberings)
            and not re.search(r"[。；]$", paragraph.text)
        ):
            return i
    return None


def _find_part_headings(
    paragraphs: Sequence[Paragraph], title: int | None, language: Language
) -> list[Heading]:
    """Find numbered, marked and unnumbered headings that open a paragraph."""
    numbered = [_find_numbered(paragraphs, i, language) for i in range(len(paragraphs))]
    has_parts = any(heading and heading.level <= 2 for heading in numbered)
    labels = Counter(
        match[1] for p in paragraphs if (match := language.outline.label.match(p.text))
        and len(p.text) <= language.outline.prose
    )
    heads: list[Heading] = []
    shift = 0
    for i, paragraph in enumerate(paragraphs):
        heading = numbered[i]
        if heading is None and i != title:
            heading = _find_unnumbered(paragraphs, i, language, has_parts, labels)
            shift = max(shift, int(heading is not None and has_parts and not heading.number))
        elif heading is not None and heading.level < PARAGRAPH:
            heading = replace(heading, level=min(heading.level + shift, PARAGRAPH - 1))
        if heading is not None:
            heads.append(heading)
    return heads


def _find_numbered(
    paragraphs: Sequence[Paragraph], i: int, language: Language
) -> Heading | None:
    paragraph = paragraphs[i]
    cues = language.outline
    for style in cues.numberings:
        match = style.pattern.match(paragraph.text)
        if match is None:
            continue
        end = _end_of_heading(paragraph.text, match.end(), language)
        if end is None or (style.itemised and not _has_body(paragraphs, i, end, style)):
            return None
        return _make(paragraph, i, 0, match.end(), end, style.level)
    if bullet := cues.bullet.match(paragraph.text):
        end = _end_of_heading(paragraph.text, bullet.end(), language)
        if end is not None and end < len(paragraph.text):
            return _make(paragraph, i, 0, bullet.end(), end, PARAGRAPH)
    return None


def _end_of_heading(text: str, start: int, language: Language) -> int | None:
    """Return where the heading that begins at ``start`` ends: with its line or first sentence."""
    cues = language.outline
    sentence = language.goals.sentence.match(text, start)
    end = sentence.end() if sentence else len(text)
    if end - start > cues.headline:
        return None
    if end == len(text) and end - start > cues.prose and re.search(r"[；;]", text):
        return None
    return end if end > start else None


def _has_body(paragraphs: Sequence[Paragraph], i: int, end: int, style: Numbering) -> bool:
    """Tell whether an itemised paragraph heads text of its own, in its line or the next."""
    if end < len(paragraphs[i].text):
        return not re.search(r"[；;]$", paragraphs[i].text[:end])
    following = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
    return bool(following) and not style.pattern.match(following) and not re.search(
        r"[。；;]$", paragraphs[i].text
    )


def _find_unnumbered(
    paragraphs: Sequence[Paragraph],
    i: int,
    language: Language,
    has_parts: bool,
    labels: Counter[str],
) -> Heading | None:
    """Find a heading without a number: a short line of its own that is followed by text."""
    cues = language.outline
    paragraph = paragraphs[i]
    text = paragraph.text
    following = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
    if len(text) > cues.prose or re.search(r"[。；，、…：;,:]$", text) or not following:
        return None
    if paragraph.level is None and (has_parts or i == 0):
        if not cues.banner.match(text):
            return None
    elif paragraph.level is None and len(following) < cues.prose // 2:
        return None
    label = cues.label.match(text)
    level = 2 if label and labels[label[1]] > 1 else 1
    if paragraph.level is not None and not has_parts:
        level = max(1, min(paragraph.level - 1, PARAGRAPH))
    return _make(paragraph, i, 0, 0, len(text), level)


def _make(
    paragraph: Paragraph, i: int, begin: int, title: int, end: int, level: int
) -> Heading:
    """Make the heading that begins, and whose title begins, at these places of a paragraph."""
    view = paragraph.view
    start = view.span(begin, end).start if begin else paragraph.span.start
    number = view.text[begin:title].strip("—-. ")
    words = view.text[title:end].strip().rstrip("。.")
    return Heading(number, words, level, Span(start, view.span(begin, end).end), i, begin, end)


def _assign_roles(heads: Sequence[Heading], language: Language) -> list[Role]:
    """Read the role of each part from its heading; what stands below a part takes its role."""
    cues = language.outline
    roles: list[Role] = []
    current = Role.OTHER
    for heading in heads:
        if heading.level == 1:
            current = _read_role(heading.title, current, cues.review, cues.plan, cues.other)
        roles.append(current)
    if Role.PLAN not in roles and Role.REVIEW not in roles:
        return [Role.PLAN] * len(roles)  # no heading says what it does: take it as commitments
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


def _add_leads(
    paragraphs: Sequence[Paragraph],
    heads: list[Heading],
    roles: list[Role],
    language: Language,
) -> tuple[list[Heading], list[Role]]:
    """Add the sentences that only title the sentences after them."""
    found: list[tuple[Heading, Role]] = []
    at = {heading.paragraph: (heading, role) for heading, role in zip(heads, roles, strict=True)}
    section: list[int] = []
    role, level = Role.OTHER, 0
    for i in range(len(paragraphs) + 1):
        if i in at or i == len(paragraphs):
            found += _lead_section(paragraphs, section, role, level, language)
            section = []
        if i in at:
            heading, role = at[i]
            level = heading.level
            found.append((heading, role))
        if i < len(paragraphs) and role is not Role.OTHER:
            section.append(i)
    found.sort(key=lambda pair: pair[0].span)
    return [heading for heading, _ in found], [role for _, role in found]


def _lead_section(
    paragraphs: Sequence[Paragraph],
    members: Sequence[int],
    role: Role,
    level: int,
    language: Language,
) -> Iterator[tuple[Heading, Role]]:
    """Find the leads in the paragraphs of one section that have no heading of their own."""
    plain = [i for i in members if not _opens_with_heading(paragraphs[i], level, language)]
    alone = len(plain) == 1
    for i in plain:
        deep = max(PARAGRAPH, level + 1)
        sentences = _cut_sentences(paragraphs[i].text, language)
        first = bool(sentences) and language.outline.is_lead(sentences[0][1], role)
        if first and len(paragraphs[i].text) - sentences[0][2] >= 15:
            yield _make(paragraphs[i], i, 0, 0, sentences[0][2], deep), role
        else:
            first = False
        if first or alone:
            depth = deep if role is Role.REVIEW else deep + 1
            for start, end in _find_subleads(sentences, first, role, language):
                yield _make(paragraphs[i], i, start, start, end, depth), role


def _opens_with_heading(paragraph: Paragraph, level: int, language: Language) -> bool:
    cues = language.outline
    return (
        paragraph.level is not None
        or any(style.pattern.match(paragraph.text) for style in cues.numberings)
        or bool(cues.bullet.match(paragraph.text))
        or level > PARAGRAPH
    )


def _cut_sentences(text: str, language: Language) -> list[tuple[int, str, int]]:
    return [
        (match.start(), match[0], match.end())
        for match in language.goals.sentence.finditer(text)
        if match[0].strip()
    ]


def _find_subleads(
    sentences: Sequence[tuple[int, str, int]], first: bool, role: Role, language: Language
) -> Iterator[tuple[int, int]]:
    """Find the leads inside a paragraph: a series of short titles, each with text after it.

    In a plan the series begins right after the paragraph's own lead (千方百计扩大有效需求。
    加大投资力度。…); a short sentence further on is a commitment like any other.
    """
    short = [
        k
        for k in range(1, len(sentences) - 1)
        if language.outline.is_sublead(sentences[k][1], role)
    ]
    ends = [sentences[k][0] for k in short[1:]] + [sentences[-1][2] for _ in short[:1]]
    leads = [k for k, end in zip(short, ends, strict=True) if end - sentences[k][2] >= 24]
    if role is Role.PLAN and (not first or 1 not in leads or len(leads) < 2):
        return
    for k in leads:
        yield sentences[k][0], sentences[k][2]


def _limits(
    heads: Sequence[Heading], paragraphs: Sequence[Paragraph], end: int
) -> list[int]:
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
    language: Language,
) -> Iterator[Passage]:
    """Yield the text between the headings, each piece with the role of its section."""
    by_paragraph: dict[int, list[tuple[Heading, Role]]] = {}
    for heading, role in zip(heads, roles, strict=True):
        by_paragraph.setdefault(heading.paragraph, []).append((heading, role))
    role, year = (Role.OTHER if heads else Role.PLAN), None
    for i, paragraph in enumerate(paragraphs):
        if i == title:
            continue
        start = 0
        for heading, own in by_paragraph.get(i, ()):
            if heading.begin > start:
                yield Passage(paragraph.view.cut(start, heading.begin), role, year)
            role, start = own, heading.end
            year = find_year(heading.title, language) or (None if heading.level == 1 else year)
        if start < len(paragraph.text):
            yield Passage(paragraph.view.cut(start), role, year)

