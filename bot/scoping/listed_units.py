"""Units of a list that are said by less than their names: “柳渡镇和财政所”, “林业局、林场和防火站”."""

from itertools import pairwise

from bot.book import Book
from bot.language.kinds_said import COUNTED, KindOfUnits
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.reading.parse import Mention, Parse
from bot.scoping.parts_of_unit_names import naming
from store.names import NameType
from store.text import fold

_JOINS = Pattern(r"\s*(?:[和与跟及、]|以及|还有|加上?|\s)(?:它|其)?的?\s*")
_TOWN = Pattern(r"(?:\w*?[县市区旗])?(?P<own>\w{2,4}?)(?:镇|乡|街道|苏木)")
_GOVERNMENT = ("政府", "办事处")
_LEAST = 2  # characters that name something

Place = tuple[int, int]


def with_units_of_a_list(said: Parse, book: Book) -> Parse:
    """The question with the units that are meant by what stands behind another unit in a list: of its place, or the only one so called."""
    if not said.mentioned(NameType.UNIT):
        return said
    for before, place in pairwise(_places(said)):
        if _JOINS.fullmatch(said.said.text, _end_of(before, said), place[0]):
            said = _beside(said, before, place, book)
    return said


def _places(said: Parse) -> list[Place]:
    """Where names, kinds of units, and words that nothing explains stand."""
    kinds = [(p.start, p.end) for p in said.cover if isinstance(p.meaning, KindOfUnits)]
    named = [(m.start, m.end) for m in said.mentions if m.type in (NameType.UNIT, NameType.PROJECT)]
    words = [(x.start, x.end) for x in said.leftovers if x.tokens > 1]
    return sorted([*(place for place in kinds if not COUNTED.match(said.said.text, place[0])), *named, *words])


def _end_of(place: Place, said: Parse) -> int:
    """Where the name ends, with 本级 behind it."""
    return next((p.end for p in said.cover if p.start == place[1] and p.meaning is Mark.ALONE), place[1])


def _beside(said: Parse, before: Place, place: Place, book: Book) -> Parse:
    first = _mention(said, before)
    if first is None or first.type is not NameType.UNIT:
        return said
    word = fold(said.said.text[slice(*place)])
    town = _town_of(first, fold(said.said.text[slice(*before)]))
    mention = _mention(said, place)
    if town and (unit := _of_the_town(town, word, said, place, book)):
        if mention is None or mention.names() != (unit,):
            said = naming(said, place, unit)
        own = [one for one in _in_town(town, book) if one != unit and fold(one).endswith(_GOVERNMENT)]
        return naming(said, before, own[0]) if first.names() == (unit,) and len(own) == 1 else said
    if mention is not None and (mention.type is NameType.UNIT or any(match.whole for match in mention.matches)):
        return said
    units = [unit for unit in book.units_called(word) if fold(unit).endswith(word)] if len(word) >= _LEAST else []
    return naming(said, place, units[0]) if len(units) == 1 and not _kind_at(said, place) else said


def _mention(said: Parse, place: Place) -> Mention | None:
    return next((m for m in said.mentions if (m.start, m.end) == place), None)


def _kind_at(said: Parse, place: Place) -> KindOfUnits | None:
    kinds = (p.meaning for p in said.cover if (p.start, p.end) == place)
    return next((kind for kind in kinds if isinstance(kind, KindOfUnits)), None)


def _town_of(mention: Mention, word: str) -> str:
    """What the names begin with that all of the mention's units share, where the word says it: 青禾县柳渡镇 of 柳渡镇; else nothing."""
    found = {(match[0], match["own"]) if (match := _TOWN.match(fold(name))) else ("", "") for name in mention.all_names()}
    (town, own), *others = found
    return town if own and own in word and not others else ""


def _of_the_town(town: str, word: str, said: Parse, place: Place, book: Book) -> str | None:
    """The only unit of the town that is so called, or of that kind; None where the words name a town themselves."""
    kind = _kind_at(said, place)
    if _TOWN.match(word) and not kind:
        return None
    units = [unit for unit in _in_town(town, book) if (unit in kind.units if kind else fold(unit).endswith(word))]
    return units[0] if len(units) == 1 else None


def _in_town(town: str, book: Book) -> list[str]:
    return [unit for unit in book.units if fold(unit).startswith(town)]
