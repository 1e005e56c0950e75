"""“其他的呢” after one kind of money: the other kinds of a project's money, 其他资金 of several or of a unit, not the other projects."""

from bot.language.meanings import Asked, Mark
from bot.planning.excluding import Excluding
from bot.reading.parse import is_filler
from store.model import FundingKind
from store.plan import Aggregate, Field, Of, Plan, Whole

_OTHER_MONEY = {"fields": (Field.FUNDING,), "kinds": (), "aggregate": None, "order": None, "compare": False, "whole": None}
_ALLOWED = (Mark.FOLLOWING, Mark.HOW_MUCH, Mark.WHICH, Mark.IT, Asked(Field.AMOUNT))


def money_asked_again(parts: Excluding, previous: Plan) -> Plan | None:
    """The plan of “其他的呢” and “其他占多少” after some kind of money."""
    if _is_other_money(parts, previous):
        several = {"fields": (Field.AMOUNT,), "kinds": (FundingKind.OTHER,), "aggregate": previous.aggregate}
        return previous.model_copy(update=_OTHER_MONEY | ({} if len(previous.projects) == 1 else several))
    if kind := _named_money(parts, previous):
        return previous.model_copy(update={**_OTHER_MONEY, "fields": (Field.AMOUNT,), "kinds": (kind,)})
    return previous.model_copy(update=_SHARE_OF_OTHER_MONEY) if _is_share_of_other_money(parts, previous) else None


def _is_other_money(parts: Excluding, previous: Plan) -> bool:
    """Whether nothing but 其他 is said, and some kind of money was told, which of several is not 其他资金 itself."""
    told = previous.fields == (Field.AMOUNT,) and not (previous.compare or previous.order or previous.by)
    kinds = set(previous.kinds) - {FundingKind.TOTAL, *(() if len(previous.projects) == 1 else (FundingKind.OTHER,))}
    said = parts.asked
    only = not said.leftovers and all(is_filler(p) or p.meaning in _ALLOWED for p in said.cover)
    return bool(parts.others and told and kinds) and only


def _named_money(parts: Excluding, previous: Plan) -> FundingKind | None:
    """The other kind of one project's or unit's money that is named in a clause of its own: “别的呢，其他资金”."""
    said = parts.asked
    asked = [p for p in said.cover if isinstance(p.meaning, Asked) and p.meaning.kind]
    others = [p for p in said.cover if not (is_filler(p) or p in asked or p.meaning in _ALLOWED)]
    one = len(previous.projects) == 1 or (len(previous.units) == 1 and not previous.projects)
    if len(asked) != 1 or not parts.others or others or said.leftovers or not one:
        return None
    apart = said.clause(parts.others[-1].end) != said.clause(asked[0].start)
    money = set(previous.fields) <= {Field.AMOUNT, Field.FUNDING}
    return asked[0].meaning.kind if apart and money and isinstance(asked[0].meaning, Asked) else None


def _is_share_of_other_money(parts: Excluding, previous: Plan) -> bool:
    """“其他占多少” of one project: 其他资金 in its whole, and not the other projects."""
    said = parts.asked
    allowed = (*_ALLOWED, Mark.SHARE, Mark.PER_CENT)
    only = not said.leftovers and all(is_filler(p) or p.meaning in allowed for p in said.cover)
    money = set(previous.fields) <= {Field.AMOUNT, Field.FUNDING} and len(previous.projects) == 1
    return bool(parts.others) and Mark.SHARE in said.marks() and only and money


_SHARE_OF_OTHER_MONEY = {
    **_OTHER_MONEY,
    "fields": (Field.AMOUNT,),
    "kinds": (FundingKind.OTHER,),
    "aggregate": Aggregate.SHARE,
    "whole": Whole(of=Of.SAME),
}
