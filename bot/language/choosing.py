"""Which of the choices that were offered: 1, 第二个, 1和3, 1到3, 除了1, 最后一个, 都要."""

import re
from collections.abc import Iterator

from bot.language.choices import ALL_CHOICES, LAST_CHOICE, ChoiceSaid
from bot.language.meanings import Proposal, Utterance
from bot.language.numbers import PLACE, whole
from bot.language.patterns import Pattern
from store.numerals import DIGIT_CHARACTERS

_NUMBER = f"({PLACE})"
_BEFORE = r"^\s*(?:那就|那|就|我)?(?:回|回复|选|选择|看|看看|要|查|查查|想看|想要)?\s*"
_OF_THEM = r"(?:个|项|条|号|家|吧|\.|的|呢)*"
_ONE = Pattern(rf"{_BEFORE}第?\s*{_NUMBER}\s*{_OF_THEM}\s*$")
_BARE = Pattern(r"^\s*(\d{1,2})\s*(?=占|的(?!\d))")  # “2占多少”, “2的目标”
_ORDINAL = Pattern(rf"第{_NUMBER}(?:个|项|条|家)")
_AND = r"\s*(?:[和与跟及、,，;；/+&]|还有|加上?|\s)\s*"
_SEVERAL = Pattern(
    rf"{_BEFORE}(?:第?[{DIGIT_CHARACTERS}十\d]{{1,2}}{_OF_THEM}{_AND})+第?[{DIGIT_CHARACTERS}十\d]{{1,2}}\s*{_OF_THEM}(?:都要|都看)?\s*$"
)
_SEVERAL_WITH = Pattern(
    rf"{_BEFORE}(?:第?\d{{1,2}}(?:个|项|号)?\s*[和与跟及、,，;；+]\s*)+第?\d{{1,2}}(?:个|项|号)?(?=一共|总共|合计|加起来|合起来|分别|差|相差|哪个|谁|各|的(?:目标|指标|金额|单位))"
)
_EACH = Pattern(rf"[{DIGIT_CHARACTERS}十]{{1,2}}|\d{{1,2}}")
_TO = r"\s*(?:到|至|[-~—－～])\s*"
_LEAD = r"(?:除了?|除去|去掉|不要|不看|不算|不含|排除|扣掉|扣除|减去|去除|抛开)"
_REST = r"(?:以外|之外|外)?[,，、]?(?:的)?(?:其他|其它|其余|剩下|别的|另外)?(?:的)?(?:都要|都看|全要|都)?(?:呢)?"
_RANGE = Pattern(rf"{_BEFORE}第?{_NUMBER}{_OF_THEM}{_TO}第?{_NUMBER}\s*{_OF_THEM}(?:都要|都看)?\s*$")
_RANGE_WITHIN = Pattern(rf"第{_NUMBER}(?:个|项|条|家){_TO}第?{_NUMBER}(?:个|项|条|家)")
_ALL_BUT = Pattern(
    rf"^\s*(?:那|那就|就)?{_LEAD}(?:第{_NUMBER}(?:个|项|条|家|号)?|{_NUMBER}(?:号)?(?={_REST}\s*$)|最后(?:的)?[一1]?(?P<last>个|项|条|家)){_REST}"
)
_LAST = Pattern(rf"{_BEFORE}(?:最后|最末|末尾|最下面|最底下)(?:的)?(?:那|这)?一?[1个项条家]?(?:个)?(?:的|吧|呢)*\s*$")
_ALL = Pattern(
    r"^\s*(?:我)?(?:[两二三四五六]个|全|这些|它们|上面的?|以上)?(?:都|全都|全部|统统)(?:要|看|看看|查|查查|说|说说|说一下|来|列|报|报一下|给我|要看|想看|可以|行|算)?"
    r"(?:一下|吧|了|的|呗|上|给我)*\s*$"
)  # fmt: skip


def propose(said: Utterance) -> Iterator[Proposal]:
    """A choice where the whole utterance is one, and an ordinal wherever it stands."""
    text = said.text
    for found in (_ONE.match(text), _BARE.match(text), *_ORDINAL.finditer(text)):
        if found is not None and whole(found[1]):
            chosen = ChoiceSaid(whole(found[1]))
            yield Proposal(found.start(1), found.end(1), "ordinals.choice", chosen, 1.2)
            yield Proposal(found.start(), found.end(), "ordinals.choice", chosen, 1.1 * len(found[0].strip()))
    for found in (_RANGE.match(text), *_RANGE_WITHIN.finditer(text)):
        if found is not None and 0 < whole(found[1]) < whole(found[2]):
            yield Proposal(
                found.start(),
                found.end(),
                "ordinals.choice",
                ChoiceSaid(whole(found[1]), to=whole(found[2])),
                1.4 * len(found[0]),
            )
    if but := _ALL_BUT.match(text):
        number = LAST_CHOICE if but["last"] else whole(but[1] or but[2])
        yield Proposal(0, but.end(), "ordinals.choice", ChoiceSaid(number, but=True), 1.4 * but.end())
    if several := _SEVERAL.match(text) or _SEVERAL_WITH.match(text):
        yield from _each(several)
    for pattern, number in ((_LAST, LAST_CHOICE), (_ALL, ALL_CHOICES)):
        if found := pattern.match(text):
            yield Proposal(found.start(), found.end(), "ordinals.choice", ChoiceSaid(number), 1.3 * len(found[0].strip()))


def _each(several: re.Match[str]) -> Iterator[Proposal]:
    """Each number with what stands around it, so that nothing is left between them."""
    numbers = [found for found in _EACH.finditer(several[0]) if whole(found[0])]
    ends = [*(found.start() for found in numbers[1:]), several.end()]
    starts = [several.start(), *ends[:-1]]
    for found, start, end in zip(numbers, starts, ends, strict=True):
        yield Proposal(start, end, "ordinals.choice", ChoiceSaid(whole(found[0])), 1.3 * max(end - start, 1))
