"""JSON as promised to others: see ``schemas/diff-1.json`` in the package."""

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from compare.leftovers import find_leftovers
from compare.model import (
    Change,
    Comparison,
    Delivery,
    Document,
    Goal,
    Link,
    Note,
    Quantity,
    Report,
    Section,
    Span,
)
from compare.renderers.view.themes import count_themes, name_own_themes, share_themes
from compare.version import VERSION

Ids = Mapping[Any, str]


def render(comparison: Comparison, *, lang: str | None = None) -> bytes:
    """Render a comparison as UTF-8 JSON; only the names of themes are in ``lang``."""
    old, new = _Names("o", comparison.old), _Names("n", comparison.new)
    return dump(
        {
            "schema": "compare-reports/diff/1",
            "generator": {
                "name": "compare-reports",
                "version": VERSION,
                "settings": dict(comparison.settings),
            },
            "old": _report(comparison.old, old),
            "new": _report(comparison.new, new),
            "sections": [
                _section_row(link, themes, old, new)
                for link, themes in zip(comparison.sections, share_themes(comparison), strict=True)
            ],
            "themes": list(_list_themes(comparison, lang)),
            "goals": [_goal_row(i, c, old, new) for i, c in enumerate(comparison.changes, 1)],
            "results": [{"id": f"r{i}", **_file(r)} for i, r in enumerate(comparison.results, 1)],
            "delivery": [
                _delivery(d, comparison, old)
                for d in comparison.deliveries
                if d.result or d.mention
            ],
            "unreported": [
                {"target": _target(d.target, comparison.old.document), "goal": old.goals[d.goal]}
                for d in comparison.deliveries
                if d.result is None and d.mention is None
            ],
            "warnings": [_note(note) for note in comparison.all_notes],
        }
    )


def render_report(report: Report) -> bytes:
    """Render one report as UTF-8 JSON."""
    return dump(_report(report, _Names("", report)))


def dump(value: Any) -> bytes:
    """Write JSON that a person can read too."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


class _Names:
    """The ids of a report's sections and goals: a letter for the side, a number in order."""

    def __init__(self, side: str, report: Report) -> None:
        self.document = report.document
        self.sections = {id(s): f"{side}s{i}" for i, s in enumerate(report.sections, 1)}
        self.section_at = [f"{side}s{i}" for i in range(1, len(report.sections) + 1)]
        self.goals = [f"{side}g{i}" for i in range(1, len(report.pledges) + 1)]

    def of(self, section: Section) -> str:
        return self.sections[id(section)]


def _report(report: Report, names: _Names) -> dict[str, Any]:
    document = report.document
    return {
        **_file(report),
        "sections": list(_sections(report.outline, None, names)),
        "goals": [
            _goal(goal, name, report, names)
            for goal, name in zip(report.pledges, names.goals, strict=True)
        ],
        "ignored": [{**_place(i.span, document), "reason": i.reason} for i in report.ignored],
        "numbers": _numbers(report),
    }


def _file(report: Report) -> dict[str, Any]:
    document = report.document
    return {
        "path": document.name,
        "sha256": document.digest,
        "title": report.title,
        "year": report.year,
        "issuer": report.issuer,
        "language": report.language,
        "format": document.format,
        "characters": len(document.text),
    }


def _numbers(report: Report) -> dict[str, Any]:
    """Count the figures of plan and review, and list the plan's numbers that are neither."""
    others = find_leftovers(report)
    figures = sum(len(goal.quantities) for goal in report.goals)
    targets = sum(len(goal.quantities) for goal in report.pledges)
    return {
        "targets": targets,
        "results": figures - targets,
        "other": len(others),
        "others": [_quote(span, report.document) for span in others],
    }


def _quote(span: Span, document: Document) -> dict[str, Any]:
    return {**_place(span, document), "text": span.of(document.text)}


def _sections(
    sections: Sequence[Section], parent: str | None, names: _Names
) -> Iterable[dict[str, Any]]:
    for section in sections:
        yield {
            "id": names.of(section),
            "level": section.level,
            "number": section.number,
            "title": section.title,
            **_place(section.span, names.document),
            "parent": parent,
            "role": section.role.value,
            "year": section.year,
        }
        yield from _sections(section.children, names.of(section), names)


