"""Which clauses of a message ask for what no plan holds together, though each word of them may be understood."""

from collections.abc import Sequence
from itertools import combinations, pairwise, permutations

from bot.language.meanings import AggregateSaid, Asked, Mark, OrderSaid, Proposal, YearsSaid
from bot.language.numbers import NumberSaid
from bot.language.patterns import Pattern
from bot.reading.clauses import (
    ONE_QUESTION,
    Kind,
    adds_up,
    asks_of_forms,
    asks_only_how_much,
    asks_whose,
    counted,
    counts,
    counts_others,
    differ,
    kind_of,
    limits,
    lists_some,
    moved,
    of_a_line,
    of_each_kind,
    term_of,
    whose,
    within,
)
from bot.reading.parse import Parse, is_filler
from bot.reading.several import cut_at
from store.model import Horizon
from store.names import Match, NameType
from store.plan import Aggregate, Field


def asked_apart(said: Parse) -> bool:
    """Whether one plan cannot hold what the clauses ask for, though it may understand each word of them."""
    parts = [within(said, start, end) for start, end in pairwise((0, *cut_at(said), len(said.said.text)))]
    if any(_of_another_year(clause) for clause in parts[1:]):
        return True
    if kind_of(parts[0]) is Kind.MONEY and any(_differ_twice(one, other) for one, other in pairwise(parts)):
        return True  # “今年多少，比去年多多少，财政拨款多多少”
    if any(kind_of(one) is Kind.NUMBER and not _compares(one) and _compares(other) for one, other in combinations(parts, 2)):
        return True  # “几个项目，一共多少，比去年多多少”
    if any(any(map(counts, one)) and any(map(of_each_kind, other)) for one, other in combinations(parts, 2)):
        return True  # “几个乡镇，一共多少，每个乡镇多少”
    facts = any(map(asks_of_forms, parts))
    if facts and len(parts) > 1 and any(counts(p) or adds_up(p) for clause in parts for p in clause if not asks_of_forms(clause)):
        return True  # “几个项目，主管部门是谁”, “一共多少钱，项目有哪些，主管部门是谁”
    if any(any(map(adds_up, one)) and asks_whose(other) for one, other in combinations(parts, 2)):
        return True  # “一共多少钱，归谁管”
    if any(_turns_scope(clause) for clause in parts[1:]) and len({_shape(clause) for clause in parts}) > 1:
        return True  # “一共多少，含下属多少，比去年多多少”
    return _sums_and_sets_beside(said, parts) or any(_are_apart(said, one, other) for one, other in pairwise(parts))


def _are_apart(said: Parse, one: Sequence[Proposal], other: Sequence[Proposal]) -> bool:
    """Whether no plan holds what one clause asks for beside what the next one does."""
    if _of_numbers(one, other) or _of_moves(one, other) or (whose(one) and whose(other) and whose(one) != whose(other)):
        return True  # “哪个项目多，哪个钱多”
    if {Mark.SHARE, Mark.PLACE} <= {p.meaning for p in (*one, *other)}:
        return True  # “占多少，排第几”
    pair = kind_of(one), kind_of(other)
    if pair == (Kind.MONEY, Kind.MONEY) and (_terms(one) != _terms(other) or _goes_into_one(one, other)):
        return True  # “总额各多少，中期各多少”, “财政局多少，其中工作经费多少”
    if kind_of(other) is Kind.RANK and _says_what_is_ranked(said, one):
        return False
    told = pair == (Kind.RANK, Kind.MONEY) and asks_only_how_much(other) and not any(map(of_a_line, one))
    if told or _compares(one) or _compares(other):
        return False  # “哪个单位最多，多少”: a rank of money is told with it
    units = Field.UNIT in counted(one)  # a number of units tells no money, a list of projects does
    each = Mark.EACH in said.marks()
    return pair in _APART or (pair == (Kind.NUMBER, Kind.MONEY) and (units or each))


def _says_what_is_ranked(said: Parse, spans: Sequence[Proposal]) -> bool:
    """“按项目平均，哪个单位最高”, “财政和结转加起来，谁最多”: by what is ranked, and no question of its own."""
    told = [p for p in spans if not is_filler(p)]
    money = [p for p in told if isinstance(p.meaning, Asked) and p.meaning.kind]
    named = (*_MEANS, *([AggregateSaid(Aggregate.SUM)] if len(money) > 1 else []), *(p.meaning for p in money))
    asked = any(_MUCH.search(said.said.text, p.start, p.end) for p in told)
    return bool(told) and all(p.meaning in named for p in told) and not asked


