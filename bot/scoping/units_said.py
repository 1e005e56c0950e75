"""Which units a question says: by their names, by their kind (乡镇), as a branch (含所属), or as what is below another."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from bot.book import Book
from bot.language.kinds_said import KindOfUnits, Which
from bot.language.meanings import AggregateSaid, Mark, OrderSaid
from bot.language.numbers import NumberSaid, whole
from bot.language.patterns import Pattern
from bot.reading.matching import COUNTED, joined, says_several
from bot.reading.parse import Mention, Parse
from bot.scoping.below import each_below, each_with_below, levels_apart, only_below
from bot.scoping.departments import heads
from bot.scoping.sides_said import compares, levels_of_each, sides_said, so_called
from store.names import NameType
from store.plan import Aggregate, Plan, Side
from store.text import fold


class Meant(Struct, frozen=True):
    """What one mention means: the surest names, and all names that are possible."""

    mention: Mention
    sure: tuple[str, ...]
    every: tuple[str, ...]


class UnitsSaid(Struct, frozen=True):
    """The units, a mention each; what they are called where nothing but a kind of units is said; whether with those below."""

    meant: list[Meant]
    called: str
    whole_branch: bool
    sides: tuple[Side, ...] = ()  # the kinds, where several are said

    @property
    def names(self) -> tuple[str, ...]:
        """The surest of all of them."""
        return tuple(dict.fromkeys(name for one in self.meant for name in one.sure))


def units_said(said: Parse, book: Book) -> UnitsSaid:
    """The units of a question."""
    meant = [_topmost(one, book) for one in meant_by(said.mentioned(NameType.UNIT), book.units_called)]
    others = so_called(said, [(one.mention, one.sure) for one in meant], book)
    meant = sorted([*meant, *(Meant(mention, (unit,), (unit,)) for mention, unit in others)], key=lambda m: m.mention.start)
    meant = _of_a_common_end(_without_what_they_include(_parts_of_a_place(meant, said, book), said), said)
    named = _one_within_another(meant, said, book)
    kinds = [kind for kind in said.meanings(KindOfUnits) if kind.units]
    units = _within_another(_with_kinds(named, said, book), said, book)
    whole = any(kind.whole_branch for kind in said.meanings(KindOfUnits))
    if whole and Mark.ALONE in said.marks():
        units = sorted(units, key=lambda m: m.mention.start)  # “财政系统本级”
        return UnitsSaid(units, "", whole_branch=Mark.BRANCH in said.marks())
    if kinds and len(kinds) == len(units):
        sides = tuple(_side(kind, book) for kind in kinds) if len(kinds) > 1 else ()
        return UnitsSaid(
            units, "、".join(dict.fromkeys(kind.word for kind in kinds)), whole or _branch_said(units, said, book), sides
        )
    tops = [one.sure[0] for one in units if len(one.sure) == 1]
    if tops and len(tops) == len(units):
        sides = levels_apart(said, tops, book) or (each_with_below(said, tops, book) if _branch_said(units, said, book) else ())
        beside = Mark.ALSO in said.marks() or _named_beside(units[-1], said)
        sides = sides or (each_below(said, tops, units[-1].mention.end, book) if not beside else ())
        if sides:
            return _of_sides(sides, units[0].mention)
    ordered = sorted(_as_the_others(units, said), key=lambda m: m.mention.start)
    named_so = [(one.mention, one.sure) for one in ordered]
    if levels := levels_of_each(said, named_so, book):
        units = [Meant(one.mention, side.units, side.units) for one, side in zip(ordered, levels, strict=True)]
        return UnitsSaid(units, "", whole_branch=False, sides=levels if compares(said) or _ranks(said) else ())
    if sides := sides_said(said, named_so, book):
        return UnitsSaid(ordered, "", whole_branch=False, sides=sides)
    return UnitsSaid(ordered, "", whole or _branch_said(units, said, book))


def _ranks(said: Parse) -> bool:
    return bool(said.meanings(OrderSaid)) and Mark.PROJECTS not in said.marks()


_OFFICE_OF_A_PLACE = Pattern(r".+街道办事处")
_PLACE = 2  # characters that name it


def _topmost(meant: Meant, book: Book) -> Meant:
    """Of units that are called alike the one that all the others belong to: 交通 is the 交通局 before it is the 交通局路政大队."""
    office = [unit for unit in meant.sure if _OFFICE_OF_A_PLACE.fullmatch(fold(unit)) and len(meant.sure) > 1]
    if len(office) == 1 and meant.mention.matches and all(fold(unit).startswith(fold(office[0])[:_PLACE]) for unit in meant.sure):
        return Meant(meant.mention, (office[0],), meant.every)
    top = next((unit for unit in meant.sure if {*meant.sure} - {unit} <= {*book.below(unit)}), None)
    return Meant(meant.mention, (top,), meant.every) if top else meant


def _parts_of_a_place(units: list[Meant], said: Parse, book: Book) -> list[Meant]:
    """“柳渡那边一共多少，政府和财政所分开说”: those of the place that so end, where behind it nothing but such ends are said."""
    if len(units) < _PLACE_AND_PARTS:
        return units
    place, *parts = (fold(said.said.text[one.mention.start : one.mention.end]) for one in units)
    of_it = [unit for unit in book.units if fold(unit).find(place) >= 0]
    own = [tuple(unit for unit in of_it if fold(unit).endswith(part)) for part in parts]
    if not all(len(names) == 1 for names in own):
        return units
    return [Meant(one.mention, names, names) for one, names in zip(units[1:], own, strict=True)]


_PLACE_AND_PARTS = 3


def _as_the_others(units: list[Meant], said: Parse) -> list[Meant]:
    """“银杏镇和柳渡镇谁多”: beside the one's government the other's is meant, and not its offices as well."""
    if not _compares(said) or len(units) < _TWO_SIDES:
        return units
    words = [fold(said.said.text[one.mention.start : one.mention.end]) for one in units]
    ends = [[fold(unit).partition(word)[2] for unit in one.sure] for one, word in zip(units, words, strict=True)]
    alone = {of[0] for of in ends if len(of) == 1}
    own = [tuple(u for u, end in zip(one.sure, of, strict=True) if end in alone) for one, of in zip(units, ends, strict=True)]
    return [Meant(one.mention, of, one.every) if len(of) == 1 else one for one, of in zip(units, own, strict=True)]


_TWO_SIDES = 2


def _compares(said: Parse) -> bool:
    apart = any(a.aggregate is Aggregate.DIFFERENCE for a in said.meanings(AggregateSaid))
    return apart or Mark.COMPARED in said.marks()


_GOVERNMENTS = ("政府", "办事处")


def _without_what_they_include(units: list[Meant], said: Parse) -> list[Meant]:
    """“青溪镇含财政所”: what is included is not what includes it, though its name begins with the same words."""
    kept = list(units)
    for n, (before, unit) in enumerate(pairwise(units)):
        between = [p for p in said.cover if before.mention.end <= p.start and p.end <= unit.mention.start]
        others = tuple(name for name in before.every if name not in unit.sure)
        if before.sure == unit.sure and others and any(p.meaning is Mark.ALSO for p in between):
            own = tuple(name for name in others if fold(name).endswith(_GOVERNMENTS)) or others
            kept[n] = Meant(before.mention, own, others)
    return kept


def _of_a_common_end(units: list[Meant], said: Parse) -> list[Meant]:
    """“柳渡和石桥两家财政所”, “柳渡和石桥两个镇”: those of them that are so called, where as many are listed right before."""
    for start, end, names in _counted(units, said):
        listed = [one for one in units if one.mention.end <= start]
        words = [fold(said.said.text[one.mention.start : one.mention.end]) for one in listed]
        own = [tuple(n for n in names if n in one.every or w in fold(n)) for one, w in zip(listed, words, strict=True)]
        if _number(said, start, end) == len(listed) > 1 and listed[-1].mention.end == start and all(own):
            others = (one for one in units if one.mention.start >= end)
            return [*(Meant(one.mention, names, names) for one, names in zip(listed, own, strict=True)), *others]
    return units


def _number(said: Parse, start: int, end: int) -> int:
    """How many are said to be there; 0 where no number is."""
    number = COUNTED.match(said.said.text[start:end])
    return whole(number[1]) if number else 0


def _counted(units: Sequence[Meant], said: Parse) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where a number of units is said with what they are called (两个镇, 两家|财政所), and all that are called so."""
    for p in said.cover:
        if isinstance(p.meaning, KindOfUnits) and p.meaning.which is Which.ALL:
            yield p.start, p.end, p.meaning.units
        elif isinstance(p.meaning, NumberSaid) or p.meaning is Mark.EACH:
            yield from ((p.start, one.mention.end, one.every) for one in units if one.mention.start == p.end)


