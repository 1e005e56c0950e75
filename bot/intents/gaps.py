"""Which classes of indicators a form lacks: what the rules found when it was loaded; for people to look at."""

from collections.abc import Iterator, Sequence

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.enumerating import itemised
from store.model import Horizon
from store.plan import Field, Plan
from store.targets import TargetView
from store.views import Found

_PAGE = 10
# Of seed/rules.tsv those that are about indicators that are not there.
_RULES = frozenset({"class-blank", "level-missing", "no-indicators", "value-blank"})


_Key = tuple[str, str | None, str | None, int | None]  # publisher, project, unit, year


def _claims(question: Understanding) -> bool:
    return question.plan.fields == (Field.QUALITY,) and bool(question.plan.lacking)


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan.model_copy(update={"lacking": ()})
    views = desk.matching(plan)
    if not views:
        return nothing(question, desk)
    of: dict[_Key, TargetView] = {(v.publisher, v.target.project, v.target.unit, v.target.year): v for v in views}
    scope = Plan(
        publishers=plan.publishers,
        projects=plan.projects,
        units=plan.units,
        years=tuple(sorted({v.target.year for v in views})),
        whole_branch=plan.whole_branch,
    )
    found = [(of[_key(one)], one) for one in desk.findings(scope, _RULES) if _key(one) in of]
    stated = [facts.name(view) for view in dict.fromkeys(view for view, _ in found)] if found else list(map(facts.name, views))
    stated += [_fact(one) for _, one in found]
    lines = _lines(views, found, desk)
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), facts.choices(plan, views), question.plan, page=_PAGE)


def _key(one: Found) -> _Key:
    return one.publisher, one.finding.project, one.finding.unit, one.finding.year


def _fact(one: Found) -> Fact:
    finding = one.finding
    names = {"project": finding.project, "unit": finding.unit, "year": finding.year}
    return Fact(field="finding", name=finding.rule, value=finding.message, **names)  # type: ignore[arg-type]  # Fact's own fields


def _lines(views: Sequence[TargetView], found: Sequence[tuple[TargetView, Found]], desk: Desk) -> Iterator[str]:
    whose = facts.whose(views[0]) if len(views) == 1 else f"{phrases.years([v.target.year for v in views])} {len(views)} 张表"
    if not found:
        classes = dict.fromkeys(i.level1 for v in views for i in v.target.indicators if i.horizon is Horizon.ANNUAL)
        yield f"没有发现缺的：{whose}填了{phrases.listed(list(classes))}（只查了程序能查的）。"
        return
    yield f"{whose}，{len(found)} 处请核对（提示，不是结论）："
    items = [_item(view, one, several=len(views) > 1) for view, one in found]
    yield from itemised(items, desk.offset, _PAGE)


def _item(view: TargetView, one: Found, *, several: bool) -> str:
    message = phrases.one_line(one.finding.message)
    named = several and not message.startswith(view.target.unit)
    return f"{facts.whose(view) + '：' if named else ''}{message}"


INTENT = Intent(
    name="gaps",
    title="查缺什么指标",
    claims=_claims,
    answer=_answer,
    examples=("软件升级维护的表缺什么指标", "任圩下派干部经费缺哪类指标"),
    counterexamples=("工作经费的表有什么问题", "软件升级维护的满意度指标有哪些", "哪些项目没有满意度指标"),
)
