"""CSV of many years: a row for each thread and year."""

from compare.model.timelines import Timeline
from compare.renderers.timeline.chronicle import open_chronicle
from compare.renderers.timeline.tables import tabulate_steps
from compare.renderers.to_csv import write_table


def render(timeline: Timeline, *, lang: str | None = None) -> bytes:
    """Render a timeline as CSV, its column titles in ``lang`` or the language of the reports."""
    return write_table(tabulate_steps(open_chronicle(timeline, lang)))
