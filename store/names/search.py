"""Which projects of which units a question means: a unit counts for what the project does not use of the question."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from store.names.batch import Aligned, span_used
from store.names.identity import Ids
from store.names.lexicon import Lexicon, Places
from store.names.pairs import SAME, Pairs
from store.names.tokens import Token

_JOINED = 32  # projects and units that are joined with each other
_WHOLE, _WHOLE_UNIT = 0.6, 0.3  # what it counts that the whole name is said

Span = tuple[int, int]  # [start, end) of the normalised question


class Hit(NamedTuple):
    """A unit's project as it is stored; of one question's hits the best has the highest score."""

    unit: str
    project: str
    score: float
    project_span: Span  # where the question says the project
    unit_span: Span | None  # and where the unit; None where it does not


class Found(Struct, frozen=True):
    """Names of one type, in the order of their identities, and how each is aligned with the question."""

    names: Lexicon
    numbers: Places
    ids: Ids
    aligned: Aligned

    def best(self, worth: NDArray[np.float32]) -> Ids:
        """The identities of those that are worth most."""
        return self.ids if len(self.ids) <= _JOINED else self.ids[np.argsort(-worth, kind="stable")[:_JOINED]]

    def rows(self, wanted: Ids) -> Places:
        """Where each wanted name stands among them; -1 where it does not."""
        if not len(self.ids):
            return np.full(len(wanted), -1)
        at = np.minimum(self.ids.searchsorted(wanted), len(self.ids) - 1)
        return np.where(self.ids[at] == wanted, at, -1)


def joined(tokens: Sequence[Token], pairs: Pairs, units: Found, projects: Found, limit: int) -> list[Hit]:
    """The pairs that fit best, the best first; of equal ones those of the lowest identities."""
    worth = projects.aligned.values + np.float32(_WHOLE) * projects.aligned.said
    likely = projects.best(worth)
    all_there = len(likely) == len(projects.ids) and len(pairs) <= SAME
    found = pairs.of(units.ids[:0] if all_there else units.best(units.aligned.values), likely)
    of = projects.rows(found.projects)
    found, of = found.at(of >= 0), of[of >= 0]
    whose = units.rows(found.units)
    value, used = np.zeros(len(units.ids) + 1, np.float32), np.zeros(len(units.ids) + 1, np.int64)  # the last: no unit is said
    value[:-1] = units.aligned.values + _WHOLE_UNIT * units.aligned.said
    used[:-1] = units.aligned.used
    twice = np.bitwise_count(used[whose] & projects.aligned.used[of])
    scores = worth[of] + np.maximum(value[whose] - twice, 0)
    best = (-scores).argsort(kind="stable")[:limit]
    bits = projects.aligned.bits.tolist()
    return [
        Hit(
            units.names.name(unit),
            projects.names.name(project),
            score,
            _span(tokens, of_project, bits),
            _span(tokens, of_unit, bits) if of_unit else None,
        )
        for unit, project, score, of_project, of_unit in zip(
            units.names.find(found.units[best]).tolist(),
            projects.numbers[of[best]].tolist(),
            scores[best].tolist(),
            projects.aligned.used[of[best]].tolist(),
            used[whose[best]].tolist(),
            strict=True,
        )
    ]


def _span(tokens: Sequence[Token], used: int, bits: Sequence[int]) -> Span:
    if not used:
        return (0, 0)
    first, last = span_used(used, bits)
    return tokens[first].start, tokens[last].end
