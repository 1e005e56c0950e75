"""Kinds of units (乡镇、学校) that a question says, and which of them it asks about."""

from dataclasses import dataclass, field
from enum import Enum

from bot.language.patterns import Pattern
from store.numerals import DIGIT_CHARACTERS

COUNTED = Pattern(rf"[{DIGIT_CHARACTERS}2-9][个家所]")
"""How a kind begins whose units are counted: “四个镇”."""


class Which(Enum):
    """Which of a kind of units is asked about."""

    ALL = "all"  # 乡镇、所有乡镇
    EACH = "each"  # 各乡镇
    WHICH = "which"  # 哪个乡镇
    MANY = "many"  # 几个乡镇
    MEAN = "mean"  # 平均每个乡镇


OF_SEVERAL = (Which.EACH, Which.WHICH, Which.MANY, Which.MEAN)


@dataclass(frozen=True)
class KindOfUnits:
    """“乡镇”, “各学校”, “财政系统”, “青禾县”: the units that are meant, as stored; none of them means all that there are."""

    word: str
    units: tuple[str, ...] = field(default=(), repr=False)
    which: Which = Which.ALL
    whole_branch: bool = False  # with all that is below them: “财政系统”
