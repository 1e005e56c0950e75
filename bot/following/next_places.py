"""“第二呢”, “再来3个” after “最大的项目是哪个”: the next places of that ranking, where no such choice was offered."""

from msgspec.structs import replace

from bot.language.choices import ChoiceSaid
from bot.language.meanings import Mark, OrderSaid, YearsSaid
from bot.language.numbers import whole
from bot.language.patterns import Pattern
from bot.reading.parse import Parse, is_filler
from store.numerals import DIGIT_CHARACTERS
from store.plan import Order, Plan


def as_place(said: Parse, asked: Plan, shown: Plan, offered: int) -> Parse:
    """The question with the number as a place of what was ranked last, unless it is one of the choices `offered` with it."""
    order = asked.order
    chosen = [m for m in said.meanings(ChoiceSaid) if m.number > 0 and not m.but]
    others = [
        p for p in said.cover if not (isinstance(p.meaning, (ChoiceSaid, YearsSaid)) or is_filler(p) or p.meaning in _BESIDE)
    ]
    one_shown = shown.order is None  # then the choices are those of an older list
    if order is None or asked.other_order or len(chosen) != 1 or others or said.leftovers or "第" not in said.said.text:
        return said
    first, last = chosen[0].number, chosen[0].to or chosen[0].number
    ranges = chosen[0].to and not _PIECE.search(said.said.text)  # “第二到第四呢”
    another_year = bool(said.meanings(YearsSaid))  # “去年第二呢” is no choice of what was shown
    if not (one_shown or ranges or another_year) and last <= offered:
        return said
    place = OrderSaid(Order(by=order.by, direction=order.direction, count=last - first + 1, skip=first - 1))
    cover = tuple(replace(p, meaning=place) if isinstance(p.meaning, ChoiceSaid) else p for p in said.cover)
    return replace(said, cover=cover)


def as_next_places(said: Parse, asked: Plan, shown: Plan, *, more: bool) -> Parse:
    """The question with “再来3个”, “更多” as the places behind those of a ranking that were shown, where no page of it is left."""
    order = shown.order or asked.order
    others = [p for p in said.cover if not (p.meaning is Mark.MORE or is_filler(p) or p.meaning is Mark.FOLLOWING)]
    if order is None or asked.other_order or more or others or said.leftovers or Mark.MORE not in said.marks():
        return said
    number = _COUNT.search(said.said.text)
    count = (number and whole(number[1])) or order.count
    places = OrderSaid(Order(by=order.by, direction=order.direction, count=count, skip=order.skip + order.count))
    cover = tuple(replace(p, meaning=places) if p.meaning is Mark.MORE else p for p in said.cover)
    return replace(said, cover=cover)


_PIECE = Pattern("[个项条家]")
_COUNT = Pattern(rf"([{DIGIT_CHARACTERS}十\d]{{1,3}})(?:个|条|项|家|笔)?")


_BESIDE = (Mark.FOLLOWING, Mark.WHICH, Mark.HOW_MUCH)
