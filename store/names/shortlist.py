"""Which of the names that were aligned with a question are judged: the alignment is quick for all of them, judging is not."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from store.names.batch import Aligned, Columns, Floats
from store.names.matches import NameType, Wanted

_LEAST_VALUE = 0.9  # of an alignment that may be a match
_WHOLE = 0.99  # said of a name: a short one may be worth less
_WEAKER = 0.5  # a name that explains so much less than the best is not meant,
_NEXT = 5  # unless it is one of the best so many
_ROUNDING = 0.001  # shares of names are told to four places

Flags = NDArray[np.bool_]


def shortlist(aligned: Aligned, like: Floats, names: Columns, kinds: Sequence[NameType], wanted: Wanted) -> list[int]:
    """The columns of the names that may be meant and are wanted; `kinds` are their types, `like` what they were aligned by.

    Of the names of one type that say a token of the question, those that explain about as much of it as the best of them, and the
    next four: they may be what is meant where the words around speak against the best.
    """
    taken = (aligned.used & aligned.bits[:, None]) > 0
    explained: Floats = (like.max(axis=1, initial=0.0) * taken).sum(axis=0)
    enough = (aligned.values >= _LEAST_VALUE) | (aligned.said > _WHOLE)
    kept = np.zeros(len(kinds), np.bool_)
    for kind in set(kinds) & wanted.types:
        kept |= _best(taken, explained, enough & np.array([k is kind for k in kinds]))
    columns = np.flatnonzero(kept)
    may_be = _may_be_wanted(like[:, :, columns] > 0, names.weights[:, columns], [kinds[n] for n in columns.tolist()], wanted)
    return [int(n) for n in columns[may_be]]


def _best(taken: Flags, explained: Floats, of_kind: Flags) -> Flags:
    """For each token those of these names that explain about as much as the best that say it."""
    kept = np.zeros_like(of_kind)
    for saying in taken[taken.any(axis=1)]:
        columns = np.flatnonzero(saying & of_kind)
        if len(columns):
            ordered = np.sort(explained[columns])
            kept[columns[explained[columns] >= min(ordered[-1] - _WEAKER, ordered[-_NEXT:][0])]] = True
    return kept


def _may_be_wanted(alike: Flags, weights: Floats, kinds: Sequence[NameType], wanted: Wanted) -> Flags:
    """Whether as much of each name can be said as its type needs, by one of the tokens that are wanted.

    That is judged by all that is alike: of alignments that are worth the same, the one that counts later may be another.
    """
    needed = [wanted.of(kind) for kind in kinds]
    share = (weights * alike.any(axis=0)).sum(axis=0) / weights.sum(axis=0)
    enough: Flags = share >= np.array([least.share - _ROUNDING for least in needed])
    enough &= alike.any(axis=1).sum(axis=0) >= np.array([least.tokens for least in needed])
    return enough & alike[sorted(wanted.tokens)].any(axis=(0, 1)) if wanted.tokens else enough
