"""“跟它自己去年比”, “他们今年”: what was spoken of, set beside itself or asked on; and 同比, which is a comparison with the year before."""

from collections.abc import Iterator
from datetime import date

from bot.language.meanings import Mark, Proposal, Utterance, YearsSaid
from bot.language.patterns import Pattern

RULE, SAME_TIME = "selves", "selves.same_time"
_TIME = r"(?:去年|上年|上一年|前年|往年|以前|以往|过去|之前|\d{2,4}年)"
_SELF = Pattern(
    rf"(?:它|他|她|(?:该|这个?|那个?)(?:项目|单位)?)?(?:自己个?|自身|本身|自个儿?|自家)(?:的)?(?=(?:{_TIME}|比|跟|和|与|同|相比|对比))"
    r"|(?:它|他|她)(?:自己个?|自身|本身)(?=[的呢]?$)"
)
# “他们去年有哪些项目”: the unit that was spoken of; not “他们说”
_THEY = Pattern(
    r"^(?:那么?|哎|嗯)?[,，\s]*(?P<they>(?:他们|她们|人家)(?:那边|那儿|那里|家)?)(?=(?:的)?(?:[今去前]年|20\d\d|\d\d年|还|也|都|全|一共|总共|合计|"
    r"有(?!人)|本级|预算|项目|目标|指标|多少|最))"
)
# “同比增长多少”; names of indicators hold it too, and win by their length
_SAME_TIME = Pattern(r"同比(?:上年|去年)?(?!例|分)")


def propose(said: Utterance, today: date) -> Iterator[Proposal]:
    """What was spoken of, and the year before."""
    for match in _SELF.finditer(said.text):
        yield Proposal(match.start(), match.end(), RULE, Mark.IT, _WORTH * len(match[0]))
    if they := _THEY.search(said.text):
        yield Proposal(*they.span("they"), RULE, Mark.IT, _WORTH * len(they["they"]))
    for match in _SAME_TIME.finditer(said.text):
        yield Proposal(match.start(), match.start() + 1, SAME_TIME, YearsSaid((today.year - 1,)), _WORTH)
        yield Proposal(match.start() + 1, match.end(), RULE, Mark.COMPARED, _WORTH * (len(match[0]) - 1))


_WORTH = 1.3
