"""Money for one of something, whatever words were answered: a total, or a number of things, is never such a price.

What a line prints as a price is told; else what is printed of it, and that no such price is; nothing is divided.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from bot.answer import Answer, Choice, Desk, Kind, joined
from bot.language.each import Each, each_in
from bot.language.joints import PART
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.language.unanswerable import Unanswerable
from bot.lines.per_unit import counts, is_price, told_of
from bot.lines.weighing import GAIN, GAINING
from bot.question import Understanding
from bot.replying import facts, phrases
from store.fitting import fitting
from store.names import NameType
from store.plan import Aggregate, Field, Newest, Plan
from store.targets import TargetView
from store.text import fold, normalized

_SEVERAL, _MOST = 2, 3  # forms: of more it is asked which is meant
_MUCH = r"(?:平均|大概|大约|要|花|用|给|得|是|预算)*(?:多少|几)(?:块|元|万)?(?:钱)?(?=$|[\s,，。?？!！啊呀呢吗来])"
_PROJECT = Pattern(rf"(?<![第哪这那另同上下平均])(?<!平均到)一个项目{_MUCH}")
_ORGANISED = Pattern("学校|小学|中学|幼儿园|医院|卫生院|敬老院")
_MAYBE_ORGANISED = Pattern("社区|机构|企业|公司|园区")


def priced(question: Understanding, spoken_of: Plan | None, answer: Answer, desk: Desk) -> Answer | None:
    """What is said instead of an answer that holds no price; None where none is asked for, or the answer holds it."""
    text = normalized(question.text)  # with its signs: “26.4万，一个”
    if _PROJECT.search(text) and len(answer.choices) > 1 and answer.kind is Kind.ANSWER and not question.plan.projects:
        return _which(answer.choices)
    asked = each_in(text)
    if asked is None and (price := _of_one_that_it_does(question, answer, text, desk)):
        return price
    if asked is not None and (other := _of_another_time(asked, text, answer)):
        return other
    strays = _strays(question, spoken_of, answer)
    if (
        asked is None
        or question.qualified - {Unanswerable.PER_HEAD}
        or _is_together(question, asked)
        or _named(question, asked)
        or (not strays and (_tells_price(answer, text) or _shaped(question.plan, answer)))
    ):
        return None
    plan = _spoken(spoken_of) if strays and spoken_of else _about(question, spoken_of, answer, desk)
    views = desk.matching(plan) if plan else []
    if (
        plan is None
        or not views
        or _each_of_its_own(views, asked, question.plan)
        or _in_doubt(question, answer, text[asked.start : asked.stop])
    ):
        return None
    many = asked.time and len(views) > _MOST
    if not (many or question.plan.projects or _speaks_of(views, asked)):
        return None
    if len(views) > _MOST:
        choices = facts.choices_of(plan, views) if len(answer.choices) > 1 else ()
        return (_whole_years(choices, text[asked.start : asked.end]) if asked.time else _which(choices)) if choices else None
    told = told_of(plan, text[asked.start : asked.end], asked, desk)
    told = (_of_another_time(asked, text, told) or told) if told else None
    return joined([answer, told]) if told and _tells_of_other_clauses(answer, text, asked) else told


def _tells_of_other_clauses(answer: Answer, text: str, asked: Each) -> bool:
    """Whether a line and what else was answered is asked for in other clauses: “改造多少户，每户补多少，一共多少钱”."""
    ends = [0, *(found.end() for found in PART.finditer(text)), len(text)]
    others = [text[start:end] for start, end in pairwise(ends) if end <= asked.start or start >= asked.stop]
    lines = any(fact.field == "indicator" for fact in answer.facts)
    return answer.kind is Kind.ANSWER and lines and any(_ASKS_MUCH.search(clause) for clause in others)


_ASKS_MUCH = Pattern("多少|几[^个]")


def _of_one_that_it_does(question: Understanding, answer: Answer, text: str, desk: Desk) -> Answer | None:
    """“绩效评价一个项目多少钱”: what one of the projects costs that the named one is about, where its form speaks of such; else it is asked of itself."""
    match = _OF_PROJECTS.search(text)
    bare = len(question.plan.projects) == 1 and set(question.plan.fields) == {Field.AMOUNT} and not _shaped(question.plan, answer)
    if match is None or not bare or question.doubtful or question.unknown:
        return None
    told = told_of(question.plan, match["said"], Each(*match.span("said"), match.end(), "个"), desk)
    stated = told.facts if told else ()
    counted = any(fact.field == "indicator" and "项目" in (fact.name or "") for fact in stated)
    return told if counted or all(map(is_price, stated)) else None


_OF_PROJECTS = Pattern(rf"(?P<said>(?<![第哪这那另同上下])(?:每一?个|单个|一个)项目){_MUCH}")


def _tells_price(answer: Answer, text: str) -> bool:
    """Whether the answer holds the price of one; “一户补多少” does not ask for what a household gains (户均增收)."""
    gains = bool(GAINING.search(fold(text)))
    return any(is_price(fact) and (gains or not GAIN.search(fold(fact.name or ""))) for fact in answer.facts)


def _strays(question: Understanding, spoken_of: Plan | None, answer: Answer) -> bool:
    """Whether a short question that names nothing was answered of others than the one project that was spoken of: “每人减多少”."""
    named = any(m.type in (NameType.PROJECT, NameType.UNIT) for m in question.names)
    wide = question.marks & {Mark.EVERYTHING, Mark.WHICH, Mark.EACH, Mark.PROJECTS, Mark.UNITS}
    if spoken_of is None or len(spoken_of.projects) != 1 or named or wide:
        return False
    return any(fact.project and fact.project not in spoken_of.projects for fact in answer.facts)


def _each_of_its_own(views: Sequence[TargetView], asked: Each, plan: Plan) -> bool:
    """“每家学校多少”, where the units are such: of each its own money is meant; by “平均每家” the mean of the units that have it."""
    if len(views) < _SEVERAL:
        return False
    if plan.aggregate is Aggregate.AVERAGE and plan.count_of is Field.UNIT and not _speaks_of(views, asked):
        return True
    kind = _MAYBE_ORGANISED.match(asked.word)
    return bool(_ORGANISED.match(asked.word)) or (kind is not None and any(kind[0] in view.target.unit for view in views))


def _in_doubt(question: Understanding, answer: Answer, said: str) -> bool:
    """Whether other words than these kept an answer from being given."""
    others = (fold(word) for word in (*question.doubtful, *question.unknown, *question.uncombined))
    lines = "".join(fold(fact.name or "") for fact in answer.facts if fact.field == "indicator")
    return answer.kind is not Kind.ANSWER and any(word not in said and word not in lines for word in others)


def _of_another_time(asked: Each, text: str, answer: Answer) -> Answer | None:
    """The answer with a word of it where its price is that of a month and a year was asked for, or the like; nothing is multiplied."""
    ahead = _AHEAD.search(text, 0, asked.start)  # “一年一个人多少”
    start = ahead.start() if ahead else asked.start
    said = " ".join((asked.rate or asked.unit, ahead[0] if ahead else "", *_EVERY.findall(text, asked.end, asked.stop)))
    times = [name for name, words_of in _TIMES.items() if any(word in said for word in words_of)]
    prices = [fact for fact in answer.facts if is_price(fact)]
    if not times or not prices or len({fact.name for fact in prices}) != 1 or answer.kind is not Kind.ANSWER:
        return None
    others = {_time_printed(fold(f"{fact.name}{fact.value}"), times) for fact in prices}
    other = others.pop() if len(others) == 1 else None
    if other is None:
        return None
    note = phrases.OF_ANOTHER_TIME.format(name=prices[0].name, other=other, said=text[start : asked.end])
    return replace(answer, lines=(answer.lines[0], note, *answer.lines[1:]))


def _time_printed(line: str, times: Sequence[str]) -> str | None:
    """The time that the price of a line is for, where it is another one."""
    return next((name for name in _TIMES if name not in times and name in line and times[0] not in line), None)


_EVERY = Pattern("[一每]个?(?:年|月|天|日|学期|季)")
_AHEAD = Pattern(r"[一每]个?(?:年|月|天|日|学期|季度?)(?:下来|平均|的|给|补|发)*\Z")
_TIMES = {"年": ("年",), "月": ("月",), "天": ("天", "日"), "学期": ("学期",), "季": ("季",)}


def _is_together(question: Understanding, asked: Each) -> bool:
    """Whether 一块 means together: “甲和乙一块多少钱”, “今年和去年一块多少”."""
    return asked.word == "块" and (len(question.plan.projects) > 1 or len(question.plan.years) > 1)


def _named(question: Understanding, asked: Each) -> bool:
    """Whether the words are those of a name: 一村一品."""
    end = asked.end - len(asked.rate) - (len(asked.noun) if asked.unit else 0)
    said = fold(normalized(question.text)[asked.start : end])
    named = (m for m in question.names if m.type in (NameType.PROJECT, NameType.UNIT) and said in fold(m.name))
    return bool(said) and any(m.start <= asked.start and end <= m.end for m in named)


def _shaped(plan: Plan, answer: Answer) -> bool:
    mean = plan.aggregate is Aggregate.AVERAGE and len(plan.projects) != 1  # “平均每个老人” of one project is none
    several = (
        plan.called
        or (len(plan.units) > 1 and not plan.projects and len(_pairs(answer)) != 1)
        or mean
        or (plan.aggregate is Aggregate.COUNT and not plan.projects)
    )
    compared = plan.compare and bool(plan.indicators.names)  # not “一亩补多少，两年一样吗”
    shaped = compared or plan.order or plan.by or plan.change or plan.whole or plan.told or plan.checked or plan.net_of
    return bool(several or shaped)


def _pairs(answer: Answer) -> tuple[tuple[str, str], ...]:
    """The projects with their units that an answer is about; of a question back those with a line that it tells of."""
    told = answer.facts if answer.kind is Kind.ANSWER else [f for f in answer.facts if f.field == "indicator"]
    return tuple(dict.fromkeys((f.project, f.unit) for f in told if f.project and f.unit))


def _with_the_line(plan: Plan, desk: Desk) -> tuple[tuple[str, str], ...]:
    """The projects with their units that have the line that is named: “专职消防员一人多少钱”."""
    if not plan.indicators.names:
        return ()
    views = desk.matching(plan.model_copy(update={"fields": (Field.INDICATOR,), "newest": plan.newest or Newest.EACH}))
    held = [view for view in views if fitting(view.target.indicators, plan.indicators)]
    return tuple(dict.fromkeys((view.target.project, view.target.unit) for view in held))


def _about(question: Understanding, spoken_of: Plan | None, answer: Answer, desk: Desk) -> Plan | None:
    """The plan of the projects that are meant: those named, those that the answer is about, else the one spoken of."""
    plan = question.plan
    if plan.projects:
        count = Aggregate.COUNT if plan.aggregate is Aggregate.COUNT else None  # “几个，一个多少钱”
        return plan.model_copy(update={"fields": (Field.AMOUNT,), "aggregate": count, "indicators": Plan().indicators})
    lines = _with_the_line(plan, desk)
    pairs = lines if lines and len(lines) <= _MOST else _pairs(answer)
    if pairs and (lines or answer.kind in (Kind.ANSWER, Kind.CLARIFY)):
        years = plan.years if lines else tuple(sorted({f.year for f in answer.facts if f.year}))
        names = {"projects": tuple(p for p, _ in pairs), "units": tuple(u for _, u in pairs), "among": pairs}
        return Plan(**names, years=years, fields=(Field.AMOUNT,), newest=None if years else Newest.EACH)
    named = any(m.type in (NameType.PROJECT, NameType.UNIT) for m in question.names)
    if spoken_of is None or len(spoken_of.projects) != 1 or named or answer.kind is Kind.ANSWER:
        return None
    return _spoken(spoken_of)


def _spoken(of: Plan) -> Plan:
    return Plan(projects=of.projects, units=of.units, years=of.years, newest=of.newest, fields=(Field.AMOUNT,))


def _speaks_of(views: Sequence[TargetView], asked: Each) -> bool:
    if asked.time or asked.word == "个":
        return len(views) == 1
    lines = [line for view in views for line in view.target.indicators]
    units = [unit for unit in (asked.unit, asked.noun) if unit]
    return any(any(counts(line, unit) for unit in units) or fold(asked.word) in fold(line.name) for line in lines)


def _which(choices: Sequence[Choice]) -> Answer:
    """Of several projects it is asked which is meant; a mean is only told where it is asked for."""
    first = f"有 {len(choices)} 个项目，您问的是哪一个？回数字；要平均数请说“平均每个项目多少钱”。"
    return Answer(
        Kind.CLARIFY, (first, *phrases.choose([c.label for c in choices[:_CHOICES]])), choices=tuple(choices[:_CHOICES])
    )


def _whole_years(choices: Sequence[Choice], said: str) -> Answer:
    """Of several projects nothing is printed for a month: their money of a whole year is offered."""
    first = f"{phrases.quoted(said)}多少，文件没有这样印，不做除法；要看全年的预算安排，回数字："
    return Answer(
        Kind.CLARIFY, (first, *phrases.choose([c.label for c in choices[:_CHOICES]])), choices=tuple(choices[:_CHOICES])
    )


_CHOICES = 5
