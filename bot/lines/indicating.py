"""Indicators by what people call them: words that nothing else explains, nouns, counts, looked up in what is asked about."""

from collections.abc import Sequence
from typing import Protocol

from bot.book import Book
from bot.language.descriptions import INSIDE
from bot.language.meanings import Asked, EachSaid, LevelSaid, Mark, MeasureSaid, NounSaid, Proposal
from bot.language.patterns import Pattern
from bot.language.unanswerable import QualifierSaid, Unanswerable
from bot.lines.money_beside import money_said, with_money
from bot.reading.parse import Leftover, Parse, is_filler
from store.names import NameType
from store.plan import Aggregate, Field, IndicatorFilter, Newest, Part, Plan
from store.targets import TargetView
from store.text import fold


class FindIndicators(Protocol):
    """Looks up words that only an indicator explains among those of a plan's targets."""

    def __call__(self, plan: Plan, phrases: Sequence[str], measures: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The indicators' names that the phrases or measures mean, and the phrases that served."""

    def views(self, plan: Plan) -> list[TargetView]:
        """The targets that the plan speaks of, the newest of each project where it wants these."""


def has_indicators(plan: Plan, asked: Plan, find: FindIndicators) -> bool:
    """Whether the indicators that are named are there in what was spoken of; else the question is a new one."""
    names = asked.indicators.names
    return not names or bool(set(names) & set(find(plan, names, ())[0]))


_SATISFACTION = Pattern("满意[度率]")


def satisfaction_of(asked: Plan, plan: Plan) -> IndicatorFilter | None:
    """“村民满意度” of a project that asks others (游客满意度): its own lines of that class, which the reply names."""
    names = asked.indicators.names
    if not plan.projects or not names or not all(map(_SATISFACTION.search, names)):
        return None
    return IndicatorFilter(level1=("满意度指标",))


_ANYBODY = Pattern("(?:人民|受益)?群众|(?:社会)?公众|老?百姓|大众|受益(?:者|人|人员|对象)|服务对象")


def speaks_of_anybody(plan: Plan, said: Parse) -> bool:
    """Whether the lines that are named are of whoever may be content: “群众满意度” is 游客满意度 where the form asks these."""
    named = said.mentioned(NameType.INDICATOR) if plan.indicators.names else []
    return bool(named) and all(_ANYBODY.match(said.said.text, m.start) for m in named)


def with_indicators(plan: Plan, said: Parse, find: FindIndicators, book: Book) -> tuple[Plan, tuple[str, ...]]:
    """The plan with the indicators that leftover words, nouns or counts mean within its scope; and the words that served so."""
    if _tells_which(said, plan):
        money = {"fields": tuple(f for f in plan.fields if f is not Field.INDICATOR), "indicators": IndicatorFilter()}
        return _of_those_with(plan.indicators.names, plan, find).model_copy(update=money), ()
    words = [x.text for x in said.leftovers if x.tokens > 1 and not _is_said_again(said, x)]
    told = any(text.within == (Part.INDICATORS,) for text in plan.texts)  # by which the project is told
    named = [said.said.text[m.start : m.end] for m in said.mentioned(NameType.INDICATOR) if not told]
    nouns = [*named, *(n.word for n in said.meanings(NounSaid))]
    heads = [q for q in said.spans_meaning(QualifierSaid) if QualifierSaid(Unanswerable.PER_HEAD) in said.meanings(QualifierSaid)]
    measures = [*(m.unit for m in said.meanings(MeasureSaid)), *([PER_HEAD] if heads else [])]
    costs = _costs_of_one(said)
    rates = _rates_begun(said, plan, find)
    if Field.AGREEMENT in plan.fields or not (words or measures or nouns or costs or rates):
        return plan, ()
    ranked = bool(plan.indicators.names and plan.order)  # “家长满意度最高的学校”: one may call it 幼儿家长满意度
    if not plan.projects and (ranked or not plan.units):
        return _of_the_project_told(plan, words, find) or _anywhere(plan, [*words, *nouns], said, book)
    asked_when = any(p.meaning == Asked(Field.PERIOD) for p in said.cover)
    phrases = [*_with_nouns(words, nouns), *nouns, *(f"{word}时间" for word in words if asked_when), *costs, *rates]
    found, served = find(plan, phrases, measures)
    standards = tuple(noun for noun in nouns if noun in _STANDARDS)
    if standards and not found and plan.projects and not measures:
        found, _ = find(plan, (), (PER_HEAD,))  # a form may call it 人均补贴
        served = standards if found else served
    if found and measures and (others := nouns if _of_another_clause(said) else _listed_apart(said)):
        more, served_too = find(plan, others, ())
        found, served = tuple(dict.fromkeys((*found, *more))), (*served, *served_too)
    if found and not (nouns or measures) and plan.projects and _before_the_name(said, served):
        # “大桥的检测多少”: a word before the project's name tells which project, not which of its lines.
        return _of_those_with(found, plan, find), served
    if found and not (nouns or measures) and _costs_a_part(said, served, found, plan, find):
        return plan, ()
    if not found or (heads and not (plan.projects or served)):  # “财政局人均” asks of no one project
        return plan, ()
    served = (*served, *_explained(words, served, plan, found, book), *(q.text for q in heads), *_counted_by(said, found))
    if asked_when:
        plan = plan.model_copy(update={"fields": tuple(f for f in plan.fields if f is not Field.PERIOD)})
    of_one = {word for phrase, pieces in (costs | rates).items() if phrase in served for word in pieces}
    served = (*served, *of_one)
    level2 = tuple(level for level in plan.indicators.level2 if level.removesuffix("指标") not in of_one)
    update = {"names": found, "level1": plan.indicators.level1, "level2": level2}
    fields = with_money(plan, said, per_head=bool(heads))
    aggregate = None if plan.aggregate in (Aggregate.SUM, Aggregate.COUNT) and plan.projects else plan.aggregate
    return plan.model_copy(update={"indicators": IndicatorFilter(**update), "fields": fields, "aggregate": aggregate}), served


def _is_said_again(said: Parse, leftover: Leftover) -> bool:
    """Whether the words are a piece of the project that another clause names, and nothing is counted: “公厕改成了200万。公厕新建多少”."""
    if said.spans_meaning(MeasureSaid, NounSaid):
        return False
    projects = (m for m in said.mentioned(NameType.PROJECT) if said.clause(m.start) != said.clause(leftover.start))
    return any(leftover.text in fold(name) for mention in projects for name in mention.all_names())


def _rates_begun(said: Parse, plan: Plan, find: FindIndicators) -> dict[str, tuple[str]]:
    """“污水处理|率”: a line of the project that begins with the last words of its name, as far as some line has them; and the word."""
    ends = {m.end: m.start for m in said.mentioned(NameType.PROJECT)} if plan.projects else {}
    for word in said.leftovers:
        if word.text == _RATE and word.start in ends:
            starts = range(max(ends[word.start], word.start - _TAIL), word.start - 1)
            tails = (said.said.text[start : word.end] for start in starts)
            if tail := next((tail for tail in tails if find(plan, (tail,), ())[0]), None):
                return {tail: (word.text,)}
    return {}


_RATE, _TAIL = "率", 6  # characters


def _costs_of_one(said: Parse) -> dict[str, tuple[str, str]]:
    """“单台|成本”, “人均|成本” is called so, and no cost at large: the words, and the two of them."""
    each = [p for p in said.cover if isinstance(p.meaning, EachSaid) or p.meaning == QualifierSaid(Unanswerable.PER_HEAD)]
    levels = [p for p in said.cover if isinstance(p.meaning, LevelSaid) and p.meaning.level == _SECOND]
    text = said.said.text
    beside = ((text[one.start : one.end], text[of.start : of.end]) for one in each for of in levels if one.end == of.start)
    return {f"{one}{of}": (one, of) for one, of in beside}


_SECOND = 2
_STANDARDS = frozenset({"标准", "补助标准", "补贴标准"})


def _of_those_with(lines: Sequence[str], plan: Plan, find: FindIndicators) -> Plan:
    """The plan of those of its projects whose forms have such a line: “装电梯的小区改造” of several that are called so."""
    named = set(lines)
    having = dict.fromkeys(v.target.project for v in find.views(plan) if any(i.name in named for i in v.target.indicators))
    return plan.model_copy(update={"projects": tuple(having)}) if having else plan


_OF_WHICH = Pattern(r"的(?:[那这]一?[个项期批段笔])?")


def _tells_which(said: Parse, plan: Plan) -> bool:
    """Whether a line that is named only tells which of several projects is meant: “有录播教室的智慧校园多少钱”."""
    lines, projects = said.mentioned(NameType.INDICATOR), said.mentioned(NameType.PROJECT)
    if len(lines) != 1 or len(projects) != 1 or len(plan.projects) < 2 or not money_said(said):
        return False
    return bool(_OF_WHICH.fullmatch(said.said.text[lines[0].end : projects[0].start]))


def _before_the_name(said: Parse, served: Sequence[str]) -> bool:
    """Whether all words that an indicator explains stand before the project's name in its clause, and money is asked behind it."""
    named = max(said.mentioned(NameType.PROJECT), key=lambda m: m.start, default=None)
    asks = [p for p in said.cover if p.meaning is Mark.HOW_MUCH or p.meaning == Asked(Field.AMOUNT)]
    if named is None or not any(p.start >= named.end for p in asks):
        return False
    words = [x for x in said.leftovers if x.text in served]
    return bool(words) and all(x.end <= named.start and said.clause(x.start) == said.clause(named.start) for x in words)


def _costs_a_part(said: Parse, served: Sequence[str], found: Sequence[str], plan: Plan, find: FindIndicators) -> bool:
    """“小区改造里电梯花多少钱”: what a part of the project costs; its total is no answer, nor a line that counts such parts."""
    named = min(said.mentioned(NameType.PROJECT), key=lambda m: m.end, default=None)
    words = [x for x in said.leftovers if x.text in served and named and x.start >= named.end]
    if named is None or not words or len(words) < len(served):
        return False
    behind = next((p for p in said.cover if p.start >= words[0].end and not is_filler(p)), None)
    if behind is None or not (behind.meaning in (Mark.SPENDING, Mark.HOW_MUCH) or behind.meaning == Asked(Field.AMOUNT)):
        return False
    between = said.said.text[named.end : words[0].start]
    money = behind.meaning in (Mark.SPENDING, Asked(Field.AMOUNT)) and "钱" in said.said.text[behind.start : behind.end]
    inside = INSIDE.fullmatch(between) or (between == "的" and money)  # “小区改造的电梯花多少钱”
    priced = any("元" in i.value for view in find.views(plan) for i in view.target.indicators if i.name in found)
    return bool(inside) and not priced


def _of_another_clause(said: Parse) -> bool:
    """Whether a noun is asked for in another clause than a count: “多少座，合格率多少”."""
    counts = {said.clause(p.start) for p in said.cover if isinstance(p.meaning, MeasureSaid)}
    nouns = {said.clause(p.start) for p in said.cover if isinstance(p.meaning, NounSaid)}
    return bool(counts and nouns) and not counts & nouns


def _listed_apart(said: Parse) -> list[str]:
    """The lines that are named beside a count, and are not what is counted: “更换多少公里、投诉办结率”."""
    counts = [p for p in said.cover if isinstance(p.meaning, MeasureSaid)]
    text = said.said.text
    return [
        text[m.start : m.end]
        for m in said.mentioned(NameType.INDICATOR)
        if all(_JOINT.search(text, min(m.end, p.end), max(m.start, p.start)) for p in counts)
    ]


_JOINT = Pattern("[、,，;；和与及跟]|以及|还有")

PER_HEAD = "每人"  # the measure of what is counted in 元/人


def _explained(words: Sequence[str], served: Sequence[str], plan: Plan, found: Sequence[str], book: Book) -> list[str]:
    """Words that served in part, or are made of pieces of the project's name and the indicators' names: 保洁 + 河道."""
    names = [fold(name) for name in (*found, *(plan.projects or (p for p, _ in book.pairs((), plan.units))))]
    in_part = [word for word in words if any(phrase.startswith(word) for phrase in served)]
    return [*in_part, *(word for word in words if word not in served and _made_of(fold(word), names))]


def _counted_by(said: Parse, found: Sequence[str]) -> list[str]:
    """The characters right behind a count that a line has as well: 队 of “几支|队”, for 参赛龙舟队."""
    ends = {p.end for p in said.cover if isinstance(p.meaning, MeasureSaid)}
    return [x.text for x in said.leftovers if x.tokens == 1 and x.start in ends and any(x.text in name for name in found)]


def _made_of(word: str, names: Sequence[str]) -> bool:
    """Whether the word is wholly made of pieces of at least two characters that stand in the names."""
    if not word:
        return True
    pieces = (word[:size] for size in range(len(word), 1, -1))
    return any(any(piece in name for name in names) and _made_of(word[len(piece) :], names) for piece in pieces)


def nouns_in_vain(plan: Plan, said: Parse) -> bool:
    """Whether a word that names of indicators are made of, or a count of something, found none."""
    return bool(said.meanings(NounSaid) or said.meanings(MeasureSaid)) and plan.indicators.everything


def unserved_nouns(plan: Plan, said: Parse, served: Sequence[str]) -> list[Leftover]:
    """Of several lines that are asked for the words of those that none of what was found is called by: “多少户，什么时候开工”."""
    asked = [p for p in said.cover if isinstance(p.meaning, NounSaid) or (isinstance(p.meaning, MeasureSaid) and p.meaning.unit)]
    if plan.indicators.everything or len(asked) + _levels_apart(said, asked) < _SEVERAL:
        return []
    known = (*served, *map(fold, plan.indicators.names))
    unserved = (p for p in asked if isinstance(p.meaning, NounSaid) and not any(p.meaning.word in one for one in known))
    return [said.words(p.start, p.end) for p in unserved if said.said.text[p.start : p.end] not in served]


_SEVERAL = 2


def _levels_apart(said: Parse, asked: Sequence[Proposal]) -> int:
    """How many kinds of lines are listed beside those words: “面积 满意度”, and not “满意度标准”."""
    text = said.said.text
    levels = [p for p in said.cover if isinstance(p.meaning, LevelSaid)]
    between = ((text[min(p.end, one.end) : max(p.start, one.start)] for one in asked) for p in levels)
    return sum(all(_APART.search(words) for words in beside) for beside in between)


_APART = Pattern(r"[\s、,，;；和与及跟]|以及|还有")


def _of_the_project_told(plan: Plan, words: Sequence[str], find: FindIndicators) -> tuple[Plan, tuple[str, ...]] | None:
    """“海塘|巡查次数”: the line of the one project that has it and whose name holds all the other words; None where it is not the only one."""
    if not (plan.indicators.names and words):
        return None
    lines = plan.model_copy(update={"newest": None if plan.years else Newest.EACH, "fields": (Field.INDICATOR,)})
    held = [v.target for v in find.views(lines) if any(line.name in plan.indicators.names for line in v.target.indicators)]
    told = {(t.project, t.unit) for t in held if all(word in fold(t.project) for word in words)}
    if len(told) != 1:
        return None
    ((project, unit),) = told
    return lines.model_copy(update={"projects": (project,), "units": (unit,), "fields": plan.fields}), tuple(words)


def _anywhere(plan: Plan, words: Sequence[str], said: Parse, book: Book) -> tuple[Plan, tuple[str, ...]]:
    """Where nothing narrows the question: the indicators of any target whose names hold the words."""
    if plan.indicators.names:
        longer = tuple(dict.fromkeys(n for name in plan.indicators.names for n in (name, *book.indicators_with(name))))
        fields = tuple(f for f in plan.fields if f is not Field.AMOUNT) or plan.fields  # “厕所蹲位造价多少钱” is of no project
        return plan.model_copy(update={"indicators": plan.indicators.model_copy(update={"names": longer}), "fields": fields}), ()
    money = any(a.field is Field.AMOUNT for a in said.meanings(Asked)) or money_said(said)
    held = {word: names for word in words if (names := book.indicators_with(word) or book.indicators_like(word))}
    if money or not held or said.meanings(MeasureSaid) or not set(plan.fields) <= {Field.AMOUNT, Field.INDICATOR}:
        return plan, ()
    names = tuple(dict.fromkeys(n for found in held.values() for n in found))
    newest = plan.newest if plan.years or plan.percents else None
    fields = tuple(dict.fromkeys((*(f for f in plan.fields if f is not Field.AMOUNT), Field.INDICATOR)))
    return plan.model_copy(update={"indicators": IndicatorFilter(names=names), "fields": fields, "newest": newest}), tuple(held)


def _with_nouns(words: Sequence[str], nouns: Sequence[str]) -> list[str]:
    """The words, and where nouns stand with them the words alone and with each noun: “发放” + “人数”."""
    return [*words, *(f"{word}{noun}" for word in words for noun in nouns)]
