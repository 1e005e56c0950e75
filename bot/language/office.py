"""Office talk: runs of words that say who asks, on what occasion and what for (“早上例会书记点名要”, “我刚被抽到评价组”).

None of these words names, counts, dates or limits what is in a table, and none asks.  A run is made of them alone, so that nothing
else can be passed over with it; of several ways to divide it the one of the fewest words is how it is read (报表, not 报|表).
"""

from collections.abc import Iterator, Mapping
from enum import IntFlag

from bot.language.beneficiaries import ORGANISED, PEOPLE
from bot.language.joints import CLAUSE_END
from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from store.text import words

RULE = "office"


class Said(IntFlag):
    """What the words of a run say, together."""

    NOTHING = 0
    WHO = 1  # somebody who may ask
    PUBLIC = 2  # whom public money is for, and who may ask as well
    SELF = 4
    WHEN = 8  # or on what occasion
    DEED = 16
    PAPER = 32
    CHECKS = 64  # asks whether something is right
    OFFICE = 128  # told by the end of its name alone: 预算股, 评价组
    NEW = 256  # came not long ago


_TITLES = words(
    "局长 主任 科长 股长 处长 所长 站长 院长 校长 园长 镇长 乡长 县长 区长 市长 旗长 州长 书记 部长 会长 组长 队长 秘书长 主席 常委 总 工 会计 出纳 老师"
)
_WORDS: dict[Said, str] = {
    Said.WHO: """
        群众 居民 市民 村民 老百姓 百姓 老乡 乡亲 街坊 街坊邻居 邻居 家长 学生家长 老人家 大爷 大妈 大叔 阿姨 亲戚 朋友 同事 同学 同志 记者 媒体 网友 客户
        热线 12345 代表 委员 领导 主要领导 分管领导 班子 上级 上面 上头 老板 头儿 对方 人家 有人 他 她 他们 她们 审计 巡察 巡视 审计组 检查组 巡察组
        巡视组 评审组 督查组 调研组 工作组 专家组 评审专家 专班 人大 政协 纪委 财务 部里 省里 市里 州里 县里 区里 旗里 镇里 乡里 村里 局里 厅里 委里
        院里 校里 科里 股里 处里 省上 市上 县上 省厅 市局 省局 外单位 兄弟单位 单位 我妈 我爸 大家 各位 新人 新手 实习生 科员 办事员 经办人 工作人员 有个
        有位 来个 来了个 一位 一个 几个 好几个 好几位 不少 很多
        """
    + " ".join(_TITLES),
    Said.PUBLIC: " ".join(sorted({*PEOPLE, *ORGANISED} - {"老板"})),
    Said.SELF: "我 我们 我自己 自己 本人 俺 俺们 咱 咱们 我这边 我们这边 这边 这里 我是 我们是 本人是 我单位 我们单位 我们科 我们局 我们科里",
    Said.WHEN: """
        今天 明天 后天 昨天 前天 刚才 刚刚 现在 马上 待会 待会儿 等会 等会儿 一会 一会儿 上午 下午 中午 晚上 早上 今早 今晚 昨晚 明早 下周 这周 本周 上周 周一
        周二 周三 周四 周五 周六 周日 周末 月底 月初 年底 下班 下班前 上班前 会上 会前 会后 会议 开会 例会 早会 晨会 周会 班子会 党组会 党委会 常务会 常委会
        办公会 局长办公会 县长办公会 主任办公会 书记办公会 局务会 政府常务会 政府办公会 专题会 调度会 推进会 协调会 座谈会 听证会 评审会 碰头会 工作会
        人代会 两会 大会 主席台 电话里 电话上 电话 来电 来电话 来信 微信 微信群 微信里 群里 工作群 网上 窗口 大厅 服务大厅 路上 车上 现场 饭桌上
        """,
    Said.DEED: """
        问 问到 问起 问了 过问 追问 询问 打听 咨询 说 说了 讲 讲到 讲话 提 提到 提问 催 催着 催了 催得紧 催得急 要 要用 要看 要听 等 等着 等着用 等着要 急 急着
        急要 着急 用 写 写进 写到 写在 写入 写写 附 附上 附在 填 填进 填到 填在 放进 放到 放在 贴 贴到 抄 抄进 记 记在 加进 加到 列入 录入 做 编 报 报送
        上报 报给 交 弄 整 赶 赶着 准备 起草 拟 整理 梳理 收集 提供 找 摸底 了解 看 看看 看下 看一眼 过目 审 审阅 批示 签 签字 签批 开 开了
        参加 出席 主持 汇报 汇报工作 发言 回复 答复 回答 转告 转达 告诉 传达 通知 打 打来 打了 打电话 打电话来 来电问 来人 来访 上门 上门检查 采访 留言 反映 调研 视察 督导 督查 走访 慰问
        检查 抽查 检查工作 指导 指导工作 调阅 查阅 调取 座谈 约谈 迎检 上会 过会 审议 讨论 研究 抽到 抽调 分到 派到 安排我 派我 让我 叫我 喊我
        让我们 叫我们 安排我们 点名 点到 交代 布置 部署 吩咐 嘱咐 强调 要求 就行 就好 即可 就可以 辛苦 帮忙 帮个忙 帮我 帮我们 帮着 抽空 抽时间 加班 值班
        转来 转来的 接到 收到
        """,
    Said.DEED
    | Said.NEW: "新来 新来的 来的 刚来 刚来的 到岗 上岗 上任 入职 毕业 毕业的 实习 来实习 接手 接的 交接 借调 调来 调来的 调到 调过来 新调来",
    Said.DEED | Said.SELF: "打扰 打搅 麻烦 麻烦老师 请老师 老师好 老师您 有事请教",
    Said.DEED | Said.PAPER: "急用 备用 备查 备着 留着 备案 存档 归档 交稿 交差",
    Said.CHECKS: "汇总 统计 核 核对 核实 核查 核一下 核对一下 对 对一下 对数 对账 比对 查 查查 查一下 查下 审核",
    Said.PAPER: """
        材料 资料 数 数据 个数 情况 报告 汇报 汇报材料 总结 报表 表 表格 说明 ppt 稿 稿子 发言稿 讲稿 讲话稿 台账 简报 通稿 底稿 方案 公文 函 纪要 会议材料 会议纪要 报告里 材料里
        答复函 公开 预算公开 公开表 公示 公示栏 截图 图片 审核意见 意见 反馈意见 批复 文件 文件里 原件 通知 系统 台账里 合同 材料上 网页 官网 门户网站 下面报上来 下面报上来的 报上来的 报上来 结果 答案 工作 活 业务 提案 议案 建议 公开稿 解读 新闻稿 新闻 信息 通报 清单 这一段 那一段 这段 这一块 这一节 这一部分 这一页
        """,
    Said.NOTHING: """
        的 了 着 呢 啊 呀 吧 哈 哦 嘛 过 到 来 去 在 把 给 被 让 叫 带 跟 和 与 向 对着 为 替 帮 又 正 正在 都 全 还 就 也 老 总 总是 再 再次 先 刚 才 快 快要 可 可能 会 得 需要 想 好 好像 一直
        非 特意 专门 突然 临时 应该 肯定 估计 也许 必须 一定 尽快 赶紧 赶快 抓紧 过来 进来 出来 起来 进去 上去 下来 一下 下 一次 一遍 一句 一趟 一份 一个 个 份 一点 点 里 里面 上 中 前 之前 后 之后
        的时候 时候 时 那边 那里 这边 您 你 你们 请 好的 不好意思 新 们 刚刚才 这块 这项 这一块的 不太 不久 没多久 没几天 用来 拿去 拿来 一起 来着 隔壁 其他 今天的 下午的 明天的 上午的 这个 那个
        """,
}
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹"
    "石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚"
)
_TITLE = "|".join(sorted(_TITLES, key=len, reverse=True))
_NAMED = Pattern(
    rf"(?:分管|主管|联系)?的?[副老正大小]?[{SURNAMES}]?[副]?(?:{_TITLE})|[老小][{SURNAMES}]|[^\W\d问]农(?=问|来|打|们|反)|[省市州县区旗乡镇](?:人大|政协|纪委|审计|领导)"
)
_OFFICE = Pattern(r"[^\W\d]{0,4}?(?:办公室|科室|(?<=\w)[股科组局委厅处](?!室))")
_IN_A_PLACE = Pattern(r"在[^\W\d]{1,3}?[上里中](?![^\W\d]?[学心])")

