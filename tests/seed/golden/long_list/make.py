"""Writes the documents of this folder: `python -m tests.seed.golden.long_list.make`.  Names are invented; layouts are those of provinces."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

FOLDER = Path(__file__).parent
WHEN = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)
Rows = list[list[str]]
SIGNED = "指标性质 | 指标值 | 度量单位 | 权重 | 指标方向性"


def rows_of(text: str) -> Rows:
    """A line a row, cells between bars; full-width spaces stay."""
    return [[cell.strip(" ") for cell in line.split("|")] for line in text.strip("\n").splitlines()]


def write(sheet: Worksheet, rows: Rows, merged: Iterable[str] = ()) -> None:
    for r, row in enumerate(rows, start=1):
        for c, text in enumerate(row, start=1):
            if text:
                sheet.cell(r, c, text)
    for area in merged:
        sheet.merge_cells(area)


def save(book: Workbook, name: str) -> None:
    book.properties.created = book.properties.modified = WHEN
    book.save(FOLDER / name)


def sichuan() -> None:
    """E: a department's subtotal, codes before names, operators under 指标性质, merged blocks, a unit over two projects, a footnote."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表6"
    text = f"""
部门预算项目绩效目标申报表
（2023年度）
| | | | | | | | | | 金额单位:元
单位名称 | 项目名称 | 预算数 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | {SIGNED}
820-柳河镇部门 | | 3,466,340.00
820001-青禾县柳河镇人民政府 | 51000021R000000019951-村级组织运转经费 | 3,309,840.00 | 保障12个村正常运转。 | 效益指标 | 社会效益指标 | 村级服务水平 | 定性 | 优良中低差 | | 20 | 正向指标
| | | | 产出指标 | 数量指标 | 村组干部230人 | ≥ | 230 | 个 | 15 | 正向指标
| | | | | 时效指标 | 补助发放时间 | ≤ | 12 | 月 | 15 | 反向指标
| | | | | 成本指标 | 人均补助标准 | ＝ | 14390.6 | 元/人·年 | 7.5 | 反向指标
| | | | 满意度指标 | 满意度指标 | 群众满意度 | ≥ | 95% | % | 10 | 正向指标
| 河道保洁经费 | 56,500.00 | 保洁河道18公里。 | 产出指标 | 数量指标 | 保洁河道长度 | = | 18 | 公里 | 40 | 正向指标
| | | | 效益指标 | 生态效益指标 | 水面无漂浮物 | 定性 | 好坏 | | 40 | 正向指标
820002-青禾县柳河镇财政所 | 惠农补贴发放工作经费 | 100,000.00 | 按时发放补贴。 | 产出指标 | 质量指标 | 发放准确率 | ≥ | 99.5 | % | 45 | 正向指标
| | | | 满意度指标 | 服务对象满意度指标 | 农户满意度 | ≥ | 90 | % | 45 | 正向指标
注：1.指标权重合计不含预算执行率10分。
"""
    merged = ["A1:L1", "A2:L2", "A6:A12", *(f"{c}6:{c}10" for c in "BCD"), "E7:E9", *(f"{c}11:{c}12" for c in "BCD")]
    write(sheet, rows_of(text), [*merged, *(f"{c}13:{c}14" for c in "ABCD"), "A15:L15"])
    save(book, "四川.xlsx")


def sichuan_odd() -> None:
    """E: a subtotal that is not what its units get, an amount that is none, a row that names no project."""
    text = """
青禾县教育局2023年部门预算项目绩效目标表
单位名称 | 项目名称 | 预算数（元） | 其中：财政拨款 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位
205-青禾县教育局 | | 900,000.00 | 900,000.00
205001-青禾县第一小学 | 校舍维修 | 400,000.00 | 400,000.00 | 维修校舍。 | 产出指标 | 数量指标 | 维修面积 | ≥ | 800 | 平方米
| | | | | 效益指标 | 社会效益指标 | 受益学生 | ≥ | 1200 | 人
205002-青禾县第二小学 | | 200,000.00 | | 采购设备。 | 产出指标 | 数量指标 | 设备数量 | = | 30 | 台
| | | | | 产出指标 | 质量指标 | 验收合格率 | = | 100 | %
205002-青禾县第二小学 | 图书采购 | 150,000.00 | 约15万 | 采购图书。 | 产出指标 | 数量指标 | 图书数量 | ≥ | 5000 | 册
| | | | | 满意度指标 | 满意度指标 | 师生满意度 | ≥ | 90 | %
205003-青禾县幼儿园 | 玩教具购置 | 300,000.00 | 300,000.00 | 购置玩教具。 | 产出指标 | 数量指标 | 购置件数 | ≥ | 260 | 件
合计 | | 850,000.00 | 700,000.00
"""
    book = Workbook()
    write(book.worksheets[0], rows_of(text))
    save(book, "四川有误.xlsx")


