"""Whether both scopes (口径) of a unit are asked for: “本级多少，含所属多少”, “财政局几个项目，连下属几个”."""

from bot.language.joints import APART
from bot.language.meanings import AggregateSaid, Asked, Mark, Proposal
from bot.reading.parse import Parse
from bot.scoping.scope import Scope
from store.plan import Field


def both_levels(said: Parse, scope: Scope) -> bool:
    """Whether 本级 is said beside 含所属, or the same is asked before 含所属 and again behind it."""
    if not scope.whole_branch or scope.called:
        return False
    return Mark.ALONE in said.marks() or _asked_twice(said, scope)


def _asked_twice(said: Parse, scope: Scope) -> bool:
    at = next((p.start for p in said.cover if p.meaning is Mark.BRANCH), None)
    if at is None or scope.projects or scope.unit_mentions != 1:
        return False
    before = [p for p in said.cover if p.end <= at and APART.search(said.said.text[p.end : at])]
    behind = [p for p in said.cover if p.start > at]
    return any(map(_asks, before)) and (any(map(_asks, behind)) or any(p.meaning is Mark.FOLLOWING for p in behind))


def _asks(span: Proposal) -> bool:
    return isinstance(span.meaning, AggregateSaid) or span.meaning in (Mark.HOW_MUCH, Asked(Field.AMOUNT))
