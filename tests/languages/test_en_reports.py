"""How English reports are read: their headings, their lines, and what spoils them."""

import json
from pathlib import Path

import pytest

from compare.languages import get_language
from compare.model import GoalKind, Report
from compare.pipeline import read_report

CASES = Path(__file__).parent.parent / "cases" / "english"


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
        "headings": [f"{s.level} {s.role} {s.number} | {s.title}" for s in report.sections],
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
        pytest.param(
            "I. Review of 2023\nV. is the fifth letter.\nI am proud of it.\n\nII. Plan for 2024\n"
            "I will hire 40 people.\n",
            ["1 I Review of 2023", "1 II Plan for 2024"],
            id="numerals-that-begin-sentences",
        ),
        pytest.param(
            "CHAPTER I\n\nREVIEW OF 2023\n\nWe grew.\n\nCHAPTER II\nOUR PLAN FOR 2024\n"
            "We will grow.\n",
            ["1 CHAPTER I REVIEW OF 2023", "1 CHAPTER II OUR PLAN FOR 2024"],
            id="numbers-in-lines-of-their-own",
        ),
        pytest.param(
            "2024 PERFORMANCE PLAN\n(1) Keep people safe\n(a) Police\nWe will hire 40 officers.\n"
            "(b) Fire\nWe will buy 3 engines.\n(2) Keep the city clean\nWe will sweep.\n",
            [
                "1 (1) Keep people safe",
                "2 (a) Police",
                "2 (b) Fire",
                "1 (2) Keep the city clean",
            ],
            id="numbers-and-letters-in-brackets",
        ),
    ],
)
def test_headings_are_found_with_their_levels(text, expected):
    assert headings(text) == expected


@pytest.mark.parametrize(
    ("title", "parts", "roles"),
    [
        pytest.param(
            "Report 2018",
            ("The work of the government in 2017", "The work of the government in 2018"),
            ["review 2017", "plan 2018"],
            id="two-years",
        ),
        pytest.param(
            "Report 2018",
            ("The work of the government in 2017", "What we will do"),
            ["review 2017", "plan 2018"],
            id="the-year-of-the-title",
        ),
        pytest.param(
            "Report 2018", ("Schools in 2018",), ["plan 2018"], id="one-year-says-nothing"
        ),
    ],
)
def test_a_heading_that_only_names_a_year_is_told_by_it(title, parts, roles):
    body = "\n\nThe city built 40 schools and repaired many of the bridges over the river.\n\n"
    report = read(f"{title}\n\n{body.join(parts)}{body}", language="en")
    assert [f"{section.role} {section.year}" for section in report.sections] == roles


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


def test_windows_1252_is_read():
    data = "I. Plan for 2025\n\nWe will pay the nurses’ fees – “in full” – at 30 cafés.\n"
    report = read_report(data.encode("cp1252"), name="plan.txt")
    assert report.pledges[0].wording.endswith("the nurses’ fees – “in full” – at 30 cafés")


@pytest.mark.parametrize(
    ("text", "title", "issuer", "year"),
    [
        pytest.param(
            "SECURITIES AND EXCHANGE COMMISSION\n\nFORM 10-K\n\nUnder the Exchange Act of 1934\n\n"
            "For the year ended December 31, 2022\n\nACME TOOLS, INC.\n\nPART I\n\nWe will grow.",
            "FORM 10-K",
            "ACME TOOLS, INC",
            2022,
            id="a-company-reports-to-an-office",
        ),
        pytest.param(
            "Department for Coasts single departmental plan: 2018 to 2019\n\nWe will build.",
            "Department for Coasts single departmental plan: 2018 to 2019",
            "Department for Coasts",
            2018,
            id="a-financial-year-is-called-by-its-first",
        ),
        pytest.param(
            "CITY OF ASHFORD\n\nAnnual Plan 2025\n\nWe will work with the Department of Trade.",
            "Annual Plan 2025",
            "CITY OF ASHFORD",
            2025,
            id="in-capitals",
        ),
        pytest.param(
            "The 2023-24 Budget\n\n22 February 2023\n\nWe will cut taxes by 2030.",
            "The 2023-24 Budget",
            "",
            2023,
            id="a-budget",
        ),
    ],
)
def test_the_first_lines_say_what_a_report_is(text, title, issuer, year):
    report = read(text, language="en")
    assert (report.title, report.issuer, report.year) == (title, issuer, year)