def html(name: str, before: str, rows: Rows, after: str = "", empty: int = 0) -> None:
    """A page with a table; “水库×3” is a cell over three rows, “标题×1×6” one over six columns."""

    def cell(text: str) -> str:
        words, down, right = [*text.split("×"), "1", "1"][:3]
        return f'<td rowspan="{down}" colspan="{right}">{words}</td>'

    trailing = "<td></td>" * empty
    table = "\n".join(f"<tr>{''.join(map(cell, row))}{trailing}</tr>" for row in rows)
    page = f"<html><head><meta charset='utf-8'></head><body>{before}<table border='1'>\n{table}\n</table>{after}</body></html>\n"
    (FOLDER / name).write_text(page, encoding="utf-8", newline="\n")


def inner_mongolia() -> None:
    """G: 指标性质 holds directions and 指标方向 operators in words; classes without 指标, a first level with its score, weights of 7.5."""
    text = """
项目名称 | 项目单位 | 项目类别 | 预算数 | 年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标方向 | 目标值 | 计量单位 | 分值
办案业务经费×4 | 301001-青禾旗人民检察院×6 | 32-专项资金项目×4 | 850000×4 | 保障办案需要。×4 | 产出指标（60分）×2 | 数量指标 | 办理案件数量 | 正向 | 大于等于 | 260 | 件 | 7.5
质量指标 | 案件质量合格率 | 正向 | 大于等于 | 98 | % | 7.5
效益指标（20分） | 社会效益 | 提升司法公信力 | 定性 | | 有效提升 | | 20
满意度指标（10分） | 服务对象满意度 | 当事人满意度 | 正向 | 大于等于 | 90 | % | 10
办公楼维修×2 | 32-专项资金项目×2 | 120000.5×2 | 维修办公楼。×2 | 产出指标（60分） | 成本指标 | 维修成本 | 反向 | 小于等于 | 120000.5 | 元 | 30
效益指标（20分） | 可持续影响 | 使用年限 | 正向 | 等于 | 10 | 年 | 30
"""
    before = "<h1>青禾旗人民检察院2025年部门预算公开表</h1><p>表11 项目绩效目标表</p><p>单位：元</p>"
    html("内蒙古.html", before, rows_of(text), "<p>打印本页 关闭窗口</p>")


def shorter_rows() -> None:
    """E as a mirror prints it: rows without the merged cells, and nothing that says that they are merged."""
    text = f"""
单位名称 | 项目名称 | 预算数 | 年度目标 | 一级指标 | 二级指标 | 三级指标 | {SIGNED}
330-青禾县水利部门 | 380,000.00
330001-青禾县水利局 | 水库维修养护 | 260,000.00 | 养护水库9座。 | 产出指标 | 数量指标 | 养护水库 | = | 9 | 座 | 30 | 正向指标
质量指标 | 验收合格率 | = | 100 | % | 30 | 正向指标
效益指标 | 社会效益指标 | 下游安全 | 定性 | 得到保障 | | 30 | 正向指标
防汛物资储备 | 456,000.00 | 储备物资。
330001-青禾县水利局 | 农村饮水管护 | 120,000.00 | 管护饮水。 | 产出指标 | 数量指标 | 管护处数 | ≥ | 46 | 处 | 40 | 正向指标
"""
    html("四川短行.html", "<h1>青禾县水利局2023年部门预算项目绩效目标表</h1><p>金额单位：元</p>", rows_of(text))


def pasted() -> None:
    """X: pasted from Excel, with empty columns to the right; no column of units, which the line above the list names."""
    text = """
青禾县水利局2021年项目绩效目标表×1×6
单位：青禾县水利局×1×3 | 单位：万元×1×3
项目名称 | 金额 | 绩效目标 | 二级指标 | 三级指标 | 指标值
水库除险加固×3 | 12.6×3 | 加固水库2座。×3 | 数量指标 | 加固水库 | 2座
时效指标 | 完工时间 | 2021年12月
满意度指标 | 群众满意度 | ≥95%
抗旱服务 | 4 | 抗旱。 | 数量指标 | 抗旱机具 | ≥20台
合计 | 16.6 | | | |
填表人：某某 联系电话：0000-0000000×1×6
"""
    html("粘贴.html", "", rows_of(text), empty=40)


