"""Patterns that are made when they are needed find what `re` finds; their marks are true of whatever they match."""

import importlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import patterns
from bot.language.patterns import NUMERAL, Pattern
from scripts.make_marks import all_patterns, marks, modules, patterns_of, rows, written


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("多少", [["多少"]]),
        ("多少?", [["多"]]),
        ("(?:多少|几)钱", [["几钱", "多少钱"]]),
        ("(?P<asked>多少|几)", [["几", "多少"]]),
        ("(多少|几)?钱+", [["钱"]]),
        ("(多少|几)*钱", [["钱"]]),
        ("a{0,3}b{2}c{,4}d{1,}", [["b"], ["d"]]),
        ("多少|", []),
        ("多.|.少", [["多", "少"]]),
        ("多.|.", []),
        ("(?<!没)有(?!的)", [["有"]]),
        ("(?<![没(无)])甲(?!的|(?:了|着))乙", [["甲乙"]]),
        ("(?=钱)(?<=多)", [["多"], ["钱"]]),
        (r"[一二]\.[^三]", [["一.", "二."]]),
        (r"[a-c\-九]", [["-", "a", "b", "c", "九"]]),
        (r"[\s一]钱", [["钱"]]),
        (r"[㐀-鿿]钱", [["钱"]]),
        (r"\d万", [[*"0123456789", NUMERAL], ["万"]]),
        (r"(?:\d|几)万", [["万"], [*"0123456789", NUMERAL, "几"]]),
        (r"(?P<one>甲)(?P=one)乙", [["乙"], ["甲"]]),
        ("(?i:a)b", [["b"]]),
        ("(?i)a", []),
        ("(?>甲|乙)++丙", [["丙"], ["乙", "甲"]]),
        (r".\w\b^$(甲)\1", [["甲"]]),
        ("一二三四五六", [["一二三四"]]),
        ("甲|甲乙|丙甲", [["甲"]]),
        ("甲\t乙", []),
    ],
)
def test_marks(pattern: str, expected: list[list[str]]) -> None:
    """What is asked for by every match, and nothing that only some ask for; the rarest first, of words the beginning."""
    assert [sorted(each) for each in marks(pattern)] == expected


@given(first=st.sets(st.characters(), min_size=7, max_size=7), second=st.sets(st.characters(), min_size=20, max_size=20))
def test_many_words_are_shortened(first: set[str], second: set[str]) -> None:
    """What has more words than are worth looking for is told by their beginnings, or in parts."""
    pattern = "".join(f"(?:{'|'.join(map(re.escape, sorted(each)))})" for each in (first, second))
    assert all(len(mark) <= 120 for mark in marks(pattern))


_ALPHABET = "甲乙1٣多少"
_SOURCES = st.recursive(
    st.sampled_from(["甲", "乙甲", "[甲乙]", "[^甲]", "[0-2]", r"\d", "多少", ".", "(?!甲)", "(?<=乙)", "(?=1)", "(?<!少)"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda ways: f"(?:{'|'.join(ways)})"),
        st.builds("({})".format, inner),
        st.builds("(?:{}){}".format, inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "??", "+?", "?+"])),
    ),
    max_leaves=8,
)


@given(source=_SOURCES, text=st.text(_ALPHABET, max_size=8))
def test_a_pattern_finds_what_re_finds(source: str, text: str) -> None:
    """Whatever its source and the text are, each method gives what the compiled pattern gives, once the table knows it."""
    ours, compiled = known(source), re.compile(source)
    for method in ("search", "match", "fullmatch"):
        found, expected = getattr(ours, method)(text), getattr(compiled, method)(text)
        assert (found and found.span()) == (expected and expected.span())
    assert [m.span() for m in ours.finditer(text, 1)] == [m.span() for m in compiled.finditer(text, 1)]
    assert ours.findall(text) == compiled.findall(text)
    assert ours.sub("丙", text) == compiled.sub("丙", text)
    assert ours.split(text, 1) == compiled.split(text, 1)


def known(source: str) -> Pattern:
    """A pattern with its marks, as if it stood in the table."""
    pattern = Pattern(source)
    vars(pattern)["_marks"] = patterns.read_marks("\t".join(map(written, marks(source))))
    return pattern


def test_what_the_table_does_not_know_is_searched_for() -> None:
    """A pattern that was made a moment ago finds what it finds."""
    assert Pattern("甲乙丙丁戊己庚辛").search("甲乙丙丁戊己庚辛")


def test_what_no_text_calls_for_is_not_compiled() -> None:
    """A mistake in a pattern is seen when a text holds its marks, not before: until then it is not compiled."""
    broken = Pattern("(?<=多+)少")
    vars(broken)["_marks"] = patterns.read_marks("少")
    assert broken.search("甲乙") is None
    with pytest.raises(re.error):
        broken.search("多少")


@pytest.mark.parametrize("module", modules())
def test_all_patterns_are_right(module: str) -> None:
    """Each pattern of the bot compiles, and none has flags."""
    for _name, pattern in patterns_of(importlib.import_module(module)):
        assert pattern.compiled.flags == re.UNICODE


def test_most_patterns_have_marks() -> None:
    """Few are searched for in every text."""
    known = {pattern.pattern for pattern in all_patterns()}
    assert sum(not marks(source) for source in known) < len(known) / 20


def test_the_table_is_of_these_patterns() -> None:
    """It knows each pattern of the bot and no other (if not: `make marks`)."""
    table = Path(patterns.__file__).with_name(patterns.TABLE).read_text(encoding="utf-8").splitlines()
    assert {row.partition("\t")[0] for row in table} == {row.partition("\t")[0] for row in rows(all_patterns())}
