"""Bytes become text in the encoding they were written in, or are refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import CompareError, Damaged
from compare.readers.decoding import decode

PROSE = (
    "今年经济社会发展的主要预期目标是：地区生产总值增长6%左右，城镇新增就业20万人以上。\r\n"
    "我们要加快建设现代化产业体系，推进乡村全面振兴，保障和改善民生，提高公共服务水平。\n"
)
TRADITIONAL = (
    "各位代表，現在我向大會報告政府工作，請予審議。過去一年，全市經濟社會發展取得新的成績，"
    "生產總值增長百分之六，居民收入與經濟同步增長，城鄉面貌有新的變化。"
)
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16", "utf-32"]
COMMON = "的一是在有和人大为经济社会发展政府改革建设推进新高企业民市区，。、；："
common = st.text(alphabet=COMMON, min_size=12)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_chinese_prose_survives_its_encoding(encoding):
    assert decode(PROSE.encode(encoding), "r.txt") == (PROSE, ())


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs", "utf-8", "gb18030"])
def test_traditional_prose_survives_its_encoding(encoding):
    assert decode(TRADITIONAL.encode(encoding), "r.txt") == (TRADITIONAL, ())


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_believed_and_left_off(mark, encoding):
    assert decode(mark + PROSE.encode(encoding), "r.txt") == (PROSE, ())


def test_line_ends_stay_as_they_are():
    assert decode("一\r\n二\r三\n".encode(), "r.txt")[0] == "一\r\n二\r三\n"


@given(common, st.sampled_from(ENCODINGS))
def test_decoding_undoes_encoding(text, encoding):
    assert decode(text.encode(encoding), "r.txt")[0] == text


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_are_refused_in_one_line(data):
    try:
        text, _ = decode(data, "r.txt")
    except CompareError as error:
        assert "r.txt" in str(error)
        assert "\n" not in str(error)
    else:
        assert isinstance(text, str)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\xd0\xcf\x11\xe0rest", "Word"),
        (b"\x89PNG\r\n", "picture"),
        (b"{\\rtf1 text}", "RTF"),
        (b"a\0b", "binary"),
    ],
)
def test_what_is_no_text_is_named(data, what):
    with pytest.raises(Damaged, match=what):
        decode(data, "report.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_broken_bytes_cost_a_note_not_the_report(encoding):
    data = (PROSE * 20).encode(encoding)
    text, notes = decode(data[:300] + b"\xff" + data[300:], "r.txt")
    assert 0 < text.count("\ufffd") <= 3
    assert text.endswith(PROSE * 15)
    assert [note.code for note in notes] == ["unreadable-characters"]


def test_english_with_a_broken_byte_stays_what_it_is():
    text = "The Minister’s office said – growth was 5 per cent. " * 30
    data = text.encode()
    read, notes = decode(data[:200] + b"\xe2" + data[200:], "r.txt")
    assert read.replace("\ufffd", "") == text
    assert len(notes) == 1


def test_western_prose_in_its_old_encoding_is_read():
    text = "The economy grew by 5 per cent – a solid result, the Minister’s office said. " * 9
    assert decode(text.encode("cp1252"), "r.txt")[0] == text


def test_a_mark_that_lies_is_refused():
    with pytest.raises(Damaged, match="utf-8"):
        decode(codecs.BOM_UTF8 + PROSE.encode("gb18030") * 9, "r.txt")


def test_noise_is_refused():
    with pytest.raises(Damaged, match="cannot be decoded"):
        decode(bytes(range(128, 256)) * 30, "r.txt")
