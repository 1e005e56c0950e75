"""The amounts of a long list that has no money column: they stand in another table of the same file (Yunnan's 05-1 for 05-2)."""

from collections.abc import Sequence

from msgspec import Struct

from seed.document import Document, Table, place_of
from seed.findings import remark, short, warn
from seed.forms.fields import Parts, code_and_name, project_name
from seed.long_lists.blocks import Block
from seed.long_lists.listed import is_list, read_list
from seed.words.labels import one_line
from store.model import Finding, Funding, FundingKind, Horizon, ListedProject
from store.text import fold


class Budget(Struct, frozen=True):
    """The lists of projects and totals in the other tables of a file."""

    rows: tuple[ListedProject, ...]

    def amount_of(self, block: Block, blocks: Sequence[Block]) -> Parts:
        """The annual total of the row with the block's unit and project; nothing where there is none, a finding where there are several."""
        name = fold(project_name(block.project.text))
        named = [row for row in self.rows if fold(row.project) == name]
        unit = fold(code_and_name(one_line(block.unit.text))[1]) if block.unit else None
        own = [row for row in named if row.unit is not None and fold(row.unit) == unit]
        if not own and all(row.unit is None for row in named):
            once = sum(fold(project_name(other.project.text)) == name for other in blocks) == 1
            own = named if once else []
        if len(own) > 1:
            places = "、".join(place_of(row.source) for row in own)
            message = f"“{short(block.project.text)}”的金额在别的表里有 {len(own)} 处（{places}），看不出哪个是总额，没有读入。"
            return Parts(findings=(warn("budget-several", block.project, message),))
        if not own:
            return Parts()
        if own[0].yuan is None:
            message = f"“{short(block.project.text)}”在{place_of(own[0].source)}写的是“{short(own[0].source.raw)}”，没有作为金额读入。请核对那张表。"
            return Parts(findings=(warn("budget-unreadable", block.project, message),))
        return Parts(fundings=(Funding(horizon=Horizon.ANNUAL, kind=FundingKind.TOTAL, yuan=own[0].yuan, source=own[0].source),))


def budget_beside(document: Document, table: Table) -> Budget:
    """What the lists among the document's other tables say."""
    lists = [other for other in document.tables if other.number != table.number and is_list(other)]
    return Budget(tuple(row for other in lists for row in read_list(document, other).listed))


def without_amount(table: Table, blocks: Sequence[Block], read: Sequence[Parts]) -> list[Finding]:
    """A remark that names the projects for which no table has an amount."""
    without = [block for block, parts in zip(blocks, read, strict=True) if not parts.fundings and not parts.findings]
    if not without:
        return []
    said = "、".join(f"“{short(block.project.text, 20)}”" for block in without[:8]) + (
        f"等 {len(without)} 个项目" if len(without) > 8 else ""
    )
    return [
        remark(
            "no-amount-column",
            f"第{table.number}张表",
            f"这张表没有金额栏，文件里也没有单位和名称都对得上的清单：{said}没有金额。",
        )
    ]
