"""“达标率他们写的多少”, “学生数呢” after a project that has such a line: its line is meant, and no project of which that is a word.

And the line of another project that is like the one that was spoken of.
"""

import re

from msgspec.structs import replace

from bot.language.patterns import Pattern
from bot.lines.indicating import FindIndicators
from bot.lines.measured import printed_unit
from bot.reading.parse import Mention, Parse
from store.model import Indicator
from store.names import NameType
from store.plan import IndicatorFilter, Newest, Plan
from store.text import fold

_A_WORD = 3  # tokens of a project's name
_LONGEST = 8  # characters of a line's name behind the word


def as_its_line(said: Parse, previous: Plan | None, find: FindIndicators) -> Parse:
    """The question with these words as words of a line, where a line of what was spoken of has them and what stands behind them."""
    named = said.mentioned(NameType.PROJECT)
    one = previous is not None and len(previous.projects) == 1
    if previous is None or not one or len(named) != 1 or said.mentioned(NameType.UNIT):
        return said
    (mention,), text = named, said.said.text
    if any(match.whole or len(match.tokens) > _A_WORD for match in mention.matches):
        return said
    spoken_of = Plan(projects=previous.projects, units=previous.units, newest=Newest.EACH)
    lines = [line for view in find.views(spoken_of) for line in view.target.indicators]
    names = {fold(line.name) for line in lines}
    ends = range(mention.end + 1, min(mention.end + _LONGEST, len(text)) + 1)
    end = max((end for end in ends if any(_says(text[mention.start : end], name) for name in names)), default=0)
    end = end or (mention.end if any(_is_counted(said, mention, line) for line in lines) else 0)
    if not end:
        return said
    beside = (span for span in said.cover if span.end <= mention.start or span.end > end)
    kept = [words for words in said.leftovers if words.end <= mention.start or words.start >= end]
    return replace(
        said,
        cover=tuple(replace(span, start=end) if mention.start < span.start < end else span for span in beside),  # 学生|数是多少
        mentions=tuple(other for other in said.mentions if not (other.start < end and mention.start < other.end)),
        leftovers=tuple(sorted((*kept, said.words(mention.start, end)), key=lambda words: words.start)),
    )


def _is_counted(said: Parse, mention: Mention, line: Indicator) -> bool:
    """Whether it is asked how many of the word there are, in what the line counts them in: “线路有几条”, “几条线路”."""
    text, unit = said.said.text, re.escape(printed_unit(line))
    behind = unit and re.match(rf"{_THERE_ARE}{_HOW_MANY}{unit}", text[mention.end :])
    before = unit and re.search(rf"{_HOW_MANY}{unit}的?$", text[: mention.start])
    return bool(behind or before) and text[mention.start : mention.end] in fold(line.name)


_THERE_ARE = "(?:一共|总共|共|到底|总的?|数量?|是|有|要|得)*"
_HOW_MANY = "(?:几|多少|好多)"


def its_like(plan: Plan, previous: Plan, find: FindIndicators) -> Plan:
    """“我问错了，是乙路的” after how long 甲路 is: of another project its one line that is called and counted like the one spoken of."""
    names = tuple(map(fold, previous.indicators.names))
    if len(names) != 1 or plan.indicators != previous.indicators or set(plan.projects) & set(previous.projects):
        return plan
    lines = _lines(plan, find)
    if any(fold(line.name) in names for line in lines):
        return plan
    units = {line.unit_of_measure for line in _lines(previous, find) if fold(line.name) in names} - {None}
    alike = {line.name for line in lines if line.unit_of_measure in units and fold(line.name)[-_HEAD:] == names[0][-_HEAD:]}
    return plan.model_copy(update={"indicators": IndicatorFilter(names=tuple(alike))}) if len(alike) == 1 else plan


def counts_things(previous: Plan, find: FindIndicators) -> bool:
    """Whether a line that was spoken of counts something, and not money or a share: else “今年招多少个” is asked of others."""
    wanted = previous.indicators
    names = {*map(fold, wanted.names)}
    lines = [
        line
        for line in _lines(previous, find)
        if fold(line.name) in names or line.level1 in wanted.level1 or line.level2 in wanted.level2
    ]
    return not lines or any(not _MONEY_OR_SHARE.match(line.unit_of_measure or "") for line in lines)


_MONEY_OR_SHARE = Pattern("[千万亿]?元|[%‰]")
_HEAD = 2  # characters that say what is counted: 长度, 面积


def _lines(plan: Plan, find: FindIndicators) -> list[Indicator]:
    spoken_of = Plan(projects=plan.projects, units=plan.units, years=plan.years, newest=plan.newest)
    return [line for view in find.views(spoken_of) for line in view.target.indicators]


def _says(words: str, line: str) -> bool:
    """Whether the words stand in the line's name, or leave only characters within it out: 出水达标率 of 出水水质达标率."""
    rest = iter(line)
    scattered = len(words) >= _TWICE_TWO and line.endswith(words[-2:]) and all(character in rest for character in words)
    return words in line or scattered


_TWICE_TWO = 4  # characters: what is left out stands between two and two
