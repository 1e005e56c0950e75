"""Several kinds of money as one sum: “财政加结转一共多少”, with what each of them comes to."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from bot.answer import Answer, Desk, Kind, joined
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.wanted import Wanted, add_up
from store.plan import Aggregate


def of_each_kind(question: Understanding, desk: Desk, of_one: Callable[[Understanding, Desk], Answer | None]) -> Answer | None:
    """The sum of what the kinds come to, and each as `of_one` tells it; without it what keeps one of them from being told."""
    plan, wanted = question.plan, Wanted.of(question.plan)
    each = [of_one(replace(question, plan=plan.model_copy(update={"kinds": (kind,)})), desk) for kind in plan.kinds]
    told = [answer for answer in each if answer and answer.kind is Kind.ANSWER]
    unclear = [answer for answer in each if answer is None or answer.kind is Kind.CLARIFY]
    if unclear or not told:
        return (*unclear, *each)[0]
    both = joined(told)
    sums = [facts.derived(Aggregate.SUM, add_up([both.facts[n] for n in of]), of) for of in zip(*_places(told), strict=True)]
    money = [phrases.money(one.yuan) for one in sums if one.yuan is not None]
    said = f"本级 {money[0]}，含所属 {money[1]}" if len(money) > 1 else money[0]
    blank = [wanted.label(kind) for kind, answer in zip(plan.kinds, each, strict=True) if answer not in told]
    added = f"{phrases.listed([wanted.label(kind) for kind in plan.kinds])}合计 {said}（本系统相加）。"
    lines = (
        *([added] if len(told) > 1 else []),
        *both.lines,
        *([f"{phrases.listed([phrases.quoted(label) for label in blank])}没有填写金额，没有计入。"] if blank else []),
    )
    return replace(both, lines=lines, facts=(*both.facts, *sums), remembered=plan)


def _places(told: Sequence[Answer]) -> list[list[int]]:
    """Where among the facts of all of them the figures of each stand: its sum, or one in each of the two scopes (口径)."""
    sums, first = [], 0
    for answer in told:
        sums.append([first + n for n, fact in enumerate(answer.facts) if fact.op == Aggregate.SUM])
        first += len(answer.facts)
    scopes = 2 if all(any("两种口径" in line for line in answer.lines) for answer in told) else 1
    return [places[:scopes] for places in sums]
