"""Whether the figures of one form agree (对得上): its total with its parts, a cost with the budget; what was found beside it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing, which
from bot.doubts.disputes import one_each
from bot.doubts.lacking import why_none
from bot.language.agreeing import GOAL_AND_LINES
from bot.language.patterns import Pattern
from bot.lines.beside_goals import beside_goals
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite, disagreement
from bot.replying.costs_of_forms import costs_of_forms, is_price
from bot.replying.enumerating import enumerate_items
from bot.replying.finding_facts import stated_in
from bot.replying.one_form import Form, annual_lines, shifted
from bot.replying.wanted import Wanted, add_up
from bot.shapes import MONEY, Shape
from store.model import FundingKind, Horizon, Indicator
from store.plan import Aggregate, Field, Plan
from store.targets import TargetView, fitting

_PARTS = (FundingKind.FISCAL, FundingKind.CARRYOVER, FundingKind.OTHER)
# Of seed/rules.tsv those that are about the money of a form.
_RULES = frozenset({"parts-differ", "cost-is-budget", "cost-is-rate", "cost-above-budget", "cost-differs", "amount-part"})
# Which forms are asked for: “哪些项目的成本比预算高”, “有没有成本超过预算的”
_WHICH_FORMS = Pattern("哪|有没有|有无|有[的吗么没]")
_SHOWN = 2  # findings in one reply
_SEVERAL = 2


def _claims(question: Understanding) -> bool:
    return question.plan.fields == (Field.AGREEMENT,)


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    scoped = plan.projects or plan.units or plan.narrowed or plan.attributes
    if not scoped and not plan.indicators.everything and not _WHICH_FORMS.search(question.text):
        return which(question, desk)  # a cost is one line of one form
    views = desk.matching(plan)
    if not views:
        return nothing(question, desk)
    if len(views) == 1 and (GOAL_AND_LINES.search(question.text) or _counts(views[0], plan)):
        lines, stated = beside_goals(views[0])
        return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), remembered=plan)
    if _WHICH_FORMS.search(question.text) and not (plan.projects or plan.indicators.everything):
        return costs_of_forms(views, question, desk)
    if len(views) == 1 and scoped:
        return _of_one(views[0], plan, desk)
    several = _of_several(views, facts.labels(views), plan, desk) if scoped else _of_all(views, plan, desk)
    far = _HOW_FAR.search(question.text) and not _adds(desk)
    return _with_sums_apart(several, views, plan) if far else several


_HOW_FAR = Pattern("哪个|谁|多少|差")


def _with_sums_apart(answer: Answer, views: Sequence[TargetView], plan: Plan) -> Answer:
    """Before what each form says how far two kinds of money are apart in all of them, which are of one year and in no dispute."""
    kinds = [kind for kind in plan.kinds if kind is not FundingKind.TOTAL]
    kept, disputed = one_each(views, Wanted.of(plan))
    found = [[f for view in kept if (f := facts.amount(view, kind, plan.horizon or Horizon.ANNUAL))] for kind in kinds]
    if len(kinds) != _SEVERAL or not any(found) or disputed or len({view.target.year for view in kept}) > 1:
        return answer
    if not all(found):
        blank = next(kind for kind, of in zip(kinds, found, strict=True) if not of)
        label = phrases.quoted(phrases.kind_label(blank, plan.horizon or Horizon.ANNUAL))
        return replace(answer, lines=(f"没法比：这些表上都没有填{label}或读不出（没有填写不等于 0）。", *answer.lines))
    first = len(answer.facts)
    ends = (first, first + len(found[0]), first + len(found[0]) + len(found[1]))
    sums = [facts.derived(Aggregate.SUM, add_up(of), range(*at)) for of, at in zip(found, pairwise(ends), strict=True)]
    one, other = (add_up(of) for of in found)
    apart = facts.derived(Aggregate.DIFFERENCE, abs(one - other), (ends[2], ends[2] + 1))
    said = [
        f"{phrases.kind_label(kind, plan.horizon or Horizon.ANNUAL)} {phrases.money(yuan)}{f'（{len(of)} 项相加）' if len(of) > 1 else ''}"
        for kind, yuan, of in zip(kinds, (one, other), found, strict=True)
    ]
    gap = f"{'多' if one > other else '少'} {phrases.money(abs(one - other))}" if one != other else "一样多"
    line = f"合计{said[0]}，比{said[1]}{gap}（本系统相加、相减，没有填或读不出的不计入）。"
    return replace(answer, lines=(line, *answer.lines), facts=(*answer.facts, *found[0], *found[1], *sums, apart))


def _counts(view: TargetView, plan: Plan) -> bool:
    """Whether lines that are no costs were spoken of: what they count stands in the goal as well."""
    lines = fitting(annual_lines(view), plan.indicators) if plan.indicators.names else ()
    return bool(lines) and not any("成本" in (line.level2 or "") for line in lines)


def _of_one(view: TargetView, plan: Plan, desk: Desk) -> Answer:
    form = Form(view, plan.horizon or Horizon.ANNUAL)
    total = form.amount(FundingKind.TOTAL)
    lines = _compared(form, total, plan, summed=_adds(desk))
    differing = facts.listed(view)
    if differing and total is not None:
        lines.append(disagreement(view, differing))
        form.stated.append(differing)
    lines += _found(view, form, desk)
    stated = form.stated or [facts.name(view)]
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), remembered=plan)


def _adds(desk: Desk) -> bool:
    """Whether what is named is held against the total: two kinds of money are added up then."""
    return bool(_TOTAL.search(desk.question.text))


_TOTAL = Pattern("总额|总数|总金额|总预算|合计|资金总|总的")


def _compared(form: Form, total: int | None, plan: Plan, *, summed: bool) -> list[str]:
    """What the plan sets beside each other in the form; the first line says whether it agrees."""
    view = form.view
    if total is None:
        why = why_none(view, FundingKind.TOTAL, form.horizon)
        return [f"没法比：{facts.whose(view)}{phrases.quoted(form.label(FundingKind.TOTAL))}{why}。"]
    if not plan.indicators.everything:
        return list(_of_costs(form, total, fitting(annual_lines(view), plan.indicators)))
    kinds = [kind for kind in plan.kinds if kind is not FundingKind.TOTAL]
    added = len(kinds) == _SEVERAL and summed
    lines = [_of_kinds_added(form, total, kinds)] if added else [*_of_a_kind(form, total, kinds)]
    parts = [kind for kind in _PARTS if form.amount(kind) is not None]
    lines += [] if lines and len(parts) < _SEVERAL else [_of_parts(form, total)]
    return [f"{lines[0]}：{facts.whose(view)}。", *(f"{line}。" for line in lines[1:])]


def _of_kinds_added(form: Form, total: int, kinds: Sequence[FundingKind]) -> str:
    """“财政拨款加其他资金等于总额吗”: what the two come to, beside the total; one that is not printed is named."""
    known = [(kind, place) for kind in kinds if (place := form.amount(kind)) is not None]
    blank = [
        f"{phrases.quoted(form.label(kind))}{why_none(form.view, kind, form.horizon)}"
        for kind in kinds
        if form.amount(kind) is None
    ]
    lacking = f"；{'，'.join(blank)}" if blank else ""
    whole = form.said(total, form.label(FundingKind.TOTAL))
    if not known:
        return f"没法比：{whole}{lacking}"
    said = "加".join(form.said(place, form.label(kind)) for kind, place in known)
    place = form.sum([place for _kind, place in known]) if len(known) > 1 else known[0][1]
    said += f"是 {phrases.money(form.yuan(place))}（本系统相加）" if len(known) > 1 else ""
    if form.yuan(place) == form.yuan(total):
        return f"相等：{said}，{whole}{lacking}"
    return f"不相等：{said}，比{whole}{form.difference(place, total)}{lacking}"


def _of_a_kind(form: Form, total: int, kinds: Sequence[FundingKind]) -> Iterable[str]:
    """The one kind of money that is named, beside the total; or two kinds, beside each other."""
    if not 1 <= len(kinds) <= _SEVERAL:
        return
    places = {kind: form.amount(kind) for kind in kinds} | ({FundingKind.TOTAL: total} if len(kinds) < _SEVERAL else {})
    said = [form.said(place, form.label(kind)) for kind, place in places.items() if place is not None]
    blank = [kind for kind, place in places.items() if place is None]
    if blank:
        why = [f"{phrases.quoted(form.label(kind))}{why_none(form.view, kind, form.horizon)}" for kind in blank]
        yield f"没法比：{'，'.join((*why, *said))}"
        return
    one, other = (place for place in places.values() if place is not None)
    if form.yuan(one) == form.yuan(other):
        yield f"相等：{said[0]}，{said[1]}"
    else:
        yield f"不相等：{said[0]}，比{said[1]}{form.difference(one, other)}"


def _of_parts(form: Form, total: int) -> str:
    """What the parts that are printed come to, beside the total; those that are not printed are named."""
    known = [(kind, place) for kind in _PARTS if (place := form.amount(kind)) is not None]
    blank = [form.label(kind) for kind in _PARTS if form.amount(kind) is None]
    lacking = f"；{phrases.listed([phrases.quoted(label) for label in blank])}没有填写金额" if blank else ""
    whole = form.said(total, form.label(FundingKind.TOTAL))
    if not known:
        return f"没法比：{whole}，各项来源表上都没有金额"
    parts = "、".join(form.said(place, form.label(kind)) for kind, place in known)
    summed = form.sum([place for _, place in known]) if len(known) > 1 else known[0][1]
    said = f"，相加 {phrases.money(form.yuan(summed))}（本系统相加）" if len(known) > 1 else ""
    if form.yuan(summed) == form.yuan(total):
        return f"各项来源与总额对得上：{parts}{said}，{whole}{lacking}"
    return f"各项来源与总额对不上：{parts}{said}，比{whole}{form.difference(summed, total)}{lacking}"


def _of_costs(form: Form, total: int, costs: Sequence[Indicator]) -> Iterable[str]:
    """What a cost (成本指标) says beside the total; a price of one thing is no whole cost."""
    whole = form.said(total, form.label(FundingKind.TOTAL))
    if not costs:
        yield f"没法比：{facts.whose(form.view)}没有填这类指标；{whole}。"
    for line in costs:
        fact = facts.indicator(form.view, line)
        named = f"{line.level2}{phrases.printed(line.name)} {phrases.one_line(line.value) or '表上没填'}"
        place = form.place(fact)
        if place is None:
            form.stated.append(fact)
            yield f"{named}不是金额，没法和{whole}比：{facts.whose(form.view)}。"
        elif is_price(line):
            yield f"{named}是单价，不能和{whole}直接比：{facts.whose(form.view)}。"
        elif form.yuan(place) == form.yuan(total):
            yield f"一样：{named}，{whole}（{facts.whose(form.view)}）。"
        else:
            yield f"不一样：{named}，比{whole}{form.difference(place, total)}（{facts.whose(form.view)}）。"


def _found(view: TargetView, form: Form, desk: Desk) -> list[str]:
    """What the rules found of these figures when the form was loaded."""
    target = view.target
    scope = Plan(publishers=(view.publisher,), projects=(target.project,), units=(target.unit,), years=(target.year,))
    found = [one for one in desk.findings(scope, _RULES) if one.finding.project == target.project]
    for one in found[:_SHOWN]:
        form.stated.extend(stated_in(one))
    return [f"核对提示（不是结论）：{phrases.one_line(one.finding.message)}" for one in found[:_SHOWN]]


def _of_several(views: Sequence[TargetView], names: Sequence[str], plan: Plan, desk: Desk) -> Answer:
    """Of each form the same in short, by its name."""
    stated: list[Fact] = []
    items = []
    for name, view in zip(names, views, strict=True):
        one = _of_one(view, plan, desk)
        shift = len(stated)
        stated.extend(shifted(fact, shift) for fact in one.facts)
        said = one.lines[0].replace("：" + facts.whose(view), "").replace("（" + facts.whose(view) + "）", "")
        items.append(f"{name} {said.removesuffix('。')}")
    lines = (f"{len(views)} 张表：", *enumerate_items(items, desk.offset))
    return Answer(Kind.ANSWER, lines, tuple(stated), cite(stated), facts.choices(plan, views), plan)


_AGREES = ("相等", "一样", "各项来源与总额对得上")


def _of_all(views: Sequence[TargetView], plan: Plan, desk: Desk) -> Answer:
    """Which of all forms do not agree; how many others were looked at, and of how many nothing can be told."""
    forms = [Form(view, plan.horizon or Horizon.ANNUAL) for view in views]
    first = [_compared(form, form.amount(FundingKind.TOTAL), plan, summed=_adds(desk))[0] for form in forms]
    untold = sum(line.startswith("没法比") for line in first)
    named = zip(facts.labels(views), views, first, strict=True)
    apart = [(name, view) for name, view, line in named if not line.startswith((*_AGREES, "没法比"))]
    years = phrases.years(sorted({view.target.year for view in views}))
    rest = f"（另有 {untold} 张没法比：要比的栏表上没有填全）" if untold else ""
    heading = f"{years} {len(views)} 张表"
    if not apart:
        stated = [facts.name(views[0])]
        return Answer(Kind.ANSWER, (f"{heading}，没有对不上的{rest}。",), tuple(stated), cite(stated), remembered=plan)
    listed = _of_several([view for _, view in apart], [name for name, _ in apart], plan, desk)
    return replace(listed, lines=(f"{heading}，对不上的 {len(apart)} 张{rest}：", *listed.lines[1:]))


INTENT = Intent(
    name="agreements",
    title="核对一张表的数是否对得上",
    claims=_claims,
    answer=_answer,
    heeds=MONEY | {Shape.INDICATORS},
    examples=(
        "软件升级维护的总额跟财政拨款对得上吗",
        "软件升级维护各项资金加起来等于总额吗",
        "任圩下派干部经费的成本指标和预算一样吗",
    ),
    counterexamples=("软件升级维护的资金构成", "软件升级维护的表有没有问题", "任圩和渠沟的下派干部经费一样多吗"),
)
