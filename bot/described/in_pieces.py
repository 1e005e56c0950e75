"""Words that stand nowhere as they are said, and yet piece by piece in one form: 保洁河道 is “河道…巡查和保洁”."""

from collections.abc import Collection, Sequence

from bot.answer import Desk
from store.plan import Plan, TextFilter
from store.text import fold

_LEAST, _LONGEST = 2, 24  # characters of a piece, and of words that are looked for in pieces
_BETWEEN = "的和与及、了在对把"


def in_pieces(plan: Plan, desk: Desk) -> Plan | None:
    """The plan with the pieces in the place of each text that stands nowhere; None where one of them has none."""
    texts: list[TextFilter] = []
    known = set(desk.standing([text.text for text in plan.texts]))
    for text in plan.texts:
        pieces = (text.text,) if text.text in known else _pieces(fold(text.text), desk)
        if not pieces:
            return None
        texts += [text.model_copy(update={"text": piece}) for piece in pieces]
    return plan.model_copy(update={"texts": tuple(texts)}) if len(texts) > len(plan.texts) else None


def _pieces(words: str, desk: Desk) -> tuple[str, ...]:
    """The fewest pieces of at least two characters that all stand somewhere and leave nothing out but small words."""
    if len(words) > _LONGEST:
        return ()
    spans = [words[start:end] for start in range(len(words)) for end in range(start + _LEAST, len(words) + 1)]
    known = set(desk.standing(spans))
    best: list[tuple[str, ...] | None] = [(), *[None] * len(words)]
    for end in range(1, len(words) + 1):
        best[end] = _fewest(words, end, best, known)
    return best[-1] or ()


def _fewest(words: str, end: int, best: Sequence[tuple[str, ...] | None], known: Collection[str]) -> tuple[str, ...] | None:
    before = best[end - 1]
    found = [before] if before is not None and words[end - 1] in _BETWEEN else []
    for start in range(end - _LEAST + 1):
        earlier = best[start]
        if earlier is not None and words[start:end] in known:
            found.append((*earlier, words[start:end]))
    return min(found, key=lambda pieces: (len(pieces), pieces), default=None)
