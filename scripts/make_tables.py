"""Writes the character tables of `store/data/` from OpenCC and pypinyin, which only this script needs.

    python scripts/make_tables.py

traditional.tsv  two lines of equal length: traditional characters, and the simplified character of each.
                 Both OpenCC's own variants (s2t) and Hong Kong's (s2hk) come back.
readings.tsv     a line a syllable: toneless pinyin, the characters whose first reading it is, those that read so too.
"""

import unicodedata
from pathlib import Path

import opencc  # type: ignore[import-untyped]
from pypinyin.constants import PINYIN_DICT

DATA = Path(__file__).parent.parent / "store" / "data"
CHARACTERS = [chr(c) for c in range(0x4E00, 0xA000)]
READINGS_KEPT = 3  # beyond the third come readings of names and classics, which make everything sound alike


def traditional() -> str:
    """The two lines of traditional.tsv."""
    standard, *regional = [opencc.OpenCC(name) for name in ("t2s", "hk2s", "tw2s")]
    pairs = {}
    for character in CHARACTERS:
        # A character in daily simplified use (著, 么) is no regional variant of another.
        converters = (standard,) if _simplified(character) else (standard, *regional)
        for converter in converters:
            simplified = converter.convert(character)
            if simplified != character and len(simplified) == 1:
                pairs[character] = simplified
                break
    for character, simplified in pairs.items():  # a chain ends where it ends, so that folding twice changes nothing
        while simplified in pairs:
            simplified = pairs[simplified]
        pairs[character] = simplified
    pairs = {t: s for t, s in pairs.items() if t != s}
    return "".join(pairs) + "\n" + "".join(pairs.values()) + "\n"


def _simplified(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def toneless(reading: str) -> str:
    """“zhèn” → “zhen”, “lǜ” → “lv”."""
    plain = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(c for c in plain if c.isascii() and c.isalpha())


def readings() -> str:
    """The lines of readings.tsv."""
    first: dict[str, list[str]] = {}
    further: dict[str, list[str]] = {}
    for character in CHARACTERS:
        syllables = list(dict.fromkeys(toneless(r) for r in PINYIN_DICT.get(ord(character), "").split(",") if toneless(r)))
        for number, syllable in enumerate(syllables[:READINGS_KEPT]):
            (further if number else first).setdefault(syllable, []).append(character)
    lines = (f"{s}\t{''.join(first.get(s, ()))}\t{''.join(further.get(s, ()))}\n" for s in sorted({*first, *further}))
    return "".join(lines)


if __name__ == "__main__":
    DATA.mkdir(exist_ok=True)
    (DATA / "traditional.tsv").write_text(traditional(), encoding="utf-8")
    (DATA / "readings.tsv").write_text(readings(), encoding="utf-8")
