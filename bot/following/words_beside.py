"""What words may mean beside what they say alone: by the kinds of units that there are, and by what was spoken of before."""

from collections.abc import Iterator, Sequence

from bot.book import Book
from bot.following.between_two import scope_of
from bot.language.agreeing import propose_a_hundred, propose_agreeing, propose_beside_the_total
from bot.language.exceptions import propose_others
from bot.language.going_on import (
    propose_a_year,
    propose_gone_or_new,
    propose_names_of_people,
    propose_the_line,
    propose_the_rest,
    propose_the_total,
)
from bot.language.kinds_of_money import propose_fiscal
from bot.language.meanings import Proposal, Utterance
from bot.language.once_more import propose_once_more
from bot.language.patterns import Pattern
from bot.language.terms_asked import propose_horizons
from bot.language.years import propose_bare
from bot.question import Before
from store.model import FundingKind
from store.plan import WORDS, Aggregate, Field, Plan


def words_beside(said: Utterance, before: Before | None, book: Book) -> Iterator[Proposal]:
    """The spans; where no project is spoken of, what 年度 and 中期 mean."""
    shown = before.shown if before is not None else Plan()
    yield from book.kinds.propose(said)
    yield from propose_a_year(said) if shown.projects else propose_horizons(said)
    if before is not None and before.answered:
        yield from propose_once_more(said)
    if before is not None and before.offered < _LEAST_YEAR:
        yield from propose_bare(said, book.years)
    yield from propose_a_hundred(said, of_a_share=shown.aggregate is Aggregate.SHARE)
    if shown.units and not shown.projects and set(shown.fields) <= {Field.AMOUNT, Field.PROJECT}:
        yield from propose_gone_or_new(said)
    if not shown.indicators.everything:
        yield from propose_the_line(said)
    if shown.kinds and FundingKind.TOTAL not in shown.kinds and (shown.projects or shown.units):
        yield from propose_fiscal(said)
    if len(shown.projects) == 1 or (shown.projects and len(book.pairs(shown.projects, shown.units)) == 1):
        yield from _of_one_project(said, shown, before.earlier if before else ())


_LEAST_YEAR = 10  # of the year 2010 and later: fewer choices than that leave no doubt


def _of_one_project(said: Utterance, shown: Plan, earlier: Sequence[Plan]) -> Iterator[Proposal]:
    yield from propose_others(said)
    yield from propose_names_of_people(said)
    if not (_ALIKE.match(said.text) and (WORDS & {*shown.fields} or _told_in_turn(earlier, shown))):
        yield from propose_agreeing(said)
    yield from propose_the_rest(said)
    if shown.kinds and FundingKind.TOTAL not in shown.kinds:
        yield from propose_the_total(said)
        yield from propose_beside_the_total(said)


_ALIKE = Pattern("(?:那|那么|还|都|是|是不是|是否|完全)*(?:不?一样|不?相同|不?一致)")


def _told_in_turn(earlier: Sequence[Plan], shown: Plan) -> bool:
    """Whether the same was told of two things, one after the other: “一样吗” sets these beside each other, and not the figures of one form."""
    return bool(earlier) and earlier[-1].fields == shown.fields and scope_of(earlier[-1]) != scope_of(shown)
