"""How a report was read, in plain words: what was left out, and what the rest was taken for."""

from pathlib import PurePath

from compare.languages.labels import Labels
from compare.ledger import keep_ledger
from compare.model import HeadingCount, Ledger, Note, Report, Use

FILES = {"name", "old", "new", "whole"}  # the facts of a note that may be paths


def say_reading(report: Report, labels: Labels) -> tuple[tuple[str, str], ...]:
    """Account for a report in a few lines, each a name and what it says."""
    ledger = keep_ledger(report)
    lines = (
        ("read", _say_size(ledger, labels)),
        ("ignored", _say_ignored(ledger, labels)),
        ("headings", _say_headings(ledger, report, labels)),
        ("goals", labels.say("reading.goals_and_outcomes", **_count_goals(report))),
        ("numbers", _say_numbers(ledger, labels)),
    )
    return tuple((labels.say(f"reading.{name}"), text) for name, text in lines)


def _say_size(ledger: Ledger, labels: Labels) -> str:
    size = labels.say("making.characters", n=f"{ledger.characters:,}")
    if ledger.pages is None:
        return size
    return labels.words["separator"].join((size, labels.say("reading.pages", n=ledger.pages)))


def _say_ignored(ledger: Ledger, labels: Labels) -> str:
    if not ledger.ignored:
        return labels.say("reading.nothing")
    reasons = (f"{labels.name('reason', reason)} {n:,}" for reason, n in ledger.ignored)
    total = sum(n for _, n in ledger.ignored)
    return labels.say(
        "reading.left_out",
        n=f"{total:,}",
        share=f"{ledger.share_ignored:.0%}" if ledger.share_ignored >= 0.01 else "<1%",
        reasons=labels.words["comma"].join(reasons),
    )


def _say_headings(ledger: Ledger, report: Report, labels: Labels) -> str:
    if not ledger.headings:
        return labels.say("reading.no_headings")
    told = (_say_evidence(h, report.document.format, labels) for h in ledger.headings)
    return f"{len(report.sections)}{labels.words['colon']}{labels.words['comma'].join(told)}"


def _say_evidence(heading: HeadingCount, format_: str, labels: Labels) -> str:
    """Say by what headings were told; of a format's own marks, what they are in that format."""
    evidence = heading.evidence.value
    name = labels.name("evidence", f"{evidence}_{format_}")
    if name == f"{evidence}_{format_}":
        name = labels.name("evidence", evidence)
    sure = labels.name("confidence", heading.confidence)
    return labels.say("reading.evidence", n=heading.count, what=name, sure=sure)


def _count_goals(report: Report) -> dict[str, int]:
    return {"n": len(report.pledges), "outcomes": len(report.goals) - len(report.pledges)}


def _say_numbers(ledger: Ledger, labels: Labels) -> str:
    uses = (labels.say(f"use.{use.value}", n=ledger.count(use)) for use in Use)
    return f"{len(ledger.numerals)}{labels.words['colon']}{labels.words['comma'].join(uses)}"


def say_note(note: Note, labels: Labels) -> str:
    """Say a doubt in the page's language, if it has words for it; files go by name, not by path."""
    key = f"note.{note.code}"
    facts = {n: PurePath(fact).name if n in FILES else fact for n, fact in note.facts}
    return labels.say(key, **facts) if key in labels.words else note.text
