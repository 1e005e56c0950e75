"""What became of the money (执行数、执行率) and how it was evaluated (得分、完成情况): only self-evaluations say so."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.enumerating import PAGE, enumerate_items
from bot.replying.executed import said_of
from bot.shapes import MONEY, Shape
from store.model import FundingKind, Horizon
from store.plan import Plan
from store.targets import TargetView
from store.text import fold
from store.views import EvaluationView


def _claims(question: Understanding) -> bool:
    return question.asks_execution


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    found = _evaluations(plan, desk)
    if not found:
        return _without(question, desk)
    kind = plan.kinds[0] if plan.kinds else FundingKind.TOTAL
    whole = _asks_more(question)
    said = [said_of(view, kind, whole=whole, beside=[other for other in found if _key(other) == _key(view)]) for view in found]
    items = [line for line, _facts in said]
    stated: list[Fact] = [fact for _line, facts in said for fact in facts]
    lines = items if len(items) == 1 else ["执行情况：", *enumerate_items(items, desk.offset)]
    lines += _missing(found, desk.matching(plan) if plan.projects else ())
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), remembered=plan)


def _evaluations(plan: Plan, desk: Desk) -> list[EvaluationView]:
    """Those of the project or unit that is named; where no year is, the newest of each project."""
    if not (plan.projects or plan.units):
        return []
    found = desk.evaluations(plan)
    newest: dict[tuple[str, str, str], int] = {}
    for view in found:
        newest[_key(view)] = max(view.evaluation.year, newest.get(_key(view), 0))
    return [view for view in found if plan.years or view.evaluation.year == newest[_key(view)]]


def _key(view: EvaluationView) -> tuple[str, str, str]:
    return view.publisher, fold(view.evaluation.unit), fold(view.evaluation.project)


def _without(question: Understanding, desk: Desk) -> Answer:
    """No evaluation is loaded: what was budgeted, said to be no spending; of scores and results nothing."""
    named = question.plan.projects or question.plan.units
    if not (named or desk.book.catalogue.evaluated) and desk.book.catalogue.entries:
        return Answer(Kind.NOT_FOUND, (phrases.NO_EVALUATION,), remembered=question.plan)
    if _asks_more(question):
        if wanted := _points_wanted(question, desk):
            return wanted
        what = phrases.listed([*map(phrases.project, question.plan.projects), *question.plan.units]) or "所问项目"
        years = phrases.years(question.plan.years) if question.plan.years else ""
        line = f"没有：已导入的文件里没有{what}{years}的绩效自评表，绩效目标表里没有完成情况和得分。"
        return Answer(Kind.NOT_FOUND, (line,), remembered=question.plan)
    done = bool(question.spending and _OF_WHAT_WAS_DONE.search(question.spending))
    if done and (views := desk.matching(question.plan, money_only=True)):
        return _only_budgeted(question, views)
    budgeted = replace(question, spending=None)
    (intent,) = [intent for intent in desk.intents if intent.claims(budgeted)]
    return intent.answer(budgeted, desk)


def _points_wanted(question: Understanding, desk: Desk) -> Answer | None:
    """Which 得分 the forms of the projects want, as “考核得分” of the indicators: what was reached stands in none of them."""
    plan = question.plan
    views = desk.matching(plan) if plan.projects and _POINTS in (question.spending or "") else ()
    wanted = [(v, i) for v in views for i in v.target.indicators if i.horizon is Horizon.ANNUAL and _POINTS in i.name and i.value]
    if not 0 < len(wanted) <= PAGE:
        return None
    told = [f"{facts.whose(v)}{phrases.printed(i.name)} {phrases.one_line(i.value)}" for v, i in wanted]
    stated = [facts.indicator(*one) for one in wanted]
    return Answer(Kind.ANSWER, (f"表里要求的：{'；'.join(told)}。",), tuple(stated), cite(stated), remembered=plan)


_POINTS = "得分"
_OF_WHAT_WAS_DONE = Pattern("^(?:实际|已经|目前|到)|率|进度|百分之|几成")  # “花了多少” may mean what was budgeted


def _only_budgeted(question: Understanding, views: Sequence[TargetView]) -> Answer:
    """A rate, or what was really paid: no budget is beside it, but that of one form is offered."""
    line = f"“{question.spending}”答不了：没有导入它的绩效自评表；{phrases.ONLY_BUDGETED}"
    choices = facts.choices_of(question.plan, views) if len(views) == 1 else ()
    offered = (f"要看{choices[0].label}的预算安排，回 1。",) if choices else ()
    return Answer(Kind.NOT_FOUND, (line, *offered), choices=choices, remembered=question.plan)


def _asks_more(question: Understanding) -> bool:
    return question.spending is not None and question.spending.startswith(phrases.EVALUATED)


def _missing(found: Sequence[EvaluationView], targets: Sequence[TargetView]) -> list[str]:
    """The projects of that name that no loaded evaluation speaks of."""
    known = {(fold(view.evaluation.unit), fold(view.evaluation.project)) for view in found}
    lacking = [v.target for v in targets if (fold(v.target.unit), fold(v.target.project)) not in known]
    named = dict.fromkeys(f"{target.unit}{phrases.project(target.project)}" for target in lacking)
    return [f"没有导入自评表：{phrases.listed(list(named))}。"] if named else []


INTENT = Intent(
    name="executions",
    title="查执行数和自评得分",
    claims=_claims,
    answer=_answer,
    heeds=MONEY | {Shape.BY},
    examples=("软件升级维护执行了多少", "软件升级维护花了多少钱", "软件升级维护的执行数"),
    counterexamples=("软件升级维护多少钱", "软件升级维护的钱够不够用", "软件升级维护的目标是什么"),
)
