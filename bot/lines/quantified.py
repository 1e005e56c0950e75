"""The plan of a question for a figure of an indicator (要修多少公里、几月通车、建几座): the line that its measure and its words fit."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.book import Book
from bot.following.follow_ups import merged
from bot.language.ages import Ages, ages_in, may_be_of, without_ages
from bot.language.deeds import HARMLESS, without_deeds
from bot.language.patterns import Pattern
from bot.language.quantities import Frame, Kind
from bot.language.responsible import FROM_TO
from bot.lines.figures import KEPT, MOVED, Figures, Spoken, figures_of
from bot.lines.indicating import FindIndicators
from bot.lines.measured import unit_of
from bot.lines.telling import is_of_a_part
from bot.lines.weighing import Fitting, Weighed, fitting, nearly_weighed, weighed
from bot.planning.asking import asked_of
from bot.reading.matching import ORGANISATIONS
from bot.reading.parse import Parse
from bot.scoping.scope import Scope, resolve
from store.model import Horizon
from store.names import NameType
from store.plan import Field, IndicatorFilter, Newest, Part, Plan, TextFilter, Told
from store.targets import TargetView
from store.text import fold, words

_LONG_WORD = 3  # characters: what is said in goals alone tells a project by no less
_MOST = 4  # lines of one target that a question may mean alike
_MOST_TARGETS = 12
_MOST_NAMES = 40
_FEW = 3  # targets: a unit that has no more of them names them
_MANY = 20_000  # targets: among more only what is named is looked through
_MOST_READ = 1_000  # targets that are looked through together, as many as one plan reads (bot.many)
_NEAR = 0.35  # lines that differ by less are meant alike
_SURE, _SURELY = 1.5, 2.5  # of the words, and of all, that speaks for a line of a project that is not named
_FAR = 1.5  # how far below the best line the best of another target may be that is named as well
_SHAPE = frozenset(words("aggregate other_order count_of checked amounts order percents by compare indicators standard change"))
_HOLDINGS = words("项目 单位 部门 工程 文件 张表 份表 指标 家单位 年度 年份 下属 乡镇 镇 乡 街道")
_ONLY_HOLDINGS = Pattern(rf"(?:{'|'.join(_HOLDINGS)}|一共|总共|共|合计|都|的|有|是)+")
_OF_ALL = (Kind.COUNT, Kind.EXTENT, Kind.THING, Kind.MONEY)  # a price or a day is that of each of them
_WITHIN_YEARS = Pattern("(?:三|两|二|四|五|3|2)年(?=内|里|要|得|一共|总共|合计|下来|累计)")


class Quantified(Struct, frozen=True):
    """The plan, the question with the measure as one word of it, and the words that served."""

    plan: Plan
    said: Parse
    served: tuple[str, ...]
    follows: bool


class Quantifying:
    """Plans of one question, each looked for once: whether there is one is asked of it several times."""

    def __init__(self, book: Book, find: FindIndicators) -> None:
        self._book = book
        self._find = find
        self._known: list[tuple[Parse, Plan | None, Quantified | None]] = []

    def __call__(self, question: Parse, previous: Plan | None) -> Quantified | None:
        """What `quantified` finds."""
        for known, before, found in self._known:
            if known is question and before == previous:
                return found
        found = quantified(question, self._book, self._find, previous)
        self._known.append((question, previous, found))
        return found

    def stands(self, question: Parse) -> bool:
        """Whether a figure is asked of what stands in some form, be it in a goal: the reply says where."""
        figures = figures_of(question)
        if figures is None or len(self._book.catalogue.entries) > _MANY:
            return False
        runs = {without_deeds(run) for spoken in figures.spoken for run in spoken.runs[-1]}
        parts = dict.fromkeys(part for run in sorted(runs) for part in (run, run[:-1], run[1:]))  # 草方格|压, 换|喷淋管网
        texts = (TextFilter(text=part) for part in parts if len(part) >= _LONG_WORD)
        return any(self._find.views(Plan(texts=(text,))) for text in texts)

    def nearest(self, question: Parse, previous: Plan | None) -> tuple[Weighed, ...]:
        """The lines that most of the words speak for, where no line explains all of them: they may be offered."""
        return nearest(question, self._book, self._find, previous)

    def kin(self, question: Parse, previous: Plan | None) -> Quantified | None:
        """The targets with a line of what is only kin to the words (监测 to 巡查): the forms do not print what is asked, and no line is named."""
        found = quantified(question, self._book, self._find, previous, kin=True)
        if (
            found is None
            or len({(project, unit) for project, unit in self._book.pairs(found.plan.projects, found.plan.units)}) > 1
        ):
            return None
        return replace(found, plan=found.plan.model_copy(update={"indicators": IndicatorFilter()}), served=())


def quantified(
    question: Parse, book: Book, find: FindIndicators, previous: Plan | None, *, kin: bool = False
) -> Quantified | None:
    """None where no figure of an indicator is asked for, or no line explains all that is said; `kin` lines share no word with it."""
    figures = figures_of(question) or _in_their_own_units(question, book, find, previous)
    if figures is None:
        return None
    said = figures.said
    scope = resolve(said, book, previous)
    if scope.missing or scope.called:
        return None
    asked = _asked(figures, scope)
    for plan, follows in _contexts(asked, scope, said, book, previous):
        lines = _lines(plan, figures, book, find, kin=kin)
        if lines:
            return Quantified(_with(plan, lines), said, _served(said), follows)
    if not (scope.projects or scope.units) and (told := _of_the_only_form(asked, figures, find)):
        plan, lines = told
        return Quantified(_with(plan, lines), said, _served(said), follows=False)
    if not _is_a_word(scope, said) or len(book.catalogue.entries) > _MANY:
        return None
    without = asked.model_copy(update={"units": (), "newest": None if asked.years else Newest.EACH})
    lines = _lines(without, Figures(tuple(replace(one, runs=(one.wide,)) for one in figures.spoken), said), book, find)
    return Quantified(_with(without, lines), said, _served(said), follows=False) if lines else None


_FEW_NEAR, _SOME = 4, 1.0  # lines that are offered, and what at least speaks for one of them
_LITTLE = 0.5  # of a name that is said: the words may be of another


def nearest(question: Parse, book: Book, find: FindIndicators, previous: Plan | None) -> tuple[Weighed, ...]:
    """None where more than one figure is asked for, or too many lines may be meant."""
    figures = figures_of(question) or _in_their_own_units(question, book, find, previous)
    if figures is None or len(figures.spoken) != 1 or len(book.catalogue.entries) > _MANY:
        return ()
    spoken, said = figures.spoken[0], figures.said
    scope = resolve(said, book, previous)
    if scope.missing or scope.called:
        return ()
    ages = list(ages_in(said.said.text))
    asked = _asked(figures, scope)
    contexts = [(plan, spoken.runs) for plan, _follows in _contexts(asked, scope, said, book, previous)]
    named = said.mentioned(NameType.PROJECT)
    if named and all(m.share < _LITTLE for mention in named for m in mention.matches):
        of_any = replace(scope, projects=(), called="")
        plans = _contexts(asked.model_copy(update={"projects": (), "called": "", "sides": ()}), of_any, said, book, None)
        contexts = [*((plan, (spoken.wide,)) for plan, _follows in plans), *contexts]
    for plan, readings in contexts:
        near: list[Weighed] = []
        for runs in readings:
            views = find.views(plan) if plan.projects or plan.units else _anywhere(plan, runs, book, find)
            lines = _open_to(spoken, ages, views, plan, spans=bool(FROM_TO.search(said.said.text)))
            found = nearly_weighed(lines, spoken.frame, runs, spoken.heard)
            near = near or [one for one in found if _is_near(one, runs, spoken, said, named=bool(plan.projects))]
        best = max((one.value for one in near), default=0.0)
        top = tuple(one for one in near if one.value >= best - _NEAR)
        if 0 < len(top) <= _FEW_NEAR:
            return top
    return ()


def _is_near(line: Weighed, runs: Sequence[str], spoken: Spoken, said: Parse, *, named: bool) -> bool:
    """Whether most of the words are explained, and what is counted is among these: not “几台|打印机”."""
    words, unsaid = "".join(runs), "".join(line.unsaid)
    if words and (line.said < _SOME or 2 * len(unsaid) > len(words)):
        return False
    if not named and (line.value < _SURELY or 3 * len(unsaid) > len(words)):
        return False
    if spoken.frame.kind in _OF_ALL and is_of_a_part(runs, line.line, line.view):
        return False
    behind = _NOUN.match(said.said.text, spoken.frame.spans[-1][1])
    strange = sum(one in unsaid for one in fold(behind[0])) if behind and spoken.frame.kind is Kind.COUNT else 0
    return behind is None or 2 * strange <= len(behind[0])


_NOUN = Pattern(r"[^\W\d]+")
_SHORT = 8  # characters beside a name
_MAYBE_COUNTED = Pattern("多少|几|呢")


def _in_their_own_units(question: Parse, book: Book, find: FindIndicators, previous: Plan | None) -> Figures | None:
    """“几孔” of a project that is named or was spoken of, where its lines are counted in 孔."""
    beside = sum(x.tokens for x in question.leftovers)
    if not (0 < beside <= _SHORT) or not _MAYBE_COUNTED.search(question.said.text):
        return None
    scope = resolve(question, book, previous)
    projects = scope.projects or (previous.projects if previous else ())
    if len(projects) != 1:
        return None
    units = {unit_of(line) for view in find.views(Plan(projects=projects, newest=Newest.EACH)) for line in view.target.indicators}
    return figures_of(question, units - {"", "%"})


def _of_the_only_form(asked: Plan, figures: Figures, find: FindIndicators) -> tuple[Plan, list[Weighed]] | None:
    """“草方格一亩多少钱”: the price of the one project whose forms say the word, be it in a goal alone; None where several do.

    No count: what a goal names may be a part of what a line counts (“石板墩、双井子等6座”).
    """
    spoken = figures.spoken[0]
    if len(figures.spoken) != 1 or spoken.frame.kind is not Kind.PRICE:
        return None
    said = [run for run in spoken.runs[-1] if run not in HARMLESS]
    if len(said) != 1 or len(said[0]) < _LONG_WORD:
        return None
    newest = asked.model_copy(update={"newest": None if asked.years else Newest.EACH, "texts": (TextFilter(text=said[0]),)})
    views = find.views(newest)
    if len({(fold(view.target.project), fold(view.target.unit)) for view in views}) != 1:
        return None
    lines = _best(weighed(fitting(views, spoken.frame, asked.horizon), spoken.frame, spoken.runs[-1], spoken.heard), named=True)
    return (newest.model_copy(update={"texts": ()}), lines) if lines else None


def _is_a_word(scope: Scope, said: Parse) -> bool:
    """Whether what was taken for a unit may be a word of a project's name: 交通 in “交通标线”."""
    named = said.mentioned(NameType.UNIT)
    short = (m.end - m.start <= _WORD and not said.said.text[: m.end].endswith(ORGANISATIONS) for m in named)
    return bool(named) and bool(scope.units) and all(short)


