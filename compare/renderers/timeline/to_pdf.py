"""PDF: the page of many years, printed as that of a comparison is."""

from pathlib import Path

from compare.model.timelines import Timeline
from compare.renderers.timeline import to_html
from compare.renderers.to_pdf import print_page


def render(
    timeline: Timeline, *, lang: str | None = None, template_dir: Path | None = None
) -> bytes:
    """Render a timeline as the PDF of its page. Raises `NoPrinter` where nothing can print it."""
    return print_page(to_html.render(timeline, lang=lang, template_dir=template_dir))
