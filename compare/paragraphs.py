"""Lines to paragraphs: what a page break cut is joined, what is not the report is set aside."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compare.languages.rules import Language
from compare.model import BlockKind, Document, Ignored, Span
from compare.tables import read_tables
from compare.text import Line, View, join_views, read_lines

_ENDED = re.compile(r"[。！？；：…!?;:][”’」』）)\"']*$|[.][”’\"')*\]]*$")
_TORN = re.compile(
    r"[）)，。、；：,.;:”’」』]|\d{1,3}(?:\.\d+)?$"
)  # a subscript, or what follows it
_SUBSTANTIAL = 60  # characters: a shorter paragraph that stands twice proves nothing
_FILLED = 0.75  # share of the width from which on a line counts as full
_WIDEST = 140  # characters: no page is set wider than this
_END = 600  # characters at the end of a paragraph that show whether it goes on
_WORD = 60  # characters: no word is longer
_LAST_WORD = re.compile(r"([^\W\d_]+)-$")
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]+-[^\W\d_]+")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_PAGE = re.compile(r"[\s.…·]+\d{1,3}$")  # 1.2 Farms ..... 17
_COPY = 500  # characters that must stand twice before it is called a copy of the body


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, cleaned; ``span`` covers it with its markup, ``level`` is the markup's hint."""

    view: View
    span: Span
    gap: int = 0
    level: int | None = None
    row: bool = False

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.view.text


def read_paragraphs(
    document: Document, language: Language
) -> tuple[tuple[Paragraph, ...], tuple[Ignored, ...]]:
    """Return the paragraphs that are the report, and the stretches that are not."""
    lines = tuple(read_tables(read_lines(document, language.repairs), document, language))
    paragraphs = _join_lines(lines, language, document.text)
    copies = _find_copies(paragraphs)
    furniture = _find_furniture(paragraphs, copies, language)
    ignored = [(i, "duplicate") for i in copies] + [(i, "boilerplate") for i in furniture]
    kept = tuple(p for i, p in enumerate(paragraphs) if i not in copies and i not in furniture)
    skipped = tuple(
        Ignored(block.span, block.reason)
        for block in document.blocks
        if block.kind is BlockKind.SKIPPED
    )
    return kept, tuple(sorted((*_merge(sorted(ignored), paragraphs), *skipped), key=_start))


def is_numbered(text: str, language: Language) -> bool:
    """Tell whether a paragraph begins with the numbering of a heading or a list."""
    return any(style.pattern.match(text) for style in language.outline.numberings)


def _join_lines(lines: Sequence[Line], language: Language, source: str) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    pieces: list[View] = []  # of the paragraph that is still open; its end alone decides
    compounds = frozenset(() if language.repairs.joined else _COMPOUND.findall(source))
    width = _find_width(lines)
    full = False  # does the line before fill the width that the text is set in?
    end: Paragraph | None = None
    for line in lines:
        part = Paragraph(line.view, line.span, line.gap, line.level, line.row)
        if end is not None and _continues(end, part, language, full):
            soft = language.repairs.joined or source[end.span.end - 1] == "\u00ad"
            glue, torn = ("", 0) if soft else _meet(end.text, part.text, compounds)
            pieces[-1:] = [pieces[-1].drop(torn), View("", ()).join(part.view, glue)]
            span = Span(end.span.start, part.span.end)
            end = replace(end, view=end.view.drop(torn).join(part.view, glue).keep(_END), span=span)
        else:
            if end is not None:
                paragraphs.append(replace(end, view=join_views(pieces)))
            pieces, end = [part.view], replace(part, view=part.view.keep(_END))
        full = len(line.view.text) >= _FILLED * width
    if end is not None:
        paragraphs.append(replace(end, view=join_views(pieces)))
    return paragraphs


