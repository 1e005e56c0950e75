"""“三中是教育局的吗”, “信息中心归财政局管吗”: whether a unit belongs to another by what its form says; “河道清淤是不是水务局的”: or a project."""

from collections.abc import Callable

from bot.answer import Answer, Desk, Fact, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from store.model import Attribute
from store.plan import Field, Newest, Plan
from store.targets import TargetView
from store.text import fold, normalized

_SURELY = r"(?:算不算|归不归|属不属于|属于|归属于?|隶属于?|归口|归|不属于|不归)"  # of units alone
_VERB = rf"(?:到底|究竟|现在|也|难道)?(?P<verb>(?:是不是|是否|不是|是)?{_SURELY}|是不是|是否是?|算是|算|不是|是)(?:由|归|属于?|在|咱们?|我们)?"
_OF = (
    r"(?:的|来|它|项目|工程|这边|那边|直属|下属|所属|下辖|管辖|主管|领导|管理|管|下面|底下|下头|下级|二级|预算|事业|系统|名下|旗下|里|内|口子|口|单位|"
    r"机构|部门|一家|一员|一部分)*"
)
_ASKS = r"(?P<asks>吗|么|嘛|吧|对吗|对吧|对不对|是吗|没错吧|不|没)?"
_ASKED = Pattern(
    rf"\s*(?:请问|问下|那)?(?P<unit>[\w（）()“”]{{2,30}}?){_VERB}(?P<above>\w{{2,20}}?)(?P<of>{_OF}){_ASKS}[\s?？。!！]*"
)
_EITHER = Pattern("不|否")  # 是不是, 算不算

Understand = Callable[[str], Understanding]
"""Reads some words of the question by themselves."""


def belonging(question: Understanding, desk: Desk, understand: Understand) -> Answer | None:
    """Whether the unit that is named first is of the one that is named behind it; None where that is not asked."""
    asked = _ASKED.fullmatch(normalized(question.text))
    if asked is None or not (asked["asks"] or _EITHER.search(asked["verb"])) or not (asked["of"] or _is_sure(asked["verb"])):
        return None
    named = understand(asked["above"])
    above = _unit(named)
    if above is None:
        return None
    whose = understand(asked["unit"])
    unit = _unit(whose)
    if _is_a_project(whose):
        nothing_else = any(
            (match.start, match.end) == (0, len(asked["above"])) for match in named.names
        )  # “是财政给的吗” asks for money
        return _of_project(whose.plan, above, desk) if nothing_else and not question.plan.kinds else None
    if unit is None or unit == above:
        unknown = _is_sure(asked["verb"]) and not (whose.plan.units or whose.plan.projects)
        line = f"没有找到{phrases.quoted(asked['unit'])}：已导入的文件里没有这个名称。"
        return Answer(Kind.NOT_FOUND, (line,)) if unknown else None
    return _told(unit, above, desk)


def _is_sure(verb: str) -> bool:
    return any(word in verb for word in ("算不算", "属", "归"))


def _unit(side: Understanding) -> str | None:
    """The one unit that these words alone name."""
    plan = side.plan
    more = plan.projects or plan.called or plan.order or plan.aggregate or plan.amounts or plan.narrowed or plan.attributes
    alone = len(plan.units) == 1 and not (more or side.unused or side.unknown)
    return plan.units[0] if alone else None


def _is_a_project(side: Understanding) -> bool:
    """Whether these words alone name one project."""
    plan = side.plan
    limited = plan.units or plan.called or plan.narrowed or plan.amounts or plan.order
    return len(plan.projects) == 1 and not (limited or side.unused or side.unknown or side.doubtful or side.uncombined)


def _of_project(asked: Plan, above: str, desk: Desk) -> Answer | None:
    """Whether the unit has the project, or is the department of who has it."""
    plan = asked.model_copy(update={"fields": (Field.UNIT,), "newest": None if asked.years else Newest.EACH})
    newest = {view.target.unit: view for view in sorted(desk.matching(plan), key=lambda view: view.target.year)}
    if not newest:
        return None
    holders = [facts.unit(view) for view in newest.values()]
    departments = [fact for view in newest.values() if (fact := facts.attribute(view, Attribute.DEPARTMENT))]
    over = next((fact for fact in departments if fact.source and fold(above) in fold(fact.source.raw)), None)
    who = phrases.listed([f"{view.target.unit}（{view.target.year}年）" for view in newest.values()])
    said = f"{phrases.project(plan.projects[0])}的实施单位是{who}"
    if any(fold(above) == fold(unit) for unit in newest):
        line = f"是：{said}。"
    elif over and over.source:
        line = f"{above}是它的主管部门：{said}，主管部门及代码写的是{phrases.printed(over.source.raw)}。"
    else:
        line = f"不是：{said}。"
    stated = (*holders, *([over] if over else ()))
    return Answer(Kind.ANSWER, (line,), stated, cite(stated), remembered=plan.model_copy(update={"fields": (Field.AMOUNT,)}))


def _told(unit: str, above: str, desk: Desk) -> Answer:
    plan = Plan(units=(unit,), fields=(Field.DEPARTMENT,), newest=Newest.EACH)
    views = desk.matching(plan)
    stated = [(view, fact) for view in views if (fact := facts.attribute(view, Attribute.DEPARTMENT))]
    if stated:
        view, fact = max(stated, key=lambda pair: pair[0].target.year)
        return _as_printed(unit, above, view, fact, plan)
    names = [facts.name(views[0])] if views else []
    first = f"文件没有写：{unit}的表上没有写主管部门，没法说是不是{above}的。"
    return Answer(Kind.ANSWER if views else Kind.NOT_FOUND, (first,), tuple(names), cite(names), remembered=plan)


def _as_printed(unit: str, above: str, view: TargetView, fact: Fact, plan: Plan) -> Answer:
    raw = fact.source.raw if fact.source else fact.value or ""
    said = fold(fact.value or "")
    verdict = "是" if said and (fold(above) in fold(raw) or said in fold(above)) else "不是"
    where = f"{phrases.project(view.target.project)}{view.target.year}年"
    line = f"{verdict}：{unit}的表上，主管部门及代码写的是{phrases.printed(raw)}（{where}）。"
    return Answer(Kind.ANSWER, (line,), (fact,), cite([fact], "主管部门及代码"), remembered=plan)
