"""What a question says beside a share (占比) and is no part of it: it is named, and no figure is given over it."""

import re
from collections.abc import Iterator

from bot.language.choices import ChoiceSaid
from bot.language.kinds_said import OF_SEVERAL, KindOfUnits, Which
from bot.language.meanings import (
    AmountChecked,
    AmountSaid,
    Asked,
    GroupBySaid,
    HorizonSaid,
    Mark,
    OrderSaid,
    PercentSaid,
    Proposal,
    YearsSaid,
)
from bot.language.patterns import Pattern
from bot.language.shapes import PHASES
from bot.reading.found_spans import CHANGED, MOVED, aggregates, marked, spans
from bot.reading.parse import Parse
from store.model import FundingKind, Horizon
from store.plan import Aggregate, GroupBy, Of, Plan

_SOME = Pattern("[两俩三四五六][个项家笔]")  # “两个占多少”: both together
_EACH_OF_THEM = Pattern("分别|各自|各占")


def _are_of(said: YearsSaid, plan: Plan) -> bool:
    """Whether the plan is about these years, or they are those of the whole: “今年占三年合计几成”."""
    of_whole = plan.whole.years if plan.whole else ()
    named = bool(said.years) and set(said.years) <= {*plan.years, *of_whole}
    return named or (said.every and len(of_whole) > 1 and said.last in (None, len(of_whole)))


