"""What an honest reply is, as checks on a question, its reply and the store behind it."""

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from store.database import Store
from store.money import NotMoney, parse_yuan
from store.targets import everything
from store.text import normalize
from tests.bot.conftest import Reply

FEN = Decimal("0.01")
_AMOUNT = re.compile(r"(?<![\d.])-?\d[\d,]*(?:\.\d+)?\s*(?:亿元|万元|亿|万|w|元)")
_MONEY_FIELDS = ("total", "fiscal", "carryover", "other")

LISTED = "listed"

Stated = set[tuple[str, str, int, str, Decimal]]


def amounts(text: str) -> set[Decimal]:
    """The amounts of money with a unit that stand in a text, in yuan."""
    return set(_amounts(text))


def _amounts(text: str) -> Iterator[Decimal]:
    for match in _AMOUNT.finditer(normalize(text).text):
        try:
            yield abs(parse_yuan(match[0]))
        except NotMoney:
            continue


def stated_in(store: Store) -> Stated:
    """Every amount that a store holds, those of 公开清单 included: project, unit, year, kind and yuan."""
    return {
        *(
            (v.target.project, v.target.unit, v.target.year, f.kind.value, f.yuan)
            for v in everything(store)
            for f in v.target.fundings
        ),
        *(
            (v.target.project, v.target.unit, v.target.year, LISTED, v.listed.yuan)
            for v in everything(store)
            if v.listed and v.listed.yuan
        ),
    }


def check(question: str, reply: Reply, stated: Stated) -> None:
    """All laws of honesty that need nothing but the reply and what is stored."""
    facts = reply.facts
    for fact in facts:
        if fact.get("op"):
            _derived(fact, facts)
        elif fact["field"] in _MONEY_FIELDS and fact["yuan"] is not None:
            key = (fact["project"], fact["unit"], fact["year"], fact["field"], Decimal(fact["yuan"]))
            assert key in stated, f"{question!r}: nobody states {key}"
    named = {(f["project"], f["unit"], f["year"]) for f in facts}
    listed = {yuan for *target, kind, yuan in stated if kind == LISTED and tuple(target) in named}
    strange = amounts(reply.text) - _known(facts) - amounts(question) - listed
    assert not strange, f"{question!r}: {strange} in {reply.text!r} are no facts"
    if reply.kind in ("not_found", "out_of_scope"):
        assert not amounts(reply.text) - amounts(question), f"{question!r}: an amount beside a refusal"
        assert not [f for f in facts if f["yuan"] is not None], f"{question!r}: a figure beside a refusal"


def _known(facts: Iterable[dict[str, Any]]) -> set[Decimal]:
    """What the facts allow a text to say: their amounts, and those that stand in their words."""
    known: set[Decimal] = set()
    for fact in facts:
        if fact["yuan"] is not None:
            known.add(abs(Decimal(fact["yuan"])))
            if fact.get("op") == "avg":  # a mean is told in 万 as well
                known.add((abs(Decimal(fact["yuan"])) / 100).quantize(Decimal(1), ROUND_HALF_UP) * 100)
        known |= amounts(str(fact["value"] or ""))
        known |= amounts(str(fact["source"]["raw"])) if fact["source"] else set()
    return known


def _derived(fact: dict[str, Any], facts: list[dict[str, Any]]) -> None:
    """A derived fact is what its operation makes of its operands."""
    operands = [facts[i] for i in fact["of"]]
    assert operands
    if fact["op"] == "count":
        targets = {(f["project"], f["unit"], f["year"]) for f in operands}
        assert int(fact["value"]) in (len(targets), len({f["unit"] for f in operands}), len({f["project"] for f in operands}))
        return
    yuan = [Decimal(f["yuan"]) for f in operands]
    first, second = yuan[0], yuan[1] if len(yuan) > 1 else yuan[0]
    match fact["op"]:
        case "sum":
            assert Decimal(fact["yuan"]) == sum(yuan)
        case "avg":
            assert Decimal(fact["yuan"]) == (sum(yuan, Decimal(0)) / len(yuan)).quantize(FEN, ROUND_HALF_UP)
        case "diff":
            assert abs(Decimal(fact["yuan"])) == abs(first - second)
        case "share" | "growth":
            assert len(yuan) == 2
            _rate(fact["value"], first - second if fact["op"] == "growth" else first, second)
        case unknown:
            raise AssertionError(f"unknown operation {unknown}")


def _rate(said: str, part: Decimal, whole: Decimal) -> None:
    """A percentage or a multiple (“1.2 倍”) is right to two decimals."""
    if said.endswith("倍"):
        assert Decimal(said.removesuffix("倍").strip()) == (part / whole).quantize(FEN, ROUND_HALF_UP)
    elif said.startswith("不到"):
        assert 0 < abs(part / whole * 100) < FEN
    else:
        assert Decimal(said.removesuffix("%")) == (part / whole * 100).quantize(FEN, ROUND_HALF_UP)
