"""A language is one file: Esperanto, defined here, is read, compared and drawn by the house."""

import json
import re
import sys
from decimal import Decimal
from types import MappingProxyType, SimpleNamespace

import pytest

import compare.languages
from compare.languages.rules import GoalCues, Language, Numbering, OutlineCues
from compare.model import GoalKind, Quantity, QuantityKind, Role, Span
from compare.pipeline import compare_reports, read_report
from compare.renderers import render
from compare.text import Repairs

NEVER = re.compile(r"(?!)()")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    return tuple(
        Quantity(
            low=Decimal(match[1]),
            high=Decimal(match[1]),
            unit="%",
            kind=QuantityKind.GROWTH,
            indicator="kresko",
            span=Span(*match.span()),
            figure=Span(*match.span()),
        )
        for match in re.finditer(r"(\d+) elcentoj", text)
    )


ESPERANTO = Language(
    code="eo",
    name="Esperanto",
    share=lambda text: float({"kaj", "ni", "la"} <= set(text.lower().split())),
    repairs=Repairs(widths={}, marks=(), wide=r"(?!)", joined=False),
    outline=OutlineCues(
        numberings=(Numbering("Parto", re.compile(r"(?P<number>Parto \d)\. "), 1),),
        bullet=NEVER,
        label=NEVER,
        rank_line=lambda _text, _numbered: 0,
        goes_on=lambda _before, _after, _full: False,
        is_lead=lambda _sentence, _role: False,
        is_sublead=lambda _sentence, _role: False,
        review=re.compile("faris"),
        plan=re.compile("faros"),
        other=NEVER,
        period=NEVER,
        furniture=NEVER,
        footer=NEVER,
        year=re.compile(r"(20\d\d)"),
        title=re.compile("^Raporto"),
        issuer=re.compile(r"^Raporto de (\w+)"),
        headline=80,
        prose=60,
    ),
    goals=GoalCues(
        sentence=re.compile(r"(?:[^.]|(?<=\d)\.)*(?:\.|$)"),
        clause=re.compile(r"[^,]*(?:,|$)"),
        intro=NEVER,
        is_talk=lambda sentence: "os " not in sentence,
        starts_goal=lambda clause: bool(re.search(r"\w+os\b", clause)),
        leads_in=lambda _clause: False,
    ),
    split_words=lambda text: re.findall(r"\w+|\W", text),
    fold=str.lower,
    find_quantities=find_quantities,
    guess_issuer=lambda _text: "",
)
OLD = """Raporto de Esperantujo 2023
Parto 1. Kion ni faris en 2022
Ni plantis arbojn kaj konstruis lernejojn.
Parto 2. Kion ni faros en 2023
La vivo estas bela.
Ni konstruos novajn lernejojn en la vilaĝoj, ni plantos mil arbojn.
La eksporto kreskos je 5 elcentoj.
"""
NEW = OLD.replace("2023", "2024").replace("2022", "2023").replace("5 elcentoj", "7 elcentoj")


@pytest.fixture(autouse=True)
def _esperanto(monkeypatch):
    known = {**compare.languages.LANGUAGES, "eo": "esperanto"}
    monkeypatch.setitem(sys.modules, "esperanto", SimpleNamespace(LANGUAGE=ESPERANTO))
    monkeypatch.setattr(compare.languages, "LANGUAGES", MappingProxyType(known))


@pytest.fixture
def reports():
    return tuple(read_report(text.encode(), name="raporto.txt") for text in (OLD, NEW))


def test_a_report_is_known_and_read_by_its_language(reports):
    old, _ = reports
    assert (old.language, old.year, old.issuer) == ("eo", 2023, "Esperantujo")
    assert [(s.title, s.role) for s in old.sections] == [
        ("Kion ni faris en 2022", Role.REVIEW),
        ("Kion ni faros en 2023", Role.PLAN),
    ]
    assert [goal.wording for goal in old.pledges] == [
        "Ni konstruos novajn lernejojn en la vilaĝoj",
        "ni plantos mil arbojn",
        "La eksporto kreskos je 5 elcentoj",
    ]
    assert [goal.kind for goal in old.goals][0] is GoalKind.OUTCOME


def test_two_reports_are_compared(reports):
    comparison = compare_reports(*reports)
    raised = [change.link.new for change in comparison.changes if "raised" in change.traits]
    assert [comparison.new.pledges[k].wording for (k,) in raised] == [
        "La eksporto kreskos je 7 elcentoj"
    ]


@pytest.mark.parametrize("suffix", [".json", ".html"])
def test_a_comparison_is_drawn(reports, suffix):
    output = render(compare_reports(*reports), suffix)
    assert b"lernejojn" in output
    if suffix == ".json":
        assert json.loads(output)["old"]["language"] == "eo"
