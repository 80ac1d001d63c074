"""Small files and small functions; ruff sees to short lines."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("compare", "tests", "benchmarks", "training")
FILES = sorted(
    path
    for folder in FOLDERS
    for path in (ROOT / folder).rglob("*.py")
    if "cases" not in path.relative_to(ROOT).parts
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_small(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_function_is_small(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    sizes = {node.name: count_lines(node) for node in functions}
    assert {name: size for name, size in sizes.items() if size > 40} == {}


def count_lines(function):
    """Count the lines of a function without its docstring: nobody is told to explain less."""
    first, last = function.body[0], function.end_lineno
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    spoken = first.end_lineno - first.lineno + 1 if is_docstring else 0
    return last - function.lineno + 1 - spoken
