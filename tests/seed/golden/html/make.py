"""Writes the web pages of this folder: `python -m tests.seed.golden.html.make`.

All of 青禾县 is invented; how the pages are made is what pages of county governments, Word and Excel look like.
"""

from collections.abc import Sequence
from pathlib import Path

from tests.seed.golden.html.forms import Form, annual, cells, double

FOLDER = Path(__file__).parent
NAVIGATION = (
    '<div class="top"><a href="/">首页</a> | <a href="/xxgk/">信息公开</a> | <a href="/2023/">2023年度部门预算</a></div>'
    "<script>document.write('<p>2022年度项目支出绩效目标</p>')</script>"
)
FOOTER = (
    '<table class="links"><tr><td>友情链接</td><td>青禾县教育局</td></tr><tr><td>县人民法院</td><td>县融媒体中心</td></tr></table>'
    "<p>主办：青禾县人民政府办公室　网站标识码：0000000000</p>"
)
SPORTS = (
    Form(
        "全民健身活动经费", "青禾县体育局", "45.00", "45", "", "办好全县运动会。\n全年举办群众赛事12场。", "举办赛事场次", "≥12场"
    ),
    Form("公共体育场维护", "青禾县体育馆", "18.60", "18.6", "", "场馆设施完好，正常开放。", "免费开放天数", "330天"),
    Form("体育彩票公益金", "青禾县体育局", "7.5", "", "7.5", "资助基层体育组织。", "资助组织个数", "8个"),
    Form("青少年训练补助", "青禾县少年儿童业余体校", "", "", "", "培养后备人才。", "在训人数", "120人"),
)


def stacked() -> bytes:
    """Four annual forms in one table, as Word pages are pasted: rows of empty cells and the title again between them."""
    gap = "<tr>" + '<td width="120"><p class="MsoNormal">&nbsp;<o:p></o:p></p></td>' * 5 + "</tr>"
    pieces = []
    for number, form in enumerate(SPORTS):
        title = '<tr><td colspan="5" align="center"><b><span>项目支出绩效目标表</span></b></td></tr>'
        year = '<tr><td colspan="5" align="center">（2025\n年度）</td></tr>'
        pieces.append((gap * 3 if number else "") + title + year + cells(annual(form)))
    body = (
        '<h1 class="title">青禾县体育局2025年度项目支出绩效目标公开</h1>'
        '<div class="info"><span>发布日期：2025-02-20 09:15</span>　<span>来源：青禾县体育局</span>　<span>浏览次数：86</span></div>'
        f'<div class="article"><p>根据预算公开的要求，现将绩效目标公开如下：</p><table border="1">{"".join(pieces)}</table></div>'
    )
    return _page("青禾县体育局2025年度项目支出绩效目标公开-青禾县人民政府", body).encode()


def pasted() -> bytes:
    """A worksheet pasted into a page: hundreds of empty columns, a hidden column and row, widths of Excel."""
    form = Form("河道保洁经费", "青禾县河道管理所", "62.4", "60", "2.4", "河道整洁。", "保洁河道长度", "≥86公里")
    empty = "<td></td>" * 240
    hidden = '<tr height="0" style="mso-height-source:userset;display:none"><td colspan="6">上年执行数</td><td>58.1</td></tr>'
    columns = '<col width="72" span="5"><col width="0" style="display:none;mso-width-source:userset;mso-width-alt:0"><col width="64" span="240">'
    rows = cells(annual(form), extra=f'<td style="display:none">内部备注</td>{empty}')
    titles = "".join(
        f'<tr><td colspan="5" class="xl70" style="mso-ignore:colspan">{said}</td><td></td>{empty}</tr>'
        for said in ("青禾县水利局2024年项目支出绩效目标表", "单位：万元")
    )
    body = f'<div><!--StartFragment--><table x:str border="0" style="border-collapse:collapse">{columns}{titles}{rows}{hidden}</table><!--EndFragment--></div>'
    return _page("青禾县水利局", body).encode()


