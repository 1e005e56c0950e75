"""Of many names those that say the same words as one that was found, but share too little else with the question to be looked at.

A question about all projects of 乡村振兴 means each of them, and a sum without some of them would be wrong.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

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
    typed = tuple(lexicon.vocabulary.known(tokens[i]) for i in used)
    for row in dict.fromkeys((typed, *(tuple(_said(one, lexicon, taken_apart)) for one in found if one.why != "alias"))):
        if len(row) == len(used) >= _LEAST_TOKENS and all(row):
            yield from _saying(row, used, tokens, lexicon, taken_apart)
    for one in found:
        if one.why == "alias":
            yield from _called(one, lexicon, taken_apart)


def _called(like_it: Match, lexicon: Lexicon, taken_apart: Callable[[str], Named]) -> Iterator[Match]:
    """The names that hold what a nickname stands for as this one does."""
    row = _said(like_it, lexicon, taken_apart)
    if like_it.between or len(row) < _LEAST_TOKENS:
        return
    for number, place in lexicon.saying(row):
        name = taken_apart(lexicon.name(number))
        share = sum(name.weights[place : place + len(row)]) / sum(name.weights)
        unsaid = place, len(name.tokens) - place - len(row)
        yield replace(like_it, name=name.name, share=round(share, 4), unsaid=unsaid)


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
