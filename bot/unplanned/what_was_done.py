"""Which projects were completed, or were not (“去年完成了哪些项目”): no form of targets tells it, whatever is to be completed by it."""

import re

from bot.answer import Answer, Desk, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import phrases
from store.names import NameType

_YEAR = r"(?:(?:20\d\d年度?|[今去前本上]年)(?:的|里)?)?"
_DONE = r"(?:完成|完工|竣工|建成|建完|做完|干完|弄完|搞完|办完|修完|做成|办成)"
_SO_FAR = r"(?:已经?|都|一共|总共|共|到底|究竟|实际|最后|目前|现在|还|没有?|未|有)*+"
_WHICH = r"(?:哪些|哪几个|哪个|几个|多少个?|什么|啥)"
_THING = r"(?:建设|工程)?(?:项目|工程)"
_ASKED = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{_YEAR}{_SO_FAR}{_YEAR}{_SO_FAR}{_DONE}(?:了|过)?{_SO_FAR}{_WHICH}的?{_THING}",
        rf"{_YEAR}(?:有|都有)?{_WHICH}{_THING}(?:是)?{_YEAR}{_SO_FAR}{_DONE}(?:了|过|的)?",
        rf"{_YEAR}{_SO_FAR}{_DONE}(?:了|过)?的{_THING}(?:都|一共|总共)*(?:有|是)?{_WHICH}?",
    )
)
# “今年完成哪些项目” asks what is to be done
_PAST = Pattern(r"[了过]|已|没|未|实际|去年|前年|上年")
_AROUND = Pattern(
    r"^(?:那|那么|请问|问下|帮我?查一?下|查一?下|看看|看下|全[县区市旗]|我们|含?(?:下属|所属)|本级|的)+|[呢吗啊呀]+$"
)


def what_was_done(question: Understanding, desk: Desk) -> Answer | None:
    """That no form of targets tells it, without any project; None where that is not what is asked."""
    text = re.sub(r"[\s,，、?？。!！“”\"]", "", question.without_names(NameType.UNIT))
    text = _AROUND.sub("", text)
    if not (_PAST.search(text) and any(pattern.fullmatch(text) for pattern in _ASKED)):
        return None
    by_project = (phrases.EVALUATED_BY_PROJECT,) if desk.book.catalogue.evaluated else ()
    return Answer(Kind.NOT_FOUND, (phrases.no_spending("完成了哪些项目"), *by_project))