_VOCABULARY: dict[str, Said] = {}
for _said, _listed in _WORDS.items():
    for _word in words(_listed):
        _VOCABULARY[_word] = _VOCABULARY.get(_word, Said.NOTHING) | _said
_LONGEST = max(map(len, _VOCABULARY))


def reached(text: str, start: int, end: int, *, offices: bool = True) -> Mapping[int, Said]:
    """Every place that a run from `start` may end at, and what its words say by the reading of the fewest words.

    With `offices` a word may be one that only ends as offices do, which may be the name of a unit.
    """
    found: dict[int, tuple[int, Said]] = {start: (0, Said.NOTHING)}
    for place in range(start, end):
        if place not in found:
            continue
        count, said = found[place]
        for stop, more in _words_at(text, place, end, offices):
            if stop not in found or count + 1 < found[stop][0]:
                found[stop] = count + 1, said | more
    return {place: said for place, (_, said) in found.items()}


def _words_at(text: str, place: int, end: int, offices: bool) -> Iterator[tuple[int, Said]]:
    for stop in range(place + 1, min(end, place + _LONGEST) + 1):
        said = _VOCABULARY.get(text[place:stop])
        if said is not None:
            yield stop, said
    for pattern, said in (
        (_NAMED, Said.WHO),
        (_IN_A_PLACE, Said.WHEN),
        *([(_OFFICE, Said.WHO | Said.OFFICE)] if offices else ()),
    ):
        match = pattern.match(text, place, end)
        if match:
            yield match.end(), said


