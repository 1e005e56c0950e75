"""What is said of the last answer as a whole: 再说一遍, 你确定, 详细点, 列一下."""

from collections.abc import Iterator

from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern

_START, _END = (
    r"^\W*(?:那|那么|请|麻烦|能不能|能|可以|可否)*(?:[你您]们?)?(?:给我|帮我)?",
    r"(?:[吧呢吗么啊呀了]|一下|好吗|行吗)*\W*$",
)
_AGAIN = Pattern(
    rf"{_START}(?:(?:再|重新|重)(?:说|讲|报|发|念|来|答|看)(?:一)?(?:遍|次|下)|重复(?:一)?(?:遍|次|下)?|再来一?遍|(?:没|不)(?:太)?(?:看|听)(?:清楚?|懂|明白|见)"
    rf"|(?:真的?|能)?(?:确定|确认|肯定)(?:没错|没问题|是对的)?|真的(?:假的|是这样)?|没(?:搞|弄|看|算)错|对不对|准不准|准确){_END}"
)
_CLOSELY = Pattern(
    rf"{_START}(?:(?:再)?(?:说|讲|写|列)?(?:得)?(?:再|更)?(?:详细|具体|仔细|细致?)(?:一?[点些])?(?:说说|讲讲|说明|介绍|列出来|列|的)?|展开(?:说说|讲讲|看看)?|细说|(?:都|全部?)?列(?:一?下|出来|出|个?清单|个?表|一?列)){_END}"
)


def propose_once_more(said: Utterance) -> Iterator[Proposal]:
    """The whole question, where it asks for nothing but the last answer again, or for more of it; only after an answer."""
    for pattern, mark in ((_AGAIN, Mark.AGAIN), (_CLOSELY, Mark.CLOSELY)):
        if match := pattern.match(said.text):
            yield Proposal(0, len(said.text), "once_more", mark, 2.0 * len(match[0]))
