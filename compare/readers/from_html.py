"""Web pages: all text that shows; what stands around the main text is set aside as navigation.

Main text is found by density: the innermost element that holds nearly all of the prose.
"""

import codecs
import re
from collections.abc import Iterator

from compare.model import Document, Note
from compare.readers.decoding import decode, note_losses
from compare.readers.drafts import Draft
from compare.readers.html_lines import Element, Line, Setter, find_main, trim_links
from compare.readers.sources import Source

_INLINE = re.compile(rb"data:[\w/+.;=-]{1,100};base64,[A-Za-z0-9+/=%]*")
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})""",
    re.IGNORECASE,
)
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs"}
_NESTING = re.compile(
    r"</?(?:div|span|font|section|blockquote|center|table|tbody|tr|td|[bipu]|ul|li)\b[^<>]*>",
    re.IGNORECASE,
)
_NEARLY_ALL = 0.9  # share of the prose that the main element must hold
_TITLES = ("articletitle", "og:title", "dc.title")
_PARTICULARS = re.compile(
    r"索引号|文号|发布机构|发文机关|公开日期|发布日期|发布时间|生成日期|成文日期|来源|日期|时间"
    r"|issued by|published|publication date|date:|source:|author:",
    re.IGNORECASE,
)
_BESIDE = 15  # lines: what stands between the title and the text is about the text
_SHORT = 120  # characters of a line about the text, at most


def read(source: Source) -> Document:
    """Parse the page and set down its lines. Raises `Damaged` where it cannot be decoded."""
    text, notes = _decode(source.data, source.name)
    draft = Draft()
    root = _parse(text)
    if root is not None:
        page = Setter()
        page.set_page(root)
        _write(draft, page, _find_titles(root))
    return Document(source.name, draft.text, draft.blocks, source.digest, "html", notes)


def _decode(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    """Decode by what the page says of itself, unless its bytes say otherwise."""
    data = _INLINE.sub(b"", data)
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.replace(b"\0", b"")
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        named = _CHARSET.search(data[:8192])
    label = named[1].decode("ascii").lower() if named else ""
    if label and not label.startswith("utf"):
        try:
            text = data.decode(_ALIASES.get(label, label), errors="replace")
        except (LookupError, UnicodeError):
            return decode(data, name)
        return text, note_losses(text, len(data), label, name)
    return decode(data, name)


def _parse(text: str) -> Element | None:
    """Parse a page; one that nests deeper than the parser goes is flattened first."""
    root, deep = _try_parsing(text)
    return _try_parsing(_NESTING.sub("<br>", text))[0] if deep else root


def _try_parsing(text: str) -> tuple[Element | None, bool]:
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None
    return root, any("depth" in error.message.lower() for error in parser.error_log)


def _find_titles(root: Element) -> tuple[str, ...]:
    """Return what the page calls itself, the most telling first; a site's name is cut off."""
    named = {
        (meta.get("name") or meta.get("property") or "").lower(): meta.get("content") or ""
        for meta in root.iter("meta")
    }
    shown = (element.text_content() for element in root.iter("title"))
    titles = [*(named[key] for key in _TITLES if named.get(key)), *shown]
    cut = [re.split(r"\s*[_|]\s*|\s+[-–—]+\s+", title.strip()) for title in titles]
    return tuple(dict.fromkeys(part.strip() for parts in cut for part in parts if part.strip()))


def _write(draft: Draft, page: Setter, titles: tuple[str, ...]) -> None:
    lines = page.lines
    start, end = trim_links(lines, *find_main(page, _NEARLY_ALL))
    title = _find_title(lines, start, titles)
    if title is None and titles and not _is_titled(lines[start:end]):
        draft.add(titles[0], level=0)
    about = set(_find_particulars(lines, title, start))
    for i, line in enumerate(lines):
        if i == title:
            draft.add(line.text, level=0)
        elif start <= i < end:
            draft.add(line.text, level=line.level)
        else:
            draft.add(line.text, skipped="" if i in about else "navigation")


def _find_title(lines: list[Line], start: int, titles: tuple[str, ...]) -> int | None:
    """Find the line that is the title: the last before the text that the page names, or an h1."""
    for i in range(min(start + 3, len(lines)) - 1, -1, -1):
        if lines[i].text in titles and not lines[i].is_link:
            return i
    return next((i for i in range(start - 1, -1, -1) if lines[i].level == 1), None)


def _is_titled(lines: list[Line]) -> bool:
    """Tell whether the text brings a heading of its own at its top."""
    return any(line.level for line in lines[:3])


def _find_particulars(lines: list[Line], title: int | None, start: int) -> Iterator[int]:
    """Find the lines before the text that say who gave it out, and when."""
    beside = title is not None and start - title <= _BESIDE
    for i in range(start):
        if len(lines[i].text) > _SHORT or lines[i].is_link:
            continue
        if (beside and i > (title or 0)) or _PARTICULARS.search(lines[i].text):
            yield i
