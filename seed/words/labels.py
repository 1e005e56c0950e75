"""The dictionary of labels (栏目名): every spelling that forms are known to use for the same field.

A label is looked up without white space, colon, brackets and printed unit, in half width and simplified characters, and whole:
“项目资金（万元）：” is 项目资金 with the unit 万元.  The longest spelling wins because nothing but the whole label is looked up.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from store.model import Horizon
from store.money import names_currency, unit_of
from store.text import normalized


class Label(StrEnum):
    """What a label asks for."""

    PROJECT = "project"
    PARENT_PROJECT = "parent_project"
    PROJECT_CODE = "project_code"
    UNIT = "unit"
    UNIT_PROJECT = "unit_project"  # 单位名称、项目名称: one column for both, units in rows above their projects
    DEPARTMENT = "department"
    DEPARTMENT_CODE = "department_code"
    YEAR = "year"
    ATTRIBUTE = "attribute"
    SOURCE = "source"
    PERIOD = "period"
    BEGINS = "begins"  # 计划开始日期 and 计划完成日期: the period in two cells
    ENDS = "ends"
    MONEY = "money"  # 项目资金: over the lines below it, often with their unit
    MONEY_UNIT = "money_unit"  # 金额单位: of the whole page
    TOTAL = "total"  # 资金总额: which horizon, the other labels say
    TOTAL_ANNUAL = "total_annual"
    TOTAL_MID_TERM = "total_mid_term"
    BREAKDOWN = "breakdown"  # 项目预算成本构成: over a table of what the money is for, with its 合计
    AMOUNT = "amount"  # 金额, 合计: in a list the total of the row, in a form anything
    FISCAL = "fiscal"
    CARRYOVER = "carryover"
    OTHER = "other"
    PART = "part"  # a part of the 财政拨款 or of 其他资金: known, not taken over
    GOAL = "goal"  # 绩效目标, 总体目标: over the goals below it, or the goal itself
    GOAL_ANNUAL = "goal_annual"
    GOAL_MID_TERM = "goal_mid_term"
    INDICATORS = "indicators"  # 绩效指标: beside the lines of the indicator table
    LEVEL1 = "level1"
    LEVEL2 = "level2"
    NAME = "name"
    DETAIL = "detail"  # 四级指标: one of several that a 三级指标 is made of
    VALUE = "value"
    SIGN = "sign"  # 指标性质, 指标方向: an operator or a direction, which the values below decide
    MEASURE = "measure"
    STANDARD = "standard"
    WEIGHT = "weight"
    ORDINAL = "ordinal"
    EXECUTION = "execution"  # 执行率, 完成值, 得分: marks of a self-evaluation, which states no targets
    REMARK = "remark"
    IGNORED = "ignored"  # signatures, telephone numbers, opinions: nothing that people may ask for


_SPELLINGS: Mapping[Label, str] = {
    Label.PROJECT: "项目名称 项目支出名称 专项名称 专项项目名称 二级项目名称 预算项目名称 支出项目名称 具体项目名称",
    Label.PARENT_PROJECT: "一级项目名称 专项资金名称 所属专项",
    Label.PROJECT_CODE: "项目编码 项目代码 项目编号 预算编码",
    # In the order of how surely it is the unit that carries the project out.
    Label.UNIT: (
        "实施单位 项目实施单位 项目执行单位 项目单位 实施单位名称 项目单位名称 实施主体 资金使用单位 承担单位 单位名称 预算单位 预算单位名称 预算部门 "
        "填报单位 编报单位 申报单位 编制单位 填报单位名称 单位(盖章) 单位(公章)"
    ),
    Label.UNIT_PROJECT: "单位名称、项目名称 单位、项目名称 单位名称/项目名称 单位名称,项目名称 单位名称及项目名称 单位(项目)名称 单位/项目名称 单位名称(项目名称)",
    Label.DEPARTMENT: (
        "主管部门 主管部门及代码 主管部门及编码 主管部门名称 主管部门代码及名称 主管部门和代码 主管部门名称及代码 项目主管部门 业务主管部门 主管预算部门 "
        "主管单位 主管单位及代码 部门名称 部门 预算主管部门 一级预算单位"
    ),
    Label.DEPARTMENT_CODE: "主管部门编码 主管部门代码 部门编码 部门代码 单位编码 单位代码",
    Label.YEAR: "预算年度 年度 项目年份 项目年度 预算年份 财政年度",
    Label.ATTRIBUTE: "项目属性 项目性质 项目类型 项目类别 项目分类 项目支出类型",
    Label.SOURCE: "项目来源 资金性质 资金来源",
    Label.PERIOD: (
        "项目期 项目期限 项目周期 项目实施期 实施期 实施期限 项目实施期限 起止时间 项目起止时间 项目起止日期 实施起止时间 建设周期 项目支出实施期 项目时间 实施时间 "
        "建设期限 建设起止时间 项目实施起止时间"
    ),
    Label.BEGINS: "计划开始日期 项目开始日期 计划开工日期 计划开始时间 项目开始时间",
    Label.ENDS: "计划完成日期 项目完成日期 计划完工日期 计划完成时间 项目完成时间 计划结束日期",
    Label.MONEY: "项目资金 资金情况 项目资金情况 资金 预算资金 预算情况 项目预算 项目资金申请 资金总额及构成 项目预算资金 年度预算 预算安排情况",
    Label.BREAKDOWN: "项目预算成本构成 预算成本构成 成本构成 项目成本构成 项目预算构成 项目支出明细",
    Label.MONEY_UNIT: "单位 金额单位 货币单位 计价单位",
    Label.TOTAL: "资金总额 总额 资金合计 项目资金合计",
    Label.AMOUNT: "金额 合计 总计 小计 项目金额 安排金额 资金数额 预算",
    Label.TOTAL_ANNUAL: (
        "年度资金总额 当年资金总额 年度资金合计 年度资金 本年度资金总额 本年资金总额 当年年度预算 年度资金申请总额 年度本级预算金额 预算金额 预算数 "
        "项目预算金额 预算申报数 年度预算安排 年度金额 年度预算金额 年度预算数 年度预算总额 本年预算 本年预算数 本年度预算金额 预算总额 预算资金总额 "
        "本年度申请市财政预算资金 本年度申请财政预算资金 年初预算 年初预算数 预算安排 预算安排金额"
    ),
    Label.TOTAL_MID_TERM: (
        "中期资金总额 中期资金 中期资金合计 中期市财政预算 项目资金总额 项目总预算 项目总投资 总投资 实施期金额 实施期资金总额 长期资金总额 项目总金额 "
        "中期金额 中期预算总额"
    ),
    Label.FISCAL: (
        "财政拨款 当年财政拨款 本年财政拨款 年度财政拨款 中期财政拨款 本年度财政拨款 财政拨款资金 财政资金 当年财政资金 本年财政资金 财政性资金 财政拨款收入 "
        "财政拨款金额 财政拨款数 一般公共预算财政拨款"
    ),
    Label.CARRYOVER: "上年结转 上年结转资金 上年结余结转 上年结转结余 结转资金 上年结转结余资金 上年结余 以前年度结转 使用上年结转 财政拨款结转",
    Label.OTHER: "其他资金 其它资金 年度其他资金 中期其他资金 其他 其它 其他来源资金 其他资金收入",
    Label.PART: (
        "中央财政补助 中央补助 中央补助安排 中央资金 省级财政安排 省级资金 省级财政资金 市级资金 市级财政资金 县级资金 县级财政资金 区级资金 上级财政资金 "
        "本级财政资金 本级财政 地方资金 自有资金 单位资金 单位自有资金 财政专户管理资金 自筹资金 该项目支出上级资金 上级资金 政府性基金 一般公共预算 "
        "国有资本经营预算 中央财政资金 上级补助 本级资金 抗疫特别国债资金 抗疫特别国债 特别国债资金 国债资金 专项债券资金 地方政府债券资金 银行贷款"
    ),
    Label.GOAL: "总体目标 绩效目标 项目绩效目标 总体绩效目标 项目总体情况 绩效总体目标 项目支出绩效目标 项目目标 总体",
    Label.GOAL_ANNUAL: (
        "年度目标 年度绩效目标 项目年度绩效目标 年度总体目标 本年度绩效目标 年度总体绩效目标 预期目标 年度主要目标和成果 当年绩效目标 年度目标任务 "
        "项目年度目标 本年度目标 年度项目目标 当年目标 年度预期目标"
    ),
    Label.GOAL_MID_TERM: "中期目标 中期滚动目标 中期绩效目标 中期总体目标 长期目标 长期绩效目标 实施期绩效目标 实施期目标 项目总目标 总目标 实施期总目标",
    Label.INDICATORS: "绩效指标 年度绩效指标 中期绩效指标 长期绩效指标 本年度绩效指标 实施期绩效指标 指标 绩效目标指标 项目绩效指标 绩 绩效",
    Label.LEVEL1: "一级指标 一级 指标类型 一级指标名称",
    Label.LEVEL2: "二级指标 二级 二级指标名称",
    Label.NAME: "三级指标 三级 指标名称 具体指标 三级指标名称 绩效指标名称",
    Label.DETAIL: "四级指标 四级 四级指标名称",
    Label.VALUE: (
        "指标值 目标值 年度指标值 中期指标值 指标目标值 年度数值 当年预期实现值 计划指标值 指标值及单位 预期指标值 绩效指标值 年度目标值 预期值 指标值及计量单位 "
        "指标值含单位 指标值带单位 全年指标值 实施期指标值 中期目标值"
    ),
    Label.SIGN: "指标性质 指标方向 计算符号 运算符号 指标方向性 指标属性 符号",
    Label.MEASURE: "度量单位 计量单位 指标单位 单位名称及计量",
    Label.STANDARD: "绩效标准 计划标准 指标解释 指标说明 公式或说明 评价标准 评分标准 指标值说明 指标值确定依据 指标值确定依据和说明 指标内容 绩效指标描述 指标描述 指标值设定依据",
    Label.WEIGHT: "权重 指标权重 分值 分值权重 权重分值",
    Label.ORDINAL: "序号 编号 行次",
    Label.EXECUTION: (
        "全年预算数 全年执行数 预算执行数 执行数 执行率 预算执行率 实际完成值 完成值 年度完成值 实际完成指标值 当前完成值 实际完成情况 年度目标完成情况 目标实际完成情况 "
        "得分 自评得分 自评分 偏差原因 偏差原因分析及改进措施 未完成原因分析 未完成原因分析及改进措施 原因分析 调整后预算数 "
        "全年实际完成情况 年度总体目标完成情况 项目年度目标完成情况 全年完成值 全年实际完成值 年度实际完成值 实际执行数 全年实际执行数 全年支出数 自评总分 自评总得分"
    ),
    Label.REMARK: "备注 说明 其他说明 其他需要说明的事项 其他说明的问题 其他需要说明的问题 注",
    Label.IGNORED: (
        "项目责任人 项目负责人 负责人 填表人 填报人 制表人 联系人 联系电话 电话 单位负责人 单位负责人签字 财政部门审核意见 主管部门审核意见 审核意见 填报日期 填表日期 填报时间 "
        "项目负责人及电话 项目概况 立项依据 项目立项依据 实施进度计划 项目概述 项目内容 政策依据 保障措施 是否核心 实施方案 "
        "资金用途 经办人 审核人 必要性 可行性 立项必要性 项目实施计划 绩效类型 项目立项情况 项目设立依据 项目立项的依据 立项可行性 项目设立必要性 基本情况 "
        "项目基本情况 项目总体概况 项目审批 保障绩效目标实现措施 绩效目标实现保障措施 实施内容 开始时间 完成时间 组织机构 项目负责人签字 单位负责人 "
        "财务负责人 主管部门意见 财政部门意见 手机号码 手机 身份证号 身份证号码 联系方式 联系人及电话 建设内容 项目建设内容 支出内容"
    ),
}
# The spelling that stands first is the surest: of two labels for one field it counts.
_RANK: Mapping[str, tuple[Label, int]] = MappingProxyType(
    {spelling: (label, rank) for label, spellings in _SPELLINGS.items() for rank, spelling in enumerate(spellings.split())}
)
_BRACKETS = re.compile(r"[(\[【<《][^()\[\]【】<>《》]*[)\]】>》]")
_LEAD = re.compile(r"^(?:\d{1,2}[.、)]|[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|[*★#])+")
_OF_WHICH = re.compile(r"^(?:其中|其)[:,、]?")
_MID_TERM, _ANNUAL = re.compile("中期|长期|实施期"), re.compile("年度|当年|本年")
_SCORE_AT_END = re.compile(r"(?:预算执行)?\(?\d{1,3}(?:-\d{1,3})?\)?分$")  # “项目资金⏎预算执行10分”
_UNIT_AT_END = re.compile(r"(?:,|:)?(?:单位:?)?(?:百万|千|万|亿)?元$")
_UNIT_OF_PAGE = re.compile(
    r"\(?(?:金额|货币|计价|资金)?单位:\(?(?:人民币)?\(?(?:百万|千|万|亿)?元\)*"
)  # “金额单位：万元” is no 金额
_INLINE = re.compile(r"([^:：]{1,40})[:：](.*)", re.DOTALL)
_LONGEST = 40  # characters; what is longer is a value
# “预算金额（三年累计）”, “资金总额（2024-2026年，万元）”: the brackets say that it is no year's money.
_OF_YEARS = re.compile(
    r"[(\[【,](?:(?:(?P<first>20\d\d)年?(?:-+|—+|–|~|至|到)(?P<last>20\d\d)年度?|(?:[二两三四五六七八九十2-9]|10)年|中期|长期|实施期)"
    r"(?:累计|合计|总计|总额|总投资|总数|资金)?|累计(?:数|金额|投入|投资)?|总投资额?|总概算)(?=[)\]】,])"
)
_OF_MONEY = frozenset({Label.TOTAL, Label.TOTAL_ANNUAL, Label.AMOUNT})


OWN_MONEY = frozenset({"自有资金", "单位资金", "单位自有资金", "自筹资金", "财政专户管理资金"})
"""Money that is not the treasury's: 其他资金 itself in a form that has no line of that name."""


