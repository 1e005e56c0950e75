"""Whether a plan is about the units and projects that were named: over any other no figure is given."""

from collections.abc import Iterable, Iterator, Sequence

from bot.book import Book
from bot.reading.corrections import turns
from bot.reading.parse import Mention, Parse
from bot.scoping.speakers import is_of_the_speaker
from store.names import NameType
from store.plan import Plan
from store.text import fold

_TYPES = (NameType.UNIT, NameType.PROJECT)


def names_unheld(said: Parse, plan: Plan, book: Book) -> list[Mention]:
    """The spans that name a unit or a project of which the plan knows nothing; `said` is the question without what it leaves out."""
    units, projects = frozenset(_units(plan)), frozenset(_projects(plan))
    texts = [fold(text) for text in (*units, *projects, *plan.indicators.names, *(one.text for one in plan.texts))]
    named = (m for kind in _TYPES for m in said.mentioned(kind) if not (is_of_the_speaker(m, said) or _is_taken_back(m, said)))
    strange = (m for m in named if not (projects.intersection(m.all_names()) or _are_of(m.all_names(), units, book)))
    if projects and not units:  # “灌区比农村供水多多少”: by the one project that it has
        strange = (m for m in strange if not book.holds(sorted(projects), m.all_names()))
    unheld = [m for m in strange if not _stands_in(fold(said.said.text[m.start : m.end]), texts)]
    return [*unheld, *_sources_beside_attributes(said, plan, book)]


def _sources_beside_attributes(said: Parse, plan: Plan, book: Book) -> list[Mention]:
    """“上级补助和常年项目”: of the kinds that are named a plan holds what is of any of them, where it has not the sources apart."""
    kinds = said.mentioned(NameType.ATTRIBUTE)
    sources = [m for m in kinds if {*m.all_names()} <= book.sources]
    apart = {text for spot in plan.stated for text in spot.reads}
    return [m for m in sources if not apart.intersection(m.all_names())] if len(sources) < len(kinds) else []


def _is_taken_back(mention: Mention, said: Parse) -> bool:
    """“一期，不对，二期”."""
    behind = (other.start for other in said.mentions if other.start >= mention.end)
    return any(turns(said.said.text[mention.end : start]) for start in behind)


def _units(plan: Plan) -> Iterator[str]:
    yield from plan.units
    yield from (unit for out in plan.without for unit in out.units)
    yield from (unit for side in plan.sides for unit in side.units)
    yield from plan.whole.units if plan.whole else ()
    yield from (unit for _project, unit in plan.among)


def _projects(plan: Plan) -> Iterator[str]:
    yield from plan.projects
    yield from (project for out in plan.without for project in out.projects)
    yield from plan.whole.projects if plan.whole else ()
    yield from (project for project, _unit in plan.among)


def _are_of(names: Sequence[str], units: frozenset[str], book: Book) -> bool:
    """Whether one of the names is one of the units, of a department of theirs, above or below one."""
    if units.intersection(names):
        return True
    meant = {unit for name in names for unit in (name, *book.units_called(name))}
    below = {unit for one in meant for unit in book.below(one)}
    return bool(units & (meant | below)) or any(meant & {*book.below(unit)} for unit in units)


def _stands_in(words: str, texts: Iterable[str]) -> bool:
    """Whether the plan holds the words otherwise: as a part of another name, or as what a form has to say."""
    return any(words in text or text in words for text in texts)
