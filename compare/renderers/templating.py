"""Templates become a page: ours, or, file by file, those of a user's own folder."""

import base64
import hashlib
import os
import sys
import traceback
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.errors import BadTemplate
from compare.renderers.safety import show_controls
from compare.version import VERSION

if TYPE_CHECKING:
    import jinja2

# What a template may raise besides jinja's own errors: 1 / 0, or names put to a wrong use.
FAULTS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)


def fill_page(
    template: str,
    template_dir: Path | None,
    *,
    scripts: Sequence[str] = ("frame.js", "page.js"),
    styles: Sequence[str] = ("style.css",),
    **facts: Any,
) -> bytes:
    """Fill the template of a page; one that stands in ``template_dir`` goes before ours.

    ``scripts`` and ``styles`` name the files that go into it. Raises `BadTemplate`, which names
    the template and the line.
    """
    import jinja2

    if template_dir and not template_dir.is_dir():
        raise BadTemplate(f"{template_dir}: no such folder of templates")
    try:
        environment = _make_environment(template_dir)
        code, style = (_read_sources(environment, names) for names in (scripts, styles))
        looks = {"script": code, "style": style, "script_hash": _hash(code)}
        html = environment.get_template(template).render(**facts, **looks)
    except (jinja2.TemplateError, *FAULTS) as error:
        if not template_dir:
            raise
        raise BadTemplate(_name_fault(error, template_dir)) from error
    return show_controls(html).encode("utf-8", "replace")


def find_templates() -> Path:
    """Find our templates: in the package once installed, else beside it in the checkout."""
    package = Path(__file__).parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


@cache
def _make_environment(template_dir: Path | None) -> "jinja2.Environment":
    """Set up jinja. Templates of somebody's own may reach no further than the page's facts."""
    import jinja2

    from compare.renderers.view import places, ranges, rows, section_map

    settings: dict[str, Any] = {
        "autoescape": True,
        "undefined": jinja2.StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    if template_dir:
        from jinja2.sandbox import SandboxedEnvironment

        folders = [template_dir, find_templates()]
        environment: jinja2.Environment = SandboxedEnvironment(
            loader=jinja2.FileSystemLoader(folders), **settings
        )
    else:
        loader = jinja2.FileSystemLoader(find_templates())
        environment = jinja2.Environment(  # noqa: S701 as settings say
            loader=loader, bytecode_cache=_find_cache(), **settings
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


def _read_sources(environment: "jinja2.Environment", names: Iterable[str]) -> Any:
    """Read files as they are, past jinja: styles and scripts are ours, not the reports'."""
    import markupsafe

    assert environment.loader
    sources = [environment.loader.get_source(environment, name)[0] for name in names]
    return markupsafe.Markup("".join(sources))  # noqa: S704


def _hash(script: str) -> str:
    """Name the one script that may run, as a content security policy wants it."""
    digest = hashlib.sha256(str(script).encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _name_fault(error: Exception, folder: Path) -> str:
    """Say which template failed, where in it, and how."""
    import jinja2

    if isinstance(error, jinja2.TemplateNotFound):
        return f"{folder}: asks for a template that is neither there nor ours: {error.name}"
    frames = traceback.extract_tb(error.__traceback__)
    spots = [(f.filename, f.lineno) for f in frames if Path(f.filename).is_relative_to(folder)]
    if isinstance(error, jinja2.TemplateSyntaxError):
        spots = [(error.filename or error.name or "", error.lineno)]
    file, line = spots[-1] if spots else (str(folder), 0)
    return f"{file}{f', line {line}' if line else ''}: {error or type(error).__name__}"
