"""Patterns that are made when they are needed find what `re` finds; their marks are true of whatever they match."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot
import bot.language
from bot.language.marks import NUMERAL, marks
from bot.language.patterns import Pattern


def patterns_of(module: ModuleType) -> Iterator[tuple[str, Pattern]]:
    """Every pattern that this module keeps, those in its lists and tables too, with its name."""
    waiting: list[tuple[str, object]] = list(vars(module).items())
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, Pattern):
            yield name, value
        elif isinstance(value, (tuple, list)):
            waiting += [(f"{name}[{at}]", one) for at, one in enumerate(value)]
        elif isinstance(value, dict):
            waiting += [(f"{name}[{key}]", one) for key, one in value.items()]


def modules() -> list[str]:
    """The modules of the bot that may keep patterns."""
    names = [m.name for m in pkgutil.iter_modules(bot.language.__path__, "bot.language.")]
    return names + [m.name for m in pkgutil.iter_modules(bot.__path__, "bot.") if not m.ispkg and m.name != "bot.__main__"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("多少", ["多", "少"]),
        ("多少?", ["多"]),
        ("(?:多少|几)钱", ["多几", "钱"]),
        ("(?P<asked>多少|几)", ["多几"]),
        ("(多少|几)?钱+", ["钱"]),
        ("a{0,3}b{2}c{,4}d{1,}", ["b", "d"]),
        ("多少|", []),
        ("(?<!没)有(?!的)", ["有"]),
        ("(?<![没(无)])有(?!的|(?:了|着))", ["有"]),
        ("(?=钱)(?<=多)", ["钱", "多"]),
        (r"[一二]\.[^三]", ["一二", "."]),
        (r"[a-c\-九]", ["abc-九"]),
        (r"[\s一]钱", ["钱"]),
        (r"[㐀-鿿]钱", ["钱"]),
        (r"\d万", ["0123456789" + NUMERAL, "万"]),
        (r"(?:\d|几)万", ["0123456789" + NUMERAL + "几", "万"]),
        (r"(?P<one>甲)(?P=one)", []),  # not known here
        ("(?i:a)", []),
        ("(?>甲|乙)++丙", ["甲乙", "丙"]),
        (r".\w\b^$\1(甲)", ["甲"]),
    ],
)
def test_marks(pattern: str, expected: list[str]) -> None:
    """What is asked for by every match, and nothing that only some ask for."""
    assert [sorted(each) for each in marks(pattern)] == [sorted(each) for each in expected]


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
    """Whatever its source and the text are, each method gives what the compiled pattern gives."""
    ours, compiled = Pattern(source), re.compile(source)
    for method in ("search", "match", "fullmatch"):
        found, expected = getattr(ours, method)(text), getattr(compiled, method)(text)
        assert (found and found.span()) == (expected and expected.span())
    assert [m.span() for m in ours.finditer(text, 1)] == [m.span() for m in compiled.finditer(text, 1)]
    assert ours.findall(text) == compiled.findall(text)
    assert ours.sub("丙", text) == compiled.sub("丙", text)
    assert ours.split(text, 1) == compiled.split(text, 1)


def test_what_no_text_calls_for_is_not_compiled() -> None:
    """A mistake in a pattern is seen when a text holds its marks, not before: until then it is not compiled."""
    broken = Pattern("(?<=多+)少")
    assert broken.search("甲乙") is None
    with pytest.raises(re.error):
        broken.search("多少")


@pytest.mark.parametrize("module", modules())
def test_all_patterns_are_right(module: str) -> None:
    """Each pattern of the bot compiles, and most of them have marks."""
    kept = [pattern for _, pattern in patterns_of(importlib.import_module(module))]
    for pattern in kept:
        assert pattern.compiled.flags == re.UNICODE
    assert sum(not marks(pattern.pattern) for pattern in kept) <= 1 + len(kept) // 4