def beside_a_share(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """What is beside a share and no part of it.

    These are amounts that it is checked against, what moved, other figures, and limits, groups and orders that the plan does not carry.
    """
    shares = marked(said, {Mark.SHARE}) or marked(said, {Mark.PER_CENT})
    if plan.aggregate is Aggregate.PLACE:
        yield from (*spans(said, AmountSaid), *aggregates(said, Aggregate.DIFFERENCE))
    if plan.aggregate is not Aggregate.SHARE:
        orders = spans(said, OrderSaid)
        shares = [p for p in shares if p.meaning is Mark.SHARE]
        yield from (p for p in shares if any(o.start < p.start for o in orders))  # “最多的项目占百分之几”
        return
    each = plan.whole is not None and (plan.whole.each or (len(plan.kinds) > 1 and Mark.PROJECTS not in said.marks()))
    yield from spans(said, AmountChecked, PercentSaid)
    yield from (p for p in spans(said, AmountSaid) if not plan.amounts or (shares and p.start > shares[0].start))
    yield from (p for p in spans(said, GroupBySaid) if plan.by is None or p.meaning != GroupBySaid(plan.by))
    yield from marked(said, {*MOVED, *CHANGED, Mark.CHANGED, Mark.COMPARED})
    each_of = (p for p in marked(said, {Mark.EACH}) if p.rule != PHASES and not _SOME.fullmatch(said.said.text[p.start : p.end]))
    yield from (() if each else each_of)
    orders = spans(said, OrderSaid)
    yield from (p for p in orders if p.meaning != orders[0].meaning)  # “最大和最小的占多少”
    alone = plan.projects and plan.by is not GroupBy.UNIT and not re.search("谁|哪", said.said.text)
    yield from (p for p in orders if alone and shares and p.start > shares[0].start)  # “保洁占比最大吗”: of what?
    within = next((p.start for p in marked(said, {Mark.WITHIN})), 0)
    named = any(m.start > within for m in said.mentions)
    yield from (p for p in orders if named and p.end <= within)  # “最大的单位里保洁占多少”: a place is no whole
    yield from aggregates(said, Aggregate.DIFFERENCE, Aggregate.COUNT, Aggregate.AVERAGE)
    yield from (p for p in spans(said, HorizonSaid, Asked) if getattr(p.meaning, "horizon", None) is Horizon.MID_TERM)
    yield from (p for p in shares if said.clause(p.start) != said.clause(shares[0].start))
    if (_EACH_OF_THEM.search(said.said.text) and not each) or _is_its_own_whole(plan) or Mark.SPENDING in said.marks():
        yield from shares
    years = (p for p in said.cover if isinstance(p.meaning, YearsSaid) and not _are_of(p.meaning, plan))
    yield from (p for p in years if shares and p.start > shares[0].start)  # “今年占两年的比例”
    yield from _levels_beside_a_share(said, plan)


def _levels_beside_a_share(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """“含所属” and “本级” where the whole is none so called, and kinds of units."""
    whole = plan.whole
    if not (plan.whole_branch or (whole and whole.whole_branch)):
        yield from marked(said, {Mark.BRANCH})
    if not (plan.alone or (whole and whole.alone)):
        yield from marked(said, {Mark.ALONE})
    elif plan.projects and not said.mentions:  # “局本级占多少” after one of its projects
        shares = marked(said, {Mark.SHARE})
        yield from (p for p in marked(said, {Mark.ALONE}) if shares and p.end <= shares[0].start)
    many = {Which.MANY, Which.MEAN} if plan.by is GroupBy.UNIT else set(OF_SEVERAL)
    for p in spans(said, KindOfUnits):
        kind = p.meaning
        if not isinstance(kind, KindOfUnits):
            continue
        branch = kind.whole_branch and not plan.whole_branch
        branch = branch and not (whole and whole.whole_branch and set(kind.units) <= set(whole.units))
        if branch or kind.which in many or _is_no_whole(p, plan):
            yield p


def _is_its_own_whole(plan: Plan) -> bool:
    """Whether part and whole are the same."""
    whole = plan.whole
    if whole is None or plan.kinds or plan.attributes or plan.order or plan.amounts or plan.without or whole.each:
        return False
    if whole.of is Of.UNIT:
        return not plan.projects
    if whole.of is Of.SAME or whole.years:
        return False
    named = bool(plan.projects or plan.units) and set(whole.units) == set(plan.units) and not whole.whole_branch
    return named and set(whole.projects) == set(plan.projects)


def _is_no_whole(kind: Proposal, plan: Plan) -> bool:
    """“养护站占学校”: the kind is said of the whole, and yet the whole is the unit's own."""
    return isinstance(kind.meaning, KindOfUnits) and bool(kind.meaning.units and plan.whole and plan.whole.of is Of.UNIT)


def share_of_a_sum(said: Parse, plan: Plan, previous: Plan) -> list[Proposal]:
    """“某项目占多少” after a sum of one kind of everything's money, where no whole is named: its unit's budget is not what is meant."""
    at = next((p for p in said.cover if p.meaning in (Mark.SHARE, Mark.PER_CENT)), None)
    everything = not (previous.projects or previous.units or previous.attributes)
    if at is None or not everything or plan.kinds not in ((), (FundingKind.TOTAL,)):
        return []
    behind = said.between(at.start, len(said.said.text))
    own = said.marks() & {Mark.OWN_UNIT, Mark.OURS, Mark.UNITS, Mark.WITHIN, Mark.EVERYTHING}
    return [] if behind.mentions or own else list(shares_of_other_money(said, plan, previous))


def share_of_a_place(said: Parse, plan: Plan, previous: Plan) -> list[Proposal]:
    """“第一名里保洁占多少”, where that is none of the first's: another whole is not what is meant."""
    within = next((p.start for p in marked(said, {Mark.WITHIN})), 0)
    places = [p for p in spans(said, ChoiceSaid) if p.end <= within]
    told = {*plan.units, *(plan.whole.units if plan.whole else ())}
    return places if plan.aggregate is Aggregate.SHARE and not told & {*previous.units} else []


def share_of_everything(said: Parse, plan: Plan, previous: Plan) -> list[Proposal]:
    """“二中占多少” after a sum of units, or a share of it, where it is none of these: all that there is was not named as the whole, and is not meant."""
    whole, at = plan.whole, marked(said, {Mark.SHARE, Mark.PER_CENT})
    of_all = (
        plan.aggregate is Aggregate.SHARE and whole is not None and whole.of is Of.SCOPE and not (whole.units or whole.projects)
    )
    summed = previous.units if previous.aggregate is Aggregate.SUM else previous.whole.units if previous.whole else ()
    if not at or not of_all or not summed or said.everything or not said.mentions:
        return []
    return [] if said.between(at[0].start, len(said.said.text)).spans_meaning(KindOfUnits) else at


def shares_of_other_money(said: Parse, plan: Plan, previous: Plan) -> Iterator[Proposal]:
    """“某局占多少” after a sum of 财政拨款 or of the middle term: the share of another kind of money is no answer."""
    terms = (plan.horizon is Horizon.MID_TERM) != (previous.horizon is Horizon.MID_TERM)
    other = terms or (plan.kinds != previous.kinds and bool(previous.kinds)) or bool(previous.net_of)
    if previous.aggregate is Aggregate.SUM and plan.aggregate is Aggregate.SHARE and other:
        yield from marked(said, {Mark.SHARE, Mark.PER_CENT})
