"""Whether a figure is, or reaches, an amount that the question names: the figure as it stands, and yes or no in words."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from msgspec.structs import replace

from bot.answer import Answer, Desk, Fact, Intent, Kind, joined
from bot.doubts.absence import nothing
from bot.doubts.disputes import one_each, unsettled, which_publisher
from bot.doubts.lacking import why_none
from bot.language.checks import APART
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.agreed import agreeing
from bot.replying.citing import cite, disagreement
from bot.replying.enumerating import enumerate_items
from bot.replying.narrowed import limited_to
from bot.replying.verdicts import verdict
from bot.replying.wanted import Wanted, add_up
from bot.shapes import POOLED, Shape
from store.model import Horizon
from store.money import WAN, YI, plain
from store.names import NameType
from store.plan import Aggregate, AmountFilter, Comparator, Field, Plan
from store.targets import TargetView
from store.text import fold


def _claims(question: Understanding) -> bool:
    plan = question.plan
    shaped = plan.order or plan.compare or plan.aggregate not in (None, Aggregate.SUM)
    return bool(plan.checked) and plan.fields == (Field.AMOUNT,) and not shaped and not question.asks_net


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan, wanted = _of_both_scopes(question.plan), Wanted.of(question.plan)
    views = desk.matching(plan)
    if not views:
        return nothing(question, desk)
    views, disputed = one_each(views, wanted)
    if not plan.projects and (len(views) > 1 or (len(plan.units) == 1 and desk.book.below(plan.units[0]))):
        if disputed:
            return unsettled(disputed, plan)
        return which_publisher(views, plan) or _of_years(views, plan, desk)
    return _one(views[0], question) if len(views) == 1 else _several(views, plan, desk)


def _of_both_scopes(plan: Plan) -> Plan:
    """“185.9万，含下属364.1万” says what the unit has itself, and what it has with those below it."""
    several = plan.whole_branch and len(plan.units) == 1 and len(plan.checked) > 1 and not plan.projects
    return plan.model_copy(update={"whole_branch": False}) if several else plan


def _one(view: TargetView, question: Understanding) -> Answer:
    plan = question.plan
    wanted = Wanted.of(plan)
    fact = wanted.first(view)
    if fact is None or fact.yuan is None:
        why = why_none(view, wanted.kinds[0], wanted.horizon)
        line = f"{why}，没法比：{facts.whose(view)}{phrases.quoted(wanted.label(wanted.kinds[0]))}（没有填写不等于 0）。"
        stated: tuple[Fact, ...] = (facts.name(view),)
        return Answer(Kind.ANSWER, (line,), stated, cite(stated), remembered=plan)
    if of_a_line := _of_a_line(view, fact.yuan, question):
        return of_a_line
    beside: list[Fact] = []
    apart = _apart(fact.yuan, question, 0, beside)
    lines = [f"{phrases.money(fact.yuan)}，{verdict(fact.yuan, plan.checked)}{apart}：{facts.whose(view)}{wanted.title}。"]
    if _is_disputed(fact.yuan, question):
        lines += _elsewhere(view, fact, plan, beside) or _as_it_stands(view, fact, beside)
    differing = facts.listed(view) if wanted.plain else None
    if differing:
        lines.append(disagreement(view, differing))
    facts_of_it = (fact, *beside, *([differing] if differing else []))
    return Answer(Kind.ANSWER, tuple(lines), facts_of_it, cite(facts_of_it, wanted.cited), remembered=plan)


def _of_a_line(view: TargetView, yuan: Decimal, question: Understanding) -> Answer | None:
    """“签约6900还是6800”: of bare numbers that no money of the form is, the one that a line prints."""
    checked = question.plan.checked
    if len(checked) < _EITHER or any(limit.op is not Comparator.EQUAL or limit.yuan == yuan for limit in checked):
        return None
    told = [limit.yuan / (WAN if limit.yuan >= _AS_LARGE else 1) for limit in checked]  # 6900 was read as 万
    lines = [one for one in view.target.indicators if one.horizon is Horizon.ANNUAL and one.number in told]
    if len(lines) != 1 or _IN_MONEY.search(fold(question.text)):
        return None
    others = "".join(f"，不是{plain(number)}" for number in told if number != lines[0].number)
    said = f"{phrases.one_line(lines[0].value)}{others}：{facts.whose(view)}{lines[0].level2}{phrases.printed(lines[0].name)}。"
    stated = (facts.indicator(view, lines[0]),)
    return Answer(Kind.ANSWER, (said,), stated, cite(stated), remembered=question.plan)


_EITHER, _AS_LARGE = 2, 100_000  # yuan
_IN_MONEY = Pattern("[万亿元块]")


def _apart(yuan: Decimal, question: Understanding, place: int, beside: list[Fact]) -> str:
    """“，多 2.5 万元（本系统相减）” where it is asked by how much the figure, the fact at `place`, is more than an amount that is told."""
    told = {limit.yuan for limit in question.plan.checked}
    if len(told) != 1 or yuan in told or not APART.search(fold(question.text)):
        return ""
    much = yuan - told.pop()
    beside.append(facts.derived(Aggregate.DIFFERENCE, abs(much), (place,)))
    return f"，{'多' if much > 0 else '少'} {phrases.money(abs(much))}（本系统相减）"


def _as_it_stands(view: TargetView, fact: Fact, beside: list[Fact]) -> list[str]:
    """Where else the original says so, and that we change nothing."""
    words, facts_of_it = agreeing(view, fact)
    beside.extend(facts_of_it)
    return [*words, phrases.NO_CHANGES]


def _elsewhere(view: TargetView, fact: Fact, plan: Plan, beside: list[Fact]) -> list[str]:
    """Where the amount that was said stands in the same form, as another kind of money."""
    named = {c.yuan for c in plan.checked} - {fact.yuan}
    kinds = [f for f in view.target.fundings if f.yuan in named and (f.kind.value, f.horizon) != (fact.field, fact.horizon)]
    found = [(f, stated) for f in kinds if (stated := facts.amount(view, f.kind, f.horizon))]
    beside.extend(stated for _, stated in found)
    return [f"{phrases.money(f.yuan)}是同一张表的{phrases.quoted(phrases.kind_label(f.kind, f.horizon))}。" for f, _ in found]


def _several(views: Sequence[TargetView], plan: Plan, desk: Desk) -> Answer:
    wanted = Wanted.of(plan)
    stated: list[Fact] = []
    items = []
    for name, view in zip(facts.labels(views), views, strict=True):
        fact = wanted.first(view)
        if fact is None or fact.yuan is None:
            items.append(f"{name} {why_none(view, wanted.kinds[0], wanted.horizon)}")
            continue
        stated.append(fact)
        items.append(f"{name} {phrases.money(fact.yuan)}，{verdict(fact.yuan, plan.checked)}")
    lines = [f"{wanted.title}：", *enumerate_items(items, desk.offset)]
    if len(plan.projects) > 1 and len(stated) == len(views) and _adds_up(desk.question):
        total = add_up(stated)
        names = zip(facts.labels(views), stated, strict=True)
        items = [f"{name} {phrases.money(fact.yuan)}" for name, fact in names if fact.yuan is not None]
        first = f"{phrases.money(total)}，{_held(total, plan.checked, desk.question)}：{wanted.title}，{len(items)} 项{facts.ours(views)}。"
        lines = [first, *enumerate_items(items, desk.offset)]
        stated.append(facts.derived(Aggregate.SUM, total, range(len(stated))))
    shown = stated or [facts.name(v) for v in views]
    return Answer(Kind.ANSWER, tuple(lines), tuple(shown), cite(shown, wanted.cited), facts.choices(plan, views), plan)


def _adds_up(question: Understanding) -> bool:
    """Whether the projects are meant together: beside their names, some of which hold 加 themselves (“水库除险加固”)."""
    if _TOGETHER.search(question.without_names(NameType.PROJECT, NameType.UNIT)):
        return True
    named = (match for match in question.names if match.type in (NameType.PROJECT, NameType.UNIT))
    spans = sorted({(match.start, match.end) for match in named})
    return any(_PLUS.fullmatch(fold(question.text[end:start])) for (_start, end), (start, _end) in pairwise(spans))


_TOGETHER = Pattern(r"[+＋]|加(?:上|起来|在?一起|一块)|一共|总共|合计|总计|相加|共(?=\d)")
_PLUS = Pattern(r"[\s的,，]*(?:再|又)?加[\s,，]*")


def _of_years(views: Sequence[TargetView], plan: Plan, desk: Desk) -> Answer:
    """The units' sums, each year by itself: what was carried over would count twice."""
    years = desk.years(plan) or tuple(sorted({v.target.year for v in views}))
    said = [_of_units([v for v in views if v.target.year == year], year, plan, desk) for year in years]
    unsure = next((one for one in said if one.kind is Kind.CLARIFY), None)
    return unsure or replace(joined(said), remembered=plan)