_WORD = 3  # characters


def _asked(figures: Figures, scope: Scope) -> Plan:
    plan = asked_of(figures.said, scope)
    kept = tuple(f for f in plan.fields if f in KEPT)
    told = tuple(Told(number=number, unit=unit) for one in figures.spoken for number, unit in one.frame.told)
    return _unshaped(plan).model_copy(update={"fields": (*kept, Field.INDICATOR), "told": told})


def _unshaped(plan: Plan) -> Plan:
    return plan.model_copy(update={name: value for name, value in Plan() if name in _SHAPE})


def _contexts(asked: Plan, scope: Scope, said: Parse, book: Book, previous: Plan | None) -> list[tuple[Plan, bool]]:
    """Where the line may stand, the likeliest first: what is named, what was spoken of, anything; first by the middle term."""
    found: list[tuple[Plan, bool]] = []
    asked = asked.model_copy(update={"newest": None if asked.years else Newest.EACH})
    if previous is not None and scope.projects and not scope.units and _says_a_part_of(said, previous):
        of_it = asked.model_copy(update={"projects": (), "called": "", "sides": ()})
        found.append((_unshaped(merged(of_it, previous, replace(scope, projects=(), called=""), beside=False)), True))
    if scope.projects:
        found.append((asked, False))
    elif previous is not None and _goes_on(previous, scope, book):
        found.append((_unshaped(merged(asked, previous, scope, beside=False)), True))
    if not scope.projects and (scope.units or len(book.catalogue.entries) <= _MANY):
        found.append((asked, False))
    if _WITHIN_YEARS.search(said.said.text) and asked.horizon is None:
        update = {"horizon": Horizon.MID_TERM, "years": (), "newest": Newest.EACH}
        found = [*((plan.model_copy(update=update), follows) for plan, follows in found), *found]
    return found


