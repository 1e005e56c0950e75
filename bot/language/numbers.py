"""What numbers of things mean in a question: how many there are, how many a unit is to have, which phases."""

from dataclasses import dataclass

from store.plan import Field, NumberFilter


@dataclass(frozen=True)
class NumberSaid:
    """“三家”, “四个项目”, “三样”: how many of what is asked about there are, as the question believes."""

    number: int
    of: Field


@dataclass(frozen=True)
class ProjectsNumbered:
    """“5个以上项目的单位”: a limit of how many projects a unit has."""

    filter: NumberFilter


@dataclass(frozen=True)
class PhasesSaid:
    """“一二三期”, “前两期”: these phases of what is named; 0 is the first that there is, -1 the last (最后一期)."""

    numbers: tuple[int, ...]
