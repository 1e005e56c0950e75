"""Of many names those that say the same words as one that was found, but share too little else with the question to be looked at.

A question about all projects of 乡村振兴 means each of them, and a sum without some of them would be wrong.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import repeat

from store.names.align import Pair
from store.names.judging import Judge, Key
from store.names.lexicon import Lexicon
from store.names.matches import Match
from store.names.saying import Part, Rest, said
from store.names.tokens import Token, likeness

_LEAST_TOKENS = 2  # of a name that are said


def left_out(tokens: Sequence[Token], found: Sequence[Match], lexicon: Lexicon) -> Iterator[Match]:
    """The names of the lexicon that hold side by side what the question says of those that were found by the same words, and say it as well.

    What stands side by side is what was typed, or, where that was typed otherwise than names have it, what they have.
    """
    used = sorted(found[0].tokens)
    typed = tuple(lexicon.vocabulary.known(tokens[i]) for i in used)
    judge = Judge(tokens, 0, lexicon.vocabulary)
    rows = _rows(found, lexicon)
    for row in dict.fromkeys((typed, *(row for one, row in zip(found, rows, strict=True) if one.why != "alias"))):
        if len(row) == len(used) >= _LEAST_TOKENS and all(row) and lexicon.vocabulary.told_apart(row):
            yield from _saying(row, used, tokens, found[0], lexicon, judge)
    for one, row in zip(found, rows, strict=True):
        if one.why == "alias":
            yield from _called(one, row, lexicon, judge)


def _called(like_it: Match, row: Sequence[int], lexicon: Lexicon, judge: Judge) -> Iterator[Match]:
    """The names that hold what a nickname stands for as this one does."""
    if like_it.between or len(row) < _LEAST_TOKENS:
        return
    for rest, key in _having(row, like_it, lexicon, judge):
        share = sum(judge.part(key, rest).weights) / rest.weight
        unsaid = rest.before, rest.length - rest.before - len(row)
        yield like_it._replace(name=rest.name, share=round(share, 4), unsaid=unsaid)


def _rows(found: Sequence[Match], lexicon: Lexicon) -> list[tuple[int, ...]]:
    """Of each name the codes from the first token that is said to the last."""
    names = lexicon.codes_of([one.name for one in found])
    return [codes[one.unsaid[0] : len(codes) - one.unsaid[1]] for one, codes in zip(found, names, strict=True)]


def _saying(
    row: Sequence[int], used: Sequence[int], tokens: Sequence[Token], found: Match, lexicon: Lexicon, judge: Judge
) -> Iterator[Match]:
    alike: defaultdict[Key, list[Rest]] = defaultdict(list)
    for rest, key in _having(row, found, lexicon, judge):
        alike[key].append(rest)
    for key, rests in alike.items():
        for some in [rests] if judge.is_sure(key) else [[rest] for rest in rests]:
            part = judge.part(key, some[0])
            judged = said(tokens, part, _pairs(tokens, used, part), found.type)
            if judged:
                yield from judged.of_each(some)


def _having(row: Sequence[int], found: Match, lexicon: Lexicon, judge: Judge) -> Iterator[tuple[Rest, Key]]:
    """The names that have this row of codes, and the key of it as their part."""
    numbers, firsts = lexicon.saying(row)
    columns = lexicon.columns(numbers)
    rests = zip(lexicon.names_of(numbers), repeat(found.type), firsts.tolist(), *columns.measures())
    return zip(map(Rest._make, rests), judge.keys(columns, firsts, len(row)), strict=True)


def _pairs(tokens: Sequence[Token], used: Sequence[int], part: Part) -> list[Pair]:
    return [(i, n, likeness(tokens[i], part.tokens[n])) for n, i in enumerate(used)]
