"""What was encoded once is not encoded again, and no file of vectors stands in the way."""

import numpy as np
import pytest

from compare.embedders.kept import Kept
from compare.embedders.store import Store


class Counting:
    """An embedder that remembers what it was asked."""

    name = "counting-1"

    def __init__(self):
        self.asked = []

    def encode(self, texts):
        self.asked += texts
        return np.array([[len(text), text.count("a"), 1] for text in texts], np.float32)


def keys(count):
    return [bytes([0, place]) for place in range(count)]


def fill(store, some):
    store.write({key: np.frombuffer(key, "u1").astype("<f2") for key in some})


def test_a_text_is_encoded_once(tmp_path):
    first, second = Counting(), Counting()
    texts = ["b", "aa", "b", "a" * 40]
    one = Kept(first, tmp_path).encode(texts)
    two = Kept(second, tmp_path).encode([*texts, "new"])
    assert sorted(first.asked) == sorted(set(texts))
    assert second.asked == ["new"]
    assert one.tolist() == two[:4].tolist() == first.encode(texts).tolist()


def test_another_model_has_vectors_of_its_own(tmp_path):
    other = Counting()
    other.name = "counting-2"
    Kept(Counting(), tmp_path).encode(["a"])
    Kept(other, tmp_path).encode(["a"])
    assert other.asked == ["a"]


def test_only_digests_of_texts_are_written(tmp_path):
    Kept(Counting(), tmp_path).encode(["a secret plan"])
    assert all(b"secret" not in path.read_bytes() for path in tmp_path.iterdir())


def test_progress_is_told_to_its_end(tmp_path):
    told = []
    Kept(Counting(), tmp_path, lambda *far: told.append(far)).encode(
        [str(number) for number in range(70)]
    )
    assert told == [(32, 70), (64, 70), (70, 70)]


def test_no_texts_have_no_rows(tmp_path):
    assert len(Kept(Counting(), tmp_path).encode([])) == 0


def test_those_unused_for_longest_go_first(tmp_path, monkeypatch):
    store = Store(tmp_path / "v.sqlite", most=3)
    for turn, key in enumerate(keys(3)):
        monkeypatch.setattr("time.time", lambda turn=turn: turn)
        fill(store, [key])
    monkeypatch.setattr("time.time", lambda: 9)
    store.read(keys(1))
    fill(store, [b"new"])
    assert set(store.read([*keys(3), b"new"])) == {keys(3)[0], keys(3)[2], b"new"}


@pytest.mark.parametrize("content", [b"", b"no store at all", b"SQLite format 3\0" + b"\7" * 4096])
def test_a_file_that_is_no_store_is_begun_anew(tmp_path, content):
    path = tmp_path / "v.sqlite"
    path.write_bytes(content)
    fill(Store(path), keys(2))
    assert set(Store(path).read(keys(3))) == set(keys(2))


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path):
    blocked = tmp_path / "a-file"
    blocked.write_text("in the way")
    store = Store(blocked / "v.sqlite")
    fill(store, keys(2))
    assert set(store.read(keys(2))) == set(keys(2))
    assert blocked.read_text() == "in the way"
