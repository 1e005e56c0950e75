"""What a name names, and that a span of a question may mean it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

ALIAS = "alias"  # why a match means a name by a nickname
NEVER = 2.0  # more of a name than there is


class NameType(StrEnum):
    """What a name names."""

    PROJECT = "project"
    UNIT = "unit"
    INDICATOR = "indicator"
    ATTRIBUTE = "attribute"  # 项目属性, such as 常年项目


class Least(NamedTuple):
    """How much of a name has to be said before it may be meant."""

    share: float = 0.0  # 0 to 1, by weight
    tokens: int = 0


_NOTHING_NEEDED = Least()


class Match(NamedTuple):
    """A span [start, end) of the normalised question that may mean `name` (as stored), and why."""

    name: str
    type: NameType
    start: int
    end: int
    score: float  # 0 to 1: how much of the span says the name
    share: float  # 0 to 1: how much of the name is said
    value: float  # tokens explained, less those skipped: what the best cover adds up
    tokens: frozenset[int]  # indices of the question's tokens that are explained
    unsaid: tuple[int, int]  # how many tokens of the name stand unsaid before the first and behind the last that is said
    between: int  # and between these two
    why: str

    @property
    def whole(self) -> bool:
        """Whether the whole name is said."""
        return self.share > 0.999


class Wanted(Struct, frozen=True):
    """Which matches are looked for: of these types, with as much of the name as its type needs, by one of these tokens.

    No tokens are all of them.
    """

    types: frozenset[NameType] = frozenset(NameType)
    least: Mapping[NameType, Least] = field(default_factory=dict)
    tokens: frozenset[int] = frozenset()

    def of(self, kind: NameType) -> Least:
        """How much of such a name has to be said."""
        return self.least.get(kind, _NOTHING_NEEDED)

    def within(self, first: int, size: int) -> "Wanted | None":
        """The same of a window of so many tokens, which count from the first of it; None where nothing in it is wanted."""
        here = frozenset(token - first for token in self.tokens if first <= token < first + size)
        return replace(self, tokens=here) if here or not self.tokens else None

    def share_of(self, kind: NameType, tokens: frozenset[int]) -> float:
        """How much of such a name has to be said where these tokens say it: 0 to 1, or `NEVER`."""
        needed = self.of(kind)
        if kind not in self.types or len(tokens) < needed.tokens or (self.tokens and not self.tokens & tokens):
            return NEVER
        return needed.share

    def __contains__(self, match: Match) -> bool:
        return match.share >= self.share_of(match.type, match.tokens)


EVERY = Wanted()
