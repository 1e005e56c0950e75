"""“其他的呢” after one kind of money of a project: the other kinds of its money, not the other projects."""

from bot.excluding import Excluding
from bot.language.meanings import Asked, Mark
from bot.parse import is_filler
from store.model import FundingKind
from store.plan import Field, Plan

OTHER_MONEY = {"fields": (Field.FUNDING,), "kinds": (), "aggregate": None, "order": None, "compare": False, "whole": None}
_ALLOWED = (Mark.FOLLOWING, Mark.HOW_MUCH, Mark.WHICH, Mark.IT, Asked(Field.AMOUNT))


def is_other_money(parts: Excluding, previous: Plan) -> bool:
    """Whether nothing but 其他 is said, and some kind of one project's money was told."""
    one = len(previous.projects) == 1 and previous.fields == (Field.AMOUNT,)
    kinds = set(previous.kinds) - {FundingKind.TOTAL}
    said = parts.asked
    only = not said.leftovers and all(is_filler(p) or p.meaning in _ALLOWED for p in said.cover)
    return bool(parts.others and one and kinds) and only
