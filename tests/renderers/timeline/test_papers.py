"""Papers of many years: every format says the same, in both languages, and nothing runs."""

import csv
import io
import re
import zipfile
from xml.etree import ElementTree

import pytest
from comparisons import make_comparison, make_report
from yearly import write_report

from compare import build_timeline, render
from compare.errors import UnknownOutput
from compare.model import Note
from compare.model.timelines import Thread, Timeline
from compare.renderers import TIMELINE_RENDERERS
from compare.renderers.timeline.chronicle import list_phrases, open_chronicle

FORMATS = [name for name in TIMELINE_RENDERERS if name not in ("html", "pdf")]
PLANS = {
    2015: ["新增城镇就业10万人以上", "建成地铁3号线", "深化国有企业改革"],
    2016: ["新增城镇就业12万人以上", "深化国有企业改革"],
    2018: ["新增城镇就业11万人以上", "建成地铁3号线"],
}
NASTY = ["=cmd|' /C calc'!A0", "<script>alert(1)</script>", "a\x00b\u202ec", "| pipe * star"]


@pytest.fixture(scope="module")
def timeline():
    results = {2016: ["新增城镇就业11.5万人"]}
    return build_timeline(
        write_report(year, plan, results.get(year, ())) for year, plan in PLANS.items()
    )


def make_nasty():
    """Make a timeline in which every text is out to do harm."""
    reports = tuple(make_report(year, [(NASTY[1], NASTY)], issuer=NASTY[1]) for year in (1, 2))
    threads = tuple(Thread(((i,), (i,)), text, "<b>", ((), ())) for i, text in enumerate(NASTY))
    links = [((i,), (i,), ()) for i in range(len(NASTY))]
    notes = tuple(Note("unknown", text) for text in NASTY)
    comparison = make_comparison(*reports, links)
    return Timeline(reports, (comparison,), threads, notes=notes)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_is_written_in_both_languages(timeline, format_, lang):
    assert render(timeline, format_, lang=lang) == render(timeline, f".{format_}", lang=lang)


@pytest.mark.parametrize("format_", FORMATS)
def test_whatever_reports_say_every_format_is_sound(format_):
    data = render(make_nasty(), format_)
    if format_ not in ("xlsx", "docx"):
        assert b"\x00" not in data
    else:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            for name in book.namelist():
                if name.endswith(".xml"):
                    assert b"<f>" not in book.read(name)
                    ElementTree.fromstring(book.read(name))


def test_an_unknown_format_is_named(timeline):
    with pytest.raises(UnknownOutput, match="odt"):
        render(timeline, "odt")


def test_the_markdown_tells_what_happened(timeline):
    text = render(timeline, "md", lang="en").decode()
    assert "# 滨江市人民政府: 2015–2018" in text or "# 滨江市: 2015–2018" in text
    assert "2017: no report" in text
    assert "2015 10万人以上 (11.5万人 ●); 2016 12万人以上" in text
    assert "＋▲·▼" in text
    assert "＋○·↻" in text


def test_nothing_in_the_markdown_is_markup():
    text = render(make_nasty(), "md").decode()
    assert not re.search(r"(?<!\\)[<>]", re.sub(r"(?m)^> ⚠", "", text))
    assert "\\| pipe \\* star" in text


def test_the_csv_has_a_row_for_each_thread_and_year(timeline):
    rows = list(csv.DictReader(io.StringIO(render(timeline, "csv", lang="en").decode("utf-8-sig"))))
    states = [(row["Year"], row["Status"]) for row in rows if "地铁" in row["Typical wording"]]
    assert states == [
        ("2015", "first stated"),
        ("2016", "not mentioned"),
        ("2018", "taken up again"),
    ]
    raised = [row for row in rows if "number raised" in row["How"]]
    assert [row["Wording"] for row in raised] == ["新增城镇就业12万人以上"]


def test_no_cell_of_the_csv_is_a_formula():
    for row in csv.reader(io.StringIO(render(make_nasty(), "csv").decode("utf-8-sig"))):
        assert not any(cell.startswith(("=", "@")) for cell in row)


def test_the_workbook_has_a_sheet_for_everything(timeline):
    with zipfile.ZipFile(io.BytesIO(render(timeline, "xlsx", lang="en"))) as book:
        sheets = ElementTree.fromstring(book.read("xl/workbook.xml"))
        strings = "".join(ElementTree.fromstring(book.read("xl/sharedStrings.xml")).itertext())
    names = [sheet.get("name") for sheet in sheets.iter() if sheet.tag.endswith("}sheet")]
    assert names[:3] == ["Summary", "Threads of goals", "Targets and results"]
    assert len(names) == 6
    assert "建成地铁3号线" in strings
    assert "2017: no report" in strings


def test_the_word_document_tells_what_happened(timeline):
    with zipfile.ZipFile(io.BytesIO(render(timeline, "docx", lang="zh"))) as paper:
        text = "".join(ElementTree.fromstring(paper.read("word/document.xml")).itertext())
    assert "2017年：没有报告" in text
    assert "＋○·↻" in text
    assert "2015年10万人以上（11.5万人 ●）" in text


def test_a_phrase_within_another_is_listed_once(timeline):
    for kind in ("rising", "fading"):
        listed = [phrase.text for phrase in list_phrases(timeline, kind, 20)]
        assert not any(a != b and a in b for a in listed for b in listed)


def test_a_theme_without_a_name_goes_by_its_key():
    assert open_chronicle(make_nasty(), "en").name_theme("<b>") == "<b>"
