"""Which question sets 中期 and 年度 beside each other: “中期比年度多多少”, or “比年度多多少” after a middle term."""

from bot.language.meanings import Mark, YearsSaid
from bot.language.patterns import Pattern
from bot.planning.terms_said import horizons
from bot.reading.parse import Parse
from store.model import Horizon
from store.names import NameType
from store.plan import Field, Newest, Plan


def terms_after(asked: Plan, previous: Plan) -> tuple[Horizon, ...]:
    """The terms that a follow-up compares: those that it says, else the one that it says and the one that was spoken of."""
    if asked.terms or not asked.compare or asked.projects or asked.units or asked.years:
        return asked.terms
    before = previous.horizon or Horizon.ANNUAL
    return (before, asked.horizon) if asked.horizon not in (None, before) else previous.terms


def shares_terms(said: Parse, previous: Plan | None) -> bool:
    """“年度占中期百分之几”, or “占中期几成” after the annual amount: a share of one term in the other."""
    terms = set(horizons(said))
    if Mark.SHARE not in said.marks() or not terms or _is_within_the_middle_term(said):
        return False
    if terms == {Horizon.MID_TERM} and said.mentioned(NameType.PROJECT) and _OF_MIDDLE_TERM.search(said.said.text):
        return True
    if (
        terms == {Horizon.MID_TERM}
        and previous
        and len(previous.projects) == 1
        and not said.mentions
        and said.meanings(YearsSaid)
    ):
        return bool(_OF_MIDDLE_TERM.search(said.said.text))  # “今年占中期百分之几”
    before = previous.horizon or Horizon.ANNUAL if previous and len(previous.projects) == 1 and not said.mentions else None
    return len(terms) > 1 or (before is not None and before not in terms)


def _is_within_the_middle_term(said: Parse) -> bool:
    """“中期财政拨款占中期总额”: part and whole are both of the middle term."""
    shares = [p.start for p in said.cover if p.meaning is Mark.SHARE]
    middle = [p.start for p in said.cover if getattr(p.meaning, "horizon", None) is Horizon.MID_TERM]
    return set(horizons(said)) == {Horizon.MID_TERM} and min(middle) < shares[0] < max(middle)


# “今年的钱占中期的几成”: what the same form has for the year
_OF_MIDDLE_TERM = Pattern("占(?:了|到|它|其|整个|全部)?的?中期")


def set_beside(asked: Plan) -> Plan:
    """The plan of a share of one term in the other, where only the middle term is named: the annual amount is the part."""
    update: dict[str, object] = {"compare": True}
    if len(asked.terms) < len(Horizon) and (asked.projects or asked.years) and asked.horizon is Horizon.MID_TERM:
        update |= {"terms": (Horizon.ANNUAL, Horizon.MID_TERM), "fields": (Field.AMOUNT,)}
    return asked.model_copy(update=update)


def with_terms(plan: Plan) -> Plan:
    """The plan of both terms, of money, of goals or of the lines that are named: of the newest form that has a middle term, where no year is named."""
    newest = None if plan.years else Newest.EACH
    goals = plan.fields == (Field.GOAL,) and plan.aggregate is None
    money = () if goals else (Field.AMOUNT,)
    fields = money or plan.fields if plan.indicators.everything else (Field.INDICATOR,)
    return plan.model_copy(update={"fields": fields, "horizon": Horizon.MID_TERM, "newest": newest})
