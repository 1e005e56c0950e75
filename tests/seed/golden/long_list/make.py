"""Writes the documents of this folder: `python -m tests.seed.golden.long_list.make`.  Names are invented; layouts are those of provinces."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

FOLDER = Path(__file__).parent
WHEN = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)
Row = Sequence[str]
SICHUAN = ("单位名称", "项目名称", "预算数", "年度目标", "一级指标", "二级指标", "三级指标")
SICHUAN_SIGNS = ("指标性质", "指标值", "度量单位", "权重", "指标方向性")


def save(book: Workbook, name: str) -> None:
    book.properties.created = book.properties.modified = WHEN
    book.save(FOLDER / name)


def write(sheet: Worksheet, rows: Sequence[Row], merged: Sequence[str] = ()) -> None:
    for r, row in enumerate(rows, start=1):
        for c, text in enumerate(row, start=1):
            if text:
                sheet.cell(r, c, text)
    for area in merged:
        sheet.merge_cells(area)


def sichuan() -> None:
    """E: a department's subtotal, codes before names, operators under 指标性质, merged blocks, a unit over two projects, a footnote."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表6"
    up, down = "正向指标", "反向指标"
    rows: list[Row] = [
        ("部门预算项目绩效目标申报表",),
        ("（2023年度）",),
        (*("",) * 10, "金额单位:元"),
        (*SICHUAN, *SICHUAN_SIGNS),
        ("820-柳河镇部门", "", "3,466,340.00"),
        (
            *("820001-青禾县柳河镇人民政府", "51000021R000000019951-村级组织运转经费", "3,309,840.00", "保障12个村正常运转。"),
            *("效益指标", "社会效益指标", "村级服务水平", "定性", "优良中低差", "", "20", up),
        ),
        ("", "", "", "", "产出指标", "数量指标", "村组干部230人", "≥", "230", "个", "15", up),
        ("", "", "", "", "", "时效指标", "补助发放时间", "≤", "12", "月", "15", down),
        ("", "", "", "", "", "成本指标", "人均补助标准", "＝", "14390.6", "元/人·年", "7.5", down),
        ("", "", "", "", "满意度指标", "满意度指标", "群众满意度", "≥", "95%", "%", "10", up),
        (
            "",
            "河道保洁经费",
            "56,500.00",
            "保洁河道18公里。",
            "产出指标",
            "数量指标",
            "保洁河道长度",
            "=",
            "18",
            "公里",
            "40",
            up,
        ),
        ("", "", "", "", "效益指标", "生态效益指标", "水面无漂浮物", "定性", "好坏", "", "40", up),
        (
            *("820002-青禾县柳河镇财政所", "惠农补贴发放工作经费", "100,000.00", "按时发放补贴。"),
            *("产出指标", "质量指标", "发放准确率", "≥", "99.5", "%", "45", up),
        ),
        ("", "", "", "", "满意度指标", "服务对象满意度指标", "农户满意度", "≥", "90", "%", "45", up),
        ("注：1.指标权重合计不含预算执行率10分。",),
    ]
    merged = ["A1:L1", "A2:L2", "A6:A12", *(f"{c}6:{c}10" for c in "BCD"), "E7:E9", *(f"{c}11:{c}12" for c in "BCD")]
    write(sheet, rows, [*merged, *(f"{c}13:{c}14" for c in "ABCD"), "A15:L15"])
    save(book, "四川.xlsx")


def sichuan_wrong_sum() -> None:
    """E: a subtotal that is not what its units get, an amount without a unit anywhere, a row that names no project."""
    book = Workbook()
    sheet = book.worksheets[0]
    rows: list[Row] = [
        ("青禾县教育局2023年部门预算项目绩效目标表",),
        ("单位名称", "项目名称", "预算数（元）", "其中：财政拨款", "年度目标", *SICHUAN[4:], *SICHUAN_SIGNS[:3]),
        ("205-青禾县教育局", "", "900,000.00", "900,000.00"),
        (
            "205001-青禾县第一小学",
            "校舍维修",
            "400,000.00",
            "400,000.00",
            "维修校舍。",
            "产出指标",
            "数量指标",
            "维修面积",
            "≥",
            "800",
            "平方米",
        ),
        ("", "", "", "", "", "效益指标", "社会效益指标", "受益学生", "≥", "1200", "人"),
        ("205002-青禾县第二小学", "", "200,000.00", "", "采购设备。", "产出指标", "数量指标", "设备数量", "=", "30", "台"),
        ("", "", "", "", "", "产出指标", "质量指标", "验收合格率", "=", "100", "%"),
        ("205002-青禾县第二小学", "图书采购", "约3O万", "", "采购图书。", "产出指标", "数量指标", "图书数量", "≥", "5000", "册"),
        ("", "", "", "", "", "满意度指标", "满意度指标", "师生满意度", "≥", "90", "%"),
        (
            "205003-青禾县幼儿园",
            "玩教具购置",
            "300,000.00",
            "300,000.00",
            "购置玩教具。",
            "产出指标",
            "数量指标",
            "购置件数",
            "≥",
            "260",
            "件",
        ),
        ("合计", "", "900,000.00", "700,000.00"),
    ]
    write(sheet, rows)
    save(book, "四川合计不符.xlsx")


