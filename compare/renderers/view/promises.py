"""Targets of the old plan, and what the new report says came of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from compare.languages.labels import Labels
from compare.model import Comparison, Delivery, Quantity, Report, Verdict
from compare.renderers.view.figures import print_figure
from compare.renderers.view.places import Atlas

SHAPES = {
    Verdict.MISSED: "○",
    Verdict.UNCLEAR: "?",
    Verdict.MET: "●",
    Verdict.EXCEEDED: "●",
    Verdict.VAGUE: "?",
    Verdict.UNREPORTED: "…",
}


@dataclass(frozen=True, slots=True)
class Promise:
    """A target and its result, as printed, or the words that stand for one.

    ``line`` is where the result stands in the report at ``source`` in ``Comparison.sources``;
    ``quantity`` is the target itself.
    """

    goal: int
    indicator: str
    target: str
    result: str
    verdict: Verdict
    margin: str
    rule: str
    line: int
    quantity: Quantity
    source: int

    @property
    def shape(self) -> str:
        """The sign that says the verdict without colour."""
        return SHAPES[self.verdict]


def list_promises(comparison: Comparison, new: Atlas, labels: Labels) -> tuple[Promise, ...]:
    """List targets, those with a result first, in the old report's order."""
    sources = (new, *map(Atlas, comparison.results))
    promises = (
        _make_promise(delivery, comparison.old, sources[delivery.source], labels)
        for delivery in comparison.deliveries
    )
    return tuple(sorted(promises, key=lambda promise: not promise.result))


def _make_promise(delivery: Delivery, old: Report, source: Atlas, labels: Labels) -> Promise:
    result, told, document = "", delivery.mention, source.report.document
    if delivery.result:
        result, told = print_figure(delivery.result, source.report), delivery.result.span
    elif told:
        result = labels.say("delivery.mention", words=told.of(document.text).strip())
    return Promise(
        delivery.goal,
        delivery.target.indicator or old.pledges[delivery.goal].wording,
        print_figure(delivery.target, old),
        result,
        delivery.verdict,
        print_margin(delivery.margin, labels),
        say_rule(delivery.rule, labels),
        source.count_lines(told.start) if told else 0,
        delivery.target,
        delivery.source,
    )


def say_promises(promises: Iterable[Promise], labels: Labels) -> str:
    """Say in one sentence how many targets came to what, the missed ones first."""
    counts = Counter(promise.verdict for promise in promises)
    verdicts = labels.words["comma"].join(
        labels.say("delivery.count", n=counts[verdict], verdict=labels.name("verdict", verdict))
        for verdict in SHAPES
        if counts[verdict]
    )
    return labels.say("delivery.summary", n=counts.total(), verdicts=verdicts)


def say_rule(rule: str, labels: Labels) -> str:
    """Say the rule that decided; what follows a colon are facts, the same in every language."""
    head, colon, facts = rule.partition(": ")
    return labels.name("rule", head) + (labels.words["colon"] if colon else "") + facts


def print_margin(margin: Decimal | None, labels: Labels) -> str:
    """Print result minus target in the round numbers of a language.

    >>> from compare.languages.labels import find_labels
    >>> print_margin(Decimal("-2.60"), find_labels("en"))
    '−2.6'
    >>> print_margin(Decimal(2_610_000), find_labels("zh"))
    '+261万'
    """
    if not margin:
        return ""
    sign, size, name = "+" if margin > 0 else "−", abs(margin), ""
    for scale in labels.words["number.scales"].split("|"):
        power, scaled = scale.split("=")
        if size >= Decimal(power):
            size, name = size / Decimal(power), scaled
            break
    return f"{sign}{size.normalize():,f}{name}"
