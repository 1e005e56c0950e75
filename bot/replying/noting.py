"""What every reply must say of its question beside the answer: what no table holds, what limits it, which words served nothing."""

from collections.abc import Sequence
from functools import reduce

from msgspec.structs import replace

from bot.answer import Answer, Desk, Kind
from bot.doubts.absence import years_evaluated
from bot.language import carried_years
from bot.language.amounts import yuan_of
from bot.language.aspects import WHICH_WAY
from bot.language.counted import LINES, lines_said
from bot.language.each import each_in
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.lines.per_unit import is_price
from bot.question import Understanding
from bot.reading.natures import NEW
from bot.replying import phrases
from bot.replying.executed import EXECUTED
from bot.replying.left_unsaid import absent_from_the_sum, namesakes_elsewhere, units_without_the_line
from bot.replying.middle_term import passed_over
from bot.replying.narrowed import limits_of
from bot.replying.reasons import with_reasons
from bot.replying.wanted import OF_MONEY, Wanted
from bot.topics import Topic
from store.model import Horizon
from store.plan import WORDS, Aggregate, Comparator, Field, Newest, Plan
from store.text import fold


def with_notes(answer: Answer, question: Understanding, desk: Desk) -> Answer:
    """What every reply must say of the question: spending is not in the tables, nor reasons; what served nothing."""
    if question.topic is not Topic.TARGETS:
        return answer
    answer = with_reasons(answer, question, desk)
    lines = list(answer.lines)
    if question.spending and answer.kind is Kind.ANSWER and not any(fact.field in EXECUTED for fact in answer.facts):
        lines.append(phrases.no_spending(question.spending))
    if Mark.WRONG in question.marks and answer.kind is Kind.ANSWER and phrases.NO_CHANGES not in lines:
        lines.append(phrases.NO_CHANGES)
    plan = answer.remembered if answer.remembered and answer.remembered.narrowed else question.plan
    if answer.kind is Kind.ANSWER and _is_limited_unsaid(plan):
        lines.append(f"只算{limits_of(plan)}的项目。")
    lines.extend(_of_attributes(answer, question, desk))
    lines.extend(line for line in _years_without(answer, question, desk) if not any(line in said for said in answer.lines))
    lines.extend(namesakes_elsewhere(answer, question, desk))
    lines.extend(absent_from_the_sum(answer, question.plan, desk))
    lines.extend(units_without_the_line(answer, question))
    lines.extend(_lines_counted(answer, question))
    newer, of_year = _without_middle_term(answer, question, desk)
    lines.extend(newer)
    lines.extend(_carried_over_of(answer, question))
    lines.extend(_without_a_sign(answer, question))
    named = () if answer.kind is Kind.ANSWER else (*question.doubtful, *question.unknown)
    named += tuple(fact.project for fact in answer.facts if fact.field == "listed" and fact.project)
    unused = [word for word in _without_texts(question.unused, answer, question.text) if not _is_told_of_it(word, answer)]
    left = [w for w in unused if not any(w in n for n in named) and not any(f"“{w}”" in line for line in lines)]
    if left:
        lines.append(phrases.unused(left))
    return replace(answer, lines=tuple(lines), shown=answer.shown or of_year or _first(answer, question.plan))


def _is_told_of_it(word: str, answer: Answer) -> bool:
    """Whether it is an amount that a side of the comparison has: “怎么才七万”."""
    yuan = yuan_of(word) if answer.remembered and answer.remembered.compare else None
    return yuan is not None and any(fact.yuan == yuan and fact.op is None for fact in answer.facts)


