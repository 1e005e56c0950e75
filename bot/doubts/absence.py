"""没有, in its kinds: the year is not loaded, the scope holds no such thing, the name is unknown.

Other years are offered as choices.  No reply of this file holds an amount.
"""

from collections.abc import Sequence

from bot.answer import Answer, Choice, Desk, Kind
from bot.doubts.unknown_names import unknown
from bot.question import Understanding
from bot.replying import phrases
from bot.replying.covered import own_only, whose
from bot.replying.left_unsaid import having_below
from bot.replying.narrowed import limits_of
from bot.replying.wanted import Wanted
from store.model import FundingKind, Horizon
from store.plan import Field, Newest, Plan

_MOST_CHOICES = 5


def nothing_to_ask(desk: Desk) -> str:
    """Why there is no target at all: nothing is loaded, or nothing but self-evaluations or lists."""
    known = desk.book.catalogue
    if known.evaluated:
        return phrases.ONLY_EVALUATED
    return phrases.ONLY_LISTED if known.listed else phrases.EMPTY_STORE


def nothing(question: Understanding, desk: Desk) -> Answer:
    """Why the plan's scope holds nothing, told apart by what is missing."""
    plan = question.plan
    if plan.projects and not desk.book.pairs(plan.projects, ()) and desk.evaluations(Plan(projects=plan.projects)):
        return _only_evaluated(plan)
    if not desk.book.catalogue.entries:
        return Answer(Kind.NOT_FOUND, (nothing_to_ask(desk),))
    unloaded = [y for y in plan.years if y not in desk.book.years]
    if unloaded and len(unloaded) == len(plan.years):
        return _year_not_loaded(plan, unloaded, desk)
    if plan.amounts or plan.percents or plan.attributes:
        return _nothing_so_limited(plan, desk)
    if plan.projects and plan.units and not desk.book.holds(plan.projects, plan.units):
        return _not_together(plan, desk)
    held = desk.book.years_of(plan.projects, plan.units) if plan.projects or plan.units else ()
    if plan.years and held:
        return _nothing_so_limited(plan, desk) if {*plan.years} & {*held} else _other_years(plan, desk)
    if question.unused and not (plan.projects or plan.units):
        return unknown(question.unused, question, desk)
    return _none_at_all(plan, desk)


def _none_at_all(plan: Plan, desk: Desk) -> Answer:
    """None of the years that are meant has such a thing; of money the others that have it are offered."""
    newest = desk.book.years_of(plan.projects, plan.units)[-1:] if plan.newest is Newest.SCOPE else desk.book.years
    years = plan.years or newest
    money = phrases.listed(
        [phrases.kind_label(kind, plan.horizon or Horizon.ANNUAL) for kind in plan.kinds or (FundingKind.TOTAL,)]
    )
    asked = (
        bool(plan.kinds or plan.horizon) and not plan.stated
    )  # of those that state something none does, whatever money is asked for
    limits = f"写有{money}" if asked else limits_of(plan)
    line = f"没有符合条件的项目：已导入的{phrases.years(years)}的文件里，{f'{limits}的' if limits else '这样的'}一个也没有。"
    others = sorted(set(desk.filled(plan)) - set(years), reverse=True) if asked and years else []
    choices = [Choice(f"看{y}年", plan.model_copy(update={"years": (y,), "newest": None})) for y in others[:_MOST_CHOICES]]
    lines = (line, *(_offered([c.label for c in choices]) if choices else ()))
    return Answer(Kind.NOT_FOUND, lines, choices=tuple(choices), remembered=plan)


def _only_evaluated(plan: Plan) -> Answer:
    """There is no target of the project, and its self-evaluation is no budget: it is offered, without figures."""
    named = phrases.listed([phrases.project(project) for project in plan.projects[:_MOST_CHOICES]])
    question = f"{plan.projects[0]}执行了多少"
    line = f"没有{named}的绩效目标表，只导入了绩效自评表；执行情况可以问{phrases.quoted(question)}。"
    return Answer(Kind.NOT_FOUND, (line,), remembered=plan)


def _nothing_so_limited(plan: Plan, desk: Desk) -> Answer:
    """The limits of the question leave nothing of what it is about."""
    years = plan.years or (desk.book.years_of(plan.projects, plan.units)[-1:] if plan.newest is Newest.SCOPE else desk.book.years)
    projects = [phrases.project(p) for p in plan.projects[:_MOST_CHOICES]]
    own = (
        len(plan.units) == 1
        and not (plan.projects or plan.whole_branch or plan.percents)
        and bool(desk.book.below(plan.units[0]))
    )
    units = whose(plan.model_copy(update={"alone": plan.alone or own}))
    of = phrases.listed([*([units] if units else []), *projects])
    limits = "、".join(
        [
            *map(phrases.quoted, plan.attributes),
            *(f"写有{phrases.kind_label(kind, plan.horizon or Horizon.ANNUAL)}" for kind in plan.kinds if not plan.pooled),
            *map(Wanted.of(plan).limit, plan.amounts),
            *map(phrases.share_limit, plan.percents),
            *filter(None, [limits_of(Plan(texts=plan.texts, stated=plan.stated, lacking=plan.lacking))]),
        ]
    )
    scope = "" if own else "".join(f"（{note}）" for note in own_only(plan, desk)[:1])
    line = f"没有符合条件的项目：{phrases.years(years)}的文件里，{of}{limits + '的' if limits else '这样的'}一个也没有{scope}。"
    others = _other_years_so_limited(plan, desk) if plan.newest is Newest.SCOPE else []
    if not others:
        return Answer(Kind.NOT_FOUND, (line,), remembered=plan)
    return Answer(Kind.NOT_FOUND, (line, *_offered([c.label for c in others])), choices=tuple(others), remembered=plan)


