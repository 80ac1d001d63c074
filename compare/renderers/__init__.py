"""Renderers: a `Comparison` to bytes. A new format is one file and one line in `RENDERERS`.

Each is imported when it is asked for, so that a page costs nothing to who wants JSON.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from compare.errors import UnknownOutput

if TYPE_CHECKING:
    from compare.model import Comparison

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


def render(comparison: "Comparison", format: str, *, lang: str | None = None) -> bytes:  # noqa: A002
    """Render a comparison in a format such as ``html`` (a leading dot is allowed).

    ``lang`` is the language of what the product itself says; by default the reports' own.
    Raises `UnknownOutput`.
    """
    module = RENDERERS.get(format.lower().lstrip("."))
    if module is None:
        raise UnknownOutput(format, RENDERERS)
    renderer: Renderer = import_module(module).render
    return renderer(comparison, lang=lang)
