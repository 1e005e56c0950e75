"""One folding for documents, index and questions: width, case, 繁→简, spaces and punctuation.

`normalize` keeps the length of what it can and says where each character came from; `fold` also drops what carries no
meaning in a name, and is what keys and look-ups are compared by.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

# Punctuation is dropped from names, except what makes one number or one comparison differ from another.
_KEPT_SIGNS = frozenset(".%‰<>=≥≤±+-~/×℃#&*")
_SIGNS = str.maketrans({"≧": "≥", "≦": "≤", "═": "=", "—": "-", "–": "-", "－": "-", "~": "-", "～": "-", "〜": "-", "〇": "〇"})


# What no eye sees and every machine reads: zero-width characters, marks that turn the direction of writing round, and
# control characters, which a terminal obeys.
INVISIBLE = re.compile("[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@cache
def _simplified() -> dict[str, str]:
    traditional, simplified = (files("store") / "data" / "traditional.tsv").read_text(encoding="utf-8").splitlines()
    return dict(zip(traditional, simplified, strict=True))


@cache
def _normal(character: str) -> str:
    """One character's normal form: half width, lower case, simplified; the same again for its own normal form."""
    while True:
        wide = unicodedata.normalize("NFKC", character.translate(_SIGNS)).lower().translate(_SIGNS)
        normal = "".join(_simplified().get(c, c) for c in wide)
        if normal == character:
            return normal
        if len(normal) != 1:
            return normal if len(normal) == 0 else "".join(_normal(c) for c in normal)
        character = normal


class _Table(dict[int, str]):
    """What `str.translate` looks characters up in: each is asked for once, of every text."""

    def __init__(self, of: Callable[[str], str]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, code: int) -> str:
        self[code] = found = self._of(chr(code))
        return found


class Normal(Struct, frozen=True):
    """Normalised text; `offsets[i]` is where in the original the i-th character comes from, and its length at the end."""

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that the span [start, end) of the text comes from."""
        return self.offsets[start], self.offsets[end]

    def saying(self, start: int, end: int, words: str) -> "Normal":
        """The text with these words for the span [start, end), from which each of their characters comes."""
        places = self.offsets[start:end] if end - start == len(words) else (self.offsets[start],) * len(words)
        return Normal(self.text[:start] + words + self.text[end:], (*self.offsets[:start], *places, *self.offsets[end:]))


def normalize(text: str) -> Normal:
    """Half width, lower case and simplified, character by character, white space and punctuation kept.

    >>> normalize("２．６萬").text
    '2.6万'
    """
    characters: list[str] = []
    offsets: list[int] = []
    for place, character in enumerate(text):
        normal = _normal(character)
        characters.append(normal)
        offsets.extend([place] * len(normal))
    return Normal("".join(characters), (*offsets, len(text)))


def normalized(text: str) -> str:
    """What `normalize` makes of the text, for who does not ask where each character comes from: that is many times faster."""
    return text.translate(_NORMAL)


_NORMAL = _Table(_normal)


def has_footnote_digit(text: str) -> bool:
    """Whether a character would become a digit by normalising that the eye takes for a mark (“28²”, “28①”, “⒈5”) or for another.

    Full-width digits are digits, and so is 二 however a PDF writes it; the digits of other scripts look like different ones of ours.
    """
    return without_footnote_digits(text) != text


def _is_footnote_digit(character: str) -> bool:
    tag = unicodedata.decomposition(character).partition(" ")[0]
    wide = unicodedata.normalize("NFKC", character)
    if any(unicodedata.category(c) == "Nd" and not c.isascii() for c in wide):
        return True
    if not tag.startswith("<") or tag in ("<wide>", "<narrow>") or (tag == "<compat>" and len(wide) == 1):
        return False
    return any(unicodedata.numeric(c, None) is not None for c in wide)


def without_footnote_digits(text: str) -> str:
    """The text with ※ for each such mark, so that no pattern can read it as part of a number."""
    return text if text.isascii() else text.translate(_MARKED)


_MARKED = _Table(lambda character: "※" if not character.isascii() and _is_footnote_digit(character) else character)


def printable(text: str) -> str:
    """The text with � for control characters, direction marks and broken bytes: a terminal must show it and nothing else.

    Rare characters of names (private use, not yet assigned) stay as they are.
    """
    return "".join("�" if unicodedata.category(c) in _UNPRINTABLE else c for c in text)


def _meaningful(character: str) -> bool:
    return character in _KEPT_SIGNS or unicodedata.category(character)[0] not in "ZPC"


def fold(text: str) -> str:
    """The text as keys compare it: normalised, without white space, quotes, brackets and other punctuation.

    >>> fold("桥梁检测建设項目 （一期）")
    '桥梁检测建设项目一期'
    """
    return _fold_name(text) if len(text) <= _A_NAME else _fold(text)


def _fold(text: str) -> str:
    return text.translate(_FOLDED)


_fold_name = lru_cache(maxsize=16384)(_fold)  # those of one question are folded again and again
_A_NAME = 40  # characters: few names are longer


def _folded(character: str) -> str:
    return "".join(c for c in _normal(character) if _meaningful(c))


_FOLDED = _Table(_folded)


def words(listed: str) -> tuple[str, ...]:
    """A word list written as text: “甲 乙 丙”, over as many lines as it takes."""
    return tuple(listed.split())
