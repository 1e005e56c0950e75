"""“公路站下面有单位吗”, “公路站有几个下属单位”: the units that belong to a unit; of one that has none it is said, and nothing of its own is told."""

from bot.answer import Answer, Desk, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from store.names import NameType
from store.plan import Aggregate, Field, Newest, Plan
from store.text import fold, normalized

_BELOW = "(?:下面|底下|下头|手下|名下|下属|所属|下辖|直属|下级|二级)"
_UNITS = "(?:单位|机构|部门|站所|预算单位)"
_WHETHER = Pattern(
    rf"(?:{_BELOW}(?:的|都|还)*(?:有没有|有无|有)(?:别的|其他)?的?{_UNITS}(?:吗|么|没有?|不)?"
    rf"|(?:还|都)?(?:有没有|有无|有)(?:别的|其他)?{_BELOW}的?{_UNITS}?(?:吗|么|没有?|不)?)[呢啊呀]?[\s?？。]*$"
)
_WHICH = Pattern(
    rf"{_BELOW}(?:的|都|还|一共|总共)*有?(?:几个|几家|多少个?|多少家|哪些|哪几[个家])的?{_UNITS}"
    rf"|(?:都|还|一共|总共)*有(?:几个|几家|多少个?|多少家|哪些|哪几[个家]){_BELOW}的?{_UNITS}?[\s?？。]*$"
)


def units_below(question: Understanding, desk: Desk) -> Answer | None:
    """None where that is not asked of one unit alone, and where those of a unit that has some are counted or listed as ever."""
    plan, text = question.plan, normalized(question.text)
    counted = plan.aggregate in (None, Aggregate.COUNT)
    other = plan.projects or plan.order or plan.by or plan.compare or plan.amounts or plan.narrowed or plan.kinds
    whether, which = _WHETHER.search(text), _WHICH.search(text)
    unit = _named(question)
    if unit is None or other or not counted or not (whether or which):
        return None
    below = desk.book.below(unit)
    if not below:
        line = f"没有：已导入的文件里，{unit}没有所属单位（按各表写的主管部门及代码）。"
        return Answer(Kind.NOT_FOUND, (line,), remembered=Plan(units=(unit,), newest=Newest.SCOPE))
    return _told(unit, below, desk) if whether and not which else None


def _named(question: Understanding) -> str | None:
    """The one unit that the words name, be it that those below it are meant by them."""
    named = {name.name for name in question.names if name.type is NameType.UNIT}
    said = [unit for unit in question.plan.units if unit in named]
    above = said or sorted(named)
    return above[0] if len({fold(one) for one in above}) == 1 else None


def _told(unit: str, below: tuple[str, ...], desk: Desk) -> Answer:
    views = {v.target.unit: v for v in desk.matching(Plan(units=below, fields=(Field.UNIT,), newest=Newest.EACH))}
    stated = [facts.unit(view) for view in views.values()]
    line = f"有：{unit}的所属单位有 {len(views)} 个，{phrases.some(tuple(views), _MOST)}。"
    plan = Plan(units=(unit,), whole_branch=True, newest=Newest.SCOPE)
    return Answer(Kind.ANSWER, (line,), tuple(stated), cite(stated), remembered=plan)


_MOST = 10