def html(name: str, before: str, rows: Sequence[Sequence[tuple[str, int, int]]], after: str = "") -> None:
    cells = [[f'<td rowspan="{down}" colspan="{right}">{text}</td>' for text, down, right in row] for row in rows]
    table = "\n".join(f"<tr>{''.join(row)}</tr>" for row in cells)
    page = f"<html><head><meta charset='utf-8'></head><body>{before}<table border='1'>\n{table}\n</table>{after}</body></html>\n"
    (FOLDER / name).write_text(page, encoding="utf-8", newline="\n")


def plain(*texts: str) -> list[tuple[str, int, int]]:
    return [(text, 1, 1) for text in texts]


def inner_mongolia() -> None:
    """G: 指标性质 holds directions and 指标方向 operators in words; classes without 指标, a first level with its score, weights of 7.5."""
    words = (
        "项目名称",
        "项目单位",
        "项目类别",
        "预算数",
        "年度绩效目标",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标方向",
        "目标值",
        "计量单位",
        "分值",
    )
    first = [
        ("办案业务经费", 4, 1),
        ("301001-青禾旗人民检察院", 6, 1),
        ("32-专项资金项目", 4, 1),
        ("850000", 4, 1),
        ("保障办案需要。", 4, 1),
    ]
    second = [("办公楼维修", 2, 1), ("32-专项资金项目", 2, 1), ("120000.5", 2, 1), ("维修办公楼。", 2, 1)]
    rows = [
        plain(*words),
        [*first, ("产出指标（60分）", 2, 1), *plain("数量指标", "办理案件数量", "正向", "大于等于", "260", "件", "7.5")],
        plain("质量指标", "案件质量合格率", "正向", "大于等于", "98", "%", "7.5"),
        plain("效益指标（20分）", "社会效益", "提升司法公信力", "定性", "", "有效提升", "", "20"),
        plain("满意度指标（10分）", "服务对象满意度", "当事人满意度", "正向", "大于等于", "90", "%", "10"),
        [*second, *plain("产出指标（60分）", "成本指标", "维修成本", "反向", "小于等于", "120000.5", "元", "30")],
        plain("效益指标（20分）", "可持续影响", "使用年限", "正向", "等于", "10", "年", "30"),
    ]
    before = "<h1>青禾旗人民检察院2025年部门预算公开表</h1><p>表11 项目绩效目标表</p><p>单位：元</p>"
    html("内蒙古.html", before, rows, "<p>打印本页 关闭窗口</p>")


def shorter_rows() -> None:
    """E as a mirror prints it: rows without the merged cells, and nothing that says that they are merged."""
    rows = [
        plain(*SICHUAN, *SICHUAN_SIGNS),
        plain(
            "青禾县水利局",
            "水库维修养护",
            "260,000.00",
            "养护水库9座。",
            "产出指标",
            "数量指标",
            "养护水库",
            "=",
            "9",
            "座",
            "30",
            "正向指标",
        ),
        plain("质量指标", "验收合格率", "=", "100", "%", "30", "正向指标"),
        plain("效益指标", "社会效益指标", "下游安全", "定性", "得到保障", "", "30", "正向指标"),
        plain("合计", "380,000.00"),
        plain("防汛物资储备", "456,000.00", "储备物资。"),
        plain(
            "青禾县水利局",
            "农村饮水管护",
            "120,000.00",
            "管护饮水。",
            "产出指标",
            "数量指标",
            "管护处数",
            "≥",
            "46",
            "处",
            "40",
            "正向指标",
        ),
    ]
    html("四川短行.html", "<h1>青禾县水利局2023年部门预算项目绩效目标表</h1><p>金额单位：元</p>", rows)


def pasted() -> None:
    """X: pasted from Excel, with empty columns to the right; no column of units, which the line above the list names."""
    empty = [("", 1, 1)] * 40
    rows = [
        [("青禾县水利局2021年项目绩效目标表", 1, 6), *empty],
        [("单位：青禾县水利局", 1, 3), ("单位：万元", 1, 3), *empty],
        [*plain("项目名称", "金额", "绩效目标", "二级指标", "三级指标", "指标值"), *empty],
        [("水库除险加固", 3, 1), ("12.6", 3, 1), ("加固水库2座。", 3, 1), *plain("数量指标", "加固水库", "2座"), *empty],
        [*plain("时效指标", "完工时间", "2021年12月"), *empty],
        [*plain("满意度指标", "群众满意度", "≥95%"), *empty],
        [("抗旱服务", 1, 1), ("4", 1, 1), ("抗旱。", 1, 1), *plain("数量指标", "抗旱机具", "≥20台"), *empty],
        [("合计", 1, 1), ("16.6", 1, 1), *plain("", "", "", ""), *empty],
        [("填表人：某某 联系电话：0000-0000000", 1, 6), *empty],
    ]
    html("粘贴.html", "", rows)