_MEANS = (AggregateSaid(Aggregate.AVERAGE), AggregateSaid(Aggregate.AVERAGE, Field.PROJECT))
_MUCH = Pattern("多少|几")
# What one plan would answer in part: a money that is only 多少 beside a field that is named, a rank beside anything else.
_APART = {
    *((Kind.RANK, other) for other in Kind if other is not Kind.RANK),
    *((other, Kind.RANK) for other in Kind if other is not Kind.RANK),
    (Kind.MONEY, Kind.LINES),
    (Kind.MONEY, Kind.PART_OF_MONEY),
    (Kind.NUMBER, Kind.LINES),
}


def _of_numbers(one: Sequence[Proposal], other: Sequence[Proposal]) -> bool:
    """“有多少个单位，多少个项目”, “有几项，几个属于延续的”, “几个项目，哪些是新增的”, “比去年多了几个项目，多了多少钱”."""
    if not any(map(counts, one)):
        return False
    if any(map(counts, other)):
        return counts_others(one, other) or limits(other, one)
    funding = any(p.meaning == Asked(Field.FUNDING) for p in other)  # of one kind of money a list tells the sum
    return funding or (lists_some(other) and not lists_some(one)) or (_compares(one) and differ(other))


def _of_moves(one: Sequence[Proposal], other: Sequence[Proposal]) -> bool:
    """“比去年减少多少，哪个项目减得最多”, “哪些项目减少了，减得最多的是哪个”."""
    return _ranks_moves(other) and not _ranks_moves(one) and (differ(one) or bool(moved(one)))


def _goes_into_one(one: Sequence[Proposal], other: Sequence[Proposal]) -> bool:
    """Whether it is asked of a unit, and then of a project that is named alone."""
    before, behind = ({p.meaning.type for p in spans if isinstance(p.meaning, Match)} for spans in (one, other))
    return before == {NameType.UNIT} and behind == {NameType.PROJECT} and not (_compares(one) or _compares(other))


def _terms(spans: Sequence[Proposal]) -> set[object]:
    return {term_of(p) for p in spans} - {None, Horizon.ANNUAL}


def _turns_scope(spans: Sequence[Proposal]) -> bool:
    return any(p.meaning in (Mark.BRANCH, Mark.ALONE) for p in spans)


def _shape(spans: Sequence[Proposal]) -> object:
    """Of what shape the answer to a clause is: a comparison, how many of what, or a kind of figure."""
    return Mark.COMPARED if _compares(spans) else (counted(spans) - {Field.PROJECT}) or kind_of(spans)


def _compares(spans: Sequence[Proposal]) -> bool:
    return any(p.meaning in ONE_QUESTION for p in spans)


def _ranks_moves(spans: Sequence[Proposal]) -> bool:
    return any(isinstance(p.meaning, OrderSaid) for p in spans) and bool(moved(spans))


def _sums_and_sets_beside(said: Parse, parts: Sequence[Sequence[Proposal]]) -> bool:
    """“甲局和乙局一共多少，差多少，占多少”: of several that are named the sum, and how they stand beside each other or the whole."""
    named = [m for m in said.mentions if m.type in (NameType.PROJECT, NameType.UNIT)]
    of_each = Mark.EACH in said.marks() or bool(said.meanings(NumberSaid))  # “两家各多少，合计多少，比去年多多少”
    sums = [
        any(map(adds_up, one)) and (differ(other) or _sets_beside(other) or _shares(other))
        for one, other in permutations(parts, 2)
    ]
    return any(sums) and (of_each or len(named) > 1 >= len(said.meanings(YearsSaid)))


def _shares(spans: Sequence[Proposal]) -> bool:
    return any(p.meaning is Mark.SHARE for p in spans)


def _sets_beside(spans: Sequence[Proposal]) -> bool:
    return any(p.meaning is Mark.COMPARED for p in spans)


def _differ_twice(one: Sequence[Proposal], other: Sequence[Proposal]) -> bool:
    return differ(one) and differ(other) and kind_of(other) is Kind.PART_OF_MONEY


def _of_another_year(clause: Sequence[Proposal]) -> bool:
    """Whether the clause asks the same of other years: “去年呢”, “去年多少”; one that compares years is no further question."""
    meanings = [p.meaning for p in clause]
    return any(isinstance(m, YearsSaid) for m in meanings) and not any(m in ONE_QUESTION for m in meanings)
