"""Writes the golden PDF files: forms and a list as Word and Excel print them (LibreOffice does it here), and one drawn by reportlab.

    python -m tests.seed.golden.pdf.make

Needs soffice and the font Noto Sans CJK SC; the dates in the files change, nothing else.
"""

import subprocess
import tempfile
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

from tests.seed.paper import Paper

HERE = Path(__file__).parent
PRINTED = HERE.parents[1] / "printed"  # what tests read that ask for its cells, not for what it states
FONT = "Noto Sans CJK SC"
GOAL = (
    "一是完成12个行政村农村饮水安全巩固提升工程，铺设供水管网36公里，新建水厂2座，受益群众1.8万人；\n"
    "二是建立“县级统管、乡镇协管、村级专管”的长效管护机制，落实管护人员24名，开展技术培训3期、培训150人次；\n"
    "三是水质合格率达到98%以上，供水保证率达到95%以上，群众满意度达到92%以上。"
)
INDICATORS = [
    ("产出指标", "数量指标", "铺设供水管网长度", "≥36公里"),
    ("产出指标", "数量指标", "培训管护人员人次", "150人次"),
    ("产出指标", "质量指标", "水质合格率", "≥98%"),
    ("产出指标", "时效指标", "工程完工时间", "2024年11月底前"),
    ("产出指标", "成本指标", "每公里管网建设费用", "≤8.5万元"),
    ("效益指标", "社会效益指标", "受益群众人数", "1.8万人"),
    ("效益指标", "可持续影响指标", "供水设施长效管护机制建立并有效运行", "良好"),
    ("满意度指标", "满意度指标", "受益群众满意度", "≥92%"),
]
Cell = tuple[str, int, int]  # text, columns, rows


def both_horizons(project: str, unit: str, mid_term: str, annual: str) -> list[list[Cell]]:
    """A form with the mid-term beside the year, in ten columns."""
    rows: list[list[Cell]] = [
        [("项目名称", 2, 1), (project, 8, 1)],
        [("实施单位", 2, 1), (unit, 8, 1)],
        [("项目资金\n（万元）", 2, 3), ("中期资金总额：", 2, 1), (mid_term, 2, 1), ("年度资金总额：", 2, 1), (annual, 2, 1)],
        [("其中：财政拨款", 2, 1), (mid_term, 2, 1), ("其中：财政拨款", 2, 1), (annual, 2, 1)],
        [("其他资金", 2, 1), ("", 2, 1), ("其他资金", 2, 1), ("", 2, 1)],
        [("总\n体\n目\n标", 2, 2), ("中期目标（2024年—2026年）", 4, 1), ("年度目标", 4, 1)],
        [(GOAL.replace("36", "108"), 4, 1), (GOAL, 4, 1)],
        [
            ("绩\n效\n指\n标", 1, 1 + len(INDICATORS)),
            *[(h, 1, 1) for h in ("一级指标", *("二级指标", "三级指标", "指标值", "绩效标准") * 2)],
        ],
    ]
    for n, (level1, level2, name, value) in enumerate(INDICATORS):
        first1 = n == 0 or INDICATORS[n - 1][0] != level1
        first2 = n == 0 or INDICATORS[n - 1][1] != level2
        reach1 = sum(other[0] == level1 for other in INDICATORS)
        reach2 = sum(other[1] == level2 for other in INDICATORS)
        half = [*([(level2, 1, reach2)] if first2 else []), (name, 1, 1), (value, 1, 1), ("", 1, 1)]
        rows.append([*([(level1, 1, reach1)] if first1 else []), *half, *half])
    return rows


