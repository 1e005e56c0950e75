"""Amounts in one cell with what they are made of: read where everything in the cell is understood and adds up, else not at all."""

import re
from collections.abc import Iterator
from decimal import Decimal

from seed.words.amounts import UnreadableAmount, read_amount
from seed.words.labels import Heading, Label, heading_of, plain_of

_AMOUNT = r"\d[\d,]*(?:\.\d+)?(?:亿元|万元|千元|元|亿|万)"
_WITH_PARTS = re.compile(rf"(?P<head>{_AMOUNT})\((?:其中:?)?(?P<parts>[^()]+)\)")
_PART = re.compile(rf"[^\d()]*?(?P<amount>{_AMOUNT})")
_NAMED = re.compile(
    rf"(?:[一二三四五六七八九十]、|\d[.、])?(?P<label>[^\d:,;、。()]+?):?(?P<amount>{_AMOUNT})(?:\([^()]*\))?[,;、。]?"
)
_TOTALS = (Label.TOTAL, Label.TOTAL_ANNUAL, Label.TOTAL_MID_TERM)


def amount_with_parts(text: str) -> Decimal | None:
    """The amount of “854万（道路400万元，水渠454万元）” in yuan, where its parts add up to it; None for any other text."""
    match = _WITH_PARTS.fullmatch(plain_of(text))
    if not match:
        return None
    pieces = [_PART.fullmatch(piece) for piece in re.split("[,;、]", match["parts"]) if piece]
    amounts = [_yuan(piece["amount"]) if piece else None for piece in pieces]
    head = _yuan(match["head"])
    return head if None not in amounts and sum(amount for amount in amounts if amount) == head else None


def named_amounts(text: str) -> tuple[tuple[Heading, Decimal], ...] | None:
    """What “总额106万元财政拨款：69万元二、自有资金：0万元三、其他：37万元” says, amounts in yuan; None unless all of it is understood.

    The labels are known, one of them is the total, and the others add up to it.
    """
    plain = plain_of(text)
    found = list(_consecutive(plain))
    if not found or found[-1].end() != len(plain):
        return None
    named = [(heading_of(match["label"]), _yuan(match["amount"])) for match in found]
    known = tuple((heading, yuan) for heading, yuan in named if heading is not None and yuan is not None)
    totals = [yuan for heading, yuan in known if heading.label in _TOTALS]
    added = sum((yuan for heading, yuan in known if heading.label not in _TOTALS), Decimal(0))
    labels = [heading.text for heading, _yuan_ in known]
    if len(known) != len(named) or len(totals) != 1 or len(known) == 1 or added != totals[0] or len(set(labels)) != len(labels):
        return None
    return known


def _consecutive(plain: str) -> Iterator[re.Match[str]]:
    place = 0
    while match := _NAMED.match(plain, place):
        yield match
        place = match.end()


def _yuan(text: str) -> Decimal | None:
    try:
        return read_amount(text, None)
    except UnreadableAmount:
        return None
