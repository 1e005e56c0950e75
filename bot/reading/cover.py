"""The best cover of a question: which proposals, without overlap, explain most of it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from bot.language.lexicon import wordiness
from bot.language.meanings import Asked, Mark, Proposal, TextSaid
from bot.language.patterns import Pattern
from store.names import ALIAS, Match, NameType
from store.names.weights import TELLING, weights
from store.plan import Field
from store.text import fold

_WHOLE_NAME = 0.3  # a name said in full beats the words it is made of
_WHOLE_KIND = 0.5  # so does a kind of project: 应急项目
_SURE_NAME = 0.4  # a token: and one of five or more beats whatever they mean by themselves
_LONG_NAME = 5  # tokens; or one fewer, if all of them tell it from others: 人口变动 is no change, 工作经费 may be anybody's
_A_YEAR = Pattern("20\\d\\d年度?")
_DIGITS = 4  # of a year, which are one token
_UNIT = 0.2  # people call a unit by the end of its name: 养护站 is the unit before it is the 养护站房改造
_BY_EAR = frozenset({"homophone", "near_homophone"})
_SHORT, _GUESSED = 2, 0.3  # 财正 is 财政局 only where no longer word begins so
_KIND_OF_UNIT = Pattern(
    "(?:(?:镇|乡|民族乡|苏木|街道|区|县|市|旗)?(?:人民)?政府|(?:街道)?办事处|(?:管理|工作|建设)?委员会"
    "|管委会|局|委|办|厅|(?:管理|服务)?中心|办公室|(?:管理)?[所站处院队]|(?:联合)?会|公司)"
)
_LESS_THAN_WORDS = 0.95  # “社会效益” is a class of indicators before it is the name of one


def proposal_of(match: Match) -> Proposal:
    """A name match as a proposal."""
    value = match.value + wordiness(len(match.tokens)) * match.score
    if match.why in _BY_EAR and len(match.tokens) <= _SHORT:
        value -= _GUESSED
    if match.type in (NameType.INDICATOR, NameType.ATTRIBUTE):
        value *= _LESS_THAN_WORDS
        value += _WHOLE_KIND if match.type is NameType.ATTRIBUTE and match.whole else 0
    elif to_the_letter(match):
        value += _SURE_NAME * len(match.tokens)
    elif match.whole:
        value += _WHOLE_NAME
    elif match.type is NameType.UNIT and match.why != ALIAS and _is_called_so(match):
        value += _UNIT
    return Proposal(match.start, match.end, f"names.{match.type.value}.{match.why}", match, value)


def to_the_letter(match: Match) -> bool:
    """Whether a project is meant to the letter, whatever its words say in other questions; a year in front may be that of the money."""
    if match.type is not NameType.PROJECT or match.why not in ("exact", "partial") or match.score < 1 or match.between:
        return False
    name, size = fold(match.name), len(match.tokens)
    if size < _LONG_NAME and (size < _LONG_NAME - 1 or min(weights(name)) < TELLING):
        return False
    year = _A_YEAR.match(name)
    return match.unsaid == (year.end() - _DIGITS + 1, 0) if year else match.whole


def _is_called_so(match: Match) -> bool:
    """Whether a unit is said to the end of its name, or but for what names of its kind end with: 新区 before 管理委员会."""
    unsaid = match.unsaid[1]
    return not unsaid or bool(_KIND_OF_UNIT.fullmatch(fold(match.name)[-unsaid:]))


def best_cover(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals with the greatest sum of values, in the order of the question.

    Of covers worth the same, the one of fewer spans wins, then the one whose rules come first in the alphabet: the
    same question is always read the same way.
    """
    # 减少 is a word of the question before it is a piece of 减少扬尘经费
    listed = sorted(proposals, key=lambda p: (p.end, p.start, -p.value, isinstance(p.meaning, Match), p.rule, repr(p.meaning)))
    ends = [p.end for p in listed]
    best: list[tuple[float, int]] = [(0.0, 0)]  # value, spans (as a negative number) of the best cover of listed[:k]
    taken: list[bool] = []
    for number, proposal in enumerate(listed):
        before = bisect_right(ends, proposal.start, 0, number)
        value, spans = best[before]
        with_it = (round(value + proposal.value, 6), spans - 1)
        taken.append(with_it > best[-1])
        best.append(max(with_it, best[-1]))
    cover = []
    number = len(listed)
    while number:
        if taken[number - 1]:
            proposal = listed[number - 1]
            cover.append(proposal)
            number = bisect_right(ends, proposal.start, 0, number - 1)
        else:
            number -= 1
    return cover[::-1]


def beside_names(spoken: Sequence[Proposal], matches: Sequence[Match]) -> Sequence[Proposal]:
    """The proposals without those that are only a part of what names say: 新增 of “新增项目（属性）”, 占比 of “新能源车辆占比”."""
    return _beside_lines(_beside_attributes(spoken, matches), matches)


def _beside_attributes(spoken: Sequence[Proposal], matches: Sequence[Match]) -> Sequence[Proposal]:
    """Where 项目属性 is spoken of, 新增 of “新增项目（属性）” says no change but the attribute."""
    of_forms = any(p.meaning == Asked(Field.ATTRIBUTE) for p in spoken) and not any(
        isinstance(p.meaning, TextSaid) for p in spoken
    )
    said = [m for m in matches if m.type is NameType.ATTRIBUTE and m.whole] if of_forms else []
    inside = [p for p in spoken if isinstance(p.meaning, Mark) and any(m.start <= p.start and p.end <= m.end for m in said)]
    return [p for p in spoken if p not in inside]


def _beside_lines(spoken: Sequence[Proposal], matches: Sequence[Match]) -> Sequence[Proposal]:
    """占比 that ends the name of a line (“新能源车辆占比”) asks for no share, though a project is called by what stands before it."""
    lines = [m for m in matches if m.type is NameType.INDICATOR and m.score >= 1 and not m.between and not m.unsaid[1]]
    ends = {m.end for m in lines if len(m.tokens) >= _LONG_LINE}
    return [p for p in spoken if p.rule != "shares" or p.end not in ends]


_LONG_LINE = 5  # tokens, more than the words of a share have
