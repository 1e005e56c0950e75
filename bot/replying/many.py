"""How many targets one answer may read: a question about more is answered from sums of the database, or asked back."""

from collections.abc import Callable

from bot.answer import Answer, Desk, Kind, Run
from bot.question import Understanding
from store.plan import Aggregate, Field, Plan
from store.targets import TargetView, read_of

MOST_READ = 1_000  # targets with all that their forms say: about a second
MOST_ADDED = 3_000  # targets of which only the money is read: about as long
MOST_COMPARED = 100_000  # pairs of a part and a target of its whole: each part is set beside the whole anew
_KEPT = 4  # readings of one question that are kept, as several parts of an answer look at the same targets

Answers = Callable[[Understanding, Desk], Answer]
AtLarge = Callable[[Understanding, Desk], Answer | None]


class TooMany(Exception):
    """A question is about so many targets that they are not read; `number` says how many."""

    def __init__(self, number: int) -> None:
        super().__init__(f"{number} targets are not read for one answer")
        self.number = number


def compared(parts: int, whole: int) -> None:
    """Raises `TooMany` where so many parts would each be set beside a whole of so many targets."""
    if parts * whole > MOST_COMPARED:
        raise TooMany(whole)


def bounded(run: Run, size: Callable[[Plan], int], most: Callable[[Plan], int]) -> Run:
    """The same reading, which raises `TooMany` rather than read more than an answer may.

    `most` says without asking the store how many targets there may be at most, `size` how many there are.  What was read last is kept: it is for one question, whose plans often differ in nothing that is read.
    """
    kept: dict[tuple[Plan, bool], list[TargetView]] = {}

    def read(plan: Plan, *, money_only: bool = False) -> list[TargetView]:
        key = (read_of(plan), money_only)
        if key not in kept:
            limit = MOST_ADDED if money_only else MOST_READ
            number = size(plan) if most(plan) > limit else 0
            if number > limit:
                raise TooMany(number)
            if len(kept) == _KEPT:
                kept.pop(next(iter(kept)))
            kept[key] = run(plan, money_only=money_only)
        return list(kept[key])

    return read


def asked_back(answer: Answers, question: Understanding, desk: Desk, at_large: AtLarge = lambda _question, _desk: None) -> Answer:
    """The answer; where it is about more than is read, the one at large, or else a question back that says so."""
    try:
        return answer(question, desk)
    except TooMany as many:
        return at_large(question, desk) or _too_many(question, many.number)


def _too_many(question: Understanding, number: int) -> Answer:
    """Says how many targets the question is about, and what would narrow it; it states no figure of theirs."""
    plan = question.plan
    if plan.aggregate in (Aggregate.SHARE, Aggregate.PLACE):
        line = f"这一问要和 {number} 个项目放在一起比，太多，没有一一查看，也没有给出数：请说明在哪个单位、哪一年里比。"
        return Answer(Kind.CLARIFY, (line,), remembered=plan)
    said = (plan.units and not plan.called, plan.projects, len(plan.years) == 1)
    missing = [word for word, named in zip(("单位", "项目名称", "年度"), said, strict=True) if not named]
    every = "全部要核对的地方，请管理员用 wenxiao admin findings 看。"
    line = f"这一问涉及 {number} 个项目，太多，没有一一查看，也没有给出数：请说明{'、'.join(missing) or '是其中哪几个'}，缩小范围再问。"
    return Answer(Kind.CLARIFY, (line, *([every] if Field.QUALITY in plan.fields else ())), remembered=plan)
