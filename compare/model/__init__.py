"""Every noun of the house. Standard library only; all frozen, hashable, picklable.

A place in a text is a `Span` of code points of `Document.text`, always; nothing else is stored,
so whatever is said about a report can be checked against it. What only many years need stands in
`compare.model.timelines`, which a comparison of two does not pay for.
"""

from compare.model.changes import (
    Change,
    Comparison,
    Delivery,
    FigurePair,
    Link,
    Run,
    RunKind,
    Status,
    Trait,
    Verdict,
)
from compare.model.ledgers import HeadingCount, Ledger, Numeral, Use
from compare.model.pins import Decision, Pin, Pins, Quote, RolePin
from compare.model.reports import (
    Comparator,
    Evidence,
    Goal,
    GoalKind,
    Ignored,
    Quantity,
    QuantityKind,
    Report,
    Role,
    Section,
)
from compare.model.texts import (
    Block,
    BlockKind,
    Confidence,
    Document,
    Note,
    Span,
)

__all__ = [
    "Block",
    "BlockKind",
    "Change",
    "Comparator",
    "Comparison",
    "Confidence",
    "Decision",
    "Delivery",
    "Document",
    "Evidence",
    "FigurePair",
    "Goal",
    "GoalKind",
    "HeadingCount",
    "Ignored",
    "Ledger",
    "Link",
    "Note",
    "Numeral",
    "Pin",
    "Pins",
    "Quantity",
    "QuantityKind",
    "Quote",
    "Report",
    "Role",
    "RolePin",
    "Run",
    "RunKind",
    "Section",
    "Span",
    "Status",
    "Trait",
    "Use",
    "Verdict",
]
