"""Fields as people ask for them in passing: 干成啥样, 多久检测一次, 一座一年多少钱, 花完了没有, 都是财政的钱吗."""

from collections.abc import Iterator

from bot.language.lexicon import Lexicon
from bot.language.meanings import Asked, Mark, Meaning, NounSaid, Proposal, Utterance
from bot.language.patterns import Pattern
from bot.language.unanswerable import QualifierSaid, Unanswerable
from store.plan import Field
from store.text import words

_WORDS: dict[Meaning, tuple[str, ...]] = {
    Asked(Field.GOAL): words(
        """
        要完成什么任务 完成什么任务 要完成哪些任务 要干哪些事 要做哪些事 要干些什么 要做些什么 要做什么 主要做什么 主要干什么 主要干啥 要干啥
        要干什么 要达到什么效果 达到什么效果 要有什么效果 要起什么作用 想达到什么目的 什么目的 目的是什么 为了啥 为了什么 图个啥
        """
    ),
    Asked(Field.FUNDING): words(
        """
        都是财政的钱 全是财政的钱 都是财政出的 全是财政出的 都是财政拨款 全是财政拨款 全部是财政拨款 是不是都是财政的钱 是不是全是财政的钱
        是不是都是财政拨款 是不是全是财政拨款 都是财政资金 全是财政资金 是不是都是财政资金 都由财政出 都靠财政 全额财政 谁出的钱 谁出钱 钱谁出
        钱是谁出的 钱从哪出 钱是哪来的 哪来的钱 钱都是哪来的 钱都从哪来
        """
    ),
    Mark.SPENDING: words(
        """
        花完 花完了 花完没 花完了没 花完了没有 花完了吗 花光了 花光了没 花光了吗 用完 用完了 用完没 用完了没 用完了没有 用完了吗 用光了 花出去了
        花出去多少 花出去了多少 花了没有 用了没有 付了多少 支付了多少 拨付了多少 报账了多少 到账 到账了没 到账了没有 到账了吗 到位了没 到位了没有
        到位了吗 拨付到位了吗 不够用 不够花 不太够 够不了 够用不 够不 够么 够用么 够用嘛 够花不 够花吗 够花么 够使不 够使吗 够不够花 够不够使 够不够嘛 用得完吗 用得完不 花得完吗 花得完不
        用没用完 花没花完 拨了没 拨了没有 拨了吗 拨下来没 拨下来没有 拨下来了没 拨下来了没有 拨下来了吗 批下来没 批下来没有 批下来了没 批下来了吗 下来没 下来没有 下来了没
        下来了没有 下来了吗 下达没 下达了没 下达了没有 下达了吗 下拨没 下拨了没 下拨了没有 下拨了吗 发了没 发了没有 发了吗 发下来没 发下来没有 发下来了没 发下来了吗 发下去没
        发下去了没 发下去了吗 给了没 给了没有 给了吗 到账没 到帐没 到帐了没 到帐了吗 到账了嘛 到位没 到位没有 支付了没 支付了没有 支付了吗 付了没 付了没有 付了吗 付款了没 付款了吗
        打款了没 打款了吗 兑付了没 兑付了吗 结了没 结清了没 结清了吗 花哪了 花哪儿了 花哪里了 花到哪了 花到哪儿了 花到哪里去了 花在哪了 用哪了 用哪儿了 用哪里了 用到哪了 用到哪儿了 花得怎么样 花得怎么样了
        花得咋样 花得咋样了 花的怎么样 花的怎么样了 用得怎么样 用得咋样 花得如何 使用情况 资金使用情况 完成得咋样 完成得咋样了 完成得如何 完成的咋样 完成的怎么样 完成得好不好 完成没 完成没有
        完成了没 完成了没有 完成了吗 完成情况怎么样 完成情况如何 完成情况咋样 任务完成没 任务完成了没 使了多少 用去多少 用去了多少 花去多少
        """
    ),
}
_LEXICON = Lexicon("colloquial", _WORDS, homophones=False)

