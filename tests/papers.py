"""What stands in a paper, read back from its bytes; and reports that mean harm."""

import csv
import io
import json
import re
import zipfile
from html import unescape
from xml.etree import ElementTree

from comparisons import make_comparison, make_report

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = (
    "=cmd|'/C calc'!A增长5%左右",
    "@SUM(1+1)*cmd|1",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "打开\x00新\x1b局面\ud83d\u202e翻转\ufffe",
    "[点击](javascript:alert(1)) ![图](https://example.org/x.png) `代码` ~~删~~ **粗**",
    "表|格\t制表 https://example.org/ &lt; $x$ ]]> </w:t>",
    "🚀" * 12_000 + "长",
)


def make_hostile():
    """Compare two reports whose every text means harm, some of it linked."""
    old = make_report(2020, [(f"(一){HOSTILE[2]}", HOSTILE)], issuer=HOSTILE[4], name=HOSTILE[0])
    turned = [f"{text[:3]}另加{text}" for text in HOSTILE]
    new = make_report(2024, [(f"(一){HOSTILE[5]}", turned)], issuer=HOSTILE[4])
    links = [((n,), (n,), ()) for n in (0, 2, 3, 5)]
    return make_comparison(old, new, links)


def read_xml(data, name):
    return ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def read_cell(element, *, accepted=True):
    """Read a Word paragraph's or cell's text, all tracked changes accepted, or all rejected."""
    dropped = f"{WORD}{'del' if accepted else 'ins'}"
    parts = []

    def walk(node):
        if node.tag == dropped:
            return
        if node.tag in (f"{WORD}t", f"{WORD}delText"):
            parts.append(node.text or "")
        elif node.tag == f"{WORD}br":
            parts.append("\n")
        for child in node:
            walk(child)

    walk(element)
    return "".join(parts)


def read_docx(data):
    """Read the paragraphs of a Word file, accepted and rejected."""
    body = read_xml(data, "word/document.xml")
    paragraphs = body.iter(f"{WORD}p")
    return [read_cell(p, accepted=accepted) for p in paragraphs for accepted in (True, False)]


def read_xlsx(data):
    """Read the sheets of a workbook: a list of rows of cells each, numbers as numbers."""
    strings = [
        "".join(text.text or "" for text in item.iter(f"{SHEET}t"))
        for item in read_xml(data, "xl/sharedStrings.xml")
    ]
    names = [sheet.get("name") for sheet in read_xml(data, "xl/workbook.xml").iter(f"{SHEET}sheet")]
    return {
        name: [
            _read_row(row, strings)
            for row in read_xml(data, f"xl/worksheets/sheet{number}.xml").iter(f"{SHEET}row")
        ]
        for number, name in enumerate(names, 1)
    }


def _read_row(row, strings):
    cells = {ord(cell.get("r")[0]) - ord("A"): _read_value(cell, strings) for cell in row}
    return [cells.get(at) for at in range(max(cells, default=-1) + 1)]


def _read_value(cell, strings):
    value = cell.find(f"{SHEET}v")
    if value is None:
        return None
    return strings[int(value.text)] if cell.get("t") == "s" else float(value.text)


def read_csv(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def read_lines(format_, data):
    """Read what a paper says, without its marks."""
    if format_ == "docx":
        return "\n".join(read_docx(data))
    if format_ == "xlsx":
        sheets = read_xlsx(data)
        return "\n".join(str(cell) for rows in sheets.values() for row in rows for cell in row)
    text = data.decode("utf-8")
    if format_ == "md":
        return re.sub(r"\\(.)|~~|\*\*", r"\1", text)
    if format_ == "html":
        return unescape(re.sub(r"</?(?:del|ins|u|mark|b)\b[^>]*>", "", text))
    return "\n".join(_list_strings(json.loads(text))) if format_ == "json" else text


def _list_strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _list_strings(part)
