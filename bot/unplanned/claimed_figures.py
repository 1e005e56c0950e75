"""Several figures of one form are claimed at once (“8000人×80元=64万对吗”): each is held against what is printed, and none is passed over."""

import re
from decimal import Decimal
from math import prod

from msgspec import Struct

from bot.answer import Answer, Desk, Fact, Kind
from bot.language.patterns import Pattern
from bot.language.quantities import UNITS
from bot.lines.measured import is_told
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.wanted import Wanted
from store.model import Horizon, Indicator
from store.money import WAN, YI, plain
from store.names import NameType
from store.plan import Newest, Plan
from store.targets import TargetView
from store.text import fold

_COUNTED = "|".join(sorted({*UNITS, "元", "块钱", "块", "工作日"} - {"对"}, key=lambda one: (-len(one), one)))
_FIGURE = Pattern(rf"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<scale>[万亿]?)(?:个(?=月|工))?(?P<unit>{_COUNTED})?")
_SIGN = r"(?:[×x*✕]|乘以?)"
_TIMES, _BEFORE, _BEHIND = Pattern(_SIGN), Pattern(rf"{_SIGN}\s*(?:每[^\W\d])?$"), Pattern(rf"^[/每\w]{{0,3}}?\s*{_SIGN}")
_ASIDE = Pattern(
    r"[×x*✕=\s,，、。?？!！]|乘以?|等于|得出?|(?:一共|总共|合计|总额|总计|共|预算|年度)?(?:是|就是|为|刚好|正好|应该|算下来)|一共|总共|合计|共|每(?:人|天|年|月|户|亩)?|按照?|标准|(?:20\d\d年|[今去前]年)的?"
    r"|(?:这样|这么)?(?:算|乘)(?:下来|出来|得)?|对(?:吗|不对|吧|么)|没错吧?|是吧|是吗|是不是|[吗吧么呢的了]|对(?=$)|/|补助?|发放?"
)
_LEAST = 2  # figures


class _Claim(Struct, frozen=True):
    """A figure as it was said."""

    said: str
    number: Decimal
    scale: str
    unit: str
    factor: bool  # it stands beside a sign that multiplies it

    @property
    def size(self) -> Decimal:
        """The number in full: 64万 is 640000."""
        return self.number * {"万": WAN, "亿": YI}.get(self.scale, 1)


def claimed_figures(question: Understanding, spoken_of: Plan | None, desk: Desk) -> Answer | None:
    """Each figure with the line, or the amount, that prints it or another; None where not several are claimed of one project."""
    text = _YEARS.sub("", question.without_names(NameType.PROJECT, NameType.UNIT))
    claims = [_claim(found, text) for found in _FIGURE.finditer(text)]
    counted = any(claim.unit and claim.unit not in _MONEY for claim in claims)
    if len(claims) < _LEAST or not counted or any(not (c.unit or c.scale) for c in claims):
        return None
    if (view := _view(question, spoken_of, desk)) is None:
        return None
    beside = [word for word in re.split(r"\0+", _ASIDE.sub("\0", _FIGURE.sub("\0", text))) if word]
    names = fold(" ".join([view.target.project, *(line.name for line in view.target.indicators)]))
    if any(word not in names for word in beside) or not (_ASKS.search(text) or _TIMES.search(text)):
        return None
    return _told(view, claims)


_YEARS = Pattern(r"20\d\d年(?:度)?(?:的)?")
_ASKS = Pattern(r"[吗吧么]|对不对|是不是")
_MONEY = frozenset({"元", "块", "块钱"})


def _view(question: Understanding, spoken_of: Plan | None, desk: Desk) -> TargetView | None:
    """The form of the one project that is named, or that was spoken of, of its newest year where none is said."""
    plan = question.plan if question.plan.projects or question.names else spoken_of
    if plan is None or len(plan.projects) != 1:
        return None
    years = {"years": question.plan.years, "newest": None if question.plan.years else Newest.EACH}
    views = desk.matching(Plan(projects=plan.projects, units=plan.units).model_copy(update=years))
    return views[0] if len(views) == 1 else None


def _claim(found: re.Match[str], text: str) -> _Claim:
    number = Decimal(found["number"].replace(",", ""))
    factor = bool(_BEFORE.search(text[: found.start()]) or _BEHIND.search(text[found.end() :]))
    return _Claim(re.sub(r"\s", "", found[0]), number, found["scale"], found["unit"] or "", factor)


def _told(view: TargetView, claims: list[_Claim]) -> Answer:
    stated: list[Fact] = []
    items = [_held(view, claim, stated) for claim in claims]
    lines = [f"{facts.whose(view)}，逐个对照：", *(f"{number}. {item}" for number, item in enumerate(items, 1))]
    factors = [claim.size for claim in claims if claim.factor]
    if len(factors) >= _LEAST:
        size = prod(factors, start=Decimal(1))
        claimed = _of_money(view, size, stated)
        lines.append(f"按您说的数相乘是{plain(size / WAN)}万，{claimed}（本系统相乘；表上没有写金额是这样算出来的）。")
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), remembered=facts.only(Plan(), view))


def _held(view: TargetView, claim: _Claim, stated: list[Fact]) -> str:
    """“6402人：“受益学生人数” 6402人，一致”, or what is printed in its place."""
    annual = [line for line in view.target.indicators if line.horizon is Horizon.ANNUAL] or list(view.target.indicators)
    same = (
        next((line for line in annual if is_told(line, claim.number, f"{claim.scale}{claim.unit}")), None) if claim.unit else None
    )
    if same is not None:
        return f"{claim.said}：{_printed(view, same, stated)}，一致"
    money = not claim.unit or claim.unit in _MONEY
    if money and (claim.scale or claim.size >= WAN):
        return f"{claim.said}：{_of_money(view, claim.size, stated)}"
    others = [
        _printed(view, line, stated) for line in annual if claim.unit and claim.unit in re.split(r"[/／每]", fold(line.value))[0]
    ]
    instead = f"，用“{claim.unit}”计的是{phrases.listed(others)}" if others else ""
    return f"{claim.said}：表上没有这个数{instead}"


def _of_money(view: TargetView, size: Decimal, stated: list[Fact]) -> str:
    fact = Wanted.of(Plan()).first(view)
    if fact is None or fact.yuan is None:
        return "表上没有可比的年度资金总额"
    stated.append(fact)
    return f"年度资金总额 {phrases.money(fact.yuan)}，{'一致' if fact.yuan == size else '不一致'}"


def _printed(view: TargetView, line: Indicator, stated: list[Fact]) -> str:
    stated.append(facts.indicator(view, line))
    return f"{phrases.printed(line.name)} {phrases.one_line(line.value)}"
