"""Several questions in one message, a clause each: “今年哪个项目最大，它的目标是什么”, “保洁今年多少，满意度要多高”.

One plan answers what it can of them; where it cannot, they are answered one after another, each going on from the one before.
"""

from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise

from bot.language.meanings import (
    AggregateSaid,
    Asked,
    LevelSaid,
    Mark,
    MeasureSaid,
    NounSaid,
    OrderSaid,
    Proposal,
    TextSaid,
    YearsSaid,
)
from bot.language.patterns import Pattern
from bot.parse import Parse, is_filler
from store.names import Match, NameType
from store.plan import BY_NUMBER, Aggregate, Field

_JOINT = Pattern(r"[，,。;；?？!！:：、\s]+|其中|另外|还有|顺便")
_MORE_OF_IT = Pattern(
    r"\s*(?:带上?|加上?|连上?|算上|再加|外加|连同|含(?!所属|下属)|包括|不含|除了?|去掉|扣)"
)  # goes on with the same sum
_WORD = "其另还顺"  # a joint that begins so belongs to what follows it
_LINES = (LevelSaid, MeasureSaid, NounSaid)
_ASKING = (Asked, AggregateSaid, OrderSaid, *_LINES)
_ASKING_MARKS = frozenset({Mark.HOW_MUCH, Mark.SHARE, Mark.PLACE, Mark.PER_CENT, Mark.FOLLOWING, Mark.ROSE, Mark.FELL})
_ONE_QUESTION = frozenset({Mark.COMPARED, Mark.ROSE, Mark.FELL, Mark.GROWTH, Mark.DECLINE, Mark.SHARE, Mark.WITHIN})


class _Kind(Enum):
    """What a clause asks for."""

    MONEY = auto()
    PART_OF_MONEY = auto()
    LINES = auto()
    FACT = auto()
    RANK = auto()
    NUMBER = auto()


# What one plan would answer in part: a money that is only 多少 beside a field that is named, a rank beside anything else.
_APART = {
    *((_Kind.RANK, other) for other in _Kind if other is not _Kind.RANK),
    *((other, _Kind.RANK) for other in _Kind if other is not _Kind.RANK),
    (_Kind.MONEY, _Kind.LINES),
    (_Kind.MONEY, _Kind.PART_OF_MONEY),
}


def cuts(said: Parse) -> tuple[int, ...]:
    """Where a further question begins, in the text as typed; what does not ask belongs to the question beside it."""
    return tuple(said.normal.original(at, at + 1)[0] for at in _cuts(said))


def asked_apart(said: Parse) -> bool:
    """Whether one plan cannot hold what the clauses ask for, though it may understand each word of them."""
    bounds = (0, *_cuts(said), len(said.said.text))
    further = [_within(said, start, end) for start, end in list(pairwise(bounds))[1:]]
    if any(_of_another_year(clause) for clause in further):
        return True
    if said.marks() & _ONE_QUESTION:
        return False
    parts = [_within(said, start, end) for start, end in pairwise(bounds)]
    if any(_counts(one) and _counts(other) and _limits(other) for one, other in pairwise(parts)):
        return True  # “有几项，几个属于延续的”
    kinds = pairwise(_kind(part) for part in parts)
    each = {(_Kind.NUMBER, _Kind.MONEY)} if Mark.EACH in said.marks() else set()
    return any(pair in _APART | each for pair in kinds)


def asked_of_the_first(said: Parse) -> list[Proposal]:
    """What is asked of what comes first by something else: no plan holds both, and no figure is given unless each has its answer."""
    asking = (p for at in _behind_a_rank(said) for p in said.cover if p.start >= at and not is_filler(p))
    return [p for p in asking if isinstance(p.meaning, _ASKING) or p.meaning in _ASKING_MARKS][:1]


def _counts(spans: Sequence[Proposal]) -> bool:
    return any(isinstance(p.meaning, AggregateSaid) and p.meaning.aggregate is Aggregate.COUNT for p in spans)


def _limits(spans: Sequence[Proposal]) -> bool:
    return any(isinstance(p.meaning, TextSaid) for p in spans)