def _other_years_so_limited(plan: Plan, desk: Desk) -> list[Choice]:
    """Older years of which the forms hold such projects: where the question names no year, they are offered."""
    years = {view.target.year for view in desk.run(plan.model_copy(update={"newest": None}), money_only=True)}
    return [
        Choice(f"看{year}年", plan.model_copy(update={"years": (year,), "newest": None}))
        for year in sorted(years, reverse=True)[:_MOST_CHOICES]
    ]


def _offered(labels: Sequence[str]) -> list[str]:
    return [f"{labels[0].removeprefix('看')}有，要看回 1。"] if len(labels) == 1 else ["别的年有：", *phrases.choose(labels)]


def which(question: Understanding, desk: Desk) -> Answer:
    """Asks for the project where a question names none."""
    units = desk.book.units[:_MOST_CHOICES]
    plans = [Plan(units=(u,), fields=(Field.PROJECT,), newest=Newest.EACH) for u in units]
    choices = tuple(Choice(f"{u}的项目", p) for u, p in zip(units, plans, strict=True))
    lines = (phrases.WHICH_PROJECT, *phrases.choose([c.label for c in choices]))
    return Answer(Kind.CLARIFY, lines, choices=choices, remembered=question.plan)


def _year_not_loaded(plan: Plan, unloaded: Sequence[int], desk: Desk) -> Answer:
    evaluated, absent = years_evaluated(unloaded, desk)
    said = [f"{phrases.years(evaluated)}只导入了绩效自评表，里面没有绩效目标表"] if evaluated else []
    said += [f"{phrases.years(absent)}的文件一份也没有导入"] if absent else []
    return _offer_years(f"没有：{'；'.join(said)}。", plan, desk)


def years_evaluated(unloaded: Sequence[int], desk: Desk) -> tuple[list[int], list[int]]:
    """Of years that there is no target of, those that self-evaluations (自评表) are loaded of, and the others."""
    evaluated = {view.evaluation.year for view in desk.evaluations(Plan(years=tuple(unloaded)))} if unloaded else set()
    return [year for year in unloaded if year in evaluated], [year for year in unloaded if year not in evaluated]


def _other_years(plan: Plan, desk: Desk) -> Answer:
    projects = phrases.listed([phrases.project(p) for p in plan.projects])
    others = plan.units and {*plan.years} & {*desk.book.years_of(plan.projects, ())}  # another unit has a project of that name
    whose = plan.called or phrases.listed(list(plan.units)[:_MOST_CHOICES]) if others or not projects else ""
    return _offer_years(f"没有：已导入的{phrases.years(plan.years)}的文件里没有{whose}{projects}。", plan, desk)


def _offer_years(first: str, plan: Plan, desk: Desk) -> Answer:
    years = (
        [y for y in reversed(desk.book.years_of(plan.projects, plan.units)) if y not in plan.years]
        if desk.book.holds(plan.projects, plan.units)
        else []
    )
    choices = tuple(
        Choice(f"看{year}年", plan.model_copy(update={"years": (year,), "newest": None})) for year in years[:_MOST_CHOICES]
    )
    if not choices:
        return Answer(Kind.NOT_FOUND, (first,), remembered=plan)
    what = "这个项目" if len(plan.projects) == 1 else "资料"
    if len(choices) == 1:
        return Answer(Kind.NOT_FOUND, (first, f"{years[0]}年有{what}，要看回 1。"), choices=choices, remembered=plan)
    return Answer(
        Kind.NOT_FOUND,
        (first, f"{phrases.years(years)}有{what}：", *phrases.choose([c.label for c in choices])),
        choices=choices,
        remembered=plan,
    )


def _not_together(plan: Plan, desk: Desk) -> Answer:
    """The unit and the project exist, but not with each other: both ways on are offered."""
    named = phrases.listed([phrases.project(p) for p in plan.projects[:_MOST_CHOICES]])
    named_units = plan.called or phrases.listed(list(plan.units)[:_MOST_CHOICES])
    below = having_below(plan, plan.units, plan.years, desk.book)
    if below and not (plan.whole_branch or plan.alone):
        return _only_below(f"没有：{named_units}本级没有{named}", below, plan)
    first = f"没有：{named_units}没有{named}。"
    others = sorted(desk.book.pairs(plan.projects, ()))
    own = sorted(desk.book.pairs((), plan.units))
    pairs = [*others, *own][:_MOST_CHOICES]
    asked = plan.model_copy(update={"years": (), "newest": Newest.EACH})
    choices = tuple(
        Choice(f"{unit}{phrases.project(project)}", asked.model_copy(update={"projects": (project,), "units": (unit,)}))
        for project, unit in pairs
    )
    return Answer(
        Kind.NOT_FOUND,
        (first, "相近的有，回数字查看：", *phrases.choose([c.label for c in choices])),
        choices=choices,
        remembered=plan,
    )


def _only_below(first: str, below: Sequence[str], plan: Plan) -> Answer:
    """The units themselves have it not, but those below them: the same with these is offered."""
    choice = Choice("含所属单位的", plan.model_copy(update={"whole_branch": True}))
    line = f"{first}；所属的{phrases.some(below, _MOST_CHOICES)}有，要看含所属单位的回 1。"
    return Answer(Kind.NOT_FOUND, (line,), choices=(choice,), remembered=plan)
