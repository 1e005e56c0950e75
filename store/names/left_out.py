"""Of many names those that say the same words as one that was found, but share too little else with the question to be looked at.

A question about all projects of 乡村振兴 means each of them, and a sum without some of them would be wrong.
"""

from collections.abc import Callable, Iterator, Sequence

from store.names.align import Alignment
from store.names.lexicon import Lexicon
from store.names.matches import Match, Named, match
from store.names.tokens import Token, likeness

_LEAST_TOKENS = 2  # of a name that are said


def left_out(tokens: Sequence[Token], like_it: Match, lexicon: Lexicon, taken_apart: Callable[[str], Named]) -> Iterator[Match]:
    """The names of the lexicon that hold, side by side, what a name of it that was found has side by side, and say it as well."""
    name = taken_apart(like_it.name)
    first, end = like_it.unsaid[0], len(name.tokens) - like_it.unsaid[1]
    used = sorted(like_it.tokens)
    if like_it.why == "alias" or len(used) < _LEAST_TOKENS or end - first != len(used):
        return
    likes = [likeness(tokens[i], name.tokens[first + n]) for n, i in enumerate(used)]
    for number, place in lexicon.saying(lexicon.codes_of(like_it.name)[first:end]):
        pairs = tuple((i, place + n, like) for n, (i, like) in enumerate(zip(used, likes, strict=True)))
        said = match(tokens, taken_apart(lexicon.name(number)), Alignment(pairs, like_it.value))
        if said:
            yield said