def yunnan() -> None:
    """H: 05-2 without amounts, units in rows of their own above their projects; 05-1 with the amounts, its heading in two rows."""
    book = Workbook()
    budget = book.worksheets[0]
    budget.title = "部门项目支出预算05-1"
    rows: list[Row] = [
        ("监督索引号53000000000000000",),
        ("部门项目支出预算表（本级）",),
        ("单位名称：青禾县教育局", "", "", "", "", "", "单位：元"),
        ("项目分类", "项目单位", "项目名称", "功能科目编码", "合计", "本年拨款", ""),
        ("", "", "", "", "", "一般公共预算", "政府性基金"),
        ("1", "2", "3", "4", "5", "6", "7"),
        ("专项业务类", "青禾县教育局", "教师培训经费", "2050801", "360,000.00", "360,000.00", ""),
        ("专项业务类", "青禾县第一中学", "校园安保服务费", "2050204", "185000", "185000", ""),
        ("专项业务类", "青禾县第二中学", "校园安保服务费", "2050204", "92000.5", "92000.5", ""),
        ("事业发展类", "青禾县第二中学", "实验室建设", "2050204", "400000", "400000", ""),
        ("", "", "", "2050299", "100000", "", "100000"),
        ("合计", "", "", "", "1137000.5", "", ""),
    ]
    merged = ["A2:G2", *(f"{c}4:{c}5" for c in "ABCDE"), "F4:G4", *(f"{c}10:{c}11" for c in "ABC")]
    write(budget, rows, merged)
    targets = book.create_sheet("部门项目支出绩效目标05-2")
    words = (
        "单位名称、项目名称",
        "项目年度绩效目标",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "度量单位",
        "指标属性",
        "指标内容",
    )
    lines: list[Row] = [
        ("监督索引号53000000000000000",),
        ("项目支出绩效目标表（本级下达）",),
        ("单位名称：青禾县教育局",),
        words,
        ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"),
        ("青禾县教育局",),
        ("  教师培训经费", "培训教师600人次。"),
        ("", "", "产出指标"),
        ("", "", "", "数量指标"),
        ("", "", "", "", "培训人次", ">=", "600", "人次", "定量指标", "反映培训教师的人次。"),
        ("", "", "效益指标"),
        ("", "", "", "社会效益指标"),
        ("", "", "", "", "教师业务水平", "=", "有所提高", "", "定性指标", "反映教师业务水平的提高。"),
        ("青禾县第一中学",),
        ("  校园安保服务费", "聘用保安6人。", "产出指标", "数量指标", "聘用保安", "=", "6", "人", "定量指标", "反映人数。"),
        ("", "", "满意度指标", "服务对象满意度指标", "师生满意度", "≥", "90", "%", "定量指标", "反映师生的看法。"),
        ("青禾县第二中学",),
        ("  校园安保服务费", "聘用保安3人。", "产出指标", "数量指标", "聘用保安", "=", "3", "人", "定量指标", "反映人数。"),
        ("  实验室建设", "建设实验室2间。", "产出指标", "数量指标", "建设实验室", "=", "2", "间", "定量指标", "反映间数。"),
        ("", "", "产出指标", "时效指标", "完工时间", "<=", "12", "月底", "定量指标", "反映进度。"),
        ("  图书购置", "购置图书。", "产出指标", "数量指标", "购置图书", "≥", "3000", "册", "定量指标", "反映册数。"),
    ]
    write(targets, lines, ["A2:J2"])
    save(book, "青禾县教育局2024年部门预算.xlsx")


