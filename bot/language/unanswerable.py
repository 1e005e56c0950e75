"""What limits a question, and no target table can satisfy: it is named in the reply."""

from enum import Enum

from msgspec import Struct


class Unanswerable(Enum):
    """A qualifier that no target table can satisfy."""

    PART_OF_YEAR = "part_of_year"
    PER_HEAD = "per_head"
    VILLAGE = "village"  # 哪个村: forms do not divide money so, where no unit is a village
    FUNDER = "funder"  # 上级资金、县级配套: forms do not divide money so
    EXCEPTION = "exception"  # “哪些项目没有…”: read, and not yet to be followed


class QualifierSaid(Struct, frozen=True):
    """“上半年”, “3月”, “人均”: named in the reply, never passed over."""

    kind: Unanswerable