def _of_units(views: Sequence[TargetView], year: int, plan: Plan, desk: Desk) -> Answer:
    """The sum of the units' projects; for a unit with subordinate units both scopes, labelled."""
    wanted = Wanted.of(plan)
    below = desk.book.below(plan.units[0]) if len(plan.units) == 1 and not plan.whole_branch else ()
    wider = plan.model_copy(update={"units": tuple(below), "years": (year,), "newest": None})
    others, disputed = one_each(desk.matching(wider) if below else [], wanted)
    if disputed:
        return unsettled(disputed, plan)
    mine, theirs = ([f for v in of if (f := wanted.first(v))] for of in (views, others))
    stated: list[Fact] = [*mine, *theirs]
    if not stated:
        return Answer(Kind.NOT_FOUND, (f"没法比：{year}年的表上没有可读的金额。",), remembered=plan)
    sums = [add_up(part) for part in (mine, stated) if part]
    each = len(plan.checked) > 1 and all(limit.yuan in sums for limit in plan.checked)  # “185.9万，含下属364.1万”
    lines, figures = [], []
    for level, part in (("本级" if below else "", mine), *([("含所属单位", stated)] if below else [])):
        whose = f"{phrases.listed(list(plan.units)) or limited_to(plan) or '已导入的全部项目'}{level}{year}年{wanted.title}"
        if not part:
            lines.append(f"没有可读的金额：{whose}。")
            continue
        total = add_up(part)
        told = tuple(limit for limit in plan.checked if limit.yuan == total) if each else plan.checked
        figures.append(facts.derived(Aggregate.SUM, total, range(len(part))))
        ours = facts.ours([*views, *others]) if len(part) > 1 else ""
        apart = _apart(total, desk.question, len(stated) + len(figures) - 1, figures)
        lines.append(f"{phrases.money(total)}，{_held(total, told, desk.question)}{apart}：{whose}，{len(part)} 个项目{ours}。")
    lines += phrases.left_out(len(views) + len(others) - len(stated))
    covered = f"只含已导入的 {desk.documents()} 份文件"
    return Answer(Kind.ANSWER, tuple(lines), (*stated, *figures), (*cite(stated), covered), remembered=plan)


