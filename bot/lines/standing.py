"""Where the line of a figure may stand that is asked for, and which lines its measure leaves open."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from bot.book import Book
from bot.following.follow_ups import merged
from bot.language.ages import Ages, may_be_of
from bot.language.beneficiaries import PEOPLE
from bot.language.deeds import HARMLESS, deeds_like, only_deeds, without_deeds
from bot.language.patterns import Pattern
from bot.language.quantities import Kind
from bot.lines.figures import KEPT, Figures, Spoken, figures_of
from bot.lines.indicating import FindIndicators
from bot.lines.measured import unit_of
from bot.lines.weighing import Fitting, fitting
from bot.planning.asking import asked_of
from bot.reading.parse import Parse
from bot.scoping.scope import Scope, resolve
from store.model import Horizon
from store.names import NameType
from store.plan import Field, Newest, Part, Plan, TextFilter, Told
from store.targets import TargetView
from store.text import fold, words

MANY = 20_000  # targets: among more only what is named is looked through
ALIKE = 0.35  # lines that differ by less are meant alike
SURELY = 2.5  # that speaks for a line of a project that is not named
OF_ALL = (Kind.COUNT, Kind.EXTENT, Kind.THING, Kind.MONEY)  # a price or a day is that of each of them
_SHORT = 8  # characters beside a name
_MOST_NAMES, _MOST_LINES = 40, 4  # projects and names of lines that are looked through for some words
_MOST_READ = 1_000  # targets that are looked through together, as many as one plan reads (bot.many)
_SHAPE = frozenset(words("aggregate other_order count_of checked amounts order percents by compare indicators standard change"))
_WITHIN_YEARS = Pattern("(?:三|两|二|四|五|3|2)年(?=内|里|要|得|一共|总共|合计|下来|累计)")
_MAYBE_COUNTED = Pattern("多少|几|呢")


def in_their_own_units(question: Parse, book: Book, find: FindIndicators, previous: Plan | None) -> Figures | None:
    """“几孔” of a project that is named or was spoken of, where its lines are counted in 孔."""
    beside = sum(x.tokens for x in question.leftovers)
    if not (0 < beside <= _SHORT) or not _MAYBE_COUNTED.search(question.said.text):
        return None
    scope = resolve(question, book, previous)
    projects = scope.projects or (previous.projects if previous else ())
    if len(projects) != 1:
        return None
    units = {
        unit_of(line)
        for view in find.views(Plan(projects=projects, units=scope.units, newest=Newest.EACH))
        for line in view.target.indicators
    }
    return figures_of(question, units - {"", "%"})


def asked_by(figures: Figures, scope: Scope) -> Plan:
    """The plan for these figures, wherever their lines stand."""
    plan = asked_of(figures.said, scope)
    kept = tuple(f for f in plan.fields if f in KEPT)
    kept = (*kept, Field.AMOUNT) if figures.money and Field.AMOUNT not in kept else kept
    told = tuple(Told(number=number, unit=unit) for one in figures.spoken for number, unit in one.frame.told)
    return _unshaped(plan).model_copy(update={"fields": (*kept, Field.INDICATOR), "told": told})


def _unshaped(plan: Plan) -> Plan:
    return plan.model_copy(update={name: value for name, value in Plan() if name in _SHAPE})


def contexts(asked: Plan, scope: Scope, figures: Figures, book: Book, previous: Plan | None) -> list[tuple[Plan, bool]]:
    """Where the line may stand, the likeliest first: what is named, what was spoken of, anything; first by the middle term."""
    found: list[tuple[Plan, bool]] = []
    said = figures.said
    asked = asked.model_copy(update={"newest": None if asked.years else Newest.EACH})
    some = previous is not None and set(scope.projects) < set(previous.projects)  # “二期几月完工” after both phases
    if previous is not None and scope.projects and not (scope.units or some) and _says_a_part_of(said, previous):
        of_it = asked.model_copy(update={"projects": (), "called": "", "sides": ()})
        found.append((_unshaped(merged(of_it, previous, replace(scope, projects=(), called=""), beside=False)), True))
    if scope.projects:
        found.append((asked, False))
    elif previous is not None and _goes_on(previous, scope, book):
        found.append((_unshaped(merged(asked, previous, scope, beside=False)), True))
    anything = len(book.catalogue.entries) <= MANY and not (_asks_when(figures, previous) or _asks_for_whom(figures, previous))
    if not scope.projects and (scope.units or anything):
        found.append((asked, False))
    if _WITHIN_YEARS.search(said.said.text) and asked.horizon is None:
        update = {"horizon": Horizon.MID_TERM, "years": (), "newest": Newest.EACH}
        found = [*((plan.model_copy(update=update), follows) for plan, follows in found), *found]
    return found


def _asks_when(figures: Figures, previous: Plan | None) -> bool:
    """“什么时候完工” after one project: of that one, and where it prints no such day of no other."""
    if previous is None or len(previous.projects) != 1:
        return False
    words = (run for one in figures.spoken for run in one.runs[-1])
    return all(one.frame.kind in (Kind.DATE, Kind.DURATION) for one in figures.spoken) and all(
        run in HARMLESS or only_deeds(run) for run in words
    )


def _asks_for_whom(figures: Figures, previous: Plan | None) -> bool:
    """“补多少学生” after one project: how many people that one is for, and those of no other where it prints none."""
    if previous is None or len(previous.projects) != 1:
        return False
    words_of = [run for one in figures.spoken for run in one.runs[-1]]
    bare = (run if run in PEOPLE else without_deeds(run) for run in words_of)
    return any(map(_of_people, words_of)) and all(len(rest) <= 1 or rest in PEOPLE or rest in HARMLESS for rest in bare)


def _of_people(run: str) -> bool:
    return run in PEOPLE or without_deeds(run) in PEOPLE


def _says_a_part_of(said: Parse, previous: Plan) -> bool:
    """“整治几个村” after 渔村环境整治: what stands in the name of what was spoken of, and is not all of another's, tells of that one.

    So does what is only done (“今年更换多少台”), of which many names hold the word.
    """
    mentions = said.mentioned(NameType.PROJECT)
    names = "".join(map(fold, previous.projects))
    parts = (fold(said.said.text[m.start : m.end]) for m in mentions)
    return all(part in names or deeds_like(part) for part in parts) and not any(
        match.whole for m in mentions for match in m.matches
    )


def _goes_on(previous: Plan, scope: Scope, book: Book) -> bool:
    """Whether a question without a project may be about what was spoken of."""
    if previous.projects:
        return not scope.units or book.holds(previous.projects, scope.units)
    return bool(previous.units) and not (scope.units or previous.called)


def anywhere(plan: Plan, runs: Sequence[str], book: Book, find: FindIndicators) -> list[TargetView]:
    """The targets whose project or indicators are called by some of the words."""
    pairs = {run[place : place + 2] for run in runs for place in range(len(run) - 1)}
    projects = _likest(book.projects, pairs)
    lines = _likest(dict.fromkeys(name for pair in sorted(pairs) for name in book.indicators_with(pair)), pairs)[:_MOST_LINES]
    plans = [plan.model_copy(update={"projects": tuple(projects)})] if projects else []
    plans += [plan.model_copy(update={"texts": (TextFilter(text=line, within=(Part.INDICATORS,)),)}) for line in lines]
    found: dict[Any, TargetView] = {}
    for one in plans:
        found |= {view.position: view for view in find.views(one)}
        if len(found) > _MOST_READ:
            return []  # words of so many forms tell none of them
    return list(found.values())


def _likest(names: Iterable[str], pairs: Collection[str]) -> list[str]:
    """The names that hold most of the pairs of characters, those alike in their order; none that holds none."""
    held = {name: sum(pair in fold(name) for pair in pairs) for name in names}
    return sorted((name for name in held if held[name]), key=lambda name: -held[name])[:_MOST_NAMES]


_SPAN = Pattern("月.*[至到—–~-].*月")


def open_to(spoken: Spoken, ages: list[Ages], views: list[TargetView], plan: Plan, *, spans: bool) -> list[Fitting]:
    """The lines that fit the measure, without those for people of other ages, and those that are limited from the other side than is asked.

    `spans`: it is asked from when to when, which no single day answers.
    """
    lines = fitting(views, spoken.frame, plan.horizon)
    lines = [one for one in lines if not spans or _SPAN.search(fold(one.line.value))]
    lines = [one for one in lines if not spoken.against or one.line.operator != spoken.against]
    return [one for one in lines if may_be_of(fold(one.line.name), ages)]