class Heading(Struct, frozen=True):
    """A label as it was recognised: what it asks for, how surely (0 is surest), and the unit and horizon that it prints."""

    label: Label
    rank: int
    text: str  # without brackets, white space and colon
    unit: Decimal | None = None  # yuan: 10000 for （万元）
    horizon: Horizon | None = None
    odd_unit: bool = False  # it prints a unit of money that is none of ours (万美元) or not one (万元/元)


@lru_cache(maxsize=20_000)
def heading_of(text: str) -> Heading | None:
    r"""The label that the text is, and nothing else; None for a value or for a label that the dictionary lacks.

    >>> heading_of("项目资金\n（万元）").label
    <Label.MONEY: 'money'>
    """
    if len("".join(text.split())) > _LONGEST:  # no character vanishes by normalising
        return None
    plain = plain_of(text)
    if not plain or len(plain) > _LONGEST or _UNIT_OF_PAGE.fullmatch(plain):
        return None
    bare = _LEAD.sub("", plain)
    for spelling in dict.fromkeys(_candidates(bare)):
        if spelling in _RANK:
            label, rank = _RANK[spelling]
            unit = unit_of(plain)
            said = Heading(label, rank, spelling, unit, horizon_in(plain), unit is None and names_currency(plain))
            return _over_years(said) if label in _OF_MONEY and _says_years(plain) else said
    return None


