"""Of many names those that say the same words as one that was found, but share too little else with the question to be looked at.

A question about all projects of 乡村振兴 means each of them, and a sum without some of them would be wrong.
"""

from collections.abc import Callable, Iterator, Sequence

from store.names.align import Alignment
from store.names.lexicon import Lexicon
from store.names.matches import Match, Named, match
from store.names.tokens import Token, likeness

_LEAST_TOKENS = 2  # of a name that are said


def left_out(
    tokens: Sequence[Token], found: Sequence[Match], lexicon: Lexicon, taken_apart: Callable[[str], Named]
) -> Iterator[Match]:
    """The names of the lexicon that hold side by side what the question says of those that were found by the same words, and say it as well.

    What stands side by side is what was typed, or, where that was typed otherwise than names have it, what they have.
    """
    used = sorted(found[0].tokens)
    if len(used) < _LEAST_TOKENS:
        return
    typed = tuple(lexicon.vocabulary.known(tokens[i]) for i in used)
    printed = (tuple(_said(one, lexicon, taken_apart)) for one in found if one.why != "alias")
    for row in dict.fromkeys((typed, *printed)):
        if len(row) == len(used) and all(row):
            yield from _saying(row, used, tokens, lexicon, taken_apart)


def _said(found: Match, lexicon: Lexicon, taken_apart: Callable[[str], Named]) -> Sequence[int]:
    """The codes of the name's tokens from the first that is said to the last."""
    first, behind = found.unsaid
    return lexicon.codes_of(found.name)[first : len(taken_apart(found.name).tokens) - behind]


def _saying(
    row: Sequence[int], used: Sequence[int], tokens: Sequence[Token], lexicon: Lexicon, taken_apart: Callable[[str], Named]
) -> Iterator[Match]:
    for number, place in lexicon.saying(row):
        name = taken_apart(lexicon.name(number))
        pairs = tuple((i, place + n, likeness(tokens[i], name.tokens[place + n])) for n, i in enumerate(used))
        said = match(tokens, name, Alignment(pairs, 0.0))
        if said:
            yield said