def _find_width(lines: Sequence[Line]) -> float:
    """Return how many characters wide a text is set whose lines were broken to fit, else endless.

    In such a text most lines that another follows are about as long as the longest ones.
    """
    pairs = zip(lines, lines[1:], strict=False)
    sizes = sorted(len(line.view.text) for line, after in pairs if not after.gap)
    width = sizes[len(sizes) * 19 // 20] if sizes else 0
    filled = sum(_FILLED * width <= size <= width * 1.1 for size in sizes)
    return width if filled * 2 > len(sizes) >= 8 and width <= _WIDEST else math.inf


def _meet(before: str, after: str, compounds: frozenset[str]) -> tuple[str, int]:
    """Return what stands between two lines that are one, and how much the first one loses.

    A word cut by a hyphen is mended: govern- | ment, but not long- | term where the text has
    long-term elsewhere.
    """
    head, tail = _LAST_WORD.search(before[-_WORD:]), _FIRST_WORD.match(after)
    if head is None or tail is None:
        return " ", 0
    return "", int(f"{head[1]}-{tail[0]}" not in compounds)


def _continues(before: Paragraph, after: Paragraph, language: Language, full: bool) -> bool:
    """Tell whether ``after`` goes on in mid-sentence: 补短 | 板、堵漏洞."""
    if before.level or after.level or before.row or after.row:
        return False
    if is_numbered(after.text, language) or language.outline.bullet.match(after.text):
        return False
    if language.outline.furniture.search(after.text):
        return False
    if language.outline.alone.fullmatch(before.text):
        return len(after.text) <= language.outline.prose and not _ENDED.search(after.text)
    if not after.gap and language.outline.goes_on(before.text, after.text, full):
        return True
    if _ENDED.search(before.text):
        return False
    if after.gap == 0 and _TORN.match(after.text):
        return True
    sentences = len(language.goals.sentence.findall(before.text))
    if after.gap == 0 and sentences > 2:  # the pattern also finds the empty end
        return True
    opened = sentences > 2 or len(before.text) > language.outline.headline
    return (opened or _is_prose(before.text, language)) and (
        len(before.text) >= language.outline.prose
    )


def _is_prose(text: str, language: Language) -> bool:
    """Tell whether a line is too much of a sentence to be a heading."""
    clauses = len(language.goals.clause.findall(text)) - 1  # the pattern also finds the empty end
    titled = is_numbered(text, language) or language.outline.title.search(text)
    return clauses > 1 and not titled


def _find_copies(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Find the paragraphs of a second copy of the body: portals print it twice.

    Long paragraphs that stand earlier in the same order make the copy; the short ones between
    and before them go along, and so does a last one that is cut off.
    """
    first: dict[str, int] = {}
    twins: list[tuple[int, int]] = []
    for i, paragraph in enumerate(paragraphs):
        if len(paragraph.text) < _SUBSTANTIAL:
            continue
        earlier = first.setdefault(paragraph.text, i)
        if earlier < i and (not twins or earlier > twins[-1][1]):
            twins.append((i, earlier))
    if len(twins) < 2 or sum(len(paragraphs[i].text) for i, _ in twins) < _COPY:
        return frozenset()
    (start, source), (end, last) = twins[0], twins[-1]
    while source > 0 and paragraphs[start - 1].text == paragraphs[source - 1].text:
        start, source = start - 1, source - 1
    while end + 1 < len(paragraphs) and last + 1 < start:
        tail = paragraphs[end + 1].text
        if len(tail) < 2 or not paragraphs[last + 1].text.startswith(tail[:-1]):
            break
        end, last = end + 1, last + 1
    copy = range(start, end + 1)
    twinned = sum(len(paragraphs[i].text) for i, _ in twins)
    if twinned * 2 < sum(len(paragraphs[i].text) for i in copy):
        return frozenset()
    return frozenset(copy)


def _find_furniture(
    paragraphs: Sequence[Paragraph], copies: frozenset[int], language: Language
) -> frozenset[int]:
    """Find what surrounds the report: metadata, navigation, captions, a site's footer."""
    cues = language.outline
    short = cues.headline * 2

    def is_furniture(i: int) -> bool:
        text = paragraphs[i].text
        return len(text) <= short and bool(cues.furniture.search(text))

    marked = {i for i in range(len(paragraphs)) if i not in copies and is_furniture(i)}
    marked |= set(_find_contents(paragraphs, language)) - copies
    footer = next(
        (
            i
            for i, p in enumerate(paragraphs)
            if i > len(paragraphs) / 2 and cues.footer.search(p.text)
        ),
        len(paragraphs),
    )
    marked |= set(range(footer, len(paragraphs)))
    body = next((i for i, p in enumerate(paragraphs) if is_numbered(p.text, language)), 0)
    if len([i for i in marked if i < body]) >= 3:  # a portal's header: its title is furniture too
        top = {i for i in range(body) if len(paragraphs[i].text) <= short}
        marked |= {i for i in top if not cues.title.search(paragraphs[i].text)}
    if copies:  # what stands between the two copies is navigation
        marked |= _walk_back(paragraphs, min(copies), cues.prose)
    return frozenset(marked - copies)


def _find_contents(paragraphs: Sequence[Paragraph], language: Language) -> Iterator[int]:
    """Find lists of the headings to come, each with its number of a page or without."""
    titles = [paragraph.text.casefold() for paragraph in paragraphs]
    last = {title: i for i, title in enumerate(titles)}
    for start, title in enumerate(titles):
        if not language.outline.contents.fullmatch(title):
            continue
        listed: set[str] = set()
        for i in range(start + 1, len(titles)):
            names = {titles[i], _PAGE.sub("", titles[i])}
            if not listed.isdisjoint(names) or max(last.get(name, 0) for name in names) <= i:
                break
            listed |= names
            yield i


def _walk_back(paragraphs: Sequence[Paragraph], end: int, prose: int) -> set[int]:
    walked = set()
    for i in range(end - 1, -1, -1):
        if len(paragraphs[i].text) > prose and _ENDED.search(paragraphs[i].text):
            break
        walked.add(i)
    return walked


def _start(ignored: Ignored) -> int:
    return ignored.span.start


def _merge(
    ignored: Sequence[tuple[int, str]], paragraphs: Sequence[Paragraph]
) -> tuple[Ignored, ...]:
    merged: list[Ignored] = []
    last = -2
    for i, reason in ignored:
        span = paragraphs[i].span
        if merged and i == last + 1 and merged[-1].reason == reason:
            merged[-1] = Ignored(Span(merged[-1].span.start, span.end), reason)
        else:
            merged.append(Ignored(span, reason))
        last = i
    return tuple(merged)
