"""Doubt: words of a question may limit what is asked, and nothing can be done with them.  No reply of this file holds an amount."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.answer import Answer, Choice, Desk, Kind
from bot.described.mentioned import mentioned
from bot.doubts.absence import nothing, nothing_to_ask
from bot.doubts.only_listed import only_listed
from bot.doubts.other_projects import names_anew, names_another, no_such_project
from bot.doubts.unknown_names import far_from, meant_nearly, quoted, unknown
from bot.language.patterns import Pattern
from bot.language.unanswerable import Unanswerable
from bot.lines.elsewhere import measured_elsewhere
from bot.lines.per_unit import per_unit, unit_prices
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.facts import only
from store.plan import Field, IndicatorFilter
from store.targets import TargetView
from store.text import fold

_MOST_CHOICES = 5
_NOT_BY = "没有按{}列的金额：文件只按{}列。"


def doubt(question: Understanding, desk: Desk) -> Answer | None:
    """A reply without figures where words of the question may limit what is asked and nothing can be done with them."""
    known = desk.book.catalogue
    if (question.unknown or question.doubtful) and (found := only_listed(question, desk)):
        return found
    if not (known.entries or known.evaluated):
        return Answer(Kind.NOT_FOUND, (nothing_to_ask(desk),))
    plan = question.plan
    named = bool(plan.projects or plan.units)
    told_anyway = plan.fields == (Field.WEIGHT,) and plan.projects and not question.unknown  # with all weights of the form
    if told_anyway or not (question.unknown or question.doubtful):
        return None if told_anyway else measured_elsewhere(question, desk)
    line = named and _asks_for_a_line(question)
    told = (
        unit_prices(question, desk)
        if line
        else _spent_in_a_part(question, desk)
        or _by_no_such_money(question, named=named)
        or per_unit(question, desk)
        or mentioned(question, desk)
    )
    if told:
        return told
    if question.unknown:
        return unknown(question.unknown, question, desk)
    if not named or names_anew(question):
        of_nothing = plan.model_copy(update={"projects": (), "units": ()})
        return unknown(question.doubtful, replace(question, plan=of_nothing), desk)
    if Field.INDICATOR in plan.fields:
        return _no_such_indicator(question, desk)
    return _not_so_divided(question, desk)


def _asks_for_a_line(question: Understanding) -> bool:
    """Whether all that is in doubt calls a line of the indicator table by its kind (开工时间): pieces of such a word are none of it."""
    called = {question.text[s.start : s.end] for s in question.spans if s.rule.startswith("measures.")}
    return not question.unknown and bool(called) and set(question.doubtful) <= called


def _no_such_indicator(question: Understanding, desk: Desk) -> Answer:
    views = desk.matching(question.plan)
    if not views:
        return nothing(question, desk)
    said = quoted(question.doubtful)
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
    meant = meant_nearly(question.doubtful, question, desk)
    far = {choice.label: choice for choice in (meant or (far_from(question, desk) if question.describes else ()))}
    views = sorted(views, key=lambda v: (v.target.project not in far, -_likeness(v, question.doubtful)))
    said = quoted(question.doubtful)
    if names_another(question) and not far:
        return no_such_project(said, views, question)
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


def _spent_in_a_part(question: Understanding, desk: Desk) -> Answer | None:
    """What was spent in a part of the year (上半年执行率), where no evaluation tells even that of the whole year."""
    parts = {question.text[s.start : s.end] for s in question.spans if s.rule == "qualifiers"}
    others = {word for word in question.doubtful if word not in parts and not _WHICH_MONTH.fullmatch(word)}
    if question.spending is None or question.unknown or question.qualified - {Unanswerable.PART_OF_YEAR} or others:
        return None
    if desk.evaluations(question.plan):
        return None
    line = f"没有按{quoted(question.doubtful)}列的执行数：{phrases.ONLY_BUDGETED}"
    return Answer(Kind.NOT_FOUND, (line,), remembered=question.plan)


_WHICH_MONTH = Pattern("(?:几|哪个?)月份?")


def _by_no_such_money(question: Understanding, *, named: bool) -> Answer | None:
    """Whose money it is at first (专项债有多少), where that is asked of nothing that is named."""
    if named or question.unknown or question.qualified != {Unanswerable.FUNDER}:
        return None
    said = quoted(question.doubtful)
    lines = (_NOT_BY.format(said, _columns(question)), "可以问“财政拨款一共多少”、“哪些项目有其他资金”。")
    return Answer(Kind.CLARIFY, lines)


def _columns(question: Understanding) -> str:
    """What the documents divide money by, as far as the question asks of it."""
    kinds = "财政拨款、上年结转、其他资金"
    return kinds if question.qualified == {Unanswerable.FUNDER} else "项目和年度"


def _likeness(view: TargetView, words: Sequence[str]) -> int:
    """How many characters of the words stand in the project's name: the likeliest choice comes first."""
    return len(set(fold("".join(words))) & set(fold(view.target.project)))
