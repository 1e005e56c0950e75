"""What names mean: which come nearest, the file that they wait in, and the model's door."""

import logging
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.names import embedding
from store.names.senses import Near, Senses, load, made, save
from tests.laws import law

NAMES = ("公路养护", "戏曲进乡村", "疫苗冷链")


def embedded(names):
    """A stand-in for the model: each name along an axis of its own, the last one along the first too."""
    rows = {name: np.eye(4, dtype=np.float32)[n] for n, name in enumerate(NAMES)}
    rows["疫苗冷链"] = np.array([1, 0, 1, 0], np.float32)
    return np.array([rows[name] for name in names])


def senses(*names):
    return Senses.none().joined(list(made(names or NAMES, embedded)))


def test_the_nearest_come_first():
    """Names are given by likeness, so many as wanted, and no name has to be of those that are asked for."""
    along = np.array([1, 0, -0.5, 0], np.float32)

    assert [Near("公路养护", 1.0), Near("疫苗冷链", 0.5)] == senses().near(along, 2)
    assert [Near("疫苗冷链", 0.5), Near("戏曲进乡村", 0.0)] == senses().near(along, 2, among={"疫苗冷链", "戏曲进乡村", "别的"})
    assert [] == Senses.none().near(along, 2)


def test_equal_ones_come_by_name():
    """The same question has the same reply, whatever the order in which the names came."""
    nowhere = np.array([0, 0, 0, 1], np.float32)

    assert sorted(NAMES) == [near.name for near in senses(*reversed(NAMES)).near(nowhere, 3)]


def test_what_follows_is_what_would_be_made_anew():
    """Names that go and names that come give the senses of those that are there."""
    followed = senses(NAMES[0], NAMES[1]).only({NAMES[1]}).joined([senses(NAMES[2])])
    anew = senses(NAMES[1], NAMES[2])

    assert anew.names == followed.names
    assert np.array_equal(anew.steps, followed.steps)
    assert np.array_equal(anew.lengths, followed.lengths)


def test_the_file_gives_back_what_it_was_given(tmp_path: Path):
    """What was saved is loaded to the byte."""
    save(tmp_path / "names.meanings", senses())
    loaded = load(tmp_path / "names.meanings")

    assert senses().names == loaded.names
    assert (senses().steps.tobytes(), senses().lengths.tobytes()) == (loaded.steps.tobytes(), loaded.lengths.tobytes())
    assert ["names.meanings"] == [file.name for file in tmp_path.iterdir()]


@pytest.mark.parametrize(
    "damage",
    [lambda _whole: b"", lambda _whole: b"nothing", lambda whole: whole[:-40], lambda whole: whole.replace(b"\x7f", b"\x7e")],
)
def test_a_file_that_cannot_be_trusted_holds_nothing(tmp_path: Path, caplog, damage):
    """It is said in the log, and the names are looked at anew."""
    file = tmp_path / "names.meanings"
    save(file, senses())
    file.write_bytes(damage(file.read_bytes()))

    assert () == load(file).names
    assert "不能用" in caplog.text


def test_a_file_of_another_model_holds_nothing(tmp_path: Path, caplog, monkeypatch):
    """Numbers of two models cannot be compared."""
    save(tmp_path / "names.meanings", senses())
    monkeypatch.setattr("store.names.senses.MODEL", "another")

    assert () == load(tmp_path / "names.meanings").names
    assert "另一版本" in caplog.text


def test_no_file_is_no_news(tmp_path: Path, caplog):
    """Before the first time there is nothing to be warned of."""
    caplog.set_level(logging.WARNING)

    assert () == load(tmp_path / "nowhere").names
    assert "" == caplog.text


@pytest.mark.skipif(not embedding.is_there(), reason="for want of the extra, or of a processor that it runs on")
class TestModel:
    @pytest.mark.parametrize(
        ("phrase", "meant"),
        [("去农村唱戏", "戏曲进乡村"), ("打疫苗的冰箱换新", "疫苗冷链设备更新"), ("村里的路要补坑", "农村公路养护")],
    )
    def test_words_far_from_a_name_come_near_to_it(self, phrase, meant):
        """What means the same is nearer than what does not, though no character is the same."""
        names = ("戏曲进乡村", "疫苗冷链设备更新", "农村公路养护", "预算管理一体化系统运维", "城乡居民最低生活保障")
        known = Senses.none().joined(list(made(names, embedding.of_names)))

        assert meant == known.near(embedding.of_phrase(phrase), 1)[0].name

    @given(st.text(max_size=200) | st.sampled_from(["ﷺ" * 200, "\0", "\ud800", "", "㍿" * 99]))
    @law(20)
    def test_whatever_is_asked_has_a_place(self, text):
        """No text is too odd for the model: it is a point at distance one, the same each time."""
        point = embedding.of_phrase(text)

        assert np.array_equal(point, embedding.of_phrase(text))
        assert pytest.approx(1, abs=1e-3) == float(np.linalg.norm(point))


def test_without_the_extra_nothing_is_there(monkeypatch):
    """A machine that has not installed it is not asked for it."""
    embedding.is_there.cache_clear()
    monkeypatch.setattr("store.names.embedding.find_spec", lambda _name: None)

    assert not embedding.is_there()
    embedding.is_there.cache_clear()


def test_a_machine_that_cannot_run_it(monkeypatch, caplog):
    """What the loader refuses is said in the log, and nothing else fails."""
    embedding.is_there.cache_clear()
    monkeypatch.setattr("store.names.embedding.find_spec", lambda _name: object())
    monkeypatch.setattr("store.names.embedding._is_able", lambda: True)

    def refused():
        raise OSError("cannot open shared object file")

    monkeypatch.setattr("store.names.embedding._model", refused)

    assert not embedding.is_there()
    assert "cannot open" in caplog.text
    embedding.is_there.cache_clear()
