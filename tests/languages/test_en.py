"""English sentences: where they end, what they promise, and into what goals they are cut."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.languages import en, find_language, get_language
from compare.languages.en_goals import is_talk
from compare.languages.en_sentences import CLAUSE, SENTENCE
from compare.model import Report
from compare.pipeline import read_report

GOALS = en.LANGUAGE.goals


def read(text: str, **options) -> Report:
    return read_report(text.encode(), name="report.txt", **options)


def pledges(text: str) -> list[str]:
    return [goal.wording for goal in read(f"I. Plan for 2025\n\n{text}\n", language="en").pledges]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("We will cut taxes by 5%.", "en", id="english"),
        pytest.param("加快建设，国内生产总值增长5%，深化与 ASEAN 合作。", "zh", id="chinese"),
        pytest.param("GDP growth of 5%; R&D 研发 to rise", "en", id="mostly-english"),
    ],
)
def test_a_text_is_known_by_its_language(text, code):
    assert find_language(text).code == code


@pytest.mark.parametrize(
    "sentences",
    [
        ["The U.S. will cut costs by 4.5 percent.", "It is late."],
        ["See No. 3 and Fig. 2, e.g. the map.", "Mr. Smith will report."],
        ["Sales will reach $2.5 billion (up 3.1%).", "We will hire."],
        ["We will act on growth.12", "Prices will hold."],
        ["They said “Act now.”", "We will."],
        ["We live in the U.S.", "We will stay."],
        ["We will lead by 5 p.m. on Jan. 3.", "Then we rest!", "Why?", "Because."],
    ],
)
def test_a_full_stop_ends_a_sentence_only_where_one_ends(sentences):
    found = [match[0].strip() for match in SENTENCE.finditer(" ".join(sentences))]
    assert [sentence for sentence in found if sentence] == sentences


@given(st.text(alphabet="aA1 .,;!?()“”\"'’-U.S$%\n", max_size=200))
def test_sentences_clauses_and_words_lose_nothing(text):
    for pattern in (SENTENCE, CLAUSE):
        assert "".join(match[0] for match in pattern.finditer(text)) == text
    assert "".join(en.split_words(text)) == text


@pytest.mark.parametrize(
    "sentence",
    [
        "We will cut fees.",
        "The time it takes to register a trademark should be shortened.",
        "Over 11 million new urban jobs",
        "- expand coverage of basic insurance;",
        "First, we need to raise the share of renewable power.",
        "The deficit is projected at 2.6 percent of GDP.",
        "The Company intends to open 50 stores.",
        "It is necessary to increase spending on schools.",
        "Smoking in trains is strictly prohibited.",
        "They must publish their accounts.",
        "Our aim is to halve waiting times.",
        "It should be noted that debt is low, and all that can be cut should be cut.",
        "To achieve the goal of housing for all, we will build more homes.",
        "Our aim is to help people feel safer and more secure.",
    ],
)
def test_a_commitment_is_no_talk(sentence):
    assert not is_talk(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Fellow Deputies,",
        "This year is the 70th anniversary of the republic.",
        "It will be a crucial year for all of us.",
        "This would bring benefits to many people.",
        "This will create favorable conditions.",
        "Growth of around 6.5 percent will enable us to create jobs.",
        "Employment is the cornerstone of wellbeing.",
        "We hired 400 engineers last year.",
        "Specifically, we will do the following:",
        "There can be no assurance that we will complete our projects.",
        "Reform is a move that will ease the pressure.",
        "Let us rally closely together!",
        "In this way, we will have full control over the supply of food.",
        "All these efforts should provide effective safeguards.",
        "When markets spring into life, they will form a mighty force.",
        "To fulfill our key annual tasks, we need to make everyone clear about their work.",
        "We have taken into account the need to leave room.",
        "Some competitors have more resources.",
    ],
)
def test_talk_promises_nothing(sentence):
    assert is_talk(sentence)


@pytest.mark.parametrize(
    ("sentence", "goals"),
    [
        pytest.param(
            "We will deepen reform of prices, cut red tape, expand the coverage of insurance, "
            "and build more homes in towns.",
            [
                "We will deepen reform of prices, cut red tape",
                "expand the coverage of insurance",
                "build more homes in towns",
            ],
            id="verbs",
        ),
        pytest.param(
            "We will support education, health care, sports, and the arts in all towns.",
            ["We will support education, health care, sports, and the arts in all towns"],
            id="nouns",
        ),
        pytest.param(
            "On the basis of what we have achieved, we should improve our policies this year.",
            ["On the basis of what we have achieved, we should improve our policies this year"],
            id="lead-in",
        ),
        pytest.param(
            "By 2030, we aim to halve emissions from all of our plants.",
            ["By 2030, we aim to halve emissions from all of our plants"],
            id="horizon",
        ),
        pytest.param(
            "The deficit is projected at 2.6 percent, 0.4 percentage point lower than last year.",
            ["The deficit is projected at 2.6 percent, 0.4 percentage point lower than last year"],
            id="hangs-on",
        ),
        pytest.param(
            "We should cut 1,200,000 tons of capacity; and rates should be cut by 30 percent.",
            ["We should cut 1,200,000 tons of capacity", "rates should be cut by 30 percent"],
            id="semicolon",
        ),
        pytest.param(
            "Decisions will be made openly, and before making them, we should ask all parties.",
            ["Decisions will be made openly", "before making them, we should ask all parties"],
            id="lead-in-after-and",
        ),
        pytest.param(
            "We, at every level of government, must take measures to support the army.",
            ["We, at every level of government, must take measures to support the army"],
            id="the-verb-is-still-to-come",
        ),
        pytest.param(
            "We will, in accordance with the law, protect the security of enterprises.",
            ["We will, in accordance with the law, protect the security of enterprises"],
            id="words-put-in-between",
        ),
        pytest.param(
            "Roads, bridges, and ports will be built in all coastal provinces.",
            ["Roads, bridges, and ports will be built in all coastal provinces"],
            id="many-subjects",
        ),
        pytest.param(
            "We will set base prices for grain, under which subsidies will be given to producers.",
            ["We will set base prices for grain, under which subsidies will be given to producers"],
            id="under-which",
        ),
        pytest.param(
            "As we strive to accomplish the major tasks of this plan, we need to write a new one.",
            ["As we strive to accomplish the major tasks of this plan, we need to write a new one"],
            id="a-promise-inside-a-lead-in",
        ),
        pytest.param(
            "• Hire 40 nurses\n• Open 3 clinics by June\n• Keep fees under $20",
            ["Hire 40 nurses", "Open 3 clinics by June", "Keep fees under $20"],
            id="bullets-without-full-stops",
        ),
    ],
)
def test_a_sentence_is_cut_where_a_new_action_begins(sentence, goals):
    assert pledges(sentence) == goals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A. GROWTH\n\nB.1. We will build 9 schools. This helps families.\n\n"
            "(a) First, we will hire 40 nurses; and\n(b) Second, we will train 30 doctors.\n",
            [
                "We will build 9 schools",
                "we will hire 40 nurses",
                "we will train 30 doctors",
            ],
            id="numbered-paragraphs",
        ),
        pytest.param(
            "Uniforms\n\nMany people say that uniforms make schools safer. There is little "
            "evidence for it. Schools should let pupils choose. My brother hated his.\n"
            "It cost money.\n",
            [
                "Many people say that uniforms make schools safer",
                "There is little evidence for it",
                "Schools should let pupils choose",
                "My brother hated his",
                "It cost money",
            ],
            id="an-essay-is-no-plan",
        ),
    ],
)
def test_goals_are_found_whatever_the_text(text, expected):
    assert [goal.wording for goal in read(text, language="en").pledges] == expected


def test_quotes_and_case_fold_to_one_form():
    assert en.fold("The People’s “Plan”") == en.fold('THE PEOPLE\'S "PLAN"')


def test_the_figures_of_a_goal_are_read():
    (goal,) = read("I. Plan for 2025\n\nWe will create over 11 million new jobs.\n").pledges
    assert [quantity.low for quantity in goal.quantities] == [Decimal(11_000_000)]


def test_an_issuer_unnamed_above_is_guessed_from_the_text():
    guess = get_language("en").guess_issuer
    assert guess("The State Council met. The State Council will act.") == "State Council"
    assert guess("Nobody in particular.") == ""
