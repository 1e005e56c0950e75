"""What a clause of a question asks for: money, lines of the indicator table, a fact, a rank, a number."""

from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise

from msgspec.structs import replace

from bot.language.joints import FURTHER
from bot.language.kinds_said import KindOfUnits, Which
from bot.language.meanings import (
    MOVING,
    AggregateSaid,
    AmountSaid,
    Asked,
    HorizonSaid,
    LevelSaid,
    Mark,
    MeasureSaid,
    NounSaid,
    OrderSaid,
    Proposal,
    TextSaid,
)
from bot.language.more_or_less import IN_NUMBER, WHOSE_MONEY, WHOSE_MORE
from bot.language.patterns import Pattern
from bot.reading.found_spans import CHANGED
from bot.reading.parse import Parse, is_filler
from store.model import FundingKind
from store.names import Match, NameType
from store.plan import Aggregate, Field

LINES = (LevelSaid, MeasureSaid, NounSaid)
ASKING = (Asked, AggregateSaid, OrderSaid, *LINES)
ONE_QUESTION = MOVING | {Mark.COMPARED, Mark.SHARE, Mark.WITHIN}
ASKING_MARKS = frozenset({Mark.HOW_MUCH, Mark.SHARE, Mark.PLACE, Mark.PER_CENT, Mark.FOLLOWING, Mark.ROSE, Mark.FELL})


class Kind(Enum):
    """What a clause asks for."""

    MONEY = auto()
    PART_OF_MONEY = auto()
    LINES = auto()
    FACT = auto()
    RANK = auto()
    NUMBER = auto()


def within(said: Parse, start: int, end: int) -> list[Proposal]:
    """What is said there, without what only surrounds the question and what only tells of what a limit is; “各多少” asks how much."""
    inside = [p for p in said.cover if start <= p.start and p.end <= end and not is_filler(p) and not is_limited(p, said)]
    each = [p for p in inside if p.meaning is Mark.EACH and said.said.text[p.start : p.end].endswith("多少")]
    return [replace(p, meaning=Mark.HOW_MUCH) if p in each else p for p in inside]


_BEFORE_A_LIMIT = Pattern(r"(?:的(?=金额|部分|钱|规模)|资金|部分|金额|钱|规模|都|是|在|为|要|得|能|有|达到?|\s)*")


def is_limited(span: Proposal, said: Parse) -> bool:
    """Whether it is money whose limit stands right behind it, and is not asked for: the 总额 of “总额100万以上”."""
    return bool(limits_behind(span, said)) and (
        span.meaning == AggregateSaid(Aggregate.SUM) or (isinstance(span.meaning, Asked) and span.meaning.field is Field.AMOUNT)
    )


def limits_behind(span: Proposal, said: Parse) -> list[Proposal]:
    """The limits that stand right behind the words."""
    limits = (p for p in said.cover if isinstance(p.meaning, AmountSaid) and p.start >= span.end)
    return [p for p in limits if _BEFORE_A_LIMIT.fullmatch(said.said.text, span.end, p.start)]


def asks(spans: Sequence[Proposal]) -> bool:
    """Whether the spans ask for something, be it by the name of a line."""
    if lists_some(spans):
        return True
    asking = (isinstance(p.meaning, ASKING) or p.meaning in ASKING_MARKS or p.rule in _WHOSE for p in spans)
    return any(asking) or any(names_a_line(p) or counts(p) for p in spans)


def lists_some(spans: Sequence[Proposal]) -> bool:
    """Whether it is asked which of them are so: “哪些是新增的”, “哪些是一次性的”."""
    which = any(p.meaning is Mark.WHICH for p in spans)
    return which and any(p.meaning in CHANGED or isinstance(p.meaning, TextSaid) for p in spans)


_WHOSE = frozenset({WHOSE_MORE, WHOSE_MONEY, IN_NUMBER})


def whose(spans: Sequence[Proposal]) -> set[str]:
    """By what it is asked whose is more: by money, by the number of projects."""
    return {p.rule for p in spans if p.rule in _WHOSE}


def counts(span: Proposal) -> bool:
    """Whether it asks how many there are: “几个项目”, “几个乡镇”."""
    match span.meaning:
        case AggregateSaid(aggregate=Aggregate.COUNT) | KindOfUnits(which=Which.MANY):
            return True
    return False


