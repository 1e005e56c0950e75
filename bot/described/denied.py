"""A thing that is told by what it is not: those are offered that do not say it, of what the other words mean; never a sum of all else."""

import re

from msgspec import Struct

from bot.answer import Answer, Choice, Desk, Kind
from bot.described.by_description import Found, found_by
from bot.described.told import told
from bot.language.meanings import Mark
from bot.language.negated import Negated, negated_in
from bot.language.patterns import Pattern
from bot.language.unanswerable import Unanswerable
from bot.question import Understanding
from bot.reading.roles import Role, Span
from bot.replying import phrases
from store.holders import holder_of
from store.plan import Field, Newest, Plan
from store.text import fold, normalized, words

_MOST = 5  # that are offered
_MOST_OF_A_UNIT = 100  # projects that are looked through
_LEAST = 2  # characters that tell something
_ONE = r"[那这哪]一?[个项笔块份件些期批段条次]"
_ITSELF = Pattern(rf"^(?:是|有|的|给|{_ONE})+|(?:的|项目|工程|{_ONE})+$")
_MONEY = frozenset(words("经费 资金 补助 补贴 支出 费用 费 钱 款 款项 专项 预算"))
_CORRECTED = Pattern(r"[,，。;；\s]我?(?:说的|要的|问的|指的)?(?:是|要|问|说)")  # “不是水务局的那个，是交通局的”
_ENDING = Pattern(r"的(?:那|这)?(?:一)?(?:个|家|所|笔|份|项|块)?(?=[,，。.!?;；\s]|$)")
_UNITS = ("names.unit", "kinds_of_units")
_FIELDS = frozenset({Field.AMOUNT, Field.FUNDING, Field.GOAL, Field.INDICATOR, Field.PROJECT, Field.UNIT})


class Denial(Struct, frozen=True):
    """What is denied, what the other words say, the projects that these mean, and those of them that do not say what is denied."""

    said: str  # as typed, with 不
    denies: str
    rest: str
    found: tuple[Found, ...]
    kept: tuple[Found, ...]


def denial_of(question: Understanding, desk: Desk) -> Denial | None:
    """What the words deny and no plan leaves out; None where they deny nothing."""
    text = normalized(question.text)
    by_funder = Unanswerable.FUNDER in question.qualified  # “不是专项债的”: nothing is divided by whose money it is
    if len(text) != len(question.text) or Mark.ELSEWHERE in question.marks or question.beside or by_funder:
        return None
    one = next((one for one in negated_in(text) if _is_unfollowed(one, text, question)), None)
    if one is None:
        return None
    if desk.standing([fold(text[one.start : one.end])]):
        return None  # forms say so themselves: 未脱贫, 不通公路
    rest, denies = _rest(one, question), _ITSELF.sub("", text[one.denies : one.end])
    units = any(s.rule.startswith(_UNITS) and one.inside(s.start, s.end) for s in question.spans)
    found = () if units and not rest else tuple(_found(rest, question, desk))  # “不在乡镇的那个”
    kept = tuple(f for f in found if not _has(f, denies, rest, question))
    return Denial(question.text[one.start : one.end], question.text[one.denies : one.end], rest, found, kept)


def denied(denial: Denial, question: Understanding) -> Answer:
    """The question back: those that do not say it, by their names."""
    if not denial.found:
        return Answer(Kind.CLARIFY, (phrases.DENIED_ALONE.format(words=phrases.quoted(denial.said)),))
    about = phrases.quoted(denial.rest) if denial.rest else phrases.listed(list(question.plan.units))
    denies = phrases.quoted(denial.denies)
    if not denial.kept:
        return Answer(Kind.NOT_FOUND, (phrases.DENIED_ALL.format(about=about, number=len(denial.found), words=denies),))
    choices = tuple(_choice(f, question) for f in denial.kept[:_MOST])
    first = phrases.DENIED_LEFT.format(about=about, words=denies, number=len(denial.kept))
    more = f"（先列 {_MOST} 个）" if len(denial.kept) > _MOST else ""
    return Answer(Kind.CLARIFY, (f"{first}{more}回数字查看：", *phrases.choose([c.label for c in choices])), choices=choices)


