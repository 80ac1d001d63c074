"""XLSX: summary, goals, targets and sections as sheets with filters; every text stays text."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from math import ceil
from typing import TYPE_CHECKING

from compare.errors import MissingExtra
from compare.model import Comparison
from compare.renderers.safety import clean_line
from compare.renderers.view.page import build_page
from compare.renderers.view.tables import TABLES, Cell, Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767  # characters Excel takes in one cell
LINE, MOST_LINES = 15, 27  # points; Excel takes rows of up to 409
MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same file for the same reports
INERT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
FONT = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"}
HEAD = {"bold": True, "bottom": 1, "bg_color": "#EEF1F4", "text_wrap": True}


def render(comparison: Comparison, *, lang: str | None = None) -> bytes:
    """Render a comparison as a workbook, in ``lang`` or in the language of the reports.

    Raises `MissingExtra` where xlsxwriter is not installed.
    """
    page = build_page(comparison, lang)
    return write_book(page.headline, [tabulate(page) for tabulate in TABLES])


def write_book(title: str, tables: Sequence[Table]) -> bytes:
    """Write tables as the sheets of a workbook. Raises `MissingExtra`."""
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise MissingExtra("xlsx", "xlsxwriter") from None
    out = io.BytesIO()
    with Workbook(out, INERT) as book:
        book.set_properties({"title": clean_line(title)[:255], "created": MADE})
        head, bold, text, plain = (
            book.add_format({**FONT, **look})
            for look in (HEAD, {"bold": True}, {"text_wrap": True}, {"align": "left"})
        )
        for table in tables:
            sheet = book.add_worksheet(table.name)
            _set_page(sheet, table)
            if table.heads:
                _write_summary(sheet, table, bold, plain)
            else:
                _write_table(sheet, table, head, text)
    return out.getvalue()


def _set_page(sheet: "Worksheet", table: Table) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, column.width)


def _write_table(sheet: "Worksheet", table: Table, head: "Format", text: "Format") -> None:
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    for at, column in enumerate(table.columns):
        _write_cell(sheet, 0, at, column.title, head)
    for line, row in enumerate(table.rows, 1):
        sheet.set_row(line, LINE * min(_count_lines(row, table), MOST_LINES))
        for at, cell in enumerate(row):
            _write_cell(sheet, line, at, cell, text)


def _write_summary(sheet: "Worksheet", table: Table, bold: "Format", plain: "Format") -> None:
    """Write what is read from top to bottom unwrapped: its sentences run on over empty cells."""
    for line, row in enumerate(table.rows):
        for at, cell in enumerate(row):
            _write_cell(sheet, line, at, cell, bold if line in table.heads else plain)


def _write_cell(sheet: "Worksheet", line: int, at: int, cell: Cell, look: "Format") -> None:
    if isinstance(cell, str):
        lines = "\n".join(clean_line(part) for part in cell.split("\n"))
        if lines:
            short = lines if len(lines) <= LONGEST else f"{lines[: LONGEST - 1]}…"
            sheet.write_string(line, at, short, look)
    elif cell is not None:
        sheet.write_number(line, at, cell, look)


def _count_lines(row: Sequence[Cell], table: Table) -> int:
    """Count the lines that a row's fullest cell needs, a Chinese character being two wide."""
    return max(
        sum(
            max(ceil(len(part.encode("gb18030", "replace")) / column.width), 1)
            for part in str(cell).split("\n")
        )
        for cell, column in zip(row, table.columns, strict=True)
    )
