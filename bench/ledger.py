"""What documents hold (a gold.jsonl), and which figures of a reply they do not: that must be none.

A line is one project of one unit in one year: project, unit, year, department, …, amounts ({horizon, kind, yuan}), goals ({horizon, text}),
indicators ({name, value, …}).  A fact is looked up exactly; one that is derived is worked out again; and an amount of money in a reply's
text is one of its facts', stands in the words that one of them quotes, or in the question.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

KINDS = frozenset({"total", "fiscal", "carryover", "other"})
_TEXTS = frozenset({"department", "department_code", "attribute", "source", "period"})
_ELSEWHERE = frozenset({"listed", "finding"})  # rows of a 公开清单 and what checks found, which no line of a gold.jsonl holds
_MONEY = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*([亿万]?)元")
_TIMES = {"": 1, "万": 10**4, "亿": 10**8}
_CENT = Decimal("0.01")
_RATES = frozenset({"share", "growth"})
_OF_VALUES = frozenset({"sum", "diff"})  # of weights, and of what lines count
_NUMBER, _TWO = re.compile(r"\d+(?:\.\d+)?"), 2
_RATE = re.compile(r"(\d+(?:\.\d+)?)\s*([%倍])")
_ROUNDED = Decimal("0.005")

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Ledger:
    """The records by project, unit and year; two documents may state the same one."""

    records: Mapping[tuple[str, str, int], Sequence[Record]]

    @classmethod
    def read(cls, path: Path) -> "Ledger":
        """The ledger of a gold.jsonl."""
        records: dict[tuple[str, str, int], list[Record]] = {}
        for line in filter(str.strip, path.read_text(encoding="utf-8").splitlines()):
            record = json.loads(line)
            records.setdefault((_plain(record["project"]), _plain(record["unit"]), record["year"]), []).append(record)
        return cls(records)

    def wrong(self, ask: str, reply: Record) -> list[str]:
        """What of the reply's figures is not in the records, a reason a line."""
        facts = reply.get("facts") or []
        found = [f"fact {n}: {why}" for n, fact in enumerate(facts) for why in self._of_fact(fact, facts)]
        stated = {abs(yuan) for fact in facts if (yuan := _yuan(fact.get("yuan"))) is not None}
        stated |= _amounts(ask).union(*(_amounts(str(fact.get("value") or "")) for fact in facts))
        return found + [f"{plain} 元 is in the text and in no fact" for plain in _amounts(str(reply.get("text", ""))) - stated]

    def _of_fact(self, fact: Record, facts: Sequence[Record]) -> Iterator[str]:
        if fact.get("op"):
            yield from _of_derived(fact, [facts[n] for n in fact.get("of") or ()])
        elif fact.get("field") not in _ELSEWHERE:
            whose = (_plain(fact.get("project")), _plain(fact.get("unit")), int(fact.get("year") or 0))
            records = self.records.get(whose)
            if records is None:
                yield f"no record of {whose}"
            elif not any(_states(record, fact) for record in records):
                yield f"{fact.get('field')} of {whose} is not {fact.get('yuan') or fact.get('value')}"


def _states(record: Record, fact: Record) -> bool:
    """Whether the record says what the fact does."""
    field, value = str(fact.get("field")), _plain(fact.get("value"))
    horizon = fact.get("horizon") or "annual"
    if field in KINDS:
        rows = [row for row in record["amounts"] if (row["kind"], row["horizon"]) == (field, horizon)]
        return any(_yuan(row["yuan"]) == _yuan(fact.get("yuan")) for row in rows)
    if field == "indicator":
        named = [row for row in record["indicators"] if _plain(row["name"]) == _plain(fact.get("name"))]
        yuan = _yuan(fact.get("yuan"))
        printed = yuan is None or yuan in _amounts(str(fact.get("value")))
        return printed and (not value or any(_plain(row["value"]).lstrip("=") == value.lstrip("=") for row in named))
    if field == "weight":
        return any(
            _plain(row["name"]) == _plain(fact.get("name")) and _plain(row.get("weight")) == value for row in record["indicators"]
        )
    if field == "goal":
        return not value or any(value in _plain(row["text"]) for row in record["goals"] if row["horizon"] == horizon)
    if field in _TEXTS:
        return value == _plain(record[field])
    return field in ("project", "unit") and value == _plain(record[field])


def _of_derived(fact: Record, operands: Sequence[Record]) -> Iterator[str]:
    """Why the figure does not follow from its operands."""
    op, stated, of = fact["op"], _yuan(fact.get("yuan")), [_yuan(one.get("yuan")) for one in operands]
    if op == "count":
        counts = {len(operands), len({one.get("unit") for one in operands}), len({one.get("project") for one in operands})}
        if str(fact.get("value")) not in map(str, counts):
            yield f"{fact.get('value')} are counted, and there are {sorted(counts)} targets, units or projects"
        return
    if op in _RATES:
        yield from _of_rate(op, str(fact.get("value")), of)
        return
    if op in _OF_VALUES and stated is None:
        yield from _of_values(op, str(fact.get("value")), [str(one.get("value")) for one in operands])
        return
    known = [yuan for yuan in of if yuan is not None]
    results = {"sum": lambda: sum(known), "avg": lambda: sum(known) / len(known), "diff": lambda: abs(known[0] - known[1])}
    if op not in results or stated is None or not known or len(known) < len(of):
        yield f"{op} of {of} cannot be worked out"
    elif abs(abs(stated) - results[op]()) > _CENT:
        yield f"{op} of {of} is not {stated}"


def _of_values(op: str, stated: str, of: Sequence[str]) -> Iterator[str]:
    """Why a difference or a sum of what lines print, each with one number, is not what they make."""
    numbers = [[Decimal(number) for number in _NUMBER.findall(text)] for text in (stated, *of)]
    if len(of) < _TWO or (op == "diff" and len(of) > _TWO) or any(len(found) != 1 for found in numbers):
        yield f"{op} {stated} of {of} cannot be worked out"
        return
    (told,), (one,), *others = numbers
    if told != (abs(one - others[0][0]) if op == "diff" else one + sum(other for (other,) in others)):
        yield f"{op} of {of} is not {stated}"


def _of_rate(op: str, stated: str, of: Sequence[Decimal | None]) -> Iterator[str]:
    """Why a share or a growth, in per cent or as so many times, is not what its two amounts make; both are rounded to two decimals."""
    said, (part, whole) = _RATE.search(stated), of
    if said is None or part is None or not whole:
        yield f"{op} {stated} of {of} cannot be worked out"
        return
    rate = (part if op == "share" else part - whole) / whole * (100 if said[2] == "%" else 1)
    below = stated.startswith("不到") and abs(rate) < Decimal(said[1])
    if not below and abs(abs(rate) - Decimal(said[1])) > _ROUNDED:
        yield f"{op} of {of} is not {stated}"


def _amounts(text: str) -> set[Decimal]:
    """The amounts of money that stand in a text, in yuan."""
    found = _MONEY.findall(unicodedata.normalize("NFKC", text))
    return {Decimal(number.replace(",", "")) * _TIMES[unit] for number, unit in found}


def _yuan(value: object) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def _plain(text: object) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(text or ""))).lower()
