"""Whether forms say the same in a field that is words (项目来源、项目属性、项目期、主管部门、目标): in several years, of several projects or units, in both terms."""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from bot.answer import Answer, Desk, Fact, Intent, Kind, target_key
from bot.doubts.absence import nothing, which
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.covered import whose
from bot.replying.enumerating import PAGE, enumerate_items, itemised
from bot.replying.facts import ATTRIBUTES
from bot.shapes import Shape
from store.model import Horizon
from store.plan import WORDS, Aggregate, Field, Plan
from store.targets import TargetView
from store.text import fold

_LABELS = {
    Field.DEPARTMENT: "主管部门及代码",
    Field.ATTRIBUTE: "项目属性",
    Field.SOURCE: "项目来源",
    Field.PERIOD: "项目期",
}
_TWO = 2
_FEW = 4
_GOALS_SHOWN = 4  # of several projects: each is a sentence or more in every year
_ALIKE = Pattern(r"(?<!不)(?:一样|相同|一致)(?=的|有?哪|有几|\W*$)|(?<!有)没有?[变改动]|不变|未变")


def _claims(question: Understanding) -> bool:
    plan = question.plan
    return plan.compare and len(plan.fields) == 1 and plan.fields[0] in WORDS


class _Told(StrEnum):
    """What is said of the sides of one row."""

    ALIKE = "一样"
    APART = "不一样"
    UNTOLD = "没法比"


class _Side(Struct, frozen=True):
    """What one form says, or why it says nothing."""

    name: str
    words: Fact | None
    why: str = ""

    def text(self) -> str:
        """“2025年“上级补助””, “2026年 表上没填”."""
        return f"{self.name}{_printed(self.words)}" if self.words else f"{self.name} {self.why}"


class _Row(Struct, frozen=True):
    """What is set beside each other of one project, or of all that are named; `whose` is what the sides do not say."""

    whose: str
    sides: tuple[_Side, ...]

    def told(self) -> _Told:
        """Whether all of them say the same."""
        texts = {fold(side.words.value or "") if side.words else None for side in self.sides}
        return _Told.UNTOLD if None in texts or len(self.sides) < _TWO else _Told.ALIKE if len(texts) == 1 else _Told.APART

    def stated(self) -> Iterator[Fact]:
        """What its forms say."""
        return (side.words for side in self.sides if side.words)


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    if plan.order or plan.aggregate not in (None, Aggregate.COUNT):
        return Answer(Kind.CLARIFY, (phrases.NOT_CLAIMED,))  # words have no size
    named = plan.projects or plan.units or plan.attributes or plan.narrowed
    if not named and len(plan.years) < _TWO and not plan.terms:
        return which(question, desk)
    views = desk.matching(plan.model_copy(update={"aggregate": None, "count_of": None}))
    if not views:
        return nothing(question, desk)
    if plan.terms:
        rows = [_of_both_terms(view, plan) for view in views]
    else:
        rows = _of_years(views, plan, desk) if len(plan.years) > 1 else [_side_by_side(views, plan)]
    if len(rows) == 1 and plan.aggregate is None:
        return _one(rows[0], plan, views)
    named = plan.projects and plan.aggregate is None and len(rows) <= _FEW
    return _each(rows, plan, views) if named else _several(rows, views, question, desk)


def _label(plan: Plan) -> str:
    of = "" if plan.terms else phrases.HORIZONS[plan.horizon or Horizon.ANNUAL]
    return _LABELS.get(plan.fields[0], f"{of}目标")


def _of_both_terms(view: TargetView, plan: Plan) -> _Row:
    sides = (_side(f"{phrases.HORIZONS[term]}目标", [view], plan, term) for term in plan.terms)
    return _Row(facts.whose(view), tuple(sides))


