"""Questions with what their replies must be, and whether a reply is that.

A line of a cases.jsonl: {"id": …, "tags": […], "turns": [{"ask": …, "kind": … or […], "must": […], "must_not": […]}]}.
The turns of a case are asked in order in a chat of its own.  A turn is right when the reply's kind is the wanted one (or one of the
list), every entry of `must` stands in its text (“a|b”: either) and none of `must_not` does, and when a refusal names no amount of its own.
A case is right when all its turns are.

Texts are compared after NFKC, without blanks and letter case; numbers as whole numbers by value: 2.60 is 2.6, 26,000 is 26000, and 2.6
stands neither in 12.6 nor in 2.64.  A number of an entry may have words around it (“6万”, “≥95”), which must then stand beside it.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

REFUSALS = frozenset({"not_found", "out_of_scope"})
_APART = "\ue000"  # between two numbers that only a blank or a comma told apart
_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_THIN = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_FULL_COMMA = re.compile(r"(?<![０-９])，|，(?![０-９])")  # between half-width numbers it separates them
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_ONE_NUMBER = re.compile(r"(\D*)(\d+(?:\.\d+)?)(\D*)")
_AMOUNT = re.compile(r"\d[\d,.]*\s*[亿万]?元")


@dataclass(frozen=True)
class Turn:
    """One question and what its reply must be."""

    ask: str
    kinds: frozenset[str]
    must: tuple[str, ...]
    must_not: tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """A conversation of one or more turns."""

    name: str
    tags: tuple[str, ...]
    turns: tuple[Turn, ...]


def read(path: Path) -> list[Case]:
    """The cases of a file, in its order."""
    return [_case(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _case(row: Mapping[str, Any]) -> Case:
    return Case(row["id"], tuple(row["tags"]), tuple(map(_turn, row["turns"])))


def _turn(row: Mapping[str, Any]) -> Turn:
    kinds = [row["kind"]] if isinstance(row["kind"], str) else row["kind"]
    return Turn(row["ask"], frozenset(kinds), tuple(row.get("must", ())), tuple(row.get("must_not", ())))


def faults(turn: Turn, reply: Mapping[str, Any]) -> list[str]:
    """Why the reply is not what it must be, a reason a line; none where it is."""
    said = Said.of(str(reply.get("text", "")))
    found = [] if reply.get("kind") in turn.kinds else [f"is {reply.get('kind')}, not {'/'.join(sorted(turn.kinds))}"]
    found += [f"lacks {wanted}" for wanted in turn.must if not said.holds(wanted)]
    found += [f"says {unwanted}" for unwanted in turn.must_not if said.holds(unwanted)]
    if turn.kinds <= REFUSALS:
        found += [f"refuses and yet names {amount}" for amount in own_amounts(turn.ask, reply)]
    return found


def own_amounts(ask: str, reply: Mapping[str, Any]) -> Sequence[str]:
    """The amounts of money that stand in the reply and not in the question."""
    return [amount for amount in _AMOUNT.findall(str(reply.get("text", ""))) if amount not in ask]


@dataclass(frozen=True)
class Said:
    """A text made ready for being searched: folded, and where its numbers stand."""

    text: str
    numbers: tuple[tuple[int, int, Decimal], ...]

    @classmethod
    def of(cls, text: str) -> "Said":
        """The text, folded."""
        plain = folded(text)
        return cls(plain, tuple((at, end, value) for m in _NUMBER.finditer(plain) for at, end, value in _parts(m)))

    def holds(self, wanted: str) -> bool:
        """Whether one of the alternatives stands in it."""
        return any(self._holds(folded(one)) for one in wanted.split("|") if one)

    def _holds(self, wanted: str) -> bool:
        number = _ONE_NUMBER.fullmatch(wanted)
        if number is None:
            return self._holds_words(wanted)
        before, value, after = number[1], Decimal(number[2]), number[3]
        return any(
            said == value and self.text[:at].endswith(before) and self.text.startswith(after, end)
            for at, end, said in self.numbers
        )

    def _holds_words(self, wanted: str) -> bool:
        """Words; a digit at their edge must be the edge of a number of the text as well."""
        left = r"(?<!\d)(?<!\d\.)" if wanted[:1].isdigit() else ""
        right = r"(?!\d|\.\d)" if wanted[-1:].isdigit() else ""
        return re.search(left + re.escape(wanted) + right, self.text) is not None


def folded(text: str) -> str:
    """NFKC, lower case, without blanks and separators of thousands, two numbers never grown together."""
    plain = _FULL_COMMA.sub("、", _THIN.sub("", text))
    plain = _GROUPS.sub(lambda m: m[0].replace(",", ""), unicodedata.normalize("NFKC", plain).lower())
    return re.sub(r"\s+", "", re.sub(r"(?<=[\d.])\s+(?=[\d.])", _APART, plain))


def _parts(match: re.Match[str]) -> list[tuple[int, int, Decimal]]:
    """The number; of a date (2024.1.1) its parts, and not what they would be together."""
    pieces = match[0].split(".")
    if len(pieces) <= 2:
        return [(match.start(), match.end(), Decimal(match[0]))]
    ends = [match.start() + sum(map(len, pieces[: n + 1])) + n for n in range(len(pieces))]
    return [(end - len(piece), end, Decimal(piece)) for piece, end in zip(pieces, ends, strict=True)]