def yunnan() -> None:
    """H: 05-2 without amounts, units in rows of their own above their projects; 05-1 with the amounts, its heading in two rows."""
    book = Workbook()
    budget = book.worksheets[0]
    budget.title = "部门项目支出预算05-1"
    text = """
监督索引号53000000000000000
部门项目支出预算表（本级）
单位名称：青禾县教育局 | | | | | | | 单位：元
项目分类 | 项目单位 | 项目名称 | 功能科目编码 | 合计 | 本年拨款 |
| | | | | 一般公共预算 | 政府性基金
1 | 2 | 3 | 4 | 5 | 6 | 7
专项业务类 | 青禾县教育局 | 教师培训经费 | 2050801 | 360,000.00 | 360,000.00 |
专项业务类 | 青禾县第一中学 | 校园安保服务费 | 2050204 | 185000 | 185000 |
专项业务类 | 青禾县第二中学 | 校园安保服务费 | 2050204 | 92000.5 | 92000.5 |
事业发展类 | 青禾县第二中学 | 实验室建设 | 2050204 | 400000 | 400000 |
| | | 2050299 | 100000 | | 100000
合计 | | | | 1137000.5 | |
"""
    write(budget, rows_of(text), ["A2:G2", *(f"{c}4:{c}5" for c in "ABCDE"), "F4:G4", *(f"{c}10:{c}11" for c in "ABC")])
    targets = book.create_sheet("部门项目支出绩效目标05-2")
    text = """
监督索引号53000000000000000
项目支出绩效目标表（本级下达）
单位名称：青禾县教育局
单位名称、项目名称 | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 指标属性 | 指标内容
1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10
青禾县教育局
　　教师培训经费 | 培训教师600人次。
| | 产出指标
| | | 数量指标
| | | | 培训人次 | >= | 600 | 人次 | 定量指标 | 反映培训教师的人次。
| | 效益指标
| | | 社会效益指标
| | | | 教师业务水平 | = | 有所提高 | | 定性指标 | 反映教师业务水平的提高。
青禾县第一中学
　　校园安保服务费 | 聘用保安6人。 | 产出指标 | 数量指标 | 聘用保安 | = | 6 | 人 | 定量指标 | 反映人数。
| | 满意度指标 | 服务对象满意度指标 | 师生满意度 | ≥ | 90 | % | 定量指标 | 反映师生的看法。
青禾县第二中学
　　校园安保服务费 | 聘用保安3人。 | 产出指标 | 数量指标 | 聘用保安 | = | 3 | 人 | 定量指标 | 反映人数。
　　实验室建设 | 建设实验室2间。 | 产出指标 | 数量指标 | 建设实验室 | = | 2 | 间 | 定量指标 | 反映间数。
| | 产出指标 | 时效指标 | 完工时间 | <= | 12 | 月底 | 定量指标 | 反映进度。
　　图书购置 | 购置图书。 | 产出指标 | 数量指标 | 购置图书 | ≥ | 3000 | 册 | 定量指标 | 反映册数。
"""
    write(targets, rows_of(text), ["A2:J2"])
    save(book, "青禾县教育局2024年部门预算.xlsx")


def word(name: str, parts: Sequence[str | tuple[Rows, Sequence[tuple[int, int, int, int]]]]) -> None:
    """Paragraphs, and tables with the areas (row, column to row, column, from 0) that are merged."""
    document = Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        rows, merged = part
        table = document.add_table(len(rows), max(map(len, rows)), style="Table Grid")
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                table.cell(r, c).text = text
        for top, left, bottom, right in merged:
            table.cell(top, left).merge(table.cell(bottom, right))
    document.core_properties.created = document.core_properties.modified = WHEN
    document.save(str(FOLDER / name))


