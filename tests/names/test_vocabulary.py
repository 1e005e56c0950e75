"""The likeness that the arrays know is the likeness of tokens."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.names import NameIndex, NameType, tokenize
from store.names.tokens import likeness
from store.names.vocabulary import Vocabulary
from store.text import normalize
from tests.laws import law

TEXTS = st.lists(
    st.sampled_from("一二十两〇零百财才采政郑正局会计重庆银行校长率绿吕女，（） 的%.")
    | st.sampled_from(["2", "02", "12", "3.5", "zheng", "zen", "cai", "lü", "h", "q", "hj", "x", "é", "😀", "㐀"]),
    max_size=10,
).map(lambda parts: normalize("".join(parts)).text)


@given(TEXTS, TEXTS)
@law(300)
def test_arrays_and_tokens_agree(asked: str, stored: str) -> None:
    """For tokens of every kind the vocabulary says what `tokens.likeness` says."""
    vocabulary = Vocabulary()
    question, name = tokenize(asked), tokenize(stored)
    codes = [vocabulary.add(t.kind, t.text) for t in name]
    rows = vocabulary.likeness(question, len(vocabulary))

    for row, one in zip(rows, question, strict=True):
        for code, other in zip(codes, name, strict=True):
            assert row[code] == np.float32(likeness(one, other)), (one, other)


@given(TEXTS, TEXTS, TEXTS)
@law(100)
def test_what_comes_later_changes_nothing_before(asked: str, stored: str, later: str) -> None:
    """The likeness of the first codes stays the same while the vocabulary grows; asked in between or not."""
    vocabulary = Vocabulary()
    question = tokenize(asked)
    for token in tokenize(stored):
        vocabulary.add(token.kind, token.text)
    size = len(vocabulary)
    before = vocabulary.likeness(question, size)
    for token in tokenize(later):
        vocabulary.add(token.kind, token.text)
    grown = vocabulary.likeness(question, len(vocabulary))

    assert before.tolist() == grown[:, :size].tolist() == vocabulary.likeness(question, size).tolist()


@given(TEXTS)
@law(100)
def test_a_vocabulary_is_made_anew_from_its_tokens(stored: str) -> None:
    """The same tokens in the same order have the same codes, sounds and initials."""
    vocabulary = Vocabulary()
    for token in tokenize(stored):
        vocabulary.add(token.kind, token.text)
    anew = Vocabulary(vocabulary.tokens)

    assert len(vocabulary) == len(anew)
    assert vocabulary.sounds.tolist() == anew.sounds.tolist()
    assert vocabulary.initials.tolist() == anew.initials.tolist()


def test_a_vocabulary_that_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Further tokens are alike to none; names are still found by those that are known."""
    monkeypatch.setattr("store.names.vocabulary.MOST", 12)
    known, unknown = "农村公路养护里程", "软件升级维护"
    index = NameIndex({NameType.PROJECT: [known], NameType.UNIT: [unknown]})

    assert index.propose(tokenize(known))[0].name == known
    assert {known, unknown} >= {m.name for m in index.propose(tokenize(unknown))}


def test_numbers_that_are_not_told_apart_say_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two numbers that came after the last token that has a code of its own are not the same number."""
    monkeypatch.setattr("store.names.vocabulary.MOST", 11)  # the ten characters come first
    one, other = "农村公路养护里程工程12345号", "农村公路养护里程工程67890号"
    index = NameIndex({NameType.PROJECT: [one, other]})
    found = index.propose(tokenize(f"{other}多少钱"))

    assert one not in {m.name for m in found if m.whole}
    assert {one, other} == {m.name for m in found}