def _says_a_part_of(said: Parse, previous: Plan) -> bool:
    """“整治几个村” after 渔村环境整治: what stands in the name of what was spoken of, and is not all of another's, tells of that one."""
    mentions = said.mentioned(NameType.PROJECT)
    names = "".join(map(fold, previous.projects))
    parts = (fold(said.said.text[m.start : m.end]) for m in mentions)
    return all(part in names for part in parts) and not any(match.whole for m in mentions for match in m.matches)


def _goes_on(previous: Plan, scope: Scope, book: Book) -> bool:
    """Whether a question without a project may be about what was spoken of."""
    if previous.projects:
        return not scope.units or book.holds(previous.projects, scope.units)
    return bool(previous.units) and not (scope.units or previous.called)


def _lines(plan: Plan, figures: Figures, book: Book, find: FindIndicators, *, kin: bool = False) -> list[Weighed]:
    """The lines of every figure that is asked for; none where one of them has none."""
    lines: list[Weighed] = []
    for spoken in figures.spoken:
        found = _of_one(plan, spoken, figures.said, book, find, kin=kin)
        if not found:
            return []
        lines += found
    return lines


def _of_one(plan: Plan, spoken: Spoken, said: Parse, book: Book, find: FindIndicators, *, kin: bool = False) -> list[Weighed]:
    """The lines of one figure, by the first of the readings of its words that has any."""
    scoped = bool(plan.projects or plan.units)
    if (
        not plan.projects
        and spoken.frame.kind is Kind.COUNT
        and all(word in HARMLESS or _ONLY_HOLDINGS.fullmatch(word) for word in spoken.runs[-1])
    ):
        return []  # “去年有几个” after a list of projects counts these, and “单位是多少家” the units
    ages = list(ages_in(said.said.text))
    views = find.views(plan) if scoped else []
    spans = bool(FROM_TO.search(said.said.text))
    lines = _open_to(spoken, ages, views, plan, spans=spans)
    for runs in spoken.runs:
        if not scoped:
            views = _anywhere(plan, runs, book, find)
            lines = _open_to(spoken, ages, views, plan, spans=spans)
        named = bool(plan.projects) or (bool(plan.units) and len(views) <= _FEW)
        aged = [one for one in lines if ages and any(ages_in(fold(one.line.name)))]
        if aged:  # 以上 speaks for none of the lines of these ages
            found = weighed(aged, spoken.frame, [*map(without_ages, runs)], without_ages(spoken.heard), kin=kin)
        else:
            found = weighed(lines, spoken.frame, runs, spoken.heard, kin=kin)
        best = _best(found, named=named)
        if best and _is_about(spoken.frame, best, plan, said):
            return [] if any(is_of_a_part(runs, one.line, one.view) for one in best) and spoken.frame.kind in _OF_ALL else best
    return []


