"""Aligning many names at once says what aligning each alone does."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.names import batch
from store.names.align import Alignment, chain, skip_costs
from store.names.batch import Columns, align_all, alike, span_used
from store.names.blocks import blocks_of
from store.names.lexicon import Lexicon
from store.names.tokens import Token, tokenize
from store.names.vocabulary import Vocabulary
from store.names.weights import weights
from store.text import fold, normalize
from tests.laws import law
from tests.names.strategies import names, questions

ROUNDED = 1 / 400  # what one pair may lose in a packed number


def _both(question: tuple[Token, ...], name: str, others: list[str]) -> tuple[float, int, Alignment | None, list[int]]:
    """The value and the tokens of the name's alignment among others, its alignment alone, and the bits of the tokens."""
    vocabulary = Vocabulary()
    lexicon = Lexicon(blocks_of(sorted({name, *others}), vocabulary), vocabulary)
    numbers = np.arange(len(lexicon))
    columns = lexicon.columns(numbers)
    like = alike(vocabulary.likeness(question, len(vocabulary)), columns)
    aligned = align_all(question, like, columns)
    column = [lexicon.name(int(n)) for n in numbers].index(name)
    pairs = [(int(i), int(j), round(float(like[i, j, column]), 2)) for i, j in np.argwhere(like[:, :, column])]
    of_name = tokenize(fold(name))
    return (
        float(aligned.values[column]),
        int(aligned.used[column]),
        chain(pairs, question, of_name, _weights(name), skip_costs(question)),
        aligned.bits.tolist(),
    )


def _weights(name: str) -> list[float]:
    """Of each token of a name."""
    of_characters = weights(fold(name))
    return [max(of_characters[token.start : token.end]) for token in tokenize(fold(name))]


@given(questions, names, st.lists(names, max_size=4))
@law(150, shrink=False)
def test_an_alignment_among_many_is_worth_as_much(question: str, name: str, others: list[str]) -> None:
    """It is worth no less than that of the name alone, but for rounding: it may bridge more slips."""
    value, used, alone, _bits = _both(tokenize(normalize(question).text), name, others)

    assert (used > 0) == (value > 0)
    if alone:
        assert value >= alone.value - ROUNDED * (len(alone.pairs) + 1)


@given(st.text("caizhengjugonglu ", min_size=1, max_size=14), names, st.lists(names, max_size=4))
@law(100, shrink=False)
def test_without_slips_the_two_are_the_same(question: str, name: str, others: list[str]) -> None:
    """Where no character of the question can be a slip, the values differ by no more than rounding, and the spans are one's."""
    tokens = tokenize(question)
    value, used, alone, bits = _both(tokens, name, others)

    assert (used == 0) == (alone is None)
    if alone:
        assert value == pytest.approx(alone.value, abs=ROUNDED * (len(tokens) + 1))
        first, last = span_used(used, bits)
        assert 0 <= first <= last < len(tokens)


@given(questions | st.text("软件的升级维护哪一二，x ", max_size=60), st.lists(names, min_size=1, max_size=6))
@law(150, shrink=False)
def test_pair_by_pair_or_row_by_row_is_the_same(question: str, listed: list[str]) -> None:
    """A few pairs are looked at one by one and many over arrays: to the last bit the same alignments."""
    tokens = tokenize(normalize(question).text)
    vocabulary = Vocabulary()
    lexicon = Lexicon(blocks_of(sorted(set(listed)), vocabulary), vocabulary)
    columns = lexicon.columns(np.arange(len(lexicon)))
    like = alike(vocabulary.likeness(tokens, len(vocabulary)), columns)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch, "_FEW", 0)
        by_rows = align_all(tokens, like, columns)
        patch.setattr(batch, "_FEW", like.size)
        by_pairs = align_all(tokens, like, columns)

    assert by_pairs.values.tolist() == by_rows.values.tolist()
    assert by_pairs.used.tolist() == by_rows.used.tolist()
    assert by_pairs.said.tolist() == by_rows.said.tolist()


def test_a_slip_is_bridged() -> None:
    """One wrong character costs what it costs alone."""
    value, _used, alone, _bits = _both(tokenize("软件升哈维护"), "软件升级维护", [])

    assert alone is not None
    assert value == pytest.approx(alone.value, abs=0.02)


def test_no_names_and_no_question() -> None:
    """Nothing is aligned with nothing."""
    none = Columns.joined([])
    vocabulary = Vocabulary()
    lexicon = Lexicon(blocks_of(["软件升级"], vocabulary), vocabulary)
    one = lexicon.columns(np.arange(1))

    assert [] == align_all(tokenize("软件"), alike(vocabulary.likeness(tokenize("软件"), 9), none), none).values.tolist()
    assert [0.0] == align_all((), alike(vocabulary.likeness((), 9), one), one).values.tolist()


@given(st.lists(names, min_size=1, max_size=6))
@law(50, shrink=False)
def test_columns_are_the_names_tokens(listed: list[str]) -> None:
    """A column holds the codes of a name's tokens and what each weighs, however the name was indexed."""
    vocabulary = Vocabulary()
    lexicon = Lexicon(blocks_of(sorted(set(listed)), vocabulary), vocabulary)
    columns = lexicon.columns(np.arange(len(lexicon)))

    for number, (codes, weighed) in enumerate(zip(columns.codes.T, columns.weights.T, strict=True)):
        tokens = tokenize(fold(lexicon.name(number)))
        assert codes[codes > 0].tolist() == [vocabulary.add(t.kind, t.text) for t in tokens]
        assert weighed[: len(tokens)].tolist() == _weights(lexicon.name(number))


@pytest.mark.parametrize("between", ["。" * 400, "软" * 700, "维护" * 300, "，今天" * 200])
def test_however_long_a_question_is(between: str) -> None:
    """What is skipped costs more than there is to gain, and never so much that it turns into a gain."""
    value, _used, alone, _bits = _both(tokenize(f"软件升级{between}软件升级维护"), "软件升级维护", [])

    assert alone is not None
    assert value == pytest.approx(alone.value, abs=0.02)
