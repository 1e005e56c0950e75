"""What shape of result a question asks for: a list, a sum, an average, a comparison, each of several."""

import re
from collections.abc import Iterator

from bot.language.lexicon import Lexicon
from bot.language.meanings import AggregateSaid, Asked, Mark, Meaning, Proposal, Utterance
from store.plan import Aggregate, Field
from store.text import words

_WORDS: dict[Meaning, tuple[str, ...]] = {
    AggregateSaid(Aggregate.SUM): words(
        """
        一共 总共 共 合计 总计 总和 加起来 加一起 加在一起 加总 总额 总金额 总预算 总数 总量 总的 共计 之和 合起来 相加 汇总金额
        一共多少钱 总共多少钱 合计多少 一共多少 总共多少 共多少 总共花 加起来多少 总钱数 预算总额 加起来一共 全部加起来 总盘子
        总盘子多少 总盘子有多少 总盘子是多少
        """
    ),
    AggregateSaid(Aggregate.AVERAGE): words("平均 平均每个 平均一个 均值 平均数 平均值 平均多少 平均下来"),
    AggregateSaid(Aggregate.COUNT): words(
        "一共多少个 总共多少个 共多少个 几个 多少个 几项 多少项 有几个 有几项 几笔 几条 分了几期 几期 分几期"
    ),
    AggregateSaid(Aggregate.COUNT, Field.PROJECT): words(
        "几个项目 多少个项目 项目数 项目数量 多少项目 项目个数 有几个项目 有多少个项目 有多少项目 几个工程"
    ),
    AggregateSaid(Aggregate.COUNT, Field.UNIT): words(
        """
        几家 多少家 几个单位 多少个单位 几家单位 多少家单位 有几家 单位数 有几家单位 有几个单位 几所 几个镇 多少单位
        """
    ),
    AggregateSaid(Aggregate.DIFFERENCE): words(
        """
        差多少 相差多少 相差 差额 差距 多多少 少多少 多了多少 少了多少 多出多少 高多少 低多少 增加多少 减少多少 增加了多少
        减少了多少 增长多少 涨了多少 降了多少 涨多少 降多少 多多少钱 少多少钱 差多少钱 是多了还是少了 多了还是少了 增加还是减少
        """
    ),
    Mark.COMPARED: words(
        """
        比 对比 比较 相比 哪个多 哪个更多 哪个少 哪个更少 谁多 谁少 谁更多 谁更少 哪个高 哪个低 谁高 谁低 哪个钱多 哪个钱少
        哪家多 哪家少 较 哪个大 哪个小
        """
    ),
    Mark.UNCHANGED: words(
        "没涨 一分没涨 一分钱没涨 没变 没有变 没变化 没有变化 没增加 没减少 没降 没有涨 持平 没有增加 没有减少 没有下降 不变"
    ),
    Mark.ROSE: words("增加 增加了 增长 增长了 上涨 上涨了 上升 多了 涨了 变多 变多了 增多 涨得 增得 增加得 增长得 多得"),
    Mark.FELL: words("减少 减少了 下降 下降了 降低 降低了 少了 降了 缩减 变少 变少了 压减 降得 减得 减少得 下降得 少得"),
    Mark.WHICH: words(
        """
        都有谁 有谁 都是谁 分别是谁 都是哪些 都是哪几个 是哪几个 有哪几个 都有哪几个 都有啥 都有什么 都是啥 都是什么 是哪几家
        有哪几家 都有哪几家 哪些 有哪些 都有哪些 哪个 哪几个 哪一个 有什么 有啥 是哪个 是哪些 清单 列表 名单 明细 哪一期 哪期
        哪几项 哪项 哪笔 哪一笔 哪一项 哪类 哪些类 哪一类 哪
        """
    ),
    Mark.EVERYTHING: words(
        "所有 全部 全县 全区 全市 全镇 全旗 全盟 全州 全乡 全苏木 全街道 全自治县 全地区 整个 各个 所有的 全部的 总体 全"
    ),
    Mark.EACH: words(
        """
        分别 各 各自 分别是 各是 每家 各多少 分别多少 各是多少 两个 这两个 两项 三个 这三个 三项 两家 这几个 两者 这两项 各期
        这些项目 那些项目
        """
    ),
    Mark.SPENDING: words(
        """
        花 花了 花多少 花了多少 花多少钱 花钱 花费 开支 支出 支出多少 用了多少 执行 执行了多少 执行数 执行率 支出进度 够不够
        够不够用 够用吗 剩 剩多少 剩下多少 还剩多少 余额 超支 要花多少 要花 实际支出 花掉 用掉 够吗 完成了多少 实际完成
        花掉了多少 支出了多少 执行情况 预算执行率 预算执行情况 预算执行 完成情况 完成得怎么样 实际完成情况 自评 自评得分
        自评结果 自评情况 得分 得了多少分 自评分数
        """
    ),
    Mark.WHY: words("为什么 为啥 为何 凭什么 怎么会 原因 什么原因 合不合理 合理吗"),
    Mark.BRANCH: words(
        """
        含所属 包括下属 含下属 连下属 及所属 下属单位 所属单位 全系统 系统内 下面的单位 下属 二级单位 下属的 下属们 下级单位
        下属各单位 所属各单位 下面 下面的 底下 底下的 底下的单位 连下面的 带下属 加下属 含下级 包括所属 包括下属单位
        包括所属单位 含下属单位 含所属单位 连同所属 连同下属 连同下属单位 和下属单位 及下属单位 及其下属 及所属单位 及其所属单位
        和所属单位 和下属 全口径 大口径
        """
    ),
    Mark.ALONE: words("本级 本单位 本部 局本级 机关本级 本级的 只算本级 只要本级 只要本级的 只看本级 只含本级 仅本级 光本级"),
    Mark.ALSO: words(
        """
        含 包括 包含 连同 算上 加上 带上 也要 也算 也算上 也算进去 也加上 也加进去 也列出来 也列上 也包括 也包含 都算上 都算进去
        一起 一起算 一并 在内
        """
    ),
    Asked(Field.PROJECT): words(
        """
        有哪些项目 都有哪些项目 什么项目 有什么项目 有啥项目 项目清单 项目列表 项目有哪些 项目列一下 列一下项目 全部项目
        所有项目 项目名单 项目都有哪些 列出项目 列出所有项目
        """
    ),
}
# No homophones: “电话多少” asks for no spending (花多少).
_LEXICON = Lexicon("shapes", _WORDS, homophones=False)
PHASES = "shapes.phases"
# “三期加起来” speaks of three phases, not of the third.
_PHASES = re.compile(
    r"(?<![期第])(?<!期[和与跟、])(?<!期[和与跟、]第)[两二三四五六2-6]期(?=(?:都|的)?(?:加|总共|一共|合计|共|分别|各|对比))"
)
# “渠沟比任圩多”
_MORE_OR_LESS = re.compile(r"(?<=\S)[多少高低大小](?=[吗呢了吧]?\s*(?:$|[,，。?!]))")

