"""The plan of a question for a figure of an indicator (要修多少公里、几月通车、建几座): the line that its measure and its words fit."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.book import Book
from bot.language.ages import ages_in, without_ages
from bot.language.beneficiaries import PEOPLE
from bot.language.deeds import HARMLESS, without_deeds
from bot.language.patterns import Pattern
from bot.language.quantities import Frame, Kind
from bot.language.responsible import FROM_TO
from bot.lines.figures import MOVED, Figures, Spoken, figures_of
from bot.lines.indicating import FindIndicators
from bot.lines.nearly import nearly_meant
from bot.lines.standing import ALIKE, MANY, OF_ALL, SURELY, anywhere, asked_by, contexts, in_their_own_units, open_to
from bot.lines.telling import is_of_a_part
from bot.lines.weighing import Fitting, Weighed, fitting, weighed
from bot.reading.matching import ORGANISATIONS
from bot.reading.parse import Parse
from bot.scoping.scope import Scope, resolve
from store.model import Indicator
from store.names import NameType
from store.plan import Field, IndicatorFilter, Newest, Plan, TextFilter
from store.text import fold, words

_LONG_WORD = 3  # characters: what is said in goals alone tells a project by no less
_MOST = 4  # lines of one target that a question may mean alike
_MOST_TARGETS = 12
_FEW = 3  # targets: a unit that has no more of them names them
_SURE = 1.5  # of the words that speaks for a line of a project that is not named
_FAR = 1.5  # how far below the best line the best of another target may be that is named as well
_HOLDINGS = words("项目 单位 预算单位 实施单位 部门 工程 文件 张表 份表 指标 家单位 年度 年份 下属 乡镇 镇 乡 街道")
_ONLY_HOLDINGS = Pattern(rf"(?:{'|'.join(_HOLDINGS)}|一共|总共|共|合计|都|的|有|是)+")
_ONLY_HOLDERS = Pattern(
    rf"(?:{'|'.join(_HOLDINGS)}|学校|小学|中学|幼儿园|医院|卫生院|敬老院|局|所|一共|总共|共|合计|都|的|有|是)+"
)


# “护林员多少个”: people
_PERSONS = Pattern(rf"(?:员|{'|'.join(PEOPLE)})的?(?:一共|总共|共|有|要|是|补|补助|聘|聘用|招)*$")


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
        if figures is None or len(self._book.catalogue.entries) > MANY:
            return False
        runs = {without_deeds(run) for spoken in figures.spoken for run in spoken.runs[-1]}
        parts = dict.fromkeys(part for run in sorted(runs) for part in (run, run[:-1], run[1:]))  # 草方格|压, 换|喷淋管网
        texts = (TextFilter(text=part) for part in parts if len(part) >= _LONG_WORD)
        return any(self._find.views(Plan(texts=(text,))) for text in texts)

    def nearest(self, question: Parse, previous: Plan | None) -> tuple[Weighed, ...]:
        """The lines that most of the words speak for, where no line explains all of them: they may be offered."""
        return nearly_meant(question, self._book, self._find, previous)

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
    figures = figures_of(question) or in_their_own_units(question, book, find, previous)
    if figures is None:
        return None
    said = figures.said
    scope = resolve(said, book, previous)
    if scope.missing or scope.called or (previous is not None and _counts_again(figures, previous)):
        return None
    asked = asked_by(figures, scope)
    for plan, follows in contexts(asked, scope, figures, book, previous):
        lines = _lines(plan, figures, book, find, kin=kin)
        if lines:
            return Quantified(_with(plan, lines), said, _served(said), follows)
    if not (scope.projects or scope.units) and (told := _of_the_only_form(asked, figures, find)):
        plan, lines = told
        return Quantified(_with(plan, lines), said, _served(said), follows=False)
    if not _is_a_word(scope, said) or len(book.catalogue.entries) > MANY:
        return None
    without = asked.model_copy(update={"units": (), "newest": None if asked.years else Newest.EACH})
    lines = _lines(without, Figures(tuple(replace(one, runs=(one.wide,)) for one in figures.spoken), said), book, find)
    owners = {one.view.target.unit for one in lines}
    if owners <= set(scope.units):  # it was the unit after all
        without = without.model_copy(update={"units": tuple(unit for unit in scope.units if unit in owners)})
    return Quantified(_with(without, lines), said, _served(said), follows=False) if lines else None


def _counts_again(figures: Figures, previous: Plan) -> bool:
    """“去年几个” after a line: of that line, and of no other that is counted so."""
    bare = all(
        one.frame.kind is Kind.COUNT and one.frame.unit == "个" and all(word in HARMLESS for word in one.runs[-1])
        for one in figures.spoken
    )
    return bare and previous.fields == (Field.INDICATOR,) and bool(previous.indicators.names) and not figures.said.mentions


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
_A_WORD = 2


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
    start, end = spoken.frame.spans[-1]
    if spoken.frame.unit == "个" and _PERSONS.search(said.said.text[: spoken.frame.spans[0][0]]):
        persons = replace(spoken, frame=replace(spoken.frame, unit="人"))
        if found := _of_one(plan, persons, said, book, find, kin=kin):
            return found
    things = len(plan.projects) > 1 and said.said.text[start:end].endswith("个")
    if (
        (not plan.projects or things)
        and spoken.frame.kind is Kind.COUNT
        and all(word in HARMLESS or (_ONLY_HOLDINGS if scoped else _ONLY_HOLDERS).fullmatch(word) for word in spoken.runs[-1])
    ):
        return []  # “一共几个学校” at large counts units, “去年有几个” after a list of projects counts these, and “单位是多少家” the units
    ages = list(ages_in(said.said.text))
    views = find.views(plan) if scoped else []
    spans = bool(FROM_TO.search(said.said.text))
    lines = open_to(spoken, ages, views, plan, spans=spans)
    for runs in spoken.runs:
        if not scoped:
            views = anywhere(plan, runs, book, find)
            lines = open_to(spoken, ages, views, plan, spans=spans)
        named = bool(plan.projects) or (bool(plan.units) and len(views) <= _FEW)
        aged = [one for one in lines if ages and any(ages_in(fold(one.line.name)))]
        if aged:  # 以上 speaks for none of the lines of these ages
            found = weighed(aged, spoken.frame, [*map(without_ages, runs)], without_ages(spoken.heard), kin=kin)
        else:
            found = weighed(lines, spoken.frame, runs, spoken.heard, kin=kin)
        best = _best(_of_what_is_asked(found, lines, spoken.frame, said.said.text[end:], runs), named=named)
        if best and _is_about(spoken.frame, best, plan, said) and not _counts_holders(spoken, plan, said, book):
            return [] if any(is_of_a_part(runs, one.line, one.view) for one in best) and spoken.frame.kind in OF_ALL else best
    return []


def _of_what_is_asked(
    found: list[Weighed], lines: Sequence[Fitting], frame: Frame, behind: str, runs: Sequence[str]
) -> list[Weighed]:
    """Those that are called by what stands right behind 多少, where any line is: “多少学生用得上” is no number of 设备, “几分钟到” no 出车时间."""
    lasting = frame.kind is Kind.DURATION and not frame.how
    said = fold(_MAY.sub("", behind) if lasting else behind)
    alone = bool(_ONE_CHARACTER.match(behind)) and not lasting  # 校 of “多少校”, which counts 学校数 and no 校园事故

    def so_called(line: Indicator, word: str) -> bool:
        return re.search(rf"{re.escape(word)}(?:个?数|数量|人数|$)" if alone else re.escape(word), fold(line.name)) is not None

    for size in range(min(len(said), _LONG_WORD), 0 if lasting or alone else _A_WORD - 1, -1):
        word = said[:size]  # which may belong to the next figure
        if any(word in run for run in runs) and any(so_called(one.line, word) for one in lines):
            return [one for one in found if so_called(one.line, word)]
    return found


_ONE_CHARACTER = Pattern(r"\w(?!\w)")
_MAY = Pattern("^(?:之?内|以内|就|要|得|能|会|才|可以|必须|应该)+")


def _best(lines: list[Weighed], *, named: bool) -> list[Weighed]:
    """The lines that are meant alike: of each target that is named, or of those that fit best of all."""
    if not lines:
        return []
    best = max(one.value for one in lines)
    if not named:
        lines = [one for one in lines if one.value >= best - ALIKE and one.said >= _SURE and one.value >= SURELY]
    tops: dict[Any, float] = {}
    for one in lines:
        tops[one.view.position] = max(one.value, tops.get(one.view.position, one.value))
    lines = [one for one in lines if one.value >= tops[one.view.position] - ALIKE and tops[one.view.position] >= best - _FAR]
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


def _counts_holders(spoken: Spoken, plan: Plan, said: Parse, book: Book) -> bool:
    """“工作经费有几个单位”, “工作经费几家有”: how many have what several have, or have any project; one line of one of them is no answer."""
    frame = spoken.frame
    if frame.kind not in (Kind.COUNT, Kind.THING):
        return False
    bare = frame.unit == "家" and all(word in HARMLESS for word in spoken.runs[-1])
    behind = _HOLDERS.match(said.said.text, frame.spans[-1][1])
    before = _THAT_HAVE.search(said.said.text[: frame.spans[0][0]])
    several = bool(plan.projects) and len({unit for _project, unit in book.pairs(plan.projects, plan.units)}) > 1
    return bool(behind or before or bare) and (several or bool(behind and behind["any"]))


_KINDS_OF_HOLDERS = "(?:单位|部门|学校|小学|中学|医院|乡镇|镇|乡|街道|局|所)"
_THAT_HAVE = Pattern(rf"的{_KINDS_OF_HOLDERS}(?:一共|总共|共|都|总的)*(?:有|是)?$")  # “有工作经费的单位有几个”
_HOLDERS = Pattern(rf"{_KINDS_OF_HOLDERS}(?P<any>(?:都|是|还)?有(?:了|过)?项目)?(?=[有的都安列报设编立呢啊]|\W|$)")


def _with(plan: Plan, lines: Sequence[Weighed]) -> Plan:
    update: dict[str, Any] = {"indicators": IndicatorFilter(names=tuple(dict.fromkeys(one.line.name for one in lines)))}
    update["projects"] = tuple(dict.fromkeys(one.view.target.project for one in lines))
    update["units"] = plan.units or (() if plan.projects else tuple(dict.fromkeys(one.view.target.unit for one in lines)))
    return plan.model_copy(update=update)


def _served(said: Parse) -> tuple[str, ...]:
    """Every word but for those of names: the line explains them all."""
    return tuple(dict.fromkeys((*(x.text for x in said.leftovers), *(said.said.text[p.start : p.end] for p in said.cover))))