def _first(answer: Answer, plan: Plan) -> Plan | None:
    """What “它” means after a question about what comes first: “最多的那个干什么用”."""
    told = {(f.project, f.unit) for f in answer.facts if f.project and f.unit}
    if _looks_up(plan) and len(told) == 1 and answer.kind is Kind.ANSWER:
        return _of_the_found(plan, answer, *told.pop())
    if (
        plan.order is None
        or plan.order.count > 1
        or plan.other_order
        or plan.by
        or len(told) != 1
        or answer.kind is not Kind.ANSWER
    ):
        return None
    project, unit = told.pop()
    return plan.model_copy(update={"projects": (project,), "units": (unit,), "order": None, "aggregate": None, "called": ""})


def _looks_up(plan: Plan) -> bool:
    """Whether an amount is all that is said of what is looked for: “12.6万是哪个项目的钱”."""
    exact = bool(plan.amounts) and all(limit.op is Comparator.EQUAL for limit in plan.amounts)
    return exact and not (plan.projects or plan.by or plan.compare or plan.order)


def _of_the_found(plan: Plan, answer: Answer, project: str, unit: str) -> Plan:
    """The plan of the one form that has the amount: “今年多少” behind it is about that project, whatever amount it has then."""
    years = tuple(sorted({f.year for f in answer.facts if f.year}))
    found = {"projects": (project,), "units": (unit,), "years": years, "newest": None, "fields": (Field.AMOUNT,)}
    return plan.model_copy(update={**found, "amounts": (), "aggregate": None, "count_of": None, "called": ""})


def _without_middle_term(answer: Answer, question: Understanding, desk: Desk) -> tuple[list[str], Plan | None]:
    """Says which newer forms were passed over, as they have no middle term; what follows (“年度呢”) is asked of the form shown."""
    plan = question.plan
    if plan.horizon is not Horizon.MID_TERM or plan.newest is None:
        return [], None
    stated = [(f.project, f.unit, f.year) for f in answer.facts if f.project and f.unit and f.year]
    years = {year for *_, year in stated}
    if plan.newest is Newest.EACH:
        newer = passed_over(stated, desk.book)
        shown = plan.model_copy(update={"years": tuple(years), "newest": None}) if newer and len(years) == 1 else None
        return ([f"{phrases.years(newer)}的表上没有中期这一栏。"] if newer else []), shown
    known = desk.book.years_of(plan.projects, plan.units)
    newer = tuple(y for y in known if y > max(years)) if years else ()
    return ([f"{phrases.years(newer)}的表上没有中期的金额。"] if newer else []), None


def _carried_over_of(answer: Answer, question: Understanding) -> list[str]:
    """Says of which year's form “去年结转了多少” was answered, as what was left of that year stands in the next one."""
    years = question.plan.years
    if answer.kind is not Kind.ANSWER or len(years) != 1 or not any(span.rule == carried_years.RULE for span in question.spans):
        return []
    later = years[0] + 1
    return [f"这是{years[0]}年表上的“上年结转”；{years[0]}年结转到{later}年的，请问“{later}年上年结转多少”。"]


def _lines_counted(answer: Answer, question: Understanding) -> list[str]:
    """Says how many lines the form has where the question believes that there are more or fewer: “三条效益指标是什么”."""
    told = {(f.source.row, f.name) for f in answer.facts if f.field == "indicator" and f.source}
    forms = {(f.project, f.unit, f.year) for f in answer.facts}
    for span in question.spans if told and len(forms) == 1 else ():
        if span.rule == LINES and lines_said(words := question.text[span.start : span.end]) not in (0, len(told)):
            return [f"问的是{phrases.quoted(words)}，表上是 {len(told)} 条。"]
    return []


def _without_a_sign(answer: Answer, question: Understanding) -> list[str]:
    """Says of a value whether nothing beside it tells which way it is limited: “合格率是不超过还是不低于”."""
    asked = any(span.rule == WHICH_WAY for span in question.spans)
    values = [fact.value for fact in answer.facts if fact.field == Field.INDICATOR.value and fact.value]
    bare = asked and bool(values) and not any(_A_SIGN.search(value) for value in values)
    return [phrases.NO_SIGN] if bare else []


