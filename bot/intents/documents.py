"""Which document says so: its title, the table, the file and when it was published."""

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing
from bot.lines.asked import lines_asked
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.wanted import Wanted
from bot.shapes import MONEY, Shape
from store.model import FundingKind, Horizon
from store.places import place_in_words
from store.plan import Field, Plan
from store.targets import TargetView

_MOST = 4


def _claims(question: Understanding) -> bool:
    return question.plan.fields == (Field.DOCUMENT,)


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    views = desk.matching(plan)
    if not views:
        return nothing(question, desk)
    wanted = Wanted.of(plan)
    found = [pair for view in views for pair in _words(view, plan, desk)]
    of_money = not found
    if of_money:
        found = [(v, wanted.first(v) or facts.amount(v, FundingKind.TOTAL, Horizon.ANNUAL) or facts.name(v)) for v in views]
    if len(found) > _MOST:
        titles = dict.fromkeys(view.document for view, _ in found)
        lines = [f"来自 {len(titles)} 份文件：{phrases.listed([f'《{t}》' for t in titles])}。"]
    else:
        lines = [_line(view, fact, wanted) if of_money else _place(view, fact, _called(fact)) for view, fact in found]
    stated = [fact for _, fact in found]
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), facts.choices(plan, views), plan)


def _words(view: TargetView, plan: Plan, desk: Desk) -> list[tuple[TargetView, Fact]]:
    """The lines of the form that are asked about, or its goals; none where it is asked about its money."""
    if not plan.indicators.everything:
        return [(view, facts.indicator(view, line)) for line in lines_asked(view, plan)]
    term = plan.horizon or Horizon.ANNUAL
    goals = view.target.goals if Field.GOAL in desk.question.plan.fields else ()
    return [(view, facts.goal(view, goal)) for goal in goals if goal.horizon is term]


def _called(fact: Fact) -> str:
    return phrases.quoted(fact.name) if fact.name else "的目标"


def _line(view: TargetView, fact: Fact, wanted: Wanted) -> str:
    label = "" if wanted.plain else wanted.label(wanted.kinds[0])
    absent = f"{phrases.quoted(label)}没有金额，下面是年度资金总额的出处：" if label and wanted.first(view) is None else ""
    return f"{absent}{_place(view, fact, '' if absent else label)}"


def _place(view: TargetView, fact: Fact, called: str) -> str:
    source = fact.source
    assert source is not None
    place = place_in_words(source.table, source.row, source.column, sheet=source.sheet, page=source.page)
    published = f"，{view.published:%Y-%m-%d} 公布" if view.published else ""
    return f"{facts.whose(view)}{called}：《{view.document}》{place}，原文{phrases.printed(source.raw)}（文件 {view.file}{published}）。"


INTENT = Intent(
    name="documents",
    title="查出处",
    claims=_claims,
    answer=_answer,
    heeds=MONEY | {Shape.INDICATORS},
    examples=("工作经费的数出自哪份文件", "软件升级维护在第几张表"),
    counterexamples=("软件升级维护的资金来源",),
)
