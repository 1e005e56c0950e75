"""What of a target a question asks for: money, goal, indicators, unit, department, attribute, period, document."""

from collections.abc import Iterator

from bot.language.lexicon import Lexicon
from bot.language.meanings import Asked, HorizonSaid, LevelSaid, Mark, Meaning, Proposal, Utterance
from bot.language.patterns import Pattern
from store.model import FundingKind, Horizon
from store.numerals import CHARACTERS
from store.plan import Field
from store.text import fold, words

_MONEY: dict[Meaning, tuple[str, ...]] = {
    Asked(Field.AMOUNT): words(
        """
        多少钱 多少万 多少元 多少万元 几个钱 多大金额 数额 钱 款 经费 资金 预算 金额 预算金额 预算数 预算安排
        预算资金 项目资金 投入 额度 给了多少 批了多少 拨了多少 安排了多少 安排多少 多少经费 多少资金 多少预算
        多少补助 多少补贴 多少津贴 给多少 批多少 拨多少 投多少 投了多少 投入多少 多少款 经费多少 资金多少 预算多少 年度预算 全年预算
        补助总额 补贴总额 奖补总额 补助资金总额 补贴资金总额 补助总金额 补贴总金额 总投资 投资额 计划投资 计划投入 计划投 打算投 打算投入 打算投资 准备投 准备投入 拟投 拟投入 拟投资 规划投 规划投入 打算安排 准备安排 拟安排 budget amount 投资规模 资金规模 预算规模 经费规模
        规模多大 资金需求 经费需求 用款需求 需求多少 核定金额 审定金额 批复金额 最终金额 经费保障 资金保障 保障经费 保障资金
        """
    ),
    Asked(Field.AMOUNT, FundingKind.TOTAL): ("资金总额",),
    Asked(Field.AMOUNT, FundingKind.TOTAL, Horizon.ANNUAL): ("年度资金总额", "年度资金", "当年资金总额", "全年资金"),
    Asked(Field.AMOUNT, FundingKind.TOTAL, Horizon.MID_TERM): ("中期资金总额", "中期资金", "中期总额", "项目总投资"),
    Asked(Field.AMOUNT, FundingKind.FISCAL): words(
        "财政拨款 财拨 财政资金 财政的钱 财政钱 财政款 财政的款 财政的资金 财政给的钱 财政给的 财政拨的钱 财政拨的款 财政出的钱 财政出 财政出的 财政出了 当年财政拨款 本年财政拨款 财政拨了多少 财政出多少 拨款"
    ),
    Asked(Field.AMOUNT, FundingKind.CARRYOVER): words(
        "上年结转 上年结转资金 上年度结转 上年度结转资金 上年度结余 上一年度结转 上一年结转 结转 结转资金 去年剩的 去年结转 年初结转 上年结余"
    ),
    Asked(Field.AMOUNT, FundingKind.OTHER): words(
        "其他资金 其它资金 其他的资金 其他资金来源 其它资金来源 自筹 自筹资金 自筹的钱 自筹款 自有资金 自己筹的钱 单位资金"
    ),
    Asked(Field.FUNDING): words(
        """
        资金构成 资金来源构成 来源构成 资金来源 经费来源 钱从哪来 钱从哪里来 钱哪来的 资金组成 资金结构 经费构成
        构成 资金明细 财政全出 财政全给 财政全拨 财政全包 财政全额 财政全额出 财政全额拨款 财政全部出 财政都出 财政承担 财政全承担 财政负担
        财政买单 全是财政出 全是财政出的 都是财政出 都是财政出的 都是财政给的 全是财政给的 都是财政给的钱 全是财政给的钱 都是财政拨的 全是财政拨的 都是财政拨的款 都由财政出 都由财政给 全是财政的钱 都是财政的钱 钱都是财政的 钱全是财政的 资金都是财政的 资金全是财政的 全由财政出 全部由财政出 全靠财政 财政出还是自筹
        """
    ),
}
_PROSE: dict[Meaning, tuple[str, ...]] = {
    Asked(Field.GOAL): words(
        """
        目标 任务 目标任务 年度任务 主要任务 工作任务 任务是什么 绩效目标 绩效怎么定的 绩效怎么定 绩效咋定的 绩效要求 总体目标 目标是什么 目标是啥 目标怎么写 绩效目标是什么 绩效目标是啥 绩效目标怎么写 要达到什么目标 要实现什么目标 预期目标 干什么用
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
        指标 指标值 绩效指标 这条指标 那条指标 这项指标 那项指标 指标写的什么 指标写的是什么 指标写的啥 这条指标写的什么 这条指标写的是什么 三级指标 考核指标 目标值 控制目标 控制指标 控制数 控制值 kpi 具体指标 指标怎么填 怎么填的 要达到多少 达到多少 要求多少 要求是多少 控制在多少 要求 要求呢 有什么要求 有啥要求 什么要求 啥要求
        有哪些要求 要求达到多少 要求到多少 要求是几 标准要求 定多少 定的多少 定的是多少 定到多少 定为多少 定在多少 设定多少 设的多少 设的是多少 应达到多少 要多高 多高 要到多少 要做到多少
        做到多少 控制多少 控制到多少 压到多少 不低于多少 不少于多少 不超过多少 不高于多少 要保证多少 得达到多少 必须达到多少 要求的是多少 目标是多少 指标是多少
        """
    ),
    Asked(Field.INDICATOR, standard=True): ("绩效标准", "指标标准"),
    LevelSaid(1, "产出指标"): ("产出指标", "产出"),
    LevelSaid(1, "效益指标"): ("效益指标", "效益", "效果指标", "预期效益", "预期效果", "预期收益"),
    LevelSaid(1, "满意度指标"): words("满意度指标 满意度 服务对象满意度 服务对象满意度指标 满意率 满意度要求"),
    LevelSaid(2, "数量指标", "产出指标"): ("数量指标", "数量"),
    LevelSaid(2, "质量指标", "产出指标"): ("质量指标", "质量"),
    LevelSaid(2, "时效指标", "产出指标"): ("时效指标", "时效", "时间要求", "时限要求", "时间节点"),
    LevelSaid(2, "成本指标", "产出指标"): ("成本指标", "成本"),
    LevelSaid(2, "经济成本指标"): ("经济成本指标", "经济成本"),
    LevelSaid(2, "社会成本指标"): ("社会成本指标", "社会成本"),
    LevelSaid(2, "生态环境成本指标"): ("生态环境成本指标", "生态环境成本"),
    LevelSaid(2, "经济效益指标", "效益指标"): ("经济效益指标", "经济效益"),
    LevelSaid(2, "社会效益指标", "效益指标"): ("社会效益指标", "社会效益"),
    LevelSaid(2, "生态效益指标", "效益指标"): ("生态效益指标", "生态效益", "环境效益指标", "环境效益"),
    LevelSaid(2, "可持续影响指标", "效益指标"): ("可持续影响指标", "可持续影响", "可持续指标", "可持续"),
}
_FACTS: dict[Meaning, tuple[str, ...]] = {
    Asked(Field.UNIT): words(
        """
        哪个单位 哪家单位 什么单位 啥单位 哪个单位的 哪些单位 哪几个单位 哪几家单位 实施单位 由哪个单位实施 哪个单位实施 谁实施 谁在做 谁负责 谁做的 谁用的钱 谁的项目 哪个单位负责
        哪个单位在做 谁家的 项目单位 填报单位 预算单位 哪个镇 哪个部门的 都有哪些单位 哪家 谁家 哪几家 哪一家 是哪家 是谁家 导了哪些单位 导入了哪些单位 导入哪些单位 收录了哪些单位
        录了哪些单位 录入了哪些单位 装了哪些单位 有哪些单位的数据 有哪些单位的表 有哪几个单位 都有哪几个单位 导了几个单位的 都导了哪些单位 都导入了哪些单位 都录了哪些单位 都收录了哪些单位
        谁花钱 谁花的钱 谁拿的 谁拿得 谁拿 谁分的 谁分得 谁的钱 谁的预算 谁的经费
        """
    ),
    Asked(Field.DEPARTMENT): words(
        """
        主管部门 主管单位 主管 部门代码 主管部门代码 主管部门及代码 代码 编码 部门编码 代码多少号 代码是多少号 上级主管 上级主管部门 上级主管单位 上级主管是谁 上级主管是哪个 归口部门 归谁管
        哪个部门管 上级单位 上级部门 主管部门是谁 主管单位是谁 主管是谁 上级是谁
        """
    ),
    Asked(Field.ATTRIBUTE): words(
        "哪些项目属性 有哪些项目属性 哪些属性 哪几种属性 几种属性 属性有哪些 属性有哪几种 属性有几种 属性有哪几类 项目属性 属性 项目性质 是什么性质 项目类型 项目类别 什么类型的项目 哪类项目 什么性质的项目"
    ),
    Asked(Field.SOURCE): words("项目来源 项目从哪来 项目怎么来的 项目哪来的"),
    Asked(Field.PERIOD): words(
        """
        项目期 项目期限 项目期间 工期 施工期 施工工期 建设工期 起止时间 起止年限 实施期 实施期限 项目周期 起止日期 什么时候 什么时间 多久 到什么时候
        从什么时候 项目期多长 项目期有多长 项目期是多长 多长时间 几年期 干几年 做几年 实施几年 搞几年 什么时候结束 到什么时候结束
        什么时候到期 哪年结束 哪一年结束 到哪年 到哪一年 什么时候开始 从哪年到哪年 起止年份 实施时间 建设期 建设周期
        啥时候 啥时间 啥时 何时 几时 什么日子 啥日子 哪天 哪一天 啥时候结束 啥时候开始 啥时候到期 何时结束 何时开始 何时到期 到啥时候 从啥时候 多会儿
        """
    ),
    Asked(Field.DOCUMENT): words(
        """
        依据哪个文件 依据哪份文件 依据的哪个文件 依据的是哪个文件 依据的是哪份文件 依据什么文件 依据的什么文件 根据哪个文件
        根据哪份文件 根据什么文件 凭哪个文件 凭哪份文件 依据是啥 依据什么 依据啥 出自哪 出自哪儿 出自何处 来自哪个文件 来自哪份文件
        哪个文件写的 哪份文件写的 哪个文件里 哪份文件里 哪儿写的 从哪儿看的 从哪查的 从哪来的数 数从哪来 数从哪来的 数据从哪来
        数据从哪来的 这数哪来的 这个数哪来的 哪里来的数 哪儿来的数 数是哪来的 数哪来的 哪里看到的 哪儿看到的 在哪看到的
        从哪个表来的 从哪张表来的 从哪份文件来的 从哪个文件来的 从哪个表里来的 从哪份表来的 从哪个表看到的 从哪张表看的 从哪个文件看的
        从哪份文件看的 从哪个表里查的 从哪份文件里查的 从哪个表里找的 从哪份文件里找的 是哪个表里的 是哪张表里的 是哪份文件里的
        出自哪份文件 哪份 哪一份 出自哪个文件 出自哪张表 在第几张表 在哪张表 哪份文件 哪个文件 什么文件 出处 出自哪里 哪里写的 哪张表 第几张表 哪份文件第几张表 文件依据 依据是什么
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
    Asked(Field.YEAR): words(
        """
        哪几年 哪些年 哪年有 哪一年有 哪年安排了 哪年安排过 哪年做过 哪年买了 哪年买过 哪些年份 有哪些年份 哪几年的数据 哪些年度 几年的数据 哪年的 哪一年的 哪些年份的数据 几个年度 几个年份 年份范围
        最新年份 从哪一年开始 从哪年开始 哪年开始有 哪年开始有的 哪一年开始有的 从哪年开始有的 哪年才有 哪年才有的 到哪一年为止 截至哪一年 覆盖哪些年 覆盖哪几年
        """
    ),
    Asked(Field.FILE): words(
        """
        几份文件 多少份文件 几个文件 多少个文件 多少文件 哪些文件 有哪些文件 都有哪些文件 什么文件都有 文件清单 文件列表 文件目录
        导入了几份文件 导入了多少份文件 导入了几个文件 导入了多少文件 导入了哪些文件 导入了什么文件 导了几份文件 导了哪些文件 导入几份文件
        已导入的文件 导入的文件 收录了哪些文件 收录了多少文件 装了哪些文件 几份表 导入了多少 导入了什么 导入了哪些 导入了几份 导入了多少份
        数据什么时候更新的 数据啥时候更新的 数据啥时候更新 数据几时更新的 数据哪天更新的 数据啥时候导入的 数据多久更新 数据多久更新一次 什么时候更新的数据 数据什么时候更新 最近一次更新 数据是哪天的 数据是什么时候的
        数据截止到什么时候 数据截至什么时候 数据到什么时候 数据是最新的吗 数据新不新 数据最新吗 什么时候导入的 最近什么时候导入的
        数据范围 收录范围 覆盖范围 有哪些数据 有什么数据 都有哪些数据 都有什么数据
        """
    ),
}
_MARKS: dict[Meaning, tuple[str, ...]] = {
    Mark.HOW_MUCH: words("多少 有多少 是多少 啥数 几多 多少来着"),
    Mark.PROJECTS: ("项目", "工程项目", "的项目"),
    Mark.UNITS: ("单位", "部门", "单位在做"),
    HorizonSaid(Horizon.MID_TERM): ("中期", "三年期"),
    HorizonSaid(Horizon.ANNUAL): ("年度", "全年", "当年", "本年度"),
}

_NATURE = "(?:一次性|常年性?|经常性|延续性?|持续性|阶段性|跨年度?)"
_NATURE_OR = "(?:一次性|常年性?|经常性?|延续性?|持续性?|阶段性|跨年度?|新增|新建|续建|新开|新|老|旧|长期|临时|结转|往年|上年|年度|专项|新上|延续下来|新设|当年)"
# “是一次性的还是常年的”, “是不是一次性的”: the attribute is asked for, and limits nothing.
_WHICH_NATURE = Pattern(
    f"(?:是|属于|算)?(?:个)?{_NATURE_OR}(?:的|项目|工程)*(?:呢)?[,，]?还是(?:个)?{_NATURE_OR}(?:的|项目|工程)*|(?:是不是|是否|属不属于)(?:个)?{_NATURE_OR}(?:的)?项目|(?:是不是|是否|属不属于)(?:个)?{_NATURE}(?:的|项目)*|"
    f"(?:是|属于)(?:个)?{_NATURE}(?:的|项目)*(?=[吗么嘛吧])"
)
# “最新的是哪一年”, “最早到哪年”; “最近哪年最多” asks of an amount.
_NEWEST = Pattern(
    r"(?:数据)?(?:最新|最近|最早|更新)(?:的)?(?:数据|资料|文件|年份|年度)?(?:一年)?(?:是|到|从|至)?(?:了)?(?:哪一?年|什么年份|几几年|哪个年[度份])(?:的)?(?!.{0,4}[最多少高低])"
    r"|(?:数据|资料|文件)(?:更新)?(?:到|至|从|截至)(?:了)?(?:哪一?年|什么时候)(?:的|开始|为止)?"
)
# “计划安排多少”, “最终核定了多少”: how much is given, by whatever deed
_GIVEN = Pattern(
    r"(?:计划|拟|预计|打算|准备|最终|最后|实际|总共|一共|共)*(?:计划|拟定?|投资|落实|核定|审定|核拨|敲定|争取|拿|分|保障|配备|编列|列支|切块|筹措|最终定)"
    r"(?:(?:安排|投入|投|给|批|列))?(?:了|到了?|下来)?(?:多少|几)(?:个?钱|万元?|元|资金|经费|款)?(?![^\W\d吗呢啊呀])"
)
# “安排没安排”, “进预算没有”: whether there is any
_WHETHER = Pattern(
    r"(?P<deed>安排|批|给|列|拨|投)了?没(?P=deed)(?:[钱款]|资金|经费|预算)?|(?:列入|纳入|列进|进|列)了?(?:年度|今年的?)?预算(?:没有?|了没有?|没进|没列)(?=$|\W)"
)
# “把保洁经费的表发给我”: the file is wanted, and no figure
_SENT = Pattern(r"的(?:原|那张|这张)?(?:绩效|目标)*表格?(?:给我|帮我)?(?:发|传)(?:给)?(?:我|过来)?(?:一份|一下|来|下)?(?=\W|$)")
# “每月标准不能超过多少”, “上限是多少”: the limit that a line of the indicator table states.
_LIMIT = Pattern(
    r"(?:最多|最高|最少|最低|至少|至多|起码|顶多)?(?:也|都|要|应|应当|应该|必须|需|得)*(?:不能|不得|不许|不可以?|不应该?|不准|不要|不允许|禁止|不该|不会|别)(?:再|够)?"
    r"(?:超过|超出|高过|高于|多于|大于|低于|少于|小于|超|突破|跌破|差过|晚于|迟于)(?:了)?(?:多少|几)(?:个?钱|元|块钱?)?(?![个家项笔][项单])"
    r"|(?:最多|最高|顶多|至多)(?:不|不能|不得)?(?:超过|超|高于)(?:多少|几)(?:个?钱|元|块钱?)?|(?:的)?(?:上限|下限|底线|封顶|封顶线|最高限额|限额)(?:值|标准)?(?:是|为|定|设|在|到|有)*(?:多少|几|什么)(?:个?钱|元|块钱?)?"
)
# “是不超过还是不低于”, “是≤还是≥”: the sign is printed with the value of the line
_WAY = r"(?:[≤≥<>]=?|(?:不得|不能|不可|不)?(?:超过|低于|高于|少于|多于|大于|小于)(?:或?等于)?|至少|至多|起码|顶多|上限|下限|以上|以内|以下)"
_WHICH_WAY = Pattern(
    rf"(?<![\d万亿元块%成])(?:到底|究竟|(?:写|填|定|印|要求)的?)*是?{_WAY}的?[,，]?还是{_WAY}的?(?!\s*[\d{CHARACTERS}十百])"
)
WHICH_WAY = "aspects.which_way"
# “财政以外的钱”, “除财政外还有多少资金”: beside a word for money it is a kind of it, and no bureau.
_FISCAL_ALONE = Pattern(
    r"财政(?:钱|的?款(?!项))|(?<=[靠用花占吃动])财政(?=的?(?:项目|有[哪几多]|$|[?？]))|(?<=除)财政(?=外)|(?<=除[了去开])财政(?=[^,，。;；]{0,8}(?:钱|资金|款|渠道))|财政(?=[以之]外(?:的|还有|又有|其他|别的)*(?:钱|资金|款|经费|渠道))"
)
# “按什么标准认定”: how a value is told stands in the line's standard (绩效标准)
_BY_WHAT = Pattern(
    r"(?:是)?(?:按照?|以|依据?)的?(?:什么|啥|哪个)(?:标准|口径|数据)?(?:来|去|为)?(?:认定|判定|评定|核定|计算|统计|衡量|考核|核算|算|准|依据)的?(?![么吗])"
    r"|(?:怎么|如何|怎样|咋)(?:认定|判定|评定)的?|(?:认定|判定|评定|核定)(?:的)?(?:标准|口径|依据)(?:是)?(?:什么|啥)?"
)
# “总盘子多少，不是今年这一年”: that of the whole term, where no other year is said
_NOT_OF_A_YEAR = Pattern(
    r"不(?:仅|光|只|单)?(?:是|看|指|算|说|要)?(?:今年|当年|本年度?|这一?年度?|一年)(?:这一?年|一年|一个年度)?(?:的)?(?=\W|$)"
)
_TOGETHER, _ANOTHER_YEAR = Pattern("盘子|总额|总数|总金额|总投资|一共|总共|合计"), Pattern(r"[去前后明上]年|\d\d年")
_ASKED: tuple[tuple[str, Asked, float, tuple[Pattern, ...]], ...] = (
    ("aspects.nature", Asked(Field.ATTRIBUTE), 1.6, (_WHICH_NATURE,)),
    ("aspects", Asked(Field.AMOUNT, FundingKind.FISCAL), 1.7, (_FISCAL_ALONE,)),
    ("aspects.given", Asked(Field.AMOUNT), 1.3, (_GIVEN, _WHETHER)),
    ("aspects.limit", Asked(Field.INDICATOR), 1.3, (_LIMIT,)),
    (WHICH_WAY, Asked(Field.INDICATOR), 1.6, (_WHICH_WAY,)),
    ("aspects.standard", Asked(Field.INDICATOR, standard=True), 1.6, (_BY_WHAT,)),
    ("aspects", Asked(Field.ORIGINAL), 2.0, (_SENT,)),
    ("aspects.newest", Asked(Field.YEAR), 1.6, (_NEWEST,)),
)
_LEXICON = Lexicon("aspects", {**_MONEY, **_PROSE, **_INDICATORS, **_FACTS, **_MARKS})


def names_money(text: str) -> bool:
    """Whether the whole text is a word for money or for a kind of it: 财政拨款."""
    return any(fold(text) in phrases for phrases in _MONEY.values())


def propose(said: Utterance) -> Iterator[Proposal]:
    """Fields, levels and horizons that the question names."""
    yield from _LEXICON.propose(said)
    for rule, meaning, worth, patterns in _ASKED:
        for match in (m for pattern in patterns for m in pattern.finditer(said.text)):
            yield Proposal(match.start(), match.end(), rule, meaning, worth * len(match[0]))
    if _TOGETHER.search(said.text) and not _ANOTHER_YEAR.search(said.text):
        for match in _NOT_OF_A_YEAR.finditer(said.text):
            yield Proposal(match.start(), match.end(), "aspects", HorizonSaid(Horizon.MID_TERM), 1.7 * len(match[0]))
