"""Which question sets 中期 and 年度 beside each other: “中期比年度多多少”, or “比年度多多少” after a middle term."""

from bot.asking import horizons
from bot.language.meanings import Mark
from bot.parse import Parse
from store.model import Horizon
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
    if Mark.SHARE not in said.marks() or not terms:
        return False
    before = previous.horizon or Horizon.ANNUAL if previous and len(previous.projects) == 1 and not said.mentions else None
    return len(terms) > 1 or (before is not None and before not in terms)


def with_terms(plan: Plan) -> Plan:
    """The plan of both terms: of the newest form that has a middle term, where no year is named."""
    newest = None if plan.years else Newest.EACH
    return plan.model_copy(update={"fields": (Field.AMOUNT,), "horizon": Horizon.MID_TERM, "newest": newest})
