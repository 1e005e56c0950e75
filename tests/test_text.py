"""One folding for documents, index and questions."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text import fold, has_footnote_digit, normalize, normalized
from tests.laws import law, proof

TEXT = st.text(max_size=40) | st.text("軟件昇級維護（）“”，。　１２ＡＢab-—~〇0.%", max_size=30)


@given(TEXT)
@law(400)
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is folded is its own folding: keys made from keys stay the same."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.prove
@given(TEXT)
@proof(30000)
def test_folding_twice_changes_nothing_at_length(text: str) -> None:
    """The same law, over many texts."""
    assert fold(fold(text)) == fold(text)
    assert normalize(normalize(text).text).text == normalize(text).text


@pytest.mark.parametrize("characters", [range(0x10000), pytest.param(range(0x10000, 0x110000), marks=pytest.mark.prove)])
def test_every_character_folds_to_what_stays(characters: range) -> None:
    """There is no character of Unicode whose folding folds again into something else."""
    strange = [c for c in map(chr, characters) if unicodedata.category(c) != "Cs" and fold(fold(c)) != fold(c)]

    assert [] == strange


@given(TEXT)
@law(400)
def test_both_ways_of_normalising_agree(text: str) -> None:
    """A text is normalised alike whether or not somebody asks where its characters come from."""
    assert normalize(text).text == normalized(text)


@given(TEXT)
@law(400)
def test_normalized_characters_know_where_they_come_from(text: str) -> None:
    """Offsets rise from 0 to the length of the original, one for each character and one for the end."""
    normal = normalize(text)

    assert len(normal.offsets) == len(normal.text) + 1
    assert normal.offsets[-1] == len(text)
    assert sorted(normal.offsets) == list(normal.offsets)
    assert all(0 <= place <= len(text) for place in normal.offsets)


@given(TEXT)
@law(200)
def test_each_normalized_character_is_made_of_the_one_it_points_to(text: str) -> None:
    """The character at an offset normalises to text that holds the one that points there."""
    normal = normalize(text)
    for character, place in zip(normal.text, normal.offsets, strict=False):
        assert character in normalize(text[place]).text


@given(TEXT, TEXT)
@law(200)
def test_normalizing_works_character_by_character(one: str, other: str) -> None:
    """Two texts together normalise to their normal forms together: a span can be cut out."""
    assert normalize(one + other).text == normalize(one).text + normalize(other).text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("軟件升級維護", "软件升级维护"),
        ("鄉村振興下派幹部經費", "乡村振兴下派干部经费"),
        ("渠溝鎮財政所", "渠沟镇财政所"),
        ("２．６萬", "2.6万"),
        ("２０２４年", "2024年"),
        ("ＫＰＩ", "kpi"),
        ("智慧校园建设項目 （一期）", "智慧校园建设项目一期"),
        ("“三公”经费", "三公经费"),
        ("乡村振兴·下派干部", "乡村振兴下派干部"),
        ("指标值：≥95％", "指标值≥95%"),
        ("１－１２月", "1-12月"),
        ("全角　空格\u200b零宽", "全角空格零宽"),
    ],
)
def test_the_same_name_typed_in_another_way(typed: str, meant: str) -> None:
    """Width, case, traditional characters, spaces and punctuation make no other name."""
    assert fold(typed) == fold(meant) == meant


@pytest.mark.parametrize(
    ("one", "other"),
    [("≥95%", "95%"), ("≥95%", "≤95%"), ("2.6", "26"), ("100%", "100"), ("1-2期", "12期"), ("一期", "二期"), ("<2%", "2%")],
)
def test_signs_that_tell_figures_apart_are_kept(one: str, other: str) -> None:
    """Comparison signs, per cent, the decimal point and the hyphen between numbers are never folded away."""
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "has"), [("28²", True), ("28①", True), ("①", True), ("₂", True), ("２８", False), ("28二⼆", False), ("℃Ⅱ％", False)]
)
def test_marks_that_only_look_like_digits(text: str, has: bool) -> None:
    """Superscripts, circles and numbers with their full stop in one character are footnotes and ordinals, no figures."""
    assert has_footnote_digit(text) is has
