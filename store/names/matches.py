"""What a name names, and that a span of a question may mean it."""

from dataclasses import dataclass
from enum import StrEnum

ALIAS = "alias"  # why a match means a name by a nickname


class NameType(StrEnum):
    """What a name names."""

    PROJECT = "project"
    UNIT = "unit"
    INDICATOR = "indicator"
    ATTRIBUTE = "attribute"  # 项目属性, such as 常年项目


@dataclass(frozen=True)
class Match:
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
