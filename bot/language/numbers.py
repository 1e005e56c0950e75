"""What numbers of things mean in a question: how many there are, how many a unit is to have, which phases."""

from msgspec import Struct

from store.numerals import DIGIT_CHARACTERS, NotNumber, parse_number
from store.plan import Field, NumberFilter

PLACE = rf"[{DIGIT_CHARACTERS}十百\d]{{1,3}}"  # of a choice or a rank, as patterns look for it
_PAIRS = {"两": 2, "俩": 2, "仨": 3}


def whole(text: str) -> int:
    """The number, “俩” and “仨” too; 0 where it is none."""
    if text in _PAIRS:
        return _PAIRS[text]
    try:
        return int(parse_number(text))
    except NotNumber:
        return 0


class NumberSaid(Struct, frozen=True):
    """“三家”, “四个项目”, “三样”: how many of what is asked about there are, as the question believes."""

    number: int
    of: Field


class ProjectsNumbered(Struct, frozen=True):
    """“5个以上项目的单位”: a limit of how many projects a unit has."""

    filter: NumberFilter


class PhasesSaid(Struct, frozen=True):
    """“一二三期”, “前两期”: these phases of what is named; 0 is the first that there is, -1 the last (最后一期)."""

    numbers: tuple[int, ...]
