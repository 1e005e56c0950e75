"""对, 就是它, 都不是: what is said to what was offered, where nothing else is said."""

from bot.answer import Answer, Choice, Kind
from bot.language.patterns import Pattern
from bot.memory import Memory
from bot.question import Understanding
from bot.replying import phrases
from bot.topics import Topic
from store.plan import Plan
from store.text import normalized

_LONGEST = 12  # characters of a mere yes or no
_END = r"(?:的|啊|呀|呢|吧|滴|哒|嘛|了|呗|哈|哦|喽|就行|就好|即可)*[\s,，。.!！~、]*"
_YES = Pattern(
    r"(?:(?:嗯|恩|唔|对头|对|没错|没毛病|没问题|正确|正是|确认|确定|当然|可以|要得|要看|要|好|行|中|成|得|ok|okay|yes|yep|y"
    rf"|(?:我)?(?:就|那就)?(?:是|要|看|查|选)?(?:它|这个|这一个|那个|这一?[条项家笔]|这个项目|这个单位)|就是|是){_END})+"
)
_NO = Pattern(
    r"(?:(?:嗯|哦|啊)[,，]?)?(?:(?:都|全都?|一个都|哪个都|也|好像|应该|这些?都?)?(?:不是|不对|错了|不要|不看|不用|不需要)"
    r"(?:这个|这些|那个|那些|它|它们|这几个|我要的|我要找的|我问的|我想要的|的)*"
    rf"|(?:这里面?|里面)?(?:都)?没有(?:一个)?(?:是)?(?:我)?(?:要|想|问|找|说)?(?:要|找|问|查|看)?的?(?:那个)?|算了|no|nope|n|不){_END}"
)


def taken(text: str, before: Memory) -> Plan | None:
    """The only plan that was offered, if it is agreed to."""
    return before.choices[0].plan if before.asks and len(before.choices) == 1 and _consents(text) else None


def said_to_offer(text: str, question: Understanding, before: Memory) -> Answer | None:
    """Which of several is meant, where one only agrees; what else can be done, where one only declines; else nothing."""
    idle = question.topic in (Topic.OUTSIDE, Topic.THANKS)
    if before.asks and len(before.choices) > 1 and _consents(text):
        choices = tuple(Choice(one.label, one.plan) for one in before.choices)
        return Answer(Kind.CLARIFY, (phrases.WHICH_ONE, *phrases.choose([c.label for c in choices])), choices=choices)
    if _declines(text) and (before.asks or question.topic is Topic.OUTSIDE):
        return Answer(Kind.CLARIFY, (phrases.DECLINED if before.asks else phrases.NO_TO_AN_ANSWER,))
    return Answer(Kind.OUT_OF_SCOPE, (phrases.THANKS,)) if idle and _consents(text) and before.plan else None


def _consents(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_YES.fullmatch(normalized(text).strip()))


def _declines(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_NO.fullmatch(normalized(text).strip()))
