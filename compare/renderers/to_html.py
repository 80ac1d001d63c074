"""One page, one file: no request to anywhere, and all of it there without JavaScript."""

from pathlib import Path

from compare.model import Comparison
from compare.renderers.templating import fill_page


def render(
    comparison: Comparison, *, lang: str | None = None, template_dir: Path | None = None
) -> bytes:
    """Render a comparison as a web page, in ``lang`` or in the language of the reports.

    A template that stands in ``template_dir`` takes the place of ours of the same name.
    """
    from compare.renderers.ink import Ink
    from compare.renderers.view.page import build_page

    page = build_page(comparison, lang)
    return fill_page(
        "comparison.html",
        template_dir,
        page=page,
        ink=Ink(page),
        say=page.labels.say,
        name=page.labels.name,
    )