def gb18030() -> bytes:
    """A page that says gb2312 and has characters that only GB18030 has, with the form of mid-term and annual halves."""
    form = Form(
        "乡村振兴下派干部经费", "㙟塘镇人民政府", "9.36万元", "9.36万元", "", "保障下派干部工作。", "下派干部人数", "12人"
    )
    body = (
        "<h3>㙟塘镇2024年度项目支出绩效目标申报表</h3><p>公开时间：2024年3月5日</p>"
        f"<table width=100% border=1>{cells(double(form, '28.08万元'))}</table><p>注：金额含上级补助<sup>1</sup>。</p>"
    )
    return _page("㙟塘镇2024年度项目支出绩效目标申报表_青禾县", body, charset="gb2312").encode("gb18030")


def nested() -> bytes:
    """An old portal made of tables in tables: the box of information, the article and two forms stand in cells."""
    forms = (
        Form("特困人员供养", "青禾县民政局", "3,120,000.00元", "3120000元", "", "应养尽养。", "供养人数", "≥260人"),
        Form("殡葬惠民补助", "青禾县殡仪馆", "455000元", "455000元", "", "减免基本费用。", "补助人次", "910人次"),
    )
    box = (
        "<table><tr><td>索引号：</td><td>QH003-2025-0012</td><td>信息分类：</td><td>预决算公开</td></tr>"
        "<tr><td>发布机构：</td><td>青禾县民政局</td><td>发布日期：</td><td>2025-01-22</td></tr></table>"
    )
    article = "".join(
        f"<p align=center>项目支出绩效目标表</p><p align=center>（2025年度）</p><table border=1><tbody>{cells(annual(form))}</tbody></table>"
        for form in forms
    )
    links = "<table><tr><td><a href=1>局领导</a></td></tr><tr><td><a href=2>2024年决算</a></td></tr></table>"
    body = (
        f"<table width=1000><tr><td width=200 valign=top>{links}</td><td>{box}"
        f"<table><tr><td><font size=5>青禾县民政局2025年度项目支出绩效目标</font></td></tr><tr><td>{article}</td></tr></table>"
        "</td></tr><tr><td colspan=2>版权所有</td></tr></table>"
    )
    page = _page("青禾县民政局", body).replace("<!DOCTYPE html>", '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>')
    return page.encode("utf-8-sig")


def excel() -> bytes:
    """What systems give out as .xls and is a page: two forms, an amount with a footnote, one struck out, a row that only measures."""
    forms = (
        Form("档案数字化", "青禾县档案馆", "35.2<sup>1</sup>", "35.2", "", "完成馆藏数字化。", "数字化档案卷数", "≥4200卷"),
        Form("库房恒温改造", "青禾县档案馆", "<s>20</s>24", "24", "", "达到保管标准。", "改造面积", "≥380m<sup>2</sup>"),
    )
    head = (
        '\r\n<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">'
        "<head><meta http-equiv=Content-Type content='text/html; charset=utf-8'><style>td{mso-number-format:'\\@'}</style>"
        "<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:Name>2019年旧表</x:Name></x:ExcelWorkbook></xml><![endif]--></head><body>"
    )
    measure = (
        "<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td><td width=90></td></tr><![endif]>"
    )
    tables = "".join(
        f"<table x:str><tr><td colspan=5>青禾县档案馆2026年度项目支出绩效目标表</td></tr>{cells(annual(form))}{measure}</table><br>"
        for form in forms
    )
    return f"{head}{tables}</body></html>".replace("\n", "\r\n").encode()


def _page(title: str, body: str, *, charset: str = "utf-8") -> str:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>{title}</title>'
    return f"<!DOCTYPE html>\n<html><head>{head}</head><body>{NAVIGATION}{body}{FOOTER}</body></html>\n"


def main(written: Sequence[tuple[str, bytes]]) -> None:
    """Writes the files into this folder."""
    for name, content in written:
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    main(
        [
            ("同页多表.html", stacked()),
            ("从Excel粘贴.html", pasted()),
            ("中文编码.htm", gb18030()),
            ("版面表格.html", nested()),
            ("系统导出.xls", excel()),
        ]
    )
