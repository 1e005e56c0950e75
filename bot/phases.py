"""“每一期都说一下”: every phase of the project that is spoken of, each of its own year."""

from bot.book import Book, stem_of
from bot.language import shapes
from bot.language.meanings import YearsSaid
from bot.parse import Parse
from store.plan import Field, Newest, Plan


def with_every_phase(plan: Plan, said: Parse, book: Book) -> Plan:
    """The plan with all phases of its projects, where the question counts them; of an indicator alone those that have it."""
    if not any(p.rule == shapes.PHASES for p in said.cover) or said.meanings(YearsSaid):
        return plan
    phases = tuple(dict.fromkeys(name for project in plan.projects for name in book.of_stem(stem_of(project)) if name != project))
    if phases:
        every = tuple(dict.fromkeys((*plan.projects, *phases)))
        return plan.model_copy(update={"projects": every, "years": (), "newest": Newest.EACH})
    if Field.INDICATOR in plan.fields and not plan.projects and not plan.indicators.everything:
        return plan.model_copy(update={"newest": Newest.EACH})
    return plan
