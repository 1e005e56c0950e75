"""A unit alone (本级) and with the units below it (含所属): where a question says neither, both are given, labelled (口径)."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.answer import Answer, Desk, Fact, Kind, joined
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.carried import carried_over
from bot.replying.many import Answers
from bot.replying.wanted import Wanted, add_up
from store.plan import Aggregate, Field, GroupBy, Newest
from store.targets import TargetView

_SEVERAL = 2


def below(question: Understanding, desk: Desk, *, money_only: bool = False) -> list[TargetView]:
    """The targets of the units below the one asked about, of the same years, where the question does not say which scope it means."""
    plan = question.plan
    units = desk.book.below(plan.units[0]) if question.two_scopes else ()
    if not units:
        return []
    years = desk.years(plan) if plan.newest is Newest.SCOPE else plan.years
    newest = plan.newest if not years else None
    scope = {"units": units, "years": years, "newest": newest}
    return desk.matching(plan.model_copy(update=scope), money_only=money_only)


def summed(own: Sequence[TargetView], others: Sequence[TargetView], wanted: Wanted, at: int) -> tuple[list[str], list[Fact]]:
    """What a unit's projects come to in either scope, and the facts that come to stand from index `at` on.

    The first facts of the reply are the amounts of `own`.  Nothing where there is nothing to add up, an amount is missing, or the
    years differ.
    """
    views = [*own, *others]
    mine, theirs = ([fact for view in of if (fact := wanted.first(view))] for of in (own, others))
    complete = len(mine) + len(theirs) == len(views) and all(f.yuan is not None for f in (*mine, *theirs))
    if len(views) < _SEVERAL or not complete or len({v.target.year for v in views}) > 1:
        return [], []
    alone, together = add_up(mine), add_up([*mine, *theirs])
    indices = (*range(len(mine)), *range(at, at + len(theirs)))
    derived = [facts.derived(Aggregate.SUM, alone, indices[: len(mine)])] if len(mine) > 1 else []
    derived += [facts.derived(Aggregate.SUM, together, indices)] if theirs else []
    carried, of_it = carried_over(views, wanted, at + len(theirs) + len(derived))
    of_own = f"{'本级' if theirs else ''}合计 {phrases.money(alone)}" if len(mine) > 1 else ""
    of_all = f"含所属单位 {len(views)} 个项目，合计 {phrases.money(together)}" if theirs else ""
    sums = "；".join(filter(None, (of_own, of_all)))
    return [f"{sums}{facts.ours(views)}", *carried], [*theirs, *derived, *of_it]


def filled_in(own: Sequence[TargetView], others: Sequence[TargetView], wanted: Wanted, at: int) -> tuple[list[str], list[Fact]]:
    """What a unit has of a kind of money in either scope, though not every form fills it in: by whom below it, and the facts from `at` on.

    The first facts of the reply are the amounts of `own`.
    """
    mine = [fact for view in own if (fact := wanted.first(view))]
    rows = [(view, fact) for view in others if (fact := wanted.first(view)) and fact.yuan is not None]
    if not rows:
        return [f"以上只是本级；所属单位 {len(others)} 个项目也没有可读的{wanted.label(wanted.kinds[0])}。"], []
    theirs = [fact for _, fact in rows]
    at_own = [n for n, fact in enumerate(mine) if fact.yuan is not None]
    alone, together = add_up(mine), add_up([*mine, *theirs])
    derived = [facts.derived(Aggregate.SUM, alone, at_own)] if len(at_own) > 1 else []
    derived.append(facts.derived(Aggregate.SUM, together, (*at_own, *range(at, at + len(theirs)))))
    each = [f"{facts.whose(view)} {phrases.money(fact.yuan)}" for view, fact in rows if fact.yuan is not None]
    of_own = f"合计 {phrases.money(alone)}" if at_own else "表上没有填"
    sums = f"本级{of_own}；含所属单位 {len(at_own) + len(rows)} 个项目填了，合计 {phrases.money(together)}"
    return [f"{sums}（本系统相加）", f"所属：{phrases.listed(each)}。"], [*theirs, *derived]


def with_departments(answer: Answers) -> Answers:
    """“钱最少的部门”, “哪些部门减少了” are answered of all units, each by itself, and behind it of the departments with those below them."""

    def of_both(question: Understanding, desk: Desk) -> Answer:
        own, plan = answer(question, desk), question.plan
        moved = question.asks_changes
        scoped = plan.units or plan.projects or (plan.by and not moved) or plan.alone or plan.whole_branch or plan.other_order
        first = plan.order is not None and plan.order.count == 1 and question.asks_units
        asked = (first or (moved and plan.by is GroupBy.UNIT)) and "部门" in question.text
        if own.kind is not Kind.ANSWER or scoped or not asked:
            return own
        of_departments = {"by": GroupBy.DEPARTMENT, "whole_branch": True, "fields": plan.fields if moved else (Field.UNIT,)}
        others = answer(replace(question, plan=plan.model_copy(update=of_departments)), desk)
        if others.kind is not Kind.ANSWER or others.facts == own.facts:
            return own
        alone = replace(own, lines=(f"各单位只算本级：{own.lines[0]}", *own.lines[1:]))
        both = joined((alone, others if moved else replace(others, lines=others.lines[:1])))
        return replace(both, choices=own.choices, remembered=own.remembered, shown=own.shown)

    return of_both
