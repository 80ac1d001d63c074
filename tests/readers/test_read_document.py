"""Every format through the one door: by content, within bounds, and with nothing but our errors."""

import functools
from pathlib import Path

import pytest
from documents import make_docx, make_pdf, make_zip, paragraph, set_lines, wrap
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.errors import (
    CompareError,
    Damaged,
    MissingProgram,
    NoText,
    ReadError,
    TooLarge,
    UnknownFormat,
)
from compare.readers import READERS, from_doc, read_document
from compare.terms import Terms

LINE = "新增城镇就业20万人以上，支持高校毕业生就业创业。"
TEXT = f"一、2024年工作安排\n{LINE}\n"
MADE = {
    "txt": TEXT.encode(),
    "md": f"# 二〇二四年\n\n{TEXT}".encode(),
    "docx": make_docx([paragraph("一、2024年工作安排"), paragraph(LINE)]),
    "html": f"<html><body><p>一、2024年工作安排</p><p>{LINE}</p></body></html>".encode(),
    "pdf": make_pdf([set_lines(["一、工作安排", *wrap(LINE, 20)])]),
    "mht": b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
    b"Content-Type: text/html; charset=utf-8\n\n<html><body><p>"
    + LINE.encode()
    + b"</p></body></html>\n--x--\n",
}
MADE["zip"] = make_zip({"2024/report.txt": MADE["txt"]})


@pytest.mark.parametrize("kind", MADE)
def test_every_format_is_read(kind):
    document = read_document(MADE[kind], f"report.{kind}")
    assert LINE in document.text
    assert document.notes == ()


RENAMED = [
    (kind, ending)
    for kind in ("docx", "html", "pdf", "mht", "zip")
    for ending in ("txt", "md", "docx", "pdf", "html", "doc", "xyz")
    if kind != ending
]


@pytest.mark.parametrize(("kind", "ending"), RENAMED)
def test_a_renamed_file_is_read_by_its_content_and_said_so(kind, ending):
    document = read_document(MADE[kind], f"report.{ending}")
    assert LINE in document.text
    (note,) = document.notes
    assert note.code == "renamed-file"
    assert dict(note.facts) == {"name": f"report.{ending}", "kind": kind}


@pytest.mark.parametrize("kind", ["docx", "html", "pdf", "txt"])
def test_standard_input_tells_by_its_content(kind):
    document = read_document(MADE[kind], "-")
    assert LINE in document.text
    assert document.notes == ()


def test_a_format_that_is_given_is_believed():
    assert read_document(MADE["md"], "-", "md").format == "md"
    with pytest.raises(Damaged):
        read_document(MADE["txt"], "report.txt", "pdf")
    with pytest.raises(UnknownFormat):
        read_document(MADE["txt"], "report.txt", "xyz")


@pytest.mark.parametrize("ending", ["doc", "wps", "rtf"])
def test_text_under_the_name_of_old_word_is_read_as_text(ending, monkeypatch):
    monkeypatch.setenv("PATH", "")
    document = read_document(MADE["txt"], f"report.{ending}")
    assert LINE in document.text
    assert [note.code for note in document.notes] == ["renamed-file"]
    with pytest.raises(Damaged, match=rf"report\.{ending}: "):
        read_document(b"\0\1\2", f"report.{ending}")


def test_an_archive_must_hold_one_report():
    name = "b/报告.txt"
    both = make_zip({"a.txt": MADE["txt"], name: MADE["txt"]})
    with pytest.raises(ReadError, match=r"both\.zip: .*a\.txt, b/报告\.txt"):
        read_document(both, "both.zip")
    with pytest.raises(ReadError, match=r"none\.zip: .*unpack"):
        read_document(make_zip({"a.xyz": b"1"}), "none.zip")


def test_an_archive_names_what_is_in_it():
    litter = {"__MACOSX/a.txt": b"1", ".b.txt": b"1", "~$c.docx": b"1", "a.docx": MADE["docx"]}
    assert read_document(make_zip(litter), "a.zip").name == "a.zip/a.docx"


