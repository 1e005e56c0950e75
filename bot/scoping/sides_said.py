"""Sides of a comparison of which one includes units below it: “林业局含林场比农业局多多少”, “比农业局多多少” after “林业局含林场多少”."""

from collections.abc import Sequence

from bot.book import Book
from bot.language.meanings import AggregateSaid, Mark, OrderSaid, Proposal
from bot.language.patterns import Pattern
from bot.reading.parse import Mention, Parse, is_filler
from store.plan import Aggregate, Plan, Side
from store.text import fold


def with_those_below(units: Sequence[str], book: Book) -> Side | None:
    """The units as one side, where all but the first belong to it."""
    if len(units) < 2 or not all(_belongs(unit, units[0], book) for unit in units[1:]):
        return None
    return _side(units)


_TOWN = Pattern(r"\w+?(?:镇|乡|街道|苏木)(?=\w)")


def _belongs(unit: str, to: str, book: Book) -> bool:
    """Whether it is below the other, or an office of that town: 青溪镇财政所."""
    town = _TOWN.match(fold(to))
    return unit in book.below(to) or (town is not None and fold(unit).startswith(town[0]))


def _side(units: Sequence[str]) -> Side:
    return Side(name=f"{units[0]}含{'、'.join(units[1:])}" if len(units) > 1 else units[0], units=tuple(units))


def sides_said(said: Parse, units: Sequence[tuple[Mention, tuple[str, ...]]], book: Book) -> tuple[Side, ...]:
    """The sides of a comparison, where a unit is said with one below it on either side; none where no such thing is said.

    `units` are the spans that name units, each with what it means.
    """
    if len(units) <= 2 or not compares(said):
        return ()
    sides: list[list[str]] = []
    end = 0
    for mention, names in units:
        goes_on = sides and len(sides[-1]) > 1 and _LISTED.fullmatch(said.said.text[end : mention.start])
        if sides and (_includes(said, end, mention.start) or (goes_on and _belongs(names[0], sides[-1][0], book))):
            sides[-1] += names
        else:
            sides.append(list(names))
        end = mention.end
    if len(sides) < 2 or all(len(side) == 1 for side in sides) or len(sides) == len(units):
        return ()
    return tuple(map(_side, sides))


def levels_of_each(said: Parse, units: Sequence[tuple[Mention, tuple[str, ...]]], book: Book) -> tuple[Side, ...]:
    """“教育局含所属比卫健局本级多多少”: each unit as it is said, where one is with those below it and another without; none elsewhere."""
    levels = [_level_behind(mention, said) for mention, _names in units]
    if {Mark.BRANCH, Mark.ALONE} - set(levels) or not all(len(names) == 1 for _mention, names in units):
        return ()
    return tuple(
        Side(name=f"{name}含所属", units=(name, *book.below(name)))
        if level is Mark.BRANCH
        else Side(name=f"{name}本级", units=(name,))
        for (_mention, (name,)), level in zip(units, levels, strict=True)
    )


def _level_behind(mention: Mention, said: Parse) -> object:
    behind = next((p for p in said.cover if p.start >= mention.end and not is_filler(p)), None)
    return behind and behind.meaning


def beside_before(previous: Plan, units: Sequence[str], book: Book) -> tuple[Side, ...]:
    """What was spoken of, a unit with some below it, beside the units that are said now: “比农业局多多少”."""
    if previous.compare or previous.projects or previous.sides or previous.called:
        return ()
    spoken = with_those_below(previous.units, book)
    if spoken is None or not units or set(units) & set(previous.units):
        return ()
    return (spoken, *(Side(name=unit, units=(unit,)) for unit in units))


def so_called(said: Parse, units: Sequence[tuple[Mention, tuple[str, ...]]], book: Book) -> list[tuple[Mention, str]]:
    """The words that nothing explains and one unit's name ends with, beside a unit that is named: “林业局含|林场”, “林业局比|林场”."""
    found = []
    for word in said.leftovers if units else ():
        named = tuple(unit for unit in book.units_called(word.text) if fold(unit).endswith(fold(word.text)))
        if word.tokens > 1 and len(named) == 1 and _stands_beside(said, word.start, word.end):
            found.append((Mention(word.start, word.end, ()), named[0]))
    return found


def compares(said: Parse) -> bool:
    """Whether sides are set beside each other, and none of them is to come first."""
    moved = any(a.aggregate is Aggregate.DIFFERENCE for a in said.meanings(AggregateSaid))
    return (moved or Mark.COMPARED in said.marks()) and not said.meanings(OrderSaid)


def _includes(said: Parse, start: int, end: int) -> bool:
    """Whether nothing stands between but a word that includes what follows."""
    between = [p for p in said.cover if start <= p.start and p.end <= end]
    return bool(between) and all(_is_also(p) for p in between) and not any(start <= x.start < end for x in said.leftovers)


def _is_also(proposal: Proposal) -> bool:
    return proposal.meaning in (Mark.ALSO, Mark.BRANCH)


_LISTED = Pattern("[、和与及跟]")
_JOINS = (Mark.ALSO, Mark.COMPARED)
_AND = ("和", "与", "跟", "及", "同", "、")


def _stands_beside(said: Parse, start: int, end: int) -> bool:
    """Whether a word that joins or compares units stands right before it, or right behind it."""
    joined = any(p.meaning in _JOINS and start in (p.end, p.end + 1) for p in said.cover)
    compared = any(p.meaning is Mark.COMPARED and p.start == end for p in said.cover)
    return joined or compared or said.said.text[:start].endswith(_AND)
