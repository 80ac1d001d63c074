"""Files that open with a password only."""

import hashlib
import io
import sys

import pytest
from documents import make_docx, make_pdf, paragraph, set_lines
from locked import lock_pdf
from msoffcrypto.method.ecma376_agile import ECMA376Agile

from compare.errors import Damaged, Encrypted, MissingPackage
from compare.readers import read_document
from compare.readers.passwords import OLE, PACKAGE
from compare.terms import Terms

LINE = "新增城镇就业20万人以上。"


def lock_docx(data, password):
    return ECMA376Agile.encrypt(password, io.BytesIO(data))


LONG = "".join(map(chr, range(0x4E00, 0x6000)))  # what locks files writes none that are short
LOCKED = {
    "pdf": lock_pdf(make_pdf([set_lines([LINE])]), "0000"),
    "docx": lock_docx(make_docx([paragraph(LINE), paragraph(LONG)]), "0000"),
}


@pytest.mark.parametrize("kind", LOCKED)
def test_the_first_password_that_fits_opens_it(kind):
    terms = Terms(passwords=("1234", "0000"))
    document = read_document(LOCKED[kind], f"a.{kind}", terms=terms)
    assert LINE in document.text
    assert (document.format, document.notes) == (kind, ())
    assert document.digest == hashlib.sha256(LOCKED[kind]).hexdigest()


@pytest.mark.parametrize("kind", LOCKED)
def test_without_its_password_a_file_is_named(kind):
    with pytest.raises(Encrypted, match=rf"a\.{kind}: opens with a password.*--password-file"):
        read_document(LOCKED[kind], f"a.{kind}")
    with pytest.raises(Encrypted, match=rf"a\.{kind}: none of the passwords"):
        read_document(LOCKED[kind], f"a.{kind}", terms=Terms(passwords=("1234", "")))


def test_a_password_does_no_harm_where_none_is_needed():
    terms = Terms(passwords=("1234",))
    for kind, data in (
        ("docx", make_docx([paragraph(LINE)])),
        ("pdf", make_pdf([set_lines([LINE])])),
    ):
        assert LINE in read_document(data, f"a.{kind}", terms=terms).text


def test_what_opens_locked_word_files_is_named_where_it_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "msoffcrypto", None)
    with pytest.raises(MissingPackage, match=r"a\.docx: .*compare-reports\[passwords\]"):
        read_document(LOCKED["docx"], "a.docx", terms=Terms(passwords=("0000",)))


def test_an_old_word_file_with_a_password_is_told_by_its_flag():
    data = b"\xd0\xcf\x11\xe0" + bytes(508) + b"\xec\xa5" + bytes(8) + b"\x00\x01" + bytes(500)
    with pytest.raises(Encrypted, match=r"a\.doc"):
        read_document(data, "a.doc")


def test_a_lock_that_is_not_known_is_damage():
    with pytest.raises(Damaged, match=r"a\.docx: locked in a way"):
        read_document(OLE + PACKAGE, "a.docx", terms=Terms(passwords=("0000",)))
