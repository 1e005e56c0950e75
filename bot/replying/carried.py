"""What was carried over from the year before (上年结转): named where figures of several targets or years are added up or compared."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.answer import Answer, Desk, Fact, Kind
from bot.language.meanings import Mark
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.many import MOST_READ
from bot.replying.wanted import Wanted, add_up
from store.model import FundingKind, Horizon
from store.plan import Aggregate
from store.targets import TargetView

_SHOWN = 4


def carried_over(views: Sequence[TargetView], wanted: Wanted, at: int) -> tuple[list[str], list[Fact]]:
    """“其中上年结转 30 万元…”, and its facts, which come to stand from index `at` on; nothing where there is none, or it is what is asked for."""
    rows = [(view, fact) for view in views if (fact := _of(view))] if wanted.plain else []
    if not rows:
        return [], []
    stated = [fact for _, fact in rows]
    named = facts.labels(views)
    labels = [name for view, name in zip(views, named, strict=True) if _of(view)]
    if len(rows) == 1:
        return [f"其中上年结转 {_money(stated[0])}：{labels[0]}。"], stated
    total = add_up(stated)
    each = phrases.listed([f"{name} {_money(f)}" for name, f in zip(labels, stated, strict=True)]) if len(rows) <= _SHOWN else ""
    line = f"其中上年结转合计 {phrases.money(total)}（{len(rows)} 项相加{'：' + each if each else ''}）。"
    return [line], [*stated, facts.derived(Aggregate.SUM, total, range(at, at + len(stated)))]


def with_it_said(answer: Answer, question: Understanding, desk: Desk) -> Answer:
    """The answer with what was carried over, or that nothing was filled in, where it is to be told and the answer is silent on it."""
    silent = not any("上年结转" in line for line in answer.lines)
    if (
        Mark.CARRIED not in question.marks
        or answer.kind is not Kind.ANSWER
        or not silent
        or desk.count(question.plan) > MOST_READ
    ):
        return answer
    views = desk.matching(question.plan.model_copy(update={"order": None}), money_only=True)
    lines, stated = carried_over(views, Wanted.of(question.plan), len(answer.facts))
    said = lines or ["上年结转：这些项目的表上都没有填（没有填写不等于 0）。"]
    return replace(answer, lines=(*answer.lines, *said), facts=(*answer.facts, *stated))


def _of(view: TargetView) -> Fact | None:
    found = facts.amount(view, FundingKind.CARRYOVER, Horizon.ANNUAL)
    return found if found and found.yuan else None


def _money(fact: Fact) -> str:
    assert fact.yuan is not None  # `_of` says so
    return phrases.money(fact.yuan)
