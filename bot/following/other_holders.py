"""“另一个镇呢”, “其他两家呢” after one of the units that have a project: the other units that have it."""

from msgspec import Struct

from bot.book import Book
from bot.language.exceptions import OTHER_ONE
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from store.plan import Plan

_KIND = Pattern(r"乡镇|镇街|街镇|镇|乡|街道|街|苏木|局|学校|中学|小学|幼儿园|医院|卫生院|中心|站|所|村|社区")
_ALIKE = {"乡镇": ("乡", "镇", "苏木"), "镇街": ("镇", "街道"), "街镇": ("镇", "街道"), "学校": ("学", "校", "幼儿园")}


class Others(Struct, frozen=True):
    """The units that were spoken of, and the others that have the same project: none where nobody else has it."""

    spoken_of: tuple[str, ...]
    others: tuple[str, ...]


def other_holders(said: Parse, previous: Plan, book: Book) -> Others | None:
    """The units that are meant; None where no others are asked for, or not of one project of one unit."""
    spoken = [said.said.text[p.start : p.end] for p in said.cover if p.rule == OTHER_ONE]
    if not spoken or said.mentions or len(previous.projects) != 1:
        return None
    years = previous.years or book.years_of(previous.projects, previous.units)[-1:]
    holders = {unit for _project, unit in book.pairs_of(previous.projects, (), years)}
    mine = tuple(holders & {*previous.units}) or (tuple(holders) if len(holders) == 1 else ())
    if len(mine) != 1:
        return None
    others = sorted(holders - {*mine})
    kind = _KIND.search(spoken[0])
    alike = [unit for unit in others if kind and any(word in unit for word in _ALIKE.get(kind[0], (kind[0],)))]
    return Others(mine, tuple(alike or others))
