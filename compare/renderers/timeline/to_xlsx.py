"""XLSX of many years: summary, threads, targets, themes, phrases and likeness as sheets."""

from compare.model.timelines import Timeline
from compare.renderers.timeline.chronicle import open_chronicle
from compare.renderers.timeline.tables import TABLES
from compare.renderers.to_xlsx import write_book


def render(timeline: Timeline, *, lang: str | None = None) -> bytes:
    """Render a timeline as a workbook, in ``lang`` or in the language of the reports.

    Raises `MissingExtra` where xlsxwriter is not installed.
    """
    chronicle = open_chronicle(timeline, lang)
    return write_book(chronicle.headline, [tabulate(chronicle) for tabulate in TABLES])
