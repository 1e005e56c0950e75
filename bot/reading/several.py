"""Several questions in one message: “今年哪个项目最大，它的目标是什么”, “保洁今年多少，满意度要多高”, “去年的钱和今年的目标”.

One plan answers what it can of them; where it cannot, they are answered one after another, each going on from the one before.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.language.joints import AND, FURTHER
from bot.language.meanings import (
    AggregateSaid,
    Asked,
    Mark,
    OrderSaid,
    Proposal,
    YearsSaid,
)
from bot.language.patterns import Pattern
from bot.language.quantities import frames
from bot.reading.clauses import (
    ASKING,
    ASKING_MARKS,
    LINES,
    ONE_QUESTION,
    Kind,
    asks,
    is_told_with,
    joints,
    kind_of,
    lists_money,
    of_a_line,
    term_of,
    within,
)
from bot.reading.found_spans import marked
from bot.reading.parse import Parse, is_filler
from store.names import Match
from store.plan import BY_NUMBER, Aggregate, Field

_MORE_OF_IT = Pattern(
    r"\s*(?:带上?|加上?|连上?|算上|再加|外加|连同|含(?!所属|下属)|包括|不含|除了?|去掉|扣)"
)  # goes on with the same sum
_WORD = ("其", "另", "还", "顺")  # a joint that begins so belongs to what follows it
_AGAIN = frozenset({Mark.HOW_MUCH, AggregateSaid(Aggregate.SUM)})


def cuts(said: Parse) -> tuple[int, ...]:
    """Where a further question begins, in the text as typed; what does not ask belongs to the question beside it."""
    return tuple(said.normal.original(at, at + 1)[0] for at in cut_at(said))


def second_question(said: Parse) -> int | None:
    """Where the second of two questions begins, in the text as typed: behind an “and” it names a year or a term, and a field, of its own.

    Two years of one field are one question; two terms (中期, 年度) never are.
    """
    if len(cut_at(said)) > 1:
        return None
    for joint in AND.finditer(said.said.text):
        before = [p for p in said.cover if p.end <= joint.start() or p.start < joint.start() < p.end]
        after = [p for p in said.cover if p.start >= joint.end() and not is_filler(p)]
        if any(p.start < joint.start() < p.end for p in said.cover):
            continue
        if _asks_again(before[-1:]) and after and _of_its_own(before, after):
            return said.normal.original(joint.end(), joint.end() + 1)[0]
    return None


def asked_of_the_first(said: Parse) -> list[Proposal]:
    """What is asked of what comes first by something else: no plan holds both, and no figure is given unless each has its answer."""
    asking = (p for at in _behind_a_rank(said) for p in said.cover if p.start >= at and not is_filler(p))
    return [p for p in asking if isinstance(p.meaning, ASKING) or p.meaning in ASKING_MARKS][:1]


def asked_of_another(said: Parse) -> Iterator[Proposal]:
    """What another clause asks of something else than the first that asks; “财政局的预算里，网络运维占多少” is one question."""
    if Mark.WITHIN in said.marks():
        return
    asking = (OrderSaid, AggregateSaid, Asked)
    found = [p for p in said.cover if isinstance(p.meaning, asking) or p.meaning in (Mark.HOW_MUCH, Mark.SHARE)]
    named = {said.clause(m.start) for m in said.mentions}
    clauses = sorted({said.clause(p.start) for p in found})
    first = clauses[0] if clauses else 0
    for clause in clauses[1:]:
        here = [p for p in found if said.clause(p.start) == clause]
        before = [p for p in found if said.clause(p.start) == first]
        if (clause in named and first in named and _answers(here) != _answers(before)) or _counts_after_a_rank(before, here):
            yield from here
    following = [
        p for p in marked(said, {Mark.FOLLOWING}) if said.clause(p.start) in named - {first} and first in named and clauses
    ]
    yield from following


_FIRST_ITSELF = Pattern(r"的?(?:[那这]一?[个项笔家]|项目|工程|单位)*的?")
_A_PROJECT = Pattern("项目|工程|[笔项]")  # “最大的是哪个单位” ranks units
_OF_LINES, _OF_MONEY = frozenset({Kind.MONEY, Kind.PART_OF_MONEY, Kind.FACT, Kind.LINES}), frozenset({Kind.LINES})


def _behind_a_rank(said: Parse) -> list[int]:
    """Where something else is asked of what comes first: “满意度最低的项目|多少钱”, “预算最多的项目的|满意度”."""
    orders = [p for p in said.cover if isinstance(p.meaning, OrderSaid)]
    if len(orders) != 1 or said.marks() & ONE_QUESTION:
        return []
    end = _FIRST_ITSELF.match(said.said.text, orders[0].end)
    at = end.end() if end else orders[0].end
    before, behind = within(said, 0, orders[0].start), within(said, at, len(said.said.text))
    lines = any(map(of_a_line, before))
    goal = any(isinstance(p.meaning, Asked) and p.meaning.field is Field.GOAL for p in behind)
    listed = any(isinstance(p.meaning, Asked) and p.meaning.field is Field.PROJECT for p in behind)
    again = kind_of(behind) is Kind.LINES and not goal
    counted = isinstance(orders[0].meaning, OrderSaid) and orders[0].meaning.order.by == BY_NUMBER  # “项目最多的|是哪个单位”
    of_a_project = {Kind.FACT} if not counted and _A_PROJECT.search(said.said.text[orders[0].start : at]) else set()
    if (
        kind_of(behind) not in (_OF_LINES if lines else _OF_MONEY | of_a_project)
        or (lines and again)
        or listed
        or (goal and not lines)
    ):
        return []
    return [] if FURTHER.search(said.said.text, at) or any(p.start < at < p.end for p in said.cover) else [at]


def cut_at(said: Parse) -> list[int]:
    """Where a further question begins, in the normalised text."""
    text, start = said.said.text, 0
    found = _behind_a_rank(said)
    if found:
        return found
    for begin, end in joints(said):
        inside = any(p.start < end and begin < p.end and not is_filler(p) for p in said.cover)
        if (
            not (inside or lists_money(said, begin, end))
            and not (_MORE_OF_IT.match(text, end) or any(p.meaning is Mark.CARRIED for p in within(said, end, len(text))[:1]))
            and asks(within(said, start, begin))
            and (asks(within(said, end, len(text))) or frames(text[end:]))
        ):
            start = begin if text[begin:end][:1] in _WORD else end
            found.append(start)
    bounds = (0, *found, len(text))
    parts = [within(said, begin, end) for begin, end in pairwise(bounds)]
    return [place for place, (one, other) in zip(found, pairwise(parts), strict=True) if not is_told_with(one, other)]


def _of_its_own(before: Sequence[Proposal], after: Sequence[Proposal]) -> bool:
    """Whether what follows the “and” names no other thing, and a term or a year and field that were not asked before it."""
    if any(isinstance(p.meaning, Match) for p in after) or not _asks_again(after):
        return False
    terms = {term_of(p) for p in before} - {None}, term_of(after[0])
    if terms[0] and terms[1] and terms[1] not in terms[0]:
        return _BESIDE.isdisjoint(p.meaning for p in after)
    years = [p.meaning for p in before if isinstance(p.meaning, YearsSaid)]
    other = isinstance(after[0].meaning, YearsSaid) and after[0].meaning not in years
    return bool(years) and other and _fields(before) != _fields(after)


# “中期总额和年度总额差多少”, “中期目标和年度目标一样吗”
_BESIDE = frozenset({AggregateSaid(Aggregate.DIFFERENCE), Mark.UNCHANGED, Mark.COMPARED, Mark.CHANGED})


def _asks_again(spans: Sequence[Proposal]) -> bool:
    return any(isinstance(p.meaning, (Asked, *LINES)) or p.meaning in _AGAIN for p in spans)


def _fields(spans: Sequence[Proposal]) -> set[Field]:
    """What is asked for, more than the word 多少 says."""
    asked = {p.meaning.field for p in spans if isinstance(p.meaning, Asked)}
    lines = {Field.INDICATOR for p in spans if isinstance(p.meaning, LINES)}
    return (asked | lines) or {Field.AMOUNT}


def _counts_after_a_rank(before: Sequence[Proposal], here: Sequence[Proposal]) -> bool:
    counted = any(isinstance(p.meaning, AggregateSaid) for p in here)
    return counted and any(isinstance(p.meaning, OrderSaid) for p in before)


def _answers(asks: Sequence[Proposal]) -> set[object]:
    """What kinds of answers are asked for; 多少 asks for money as 预算 does."""
    return {_answer(p) for p in asks}


def _answer(proposal: Proposal) -> object:
    meaning = proposal.meaning
    if isinstance(meaning, AggregateSaid):
        return meaning.aggregate
    if isinstance(meaning, Asked) and meaning.field is not Field.AMOUNT:
        return meaning.field
    return OrderSaid if isinstance(meaning, OrderSaid) else Mark.SHARE if meaning is Mark.SHARE else Field.AMOUNT
