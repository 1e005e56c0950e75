"""Amounts inside of quoted words (“≤300元/米”, “补助300元”): each that a reply prints is a fact, with the source of the words."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from bot.answer import Answer, Fact
from bot.language.patterns import Pattern
from store.money import WAN
from store.text import normalized

_MONEY = Pattern(r"(\d[\d,]*(?:\.\d+)?)\s*([亿万]?)元")
TIMES = {"": Decimal(1), "万": WAN, "亿": WAN * WAN}
"""What a number stands for in yuan, by what is said behind it."""


def with_quoted_amounts(answer: Answer) -> Answer:
    """The answer with a fact for every amount in its lines that no fact holds yet and that stands in the words of one."""
    known = {fact.yuan for fact in answer.facts if fact.yuan is not None}
    added: list[Fact] = []
    for yuan in amounts_in("\n".join(answer.lines)):
        of = next((fact for fact in answer.facts if yuan not in known and fact.op is None and yuan in _printed(fact)), None)
        if of is not None:
            added.append(replace(of, yuan=yuan))
            known.add(yuan)
    return replace(answer, facts=(*answer.facts, *added)) if added else answer


def amounts_in(text: str) -> Iterator[Decimal]:
    """The amounts of money that stand in words, in yuan and in their order (“1.2万元” → 12000)."""
    for found in _MONEY.finditer(normalized(text)):
        yield Decimal(found[1].replace(",", "")) * TIMES[found[2]]


def _printed(fact: Fact) -> set[Decimal]:
    """The amounts in what the document prints there."""
    texts = (fact.value, fact.name, fact.source.raw if fact.source else None)
    return {yuan for text in texts if text for yuan in amounts_in(text)}
