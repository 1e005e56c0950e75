"""The alignment of a question with a few names, pair by pair: what `batch` does over arrays, for fewer pairs than arrays pay for."""

from collections.abc import Sequence
from itertools import accumulate

from store.names.packed import BESIDE, STEP

Pairs = tuple[
    Sequence[int], Sequence[int], Sequence[int], Sequence[int]
]  # token of the question, of the name, name, packed worth


def best_of(pairs: Pairs, names: int, costs: Sequence[int], slips: Sequence[int]) -> list[int]:
    """The best alignment of each name, packed; `pairs` are in order, `costs` and `slips` what `packed.skipping` says of each token.

    An alignment is kept by its level: what it would be worth if all that was skipped before were given back.
    """
    before, won_back = list(accumulate(costs, initial=0)), [*slips, 0]
    best = [0] * names
    ended: list[list[tuple[int, int, int, int]]] = [
        [] for _ in best
    ]  # of each name: token, token, level, level with a slip behind
    for i, j, name, worth in zip(*pairs, strict=True):
        nothing = most = before[i] + STEP * j
        for k, m, level, slipped in ended[name]:
            if k < i and m < j:
                reached = slipped if k + 1 < i and m + 1 < j else level + BESIDE if k + 1 == i and m + 1 == j else level
                if reached > most:  # noqa: PLR1730  the innermost of all loops: `max` would take three times as long
                    most = reached
        value = worth + most - nothing
        level = value + before[i + 1] + STEP * (j + 1)
        ended[name].append((i, j, level, level + won_back[i + 1]))
        best[name] = max(best[name], value)
    return best