def told(text: str, start: int, end: int, said: Said) -> bool:
    """Whether a clause of these words tells what somebody does around the question; “村里要检查的” is what is asked about."""
    return tells(said) and not (text.endswith("的", start, end) and not text.endswith("用的", start, end))


def tells(said: Said) -> bool:
    """Whether words that say this tell what somebody does around the question, and nothing of what is asked."""
    around = said & (Said.WHO | Said.SELF | Said.WHEN | Said.PAPER)
    return bool(said & (Said.DEED | Said.CHECKS) and around) and not said & Said.PUBLIC


def propose(said: Utterance) -> Iterator[Proposal]:
    """The words of a clause that are office talk around what it names: “领导下午去|清河水库|调研，”, “清河水库|的表快交了，”."""
    start = 0
    for sign in CLAUSE_END.finditer(said.text):
        clause = (start, sign.start())
        start = sign.end()
        if not _ASKING.search(said.text, *clause):
            yield from _around(said.text, *clause)


def _around(text: str, start: int, end: int) -> Iterator[Proposal]:
    """What begins and what may end the clause, where both together tell what somebody does; no name is told apart from its end here."""
    heads = reached(text, start, end, offices=False)
    for place in range(start + 1, end if end not in heads else start):
        said = reached(text, place, end, offices=False).get(end, Said.NOTHING)
        head = max(at for at in heads if at <= place)
        if said & Said.DEED and tells(said | heads[head]):
            yield from (
                Proposal(one, other, RULE, Mark.FILLER, (other - one) * _VALUE)
                for one, other in ((start, head), (place, end))
                if other > one
            )


_ASKING = Pattern(r"[几哪吗么谁\d]|多少|什么|啥")
_VALUE = 1.2  # more than the words that such a run is made of, less than a name said in full


def is_word(text: str) -> bool:
    """Whether it is one word of the vocabulary that says who asks."""
    return bool(_VOCABULARY.get(text, Said.NOTHING) & Said.WHO)
