"""The register of names: after any change it is what would be built anew, and many names wait in a file for the next start."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import register
from bot.register import register_of
from store.catalogue import Catalogue, Entry
from store.names import NameType, tokenize
from tests.laws import law

UNITS = ("青禾县财政局", "青禾县教育局", "柳河镇财政所")
PROJECTS = ("软件升级维护", "校园安保经费", "乡村振兴下派干部经费", "工作经费")
QUESTIONS = ("财政局软件维护多少钱", "校园安保", "柳河财政所工作经费", "xczx")


def catalogue(version, *targets):
    entries = tuple(Entry("青禾县", project, unit, 2024, unit, None, None, "文件") for unit, project in targets)
    return Catalogue(version, entries, tuple((f"{project}完成率", "质量指标") for _unit, project in targets))


def said(of):
    return [of.index.propose(tokenize(question)) for question in QUESTIONS]


targets = st.sets(st.tuples(st.sampled_from(UNITS), st.sampled_from(PROJECTS)), max_size=6)


@given(st.lists(targets, min_size=2, max_size=4))
@law(40)
def test_what_follows_is_what_would_be_built_anew(states):
    """Whatever comes and goes, names, pairs and proposals are those of the state."""
    followed = None
    for version, state in enumerate(states):
        followed = register_of(catalogue(version, *sorted(state)), followed)
        anew = register_of(catalogue(version, *sorted(state)))

        assert (followed.names, followed.pairs) == (anew.names, anew.pairs)
        assert said(followed) == said(anew)


@pytest.fixture
def many(monkeypatch):
    monkeypatch.setattr(register, "_WORTH_KEEPING", 3)


@pytest.mark.usefixtures("many")
def test_a_snapshot_waits_for_the_next_start(tmp_path: Path):
    """The second start reads what the first one wrote, and answers the same; other names make it anew."""
    file = tmp_path / "names.snapshot"
    first = register_of(catalogue(1, (UNITS[0], PROJECTS[0])), snapshot=file)
    written = file.read_bytes()
    second = register_of(catalogue(1, (UNITS[0], PROJECTS[0])), snapshot=file)
    other = register_of(catalogue(1, (UNITS[0], PROJECTS[1])), snapshot=file)

    assert said(first) == said(second)
    assert written != file.read_bytes()
    assert {PROJECTS[1]} == other.names[NameType.PROJECT]
    assert said(other) == said(register_of(catalogue(1, (UNITS[0], PROJECTS[1]))))


@pytest.mark.usefixtures("many")
def test_a_damaged_snapshot_is_made_anew(tmp_path: Path, caplog):
    """It is said in the log, and nobody's question fails."""
    file = tmp_path / "names.snapshot"
    file.write_bytes(b"not an index")
    found = register_of(catalogue(1, (UNITS[0], PROJECTS[0])), snapshot=file)

    assert said(found) == said(register_of(catalogue(1, (UNITS[0], PROJECTS[0]))))
    assert "快照不能用" in caplog.text
    assert file.read_bytes() != b"not an index"


@pytest.mark.usefixtures("many")
def test_a_folder_that_nobody_may_write_to(tmp_path: Path, caplog):
    """Without a snapshot there is an answer all the same."""
    found = register_of(catalogue(1, (UNITS[0], PROJECTS[0])), snapshot=tmp_path / "nowhere" / "names.snapshot")

    assert {PROJECTS[0]} == found.names[NameType.PROJECT]
    assert "没有写成" in caplog.text


def test_few_names_are_not_written(tmp_path: Path):
    """A county's names are indexed before a file of them is read."""
    register_of(catalogue(1, (UNITS[0], PROJECTS[0])), snapshot=tmp_path / "names.snapshot")

    assert [] == list(tmp_path.iterdir())
