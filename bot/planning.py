"""The plan of a question in its conversation: what it says itself, what it takes over, and what its words find."""

from dataclasses import dataclass
from datetime import date

from bot.asking import asked_of
from bot.book import Book
from bot.checking import unchecked
from bot.following import compares_with_before, follows_on, merged, with_defaults
from bot.indicating import FindIndicators, has_indicators, nouns_in_vain, with_indicators
from bot.language.meanings import Mark
from bot.parse import Leftover, Parse
from bot.scope import resolve
from bot.sharing import shared, with_share
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
    scope = resolve(said, book, previous)
    share = shared(said, scope, previous)
    missing = (*scope.missing, *(share.missing if share else ()))
    about, scope = (share.said, share.scope) if share else (said, scope)  # what is asked about is the part
    asked = with_share(asked_of(said, scope), share)

    def complete(plan: Plan) -> tuple[Plan, tuple[str, ...]]:
        plan = with_defaults(plan, said, book, today)
        return (plan, ()) if share else with_indicators(plan, said, find, book)  # a share is one of money

    if previous is not None and follows_on(about, scope, previous, book):
        plan = merged(asked, previous, scope, beside=compares_with_before(about, scope))
        if has_indicators(plan, asked, find):
            plan, served = complete(plan)
            strange = any(x.tokens > 1 and x.text not in served for x in said.leftovers) or nouns_in_vain(plan, said)
            if not strange or said.marks() & {Mark.FOLLOWING, Mark.IT}:
                return Planned(plan, served, follows=True, missing=missing)
    plan = asked if asked.projects or asked.units else unchecked(asked)
    plan, served = complete(plan)
    return Planned(plan, served, follows=False, missing=missing)
