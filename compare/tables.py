"""Rows of tables, read as the sentences that they stand for: 城镇新增就业 | 万人 | 25以上.

The name, the planned value and the unit of a row make 城镇新增就业25万人以上; the other cells
(its number, what was reached before) are passed over. Every character keeps its place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compare.languages.rules import Columns, Language
from compare.model import BlockKind, Document
from compare.text import Line, View, cut_row

_NUMBER = re.compile(r"\d[\d.,]*(?:\s*(?:[-~—–]|[^\W\d_]{1,2})\s*\d[\d.,]*)?")  # 5-6, 5 to 6


def read_tables(lines: Sequence[Line], document: Document, language: Language) -> Iterator[Line]:
    """Yield the lines, those of tables that name a column of planned values as sentences."""
    skipped = (block.span for block in document.blocks if block.kind is BlockKind.SKIPPED)
    names = {span.end + 1: _read_names(span.of(document.text)) for span in skipped}
    columns = language.outline.columns
    head: list[str] = []
    for line in lines:
        goes_on = line.row and not line.gap
        head = names.get(line.span.start) or (head if goes_on else [])
        view = _read_row(line, head, columns, document, language) if columns and line.row else None
        yield replace(line, view=view) if view else line


def _read_row(
    line: Line, head: Sequence[str], columns: Columns, document: Document, language: Language
) -> View | None:
    cells = list(_cut_cells(line, document, language))
    plans = [i for i, name in enumerate(head) if columns.plan.search(name)]
    plan = max(plans, key=lambda i: (_read_year(head[i], language), -i), default=None)
    if plan is None or len(cells) != len(head):
        return None
    unit = next((i for i, name in enumerate(head) if columns.unit.search(name)), None)
    told = [
        i
        for i, name in enumerate(head)
        if i not in (*plans, unit) and cells[i].text and not columns.passed.search(name)
    ]
    if not cells[plan].text:
        return None
    value = cells[plan] if unit is None else _add_unit(cells[plan], cells[unit].text)
    if not told:
        return value
    return cells[told[0]].join(value, "" if language.repairs.joined else ": ")


def _read_names(rows: str) -> list[str]:
    """Read the names of columns off the first of the lines that a reader set aside."""
    first = rows.partition("\n")[0].rstrip()
    names = [cell.of(first).strip() for cell in cut_row(first)]
    return names if len(names) > 1 else []


def _read_year(name: str, language: Language) -> int:
    """Read the year of a column; of last year's target and this year's, the later is planned."""
    return max((int(match[1]) for match in language.outline.year.finditer(name)), default=0)


def _cut_cells(line: Line, document: Document, language: Language) -> Iterator[View]:
    text = line.span.of(document.text)
    for cell in cut_row(text):
        yield language.repairs.clean(cell.of(text), line.span.start + cell.start)


def _add_unit(value: View, unit: str) -> View:
    """Put the unit behind the number; it is laid on the number's last digit."""
    number = _NUMBER.search(value.text)
    if not unit or number is None or unit in value.text:
        return value
    at = number.end()
    laid = (value.origins[at - 1],) * len(unit)
    return View(
        value.text[:at] + unit + value.text[at:], value.origins[:at] + laid + value.origins[at:]
    )
