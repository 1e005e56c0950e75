"""An amount tells which project is meant, and something else of it is asked (“66万的项目去年多少”, “310万那个其他资金多少”)."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from bot.answer import Answer, Desk, Fact, Kind, joined
from bot.doubts.disputes import one_each
from bot.language.amounts import AMOUNT, yuan_of
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.narrowed import MOST_READ
from bot.replying.wanted import Wanted
from store.model import FundingKind, Horizon
from store.plan import Aggregate, AmountFilter, Comparator, Plan
from store.sums import UnitSum
from store.targets import TargetView
from store.text import fold

_YEAR = r"(?:20\d\d年度?|[今去前]年|上年|本年)"
_KIND = r"(?:财政拨款|财政|其[他它]资金|其[他它]|自有资金|自筹|(?:上年)?结转|中期|三年|总额|年度资金总额)"
_ASKS = r"(?:一共|总共|合计)?(?:是|有|安排|批|给|拨)?(?:了)?(?:多少|几)(?:钱|万元?|资金)?"
_ASKED = Pattern(
    rf"(?:那|那个|这个|请问|查一?下)?(?P<of>{_YEAR})?(?:的)?(?P<amount>{AMOUNT})(?:的)?(?:那|这)?(?:个|笔|项)?(?:钱|资金)?(?:的)?(?P<what>项目|单位)?(?:的)?[,，]?(?:它)?(?:的)?"
    rf"(?P<asked>(?P<year>{_YEAR})(?:的)?{_KIND}?(?:{_ASKS}|呢)|{_KIND}(?:资金)?(?:总额)?(?:{_ASKS}|呢))[呢啊呀\s?？。!！]*"
)
_MOST = 3  # projects, or units


def of_that_amount(question: Understanding, desk: Desk, ask: Callable[[str], tuple[Understanding, Answer]]) -> Answer | None:
    """What is asked of the projects whose annual total that is, or the units whose projects come to it; None where no or too many have it.

    `ask` answers other words by themselves.
    """
    plan = question.plan
    found = _ASKED.fullmatch(fold(question.text))
    yuan = yuan_of(found["amount"]) if found else None
    if found is None or yuan is None or plan.projects or plan.units or question.follows:
        return None
    years = _years(found["of"], plan.years, desk)
    told = _of_units(yuan, years, desk) if found["what"] == "单位" else _of_projects(yuan, years, desk)
    if not 1 <= len(told) <= _MOST:
        return None
    year = "" if found["year"] else f"{told[0].year}年"
    answers = [ask(f"{name}{year}{found['asked']}")[1] for name in dict.fromkeys(one.name for one in told)]
    if any(answer.kind not in (Kind.ANSWER, Kind.NOT_FOUND) for answer in answers):
        return None
    answer = joined([*answers, *(Answer(Kind.NOT_FOUND, (), one.stated, cite(one.stated)) for one in told)])
    added = "".join(dict.fromkeys(one.added for one in told))
    line = f"{phrases.money(yuan)}是{phrases.listed([one.whose for one in told])}的年度资金总额{added}。"
    return replace(answer, lines=(*answer.lines, line))


class _Told(Struct, frozen=True):
    """What has the amount: how it is asked about, of which year, whose it is in the reply, the facts, and that we added them up."""

    name: str
    year: int
    whose: str
    stated: tuple[Fact, ...]
    added: str = ""


def _years(said: str | None, asked: tuple[int, ...], desk: Desk) -> list[int]:
    """The year that is said of the amount, else those that are not asked for, the newest first."""
    if said:
        return list(asked[:1])
    return [year for year in reversed(desk.book.years) if year not in asked or len(desk.book.years) == 1]


def _of_projects(yuan: Decimal, years: Sequence[int], desk: Desk) -> list[_Told]:
    """The projects with that total, of the first of the years that has any."""
    limit = (AmountFilter(op=Comparator.EQUAL, yuan=yuan),)
    found = (desk.matching(Plan(years=(year,), amounts=limit), money_only=True) for year in years)
    views = next((views for views in found if views), [])
    return [_Told(f"{v.target.unit}{v.target.project}", v.target.year, facts.whose(v), _totals([v])) for v in views]


def _of_units(yuan: Decimal, years: Sequence[int], desk: Desk) -> list[_Told]:
    """The units whose own projects come to that, of the first of the years that has any."""
    for year in years:
        sums = desk.sums(Plan(years=(year,)), FundingKind.TOTAL, Horizon.ANNUAL) or []
        units = [one for one in sums if one.filled and not one.disputed and one.yuan == yuan and one.targets <= MOST_READ]
        if units:
            return [_of_unit(one, desk) for one in units[: _MOST + 1]]
    return []


def _of_unit(one: UnitSum, desk: Desk) -> _Told:
    plan = Plan(units=(one.unit,), years=(one.year,))
    views = [view for view in desk.matching(plan, money_only=True) if view.publisher == one.publisher]
    parts = _totals(one_each(views, Wanted.of(plan))[0])
    several = len(parts) > 1
    stated = (*parts, facts.derived(Aggregate.SUM, one.yuan, range(len(parts)))) if several else parts
    added = phrases.ours(printed=one.prints_totals) if several else ""
    own = "本级" if desk.book.below(one.unit) else ""
    return _Told(one.unit, one.year, f"{one.unit}{own}{one.year}年 {one.filled} 个项目", stated, added)


def _totals(views: Sequence[TargetView]) -> tuple[Fact, ...]:
    stated = (facts.amount(view, FundingKind.TOTAL, Horizon.ANNUAL) for view in views)
    return tuple(fact for fact in stated if fact)
