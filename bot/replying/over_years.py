"""Over which years a sum is, where the question leaves it open: “三年一共” of two years, “一共” of one year of several."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.answer import Answer, Desk, Fact, Kind
from bot.book import stem_of
from bot.doubts.disputes import one_each
from bot.language.years import SO_MANY, so_many
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.wanted import Wanted, add_up
from store.model import FundingKind, Horizon
from store.plan import Aggregate, Field, GroupBy, Newest, Plan
from store.targets import TargetView


def with_years_said(answer: Answer, question: Understanding, desk: Desk) -> Answer:
    """The answer with what it leaves open: years that are missing of so many, the other years of a sum of one, the middle term."""
    plan = question.plan
    if answer.kind is not Kind.ANSWER or plan.fields != (Field.AMOUNT,) or plan.compare or plan.whole:
        return answer
    words = next((w for s in question.spans if s.rule == SO_MANY and so_many(w := question.text[s.start : s.end])), "")
    years = sorted({fact.year for fact in answer.facts if fact.year})
    if plan.by is GroupBy.YEAR and plan.order:  # the year that comes first is one of all that were ranked
        years = sorted({*plan.years} & {*desk.book.years_of(plan.projects, plan.units)})
    if words and plan.horizon is Horizon.MID_TERM and not question.terms:
        line = f"{phrases.quoted(words)}按{phrases.years(years)}表上的中期资金总额（整个实施期）答。"
        return _with(answer, [line])
    if words and len(years) < so_many(words):
        of_the_term, stated = _of_the_term(plan, years, desk)
        return _with(answer, [f"只有{phrases.years(years)}有表，不满{words}。", *of_the_term], stated)
    newest = bool(plan.projects) and not plan.years and plan.newest is Newest.EACH and plan.aggregate is Aggregate.SUM
    if not newest or question.follows:
        return answer
    if len({stem_of(project) for project in plan.projects}) == 1 < len(plan.projects):
        return _with(answer, *_of_every_phase(plan, desk, answer.facts))
    return _with(answer, *_of_every_year(plan, desk, len(answer.facts))) if len(years) == 1 else answer


def _of_every_phase(plan: Plan, desk: Desk, told: Sequence[Fact]) -> tuple[list[str], list[Fact]]:
    """What all years of a family's phases come to, where the sum is of the newest year of each; the same facts come to stand behind `told`."""
    if len({unit for _project, unit in desk.book.pairs(plan.projects, plan.units)}) != 1:
        return [], []
    views = _undisputed(plan, desk.book.years_of(plan.projects, plan.units), desk)
    stated = [fact for view in views if (fact := Wanted.of(plan).first(view))]
    if len(stated) < len(views) or {(f.project, f.year) for f in stated} <= {(f.project, f.year) for f in told}:
        return [], []
    total = add_up(stated)
    each = phrases.listed(
        [
            f"{fact.year}年{phrases.project(fact.project or '')} {phrases.money(fact.yuan)}"
            for fact in stated
            if fact.yuan is not None
        ]
    )
    carried, of_it = _carried(views, len(told) + len(stated) + 1)
    line = f"以上每一期只算最近一年；各年都算，共 {phrases.money(total)}{facts.ours(views)}：{each}{carried}。"
    return [line], [*stated, facts.derived(Aggregate.SUM, total, range(len(told), len(told) + len(stated))), *of_it]


def _carried(views: Sequence[TargetView], at: int) -> tuple[str, list[Fact]]:
    """“（其中上年结转 3 万元）”: what a year before had already is named, wherever years are added up; its facts stand from index `at` on."""
    stated = [fact for view in views if (fact := facts.amount(view, FundingKind.CARRYOVER, Horizon.ANNUAL)) and fact.yuan]
    carried = add_up(stated)
    summed = [facts.derived(Aggregate.SUM, carried, range(at, at + len(stated)))] if len(stated) > 1 else []
    return (f"（其中上年结转 {phrases.money(carried)}）" if stated else ""), [*stated, *summed]


def _of_the_term(plan: Plan, years: Sequence[int], desk: Desk) -> tuple[list[str], list[Fact]]:
    """What the newest of these forms that has a middle term says of it, of one project; nothing where none has."""
    views = _views(plan, years, desk)
    terms = [(view, fact) for view in views if (fact := facts.amount(view, FundingKind.TOTAL, Horizon.MID_TERM))]
    if not terms:
        return [], []
    view, fact = max(terms, key=lambda term: term[0].target.year)
    amount = phrases.money(fact.yuan) if fact.yuan is not None else ""
    return [f"{view.target.year}年表上的中期资金总额（整个实施期） {amount}。"] if amount else [], [fact]


def _of_every_year(plan: Plan, desk: Desk, at: int) -> tuple[list[str], list[Fact]]:
    """What all years of one project come to, with what each of them has; its facts come to stand from index `at` on."""
    views = _views(plan, desk.book.years_of(plan.projects, plan.units), desk)
    stated = [fact for view in views if (fact := Wanted.of(plan).first(view))]
    if len({fact.year for fact in stated}) < _SEVERAL or len(stated) < len(views):
        return [], []
    total = add_up(stated)
    each = phrases.listed([f"{fact.year}年 {phrases.money(fact.yuan)}" for fact in stated if fact.yuan is not None])
    carried, of_it = _carried(views, at + len(stated) + 1)
    line = f"各年相加 {phrases.money(total)}{facts.ours(views)}：{each}{carried}。"
    return [line], [*stated, facts.derived(Aggregate.SUM, total, range(at, at + len(stated))), *of_it]


_SEVERAL = 2


def _views(plan: Plan, years: Sequence[int], desk: Desk) -> list[TargetView]:
    """The forms of these years of one project of one unit, the oldest first; none of several, or where documents dispute its total."""
    return [] if len(desk.book.pairs(plan.projects, plan.units)) > 1 else _undisputed(plan, years, desk)


def _undisputed(plan: Plan, years: Sequence[int], desk: Desk) -> list[TargetView]:
    """The forms of these years, the oldest first; none where documents dispute a total, or only some money or some forms are asked for."""
    if plan.narrowed or plan.attributes or not Wanted.of(plan).plain:
        return []
    of_years = plan.model_copy(update={"years": tuple(years), "newest": None})
    views, disputed = one_each(desk.matching(of_years, money_only=True), Wanted.of(plan))
    return [] if disputed else sorted(views, key=lambda view: view.target.year)


def _with(answer: Answer, lines: Sequence[str], stated: Sequence[Fact] = ()) -> Answer:
    return replace(answer, lines=(*answer.lines, *lines), facts=(*answer.facts, *stated))
