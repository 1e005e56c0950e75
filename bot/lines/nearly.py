"""The lines that most of the words of a question for a figure speak for, where no line explains all of them."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.book import Book
from bot.language.ages import ages_in
from bot.language.patterns import Pattern
from bot.language.quantities import Kind
from bot.language.responsible import FROM_TO
from bot.lines.figures import Spoken, figures_of
from bot.lines.indicating import FindIndicators
from bot.lines.standing import ALIKE, MANY, OF_ALL, SURELY, anywhere, asked_by, contexts, in_their_own_units, open_to
from bot.lines.telling import is_of_a_part
from bot.lines.weighing import Weighed, nearly_weighed
from bot.reading.parse import Parse
from bot.scoping.scope import resolve
from store.names import NameType
from store.plan import Plan
from store.text import fold

_FEW_NEAR, _SOME = 4, 1.0  # lines that are offered, and what at least speaks for one of them
_LITTLE = 0.5  # of a name that is said: the words may be of another
_NOUN = Pattern(r"[^\W\d]+")


def nearly_meant(question: Parse, book: Book, find: FindIndicators, previous: Plan | None) -> tuple[Weighed, ...]:
    """None where more than one figure is asked for, or too many lines may be meant."""
    figures = figures_of(question) or in_their_own_units(question, book, find, previous)
    if figures is None or len(figures.spoken) != 1 or len(book.catalogue.entries) > MANY:
        return ()
    spoken, said = figures.spoken[0], figures.said
    scope = resolve(said, book, previous)
    if scope.missing or scope.called:
        return ()
    ages = list(ages_in(said.said.text))
    asked = asked_by(figures, scope)
    readings = [(plan, spoken.runs) for plan, _follows in contexts(asked, scope, figures, book, previous)]
    named = said.mentioned(NameType.PROJECT)
    if named and all(m.share < _LITTLE for mention in named for m in mention.matches):
        of_any = replace(scope, projects=(), called="")
        plans = contexts(asked.model_copy(update={"projects": (), "called": "", "sides": ()}), of_any, figures, book, None)
        readings = [*((plan, (spoken.wide,)) for plan, _follows in plans), *readings]
    for plan, ways in readings:
        near: list[Weighed] = []
        for runs in ways:
            views = find.views(plan) if plan.projects or plan.units else anywhere(plan, runs, book, find)
            lines = open_to(spoken, ages, views, plan, spans=bool(FROM_TO.search(said.said.text)))
            found = nearly_weighed(lines, spoken.frame, runs, spoken.heard)
            near = near or [one for one in found if _is_near(one, runs, spoken, said, named=bool(plan.projects))]
        best = max((one.value for one in near), default=0.0)
        top = tuple(one for one in near if one.value >= best - ALIKE)
        if 0 < len(top) <= _FEW_NEAR:
            return top
    return ()


def _is_near(line: Weighed, runs: Sequence[str], spoken: Spoken, said: Parse, *, named: bool) -> bool:
    """Whether most of the words are explained, and what is counted is among these: not “几台|打印机”."""
    words, unsaid = "".join(runs), "".join(line.unsaid)
    if words and (line.said < _SOME or 2 * len(unsaid) > len(words)):
        return False
    if not named and (line.value < SURELY or 3 * len(unsaid) > len(words)):
        return False
    if spoken.frame.kind in OF_ALL and is_of_a_part(runs, line.line, line.view):
        return False
    behind = _NOUN.match(said.said.text, spoken.frame.spans[-1][1])
    strange = sum(one in unsaid for one in fold(behind[0])) if behind and spoken.frame.kind is Kind.COUNT else 0
    return behind is None or 2 * strange <= len(behind[0])
