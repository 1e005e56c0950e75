"""How characters sound: toneless pinyin of each character, and the syllables in a run of letters."""

from functools import cache, lru_cache
from importlib.resources import files

_LONGEST = 6  # “zhuang”
# What people from the south or in haste do not tell apart.
_FUZZY_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
_FUZZY_FINALS = (("ang", "an"), ("eng", "en"), ("ing", "in"))


@cache
def _table() -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    lines = (files("store") / "data" / "readings.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    readings: dict[str, tuple[str, ...]] = {}
    for syllable, first, _further in rows:
        readings.update(dict.fromkeys(first, (syllable,)))
    for syllable, _first, further in rows:
        for character in further:
            readings[character] = (*readings.get(character, ()), syllable)
    return readings, frozenset(syllable for syllable, *_characters in rows)


def readings(character: str) -> tuple[str, ...]:
    """The toneless readings of a simplified character, the usual one first; empty for what is no character."""
    return _table()[0].get(character, ())


# Characters of names that are often read otherwise than the table's first reading says: 会计, 银行, 重庆, 校对.
_ALSO = dict(
    pair.split(":")
    for pair in [
        "会:kuai",
        "行:hang",
        "重:chong",
        "长:chang",
        "校:jiao",
        "传:zhuan",
        "调:tiao",
        "乐:yue",
        "系:ji",
        "给:ji",
        "藏:zang",
        "降:xiang",
        "切:qie",
        "朝:zhao",
        "便:pian",
        "厦:xia",
        "曾:zeng",
        "率:shuai",
        "单:shan",
        "都:du",
    ]
)


@lru_cache(maxsize=8192)
def usual_readings(character: str) -> tuple[str, ...]:
    """The one or two readings that a character has in names."""
    first = readings(character)[:1]
    also = _ALSO.get(character)
    return (*first, also) if also and also not in first else first


@lru_cache(maxsize=2048)
def fuzzy(syllable: str) -> str:
    """The syllable with what people mix up folded: zh/z, ch/c, sh/s, n/l, ang/an, eng/en, ing/in."""
    for sound, kept in _FUZZY_INITIALS:
        if syllable.startswith(sound):
            syllable = kept + syllable[len(sound) :]
            break
    for sound, kept in _FUZZY_FINALS:
        if syllable.endswith(sound):
            return syllable[: -len(sound)] + kept
    return syllable


@lru_cache(maxsize=4096)
def fuzzy_readings(character: str) -> tuple[str, ...]:
    """The fuzzy syllables of a character."""
    return tuple(dict.fromkeys(fuzzy(r) for r in readings(character)))


def segment(letters: str) -> tuple[str, ...] | None:
    """The fewest syllables that make up the letters: “gongzuojingfei” → gong zuo jing fei; None where they are no pinyin."""
    syllables = _table()[1]
    best: list[tuple[str, ...] | None] = [()] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before = best[start]
            if before is None or letters[start:end] not in syllables:
                continue
            found = best[end]
            if found is None or len(before) + 1 < len(found):
                best[end] = (*before, letters[start:end])
    return best[-1] or None
