"""项目支出绩效目标公开清单: one row a project, with its name, its total and sometimes its unit; what it says more stands in the forms."""

from seed.document import Document, Layout, Reading, Table
from seed.long_lists.listed import is_list, read_list


def claims(table: Table) -> bool:
    """Whether a row heads columns of names and amounts, and nothing in the table belongs to forms or long lists."""
    return is_list(table)


def read(document: Document, table: Table) -> Reading:
    """A `ListedProject` for each row with a name; a printed 合计 is compared with their sum."""
    found = read_list(document, table)
    return Reading(listed=found.listed, findings=found.findings, prints_totals=found.prints_totals)


LAYOUT = Layout("listing", claims, read)
