"""DOCX: the paper for a briefing, with tracked changes that say which report holds which words."""

from collections.abc import Iterator
from importlib.util import find_spec

from compare.errors import MissingExtra
from compare.model import Comparison, Status
from compare.renderers.view.marks import mark_pair
from compare.renderers.view.page import Page, build_page
from compare.renderers.view.promises import Promise
from compare.renderers.view.rows import Row
from compare.renderers.view.statements import (
    list_sources,
    quote_goals,
    say_highlight,
    say_moves,
    say_places,
    say_result,
    say_shift,
    say_traits,
)
from compare.renderers.word.markup import Revisions, set_paragraph, set_table, set_text
from compare.renderers.word.package import WIDTHS, pack_document

TONES = {"up": "Up", "down": "Down"}


def render(comparison: Comparison, *, lang: str | None = None) -> bytes:
    """Render a comparison as a Word document, in ``lang`` or in the language of the reports.

    Raises `MissingExtra` where python-docx is not installed.
    """
    if find_spec("docx") is None:
        raise MissingExtra("docx", "python-docx")
    page = build_page(comparison, lang)
    paper = _Paper(page)
    return pack_document(list(paper.compose()), paper.title, page.labels.language)


class _Paper:
    """Sets a page's content as Word paragraphs and tables, in the order it is read."""

    def __init__(self, page: Page) -> None:
        self.page, self.labels, self.say = page, page.labels, page.labels.say
        self.language = page.new.report.language
        names = (page.old.name, page.new.name)
        self.title = self.say("title", issuer=page.issuer, old=names[0], new=names[1])
        self.names = dict(zip(("old", "new"), names, strict=True))
        self.revisions = Revisions(*names, self.language)
        self.numbers = iter(self.labels.words["paper.numbers"].split("|"))

    def compose(self) -> Iterator[str]:
        page = self.page
        titles = dict.fromkeys((page.old.title, page.new.title))
        yield set_paragraph("Title", self.quote(self.title))
        yield set_paragraph("Subtitle", self.quote(" → ".join(titles)))
        yield set_paragraph("BodyText", set_text(page.headline))
        for note in page.notes:
            yield set_paragraph("Remark", set_text(f"※ {note}"))
        yield self.head("nav.highlights")
        yield from self.set_highlights()
        yield self.head("nav.ledger")
        yield from self.set_figures()
        if page.promises:
            yield self.head("nav.delivery")
            yield from self.set_promises()
        yield self.head("nav.goals", "Annex")
        yield set_paragraph("Remark", set_text(self.say("paper.tracked", **self.names)))
        yield from self.set_goals()
        yield self.head("paper.sources")
        yield set_paragraph("Remark", set_text(self.say("making.method")))
        for name, what in list_sources(page):
            yield set_paragraph(
                "Remark",
                set_text(f"{name}{self.labels.words['colon']}", "Strong"),
                self.quote(what),
            )

    def head(self, key: str, style: str = "Heading1") -> str:
        return set_paragraph(style, set_text(next(self.numbers) + self.say(key)))

    def quote(self, text: str, look: str = "") -> str:
        """Set what a report says, in the report's own language."""
        return set_text(text, look, self.language)

    def cell(self, text: str, look: str = "") -> str:
        return set_paragraph("TableText", self.quote(text, look))

    def widths(self, *shares: int) -> list[int]:
        return [WIDTHS[self.labels.language] * share // 100 for share in shares]

    def set_highlights(self) -> Iterator[str]:
        lines = [say_highlight(highlight, self.page) for highlight in self.page.highlights]
        if not lines:
            yield set_paragraph("BodyText", set_text(self.say("highlights.none")))
            return
        head = (self.say("paper.what"), *self.names.values(), self.say("ledger.change"))
        yield set_table(
            self.widths(32, 19, 19, 30),
            head,
            (
                (
                    self.cell(line.what),
                    self.cell(line.old),
                    self.cell(line.new, "Strong"),
                    self.cell(line.happened, TONES.get(line.tone, "")),
                )
                for line in lines
            ),
        )
        yield set_paragraph("Remark", set_text(self.say("highlights.rule")))

    def set_figures(self) -> Iterator[str]:
        pairs = [figure for figure in self.page.figures if figure.paired]
        if not pairs:
            yield set_paragraph("BodyText", set_text(self.say("ledger.none")))
            return
        head = (self.say("ledger.indicator"), *self.names.values(), self.say("ledger.change"))
        yield set_table(
            self.widths(32, 19, 19, 30),
            head,
            (
                (
                    self.cell(figure.indicator or figure.new_text),
                    self.cell(figure.old_text),
                    self.cell(figure.new_text, "Strong"),
                    self.cell(say_moves(figure, self.labels), TONES.get(figure.tone, "")),
                )
                for figure in pairs
            ),
        )
        yield set_paragraph("Remark", set_text(self.say("ledger.rule")))
        for reason in self.page.reasons:
            names = self.labels.words["comma"].join(reason.indicators)
            title = f"{self.say('why.reason')} ({names}){self.labels.words['colon']}"
            place = self.say("list.place", line=reason.line)
            yield set_paragraph(
                "TableText", self.quote(title, "Strong"), self.quote(f"{reason.text} ({place})")
            )

    def set_promises(self) -> Iterator[str]:
        page = self.page
        yield set_paragraph("BodyText", set_text(page.say_promises()))
        judged = [promise for promise in page.promises if promise.result]
        if judged:
            keys = ("ledger.indicator", "delivery.target", "delivery.result", "delivery.verdict")
            head = [self.say(key) for key in keys]
            yield set_table(self.widths(31, 18, 21, 30), head, map(self.set_promise, judged))
        silent = [f"{p.indicator} {p.target}" for p in page.promises if not p.result]
        if silent:
            title = self.say("delivery.silent", new=page.new.name) + self.labels.words["colon"]
            listed = self.labels.words["paper.semicolon"].join(silent)
            yield set_paragraph("TableText", set_text(f"… {title}", "Strong"), self.quote(listed))
        yield set_paragraph("Remark", set_text(self.say("delivery.rule")))

    def set_promise(self, promise: Promise) -> tuple[str, ...]:
        verdict = f"{promise.shape} {self.labels.name('verdict', promise.verdict)}"
        why = self.labels.words["separator"].join(filter(None, (promise.margin, promise.rule)))
        return (
            self.cell(promise.indicator),
            self.cell(promise.target),
            self.cell(say_result(promise, self.page), "Strong"),
            self.cell(verdict, "Down" if promise.verdict == "missed" else "Strong")
            + set_paragraph("Small", set_text(why)),
        )

    def set_goals(self) -> Iterator[str]:
        keys = ("paper.id", "paper.status", "paper.text")
        head = [self.say(key) for key in keys]
        only = self.say("list.only_old", name=self.page.old.name, section="")
        for group in self.page.groups:
            before = set_text(only if group.side == "old" else "")
            yield set_paragraph("Heading2", before, self.quote(group.title))
            yield set_table(self.widths(8, 19, 73), head, map(self.set_goal, group.rows))

    def set_goal(self, row: Row) -> tuple[str, ...]:
        page, labels = self.page, self.labels
        shift = set_text(say_shift(row, labels), TONES.get(row.tone, "Strong"))
        traits, status = say_traits(row, labels), row.change.status
        sides = ((page.old, row.old), (page.new, row.new))
        places = " → ".join(
            f"{side.name} {say_places(side, quotes, labels)}" for side, quotes in sides if quotes
        )
        if row.verbatim or status is not Status.CARRIED:
            words = self.quote("\n".join(quote_goals(row.new or row.old)))
        else:
            runs = row.change.runs
            words = self.revisions.track(runs, calm=mark_pair(runs).calm)
        return (
            set_paragraph("Small", set_text(row.id)),
            set_paragraph("GoalText", shift)
            + (set_paragraph("Small", set_text(traits)) if traits else ""),
            set_paragraph("GoalText", words) + set_paragraph("Small", self.quote(places)),
        )
