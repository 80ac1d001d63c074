"""The headings that open a paragraph: numbered, marked by the format, or standing alone.

Numbering is believed before markup: OCR writes ``####`` where ``（二）`` says second level.
Levels: 1 for parts (一、), 2 for sections (（一）), 3 for what titles a paragraph (1. / ——).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from compare.languages.rules import Language, Numbering
from compare.model import Evidence, Span
from compare.paragraphs import Paragraph, is_numbered

PARAGRAPH = 3  # the level of what titles a paragraph
_TOLD = re.compile(r"[。！？.!?]$")  # a sentence, however short
_BULLETED = 30  # below every level that a number has
_TOP = 12  # paragraphs among which the title is
_UNMARKED = 10  # below every level that markup has


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found: where it stands, and where in its paragraph it begins and ends.

    ``style`` names its numbering, where it has one.
    """

    number: str
    title: str
    level: int
    span: Span
    paragraph: int
    begin: int
    end: int
    evidence: Evidence
    style: str = ""


def find_title(paragraphs: Sequence[Paragraph], language: Language) -> int | None:
    """Return which paragraph is the report's title: near the top, short, and worded as one.

    A line that markup puts at the top may name the office alone, above the title.
    """
    top = range(min(_TOP, len(paragraphs)))
    worded = next((i for i in top if _is_title(paragraphs[i].text, language)), None)
    marked = next((i for i in top if paragraphs[i].level == 1), None)
    if worded is None or marked is None or worded <= marked:
        return min((i for i in (worded, marked) if i is not None), default=None)
    level = paragraphs[worded].level
    alone = level and all((p.level or _UNMARKED) > level for p in paragraphs[worded + 1 :])
    return worded if alone else marked


def _is_title(text: str, language: Language) -> bool:
    cues = language.outline
    return (
        len(text) <= cues.headline
        and bool(cues.title.search(text))
        and not is_numbered(text, language)
        and not re.search(r"[。；]$", text)
    )


def find_headings(
    paragraphs: Sequence[Paragraph], title: int | None, language: Language
) -> list[Heading]:
    """Find numbered, marked and unnumbered headings that open a paragraph."""
    numbered = [_find_numbered(paragraphs, i, language) for i in range(len(paragraphs))]
    numbered = _drop_counted(numbered, paragraphs, language)
    closed = language.outline.closed
    has_parts = any(heading and (closed or heading.level <= 2) for heading in numbered)
    labels = Counter(
        match[1]
        for p in paragraphs
        if (match := language.outline.label.match(p.text)) and len(p.text) <= language.outline.prose
    )
    heads: list[Heading] = []
    for i, heading in enumerate(numbered):
        if heading is None and (title is None or i > title):
            heading = _find_unnumbered(paragraphs, i, language, has_parts, labels)
        if heading is not None:
            heads.append(heading)
    if closed:
        return _close_levels(heads, paragraphs)
    return _settle_levels(heads) if has_parts else heads


def _drop_counted(
    numbered: Sequence[Heading | None], paragraphs: Sequence[Paragraph], language: Language
) -> list[Heading | None]:
    """Drop sentences that are only counted: where most paragraphs have a number, none heads."""
    counted: set[str] = set()
    for style in language.outline.numberings:
        told = sum(heading is not None and heading.style == style.name for heading in numbered)
        if style.itemised and told:
            found = sum(style.pattern.match(paragraph.text) is not None for paragraph in paragraphs)
            counted |= {style.name} if told * 3 < found else set()
    return [
        None
        if heading and heading.style in counted and paragraphs[i].text.endswith((".", ":"))
        else heading
        for i, heading in enumerate(numbered)
    ]


def _settle_levels(heads: Sequence[Heading]) -> list[Heading]:
    """Nest what numbering alone leaves side by side.

    Below an unnumbered part (2024年重点工作) or a chapter (第一章), 一、 numbers sections. An
    unnumbered line past which a part's numbering runs on is a section of that part. Of two
    numberings of one level in one section the later stands below the earlier.
    """
    parts = [heading for heading in heads if heading.number and heading.level == 1]
    banners = False  # do unnumbered lines head the parts?
    inner, own = False, ""  # does 一、 number sections here? what numbers those of this part?
    settled: list[Heading] = []
    for k, heading in enumerate(heads):
        level = heading.level
        if heading.number and level == 1:
            inner, own = banners or heading.style != parts[0].style, ""
            level += inner
        elif heading.number:
            own = own or heading.style if level == 2 else own
            foreign = level == 2 and heading.style != own
            level = min(level + (foreign or (inner and bool(own))), PARAGRAPH + 1)
        elif level == 1:
            later = next((p.number for p in parts if p.paragraph > heading.paragraph), None)
            first = not parts or heading.paragraph < parts[0].paragraph
            if first or later == parts[0].number:
                banners, inner, own = True, False, ""
            elif later or (
                heads[k - 1] in parts and heads[k - 1].paragraph + 1 == heading.paragraph
            ):
                level = 2
        settled.append(replace(heading, level=level))
    return settled


