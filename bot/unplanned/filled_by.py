"""Who filled a form in (填表人、联系人、电话): nothing of this is kept of a document, which is said, with the unit whose form it is."""

from collections.abc import Callable

from bot.answer import Answer, Desk, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from store.plan import Plan
from store.targets import TargetView
from store.text import fold

_FEW = 3
_PERSON = r"(?:填表|填报|填写|制表|编制|编报|编表|上报|报送|报表|经办|联系|审核|审批|负责填表|负责填报|签字|盖章|录入)(?:的)?人(?:员|是)?"
_WHO = r"(?:谁|哪个|哪位|哪个人|哪一位|啥人|什么人|何人|哪个同志|哪位同志|哪个同事)"
_FILLS = r"(?:填报|填写|填制|填|制表|编制|编报|编|录入|录|报送|报上来|上报|写)(?:的表格?|表格?的|的这张表|这张表的|这表的|的|了|出来的)?"
_ASKED = Pattern(
    rf"{_PERSON}|(?:填表|制表|填报|编制)(?:的)?(?:同志|电话|联系方式|日期|时间)|(?:表|表上|表里)(?:的|上面)?(?:有没有)?(?:留)?(?:电话|手机号?|签字|签名|公章)"
    rf"|(?:这|那|这张|那张)?表?(?:是)?(?:由)?{_WHO}(?:来|去|负责|具体|给|帮忙|经手|在)*{_FILLS}(?:表)?(?=[,，。？?!！\s啊呀呢嘛哦]|$)|{_WHO}(?:经手|签的字|签字|盖的章|审的|审核的|负责填)"
)
# “填报单位”, “哪个单位填的”, “谁填了其他资金”: a unit, and projects that have something.
_OF_UNITS = Pattern(r"(?:填报|编制|上报)单位|(?:哪个|哪家|什么|哪几个)单位|哪家")
_NOT_KEPT = "没有填表人、联系人、电话：本系统只记项目、单位、金额、目标和指标，没有记是谁填的。"


def filled_by(
    question: Understanding, spoken_of: Plan | None, desk: Desk, understand: Callable[[str], Understanding]
) -> Answer | None:
    """That it is not kept, if it is asked who filled a form in; the form is that of the question, or what was spoken of.

    `understand` reads the words of the question that are left without those that ask for the person.
    """
    text = fold(question.text)
    if not _ASKED.search(text) or _OF_UNITS.search(text):
        return None
    about = question if question.plan.projects else understand(_ASKED.sub(" ", question.text))
    named = about.plan.projects or about.plan.units or about.plan.texts
    views = _views(about.plan if named or spoken_of is None else spoken_of, desk)
    units = list(dict.fromkeys(view.target.unit for view in views))
    if not 0 < len(units) <= _FEW:
        return Answer(Kind.NOT_FOUND, (_NOT_KEPT,))
    whose = phrases.project(views[0].target.project) + (f"{views[0].target.year}年" if len(views) == 1 else "")
    line = f"{whose}的表是{phrases.listed(units)}的，找人请问这个单位；表上有没有写，要看原件。"
    stated = tuple(facts.unit(view) for view in views)
    return Answer(Kind.NOT_FOUND, (_NOT_KEPT, line), stated, cite(stated), remembered=spoken_of)


def _views(plan: Plan, desk: Desk) -> list[TargetView]:
    """The forms of the projects that are named."""
    scope = ("publishers", "projects", "units", "years", "newest")
    about = Plan().model_copy(update={name: getattr(plan, name) for name in scope})
    return desk.matching(about) if plan.projects else []
