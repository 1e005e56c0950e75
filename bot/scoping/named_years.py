"""Years that are part of a project's name, rather than those of which something is asked: “2022年信访经费” may be money of 2025."""

from collections.abc import Sequence

from bot.book import Book
from bot.language.meanings import YearsSaid
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from store.names import NameType, tokenize
from store.text import fold

_BETWEEN = Pattern(r"\s*(?:(?:的|有关|相关|方面|那块|这块|那个|这个)\s*)*")


def named_years(said: Parse, book: Book) -> dict[int, tuple[str, ...]]:
    """Where such a year stands in the question, and the names that hold it.

    That is one right before a name that is stored with it, where nothing of that name is of that year.
    """
    mentions = {mention.start: mention for mention in said.mentioned(NameType.PROJECT)}
    found = {}
    for proposal in said.cover:
        mention = mentions.get(_behind(said, proposal.end)) if isinstance(proposal.meaning, YearsSaid) else None
        if isinstance(proposal.meaning, YearsSaid) and mention is not None:
            every = mention.all_names()
            names = _with_year(proposal.meaning.years, every)
            if names and not set(proposal.meaning.years) & set(book.years_of(every, ())):
                found[proposal.start] = names
    return found


_A_YEAR = Pattern(r"(?<!\d)20\d\d(?!\d)")


def of_another_year(projects: Sequence[str], years: Sequence[int], book: Book) -> tuple[str, ...]:
    """What is called alike but for the year in its name: after “2024年绿化工程” 2025 asks of “2025年绿化工程”; none where one has none."""
    if len(years) != 1 or set(years) & set(book.years_of(tuple(projects), ())):
        return ()
    alike = tuple(_A_YEAR.sub(str(years[0]), project) for project in projects)
    return alike if alike and all(map(book.is_project, alike)) else ()


def _behind(said: Parse, place: int) -> int:
    """Where the next word begins: “2022年相关的信访经费”."""
    found = _BETWEEN.match(said.said.text, place)
    return found.end() if found else place


def _with_year(years: Sequence[int], names: Sequence[str]) -> tuple[str, ...]:
    """The names that hold the one year that is said."""
    said = {str(year) for year in years}
    return tuple(name for name in names if said <= {token.number for token in tokenize(fold(name))}) if len(said) == 1 else ()
