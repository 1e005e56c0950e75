"""Questions about the bot itself, in whatever dialect: 你会搞啥子, 你都能做些么事, 你是弄啥的, 介绍一下你自己."""

from collections.abc import Iterator

from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern

_WHAT = r"(?:些|点|个|得|得了)?+(?:什么|啥子|啥|么子|么事|哪些|哪样|咩|嘛|甚么|甚)(?:事情|事儿?|东西|活儿?|忙|问题|名堂|本事)?+"
_YOU = r"(?:你|您|恁|侬)(?:们)?+(?:这|这个|那个)?+(?:机器人|系统|助手|软件|程序|东西|玩意儿?)?+(?:都|还|又|到底|究竟|平时|主要)*+"
_END = r"(?=$|\W|[的啊呀呢嘛哦噻哟来滴撒咧哈])"
_PATTERNS = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{_YOU}(?:会|能够?|可以|晓得|懂|管|负责|知道)(?:帮|替|给)?+(?:我们?|人|咱们?|大家)?+"
        rf"(?:干|做|搞|弄|整|办|帮|答|回答|捣鼓|查|看|问)?+{_WHAT}{_END}",
        rf"{_YOU}(?:是|系)(?:用来|拿来|来|专门)?+(?:干|做|搞|弄|整|管)(?:什么|啥子|啥|么子|么事|哪样|嘛|甚)(?:的|用的|滴|使的)?+{_END}",
        rf"{_YOU}有(?:什么|啥子|啥|么子|哪些)(?:用处|用|本事|功能|能耐|本领|能力){_END}",
        rf"(?:介绍|讲|说)(?:一下|下|讲|说)?{_YOU}(?:自己|的功能|的用途)?{_END}",
        rf"{_YOU}(?:怎么|咋个?|如何|怎样)(?:用|使|使用|问|查){_END}",
        r"(?:能|可以|能够)(?:在|跟|找|问)?你(?:这|这里|这儿|那|那里)?(?:查|问|看)(?:到|出)?(?:些|点)?(?:什么|啥子|啥|么子)(?=$|\W|[啊呀呢嘛哦])",
    )
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask what the bot is, and what it can do."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), "helping", Mark.HELP, 1.6 * len(match[0]))
