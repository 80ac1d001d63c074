"""Pages that are pictures: recognised where that can be done, named where it cannot."""

import sys
from math import cos, radians, sin
from pathlib import Path
from types import SimpleNamespace

import numpy as np
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
        return recognition.Recognised(lay_out([SECOND]))

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


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_scan_on_its_side_or_head_is_turned(angle):
    pytest.importorskip("rapidocr", reason="the extra [ocr] is not installed")
    turned = SCAN.replace(b"/Rotate 0", b"/Rotate %d" % angle)
    document = read_document(turned, "scan.pdf")
    assert document.text == read_document(SCAN, "scan.pdf").text
    assert [note.code for note in document.notes] == ["recognised-pages", "turned-pages"]


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


class Page:
    """A picture of lines that can be read at one angle only; it answers with its own angle."""

    def get_size(self):
        return 595, 842

    def render(self, scale, rotation):
        self.angle = rotation
        return self

    def to_numpy(self):
        return self.angle


def read_page(answers, slope=0.0):
    """Recognise a page of which a network sees at each angle ``answers``: lines and sureness."""

    def network(angle):
        lines, sure = answers.get(angle, ((), 0.0))
        boxes = [
            set_box(200, 300 + 40 * i, 25 * len(line), 30, slope) for i, line in enumerate(lines)
        ]
        return SimpleNamespace(
            boxes=np.array(boxes) if boxes else None, txts=lines, scores=[sure] * len(lines)
        )

    return recognition._recognise(Page(), network)


def set_box(x, y, width, height, slope):
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    return [(a * cos(slope) - b * sin(slope), a * sin(slope) + b * cos(slope)) for a, b in corners]


def test_a_page_of_which_little_is_sure_is_turned():
    read = read_page({0: (["民梁插一护"], 0.6), 180: ([FIRST, SECOND], 0.99)})
    assert [piece.text for piece in read.pieces] == [FIRST, SECOND]
    assert (read.turned, round(read.sureness, 2)) == (180, 0.99)


def test_a_page_that_is_sound_is_read_once():
    read = read_page({0: ([FIRST], 0.9), 180: ([FIRST, SECOND], 1.0)})
    assert (len(read.pieces), read.turned) == (1, 0)


def test_a_picture_without_lines_is_nothing_unsure():
    assert read_page({}) == recognition.Recognised()


def test_a_page_that_no_turning_helps_is_named(monkeypatch):
    unsure = recognition.Recognised(lay_out([SECOND]), sureness=0.6)
    monkeypatch.setattr(recognition, "find_recogniser", lambda: lambda _: unsure)
    notes = read_document(make_pdf([[]], extra=PICTURE), "a.pdf").notes
    assert [note.code for note in notes] == ["recognised-pages", "unsure-pages"]


@pytest.mark.parametrize("degrees", [-2, 0, 2])
def test_a_page_that_lies_askew_is_laid_straight(degrees):
    pieces = read_page({0: ([FIRST, SECOND, FIRST], 0.99)}, slope=radians(degrees)).pieces
    assert {round(piece.x0) for piece in pieces} == {96}
    assert {round(piece.size, 1) for piece in pieces} == {14.4}


def test_lines_of_about_one_height_get_one_size():
    pages = [lay_out([SECOND], 12), lay_out([SECOND], 13.5), lay_out(["政府工作报告"], 22)]
    sizes = [pieces[0].size for pieces in recognition.level_sizes(pages)]
    assert sizes[0] == sizes[1]
    assert sizes[2] > 1.5 * sizes[0]
