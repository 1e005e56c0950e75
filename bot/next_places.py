"""“第二呢” after “最大的项目是哪个”: the next place of that ranking, where no such choice was offered."""

from dataclasses import replace

from bot.language.meanings import ChoiceSaid, Mark, OrderSaid
from bot.parse import Parse, is_filler
from store.plan import Order, Plan


def as_place(said: Parse, asked: Plan, shown: Plan, offered: int) -> Parse:
    """The question with the number as a place of what was ranked last, unless it is one of the choices `offered` with it."""
    order = asked.order
    numbers = [m.number for m in said.meanings(ChoiceSaid) if not (m.to or m.but)]
    others = [p for p in said.cover if not (isinstance(p.meaning, ChoiceSaid) or is_filler(p) or p.meaning in _BESIDE)]
    one_shown = shown.order is None  # then the choices are those of an older list
    if order is None or asked.other_order or len(numbers) != 1 or others or said.leftovers or "第" not in said.said.text:
        return said
    if not one_shown and numbers[0] <= offered:
        return said
    place = OrderSaid(Order(by=order.by, direction=order.direction, count=1, skip=numbers[0] - 1))
    cover = tuple(replace(p, meaning=place) if isinstance(p.meaning, ChoiceSaid) else p for p in said.cover)
    return replace(said, cover=cover)


_BESIDE = (Mark.FOLLOWING, Mark.WHICH, Mark.HOW_MUCH)
