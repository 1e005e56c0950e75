"""What the question believes comes first (“最多的是养护吧”): it limits nothing, and the rank says what does."""

from msgspec.structs import replace

from bot.language.meanings import OrderSaid, Proposal
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from store.names import Match, NameType

_IS = Pattern(r"(?:的)?(?:项目|单位|一[个笔项])?(?:应该|是不是|难道|不)*(?:是|就是)")
_ASKS = Pattern(r"[^,，。;；?？!！]{0,8}(?:吧|吗|么|嘛|对吗|对不对|对吧|没错吧|是不是|是吧)[?？。!！\s]*$")


def without_the_guess(said: Parse) -> Parse:
    """The question without the names that stand between “最多的是” and “吧”."""
    orders = [p for p in said.cover if isinstance(p.meaning, OrderSaid)]
    text = said.said.text
    for order in orders:
        named = [p for p in said.cover if p.start >= order.end and _is_name(p)]
        if named and _IS.fullmatch(text[order.end : named[0].start]) and _ASKS.match(text, named[-1].end):
            spans = {(p.start, p.end) for p in named}
            kept = tuple(m for m in said.mentions if (m.start, m.end) not in spans)
            return replace(said, cover=tuple(p for p in said.cover if p not in named), mentions=kept)
    return said


def _is_name(proposal: Proposal) -> bool:
    return isinstance(proposal.meaning, Match) and proposal.meaning.type in (NameType.PROJECT, NameType.UNIT)
