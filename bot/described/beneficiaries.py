"""For whom a question asks, and the forms do not say: another beneficiary is another thing, whose figure is none of what is asked."""

from collections.abc import Sequence

from bot.answer import Answer, Choice, Desk, Kind
from bot.described.by_description import stands_within
from bot.described.told import told
from bot.language.beneficiaries import ORGANISED, Beneficiary, beneficiaries_in
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.reading.roles import Role
from bot.replying import phrases
from bot.topics import Topic
from store.holders import Holder, holder_of
from store.names import ALIAS
from store.plan import Field, Newest, Plan
from store.targets import TargetView
from store.text import fold, normalized

_MOST_READ, _MOST = 60, 5  # targets that are looked through; that are offered
_PARTIAL = ("names.unit.partial", "names.project.partial", "names.indicator.partial")
_MONEY = Pattern("钱|经费|资金|预算")
_CALLED = f"names.project.{ALIAS}"
_GIVING = ("给", "为", "替", "帮")
# Where people of the county are anyhow, and how many of them.
_HERE = Pattern(
    r"^(?:村里|村上|村子里|乡下|乡里|镇上|镇里|县里|县上|全县|全镇|全乡|全区|当地|本地|这边|咱们?|我们|那些|这些|所有|广大|各位|每个|一些|几个|家里|家中)的?"
)
# Called so differently that no character is alike.
_SAME = (
    "孩子 小孩 小孩子 小朋友 娃 娃娃 儿童 幼儿 少儿 未成年",
    "学生 学童 寄宿生 生均 娃 娃娃 孩子",
    "老人 老年人 老人家 老头 老太太 老太 高龄 周岁以上 老年 敬老 养老",
    "老师 教师 教职工 教书的",
    "医生 大夫 医师 医务 医护 卫生人员 卫技",
    "农民 农户 村民 种植户 养殖户 种粮大户 果农 菜农",
    "警察 民警 公安 干警 警务",
    "困难户 贫困户 低保户 低保 特困 困难家庭 困难群众 最低生活保障",
    "老兵 退役军人",
    "残疾 残疾人 残障",
    "农民工 务工",
    "工人 职工 员工 环卫工",
)


def unsaid(question: Understanding, answer: Answer, desk: Desk) -> str:
    """The words for whom it is asked, where none of the forms that the figure is of say so; nothing where they do, or none is said."""
    plan, text = question.plan, normalized(question.text)
    about = plan.projects or (plan.units and not (plan.order or plan.texts or plan.by or plan.compare))
    if answer.kind is not Kind.ANSWER or question.topic is not Topic.TARGETS or not about or len(text) != len(question.text):
        return ""
    if Mark.ELSEWHERE in question.marks or plan.without:
        return ""
    words = [word for one in beneficiaries_in(text) if (word := _word(one, text, question))]
    if not words:
        return ""
    holders = [holder_of(view.target) for view in _views(plan, desk)]
    return next((word for word in words if holders and not any(_says(word, holder) for holder in holders)), "")


def given(question: Understanding) -> bool:
    """Whether what is asked is told by for whom and what is done, of which a unit and a line's name are only pieces."""
    plan, text = question.plan, normalized(question.text)
    pieces = (
        plan.units
        and plan.indicators.names
        and not (plan.projects or plan.order)
        and (Field.AMOUNT in plan.fields or _MONEY.search(text))
    )
    units = (s.start for s in question.spans if s.rule.startswith(("kinds_of_units", "names.unit")))
    return bool(pieces) and (any(one.given for one in beneficiaries_in(text)) or any(text[:at].endswith(_GIVING) for at in units))


def other_beneficiary(words: str, question: Understanding, desk: Desk) -> Answer:
    """The question back: that project, by its name, without a figure, and what it does not say."""
    plan = question.plan
    quoted = phrases.quoted(words)
    rest = fold(question.text.replace(words, "", 1))
    views = [view for view in _views(plan, desk) if plan.projects or told(rest, holder_of(view.target)).literal]
    pairs = dict.fromkeys((view.target.project, view.target.unit) for view in views)
    if not pairs or len(pairs) > _MOST:
        return Answer(Kind.CLARIFY, (phrases.NOBODY_FOR_THEM.format(words=quoted),))
    newest = {} if plan.years else {"newest": Newest.EACH}
    choices = tuple(
        Choice(f"{unit}{phrases.project(project)}", plan.model_copy(update={"projects": (project,), "units": (unit,), **newest}))
        for project, unit in pairs
    )
    first = f"{phrases.NOT_FOR_THEM.format(words=quoted)}要看，回数字："
    return Answer(Kind.CLARIFY, (first, *phrases.choose([c.label for c in choices])), choices=choices)


def _word(one: Beneficiary, text: str, question: Understanding) -> str:
    """What a form has to say of it: nothing where the words are a unit's, or only stand in a name that is said as it is printed."""
    spans = [s for s in question.spans if s.start < one.end and one.start < s.end]
    if any(s.rule == _CALLED for s in spans):
        return ""  # a nickname that is known to stand for a project
    said = text[one.start : one.end]
    if not one.given:
        return said if said not in ORGANISED and spans and all(s.role is Role.USED and s.rule in _PARTIAL for s in spans) else ""
    whole = all(s.rule.startswith(("kinds_of_units", "names.unit")) for s in spans)
    kinds = whole and all(s.rule.startswith("kinds_of_units") for s in spans)
    if kinds or (whole and any(stands_within(said, unit) for unit in question.plan.units)):
        return ""
    return said


def _views(plan: Plan, desk: Desk) -> Sequence[TargetView]:
    scope = plan.model_copy(update={"order": None, "aggregate": None, "compare": False, "by": None})
    return desk.matching(scope) if desk.count(scope) <= _MOST_READ else ()


def _says(words: str, holder: Holder) -> bool:
    """Whether the form says for whom: as it stands, or by another name of just these."""
    said = told(_HERE.sub("", fold(words)), holder)
    return not said.missing and all(set(word) & set(form) or _are_the_same(word, form) for word, form in said.alike)


def _are_the_same(word: str, form: str) -> bool:
    return any(word in family.split() and form in family.split() for family in _SAME)
