"""A question as tokens, and how far one token says another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.names import Kind, Token, tokenize
from store.names.tokens import EXACT, HOMOPHONE, INITIAL, NEAR_HOMOPHONE, TYPED, likeness
from store.text import normalize
from tests.laws import law


def _token(text: str) -> Token:
    (token,) = tokenize(text)
    return token


@given(st.text(max_size=40))
@law(300)
def test_tokens_cover_the_text(text: str) -> None:
    """The tokens of any text lie side by side, without gap or overlap, and are not empty."""
    normal = normalize(text).text
    tokens = tokenize(normal)

    assert "".join(normal[t.start : t.end] for t in tokens) == normal
    assert all(one.end == other.start for one, other in pairwise(tokens))
    assert all(t.start < t.end for t in tokens)


def test_letters_that_are_pinyin_are_syllables() -> None:
    """A run of letters is pinyin where it can be, else single letters."""
    assert [(t.text, t.kind) for t in tokenize("weihu")] == [("wei", Kind.SYLLABLE), ("hu", Kind.SYLLABLE)]
    assert [(t.text, t.kind) for t in tokenize("rjs")] == [("r", Kind.INITIAL), ("j", Kind.INITIAL), ("s", Kind.INITIAL)]


def test_a_number_is_one_token() -> None:
    """2.6.1 and 2024 are each one number, not their digits."""
    assert [(t.text, t.kind) for t in tokenize("2.6.1节2024")] == [
        ("2.6.1", Kind.NUMBER),
        ("节", Kind.HAN),
        ("2024", Kind.NUMBER),
    ]


@pytest.mark.parametrize(
    ("text", "number"), [("二", "2"), ("2", "2"), ("02", "2"), ("十", "10"), ("两", "2"), ("一", "1"), ("镇", None)]
)
def test_a_numeral_and_a_digit_have_one_value(text: str, number: str | None) -> None:
    """二 and 2 count the same phase."""
    assert number == _token(text).number


@pytest.mark.parametrize(
    ("asked", "named", "like"),
    [
        ("维", "维", EXACT),
        ("二", "2", EXACT),
        ("wei", "维", TYPED),
        ("唯", "维", HOMOPHONE),
        ("公", "工", HOMOPHONE),
        ("新", "兴", NEAR_HOMOPHONE),
        ("镇", "振", HOMOPHONE),
        ("正", "振", NEAR_HOMOPHONE),
        ("xin", "兴", NEAR_HOMOPHONE),
        ("w", "维", INITIAL),
        ("s", "维", 0.0),
        ("一", "二", 0.0),
        ("四", "十", 0.0),
        ("事", "十", 0.0),
        ("3", "三", EXACT),
        ("3", "4", 0.0),
        ("天", "地", 0.0),
    ],
)
def test_how_far_a_character_says_another(asked: str, named: str, like: float) -> None:
    """The same, typed in pinyin, sounding alike, nearly alike, by its initial, or not; numerals only when equal."""
    assert like == likeness(_token(asked), _token(named))


@given(st.sampled_from("零一二三四五六七八九十两0123456789"), st.sampled_from("零一二三四五六七八九十两0123456789"))
@law(200)
def test_numbers_are_alike_only_when_equal(one: str, other: str) -> None:
    """No sound makes one number of another."""
    equal = _token(one).number == _token(other).number

    assert likeness(_token(one), _token(other)) == (EXACT if equal else 0.0)
