"""WordprocessingML as strings: a table of a thousand rows in a blink, and all of it to be seen."""

from collections.abc import Iterable, Sequence
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from compare.model import Run, RunKind
from compare.renderers.safety import clean_line
from compare.wording import settle_type

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WIDE = '<w:rFonts w:hint="eastAsia"/>'  # so that “ ” … are set as wide as Chinese sets them


def set_text(text: str, look: str = "", language: str = "", tag: str = "t") -> str:
    """Set a run of text in a character style; line breaks in it stay line breaks."""
    style = f'<w:rStyle w:val="{look}"/>' if look else ""
    hint = WIDE if language.startswith("zh") else ""
    lines = (
        f'<w:{tag} xml:space="preserve">{escape(clean_line(line))}</w:{tag}>'
        for line in text.split("\n")
    )
    return f"<w:r><w:rPr>{style}{hint}</w:rPr>{'<w:br/>'.join(lines)}</w:r>"


def set_paragraph(style: str, *runs: str) -> str:
    """Set runs as a paragraph of a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def set_table(widths: Sequence[int], head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Set cells, each one or more paragraphs, as a table; ``widths`` are in twentieths of a point.

    The head is repeated on every page, and no row is torn.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    titles = [set_paragraph("TableHead", set_text(title)) for title in head]
    lines = [_set_row(widths, titles, "<w:cantSplit/><w:tblHeader/>")]
    lines += [_set_row(widths, row, "<w:cantSplit/>") for row in rows]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Ledger"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )


def _set_row(widths: Sequence[int], cells: Sequence[str], properties: str) -> str:
    filled = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(filled)}</w:tr>"


class Revisions:
    """Tracked changes in the names of the two reports: who accepts them all reads the new one."""

    def __init__(self, old: str, new: str, language: str) -> None:
        self.authors = {"del": old, "ins": new}
        self.language = language
        self.numbers = count(1)

    def track(self, runs: Iterable[Run], *, calm: bool = False) -> str:
        """Set a word diff as tracked changes; a calm one strikes the old text before the new."""
        runs = tuple(settle_type(runs, RunKind.NEW))
        if calm:
            return self._delete(_spell(runs, RunKind.GONE)) + self._insert(
                _spell(runs, RunKind.NEW)
            )
        setters = {RunKind.SAME: self._keep, RunKind.GONE: self._delete, RunKind.NEW: self._insert}
        return "".join(setters[run.kind](run.text) for run in runs)

    def _keep(self, text: str) -> str:
        return set_text(text, language=self.language)

    def _delete(self, text: str) -> str:
        return self._mark("del", set_text(text, language=self.language, tag="delText"))

    def _insert(self, text: str) -> str:
        return self._mark("ins", set_text(text, language=self.language))

    def _mark(self, kind: str, run: str) -> str:
        author = quoteattr(clean_line(self.authors[kind]))
        return f'<w:{kind} w:id="{next(self.numbers)}" w:author={author}>{run}</w:{kind}>'


def _spell(runs: Iterable[Run], kind: RunKind) -> str:
    return "".join(run.text for run in settle_type(runs, kind) if run.kind in (RunKind.SAME, kind))