_A_SIGN = Pattern("[≤≥<>＜＞至超低高少多大小内上下前后]")


def _is_limited_unsaid(plan: Plan) -> bool:
    """Whether a limit is one of a reply that does not say so itself, as lists and sums do."""
    lists = plan.fields == (Field.PROJECT,) and plan.aggregate in (None, Aggregate.COUNT) and not (plan.order or plan.compare)
    apart = bool(plan.compare or plan.by) and not plan.order and bool(plan.amounts)
    return (plan.narrowed or apart) and not lists and Field.QUALITY not in plan.fields


def _of_attributes(answer: Answer, question: Understanding, desk: Desk) -> list[str]:
    """Says of which kind of projects a reply is that does not name it, and whether that is a 项目来源, or an attribute that is called like a change."""
    said, kinds = "".join(answer.lines), question.plan.attributes
    if answer.kind is not Kind.ANSWER or not kinds:
        return []
    sources = "项目来源" if {*kinds} <= desk.book.sources else ""
    unsaid = sources not in said or not any(kind in said for kind in kinds)
    lines = [f"只算{sources}{phrases.listed([phrases.quoted(kind) for kind in kinds])}的项目。"] if unsaid else []
    return [*lines, *([phrases.BY_ATTRIBUTE] if any(span.rule == NEW for span in question.spans) else [])]


def _without_texts(unused: Sequence[str], answer: Answer, text: str) -> list[str]:
    """The words that served nothing, less those that were looked for in the forms after all."""
    texts = [text.text for text in answer.remembered.texts] if answer.remembered else []
    left = (reduce(_without, texts, word) for word in unused)
    each = each_in(fold(text)) if any(map(is_price, answer.facts)) else None
    said = fold(text)[each.start : each.end] if each else ""  # of which one the price is
    return [word for word in left if word and fold(word) not in said]


def _without(word: str, text: str) -> str:
    return "" if word in text else word.replace(text, "")


def _years_without(answer: Answer, question: Understanding, desk: Desk) -> list[str]:
    """Of several years that are asked for those that nothing was found of; those of a 项目期 are years of no files."""
    if answer.remembered and any(spot.reads for spot in answer.remembered.stated):
        return []
    if question.plan.compare and {*question.plan.fields} & WORDS:
        return []  # of each side it is told why it says nothing
    found = {fact.year for fact in answer.facts if fact.year}
    listed = "".join(answer.lines)
    missing = [
        year
        for year in question.plan.years
        if year not in found and not any(f"{year}年{said}" in listed for said in (" 表上", "“"))
    ]
    if not found or not missing or answer.kind is not Kind.ANSWER or question.plan.order or question.plan.change:
        return []
    evaluated, unloaded = years_evaluated([year for year in missing if year not in desk.book.years], desk)
    absent, blank = _absent_or_blank([year for year in missing if year in desk.book.years], question.plan, desk)
    lines = [f"{phrases.years(evaluated)}只导入了绩效自评表，没有绩效目标表。"] if evaluated else []
    lines += [f"{phrases.years(unloaded)}的文件没有导入。"] if unloaded else []
    lines += [f"{phrases.years(blank)}的表上没有填“{Wanted.of(question.plan).cited}”（没有填写不等于 0）。"] if blank else []
    return [*lines, *([f"{phrases.years(absent)}的文件里没有。"] if absent else [])]


def _absent_or_blank(years: Sequence[int], plan: Plan, desk: Desk) -> tuple[list[int], list[int]]:
    """Of these years those that have nothing of what is asked about, and those whose forms have none of its money filled in."""
    if plan.fields not in OF_MONEY or plan.amounts:
        return list(years), []
    there = {year for year in years if desk.count(plan.model_copy(update={"years": (year,), "newest": None, "order": None}))}
    return [year for year in years if year not in there], sorted(there - set(desk.filled(plan)))