def counted(spans: Sequence[Proposal]) -> frozenset[object]:
    """What the spans ask the number of: projects, units, a kind of units by its word; nothing where they count nothing.

    “有几个|部门”, “项目|几个”, “常年项目|几个” say it beside the number.
    """
    asked = [p.meaning for p in spans if counts(p)]
    said = {m.word if isinstance(m, KindOfUnits) else m.of for m in asked if isinstance(m, KindOfUnits | AggregateSaid)} - {None}
    beside = {_COUNTED_BY[p.meaning] for p in spans if isinstance(p.meaning, Mark) and p.meaning in _COUNTED_BY}
    beside |= {Field.PROJECT for p in spans if isinstance(p.meaning, Match) and p.meaning.type is NameType.ATTRIBUTE}
    return frozenset(said or beside if asked else ())


_COUNTED_BY = {Mark.UNITS: Field.UNIT, Mark.PROJECTS: Field.PROJECT}


def names_a_line(span: Proposal) -> bool:
    """Whether it names a line of the indicator table."""
    return isinstance(span.meaning, Match) and span.meaning.type is NameType.INDICATOR


def kind_of(spans: Sequence[Proposal]) -> Kind | None:
    """What the spans ask for; None where that is nothing of the kind."""
    asked = [p.meaning for p in spans if isinstance(p.meaning, Asked)]
    aggregates = {p.meaning.aggregate for p in spans if isinstance(p.meaning, AggregateSaid)}
    how_much = any(p.meaning is Mark.HOW_MUCH for p in spans)
    if any(isinstance(p.meaning, OrderSaid) for p in spans):
        return Kind.RANK
    if any(map(counts, spans)):
        return Kind.NUMBER
    if any(isinstance(p.meaning, LINES) or names_a_line(p) for p in spans) or any(
        a.field in (Field.INDICATOR, Field.GOAL) for a in asked
    ):
        return Kind.LINES
    if any(a.kind or a.field is Field.FUNDING for a in asked):
        return Kind.PART_OF_MONEY
    if any(a.field is not Field.AMOUNT for a in asked):
        return Kind.FACT
    return Kind.MONEY if how_much or asked or aggregates else None


def lists_money(said: Parse, begin: int, end: int) -> bool:
    """Whether the sign stands between two kinds of money, or terms, that are asked for together: “结转 其他 总额各多少”.

    Where 多少 stands with the first a question ends.
    """
    before = any(p.end == begin and _names_money(p, said) and "多少" not in said.said.text[p.start : p.end] for p in said.cover)
    return before and any(p.start == end and _names_money(p, said) for p in said.cover)


def _names_money(span: Proposal, said: Parse) -> bool:
    meaning = span.meaning
    kind = isinstance(meaning, HorizonSaid) or (isinstance(meaning, Asked) and bool(meaning.kind or meaning.horizon))
    return kind or (meaning == AggregateSaid(Aggregate.SUM) and said.said.text.startswith("总额", span.start))


def joints(said: Parse) -> list[tuple[int, int]]:
    """The signs and words between clauses, and where something else is counted, or other money asked for, than right before it."""
    counting = [p.start for p in said.cover if counts(p)]
    parts = [within(said, start, end) for start, end in pairwise((*counting, len(said.said.text)))]
    turns = [
        (start, start)
        for start, (one, other) in zip(counting[1:], pairwise(parts), strict=True)
        if (counts_others(one, other) or moved(other) - moved(one))
        and _HOW_MANY.match(said.said.text, start)
        and not _ends_behind(one, start, said)
    ]
    turns += [
        (p.start, p.start)
        for p in said.cover
        if _is_kind(p) and any(q.end == p.start and q.meaning is Mark.HOW_MUCH for q in said.cover)
    ]
    return sorted([*turns, *(joint.span() for joint in FURTHER.finditer(said.said.text))])


_HOW_MANY = Pattern("有?(?:几|多少)")


def _is_kind(span: Proposal) -> bool:
    """“财政多少|结转多少”, “今年多少|中期多少”: of each kind of money and each term it is asked by itself."""
    return isinstance(span.meaning, HorizonSaid) or (isinstance(span.meaning, Asked) and span.meaning.kind is not None)


def _ends_behind(clause: Sequence[Proposal], place: int, said: Parse) -> bool:
    """Whether a sign or a word ends the clause before the place."""
    return FURTHER.search(said.said.text, clause[-1].end, place) is not None


