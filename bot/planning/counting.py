"""Whether there are as many as the question believes (三家、四个项目、三样): if not, it may mean others than we do."""

from collections.abc import Collection
from itertools import product

from msgspec.structs import replace

from bot.book import Book
from bot.language.kinds_said import KindOfUnits
from bot.language.meanings import AggregateSaid, Asked, Mark, OrderSaid, Proposal
from bot.language.numbers import NumberSaid, PhasesSaid, whole
from bot.language.patterns import Pattern
from bot.planning.places import kinds_ranked
from bot.reading.parse import Leftover, Mention, Parse
from bot.scoping.scope import Scope
from store.names import NameType
from store.numerals import DIGIT_CHARACTERS, parse_number
from store.plan import Aggregate, Field, IndicatorFilter, LeftOut, Newest, Of, Plan
from store.text import fold

_EACH = Pattern(rf"([{DIGIT_CHARACTERS}2-9])(?:个|项|家|期)")
_COUNTED_KIND = Pattern(rf"([俩{DIGIT_CHARACTERS}2-9])(?:[个家所]|(?=[校镇乡园]))")


def miscounted(said: Parse, plan: Plan, book: Book) -> list[Leftover]:
    """The spans that say another number than there is; limits and words in the forms are not counted here."""
    if plan.amounts or plan.percents or plan.attributes or plan.narrowed or plan.without or plan.change:
        return []
    first = kinds_ranked(said)  # of “最多的两个乡镇” there may be more
    spans = [(p, number) for p in said.cover if p.start not in first and (number := _number(said, p.start, p.end, p.meaning))]
    numbers = _numbers(said, plan, book) if spans else ()

    def counted(start: int, meaning: object) -> Collection[int]:
        return _numbers_of_kind(said, start, meaning, plan, book) if isinstance(meaning, KindOfUnits) else numbers

    spans = [(p, number) for p, number in spans if number not in counted(p.start, p.meaning)]
    return [said.words(p.start, p.end) for p, number in spans if not _is_of_a_name(said, p.end, number)]


def _is_of_a_name(said: Parse, place: int, number: int) -> bool:
    """“水利系统（含两个水库所）”: whether as many units are called so as are counted there, whatever else is asked about."""
    return any(m.start == place and len(set(m.all_names())) == number for m in said.mentioned(NameType.UNIT))


def names_as_many(said: Parse, place: int) -> bool:
    """Whether units are counted there, and as many are named behind: “跟茶有关的|两个单位——农业局和茶叶中心” tells of these."""
    counted = next((p for p in said.cover if isinstance(p.meaning, NumberSaid) and p.start == place), None)
    named = [m for m in said.mentioned(NameType.UNIT) if counted and m.start >= counted.end]
    return counted is not None and counted.meaning == NumberSaid(len(named), Field.UNIT)


def as_many_as_said(plan: Plan, said: Parse, book: Book) -> Plan:
    """“7个项目哪个最多” of a bureau that has 5 itself, and 7 with the units below it: of these; of what it has in all years where just those are as many."""
    numbers = {m.number for m in said.meanings(NumberSaid) if m.of is Field.PROJECT}
    limited = plan.projects or plan.without or plan.attributes or plan.amounts or plan.narrowed or plan.called
    ranked = plan.order or plan.compare or plan.percents or plan.aggregate
    if len(numbers) != 1 or len(plan.units) != 1 or not ranked or limited or plan.alone or plan.whole_branch:
        return plan
    (number,), units = numbers, (*plan.units, *book.below(plan.units[0]))
    years = _years(plan, book)[:1] if plan.compare else _years(plan, book)
    if len(book.pairs_of((), plan.units, years)) == number:
        return plan
    if len(book.pairs_of((), units, years)) == number:
        return plan.model_copy(update={"whole_branch": True})
    of_each = plan.newest is Newest.SCOPE and len(book.pairs_of((), plan.units, ())) == number
    return plan.model_copy(update={"newest": Newest.EACH}) if of_each else plan


_POINTING = Pattern("(?:[这那]|剩下?|剩余|余下|其[余他它]|另外)的?$")


