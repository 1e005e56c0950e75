"""What a block finds: every name by its sounds, whatever stands beside it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.names import NameIndex, NameType, tokenize
from store.names.blocks import blocks_of, initials_key, merged, pair_key
from store.names.identity import identities
from store.names.vocabulary import NONE, Vocabulary
from store.text import fold
from tests.laws import law
from tests.names.strategies import names

many = st.lists(names, min_size=1, max_size=12).map(lambda listed: sorted(set(listed)))


@given(many, st.booleans())
@law(60, shrink=False)
def test_every_two_sounds_of_a_name_find_it(listed: list[str], apart: bool) -> None:
    """Sounds of a name that stand up to four places apart, and three initials in a row, find the name; in a merged block too."""
    vocabulary = Vocabulary()
    blocks = [b for name in listed for b in blocks_of([name], vocabulary)] if apart else blocks_of(listed, vocabulary)
    block = merged(blocks, vocabulary)
    held = {name: _keys(name, vocabulary) for name in block.names()}

    for place, (name, keys) in enumerate(held.items()):
        of_keys = block.holding(np.array(keys, np.uint64))
        counts = of_keys.counts(np.arange(len(keys)), np.ones(len(keys)))
        assert counts[place] == len(keys), name
    assert sorted(listed) == sorted(held)


def _keys(name: str, vocabulary: Vocabulary) -> list[int]:
    codes = [vocabulary.add(t.kind, t.text) for t in tokenize(fold(name))]
    sounds = [int(vocabulary.sounds[code, 0]) for code in codes]
    letters = [int(vocabulary.initials[code]) for code in codes]
    near = {pair_key(a, b) for n, a in enumerate(sounds) for b in sounds[n + 1 : n + 5] if NONE not in (a, b)}
    return sorted(near | {initials_key(*three) for three in zip(letters, letters[1:], letters[2:], strict=False) if all(three)})


@given(many, st.data())
@law(60, shrink=False)
def test_what_is_masked_is_not_found(listed: list[str], data: st.DataObject) -> None:
    """A removed name stands in no list, and the others stand where they stood."""
    vocabulary = Vocabulary()
    (block,) = blocks_of(listed, vocabulary)
    gone = data.draw(st.lists(st.sampled_from(range(len(listed))), unique=True))
    masked = block.without(np.array(gone, np.intp))
    keys = sorted({key for name in listed for key in _keys(name, vocabulary)})
    every, worth = np.arange(len(keys)), np.ones(len(keys))
    before, after = block.holding(np.array(keys, np.uint64)), masked.holding(np.array(keys, np.uint64))

    expected = before.counts(every, worth)
    expected[gone] = 0
    assert expected.tolist() == after.counts(every, worth).tolist()
    assert after.sizes().sum() == expected.sum()
    assert len(masked) == len(listed) - len(gone)
    assert [n for n in range(len(listed)) if n not in gone] == sorted(p for p in masked.find(masked.ids).tolist() if p >= 0)


@given(st.lists(st.text(max_size=12), unique=True, max_size=12))
@law(100)
def test_each_name_has_an_identity_of_its_own(listed: list[str]) -> None:
    """Different names have different ones, each the same alone as among others."""
    ids = identities(listed).tolist()

    assert len(set(ids)) == len(listed)
    assert ids == [int(identities([name])[0]) for name in listed]


def test_an_identity_is_the_same_in_every_process() -> None:
    """Files are made of identities: this number must never change without a new format of the snapshot."""
    assert identities(["青禾县财政局"]).tolist() == [11928199819399665328]


def test_a_rare_pair_is_counted_however_common_the_others_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only a few places are counted, they are those of the rarest sounds."""
    monkeypatch.setattr("store.names.lexicon._BUDGET", 3)
    monkeypatch.setattr("store.names.lexicon._BUDGET_SHARE", 0.0)
    monkeypatch.setattr("store.names.index._LOOKED_AT", 5)
    common = [f"{a}{b}公路养护经费" for a in "东南西北上下左右" for b in "山河湖海村镇"]
    index = NameIndex({NameType.PROJECT: [*common, "螺髻公路养护经费"]})

    assert "螺髻公路养护经费" in [m.name for m in index.propose(tokenize("公路养护经费里螺髻的多少钱"))]
    assert index.propose(tokenize("螺髻的公路养护经费"))[0].name == "螺髻公路养护经费"
