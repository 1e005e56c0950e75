"""What people say around a question: fillers, greetings, thanks, and the words that only turn to this bot."""

from collections.abc import Iterator

from bot.language.lexicon import Lexicon
from bot.language.meanings import Mark, Meaning, Proposal, Utterance
from bot.language.patterns import Pattern
from store.text import words

_WORDS: dict[Meaning, tuple[str, ...]] = {
    Mark.FILLER: words(
        """
        请问 请教 请 问一下 问下 问问 想问 我想问 想知道 我想知道 想了解 了解一下 告诉我 再告诉我 跟我说 说一下
        说说 讲一下 帮我查下 帮我查一下 帮我查 帮我看看 帮我看下 帮忙查下 帮忙查一下 帮忙 帮我 帮查 麻烦
        麻烦查一下 查一下 查下 查查 查询 查看 查 看看 看下 看一下 给我 给我一份 来一份 发一份 发我一份 给我瞅瞅 瞅瞅 瞧瞧 我想看 我要看 我要
        领导要 急用 急 那个 这个 那块 那笔 那些 这些 那边 这边 这笔 那 这 的 是 啊 呀 吧 吗 么 嘛 哦 嗯 呃 哎 诶
        哈 来着 到底 究竟 主要 主要是 大概 现在 目前 一下 下 了 有 给 给了 批了 批 拨了 拨 发 发的 安排 安排了 里 里面 在
        搞 做 弄 办 把 和 与 跟 及 以及 还有 或者 、 对 为 由 个 就是 那事 事 关于 有关 方面 方面的 情况
        情况怎么样 怎么样 什么 啥 怎么 如何 具体 详细 都 也 就 又 却 要 会 能 可以 应该 需要 有没有 还有没有 是不是 有无
        能不能 多大 数 数字 数据 信息 一个 每个 家底 这一摊 那一摊 这摊 那摊 这摊子 那摊子 这一摊子 那一摊子 摆摆 摆一摆 亮亮 亮一亮 晒晒 晒一晒 捋捋 捋一捋 理理 理一理 盘盘 盘一盘 这块 这一块 那一块 这一大块 那一大块 那部分 部分 到 达到 至 用 用的 用了 笔 之 元 万 万元 指的 叫什么
        名字 名称 名 一起 一并 一同 顺便 顺带 列一下 列示 列出 列个 列出来 列明 列清楚 罗列 设了 设有  列了 编列 编列了 列 汇总 统计 统计一下 算一下 算算 表 表里 表格 文件 文件里 填 填的 填表时 填表的时候
        写 写的 叫啥 过来 过来的 下来 下来的 对应 对应的 我记得 我记着 印象中 印象里 好像 明明 难道 后 或 其 其中 当中 按 按照 哪来
        你这 你这里 你这儿 你那 你那里 你那儿 你们 你们这里 你们那里 你 您 您这里 库里 系统里 这里 这儿 这边儿 这头 你这头 你们这头 里头 里边 这里头 这里边 这里面
        你这里头 你这里边 你这里面 你们这里头 你们这里面 手上 手头 一共有 报了 报的 报过 报过的 还报了 还报过 申报了 申报过 申报的 还申报了 上报了 上报过 上报的 报上来 报上来的 报上来了 交上来 交上来的
        别漏 别漏了 别漏掉 别漏掉了 不要漏 不要漏了 别落下 别落了 别少了 一个不落 一个都别落 一个都别漏 一个也别漏 别说漏 说全 列全 涉及 涉及到 提到 提及 定得 定的 定了 设得 设的 使用 用到 动用 表上 上面 文件上
        起码 概况 详情 简介 基本情况 详细情况 基本概况 情况介绍 情况说明 绩效表 绩效目标表 目标表内容 表内容 表的内容 准确数 准确数字 准确的数 确切数 确切数字 确切的数
        精确数 实打实 实打实的 一整年 整年 最新的数 最新数 最新数据 最新的数据 最新数字
        后来 再后来 预计 同口径 同样口径 同样的口径 同一口径 同一个口径 相同口径 一样的口径 口径不变 口径一样 按同口径 按同样口径 按同样的口径 按同一口径 同名同单位 同单位同名 同单位同项目
        """
    ),
    Mark.IT: words(
        "它 它的 那个呢 那一个呢 该项目 这个项目 那个项目 这个工程 那个工程 这项工程 那项工程 该工程 此项目 这项目 上面那个 刚才那个 刚才的 该单位 这个单位 那个单位 这家单位 那家单位 这个局 那个局 该局 这个镇 那个镇 该镇 这个乡 那个乡 该乡 这个街道 那个街道 该街道 这个部门 那个部门 该部门 这所学校 那所学校 这个学校 那个学校 该校 这家 那家 他们局 他们单位 他们部门 他们镇 他们乡 他们街道 他们学校"
    ),
    Mark.EARLIER: words(
        "前面那个 前面那个的 前面那个项目 前一个 前一个的 前一个项目 之前那个 先前那个 前头那个 更早那个 上上个 最开始那个 一开始那个 前面问的那个 前面问的"
    ),
    Mark.FOLLOWING: words(
        "呢 的呢 它们 它们的 那时候 那时 那会儿 那会 那阵子 那阵儿 那个时候 当时 那年 那一年 同一年 那一年的 那年的 后来 那么 换成 改成 再看 再看看"
    ),
    Mark.GREETING: words("你好 您好 早上好 上午好 下午好 晚上好 在吗 在不在 在么 哈喽 hello hi 嗨 哈哈 哈哈哈 早 再见 拜拜 晚安"),
    Mark.THANKS: words(
        """
        谢谢 谢谢你 谢谢您 谢谢啊 谢了 多谢 感谢 辛苦了 辛苦 好的 好 好的谢谢 收到 明白 知道了 ok 行 可以了 嗯嗯
        抱拳 微笑
        """
    ),
    Mark.HELP: words(
        """
        帮助 help /help /start 怎么用 如何使用 怎么使用 使用说明 使用方法 你能干啥 你能干什么 你能做什么
        你会什么 你会干什么 你是谁 你是干什么的 你都能查什么 能查什么 可以查什么 能查询什么 能问什么 可以问什么
        不会用 不会问 不会查 不知道怎么问 不晓得怎么问 咋用 咋问 咋查 咋使 咋个用 咋个问 怎么使 怎么玩 教教我 教我用 教我怎么用 教我怎么问 教一下怎么用
        举几个例子 举个例子 举些例子 举例 举个栗子 给个例子 给几个例子 来个例子 来几个例子 示例 示范 示范一下 演示一下 有例子吗 有没有例子 能问啥 可以问啥
        能查啥 能帮我干啥 能帮我什么 有啥功能 有啥本事 都会啥 会啥 你会啥 你都会啥 都能干啥 都能查啥 都能问啥 使用指南 说明书 操作说明 操作指南
        有什么功能 功能 怎么问 怎么查 你能查什么 能干啥 能干什么 能做什么
        """
    ),
    Mark.WRONG: words("不对 错了 不正确 有误 搞错了 数不对"),
    Mark.MORE: words("更多 还有吗 下一页 继续"),
}

_ADDRESSED = Pattern(r"@\S+(?:\s|$)")  # “@问效 …”
# “…扫雪车那一台”: a thing that was named just before
_THAT_ONE = Pattern(r"(?<=\w)[那这]一?[台辆套座栋架艘部只门条处所片](?=\W|$|[的呢啊]|不算|除外)")
_LEXICON = Lexicon("courtesy", _WORDS, homophones=False)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Fillers, greetings and the like."""
    yield from _LEXICON.propose(said)
    for match in _THAT_ONE.finditer(said.text):
        yield Proposal(match.start(), match.end(), "courtesy.that_one", Mark.FILLER, 1.1 * len(match[0]))
    for match in _ADDRESSED.finditer(said.text):
        yield Proposal(match.start(), match.end(), "courtesy.addressed", Mark.FILLER, float(len(match[0])) * 2)