def _of_years(views: Sequence[TargetView], plan: Plan, desk: Desk) -> list[_Row]:
    """A row of each unit's project, whoever published its forms, in the order of the years."""
    stated = sorted(_alike(views), key=lambda of: -of[0].target.year)
    number = Counter((of[0].target.year, _names(of[0])) for of in stated)
    twice = {names for (_year, names), count in number.items() if count > 1}
    table: dict[tuple[str, ...], dict[int, Sequence[TargetView]]] = {}
    for of in stated:
        names = _names(of[0])
        table.setdefault((*names, of[0].publisher if names in twice else ""), {})[of[0].target.year] = of
    years = sorted(plan.years)
    absent = {year: "没有这个项目的表" if year in desk.book.years else "没有导入绩效目标表" for year in years}
    return [
        _Row(
            facts.whose(next(iter(of_years.values()))[0], year=False),
            tuple(_side(f"{y}年", of_years[y], plan) if y in of_years else _Side(f"{y}年", None, absent[y]) for y in years),
        )
        for of_years in table.values()
    ]


def _names(view: TargetView) -> tuple[str, str]:
    return fold(view.target.unit), fold(view.target.project)


def _alike(views: Sequence[TargetView]) -> list[list[TargetView]]:
    """What is one target to the store together, as several documents of equal rank may state it."""
    found: dict[tuple[str, str, str, int], list[TargetView]] = {}
    for view in views:
        found.setdefault(target_key(view), []).append(view)
    return list(found.values())


def _side_by_side(views: Sequence[TargetView], plan: Plan) -> _Row:
    stated = _alike(views)
    firsts = [of[0] for of in stated]
    names = facts.labels(firsts) if len(firsts) > 1 else [facts.whose(firsts[0])]
    sides = [_side(name, of, plan) for name, of in zip(names, stated, strict=True)]
    found = {fold(view.target.project) for view in views}
    absent = [_Side(phrases.project(name), None, "没有可比的表") for name in plan.projects if fold(name) not in found]
    return _Row("", (*sides, *absent))


def _side(name: str, views: Sequence[TargetView], plan: Plan, horizon: Horizon | None = None) -> _Side:
    """What the form says, or the documents that state it, where these say the same."""
    said = [_words(view, plan.fields[0], horizon or plan.horizon or Horizon.ANNUAL) for view in views]
    if len({fold(one.value or "") if one else "" for one in said}) > 1:
        return _Side(name, None, "有级别相同的两份文件，写得不一样")
    return _Side(name, said[0], _why_none(views[0], plan, horizon))


def _words(view: TargetView, field: Field, horizon: Horizon) -> Fact | None:
    if field is not Field.GOAL:
        return facts.attribute(view, ATTRIBUTES[field])
    found = next((goal for goal in view.target.goals if goal.horizon is horizon), None)
    return facts.goal(view, found) if found else None


def _why_none(view: TargetView, plan: Plan, horizon: Horizon | None) -> str:
    field = plan.fields[0]
    horizon = horizon or plan.horizon or Horizon.ANNUAL
    empty = facts.blank(view, "goal", horizon) if field is Field.GOAL else facts.blank(view, ATTRIBUTES[field].value)
    return "表上没填" if empty else "表上没有这一栏"


def _printed(words: Fact) -> str:
    """As printed; the cell of a department holds its code as well."""
    return phrases.printed((words.value or "") if words.field == "goal" or words.source is None else words.source.raw)


def _one(row: _Row, plan: Plan, views: Sequence[TargetView]) -> Answer:
    """“不一样：甲局「河道保洁」的项目来源，2025年“上级补助”，2026年“本级预算安排”。”."""
    told, label = row.told(), _label(plan)
    about = f"{row.whose}的{label}" if row.whose else label
    if len(row.sides) == 1:
        lines = [f"没法比：只有一张表，{row.sides[0].text()}。"]
    elif told is _Told.ALIKE:
        names = phrases.listed([side.name for side in row.sides])
        lines = [f"一样：{about}，{names}都是{_printed(next(row.stated()))}。"]
    elif plan.fields == (Field.GOAL,) or len(row.sides) > _FEW:
        lines = [f"{told}：{about}：", *enumerate_items([side.text() for side in row.sides])]
    else:
        lines = [f"{told}：{about}，{'，'.join(side.text() for side in row.sides)}。"]
    stated = tuple(row.stated()) or (facts.name(views[0]),)
    return Answer(Kind.ANSWER, tuple(lines), stated, cite(stated, label), facts.choices(plan, views), plan)


