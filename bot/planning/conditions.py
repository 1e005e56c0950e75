"""What a question wants of each form at once: “总额100万以上且有结转”, “财政拨款50万以上、其他资金10万以上”, “有结转没有其他资金”.

Each limit is one of the words that it stands beside, and of the whole amount where it stands beside none; of each field it is said whether it is there.
"""

from collections.abc import Iterator, Sequence
from enum import Enum

from msgspec import Struct

from bot.language.meanings import AggregateSaid, AmountNamed, AmountSaid, Asked, BlankSaid, LevelSaid, Mark, Proposal, YearsSaid
from bot.language.patterns import Pattern
from bot.planning.terms_said import horizons
from bot.reading.clauses import limits_behind
from bot.reading.parse import Parse
from bot.replying.facts import ATTRIBUTES
from store.model import FundingKind, Horizon
from store.plan import Aggregate, AmountFilter, Comparator, Field, IndicatorFilter, Plan, Spot

_TOTAL = Spot(field=FundingKind.TOTAL.value)
_BEHIND_A_LIMIT = Pattern(r"(?:的|上年|去年|\s)*")
_HAVING = Pattern(
    r"(?:有|用|使用|含|带|涉及|动用|填|填写|写|列|列支|安排|挂|夹|夹带|包含|包括|标)(?:有|了|到|着|过|上)?(?:上年|去年)?$"
)
_ONLY = Pattern(r"(?:全部|全是|都是|只|仅|光|不|没|未)[^,，、]{0,2}$")
_HAD_BEHIND = Pattern(
    r"(?:那|这)?(?:一?栏|一?格)?(?:都|也|已|已经)?(?:填|写|标)(?:了|有|上|着)过?(?=的?(?:$|[,，、\s])|的(?:项目|表|有|是|里))"
)
_BEFORE_A_FIELD = Pattern(r"(?:任何|一条|一项|上年|去年|资金|都|也|的|\s)*")
_TOGETHER = Pattern(r"(?:资金|\s)*(?:和|与|跟|及|以及|、)(?:上年|去年|\s)*")
_END = Pattern(r"(?:的|项目|有|吗|么|呢|\W)*")


class _Said(Enum):
    """What is said of a field."""

    THERE = "there"
    MISSING = "missing"
    NOTHING = "nothing"  # it may be asked for


class _Item(Struct, frozen=True):
    """A field that is spoken of: how much of it there is, whether it is there at all."""

    span: Proposal
    spot: Spot
    said: _Said = _Said.NOTHING


def with_conditions(plan: Plan, said: Parse) -> Plan | None:
    """The plan of the projects that keep to all that is said of their fields; None where no more than one thing is, or not of each what."""
    other = (
        plan.projects
        or plan.order
        or plan.compare
        or plan.change
        or plan.percents
        or plan.by
        or plan.net_of
        or plan.checked
        or plan.together
    )
    if other or plan.aggregate not in (None, Aggregate.COUNT, Aggregate.SUM) or Horizon.MID_TERM in horizons(said):
        return None
    if said.meanings(AmountNamed) or len(said.meanings(YearsSaid)) > 1:
        return None
    items = list(_items(said))
    wanted = [item for item in items if item.said is not _Said.NOTHING]
    totals = _limits_of_totals(said, items)
    end = max([item.span.end for item in wanted] + [p.end for p in said.cover if isinstance(p.meaning, AmountSaid)], default=0)
    asked = [item for item in items if item not in wanted and item.span.start >= end]
    rest = [item for item in items if item not in (*wanted, *asked) and item.spot != _TOTAL]
    if rest or not _several(plan, wanted, totals, asked, said) or not _lists(plan, said, asked, end):
        return None
    return _planned(plan, said, wanted, totals, asked)


def there(said: Parse) -> list[Proposal]:
    """The spans of fields of which it is said that they are there."""
    return [item.span for item in _items(said) if item.said is _Said.THERE]


