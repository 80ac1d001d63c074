"""Markup that stands on a page a thousand times: a template takes three times as long to write it.

Templates ask for it as ``ink``. What is said, and in which order, is theirs.
"""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from compare.model import Confidence, Span, Status, Trait
from compare.renderers.safety import escape
from compare.renderers.view.marks import Mark, MarkKind
from compare.renderers.view.page import Page, Side
from compare.renderers.view.places import say_spot
from compare.renderers.view.rows import SHAPES, TRAIT_SHAPES, Quote, Row
from compare.renderers.view.whole_text import Paragraph, Piece

TAGS = {MarkKind.GONE: "del", MarkKind.NEW: "ins", MarkKind.SHARED: "u"}
LINE = 90  # bytes of UTF-8 a line in a pane: 30 Chinese characters, or 90 letters
USUAL_RANK = 300  # of a goal that was reworded; the script knows


class Ink:
    """Writes the rows and texts of one page. All of it is escaped."""

    __slots__ = ("_cited", "_labels", "_langs", "_page", "_shifts", "_traits")

    def __init__(self, page: Page) -> None:
        labels = page.labels
        self._page = page
        self._labels = labels
        self._langs = {side.key: self._tell_language(side) for side in (page.old, page.new)}
        self._shifts = {
            shift: f"<b{_shape(shape)}>{escape(labels.name('shift', shift))}</b>"
            for shift, shape in SHAPES.items()
        }
        self._traits: dict[Trait, str] = {}
        self._cited = {reason.line for reason in page.reasons}
        self._cited |= {promise.line for promise in page.promises if not promise.source}

    def _tell_language(self, side: Side) -> Markup:
        """Name the language of a report where it is not the page's."""
        language = side.report.language
        return _finish("" if language == self._labels.language else f' lang="{escape(language)}"')

    def lang(self, side: Side) -> Markup:
        """Write the attribute that names a report's language, if it needs naming."""
        return self._langs[side.key]

    def facts(self, row: Row) -> Markup:
        """Write what a row is called, how it looks and what filters know of it, as attributes."""
        return _finish(" ".join(f'{key}="{escape(str(value))}"' for key, value in _list_facts(row)))

    def status(self, row: Row) -> Markup:
        """Write what became of a goal, by shape and word, and the link to it."""
        traits, status = row.extra_traits, self._shifts[row.shift]
        if row.verbatim:
            traits = tuple(trait for trait in traits if trait is not Trait.VERBATIM)
            status = f"<b>{self._name_trait(Trait.VERBATIM)}</b>"
        said = "".join(self._name_trait(trait) for trait in traits)
        link = f'<a class="id" href="#{row.id}">{row.id}</a>'
        return _finish(status + said + self._doubt(row) + link)

    def _name_trait(self, trait: Trait) -> str:
        if trait not in self._traits:
            name, shape = escape(self._labels.name("trait", trait)), TRAIT_SHAPES.get(trait)
            self._traits[trait] = f'<span class="trait"{_shape(shape)}>{name}</span>'
        return self._traits[trait]

    def _doubt(self, row: Row) -> str:
        if row.change.confidence is not Confidence.UNSURE:
            return ""
        return f'<span class="trait"{_shape("?")}>{escape(self._labels.say("list.doubt"))}</span>'

    def sides(self, row: Row) -> Markup:
        """Write what either report says, and where; a goal repeated word for word once."""
        if row.verbatim:
            return _finish(self._write_side(self._page.new, row.new, row.old))
        pairs = ((self._page.old, row.old), (self._page.new, row.new))
        return _finish("".join(self._write_side(*pair) for pair in pairs if pair[1]))

    def _write_side(self, side: Side, quotes: Sequence[Quote], before: Sequence[Quote] = ()) -> str:
        lang = self._langs[side.key]
        words = (
            f"<p{lang}>{_mark(quote.marks)}</p><cite>{self._cite(side, quote, before)}</cite>"
            for quote in quotes
        )
        return f'<div class="{side.key}">{"".join(words)}</div>'

    def _cite(self, side: Side, quote: Quote, before: Sequence[Quote]) -> str:
        """Say where a goal stands; where it stood before, if it is still in the same words."""
        if not before:
            return self._place(side, quote)
        moved = quote.place.where != before[0].place.where
        return f"{self._place(self._page.old, before[0])} → {self._place(side, quote, moved)}"

    def _place(self, side: Side, quote: Quote, path: bool = True) -> str:
        spot = escape(say_spot(side.report.document, quote.place, self._labels))
        link = f'<a href="#{side.key[0]}g{quote.goal + 1}">'
        if not path or not quote.place.where:
            return f"{link}{spot}</a>"
        where, lang = escape(quote.place.where), self._langs[side.key]
        return f"{link}{f'<span{lang}>{where}</span>' if lang else where} · {spot}</a>"

    def reasons(self, row: Row) -> Markup:
        """Write what a verdict rests on, why a figure changed, and what came second."""
        verdict = f"<p>{escape(row.say_verdict(self._labels))}</p>"
        given = "".join(self._write_reason(span) for span in row.reasons)
        return _finish(verdict + given + self._write_rival(row))

    def _write_reason(self, span: Span) -> str:
        side, say = self._page.new, self._labels.say
        label = escape(say("why.reason") + self._labels.words["colon"])
        words = escape(span.of(side.report.document.text))
        place = escape(say("list.characters", start=span.start, end=span.end))
        return f"<p>{label}<q{self._langs[side.key]}>{words}</q> <small>{place}</small></p>"

    def _write_rival(self, row: Row) -> str:
        """Write where the runner-up stands, and how near it came; the script quotes it."""
        if row.change.link.rival is None:
            return ""
        goal, score = row.change.link.rival
        side, labels = self._page.new if row.old else self._page.old, self._labels
        carried = row.change.status is Status.CARRIED
        label = labels.say("why.rival" if carried else "why.nearest") + labels.words["colon"]
        spot = say_spot(side.report.document, side.atlas.places[goal], labels)
        return (
            f'<p>{escape(label)}<a class="rival" href="#{side.key[0]}g{goal + 1}">'
            f"{escape(side.name)} · {escape(spot)}</a> <small>{score:.2f}</small></p>"
        )

    def count_lines(self, paragraphs: Sequence[Paragraph]) -> int:
        """Estimate the lines that paragraphs take, for a browser that has not laid them out."""
        sizes = (
            sum(len(piece.text.encode("utf-8", "replace")) for piece in p.pieces)
            for p in paragraphs
        )
        return sum(size // LINE + 2 for size in sizes)

    def paragraph(self, side: Side, paragraph: Paragraph) -> Markup:
        """Write a paragraph of a whole text: its goals lead back to their rows."""
        pieces = "".join(
            text
            for piece in paragraph.pieces
            for text in self._write_piece(side, piece, paragraph.level)
        )
        look = f' class="heading level{paragraph.level}"' if paragraph.level else ""
        if side is self._page.new and paragraph.line in self._cited:
            look += f' id="nl{paragraph.line}"'
        return _finish(f"<p{look}>{pieces}</p>\n")

    def _write_piece(self, side: Side, piece: Piece, level: int) -> Iterator[str]:
        letter = side.key[0]
        for goal in piece.anchors:
            if goal != piece.goal:
                yield f'<i id="{letter}g{goal + 1}"></i>'
        text = escape(piece.text)
        if piece.goal is not None:
            row = side.rows[piece.goal]
            span = side.atlas.places[piece.goal].span
            known = f' id="{letter}g{piece.goal + 1}" data-at="{span.start}–{span.end}"'
            begun = known if piece.goal in piece.anchors else ""
            yield f'<a class="goal {row.shift}" href="#{row.id}"{begun}>{text}</a>'
        elif piece.skipped:
            reason = self._labels.name("reason", piece.skipped)
            said = escape(self._labels.say("texts.skipped", reason=reason))
            yield f'<span class="skipped"><small>[{said}]</small> {text}</span>'
        else:
            yield f"<b>{text}</b>" if piece.level and not level else text


def _finish(text: str) -> Markup:
    """Tell a template that everything in a text has been escaped."""
    return Markup(text)  # noqa: S704


def _shape(sign: str | None) -> str:
    return f' data-s="{sign}"' if sign else ""


def _mark(marks: Sequence[Mark]) -> str:
    return "".join(
        f"<{tag}>{escape(mark.text)}</{tag}>" if (tag := TAGS.get(mark.kind)) else escape(mark.text)
        for mark in marks
    )


def _list_facts(row: Row) -> Iterator[tuple[str, object]]:
    change = row.change
    looks = ("row", row.tone if row.tone != "none" else "", "same" if row.verbatim else "")
    yield "class", " ".join(filter(None, looks))
    yield "id", row.id
    yield "data-shift", row.shift
    if change.traits:
        yield "data-trait", " ".join(change.traits)
    if change.confidence is not Confidence.SURE:
        yield "data-confidence", change.confidence
    if row.rank != USUAL_RANK:
        yield "data-rank", row.rank
    if row.old:
        yield "data-at", row.old[0].goal
        yield "data-old", row.old_group
    if row.new:
        yield "data-new", row.new_group
    if row.themes:
        yield "data-theme", " ".join(row.themes)
