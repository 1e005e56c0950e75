"""Projects above or below the mean of all that are asked about (“今年低于平均的有几个”, “工作经费高于平均数的单位”), of one year."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from bot.answer import Answer, Desk, Fact, Kind
from bot.doubts.disputes import one_each, units_apart, unsettled
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.reading.roles import Role
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.covered import whose
from bot.replying.enumerating import PAGE, enumerate_items
from bot.replying.many import TooMany
from bot.replying.wanted import Wanted, add_up
from store.plan import Aggregate, Newest, Plan
from store.targets import TargetView
from store.text import normalized

_MEAN = r"(?:全[县区市旗]|所有|总体|整体|项目)?的?(?:平均|均值)(?:每个项目)?的?(?:数|值|线|水平|预算|金额)?"
_BELOW, _ABOVE = (
    Pattern(rf"(?:低于|少于|小于|不到|不足|不及|达不到|没到|没达到){_MEAN}|{_MEAN}(?:以下|之下)"),
    Pattern(rf"(?:高于|多于|大于|超过|超出|超){_MEAN}|{_MEAN}(?:以上|之上)"),
)
_THOSE = Pattern(
    r"^(?:的|了|项目|单位|[,，])*(?:都|一共)?(?:有|是)?(?:几个|哪些|哪几个|哪个|多少个?|谁|项目|单位|的|吗|呢|[?？。])*$"
)


def beside_average(question: Understanding, desk: Desk) -> Answer | None:
    """Those that have more, or less, than the mean; None where that is not what is asked, or where other words limit it."""
    plan, text = question.plan, normalized(question.text)
    found = next(((p, m) for p in (_BELOW, _ABOVE) if (m := p.search(text))), None)
    if found is None or len(text) != len(question.text) or not _THOSE.match(text[found[1].end() :]):
        return None
    pattern, said = found
    strange = any(s.role is Role.UNUSED and not said.start() <= s.start < said.end() for s in question.spans)
    other = plan.change or plan.order or plan.amounts or plan.attributes or plan.narrowed or plan.without or plan.kinds
    of_units = question.asks_units and not plan.projects  # what each unit has in all is another mean
    if strange or other or of_units or len(plan.years) > 1 or len(plan.projects) > 1:
        return None
    scope = {"projects": plan.projects, "units": plan.units, "years": plan.years, "called": plan.called}
    alone = not plan.whole_branch and any(map(desk.book.below, plan.units))
    asked = Plan(newest=None if plan.years else Newest.SCOPE).model_copy(
        update={**scope, "whole_branch": plan.whole_branch, "alone": alone}
    )
    try:
        views, disputed = one_each(desk.matching(asked, money_only=True), Wanted.of(asked))
    except TooMany:
        return None
    if disputed:
        return unsettled(disputed, asked)
    return _told(views, asked, desk, below=pattern is _BELOW) if views else None


def _told(views: Sequence[TargetView], plan: Plan, desk: Desk, *, below: bool) -> Answer | None:
    wanted = Wanted.of(plan)
    named = [
        (f"{unit}{phrases.project(view.target.project)}", fact)
        for view, unit in zip(views, units_apart(views), strict=True)
        if (fact := wanted.first(view)) and fact.yuan is not None
    ]
    stated: list[Fact] = [fact for _, fact in named]
    if not stated:
        return None
    mean = (add_up(stated) / len(stated)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    kept = sorted(
        (
            (name, fact.yuan)
            for name, fact in named
            if fact.yuan is not None and (fact.yuan < mean if below else fact.yuan > mean)
        ),
        key=lambda one: (-one[1], one[0]),
    )
    years = phrases.years([view.target.year for view in views])
    of = f"{years}{whose(plan)}{''.join(map(phrases.project, plan.projects))}预算安排{'低于' if below else '高于'}平均数的"
    only = f"，先列 {PAGE} 个" if len(kept) > PAGE else ""
    how = f"{len(stated)} 个项目平均 {phrases.exact(mean)}，本系统计算，平均数四舍五入到分{only}"
    lines = (
        f"{of}有 {len(kept)} 个项目（{how}）：" if kept else f"{of}一个也没有（{how}）。",
        *enumerate_items([f"{name} {phrases.money(yuan)}" for name, yuan in kept[:PAGE]]),
    )
    stated.append(facts.derived(Aggregate.AVERAGE, mean, range(len(stated))))
    return Answer(Kind.ANSWER, lines, tuple(stated), (*cite(stated), f"只含已导入的 {desk.documents()} 份文件"), remembered=plan)
