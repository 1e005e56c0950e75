"""The last line of a reply: which documents and tables say what was said."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from bot.answer import Fact
from bot.replying.phrases import listed, money, numbers, quoted
from store.model import FundingKind, Source
from store.targets import TargetView

_MOST_DOCUMENTS = 3


def cite(facts: Iterable[Fact], label: str = "") -> tuple[str, ...]:
    """“《…》第4、5张表“年度资金总额”” for the facts that have a source, a part a document."""
    tables: dict[str, list[Source]] = {}
    for fact in facts:
        if fact.source:
            tables.setdefault(fact.source.document, []).append(fact.source)
    parts = [f"《{document}》{_tables(listed)}{quoted(label) if label else ''}" for document, listed in tables.items()]
    if len(parts) > _MOST_DOCUMENTS:
        return (*parts[:_MOST_DOCUMENTS], f"等 {len(parts)} 份文件")
    return tuple(parts)


def _tables(sources: Sequence[Source]) -> str:
    """“第4、5张表”; in a workbook the names of the worksheets, which people see: “工作表“危房”、“图书””."""
    sheets = list(dict.fromkeys(quoted(one.sheet) for one in sources if one.sheet is not None))
    known = [one.table for one in sources if one.table and one.sheet is None]
    named = [f"工作表{listed(sheets)}"] if sheets else []
    return listed([*named, f"第{numbers(known)}张表"] if known else named)


def list_of(source: Source | None) -> str:
    """Where a 公开清单 stands: “第1张表（清单）”, “工作表“清单”（清单）”."""
    return f"{_tables([source])}（清单）" if source and source.table else "清单"


def cite_totals(views: Sequence[TargetView], facts: Sequence[Fact], label: str) -> tuple[str, ...]:
    """The same for annual totals, with what the 公开清单 of the document says of them."""
    parts = list(cite(facts, label))
    lists = {list_of(v.listed.source) for v in views if v.listed and v.listed.source.table}
    agreeing = [v for v in views if v.listed and _agrees(v)]
    if len(parts) == 1 and agreeing and len(agreeing) == len(views) and len(lists) == 1:
        parts[0] += f"，与{lists.pop()}一致"
    return tuple(parts)


def disagreement(view: TargetView, row: Fact) -> str:
    """What is said of a project whose 公开清单 states another amount than its form: both figures, the form's stands."""
    total = _total(view)
    assert row.yuan is not None  # facts.listed says so
    assert total is not None
    whose = f"{view.target.unit}「{view.target.project}」"
    return f"注意：{whose}{list_of(row.source)}写的是 {money(row.yuan)}，与项目表 {money(total)} 不一致，以项目表为准。"


def _agrees(view: TargetView) -> bool:
    total = _total(view)
    return view.listed is not None and view.listed.yuan is not None and view.listed.yuan == total


def _total(view: TargetView) -> Decimal | None:
    funding = view.target.funding(FundingKind.TOTAL)
    return funding.yuan if funding else None


def cite_row(stated: Sequence[Fact]) -> tuple[str, ...]:
    """The same for lines of a table: of one fact that its own row says it (该行)."""
    rows = {f.source.row for f in stated if f.source}
    return tuple(c + ("该行" if len(rows) == 1 and len(stated) == 1 else "") for c in cite(stated))
