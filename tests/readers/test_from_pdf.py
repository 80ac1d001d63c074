"""PDF: paragraphs put together again, furniture set aside, pages kept."""

import sys

import pytest
from documents import make_pdf, set_lines, wrap

from compare.errors import Damaged, Encrypted, NoTextLayer, TooLarge, TooSlow
from compare.model import BlockKind
from compare.readers import read_document
from compare.terms import Terms

REVIEW = (
    "过去一年，全市地区生产总值增长百分之五，新增就业二十万人，"
    "各项工作取得了新的成绩，民生持续改善。"
)
PLAN = (
    "新增城镇就业二十万人以上，城镇调查失业率控制在百分之五点五以内。"
    "支持高校毕业生就业创业，加快建设数字乡村。"
)
HEADER, NUMBER = (250, 40, 9, "某市政府工作报告"), (290, 810, 9, "— {} —")


@pytest.fixture(autouse=True)
def without_a_network(monkeypatch):
    """Recognise nothing, whatever is installed; see test_recognition for the rest."""
    monkeypatch.setitem(sys.modules, "rapidocr", None)


def read(pages, **more):
    return read_document(make_pdf(pages, **more), "report.pdf")


def read_lines(pages, **more):
    return read(pages, **more).text.splitlines()


def list_skipped(document):
    return [
        (block.span.of(document.text), block.reason)
        for block in document.blocks
        if block.kind is BlockKind.SKIPPED
    ]


def test_lines_are_joined_into_paragraphs():
    page = set_lines([*wrap(REVIEW, 30), *wrap(PLAN, 30)])
    assert read_lines([page]) == [REVIEW, PLAN]


def test_paragraphs_without_indents_are_told_by_their_gaps():
    lines = wrap(REVIEW, 24, 0), wrap(PLAN, 24, 0)
    flush = [[line.lstrip("\u3000") for line in group] for group in lines]
    page = set_lines(flush[0]) + set_lines(flush[1], top=90 + 20 * len(flush[0]) + 14)
    assert read_lines([page]) == [REVIEW, PLAN]


def test_english_lines_meet_with_a_blank_and_hyphens_go():
    page = set_lines(
        [
            "The economy grew by five percent and the govern-",
            "ment created more than ten million jobs in long-",
            "term care, where the government spent long years",
            "on care that the term of office did not end.",
        ],
        leading=16,
    )
    assert read_lines([page]) == [
        "The economy grew by five percent and the government created more than ten million jobs in"
        " long-term care, where the government spent long years on care that the term of office"
        " did not end."
    ]


def test_two_columns_are_read_one_after_the_other():
    left, right = wrap(REVIEW * 3, 16), wrap(PLAN * 3, 16)
    across = [(200, 60, 22, "政府工作报告")]
    page = [*across, *set_lines(left, x=60), *set_lines(right, x=310)]
    mixed = [text for pair in zip(page[1:], page[1:][::-1], strict=True) for text in pair]
    for order in (page, across + sorted(set(mixed), key=lambda text: text[1])):
        assert read_lines([order]) == ["政府工作报告", REVIEW * 3, PLAN * 3]


def test_three_columns_are_read_one_after_the_other():
    texts = (REVIEW * 2, PLAN * 2, (PLAN + REVIEW))
    page = [
        text
        for x, words in zip((50, 220, 390), texts, strict=True)
        for text in set_lines(wrap(words, 12), x=x)
    ]
    assert read_lines([page]) == list(texts)


