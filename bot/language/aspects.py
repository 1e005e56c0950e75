"""What of a target a question asks for: money, goal, indicators, unit, department, attribute, period, document."""

from collections.abc import Iterator

from bot.language.lexicon import Lexicon
from bot.language.meanings import Asked, HorizonSaid, LevelSaid, Mark, Meaning, Proposal, Utterance
from store.model import FundingKind, Horizon
from store.plan import Field
from store.text import words

_MONEY: dict[Meaning, tuple[str, ...]] = {
    Asked(Field.AMOUNT): words(
        """
        多少钱 多少万 多少元 多少万元 几个钱 多大金额 数额 钱 款 经费 资金 预算 金额 预算金额 预算数 预算安排
        预算资金 项目资金 投入 额度 给了多少 批了多少 拨了多少 安排了多少 安排多少 多少经费 多少资金 多少预算
        给多少 批多少 拨多少 投了多少 投入多少 多少款 经费多少 资金多少 预算多少 年度预算 全年预算
        """
    ),
    Asked(Field.AMOUNT, FundingKind.TOTAL): ("资金总额",),
    Asked(Field.AMOUNT, FundingKind.TOTAL, Horizon.ANNUAL): ("年度资金总额", "年度资金", "当年资金总额", "全年资金"),
    Asked(Field.AMOUNT, FundingKind.TOTAL, Horizon.MID_TERM): ("中期资金总额", "中期资金", "中期总额", "项目总投资"),
    Asked(Field.AMOUNT, FundingKind.FISCAL): words(
        "财政拨款 财政资金 财政的钱 财政出的钱 财政出 财政出的 财政出了 当年财政拨款 本年财政拨款 财政拨了多少 财政出多少 拨款"
    ),
    Asked(Field.AMOUNT, FundingKind.CARRYOVER): words("上年结转 上年结转资金 结转 结转资金 去年剩的 去年结转 上年结余"),
    Asked(Field.AMOUNT, FundingKind.OTHER): words("其他资金 其它资金 其他的资金 自筹 自筹资金 自有资金 单位资金"),
    Asked(Field.FUNDING): words(
        """
        资金构成 资金来源构成 来源构成 资金来源 经费来源 钱从哪来 钱从哪里来 钱哪来的 资金组成 资金结构 经费构成
        构成 资金明细
        """
    ),
}
_PROSE: dict[Meaning, tuple[str, ...]] = {
    Asked(Field.GOAL): words(
        """
        目标 绩效目标 总体目标 目标是什么 目标是啥 目标怎么写 要达到什么目标 要实现什么目标 预期目标 干什么用
        干什么的 干啥用 干啥的 做什么的 做什么用 用来做什么 用来干什么 用来干嘛 用途 干嘛用 干嘛的 用来干啥
        拿来干什么
        """
    ),
    Asked(Field.GOAL, horizon=Horizon.ANNUAL): words("年度目标 年度总体目标 年度绩效目标 全年目标 本年度目标"),
    Asked(Field.GOAL, horizon=Horizon.MID_TERM): words("中期目标 中期绩效目标 长期目标 实施期目标 三年目标 总目标"),
}
_INDICATORS: dict[Meaning, tuple[str, ...]] = {
    Asked(Field.INDICATOR): words(
        """
        指标 指标值 绩效指标 三级指标 考核指标 目标值 kpi 具体指标 指标怎么填 怎么填的 要达到多少 达到多少
        要求多少 要求是多少 控制在多少
        """
    ),
    Asked(Field.INDICATOR, standard=True): ("绩效标准", "指标标准"),
    LevelSaid(1, "产出指标"): ("产出指标", "产出"),
    LevelSaid(1, "效益指标"): ("效益指标", "效益", "效果指标"),
    LevelSaid(1, "满意度指标"): words("满意度指标 满意度 服务对象满意度 服务对象满意度指标 满意率 满意度要求"),
    LevelSaid(2, "数量指标"): ("数量指标", "数量"),
    LevelSaid(2, "质量指标"): ("质量指标", "质量"),
    LevelSaid(2, "时效指标"): ("时效指标", "时效"),
    LevelSaid(2, "成本指标"): ("成本指标", "成本"),
    LevelSaid(2, "经济成本指标"): ("经济成本指标", "经济成本"),
    LevelSaid(2, "社会成本指标"): ("社会成本指标", "社会成本"),
    LevelSaid(2, "生态环境成本指标"): ("生态环境成本指标", "生态环境成本"),
    LevelSaid(2, "经济效益指标"): ("经济效益指标", "经济效益"),
    LevelSaid(2, "社会效益指标"): ("社会效益指标", "社会效益"),
    LevelSaid(2, "生态效益指标"): ("生态效益指标", "生态效益", "环境效益指标", "环境效益"),
    LevelSaid(2, "可持续影响指标"): ("可持续影响指标", "可持续影响", "可持续指标", "可持续"),
}
_FACTS: dict[Meaning, tuple[str, ...]] = {
    Asked(Field.UNIT): words(
        """
        哪个单位 哪家单位 什么单位 啥单位 哪个单位的 哪些单位 哪几个单位 哪几家单位 实施单位 由哪个单位实施
        哪个单位实施 谁实施 谁在做 谁负责 谁做的 谁用的钱 谁的项目 哪个单位负责 哪个单位在做 谁家的 项目单位
        填报单位 预算单位 哪个镇 哪个部门的 都有哪些单位
        """
    ),
    Asked(Field.DEPARTMENT): words(
        """
        主管部门 主管单位 主管 部门代码 主管部门代码 主管部门及代码 代码 编码 部门编码 归口部门 归谁管
        哪个部门管 上级单位 上级部门 主管部门是谁 主管单位是谁 主管是谁 上级是谁
        """
    ),
    Asked(Field.ATTRIBUTE): words("项目属性 属性 项目性质 是什么性质 项目类型 项目类别"),
    Asked(Field.SOURCE): ("项目来源", "项目从哪来"),
    Asked(Field.PERIOD): words(
        """
        项目期 项目期限 项目期间 起止时间 实施期 实施期限 项目周期 起止日期 什么时候 什么时间 多久 到什么时候
        从什么时候
        """
    ),
    Asked(Field.DOCUMENT): words(
        """
        出自哪份文件 出自哪个文件 出自哪张表 在第几张表 在哪张表 哪份文件 哪个文件 什么文件 出处 出自哪里 哪里写的 哪张表 第几张表 哪份文件第几张表 文件依据 依据是什么
        数据来源 来源是哪 哪份文件说的 哪来的数 数据哪来的 从哪看到的 在哪份文件 写在哪 原文在哪
        """
    ),
    Asked(Field.ORIGINAL): words("原件 原文件 原始文件 原表文件 文件原件 原件发我 原文件发我 原件发给我 原文件发给我 源文件"),
    Asked(Field.QUALITY): words(
        """
        有没有问题 有无问题 有问题 有问题吗 有问题没 有什么问题 有啥问题 有哪些问题 什么问题 哪些问题 存在问题 存在什么问题
        存在哪些问题 问题清单 有没有毛病 有什么毛病 有毛病 有没有错 有没有错误 有错误 有没有填错 有没有写错 填错 填错了
        表有没有问题 表有问题 表有问题吗 表有什么问题 表有啥问题 表有哪些问题 表存在什么问题 哪些表有问题 哪张表有问题 哪几张表有问题
        哪个表有问题 什么表有问题 几张表有问题 多少张表有问题 表里有没有问题 表里有什么问题 填得有没有问题 填得对不对 表填得对不对
        绩效目标表有没有问题 绩效目标表有什么问题 哪些绩效目标表有问题 目标表有没有问题 自评表有没有问题 自评表有什么问题
        哪些自评表有问题 要核对 要核对的 有什么要核对 有什么要核对的 有什么需要核对 有什么需要核对的 需要核对 需要核对的
        哪些要核对 哪些需要核对 请核对 哪些表要核对 哪些表需要核对 有要核对的吗 疑点 有什么疑点 有哪些疑点
        """
    ),
    Asked(Field.YEAR): words("哪几年 哪些年 哪些年份 有哪些年份 哪几年的数据 哪些年度 几年的数据 哪年的"),
}
_MARKS: dict[Meaning, tuple[str, ...]] = {
    Mark.HOW_MUCH: words("多少 有多少 是多少 啥数 几多 多少来着"),
    Mark.PROJECTS: ("项目", "工程项目", "的项目"),
    Mark.UNITS: ("单位", "部门", "单位在做"),
    HorizonSaid(Horizon.MID_TERM): ("中期", "三年期"),
    HorizonSaid(Horizon.ANNUAL): ("年度", "全年", "当年", "本年度"),
}

_LEXICON = Lexicon("aspects", {**_MONEY, **_PROSE, **_INDICATORS, **_FACTS, **_MARKS})


def propose(said: Utterance) -> Iterator[Proposal]:
    """Fields, levels and horizons that the question names."""
    return _LEXICON.propose(said)
