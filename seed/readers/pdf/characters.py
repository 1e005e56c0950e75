"""Characters of a PDF as people read them: printers write 目 as the radical ⽬, fi as one sign, a hyphen as a soft one."""

import re
import unicodedata
from functools import lru_cache

from store.text import INVISIBLE

UNREADABLE = "\ufffd"  # a glyph of which the file does not say what character it is
# Radicals that Unicode does not map to the character which looks the same (EquivalentUnifiedIdeograph.txt).
_PAIRS = (
    "⺁厂⺄乙⺆冂⺇几⺈刀⺊卜⺎兀⺒巳⺓幺⺔彐⺖忄⺘扌⺙攵⺛旡⺝月⺟母⺠民⺡氵⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺯糹"
    "⺰纟⺱罓⺲罒⺶羊⺷羊⺸羊⺹耂⺺肀⺼月⺽臼⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨"
    "⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀"
)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # marks that turn the direction of writing round
_RADICALS = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))


@lru_cache(maxsize=50_000)
def as_seen(text: str) -> str:
    """What the eye reads; nothing for what it does not see; `UNREADABLE` for what cannot be known.

    Width, superscripts and letters stay: the text is what a person would copy from the paper.
    """
    return "".join(map(_as_seen, text.replace("\u00ad", "-")))


def _as_seen(character: str) -> str:
    if character.isspace():
        return " " if character != "\u3000" else character
    if _TURNING.match(character):
        return UNREADABLE
    if INVISIBLE.match(character):
        return ""
    if unicodedata.category(character) in ("Cc", "Cs", "Cn"):
        return UNREADABLE
    if character in _RADICALS:
        return _RADICALS[character]
    return unicodedata.normalize("NFKC", character) if _is_disguised(character) else character


def _is_disguised(character: str) -> bool:
    """Kangxi radicals and two of their supplement, compatibility ideographs, Latin ligatures."""
    return "\u2e80" <= character <= "\u2fdf" or "\uf900" <= character <= "\ufaff" or "\ufb00" <= character <= "\ufb06"


@lru_cache(maxsize=50_000)
def is_unreadable(text: str) -> bool:
    """Whether only the font of the file knows what some of its characters look like."""
    return any(character == UNREADABLE or unicodedata.category(character) == "Co" for character in text)
