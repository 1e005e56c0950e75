"""Rankings from both ends at once: “最高和最低分别是哪个”, “前三名和后三名”."""

from collections.abc import Callable
from dataclasses import replace

from bot.answer import Answer, Desk, joined
from bot.question import Understanding

_Answers = Callable[[Understanding, Desk], Answer]


def both_ends(answer: _Answers) -> _Answers:
    """The answer for each end, one after the other; where both number what they list, no number is a choice."""

    def of_both(question: Understanding, desk: Desk) -> Answer:
        plan = question.plan
        if plan.order is None or plan.other_order is None:
            return answer(question, desk)
        plans = [plan.model_copy(update={"order": order, "other_order": None}) for order in (plan.order, plan.other_order)]
        both = joined([answer(replace(question, plan=one), desk) for one in plans])
        return replace(both, choices=(), remembered=plan, shown=None)

    return of_both