def _side(kind: KindOfUnits, book: Book) -> Side:
    below = [low for unit in kind.units for low in book.below(unit)] if kind.whole_branch else []
    return Side(name=kind.word, units=tuple(dict.fromkeys((*kind.units, *below))))


def meant_by(mentions: Iterable[Mention], real: Callable[[str], Sequence[str]]) -> list[Meant]:
    """What each mention means; `real` gives a name as it is stored, or names."""
    return [Meant(m, _real(m.names(), real), _real(m.all_names(), real)) for m in mentions]


def below_what_was_spoken_of(said: Parse, previous: Plan | None, book: Book) -> UnitsSaid | None:
    """“下属呢”, “下属里哪家最多” after a unit: those below it, without it; of several units those below each of them."""
    named = said.mentions or said.leftovers or said.meanings(KindOfUnits) or said.marks() & {Mark.ALSO, Mark.ALONE}
    if previous is None or not previous.units or named or not only_below(said):
        return None
    higher = heads(previous.units, (), book)
    tops = tuple(dict.fromkeys(higher.get(unit, unit) for unit in previous.units))
    at = next(p for p in said.cover if p.meaning is Mark.BRANCH)
    sides = each_below(said, tops, at.start, book)
    return _of_sides(sides, Mention(at.start, at.end, ())) if sides else None