_SPAN = Pattern("月.*[至到—–~-].*月")


def _open_to(spoken: Spoken, ages: list[Ages], views: list[TargetView], plan: Plan, *, spans: bool) -> list[Fitting]:
    """The lines that fit the measure, without those for people of other ages, and those that are limited from the other side than is asked.

    `spans`: it is asked from when to when, which no single day answers.
    """
    lines = fitting(views, spoken.frame, plan.horizon)
    lines = [one for one in lines if not spans or _SPAN.search(fold(one.line.value))]
    lines = [one for one in lines if not spoken.against or one.line.operator != spoken.against]
    return [one for one in lines if may_be_of(fold(one.line.name), ages)]


def _anywhere(plan: Plan, runs: Sequence[str], book: Book, find: FindIndicators) -> list[TargetView]:
    """The targets whose project or indicators are called by some of the words."""
    pairs = {run[place : place + 2] for run in runs for place in range(len(run) - 1)}
    projects = _likest(book.projects, pairs)
    lines = _likest(dict.fromkeys(name for pair in sorted(pairs) for name in book.indicators_with(pair)), pairs)[:_MOST]
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


def _best(lines: list[Weighed], *, named: bool) -> list[Weighed]:
    """The lines that are meant alike: of each target that is named, or of those that fit best of all."""
    if not lines:
        return []
    best = max(one.value for one in lines)
    if not named:
        lines = [one for one in lines if one.value >= best - _NEAR and one.said >= _SURE and one.value >= _SURELY]
    tops: dict[Any, float] = {}
    for one in lines:
        tops[one.view.position] = max(one.value, tops.get(one.view.position, one.value))
    lines = [one for one in lines if one.value >= tops[one.view.position] - _NEAR and tops[one.view.position] >= best - _FAR]
    each = max(Counter(one.view.position for one in lines).values(), default=0)
    return lines if each <= _MOST and len(tops) <= _MOST_TARGETS else []


def _is_about(frame: Frame, lines: Sequence[Weighed], plan: Plan, said: Parse) -> bool:
    """Whether a figure of a line is asked for, rather than how many projects or units there are, or which are new."""
    moved = [said.said.text[p.start : p.end].rstrip("了得") for p in said.cover if p.meaning in MOVED]
    if not all(fold(word) in fold(one.line.name) for word in moved for one in lines):
        return False
    behind = said.said.text[frame.spans[-1][1] :]
    if frame.kind in (Kind.COUNT, Kind.THING) and behind.startswith(_HOLDINGS):
        return all(one.said >= (_SURE if plan.projects else 2 * _SURE) for one in lines)
    return True


def _with(plan: Plan, lines: Sequence[Weighed]) -> Plan:
    update: dict[str, Any] = {"indicators": IndicatorFilter(names=tuple(dict.fromkeys(one.line.name for one in lines)))}
    update["projects"] = tuple(dict.fromkeys(one.view.target.project for one in lines))
    update["units"] = plan.units or (() if plan.projects else tuple(dict.fromkeys(one.view.target.unit for one in lines)))
    return plan.model_copy(update=update)


def _served(said: Parse) -> tuple[str, ...]:
    """Every word but for those of names: the line explains them all."""
    return tuple(dict.fromkeys((*(x.text for x in said.leftovers), *(said.said.text[p.start : p.end] for p in said.cover))))
