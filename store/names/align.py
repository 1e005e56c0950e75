"""Where in a question a name is meant: a local alignment that forgives typos, omissions and words in between."""

from collections.abc import Sequence
from dataclasses import dataclass

from store.names.tokens import HOMOPHONE, INITIAL, Kind, Token, likeness

_SUBSTITUTION = 0.45  # one wrong character
_SKIPPED_IN_NAME = 0.04  # abbreviations leave characters out
_SKIPPED_IN_QUESTION = 0.6
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


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which tokens of the question (indices) say which tokens of the name, and how well."""

    pairs: tuple[tuple[int, int, float], ...]  # index in the question, index in the name, likeness
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
    rows, columns = len(question), len(name)
    # score[i][j]: the best alignment that ends with question[i] matched to name[j]; came[i][j]: the pair before
    score = [[0.0] * columns for _ in range(rows)]
    came: list[list[tuple[int, int] | None]] = [[None] * columns for _ in range(rows)]
    best_value, best_at = 0.0, None
    # reach[j]: the best score of any alignment that ended at name[j] or before, with what was skipped taken off
    reach: list[tuple[float, tuple[int, int] | None]] = [(0.0, None)] * (columns + 1)
    for i, asked in enumerate(question):
        fresh: list[tuple[float, tuple[int, int] | None]] = [(0.0, None)] * (columns + 1)
        skip = _skip(asked)
        running: tuple[float, tuple[int, int] | None] = (0.0, None)
        for j in range(columns):
            like = likeness(asked, name[j])
            if like:
                before, at = reach[j]
                bonus = 0.1 if at == (i - 1, j - 1) else 0.0  # neighbours that stay neighbours say more
                value = before + like * weights[j] + bonus
                score[i][j], came[i][j] = value, at
                if value > best_value + 1e-9:
                    best_value, best_at = value, (i, j)
            elif asked.kind is Kind.HAN and name[j].kind is Kind.HAN and not (asked.number and name[j].number):
                before, at = reach[j]
                value = before - _SUBSTITUTION if at == (i - 1, j - 1) else 0.0
                if value > fresh[j + 1][0]:
                    fresh[j + 1] = (value, at)
            # what ended at or before name[j] with this token of the question matched or skipped
            ended = (score[i][j], (i, j)) if score[i][j] > 0 else (0.0, None)
            skipped = (reach[j + 1][0] - skip, reach[j + 1][1])
            candidates = (ended, skipped, fresh[j + 1], (running[0] - _SKIPPED_IN_NAME, running[1]))
            running = max(candidates, key=lambda c: c[0])
            if running[0] <= 0:
                running = (0.0, None)
            fresh[j + 1] = running
        reach = fresh
    if best_at is None:
        return None
    return _trace(question, name, came, best_at, best_value)


def _skip(asked: Token) -> float:
    if asked.kind is Kind.SIGN:
        return _SKIPPED_SIGN.get(asked.text[0], 0.3)
    return _SKIPPED_SIGN.get(asked.text, _SKIPPED_IN_QUESTION)


def _trace(
    question: Sequence[Token],
    name: Sequence[Token],
    came: Sequence[Sequence[tuple[int, int] | None]],
    at: tuple[int, int] | None,
    value: float,
) -> Alignment | None:
    pairs: list[tuple[int, int, float]] = []
    while at is not None:
        i, j = at
        pairs.append((i, j, likeness(question[i], name[j])))
        at = came[i][j]
    kept = _without_chance(pairs[::-1])
    return Alignment(tuple(kept), value) if kept else None


def _without_chance(pairs: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """The pairs without those that only sound alike and stand next to no other pair: so many characters sound alike."""
    places = {(i, j) for i, j, _ in pairs}
    return [
        (i, j, like) for i, j, like in pairs if like > HOMOPHONE or like == INITIAL or {(i - 1, j - 1), (i + 1, j + 1)} & places
    ]
