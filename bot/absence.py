"""没有, in its kinds: the year is not loaded, the scope holds no such thing, the name is unknown; and doubt.

Near names and other years are offered as choices.  No reply of this file holds an amount.
"""

from collections.abc import Sequence

from bot import facts, phrases
from bot.answer import Answer, Choice, Desk, Kind
from bot.citing import cite
from bot.facts import only
from bot.language.meanings import Unanswerable
from bot.matching import ORGANISATIONS
from bot.measured_elsewhere import measured_elsewhere
from bot.mentioned import mentioned
from bot.missing_words import as_said
from bot.only_listed import only_listed
from bot.per_unit import per_unit
from bot.question import Understanding
from store.names import NameType
from store.plan import Field, IndicatorFilter, Newest, Plan
from store.targets import TargetView
from store.text import fold

_MOST_CHOICES = 5


def doubt(question: Understanding, desk: Desk) -> Answer | None:
    """A reply without figures where words of the question may limit what is asked and nothing can be done with them."""
    known = desk.book.catalogue
    if (question.unknown or question.doubtful) and (found := only_listed(question, desk)):
        return found
    if not (known.entries or known.evaluated):
        return Answer(Kind.NOT_FOUND, (nothing_to_ask(desk),))
    plan = question.plan
    named = bool(plan.projects or plan.units)
    if not (question.unknown or question.doubtful):
        return measured_elsewhere(question, desk)
    if told := per_unit(question, desk) or mentioned(question, desk):
        return told
    if question.unknown:
        return _unknown(question.unknown, question, desk)
    if not named:
        return _unknown(question.doubtful, question, desk)
    if Field.INDICATOR in plan.fields:
        return _no_such_indicator(question, desk)
    return _not_so_divided(question, desk)


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
    if plan.years and (plan.projects or plan.units) and desk.book.years_of(plan.projects, plan.units):
        return _other_years(plan, desk)
    if question.unused and not (plan.projects or plan.units):
        return _unknown(question.unused, question, desk)
    if plan.newest is Newest.SCOPE and (plan.kinds or plan.horizon):
        return _no_such_money(plan, desk)
    return Answer(
        Kind.NOT_FOUND, (f"没有符合条件的项目：已导入的{phrases.years(desk.book.years)}的文件里一个也没有。",), remembered=plan
    )


def _no_such_money(plan: Plan, desk: Desk) -> Answer:
    """The newest year has no such money: older ones that have it are offered."""
    newest = desk.book.years_of(plan.projects, plan.units)[-1:]
    line = f"没有符合条件的项目：已导入的{phrases.years(newest)}的文件里一个也没有。"
    choices = [
        Choice(f"看{year}年", plan.model_copy(update={"years": (year,), "newest": None}))
        for year in sorted(set(desk.filled(plan)) - set(newest), reverse=True)[:_MOST_CHOICES]
    ]
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
    whose = phrases.listed([*([plan.called] if plan.called else plan.units[:_MOST_CHOICES]), *projects])
    limits = "、".join(
        [*map(phrases.quoted, plan.attributes), *map(phrases.limit, plan.amounts), *map(phrases.share_limit, plan.percents)]
    )
    line = f"没有符合条件的项目：{phrases.years(years)}的文件里，{whose}{limits + '的' if limits else '这样的'}一个也没有。"
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
    what = phrases.listed([phrases.project(p) for p in plan.projects]) or plan.called or phrases.listed(list(plan.units))
    return _offer_years(f"没有：已导入的{phrases.years(plan.years)}的文件里没有{what}。", plan, desk)


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
    first = f"没有：{plan.called or phrases.listed(list(plan.units)[:_MOST_CHOICES])}没有{named}。"
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


def _unknown(words: Sequence[str], question: Understanding, desk: Desk) -> Answer:
    """The name is none that is stored: near names are offered, without figures."""
    said = _quoted(as_said(words, question.text))
    first = f"没有找到{said}：已导入的文件里没有这个名称。"
    near = list(question.plan.projects)[:_MOST_CHOICES] or [n for w in words for n in desk.book.near(w, _kinds(w))][:3]
    fields = question.plan.fields or (Field.AMOUNT,)
    choices = tuple(
        Choice(
            name,
            Plan(projects=(name,), fields=fields, newest=Newest.EACH)
            if desk.book.is_project(name)
            else Plan(units=desk.book.units_called(name), fields=(Field.PROJECT,), newest=Newest.EACH),
        )
        for name in dict.fromkeys(near)
    )
    meant = _meant_nearly(words, question, desk)
    if meant:
        return _described(said, meant)
    far = _far(question, desk)
    choices = (*choices, *(choice for choice in far if choice.label not in near))
    if far and question.describes:
        return _described(phrases.quoted(question.far), choices)
    if not choices:
        return Answer(Kind.NOT_FOUND, (first, "问“有哪些项目”可看已导入的项目。"), remembered=None)
    return Answer(
        Kind.NOT_FOUND, (first, "相近的名称，回数字查看：", *phrases.choose([c.label for c in choices])), choices=choices
    )


