"""What “差多少” is between after two things were told, one after the other: two years, terms, kinds or scopes of the same."""

from msgspec.structs import replace

from bot.book import Book
from bot.following.asked_again import how_many_more
from bot.language.meanings import MOVING, AggregateSaid, Mark
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from store.model import Horizon
from store.plan import Aggregate, Field, Newest, Plan, Side


def between_two(said: Parse, before: Plan, previous: Plan, book: Book) -> Plan | None:
    """The plan of both; None where they are not two of one kind, or nothing is compared."""
    return (
        _both_terms(said, before, previous)
        or _both_years(said, before, previous, book)
        or _both_kinds(said, before, previous)
        or _both_scopes(said, before, previous, book)
    )


def _both_terms(said: Parse, before: Plan, previous: Plan) -> Plan | None:
    """“差多少” after the middle term and the annual amount of one form."""
    terms = tuple(plan.horizon or Horizon.ANNUAL for plan in (before, previous))
    if not compares(said) or scope_of(before) != scope_of(previous) or len(set(terms)) < len(terms) or previous.compare:
        return None
    return previous.model_copy(update={"terms": terms, "horizon": Horizon.MID_TERM})


def _both_years(said: Parse, before: Plan, previous: Plan, book: Book) -> Plan | None:
    """“涨了多少” after the amounts of two years, one after the other: between these, whatever years lie between them."""
    years = {_of_one_year(before, book), _of_one_year(previous, book)}
    alone = all(len(of) == 1 for of in years) and len(years) > 1 and not (before.compare or previous.compare or previous.order)
    asked = compares(said) or said.marks() & MOVING or how_many_more(said, previous)
    if not asked or not alone or scope_of(before)[:2] != scope_of(previous)[:2]:
        return None
    return previous.model_copy(update={"years": (*_of_one_year(previous, book), *_of_one_year(before, book)), "newest": None})


def _both_kinds(said: Parse, before: Plan, previous: Plan) -> Plan | None:
    """“差多少” after the sum of the towns and that of the streets: between these sums, and not between the streets."""
    summed = all(plan.called and plan.aggregate is Aggregate.SUM and not (plan.sides or plan.by) for plan in (before, previous))
    apart = before.called != previous.called and not {*before.units} & {*previous.units}
    alike = before.projects == previous.projects and before.years == previous.years
    if not (compares(said) and summed and apart and alike):
        return None
    sides = tuple(Side(name=plan.called, units=plan.units) for plan in (before, previous))
    called = f"{before.called}、{previous.called}"
    return previous.model_copy(update={"units": (*before.units, *previous.units), "called": called, "sides": sides})


def _both_scopes(said: Parse, before: Plan, previous: Plan, book: Book) -> Plan | None:
    """“差多少” after what a unit has with those below it and what it has itself: both scopes of it."""
    fewer, more = sorted((_all_units(plan, book) for plan in (before, previous)), key=len)
    both = len(fewer) == 1 and {*more} == {*fewer, *book.below(fewer[0])} and fewer != more
    if not (compares(said) and both and _are_of_all_money(before, previous, book)):
        return None
    scope = {"units": fewer, "alone": False, "whole_branch": False, "publishers": (), "called": ""}
    return previous.model_copy(update={**scope, "aggregate": Aggregate.SUM, "fields": (Field.AMOUNT,)})


def _of_one_year(plan: Plan, book: Book) -> tuple[int, ...]:
    """The years that are said, or the newest of the scope that is meant."""
    return plan.years or (book.years_of(plan.projects, plan.units)[-1:] if plan.newest is Newest.SCOPE else ())


def scope_of(plan: Plan) -> tuple[object, ...]:
    """What the plan is about: the same for two that differ in what is asked."""
    return plan.projects, plan.units, plan.years


def compares(said: Parse) -> bool:
    """Whether two things are set against each other, by “比” or “差多少”."""
    return Mark.COMPARED in said.marks() or AggregateSaid(Aggregate.DIFFERENCE) in said.meanings(AggregateSaid)


_APART = Pattern(
    r"(?:那|那么)?(?:这?两(?:个|者|种)?(?:口径|数)?(?:之间)?)?(?:相)?差(?:了|额|距|别)?(?:是)?(?:多少|多大|几多)?(?:钱|万)?[呢啊呀的]*\W*"
)


def of_both_scopes(said: str, plan: Plan, book: Book) -> bool:
    """Whether “差多少” is said after the sums of one unit alone and with those below it were told together."""
    told = plan.aggregate is Aggregate.SUM and not (plan.alone or plan.whole_branch or plan.by or plan.called or plan.sides)
    return bool(told and len(plan.units) == 1 and book.below(plan.units[0]) and _APART.fullmatch(said))


def what_one_has_more(said: Parse, before: Plan, previous: Plan, book: Book) -> tuple[Plan, Parse] | None:
    """“差多少” after “水务局含水库” and “不含呢”: the money of those units that are in the one, and not in the other, as what is summed."""
    if not _APART.fullmatch(said.said.text) or not _are_of_all_money(before, previous, book):
        return None
    fewer, more = sorted((_all_units(plan, book) for plan in (before, previous)), key=len)
    if not set(fewer) < set(more) or _both_scopes(said, before, previous, book):
        return None
    units = tuple(unit for unit in more if unit not in fewer)
    scope = {"units": units, "called": "", "whole_branch": False, "alone": any(map(book.below, units)), "publishers": ()}
    plan = previous.model_copy(update={**scope, "aggregate": Aggregate.SUM, "fields": (Field.AMOUNT,)})
    gaps = [p for p in said.cover if p.meaning == AggregateSaid(Aggregate.DIFFERENCE)]
    cover = tuple(replace(p, meaning=AggregateSaid(Aggregate.SUM)) if p in gaps else p for p in said.cover)
    return plan, replace(said, cover=cover)


def _are_of_all_money(before: Plan, previous: Plan, book: Book) -> bool:
    """Whether both tell of the same money of the same year, of all that some units have, and of one scope of each."""
    same = ("kinds", "horizon", "without", "net_of", "attributes", "amounts")
    alike = all(getattr(before, name) == getattr(previous, name) for name in same)
    return (
        alike
        and _of_one_year(before, book) == _of_one_year(previous, book)
        and all(_is_plain(p, book) for p in (before, previous))
    )


def _is_plain(plan: Plan, book: Book) -> bool:
    shaped = plan.projects or plan.compare or plan.order or plan.by or plan.sides or plan.whole or plan.narrowed
    money = set(plan.fields) <= {Field.AMOUNT, Field.PROJECT} and plan.aggregate in (None, Aggregate.SUM)
    one_scope = plan.alone or plan.whole_branch or len(plan.units) > 1 or not any(map(book.below, plan.units))
    return bool(plan.units) and money and one_scope and not shaped and len(plan.years) < _TWO


def _all_units(plan: Plan, book: Book) -> tuple[str, ...]:
    below = (low for unit in plan.units for low in book.below(unit)) if plan.whole_branch else ()
    return tuple(dict.fromkeys((*plan.units, *below)))


_TWO = 2
