"""Which fields a question asks for, in its order."""

from bot.language.joints import APART
from bot.language.kinds_said import KindOfUnits, Which
from bot.language.meanings import (
    AggregateSaid,
    AmountSaid,
    Asked,
    LevelSaid,
    Mark,
    MeasureSaid,
    NounSaid,
    OrderSaid,
    PercentSaid,
    Proposal,
)
from bot.language.patterns import Pattern
from bot.planning.grouping import ranks_single, ranks_units
from bot.planning.of_one_form import fields_of_form
from bot.reading.parse import Parse
from bot.scoping.below import only_below
from store.names import Match, NameType
from store.plan import Field


def fields_of(said: Parse, *, indicators: bool) -> tuple[Field, ...]:
    """The fields that are asked for, in the question's order; `indicators`: whether a level or an indicator is named."""
    fields = list(dict.fromkeys(a.field for a in said.meanings(Asked)))
    marks = said.marks()
    if said.meanings(PercentSaid) and not said.meanings(AmountSaid) and fields == [Field.PROJECT]:
        fields = []  # “合格率95%以上的项目有哪些” are told with their lines
    if indicators or said.meanings(PercentSaid):
        fields.append(Field.INDICATOR)
    if bool(said.meanings(NounSaid)) or (not fields and bool(said.meanings(MeasureSaid))):
        fields.append(Field.INDICATOR)
    if ranks_units(said):
        fields.append(Field.UNIT)
    kinds = only_below(said) or (bool(said.meanings(KindOfUnits)) and not said.mentions)
    listed = kinds and Mark.WHICH in marks and not fields and Mark.PROJECTS not in marks  # “有哪些下属单位”, “乡镇有哪些”
    listed = listed and not ranks_single(said)
    if listed or (asks_for_kind(said, Which.WHICH) and not said.meanings(OrderSaid)):
        fields.append(Field.UNIT)  # “哪些学校有安保费”
    if (
        Mark.UNITS in marks
        and fields
        and not said.meanings(AggregateSaid)
        and not said.meanings(OrderSaid)
        and Mark.EACH not in marks
    ):
        fields.append(Field.UNIT)
    if not fields and Mark.PROJECTS in marks and not marks & {Mark.HOW_MUCH, Mark.SPENDING}:
        fields.append(Field.PROJECT)
    if not fields and marks & {Mark.HOW_MUCH, Mark.SPENDING}:
        fields.append(Field.AMOUNT)
    if fields and (
        (set(fields) <= _FACTS and _asks_how_much_apart(said)) or (fields == [Field.INDICATOR] and asks_how_much_first(said))
    ):
        fields.insert(0, Field.AMOUNT)
    return tuple(dict.fromkeys(fields_of_form(_without_what_is_meant(fields, said), said)))


def asks_for_kind(said: Parse, which: Which) -> bool:
    """Whether a kind of units is said so: “哪些学校”."""
    return any(kind.which is which for kind in said.meanings(KindOfUnits))


_FACTS = frozenset({Field.UNIT, Field.DEPARTMENT, Field.GOAL, Field.ATTRIBUTE, Field.PERIOD, Field.SOURCE, Field.YEAR})


def _asks_how_much_apart(said: Parse) -> bool:
    """“分别多少，各是谁的”: 多少 stands by itself, apart from what else is asked."""
    asks = [p for p in said.cover if isinstance(p.meaning, _ASKING)]
    return any(all(APART.search(between(said, one, other)) for other in asks) for one in _said_how_much(said))


def asks_how_much_first(said: Parse) -> bool:
    """“桥梁检测两年各多少，检测座数从几到几”: of a project, before a line of it."""
    named = [m.end for m in said.mentioned(NameType.PROJECT)]
    lines = [p for p in said.cover if isinstance(p.meaning, _ASKING) or _is_line(p)]
    return bool(lines) and any(
        any(end <= one.start for end in named)
        and all(one.end <= other.start and APART.search(between(said, one, other)) for other in lines)
        for one in _said_how_much(said)
    )


_ASKING = (Asked, LevelSaid, MeasureSaid, NounSaid)


def _is_line(span: Proposal) -> bool:
    return isinstance(span.meaning, Match) and span.meaning.type is NameType.INDICATOR


def _said_how_much(said: Parse) -> list[Proposal]:
    """The words 多少, alone or with 各."""
    return [
        p
        for p in said.cover
        if p.meaning is Mark.HOW_MUCH or (p.meaning is Mark.EACH and _MUCH in said.words(p.start, p.end).text)
    ]


_MUCH = "多少"


def between(said: Parse, one: Proposal, other: Proposal) -> str:
    """The words that stand between two spans."""
    return said.said.text[min(one.end, other.end) : max(one.start, other.start)]


def _without_what_is_meant(fields: list[Field], said: Parse) -> list[Field]:
    """The fields without those whose words only say what of another is asked."""
    marks = said.marks()
    if {Field.DOCUMENT, Field.ORIGINAL} & set(fields) and not (Mark.HOW_MUCH in marks or _asks_how_much(said)):
        fields = [f for f in fields if f is not Field.AMOUNT]  # “钱出自哪份文件”
    shaped = bool(said.meanings(AggregateSaid)) or bool(said.meanings(OrderSaid)) or Mark.WHICH in marks
    if said.mentioned(NameType.INDICATOR) and not shaped:
        fields = [f for f in fields if f is not Field.PROJECT]  # “…是哪个项目修的”: the line tells whose it is
    if {Field.PROJECT, Field.AMOUNT} <= set(fields) and Mark.HOW_MUCH not in marks and not said.meanings(AggregateSaid):
        fields = [f for f in fields if f is not Field.AMOUNT]  # “预算里有哪些项目”: a list has the amounts
    if set(fields) & _OF_EACH and all(_EVERY_PROJECT.fullmatch(words) for words in _asking_for(Field.PROJECT, said)):
        fields = [f for f in fields if f is not Field.PROJECT]  # “所有项目的满意度” asks for no list beside it
    if Field.QUALITY in fields:  # “哪些项目的指标有问题” asks for what is odd in them
        fields = [f for f in fields if f not in _WITH_PROBLEMS]
    return fields


_EVERY_PROJECT = Pattern("(?:所有|全部)项目")
_OF_EACH = frozenset({Field.INDICATOR, Field.GOAL, Field.ATTRIBUTE, Field.SOURCE, Field.PERIOD, Field.WEIGHT})


def _asking_for(field: Field, said: Parse) -> list[str]:
    spans = [p for p in said.cover if isinstance(p.meaning, Asked) and p.meaning.field is field]
    return [said.words(p.start, p.end).text for p in spans]


def _asks_how_much(said: Parse) -> bool:
    """Whether “多少钱” is asked, rather than money named: “钱出自哪份文件”."""
    asked = (said.said.text[p.start : p.end] for p in said.cover if p.meaning == Asked(Field.AMOUNT))
    return any(_MUCH in words for words in asked)


_WITH_PROBLEMS = (Field.PROJECT, Field.UNIT, Field.INDICATOR, Field.GOAL, Field.YEAR)
