"""XLSX: summary, goals, targets and sections as sheets with filters; every text stays text."""

import io
from datetime import UTC, datetime
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
MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same file for the same reports
INERT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}
FONT = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"}
HEAD = {**FONT, "bold": True, "bottom": 1, "bg_color": "#EEF1F4", "text_wrap": True}


def render(comparison: Comparison, *, lang: str | None = None) -> bytes:
    """Render a comparison as a workbook, in ``lang`` or in the language of the reports.

    Raises `MissingExtra` where xlsxwriter is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise MissingExtra("xlsx", "xlsxwriter") from None
    page = build_page(comparison, lang)
    out = io.BytesIO()
    with Workbook(out, INERT) as book:
        book.set_properties({"title": clean_line(page.headline)[:255], "created": MADE})
        text, number = (
            book.add_format({**FONT, **extra})
            for extra in ({"text_wrap": True}, {"align": "right"})
        )
        head, bold = (book.add_format(look) for look in (HEAD, {**FONT, "bold": True}))
        for first, tabulate in enumerate(TABLES):
            table = tabulate(page)
            sheet = book.add_worksheet(table.name)
            _set_page(sheet, table)
            if first == 0:
                _write_summary(sheet, table, bold, number)
            else:
                _write_table(sheet, table, head, text, number)
    return out.getvalue()


def _set_page(sheet: "Worksheet", table: Table) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, column.width)


def _write_table(
    sheet: "Worksheet", table: Table, head: "Format", text: "Format", number: "Format"
) -> None:
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    for at, column in enumerate(table.columns):
        _write_cell(sheet, 0, at, column.title, head, head)
    for line, row in enumerate(table.rows, 1):
        for at, cell in enumerate(row):
            _write_cell(sheet, line, at, cell, text, number)


def _write_summary(sheet: "Worksheet", table: Table, bold: "Format", number: "Format") -> None:
    """Write the first sheet unwrapped, so that its sentences run on over empty cells."""
    for line, row in enumerate(table.rows):
        for at, cell in enumerate(row):
            _write_cell(sheet, line, at, cell, bold if line == 0 else None, number)


def _write_cell(
    sheet: "Worksheet", line: int, at: int, cell: Cell, text: "Format | None", number: "Format"
) -> None:
    if isinstance(cell, str):
        lines = "\n".join(clean_line(part) for part in cell.split("\n"))
        if lines:
            short = lines if len(lines) <= LONGEST else f"{lines[: LONGEST - 1]}…"
            sheet.write_string(line, at, short, text)
    elif cell is not None:
        sheet.write_number(line, at, cell, number)