def _says_years(plain: str) -> bool:
    found = _OF_YEARS.search(plain)
    return found is not None and (found["first"] is None or found["first"] < found["last"])


def _over_years(said: Heading) -> Heading:
    """The label as that of the money of several years; its horizon stays ANNUAL where its own words say 年度: nobody can tell."""
    own = horizon_in(said.text)
    return replace(said, label=Label.TOTAL_MID_TERM, horizon=own or Horizon.MID_TERM)


def spellings(label: Label) -> tuple[str, ...]:
    """Every spelling that the dictionary knows for the label, the surest first."""
    return tuple(_SPELLINGS[label].split())


def _candidates(bare: str) -> list[str]:
    # Brackets inside of brackets are rare; two rounds take off “（指标值（万元））”.
    open_text = _BRACKETS.sub("", _BRACKETS.sub("", bare))
    texts = [bare, open_text, _UNIT_AT_END.sub("", open_text), _SCORE_AT_END.sub("", open_text)]
    texts = [text.strip(":;,.、") for text in texts]
    return texts + [_OF_WHICH.sub("", text).strip(":;,.、") for text in texts]


@lru_cache(maxsize=10_000)
def plain_of(text: str) -> str:
    """The text in half width and simplified characters, without white space."""
    return "".join(normalized(text).split())


def one_line(text: str) -> str:
    """The text in one line: a line break between Chinese characters is no space, one between Latin words is."""
    if "\n" not in text:
        return text.strip()
    folded = re.sub(r"\s*\n\s*", "\n", text.strip())
    return re.sub(r"(?<=[!-~])\n(?=[!-~])", " ", folded).replace("\n", "")


def horizon_in(text: str) -> Horizon | None:
    """The horizon that a label names, None where it names none or both."""
    mid_term, annual = bool(_MID_TERM.search(text)), bool(_ANNUAL.search(text))
    if mid_term == annual:
        return None
    return Horizon.MID_TERM if mid_term else Horizon.ANNUAL


def inline(text: str) -> tuple[Heading, str] | None:
    """Label and value where both stand in one cell or line: “实施单位：城关镇财政所”; None where they do not.

    The value is what follows the first colon, as it stands, without the blank space around it.
    """
    match = _INLINE.match(text)
    if not match or not match[2].strip():
        return None
    heading = heading_of(match[1])
    return (heading, match[2].strip()) if heading else None
