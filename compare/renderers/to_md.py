"""Markdown for a mail or a pull request: no raw HTML, and nothing a report says is markup."""

import re
from collections.abc import Iterable, Iterator, Sequence

from compare.model import Comparison
from compare.renderers.safety import clean_line
from compare.renderers.view.marks import Mark, MarkKind
from compare.renderers.view.page import Page, Side, build_page
from compare.renderers.view.rows import Quote, Row
from compare.renderers.view.statements import (
    list_sources,
    say_highlight,
    say_moves,
    say_places,
    say_result,
    say_shift,
    say_traits,
)

MARKUP = re.compile(r"[\\`*_\[\]<>|~&$#@]|:(?=//)|(?<=www)\.")
# Marks that begin or end with a sign are not read as marks; yet a figure keeps its %, and what
# follows is held off by a hair space.
EDGES = re.compile(r"^([\W_]*)(.*?(?:(?<=\d)%)?)([\W_]*)$")
HAIR = "\u200a"
SIGNS = {MarkKind.GONE: "~~", MarkKind.NEW: "**"}


def render(comparison: Comparison, *, lang: str | None = None) -> bytes:
    """Render a comparison as Markdown, in ``lang`` or in the language of the reports."""
    return ("\n".join(_compose(build_page(comparison, lang))) + "\n").encode()


def escape(text: str) -> str:
    r"""Escape what Markdown would read as markup, and keep to one line.

    >>> escape("<b>5*3</b> | x")
    '\\<b\\>5\\*3\\</b\\> \\| x'
    """
    return MARKUP.sub(r"\\\g<0>", clean_line(text)).strip()


def _compose(page: Page) -> Iterator[str]:
    say = page.labels.say
    yield f"# {escape(say('title', issuer=page.issuer, old=page.old.name, new=page.new.name))}\n"
    yield f"**{escape(page.headline)}**\n"
    yield from (f"> ⚠ {escape(note)}  " for note in page.notes)
    yield f"\n## {say('nav.highlights')}\n"
    yield from (_tell(page, number) for number in range(len(page.highlights)))
    if not page.highlights:
        yield say("highlights.none")
    yield from _tell_figures(page)
    yield from _tell_promises(page)
    yield f"\n## {say('nav.goals')}\n"
    yield say("paper.marked", old=escape(page.old.name), new=escape(page.new.name))
    for group in page.groups:
        only = say("list.only_old", name=page.old.name, section="") if group.side == "old" else ""
        yield f"\n### {escape(f'{only}{group.title}')}\n"
        for row in group.rows:
            yield from _tell_row(row, page)
    yield f"\n## {say('paper.sources')}\n"
    yield say("making.method") + "\n"
    yield from (f"- {escape(name)}: {escape(what)}" for name, what in list_sources(page))


def _tell(page: Page, number: int) -> str:
    line = say_highlight(page.highlights[number], page)
    figures = " → ".join(
        sign + escape(figure) + sign
        for figure, sign in ((line.old, ""), (line.new, "**"))
        if figure
    )
    parts = [escape(line.what), figures, escape(line.happened), f"`{line.id}`" if line.id else ""]
    return f"{number + 1}. {' · '.join(filter(None, parts))}"


def _tell_figures(page: Page) -> Iterator[str]:
    labels, say = page.labels, page.labels.say
    pairs = [figure for figure in page.figures if figure.paired]
    yield f"\n## {say('nav.ledger')}\n"
    if pairs:
        titles = (say("ledger.indicator"), page.old.name, page.new.name, say("ledger.change"), "")
        yield from draw_table(
            titles,
            (
                (f.indicator, f.old_text, f.new_text, say_moves(f, labels), f"c{f.change + 1}")
                for f in pairs
            ),
        )
    else:
        yield say("ledger.none")
    if page.reasons:
        yield f"\n{escape(say('ledger.reasons', name=page.new.name))}{labels.words['colon']}\n"
    for reason in page.reasons:
        place = escape(say("list.place", line=reason.line))
        names = escape(labels.words["comma"].join(reason.indicators))
        yield f"- **{names}**{labels.words['colon']}{escape(reason.text)} ({place})"


def _tell_promises(page: Page) -> Iterator[str]:
    if not page.promises:
        return
    say, name = page.labels.say, page.labels.name
    yield f"\n## {say('nav.delivery')}\n\n{escape(page.say_promises())}\n"
    titles = ("ledger.indicator", "delivery.target", "delivery.result", "delivery.verdict")
    yield from draw_table(
        [say(title) for title in titles],
        (
            (p.indicator, p.target, say_result(p, page), f"{p.shape} {name('verdict', p.verdict)}")
            for p in page.promises
        ),
    )
    yield f"\n{say('delivery.rule')}"


def draw_table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Draw a table; the cells of its rows are escaped."""
    for row in (titles, ["---"] * len(titles)):
        yield f"| {' | '.join(row)} |"
    for row in rows:
        yield f"| {' | '.join(escape(cell) for cell in row)} |"


def _tell_row(row: Row, page: Page) -> Iterator[str]:
    labels = page.labels
    traits = say_traits(row, labels)
    yield f"- `{row.id}` **{say_shift(row, labels)}**{f' · {traits}' if traits else ''}"
    sides = ((page.new, row.new),) if row.verbatim else ((page.old, row.old), (page.new, row.new))
    for side, quotes in sides:
        yield from (_quote(side, quote, page) for quote in quotes)


def _quote(side: Side, quote: Quote, page: Page) -> str:
    place = escape(say_places(side, (quote,), page.labels))
    text = "".join(_mark(mark) for mark in quote.marks).strip()
    return f"  - {escape(side.name)}{page.labels.words['colon']}{text} ({place})"


def _mark(mark: Mark) -> str:
    """Mark the words inside a mark, so that its signs always stand against a letter or figure."""
    text = clean_line(mark.text)
    before, word, after = EDGES.findall(text)[0] if text else ("", "", "")
    sign = SIGNS.get(mark.kind, "") if word else ""
    space = HAIR if sign and word.endswith("%") and not after else ""
    return "".join((_escape(before), sign, _escape(word), sign, space, _escape(after)))


def _escape(text: str) -> str:
    return MARKUP.sub(r"\\\g<0>", text)