def pointed_at(said: Parse) -> list[Proposal]:
    """“那几个单位一共多少”, “这几个项目哪个最多”: how many these are is not asked where a figure or a rank of them is, behind it."""
    asks = [p for p in said.cover if isinstance(p.meaning, AggregateSaid | OrderSaid)]
    asks += [p for p in said.cover if p.meaning in (Mark.HOW_MUCH, Asked(Field.AMOUNT))]
    counts = [p for p in said.cover if isinstance(p.meaning, AggregateSaid) and p.meaning.aggregate is Aggregate.COUNT]
    pointed = [p for p in counts if said.said.text.startswith("几", p.start) and _POINTING.search(said.said.text[: p.start])]
    return [p for p in pointed if any(other.start >= p.end for other in asks)]


_THINGS = Pattern("(?:多少|几|好多)(?:个|名|位)")


def of_its_lines(asked: Plan, said: Parse, scope: Scope, previous: Plan | None) -> Plan:
    """“书记员多少个” of one project that one unit has, “今年招多少个” after its money: what its form counts, and not that it is one project."""
    money = previous is not None and set(previous.fields) <= {Field.AMOUNT, Field.FUNDING, Field.GOAL} and not previous.order
    if previous and money and not (scope.units or any(x.tokens > 1 for x in said.leftovers)):
        scope = replace(scope, projects=scope.projects or previous.projects, units=previous.units)
    counted = [said.words(p.start, p.end).text for p in said.cover if p.meaning == AggregateSaid(Aggregate.COUNT)]
    one = len(scope.projects) == 1 and len(scope.book.pairs(scope.projects, scope.units)) == 1
    others = {Mark.PROJECTS, Mark.UNITS, Mark.WHICH, Mark.EACH} & said.marks() or asked.fields or asked.count_of
    if not (counted and one) or others or not all(_THINGS.search(text) for text in counted):
        return asked
    lines = IndicatorFilter(level2=("数量指标",))
    return asked.model_copy(update={"aggregate": None, "fields": (Field.INDICATOR,), "indicators": lines})


def miscounted_of_these(said: Parse, plan: Plan, book: Book, listed: int) -> list[Leftover]:
    """“三家一共多少” where only one was spoken of: nothing is added up or compared under that name.

    What stands in the forms, or does not, limits which they are: then as many as were `listed` are meant.
    """
    together = plan.aggregate in (Aggregate.SUM, Aggregate.AVERAGE, Aggregate.DIFFERENCE) or plan.compare
    if said.mentions or not together or plan.order or (plan.called and not plan.units):
        return []
    told = ((p, _THESE.fullmatch(said.said.text[p.start : p.end])) for p in said.cover if _counts(p.meaning))
    spans = [(p, found) for p, found in told if found]
    if not spans:
        return []
    numbers = {listed} if plan.narrowed else _numbers(said, plan, book)
    rest = _numbers_left(plan, book) if plan.without else ()
    units = {len(plan.units), len({u for _, u in book.pairs(plan.projects, plan.units)})}
    if plan.whole_branch:
        units.add(len({low for unit in plan.units for low in (unit, *book.below(unit))}))
    return [
        said.words(p.start, p.end)
        for p, found in spans
        if whole(found[1])
        not in (rest if rest and _REST.search(said.said.text[: p.start]) else units if _OF_UNITS.search(found[0]) else numbers)
    ]


_REST = Pattern("(?:另外|其余|剩下|余下|其[他它])的?$")


_THESE = Pattern(
    rf"(?:这|那|它|他)?([两俩仨{DIGIT_CHARACTERS}2-9])(?:个|项|家|样|笔|件事|期|(?<=[俩仨]))(?:单位|部门|项目|地方)?(?:里[面头边]?|当中|之?中)?"
)
_OF_UNITS = Pattern("家|单位|部门|地方")


def _counts(meaning: object) -> bool:
    return meaning is Mark.EACH or isinstance(meaning, NumberSaid)


def _number(said: Parse, start: int, end: int, meaning: object) -> int:
    """How many are said there, or 0; “这两个” are what was shown."""
    text = said.said.text[start:end]
    if isinstance(meaning, NumberSaid):
        return 0 if text[0] in "这那" else meaning.number
    if isinstance(meaning, KindOfUnits):
        found = _COUNTED_KIND.match(text)
        return whole(found[1]) if found else 0
    found = _EACH.fullmatch(text) if meaning is Mark.EACH else None
    return int(parse_number(found[1])) if found else 0