def fujian() -> None:
    """P: a fund's form with a column of values for each township."""
    document = Document()
    document.add_paragraph("青禾县2023年小型水利工程专项资金绩效目标表")
    rows: list[Row] = [
        ("项目名称", "小型水利工程专项资金", "", "", "", "", ""),
        ("主管部门", "青禾县水利局", "", "", "", "", ""),
        ("资金情况（万元）", "资金总额", "386.5", "", "", "", ""),
        ("", "其中：财政拨款", "386.5", "", "", "", ""),
        ("", "其他资金", "0", "", "", "", ""),
        ("总体目标", "建设小型水利工程，改善灌溉条件。", "", "", "", "", ""),
        ("一级指标", "二级指标", "三级指标", "指标解释", "柳河镇", "大柳镇", "城关镇"),
        ("产出指标", "数量指标", "开展小型水利工程建设（个）", "反映建设个数", "12", "8", "3"),
        ("", "质量指标", "验收合格率（%）", "反映质量", "100", "100", "100"),
        ("", "时效指标", "是否按期完成", "反映进度", "是", "否", "/"),
        ("效益指标", "社会效益指标", "受益人口（人）", "反映受益", "3600", "2100", "940"),
        ("满意度指标", "服务对象满意度指标", "群众满意度（%）", "反映满意", "", "", ""),
    ]
    table = document.add_table(len(rows), 7, style="Table Grid")
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
        if r < 2 or r == 5:
            table.cell(r, 1).merge(table.cell(r, 6))
        elif r < 5:
            table.cell(r, 2).merge(table.cell(r, 6))
    table.cell(2, 0).merge(table.cell(4, 0))
    table.cell(7, 0).merge(table.cell(9, 0))
    document.add_paragraph("注：受益人口按户籍人口统计。")
    document.core_properties.created = document.core_properties.modified = WHEN
    document.save(str(FOLDER / "福建.docx"))


def two_levels() -> None:
    """A heading of two rows, twice since the list goes on over a page; the second piece goes on with the last project of the first."""
    document = Document()
    document.add_paragraph("青禾县2022年度项目支出绩效目标表")
    document.add_paragraph("金额单位：万元")
    top = (
        "实施单位",
        "项目名称",
        "预算安排（元）",
        "",
        "年度目标",
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "",
        "",
        "分值",
    )
    low = ("", "", "资金总额", "财政拨款", "", "", "", "", "指标性质", "指标值", "度量单位", "")
    pieces: list[list[Row]] = [
        [
            (
                "青禾县明德中学",
                "公用经费补助",
                "387664.62",
                "387664.62",
                "保障运转。",
                "产出指标",
                "数量指标",
                "补助人数",
                "≧",
                "465",
                "人",
                "30",
            ),
            ("", "", "", "", "", "产出指标", "质量指标", "覆盖率", "═", "100", "%", "30"),
        ],
        [
            ("", "", "", "", "", "满意度指标", "服务对象满意度指标", "家长满意度", "≧", "85", "%", "10"),
            (
                "青禾县实验小学",
                "公用经费补助",
                "200000",
                "200000",
                "保障运转。",
                "产出指标",
                "数量指标",
                "补助人数",
                "≧",
                "300",
                "人",
                "30",
            ),
        ],
    ]
    for piece in pieces:
        rows = [top, low, *piece]
        table = document.add_table(len(rows), len(top), style="Table Grid")
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                table.cell(r, c).text = text
        for c in (0, 1, 4, 5, 6, 7, 11):
            table.cell(0, c).merge(table.cell(1, c))
        table.cell(0, 2).merge(table.cell(0, 3))
        table.cell(0, 8).merge(table.cell(0, 10))
        document.add_paragraph("")
    document.core_properties.created = document.core_properties.modified = WHEN
    document.save(str(FOLDER / "两级表头.docx"))


def repeated() -> None:
    """Y: a system's export, everything on each row, with its own words; one project of two units."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "导出"
    words = (
        "预算年度",
        "单位编码",
        "预算单位",
        "主管部门",
        "项目名称",
        "项目类别",
        "年初预算数(万元)",
        "其中：财政拨款",
        "上年结转资金",
        "年度绩效目标",
    )
    signs = ("一级指标名称", "二级指标名称", "指标名称", "计算符号", "年度指标值", "计量单位", "公式或说明", "核心")
    kept = ("2024", "118002", "青禾县社会福利院", "118-青禾县民政局", "设备购置", "一次性项目", "35.6", "30", "5.6", "购置设备。")
    other = ("2024", "118003", "青禾县救助站", "118-青禾县民政局", "设备购置", "一次性项目", "8", "8", "", "购置设备。")
    rows: list[Row] = [
        (*words, *signs),
        (*kept, "产出指标", "数量指标", "购置设备", ">=", "42", "台", "按验收单统计", "是"),
        (*kept, "产出指标", "时效指标", "采购完成时间", "<=", "2024年10月", "", "", "否"),
        (*kept, "效益指标", "社会效益指标", "服务能力", "定性", "明显提升", "", "", "否"),
        (*other, "产出指标", "数量指标", "购置设备", ">=", "6", "台", "", "是"),
        (*other, "满意度指标", "服务对象满意度指标", "救助对象满意度", ">=", "≥90", "%", "", "否"),
    ]
    write(sheet, rows)
    save(book, "逐行重复.xlsx")


if __name__ == "__main__":
    for maker in (sichuan, sichuan_wrong_sum, inner_mongolia, shorter_rows, pasted, yunnan, fujian, two_levels, repeated):
        maker()
