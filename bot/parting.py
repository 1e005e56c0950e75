"""Two questions in one breath that one plan cannot hold: “去年的钱和今年的目标”, “年度总额和中期总额”."""

from collections.abc import Sequence

from bot.language.meanings import AggregateSaid, Asked, HorizonSaid, LevelSaid, Mark, MeasureSaid, NounSaid, Proposal, YearsSaid
from bot.language.patterns import Pattern
from bot.parse import Parse, is_filler
from store.names import Match
from store.plan import Aggregate, Field

_AND = Pattern(r"\s*(?:[和与跟及、,，;；]|以及|还有)\s*")
_ASKS = (Asked, LevelSaid, MeasureSaid, NounSaid)


def second_question(said: Parse) -> int | None:
    """Where the second question begins, in the text as typed: behind an “and” it names a year or a term, and a field, of its own.

    Two years of one field are one question; two terms (中期, 年度) never are.
    """
    for joint in _AND.finditer(said.said.text):
        before = [p for p in said.cover if p.end <= joint.start() or p.start < joint.start() < p.end]
        after = [p for p in said.cover if p.start >= joint.end() and not is_filler(p)]
        if any(p.start < joint.start() < p.end for p in said.cover):
            continue
        if _asks(before[-1:]) and after and _of_its_own(before, after):
            return said.normal.original(joint.end(), joint.end() + 1)[0]
    return None


def _of_its_own(before: Sequence[Proposal], after: Sequence[Proposal]) -> bool:
    if any(isinstance(p.meaning, Match) for p in after) or not _asks(after):
        return False
    terms = {_term(p) for p in before} - {None}, _term(after[0])
    if terms[0] and terms[1] and terms[1] not in terms[0]:
        return True
    years = [p.meaning for p in before if isinstance(p.meaning, YearsSaid)]
    other = isinstance(after[0].meaning, YearsSaid) and after[0].meaning not in years
    return bool(years) and other and _fields(before) != _fields(after)


def _term(proposal: Proposal) -> object:
    meaning = proposal.meaning
    return meaning.horizon if isinstance(meaning, (Asked, HorizonSaid)) else None


def _asks(spans: Sequence[Proposal]) -> bool:
    return any(isinstance(p.meaning, _ASKS) or p.meaning in (Mark.HOW_MUCH, AggregateSaid(Aggregate.SUM)) for p in spans)


def _fields(spans: Sequence[Proposal]) -> set[Field]:
    """What is asked for, more than the word 多少 says."""
    asked = {p.meaning.field for p in spans if isinstance(p.meaning, Asked)}
    lines = {Field.INDICATOR for p in spans if isinstance(p.meaning, (LevelSaid, MeasureSaid, NounSaid))}
    return (asked | lines) or {Field.AMOUNT}