def _goal(goal: Goal, name: str, report: Report, names: _Names) -> dict[str, Any]:
    path = report.path_to(goal.span.start)
    return {
        "id": name,
        "section": names.of(path[-1]) if path else None,
        "text": goal.span.of(report.document.text),
        **_place(goal.span, report.document),
        "targets": [_target(quantity, report.document) for quantity in goal.quantities],
        "themes": list(goal.themes),
    }


def _target(quantity: Quantity, document: Document) -> dict[str, Any]:
    point = quantity.low is None or quantity.high is None or quantity.low == quantity.high
    return {
        **_place(quantity.span, document),
        "text": quantity.span.of(document.text),
        "indicator": quantity.indicator,
        "comparator": quantity.comparator.value,
        "value": _number(quantity.value),
        "value_high": None if point else _number(quantity.high),
        "unit": quantity.unit,
        "kind": quantity.kind.value,
        "hedge": quantity.hedge,
        "horizon": quantity.horizon or None,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _place(span: Span, document: Document | None = None) -> dict[str, int]:
    """Write a place, with its page where the document has pages."""
    place = {"start": span.start, "end": span.end}
    page = document.page_at(span.start) if document else None
    return place if page is None else {**place, "page": page}


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


def _section_row(link: Link, themes: Sequence[str], old: _Names, new: _Names) -> dict[str, Any]:
    return {
        "old": [old.section_at[i] for i in link.old],
        "new": [new.section_at[i] for i in link.new],
        "relation": relate_sections(link),
        "score": round(link.score, 3),
        "themes": list(themes),
    }


def relate_sections(link: Link) -> str:
    """Say what became of sections, from which sides have how many."""
    if not link.old:
        return "added"
    if not link.new:
        return "dropped"
    if len(link.new) > 1:
        return "split"
    return "merged" if len(link.old) > 1 else "carried"


def _goal_row(number: int, change: Change, old: _Names, new: _Names) -> dict[str, Any]:
    link = change.link
    return {
        "id": f"c{number}",
        "old": [old.goals[i] for i in link.old],
        "new": [new.goals[i] for i in link.new],
        "status": change.status.value,
        "traits": [trait.value for trait in change.traits],
        "score": round(link.score, 3),
        "confidence": change.confidence.value,
        "why": {name: round(value, 3) for name, value in link.evidence},
        "runner_up": _rival(link, old, new),
        "figures": [
            {
                "old": _quote(pair.old.span, old.document),
                "new": _quote(pair.new.span, new.document),
                "traits": [trait.value for trait in pair.traits],
                "reason": pair.reason and _quote(pair.reason, new.document),
            }
            for pair in change.figures
        ],
    }


def _rival(link: Link, old: _Names, new: _Names) -> dict[str, Any] | None:
    if link.rival is None:
        return None
    position, score = link.rival
    side = new if link.old else old
    return {"goal": side.goals[position], "score": round(score, 3)}


def _delivery(delivery: Delivery, comparison: Comparison, old: _Names) -> dict[str, Any]:
    return {
        "target": _target(delivery.target, comparison.old.document),
        "goal": old.goals[delivery.goal],
        "result": _result(delivery, comparison.sources[delivery.source].document),
        "source": f"r{delivery.source}" if delivery.source else "new",
        "verdict": delivery.verdict.value,
        "margin": _number(delivery.margin),
        "why": delivery.rule,
    }


def _result(delivery: Delivery, document: Document) -> dict[str, Any] | None:
    """Write what a report says of a target: a figure, or the words that name it without one."""
    span = delivery.result.span if delivery.result else delivery.mention
    if span is None:
        return None
    return {
        **_quote(span, document),
        "value": _number(delivery.result.value) if delivery.result else None,
        "unit": delivery.result.unit if delivery.result else None,
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "code": note.code,
        "message": note.text,
        "where": _place(note.span) if note.span else None,
    }
