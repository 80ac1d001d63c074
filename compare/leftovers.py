"""Numbers of a plan that are part of no target: dates, names, and what was not understood."""

import re

from compare.model import Report, Role, Span

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def find_leftovers(report: Report) -> tuple[Span, ...]:
    """Find every run of digits in a plan's text that no target holds; headings do not count."""
    held = {
        place
        for goal in report.pledges
        for quantity in goal.quantities
        for place in range(quantity.figure.start, quantity.figure.end)
    }
    numbers = (Span(*match.span()) for match in NUMBER.finditer(report.document.text))
    return tuple(n for n in numbers if n.start not in held and _is_plan(n, report))


def _is_plan(number: Span, report: Report) -> bool:
    if any(part.span.overlaps(number) for part in report.ignored):
        return False
    path = report.path_to(number.start)
    if not path:
        return any(number.overlaps(goal.sentence) for goal in report.pledges)
    return path[-1].role is Role.PLAN and not path[-1].heading.overlaps(number)
