"""CSV: one row a change, with a byte-order mark so that Excel reads it as UTF-8."""

import csv
import io

from compare.model import Comparison
from compare.renderers.safety import clean_line, defuse_formula
from compare.renderers.view.page import build_page
from compare.renderers.view.tables import Cell, Table, tabulate_goals


def render(comparison: Comparison, *, lang: str | None = None) -> bytes:
    """Render a comparison as CSV, its column titles in ``lang`` or the language of the reports."""
    return write_table(tabulate_goals(build_page(comparison, lang)))


def write_table(table: Table) -> bytes:
    """Write a table as CSV."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.title for column in table.columns])
    writer.writerows([_write_cell(cell) for cell in row] for row in table.rows)
    return ("\ufeff" + out.getvalue()).encode()


def _write_cell(cell: Cell) -> Cell:
    """Write a goal of several as one line, so that programs that read lines can read it."""
    return defuse_formula(clean_line(cell.replace("\n", " / "))) if isinstance(cell, str) else cell
