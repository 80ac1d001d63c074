"""Small files of every format, written by code, so that a test shows all that matters in them."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def paragraph(text: str = "", properties: str = "", runs: str = "") -> str:
    """Write a paragraph of Word, of plain text or of runs given as XML."""
    plain = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{plain}{runs}</w:p>"


def run(text: str, properties: str = "", tag: str = "t") -> str:
    """Write a run of Word."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:{tag}>{escape(text)}</w:{tag}></w:r>"


def make_docx(body: Iterable[str], **parts: str) -> bytes:
    """Pack a Word file; ``parts`` are the insides of styles, numbering, footnotes."""
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes"}
    files = {
        "[Content_Types].xml": _list_types(parts),
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1"'
        f' Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{''.join(body)}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">'
        + "".join(
            f'<Relationship Id="{part}" Type="{OFFICE}/{part}" Target="{part}.xml"/>'
            for part in parts
        )
        + "</Relationships>",
    }
    for part, inside in parts.items():
        files[f"word/{part}.xml"] = f"<w:{roots[part]} {W}>{inside}</w:{roots[part]}>"
    return make_zip({name: text.encode() for name, text in files.items()})


def _list_types(parts: Iterable[str]) -> str:
    def override(part: str, kind: str) -> str:
        word = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
        return f'<Override PartName="/word/{part}.xml" ContentType="{word}"/>'

    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        + override("document", "document.main")
        + "".join(override(part, part) for part in parts)
        + "</Types>"
    )


def make_zip(files: dict[str, bytes]) -> bytes:
    """Pack an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


Text = tuple[float, float, float, str]  # x, y from the top, size, characters

_FONT = """<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H
/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light
/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500]
/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4
/FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 80 >> >>] >>"""


def make_pdf(pages: Sequence[Sequence[Text]], extra: str = "", turn: int = 0) -> bytes:
    """Write a PDF of A4 pages with text at given places; ``extra`` is drawn on every page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", _FONT]
    kids = []
    for page in pages:
        content = "\n".join(_show(*text) for text in page) + extra
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {turn}"
            f" /Contents {len(objects)} 0 R /Resources << /Font << /F 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _number(objects)


def _show(x: float, y: float, size: float, text: str) -> str:
    return f"BT /F {size} Tf {x} {842 - y} Td <{text.encode('utf-16-be').hex()}> Tj ET"


def _number(objects: Sequence[str]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for i, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{i} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out + (end + trailer).encode()


def set_lines(
    lines: Iterable[str], x: float = 90, top: float = 90, size: float = 12, leading: float = 20
) -> list[Text]:
    """Put lines one under another; a blank at the start indents by two characters."""
    placed = []
    for i, line in enumerate(lines):
        indent = 2 * size if line.startswith("\u3000") else 0
        placed.append((x + indent, top + i * leading, size, line.lstrip("\u3000")))
    return placed


def wrap(text: str, width: int, first: int = 2) -> list[str]:
    """Break a Chinese paragraph into full lines, the first one indented.

    ``width`` counts Chinese characters; two Latin ones go for one.
    """
    lines, line, room = [], "\u3000" * bool(first), width - first
    for character in text:
        room -= 0.5 if character.isascii() else 1
        if room < 0:
            lines.append(line)
            line, room = "", width - (0.5 if character.isascii() else 1)
        line += character
    return [*lines, line]
