"""Years that are part of a project's name, rather than those of which something is asked: “2022年信访经费” may be money of 2025."""

from collections.abc import Sequence

from bot.book import Book
from bot.language.meanings import YearsSaid
from bot.parse import Parse
from store.names import NameType, tokenize
from store.text import fold


def named_years(said: Parse, book: Book) -> dict[int, tuple[str, ...]]:
    """Where such a year stands in the question, and the names that hold it.

    That is one right before a name that is stored with it, where nothing of that name is of that year.
    """
    mentions = {mention.start: mention for mention in said.mentioned(NameType.PROJECT)}
    found = {}
    for proposal in said.cover:
        if isinstance(proposal.meaning, YearsSaid) and proposal.end in mentions:
            every = mentions[proposal.end].all_names()
            names = _with_year(proposal.meaning.years, every)
            if names and not set(proposal.meaning.years) & set(book.years_of(every, ())):
                found[proposal.start] = names
    return found


def _with_year(years: Sequence[int], names: Sequence[str]) -> tuple[str, ...]:
    """The names that hold the one year that is said."""
    said = {str(year) for year in years}
    return tuple(name for name in names if said <= {token.number for token in tokenize(fold(name))}) if len(said) == 1 else ()