def _is_unfollowed(one: Negated, text: str, question: Understanding) -> bool:
    """Whether the plan does not leave out just what is denied: words serve nothing, or all else is one thing, or “不含老旧小区的改造”."""
    opening = [s for s in question.spans if s.start < one.denies and one.start < s.end]
    if any(_is_named(span) for span in opening):
        return False  # 不动产登记
    if Role.UNUSED in {span.role for span in opening} and not question.plan.lacking:
        return True
    if text.startswith("除", one.start):
        return False  # it is left out
    plan = question.plan
    if any(span.rule == "corrections" for span in opening) and text.startswith("的", one.end):
        ends = _ENDING.match(text, one.end)  # “三中的，不是一中的！”
        return not (ends or _CORRECTED.search(text, one.end) or text.startswith(("是", "要", "而是"), one.end + 1))
    if not plan.without or plan.projects or plan.order or question.follows:
        return False
    return one.one or _divides(one, text, question) is not None


def _divides(one: Negated, text: str, question: Understanding) -> Span | None:
    """The name that reaches over 的 into what is asked about: 改造 is of the project, 老旧小区 what it has not."""
    denied_name = any(_is_named(s) and "project" in s.rule and one.inside(s.start, s.end) for s in question.spans)
    over = (s for s in question.spans if s.start <= one.end + 1 < s.end and _is_named(s) and "project" in s.rule)
    span = next(over, None)
    if span is None or not denied_name or text[one.end + 1 : span.end] in _MONEY:
        return None
    return span if text[span.end :].startswith(("项目", "工程", "那个")) else None


def _is_named(span: Span) -> bool:
    return span.role is Role.USED and span.rule.startswith("names.")


def _rest(one: Negated, question: Understanding) -> str:
    """The words outside that tell a thing: names, and what nothing explains."""
    kept = (
        span
        for span in question.spans
        if (span.role is Role.UNUSED or span.rule.startswith(("names.project", "names.indicator", "finding")))
        and not span.rule.startswith("exceptions")
    )
    of_one = re.match(rf"的?{_ONE}", question.text[one.end :])
    end = one.end + (of_one.end() if of_one else 0)
    places = [place for span in kept for place in range(span.start, span.end) if not one.start <= place < end]
    pieces = (question.text[place] for place in sorted(places))
    return _ITSELF.sub("", "".join(pieces).strip("的"))


def _found(rest: str, question: Understanding, desk: Desk) -> list[Found]:
    """The projects that say all of these words; without any, those of the unit that is named."""
    run = fold(rest)
    if len(run) >= _LEAST:
        return [one for one in found_by(run, question, desk) if not one.told.missing]
    if rest or not question.plan.units:
        return []
    plan = Plan(units=question.plan.units, years=question.plan.years, newest=None if question.plan.years else Newest.EACH)
    if desk.count(plan) > _MOST_OF_A_UNIT:
        return []
    holders = [holder_of(view.target) for view in desk.matching(plan)]
    return [Found(h.project, h.unit, h, told("", h), sure=False) for h in holders]


def _has(found: Found, denied_words: str, rest: str, question: Understanding) -> bool:
    """Whether the form says anything of what is denied, or is of what the plan leaves out."""
    for one in question.plan.without:
        of_unit = not one.units or found.unit in one.units
        if of_unit and (not one.projects or found.project in one.projects) and (one.units or one.projects):
            return True
    run = fold(denied_words)
    said = told(run, found.holder)
    own = [word for word in said.said if word not in fold(rest)]
    most = sum(map(len, own)) > sum(map(len, said.missing))  # 教室 is not 录播教室
    return (bool(own) and most) or (len(run) >= _LEAST and run in fold(found.unit))


def _choice(found: Found, question: Understanding) -> Choice:
    plan = question.plan
    fields = plan.fields if set(plan.fields) <= _FIELDS - {Field.INDICATOR, Field.PROJECT, Field.UNIT} else (Field.AMOUNT,)
    wanted = Plan(projects=(found.project,), units=(found.unit,), years=plan.years, fields=fields or (Field.AMOUNT,))
    wanted = wanted if plan.years else wanted.model_copy(update={"newest": Newest.EACH})
    return Choice(f"{found.unit}{phrases.project(found.project)}", wanted)
