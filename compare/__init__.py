"""Say what changed between an organisation's yearly reports.

>>> import compare
>>> "compare_reports" in compare.__all__
True
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.alignment import align_texts
    from compare.embedders import load_embedder
    from compare.pipeline import compare_reports, read_report
    from compare.renderers import render
    from compare.terms import Terms
    from compare.timeline import build_timeline

__all__ = [
    "align_texts",
    "build_timeline",
    "compare_reports",
    "load_embedder",
    "read_report",
    "render",
    "Terms",
]

_HOMES = {
    "align_texts": "compare.alignment",
    "build_timeline": "compare.timeline",
    "compare_reports": "compare.pipeline",
    "load_embedder": "compare.embedders",
    "read_report": "compare.pipeline",
    "render": "compare.renderers",
    "Terms": "compare.terms",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used: `--help` must not pay for the aligner."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'compare' has no attribute {name!r}")
