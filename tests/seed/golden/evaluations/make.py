"""Writes the documents of this folder: self-evaluations (自评表) of several provinces, and tables that are about no project.

`python -m tests.seed.golden.evaluations.make` writes them anew; names and figures are invented.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
from openpyxl.utils import get_column_letter

HERE = Path(__file__).parent
SPAN, DOWN = "<", "^"  # a cell that belongs to the one to its left, or above it
Rows = Sequence[Sequence[str]]
LONG_AGO = datetime(2024, 1, 1)  # noqa: DTZ001  # office files know no time zones

# S: 财预〔2020〕10号; the total is 0 beside a part, one score is above its weight, one deviation has no reason.
STANDARD: Rows = (
    ("项目名称", "乡村道路养护经费", *[SPAN] * 7),
    ("主管部门", "301-青禾县交通运输局", *[SPAN] * 3, "实施单位", "青禾县公路管理站", SPAN, SPAN),
    ("项目资金\n（万元）", "", SPAN, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
    (DOWN, "年度资金总额", SPAN, "0", "0", "0", "10", "", "10"),
    (DOWN, "其中：当年财政拨款", SPAN, "200", "202.64", "174.27", "—", "86%", "—"),
    (DOWN, "上年结转资金", SPAN, "—", "—", "—", "—", "—", "—"),
    (DOWN, "其他资金", SPAN, "0", "0", "0", "/", "/", "/"),
    ("年度总体目标", "预期目标", SPAN, SPAN, SPAN, "实际完成情况", SPAN, SPAN, SPAN),
    (
        DOWN,
        "养护农村公路 120 公里，保障安全畅通。",
        SPAN,
        SPAN,
        SPAN,
        "养护农村公路 118 公里，全年未发生断道。",
        SPAN,
        SPAN,
        SPAN,
    ),
    ("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"),
    (DOWN, "产出指标（50分）", "数量指标", "养护里程", "≥120公里", "118公里", "20", "19.7", "两公里移交市管"),
    (DOWN, DOWN, "质量指标", "养护合格率", "≥95%", "97%", "15", "16", ""),
    (DOWN, DOWN, "时效指标", "完成时限", "12月底前", "12月20日", "15", "15", ""),
    (DOWN, "效益指标（30分）", "社会效益指标", "受益村数", "≥40个", "25个", "30", "20", ""),
    (DOWN, "满意度指标（10分）", "服务对象满意度指标", "群众满意度", "≥90%", "", "10", "10", ""),
    ("总分", SPAN, SPAN, SPAN, SPAN, SPAN, "100", "90.7", "良"),
)
# S in Excel: two projects in one sheet, the rate as a number, 元 in a cell, the unit above the table.
SHEET: Rows = (
    ("青禾县教育局2023年度项目支出绩效自评表", *[SPAN] * 8),
    ("（2023年度）", *[SPAN] * 6, "单位：万元", SPAN),
    ("项目名称", "校舍维修改造", *[SPAN] * 7),
    ("主管部门", "青禾县教育局", *[SPAN] * 3, "实施单位", "青禾县第一中学", SPAN, SPAN),
    ("项目资金", "", SPAN, "年初预算数", "全年预算数(A)", "全年执行数(B)", "分值", "执行率(B/A)", "得分"),
    (DOWN, "年度资金总额", SPAN, "150", "150", "153.885", "10", "102.59%", "10"),
    (DOWN, "其中：本年财政拨款", SPAN, "150", "150", "1538850元", "", "", ""),
    ("年度总体目标", "预期目标", SPAN, SPAN, SPAN, "实际完成情况", SPAN, SPAN, SPAN),
    (DOWN, "维修校舍 3000 平方米。", SPAN, SPAN, SPAN, "维修校舍 3000 平方米。", SPAN, SPAN, SPAN),
    ("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"),
    (DOWN, "产出指标", "数量指标", "维修面积", "≥3000平方米", "3000平方米", "40", "40", ""),
    (DOWN, "效益指标", "社会效益指标", "受益学生", "≥1200人", "1210人", "40", "40", ""),
    (DOWN, "满意度指标", "服务对象满意度指标", "师生满意度", "≥90%", "93%", "10", "10", ""),
    ("总分", SPAN, SPAN, SPAN, SPAN, SPAN, "100", "100", ""),
    ("",),
    ("项目支出绩效自评表", *[SPAN] * 8),
    ("（2023年度）", *[SPAN] * 6, "单位：万元", SPAN),
    ("项目名称", "教师培训经费", *[SPAN] * 7),
    ("主管部门", "青禾县教育局", *[SPAN] * 3, "实施单位", "青禾县教师进修学校", SPAN, SPAN),
    ("项目资金", "", SPAN, "年初预算数", "全年预算数(A)", "全年执行数(B)", "分值", "执行率(B/A)", "得分"),
    (DOWN, "年度资金总额", SPAN, "20", "约25", "21.5", "10", "0.86", "8.6"),
    ("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"),
    (DOWN, "产出指标", "数量指标", "培训人次", "≥500人次", "100%", "50", "50", ""),
    (DOWN, "效益指标", "社会效益指标", "骨干教师覆盖率", "≥30%", "100%", "30", "30", ""),
    (DOWN, "满意度指标", "服务对象满意度指标", "学员满意度", "≥90%", "100%", "10", "10", ""),
    ("总分", SPAN, SPAN, SPAN, SPAN, SPAN, "98.6", SPAN, ""),
)
# F: 四川 510000_0013zp, the operator and the unit in columns of their own.
SICHUAN: Rows = (
    ("项目名称", "51000023R000000012345-专项业务经费", *[SPAN] * 9),
    ("主管部门", "青禾县发展和改革局", *[SPAN] * 4, "实施单位（盖章）", "青禾县发展和改革局", SPAN, SPAN, SPAN),
    ("项目基本情况", "1.项目年度目标完成情况", "项目年度目标", *[SPAN] * 4, "年度目标完成情况", SPAN, SPAN, SPAN),
    (DOWN, DOWN, "完成价格监测 12 期。", *[SPAN] * 4, "完成价格监测 12 期。", SPAN, SPAN, SPAN),
    (DOWN, "2.项目实施内容及过程概述", "按月监测。（100字以内）", *[SPAN] * 8),
    (
        "预算执行情况(10分)",
        "年度预算数（万元）",
        "年初预算",
        SPAN,
        "调整后预算数",
        "预算执行数",
        SPAN,
        "预算执行率",
        "权重",
        "得分",
        "原因",
    ),
    (DOWN, "总额", "12.00", SPAN, "11.50", "11.50", SPAN, "100.00%", "10", "10", ""),
    (DOWN, "其中：财政资金", "10.00", SPAN, "10.00", "10.00", SPAN, "100.00%", "/", "/", ""),
    (DOWN, "财政专户管理资金", "0.00", SPAN, "0.00", "0.00", SPAN, "0.00%", "/", "/", ""),
    (DOWN, "单位资金", "2.00", SPAN, "1.50", "1.50", SPAN, "100.00%", "/", "/", ""),
    (DOWN, "其他资金", "", SPAN, "", "", SPAN, "", "/", "/", ""),
    (
        "绩效指标(90分)",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "度量单位",
        "完成值",
        "权重",
        "得分",
        "未完成原因分析",
    ),
    (DOWN, "产出指标", "数量指标", "价格监测期数", "=", "12", "期", "12", "30", "30", ""),
    (DOWN, DOWN, "时效指标", "上报及时率", "≥", "98", "%", "98", "30", "30", ""),
    (DOWN, "效益指标", "社会效益指标", "价格信息公开", "定性", "好", "", "好", "20", "20", ""),
    (DOWN, "满意度指标", "服务对象满意度指标", "企业满意度", "≥", "90", "%", "70", "10", "7", "样本少"),
    ("合计", *[SPAN] * 7, "100", "97", ""),
    ("评价结论", "完成较好。", *[SPAN] * 9),
    ("存在问题", "无", *[SPAN] * 9),
)
# I: 云南 公开14表, a heading of two levels, ≧ and ═, yuan, no 年初预算数.
YUNNAN: Rows = (
    ("项目名称", "民族团结示范校建设补助资金", *[SPAN] * 10),
    ("主管部门", "青禾县教育体育局", *[SPAN] * 4, "实施单位", "青禾县明德中学", *[SPAN] * 4),
    ("项目资金\n（元）", "", SPAN, "年初预算数", "全年预算数", SPAN, "全年执行数", SPAN, "分值", "执行率", "得分"),
    (DOWN, "年度资金总额", SPAN, "", "387664.62", SPAN, "387664.62", SPAN, "10", "100%", "10"),
    (DOWN, "其中：当年财政拨款", SPAN, "", "387664.62", SPAN, "387664.62", SPAN, "", "", ""),
    (DOWN, "上年结转资金", SPAN, "", "", SPAN, "", SPAN, "", "", ""),
    (DOWN, "非财政拨款", SPAN, "", "", SPAN, "", SPAN, "", "", ""),
    ("年度总体目标", "预期目标", *[SPAN] * 5, "实际完成情况", *[SPAN] * 3),
    (DOWN, "建成示范校。", *[SPAN] * 5, "已建成示范校。", *[SPAN] * 3),
    (
        "绩效指标",
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        SPAN,
        SPAN,
        "实际完成值",
        "分值",
        "得分",
        "偏差原因分析及改进措施",
    ),
    (DOWN, DOWN, DOWN, DOWN, "指标性质", "指标值", "度量单位", DOWN, DOWN, DOWN, DOWN),
    (DOWN, "产出指标", "数量指标", "示范校数量", "═", "1", "所", "1", "30", "30", "无"),
    (DOWN, DOWN, "质量指标", "验收合格率", "≧", "95", "%", "96", "20", "20", "无"),
    (DOWN, "效益指标", "社会效益指标", "受益学生数", "≧", "800", "人", "860", "30", "30", "无"),
    (DOWN, "满意度指标", "服务对象满意度指标", "师生满意度", "≧", "90", "%", "85", "10", "6", "食堂条件有限"),
    ("其他需要说明事项", "无", *[SPAN] * 5, "总分", "100", "96", "优"),
)
# U: 苏州, classes under 项目类别, what was spent by parts, the total beside its labels.
SUZHOU: Rows = (
    ("项目名称", "数据备份运维", SPAN, "主管部门", "青禾市财政局", SPAN),
    ("实施单位", "青禾市财政信息中心", SPAN, "预算年度", "2021年", SPAN),
    ("年初预算（万元）", "100", "上年结余结转及当年调整（万元）", "-4", "当年使用预算数（万元）", "96"),
    ("项目资金构成（万元）", "子项名称", SPAN, "预算数", "实际数", SPAN),
    (DOWN, "机房运维", SPAN, "60", "58.2", SPAN),
    (DOWN, "设备更新", SPAN, "36", "35.4", SPAN),
    (DOWN, "合计", SPAN, "96", "93.6", SPAN),
    ("项目类别", "指标名称", "目标值", "权重", "实际完成值", "自评分"),
    ("投入目标", "预算执行率", "=95%", "10", "97.5%", "10"),
    ("产出目标", "备份完成次数", "=52次", "50", "52次", "50"),
    ("结果目标", "数据恢复成功率", "=100%", "40", "100%", "40"),
    ("合计", SPAN, SPAN, "100", SPAN, "100"),
)
DEPARTMENT: Rows = (
    ("部门名称", "青禾县教育局", *[SPAN] * 4),
    ("年度主要任务", "任务名称", "主要内容", "预算金额（万元）", SPAN, SPAN),
    (DOWN, DOWN, DOWN, "总额", "财政拨款", "其他资金"),
    (DOWN, "校舍维修", "维修校舍", "150", "150", "0"),
    (DOWN, "教师培训", "培训教师", "20", "20", "0"),
    (DOWN, "金额合计", SPAN, "170", "170", "0"),
    ("年度总体目标", "办好人民满意的教育。", *[SPAN] * 4),
    ("一级指标", "二级指标", "三级指标", "指标值", SPAN, SPAN),
    ("产出指标", "数量指标", "维修面积", "≥3000平方米", SPAN, SPAN),
)
TRANSFER: Rows = (
    ("专项（项目）名称", "农村危房改造补助资金", *[SPAN] * 3),
    ("中央主管部门", "[120]住房城乡建设部", SPAN, "省级财政部门", "某省财政厅"),
    ("资金情况（万元）", "年度金额：", SPAN, "1234.5", SPAN),
    (DOWN, "其中：中央财政补助", SPAN, "1000", SPAN),
    (DOWN, "地方资金", SPAN, "234.5", SPAN),
    ("总体目标", "应改尽改。", *[SPAN] * 3),
    ("绩效指标", "一级指标", "二级指标", "三级指标", "指标值"),
    (DOWN, "产出指标", "数量指标", "改造户数", "应改尽改"),
)
TARGET: Rows = (
    ("项目名称", "教学设备购置", SPAN, SPAN, SPAN),
    ("主管部门", "青禾县教育局", SPAN, "实施单位", "青禾县第二中学"),
    ("项目资金（万元）", "年度资金总额", SPAN, "30", SPAN),
    (DOWN, "其中：财政拨款", SPAN, "30", SPAN),
    ("年度目标", "购置教学设备 20 台。", SPAN, SPAN, SPAN),
    ("绩效指标", "一级指标", "二级指标", "三级指标", "指标值"),
    (DOWN, "产出指标", "数量指标", "购置数量", "≥20台"),
    (DOWN, "效益指标", "社会效益指标", "受益学生", "≥600人"),
    (DOWN, "满意度指标", "服务对象满意度指标", "师生满意度", "≥90%"),
)
# An approval form with points for the execution to come: a form of targets (Chongqing).
POINTS: Rows = (
    ("项目名称", "河道整治", SPAN, SPAN, SPAN, SPAN),
    ("业务主管部门", "青禾区水利局", SPAN, "实施单位", "青禾区河道管理所", SPAN),
    ("项目资金（万元）", "当年年度预算", SPAN, "80", SPAN, SPAN),
    (DOWN, "其中：财政资金", SPAN, "80", SPAN, SPAN),
    (DOWN, "执行率", SPAN, "10分", SPAN, SPAN),
    ("年度绩效目标", "整治河道 5 公里。", SPAN, SPAN, SPAN, SPAN),
    ("绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "分值"),
    (DOWN, "产出指标", "数量指标", "整治长度", "≥5公里", "50"),
    (DOWN, "效益指标", "社会效益指标", "受益人口", "≥2000人", "30"),
    (DOWN, "满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "10"),
)


def merged(rows: Rows) -> Iterator[tuple[int, int, int, int, str]]:
    """Each cell with its row, column, height and width."""
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in (SPAN, DOWN):
                continue
            width = 1 + next((i for i, t in enumerate(row[c + 1 :]) if t != SPAN), len(row) - c - 1)
            below = [other[c] if c < len(other) else "" for other in rows[r + 1 :]]
            yield r, c, 1 + next((i for i, t in enumerate(below) if t != DOWN), len(below)), width, text


def word(name: str, *parts: str | Rows) -> None:
    """A Word file of paragraphs and tables."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), max(map(len, part)), style="Table Grid")
        for r, c, height, width, text in merged(part):
            cell = table.cell(r, c)
            if height > 1 or width > 1:
                cell = cell.merge(table.cell(r + height - 1, c + width - 1))
            cell.text = text
    document.core_properties.created = document.core_properties.modified = LONG_AGO
    document.save(str(HERE / name))


