"""Renderers: a result to bytes. A new format is one file and one line in its table.

Each is imported when it is asked for, so that a page costs nothing to who wants JSON.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from compare.errors import NoTemplates, UnknownOutput

if TYPE_CHECKING:
    from pathlib import Path

    from compare.model import Comparison
    from compare.model.timelines import Timeline

Renderer = Callable[..., bytes]

RENDERERS: Mapping[str, str] = {
    "html": "compare.renderers.to_html",
    "json": "compare.renderers.to_json",
    "docx": "compare.renderers.to_docx",
    "xlsx": "compare.renderers.to_xlsx",
    "csv": "compare.renderers.to_csv",
    "md": "compare.renderers.to_md",
    "pdf": "compare.renderers.to_pdf",
}

TIMELINE_RENDERERS: Mapping[str, str] = {
    "html": "compare.renderers.timeline.to_html",
    "json": "compare.renderers.timeline.to_json",
    "docx": "compare.renderers.timeline.to_docx",
    "xlsx": "compare.renderers.timeline.to_xlsx",
    "csv": "compare.renderers.timeline.to_csv",
    "md": "compare.renderers.timeline.to_md",
    "pdf": "compare.renderers.timeline.to_pdf",
}
TEMPLATED = ("html", "pdf")
_TABLES = {"Comparison": RENDERERS, "Timeline": TIMELINE_RENDERERS}


def render(
    view: "Comparison | Timeline",
    format: str,  # noqa: A002
    *,
    lang: str | None = None,
    template_dir: "Path | None" = None,
) -> bytes:
    """Render a comparison or a timeline in a format such as ``html`` (or ``.html``).

    ``lang`` is the language of what the product itself says; by default the reports' own.
    Templates in ``template_dir`` take the place of ours of the same name. Raises `UnknownOutput`,
    and `NoTemplates` for a format that is not made from any.
    """
    formats = _TABLES[type(view).__name__]
    module = formats.get(format.lower().lstrip("."))
    if module is None:
        raise UnknownOutput(format, formats)
    renderer: Renderer = import_module(module).render
    if template_dir is None:
        return renderer(view, lang=lang)
    if format.lower().lstrip(".") not in TEMPLATED:
        raise NoTemplates(format, TEMPLATED)
    return renderer(view, lang=lang, template_dir=template_dir)
