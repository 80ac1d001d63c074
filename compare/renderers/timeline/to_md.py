"""Markdown of many years: what a mail or pull request has room for."""

from collections.abc import Iterator

from compare.model.timelines import Timeline
from compare.renderers.timeline.chronicle import Chronicle, open_chronicle
from compare.renderers.timeline.digest import compose_parts
from compare.renderers.timeline.tables import list_sources
from compare.renderers.to_md import draw_table, escape


def render(timeline: Timeline, *, lang: str | None = None) -> bytes:
    """Render a timeline as Markdown, in ``lang`` or in the language of the reports."""
    return ("\n".join(_compose(open_chronicle(timeline, lang))) + "\n").encode()


def _compose(chronicle: Chronicle) -> Iterator[str]:
    yield f"# {escape(chronicle.title)}\n"
    yield f"**{escape(chronicle.headline)}**\n"
    yield from (f"> ⚠ {escape(note)}  " for note in chronicle.notes)
    for part in compose_parts(chronicle):
        yield f"\n## {escape(part.heading)}\n"
        yield from draw_table([escape(title) for title in part.titles], part.rows)
        if part.remark:
            yield f"\n{escape(part.remark)}"
    yield f"\n## {chronicle.labels.say('paper.sources')}\n"
    yield from (f"- {escape(line)}" for line in list_sources(chronicle))
