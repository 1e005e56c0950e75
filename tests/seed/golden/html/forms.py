"""The printed forms, as rows of cells with their spans."""

from collections.abc import Sequence
from dataclasses import dataclass

Cell = tuple[str, int, int]  # markup, rows, columns
Rows = Sequence[Sequence[Cell]]
LEVELS = (("产出指标", "数量指标"), ("产出指标", "质量指标"), ("效益指标", "社会效益指标"), ("满意度指标", "服务对象满意度指标"))


@dataclass(frozen=True)
class Form:
    """What a form is filled in with; each amount as it is printed."""

    project: str
    unit: str
    total: str
    fiscal: str
    other: str
    goal: str
    indicator: str
    value: str


def annual(form: Form) -> Rows:
    """The form of the year alone, five columns wide (layouts B)."""
    values = ((form.indicator, form.value), ("验收合格率", "100%"), ("群众知晓率", "≥85%"), ("群众满意度", "≥90%"))
    lines = [
        [*([(one, 2 if n == 0 else 1, 1)] if n != 1 else []), *((said, 1, 1) for said in (two, *value))]
        for n, ((one, two), value) in enumerate(zip(LEVELS, values, strict=True))
    ]
    head = [("<p>绩<br>效<br>指<br>标</p>", 5, 1), *((said, 1, 1) for said in ("一级\n指标", "二级指标", "三级指标", "指标值"))]
    return [
        [("项目名称", 1, 2), (form.project, 1, 3)],
        [("主管部门<br>及代码", 1, 2), (f"118-{form.unit}", 1, 1), ("实施单位", 1, 1), (form.unit, 1, 1)],
        [("项目属性", 1, 2), ("经常性项目", 1, 1), ("项目期", 1, 1), ("&nbsp;", 1, 1)],
        [("项目资金<br>（万元）", 3, 2), ("年度资金总额：", 1, 2), (form.total, 1, 1)],
        [("&nbsp;&nbsp;其中：财政拨款", 1, 2), (form.fiscal, 1, 1)],
        [("&nbsp;&nbsp;&nbsp;&nbsp;其他资金", 1, 2), (form.other, 1, 1)],
        [("年度<br>目标", 1, 2), ("".join(f"<p>{line}</p>" for line in form.goal.split("\n")), 1, 3)],
        head,
        *lines,
    ]


def double(form: Form, mid_term: str) -> Rows:
    """The form of mid-term and annual halves side by side (layouts A)."""
    pairs = ((form.indicator, form.value), ("考核合格率", "100%"), ("群众知晓率", "≥85%"), ("群众满意度", "≥90%"))
    lines = [
        [(one, 1, 1), *((t, 1, 1) for t in (two, *pair)), *((t, 1, 1) for t in (two, *pair))]
        for (one, two), pair in zip(LEVELS, pairs, strict=True)
    ]
    names = ("一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值")
    return [
        [("项目名称", 1, 2), (form.project, 1, 6)],
        [("主管部门及代码", 1, 2), (f"[066]{form.unit}", 1, 3), ("实施单位", 1, 1), (form.unit, 1, 2)],
        [("项目资金", 3, 2), ("中期资金总额", 1, 2), (mid_term, 1, 1), ("年度资金总额", 1, 2), (form.total, 1, 1)],
        [("其中：财政拨款", 1, 2), (mid_term, 1, 1), ("其中：财政拨款", 1, 2), (form.fiscal, 1, 1)],
        [("其他资金", 1, 2), ("", 1, 1), ("其他资金", 1, 2), (form.other, 1, 1)],
        [("总体<br>目标", 2, 1), ("中期目标（2024年—2026年）", 1, 4), ("年度目标", 1, 3)],
        [(f"三年里{form.goal}", 1, 4), (form.goal, 1, 3)],
        [("绩效<br>指标", 5, 1), *((name, 1, 1) for name in names)],
        *lines,
    ]


def cells(rows: Rows, *, extra: str = "") -> str:
    """The rows as people's programs write them: a span where there is one, a paragraph and a font in each cell."""
    return "\n".join(f"<tr>{''.join(_cell(*cell) for cell in row)}{extra}</tr>" for row in rows)


def _cell(markup: str, rows: int, columns: int) -> str:
    spans = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    inside = markup if markup.startswith("<p>") else f'<p class="MsoNormal"><span style="font-size:10.5pt">{markup}</span></p>'
    return f"<td{spans}>\n{inside}\n</td>"