def word(path: Path, *, forms: list[tuple[list[list[Cell]], int]], title: str) -> None:
    """A Word document of forms in landscape, with page numbers."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name = FONT
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    number_pages(section)
    document.add_paragraph(title).alignment = 1
    for rows, before in forms:
        document.add_paragraph("项目支出绩效目标表").alignment = 1
        document.add_paragraph("（2024年度）").alignment = 1
        for _line in range(before):
            document.add_paragraph()
        add_table(document, rows)
    document.save(str(path))


def number_pages(section) -> None:
    paragraph = section.footer.paragraphs[0]
    paragraph.add_run("— ")
    run = paragraph.add_run()
    for kind in ("begin", None, "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = "PAGE"
        run._r.append(element)
    paragraph.add_run(" —")


def add_table(document, rows: list[list[Cell]]) -> None:
    taken: set[tuple[int, int]] = set()
    placed = {}
    for y, row in enumerate(rows):
        x = 0
        for text, columns, down in row:
            while (y, x) in taken:
                x += 1
            placed[y, x] = text, columns, down
            taken |= {(y + dy, x + dx) for dy in range(down) for dx in range(columns)}
    table = document.add_table(rows=len(rows), cols=10)
    table.style = "Table Grid"
    for (y, x), (text, columns, down) in placed.items():
        cell = table.cell(y, x).merge(table.cell(y + down - 1, x + columns - 1))
        for extra in cell.paragraphs[1:]:
            extra._element.getparent().remove(extra._element)
        for n, line in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
            paragraph.add_run(line).font.size = Pt(10.5)


HEADER = (
    "单位名称",
    "项目名称",
    "预算数",
    "年度目标",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标性质",
    "指标值",
    "度量单位",
    "权重",
)
PROJECTS = [
    ("青禾县水利局", "农村饮水安全巩固提升", 3_060_000, "巩固提升12个村的供水。"),
    ("青禾县水利局", "山洪灾害防治设施维护", 420_000, "设施完好，汛期运行正常。"),
    ("青禾县教育局", "农村学校食堂改造", 265_000, "改造三所学校的食堂。"),
    ("青禾县教育局", "校车运行补助", 1_080_000, "保障18条校车线路安全运行。"),
    ("青禾县民政局", "高龄津贴", 5_400_000, "按月发放高龄津贴。"),
    ("青禾县民政局", "城乡居民临时救助", 860_000, "及时救助遇到困难的家庭。"),
]
LINES = [
    ("产出指标", "数量指标", "完成任务数量", "≥", "12", "个", 20),
    ("产出指标", "质量指标", "验收合格率", "=", "100", "%", 20),
    ("产出指标", "时效指标", "按期完成率", "≥", "95", "%", 20),
    ("效益指标", "社会效益指标", "受益人数", "≥", "1800", "人", 20),
    ("满意度指标", "满意度指标", "群众满意度", "≥", "90", "%", 10),
]


def excel(path: Path) -> None:
    """A long list as Excel prints it, scaled to the width of the page, its title and header on every page."""
    book = Workbook()
    sheet = book.active
    sheet["A1"], sheet["K2"] = "青禾县2024年度部门预算项目绩效目标表", "单位：元"
    sheet.merge_cells("A1:K1")
    for column, text in enumerate(HEADER, start=1):
        sheet.cell(3, column, text)
    for n, project in enumerate(PROJECTS):
        top = 4 + n * len(LINES)
        for column, value in enumerate(project, start=1):
            sheet.cell(top, column, value).number_format = "#,##0.00"
            sheet.merge_cells(start_row=top, end_row=top + len(LINES) - 1, start_column=column, end_column=column)
        for down, line in enumerate(LINES):
            for column, value in enumerate(line, start=5):
                sheet.cell(top + down, column, value)
        for row in range(top, top + len(LINES)):
            sheet.row_dimensions[row].height = 32
    thin = Side(style="thin")
    for row in sheet.iter_rows(min_row=3, max_row=3 + len(PROJECTS) * len(LINES)):
        for cell in row:
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            cell.font = Font(name=FONT, size=12)
    for column, width in zip("ABCDEFGHIJK", (20, 26, 16, 30, 14, 16, 20, 10, 10, 10, 8), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.scale = 58
    sheet.print_title_rows = "1:3"
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
    book.save(path)


def drawn(path: Path) -> None:
    """Annual forms with a font that is not in the file, a row cut by the page break, and page numbers."""
    paper = Paper()
    paper.text(180, 50, "青禾县财政局2024年度项目支出绩效目标", 14)
    paper.text(230, 560, "项目支出绩效目标表")
    cells = {
        (0, 0): ("项目名称", 1, 2),
        (0, 2): ("财政信息系统运行维护", 1, 3),
        (1, 0): ("主管部门及代码", 1, 2),
        (1, 2): ("101-青禾县财政局", 1, 1),
        (1, 3): ("实施单位", 1, 1),
        (1, 4): ("青禾县财政局", 1, 1),
        (2, 0): ("项目资金\n（万元）", 3, 2),
        (2, 2): ("年度资金总额：", 1, 1),
        (2, 3): ("128.5", 1, 2),
        (3, 2): ("其中：财政拨款", 1, 1),
        (3, 3): ("120", 1, 2),
        (4, 2): ("其他资金", 1, 1),
        (4, 3): ("8.5", 1, 2),
        (5, 0): ("年度\n目标", 1, 2),
        (5, 2): ("保障预算管理一体化系统全年稳定运行，及时处理故障，做", 1, 3),
    }
    widths = [40, 90, 130, 70, 80]
    paper.table(590, widths, [22, 22, 22, 22, 22, 36], cells, left=60)
    paper.text(280, 800, "— 1 —")
    paper.turn_page()
    cells = {
        (0, 0): ("", 1, 2),
        (0, 2): ("好数据备份和安全防护。", 1, 3),
        (1, 0): ("绩\n效\n指\n标", 5, 1),
        (1, 1): ("一级指标", 1, 1),
        (1, 2): ("二级指标", 1, 1),
        (1, 3): ("三级指标", 1, 1),
        (1, 4): ("指标值", 1, 1),
        (2, 1): ("产出指标", 2, 1),
        (2, 2): ("数量指标", 1, 1),
        (2, 3): ("维护系统数", 1, 1),
        (2, 4): ("6个", 1, 1),
        (3, 2): ("质量指标", 1, 1),
        (3, 3): ("系统可用率", 1, 1),
        (3, 4): ("≥99.5%", 1, 1),
        (4, 1): ("效益指标", 1, 1),
        (4, 2): ("社会效益指标", 1, 1),
        (4, 3): ("数据安全", 1, 1),
        (4, 4): ("无事故", 1, 1),
        (5, 1): ("满意度指标", 1, 1),
        (5, 2): ("满意度指标", 1, 1),
        (5, 3): ("用户满意度", 1, 1),
        (5, 4): ("≥90%", 1, 1),
    }
    paper.table(60, widths, [22] * 6, cells, left=60)
    paper.text(280, 800, "— 2 —")
    path.write_bytes(paper.done())


def main() -> None:
    """Writes all of them beside this file."""
    drawn(HERE / "跨页断行的表.pdf")
    with tempfile.TemporaryDirectory() as folder:
        made = [Path(folder) / "横向两期表.docx", Path(folder) / "分页打印的长清单.xlsx"]
        forms = [
            (both_horizons("农村饮水安全巩固提升", "青禾县水利局", "918", "306"), 3),
            (both_horizons("灌区续建配套", "青禾县灌区管理所", "270.5万元", "90.2万元"), 0),
        ]
        word(made[0], forms=forms, title="青禾县水利局2024年度项目支出绩效目标")
        excel(made[1])
        for path, folder_of in zip(made, (HERE, PRINTED), strict=True):
            command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf"]
            subprocess.run([*command, "--outdir", str(folder_of), str(path)], check=True)


if __name__ == "__main__":
    main()