def test_a_paragraph_runs_on_over_the_page_and_furniture_follows_it():
    lines = wrap(REVIEW * 4, 30)
    pages = [
        [HEADER, *set_lines(lines[i : i + 3]), (*NUMBER[:3], NUMBER[3].format(i // 3 + 1))]
        for i in range(0, len(lines), 3)
    ]
    document = read(pages)
    assert document.text.splitlines()[0] == REVIEW * 4
    skipped = list_skipped(document)
    assert ("某市政府工作报告", "header") in skipped
    assert ("— 2 —", "footer") in skipped
    assert len(skipped) == 2 * len(pages)


def test_every_place_knows_its_page():
    lines = wrap(REVIEW + PLAN, 30)
    document = read([set_lines(lines[:2]), set_lines(lines[2:])])
    start = document.text.index(lines[2])
    assert document.pages == (0, start)
    assert [document.page_at(offset) for offset in (0, start - 1, start)] == [1, 1, 2]


def test_a_number_in_the_text_is_no_page_number():
    lines = [*wrap(REVIEW, 30), "\u30002024", *wrap(PLAN, 30)]
    assert "2024" in read_lines([set_lines(lines), set_lines(wrap(REVIEW * 2, 30))])


def test_larger_lines_are_headings():
    page = [
        (180, 80, 22, "政府工作报告"),
        (90, 120, 16, "回顾"),
        *set_lines(wrap(REVIEW, 30), top=150),
        (90, 240, 16, "安排"),
        *set_lines(wrap(PLAN, 30), top=270),
    ]
    document = read([page])
    headings = [(b.span.of(document.text), b.level) for b in document.blocks]
    assert headings == [("政府工作报告", 1), ("回顾", 2), ("安排", 2)]


def test_a_heading_may_take_two_lines():
    page = [
        (150, 80, 22, "某市第十四届人民代表大会"),
        (218, 110, 22, "政府工作报告"),
        *set_lines(wrap(REVIEW * 2, 34), x=80, top=160),
    ]
    assert read_lines([page])[0] == "某市第十四届人民代表大会政府工作报告"


def test_a_table_of_contents_is_set_aside():
    leaders = [
        f"{number}、章节{'.' * 40}{page}" for number, page in (("一", 1), ("二", 4), ("三", 9))
    ]
    first = [(260, 80, 16, "目录"), *set_lines(leaders, top=120)]
    document = read([first, set_lines(wrap(REVIEW, 30))])
    reasons = [reason for _, reason in list_skipped(document)]
    assert reasons == ["contents"] * 4


def test_a_page_laid_on_its_side_is_read_upright():
    assert read_lines([set_lines(wrap(REVIEW, 30))], turn=90) == [REVIEW]


def test_radicals_become_characters():
    page = set_lines(wrap(REVIEW.replace("一", "⼀").replace("生", "⽣"), 30))
    assert read_lines([page]) == [REVIEW]


TABLE = (  # two rows of three cells: rules across at 100, 150, 180 from the top, and four down
    "\n60 742 m 460 742 l S 60 692 m 460 692 l S 60 662 m 460 662 l S"
    "\n60 742 0.5 -80 re f 100 742 0.5 -80 re f 300 742 0.5 -80 re f 460 742 0.5 -80 re f"
)
CELLS = [
    (70, 130, 12, "1"),
    (110, 120, 12, "规模以上工业增加值增长速度"),
    (110, 140, 12, "（按可比价格计算）"),
    (305, 130, 12, "6左右"),
    (70, 170, 12, "2"),
    (110, 170, 12, "城镇新增就业"),
    (305, 170, 12, "25万人以上"),
]


@pytest.mark.parametrize("cells", [CELLS, CELLS[::-1]], ids=["in-order", "backwards"])
def test_the_lines_of_a_ruled_cell_are_one(cells):
    around = [*set_lines(wrap(REVIEW, 30), top=40), *set_lines(wrap(PLAN, 30), top=220)]
    assert read_lines([[*around, *cells]], extra=TABLE) == [
        REVIEW,
        "1\t规模以上工业增加值增长速度（按可比价格计算）\t6左右",
        "2\t城镇新增就业\t25万人以上",
        PLAN,
    ]


def test_a_frame_around_the_text_is_no_cell():
    frame = "\n40 800 515 -760 re S 40 60 m 40 800 l S"
    lines = [*wrap(REVIEW, 30), *wrap(PLAN, 30)]
    page = [*set_lines(lines), (420, 90, 12, "甲"), (420, 110, 12, "乙")]
    assert read_lines([page], extra=frame) == read_lines([page])


PICTURE = "\n0.5 g 100 100 300 300 re f"


def test_a_page_that_is_a_picture_is_named():
    document = read([set_lines(wrap(REVIEW, 30)), []], extra=PICTURE)
    (note,) = document.notes
    assert note.code == "pages-without-text"
    assert dict(note.facts)["pages"] == "2"


def test_a_scan_is_refused_with_a_way_out():
    with pytest.raises(NoTextLayer, match=r"report\.pdf.*2 pages.*scan"):
        read([[], []], extra=PICTURE)


def test_a_garbled_page_is_named():
    strange = "".join(chr(0xE000 + i) for i in range(60))
    document = read([set_lines(wrap(REVIEW, 30)), set_lines([strange])])
    assert [note.code for note in document.notes] == ["garbled-pages"]


def test_too_many_pages_are_refused():
    with pytest.raises(TooLarge, match="4 pages.*--limit pages="):
        read_document(make_pdf([[]] * 4), "report.pdf", terms=Terms(pages=3))


def test_time_that_is_up_is_said_with_the_page():
    with pytest.raises(TooSlow, match=r"report\.pdf: 0 seconds are over at page 1 of 4"):
        read_document(make_pdf([[]] * 4), "report.pdf", terms=Terms(seconds=0))


def test_a_pdf_with_a_password_is_named():
    data = make_pdf([set_lines(["目标"])])
    lock = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"41" * 32
        + b"> /U <"
        + b"42" * 32
        + b"> >> /ID [<00><00>] /Root"
    )
    with pytest.raises(Encrypted, match=r"report\.pdf.*password"):
        read_document(data.replace(b"/Root", lock, 1), "report.pdf")


def test_a_file_that_is_no_pdf_is_refused():
    with pytest.raises(Damaged, match=r"report\.pdf: "):
        read_document(b"%PDF-1.7 and nothing more", "report.pdf")