def fujian() -> None:
    """P: a fund's form with a column of values for each township."""
    text = """
项目名称 | 小型水利工程专项资金 | | | | |
主管部门 | 青禾县水利局 | | | | |
资金情况（万元） | 资金总额 | 386.5 | | | |
| 其中：财政拨款 | 386.5 | | | |
| 其他资金 | 0 | | | |
总体目标 | 建设小型水利工程，改善灌溉条件。 | | | | |
一级指标 | 二级指标 | 三级指标 | 指标解释 | 柳河镇 | 大柳镇 | 城关镇
产出指标 | 数量指标 | 开展小型水利工程建设（个） | 反映建设个数 | 12 | 8 | 3
| 质量指标 | 验收合格率（%） | 反映质量 | 100 | 100 | 100
| 时效指标 | 是否按期完成 | 反映进度 | 是 | 否 | /
效益指标 | 社会效益指标 | 受益人口（人） | 反映受益 | 3600 | 2100 | 940
满意度指标 | 服务对象满意度指标 | 群众满意度（%） | 反映满意 | | |
"""
    merged = [*((r, 1, r, 6) for r in (0, 1, 5)), *((r, 2, r, 6) for r in (2, 3, 4)), (2, 0, 4, 0), (7, 0, 9, 0)]
    title = "青禾县2023年小型水利工程专项资金绩效目标表"
    word("福建.docx", [title, (rows_of(text), merged), "注：受益人口按户籍人口统计。"])


def two_levels() -> None:
    """A heading of two rows, twice since the list goes on over a page; the second piece goes on with the last project of the first."""
    head = """
实施单位 | 项目名称 | 预算安排（元） | | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | | | 分值
| | 资金总额 | 财政拨款 | | | | | 指标性质 | 指标值 | 度量单位 |
"""
    first = """
青禾县明德中学 | 公用经费补助 | 387664.62 | 387664.62 | 保障运转。 | 产出指标 | 数量指标 | 补助人数 | ≧ | 465 | 人 | 30
| | | | | 产出指标 | 质量指标 | 覆盖率 | ═ | 100 | % | 30
"""
    second = """
| | | | | 满意度指标 | 服务对象满意度指标 | 家长满意度 | ≧ | 85 | % | 10
青禾县实验小学 | 公用经费补助 | 200000 | 200000 | 保障运转。 | 产出指标 | 数量指标 | 补助人数 | ≧ | 300 | 人 | 30
"""
    merged = [*((0, c, 1, c) for c in (0, 1, 4, 5, 6, 7, 11)), (0, 2, 0, 3), (0, 8, 0, 10)]
    pieces = [([*rows_of(head), *rows_of(piece)], merged) for piece in (first, second)]
    word("两级表头.docx", ["青禾县2022年度项目支出绩效目标表", "金额单位：万元", pieces[0], "", pieces[1]])


def repeated() -> None:
    """Y: a system's export, everything on each row, with its own words; one project of two units."""
    text = """
预算年度 | 单位编码 | 预算单位 | 主管部门 | 项目名称 | 项目类别 | 年初预算数(万元) | 其中：财政拨款 | 上年结转资金 | 年度绩效目标
2024 | 118002 | 青禾县社会福利院 | 118-青禾县民政局 | 设备购置 | 一次性项目 | 35.6 | 30 | 5.6 | 购置设备。
2024 | 118003 | 青禾县救助站 | 118-青禾县民政局 | 设备购置 | 一次性项目 | 8 | 8 | | 购置设备。
"""
    lines = """
一级指标名称 | 二级指标名称 | 指标名称 | 计算符号 | 年度指标值 | 计量单位 | 公式或说明 | 核心
产出指标 | 数量指标 | 购置设备 | >= | 42 | 台 | 按验收单统计 | 是
产出指标 | 时效指标 | 采购完成时间 | <= | 2024年10月 | | | 否
效益指标 | 社会效益指标 | 服务能力 | 定性 | 明显提升 | | | 否
产出指标 | 数量指标 | 购置设备 | >= | 6 | 台 | | 是
满意度指标 | 服务对象满意度指标 | 救助对象满意度 | >= | ≥90 | % | | 否
"""
    head, one, other = rows_of(text)
    book = Workbook()
    book.worksheets[0].title = "导出"
    owners = (head, one, one, one, other, other)
    write(book.worksheets[0], [[*owner, *line] for owner, line in zip(owners, rows_of(lines), strict=True)])
    save(book, "逐行重复.xlsx")


if __name__ == "__main__":
    for maker in (sichuan, sichuan_odd, inner_mongolia, shorter_rows, pasted, yunnan, fujian, two_levels, repeated):
        maker()
