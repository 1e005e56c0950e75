"""The plan of a question in its conversation: what it says itself, what it takes over, and what its words find."""

from dataclasses import dataclass
from datetime import date

from bot.asking import asked_of
from bot.book import Book
from bot.following import compares_with_before, follows_on, merged, only_denominates, with_defaults
from bot.indicating import FindIndicators, has_indicators, nouns_in_vain, with_indicators
from bot.language.meanings import Mark
from bot.parse import Leftover, Parse
from bot.scope import resolve, with_only_one_so_called
from store.plan import Plan


@dataclass(frozen=True)
class Planned:
    """A plan, the leftover words that served it after all, whether it goes on from the last one, and names that do not exist."""

    plan: Plan
    served: tuple[str, ...]
    follows: bool
    missing: tuple[Leftover, ...]


def planned(said: Parse, book: Book, find: FindIndicators, previous: Plan | None, today: date) -> Planned:
    """The plan; a follow-up with words that mean nothing in what was spoken of is a new question."""
    scope, called = with_only_one_so_called(resolve(said, book, previous), said, book)
    asked = asked_of(said, scope)
    if previous is not None and only_denominates(said):
        again = previous.model_copy(update={"denomination": asked.denomination})
        return Planned(again, (), follows=True, missing=())
    if previous is not None and follows_on(said, scope, previous, book):
        plan = merged(asked, previous, scope, beside=compares_with_before(said, scope))
        if has_indicators(plan, asked, find):
            plan, served = with_indicators(with_defaults(plan, said, book, today), said, find, book)
            strange = any(x.tokens > 1 and x.text not in served for x in said.leftovers) or nouns_in_vain(plan, said)
            if not strange or said.marks() & {Mark.FOLLOWING, Mark.IT, Mark.EARLIER}:
                return Planned(plan, (*served, *called), follows=True, missing=scope.missing)
    plan, served = with_indicators(with_defaults(asked, said, book, today), said, find, book)
    return Planned(plan, (*served, *called), follows=False, missing=scope.missing)