def limited_as_before(plan: Plan, previous: Plan) -> Plan:
    """“结转多少” after “总额100万以上的”: the limits go on to be of the money that they were of, whatever money is asked for."""
    was, now = (one.kinds[0] if one.kinds else FundingKind.TOTAL for one in (previous, plan))
    same = was is now or plan.amounts != previous.amounts or Horizon.MID_TERM in (plan.horizon, previous.horizon)
    if same or not plan.amounts or any(limit.op is Comparator.EQUAL for limit in plan.amounts):
        return plan
    limited = Spot(field=was.value, limits=plan.amounts)
    return plan.model_copy(update={"amounts": (), "stated": (limited, *plan.stated)})


def _several(plan: Plan, wanted: Sequence[_Item], totals: Sequence[AmountFilter], asked: Sequence[_Item], said: Parse) -> bool:
    """Whether a plan does not say it otherwise: two conditions, a limit of a kind or a fact of what is listed, or a limit of the total where a kind is asked for."""
    if any(item.spot.field not in _KINDS for item in asked):
        return False
    limited = any(item.spot.limits for item in wanted)
    if len(wanted) + bool(totals) > 1:
        return limited or bool(totals) or any(item.said is _Said.THERE for item in wanted)
    filled = any(item.spot.field in _FACTS and item.said is _Said.THERE for item in wanted)
    listed = Mark.PROJECTS in said.marks() or Field.PROJECT in plan.fields or plan.aggregate is Aggregate.COUNT
    listed = listed or (filled and Mark.WHICH in said.marks())  # “填了项目来源的有哪些”
    limited = limited or filled
    whole = any(_WHOLE.match(said.said.text, item.span.start) for item in asked)  # “有结转的项目总额一共多少”
    whole = whole or (listed and bool(asked) and plan.aggregate is Aggregate.SUM)  # “有结转的项目财政拨款合计多少”
    there = whole and any(item.spot.field in _KINDS and item.said is _Said.THERE for item in wanted)
    return (limited and listed) or there or (bool(totals) and any(item.spot != _TOTAL for item in asked))


_WHOLE = Pattern("(?:年度|全年|资金|预算)?总(?:额|预算|金额|数)")


_FACTS = frozenset(attribute.value for attribute in ATTRIBUTES.values())
_KINDS = frozenset(kind.value for kind in FundingKind)


def _lists(plan: Plan, said: Parse, asked: Sequence[_Item], end: int) -> bool:
    """Whether projects are asked for, or an amount of theirs, or nothing else is said."""
    listed = bool(said.marks() & {Mark.PROJECTS, Mark.UNITS, Mark.WHICH}) or Field.PROJECT in plan.fields or bool(plan.aggregate)
    return listed or bool(asked) or _END.fullmatch(said.said.text, end) is not None


def _planned(plan: Plan, said: Parse, wanted: Sequence[_Item], totals: tuple[AmountFilter, ...], asked: Sequence[_Item]) -> Plan:
    kinds = tuple(dict.fromkeys(FundingKind(item.spot.field) for item in asked))
    kinds = () if kinds == (FundingKind.TOTAL,) else kinds
    stated = [item.spot for item in wanted if item.said is _Said.THERE]
    if totals and kinds:  # a plan's own limits are of the kind that is asked for
        stated, totals = [_TOTAL.model_copy(update={"limits": totals}), *stated], ()
    named = {item.span for item in _items(said)}
    summed = any(p.meaning == AggregateSaid(Aggregate.SUM) and p not in named for p in said.cover)
    aggregate = None if plan.aggregate is Aggregate.SUM and not summed else plan.aggregate
    money = bool(asked) or aggregate is Aggregate.SUM
    return plan.model_copy(
        update={
            "stated": tuple(dict.fromkeys(stated)),
            "lacking": tuple(dict.fromkeys(item.spot for item in wanted if item.said is _Said.MISSING)),
            "amounts": totals,
            "kinds": kinds,
            "fields": (Field.AMOUNT,) if money else (Field.PROJECT,),
            "aggregate": aggregate,
            "horizon": None,
            "indicators": IndicatorFilter(),
        }
    )


