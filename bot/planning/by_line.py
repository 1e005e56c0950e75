"""What is told by an indicator rather than by its name or its money: “交通局买压路机的那个项目多少钱”, “满意度最高的是哪个乡镇”."""

from bot.language.meanings import Asked
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from store.names import NameType
from store.plan import Field, IndicatorFilter, Part, Plan, TextFilter

_THAT_PROJECT = Pattern(
    r"的(?:那|这)?(?:一)?(?:个|笔|块|项)?(?:项目|工程|钱|经费|资金|预算|支出|补助|补贴)?(?:\W|$|今年|去年|前年|多少|一共|是多少)"
)
_PAID = Pattern(
    r"(?:的)?(?:预算|经费|资金)(?:安排|总额)?(?:是|有|要)?(?:多少|几多)|(?:的)?(?:一共|总共|要|得|又)?(?:花|投|投入|拨|批|掏|给|安排)(?:了|掉)?(?:多少|几个)(?:钱|万|元)?"
)  # “买设备花多少”


def with_project_of_line(asked: Plan, said: Parse) -> Plan:
    """The plan for the money of the projects that have the one indicator which is named before “的项目”; else as it is."""
    lines = said.mentioned(NameType.INDICATOR)
    fields = {a.field for a in said.meanings(Asked)}
    if asked.projects or len(lines) != 1 or len(asked.indicators.names) != 1 or not fields <= {Field.AMOUNT, Field.PROJECT}:
        return asked
    text, end = said.said.text, lines[0].end
    if asked.aggregate or asked.order or asked.compare or asked.percents:
        return asked
    if not (_THAT_PROJECT.match(text, end) or _PAID.match(text, end)):
        return asked
    wanted = TextFilter(text=asked.indicators.names[0], within=(Part.INDICATORS,))
    return asked.model_copy(update={"texts": (wanted,), "fields": (Field.AMOUNT,), "indicators": IndicatorFilter()})


def ranked_by_its_line(plan: Plan) -> Plan:
    """“满意度最高的是哪个乡镇”: what is ranked is the indicator, and the form that has it tells whose it is; no unit is ranked by its money."""
    beside = set(plan.fields) - {Field.INDICATOR, Field.UNIT, Field.PROJECT}
    if plan.order is None or Field.INDICATOR not in plan.fields or beside or plan.percents or plan.compare:
        return plan
    return plan.model_copy(update={"fields": (Field.INDICATOR,), "by": None, "aggregate": None, "count_of": None})
