"""What shape of result a question asks for: a list, a sum, an average, a comparison, each of several."""

from collections.abc import Iterator

from bot.language.lexicon import Lexicon
from bot.language.meanings import MOVING, AggregateSaid, Asked, Mark, Meaning, Proposal, Utterance
from bot.language.patterns import Pattern
from store.plan import Aggregate, Field
from store.text import words

_WORDS: dict[Meaning, tuple[str, ...]] = {
    AggregateSaid(Aggregate.SUM): words(
        """
        一共 总共 共 合计 总计 总和 加起来 加一起 加在一起 加总 总额 总金额 总预算 总数 总量 总的 共计 之和 合起来 相加 汇总金额 一共多少钱 总共多少钱 合计多少 一共多少 总共多少
        共多少 总共花 加起来多少 总钱数 预算总额 加起来一共 全部加起来 总盘子 盘子 盘子多大 盘子有多大 大盘子 总盘 总盘多少 预算盘子 资金盘子 总盘子多少 总盘子有多少 总盘子是多少 加一块 加一块儿 加到一块 加到一块儿 加到一起 加在一块 加在一块儿 合一块
        合一块儿 合在一块 合在一块儿 合到一起 合到一块 合在一起 合一起 凑一块 凑一块儿 凑一起 凑在一起 并一块 并在一起 拢一块 拢共 统共 归总 拢总 通共 满打满算 累计 累加 累计多少 总起来
        加总起来 加总多少 一块多少 一块多少钱 一块儿多少 一块儿多少钱 放一起 放一块 放在一起 算一起 算一块 算到一起 捆一起 打包 打包算 全加上 全加起来 都加上 都加起来 都加一起 一共加起来 合并起来 合计起来
        """
    ),
    AggregateSaid(Aggregate.AVERAGE): words(
        """
        平均 平均每个 平均一个 均值 平均数 平均值 平均多少 平均下来 均摊 平摊 均摊下来 平摊下来 平均算下来 平均分下来 每个平均 一个平均
        """
    ),
    AggregateSaid(Aggregate.AVERAGE, Field.PROJECT): words(
        """
        平均每项 平均一项 平均每笔 平均一笔 平均每个项目 平均一个项目 平均到每个项目 平均下来每个项目 平均下来一个项目 平均每一个项目 平均每一项 每项平均
        每笔平均 每个项目平均 一个项目平均 每一个项目平均 单个项目平均 项目平均 项均 每项均 平均每样 每样平均 平均下来每项 平均到每项 各项目平均
        每项平均多少 平均每项多少 每个项目平均多少 每笔平均多少 平均每笔多少 平均每个项目多少
        """
    ),
    AggregateSaid(Aggregate.AVERAGE, Field.UNIT): words(
        "每家平均 每家平均多少 平均每家多少 每家平均是多少 每家单位平均多少 平均每所 平均一所 每所平均 每所平均多少 平均每所多少 平均到每所 平均每个单位 平均一个单位 平均到每个单位 平均每家单位 平均每家 平均一家 平均到每家 平均下来每家 家均 每个单位平均 每家单位平均 单位平均"
    ),
    AggregateSaid(Aggregate.AVERAGE, Field.YEAR): words(
        "平均每年 年均 每年平均 平均到每年 平均一年 平均下来每年 平均每一年 一年平均 平均到一年 平均下来一年 每年平均下来 年平均"
    ),
    AggregateSaid(Aggregate.COUNT): words(
        "一共多少个 总共多少个 共多少个 几个 多少个 几项 多少项 有几个 有几项 几笔 几条 几样 有几样 多少样 分了几期 几期 分几期"
    ),
    AggregateSaid(Aggregate.COUNT, Field.PROJECT): words(
        "几个项目 几样项目 有几样项目 多少个项目 项目数 项目数量 多少项目 项目个数 有几个项目 有多少个项目 有多少项目 几个工程"
    ),
    AggregateSaid(Aggregate.COUNT, Field.UNIT): words(
        """
        几家 多少家 几个单位 多少个单位 多少单位 几个预算单位 多少个预算单位 多少家预算单位 多少预算单位 几个实施单位 多少个实施单位 几家单位 多少家单位 有几家 单位数 有几家单位 有几个单位 几所 几个镇
        多少单位
        """
    ),
    AggregateSaid(Aggregate.DIFFERENCE): words(
        """
        贵了多少 便宜了多少 贵多少 便宜多少 贵了几万 差多少 相差多少 差几万 差几块 差几千 差几百 差几万块 差几块钱 差几千块 差几百块 差几万块钱 差几千块钱 差几百块钱 差几元 差几毛钱 差多少万 相差几万 差几个亿 差多少个 差多大 相差 差额 差距 多多少 少多少 多了多少 少了多少 多出多少 高多少 低多少 增加多少 减少多少 增加了多少 减少了多少 增长多少 涨了多少 降了多少 涨多少 降多少 多多少钱
        少多少钱 差多少钱 是多了还是少了 多了还是少了 增加还是减少 差了多少 差几多 差几个钱 差距多大 差距有多大 差距多少 差距是多少 相差几多 相差多大 多几多 少几多 涨了多少钱 降了多少钱
        多了多少钱 少了多少钱 增了多少 减了多少 增多少 减多少 增加了多少钱 减少了多少钱 增加多少钱 减少多少钱 是涨了还是降了 涨了还是降了 是增加还是减少 是增还是减 增了还是减了 是多还是少
        多还是少 高还是低 涨还是降 增还是减 升还是降 多了少了 变多还是变少 变多了还是变少了 是升是降 是涨是跌 是涨是降 是跌是涨 是降是涨 是多是少 是增是减 涨还是跌 涨了还是跌了 是涨还是跌 是涨还是降 升了还是降了 调减了多少 调减多少 调增了多少 调增多少 核减了多少 核减多少 核增了多少
        压减了多少 压减多少 压了多少 削减了多少 削减多少 砍了多少 砍掉多少 砍掉了多少 缩减了多少 缩减多少 缩水多少 缩水了多少 扣减了多少 裁减了多少 减掉多少 减掉了多少 下调了多少 下调多少
        下降了多少 下降多少 降低了多少 降低多少 掉了多少 跌了多少 上调了多少 上调多少 提高了多少 提高多少 提了多少 上涨了多少 上涨多少 上升了多少 上升多少 增长了多少 追加了多少 追加多少
        增加了几多 扩大了多少 加了多少 多给了多少 少给了多少 多安排了多少 少安排了多少 多拨了多少 少拨了多少
        """
    ),
    Mark.COMPARED: words(
        """
        比 对比 比较 相比 vs 哪个多 哪个更多 哪个少 哪个更少 谁多 谁少 谁更多 谁更少 哪个钱多 哪个钱少 哪家多 哪家少 较 谁家多 谁家少 比一比 比比 比比看 比一下 比较一下 比较比较 对比一下 对比下 比对一下 比划比划 做个比较 做个对比 作个比较
        """
    ),
    Mark.UNCHANGED: words(
        "没涨 一分没差 一分钱没差 一分不差 分文不差 一点没差 一分没涨 一分钱没涨 一分没变 一分钱没变 一分未变 一分没动 一分钱没动 一点没变 一点儿没变 一点没动 分文未变 没动过 纹丝不动 原封不动 没调过 没有调 没变过 没变动 没变 没有变 没变化 没有变化 没增加 没减少 没降 没有涨 持平 没有增加 没有减少 没有下降 不变"
    ),
    Mark.ROSE: words(
        """
        增加 增加了 增长 增长了 上涨 上涨了 上升 多了 涨了 变多 变多了 增多 涨得 增得 增加得 增长得 多得 升得 加得 提得 上涨得 上升得 提高得 猛增 猛涨 大涨 大增 暴涨
        上升了 升了 增了 涨没涨 涨了没 涨了没有 涨了吗 涨没有涨 有没有涨 有没有增加 增没增 增没增加 升没升 多没多 加没加 涨过没有 涨不涨
        上调 上调了 调增 调增了 调高 调高了 提高了 提了 追加 追加了 核增 涨价了 增加了没有 增加了吗 多了没有 多了吗 增加没有 翻了
        """
    ),
    Mark.FELL: words(
        """
        减少 减少了 下降 下降了 降低 降低了 少了 降了 缩减 变少 变少了 压减 降得 减得 减少得 下降得 少得 砍得 压得 缩得 跌得 掉得 扣得 缩水得 压减得 削减得 降低得 下跌 下跌了 下滑 下滑了
        减了 跌了 掉了 降没降 降了没 降了没有 降了吗 有没有降 有没有减少 减没减 减没减少 少没少 少了没有 少了吗 减少了没有 减少了吗 跌没跌 砍没砍 砍了那么多 砍了这么多 砍了不少 砍了好多 砍了很多 砍掉那么多 砍掉这么多
        下调 下调了 调减 调减了 调低 调低了 核减 核减了 压减了 削减 削减了 缩减了 缩水 缩水了 压缩了 砍了 裁减了 扣减了 降没有 砍掉了一半 砍了一半
        """
    ),
    Mark.WHICH: words(
        """
        哪些 有哪些 都有哪些 哪个 哪几个 哪一个 有什么 有啥 是哪个 是哪些 清单 列表 名单 明细 哪一期 哪期 哪几项 哪项 哪笔 哪一笔 哪一项 哪类 哪些类 哪一类 哪 是谁 谁 都有谁 有谁
        哪几笔 哪样 哪几样 都是谁 分别是谁 都是哪些 都是哪几个 是哪几个 有哪几个 都有哪几个 都有啥 都有什么 都是啥 都是什么 是哪几家 有哪几家 都有哪几家
        """
    ),
    Mark.EVERYTHING: words(
        "所有 全部 全县 全区 全市 全镇 全旗 全盟 全州 全省 全乡 全苏木 全街道 全自治县 全地区 整个 各个 所有的 全部的 总体 全"
    ),
    Mark.EACH: words(
        """
        分别 各 各自 分别是 各是 每家 各多少 分别多少 各是多少 两个 这两个 两项 三个 这三个 三项 两家 这几个
        分开说 分开列 分开报 分开讲 分开算 分着说 拆开说 分别说 分别列 分别报 各算各的 各列各的
        两者 这俩 那俩 它俩 他俩 这仨 那仨 这两项 各期 这些项目 那些项目
        """
    ),
    Mark.SPENDING: words(
        """
        花 花了 花多少 花了多少 花多少钱 花钱 花费 开支 支出 支出多少 用了多少 执行 执行了多少 执行数 执行率 执行了百分之几 执行了百分之多少 执行了几成 支付率 支付进度 执行进度 预算执行进度 支付了 支付了多少 支付了百分之几 支付了百分之多少 支付了几成 支付情况
        支出进度 够不够 够不够用 够用吗 剩 剩多少 剩下多少 还剩多少 支付到多少 支付到几成 拨付到多少 拨付进度 拨付率 余额 超支 要花多少 要花 实际支出 花掉 用掉
        够吗 还剩多少没花 还剩多少没用 还剩多少没发 还剩多少没拨 还剩多少没支 还剩多少没给 还剩多少没下达 还剩多少没执行 还剩多少没用完
        还有多少没花 还有多少没用 还有多少没发 还有多少没拨 还有多少没支 还有多少没给 还有多少没下达 还有多少没执行 剩多少没花 剩多少没用
        剩多少没发 剩多少没拨 多少没花 多少没用 多少没发 多少没拨 没发完 没拨完 没用完 没花完 完成了多少 实际完成 花掉了多少 支出了多少 执行情况 预算执行率 预算执行情况 预算执行 完成情况 完成得怎么样 实际完成情况
        开销 开销多大 开销多少 花销 花销多大 绩效自评 绩效自评结果 绩效自评情况 自评 自评得分 自评结果 自评情况 得分 得了多少分 自评分数
        """
    ),
    Mark.WHY: words(
        "为什么 为啥 为何 凭什么 怎么会 原因 什么原因 凭啥 为嘛 什么缘故 啥原因 啥缘故 咋会 咋回事 怎么回事 什么原因导致 什么原因造成 什么原因引起 啥原因造成 啥原因导致 是什么导致 是什么造成 因为啥 因为什么 因何 何以 为什么会 为啥会 为何会 凭什么会 是何原因 原因何在 原因在哪 原因是什么 原因是啥 什么道理 啥道理 哪门子道理 什么缘由 缘由 为个啥 为啥子 为什么子 做么子 干嘛 凭哪样 凭啥子"
    ),
    Mark.BRANCH: words(
        """
        含所属 全口径 大口径 全系统口径 包括下属 含下属 连下属 及所属 下属单位 所属单位 全系统 系统内 下面的单位 下属 二级单位
        下属的 下属们 下级单位 下属各单位 所属各单位 下面 下面的 底下 底下的 底下的单位 连下面的 带下属 加下属 含下级 包括所属 包括下属单位 包括所属单位
        下头 下头的 下头单位 下头的单位 手下的单位 旗下单位 旗下的单位 下辖单位 直属单位 所属的单位 连所属 带所属 连二级单位 含二级单位 带二级单位 两级合计 全口径的
        所属 所属的 下辖 下辖的 直属 直属的 名下 含下属单位 含所属单位 连同所属 连同下属 连同下属单位 和下属单位 及下属单位 及其下属 及所属单位 及其所属单位 和所属单位 和下属 全口径 大口径
        """
    ),
    Mark.ALONE: words("本级 本单位 本部 局本级 机关本级 本级的 只算本级 只要本级 只要本级的 只看本级 只含本级 仅本级 光本级"),
    Mark.ALSO: words(
        """
        含 包括 包含 连同 算上 加上 再加上 再算上 再加 带上 捎上 捎带 捎带上 也要 也算 也算上 也算进去 也加上 也加进去 加进去 加进来 算进去 算进来 也列出来 也列上 也包括 也包含 都算上 都算进去 都算
        一起 一起算 一并 在内
        """
    ),
    Asked(Field.PROJECT): words(
        """
        有哪些项目 都有哪些项目 什么项目 有什么项目 有啥项目 项目清单 项目列表 项目有哪些 项目列一下 列一下项目 全部项目 所有项目 项目名单 项目都有哪些 列出项目 列出所有项目 哪几个项目
        有哪几个项目 是哪几个项目
        """
    ),
}
_BANNER = Lexicon("shapes", {Mark.EVERYTHING: ("全旗",)})  # “全骑”
# “全镇一共多少”: of the town that is named, and of none where none is
_WHOLE_UNIT = Pattern(
    r"全(?:镇|乡(?!镇)|街道|苏木|嘎查|村|社区|局(?!长)|委|办(?!理|公)|院|校|所|站|中心|队|馆|园区|部门|单位)(?:里|上|内)?(?:的)?"
)
# No homophones: “电话多少” asks for no spending (花多少).
_LEXICON = Lexicon("shapes", _WORDS, homophones=False)
PHASES = "shapes.phases"
# “三期合起来” speaks of three phases, not of the third.
_PHASES = Pattern(
    r"(?<![期第])(?<!期[和与跟、])(?<!期[和与跟、]第)(?:两期(?=(?:都|的|一起|全部?)?(?:加|总共|一共|合计|共|分别|各|对比|平均|相差|拢共|统共|累计|合|凑|并))"
    r"|[三四五六3-6]期(?=(?:都|一起|全部?)?(?:加[起到在一总]|分别|各|对比|平均|相差|都)))"
    r"|(?<![一二三四五六期第])(?:这|那)?(?:[两二三四五六2-6几]个期|两期(?![间限和与跟、])|各个?期|每个?一?期|几期(?=都|分别|各)|一二期(?!间)|一二三四?期)(?:工程|项目)?(?:都|全)?"
)
_PAIR_OF_PHASES = Pattern(
    r"(?<![期第和与跟、])(?:[两俩]期(?=(?:都|的|一起)?(?:占|哪|谁|多|一起|都))|[两俩二三四五六2-6]期(?=(?:里面?|之?中|当中|哪|谁|，|,)*(?:哪一?期|哪一?个|谁)))"
)
# “包括某中心那些下属”: one of the subordinate units is named as an example.
_BRANCH = Pattern(
    r"(?<![不别])(?:也|还)?(?:包括|包含|含|连同?|算上|加上|带上)[^,，。;?\s]{1,10}?(?:那些|这些|那几个|这几个|等)的?(?:下属|所属|下面|底下|二级)的?(?:单位)?(?:在内)?"
)
# “财政局管着哪几家单位”
_OVER = Pattern(
    r"(?<=[局委办院校所站心镇乡处队])(?:主管|管辖|分管|归口)的(?=(?:预算)?单位)|(?:一共|总共|都|具体)*(?:管着?|管辖着?|主管着?|辖着?|领导着?|带着?)(?=(?:有|的)*(?:哪些|哪几|几|多少)[个家]?(?:单位|预算单位|下属|学校|医院|站所))"
)
_ALSO = Pattern(r"连(?=[^,，。;?\s]{1,12}(?:一起|一并|一块儿?|一道|也|都|在内))")
# “归教育局主管的项目”
_UNDER = Pattern(r"(?:归|由|隶属于?|属于?)(?=[^,，。;?\s谁哪什]{2,12}(?:主管|归口|分管)的)")
# “交通局连公路站一共多少”: behind a unit, before another that is counted with it
_ALSO_BEHIND = Pattern(
    r"(?<=[局委办院校所站心镇乡处队府道社会馆场年统])连(?!锁|续|接|通|环|片|心|队|廊|栋|排|江|云|城|山|县|州|长|年|日|夜|同)上?(?=[^,，。;?\s]{2,12}?(?:一共|总共|合计|总计|共|多少|几个|几项|加|算|有哪))"
)
# “教育局连学校，…”, “…，连学校”: all of a clause, or what a unit is followed by in it
_ALSO_TO_THE_END = Pattern(
    r"(?:(?<=[局委办院校所站心镇乡处队府道社会馆场年统])|(?<=[,，]))连(?!锁|续|接|通|环|片|心|队|廊|栋|排|江|云|城|山|县|州|长|年|日|夜|同|不|没)上?(?=[^,，。;?\s的]{2,10}(?:$|[,，。;?]))"
)
_ALL_AT_ONCE = Pattern(r"连[^,，。;?\s]{1,12}?(?P<end>一(?:块儿?|道))")


