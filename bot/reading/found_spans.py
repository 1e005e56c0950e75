"""Looking for spans of a parse by what they mean."""

from collections.abc import Collection

from bot.language.meanings import COMPARING, AggregateSaid, Mark, Proposal
from bot.reading.parse import Parse
from store.plan import Aggregate

MOVED = COMPARING - {Mark.COMPARED}
CHANGED = frozenset({Mark.NEW, Mark.GONE, Mark.KEPT, Mark.FIRST_ONLY, Mark.SECOND_ONLY})


def spans(said: Parse, *kinds: type) -> list[Proposal]:
    """Those that mean one of these kinds."""
    return [p for p in said.cover if isinstance(p.meaning, kinds)]


def marked(said: Parse, marks: Collection[Mark]) -> list[Proposal]:
    """Those that do one of these."""
    return [p for p in said.cover if p.meaning in marks]


def aggregates(said: Parse, *kinds: Aggregate) -> list[Proposal]:
    """Those that ask for one of these."""
    return [p for p in spans(said, AggregateSaid) if isinstance(p.meaning, AggregateSaid) and p.meaning.aggregate in kinds]
