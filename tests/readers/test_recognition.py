"""Pages that are pictures: recognised where that can be done, named where it cannot."""

import sys
from pathlib import Path

import pytest
from documents import make_pdf, set_lines, wrap

from compare.errors import NoTextLayer, TooLarge
from compare.readers import read_document, recognition
from compare.readers.pdf_pieces import Piece
from compare.terms import Terms

SCAN = (Path(__file__).parents[1] / "printed" / "scan.pdf").read_bytes()
PICTURE = "\n0.5 g 100 100 300 300 re f"
FIRST = "过去一年，全市地区生产总值增长百分之五，新增就业二十万人。"
SECOND = "新增城镇就业二十万人以上，支持高校毕业生就业创业。"
MIXED = make_pdf([set_lines(wrap(FIRST, 30)), [], set_lines(wrap(FIRST[::-1], 30))], extra=PICTURE)


def lay_out(lines, height=12.0):
    return tuple(
        Piece(line, 90, 90 + 20 * i, 90 + 12 * len(line), 90 + 20 * i + height, height, False, 0)
        for i, line in enumerate(lines)
    )


@pytest.fixture
def network(monkeypatch):
    """A network that finds the same lines on every page, and counts the pages."""
    seen = []

    def recognise(page):
        seen.append(page)
        return lay_out([SECOND])

    monkeypatch.setattr(recognition, "find_recogniser", lambda: recognise)
    return seen


def test_a_scan_is_read():
    pytest.importorskip("rapidocr", reason="the extra [ocr] is not installed")
    document = read_document(SCAN, "scan.pdf")
    assert document.text.splitlines() == [
        "政府工作报告",
        "一、2024年工作安排",
        "新增城镇就业20万人以上，城镇调查失业率控制在5.5%以内。支持高校毕业生就业创业。",
    ]
    assert [note.code for note in document.notes] == ["recognised-pages"]


def test_without_the_extra_a_scan_is_refused_with_a_way_out(monkeypatch):
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(NoTextLayer, match=r"scan\.pdf: .*1 pages.*compare-reports\[ocr\]"):
        read_document(SCAN, "scan.pdf")


def test_a_page_is_recognised_where_it_stands(network):
    document = read_document(MIXED, "mixed.pdf")
    assert document.text.splitlines() == [FIRST, SECOND, FIRST[::-1]]
    assert [document.page_at(document.text.index(t)) for t in (FIRST, SECOND, FIRST[::-1])] == [
        1,
        2,
        3,
    ]
    (note,) = document.notes
    assert (note.code, dict(note.facts)["pages"]) == ("recognised-pages", "2")
    assert len(network) == 1


def test_a_garbled_page_is_recognised_instead(network):
    strange = "".join(chr(0xE000 + i) for i in range(60))
    document = read_document(make_pdf([set_lines([strange])]), "a.pdf")
    assert document.text == SECOND


def test_every_page_that_is_recognised_is_told(network):
    told = []
    terms = Terms(progress=lambda *facts: told.append(facts))
    read_document(make_pdf([[]] * 2, extra=PICTURE), "a.pdf", terms=terms)
    assert told == [("a.pdf", 1, 2), ("a.pdf", 2, 2)]


def test_more_scans_than_allowed_are_refused_before_the_first(network):
    with pytest.raises(TooLarge, match="2 pages that are pictures.*--limit scans="):
        read_document(make_pdf([[]] * 2, extra=PICTURE), "a.pdf", terms=Terms(scans=1))
    assert network == []


def test_no_scans_allowed_leaves_them_out(network):
    document = read_document(MIXED, "mixed.pdf", terms=Terms(scans=0))
    assert [note.code for note in document.notes] == ["pages-without-text"]


def test_lines_of_about_one_height_get_one_size():
    pages = [lay_out([SECOND], 12), lay_out([SECOND], 13.5), lay_out(["政府工作报告"], 22)]
    sizes = [pieces[0].size for pieces in recognition.level_sizes(pages)]
    assert sizes[0] == sizes[1]
    assert sizes[2] > 1.5 * sizes[0]
