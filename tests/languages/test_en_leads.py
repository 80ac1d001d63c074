"""English sentences that only title those after them, in paragraphs and set one a line."""

import pytest

from compare.pipeline import read_report

BODY = (
    "We will extend rural land contracts by another 30 years and register every plot by June.",
    "Rural collectives will be audited, and the income from their land paid out to members.",
    "Subsidies for rural machinery will rise by 12 percent, up to a ceiling of 900 yuan a year.",
)
OTHER = (
    "Waiting times in hospitals will be cut by a fifth, and hospital fees published online.",
    "We will pay nurses in hospitals 8 percent more and train another 4,000 of them by autumn.",
    "Ambulances will reach every hospital of the province within 30 minutes of being called.",
)


def read(*paragraphs):
    text = "I. Review of 2024\n\nWe did a lot.\n\nII. Plan for 2025\n\n" + "\n\n".join(paragraphs)
    report = read_report(text.encode(), name="r.txt", language="en")
    sections = [section.title for section in report.sections if section.level > 1]
    return sections, [goal.sentence.of(report.document.text) for goal in report.pledges]


@pytest.mark.parametrize("glue", [" ", "\n"], ids=["paragraphs", "a-sentence-a-line"])
def test_a_short_sentence_titles_those_after_it(glue):
    first = glue.join(("We will deepen all rural reforms.", *BODY))
    second = glue.join(("We should improve hospital services.", *OTHER))
    sections, goals = read(first, second)
    assert sections == ["We will deepen all rural reforms", "We should improve hospital services"]
    assert set(goals) == {*BODY, *OTHER}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("We will open 12 rural clinics.", id="it-has-a-figure"),
        pytest.param("We will host the rural games.", id="it-is-done-once"),
        pytest.param("We will cut rural fees and raise the pay of teachers.", id="two-actions"),
        pytest.param("Rural fees will be cut.", id="nobody-promises"),
        pytest.param("We will improve the rural “post office.”", id="it-names-one-thing"),
    ],
)
def test_a_sentence_that_does_something_is_no_title(sentence):
    sections, goals = read(" ".join((sentence, *BODY)))
    assert sections == []
    assert goals[0] == sentence


def test_marks_and_counts_make_titles_of_what_has_a_body():
    sections, goals = read(
        "-- We will push for progress in the reform of prices.",
        *BODY,
        "First, make major headway in structural reform.",
        *OTHER,
        "Second, expand trade with our neighbors.\nThird, keep prices stable in the towns.",
    )
    assert sections == [
        "We will push for progress in the reform of prices",
        "make major headway in structural reform",
    ]
    assert goals[-2:] == [
        "Second, expand trade with our neighbors.",
        "Third, keep prices stable in the towns.",
    ]


def test_like_sentences_in_a_row_are_all_goals():
    promises = [f"We will improve the {thing} of all towns." for thing in ("roads", "parks", "air")]
    assert read(*promises) == ([], promises)


def test_talk_has_no_title():
    sections, goals = read(
        "We will improve service. Callers told us that they have waited far too long for answers. "
        "They were also unhappy with the forms that they had to fill in at every office."
    )
    assert sections == []
    assert goals == ["We will improve service."]
