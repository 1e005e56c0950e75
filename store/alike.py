"""Whether two names are so alike that one of them may be a slip of the pen."""

_SHORTEST = 6  # characters; of shorter names one character is too much of them
_NUMBERING = frozenset("0123456789一二三四五六七八九十上下东南西北中新老甲乙丙丁")


def differ_in_one_character(one: str, other: str) -> bool:
    """Whether the folded names differ in one character, or one has one more, and that tells no number or place from another."""
    if one == other or min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest = (one[start:], other[start:])
    tails = (rest[0][len(one) >= len(other) :], rest[1][len(other) >= len(one) :])
    return tails[0] == tails[1] and not any(text[:1] in _NUMBERING for text in rest if text)
