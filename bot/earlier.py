"""What was asked about before the last question: “这两个合起来多少”, “差多少”, “前面那个的目标”."""

import re
from collections.abc import Iterable, Sequence

from bot.book import Book
from bot.language.meanings import AggregateSaid, Mark, YearsSaid
from bot.parse import Parse
from store.plan import Aggregate, Newest, Plan

_TOGETHER = re.compile(r"加|合起来|合计|一共|总共|差|比|哪个|哪一个|谁|多多少|少多少")
_THESE = re.compile(r"(?:这|那|刚才|刚才那|刚刚|上面|上面那|前面|前面那)?(?P<count>[两二三四2-4])(?:个|项|笔)|两者|二者|它们")
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4}
MOST = 3  # that are remembered before the last


def spoken_of(said: Parse, previous: Plan, shown: Plan, earlier: Sequence[Plan], book: Book) -> Plan:
    """What a question without names of its own goes on from: the last plan, the one before what was `shown`, or several as one."""
    if said.mentions or said.leftovers or said.meanings(YearsSaid) or not earlier:
        return previous
    if Mark.EARLIER in said.marks():
        return earlier[-1]
    return _several(said, [*earlier, shown], book) or previous


def _several(said: Parse, plans: Sequence[Plan], book: Book) -> Plan | None:
    """The last two, or as many as are said, as one plan; only where each is about one project of one unit."""
    these = _THESE.search(said.said.text)
    compared = Mark.COMPARED in said.marks() or AggregateSaid(Aggregate.DIFFERENCE) in said.meanings(AggregateSaid)
    if not (_TOGETHER.search(said.said.text) and (these or compared or "加" in said.said.text)):
        return None
    digit = these["count"] if these and these["count"] else "2"
    wanted = plans[-_COUNTS.get(digit, int(digit) if digit.isdigit() else 2) :]
    return together(wanted, book)


def together(plans: Sequence[Plan], book: Book) -> Plan | None:
    """One plan for all of them, if it means each of them and nothing else."""
    if len(plans) < 2 or not all(_is_of_one(plan, book) for plan in plans):
        return None
    named = any(plan.years for plan in plans)
    shown = [(*pair, _year(plan, book)) for plan in plans for pair in sorted(book.pairs(plan.projects, plan.units))]
    meant = set(shown)
    among = tuple(dict.fromkeys((project, unit) for project, unit, _year in shown))
    years = tuple(dict.fromkeys(_year(plan, book) for plan in plans)) if named else ()
    if named and {(*pair, year) for pair in among for year in years if year in book.years_of(pair[:1], pair[1:])} != meant:
        return None
    scope = {"projects": _each(project for project, _unit in among), "units": _each(unit for _project, unit in among)}
    newest = None if years else Newest.EACH
    return plans[-1].model_copy(update={**scope, "years": years, "newest": newest, "among": among, "publishers": ()})


def _year(plan: Plan, book: Book) -> int:
    return (*book.years_of(plan.projects, plan.units), *plan.years)[-1]


def _each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _is_of_one(plan: Plan, book: Book) -> bool:
    return bool(plan.projects) and len(plan.years) < 2 and len(book.pairs(plan.projects, plan.units)) == 1
