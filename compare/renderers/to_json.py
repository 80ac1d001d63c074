"""JSON as promised to others: see ``schemas/diff-1.json`` in the package."""

import json
from collections.abc import Iterable
from typing import Any

from compare.model import Comparison, Report
from compare.renderers.records import (
    Names,
    describe_generator,
    write_comparison,
    write_file,
    write_note,
    write_report,
)
from compare.renderers.view.keywords import gather_keywords
from compare.renderers.view.themes import count_themes, name_own_themes


def render(comparison: Comparison, *, lang: str | None = None) -> bytes:
    """Render a comparison as UTF-8 JSON; only the names of themes are in ``lang``."""
    old, new = Names("o", comparison.old), Names("n", comparison.new)
    found = write_comparison(comparison, old, new)
    for row, words in zip(found["sections"], gather_keywords(comparison), strict=True):
        row["keywords"] = dict(zip(("old", "new"), map(list, words), strict=True))
    return dump(
        {
            "schema": "compare-reports/diff/1",
            "generator": describe_generator(comparison.settings),
            "old": write_report(comparison.old, old),
            "new": write_report(comparison.new, new),
            "sections": found["sections"],
            "themes": list(_list_themes(comparison, lang)),
            "goals": found["goals"],
            "results": [
                {"id": f"r{i}", **write_file(r)} for i, r in enumerate(comparison.results, 1)
            ],
            "delivery": found["delivery"],
            "unreported": found["unreported"],
            "warnings": [write_note(note) for note in comparison.all_notes],
        }
    )


def render_report(report: Report) -> bytes:
    """Render one report as UTF-8 JSON."""
    return dump(write_report(report, Names("", report)))


def dump(value: Any) -> bytes:
    """Write JSON that a person can read too."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _list_themes(comparison: Comparison, lang: str | None) -> Iterable[dict[str, Any]]:
    """Write what share of its goals either plan gives to each theme."""
    names = name_own_themes(comparison, lang or comparison.new.language)
    for line in count_themes(comparison):
        yield {
            "theme": line.theme,
            "name": names.get(line.theme, line.theme),
            "old": round(line.old_share, 4),
            "new": round(line.new_share, 4),
        }
