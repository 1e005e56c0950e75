"""An index that follows another is the index of what is there now."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.names import NameIndex, NameType, tokenize
from store.names import blocks as blocks_module
from store.names.blocks import blocks_of
from store.names.tidying import tidy
from store.names.vocabulary import Vocabulary
from store.text import normalize
from tests.laws import law
from tests.names.strategies import Pair, by_type, pairs, questions


@dataclass(frozen=True)
class Step:
    """Pairs that come, with their names, and pairs that go; `names_go`: with their names."""

    come: list[Pair]
    go: list[Pair]
    names_go: bool


steps = st.lists(st.builds(Step, pairs, pairs, st.booleans()), min_size=1, max_size=6)


def _followed(steps: Sequence[Step]) -> tuple[NameIndex, NameIndex]:
    """The index that follows step by step, and the one that is built of what is there in the end."""
    index, there = NameIndex(), set[Pair]()
    names: dict[NameType, set[str]] = {NameType.UNIT: set(), NameType.PROJECT: set()}
    for step in steps:
        added, gone = by_type(step.come), by_type(step.go) if step.names_go else {}
        index = index.changed(added, gone, step.come, step.go)
        names = {kind: (names[kind] - gone.get(kind, set())) | added[kind] for kind in names}
        there = {p for p in there - set(step.go) if p[0] in names[NameType.UNIT] and p[1] in names[NameType.PROJECT]}
        for kind, place in ((NameType.UNIT, 0), (NameType.PROJECT, 1)):
            really_gone = gone.get(kind, set()) - added[kind]
            there = {p for p in there if p[place] not in really_gone}
        there |= set(step.come)
    return index, NameIndex(names, sorted(there))


@given(steps, st.lists(questions, min_size=1, max_size=3))
@law(60, shrink=False)
def test_an_index_that_follows_answers_as_one_built_anew(steps: list[Step], asked: list[str]) -> None:
    """Any sequence of additions and removals leads to the same proposals, finds and near names, in the same order."""
    index, anew = _followed(steps)

    for question in asked:
        tokens = tokenize(normalize(question).text)
        assert anew.propose(tokens) == index.propose(tokens)
        assert anew.search(question) == index.search(question)
        assert anew.near(question, list(NameType)) == index.near(question, list(NameType))


@pytest.fixture
def _little_room() -> Iterator[None]:
    """A few names fill what a million would."""
    with pytest.MonkeyPatch.context() as patch:
        for name, most in {
            "index._LOOKED_AT": 3,
            "index._PROJECTS": 3,
            "index._UNITS": 3,
            "index._OWNERS": 1,
            "index._OWN": 1,
            "lexicon._BUDGET": 8,
            "lexicon._BUDGET_SHARE": 0.1,
            "pairs.SAME": 2,
            "search._JOINED": 2,
        }.items():
            patch.setattr(f"store.names.{name}", most)
        yield


_alike = st.tuples(
    st.sampled_from([f"{a}{b}财政局" for a in "东西南北" for b in "村镇"]),
    st.sampled_from([f"{a}{b}公路养护" for a in "东西" for b in "村镇岭"]),
)
_steps_alike = st.lists(
    st.builds(Step, st.lists(_alike, min_size=3, max_size=12), st.lists(_alike, max_size=3), st.booleans()),
    min_size=2,
    max_size=5,
)


@pytest.mark.usefixtures("_little_room")
@given(
    _steps_alike, st.sampled_from(["公路养护", "财政局公路养护", "东村公路", "财政局", "南镇财政局西岭养护", "村养护", "政局"])
)
@law(80, shrink=False)
def test_what_is_left_out_depends_on_the_names_alone(steps: list[Step], question: str) -> None:
    """Where only some of the names are looked at, they are the same whenever each of them came."""
    index, anew = _followed(steps)
    tokens = tokenize(normalize(question).text)

    assert anew.propose(tokens) == index.propose(tokens)
    assert anew.search(question) == index.search(question)


@given(steps)
@law(20, shrink=False)
def test_an_index_that_was_followed_stays_as_it_was(steps: list[Step]) -> None:
    """Whoever asks the old index while a new one is made gets the old answers."""
    old = NameIndex({NameType.UNIT: {"青禾县财政局"}, NameType.PROJECT: {"农村公路养护"}}, [("青禾县财政局", "农村公路养护")])
    before = old.search("财政局公路养护"), old.propose(tokenize("公路养护"))
    index = old
    for step in steps:
        index = index.changed(by_type(step.come), by_type(step.go) if step.names_go else {}, step.come, step.go)

    assert before == (old.search("财政局公路养护"), old.propose(tokenize("公路养护")))


def test_a_name_that_is_removed_takes_its_pairs_with_it() -> None:
    """A project comes back without the units that it had."""
    pair = ("青禾县财政局", "农村公路养护")
    index = NameIndex(by_type([pair]), [pair])
    gone = index.changed(removed={NameType.PROJECT: ["农村公路养护"]})
    back = gone.changed({NameType.PROJECT: ["农村公路养护"]})

    assert [] == gone.search("农村公路养护")
    assert [] == gone.propose(tokenize("农村公路养护"))
    assert [] == back.search("农村公路养护")
    assert back.propose(tokenize("农村公路养护"))
    assert back.changed(pairs_added=[pair]).search("农村公路养护")[0].unit == "青禾县财政局"


def test_a_unit_and_a_project_of_one_name_are_two() -> None:
    """Removing the unit leaves the project of the same name, and its pairs."""
    index = NameIndex(by_type([("党校", "培训"), ("财政局", "党校")]), [("党校", "培训"), ("财政局", "党校")])

    assert ["财政局"] == [hit.unit for hit in index.changed(removed={NameType.UNIT: ["党校"]}).search("党校")]


def test_a_pair_of_unknown_names_is_refused() -> None:
    """A pair's names are among the names, in a new index and in one that follows."""
    with pytest.raises(KeyError):
        NameIndex({NameType.UNIT: ["党校"]}, [("党校", "培训")])
    with pytest.raises(KeyError):
        NameIndex().changed(pairs_added=[("党校", "培训")])