@pytest.mark.parametrize("kind", MADE)
def test_a_file_without_text_is_refused(kind):
    empty = {
        "docx": make_docx([paragraph()]),
        "pdf": make_pdf([[]]),
        "zip": make_zip({"a.txt": b" \n"}),
    }
    with pytest.raises(CompareError):
        read_document(empty.get(kind, b" \n\t"), f"report.{kind}")


def test_no_text_is_said_as_such():
    with pytest.raises(NoText):
        read_document(make_docx([paragraph(), paragraph()]), "report.docx")


@pytest.mark.parametrize("kind", ["txt", "pdf"])
def test_a_file_that_is_too_large_is_refused(kind):
    with pytest.raises(TooLarge, match=rf"report\.{kind}: .*--limit megabytes="):
        read_document(MADE[kind] * 50_000, f"report.{kind}", terms=Terms(megabytes=1))


@pytest.mark.parametrize("kind", MADE)
def test_a_text_that_is_too_long_is_refused(kind):
    with pytest.raises(TooLarge, match=rf"report\.{kind}.*--limit characters="):
        read_document(MADE[kind], f"report.{kind}", terms=Terms(characters=10))


OLD = b"\xd0\xcf\x11\xe0" + bytes(1000)


@pytest.mark.parametrize("ending", ["doc", "wps", "rtf"])
def test_old_word_says_what_to_install(ending, monkeypatch):
    monkeypatch.setenv("PATH", "")
    data = b"{\\rtf1 " if ending == "rtf" else OLD
    with pytest.raises(MissingProgram, match=rf"report\.{ending}.*LibreOffice"):
        read_document(data, f"report.{ending}")


def write_program(path, script):
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A folder that is all of the PATH beside the shell's own."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setattr(
        from_doc.shutil, "which", functools.partial(from_doc.shutil.which, path=str(folder))
    )
    return folder


def test_old_word_goes_through_libreoffice(programs, tmp_path):
    (tmp_path / "made.docx").write_bytes(MADE["docx"])
    script = f'while [ "$1" != --outdir ]; do shift; done; cp {tmp_path}/made.docx "$2/report.docx"'
    write_program(programs / "soffice", script)
    document = read_document(OLD, "report.wps")
    assert LINE in document.text
    assert document.format == "wps"


def test_old_word_goes_through_antiword_where_that_is_all(programs):
    write_program(programs / "antiword", f"echo '{LINE}'")
    assert LINE in read_document(OLD, "report.doc").text


@pytest.mark.parametrize("program", ["soffice", "antiword"])
def test_old_word_that_does_not_open_is_damaged(program, programs):
    write_program(programs / program, "exit 1")
    with pytest.raises(Damaged, match=r"report\.doc: "):
        read_document(OLD, "report.doc")


def test_a_program_that_hangs_is_ended(programs, monkeypatch):
    monkeypatch.setattr(from_doc, "_PATIENCE", 0.2)
    write_program(programs / "antiword", "sleep 60")
    with pytest.raises(Damaged, match="not converted"):
        read_document(OLD, "report.doc")


DAMAGED = sorted((Path(__file__).parents[1] / "cases" / "damaged").iterdir())


@pytest.mark.parametrize("path", DAMAGED, ids=lambda path: path.name)
def test_what_a_fuzzer_found_is_damaged(path):
    with pytest.raises(Damaged, match=path.name):
        read_document(path.read_bytes(), path.name)


@given(st.sampled_from(sorted(MADE)), st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damage_raises_nothing_but_our_errors(kind, draw):
    data = bytearray(MADE[kind])
    for _ in range(draw.draw(st.integers(0, 8))):
        data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    del data[draw.draw(st.integers(0, len(data))) :]
    try:
        document = read_document(bytes(data), f"report.{kind}")
    except CompareError as error:
        assert str(error).startswith(f"report.{kind}")
        assert "\n" not in str(error)
    else:
        assert all(block.span.end <= len(document.text) for block in document.blocks)
        assert list(document.pages) == sorted(document.pages)


@given(st.sampled_from(sorted(READERS)), st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_raise_nothing_but_our_errors(ending, data):
    try:
        read_document(data, f"report{ending}")
    except CompareError as error:
        assert str(error).startswith("report")
