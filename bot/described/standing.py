"""The lines of a form in which words stand: name, goals, indicators, one-line facts; quoted, each with its source."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from bot.answer import Fact
from bot.language.patterns import Pattern
from bot.replying import facts, phrases
from store.model import Attribute, Horizon, Indicator
from store.plan import Part, TextFilter
from store.searching import SEARCHED_FACTS
from store.targets import TargetView
from store.text import fold

LABELS = {
    Attribute.DEPARTMENT.value: "主管部门",
    Attribute.ATTRIBUTE.value: "项目属性",
    Attribute.SOURCE.value: "项目来源",
    Attribute.PERIOD.value: "项目期",
}
_SENTENCE = Pattern(r"[^。；;\n]*[。；;\n]?")
_SHOWN = 2  # lines of one project
NAME = "项目名称"


class Standing(Struct, frozen=True):
    """A line that holds one of the texts: what to say of it, and the fact that it is."""

    said: str
    fact: Fact

    @property
    def bare(self) -> str:
        """An indicator without its class: “保障张楼村经济发展” 95%."""
        return (
            f"{phrases.printed(self.fact.name or '')} {phrases.one_line(self.fact.value or '')}" if self.fact.name else self.said
        )


def standing_in(view: TargetView, wanted: Sequence[TextFilter]) -> list[Standing]:
    """The lines of the target that hold a text, in the form's order; what mid-term and annual have alike, once."""
    found = (line for text in wanted for line in _lines(view, text))
    return list({line.said: line for line in found}.values())


def quoted(lines: Sequence[Standing]) -> str:
    """The first of the lines, and how many there are."""
    more = f"等 {len(lines)} 处" if len(lines) > _SHOWN else ""
    return f"{'，'.join(line.said for line in lines[:_SHOWN])}{more}"


def shown(lines: Sequence[Standing]) -> list[Fact]:
    """The facts of those that `quoted` says."""
    return [line.fact for line in lines[:_SHOWN]]


def _lines(view: TargetView, wanted: TextFilter) -> Iterator[Standing]:
    text, parts = fold(wanted.text), wanted.within or tuple(Part)
    if Part.NAME in parts and text in fold(view.target.project):
        yield Standing(NAME, facts.name(view))
    if Part.FACTS in parts:
        yield from _facts(view, text)
    if Part.GOALS in parts:
        yield from _goals(view, text)
    if Part.INDICATORS in parts:
        yield from (_indicator(view, i, text) for i in view.target.indicators if _holds(i, text))


def _facts(view: TargetView, text: str) -> Iterator[Standing]:
    for field in SEARCHED_FACTS:
        stated = facts.attribute(view, field)
        if stated and stated.value and text in fold(stated.value):
            yield Standing(f"{LABELS[field.value]}{phrases.printed(stated.value)}", stated)


def _goals(view: TargetView, text: str) -> Iterator[Standing]:
    for goal in sorted(view.target.goals, key=lambda g: g.horizon is not Horizon.ANNUAL):
        if text in fold(goal.text):
            yield Standing(f"目标{phrases.printed(_sentence(goal.text, text))}", facts.goal(view, goal))


def _sentence(printed: str, text: str) -> str:
    """The sentence that holds the text; all of it where it reaches over the end of one."""
    sentences = (match[0].strip() for match in _SENTENCE.finditer(printed))
    return next((sentence for sentence in sentences if text in fold(sentence)), printed)


def _holds(indicator: Indicator, text: str) -> bool:
    return any(text in fold(said) for said in (indicator.name, indicator.value, indicator.standard or ""))


def _indicator(view: TargetView, indicator: Indicator, text: str) -> Standing:
    named = text in fold(indicator.name) or text in fold(indicator.value)
    standard = "" if named else f"（绩效标准{phrases.printed(_sentence(indicator.standard or '', text))}）"
    value = phrases.one_line(indicator.value) or "表上没填指标值"
    said = f"{indicator.level2}{phrases.printed(indicator.name)} {value}{standard}"
    return Standing(said, facts.indicator(view, indicator))
