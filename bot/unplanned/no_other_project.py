"""Whether a unit has no other project than those that are named: “柳渡镇只有环境保洁经费一个项目吗”."""

from bot.answer import Answer, Desk, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from store.names import NameType
from store.plan import Newest, Plan
from store.text import fold

_YEAR = r"(?:(?:20)?\d\d年度?|今年|去年|前年|本年|上年)?"
_ONLY = r"(?:就只?有?|只有|仅有?|只)"
_SO_MANY = r"(?:这|那)?(?:[一1]个|[一1]项|[两二2]个|[两二2]项|[三3]个|[三3]项|几个|几项)?(?:项目)?"
_TRUE = r"(?:了|的)?(?:吗|么|是吗|对吗|对吧|是吧|吧|对不对|是不是|没错吧)"
_ASKED = Pattern(rf"(?:的)?{_YEAR}(?:(?:是不是|是否|难道){_ONLY}{_SO_MANY}{_TRUE}?|{_ONLY}{_SO_MANY}{_TRUE})")
_MOST = 10  # of the others that are named
_SIGNS = Pattern(r"[\s,，、和与跟?？。!！]+")


def no_other_project(question: Understanding, desk: Desk) -> Answer | None:
    """That these are all, or what else it has in that year; None where that is not what is asked."""
    plan = question.plan
    named = plan.projects and len(plan.units) == 1 and len(plan.years) <= 1 and not (plan.without or plan.narrowed)
    if not named or not _ASKED.fullmatch(_SIGNS.sub("", _said(question))):
        return None
    own = Plan(units=plan.units, years=plan.years, newest=None if plan.years else Newest.SCOPE)
    views = desk.matching(own, money_only=True)
    names = {fold(view.target.project): view.target.project for view in views}  # once, though documents dispute it
    these = {fold(project) for project in plan.projects}
    if not these <= names.keys():
        return None
    others = [phrases.project(name) for folded, name in names.items() if folded not in these]
    year, unit = views[0].target.year, views[0].target.unit
    stated = [facts.name(view) for view in views]
    covered = f"只含已导入的 {desk.documents()} 份文件"
    if others:
        more = f"等 {len(others)} 个" if len(others) > _MOST else ""
        line = f"不是：{year}年{unit}有 {len(names)} 个项目，还有{phrases.listed(others[:_MOST])}{more}。"
    else:
        line = f"是：{year}年{unit}只有{phrases.listed([phrases.project(name) for name in names.values()])}。"
    return Answer(Kind.ANSWER, (line,), tuple(stated), (*cite(stated), covered), facts.choices(own, views), own)


def _said(question: Understanding) -> str:
    """The question without its names, and without who says so."""
    framed = {question.text[span.start : span.end] for span in question.spans if span.rule in _FRAMES}
    text = question.without_names(NameType.PROJECT, NameType.UNIT)
    for words in framed:
        text = text.replace(fold(words), "", 1)
    return text


_FRAMES = ("attributions", "framing", "errands")
