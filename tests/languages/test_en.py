"""English, shown on two reports of its own and on what spoils reports."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.languages import en, find_language, get_language
from compare.languages.en_goals import CLAUSE, SENTENCE, is_talk
from compare.model import GoalKind, Report
from compare.pipeline import read_report

CASES = Path(__file__).parent.parent / "cases" / "english"
GOALS = en.LANGUAGE.goals


def read(text: str, **options) -> Report:
    return read_report(text.encode(), name="report.txt", **options)


def pledges(text: str) -> list[str]:
    return [goal.wording for goal in read(f"I. Plan for 2025\n\n{text}\n", language="en").pledges]


def headings(text: str) -> list[str]:
    return [f"{s.level} {s.number} {s.title}" for s in read(text, language="en").sections]


@pytest.mark.parametrize("case", sorted(CASES.glob("*.json")), ids=lambda case: case.stem)
def test_a_case_is_read_as_expected(case):
    expected = json.loads(case.read_text("utf-8"))
    report = read_report(case.with_suffix(".txt"))
    assert report.language == "en"
    assert {
        "issuer": report.issuer,
        "title": report.title,
        "year": report.year,
        "headings": [f"{s.level} {s.role} {s.title}" for s in report.sections],
        "pledges": [goal.wording for goal in report.pledges],
        "outcomes": [g.wording for g in report.goals if g.kind is GoalKind.OUTCOME],
    } == expected


@pytest.mark.parametrize("case", sorted(CASES.glob("*.json")), ids=lambda case: case.stem)
def test_a_goal_points_to_its_source(case):
    report = read_report(case.with_suffix(".txt"))
    for goal in report.goals:
        source = " ".join(goal.span.of(report.document.text).split())
        assert source.replace("back- logs", "backlogs").replace("[1]", "") == goal.wording


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
            "I. Review of 2023\n\nWe built roads.\n\nII. Plan for 2024\n\n1. Jobs\nWe will hire.\n",
            ["1 I Review of 2023", "1 II Plan for 2024", "2 1 Jobs"],
            id="roman-then-arabic",
        ),
        pytest.param(
            "Chapter 1 Growth\nWe will grow.\n1.1 Farms\nWe will sow.\n1.1.1 Seeds\nWe will buy.\n",
            ["1 Chapter 1 Growth", "2 1.1 Farms", "3 1.1.1 Seeds"],
            id="decimal",
        ),
        pytest.param(
            "Let me begin with a review of our work in 2023.\nWe built many roads and schools.\n"
            "I now wish to turn to what we will do in 2024.\nWe will build more roads.\n"
            "1. Building roads faster\nWe will build 30 roads.\n",
            [
                "1  Let me begin with a review of our work in 2023",
                "1  I now wish to turn to what we will do in 2024",
                "2 1 Building roads faster",
            ],
            id="announced",
        ),
        pytest.param(
            "BETTER SCHOOLS\n\nWe will open 12 schools in the districts that have waited longest "
            "for them.\n\nTeachers and Staff\n\nWe will hire 300 teachers and train all of them in "
            "the first year of their work.\n",
            ["1  BETTER SCHOOLS", "2  Teachers and Staff"],
            id="capitals-then-title-case",
        ),
        pytest.param(
            "1. Jobs\nI will hire 40 people.\nI. M. Pei built this house.\nV is a numeral.\n",
            ["1 1 Jobs"],
            id="numerals-that-are-words",
        ),
    ],
)
def test_headings_are_found_with_their_levels(text, expected):
    assert headings(text) == expected


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        pytest.param("We will cut costs by 6.5[1] percent.", "cut costs by 6.5 percent", id="note"),
        pytest.param(
            "We will cut costs by 6.5¹ percent.", "cut costs by 6.5 percent", id="superscript"
        ),
        pytest.param(
            "We will cut costs\u00a0by 6.5\u202fpercent.", "costs by 6.5 percent", id="blanks"
        ),
        pytest.param(
            "We will strengthen the govern-\nment of cities.", "the government of", id="hyphen"
        ),
        pytest.param(
            "We will strengthen the govern\u00ad\nment of cities.", "the government of", id="soft"
        ),
        pytest.param(
            "We will cut long-term debt and short-\nterm debt, not short-term loans.",
            "short-term debt",
            id="hyphen-of-a-compound",
        ),
        pytest.param("We will plant 30 km² of woods.", "30 km² of woods", id="exponent"),
        pytest.param(
            "We will work with the\nUnited States on trade.", "the United States on", id="line"
        ),
    ],
)
def test_what_spoils_a_line_is_repaired(raw, clean):
    assert clean in pledges(raw)[0]


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
            "evidence for it. Schools should let pupils choose. My brother hated his.\nIt cost money.\n",
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


def test_windows_1252_is_read():
    data = "I. Plan for 2025\n\nWe will pay the nurses’ fees – “in full” – at 30 cafés.\n"
    report = read_report(data.encode("cp1252"), name="plan.txt")
    assert report.pledges[0].wording.endswith("the nurses’ fees – “in full” – at 30 cafés")


def test_quotes_and_case_fold_to_one_form():
    assert en.fold("The People’s “Plan”") == en.fold('THE PEOPLE\'S "PLAN"')


def test_the_figures_of_a_goal_are_read():
    (goal,) = read("I. Plan for 2025\n\nWe will create over 11 million new jobs.\n").pledges
    assert [quantity.low for quantity in goal.quantities] == [Decimal(11_000_000)]


def test_an_issuer_unnamed_above_is_guessed_from_the_text():
    guess = get_language("en").guess_issuer
    assert guess("The State Council met. The State Council will act.") == "State Council"
    assert guess("Nobody in particular.") == ""
