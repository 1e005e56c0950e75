"""Which project has the most of something that lines count: “补助人数最多的项目”, “哪个项目维修面积最大”."""

from collections.abc import Sequence

from bot.language.patterns import Pattern
from bot.lines.indicating import FindIndicators
from bot.lines.measured import AREAS, LENGTHS, unit_of
from bot.reading.parse import Parse
from store.model import Horizon, Indicator
from store.names import NameType
from store.plan import Field, IndicatorFilter, Newest, Plan
from store.targets import TargetView
from store.text import fold, words

_PEOPLE = frozenset(words("人 名 位"))
_COUNTED_IN = {
    "人数": _PEOPLE,
    "户数": frozenset(["户"]),
    "家数": frozenset(["家"]),
    "面积": AREAS,
    "里程": LENGTHS,
    "长度": LENGTHS,
    "场次": frozenset(words("场 场次")),
    "次数": frozenset(["次"]),
    "床位": frozenset(words("张 床 张床 床位")),
}
_RANKED = Pattern(rf"(?P<noun>{'|'.join(_COUNTED_IN)})(?:要求|目标|指标)?(?:是|为)?最[多少大小高低长短]")
OF_NUMBERS = "数量指标"


def counted_as_ranked(text: str) -> frozenset[str]:
    """What lines are counted in that can be ranked as the question says; empty where it ranks by no such number."""
    match = _RANKED.search(text)
    return _COUNTED_IN[match["noun"]] if match else frozenset()


def ranked_by_count(plan: Plan, said: Parse, find: FindIndicators) -> tuple[Plan, tuple[str, ...]] | None:
    """The plan that ranks the lines counted so whose names or whose projects' names hold the words before the noun, and the words that served.

    None where nothing is ranked so, no words tell what is counted, no line is so, or they are not all counted in one unit.
    """
    match = _RANKED.search(said.said.text)
    if plan.order is None or plan.compare or plan.percents or plan.aggregate or plan.amounts:
        return None
    if match is None:
        return _things_ranked(plan, said, find)
    start = _begin(said, match.start())
    word = said.said.text[start : match.start()]
    told = [m for m in said.mentions if m.type is NameType.PROJECT and m.end > start and m.start < match.end()]
    if not word or (plan.projects and not told):
        return None
    scope = plan.model_copy(
        update={"projects": () if told else plan.projects, "indicators": IndicatorFilter(), "order": None, "other_order": None}
    )
    found = _counted(find.views(scope), word, _COUNTED_IN[match["noun"]], plan)
    if len({counted_in(line) for _view, line in found}) != 1:
        return None
    names = tuple(dict.fromkeys(line.name for _view, line in found))
    projects = tuple(dict.fromkeys(view.target.project for view, _line in found))
    update = {"projects": projects, "indicators": IndicatorFilter(names=names), "fields": (Field.INDICATOR,), "by": None}
    newest = None if plan.years else Newest.SCOPE
    served = (word, match["noun"], *(said.said.text[p.start : p.end] for p in said.cover if start <= p.start < match.end()))
    return plan.model_copy(update={**update, "newest": newest, "count_of": None}), served


def _things_ranked(plan: Plan, said: Parse, find: FindIndicators) -> tuple[Plan, tuple[str, ...]] | None:
    """“哪个镇的护林员最多”: what is named is counted by lines of the projects that are called so, and so is no money of theirs."""
    match = _MOST.search(said.said.text)
    named = [m for m in said.mentions if match and m.type is NameType.PROJECT and m.end == match.start()]
    if len(named) != 1 or not plan.projects or _OF_MONEY.search(said.said.text):
        return None
    word = said.said.text[named[0].start : named[0].end]
    called = tuple(word + counted for counted in ("", "人数", "数量", "总数", "个数", "数"))
    scope = plan.model_copy(update={"order": None, "other_order": None})
    lines = [line for view in find.views(scope) for line in view.target.indicators]
    found = [line for line in lines if line.level2 == OF_NUMBERS and line.number is not None and fold(line.name).endswith(called)]
    if len({counted_in(line) for line in found}) != 1:
        return None
    update = {"indicators": IndicatorFilter(names=tuple(dict.fromkeys(line.name for line in found))), "by": None}
    newest = None if plan.years else Newest.SCOPE
    return plan.model_copy(update={**update, "fields": (Field.INDICATOR,), "newest": newest, "count_of": None}), ()


_MOST = Pattern("的?(?:数量)?(?:是)?最[多少]")
_OF_MONEY = Pattern("[钱款元]|预算|资金|经费|[金总]额|项目")


def _begin(said: Parse, end: int) -> int:
    """Where the words begin that stand right before: those that nothing explains, or that were looked for among names."""
    spans = [(one.start, one.end) for one in said.leftovers]
    spans += [(one.start, one.end) for one in said.mentions if one.type is not NameType.UNIT]
    start = end
    for first, last in sorted(spans, key=lambda span: span[1], reverse=True):
        if last >= start > first:
            start = first
    return start


def _counted(views: Sequence[TargetView], word: str, units: frozenset[str], plan: Plan) -> list[tuple[TargetView, Indicator]]:
    """The lines of the newest of the years, that are counted in one of the units and hold the word, or stand in a project whose name does."""
    horizon = plan.horizon or Horizon.ANNUAL
    newest = max((view.target.year for view in views), default=0)
    return [
        (view, line)
        for view in views
        if plan.years or view.target.year == newest
        for line in view.target.indicators
        if line.horizon is horizon and unit_of(line) in units and line.number is not None
        if word in fold(line.name) or (line.level2 == OF_NUMBERS and word in fold(view.target.project))
    ]


def counted_in(line: Indicator) -> str:
    """What the value is counted in, of people in one word for all of them."""
    unit = unit_of(line)
    return "人" if unit in _PEOPLE else unit