def _numbers_of_kind(said: Parse, start: int, kind: KindOfUnits, plan: Plan, book: Book) -> set[int]:
    """As how many one may count units of a kind: those listed right before it (“柳渡和石桥|两个镇”), else those meant, or those that have what is asked."""
    of_kind = set(map(fold, kind.units))
    before = (one for one in said.mentioned(NameType.UNIT) if one.end <= start)
    listed = [one for one in before if any(_is_called(said, one, unit) for unit in of_kind)]
    if listed and listed[-1].end == start:
        return {len(listed)}
    meant = tuple(unit for unit in plan.units if fold(unit) in of_kind) or kind.units  # “交通局的两个站”
    if plan.indicators.names:
        return set(range(len(meant) + 1))  # how many of them have such a line only the forms say, and the reply names all
    having = {fold(unit) for _, unit in book.pairs_of(plan.projects, meant, _years(plan, book))}
    return {len(kind.units), len(meant), len(having), len({*kind.units, *_listed_behind(said, start)})}


_AND = Pattern("[和与跟及、]|以及|还有")


def _listed_behind(said: Parse, start: int) -> set[str]:
    """The units of the kinds that go on with the one that stands there: “四个街道|和镇”."""
    units: set[str] = set()
    end: int | None = None
    for p in sorted(said.cover, key=lambda p: p.start):
        if isinstance(p.meaning, KindOfUnits) and (p.start == start or (end and _AND.fullmatch(said.said.text[end : p.start]))):
            units, end = units | {*p.meaning.units}, p.end
    return units


def _is_called(said: Parse, mention: Mention, unit: str) -> bool:
    """Whether the words may mean the unit, or stand in its name: 柳渡 in 柳渡财政所."""
    return unit in map(fold, mention.all_names()) or fold(said.said.text[mention.start : mention.end]) in unit


def _years(plan: Plan, book: Book) -> tuple[int, ...]:
    return plan.years or (book.years_of(plan.projects, plan.units)[-1:] if plan.newest is Newest.SCOPE else ())


def _numbers(said: Parse, plan: Plan, book: Book) -> set[int]:
    """As how many one may count what the plan is about: units, projects, names that are said, years."""
    units = [*plan.units, *(low for unit in plan.units for low in book.below(unit))]
    scopes: list[tuple[str, ...]] = [plan.units, tuple(units)] if units else [()]
    if plan.whole is not None and plan.whole.of is Of.SCOPE:
        scopes.append(plan.whole.units)  # “占这两家的多少”
    years = _years(plan, book)
    found = {len(years), len(plan.units), len(plan.projects), len(plan.sides)}
    each = [(year,) for year in years] if len(years) > 1 else []  # “三个项目今年各增减多少”: as many as there are this year
    for scope, of in product(scopes, [years, *each]):
        pairs = {(fold(p), fold(u)) for p, u in book.pairs_of(plan.projects, scope, of)}
        found |= {len(pairs), len({p for p, _ in pairs}), len({u for _, u in pairs})}
    for scope in scopes if plan.whole and plan.newest is Newest.EACH and not years else ():
        found.add(len(book.pairs_of((), scope, book.years_of((), scope)[-1:])))  # “三个项目里它占几成”
    listed = sum(len(m.numbers) for m in said.meanings(PhasesSaid))
    return found | {len(said.mentioned(NameType.PROJECT)), len(said.mentioned(NameType.UNIT)), listed}


def _numbers_left(plan: Plan, book: Book) -> set[int]:
    """How many projects are left of those that the plan is about: of the units alone, and with those below them."""
    scopes = (plan.units, (*plan.units, *(low for unit in plan.units for low in book.below(unit))))
    every = [book.pairs_of(plan.projects, units, _years(plan, book)) for units in scopes[plan.whole_branch :]]
    return {len([pair for pair in pairs if not any(_is_left_out(pair, out) for out in plan.without)]) for pairs in every}


def _is_left_out(pair: tuple[str, str], out: LeftOut) -> bool:
    """Whether the project of the unit is surely left out: “除了甲，另外两个”."""
    project, unit = map(fold, pair)
    limited = out.years or out.attributes or out.amounts or out.whole_branch
    named = (not out.projects or project in map(fold, out.projects)) and (not out.units or unit in map(fold, out.units))
    return bool(out.projects or out.units) and named and not limited
