"""“前两个”, “倒数第二个”, “最后一个多少钱” after a list that was shown: places of that list, and not of a ranking."""

from msgspec.structs import replace

from bot.language.choices import ChoiceSaid
from bot.language.kinds_said import KindOfUnits
from bot.language.meanings import Mark, OrderSaid, Proposal, YearsSaid
from bot.language.numbers import whole
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from store.numerals import DIGIT_CHARACTERS
from store.plan import Field, Plan

_NUMBER = rf"(?P<number>[{DIGIT_CHARACTERS}十\d]{{1,3}})"
_COUNTED = r"(?:个|项|条|家|笔)?(?:的)?"
_FIRST = Pattern(rf"(?:前面?|头){_NUMBER}(?:个|项|条|家|笔)(?:的)?")  # “前三” are those that have most
_LAST = Pattern(rf"(?:最?后面?|末尾?){_NUMBER}{_COUNTED}")
_FROM_THE_END = Pattern(rf"(?:倒数|最后)第{_NUMBER}{_COUNTED}")
_PROJECT, _UNIT = Pattern("的?项目"), Pattern("的?(?:单位|部门)")
_PLACE = Pattern(rf"(?=排|.+[名位])(?:排(?:名|行)?(?:在|老)?)?第{_NUMBER}(?:名|位|个)?(?:的|那一?[个项])*[呢啊]?")
_BY_AMOUNT = Pattern(r"(?:金额|预算|经费|资金|总额|钱|数额|规模|按\w+|排名?在?|排序|名列|位列)(?:的|上)?$")
_NOT_BESIDE = (YearsSaid, KindOfUnits)
_UNNUMBERED = ((Field.FILE,), (Field.YEAR,))  # what no choice is of
_ANY = 1000


def as_listed(said: Parse, asked: Plan, shown: Plan, offered: int, *, of_units: bool, ranked: bool) -> Parse:
    """The question with such words as choices of the `offered`, where nothing says that it is ranked, nor another scope.

    `of_units`: these are units; `ranked`: in the order of their money, the most first, so that “第二名” is one of them as well.
    """
    unnumbered = asked.fields in _UNNUMBERED
    one_shown = asked.order is not None and not asked.other_order and _is_one(shown)  # the choices are of an older list
    if (offered < 2 and not unnumbered) or one_shown or _names_a_scope(said, of_units=of_units):
        return _without_the_noun(said, of_units=of_units) if offered else said
    places = _PLACE if ranked else None
    found = {p: choice for p in said.cover if (choice := _choice(said, p, _ANY if unnumbered else offered, places))}
    if not found or len(found) < len(said.meanings(OrderSaid)):
        return _without_the_noun(said, of_units=of_units) if offered else said
    listed = replace(said, cover=tuple(replace(p, meaning=found[p]) if p in found else p for p in said.cover))
    return _without_the_noun(listed, of_units=of_units)


def _without_the_noun(said: Parse, *, of_units: bool) -> Parse:
    """“第二个项目”, “前两个单位”: what is counted asks for nothing more."""
    noun = _UNIT if of_units else _PROJECT
    ends = {p.end for p in said.cover if isinstance(p.meaning, ChoiceSaid)}
    inside = [p for p in said.cover if p.start in ends and noun.fullmatch(said.said.text[p.start : p.end])]
    return replace(said, cover=tuple(replace(p, meaning=Mark.FILLER) if p in inside else p for p in said.cover))


def _is_one(shown: Plan) -> bool:
    """Whether what was shown of a ranking is the one that came first."""
    return shown.order is None


def _names_a_scope(said: Parse, *, of_units: bool) -> bool:
    """Whether something else than the list is ranked: “全县前两个”, “2024年前三个单位”."""
    within = next((p.start for p in said.cover if p.meaning is Mark.WITHIN), len(said.said.text))  # “第一名里|保洁占多少”
    other = any(m.end <= within for m in said.mentions) or any(isinstance(p.meaning, _NOT_BESIDE) for p in said.cover)
    return other or said.everything or (Mark.UNITS in said.marks() and not of_units)


def _choice(said: Parse, span: Proposal, offered: int, places: Pattern | None) -> ChoiceSaid | None:
    text = said.said.text
    if not isinstance(span.meaning, OrderSaid) or _BY_AMOUNT.search(text[: span.start].rstrip()):
        return None
    for pattern in (_FIRST, _LAST, _FROM_THE_END, *((places,) if places else ())):
        match = pattern.fullmatch(text[span.start : span.end].strip())
        number = whole(match["number"]) if match else 0
        if 0 < number <= offered:
            return _placed(pattern, number)
    return None


def _placed(pattern: Pattern, number: int) -> ChoiceSaid:
    if pattern is _FIRST:
        return ChoiceSaid(1, to=number)
    if pattern is _LAST and number > 1:
        return ChoiceSaid(-number, to=-1)
    return ChoiceSaid(number if pattern is _PLACE else -number)
