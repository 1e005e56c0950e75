"""Several questions in one message: “今年哪个项目最大，它的目标是什么”, “保洁今年多少，满意度要多高”, “去年的钱和今年的目标”.

One plan answers what it can of them; where it cannot, they are answered one after another, each going on from the one before.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from bot.language.joints import AND, FURTHER
from bot.language.meanings import (
    MOVING,
    AggregateSaid,
    Asked,
    HorizonSaid,
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
    Kind,
    adds_up,
    asks,
    asks_of_forms,
    asks_only_how_much,
    counted,
    counts,
    counts_others,
    differ,
    is_told_with,
    joints,
    kind_of,
    limits,
    lists_money,
    moved,
    names_a_line,
    of_each_kind,
    within,
)
from bot.reading.found_spans import marked
from bot.reading.parse import Parse, is_filler
from store.model import Horizon
from store.names import Match, NameType
from store.plan import BY_NUMBER, Aggregate, Field

_MORE_OF_IT = Pattern(
    r"\s*(?:带上?|加上?|连上?|算上|再加|外加|连同|含(?!所属|下属)|包括|不含|除了?|去掉|扣)"
)  # goes on with the same sum
_WORD = ("其", "另", "还", "顺")  # a joint that begins so belongs to what follows it
_AGAIN = frozenset({Mark.HOW_MUCH, AggregateSaid(Aggregate.SUM)})
_ONE_QUESTION = MOVING | {Mark.COMPARED, Mark.SHARE, Mark.WITHIN}
# What one plan would answer in part: a money that is only 多少 beside a field that is named, a rank beside anything else.
_APART = {
    *((Kind.RANK, other) for other in Kind if other is not Kind.RANK),
    *((other, Kind.RANK) for other in Kind if other is not Kind.RANK),
    (Kind.MONEY, Kind.LINES),
    (Kind.MONEY, Kind.PART_OF_MONEY),
    (Kind.NUMBER, Kind.PART_OF_MONEY),
    (Kind.NUMBER, Kind.LINES),
}


def cuts(said: Parse) -> tuple[int, ...]:
    """Where a further question begins, in the text as typed; what does not ask belongs to the question beside it."""
    return tuple(said.normal.original(at, at + 1)[0] for at in _cuts(said))


def asked_apart(said: Parse) -> bool:
    """Whether one plan cannot hold what the clauses ask for, though it may understand each word of them."""
    parts = [within(said, start, end) for start, end in pairwise((0, *_cuts(said), len(said.said.text)))]
    if any(_of_another_year(clause) for clause in parts[1:]):
        return True
    if kind_of(parts[0]) is Kind.MONEY and any(_differ_twice(one, other) for one, other in pairwise(parts)):
        return True  # “今年多少，比去年多多少，财政拨款多多少”
    if any(kind_of(one) is Kind.NUMBER and not _compares(one) and _compares(other) for one, other in combinations(parts, 2)):
        return True  # “几个项目，一共多少，比去年多多少”
    if any(any(map(counts, one)) and any(map(of_each_kind, other)) for one, other in combinations(parts, 2)):
        return True  # “几个乡镇，一共多少，每个乡镇多少”
    if any(_turns_scope(clause) for clause in parts[1:]) and len({_shape(clause) for clause in parts}) > 1:
        return True  # “一共多少，含下属多少，比去年多多少”
    return _sums_and_sets_beside(said, parts) or any(_are_apart(said, one, other) for one, other in pairwise(parts))


def _are_apart(said: Parse, one: Sequence[Proposal], other: Sequence[Proposal]) -> bool:
    """Whether no plan holds what one clause asks for beside what the next one does."""
    if _ranks_moves(other) and not _ranks_moves(one) and (differ(one) or moved(one)):
        return True  # “比去年减少多少，哪个项目减得最多”, “哪些项目减少了，减得最多的是哪个”
    if {Mark.SHARE, Mark.PLACE} <= {p.meaning for p in (*one, *other)}:
        return True  # “占多少，排第几”
    if any(map(counts, one)) and any(map(counts, other)) and (counts_others(one, other) or limits(other, one)):
        return True  # “有多少个单位，多少个项目”, “有几项，几个属于延续的”
    if any(map(counts, one)) and _compares(one) and differ(other):
        return True  # “比去年多了几个项目，多了多少钱”
    pair = kind_of(one), kind_of(other)
    if pair == (Kind.MONEY, Kind.MONEY) and _terms(one) != _terms(other):
        return True  # “总额各多少，中期各多少”
    told = pair == (Kind.RANK, Kind.MONEY) and asks_only_how_much(other) and not any(map(_of_a_line, one))
    if told or _compares(one) or _compares(other):
        return False  # “哪个单位最多，多少”: a rank of money is told with it
    if (asks_of_forms(one) or asks_of_forms(other)) and (any(map(counts, one)) or any(adds_up(p) for p in (*one, *other))):
        return True  # “几个项目，主管部门是谁”, “一共多少钱，主管部门是谁”
    units = Field.UNIT in counted(one)  # a number of units tells no money, a list of projects does
    each = Mark.EACH in said.marks()
    return pair in _APART or (pair == (Kind.NUMBER, Kind.MONEY) and (units or each))


def _of_a_line(span: Proposal) -> bool:
    return isinstance(span.meaning, LINES) or names_a_line(span)


def _terms(spans: Sequence[Proposal]) -> set[object]:
    return {_term(p) for p in spans} - {None, Horizon.ANNUAL}


def _turns_scope(spans: Sequence[Proposal]) -> bool:
    return any(p.meaning in (Mark.BRANCH, Mark.ALONE) for p in spans)


def _shape(spans: Sequence[Proposal]) -> object:
    """Of what shape the answer to a clause is: a comparison, how many of what, or a kind of figure."""
    return Mark.COMPARED if _compares(spans) else counted(spans) or kind_of(spans)


def _compares(spans: Sequence[Proposal]) -> bool:
    return any(p.meaning in _ONE_QUESTION for p in spans)


def second_question(said: Parse) -> int | None:
    """Where the second of two questions begins, in the text as typed: behind an “and” it names a year or a term, and a field, of its own.

    Two years of one field are one question; two terms (中期, 年度) never are.
    """
    if len(_cuts(said)) > 1:
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


def _ranks_moves(spans: Sequence[Proposal]) -> bool:
    return any(isinstance(p.meaning, OrderSaid) for p in spans) and bool(moved(spans))


def _sums_and_sets_beside(said: Parse, parts: Sequence[Sequence[Proposal]]) -> bool:
    """“甲局和乙局一共多少，差多少”: of several that are named the sum, and how they stand beside each other."""
    named = [m for m in said.mentions if m.type in (NameType.PROJECT, NameType.UNIT)]
    years = said.meanings(YearsSaid)
    sums = [any(map(adds_up, one)) and (differ(other) or _sets_beside(other)) for one, other in combinations(parts, 2)]
    return any(sums) and len(named) > 1 and (len(years) <= 1 or Mark.EACH in said.marks())


def _sets_beside(spans: Sequence[Proposal]) -> bool:
    return any(p.meaning is Mark.COMPARED for p in spans)


def _differ_twice(one: Sequence[Proposal], other: Sequence[Proposal]) -> bool:
    return differ(one) and differ(other) and kind_of(other) is Kind.PART_OF_MONEY


def _of_another_year(clause: Sequence[Proposal]) -> bool:
    """Whether the clause asks the same of other years: “去年呢”, “去年多少”; one that compares years is no further question."""
    meanings = [p.meaning for p in clause]
    return any(isinstance(m, YearsSaid) for m in meanings) and not any(m in _ONE_QUESTION for m in meanings)


_FIRST_ITSELF = Pattern(r"的?(?:[那这]一?[个项笔家]|项目|工程|单位)*的?")
_A_PROJECT = Pattern("项目|工程|[笔项]")  # “最大的是哪个单位” ranks units
_OF_LINES, _OF_MONEY = frozenset({Kind.MONEY, Kind.PART_OF_MONEY, Kind.FACT, Kind.LINES}), frozenset({Kind.LINES})


def _behind_a_rank(said: Parse) -> list[int]:
    """Where something else is asked of what comes first: “满意度最低的项目|多少钱”, “预算最多的项目的|满意度”."""
    orders = [p for p in said.cover if isinstance(p.meaning, OrderSaid)]
    if len(orders) != 1 or said.marks() & _ONE_QUESTION:
        return []
    end = _FIRST_ITSELF.match(said.said.text, orders[0].end)
    at = end.end() if end else orders[0].end
    before, behind = within(said, 0, orders[0].start), within(said, at, len(said.said.text))
    lines = any(map(_of_a_line, before))
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


def _cuts(said: Parse) -> list[int]:
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
    terms = {_term(p) for p in before} - {None}, _term(after[0])
    if terms[0] and terms[1] and terms[1] not in terms[0]:
        return AggregateSaid(Aggregate.DIFFERENCE) not in [p.meaning for p in after]  # “中期总额和年度总额差多少”
    years = [p.meaning for p in before if isinstance(p.meaning, YearsSaid)]
    other = isinstance(after[0].meaning, YearsSaid) and after[0].meaning not in years
    return bool(years) and other and _fields(before) != _fields(after)


def _term(proposal: Proposal) -> object:
    meaning = proposal.meaning
    return meaning.horizon if isinstance(meaning, (Asked, HorizonSaid)) else None


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
