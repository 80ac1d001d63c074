"""Plain text: nothing in it is markup but lines that only divide."""

import hashlib

import pytest

from compare.model import BlockKind
from compare.readers import read_document


def test_the_text_is_kept_as_it_is():
    document = read_document("  一、回顾\r\n\r\n 正文 ".encode(), "r.txt")
    assert document.text == "  一、回顾\r\n\r\n 正文 "
    assert (document.name, document.format, document.notes) == ("r.txt", "txt", ())


def test_the_digest_is_that_of_the_bytes():
    data = "报告".encode("utf-8-sig")
    assert read_document(data, "r.txt").digest == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    "rule", ["---", "-----", "***", "===", "~~~", "- - -", "————", "|---|:--:|"]
)
def test_a_line_that_only_divides_is_a_rule(rule):
    text = f"上文\n{rule}\n下文"
    (block,) = read_document(text.encode(), "r.txt").blocks
    assert (block.kind, block.span.of(text)) == (BlockKind.RULE, rule)


@pytest.mark.parametrize("line", ["--", "——经济稳中有进。", "3-5", "# 题", "-"])
def test_a_line_with_words_is_no_rule(line):
    assert read_document(f"上文\n{line}\n下文".encode(), "r.txt").blocks == ()
