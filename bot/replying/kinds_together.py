"""Several kinds of money as one sum: “财政加结转一共多少”, with what each of them comes to."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from bot.answer import Answer, Desk, Fact, Kind, joined
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.wanted import Wanted, add_up
from store.plan import Aggregate, Plan


def of_each_kind(question: Understanding, desk: Desk, of_one: Callable[[Understanding, Desk], Answer | None]) -> Answer | None:
    """The sum of what the kinds come to, and each as `of_one` tells it; without it what keeps one of them from being told."""
    plan, wanted = question.plan, Wanted.of(question.plan)
    each = [
        of_one(replace(question, plan=plan.model_copy(update={"kinds": (kind,), "together": False})), desk) for kind in plan.kinds
    ]
    told = [answer for answer in each if answer and answer.kind is Kind.ANSWER]
    unclear = [answer for answer in each if answer is None or answer.kind is Kind.CLARIFY]
    if unclear or not told:
        return (*unclear, *each)[0]
    both = joined(told)
    wholes, alone = _figures(told, plan)
    sums = [facts.derived(Aggregate.SUM, add_up([both.facts[n] for n in of]), of) for of in (alone, wholes) if of]
    said = "，".join(
        f"{scope}{phrases.money(one.yuan)}" for scope, one in zip(_names(told, sums), sums, strict=True) if one.yuan is not None
    )
    blank = [wanted.label(kind) for kind, answer in zip(plan.kinds, each, strict=True) if answer not in told]
    added = f"{phrases.listed([wanted.label(kind) for kind in plan.kinds])}合计 {said}（本系统相加）。"
    lines = (
        *([added] if len(told) > 1 else []),
        *both.lines,
        *([f"{phrases.listed([phrases.quoted(label) for label in blank])}没有填写金额，没有计入。"] if blank else []),
    )
    return replace(both, lines=lines, facts=(*both.facts, *sums), remembered=plan)


def _figures(told: Sequence[Answer], plan: Plan) -> tuple[list[int], list[int]]:
    """Where among the facts of all of them the sum of each stands, and that of the unit alone (本级) of those that tell it before."""
    wholes, alone, first = [], [], 0
    for answer in told:
        sums = [first + n for n, fact in enumerate(answer.facts) if fact.op == Aggregate.SUM]
        own = _in_two_scopes(answer) and any(not fact.op and fact.unit in plan.units for fact in answer.facts)
        alone += sums[:1] if own else []
        wholes.append(sums[1 if own else 0])
        first += len(answer.facts)
    return wholes, alone


def _in_two_scopes(answer: Answer) -> bool:
    return any("两种口径" in line for line in answer.lines)


def _names(told: Sequence[Answer], sums: Sequence[Fact]) -> list[str]:
    """What the sums are called: where the unit has others below it, of which scope (口径) they are."""
    return ["本级 ", "含所属 "][-len(sums) :] if any(map(_in_two_scopes, told)) else [""] * len(sums)
