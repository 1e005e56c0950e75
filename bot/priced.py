"""Money for one of something, whatever words were answered: a total, or a number of things, is never such a price.

What a line prints as a price is told; else what is printed of it, and that no such price is; nothing is divided.
"""

import re
from collections.abc import Iterator, Sequence

from bot import facts, phrases
from bot.answer import Answer, Choice, Desk, Fact, Kind
from bot.citing import cite
from bot.language.meanings import Mark, Unanswerable
from bot.language.patterns import Pattern
from bot.language.quantities import UNITS
from bot.per_unit import DEEDS, counts, printed_of
from bot.question import Understanding
from store.model import Horizon, Indicator
from store.names import NameType
from store.plan import Aggregate, Field, Newest, Plan
from store.targets import TargetView
from store.text import fold, normalized

_MOST = 3  # forms: of more it is asked which is meant
_LINES = 3
_NO_THINGS = frozenset(
    ["期", "批", "届", "部", "级", "类", "种", "项", "本", "度", "里", "平", "单", "周", "回", "遍", "趟", "轮", "笔", "天"]
)
_UNIT = "|".join(sorted({*UNITS, "个", "支", "队"} - _NO_THINGS, key=lambda unit: (-len(unit), unit)))
_OTHER = "项目|单位|部门|[镇乡局县区市]|街道|月|季|年|期|批|阶段|文件|表|指标|星期|学期|学年|工作日|小时|天|方面|地方|标段|科室|工程|资金|预算|经费"
_NOUN = r"[^\W\d的多少几合摊折核划要花用给得发是]{1,5}?"
_ASKED = rf"{DEEDS}(?:(?:多少|几)(?:块|元|万)?(?:钱)?(?=$|[\s,，。?？!！啊呀呢吗来])|(?:的)?(?:呢|咋样|怎么样|怎么算)(?=$|[\s,，。?？!！]))"
_LEAD = r"(?:平均|均摊|分摊)?(?:到|下来)?(?<![第哪这那另同上下前后末头首统唯加合万千百十\d])(?:每一?|一|单(?!位))"
_EACH = Pattern(
    rf"{_LEAD}(?P<unit>{_UNIT})(?!{_OTHER})(?P<noun>{_NOUN})?{_ASKED}|{_LEAD.replace('每一?|一|单(?!位)', '每')}(?!{_OTHER}|{_UNIT})(?P<bare>{_NOUN}){_ASKED}"
    rf"|^\s*(?:那|那么)?(?:平均|均摊|分摊)?(?:到|下来)?每一?个?(?P<part>月份?|季度?|星期|周|天|日){_ASKED}"
)
_PROJECT = Pattern(rf"(?<![第哪这那另同上下平均])(?<!平均到)一个项目{_ASKED}")
_ORGANISED = Pattern("家$|学校|小学|中学|幼儿园|医院|卫生院|敬老院|机构|企业|公司|园区|社区")
_PRICE = Pattern(r"每|单[价座个位台套盏株棵份户人件次]|[人户亩生台均]均|标准|单价")
_MONEY = Pattern(r"\d[\d.,]*\s*[万亿]?元")


def priced(question: Understanding, spoken_of: Plan | None, answer: Answer, desk: Desk) -> Answer | None:
    """What is said instead of an answer that holds no price; None where none is asked for, or the answer holds it."""
    text = normalized(question.text)  # with its signs: “26.4万，一个”
    if _PROJECT.search(text) and len(answer.choices) > 1 and answer.kind is Kind.ANSWER and not question.plan.projects:
        return _which(answer.choices)
    asked = _EACH.search(text)
    if (
        asked is None
        or question.qualified - {Unanswerable.PER_HEAD}
        or _is_together(question, asked)
        or _named(question, asked)
        or (any(_is_price(fact) for fact in answer.facts) and not _strays(question, spoken_of, answer))
        or (_shaped(question.plan) and not _strays(question, spoken_of, answer))
    ):
        return None
    plan = _spoken(spoken_of) if spoken_of and _strays(question, spoken_of, answer) else _about(question, spoken_of, answer)
    if plan is None:
        return None
    views = desk.matching(plan)
    word = next(one for one in (asked["noun"], asked["bare"], asked["unit"], asked["part"]) if one)
    if len(views) > 1 and _ORGANISED.match(word):
        return None  # “每家学校多少”: of each unit its own
    if not views or (not (question.plan.projects or asked["part"]) and not _speaks_of(views, asked, word)):
        return None
    said = phrases.quoted(_words(asked))
    if len(views) > _MOST:
        return _which(facts.choices_of(plan, views)) if len(answer.choices) > 1 else None
    stated: list[Fact] = []
    lines = [line for view in views if (line := _line(view, asked["unit"] or "", word, stated))]
    if len(lines) != len(views):
        return None
    first = f"{said}多少，文件没有这样印，不做除法；印了的是："
    shown = lines if len(lines) == 1 else [f"{number}. {line}" for number, line in enumerate(lines, 1)]
    return Answer(Kind.ANSWER, (first, *shown), tuple(stated), cite(stated), facts.choices(plan, views), plan)


