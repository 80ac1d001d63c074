"""The page as a file: what it says, what it may load, and what it does with hostile reports."""

import base64
import hashlib
import re
from collections import Counter
from html import unescape

import pytest
from comparisons import (
    NOTE,
    PLAN_2020,
    PLAN_2024,
    make_comparison,
    make_delivery,
    make_report,
)

from compare.languages.labels import find_labels
from compare.model import Verdict
from compare.renderers.templating import find_templates
from compare.renderers.to_html import render

HOSTILE = '<script>window.pwned=1</script><img src=x onerror="window.pwned=1">"\'</textarea>'


def render_text(comparison, **settings):
    return render(comparison, **settings).decode("utf-8")


@pytest.fixture(scope="module")
def page():
    return render_text(make_comparison(notes=(NOTE,)))


def test_the_first_sentence_says_what_happened(page):
    assert "2020年提出的10项目标，2024年延续了5项（下调2项）；未再提5项，另新增2项。" in page


def test_every_goal_is_there_whatever_became_of_it(page):
    text = unescape(re.sub(r"</?(?:del|ins|u|a|p|b|mark)\b[^>]*>", "", page))
    for _, goals in (*PLAN_2020, *PLAN_2024):
        for goal in goals:
            assert text.count(goal) >= 2, goal  # in its row, and in the whole text


def test_every_link_within_the_page_leads_somewhere(page):
    ids = Counter(re.findall(r'\bid="([^"]+)"', page))
    assert {name for name, times in ids.items() if times > 1} == set()
    links = set(re.findall(r'href="#([^"=]+)"', page))
    assert links - set(ids) == set()
    assert {"c1", "og1", "ng1", "goals", "texts"} <= links


def test_nothing_is_loaded_from_anywhere(page):
    targets = re.findall(r'\b(?:src|href|action|srcset|poster)="([^"]*)"', page)
    assert {t for t in targets if not t.startswith(("#", "data:"))} == set()
    assert "default-src 'none'" in page
    assert "@import" not in page


def test_only_our_own_script_may_run(page):
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert len(scripts) == 1
    assert f"script-src 'sha256-{digest}'" in page
    assert (
        re.search(r"\son\w+=", re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)) is None
    )


def test_the_script_is_small(page):
    assert len(re.search(r"<script>(.*?)</script>", page, re.DOTALL)[1].encode()) < 20_000


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("未再提", "最要紧的变化", 'lang="zh"')),
        ("en", ("not repeated", "What matters most", 'lang="en"')),
        (None, ("未再提", "最要紧的变化", 'lang="zh"')),
    ],
)
def test_the_product_speaks_the_language_asked_for(lang, words):
    page = render_text(make_comparison(), lang=lang)
    for word in words:
        assert word in page


def test_reports_keep_their_own_language(page):
    english = render_text(make_comparison(), lang="en")
    assert re.search(r'<p lang="zh">新增就业', english)
    assert 'lang="zh"' not in page.split("<body>")[1]  # the page's own, said once


def test_what_a_report_says_is_never_markup():
    old = make_report(2020, [(f"(一){HOSTILE}", [f"{HOSTILE}增长5%左右"])], issuer=HOSTILE)
    new = make_report(2024, [("(一)好", ["新增3个"])], name=HOSTILE, issuer=HOSTILE)
    page = render_text(make_comparison(old, new, []))
    assert page.count("<script") == 2  # ours, and the facts it reads
    assert "<img" not in page
    assert "</textarea" not in page


def test_control_characters_are_shown_not_sent():
    old = make_report(2020, [("", ["打开\x00新\x1b局面"])])
    page = render(make_comparison(old, make_report(2024, []), []))
    assert b"\x00" not in page
    assert b"\x1b" not in page
    assert "打开␀新␛局面" in page.decode("utf-8")


def test_half_a_character_does_not_stop_the_page():
    old = make_report(2020, [("", ["打开\ud83d局面"])])
    assert "打开?局面" in render_text(make_comparison(old, make_report(2024, []), []))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        pytest.param([], [], "两份报告都没有读到目标", id="both-empty"),
        pytest.param([], PLAN_2024, "2020年没有读到目标；2024年有7项", id="old-empty"),
        pytest.param(PLAN_2020, [], "2024年没有读到目标；2020年有10项", id="new-empty"),
    ],
)
def test_an_empty_side_has_words_of_its_own(old, new, words):
    comparison = make_comparison(make_report(2020, old), make_report(2024, new), [])
    assert words in render_text(comparison)


def test_notes_are_said_in_the_language_of_the_page(page):
    assert "两份报告都是2020年的" in page
    assert "both reports are of 2020" in render_text(make_comparison(notes=(NOTE,)), lang="en")


@pytest.mark.parametrize("verdict", Verdict)
def test_what_became_of_a_target_is_said_by_shape_and_word(verdict):
    old, new = make_report(2020, PLAN_2020), make_report(2024, PLAN_2024)
    result = new.pledges[0].quantities[0]
    deliveries = (make_delivery(old, 0, verdict, result),)
    page = render_text(make_comparison(old, new, deliveries=deliveries), lang="en")
    section = page[page.index('<section id="delivery"') :].partition("</section>")[0]
    said = find_labels("en").name("verdict", verdict)
    assert f"1 figure promised: 1 {said}." in section
    assert re.search(rf'data-s="[●○…?]">{re.escape(said)}', section)
    assert "6.5%左右" in section
    assert "5.5%左右" in section
    assert "Delivery" in page.partition("<main")[0]


def test_without_deliveries_the_page_does_not_speak_of_them(page):
    assert 'id="delivery"' not in page
    assert "兑现情况" not in page


def test_a_result_leads_to_its_paragraph():
    old, new = make_report(2020, PLAN_2020), make_report(2024, PLAN_2024)
    result = new.pledges[0].quantities[0]
    delivery = make_delivery(old, 0, Verdict.MISSED, result)
    page = render_text(make_comparison(old, new, deliveries=(delivery,)))
    line = new.document.text.count("\n", 0, result.span.start) + 1
    assert f'<a href="#nl{line}">第{line}行</a>' in page
    assert page.count(f'id="nl{line}"') == 1


def test_folders_of_this_machine_are_not_told():
    old = make_report(2020, PLAN_2020, name="secret/2020.txt")
    assert "secret" not in render_text(make_comparison(old))


def test_templates_never_switch_escaping_off():
    sources = {path: path.read_text("utf-8") for path in find_templates().rglob("*.html")}
    assert len(sources) > 10
    for path, source in sources.items():
        assert not re.search(r"\|\s*safe\b|autoescape", source), path
