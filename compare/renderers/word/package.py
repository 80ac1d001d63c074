"""The Word file around the text: page, footer, fonts, and the same bytes for the same text."""

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from compare.renderers.safety import clean_line
from compare.renderers.word.markup import SPACE
from compare.renderers.word.styles import write_faces, write_styles

if TYPE_CHECKING:
    from docx.document import Document

MADE = datetime(2000, 1, 1, tzinfo=UTC)  # no clock: the same file for the same reports
PAGE = 210, 297
MARGINS = {"zh": (37, 26, 35, 28), "en": (25, 25, 25, 25)}  # top, right, bottom, left, in mm
WIDTHS = {"zh": 8840, "en": 9070}  # of the text, in twentieths of a point
LEFTOVERS = {"numbering", "stylesWithEffects", "customXml", "thumbnail"}
NUMBER = (
    '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE ">'
    '<w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r>'
)


def pack_document(blocks: list[str], title: str, language: str) -> bytes:
    """Pack paragraphs and tables as a Word file of A4 pages."""
    from docx import Document
    from docx.oxml import parse_xml

    document = Document()
    body = document.element.body
    for block in parse_xml(f"<w:body {SPACE}>{''.join(blocks)}</w:body>"):
        body.insert(len(body) - 1, block)  # the last child is the page's setting
    _set_page(document, language)
    _set_styles(document, language)
    _drop_leftovers(document)
    properties = document.core_properties
    properties.title, properties.author = clean_line(title)[:255], "compare-reports"
    properties.comments, properties.language = "", language
    properties.created = properties.modified = MADE
    out = io.BytesIO()
    document.save(out)
    return _fix_dates(out.getvalue())


def _set_page(document: "Document", language: str) -> None:
    from docx.oxml import parse_xml
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = (Mm(size) for size in PAGE)
    top, right, bottom, left = (Mm(size) for size in MARGINS[language])
    section.top_margin, section.right_margin = top, right
    section.bottom_margin, section.left_margin = bottom, left
    paragraph = f'<w:p {SPACE}><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{NUMBER}</w:p>'
    footer = section.footer
    footer.is_linked_to_previous = False
    footer._element.replace(footer.paragraphs[0]._p, parse_xml(paragraph))  # noqa: SLF001


def _set_styles(document: "Document", language: str) -> None:
    """Put our styles and fonts in the place of the template's."""
    from docx.oxml import parse_xml

    element = document.styles.element
    for child in list(element):
        element.remove(child)
    for child in parse_xml(write_styles(language)):
        element.append(child)
    for part in document.part.package.iter_parts():
        if part.partname == "/word/fontTable.xml":
            part._blob = write_faces()  # noqa: SLF001


def _drop_leftovers(document: "Document") -> None:
    """Leave out what the template brings and nothing here refers to; be a document of today."""
    from docx.oxml.ns import qn

    for relations in (document.part.rels, document.part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in LEFTOVERS:
                relations.pop(key)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _fix_dates(data: bytes) -> bytes:
    """Pack the file anew under one date, whatever the day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w") as fixed:
        for name in made.namelist():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(info, made.read(name))
    return out.getvalue()
