"""Which of two or more is more, and by how much: units, projects or years side by side."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing
from bot.doubts.disputes import one_each, units_apart, unsettled, which_publisher
from bot.doubts.incomparable import of_other_units, too_few
from bot.language.counted import PHASES_LISTED
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import adding, facts, phrases
from bot.replying.adding import settled
from bot.replying.carried import carried_over
from bot.replying.citing import cite
from bot.replying.covered import sides_of, whose
from bot.replying.growing import Figure, growth
from bot.replying.narrowed import limited_to
from bot.replying.reasons import goals_of
from bot.replying.terms import beside_each_other
from bot.replying.verdicts import gap_held
from bot.replying.wanted import Wanted
from bot.shapes import POOLED, Shape
from store.plan import WORDS, Aggregate, Field, Plan
from store.sums import UnitSum, together
from store.targets import TargetView
from store.text import fold

_NOT_MONEY = frozenset(
    {(Field.YEAR,), (Field.DOCUMENT,), (Field.ORIGINAL,), (Field.INDICATOR,), (Field.QUALITY,), (Field.FILE,)}
    | {(Field.WEIGHT,), (Field.AGREEMENT,), *((field,) for field in WORDS)}
)


def _claims(question: Understanding) -> bool:
    plan = question.plan
    return (
        plan.compare
        and not (plan.change or plan.trend)
        and plan.fields not in _NOT_MONEY
        and not (question.asks_who_moved or question.asks_changes)
    )


class _Side(Struct, frozen=True):
    """One side of a comparison: its name, its amounts, and where among the facts they stand."""

    name: str
    yuan: Decimal
    at: tuple[int, ...]


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    if plan.terms:
        return beside_each_other(question, desk)
    views = desk.matching(plan.model_copy(update={"order": None}))
    if not views:
        return nothing(question, desk)
    wanted = Wanted.of(plan)
    views, disputed = one_each(views, wanted)
    if disputed:
        return unsettled(disputed, plan)
    unclear = which_publisher(views, plan) if plan.sides or len(plan.years) > 1 else None
    if unclear:
        return unclear
    rows = [(view, fact) for view in views if (fact := wanted.first(view))]
    stated: list[Fact] = [f for _, f in rows]
    sides = _sides([v for v, _ in rows], stated, question, desk)
    if len(sides) < 2:
        return too_few(views, rows, question, desk)
    if strangers := of_other_units(rows, plan):
        return strangers
    stated.extend(facts.derived(Aggregate.SUM, side.yuan, side.at) for side in sides if len(side.at) > 1)
    figures = [Figure(side.name, side.yuan, _figure(side, stated)) for side in sides]
    ends = _ends(figures, question)
    stated.append(facts.derived(Aggregate.DIFFERENCE, abs(ends[0].yuan - ends[1].yuan), [f.at for f in ends]))
    rate = growth(figures, question, stated) + gap_held(ends, question)
    label = f"{_subject(views, question, desk)}{wanted.title}"
    lines = [_not_equal(ends, question) + _verdict(sides, label, rate, grew=_grew(question))]
    lines.extend(_one_by_one(views, rows, sides, question))
    lines += wanted.left_out(len(views) - len(rows))
    said, of_them = carried_over(views, wanted, len(stated))
    lines, stated = [*lines, *said], [*stated, *of_them]
    lines.extend(_reasons(views, question, stated))
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), facts.choices(plan, views), plan)


def _not_equal(ends: Sequence[Figure], question: Understanding) -> str:
    """The plain no before the figures, where it is asked whether they are equal."""
    return "不一样：" if _ALIKE.search(question.text) and ends[0].yuan != ends[1].yuan else ""


_ALIKE = Pattern(
    "(?<!不)(?:一样|相等|相同|同样多)(?:多|高|大)?(?:的)?(?:吗|么|吧|不|没有|[?？]|$)|(?:是不是|是否)[^,，]{0,4}(?:一样|相等|相同)"
)


def _ends(figures: Sequence[Figure], question: Understanding) -> Sequence[Figure]:
    """What the difference is between: the two; of more the most and the least, or where it is asked how it grew the last year and the first."""
    if len(figures) == 2:
        return figures
    if _grew(question) and all(f.name.endswith("年") for f in figures):
        return [max(figures, key=lambda f: f.name), min(figures, key=lambda f: f.name)]
    return [max(figures, key=lambda f: f.yuan), min(figures, key=lambda f: f.yuan)]


def _grew(question: Understanding) -> bool:
    moved = bool(question.marks & (_MOVING - {Mark.PER_CENT})) or bool(_MOVED.search(question.text))
    return len(question.plan.years) > 2 and moved


_MOVED = Pattern("[增涨升降减]")


def _subject(views: Sequence[TargetView], question: Understanding, desk: Desk) -> str:
    """Whose figures are compared, as far as the sides do not say it: the year, the unit, the project."""
    plan = question.plan
    years, units, projects = ({getattr(v.target, name) for v in views} for name in ("year", "unit", "project"))
    if len(years) > 1 and len(plan.years) > 1:
        alone = len(units) == 1 and len(projects) > 1 and not plan.whole_branch and desk.book.below(next(iter(units)))
        several = whose(plan) or ("" if plan.projects else limited_to(plan) or "已导入的全部项目")
        unit = f"{next(iter(units))}{'本级' if alone else ''}" if len(units) == 1 else several
        return f"{unit}{phrases.project(next(iter(projects))) if len(projects) == 1 else ''}"
    gone_on = question.follows and len(units) > 1 and len(projects) == 1  # which is not said
    project = phrases.project(next(iter(projects))) if gone_on else ""
    return (f"{next(iter(years))}年" if len(years) == 1 else "") + project


def _at_large(question: Understanding, desk: Desk) -> Answer | None:
    """The sums of two years, or of kinds of units, side by side."""
    plan, wanted = question.plan, Wanted.of(question.plan)
    kinds = sides_of(plan)
    by_years = not plan.sides and len(plan.years) == 2 and len(plan.projects) <= 1
    sums = (
        settled(plan.model_copy(update={"order": None}), wanted, desk) if by_years or (kinds and len(plan.years) <= 1) else None
    )
    sides: dict[str, list[UnitSum]] = {}
    moved = question.marks & _MOVING or any(span.rule == "years.range" for span in question.spans)  # “去年到今年涨了多少”
    order = sorted(plan.years, reverse=True) if moved else plan.years
    names = [f"{year}年" for year in order] if by_years else [side.name for side in plan.sides]
    for one in sums or ():
        sides.setdefault(f"{one.year}年" if by_years else kinds.get(fold(one.unit), one.unit), []).append(one)
    if sums is None or len(sides) != 2 or set(sides) != set(names) or not all(map(adding.filled, sides.values())):
        return None
    compared = [_Side(name, together(sides[name]), tuple(range(adding.filled(sides[name])))) for name in names]
    stated = [adding.summed(side.yuan) for side in compared]
    stated.append(facts.derived(Aggregate.DIFFERENCE, abs(compared[0].yuan - compared[1].yuan), (0, 1)))
    figures = [Figure(side.name, side.yuan, at) for at, side in enumerate(compared)]
    rate = growth(figures, question, stated) + gap_held(figures, question)
    named = "".join(map(phrases.project, plan.projects))
    subject = (whose(plan) + named or limited_to(plan) or "已导入的全部项目") if by_years else adding.years_of(sums)
    lines = (_verdict(compared, f"{subject}{wanted.title}", rate), *adding.left_out(sums))
    cited = (f"只含已导入的 {desk.documents()} 份文件",)
    return Answer(Kind.ANSWER, lines, tuple(stated), cited, remembered=plan)


_MOVING = frozenset(
    {Mark.ROSE, Mark.FELL, Mark.GROWTH, Mark.DECLINE, Mark.PER_CENT}
)  # “去年到今年涨了多少”: the later year beside the earlier
_EACH_SHOWN = 4


def _one_by_one(
    views: Sequence[TargetView], rows: Sequence[tuple[TargetView, Fact]], sides: Sequence[_Side], question: Understanding
) -> list[str]:
    """Between two years of what several units or projects have: each of them, while they are few."""
    if len(sides) != 2 or len(question.plan.years) != 2:
        return []
    later, earlier = max(question.plan.years), min(question.plan.years)
    kept: dict[tuple[str, str], dict[int, Fact]] = {}
    for view, fact in rows:
        kept.setdefault((view.target.unit, view.target.project), {})[view.target.year] = fact
    if not 1 < len(kept) <= _EACH_SHOWN or len(kept) + 1 > len(rows):
        return []
    alike = len({project for _, project in kept}) == 1
    there = {(v.target.unit, v.target.project, v.target.year) for v in views}
    blank = {(*key, year): "没有可读的金额" for key in kept for year in (earlier, later) if (*key, year) in there}
    items = []
    for (unit, project), found in kept.items():
        said = [
            phrases.money(_yuan(found[y])) if y in found else f"{y}年{blank.get((unit, project, y), '没有')}"
            for y in (earlier, later)
        ]
        items.append(f"{unit if alike else f'{unit}{phrases.project(project)}'} {' → '.join(said)}")
    return [f"逐项：{'；'.join(items)}。"]


def _sides(views: Sequence[TargetView], stated: Sequence[Fact], question: Understanding, desk: Desk) -> list[_Side]:
    """What is compared: years where years are named, else units, else projects; several targets of a side add up."""
    keys, order = _dimension(views, question, desk)
    grouped: dict[str, list[int]] = {}
    for number, key in enumerate(keys):
        grouped.setdefault(key, []).append(number)
    names = [n for n in order if n in grouped] + [n for n in grouped if n not in order]
    return [_Side(n, sum((_yuan(stated[i]) for i in grouped[n]), Decimal(0)), tuple(grouped[n])) for n in names]


def _tops(plan: Plan, desk: Desk) -> dict[str, str]:
    """Of each unit (folded) the one of the plan that it is, or belongs to."""
    return {fold(low): unit for unit in reversed(plan.units) for low in (unit, *desk.book.below(unit))}


def _dimension(views: Sequence[TargetView], question: Understanding, desk: Desk) -> tuple[list[str], list[str]]:
    """By what the targets are told apart, each one's side, and the sides in the question's order."""
    plan = question.plan
    targets = [v.target for v in views]
    if plan.sides and len(plan.years) <= 1:
        kinds = sides_of(plan)
        return [kinds.get(fold(t.unit), t.unit) for t in targets], [side.name for side in plan.sides]
    if plan.whole_branch and len(plan.units) > 1 and len(plan.years) <= 1 and not plan.projects:
        tops = _tops(plan, desk)
        names = {unit: f"{unit}含所属" if desk.book.below(unit) else unit for unit in plan.units}
        return [names[tops[fold(t.unit)]] for t in targets], list(names.values())
    if len(plan.attributes) > 1 and len(plan.years) <= 1 and not plan.projects:
        kinds = {fold(name): name for name in plan.attributes}  # “常年项目和一次性项目哪个多”
        return [next(kinds[fold(f.text)] for f in t.facts if fold(f.text) in kinds) for t in targets], list(plan.attributes)
    if len(plan.projects) > 1 and len({t.project for t in targets}) == len(targets):
        return _by_project(views, question)
    if len(plan.years) > 1:
        later_first = question.marks & _MOVING or plan.checked
        years = sorted(plan.years, reverse=True) if later_first else plan.years
        return [f"{t.year}年" for t in targets], [f"{y}年" for y in years]
    apart = units_apart(views)
    if len(set(apart)) > 1 and (len(plan.units) > 1 or len({t.project for t in targets}) == 1):
        several_years = len({t.year for t in targets}) > 1
        return [f"{unit}{f'（{t.year}年）' if several_years else ''}" for unit, t in zip(apart, targets, strict=True)], list(
            plan.units
        )
    if len(plan.units) > 1 and not (plan.projects or plan.called or plan.whole_branch):
        return list(apart), list(plan.units)  # the other has nothing that could be set beside it
    return _by_project(views, question)


def _by_project(views: Sequence[TargetView], question: Understanding) -> tuple[list[str], list[str]]:
    plan, targets = question.plan, [v.target for v in views]
    several_years = len({t.year for t in targets}) > 1
    named = {t.project: f"{t.project}{f'（{t.year}年）' if several_years else ''}" for t in targets}
    grew = _MOVED.search(question.text) and any(span.rule == PHASES_LISTED for span in question.spans)
    order = plan.projects[::-1] if grew else plan.projects  # “一期到二期涨了多少”: the later beside the earlier
    return [named[t.project] for t in targets], [named[p] for p in order if p in named]


def _yuan(fact: Fact) -> Decimal:
    return fact.yuan if fact.yuan is not None else Decimal(0)


def _verdict(sides: Sequence[_Side], label: str, rate: str, *, grew: bool = False) -> str:
    listed = "，".join(
        f"{s.name} {phrases.money(s.yuan)}{'（' + str(len(s.at)) + ' 项相加）' if len(s.at) > 1 else ''}" for s in sides
    )
    if grew and all(side.name.endswith("年") for side in sides):
        ends = max(sides, key=lambda s: s.name), min(sides, key=lambda s: s.name)
        return f"{_between(*ends)}{rate}：{label}，{listed}。"
    if len(sides) > 2:
        most, least = max(s.yuan for s in sides), min(s.yuan for s in sides)
        first, last = (phrases.listed([s.name for s in sides if s.yuan == yuan]) for yuan in (most, least))
        rate = f"，相差 {phrases.money(most - least)}（本系统相减）{rate}"
        return f"{first}最多，{last}最少{rate}：{label}，{listed}。" if most > least else f"一样多：{label}，{listed}。"
    return f"{_between(*sides)}{rate}：{label}，{listed}。"


def _between(one: _Side, other: _Side) -> str:
    gap = one.yuan - other.yuan
    if gap == 0:
        return "一样多"
    return f"{one.name}比{other.name}{'多' if gap > 0 else '少'} {phrases.money(abs(gap))}（本系统相减）"


def _figure(side: _Side, stated: Sequence[Fact]) -> int:
    """The index of the fact that holds the side's figure."""
    if len(side.at) == 1:
        return side.at[0]
    return next(i for i, f in enumerate(stated) if f.op == Aggregate.SUM and f.of == side.at)


def _reasons(views: Sequence[TargetView], question: Understanding, stated: list[Fact]) -> list[str]:
    """为什么: the documents give no reason; their goals are quoted."""
    if Mark.WHY not in question.marks:
        return []
    quoted, told = goals_of(views)
    stated.extend(told)
    return [phrases.NO_REASON, *([quoted] if quoted else [])]


INTENT = Intent(
    name="comparisons",
    title="比较",
    claims=_claims,
    answer=_answer,
    heeds=POOLED | {Shape.COMPARE, Shape.AGGREGATE, Shape.BY, Shape.TERMS, Shape.OTHER_ORDER, Shape.CHECKED},
    at_large=_at_large,
    examples=("任圩和渠沟的下派干部经费哪个多", "渠沟比任圩多多少", "软件升级维护比工作经费多多少钱", "为什么渠沟比任圩多"),
    counterexamples=("哪个项目钱最多",),
)
