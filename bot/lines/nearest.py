"""A line that most of the words speak for, where none explains all of them: it is offered with the words that it does not explain."""

from bot.answer import Answer, Choice, Kind
from bot.lines.weighing import Weighed
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from store.plan import Field, IndicatorFilter, Plan


def nearest(question: Understanding, answer: Answer) -> Answer | None:
    """The few lines that may be meant, what they print, and what was not understood; None where there is an answer, or no such line."""
    near = question.nearest
    if answer.kind is Kind.ANSWER or not near or any(fact.field == "indicator" and fact.value for fact in answer.facts):
        return None
    stated = [facts.indicator(one.view, one.line) for one in near]
    unsaid = list(dict.fromkeys(word for one in near for word in one.unsaid))
    said = phrases.listed([phrases.quoted(word) for word in unsaid])
    lines = [f"{f'{said}没有看懂，不敢当作没说' if unsaid else '没有正好这样写的指标'}。意思最近的指标："]
    lines += [
        f"{phrases.one_line(one.line.value)}：{facts.whose(one.view)}{one.line.level2}{phrases.printed(one.line.name)}。"
        for one in near
    ]
    if question.spending:
        lines.append(phrases.no_spending(question.spending))
    choices = tuple(Choice(f"{facts.whose(one.view)}{phrases.printed(one.line.name)}", _plan(one)) for one in near)
    lines.append("是的话回 1。" if len(near) == 1 else "是哪一条，回数字：")
    if len(near) > 1:
        lines += phrases.choose([c.label for c in choices])
    return Answer(Kind.CLARIFY, tuple(lines), tuple(stated), cite(stated), choices)


def _plan(one: Weighed) -> Plan:
    target = one.view.target
    named = {"projects": (target.project,), "units": (target.unit,), "years": (target.year,)}
    return Plan(**named, fields=(Field.INDICATOR,), indicators=IndicatorFilter(names=(one.line.name,)))
