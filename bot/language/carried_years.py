"""“去年结转了多少”: 去年 is the year of which it is asked, and 结转 the kind of money; “去年结转资金”, “不含去年结转” name 上年结转."""

import re
from collections.abc import Iterator
from datetime import date

from bot.language.meanings import Asked, Proposal, Utterance, YearsSaid
from bot.language.patterns import Pattern
from store.model import FundingKind
from store.plan import Field

RULE = "carried_years"
_ASKED = Pattern(
    r"(?P<year>去年|上一年)(?:度)?(?:也|都|又|到底|究竟|一共|总共|共)*(?P<kind>结转|结余)(?:了|过|出)?(?:一共|总共|共|合计|是|有)*(?=占?(?:多少|几[个何成万百千]|几多)|占百分之)"
)
# “今年、去年结转各多少”: of each of the years that are listed
_OF_EACH = Pattern(
    r"(?:今年|本年|前年|\d{2,4}年)(?:度)?[、和跟与]?(?P<year>去年|上一年)(?:度)?的?(?P<kind>结转|结余)(?=(?:各自?|分别)(?:是|有|为)?(?:多少|几))"
)
# What the money is part of, or is taken off from, and years beside it: then it is the line “上年结转” of those.
_A_PART = Pattern(
    r"(?:其中|里面?|里头|当中|含|除[了去开]?|不算|扣[除掉]?|减[去掉]|去掉|剔除|刨[去除]|从|由|把|加上?|占|比|和|与|、)(?:的)?$"
)
_OTHER_YEAR = Pattern(r"今年|本年|当年|前年|明年|\d{2,4}年")


def propose(said: Utterance, today: date) -> Iterator[Proposal]:
    """The year and the kind of money, each as a span."""
    for match in (*filter(_is_of_one_year, _ASKED.finditer(said.text)), *_OF_EACH.finditer(said.text)):
        year, kind = match.span("year"), match.span("kind")
        yield Proposal(*year, RULE, YearsSaid((today.year - 1,)), _WORTH * (year[1] - year[0]))
        yield Proposal(*kind, RULE, Asked(Field.AMOUNT, FundingKind.CARRYOVER), _WORTH * (kind[1] - kind[0]))


def _is_of_one_year(match: re.Match[str]) -> bool:
    before, after = match.string[: match.start()], match.string[match.end() :]
    return not _A_PART.search(before) and not _OTHER_YEAR.search(before + after)


_WORTH = 2.0  # more than 去年结转 as one word