def _limits_of_totals(said: Parse, items: Sequence[_Item]) -> tuple[AmountFilter, ...]:
    of_kinds = [limit for item in items for limit in item.spot.limits]
    return tuple(f for m in said.meanings(AmountSaid) for f in m.filters if f not in of_kinds)


def _items(said: Parse) -> Iterator[_Item]:
    """The fields that are spoken of, each with what is said of it."""
    spans = [(p, spot) for p in said.cover if (spot := _spot(p, said))]
    last: _Item | None = None
    for n, (span, spot) in enumerate(spans):
        after = spans[n + 1][0] if n + 1 < len(spans) else None
        limits = _limits_of(span, said, [p for p, _ in spans]) if spot != _TOTAL else ()
        kept = _Said.THERE if limits else _kept(span, after, said)
        joined = last is not None and _TOGETHER.fullmatch(said.said.text, last.span.end, span.start)
        if kept is _Said.NOTHING and last is not None and joined and not last.spot.limits:
            kept = last.said
        last = _Item(span, spot.model_copy(update={"limits": limits}) if limits else spot, kept)
        yield last


def _spot(span: Proposal, said: Parse) -> Spot | None:
    match span.meaning:
        case Asked(field=Field.AMOUNT, kind=kind):
            return Spot(field=(kind or FundingKind.TOTAL).value)
        case AggregateSaid(aggregate=Aggregate.SUM) if _SUM.fullmatch(said.said.text, span.start, span.end):
            return _TOTAL
        case Asked(field=field) if field in ATTRIBUTES:
            return Spot(field=ATTRIBUTES[field].value)
        case Asked(field=Field.GOAL):
            return Spot(field="goal")
        case LevelSaid(name=name):
            return Spot(field="indicator", level=name)
    return None


_SUM = Pattern("总(?:额|预算|金额|数|的)|预算总额")  # what is limited, and adds up nothing


def _limits_of(span: Proposal, said: Parse, fields: Sequence[Proposal]) -> tuple[AmountFilter, ...]:
    """The limits that stand behind the words, or before them where they are of no others: “10万以上的结转”."""
    text = said.said.text
    limits = [p for p in said.cover if isinstance(p.meaning, AmountSaid)]
    behind = limits_behind(span, said)
    before = [
        p
        for p in limits
        if p.end <= span.start
        and _BEHIND_A_LIMIT.fullmatch(text, p.end, span.start)
        and not any(p in limits_behind(field, said) for field in fields)
    ]
    return tuple(f for p in behind or before if isinstance(p.meaning, AmountSaid) for f in p.meaning.filters)


def _kept(span: Proposal, after: Proposal | None, said: Parse) -> _Said:
    text = said.said.text
    blanks = [p for p in said.cover if isinstance(p.meaning, BlankSaid)]
    if any(p.end <= span.start and _BEFORE_A_FIELD.fullmatch(text, p.end, span.start) for p in blanks):
        return _Said.MISSING
    before = text[: span.start]
    if _HAVING.search(before) and not _ONLY.search(_HAVING.sub("", before)):
        return _Said.THERE
    if any(
        _BEFORE_A_FIELD.fullmatch(text, span.end, p.start) and not _is_of(p, after, text) for p in blanks if p.start >= span.end
    ):
        return _Said.MISSING
    return _Said.THERE if _HAD_BEHIND.match(text, span.end) else _Said.NOTHING


def _is_of(blank: Proposal, field: Proposal | None, text: str) -> bool:
    return field is not None and blank.end <= field.start and _BEFORE_A_FIELD.fullmatch(text, blank.end, field.start) is not None
