"""Whether names, goals and other texts say what they should, and nothing that they should not."""

import re
from collections.abc import Iterator

from seed.checks.common import called
from seed.findings import remark, short, warn
from seed.words.titles import years_in
from store.model import Attribute, Finding, Horizon, PerformanceTarget, Source
from store.text import fold

_PERIOD_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_VAGUE = re.compile("进一步|有效|明显|切实|不断|显著|大力|积极|更好|正常运[转行]|顺利|提高|提升|改善|促进|保障")
_SHORT_GOAL = 15  # characters
# What the empty form prints for whoever fills it in: “（100字以内）”, “≥**%”, “××项目”.
_RESIDUE = re.compile(
    r"\*{2,}|[×Ⅹ]{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[（(]\d+\s*字(?:以内|左右)[）)]|[（(]请?填写[^（）()]*[）)]"
)


def period_and_year(target: PerformanceTarget) -> Iterator[Finding]:
    """项目期 is filled in and holds the fiscal year."""
    blank = next((blank for blank in target.blanks if blank.field == Attribute.PERIOD), None)
    if blank:
        yield remark("period-blank", blank.source, "“项目期”没有填。")
    fact = target.fact(Attribute.PERIOD)
    years = [int(year) for year in _PERIOD_YEAR.findall(fact.text)] if fact else []
    if fact and years and not min(years) <= target.year <= max(years):
        yield warn("period-outside-year", fact.source, f"“项目期”写的是“{short(fact.text)}”，不含 {target.year} 年。请核对。")


def department_is_unit(target: PerformanceTarget) -> Iterator[Finding]:
    """The department (主管部门) stands above the unit, and is not the unit itself."""
    fact = target.fact(Attribute.DEPARTMENT)
    code = target.fact(Attribute.DEPARTMENT_CODE)
    if fact and fold(fact.text) == fold(target.unit) and code and len(code.text) > _DEPARTMENT_CODE:
        message = (
            f"“主管部门”写的是单位自己（{code.text}-{short(fact.text)}），该代码的上级是 {code.text[:_DEPARTMENT_CODE]}。请核对。"
        )
        yield remark("department-is-unit", fact.source, message)


_DEPARTMENT_CODE = 3  # digits; a unit's own code has three more behind those of its department


def goals(target: PerformanceTarget) -> Iterator[Finding]:
    """A goal says what will be different, in words of its own."""
    texts = {goal.horizon: goal for goal in target.goals}
    annual, mid_term = texts.get(Horizon.ANNUAL), texts.get(Horizon.MID_TERM)
    if annual and mid_term and fold(annual.text) == fold(mid_term.text):
        yield remark("goals-identical", mid_term.source, "中期目标和年度目标一字不差。")
    for goal in {fold(goal.text): goal for goal in target.goals}.values():
        said = short(goal.text, 30)
        if fold(goal.text) == fold(target.project):
            yield remark("goal-is-name", goal.source, f"目标“{said}”就是项目名称，没有说明要达到什么。")
        elif len(fold(goal.text)) < _SHORT_GOAL:
            yield remark("goal-short", goal.source, f"目标只写了“{said}”。")
        elif not re.search(r"\d", goal.text) and _VAGUE.search(goal.text):
            yield remark("goal-vague", goal.source, f"目标没有一个数，用的是“{_VAGUE.findall(goal.text)[0]}”这样的词：“{said}”。")


def year_in_the_name(target: PerformanceTarget) -> Iterator[Finding]:
    """A name that prints a year prints that of the table."""
    years = years_in(target.project)
    if years and target.year not in years:
        said = "、".join(map(str, years))
        yield remark("name-year-differs", target.title, f"{called(target)}的名称里写的是 {said} 年。请核对是否上年的项目。")


def template_residue(target: PerformanceTarget) -> Iterator[Finding]:
    """What the empty form prints for whoever fills it in is gone from the one that is filled in.

    Where it could be taken out of a text, it still stands in the cell; of an indicator's value the layout says so itself.
    """
    cells = {indicator.source for indicator in target.indicators}
    for text, source in _texts(target):
        found = _RESIDUE.search(text) or (None if source in cells else _RESIDUE.search(source.raw))
        if found:
            yield remark("template-residue", source, f"“{short(found.string, 30)}”里还留着模板的字样“{found[0]}”。")


def _texts(target: PerformanceTarget) -> Iterator[tuple[str, Source]]:
    yield target.project, target.title
    yield target.unit, target.unit_source
    yield from ((fact.text, fact.source) for fact in target.facts if fact.field is not Attribute.DEPARTMENT_CODE)
    yield from ((goal.text, goal.source) for goal in target.goals)
    for indicator in target.indicators:
        said = " ".join(text for text in (indicator.name, indicator.value, indicator.standard) if text)
        yield said, indicator.source
