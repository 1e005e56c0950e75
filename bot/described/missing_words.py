"""How words that stand nowhere are told: a number with its unit as one, and no single character that is only a piece of a phrase."""

from collections.abc import Sequence

from bot.language.patterns import Pattern
from store.text import fold

_BEFORE = Pattern(r"\d[\d,.]*[万亿千百]?$")
_HAN = Pattern(r"[^\W\d_]")


def as_said(words: Sequence[str], text: str) -> list[str]:
    """The words, each once, a unit of measure with its number (“2060亩”), a single character as the phrase that it is a piece of."""
    return list(dict.fromkeys(_widened(word, text) for word in words))


def only_whole(words: Sequence[str]) -> list[str]:
    """Those that are more than a single character: 池 of 污水池 is no word of its own that could be missing."""
    return [word for word in dict.fromkeys(words) if len(fold(word)) > 1 or not _HAN.match(word)]


def _widened(word: str, text: str) -> str:
    at = text.find(word)
    number = _BEFORE.search(text[:at]) if at > 0 else None
    return f"{number[0]}{word}" if number else word
