"""An index as a file: what comes back is what was saved, and what is not whole, or another's, is refused."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.names import NameIndex, readings, tokenize, vocabulary
from store.names import snapshot as snapshot_module
from store.names.snapshot import Origin, load, save
from store.text import normalize
from tests.laws import law
from tests.names.conftest import PROJECTS, UNITS
from tests.names.strategies import Pair, by_type, pairs, questions

KEY = Origin(7, "ab12")
PAIRS = [(UNITS[n % len(UNITS)], project) for n, project in enumerate(PROJECTS)]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("snapshot") / "names.index"
    save(path, KEY, NameIndex(by_type(PAIRS), PAIRS))
    return path


@given(pairs, pairs, st.lists(questions, max_size=2))
@law(30, shrink=False)
def test_what_comes_back_answers_the_same(tmp_path: Path, there: list[Pair], more: list[Pair], asked: list[str]) -> None:
    """An index that was saved, with what is masked and what came later, proposes and finds the same, and can be followed."""
    path = tmp_path / "names.index"
    index = NameIndex(by_type(there), there).changed(by_type(more), {}, more, there[:2])
    save(path, KEY, index)
    back = load(path, KEY)

    assert back is not None
    for question in asked:
        tokens = tokenize(normalize(question).text)
        assert index.propose(tokens) == back.propose(tokens)
        assert index.search(question) == back.search(question)
        assert index.changed(by_type(PAIRS), by_type(there)).search(question) == back.changed(
            by_type(PAIRS), by_type(there)
        ).search(question)


def test_other_readings_refuse_what_was_saved(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that hears a character otherwise would look names up by other numbers than they were saved under."""
    assert load(saved, KEY) is not None
    monkeypatch.setitem(readings._ALSO, "件", "jue")
    readings.usual_readings.cache_clear()
    vocabulary._heard.cache_clear()
    try:
        assert load(saved, KEY) is None
    finally:
        monkeypatch.undo()
        readings.usual_readings.cache_clear()
        vocabulary._heard.cache_clear()


@given(st.data())
@law(100, shrink=False)
def test_a_flipped_byte_is_refused(saved: Path, tmp_path: Path, data: st.DataObject) -> None:
    """One byte that is another, wherever it stands, makes the file worthless."""
    whole = bytearray(saved.read_bytes())
    place = data.draw(st.integers(0, len(whole) - 1) | st.integers(0, 64))
    whole[place] ^= data.draw(st.integers(1, 255))
    (tmp_path / "names.index").write_bytes(whole)

    assert load(tmp_path / "names.index", KEY) is None


@given(st.data())
@law(50, shrink=False)
def test_a_file_of_another_length_is_refused(saved: Path, tmp_path: Path, data: st.DataObject) -> None:
    """A file that ends early, or goes on, is worthless."""
    whole = saved.read_bytes()
    cut = data.draw(st.sampled_from([0, 1, 15, 16, 47, 48, 55, 56, len(whole) - 1]) | st.integers(0, len(whole) - 1))
    (tmp_path / "names.index").write_bytes(data.draw(st.sampled_from([whole[:cut], whole + whole[:1], whole + bytes(8)])))

    assert load(tmp_path / "names.index", KEY) is None


@pytest.mark.parametrize("key", [Origin(8, "ab12"), Origin(7, "cd34"), Origin(-1, "")])
def test_a_stale_file_is_refused(saved: Path, key: Origin, caplog: pytest.LogCaptureFixture) -> None:
    """A file that was made from another state of the store is not used, and the log says which."""
    assert load(saved, key) is None
    assert "已过期" in caplog.text


def test_a_file_of_another_format_is_refused(
    saved: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What another version of the program wrote is not used."""
    monkeypatch.setattr(snapshot_module, "FORMAT", 2)

    assert load(saved, KEY) is None
    assert "另一版本" in caplog.text


def test_other_tables_make_a_file_worthless(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index made with other readings of characters is not used."""
    monkeypatch.setattr(snapshot_module, "_rules", lambda: "others")

    assert load(saved, KEY) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda header: header.replace(b'"arrays": [[', b'"arrays": [5, ['),
        lambda header: header.replace(b'"<u4"', b'"<O8"'),
        lambda header: header.replace(b'"<u8"', b'"<x8"'),
        lambda header: header.replace(b'"blocks"', b'"clocks"'),
        lambda header: header.replace(b'"tokens": [[', b'"tokens": [7, ['),
        lambda header: header.replace(b'"format"', b'"former"'),
        lambda header: b"[" * len(header),
        lambda header: b"\xff" * len(header),
    ],
)
def test_a_file_that_only_its_digest_vouches_for_is_refused(
    saved: Path, tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    """A header that makes no sense raises nothing and runs nothing: there is no index."""
    whole = saved.read_bytes()
    length = int.from_bytes(whole[48:56], "little")
    header = change(whole[56 : 56 + length])
    body = len(header).to_bytes(8, "little") + header + bytes(-len(header) % 8) + whole[56 + length + -length % 8 :]
    digest = snapshot_module.hashlib.blake2b(body, digest_size=32).digest()
    (tmp_path / "names.index").write_bytes(whole[:16] + digest + body)

    assert load(tmp_path / "names.index", KEY) is None


def test_no_file_is_no_index(tmp_path: Path) -> None:
    """A first start has no snapshot; a folder in its place is none either."""
    assert load(tmp_path / "names.index", KEY) is None
    assert load(tmp_path, KEY) is None


def test_who_writes_at_the_same_time_leaves_a_whole_file(tmp_path: Path) -> None:
    """The file is always one of those that were written, while it is written and after; nothing else is left in the folder."""
    path = tmp_path / "names.index"
    small, large = NameIndex(by_type(PAIRS[:1]), PAIRS[:1]), NameIndex(by_type(PAIRS), PAIRS)
    save(path, KEY, small)
    writers = [
        threading.Thread(target=lambda index=index: [save(path, KEY, index) for _ in range(10)]) for index in (small, large)
    ]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        assert load(path, KEY) is not None
    for writer in writers:
        writer.join()

    assert load(path, KEY) is not None
    assert [path] == list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_leaves_the_old_one(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk costs the new snapshot, not the old."""

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    before = saved.read_bytes()
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(saved, KEY, NameIndex())

    assert before == saved.read_bytes()
    assert [saved] == list(saved.parent.iterdir())