def excel(name: str, **sheets: Rows) -> None:
    """A workbook of these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for r, c, height, width, text in merged(rows):
            sheet.cell(r + 1, c + 1, text)
            if height > 1 or width > 1:
                reach = f"{get_column_letter(c + 1)}{r + 1}:{get_column_letter(c + width)}{r + height}"
                sheet.merge_cells(reach)
    book.properties.created = LONG_AGO
    book.save(HERE / name)


def page(name: str, title: str, *parts: str | Rows) -> None:
    """A web page with tables."""
    body = []
    for part in parts:
        if isinstance(part, str):
            body.append(f"<p>{part}</p>")
            continue
        lines: dict[int, list[str]] = {}
        for r, _c, height, width, text in merged(part):
            lines.setdefault(r, []).append(f'<td rowspan="{height}" colspan="{width}">{text}</td>')
        body.append("<table>" + "\n".join(f"<tr>{''.join(lines.get(r, []))}</tr>" for r in range(len(part))) + "</table>")
    head = f'<html><head><meta charset="utf-8"><title>{title}</title></head>'
    (HERE / name).write_text(f"{head}<body>{''.join(body)}</body></html>\n", encoding="utf-8")


def make() -> None:
    """Writes them all."""
    word("自评表.docx", "青禾县交通运输局2024年度项目支出绩效自评表", "（2024年度）", STANDARD)
    excel("自评表.xlsx", 自评=SHEET)
    word("四川自评表.docx", "报表编号：510000_0013zp", "青禾县2023年部门预算项目支出绩效自评表", SICHUAN)
    page("云南自评表.html", "公开", "青禾县2022年度部门决算公开", "公开14表", "项目支出绩效自评表", "（2022年度）", YUNNAN)
    word("苏州自评表.docx", "项目支出绩效自评价表", SUZHOU)
    titles = ("青禾县教育局2024年度部门整体支出绩效目标表", "（2024年度）", "项目支出绩效目标表", "（2024年度）")
    word("部门整体和项目.docx", *titles[:2], DEPARTMENT, *titles[2:], TARGET)
    word("部门整体.docx", *titles[:2], DEPARTMENT)
    page("区域绩效目标.html", "公开", "中央对地方转移支付区域绩效目标表", "（2024年度）", TRANSFER)
    word("审批表有执行率.docx", "青禾区水利局2024年度项目支出绩效目标审批表", POINTS)


if __name__ == "__main__":
    make()