def _held(yuan: Decimal, checked: Sequence[AmountFilter], question: Understanding) -> str:
    """The verdict; of a sum that is said in 亿 with some decimals, whether it is that when it is rounded so."""
    if all(limit.op is Comparator.EQUAL and limit.yuan != yuan for limit in checked):
        for found in _IN_YI.finditer(fold(question.text)):
            decimals = len(found["decimals"])
            if Decimal(found["number"]) == (yuan / YI).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):
                return f"四舍五入到小数点后 {decimals} 位是{found['number']}亿"
    return verdict(yuan, checked)


_IN_YI = Pattern(r"(?P<number>\d+\.(?P<decimals>\d{1,4}))\s*(?:个)?亿")


def _is_disputed(yuan: Decimal, question: Understanding) -> bool:
    """Whether another figure is held to be right; “是2.6万还是2.4万” only asks."""
    equal = [c.op.holds(yuan, c.yuan) for c in question.plan.checked if c.op is Comparator.EQUAL]
    return bool(equal) and not all(equal) and (not any(equal) or Mark.WRONG in question.marks)


INTENT = Intent(
    name="checks",
    title="核对金额",
    claims=_claims,
    answer=_answer,
    heeds=POOLED | {Shape.CHECKED, Shape.AGGREGATE},
    examples=("软件升级维护有没有超过100万", "软件升级维护是90万吗", "渠沟下派干部经费应该是4.46万吧", "工作经费到没到30万"),
    counterexamples=("10万以上的项目有哪些", "90万是干什么的"),
)
