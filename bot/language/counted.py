"""How many of something the question believes there are (三家、四个项目、三样一共); and lists of phases (一二三期, 前两期)."""

import re
from collections.abc import Iterator

from bot.language.meanings import NumberSaid, PhasesSaid, Proposal, Utterance
from store.numerals import DIGIT_CHARACTERS, NotNumber, parse_number
from store.plan import Field

_NUMBER = rf"(?:[两俩仨{DIGIT_CHARACTERS}]|十[一二三四五六七八九]?|[2-9]|1\d|20)"
_BEFORE = r"(?<![\d.第前后近几十百千万多倒])"
_UNITS = re.compile(
    rf"{_BEFORE}(?:这|那)?({_NUMBER})(?:家(?:单位|部门)?|个(?:单位|部门))(?:里面?|当中|之?中)?(?!以[上下]|及以|庭|长|电|具|属|政|访|谱|园|或)"
)
_PROJECTS = re.compile(
    rf"{_BEFORE}(?:这|那)?({_NUMBER})(?:[个项笔](?:项目|经费|资金|钱|工程)|样|笔(?!记)|件事)(?:里面?|当中|之?中)?(?!以[上下]|及以|[式板本])"
)
_TOGETHER = re.compile(rf"{_BEFORE}({_NUMBER})[个项](?=(?:一共|总共|合计|共|加|合|拢共|统共|分别|各|平均|都|全))")
_ONE = rf"[{DIGIT_CHARACTERS}\d]"
_PHASES = re.compile(rf"({_ONE}(?:期?[、,，和与跟及]?{_ONE}){{1,5}})期(?![末初间限中])")
_PHASE_RANGE = re.compile(rf"第?({_ONE})期?(?:到|至|-|~)第?({_ONE})期")
_FIRST_PHASES = re.compile(rf"前({_NUMBER})期")
_PAIR = {"两": 2, "俩": 2, "仨": 3}


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that say how many, which is held against what there is; and phases that are listed."""
    for pattern, of in ((_UNITS, Field.UNIT), (_PROJECTS, Field.PROJECT), (_TOGETHER, Field.PROJECT)):
        for match in pattern.finditer(said.text):
            number = _whole(match[1])
            if number > 1:
                yield _proposal(match, NumberSaid(number, of), 1.1)
    for match in _PHASES.finditer(said.text):
        numbers = [_whole(character) for character in re.findall(_ONE, match[1])]
        if len(numbers) > 1 and numbers == sorted(set(numbers)) and not match[1].isdecimal():
            yield _proposal(match, PhasesSaid(tuple(numbers)), 2.0)
    for match in _PHASE_RANGE.finditer(said.text):
        first, last = _whole(match[1]), _whole(match[2])
        if 0 < first < last:
            yield _proposal(match, PhasesSaid(tuple(range(first, last + 1))), 2.0)
    for match in _FIRST_PHASES.finditer(said.text):
        yield _proposal(match, PhasesSaid(tuple(range(1, _whole(match[1]) + 1))), 2.0)


def _proposal(match: re.Match[str], meaning: NumberSaid | PhasesSaid, worth: float) -> Proposal:
    rule = "counted.phases" if isinstance(meaning, PhasesSaid) else "counted"
    return Proposal(match.start(), match.end(), rule, meaning, (match.end() - match.start()) * worth)


def _whole(text: str) -> int:
    """The number, or 0 where it is none."""
    if text in _PAIR:
        return _PAIR[text]
    try:
        return int(parse_number(text))
    except NotNumber:
        return 0
