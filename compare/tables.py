"""Rows of tables, read as the sentences that they stand for: 城镇新增就业 | 万人 | 25以上.

The name, the planned value and the unit of a row make 城镇新增就业25万人以上; the other cells
(its number, what was reached before) are passed over. Every character keeps its place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compare.languages.rules import Columns, Language
from compare.model import BlockKind, Document
from compare.text import Line, View

_NUMBER = re.compile(r"\d[\d.,]*(?:\s*(?:[-~—–]|[^\W\d_]{1,2})\s*\d[\d.,]*)?")  # 5-6, 5 to 6


def read_tables(lines: Sequence[Line], document: Document, language: Language) -> Iterator[Line]:
    """Yield the lines, those of tables that name a column of planned values as sentences."""
    names = {
        block.span.end + 1: block.span.of(document.text).split("\t")
        for block in document.blocks
        if block.kind is BlockKind.SKIPPED and "\t" in block.span.of(document.text)
    }
    columns = language.outline.columns
    head: list[str] = []
    end = -1
    for line in lines:
        start = line.span.start
        head = names.get(start) or (head if start == end else [])
        end = line.span.end + 1
        view = _read_row(line, head, columns, document, language) if columns and line.row else None
        yield replace(line, view=view) if view else line


def _read_row(
    line: Line, head: Sequence[str], columns: Columns, document: Document, language: Language
) -> View | None:
    cells = list(_cut_cells(line, document, language))
    plan = next((i for i, name in enumerate(head) if columns.plan.search(name)), None)
    if plan is None or len(cells) != len(head):
        return None
    unit = next((i for i, name in enumerate(head) if columns.unit.search(name)), None)
    told = [
        i
        for i, name in enumerate(head)
        if i not in (plan, unit) and cells[i].text and not columns.passed.search(name)
    ]
    if not cells[plan].text:
        return None
    value = cells[plan] if unit is None else _add_unit(cells[plan], cells[unit].text)
    if not told:
        return value
    return cells[told[0]].join(value, "" if language.repairs.joined else " ")


def _cut_cells(line: Line, document: Document, language: Language) -> Iterator[View]:
    start = line.span.start
    for cell in line.span.of(document.text).split("\t"):
        yield language.repairs.clean(cell, start)
        start += len(cell) + 1


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