def _close_levels(heads: Sequence[Heading], paragraphs: Sequence[Paragraph]) -> list[Heading]:
    """Let the levels in use follow each other; marked headings stand above unmarked ones.

    What stands before the first part is no section of a part: a foreword is a part itself.
    """
    if not heads:
        return []
    levels = [paragraphs[h.paragraph].level or _UNMARKED + h.level for h in heads]
    first = levels.index(min(levels))
    ranks = {
        level: PARAGRAPH if level == _BULLETED and k < PARAGRAPH else min(k, PARAGRAPH + 1)
        for k, level in enumerate(sorted({*levels[first:]}), 1)
    }
    rest = zip(heads[first:], levels[first:], strict=True)
    return [
        *_close_levels(heads[:first], paragraphs),
        *(replace(heading, level=ranks[level]) for heading, level in rest),
    ]


def _find_numbered(paragraphs: Sequence[Paragraph], i: int, language: Language) -> Heading | None:
    paragraph = paragraphs[i]
    cues = language.outline
    for style in cues.numberings:
        match = style.pattern.match(paragraph.text)
        if match is None:
            continue
        end = _end_of_heading(paragraph.text, match.end(), language)
        if end is None or (style.itemised and not _has_body(paragraphs, i, end, style, language)):
            return None
        if end < len(paragraph.text) and not cues.runs_in(paragraph.text[match.end() : end]):
            return None
        run_in = style.itemised and end < len(paragraph.text)
        level = max(style.level, PARAGRAPH) if run_in else style.level
        return replace(
            make_heading(paragraph, i, 0, match.end(), end, level, Evidence.NUMBER),
            style=style.name,
        )
    if bullet := cues.bullet.match(paragraph.text):
        end = _end_of_heading(paragraph.text, bullet.end(), language)
        if end is not None and (end < len(paragraph.text) or _heads_next(paragraphs, i, language)):
            level = _BULLETED - _UNMARKED if cues.closed else PARAGRAPH
            return make_heading(paragraph, i, 0, bullet.end(), end, level, Evidence.BULLET)
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


def _has_body(
    paragraphs: Sequence[Paragraph], i: int, end: int, style: Numbering, language: Language
) -> bool:
    """Tell whether an itemised paragraph heads text of its own, in its line or the next."""
    if end < len(paragraphs[i].text):
        return not re.search(r"[；;]$", paragraphs[i].text[:end])
    following = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
    ends = paragraphs[i].text.endswith(".") or is_numbered(following, language)
    if i and ends and style.pattern.match(paragraphs[i - 1].text):  # the last of a list
        return False
    return (
        bool(following)
        and not style.pattern.match(following)
        and not re.search(r"[。；;]$", paragraphs[i].text)
    )


def _heads_next(paragraphs: Sequence[Paragraph], i: int, language: Language) -> bool:
    """Tell whether a bulleted line alone titles the paragraph after it, as others like it do."""
    bullet, text = language.outline.bullet, paragraphs[i].text
    following = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
    beside = (paragraphs[k].text for k in (i - 2, i + 2) if 0 <= k < len(paragraphs))
    return (
        len(following) >= max(len(text), language.outline.prose)
        and not bullet.match(following)
        and not is_numbered(following, language)
        and not re.search(r"\d", text)
        and any(bullet.match(other) for other in beside)
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
    rank = 1 if paragraph.level else cues.rank_line(text, has_parts or i == 0)
    if not rank or (paragraph.row and not paragraph.level):
        return None
    bare = paragraph.level is None and (rank > 1 or not has_parts) and not text.endswith(".")
    told = len(following) >= cues.prose // 2 or bool(_TOLD.search(following))
    if bare and i and not told and not is_numbered(following, language):
        return None
    label = cues.label.match(text)
    level = 2 if label and labels[label[1]] > 1 else rank
    if paragraph.level is not None and not has_parts:
        level = max(1, min(paragraph.level - 1, PARAGRAPH))
    evidence = Evidence.WORDING if cues.banner.match(text) else Evidence.ALONE
    if label and labels[label[1]] > 1:
        evidence = Evidence.LABEL
    if paragraph.level is not None:
        evidence = Evidence.MARKUP
    return make_heading(paragraph, i, 0, 0, len(text), level, evidence)


def make_heading(
    paragraph: Paragraph, i: int, begin: int, title: int, end: int, level: int, evidence: Evidence
) -> Heading:
    """Make the heading that begins, and whose title begins, at these places of a paragraph."""
    view = paragraph.view
    start = view.span(begin, end).start if begin else paragraph.span.start
    number = view.text[begin:title].strip("—–-.:，, ")
    words = view.text[title:end].strip().rstrip("。.")
    span = Span(start, view.span(begin, end).end)
    return Heading(number, words, level, span, i, begin, end, evidence)
