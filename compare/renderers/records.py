"""What JSON says of reports and comparisons, whichever kind of result they stand in."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from compare.ledger import keep_ledger, trust_heading
from compare.model import (
    Change,
    Comparison,
    Delivery,
    Document,
    Goal,
    Ledger,
    Link,
    Note,
    Quantity,
    Report,
    Section,
    Span,
    Use,
)
from compare.renderers.view.themes import share_themes
from compare.version import VERSION


def describe_generator(settings: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Say which program made it, and how it was set."""
    return {"name": "compare-reports", "version": VERSION, "settings": dict(settings)}


def write_comparison(comparison: Comparison, old: "Names", new: "Names") -> dict[str, Any]:
    """Write what became of sections, goals and targets."""
    themes = share_themes(comparison)
    told = [d for d in comparison.deliveries if d.result or d.mention]
    silent = [d for d in comparison.deliveries if not (d.result or d.mention)]
    return {
        "sections": [
            _write_section_row(link, shared, old, new)
            for link, shared in zip(comparison.sections, themes, strict=True)
        ],
        "goals": [_write_goal_row(i, c, old, new) for i, c in enumerate(comparison.changes, 1)],
        "delivery": [_write_delivery(d, comparison, old) for d in told],
        "unreported": [_write_delivery(d, comparison, old) for d in silent],
    }


class Names:
    """The ids of a report's sections and goals: a letter for the side, a number in order."""

    def __init__(self, side: str, report: Report) -> None:
        self.document = report.document
        self.sections = {id(s): f"{side}s{i}" for i, s in enumerate(report.sections, 1)}
        self.section_at = [f"{side}s{i}" for i in range(1, len(report.sections) + 1)]
        self.goals = [f"{side}g{i}" for i in range(1, len(report.pledges) + 1)]

    def of(self, section: Section) -> str:
        """Give the id of a section."""
        return self.sections[id(section)]


def write_report(report: Report, names: Names) -> dict[str, Any]:
    """Write how a report was read."""
    document = report.document
    ledger = keep_ledger(report)
    return {
        **write_file(report),
        "sections": list(_list_sections(report.outline, None, names)),
        "goals": [
            _write_goal(goal, name, report, names)
            for goal, name in zip(report.pledges, names.goals, strict=True)
        ],
        "ignored": [{**_place(i.span, document), "reason": i.reason} for i in report.ignored],
        "numbers": _count_numbers(report, ledger),
        "ledger": _write_ledger(ledger, document),
    }


def write_file(report: Report) -> dict[str, Any]:
    """Write which report it is."""
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


def _count_numbers(report: Report, ledger: Ledger) -> dict[str, Any]:
    """Count the figures of plan and review, and list the plan's numbers that are neither."""
    others = [n.span for n in ledger.numerals if n.in_plan and n.use is not Use.TARGET]
    figures = sum(len(goal.quantities) for goal in report.goals)
    targets = sum(len(goal.quantities) for goal in report.pledges)
    return {
        "targets": targets,
        "results": figures - targets,
        "other": len(others),
        "others": [write_quote(span, report.document) for span in others],
    }


def _write_ledger(ledger: Ledger, document: Document) -> dict[str, Any]:
    """Account for what was read: every character, heading and number."""
    unclear = (n.span for n in ledger.numerals if n.use is Use.UNCLASSIFIED)
    return {
        "characters": ledger.characters,
        "ignored": dict(ledger.ignored),
        "pages": ledger.pages,
        "headings": [
            {"evidence": h.evidence.value, "confidence": h.confidence.value, "count": h.count}
            for h in ledger.headings
        ],
        "numbers": {use.value: ledger.count(use) for use in Use},
        "unclassified": [write_quote(span, document) for span in unclear],
    }


def write_quote(span: Span, document: Document) -> dict[str, Any]:
    """Write a place with the words that stand there."""
    return {**_place(span, document), "text": span.of(document.text)}


def _list_sections(
    sections: Sequence[Section], parent: str | None, names: Names
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
            "evidence": section.evidence.value,
            "confidence": trust_heading(section.evidence, names.document.format).value,
        }
        yield from _list_sections(section.children, names.of(section), names)


def _write_goal(goal: Goal, name: str, report: Report, names: Names) -> dict[str, Any]:
    path = report.path_to(goal.span.start)
    return {
        "id": name,
        "section": names.of(path[-1]) if path else None,
        "text": goal.span.of(report.document.text),
        **_place(goal.span, report.document),
        "targets": [write_target(quantity, report.document) for quantity in goal.quantities],
        "themes": list(goal.themes),
    }


def write_target(quantity: Quantity, document: Document) -> dict[str, Any]:
    """Write a figure, with its place."""
    point = quantity.low is None or quantity.high is None or quantity.low == quantity.high
    return {
        **_place(quantity.span, document),
        "text": quantity.span.of(document.text),
        "indicator": quantity.indicator,
        "comparator": quantity.comparator.value,
        "value": write_number(quantity.value),
        "value_high": None if point else write_number(quantity.high),
        "unit": quantity.unit,
        "kind": quantity.kind.value,
        "hedge": quantity.hedge,
        "horizon": quantity.horizon or None,
    }


def write_number(value: Decimal | None) -> int | float | None:
    """Write an amount as JSON has it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _place(span: Span, document: Document | None = None) -> dict[str, int]:
    """Write a place, with its page where the document has pages."""
    place = {"start": span.start, "end": span.end}
    page = document.page_at(span.start) if document else None
    return place if page is None else {**place, "page": page}


def _write_section_row(link: Link, themes: Sequence[str], old: Names, new: Names) -> dict[str, Any]:
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


def _write_goal_row(number: int, change: Change, old: Names, new: Names) -> dict[str, Any]:
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
        "runner_up": _write_rival(link, old, new),
        "figures": [
            {
                "old": write_quote(pair.old.span, old.document),
                "new": write_quote(pair.new.span, new.document),
                "traits": [trait.value for trait in pair.traits],
                "reason": pair.reason and write_quote(pair.reason, new.document),
            }
            for pair in change.figures
        ],
    }


def _write_rival(link: Link, old: Names, new: Names) -> dict[str, Any] | None:
    if link.rival is None:
        return None
    position, score = link.rival
    side = new if link.old else old
    return {"goal": side.goals[position], "score": round(score, 3)}


def _write_delivery(delivery: Delivery, comparison: Comparison, old: Names) -> dict[str, Any]:
    return {
        "target": write_target(delivery.target, comparison.old.document),
        "goal": old.goals[delivery.goal],
        "result": write_result(delivery, comparison.sources[delivery.source].document),
        "source": f"r{delivery.source}" if delivery.source else "new",
        "verdict": delivery.verdict.value,
        "margin": write_number(delivery.margin),
        "why": delivery.rule,
    }


def write_result(delivery: Delivery, document: Document) -> dict[str, Any] | None:
    """Write what a report says of a target: a figure, or the words that name it without one."""
    span = delivery.result.span if delivery.result else delivery.mention
    if span is None:
        return None
    return {
        **write_quote(span, document),
        "value": write_number(delivery.result.value) if delivery.result else None,
        "unit": delivery.result.unit if delivery.result else None,
    }


def write_note(note: Note) -> dict[str, Any]:
    """Write a doubt."""
    return {
        "code": note.code,
        "message": note.text,
        "where": _place(note.span) if note.span else None,
    }
