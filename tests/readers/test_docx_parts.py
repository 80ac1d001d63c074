"""Word files that are broken, locked or out to do harm."""

import pytest
from documents import make_docx, make_zip, paragraph

from compare.errors import Damaged, Encrypted, TooLarge
from compare.readers import archives, read_document


def test_a_zip_bomb_is_refused_while_unpacking(monkeypatch):
    monkeypatch.setattr(archives, "PART_LIMIT", 100_000)
    monkeypatch.setattr(archives.Archive.read, "__defaults__", (100_000,))
    with pytest.raises(TooLarge, match=r"report\.docx.*word/document\.xml"):
        read_document(make_docx([paragraph("0" * 200_000)]), "report.docx")


def test_no_entity_is_filled_in(tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    bomb = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt"><!ENTITY y "yyyy">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>目标&x;&y;</w:t></w:r></w:p></w:body></w:document>"
    )
    document = read_document(
        make_zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": bomb.encode()}), "a.docx"
    )
    assert "secret" not in document.text
    assert "yyyy" not in document.text


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"word/document.xml": b"<w:document"}, id="broken-xml"),
        pytest.param({"word/document.xml": b"<document/>"}, id="no-body"),
        pytest.param({"word/other.xml": b""}, id="no-document"),
    ],
)
def test_a_damaged_file_is_named(files):
    with pytest.raises(Damaged, match=r"a\.docx: "):
        read_document(make_zip({"[Content_Types].xml": b"<Types/>"} | files), "a.docx")


def test_a_word_file_with_a_password_is_named():
    data = b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    with pytest.raises(Encrypted, match=r"a\.docx.*password"):
        read_document(data, "a.docx")
