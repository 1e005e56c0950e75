"""Where in a question a name is meant: a local alignment that forgives typos, omissions and words in between."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from msgspec import Struct

from store.names.tokens import HOMOPHONE, INITIAL, NEAR_HOMOPHONE, Kind, Token, likeness
from store.names.weights import GENERIC

SUBSTITUTION = 0.45  # one wrong character
SKIPPED_IN_NAME = 0.04  # abbreviations leave characters out
NEIGHBOURS = 0.1  # what stays side by side says more
_SKIPPED_IN_QUESTION = 0.6
_PLACES, _ROUNDING = 6, 1e-7  # values that differ by less are the same
_SKIPPED_SIGN = {
    "哪": 3.0,
    " ": 0.05,
    "的": 0.3,
    "、": 2.0,
    "，": 2.0,
    ",": 2.0,
    "。": 3.0,
    ";": 3.0,
    "?": 3.0,
    "!": 3.0,
    ":": 1.0,
    "\n": 0.2,
    "/": 2.0,
}

Pair = tuple[int, int, float]  # index in the question, index in the name, likeness
_End = tuple[int, int, float, float]  # of a row: its last pair, its level, and its level with a slip behind it


class Alignment(Struct, frozen=True):
    """Which tokens of the question (indices) say which tokens of the name, and how well."""

    pairs: tuple[Pair, ...]
    value: float  # likeness weighed by the name's tokens, less what was skipped

    @property
    def first(self) -> int:
        """The first token of the question that is used."""
        return self.pairs[0][0]

    @property
    def last(self) -> int:
        """The last token of the question that is used."""
        return self.pairs[-1][0]


def align(question: Sequence[Token], name: Sequence[Token], weights: Sequence[float]) -> Alignment | None:
    """The best local alignment of a name within a question; None where they share nothing.

    `weights` says how much each token of the name tells it from others.
    """
    alike = ((i, j, likeness(asked, named)) for i, asked in enumerate(question) for j, named in enumerate(name))
    return chain([pair for pair in alike if pair[2]], question, name, weights, skip_costs(question))


def chain(
    pairs: Sequence[Pair], question: Sequence[Token], name: Sequence[Token], weights: Sequence[float], skipped: Sequence[float]
) -> Alignment | None:
    """The best row of these pairs, each behind the one before in both; `pairs` are in order, `skipped` are the `skip_costs`.

    A row is compared by its level: what it would be worth if all that was skipped before were given back.
    """
    alike = {(i, j) for i, j, _ in pairs}
    ends: list[_End] = []
    values: list[float] = []
    before: list[int | None] = []
    for i, j, like in pairs:
        nothing = skipped[i] + SKIPPED_IN_NAME * j
        most, came = _best_before(ends, i, j, nothing)
        values.append(most - nothing + worth(like, weights[j]))
        before.append(came)
        level = values[-1] + skipped[i + 1] + SKIPPED_IN_NAME * (j + 1)
        slip = 0.0 if (i + 1, j + 1) in alike else _won_back(question, name, i + 1, j + 1)
        ends.append((i, j, level, level + slip))
    if not values:
        return None
    at = max(range(len(values)), key=lambda n: (round(values[n], _PLACES), -n))
    kept = tuple(_without_chance(_row(pairs, before, at)))
    return Alignment(kept, values[at]) if kept else None


def _best_before(ends: Sequence[_End], i: int, j: int, nothing: float) -> tuple[float, int | None]:
    """The highest level from which a row goes on to this pair, and which row that is; none where it begins anew, at `nothing`."""
    most, came = nothing, None
    for number, (k, m, level, with_slip) in enumerate(ends):
        if k < i and m < j:
            reached = with_slip if k + 1 < i and m + 1 < j else level + NEIGHBOURS if k + 1 == i and m + 1 == j else level
            if reached > most + _ROUNDING:
                most, came = reached, number
    return most, came


def _row(pairs: Sequence[Pair], before: Sequence[int | None], at: int | None) -> list[Pair]:
    """The pairs of the row that ends with this one."""
    row: list[Pair] = []
    while at is not None:
        row.append(pairs[at])
        at = before[at]
    return row[::-1]


def _won_back(question: Sequence[Token], name: Sequence[Token], i: int, j: int) -> float:
    """What is given back of skipping these tokens, if the one may have been typed for the other."""
    if i >= len(question) or j >= len(name) or not _may_be_a_slip(question[i], name[j]):
        return 0.0
    return skip_cost(question[i]) + SKIPPED_IN_NAME - SUBSTITUTION


def worth(like: float, weight: float) -> float:
    """What a pair is worth: what only sounds alike tells no more than a generic character, or 经 would rather be 金 than 经费's 经."""
    return like * (min(weight, GENERIC) if like in (HOMOPHONE, NEAR_HOMOPHONE) else weight)


def skip_costs(question: Sequence[Token]) -> list[float]:
    """What it costs to skip all tokens before each, and at the end all of them."""
    return list(accumulate(map(skip_cost, question), initial=0.0))


def skip_cost(asked: Token) -> float:
    """What it costs that a token of the question stands between two that say the name."""
    if asked.kind is Kind.SIGN:
        return _SKIPPED_SIGN.get(asked.text[0], 0.3)
    return _SKIPPED_SIGN.get(asked.text, _SKIPPED_IN_QUESTION)


def _may_be_a_slip(asked: Token, named: Token) -> bool:
    """Whether one character may have been typed for the other: a number is never a slip for another number."""
    return asked.kind is Kind.HAN and named.kind is Kind.HAN and not (asked.number and named.number)


def _without_chance(pairs: Sequence[Pair]) -> Iterable[Pair]:
    """The pairs without those that only sound alike and stand next to no other pair: so many characters sound alike."""
    places = {(i, j) for i, j, _ in pairs}
    return (
        (i, j, like) for i, j, like in pairs if like > HOMOPHONE or like == INITIAL or {(i - 1, j - 1), (i + 1, j + 1)} & places
    )