def test_an_office_may_stand_above_the_title():
    text = (
        b"# Fenwick University\n\n## Annual Plan 2024-25\n\n### Teaching\n\nWe will teach more.\n"
    )
    report = read_report(text, name="report.md", language="en")
    assert (report.title, report.issuer) == ("Annual Plan 2024-25", "Fenwick University")
    assert [section.title for section in report.sections] == ["Teaching"]


def test_a_list_of_contents_holds_no_headings():
    lines = ["Annual Plan 2024", "Contents", "Our Coasts 3", "Our Towns .... 7", "We look ahead."]
    body = "Our Coasts\n\nWe will build walls.\n\nOur Towns\n\nWe will build 20 homes.\n"
    report = read("\n\n".join([*lines, body]), language="en")
    assert [section.title for section in report.sections] == ["Our Coasts", "Our Towns"]
    assert sum(len(part.span) for part in report.ignored) > len("".join(lines[1:4]))


def test_paragraphs_that_are_counted_throughout_are_no_headings():
    told = "Our harbour moved more cargo than it ever did, and 300 people more found work in it."
    texts = [*[f"{told} {told}"] * 9, "I will:", "The above measures will cost us $20 million."]
    counted = "\n\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))
    assert headings(f"Outlook for 2024\n\n{counted}") == ["1  Outlook for 2024"]


def test_risk_factors_and_appendices_of_a_plan_are_no_plan():
    text = (
        "PART I\n\nItem 1. Business\n\nWe will grow.\n\nItem 1A. Risk Factors\n\nCosts will rise.\n"
    )
    assert [goal.wording for goal in read(text, language="en").pledges] == ["We will grow"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It plans to hire 20 people.", ["It plans to hire 20 people"], id="plans"),
        pytest.param("I expect a deficit of 3%.", ["I expect a deficit of 3%"], id="expects"),
        pytest.param("I am asking you to cut taxes.", ["I am asking you to cut taxes"], id="asks"),
        pytest.param("Staff: Train all managers.", ["Staff: Train all managers"], id="label"),
        pytest.param("• sign 3 contracts.", ["sign 3 contracts"], id="item-of-a-list"),
        pytest.param(
            "We will cut tax by 5%, subject to a ceiling of $60.",
            ["We will cut tax by 5%, subject to a ceiling of $60"],
            id="a-condition-stays-with-its-goal",
        ),
        pytest.param("We believe that our cash will be sufficient.", [], id="belief"),
        pytest.param("New rules will increase our costs by $2 million.", [], id="effect"),
        pytest.param("How we will achieve this", [], id="caption"),
        pytest.param("Lead minister: Minister of State for Flooding", [], id="label-alone"),
    ],
)
def test_what_an_office_says_of_itself_is_told_from_talk(text, expected):
    assert pledges(text) == expected


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The rate will be 4%, up from 3.5% last year.", ["4%"]),
        ("Bonds of $800 million will be issued, a $40 million increase on last year.", ["$800"]),
        ("We will raise the share to 60%, compared with 48% last year.", ["60%"]),
        ("We will increase spending by 5% over last year.", ["5%"]),
    ],
)
def test_a_figure_that_says_how_things_were_is_no_target(text, figures):
    report = read(f"I. Plan for 2025\n\n{text}\n", language="en")
    found = [q.figure.of(report.document.text) for goal in report.pledges for q in goal.quantities]
    assert [words.split()[0] for words in found] == figures


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Raise the engagement index to 72", "engagement index"),
        ("* Gap between groups: no more than 6 percentage points", "Gap between groups"),
        ("The Bureau will close 92 percent of inquiries", "inquiries"),
        ("Events held: 5,000", "Events held"),
        ("We have committed to reduce Scope 1 and 2 emissions by 40%", "reduce Scope 1 and 2"),
        ("We will keep our ratio of debt to income below 2.0 by the end of 2025", "ratio of debt"),
    ],
)
def test_a_figure_is_named_by_what_it_measures(text, indicator):
    (quantity,) = get_language("en").find_quantities(text)
    assert quantity.indicator.startswith(indicator)
