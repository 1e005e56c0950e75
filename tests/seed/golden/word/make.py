"""Makes the Word documents in this folder: what office workers do in Word that no plain form has.

Run `python -m tests.seed.golden.word.make`; the bytes are the same each time.
"""

from pathlib import Path

from tests.seed.packages import DOWN, ON, docx, p, r, span, sym, tbl, tc, text_box, tr

_CONTENTS = '<w:style w:type="paragraph" w:styleId="12"><w:name w:val="toc 1"/></w:style>'
_INDICATORS = (
    tr("一级指标", "二级指标", "三级指标", "指标值"),
    tr(tc("产出指标", properties=DOWN), "数量指标", "编织袋", tc(p(sym("Symbol", "F0B3"), "2000条"))),
    tr(tc(properties=ON), "质量指标", "合格率", "≥95%"),
    tr("效益指标", "社会效益指标", "受益面积", tc(p("≥3km", r("2", '<w:vertAlign w:val="superscript"/>')))),
    tr("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%"),
)


def form(project: str, unit: str, amount: str, *indicators: str) -> str:
    """A form of four columns; its last rows are the indicators."""
    ticked, blank = sym("Wingdings 2", "F052"), sym("Wingdings 2", "F0A3")
    return tbl(
        tr("项目名称", tc(project, properties=span(3))),
        tr("主管部门及代码", "121-青禾县水利局", "实施单位", unit),
        tr("项目属性", tc(p(ticked, "新增项目 ", blank, "延续项目")), "项目期", "1年"),
        tr(tc("项目资金（万元）", properties=DOWN), tc("年度资金总额", properties=span(2)), amount),
        tr(tc(properties=ON), tc("其中：财政拨款", properties=span(2)), amount),
        tr(tc(properties=ON), tc("其他资金", properties=span(2)), "0"),
        tr("年度目标", tc("储备防汛物资，保障安全度汛。", properties=span(3))),
        *indicators,
    )


def office() -> str:
    """A title in a text box, contents, and three forms: one plain, one in a frame, one with its indicators in an inner table."""
    line = p("1. 防汛物资储备", r("<w:tab/>"), "3", properties='<w:pStyle w:val="12"/>')
    title = p(text_box(p("青禾县水利局2024年度部门预算项目支出绩效目标")))
    framed = tbl(tr(tc("项目支出绩效目标表")), tr(tc("（2024年度）", form("河道清淤工程", "青禾县河道所", "118", *_INDICATORS))))
    nested = form("山洪灾害预警", "青禾县河道所", "7.25", tr("绩效指标", tc(tbl(*_INDICATORS), properties=span(3))))
    head = p("项目支出绩效目标表") + p("（2024年度）")
    return title + p("目  录") + line + head + form("防汛物资储备", "青禾县水利局", "26.5", *_INDICATORS) + framed + head + nested


if __name__ == "__main__":
    folder = Path(__file__).parent
    (folder / "文本框与嵌套表.docx").write_bytes(docx(office(), _CONTENTS))