def test_blocks_stay_few_and_keep_what_is_there() -> None:
    """However many loads there were, each block is more than twice as large as the next, and nothing is lost or twice."""
    vocabulary, blocks = Vocabulary(), []
    for load in range(100):
        blocks = tidy([*blocks, *blocks_of([f"第{load}批{n}号" for n in range(load % 7 + 1)], vocabulary)], vocabulary)

    sizes = [len(block) for block in blocks]
    assert all(one > 2 * other for one, other in pairwise(sizes))
    assert sorted(f"第{load}批{n}号" for load in range(100) for n in range(load % 7 + 1)) == sorted(
        name for block in blocks for name in block.names()
    )


def test_full_blocks_are_not_merged(monkeypatch: pytest.MonkeyPatch) -> None:
    """A block never holds more names than a place can number."""
    monkeypatch.setattr(blocks_module, "SIZE", 8)
    monkeypatch.setattr("store.names.tidying.SIZE", 8)
    vocabulary = Vocabulary()

    blocks = tidy(blocks_of([f"{n}号" for n in range(30)], vocabulary), vocabulary)

    assert [8, 8, 8, 6] == [len(block) for block in blocks]


def test_a_block_of_which_much_is_gone_is_written_anew() -> None:
    """A few removals mask, more than a quarter compacts; what is left is found either way."""
    vocabulary = Vocabulary()
    (block,) = blocks_of([f"{n}号渠道" for n in range(100)], vocabulary)

    (masked,) = tidy([block.without(block.living()[:25])], vocabulary)
    (anew,) = tidy([block.without(block.living()[:26])], vocabulary)

    assert (75, 100) == (len(masked), len(masked.ends))
    assert (74, 74) == (len(anew), len(anew.ends))
    assert list(masked.names())[1:] == list(anew.names())


def test_questions_are_answered_while_names_come() -> None:
    """Readers of old and new indexes meet no half-written token, whatever is added meanwhile."""
    index = NameIndex({NameType.PROJECT: ["农村公路养护"]})
    said = tokenize("农村公路养护多少钱gonglu123")
    expected, stop, wrong = index.propose(said), threading.Event(), list[object]()

    def ask() -> None:
        while not stop.is_set():
            try:
                if index.propose(said) != expected:
                    wrong.append("another answer")
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told
                wrong.append(error)

    readers = [threading.Thread(target=ask) for _ in range(2)]
    for reader in readers:
        reader.start()
    newest = index
    for n in range(15):
        newest = newest.changed({NameType.PROJECT: [f"{chr(0x4E00 + 20 * n + k)}路{n}号养护" for k in range(20)]})
        assert expected[0] in newest.propose(said)
    stop.set()
    for reader in readers:
        reader.join()

    assert [] == wrong
