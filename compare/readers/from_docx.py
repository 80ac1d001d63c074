"""Word: the text as it would print with every tracked change accepted.

The XML is walked directly, since automatic numbers (一、) and tracked insertions are no text to
the libraries that read Word. Comments and hidden text are left out; a table is a line a row, its
cells apart by tabs; a footnote stands after its paragraph and is not counted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from compare.model import Document, Note
from compare.readers.docx_numbers import Numbers, read_numbers
from compare.readers.docx_parts import Element, Parts, W, find, name_of, open_parts, value_of
from compare.readers.docx_styles import Styles, read_styles, style_of
from compare.readers.drafts import Draft
from compare.readers.passwords import unlock_office
from compare.readers.sources import Source

_HEADLINE = 120  # characters: a longer paragraph is no heading, whatever its style
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_DROPPED = ("del", "moveFrom")
_ACCEPTED = ("ins", "moveTo")
_SILENT = ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "delText", "rt", "annotation")
_BOXED = ("drawing", "pict", "object")


def read(source: Source) -> Document:
    """Walk the document. Raises `Damaged`, `Encrypted` or `TooLarge`."""
    parts = open_parts(unlock_office(source), source.name)
    styles = read_styles(parts.styles)
    walk = _Walk(parts, styles, read_numbers(parts.numbering, styles))
    walk.read_blocks(parts.body)
    text, blocks, notes = walk.draft.text, walk.draft.blocks, walk.list_notes(source.name)
    return Document(source.name, text, blocks, source.digest, "docx", notes)


@dataclass(slots=True)
class _Field:
    """A field that is open: its code is not shown, its result is."""

    shown: bool = False
    contents: bool = False


@dataclass(slots=True)
class _Line:
    """A paragraph being read, with what is to follow it."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """What is known while walking through a document."""

    parts: Parts
    styles: Styles
    numbers: Numbers
    draft: Draft = field(default_factory=Draft)
    kept: int = 0
    dropped: int = 0
    hidden: int = 0
    _fields: list[_Field] = field(default_factory=list)
    _carried: _Line | None = None
    _style: str | None = None
    _footnotes: dict[str, dict[str | None, Element]] = field(default_factory=dict)

    def list_notes(self, name: str) -> tuple[Note, ...]:
        """Say what stands in the file otherwise than it was read."""
        notes = []
        if self.kept or self.dropped:
            text = (
                f"{name}: tracked changes were taken as accepted:"
                f" {self.kept} insertions kept, {self.dropped} deletions left out"
            )
            counts = (("kept", str(self.kept)), ("dropped", str(self.dropped)))
            notes.append(Note("tracked-changes", text, facts=(("name", name), *counts)))
        if self.hidden:
            text = f"{name}: {self.hidden} characters of hidden text were left out"
            facts = (("name", name), ("n", str(self.hidden)))
            notes.append(Note("hidden-text", text, facts=facts))
        return tuple(notes)

    def read_blocks(self, container: Element, skipped: str = "") -> None:
        """Read what stands in the body, a cell, a text box or a note."""
        for child in container:
            kind = name_of(child)
            if kind == "p":
                self._read_paragraph(child, skipped)
            elif kind == "tbl":
                self._read_table(child, skipped)
            elif kind == "sdt":
                gallery = value_of(find(child, "sdtPr", "docPartObj", "docPartGallery")) or ""
                self.read_blocks(child, "contents" if "Contents" in gallery else skipped)
            elif kind == "AlternateContent":
                self.read_blocks(_choose(child), skipped)
            elif kind in _DROPPED:
                self.dropped += 1
            elif kind not in _SILENT:
                self.read_blocks(child, skipped)

    def _read_paragraph(self, paragraph: Element, skipped: str) -> None:
        properties = find(paragraph, "pPr")
        line, self._carried = self._carried or _Line(), None
        self._style = style_of(properties)
        inside = any(open_.contents for open_ in self._fields)
        self._read_inline(paragraph, line)
        for open_ in self._fields:
            open_.shown = True  # a code that does not end in its paragraph is a damaged one
        if find(properties, "rPr", "del") is not None:  # its mark is gone: the next goes on
            self._carried = line
            return
        text = "".join(line.parts)
        if text.strip():
            text = self.numbers.label(properties) + text
        contents = inside or self.styles.is_contents(properties)
        level = self.styles.find_level(properties)
        if not text.strip() or len(text) > _HEADLINE or skipped or contents:
            level = None
        self.draft.add(text, level, "contents" if contents and text.strip() else skipped)
        for box in line.boxes:
            self.read_blocks(box, skipped)
        for note in line.notes:
            self.read_blocks(note, "footnote")

    def _read_inline(self, element: Element, line: _Line) -> None:
        for child in element:
            kind = name_of(child)
            if kind == "r":
                self._read_run(child, line)
            elif kind in _DROPPED:
                self.dropped += 1
            elif kind not in _SILENT:
                self.kept += kind in _ACCEPTED
                self._read_inline(_choose(child) if kind == "AlternateContent" else child, line)

    def _read_run(self, run: Element, line: _Line) -> None:
        if self.styles.hides(run, self._style):
            self.hidden += sum(len(text.text or "") for text in run.iter(f"{W}t"))
            return
        for child in run:
            self._read_piece(child, line)

    def _read_piece(self, piece: Element, line: _Line) -> None:
        kind = name_of(piece)
        if kind == "fldChar":
            self._turn_field(value_of(piece, "fldCharType"))
        elif kind == "instrText" and self._fields:
            self._fields[-1].contents |= (piece.text or "").strip().startswith("TOC")
        elif all(open_.shown for open_ in self._fields):
            line.parts.append(_read_characters(piece))
            self._read_structure(piece, line)

    def _read_structure(self, piece: Element, line: _Line) -> None:
        kind = name_of(piece)
        if kind in ("footnoteReference", "endnoteReference"):
            line.notes += self._take_note(kind.removesuffix("Reference"), value_of(piece, "id"))
        elif kind == "ruby":
            base = find(piece, "rubyBase")
            self._read_inline(() if base is None else base, line)
        elif kind == "AlternateContent":
            for child in _choose(piece):
                self._read_piece(child, line)
        elif kind in _BOXED:
            line.boxes += _find_boxes(piece)

    def _turn_field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _take_note(self, kind: str, number: str | None) -> list[Element]:
        """Return a note the first time that it is referred to."""
        if kind not in self._footnotes:
            root = self.parts.footnotes if kind == "footnote" else self.parts.endnotes
            notes = () if root is None else root.iterfind(W + kind)
            self._footnotes[kind] = {value_of(note, "id"): note for note in notes}
        note = self._footnotes[kind].pop(number, None)
        return [] if note is None else [note]

    def _read_table(self, table: Element, skipped: str) -> None:
        for row in table.iter(f"{W}tr"):
            if _owner(row, "tbl") is not table:
                continue
            if find(row, "trPr", "del") is not None:
                self.dropped += 1
                continue
            cells = [cell for cell in row.iter(f"{W}tc") if _owner(cell, "tr") is row]
            if len(cells) == 1:  # a frame around text
                self.read_blocks(cells[0], skipped)
                continue
            texts = [self._read_cell(cell) for cell in cells]
            if any(texts):
                self.draft.add("\t".join(texts), skipped=skipped)

    def _read_cell(self, cell: Element) -> str:
        outer, self.draft = self.draft, Draft()
        self.read_blocks(cell)
        text, self.draft = self.draft.text, outer
        return re.sub(r"\s+", " ", text).strip()


def _owner(element: Element, kind: str) -> Element | None:
    """Return the nearest element of a kind around another."""
    return next(element.iterancestors(W + kind), None)


def _choose(alternatives: Element) -> Element:
    """Take one of the forms in which the same thing stands: the first that holds text."""
    forms = list(alternatives)
    told = (form for form in forms if next(form.iter(f"{W}t"), None) is not None)
    return next(told, forms[0] if forms else alternatives)


def _find_boxes(drawing: Element) -> Iterator[Element]:
    """Find the text boxes of a drawing, each once."""
    for child in drawing:
        if name_of(child) == "txbxContent":
            yield child
        else:
            yield from _find_boxes(
                _choose(child) if name_of(child) == "AlternateContent" else child
            )


def _read_characters(piece: Element) -> str:
    """Return the characters that a piece of a run stands for."""
    kind = name_of(piece)
    if kind == "t":
        return (piece.text or "").replace("\n", " ")
    if kind == "sym":  # those of symbol fonts mean nothing elsewhere
        code = value_of(piece, "char") or ""
        symbol = chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{4}", code) else ""
        return "•" if "\ue000" <= symbol <= "\uf8ff" else symbol
    return _BREAKS.get(kind, "")
