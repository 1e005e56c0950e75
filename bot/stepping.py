"""“下一个”, “上一个” after one of a list was chosen: its neighbour in that list."""

from bot.language.patterns import Pattern
from bot.memory import Memory
from store.plan import Plan
from store.text import normalized

_STEP = Pattern(
    r"\s*(?:那|再|看|查|我?要|就)*(?P<way>[下上前后])(?:面)?一?(?:个|项|条)(?:项目|单位)?(?:呢|吧|的|啊|呀|是啥|是什么|多少|多少钱|是多少)*[\s?？。!！]*"
)


def stepped(text: str, before: Memory) -> Plan | None:
    """The plan of the neighbour; None where none is meant, where it has none, or where nothing was chosen before."""
    step, last = _STEP.fullmatch(normalized(text)), before.shown or before.plan
    at = [n for n, choice in enumerate(before.choices) if last is not None and _scope(choice.plan) == _scope(last)]
    if step is None or len(at) != 1:
        return None
    place = at[0] + (1 if step["way"] in "下后" else -1)
    return before.choices[place].plan if 0 <= place < len(before.choices) else None


def _scope(plan: Plan) -> tuple[object, ...]:
    return plan.projects, plan.units, plan.years, plan.publishers, plan.alone, plan.whole_branch