# “二期比一期高百分之几”
_BY_HOW_MUCH = re.compile(r"(?<=\S)[多少高低大小贵差](?=了?(?:百分之|几成|几个百分点|几倍|多少倍))")
# “怎么比去年少了” asks why; “怎么查” does not.
_HOW_COME = re.compile(r"怎么(?=[^。?!]*(?:没涨|没变|没有变|没增加|没减少|没降|[多少涨降减增低高]了))")
# “包括某中心那些下属”: one of the subordinate units is named as an example.
_BRANCH = re.compile(
    r"(?<![不别])(?:也|还)?(?:包括|包含|含|连同?|算上|加上|带上)[^,，。;?\s]{1,10}?(?:那些|这些|那几个|这几个|等)的?(?:下属|所属|下面|底下|二级)的?(?:单位)?(?:在内)?"
)
_ALSO = re.compile(r"连(?=[^,，。;?\s]{1,12}(?:一起|一并|也|都|在内))")
_MORE_OR_LESS_OF = re.compile(r"比[^，。]{2,12}?年度?([多少高低])的(?=项目|有|$)")


def propose(said: Utterance) -> Iterator[Proposal]:
    """Words for lists, sums, averages, counts, comparisons and scopes."""
    yield from _LEXICON.propose(said)
    for match in _PHASES.finditer(said.text):
        yield Proposal(match.start(), match.end(), PHASES, Mark.EACH, 2.0 * len(match[0]))
    for match in _ALSO.finditer(said.text):
        yield Proposal(match.start(), match.end(), "shapes", Mark.ALSO, 1.05)
    for match in _BRANCH.finditer(said.text):
        yield Proposal(match.start(), match.end(), "shapes.branch", Mark.BRANCH, 1.5 * len(match[0]))
    for match in _MORE_OR_LESS_OF.finditer(said.text):
        mark = Mark.ROSE if match[1] in "多高" else Mark.FELL
        yield Proposal(match.start(1), match.end(), "shapes", mark, 2.2)
    for match in _MORE_OR_LESS.finditer(said.text):
        if "比" in said.text[: match.start()]:
            yield Proposal(match.start(), match.end(), "shapes", Mark.COMPARED, 1.0)
    for match in _HOW_COME.finditer(said.text):
        yield Proposal(match.start(), match.end(), "shapes", Mark.WHY, 2.2)
    for match in _BY_HOW_MUCH.finditer(said.text):
        yield Proposal(match.start(), match.end(), "shapes", Mark.COMPARED, 1.0)
