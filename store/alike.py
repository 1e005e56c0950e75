"""Whether two names are so alike that one of them may be a slip of the pen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

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


def pairs_alike(names: Sequence[str]) -> list[tuple[int, int]]:
    """Which two of the folded names differ so, by their places: each pair once, in the order of the names.

    Only names that agree once a character is left out are compared: thousands of them need no comparison of each with each.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        places[name].append(place)
    found = {pair for pair in _candidates(places) if differ_in_one_character(*pair)}
    return sorted((min(pair), max(pair)) for one, other in found for pair in product(places[one], places[other]))


def _candidates(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    known = dict.fromkeys(names)
    for left_out in range(max(map(len, known), default=0)):
        shortened: defaultdict[str, list[str]] = defaultdict(list)
        for name in known:
            if left_out < len(name) and name[left_out] not in _NUMBERING:
                shortened[name[:left_out] + name[left_out + 1 :]].append(name)
        for rest, same in shortened.items():
            yield from combinations(same, 2)
            yield from ((rest, name) for name in same if rest in known)