def _of_another_year(clause: Sequence[Proposal]) -> bool:
    """Whether the clause asks the same of other years: “去年呢”, “去年多少”; one that compares years is no further question."""
    meanings = [p.meaning for p in clause]
    return any(isinstance(m, YearsSaid) for m in meanings) and not any(m in _ONE_QUESTION for m in meanings)


_FIRST_ITSELF = Pattern(r"的?(?:[那这]一?[个项笔家]|项目|工程|单位)*的?")
_A_PROJECT = Pattern("项目|工程|[笔项]")  # “最大的是哪个单位” ranks units
_OF_LINES, _OF_MONEY = frozenset({_Kind.MONEY, _Kind.PART_OF_MONEY, _Kind.FACT, _Kind.LINES}), frozenset({_Kind.LINES})


def _behind_a_rank(said: Parse) -> list[int]:
    """Where something else is asked of what comes first: “满意度最低的项目|多少钱”, “预算最多的项目的|满意度”."""
    orders = [p for p in said.cover if isinstance(p.meaning, OrderSaid)]
    if len(orders) != 1 or said.marks() & _ONE_QUESTION:
        return []
    end = _FIRST_ITSELF.match(said.said.text, orders[0].end)
    at = end.end() if end else orders[0].end
    before, behind = _within(said, 0, orders[0].start), _within(said, at, len(said.said.text))
    lines = any(isinstance(p.meaning, _LINES) or _is_line(p) for p in before)
    goal = any(isinstance(p.meaning, Asked) and p.meaning.field is Field.GOAL for p in behind)
    listed = any(isinstance(p.meaning, Asked) and p.meaning.field is Field.PROJECT for p in behind)
    again = _kind(behind) is _Kind.LINES and not goal
    counted = isinstance(orders[0].meaning, OrderSaid) and orders[0].meaning.order.by == BY_NUMBER  # “项目最多的|是哪个单位”
    of_a_project = {_Kind.FACT} if not counted and _A_PROJECT.search(said.said.text[orders[0].start : at]) else set()
    if (
        _kind(behind) not in (_OF_LINES if lines else _OF_MONEY | of_a_project)
        or (lines and again)
        or listed
        or (goal and not lines)
    ):
        return []
    return [] if _JOINT.search(said.said.text, at) or any(p.start < at < p.end for p in said.cover) else [at]


def _is_line(span: Proposal) -> bool:
    """Whether it names a line of the indicator table."""
    return isinstance(span.meaning, Match) and span.meaning.type is NameType.INDICATOR


def _cuts(said: Parse) -> list[int]:
    text, start = said.said.text, 0
    found = _behind_a_rank(said)
    if found:
        return found
    for joint in _JOINT.finditer(text):
        inside = any(p.start < joint.end() and joint.start() < p.end and not is_filler(p) for p in said.cover)
        if (
            not inside
            and not _MORE_OF_IT.match(text, joint.end())
            and _asks(_within(said, start, joint.start()))
            and _asks(_within(said, joint.end(), len(text)))
        ):
            start = joint.start() if joint[0][0] in _WORD else joint.end()
            found.append(start)
    return found


def _within(said: Parse, start: int, end: int) -> list[Proposal]:
    return [p for p in said.cover if start <= p.start and p.end <= end and not is_filler(p)]


def _asks(spans: Sequence[Proposal]) -> bool:
    return any(isinstance(p.meaning, _ASKING) or p.meaning in _ASKING_MARKS for p in spans)


def _kind(spans: Sequence[Proposal]) -> _Kind | None:
    asked = [p.meaning for p in spans if isinstance(p.meaning, Asked)]
    aggregates = {p.meaning.aggregate for p in spans if isinstance(p.meaning, AggregateSaid)}
    how_much = any(p.meaning is Mark.HOW_MUCH for p in spans)
    if any(isinstance(p.meaning, OrderSaid) for p in spans):
        return _Kind.RANK
    if Aggregate.COUNT in aggregates:
        return _Kind.NUMBER
    if any(isinstance(p.meaning, _LINES) for p in spans) or any(a.field in (Field.INDICATOR, Field.GOAL) for a in asked):
        return _Kind.LINES
    if any(a.kind or a.field is Field.FUNDING for a in asked):
        return _Kind.PART_OF_MONEY
    if any(a.field is not Field.AMOUNT for a in asked):
        return _Kind.FACT
    return _Kind.MONEY if how_much or asked or aggregates else None