# “比去年多花了多少”; “多补几个人” counts
_GIVEN_MORE = Pattern(
    r"(?<![最很更太])[多少](?:(?P<spent>花|用|支出|列支|支)|给|拨|批|投|投入|列|分|出|报|要|拿|补|发|安排|下达|争取)(?:掉|出|出来)?了?(?:多少(?=$|\W|[钱万块元资经啊呢吗呀吧])|几(?=万|块|元|个亿|个万))(?:个)?(?:钱|万块?钱?|块钱|元|资金|经费)?"
)
_POINTED_AT = Pattern("[这那哪](?=一块)")  # “这一块多少钱” adds nothing up
_MEASURES = frozenset("率额比数量度值")  # 核减率 and 增长量 are names of indicators


def propose(said: Utterance) -> Iterator[Proposal]:
    """Words for lists, sums, averages, counts, comparisons and scopes."""
    pieces = {match.end() for match in _POINTED_AT.finditer(said.text)}
    for word in _LEXICON.propose(said):
        if not (word.meaning in MOVING and said.text[word.end : word.end + 1] in _MEASURES) and word.start not in pieces:
            yield word
    yield from _BANNER.propose(said)
    for pattern, mark in ((_WHOLE_UNIT, Mark.OURS), (_UNDER, Mark.FILLER)):
        yield from (Proposal(m.start(), m.end(), "shapes", mark, 1.2 * len(m[0])) for m in pattern.finditer(said.text))
    for match in (*_PHASES.finditer(said.text), *_PAIR_OF_PHASES.finditer(said.text)):
        yield Proposal(match.start(), match.end(), PHASES, Mark.EACH, 2.0 * len(match[0]))
    for match in _GIVEN_MORE.finditer(said.text):
        end = match.start("spent") if match["spent"] else match.end()
        yield Proposal(match.start(), end, "shapes.more", AggregateSaid(Aggregate.DIFFERENCE), 1.3 * (end - match.start()))
        if match["spent"]:
            yield Proposal(end, match.end(), "shapes.more", Mark.SPENDING, 1.3 * (match.end() - end))
    for match in (*_ALSO.finditer(said.text), *_ALSO_BEHIND.finditer(said.text), *_ALSO_TO_THE_END.finditer(said.text)):
        yield Proposal(match.start(), match.end(), "shapes", Mark.ALSO, 1.05)
    for match in _ALL_AT_ONCE.finditer(said.text):
        yield Proposal(match.start("end"), match.end("end"), "shapes", Mark.ALSO, 1.2 * len(match["end"]))
    for match in (*_BRANCH.finditer(said.text), *_OVER.finditer(said.text)):
        yield Proposal(match.start(), match.end(), "shapes.branch", Mark.BRANCH, 1.5 * len(match[0]))
