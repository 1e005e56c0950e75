"""How much more or less each unit has than in another year: the sums of its projects side by side."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from bot import facts, phrases
from bot.absence import nothing
from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.citing import cite
from bot.covered import whose
from bot.disputes import one_each, units_apart, unsettled
from bot.enumerating import enumerate_items
from bot.question import Understanding
from bot.wanted import Wanted, add_up
from store.plan import Aggregate


def _claims(question: Understanding) -> bool:
    return question.asks_changes


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan, wanted = question.plan, Wanted.of(question.plan)
    views, disputed = one_each(desk.matching(plan, money_only=True), wanted)
    if disputed:
        return unsettled(disputed, plan)
    named = list(zip(units_apart(views), views, strict=True))
    rows = [(unit, fact) for unit, view in named if (fact := wanted.first(view))]
    blank = [(unit, view.target.year) for unit, view in named if not wanted.first(view)]
    stated = [fact for _, fact in rows]
    if not stated:
        return nothing(question, desk)
    earlier, later = sorted(plan.years)
    items: list[str] = []
    derived: list[Fact] = []
    at: dict[tuple[str, int | None], list[int]] = {}
    for number, (unit, fact) in enumerate(rows):
        at.setdefault((unit, fact.year), []).append(number)
    blanks = Counter(blank)
    for unit in dict.fromkeys(unit for unit, _ in named):
        sides = [at.get((unit, year), []) for year in (earlier, later)]
        lacking = [blanks[unit, year] for year in (earlier, later)]
        words, figures = _change(sides, lacking, stated, len(stated) + len(derived))
        items.append(f"{unit} {words}")
        derived.extend(figures)
    whole = f"各{plan.called}" if plan.called else f"{whose(plan)}各单位"
    head = f"{whole}{wanted.title}，{earlier}年 → {later}年（本系统相加、相减）："
    missing = [f"另有 {len(blank)} 个项目没有可读的金额，没有计入。"] if blank else []
    lines = (head, *enumerate_items(items, desk.offset), *missing)
    return Answer(Kind.ANSWER, lines, (*stated, *derived), cite(stated), remembered=plan)


def _change(sides: Sequence[Sequence[int]], lacking: Sequence[int], stated: Sequence[Fact], first: int) -> tuple[str, list[Fact]]:
    """The two sums and their difference, in words and as facts; `first` is where these stand among the reply's.

    Where there is no amount of one year there is no difference: what is not there, or was not filled in (`lacking`), is not 0.
    """
    sums = [add_up([stated[n] for n in side]) for side in sides]
    said = [
        f"{phrases.money(yuan)}（{len(side)} 个项目）" if side else f"{blank} 个项目没有可读的金额" if blank else "没有项目"
        for yuan, side, blank in zip(sums, sides, lacking, strict=True)
    ]
    figures = [facts.derived(Aggregate.SUM, yuan, side) for yuan, side in zip(sums, sides, strict=True) if side]
    words = " → ".join(said)
    if not all(sides):
        return words, figures
    gap = sums[1] - sums[0]
    figures.append(facts.derived(Aggregate.DIFFERENCE, abs(gap), (first, first + 1)))
    return f"{words}，{_way(gap)}", figures


def _way(gap: Decimal) -> str:
    return f"{'多' if gap > 0 else '少'} {phrases.money(abs(gap))}" if gap else "一样多"


INTENT = Intent(
    name="changes",
    title="各单位比上一年增减多少",
    claims=_claims,
    answer=_answer,
    examples=("各单位2024年比2023年多多少",),
    counterexamples=("渠沟比任圩多多少", "各单位分别多少钱"),
)