def _strays(question: Understanding, spoken_of: Plan | None, answer: Answer) -> bool:
    """Whether a short question that names nothing was answered of others than the one project that was spoken of: “每人减多少”."""
    named = any(m.type in (NameType.PROJECT, NameType.UNIT) for m in question.names)
    wide = question.marks & {Mark.EVERYTHING, Mark.WHICH, Mark.EACH, Mark.PROJECTS, Mark.UNITS}
    if spoken_of is None or len(spoken_of.projects) != 1 or named or wide:
        return False
    return any(fact.project and fact.project not in spoken_of.projects for fact in answer.facts)


def _is_together(question: Understanding, asked: re.Match[str]) -> bool:
    """Whether 一块 means together: “甲和乙一块多少钱”."""
    return (asked["unit"] or asked["bare"]) == "块" and len(question.plan.projects) > 1


def _named(question: Understanding, asked: re.Match[str]) -> bool:
    """Whether the words are those of a name: 一村一品."""
    end = asked.end(next(name for name in ("unit", "bare", "part") if asked[name]))
    named = (m for m in question.names if m.type in (NameType.PROJECT, NameType.UNIT))
    return any(m.start <= asked.start() and end <= m.end for m in named)


def _is_price(fact: Fact) -> bool:
    return fact.field == "indicator" and bool(_MONEY.search(fold(fact.value or "")))


def _shaped(plan: Plan) -> bool:
    mean = plan.aggregate is Aggregate.AVERAGE and len(plan.projects) != 1  # “平均每个老人” of one project is none
    several = plan.called or (len(plan.units) > 1 and not plan.projects) or mean or plan.aggregate is Aggregate.COUNT
    shaped = plan.compare or plan.order or plan.by or plan.change or plan.whole or plan.told or plan.net_of
    return bool(several or shaped)


def _about(question: Understanding, spoken_of: Plan | None, answer: Answer) -> Plan | None:
    """The plan of the projects that are meant: those named, those that the answer is about, else the one spoken of."""
    plan = question.plan
    if plan.projects:
        return plan.model_copy(update={"fields": (Field.AMOUNT,), "aggregate": None, "indicators": Plan().indicators})
    pairs = tuple(dict.fromkeys((f.project, f.unit) for f in answer.facts if f.project and f.unit))
    if answer.kind is Kind.ANSWER and pairs:
        years = tuple(sorted({f.year for f in answer.facts if f.year}))
        names = {"projects": tuple(p for p, _ in pairs), "units": tuple(u for _, u in pairs), "among": pairs}
        return Plan(**names, years=years, fields=(Field.AMOUNT,), newest=None if years else Newest.EACH)
    named = any(m.type in (NameType.PROJECT, NameType.UNIT) for m in question.names)
    if spoken_of is None or len(spoken_of.projects) != 1 or named or answer.kind is Kind.ANSWER:
        return None
    return _spoken(spoken_of)


def _spoken(of: Plan) -> Plan:
    return Plan(projects=of.projects, units=of.units, years=of.years, newest=of.newest, fields=(Field.AMOUNT,))


def _speaks_of(views: Sequence[TargetView], asked: re.Match[str], word: str) -> bool:
    lines = [line for view in views for line in view.target.indicators]
    return any(counts(line, asked["unit"] or word) or fold(word) in fold(line.name) for line in lines)


def _words(asked: re.Match[str]) -> str:
    end = max(asked.end(name) for name in ("unit", "noun", "bare", "part"))
    return asked.string[asked.start() : end]


def _line(view: TargetView, unit: str, word: str, stated: list[Fact]) -> str:
    """What a form prints of it: prices first."""
    prices = list(_prices(view))[:_LINES]
    line = printed_of(view, unit if unit != "个" else word, stated, also=word)
    if not line or not prices:
        return line
    stated += [facts.indicator(view, price) for price in prices]
    listed = "、".join(f"{phrases.printed(one.name)} {phrases.one_line(one.value)}" for one in prices)
    return f"{line.removesuffix('。')}；印了的单价或标准：{listed}。"


def _prices(view: TargetView) -> Iterator[Indicator]:
    for line in view.target.indicators:
        value = fold(line.value)
        if (
            line.horizon is Horizon.ANNUAL
            and _MONEY.search(value)
            and (_PRICE.search(fold(line.name)) or re.search("元[/每]", value))
        ):
            yield line


def _which(choices: Sequence[Choice]) -> Answer:
    """Of several projects it is asked which is meant; a mean is only told where it is asked for."""
    first = f"有 {len(choices)} 个项目，您问的是哪一个？回数字；要平均数请说“平均每个项目多少钱”。"
    return Answer(
        Kind.CLARIFY, (first, *phrases.choose([c.label for c in choices[:_CHOICES]])), choices=tuple(choices[:_CHOICES])
    )


_CHOICES = 5
