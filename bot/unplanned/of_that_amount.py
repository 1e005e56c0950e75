"""An amount tells which project is meant, and something else of it is asked (“66万的项目去年多少”, “310万那个其他资金多少”)."""

from collections.abc import Callable
from decimal import Decimal

from msgspec.structs import replace

from bot.answer import Answer, Desk, Kind, joined
from bot.language.amounts import AMOUNT, yuan_of
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from store.model import FundingKind, Horizon
from store.plan import AmountFilter, Comparator, Plan
from store.targets import TargetView
from store.text import fold

_YEAR = r"(?:20\d\d年度?|[今去前]年|上年|本年)"
_KIND = r"(?:财政拨款|财政|其[他它]资金|其[他它]|自有资金|自筹|(?:上年)?结转|中期|三年|总额|年度资金总额)"
_ASKS = r"(?:一共|总共|合计)?(?:是|有|安排|批|给|拨)?(?:了)?(?:多少|几)(?:钱|万元?|资金)?"
_ASKED = Pattern(
    rf"(?:那|那个|这个|请问|查一?下)?(?P<of>{_YEAR})?(?:的)?(?P<amount>{AMOUNT})(?:的)?(?:那|这)?(?:个|笔|项)?(?:钱|资金)?(?:的)?(?P<what>项目|单位)?(?:的)?[,，]?(?:它)?(?:的)?"
    rf"(?P<asked>(?P<year>{_YEAR})(?:的)?{_KIND}?(?:{_ASKS}|呢)|{_KIND}(?:资金)?(?:总额)?(?:{_ASKS}|呢))[呢啊呀\s?？。!！]*"
)
_MOST = 3  # projects


def of_that_amount(question: Understanding, desk: Desk, ask: Callable[[str], tuple[Understanding, Answer]]) -> Answer | None:
    """What is asked of the projects whose annual total that is, of another year than is asked for; None where no or too many have it.

    `ask` answers other words by themselves.
    """
    plan = question.plan
    found = _ASKED.fullmatch(fold(question.text))
    yuan = yuan_of(found["amount"]) if found else None
    if found is None or yuan is None or plan.projects or plan.units or question.follows:
        return None
    unit = found["what"] == "单位"
    views = _having(yuan, found["of"], plan.years, desk) or (_having(yuan, None, (), desk) if unit else [])
    if not 1 <= len(views) <= _MOST:
        return None
    year = "" if found["year"] else f"{views[0].target.year}年"
    names = dict.fromkeys(f"{view.target.unit}{'' if unit else view.target.project}" for view in views)
    answers = [ask(f"{name}{year}{found['asked']}")[1] for name in names]
    if any(answer.kind not in (Kind.ANSWER, Kind.NOT_FOUND) for answer in answers):
        return None
    answer = joined(answers)
    stated = [fact for view in views if (fact := facts.amount(view, FundingKind.TOTAL, Horizon.ANNUAL))]
    said = phrases.listed([facts.whose(view) for view in views])
    line = f"{phrases.money(yuan)}是{said}的年度资金总额。"
    cited = tuple(dict.fromkeys((*answer.cited, *cite(stated))))
    return replace(answer, lines=(*answer.lines, line), facts=(*answer.facts, *stated), cited=cited)


def _having(yuan: Decimal, said: str | None, asked: tuple[int, ...], desk: Desk) -> list[TargetView]:
    """The targets with that total, of the year that is said of it, else of the newest that has any and is not asked for."""
    years = [year for year in reversed(desk.book.years) if year not in asked or len(desk.book.years) == 1]
    if said:
        years = list(asked[:1])
    limit = (AmountFilter(op=Comparator.EQUAL, yuan=yuan),)
    found = (desk.matching(Plan(years=(year,), amounts=limit), money_only=True) for year in years)
    return next((views for views in found if views), [])
