"""The page of many years as a file: what it says, what it may load, and how it takes harm."""

import base64
import hashlib
import re
from collections import Counter
from html import unescape

import pytest
from decade import ENDED, HOSTILE, SLEEPER, STEADY, build_decade
from yearly import write_years

from compare import build_timeline, render
from compare.languages.labels import LABELS, find_labels
from compare.model.timelines import Presence
from compare.renderers.timeline import to_html
from compare.renderers.timeline.lives import Kind
from compare.renderers.timeline.telling import Tale
from compare.renderers.timeline.trends import Turn


@pytest.fixture(scope="module")
def timeline():
    return build_decade()


@pytest.fixture(scope="module")
def page(timeline):
    return render(timeline, "html").decode("utf-8")


def strip_tags(page):
    return unescape(re.sub(r"<[^>]+>", "", page))


def cut_row(page, wording):
    """Cut out the row whose label is the wording."""
    rows = re.findall(r'<details class="life".*?</details>', page, re.DOTALL)
    (row,) = (row for row in rows if f'<span class="what">{wording}</span>' in row)
    return row


def test_the_first_sentence_counts_reports_goals_and_threads(page, timeline):
    goals = sum(len(report.pledges) for report in timeline.reports)
    said = f"5份报告共提出{goals}项目标，连成{len(timeline.threads)}条脉络"
    assert said in page
    assert "缺2015年的报告" in page


def test_every_goal_of_every_year_is_quoted(page, timeline):
    text = strip_tags(page)
    for report in timeline.reports:
        for goal in report.pledges:
            assert goal.span.of(report.document.text) in text


def test_a_row_tells_each_year_of_its_line(page):
    row = strip_tags(cut_row(page, SLEEPER))
    assert re.search(r"2012 第一份报告即有.*2013 未提及.*2014 未提及.*2016 重提.*2017 未再提", row)
    assert "未再提" not in strip_tags(cut_row(page, STEADY))


def test_a_missing_year_is_a_gap_not_an_end(page):
    row = cut_row(page, STEADY)
    assert 'class="gap"' in row
    assert 'class="gap"' not in cut_row(page, ENDED)
    assert "无报告" in page


def test_a_chart_says_in_words_what_it_shows(page):
    (said,) = re.findall(r'aria-label="地区生产总值([^"]*)"', page)
    for fact in ("2012 8% → 7.2%", "2013 7.5%左右 → 7.7%", "2016 6.5%至7% → 6.1%", "2017 6.5%左右"):
        assert fact in said


def test_every_link_within_the_page_leads_somewhere(page):
    ids = Counter(re.findall(r'\bid="([^"]+)"', page))
    assert {name for name, times in ids.items() if times > 1} == set()
    links = set(re.findall(r'href="#([^"=]+)"', page))
    assert links - set(ids) == set()
    assert {"t1", "lives", "targets", "themes"} <= links


def test_nothing_is_loaded_from_anywhere(page):
    targets = re.findall(r'\b(?:src|href|action|srcset|poster)="([^"]*)"', page)
    assert {t for t in targets if not t.startswith(("#", "data:"))} == set()
    assert "default-src 'none'" in page
    assert "@import" not in page


def test_only_our_own_small_script_may_run(page):
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page
    assert len(script.encode()) < 20_000
    assert re.search(r"\son\w+=", page.replace(script, "")) is None


def test_pairs_lead_to_their_comparisons_where_these_were_written(timeline):
    page = to_html.render(timeline, pairs="十年 pairs").decode("utf-8")
    assert 'href="%E5%8D%81%E5%B9%B4%20pairs/2012-2017.html"' in page
    assert 'href="#from=' not in page


def test_without_them_a_pair_is_shown_by_its_own_lines(page):
    assert page.count('href="#from=2012&amp;to=') == 4
    assert "pairs/" not in page


@pytest.mark.parametrize("lang", LABELS)
def test_it_speaks_the_language_asked_for(timeline, lang):
    page = render(timeline, "html", lang=lang).decode("utf-8")
    assert f'<html lang="{lang}">' in page
    assert find_labels(lang).say("nav.lives") in page
    assert ('<span class="what" lang="zh">' in page) is (lang == "en")


@pytest.mark.parametrize("code", LABELS)
@pytest.mark.parametrize(
    ("family", "members"),
    [("presence", Presence), ("kind", Kind), ("tale", Tale), ("turn", Turn), ("phrases", Turn)],
)
def test_every_member_of_a_closed_set_has_a_name(code, family, members):
    words = find_labels(code).words
    assert [member for member in members if f"{family}.{member}" not in words] == []


def test_a_hostile_report_stays_text():
    page = render(build_decade(extra=[f"建设{HOSTILE}工程"]), "html").decode("utf-8")
    assert "<img" not in page
    assert page.count("<script") == 2  # ours, and the facts it reads
    assert HOSTILE in strip_tags(page.replace("</details>", "\n"))


def test_two_reports_alone_are_enough():
    page = render(build_timeline(write_years([[STEADY], [STEADY]])), "html").decode("utf-8")
    assert cut_row(page, STEADY)


def test_reports_without_goals_make_a_page():
    reports = write_years([[], []])
    page = render(build_timeline(reports), "html").decode("utf-8")
    assert "2份报告共提出0项目标" in page