_LIKE_WHAT = r"(?:个)?(?:啥|什么|怎么个|哪)(?:样子?|程度|水平|效果|地步)(?:的|呢)?"
_GOAL = Pattern(
    rf"(?:到底|究竟)?(?:是)?(?:要|得|准备|打算|预计|计划)?(?:把\w{{1,4}}?)?(?:干|做|搞|弄|建|建设|修|办|达|改|整|打造)(?:成|到){_LIKE_WHAT}"
)
# “物资储备都要买什么东西”, “村医都管些啥”: what it is for
_WHAT_THINGS = Pattern(
    r"(?<=\w)(?:(?:都|要|主要|具体|打算|准备|计划|会|得|需要|是|来|用来|拿来|去|能)++)(?:采购|购买|购置|添置|置办|储备|配备|配置|装备|发放|开展|实施|安排|解决|[买购添备配发建修做干搞办管弄改换种养])"
    r"(?:的|了|些|点)*(?:都?是|都?有)?(?:什么|啥子?|哪些|些什么|些啥|么子|哪几样|哪几种|哪样)(?:东西|物资|设备|内容|活儿?|事儿?|事情|工作|物品|玩意儿?|货|名堂)?(?=$|\W|[啊呀呢嘛哦吗的了])"
)
_LEFT = Pattern(
    r"(?:还|总共|一共|到底)*(?:剩|剩下|剩余|结余|余|有)(?:下|了)?(?:多少|几个?)?(?:钱|资金|经费|预算)?(?:还)?(?:没有?|未)(?:用|花|支|使|付|拨)(?:完|掉|出去?|光|了|的)*"
)
_BESIDE_FISCAL = Pattern(
    r"(?:除了?|除去|不算|抛开)财政(?:拨款|拨的|的?钱|资金|安排的?)?(?:之外|以外|外)?[,，]?(?:还|另外|另)?(?:有没有|有|用了)?(?:多少|哪些|什么)?"
    r"(?:别的|其他的?|其它的?|另外的?|自筹的?)(?:钱|资金|来源|经费|投入)?(?:有?(?:多少|哪些|没有|吗))?(?:钱)?"
)
# “有没有别的钱”, “别的资金呢” of one project; which projects have some is asked by 其他资金
_OTHER_MONEY = Pattern(
    r"(?<!目)(?<!单位)(?:还|另外)?(?:有没有|有)?(?:别的|旁的)(?:钱|资金|来源|款项)(?:没有?|吗|么)?(?=[呢啊呀的]*\W*$)"
)
_OFTEN = Pattern(r"(?:多久|隔多久|多长时间|几天|多少天)(?=\w{1,6}?一(?:次|回|趟|遍))")
_ONCE = Pattern(r"(?<=\w)一(?:次|回|趟|遍)(?=\W|$|[的呢啊吗])")
_PER_HEAD = Pattern(
    r"(?:每个?人|一个?人)(?:一年|每年|一个?月|每月|一天|每天|一次)?(?=(?:要|给|发|补|是|花|能|领|拿|补助|补贴|的|标准|最多|最高|至多|顶多|不能|不得|不许|不可|不|超过|超|应该|应当|应|可以|控制在|按|限|有)*(?:多少|几|上限|封顶|限额))"
)
_ACTUALLY = Pattern(
    r"(?:实际上?|已经|目前已?|到现在|到目前)(?!控制|支出|完成|执行)[^\s,。;!?多少几]{1,4}了(?:(?=多少|几)(?!几个?月|几个?季度)|几个?(?:月|季度)了?(?=$|\W))"
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask for a goal, a frequency, a rate per head, the kinds of money, or what was done."""
    yield from _LEXICON.propose(said)
    for pattern in (_GOAL, _WHAT_THINGS):
        yield from _found(pattern, said, Asked(Field.GOAL))
    yield from _found(_PER_HEAD, said, QualifierSaid(Unanswerable.PER_HEAD))
    yield from _found(_ACTUALLY, said, Mark.SPENDING)
    yield from _found(_LEFT, said, Mark.SPENDING)
    for pattern in (_BESIDE_FISCAL, _OTHER_MONEY):
        yield from _found(pattern, said, Asked(Field.FUNDING))
    often = list(_found(_OFTEN, said, NounSaid("频次")))
    yield from often
    if often:
        yield from _found(_ONCE, said, Mark.FILLER)


def _found(pattern: Pattern, said: Utterance, meaning: Meaning) -> Iterator[Proposal]:
    for match in pattern.finditer(said.text):
        yield Proposal(match.start(), match.end(), "colloquial", meaning, (match.end() - match.start()) * _VALUE)


_VALUE = 1.25  # more than the single words that such a span is made of
