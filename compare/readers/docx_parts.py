"""The XML inside a .docx: which part is which, and names without their long namespaces."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Any

from compare.errors import Damaged
from compare.readers.archives import Archive

Element = Any  # lxml has no types of its own

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = (  # the same document as "Strict Open XML" says it
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_MAIN = "word/document.xml"


def name_of(element: Element) -> str:
    """Return the name without its namespace; nothing for a comment or an instruction.

    Word's own names and those of drawings (``txbxContent``) do not collide.
    """
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value_of(element: Element | None, attribute: str = "val") -> str | None:
    """Return an attribute of Word's own namespace, if the element is there and has it."""
    if element is None:
        return None
    value: str | None = element.get(W + attribute)
    return value


def find(element: Element | None, *path: str) -> Element | None:
    """Return the first element down a path of Word's own names."""
    for step in path:
        if element is None:
            return None
        element = element.find(W + step)
    return element


def is_on(element: Element | None) -> bool:
    """Tell whether a switch such as ``<w:vanish/>`` is there and not switched off."""
    return element is not None and value_of(element) not in ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a .docx that hold text or say how to read it; None where there is none."""

    body: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None


def open_parts(data: bytes, name: str) -> Parts:
    """Unpack and parse what is needed. Raises `Damaged`, `Encrypted` or `TooLarge`."""
    archive = Archive(data, name)
    main = next(_find_targets(archive, "", "officeDocument", name), _MAIN)
    if main not in archive:
        raise Damaged(name, "a zip archive without a Word document in it; export it as .docx")
    root = parse_xml(archive.read(main), name)
    body = find(root, "body")
    if body is None:
        raise Damaged(name, "a Word file without a body; save it as .docx again")

    def side(kind: str) -> Element | None:
        part = next(_find_targets(archive, main, kind, name), "")
        return parse_xml(archive.read(part), name) if part in archive else None

    return Parts(body, side("styles"), side("numbering"), side("footnotes"), side("endnotes"))


def parse_xml(data: bytes, name: str) -> Element:
    """Parse XML that may come from anyone: nothing is fetched, no entity is filled in."""
    from lxml import etree

    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Damaged(name, "broken inside; open it in Word and save it again") from None


def _find_targets(archive: Archive, part: str, kind: str, name: str) -> Iterator[str]:
    """Yield the parts that ``part`` (or the whole file) names as its ``styles`` and the like."""
    folder = dirname(part)
    index = join(folder, "_rels", f"{part.rpartition('/')[2]}.rels")
    if index not in archive:
        return
    for relation in parse_xml(archive.read(index), name):
        if str(relation.get("Type")).rpartition("/")[2] == kind and relation.get("Target"):
            yield normpath(join("/", folder, relation.get("Target"))).lstrip("/")
