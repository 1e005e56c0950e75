"""What words may mean beside what they say alone: by the kinds of units that there are, and by what was spoken of before."""

from collections.abc import Iterator

from bot.book import Book
from bot.language.agreeing import propose_a_hundred, propose_agreeing
from bot.language.exceptions import propose_others
from bot.language.going_on import propose_a_year, propose_names_of_people, propose_the_line, propose_the_rest, propose_the_total
from bot.language.meanings import Proposal, Utterance
from bot.language.once_more import propose_once_more
from bot.language.terms_asked import propose_horizons
from bot.question import Before
from store.model import FundingKind
from store.plan import Aggregate, Plan


def words_beside(said: Utterance, before: Before | None, book: Book) -> Iterator[Proposal]:
    """The spans; where no project is spoken of, what 年度 and 中期 mean."""
    shown = before.shown if before is not None else Plan()
    yield from book.kinds.propose(said)
    yield from propose_a_year(said) if shown.projects else propose_horizons(said)
    if before is not None and before.answered:
        yield from propose_once_more(said)
    yield from propose_a_hundred(said, of_a_share=shown.aggregate is Aggregate.SHARE)
    if not shown.indicators.everything:
        yield from propose_the_line(said)
    if len(shown.projects) == 1 or (shown.projects and len(book.pairs(shown.projects, shown.units)) == 1):
        yield from _of_one_project(said, shown)


def _of_one_project(said: Utterance, shown: Plan) -> Iterator[Proposal]:
    yield from propose_others(said)
    yield from propose_names_of_people(said)
    yield from propose_agreeing(said)
    yield from propose_the_rest(said)
    if shown.kinds and FundingKind.TOTAL not in shown.kinds:
        yield from propose_the_total(said)
