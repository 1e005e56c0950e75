"""What limits a question, and no target table can satisfy: it is named in the reply."""

from dataclasses import dataclass
from enum import Enum


class Unanswerable(Enum):
    """A qualifier that no target table can satisfy."""

    PART_OF_YEAR = "part_of_year"
    PER_HEAD = "per_head"
    FUNDER = "funder"  # 上级资金、县级配套: forms do not divide money so
    EXCEPTION = "exception"  # “哪些项目没有…”: read, and not yet to be followed


@dataclass(frozen=True)
class QualifierSaid:
    """“上半年”, “3月”, “人均”: named in the reply, never passed over."""

    kind: Unanswerable
