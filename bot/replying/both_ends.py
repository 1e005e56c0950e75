"""Rankings from both ends at once: “最高和最低分别是哪个”, “前三名和后三名”."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.answer import Answer, Desk, Kind, joined
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.many import Answers
from store.plan import Aggregate


def both_ends(answer: Answers) -> Answers:
    """The answer for each end, one after the other; where both number what they list, no number is a choice."""

    def of_both(question: Understanding, desk: Desk) -> Answer:
        plan = question.plan
        if plan.order is None or plan.other_order is None:
            return answer(question, desk)
        plans = [plan.model_copy(update={"order": order, "other_order": None}) for order in (plan.order, plan.other_order)]
        answers = [answer(replace(question, plan=one), desk) for one in plans]
        both = joined(answers)
        if plan.aggregate is Aggregate.DIFFERENCE and all(one.kind is Kind.ANSWER for one in answers):
            both = _set_apart(both, answers)
        return replace(both, choices=(), remembered=plan, shown=None)

    return of_both


def _set_apart(both: Answer, answers: Sequence[Answer]) -> Answer:
    """The same with the difference between the two places before them."""
    at = (_figure(answers[0]), len(answers[0].facts) + _figure(answers[1]))
    one, other = (both.facts[place].yuan for place in at)
    if one is None or other is None:
        return both
    difference = facts.derived(Aggregate.DIFFERENCE, abs(one - other), at)
    line = f"相差 {phrases.money(abs(one - other))}（本系统相减）："
    return replace(both, lines=(line, *both.lines), facts=(*both.facts, difference))


def _figure(answer: Answer) -> int:
    """Which fact is what comes first: a sum or a mean that the first fact is a part of, or that fact."""
    made = (at for at, fact in enumerate(answer.facts) if fact.op in _MADE_OF_SEVERAL and 0 in fact.of)
    return next(made, 0)


_MADE_OF_SEVERAL = (Aggregate.SUM.value, Aggregate.AVERAGE.value)
