"""Writes the OFD file of this folder: `python -m tests.seed.golden.ofd.make`.

Two pages as an office program prints them: title, year and unit, a form on each page, page numbers and a watermark.
"""

from pathlib import Path

from tests.seed.golden.html.forms import Form, annual
from tests.seed.ofd_files import Box, ofd, table, text

FORMS = (
    Form("森林防火经费", "青禾县林业局", "86.40", "80", "6.4", "全年无重大森林火灾。", "巡护面积", "≥3.2万亩"),
    Form("古树名木保护", "青禾县国有林场", "12.5", "12.5", "", "古树生长良好。", "保护古树株数", "46株"),
)
WIDTHS = (14.0, 24.0, 44.0, 44.0, 44.0)


def boxes(form: Form) -> list[Box]:
    """The form's cells on their grid, without markup."""
    taken: set[tuple[int, int]] = set()
    found: list[Box] = []
    for r, row in enumerate(annual(form)):
        column = 0
        for markup, rows, columns in row:
            while (r, column) in taken:
                column += 1
            taken |= {(r + down, column + right) for down in range(rows) for right in range(columns)}
            words = markup.replace("<br>", "\n").replace("&nbsp;", "").replace("<p>", "").replace("</p>", "")
            found.append((r, column, rows, columns, words))
    return found


def page(form: Form, number: int) -> str:
    """A page with one form."""
    heading = text(40, 18, "青禾县林业局2026年度项目支出绩效目标公开", size=5) if number == 1 else ""
    titles = text(80, 26, "项目支出绩效目标表", size=4.5) + text(90, 33, "（2026年度）")
    footnote = text(170, 30, "单位：万元") + text(20, 200, "注：数据来自部门预算") + text(100, 285, f"- {number} -")
    mark = text(60, 150, "内部资料", size=12, more=' CTM="0.7 -0.7 0.7 0.7 0 0"')
    return heading + titles + table(boxes(form), WIDTHS) + footnote + mark


if __name__ == "__main__":
    content = ofd(*(page(form, number) for number, form in enumerate(FORMS, start=1)))
    (Path(__file__).parent / "两页表格.ofd").write_bytes(content)
