"""What money is for, and whom it goes to, as people ask it: 给谁的, 图什么, 有啥用, 用在哪, 哪些人能领."""

from collections.abc import Iterator

from bot.language.deeds import KNOWN_DEEDS
from bot.language.lexicon import Lexicon
from bot.language.meanings import Asked, Proposal, Utterance
from bot.language.patterns import Pattern
from store.plan import Field
from store.text import words

_LEXICON = Lexicon(
    "purposes",
    {
        Asked(Field.GOAL): words(
            """
            图什么 图啥 图的什么 图的啥 图的是什么 图的是啥 图个什么 为的啥 为的什么 为的是啥 为的是什么 为了做什么 为了干什么 为了干啥
            有什么用 有啥用 有什么用处 有啥用处 什么用处 啥用处 什么用途 啥用途 派什么用场 有什么作用 有啥作用 起什么作用 起啥作用 能起什么作用
            干吗的 干吗用 干吗用的 干什么事 干啥事 干些啥 干些什么 做些啥 做些什么 做啥的 做啥用 做啥用的 搞什么的 搞啥的 弄啥的 弄啥用 办什么事 办啥事
            主要内容 建设内容 项目内容 工作内容 具体内容 内容是什么 内容是啥 什么内容 啥内容 包括哪些内容 包含哪些内容 有哪些内容 主要做啥 主要干什么的 主要干啥的
            用来做啥 用来做啥的 用来弄啥 用来搞什么 用来搞啥 用来买什么 用来买啥 用来办什么 拿来干啥 拿来做什么 拿来做啥 拿来用在哪 用于什么 用于哪些 用于哪些方面
            用于干什么 用于做什么 用在哪 用在哪里 用在哪儿 用在哪方面 用在什么地方 用在哪些地方 用在哪些方面 用在什么方面 用在什么上 用在什么上面 用到哪里 用到哪
            用到什么地方 用到哪去 用到哪里去 用到哪儿 花在哪 花在哪里 花在哪儿 花在什么地方 花在什么上 花在什么上面 花在哪些地方 花在哪方面 花到哪里 花到哪里去 花到哪儿去
            主要用在哪 主要用在哪里 主要用来干啥 主要用来干什么 主要用来做什么 主要用于什么 主要用途
            解决什么问题 解决啥问题 要解决什么问题 要解决什么 想解决什么 打算干什么 打算干啥 打算做什么 准备干什么 准备做什么 计划干什么 计划做什么
            想干什么 想干啥 想做什么 想达到什么 要干什么的 要做什么的 想实现什么 要实现什么 目的 目的何在 有什么意义 有啥意义 什么意义 要达到啥效果 达到啥效果
            受益对象 受益对象是谁 补助对象是谁 补助对象是哪些 补贴对象是谁 补贴对象 服务对象是谁 服务对象是哪些人 救助对象是谁 对象是谁 对象是哪些人
            """
        )
    },
    homophones=False,
)
_PROJECTS = Pattern("项目(?=的)")  # “属性是一次性项目的有哪些” asks for no 目的
_WHAT = r"(?:什么|啥子?|嘛|吗(?=[的用使]|$)|么子|哪样|什么样的|哪些|哪几样)"
_CROSS = r"(?!搞(?:什么|啥)(?:啊|呀|鬼|飞机|名堂|嘛|玩意|东西|哦|\s|[,，。!！]|$))"
# “拿来干嘛的”, “拿去做什么用”, “干啥使的”, “花在啥上面”; where it was spent (花在哪了) is no goal
_FOR_WHAT = Pattern(
    rf"(?:主要|专门|到底|究竟|都|是|准备|打算|计划|预备|要|会)*+(?:(?:拿|用|花|使|投)(?:来|去|到|在|于|给|过来|过去)?|是|去|来)?{_CROSS}(?:干|做|搞|弄|办)(?:些|点|个|点儿)?{_WHAT}"
    r"(?!项目|工程|单位|指标|时候|活动|(?:事|用|使|的|呢)*了)(?:事情?|用处?|使|的|呢|用途|名堂|工作)*+"
    rf"|(?:主要|专门|到底|究竟|都|是|准备|打算|要|会)*+(?:用|花|使|投)(?:在|到|于|给)(?:{_WHAT}|哪一?个?)(?:上面?|里面?|方面|地方|事情?|块|头|项上)*+(?:的|去|呢)*+(?!了|项目|单位)"
)
# “三年要达到什么”, “要修成啥样”: what is to be reached; “要达到什么标准” of a line is what it demands
_TO_REACH = Pattern(
    rf"(?:想|要|得|需要?|能|打算|准备|计划|力争|争取|预期|应该?)*+(?:达到|达成|实现|做到|(?![分构组变换]成)\w成)(?:一个|个)?"
    rf"(?:{_WHAT}|怎样|怎么样?)(?:样子?|效果|程度|地步|结果|目标|状态|局面)?(?=[啊呀呢的]*(?:[^\w]|$))"
)
_DONE_TO = "支持|投放|" + "|".join(
    deed for deed in KNOWN_DEEDS if len(deed) > 1 and deed not in ("覆盖", "参加", "参与", "到位", "报销", "新增")
)
# “具体保障什么”, “主要检测些啥”: what is done to what stands in the goal
_DOES_WHAT = Pattern(
    rf"(?:主要|专门|到底|究竟|都|具体|是|打算|准备|要|会)*+(?:{_DONE_TO})(?:些|点|的是|的|哪些|哪几)?(?:{_WHAT}|哪些)?(?<=[么啥些])(?:东西|内容|方面|事项?)?(?=[啊呀呢的]*(?:[^\w]|$))"
)
_WHO = r"(?:谁|哪些人|什么人|啥人|哪部分人|哪类人|哪些群众|哪些人群|哪些群体|什么群体)"
_TO = r"(?:给|发给|补给|付给|拨给|奖给|分给|支付给|发放给|补助|补贴|奖励|救助|慰问|帮|帮扶|照顾|服务|面向|针对|保障|惠及|覆盖)"
_GETS = r"(?:能领|可以领|能拿|能享受|可以享受|享受|受益|能用|能得|能得到|可以申请|能申请|领得到|够条件|符合条件|拿得到|领|得|得到|有份)"
# “给谁的”, “哪些人能领”; “给谁多少钱” asks for money
_WHOM = Pattern(
    rf"(?:是|都|主要|到底|专门)*(?:{_TO}(?:的是)?{_WHO}(?:发|用|花|服务|办|做|看)?(?:的|了)?|{_WHO}(?:都|才)?{_GETS}(?:的|到)?)(?!多少|几|钱|最|的?钱)"
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask for the goal by what it is good for, or for whom."""
    things = {match.end() - 1 for match in _PROJECTS.finditer(said.text)}
    yield from (p for p in _LEXICON.propose(said) if p.start not in things)
    for match in _FOR_WHAT.finditer(said.text):
        yield Proposal(match.start(), match.end(), "purposes", Asked(Field.GOAL), 1.25 * (match.end() - match.start()))
    for match in _TO_REACH.finditer(said.text):
        yield Proposal(match.start(), match.end(), "purposes", Asked(Field.GOAL), 1.25 * (match.end() - match.start()))
    for match in _DOES_WHAT.finditer(said.text):
        yield Proposal(match.start(), match.end(), "purposes", Asked(Field.GOAL), 1.25 * (match.end() - match.start()))
    for match in _WHOM.finditer(said.text):
        yield Proposal(match.start(), match.end(), "purposes", Asked(Field.GOAL), 1.25 * (match.end() - match.start()))
