"""DOCX of many years: the paper for a briefing."""

from collections.abc import Iterator
from importlib.util import find_spec

from compare.errors import MissingExtra
from compare.model.timelines import Timeline
from compare.renderers.timeline.chronicle import Chronicle, open_chronicle
from compare.renderers.timeline.digest import Part, compose_parts
from compare.renderers.timeline.tables import list_sources
from compare.renderers.word.markup import set_paragraph, set_table, set_text
from compare.renderers.word.package import WIDTHS, pack_document


def render(timeline: Timeline, *, lang: str | None = None) -> bytes:
    """Render a timeline as a Word document, in ``lang`` or in the language of the reports.

    Raises `MissingExtra` where python-docx is not installed.
    """
    if find_spec("docx") is None:
        raise MissingExtra("docx", "python-docx")
    chronicle = open_chronicle(timeline, lang)
    blocks = list(_compose(chronicle, timeline.reports[-1].language))
    return pack_document(blocks, chronicle.title, chronicle.labels.language)


def _compose(chronicle: Chronicle, spoken: str) -> Iterator[str]:
    words = chronicle.labels.words
    numbers = iter(words["paper.numbers"].split("|"))
    yield set_paragraph("Title", set_text(chronicle.title, "", spoken))
    yield set_paragraph("BodyText", set_text(chronicle.headline))
    yield from (set_paragraph("Remark", set_text(f"※ {note}")) for note in chronicle.notes)
    for part in compose_parts(chronicle):
        yield set_paragraph("Heading1", set_text(next(numbers, "") + part.heading))
        yield _set_part(part, spoken, WIDTHS[chronicle.labels.language])
        if part.remark:
            yield set_paragraph("Remark", set_text(part.remark))
    yield set_paragraph("Heading1", set_text(next(numbers, "") + words["paper.sources"]))
    for line in list_sources(chronicle):
        yield set_paragraph("Remark", set_text(line))


def _set_part(part: Part, spoken: str, width: int) -> str:
    widths = [width * share // 100 for share in part.shares]
    rows = (
        [set_paragraph("TableText", set_text(cell, "", spoken)) for cell in row]
        for row in part.rows
    )
    return set_table(widths, part.titles, rows)
