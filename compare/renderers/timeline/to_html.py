"""One page of many years, in one file: no request to anywhere, and all there without JavaScript."""

from pathlib import Path

from compare.model.timelines import Timeline
from compare.renderers.templating import fill_page


def render(
    timeline: Timeline,
    *,
    lang: str | None = None,
    template_dir: Path | None = None,
    pairs: str = "",
) -> bytes:
    """Render a timeline as a web page, in ``lang`` or in the language of the reports.

    A template that stands in ``template_dir`` takes the place of ours of the same name. ``pairs``
    is the folder, beside the page, that holds the comparison of each two reports as
    ``2018-2019.html``; without it the page shows a pair by its own lines.
    """
    from compare.renderers.timeline.page import build_page
    from compare.renderers.timeline.strokes import Ink
    from compare.renderers.timeline.trends import draw_phrase
    from compare.renderers.view.promises import SHAPES

    page = build_page(timeline, lang, pairs)
    return fill_page(
        "timeline.html",
        template_dir,
        scripts=("frame.js", "timeline.js"),
        styles=("style.css", "timeline.css"),
        page=page,
        ink=Ink(page),
        draw_phrase=draw_phrase,
        verdict_shapes=SHAPES,
        say=page.labels.say,
        name=page.labels.name,
    )
