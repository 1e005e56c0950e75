"""Projects of the same amount (“金额一样的项目有哪些”, “哪两个项目钱一样多”, “有没有并列的”): which, of one year."""

from collections.abc import Sequence
from decimal import Decimal

from bot.answer import Answer, Desk, Fact, Kind
from bot.doubts.disputes import one_each, units_apart, unsettled
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import phrases
from bot.replying.citing import cite
from bot.replying.covered import whose
from bot.replying.many import TooMany
from bot.replying.wanted import Wanted
from store.names import NameType
from store.plan import Newest, Plan
from store.targets import TargetView
from store.text import fold

_MOST = 10  # groups in one reply
_EQUAL = r"(?:都|完全|正好|刚好|全)*(?:是)?(?:一模一样|一样多|一样高|一样大|一样|相同|相等|同样多|同额|并列|持平)"
_EQUAL_ALONE = (
    r"(?:都|完全|正好|刚好|全)*(?:是)?(?:一样[多高大]|相等|同样多|同额|并列|持平)"  # “一样的项目” may be those of one name
)
_MONEY = r"(?:的)?(?:预算)?(?:安排)?(?:金额|预算|钱数?|资金|经费|数额?|总额|额度)"
_SOME = r"(?:有没有|有哪些|有哪几个|有几个|有多少个?|是哪些|是哪几个|哪些|哪几个|哪[两俩]个|哪[两俩]项|几个|有|都是哪些|有吗)"
_PROJECT = r"(?:的)?(?:项目|几项|两项|那些|哪些|哪几个)"
_ASKED = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{_SOME}?{_MONEY}{_EQUAL}{_PROJECT}{_SOME}?",
        rf"{_SOME}(?:个)?(?:项目|项)?的?(?:{_MONEY}(?:是)?{_EQUAL}|(?:是)?{_EQUAL_ALONE})的?{_PROJECT}?",
        rf"{_MONEY}?并列的(?:项目)?{_SOME}?",
    )
)
_LEADING = Pattern(
    r"^(?:那|那么|请问|问下|帮我?查一?下|看看|看下|全[县区市旗镇]的?|所有|今年的?|去年的?|前年的?|(?:20)?\d\d年度?的?|里面?|中|的|和|与|跟|、)+"
)
_ENDING = Pattern(r"[呢吗啊呀的了么\s?？。!！]+$")
_BETWEEN_YEARS = Pattern(r"[跟和与比同][^,，]{0,4}(?:[去前上今]年|\d年)|[两几]年|年度之间|往年|历年|一直")


def equal_amounts(question: Understanding, desk: Desk) -> Answer | None:
    """The amounts that several projects have, the largest first; None where that is not what is asked."""
    plan = question.plan
    text = _ENDING.sub("", _LEADING.sub("", question.without_names(NameType.UNIT)))
    other = plan.projects or plan.amounts or plan.change or len(plan.years) > 1 or Mark.ELSEWHERE in question.marks
    if other or _BETWEEN_YEARS.search(fold(question.text)) or not any(pattern.fullmatch(text) for pattern in _ASKED):
        return None
    scope = {"units": plan.units, "years": plan.years, "called": plan.called, "whole_branch": plan.whole_branch}
    asked = Plan(newest=None if plan.years else Newest.SCOPE).model_copy(update=scope)
    try:
        views = desk.matching(asked, money_only=True)
    except TooMany:
        return None
    views, disputed = one_each(views, Wanted.of(asked))
    return unsettled(disputed, asked) if disputed else _told(views, asked, desk)


def _told(views: Sequence[TargetView], plan: Plan, desk: Desk) -> Answer:
    wanted = Wanted.of(plan)
    groups: dict[Decimal, list[tuple[str, Fact]]] = {}
    for view, unit in zip(views, units_apart(views), strict=True):
        fact = wanted.first(view)
        if fact is not None and fact.yuan is not None:
            groups.setdefault(fact.yuan, []).append((f"{unit}{phrases.project(view.target.project)}", fact))
    shared = sorted(((yuan, of) for yuan, of in groups.items() if len(of) > 1), reverse=True, key=lambda pair: pair[0])
    years = phrases.years([view.target.year for view in views])
    covered = f"只含已导入的 {desk.documents()} 份文件"
    if not shared:
        return Answer(
            Kind.ANSWER, (f"没有：{years}{whose(plan)}没有两个项目的预算安排金额相同。",), cited=(covered,), remembered=plan
        )
    items = [f"{phrases.money(yuan)}：{'、'.join(name for name, _ in of)}" for yuan, of in shared[:_MOST]]
    more = f"（先列 {_MOST} 组）" if len(shared) > _MOST else ""
    first = f"{years}{whose(plan)}预算安排金额相同的有 {len(shared)} 组{more}："
    stated = tuple(fact for _, of in shared[:_MOST] for _, fact in of)
    lines = (first, *(f"{number}. {item}" for number, item in enumerate(items, 1)))
    return Answer(Kind.ANSWER, lines, stated, cite(stated), remembered=plan)