def _of_sides(sides: Sequence[Side], mention: Mention) -> UnitsSaid:
    meant = [Meant(mention, side.units, side.units) for side in sides]
    called = "、".join(side.name for side in sides)
    return UnitsSaid(meant, called, whole_branch=False, sides=tuple(sides) if len(sides) > 1 else ())


_AND_ITS = Pattern(r"(?:[和与跟及加连带含、]|还有|以及)上?(?:它|其|他|她)?们?(?:自己)?的?$")


def _named_beside(unit: Meant, said: Parse) -> bool:
    """Whether the unit is meant with those below it: “财政局和它的下属单位”."""
    spans = [p.start for p in said.cover if p.meaning is Mark.BRANCH and p.start >= unit.mention.end]
    return any(_AND_ITS.search(said.said.text[unit.mention.end : start]) for start in spans)


def _real(names: Iterable[str], real: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    """Names as they are stored."""
    return tuple(dict.fromkeys(stored for name in names for stored in real(name)))


_OFFICES = ("局", "委", "办")  # none of which is within another


def _one_within_another(units: list[Meant], said: Parse, book: Book) -> list[Meant]:
    """Two units with nothing between them are one: the lower of the two, or the one that both pieces mean, or none."""
    kept = units[:1]
    for before, unit in pairwise(units):
        start, end = before.mention.end, unit.mention.start
        if joined(said.said, start, end) or said.said.text[start:end].strip():
            kept.append(unit)
            continue
        below = {low for high in before.every for low in book.below(high)}
        lower = tuple(u for u in unit.every if u in below) or tuple(u for u in unit.every if u in before.every)
        offices = all(said.said.text[m.start : m.end].endswith(_OFFICES) for m in (before.mention, unit.mention))
        if not lower and (offices or says_several(said.cover) or said.meanings(OrderSaid)):
            kept.append(unit)  # “渠沟任圩哪个多”, “教育局财政局卫健局的项目”
            continue
        kept[-1] = Meant(Mention(before.mention.start, unit.mention.end, unit.mention.matches), lower, lower)
    return kept


def _with_kinds(units: list[Meant], said: Parse, book: Book) -> list[Meant]:
    """The units with those that kinds of units mean: of a unit that is named, its own (“财政局的财政所”)."""
    meant = [
        Meant(Mention(p.start, p.end, ()), kind.units, kind.units)
        for p in said.cover
        if isinstance(kind := p.meaning, KindOfUnits)
        and kind.units
        and not _is_one_of(kind, units, _number(said, p.start, p.end))
    ]
    for one in meant:
        above = next((u for u in units if u.mention.end <= one.mention.start), None)
        below = {low for high in above.every for low in book.below(high)} if above else set()
        own = tuple(unit for unit in one.every if unit in below)
        if above is None or not own:
            units = [*units, one]
        elif Mark.ALSO in said.marks() or joined(said.said, above.mention.end, one.mention.start) or _includes(said, above, one):
            units = [*units, Meant(one.mention, own, own)]
        else:
            units = [Meant(one.mention, own, own) if u is above else u for u in units]
    return units


_INCLUDING = Pattern("含|包括|连|带|算上|加|及|和|与")


def _includes(said: Parse, above: Meant, one: Meant) -> bool:
    """Whether the kind is told to be included: “教育局（含所属学校）”; of “教育局所属学校” it alone is meant."""
    between = (p for p in said.cover if above.mention.end <= p.start and p.end <= one.mention.start)
    return any(p.meaning is Mark.BRANCH and _INCLUDING.match(said.said.text[p.start : p.end].lstrip("也还都")) for p in between)


def _is_one_of(kind: KindOfUnits, units: Sequence[Meant], number: int) -> bool:
    """“甲镇和乙镇哪个镇多”, “甲局和乙所哪个局多”, “甲镇和乙镇两个镇”: those that are named are spoken of."""
    of_kind = [set(one.sure) <= set(kind.units) for one in units]
    return len(units) > 1 and (any(of_kind) if kind.which is Which.WHICH else number == len(units) and all(of_kind))


_BELOW = Pattern(r"(?:的)?(?:下面|底下|下属|所属|辖下)的?(?:各个?)?")
# “财政局和下属国库中心”, “海洋局加上下面的站” mean these two
_LEADING = Pattern(rf"(?:[和及与跟连带含加]|以及|还有|连同|连带|加上|带上|算上|包括|包含)?(?:其|它们?)?的?{_BELOW.pattern}")


def _within_another(units: list[Meant], said: Parse, book: Book) -> list[Meant]:
    """Of “财政局下面的财政所”, “公安局的交警大队” those that belong to the unit, which itself is not meant."""
    kept = units[:1]
    summed = [p for p in said.cover if p.meaning == AggregateSaid(Aggregate.SUM)]  # “文化局的图书馆一共多少” says nothing of both
    several = says_several([p for p in said.cover if p not in summed])
    for above, unit in pairwise(units):
        below = {low for high in above.every for low in book.below(high)}
        own = tuple(low for low in unit.every if low in below)
        between = said.said.text[above.mention.end : unit.mention.start]
        if own and (_BELOW.fullmatch(between) or (between == "的" and not several)):
            kept[-1] = Meant(unit.mention, own, own)
        else:
            kept.append(unit)
    return kept


def _branch_said(units: Sequence[Meant], said: Parse, book: Book) -> bool:
    """Whether the subordinate units are asked for; not where the word only leads to those that are named behind it."""
    first = min(units, key=lambda unit: unit.mention.start, default=None)  # “含下属教育局”: it has units below it itself
    starts = {unit.mention.start for unit in units if unit is not first or not any(map(book.below, unit.sure))}
    spans = [p for p in said.cover if p.meaning is Mark.BRANCH]
    return any(not (_LEADING.fullmatch(said.said.text[p.start : p.end]) and p.end in starts) for p in spans)
