"""What a clause of a question asks for: money, lines of the indicator table, a fact, a rank, a number."""

from collections.abc import Sequence
from enum import Enum, auto

from msgspec.structs import replace

from bot.language.meanings import AggregateSaid, AmountSaid, Asked, LevelSaid, Mark, MeasureSaid, NounSaid, OrderSaid, Proposal
from bot.language.patterns import Pattern
from bot.reading.parse import Parse, is_filler
from store.names import Match, NameType
from store.plan import Aggregate, Field

LINES = (LevelSaid, MeasureSaid, NounSaid)
ASKING = (Asked, AggregateSaid, OrderSaid, *LINES)
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
    return any(isinstance(p.meaning, ASKING) or p.meaning in ASKING_MARKS or names_a_line(p) for p in spans)


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
    if Aggregate.COUNT in aggregates:
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
