"""Answers to what no plan holds: whose a unit, a price or a value is, what went from one value to another, a unit beside those below it."""

from collections.abc import Callable

from bot.answer import Answer, Desk
from bot.belonging import belonging
from bot.between_values import between_values
from bot.by_price import by_price
from bot.by_value import by_value
from bot.own_beside_below import own_beside_below
from bot.question import Understanding
from store.plan import Plan


def unplanned(
    question: Understanding, spoken_of: Plan | None, desk: Desk, understand: Callable[[str], Understanding]
) -> Answer | None:
    """The answer, if something of the kind is asked; `understand` reads some words of the question by themselves."""
    found = belonging(question, desk, understand) or by_price(question, desk) or by_value(question, desk)
    return found or between_values(question, desk) or own_beside_below(question, spoken_of, desk)
