"""Lead sentences: headings inside a paragraph, which only title the sentences after them.

A lead has level 3 where it opens its paragraph and level 4 inside one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from compare.headings import PARAGRAPH, Heading, make_heading
from compare.languages.rules import Language
from compare.model import Evidence, Role
from compare.paragraphs import Paragraph

_BODY = 15  # characters: a lead titles at least as much
_BODIES = 3  # a paragraph is so many times longer than a title that is none by its words alone
_SERIES = 3  # so many paragraphs that open alike make a series
_SET_APART = 1.5  # sentences a paragraph: with fewer, a report is set one sentence a line
_SHORT = 20  # characters of a counted sentence that by its shortness is a title
_NEAR = 3  # sentences before and after that show whether one is a title


def add_leads(
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
            level = heading.level - (heading.evidence is Evidence.BULLET)  # its paragraph only
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
    deep = max(PARAGRAPH, level + 1)
    cut = {i: _cut_sentences(paragraphs[i].text, language) for i in plain}
    if role is Role.PLAN:
        for i, sentence in _find_titles(cut, language):
            title = _skip_ordinal(sentence, language)
            place = (sentence[0], title, sentence[2], deep, Evidence.LEAD)
            yield make_heading(paragraphs[i], i, *place), role
    alike = frozenset(_find_alike(cut, language))
    for i, sentences in cut.items():
        counted = tuple(_find_counted(sentences, role, language))
        first = _leaves_body(sentences) and (
            i in alike or 0 in counted or language.outline.is_lead(sentences[0][1], role)
        )
        if first:
            title = _skip_ordinal(sentences[0], language)
            end = sentences[0][2]
            evidence = Evidence.COUNTED if title else Evidence.LEAD
            yield make_heading(paragraphs[i], i, 0, title, end, deep, evidence), role
        below = dict.fromkeys(counted, Evidence.COUNTED)
        below.pop(0, None)
        if first or alone:
            inner = _find_subleads(sentences, first, role, language)
            below = dict.fromkeys(inner, Evidence.INNER) | below
        for k, evidence in sorted(below.items()):
            start, _, end = sentences[k]
            title = _skip_ordinal(sentences[k], language)
            depth = deep + (first and _is_above(sentences[0], evidence, role, language))
            yield make_heading(paragraphs[i], i, start, title, end, depth, evidence), role


def _is_above(
    opening: tuple[int, str, int], below: Evidence, role: Role, language: Language
) -> bool:
    """Tell whether the lead of a paragraph stands above a title in it, or is one of its series."""
    counted = _skip_ordinal(opening, language) > opening[0]
    if counted or below is Evidence.COUNTED:
        return not (counted and below is Evidence.COUNTED)
    return role is not Role.REVIEW or not language.outline.is_lead(opening[1], role)


def _leaves_body(sentences: Sequence[tuple[int, str, int]]) -> bool:
    return bool(sentences) and sentences[-1][2] - sentences[0][2] >= _BODY


def _find_alike(
    cut: Mapping[int, Sequence[tuple[int, str, int]]], language: Language
) -> Iterator[int]:
    """Find the paragraphs that most around them open like: each with a title of one manner."""
    places = list(cut)
    series: dict[str, list[int]] = {}
    for i, sentences in cut.items():
        manner = language.outline.find_manner(sentences[0][1]) if sentences else ""
        if manner and sentences[-1][2] >= _BODIES * sentences[0][2]:
            series.setdefault(manner, []).append(i)
    for members in series.values():
        among = places.index(members[-1]) - places.index(members[0]) + 1
        if len(members) >= _SERIES and len(members) * 2 > among:
            yield from members


def _find_titles(
    cut: Mapping[int, Sequence[tuple[int, str, int]]], language: Language
) -> Iterator[tuple[int, tuple[int, str, int]]]:
    """Find the sentences that title those after them, each with its paragraph.

    They open a paragraph; where a report is set one sentence a line, they are lines of their own.
    """
    runs = [[(i, sentence) for sentence in sentences] for i, sentences in cut.items()]
    told = [place for run in runs for place in run]
    apart = len(told) >= _SET_APART * len(cut)
    for run in runs if apart else [told]:
        texts = [text.strip() for _, (_, text, _) in run]
        for k, text in enumerate(texts[:1] if apart else texts):
            near = texts[max(0, k - _NEAR) : k], text, texts[k + 1 : k + 1 + _NEAR]
            if language.outline.titles(*near):
                yield run[k]


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


def _skip_ordinal(sentence: tuple[int, str, int], language: Language) -> int:
    """Return where the title begins that a counted sentence is (一是强化…)."""
    ordinal = language.outline.ordinal.match(sentence[1])
    return sentence[0] + (ordinal.end() if ordinal else 0)


def _find_counted(
    sentences: Sequence[tuple[int, str, int]], role: Role, language: Language
) -> Iterator[int]:
    """Find the counted sentences that are titles, with text of their own before the next.

    Where all are short, all are titles (一是提高站位。…二是示范先行。…).
    """
    counted = [
        k for k, (_, text, _) in enumerate(sentences) if language.outline.ordinal.match(text)
    ]
    ends = [*counted[1:], len(sentences)]
    headed = [
        k
        for k, after in zip(counted, ends, strict=False)
        if sentences[after - 1][2] - sentences[k][2] >= _BODY
    ]
    alike = len(headed) == len(counted) > 1 and all(
        len(sentences[k][1]) <= _SHORT and not re.search(r"[\d，；,;]", sentences[k][1])
        for k in counted
    )
    for k in headed:
        if alike or (k and language.outline.is_lead(sentences[k][1], role)):
            yield k


def _find_subleads(
    sentences: Sequence[tuple[int, str, int]], first: bool, role: Role, language: Language
) -> Iterator[int]:
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
    yield from leads
