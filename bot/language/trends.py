"""What went the same way year after year: “逐年减少”, “一年比一年多”, “连续三年增加”; and why it did."""

from collections.abc import Iterator

from bot.language.meanings import Mark, Proposal, Utterance, YearsSaid
from bot.language.numbers import whole
from bot.language.patterns import Pattern
from store.numerals import DIGIT_CHARACTERS
from store.plan import Direction

_ENDS = r"(?=[了着钱的吗么没呢吧啊是有哪]|项目|单位|\W|$)"  # “每年高龄津贴多少” and “每年加固” go no way
_UP = rf"上涨|增加|增长|上升|提高|变多|递增|走高|(?:涨|增|加|多|高){_ENDS}"
_DOWN = rf"下降|减少|缩减|压减|降低|变少|递减|走低|下滑|(?:降|减|少|低|砍|跌){_ENDS}"
_SO_MANY = rf"连(?:着|续)?(?P<years>[两{DIGIT_CHARACTERS}\d])年"
_YEAR_BY_YEAR = r"一年比一年|年年|逐年|连年|每一?年都?|年复一年地?|越来越|一直都?在?|连着几年|连续几年|连续多年"
_YEARLY = (
    rf"(?:{_YEAR_BY_YEAR}|{_SO_MANY})(?:都|一直|在|地|的|比(?:上|前)一?年)*(?:往上|往下|持续|不断|大幅)?"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|着|钱)?"
)
_MOVES = Pattern(_YEARLY + r"(?![率额度少几]|多少)")
_WHY = Pattern(r"(?:咋|怎么|怎)(?:会|就|能)?(?=[^,，。;；?？!！]{0,12}?" + _YEARLY + r"(?!多少))")
_VALUE = 1.4  # a character: more than the single words that such a span is made of


def propose(said: Utterance) -> Iterator[Proposal]:
    """The years, which way it went from each to the next, and that it is asked why."""
    for match in _MOVES.finditer(said.text):
        trend = Direction.ASCENDING if match["up"] else Direction.DESCENDING
        last = whole(match["years"]) if match["years"] else None
        meaning = YearsSaid(every=True, each=True, last=last, trend=trend)
        yield Proposal(match.start(), match.end(), "trends", meaning, len(match[0]) * _VALUE)
    for match in _WHY.finditer(said.text):
        yield Proposal(match.start(), match.end(), "trends", Mark.WHY, len(match[0]) * _VALUE)
