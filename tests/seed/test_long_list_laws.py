"""The law of long lists: targets that are written as a list, in whatever fashion, are read back as those targets."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from seed.reading import state
from tests.seed.grids import TITLE, table

UNITS = ["青禾县教育局", "青禾县第一中学", "柳河镇人民政府", "青禾县疾病预防控制中心"]
PROJECTS = ["教师培训", "校舍维修", "工作经费", "驻村干部补助（一期）", "2024年图书采购"]
CLASSES = [("产出指标", "数量指标"), ("产出指标", "质量指标"), ("效益指标", "社会效益指标"), ("满意度指标", "服务对象满意度指标")]
NAMES = ["培训人次", "合格率", "受益人口", "群众满意度", "维修面积"]
SIGNS = {"≥": ["≥", ">=", "大于等于", "≧", "不低于"], "≤": ["≤", "<=", "小于等于"], "": ["=", "＝", "═", "等于"]}
LABELS = {
    "unit": ["单位名称", "项目单位", "预算单位"],
    "project": ["项目名称", "预算项目名称"],
    "yuan": ["预算数（万元）", "年度资金总额(万元)", "预算金额"],
    "goal": ["年度目标", "年度绩效目标"],
    "level1": ["一级指标", "一级"],
    "level2": ["二级指标", "二级"],
    "name": ["三级指标", "指标名称"],
    "sign": ["指标性质", "指标方向", "计算符号"],
    "direction": ["指标方向性", "指标属性"],
    "value": ["指标值", "目标值"],
    "measure": ["度量单位", "计量单位"],
}
KEYS = ("unit", "project", "yuan", "goal")


@st.composite
def indicators(draw):
    """A class, a name, and a value as operator, number or words, and unit."""
    worded = draw(st.booleans())
    number = str(draw(st.decimals("0.1", "9999", places=1)))
    return {
        "class": draw(st.sampled_from(CLASSES)),
        "name": draw(st.sampled_from(NAMES)),
        "sign": draw(st.sampled_from(sorted(SIGNS))),
        "value": draw(st.sampled_from(["明显改善", "应改尽改"])) if worded else number,
        "measure": "" if worded else draw(st.sampled_from(["%", "人次", "元/人·年"])),
        "worded": worded,
    }


@st.composite
def targets(draw):
    """Projects, each of one unit, those of a unit one after the other."""
    pairs = draw(st.lists(st.tuples(st.sampled_from(UNITS), st.sampled_from(PROJECTS)), min_size=1, max_size=6, unique=True))
    return [
        {
            "unit": unit,
            "project": project,
            "yuan": draw(st.decimals("0.01", "99999", places=2)),
            "goal": draw(st.sampled_from(["保障工作。", "培训600人次。", "完成任务\n提高质量。"])),
            "indicators": draw(st.lists(indicators(), min_size=1, max_size=4)),
        }
        for unit, project in sorted(pairs)
    ]


@st.composite
def lists(draw, *, units_may_span=True):
    """The targets, and the rows of a list of them: its columns in any order, its names merged, blank or repeated."""
    stated = draw(targets())
    columns = draw(st.permutations(list(LABELS)))
    fill = draw(st.sampled_from(["merged", "blank", "repeated"]))
    spans = fill == "merged" and units_may_span and draw(st.booleans())  # whether a unit is one cell over all its projects
    rows = [tuple(draw(st.sampled_from(LABELS[column])) for column in columns)]
    above = None
    for target in stated:
        for place, indicator in enumerate(target["indicators"]):
            cells = {key: str(target[key]) for key in KEYS}
            if place and fill != "repeated":
                cells = dict.fromkeys(KEYS, None if fill == "merged" else "")
            elif spans and above == target["unit"]:
                cells["unit"] = None
            sign = "定性" if indicator["worded"] else draw(st.sampled_from(SIGNS[indicator["sign"]]))
            cells |= {key: indicator[key] for key in ("name", "value", "measure")} | {"sign": sign}
            cells |= {
                "level1": indicator["class"][0],
                "level2": indicator["class"][1],
                "direction": draw(st.sampled_from(["正向指标", ""])),
            }
            rows.append(tuple(cells[column] for column in columns))
            above = target["unit"]
    return stated, rows


def expected(stated):
    return [
        (
            t["unit"],
            t["project"],
            t["yuan"] * Decimal(10000),
            t["goal"],
            [(i["class"], i["name"], whole(i)) for i in t["indicators"]],
        )
        for t in stated
    ]


def whole(indicator):
    return indicator["value"] if indicator["worded"] else f"{indicator['sign']}{indicator['value']}{indicator['measure']}"


def read_back(outcome):
    return [
        (t.unit, t.project, t.fundings[0].yuan, t.goals[0].text, [((i.level1, i.level2), i.name, i.value) for i in t.indicators])
        for t in outcome.statement.targets
    ]


@given(lists(), st.sampled_from([None, "2024年"]))
def test_what_is_written_is_read_back(written, sheet):
    """Units, projects, amounts, goals and whole values come back, whatever the list looks like; each from its own cell."""
    stated, rows = written
    parts = [[(TITLE,), ("单位：万元",), *rows]] if sheet else [TITLE, "单位：万元", rows]
    document = table(*parts, sheet=sheet)
    outcome = state(document)

    assert read_back(outcome) == expected(stated)
    assert not any(finding.rule.startswith(("list-", "amount-", "unknown-")) for finding in outcome.findings)
    for target in outcome.statement.targets:
        for fact in (*target.fundings, *target.goals, *target.indicators):
            cell = document.at(fact.source.table, fact.source.row, fact.source.column)
            assert cell is not None
            assert cell.seen == fact.source.raw


@given(lists(units_may_span=False), st.sampled_from(["drop", "double", "cell"]), st.data())
def test_a_damaged_list(written, damage, data):
    """A row or a cell too few or too many never gives a project another amount: it is the same, or it is not there."""
    stated, rows = written
    at = data.draw(st.integers(1, len(rows) - 1))
    rows = [tuple("" if text is None else text for text in row) for row in rows]  # what is merged tells more; here nothing is
    match damage:
        case "drop":
            del rows[at]
        case "double":
            rows.insert(at, rows[at])
        case _:
            place = data.draw(st.integers(0, len(rows[at]) - 1))
            rows[at] = rows[at][:place] + rows[at][place + 1 :]
    known = {(t["unit"], t["project"]): t["yuan"] * Decimal(10000) for t in stated}
    outcome = state(table(TITLE, "单位：万元", rows))
    found = [(target, funding) for target in outcome.statement.targets for funding in target.fundings if not outcome.refused]

    assert [funding.yuan for _t, funding in found] == [known.get((t.unit, t.project)) for t, _f in found]
