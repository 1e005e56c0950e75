"""Projects by a limit of one year and another of another: “去年超过100万今年不到100万的项目”, “2024年50万以下、2025年80万以上的有几个”."""

from collections.abc import Callable, Sequence

from bot.answer import Answer, Desk, Fact, Kind
from bot.doubts.disputes import by_key, one_each, unsettled
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.covered import whose
from bot.replying.enumerating import enumerate_items
from bot.replying.many import TooMany
from bot.replying.wanted import Wanted
from bot.topics import Topic
from store.plan import Aggregate, AmountFilter, Field, Plan
from store.targets import TargetView

_YEARS = "years."  # what the rules of years begin with
_BOTH = 2
Limits = dict[int, tuple[AmountFilter, ...]]


def limits_of_years(question: Understanding, desk: Desk, understand: Callable[[str], Understanding]) -> Answer | None:
    """The projects whose amount keeps to the limit of each year, with both amounts; None where that is not what is asked."""
    plan = question.plan
    limits = _limits(question, understand)
    if limits is None:
        return None
    asked = plan.model_copy(update={"amounts": (), "aggregate": None, "count_of": None, "fields": (Field.AMOUNT,)})
    try:
        views = desk.matching(asked, money_only=True)
    except TooMany:
        return None
    views, disputed = one_each(views, Wanted.of(asked))
    return unsettled(disputed, asked) if disputed else _told(views, limits, asked, desk)


def _limits(question: Understanding, understand: Callable[[str], Understanding]) -> Limits | None:
    """The limits of each of two years, as each is said with its year; None where anything else is asked."""
    plan = question.plan
    shaped = plan.projects or plan.compare or plan.order or plan.change or plan.by or plan.without or plan.kinds or plan.narrowed
    projects = plan.fields in ((), (Field.PROJECT,), (Field.AMOUNT,)) and plan.aggregate in (None, Aggregate.COUNT)
    years = [span for span in question.spans if span.rule.startswith(_YEARS)]
    if question.topic is not Topic.TARGETS or shaped or not projects or len(plan.years) != _BOTH or not plan.amounts:
        return None
    if Mark.UNITS in question.marks or plan.count_of is Field.UNIT or question.unused:
        return None
    if _BOTH_YEARS.search(question.text):
        return dict.fromkeys(plan.years, plan.amounts)
    if len(years) != _BOTH:
        return None
    cut = years[1].start
    said = [understand(words) for words in (question.text[:cut], question.text[cut:])]
    if any(len(one.plan.years) != 1 or not one.plan.amounts for one in said) or all(map(_asks, said)):
        return None
    limits = {one.plan.years[0]: one.plan.amounts for one in said}
    return limits if set(limits) == set(plan.years) else None


_BOTH_YEARS = Pattern("年(?:度|里|中|的)?(?:预算|金额|资金)?(?:都|均)")  # “去年和今年都超过100万”


def _asks(one: Understanding) -> bool:
    """Whether the clause asks by itself: “去年超过100万的有几个，今年的有几个” are two questions."""
    return one.plan.aggregate is not None or bool({Mark.WHICH, Mark.HOW_MUCH} & one.marks)


def _told(views: Sequence[TargetView], limits: Limits, plan: Plan, desk: Desk) -> Answer:
    earlier, later = sorted(limits)
    wanted = Wanted.of(plan)
    before, after = by_key(views, earlier, later)
    rows = [(view, after[key], wanted.first(view), wanted.first(after[key])) for key, view in before.items() if key in after]
    kept = [
        (old, was, now)
        for old, _new, was, now in rows
        if was and now and _keeps(was, limits[earlier]) and _keeps(now, limits[later])
    ]
    said = "、".join(f"{year}年{'、'.join(map(phrases.limit, limits[year]))}" for year in (earlier, later))
    covered = f"只含已导入的 {desk.documents()} 份文件"
    if not kept:
        line = f"没有这样的项目：{whose(plan)}{said}的，两年都有表的 {len(rows)} 个项目里一个也没有。"
        return Answer(Kind.NOT_FOUND, (line,), cited=(covered,), remembered=plan)
    items = [f"{facts.whose(view, year=False)} {_money(was)} → {_money(now)}" for view, was, now in kept]
    lines = (f"{whose(plan)}{said}的项目有 {len(kept)} 个（预算安排）：", *enumerate_items(items, desk.offset))
    stated = tuple(fact for _, was, now in kept for fact in (was, now))
    among = tuple((view.target.project, view.target.unit) for view, _, _ in kept)
    return Answer(
        Kind.ANSWER,
        lines,
        stated,
        (*cite(stated), covered),
        remembered=plan.model_copy(update={"among": among, "years": (later,)}),
    )


def _keeps(fact: Fact, limits: Sequence[AmountFilter]) -> bool:
    return fact.yuan is not None and all(limit.op.holds(fact.yuan, limit.yuan) for limit in limits)


def _money(fact: Fact) -> str:
    assert fact.yuan is not None  # `_keeps` says so
    return phrases.money(fact.yuan)
