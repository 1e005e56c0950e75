"""Why, and whether that is fit (为什么、值不值): no form tells it; what is printed of the goals bears on it, and is quoted."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from bot.answer import Answer, Desk, Fact, Kind
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.language.paying import RULE as PAYING
from bot.question import Understanding
from bot.reading.roles import Role
from bot.replying import facts, phrases
from store.model import Horizon
from store.plan import Aggregate, Field, Plan
from store.targets import TargetView

_MOST = 4  # forms whose goals are quoted


def beyond(question: Understanding) -> Answer | None:
    """The reply to a question that wants a judgement of nothing that is named: “哪个单位花钱最不合理”."""
    plan = question.plan
    unpaid = [span for span in question.spans if span.rule == PAYING and span.role is Role.USED]
    if unpaid and question.spending and not (plan.projects or plan.units or question.follows):
        return Answer(Kind.OUT_OF_SCOPE, (phrases.unpaid(question.spending), phrases.NAME_ONE))
    if not question.untold or plan.projects or plan.units or question.follows or question.doubtful or question.unknown:
        return None
    return Answer(Kind.OUT_OF_SCOPE, (phrases.untold(question.untold), phrases.NAME_ONE))


def with_reasons(answer: Answer, question: Understanding, desk: Desk) -> Answer:
    """The answer, with what bears on the reasons that are asked for, and that the documents do not say them."""
    why = Mark.WHY in question.marks and phrases.NO_REASON not in answer.lines
    if not (why or question.untold) or answer.kind is Kind.OUT_OF_SCOPE:
        return answer
    lines = [phrases.NO_REASON] if why else []
    lines += [phrases.untold(question.untold)] if question.untold else []
    quoted, stated = goals_of(_told(answer, desk)) if Field.GOAL not in question.plan.fields else ("", [])
    lines += [quoted] if quoted else []
    denied, apart = _not_so(answer, question) if why else ([], [])
    return replace(answer, lines=(*denied, *answer.lines, *lines), facts=(*answer.facts, *apart, *stated))


def _not_so(answer: Answer, question: Understanding) -> tuple[list[str], list[Fact]]:
    """“为什么一年比一年少” where it did not become less every year: how it moved, and the differences as facts."""
    way = _YEAR_BY_YEAR.search(question.text)
    fell = way is not None and way["less"] is not None
    told = [(n, fact) for n, fact in enumerate(answer.facts) if fact.year and fact.yuan is not None and fact.op is None]
    of_one = len({(fact.project, fact.unit, fact.field) for _, fact in told}) == 1
    years = sorted(told, key=lambda one: one[1].year or 0)
    if way is None or not of_one or len({fact.year for _, fact in told}) != len(told) or len(told) < _SEVERAL:
        return [], []
    moves = [((one, before), (other, after)) for (one, before), (other, after) in pairwise(years)]
    gaps = [(after.yuan or Decimal(0)) - (before.yuan or Decimal(0)) for (_, before), (_, after) in moves]
    if all(gap < 0 if fell else gap > 0 for gap in gaps):
        return [], []
    said = [
        f"{after.year}年比{before.year}年{'一样多' if not gap else ('多 ' if gap > 0 else '少 ') + phrases.money(abs(gap))}"
        for ((_, before), (_, after)), gap in zip(moves, gaps, strict=True)
    ]
    apart = [
        facts.derived(Aggregate.DIFFERENCE, abs(gap), (other, one))
        for ((one, _), (other, _)), gap in zip(moves, gaps, strict=True)
    ]
    return [f"不是一年比一年{'少' if fell else '多'}：{'，'.join(said)}（本系统相减）。"], apart


_YEAR_BY_YEAR = Pattern(
    "(?:一年比一年|逐年|年年|连年|越来越)(?:都|在|往|还)?(?:(?P<less>[少低]|[下在]?[降减跌滑]|缩|砍|压)|[多高]|上?[涨升]|增)"
)
_SEVERAL = 2  # years


def _told(answer: Answer, desk: Desk) -> list[TargetView]:
    """The forms that the answer states something of, if they are few."""
    named = {(f.project, f.unit, f.year) for f in answer.facts if f.project and f.unit and f.year and f.op is None}
    if answer.kind is not Kind.ANSWER or not 0 < len(named) <= _MOST:
        return []
    projects, units, years = (tuple(sorted(set(values))) for values in zip(*named, strict=True))
    views = desk.matching(Plan(projects=projects, units=units, years=years))
    return [v for v in views if (v.target.project, v.target.unit, v.target.year) in named]


def goals_of(views: Sequence[TargetView]) -> tuple[str, list[Fact]]:
    """A line that quotes the annual goals of these forms, and the facts of them; nothing where none has one."""
    goals = [(v, g) for v in views for g in v.target.goals if g.horizon is Horizon.ANNUAL][:_MOST]
    if not goals:
        return "", []
    named = facts.labels([v for v, _ in goals]) if len(views) > 1 else ("",)
    quoted = "，".join(f"{name}{phrases.printed(g.text)}" for name, (_, g) in zip(named, goals, strict=False))
    return f"{'各表的' if len(views) > 1 else ''}年度目标原文：{quoted}。", [facts.goal(v, g) for v, g in goals]
