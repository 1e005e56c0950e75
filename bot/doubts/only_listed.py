"""Projects that only a 公开清单 names: no target says anything of them, and that is said, with the amount of the list."""

from collections.abc import Sequence

from bot.answer import Answer, Desk, Fact, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import phrases
from bot.replying.citing import cite
from bot.replying.enumerating import enumerate_items
from store.catalogue import Listed
from store.model import FundingKind, Horizon
from store.plan import Field
from store.text import fold

_NOUNS = frozenset({"", "经费", "资金", "款", "项目", "预算资金", "项目资金"})
_YEAR = Pattern(r"(?<!\d)(?:19|20)\d\d(?=年)")


def only_listed(question: Understanding, desk: Desk) -> Answer | None:
    """What a list says of the project that the question names in full; None where none is named so.

    An amount is stated only where nothing else of the question limits it.
    """
    rows = [row for row in desk.book.listed_in(question.text) if _of_years(row, question.plan.years)]
    if not rows:
        return None
    name = phrases.project(rows[0].project)
    if not _asks_its_amount(question, rows[0]):
        places = cite([_fact(row) for row in rows])
        line = f"没有{name}的绩效目标表：它只在清单里有 {len(rows)} 行，查不到它的目标和指标。"
        return Answer(Kind.NOT_FOUND, (line,), cited=places)
    stated = [_fact(row) for row in rows]
    if len(rows) == 1:
        whose = f"（{phrases.one_line(rows[0].unit)}）" if rows[0].unit else ""
        lines = [f"{_amount(rows[0])}：{name}{whose}只在清单里有这一行，没有绩效目标表。"]
    else:
        items = [f"{phrases.one_line(row.unit or '清单没有写单位')} {_amount(row)}（《{row.source.document}》）" for row in rows]
        lines = [f"{name}只在清单里有 {len(rows)} 行，没有绩效目标表：", *enumerate_items(items, desk.offset)]
    kind = Kind.ANSWER if any(row.yuan is not None for row in rows) else Kind.NOT_FOUND
    return Answer(kind, tuple(lines), tuple(stated), cite(stated))


def _of_years(row: Listed, years: Sequence[int]) -> bool:
    """Whether the list may be of one of the years: its title says which one it is of."""
    titled = {int(year) for year in _YEAR.findall(row.source.document)}
    return not years or not titled or bool(titled & set(years))


def _asks_its_amount(question: Understanding, row: Listed) -> bool:
    plan, name = question.plan, fold(row.project)
    shaped = (
        plan.order
        or plan.compare
        or plan.aggregate
        or plan.amounts
        or plan.checked
        or plan.percents
        or plan.attributes
        or plan.kinds
    )
    if shaped or plan.projects or plan.units or plan.fields != (Field.AMOUNT,) or plan.horizon is Horizon.MID_TERM:
        return False
    if question.asks_execution or (plan.years and not _YEAR.search(row.source.document)):
        return False
    words = [fold(word) for word in (*question.unknown, *question.doubtful)]
    return all(word in name or word.replace(name, "", 1) in _NOUNS for word in words)


def _fact(row: Listed) -> Fact:
    stated = {"value": row.source.raw, "yuan": row.yuan, "source": row.source, "horizon": Horizon.ANNUAL}
    return Fact(field="listed", project=row.project, unit=row.unit, name=FundingKind.TOTAL.value, **stated)  # type: ignore[arg-type]  # they are Fact's own fields


def _amount(row: Listed) -> str:
    if row.yuan is not None:
        return f"清单金额 {phrases.money(row.yuan)}"
    return f"清单金额读不出（写的是{phrases.quoted(row.source.raw)}）" if row.source.raw.strip() else "清单上没填金额"
