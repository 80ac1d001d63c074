"""Reports as they are printed, where they are read in another script than they are printed in.

The two are equal in length, so every place holds in both. What is read is for matching; what a
reader is shown is the report's own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from compare.model import (
    Change,
    Comparison,
    Goal,
    Pins,
    Quote,
    Report,
    RolePin,
    Run,
    RunKind,
    Section,
)

Script = Mapping[int, str]


def unify_report(report: Report, script: Script) -> Report:
    """Bring all words of a report into the script that is read."""
    if not script:
        return report

    def unify(text: str) -> str:
        return text.translate(script)

    def unify_section(section: Section) -> Section:
        children = tuple(map(unify_section, section.children))
        return replace(section, title=unify(section.title), children=children)

    def unify_goal(goal: Goal) -> Goal:
        return replace(goal, wording=unify(goal.wording), section=tuple(map(unify, goal.section)))

    return replace(
        report,
        document=replace(report.document, text=unify(report.document.text)),
        title=unify(report.title),
        issuer=unify(report.issuer),
        outline=tuple(map(unify_section, report.outline)),
        goals=tuple(map(unify_goal, report.goals)),
    )


def unify_pins(pins: Pins, script: Script) -> Pins:
    """Bring the words that goals are known by into the script that is read."""
    if not script:
        return pins
    goals = (
        replace(pin, old=_unify_quote(pin.old, script), new=_unify_quote(pin.new, script))
        for pin in pins.goals
    )
    return replace(pins, goals=tuple(goals))


def unify_roles(roles: Sequence[RolePin], script: Script) -> tuple[RolePin, ...]:
    """Bring the words that headings are known by into the script that is read."""
    return tuple(replace(pin, heading=_unify_quote(pin.heading, script)) for pin in roles)


def _unify_quote(quote: Quote, script: Script) -> Quote:
    return replace(quote, text=quote.text.translate(script)) if script else quote


def print_report(report: Report, text: str) -> Report:
    """Put a report's words back as they are printed in ``text``; names of figures stay as read."""
    read = report.document.text
    if read == text:
        return report

    def print_section(section: Section) -> Section:
        start, end = section.heading.start, section.heading.end
        title = print_words(section.title, read[start:end], text[start:end])
        return replace(section, title=title, children=tuple(map(print_section, section.children)))

    outline = tuple(map(print_section, report.outline))
    printed = replace(report, outline=outline)
    titles = dict(zip(_list_titles(report), _list_titles(printed), strict=True))

    def print_goal(goal: Goal) -> Goal:
        wording = print_words(goal.wording, goal.span.of(read), goal.span.of(text))
        section = tuple(titles.get(title, title) for title in goal.section)
        return replace(goal, wording=wording, section=section)

    return replace(
        printed,
        document=replace(report.document, text=text),
        title=print_words(report.title, read, text),
        issuer=_print_name(report.issuer, read, text),
        goals=tuple(map(print_goal, report.goals)),
    )


def _list_titles(report: Report) -> Iterator[str]:
    return (section.title for section in report.sections)


def _print_name(name: str, read: str, printed: str) -> str:
    """Put back a name as it stands where it is first found; one that a file's name gave stays."""
    at = read.find(name)
    return name if at < 0 else printed[at : at + len(name)]


def print_words(words: str, read: str, printed: str) -> str:
    """Put back the characters of cleaned words as the source prints them.

    Cleaning leaves characters out and sets marks anew, but keeps the order of all others.

    >>> print_words("发展经济。", "发展 经济.", "發展 經濟.")
    '發展經濟。'
    """
    at, found = 0, []
    for character in words:
        place = read.find(character, at) if character.isalpha() else -1
        found.append(character if place < 0 else printed[place])
        at = at if place < 0 else place + 1
    return "".join(found)


def print_comparison(comparison: Comparison, *texts: str) -> Comparison:
    """Put back the words of both reports, and of the changes between them."""
    reports = comparison.old, comparison.new
    printed = [print_report(report, text) for report, text in zip(reports, texts, strict=True)]
    if all(one is other for one, other in zip(reports, printed, strict=True)):
        return comparison
    old, new = printed
    changes = tuple(_print_change(change, old, new) for change in comparison.changes)
    return replace(comparison, old=old, new=new, changes=changes)


def _print_change(change: Change, old: Report, new: Report) -> Change:
    if not change.runs:
        return change
    before = "\n".join(old.pledges[i].wording for i in change.link.old)
    after = "\n".join(new.pledges[i].wording for i in change.link.new)
    return replace(change, runs=tuple(_print_runs(change.runs, before, after)))


def _print_runs(runs: Sequence[Run], before: str, after: str) -> Iterator[Run]:
    i = j = 0
    for run in runs:
        size = len(run.text)
        if run.kind is RunKind.GONE:
            yield Run(run.kind, before[i : i + size])
            i += size
            continue
        text, own = after[j : j + size], before[i : i + size]
        j += size
        if run.kind is RunKind.NEW:
            yield Run(run.kind, text)
        else:
            yield Run(run.kind, text, "" if own == text else own)
            i += size
