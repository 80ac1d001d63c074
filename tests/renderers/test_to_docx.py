"""DOCX: tracked changes that give back both reports, in a file that word processors open."""

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace

import pytest
from comparisons import PLAN_2020, PLAN_2024, make_comparison, make_delivery, make_report
from papers import WORD, make_hostile, read_cell, read_docx, read_xml

from compare.model import Delivery, Status, Trait, Verdict
from compare.renderers.to_docx import render
from compare.wording import diff_words


@pytest.fixture(scope="module")
def comparison():
    return make_comparison()


@pytest.fixture(scope="module")
def document(comparison):
    return read_xml(render(comparison), "word/document.xml")


def list_goal_cells(document):
    """Find the cell that holds a goal's words, by the id in the first cell of its row."""
    rows = (list(row.iter(f"{WORD}tc")) for row in document.iter(f"{WORD}tr"))
    return {read_cell(cells[0]): next(cells[-1].iter(f"{WORD}p")) for cells in rows}


def test_accepting_gives_the_new_report_and_rejecting_the_old_one(comparison, document):
    cells = list_goal_cells(document)
    for number, change in enumerate(comparison.changes, 1):
        if change.status is Status.CARRIED:
            cell = cells[f"c{number}"]
            for accepted, side in ((True, "new"), (False, "old")):
                goals = getattr(comparison, side).pledges
                wordings = [goals[at].wording for at in getattr(change.link, side)]
                assert read_cell(cell, accepted=accepted) == "\n".join(wordings)


def test_changes_are_tracked_in_the_name_of_the_report_that_says_so(document):
    said = {
        kind: {mark.get(f"{WORD}author") for mark in document.iter(f"{WORD}{kind}")}
        for kind in ("ins", "del")
    }
    assert said == {"ins": {"2024年"}, "del": {"2020年"}}
    ids = [mark.get(f"{WORD}id") for kind in ("ins", "del") for mark in document.iter(WORD + kind)]
    assert len(ids) == len(set(ids))


def test_a_goal_that_did_not_change_has_no_marks(comparison, document):
    number = next(
        n for n, change in enumerate(comparison.changes, 1) if Trait.VERBATIM in change.traits
    )
    cell = list_goal_cells(document)[f"c{number}"]
    assert not [mark for kind in ("ins", "del") for mark in cell.iter(WORD + kind)]


def test_what_was_rewritten_is_struck_as_a_whole():
    old = make_report(2020, [("", ["守牢外防输入防线"])])
    new = make_report(2024, [("", ["深化城市大脑建设"])])
    document = read_xml(render(make_comparison(old, new, [((0,), (0,), ())])), "word/document.xml")
    cell = list_goal_cells(document)["c1"]
    assert [read_cell(mark, accepted=False) for mark in cell.iter(f"{WORD}del")] == [
        "守牢外防输入防线"
    ]
    assert diff_words("守牢外防输入防线", "深化城市大脑建设", list)


@pytest.mark.parametrize(
    ("lang", "face", "heading"),
    [("zh", "方正小标宋简体", "一、最要紧的变化"), ("en", "Georgia", "1. What matters most")],
)
def test_the_faces_are_those_of_the_language(lang, face, heading):
    data = render(make_comparison(), lang=lang)
    assert heading in read_docx(data)
    styles = read_xml(data, "word/styles.xml")
    title = next(s for s in styles.iter(f"{WORD}style") if s.get(f"{WORD}styleId") == "Title")
    fonts = next(title.iter(f"{WORD}rFonts"))
    assert face in (fonts.get(f"{WORD}ascii"), fonts.get(f"{WORD}eastAsia"))
    table = read_xml(data, "word/fontTable.xml")
    known = {font.get(f"{WORD}name") for font in table}
    used = {
        f.get(WORD + key) for f in styles.iter(f"{WORD}rFonts") for key in ("ascii", "eastAsia")
    }
    assert known >= used - {"Times New Roman"}


def test_styles_that_are_used_are_there(document):
    styles = read_xml(render(make_comparison()), "word/styles.xml")
    known = {style.get(f"{WORD}styleId") for style in styles.iter(f"{WORD}style")}
    tags = ("pStyle", "rStyle", "tblStyle")
    used = {node.get(f"{WORD}val") for tag in tags for node in document.iter(WORD + tag)}
    assert used
    assert used <= known


def test_every_part_is_xml_whatever_a_report_says():
    data = render(make_hostile())
    for name in zipfile.ZipFile(io.BytesIO(data)).namelist():
        if name.endswith((".xml", ".rels")):
            read_xml(data, name)
    assert any("</w:t>" in text for text in read_docx(data))


def test_targets_stand_beside_what_came_of_them():
    old, new = make_report(2020, PLAN_2020), make_report(2024, PLAN_2024)
    deliveries = (
        make_delivery(old, 0, Verdict.MISSED, new.pledges[0].quantities[0]),
        make_delivery(old, 1, Verdict.UNREPORTED),
    )
    said = read_docx(render(make_comparison(old, new, deliveries=deliveries)))
    assert "三、兑现情况" in said
    assert "○ 未完成" in said
    assert any(text.startswith("… ") and text.endswith("城镇调查失业率 5.5%以内") for text in said)


def test_a_further_report_is_named_where_it_gives_the_result():
    old, new = make_report(2020, PLAN_2020), make_report(2024, PLAN_2024)
    later = make_report(2021, [("", ["地区生产总值增长6.1%"])])
    result = later.pledges[0].quantities[0]
    vague = later.pledges[0].span
    deliveries = (
        Delivery(old.pledges[0].quantities[0], 0, result, Verdict.MISSED, source=1),
        Delivery(old.pledges[1].quantities[0], 1, None, Verdict.VAGUE, source=1, mention=vague),
    )
    comparison = replace(make_comparison(old, new, deliveries=deliveries), results=(later,))
    said = read_docx(render(comparison))
    assert "6.1% (2021年)" in said
    assert "“地区生产总值增长6.1%” (2021年)" in said
    assert any(text.startswith("2021年：政府工作报告 · 2021.txt") for text in said)


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice")
def test_libreoffice_opens_it(tmp_path):
    (tmp_path / "paper.docx").write_bytes(render(make_comparison()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", tmp_path]
    subprocess.run([*command, tmp_path / "paper.docx"], check=True, capture_output=True)
    text = (tmp_path / "paper.txt").read_text("utf-8-sig")
    assert "一、最要紧的变化" in text
    assert "地区生产总值增长" in text
