"""Answers to what no plan holds.  Each kind of question has a module beside this one, and the first line of that says which it is."""

from collections.abc import Callable

from bot.answer import Answer, Desk, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import phrases
from bot.unplanned.belonging import belonging
from bot.unplanned.beside_average import beside_average
from bot.unplanned.between_months import between_months
from bot.unplanned.between_values import between_values
from bot.unplanned.by_deadline import by_deadline
from bot.unplanned.by_price import by_price
from bot.unplanned.by_printed_value import by_printed_value
from bot.unplanned.by_value import by_value
from bot.unplanned.claimed_figures import claimed_figures
from bot.unplanned.equal_amounts import equal_amounts
from bot.unplanned.filled_by import filled_by
from bot.unplanned.in_every_year import in_every_year
from bot.unplanned.limits_of_years import limits_of_years
from bot.unplanned.lines_at_large import lines_at_large
from bot.unplanned.no_other_project import no_other_project
from bot.unplanned.not_in_its_form import not_in_its_form
from bot.unplanned.own_beside_below import own_beside_below
from bot.unplanned.same_names import same_names
from bot.unplanned.units_below import units_below
from bot.unplanned.units_having import units_having
from bot.unplanned.units_without import units_without
from bot.unplanned.what_was_done import what_was_done
from store.plan import Aggregate, Field, Plan
from store.text import fold

_FAR_APART = Pattern(
    r"\s*(?:那|这|它们?)?(?:为什么|为啥|咋|怎么|怎|凭什么|干嘛)?(?:会|就|还)?(?:相)?差(?:距|别|得|额)?(?:怎么|咋|为什么|会)?(?:这么|那么|恁|如此|这样)(?:多|大|远)[呢啊呀的了吗]*[\s?？。!！]*"
)


def unplanned(
    question: Understanding, spoken_of: Plan | None, desk: Desk, understand: Callable[[str], Understanding]
) -> Answer | None:
    """The answer, if something of the kind is asked; `understand` reads some words of the question by themselves."""
    if answer := _apart_from_what(question, spoken_of) or filled_by(question, spoken_of, desk, understand):
        return answer
    if answer := claimed_figures(question, spoken_of, desk):
        return answer
    found = belonging(question, desk, understand) or by_price(question, desk) or by_value(question, desk)
    found = found or by_printed_value(question, desk)
    found = (
        found
        or between_values(question, desk)
        or by_deadline(question, desk)
        or between_months(question, desk)
        or what_was_done(question, desk)
        or same_names(question, desk)
        or in_every_year(question, desk)
        or lines_at_large(question, desk)
        or no_other_project(question, desk)
        or units_without(question, desk)
        or units_below(question, desk)
        or units_having(question, spoken_of, desk)
        or equal_amounts(question, desk)
        or limits_of_years(question, desk, understand)
        or beside_average(question, desk)
    )
    return found or own_beside_below(question, spoken_of, desk) or not_in_its_form(question, spoken_of, desk)


def _apart_from_what(question: Understanding, spoken_of: Plan | None) -> Answer | None:
    """“为什么差这么多” after the money of one unit: of which two figures it is asked back."""
    if spoken_of is None or not _FAR_APART.fullmatch(fold(question.text)):
        return None
    money = spoken_of.fields in ((), (Field.AMOUNT,)) and spoken_of.aggregate in (None, Aggregate.SUM)
    one = (
        len(spoken_of.units) == 1 and len(spoken_of.years) <= 1 and not (spoken_of.projects or spoken_of.compare or spoken_of.by)
    )
    shaped = spoken_of.order or spoken_of.change or spoken_of.whole or spoken_of.terms
    if not (money and one) or shaped:
        return None
    return Answer(Kind.CLARIFY, (phrases.APART_FROM_WHAT.format(unit=spoken_of.units[0]),))