def _far(question: Understanding, desk: Desk) -> list[Choice]:
    """The projects that the words may mean without saying their names: by an optional extra, and none without it."""
    if not question.far:
        return []
    return _projects([near.name for near in desk.book.far(question.far, question.plan.units)], question)


def _meant_nearly(words: Sequence[str], question: Understanding, desk: Desk) -> list[Choice]:
    """The projects that nicknames in the words are near to."""
    names = dict.fromkeys(name for word in words for name in desk.book.nearly(word, question.plan.units))
    return _projects(list(names)[:_MOST_CHOICES], question)


def _projects(names: Sequence[str], question: Understanding) -> list[Choice]:
    newest = None if question.plan.years else Newest.EACH
    return [Choice(name, question.plan.model_copy(update={"projects": (name,), "newest": newest})) for name in names]


def _described(said: str, choices: Sequence[Choice]) -> Answer:
    """What was told of it, rather than its name: it is asked which of these is meant."""
    first = f"没有项目叫{said}。"
    lines = (first, "意思相近的，回数字查看：", *phrases.choose([choice.label for choice in choices]))
    return Answer(Kind.CLARIFY, lines, choices=tuple(choices))


def _quoted(words: Sequence[str]) -> str:
    """Words of the question, each once."""
    return phrases.listed([phrases.quoted(word) for word in dict.fromkeys(words)])


def _kinds(word: str) -> tuple[NameType, ...]:
    """What a word may have been meant to name: what ends as units do, a unit."""
    return (NameType.UNIT,) if word.endswith(ORGANISATIONS) else (NameType.PROJECT, NameType.UNIT)


def _no_such_indicator(question: Understanding, desk: Desk) -> Answer:
    views = desk.matching(question.plan)
    if not views:
        return nothing(question, desk)
    said = _quoted(question.doubtful)
    view = views[0]
    names = list(dict.fromkeys(i.name for i in view.target.indicators))
    shown = phrases.listed([phrases.quoted(n) for n in names[:_MOST_CHOICES]])
    lines = [f"没有{said}：{facts.whose(view)}的指标里没有这一条。"]
    if names:
        lines.append(f"有的指标：{shown}{'等' if len(names) > _MOST_CHOICES else ''}（共 {len(names)} 条）。")
    stated = (facts.name(view),)
    return Answer(
        Kind.NOT_FOUND,
        tuple(lines),
        stated,
        cite(stated),
        remembered=question.plan.model_copy(update={"indicators": IndicatorFilter()}),
    )


def _not_so_divided(question: Understanding, desk: Desk) -> Answer:
    """The project is known, but the documents do not divide its figures as the question does."""
    views = desk.matching(question.plan)
    if not views:
        return nothing(question, desk)
    meant = _meant_nearly(question.doubtful, question, desk)
    far = {choice.label: choice for choice in (meant or (_far(question, desk) if question.describes else ()))}
    views = sorted(views, key=lambda v: (v.target.project not in far, -_likeness(v, question.doubtful)))
    said = _quoted(question.doubtful)
    asks = Field.AMOUNT in question.plan.fields
    divided = asks and bool(question.qualified - {Unanswerable.EXCEPTION})
    first = _NOT_BY.format(said, _columns(question)) if divided else f"{said}没有看懂，不敢当作没说。"
    known = {view.target.project for view in views}
    others = [choice for name, choice in far.items() if name not in known]
    choices = (*(Choice(facts.whose(v), only(question.plan, v)) for v in views[:_MOST_CHOICES]), *others)
    if len(choices) == 1:
        offered = [f"要看{choices[0].label}{'全年的金额' if divided else ''}，回 1。"]
    else:
        offered = ["要看下面的项目，回数字：", *phrases.choose([c.label for c in choices])]
    return Answer(Kind.CLARIFY, (first, *offered), choices=choices, remembered=question.plan)


_NOT_BY = "没有按{}列的金额：文件只按{}列。"


def _columns(question: Understanding) -> str:
    """What the documents divide money by, as far as the question asks of it."""
    kinds = "财政拨款、上年结转、其他资金"
    return kinds if question.qualified == {Unanswerable.FUNDER} else "项目和年度"


def _likeness(view: TargetView, words: Sequence[str]) -> int:
    """How many characters of the words stand in the project's name: the likeliest choice comes first."""
    return len(set(fold("".join(words))) & set(fold(view.target.project)))
