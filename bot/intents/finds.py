"""Which projects are so: words stand in their forms, a kind of money is there, a field is filled in or is not."""

from msgspec.structs import replace

from bot.answer import Answer, Choice, Desk, Intent, Kind, joined, target_key
from bot.described.by_description import stands_within
from bot.described.in_pieces import in_pieces
from bot.language.deeds import deeds_like
from bot.language.joints import LISTED
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.narrowed import found_by
from bot.shapes import Shape
from store.plan import Aggregate, Field, Newest, Plan
from store.text import fold


def _claims(question: Understanding) -> bool:
    plan = question.plan
    if plan.fields != (Field.PROJECT,) or plan.order or plan.compare:
        return False
    return plan.narrowed and plan.aggregate in (None, Aggregate.COUNT)


def _answer(question: Understanding, desk: Desk) -> Answer:
    found = found_by(question.plan, desk)
    apart = in_pieces(question.plan, desk) if found.kind is Kind.NOT_FOUND and question.plan.texts else None
    by_pieces = found_by(apart, desk) if apart else found
    told = (
        by_pieces
        if by_pieces.kind is Kind.ANSWER
        else _each_of_a_list(question.plan, desk)
        or _written_elsewhere(question.plan, desk, found)
        or _written_otherwise(question.plan, desk, found)
        or _called_nearly(question.plan, desk)
        or found
    )
    return told if told.kind is Kind.CLARIFY else _with_units_so_called(told, question, desk)


def _each_of_a_list(plan: Plan, desk: Desk) -> Answer | None:
    """“跟白蚁、蚊虫有关的”: what says the one, and what says the other, where no form says both."""
    parts = [part for part in LISTED.split(plan.texts[0].text) if part] if len(plan.texts) == 1 else []
    if len(parts) < _LEAST or min(map(len, parts)) < _LEAST:
        return None
    texts = (plan.texts[0].model_copy(update={"text": part}) for part in parts)
    return joined([found_by(plan.model_copy(update={"texts": (text,)}), desk) for text in texts])


def _written_elsewhere(plan: Plan, desk: Desk, found: Answer) -> Answer | None:
    """What says the words in another part of the form than the one that is asked of: that it does not stand there is said first."""
    if not any(text.within for text in plan.texts):
        return None
    anywhere = plan.model_copy(update={"texts": tuple(text.model_copy(update={"within": ()}) for text in plan.texts)})
    elsewhere = found_by(anywhere, desk)
    if elsewhere.kind is not Kind.ANSWER or desk.count(anywhere) > _MOST:
        return None
    return replace(elsewhere, lines=(*found.lines, "写在别处的：", *elsewhere.lines))


def _written_otherwise(plan: Plan, desk: Desk, found: Answer) -> Answer | None:
    """What a unit's forms say of it by a kindred word (购置 for 采购), where none says this one, which is said first."""
    if len(plan.texts) != 1 or len(plan.units) != 1 or found.kind is not Kind.NOT_FOUND:
        return None
    word = plan.texts[0]
    alike = sorted(other for other in deeds_like(word.text) - {word.text} if len(other) >= _LEAST and set(other) & set(word.text))
    texts = (word.model_copy(update={"text": other}) for other in alike)
    every = [found_by(plan.model_copy(update={"texts": (text,)}), desk) for text in texts]
    told = [one for one in every if one.kind is Kind.ANSWER]
    if not told:
        return None
    said = (
        told[0] if len(told) == 1 else replace(joined(told), choices=(), remembered=plan, shown=None)
    )  # “第一个” is of no one list
    return replace(said, lines=(*found.lines, *said.lines))


_RELATED = Pattern("有关|相关|关系|沾边|挂钩")


def _with_units_so_called(found: Answer, question: Understanding, desk: Desk) -> Answer:
    """“跟水库有关的”: beside the forms that say so the other projects of the units that are called so."""
    plan = question.plan
    text = fold(plan.texts[0].text) if len(plan.texts) == 1 and not plan.texts[0].within else ""
    units = tuple(unit for unit in desk.book.units if text and text in fold(unit))
    if not _RELATED.search(question.text) or plan.units or not 1 <= len(units) <= _MOST:
        return found
    said = {target_key(view) for view in desk.matching(plan, money_only=True)}
    every = desk.matching(plan.model_copy(update={"texts": (), "units": units}), money_only=True)
    others = [view for view in every if target_key(view) not in said]
    if not others or len(others) > _MOST_OTHERS:
        return found
    listed = phrases.listed([facts.whose(view) for view in others])
    line = f"单位名称里有{phrases.quoted(plan.texts[0].text)}、表里没有写的项目有 {len(others)} 个：{listed}。"
    stated = tuple(facts.name(view) for view in others)
    cited = tuple(dict.fromkeys((*found.cited, *cite(stated))))
    return replace(found, kind=Kind.ANSWER, lines=(*found.lines, line), facts=(*found.facts, *stated), cited=cited)


_MOST_OTHERS = 10  # projects


def _called_nearly(plan: Plan, desk: Desk) -> Answer | None:
    """The projects whose names hold the characters that no form holds side by side (古桥 in 古石拱桥), offered."""
    text = fold(plan.texts[0].text) if len(plan.texts) == 1 else ""
    if not _LEAST <= len(text) <= _MOST:
        return None
    held = [(project, unit) for project, unit in desk.book.pairs((), plan.units) if stands_within(text, fold(project))]
    if not 1 <= len(held) <= _MOST:
        return None
    choices = tuple(
        Choice(f"{unit}{phrases.project(project)}", Plan(projects=(project,), units=(unit,), newest=Newest.EACH))
        for project, unit in sorted(held)
    )
    first = f"没有项目的表里写有{phrases.quoted(plan.texts[0].text)}。名称里分开写有这几个字的，回数字查看："
    return Answer(Kind.CLARIFY, (first, *phrases.choose([c.label for c in choices])), choices=choices)


_LEAST, _MOST = 2, 5  # characters; projects that are offered


INTENT = Intent(
    name="finds",
    title="按表里写的内容找项目",
    claims=_claims,
    answer=_answer,
    heeds=frozenset({Shape.AGGREGATE}),
    examples=(
        "哪个项目的目标里写了下派干部",
        "哪些项目提到机房",
        "名字里带经费的项目有哪些",
        "哪些项目没填项目期",
        "哪些项目有财政拨款",
        "哪些项目没有经济效益指标",
    ),
    counterexamples=("10万以上的项目有哪些", "软件升级维护的项目期", "软件升级维护有没有其他资金", "有哪些项目"),
)
