"""Which projects of which units a question means: a unit counts for what the project does not use of the question."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from store.names.batch import Aligned, tokens_used
from store.names.pairs import Numbers, Pairs
from store.names.tokens import Token

_JOINED = 32  # projects and units that are joined with each other
_WHOLE, _WHOLE_UNIT = 0.6, 0.3  # what it counts that the whole name is said

Span = tuple[int, int]  # [start, end) of the normalised question


@dataclass(frozen=True)
class Hit:
    """A pair, by its place among those that the index was built from; of one question's hits the best has the highest score."""

    pair: int
    score: float
    project: Span  # where the question says the project
    unit: Span | None  # and where the unit; None where it does not


@dataclass(frozen=True)
class Found:
    """Names of one type, by number, and how each is aligned with the question."""

    numbers: Numbers
    aligned: Aligned

    def best(self, worth: NDArray[np.float32]) -> list[int]:
        """The numbers of those that are worth most."""
        return [int(n) for n in self.numbers[np.argsort(-worth, kind="stable")[:_JOINED]]]

    def rows(self, wanted: NDArray[np.int32]) -> Numbers:
        """Where each wanted number stands in `numbers`; -1 where it does not."""
        if not len(self.numbers):
            return np.full(len(wanted), -1)
        order = np.argsort(self.numbers)
        at = order[np.minimum(np.searchsorted(self.numbers, wanted, sorter=order), len(self.numbers) - 1)]
        return np.where(self.numbers[at] == wanted, at, -1)


def joined(tokens: Sequence[Token], pairs: Pairs, units: Found, projects: Found, limit: int) -> list[Hit]:
    """The pairs that fit best, the best first; of equal ones the first."""
    worth = projects.aligned.values + _WHOLE * projects.aligned.said
    found = pairs.of(units.best(units.aligned.values), projects.best(worth))
    of = projects.rows(pairs.projects[found])
    found, of = found[of >= 0], of[of >= 0]
    whose = units.rows(pairs.units[found])
    value = np.append(units.aligned.values + _WHOLE_UNIT * units.aligned.said, np.float32(0))
    used = np.append(units.aligned.used, 0)
    twice = np.bitwise_count(used[whose] & projects.aligned.used[of])
    scores = worth[of] + np.maximum(value[whose] - twice, 0)
    best = [int(n) for n in np.lexsort((found, -scores))[:limit]]
    return [
        Hit(
            int(found[n]),
            float(scores[n]),
            _span(tokens, int(projects.aligned.used[of[n]])),
            _unit_span(tokens, int(used[whose[n]])),
        )
        for n in best
    ]


def _span(tokens: Sequence[Token], used: int) -> Span:
    said = tokens_used(used, len(tokens))
    return (tokens[said[0]].start, tokens[said[-1]].end) if said else (0, 0)


def _unit_span(tokens: Sequence[Token], used: int) -> Span | None:
    return _span(tokens, used) if used else None
