"""The unit that an answer is wanted in: 按元说, 换成万元, 以亿为单位, 多少元."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from bot.language.meanings import Asked, DenominationSaid, Proposal, Utterance
from bot.language.patterns import Pattern
from store.money import Denomination
from store.plan import Field

_UNIT = r"(?P<unit>亿元|万元|元|亿|万)"
# What follows the unit in words that are none: 元宵, 元阳县, 万里, 亿利.
_ENDS = r"(?![宵旦件首老素器气谋阳氏帅月朝江坝宝山里寿家户达利象亩人名只头株棵吨次册米平公立份])"
_TAIL = r"(?:来?(?:说|算|表示|显示|计算|计|讲|列|写|报)(?!给)|为单位|作单位|做单位)"
_TURNED = Pattern(
    rf"(?:换算?成|换算为|换成|改成|改为|折算?成|折合成|折成|转成|转换成|转换为|说成|写成|(?:精确|准确|具体|细)到|单位(?:用|是|为|按|换成|改成|要|[:：])|"
    rf"按照?)(?:人民币)?{_UNIT}{_ENDS}{_TAIL}?"
)
_TO_THE_LAST = Pattern(r"(?:精确|准确|具体|细)到(?:个位数?|角|分)(?=\W*$|[是有多的])")
_UNIT_ALONE = Pattern(rf"(?<=[,，。;；\s(])单位(?:人民币)?{_UNIT}(?=\W*$)")
_BEHIND = Pattern(rf"(?<=多少){_UNIT}{_ENDS}(?!以上|以下|以内|左右|的项目)")  # “比它多多少|元”
_BY = Pattern(rf"[以用]{_UNIT}(?:{_TAIL}|(?=\s*(?:[,，。;；?!]|$|(?:来|去)?(?:报|发|回|说|答|告诉|写|填|列)给?)))")
_WANTED = Pattern(rf"(?:要|填|报|写)(?:的是|的)?{_UNIT}(?=\s*(?:[:：,，。;；]|$))")  # “填系统要元：…”
_HOW_MANY = Pattern(
    rf"(?:是|有|合|要|给了?|批了?|拨了?|安排了?|折合成?|相当于|等于)?(?:人民币)?(?:多少|几)个?(?:人民币)?{_UNIT}(?:钱|人民币)?{_ENDS}(?!以上|以下|以内|左右|的项目)"
)
_IN_YUAN = Pattern(r"(?:折合成?|合成?|折成|换成|相当于|等于)(?:人民币)?(?:多少|几)块(?:钱|人民币|(?=[啊呀呢]?(?:\W|$)))")
_REFUSED = Pattern(rf"(?:不要|别|不用|不)[按用以说]?{_UNIT}{_TAIL}?(?:了|的)?(?=[，,。;；)）\s]|$)")
_OF = {"元": Denomination.YUAN, "万": Denomination.WAN, "万元": Denomination.WAN, "亿": Denomination.YI, "亿元": Denomination.YI}

_INSTEAD = {
    Denomination.YUAN: Denomination.WAN,
    Denomination.WAN: Denomination.YUAN,
    Denomination.YI: Denomination.WAN,
}


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that say in which unit money is to be printed; “多少元” asks for the money as well."""
    for match in _TO_THE_LAST.finditer(said.text):
        yield _proposal(match, DenominationSaid(Denomination.YUAN))
    for match in _IN_YUAN.finditer(said.text):
        yield _proposal(match, Asked(Field.AMOUNT, denomination=Denomination.YUAN))
    for pattern in (_TURNED, _BY, _WANTED, _BEHIND, _UNIT_ALONE):
        for match in pattern.finditer(said.text):
            yield _proposal(match, DenominationSaid(_OF[match["unit"]]))
    for match in _HOW_MANY.finditer(said.text):
        yield _proposal(match, Asked(Field.AMOUNT, denomination=_OF[match["unit"]]))
    for match in _REFUSED.finditer(said.text):
        refused = DenominationSaid(_INSTEAD[_OF[match["unit"]]])  # worth more than 不要, which leaves something out
        yield replace(_proposal(match, refused), value=_REFUSAL * (match.end() - match.start()))


def _proposal(match: re.Match[str], meaning: DenominationSaid | Asked) -> Proposal:
    return Proposal(match.start(), match.end(), "denominations", meaning, (match.end() - match.start()) * _VALUE)


_REFUSAL = 2.0
_VALUE = 1.15  # more than the words that such a span is made of, less than a name said in full