def counts_others(one: Sequence[Proposal], other: Sequence[Proposal]) -> bool:
    """Whether both count, and each something else."""
    return bool(counted(one) and counted(other)) and counted(one) != counted(other)


def moved(spans: Sequence[Proposal]) -> set[object]:
    """Which ways something went: rose, fell."""
    return {p.meaning for p in spans if p.meaning in MOVING}


def is_told_with(one: Sequence[Proposal], other: Sequence[Proposal]) -> bool:
    """Whether what a clause asks is told with the one before it: the sum of what is counted, and by how much each of a list moved."""
    listed = any(p.meaning in (Mark.WHICH, Asked(Field.UNIT)) for p in one) and not any(
        isinstance(p.meaning, OrderSaid) for p in one
    )
    if other and listed and moved(one) and all(differ([p]) for p in other):
        return True
    each = any(p.meaning is Mark.EACH or (isinstance(p.meaning, Match) and p.meaning.type is NameType.PROJECT) for p in one)
    several = each or len([p for p in one if isinstance(p.meaning, Match)]) > 1
    tells_sum = any(p.meaning in CHANGED for p in one) or (counted(one) == {Field.PROJECT} and not several)
    summed = any(map(adds_up, other))  # of the middle term as well: “几个，中期总额合计多少”
    return (
        bool(other)
        and tells_sum
        and all(
            asks_only_how_much([p]) or adds_up(p) or p.meaning in _WHICH_THEY_ARE or (summed and _is_the_total(p)) for p in other
        )
    )


def _is_the_total(span: Proposal) -> bool:
    """Whether the amount of all money is meant, of whichever term."""
    said = span.meaning
    return isinstance(said, HorizonSaid) or (
        isinstance(said, Asked) and said.field is Field.AMOUNT and said.kind in (None, FundingKind.TOTAL)
    )


_WHICH_THEY_ARE = frozenset({Mark.EACH, Mark.WHICH})


def adds_up(span: Proposal) -> bool:
    """Whether it asks for a sum."""
    return span.meaning == AggregateSaid(Aggregate.SUM)


def asks_only_how_much(spans: Sequence[Proposal]) -> bool:
    """Whether nothing is asked but how much: “多少”, “多少钱”."""
    return all(p.meaning in (Mark.HOW_MUCH, Asked(Field.AMOUNT)) for p in spans)


def differ(spans: Sequence[Proposal]) -> bool:
    """Whether it is asked how far apart things are."""
    return any(p.meaning == AggregateSaid(Aggregate.DIFFERENCE) for p in spans)


def of_each_kind(span: Proposal) -> bool:
    """Whether a figure of each unit of a kind is meant: “每个乡镇”."""
    return isinstance(span.meaning, KindOfUnits) and span.meaning.which in (Which.EACH, Which.MEAN)


def asks_of_forms(spans: Sequence[Proposal]) -> bool:
    """Whether a fact is asked that stands in each form, and no list of projects or units tells."""
    asked = [p.meaning.field for p in spans if isinstance(p.meaning, Asked)]
    return kind_of(spans) is Kind.FACT and bool(set(asked) - {Field.UNIT, Field.PROJECT, Field.AMOUNT})


def asks_whose(spans: Sequence[Proposal]) -> bool:
    """Whether nothing is asked but who has it, which no sum tells."""
    return kind_of(spans) is Kind.FACT and {p.meaning.field for p in spans if isinstance(p.meaning, Asked)} == {Field.UNIT}


def limits(spans: Sequence[Proposal], before: Sequence[Proposal]) -> bool:
    """Whether what is counted is limited, in another way than before: “几个项目，几个超过100万”, “几个项目，几个涨了”."""
    said = any(isinstance(p.meaning, TextSaid | AmountSaid) for p in spans)
    return said or (bool(moved(spans) - moved(before)) and not any(p.meaning in CHANGED for p in before))


def of_a_line(span: Proposal) -> bool:
    """Whether it is a line of the indicator table, or a class of them."""
    return isinstance(span.meaning, LINES) or names_a_line(span)


def term_of(proposal: Proposal) -> object:
    """The term (中期, 年度) that it says, if any."""
    meaning = proposal.meaning
    return meaning.horizon if isinstance(meaning, (Asked, HorizonSaid)) else None
