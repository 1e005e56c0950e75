"""The last line of a reply: which documents and tables say what was said."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from bot.answer import Fact
from bot.phrases import money, numbers, quoted
from store.model import FundingKind
from store.targets import TargetView

_MOST_DOCUMENTS = 3


def cite(facts: Iterable[Fact], label: str = "") -> tuple[str, ...]:
    """“《…》第4、5张表“年度资金总额”” for the facts that have a source, a part a document."""
    tables: dict[str, list[int]] = {}
    for fact in facts:
        if fact.source:
            tables.setdefault(fact.source.document, []).append(fact.source.table or 0)
    parts = [f"《{document}》{_tables(listed)}{quoted(label) if label else ''}" for document, listed in tables.items()]
    if len(parts) > _MOST_DOCUMENTS:
        return (*parts[:_MOST_DOCUMENTS], f"等 {len(parts)} 份文件")
    return tuple(parts)


def _tables(listed: Sequence[int]) -> str:
    known = [n for n in listed if n]
    return f"第{numbers(known)}张表" if known else ""


def cite_totals(views: Sequence[TargetView], facts: Sequence[Fact], label: str) -> tuple[str, ...]:
    """The same for annual totals, with what the 公开清单 of the document says of them."""
    parts = list(cite(facts, label))
    lists = {v.listed.source.table for v in views if v.listed and v.listed.source.table}
    agreeing = [v for v in views if v.listed and _agrees(v)]
    if len(parts) == 1 and agreeing and len(agreeing) == len(views) and len(lists) == 1:
        parts[0] += f"，与第{lists.pop()}张表（清单）一致"
    return tuple(parts)


def disagreements(views: Iterable[TargetView]) -> list[str]:
    """A line for each project whose 公开清单 states another amount than its form: both figures, the form's first."""
    lines = []
    for view in views:
        total = _total(view)
        if view.listed and view.listed.yuan is not None and total is not None and view.listed.yuan != total:
            place = f"第{view.listed.source.table}张表（清单）" if view.listed.source.table else "清单"
            lines.append(f"注意：{place}写的是 {money(view.listed.yuan)}，与项目表 {money(total)} 不一致，以项目表为准。")
    return lines


def _agrees(view: TargetView) -> bool:
    total = _total(view)
    return view.listed is not None and view.listed.yuan is not None and view.listed.yuan == total


def _total(view: TargetView) -> Decimal | None:
    funding = view.target.funding(FundingKind.TOTAL)
    return funding.yuan if funding else None
