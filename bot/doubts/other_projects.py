"""A project that a unit does not have, called by words that stand nowhere: “公路站车棚翻新多少钱”.  It is said so, and its own are offered."""

from collections.abc import Sequence

from bot.answer import Answer, Choice, Kind
from bot.language.deeds import only_deeds
from bot.language.meanings import Mark
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.facts import only
from store.plan import Field
from store.targets import TargetView
from store.text import fold, words

_LEAST, _MOST = 4, 5  # characters of a name; projects that are offered
_ENDS = words(
    """
    费 款 金 补贴 补助 津贴 奖补 奖励 经费 资金 项目 工程 建设 改造 维修 修缮 装修 采购 购置 租赁 搬迁 迁建 新建 扩建 运维 维护 养护 整治 治理 清运 绿化 亮化 规划 编制 评估
    调查 普查 监测 检测 演练 比赛 赛事 演出 培训 宣传 升级 更新 安装 加固 硬化 救助 慰问 试点 活动 推广 保护 防治 打捞 疏浚 绿道 平台 系统 中心 基地 大楼 设备 车辆
    """
)

_ASKED = ((Field.AMOUNT,), (Field.PROJECT,))  # “有没有海堤维修的项目”


def names_another(question: Understanding) -> bool:
    """Whether the words in doubt call a project of the unit that is named, and it has none that is called so."""
    plan = question.plan
    return bool(plan.units) and not plan.projects and plan.fields in _ASKED and _calls_a_project(question)


def names_anew(question: Understanding) -> bool:
    """Whether the words in doubt call a project, behind another that was spoken of: “大棚补贴呢”."""
    its_own = bool(question.names) or Mark.IT in question.marks
    return question.follows and bool(question.plan.projects) and not its_own and _calls_a_project(question)


def _calls_a_project(question: Understanding) -> bool:
    if question.qualified or question.vain:
        return False
    said = [word for word in question.doubtful if len(fold(word)) >= _LEAST]
    return bool(said) and all(fold(word).endswith(_ENDS) and not only_deeds(fold(word)) for word in question.doubtful)


def no_such_project(said: str, views: Sequence[TargetView], question: Understanding) -> Answer:
    """That the unit has no such project, with those that it has, in this order."""
    whose = question.plan.called or phrases.listed(list(question.plan.units)[:_MOST])
    choices = tuple(Choice(facts.whose(view), only(question.plan, view)) for view in views[:_MOST])
    first = f"没有找到{said}：{whose}的表里没有这样的项目。"
    lines = (first, "有的项目，回数字查看：", *phrases.choose([c.label for c in choices]))
    return Answer(Kind.NOT_FOUND, lines, choices=choices, remembered=question.plan, unfound=said)
