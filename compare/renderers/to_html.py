"""One page, one file: no request to anywhere, and all of it there without JavaScript."""

import base64
import hashlib
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.errors import BadTemplate
from compare.model import Comparison
from compare.renderers.safety import show_controls
from compare.version import VERSION

if TYPE_CHECKING:
    import jinja2


def render(
    comparison: Comparison, *, lang: str | None = None, template_dir: Path | None = None
) -> bytes:
    """Render a comparison as a web page, in ``lang`` or in the language of the reports.

    A template that stands in ``template_dir`` takes the place of ours of the same name.
    """
    import jinja2

    from compare.renderers.ink import Ink
    from compare.renderers.view.page import build_page

    page = build_page(comparison, lang)
    try:
        environment = _make_environment(template_dir)
        script = _read_source(environment, "page.js")
        html = environment.get_template("comparison.html").render(
            page=page,
            ink=Ink(page),
            say=page.labels.say,
            name=page.labels.name,
            script=script,
            style=_read_source(environment, "style.css"),
            script_hash=_hash(script),
        )
    except jinja2.TemplateError as error:
        where = f"{getattr(error, 'name', None) or error}: {error.message or 'not found'}"
        raise BadTemplate(f"{where}; check the folder of templates") from error
    return show_controls(html).encode("utf-8", "replace")


def find_templates() -> Path:
    """Find our templates: in the package once installed, else beside it in the checkout."""
    package = Path(__file__).parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


@cache
def _make_environment(template_dir: Path | None) -> "jinja2.Environment":
    import jinja2

    from compare.renderers.view import places, ranges, rows, section_map

    folders = [template_dir] if template_dir else []
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([*folders, find_templates()]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        bytecode_cache=_find_cache(),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    names: dict[str, Any] = {
        "version": VERSION,
        "shapes": {**rows.SHAPES, **rows.TRAIT_SHAPES},
        "describe_path": places.describe_path,
        "draw_ranges": ranges.draw_ranges,
        "list_targets": section_map.list_targets,
        "name_section": places.name_section,
    }
    environment.globals.update(names)
    return environment


def _find_cache() -> "jinja2.BytecodeCache | None":
    """Keep compiled templates where Python keeps our compiled modules, if it may write there."""
    import jinja2

    folder = Path(__file__).with_name("__pycache__")
    if sys.dont_write_bytecode or not os.access(folder, os.W_OK):
        return None
    return jinja2.FileSystemBytecodeCache(str(folder))


def _read_source(environment: "jinja2.Environment", name: str) -> Any:
    """Read a file as it is, past jinja: style and script are ours, not the reports'."""
    import markupsafe

    assert environment.loader
    source, _, _ = environment.loader.get_source(environment, name)
    return markupsafe.Markup(source)  # noqa: S704


def _hash(script: str) -> str:
    """Name the one script that may run, as a content security policy wants it."""
    digest = hashlib.sha256(str(script).encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