def _each(rows: Sequence[_Row], plan: Plan, views: Sequence[TargetView]) -> Answer:
    """The same of a few that are named, one after the other."""
    told, label = {row.told() for row in rows}, _label(plan)
    verdict = told.pop() if len(told) == 1 else f"{len(rows)} 个项目"
    items = [f"{row.whose} {row.told()}：{'，'.join(side.text() for side in row.sides)}" for row in rows]
    stated = tuple(fact for row in rows for fact in row.stated()) or (facts.name(views[0]),)
    lines = (f"{verdict}：{label}。", *enumerate_items(items))
    return Answer(Kind.ANSWER, lines, stated, cite(stated, label), facts.choices(plan, views), plan)


def _several(rows: Sequence[_Row], views: Sequence[TargetView], question: Understanding, desk: Desk) -> Answer:
    """The projects that say otherwise, or the same where these are asked for; of the others how many there are."""
    plan, label = question.plan, _label(question.plan)
    asked = _Told.ALIKE if Mark.UNCHANGED in question.marks and _ALIKE.search(question.text) else _Told.APART
    if unloaded := [year for year in plan.years if year not in desk.book.years]:
        line = f"没法比：{phrases.years(unloaded)}没有导入绩效目标表。"
        return Answer(Kind.ANSWER, (line,), (facts.name(views[0]),), remembered=plan)
    told = {one: [row for row in rows if row.told() is one] for one in _Told}
    found = told[asked]
    others = [f"{one}的 {len(told[one])} 个" for one in (_Told.ALIKE, _Told.APART) if one is not asked and told[one]]
    others += [f"没法比的 {len(told[_Told.UNTOLD])} 个（有一边没有表或没填）"] if told[_Told.UNTOLD] else []
    rest = [f"另有{'，'.join(others)}。"] if others else []
    scope = f"{phrases.years(plan.years) if plan.years else ''}{whose(plan)}{label}{asked}的项目"
    if not found:
        stated = tuple({fact.year: fact for row in rows for fact in row.stated()}.values())
        lines = (f"一个也没有：{scope}（按单位和项目名称对照）。", *rest)
        return Answer(Kind.ANSWER, lines, stated, cite(stated, label), remembered=plan)
    items = [f"{row.whose} {_beside(row, asked)}" for row in found]
    goals = plan.fields == (Field.GOAL,)
    shown = itemised(items, desk.offset, _GOALS_SHOWN) if goals else enumerate_items(items, desk.offset)
    stated = tuple(fact for row in found for fact in row.stated())
    counted = [facts.derived(Aggregate.COUNT, None, range(len(stated)), value=str(len(found)))] if plan.aggregate else []
    lines = (f"{scope}有 {len(found)} 个（按单位和项目名称对照）：", *shown, *rest)
    cited, page = cite(stated, label), _GOALS_SHOWN if goals else PAGE
    return Answer(Kind.ANSWER, lines, (*stated, *counted), cited, remembered=plan, page=page)


def _beside(row: _Row, told: _Told) -> str:
    return f"都是{_printed(next(row.stated()))}" if told is _Told.ALIKE else "，".join(side.text() for side in row.sides)


INTENT = Intent(
    name="wordings",
    title="比较目标、来源、属性、项目期",
    claims=_claims,
    answer=_answer,
    heeds=frozenset({Shape.COMPARE, Shape.AGGREGATE, Shape.HORIZON, Shape.TERMS}),
    examples=("任圩和渠沟下派干部经费的目标一样吗", "软件升级维护的中期目标和年度目标一样吗", "软件升级维护的来源和去年一样吗"),
    counterexamples=("任圩和渠沟的下派干部经费哪个多", "软件升级维护的目标是什么", "软件升级维护的项目来源"),
)
