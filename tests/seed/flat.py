"""Documents for tests, written in the flattened grammar: paragraphs, and tables of cells."""

from collections.abc import Iterable, Sequence

from seed.document import Document
from seed.readers import read_file
from seed.reading import Given, Outcome, state

Rows = Sequence[Sequence[str]]
Part = str | Rows
TITLE = "青禾县财政局2024年度项目支出绩效目标"


def flat(*parts: Part) -> str:
    """The text: a string is a paragraph, anything else the rows of a table."""
    rows: list[Sequence[str]] = []
    for part in parts:
        rows += [[part]] if isinstance(part, str) else part
    return "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in rows)


def document(*parts: Part, file: str = "表.txt") -> Document:
    """The document that the reader makes of these parts."""
    return read_file(file, flat(*parts).encode())


def stated(*parts: Part, file: str = "表.txt", given: Given | None = None) -> Outcome:
    """What such a document states, and its findings."""
    return state(document(*parts, file=file), given or Given())


def form(  # noqa: PLR0913  # all by name, and mostly left out
    project: str = "乡村振兴经费",
    *,
    unit: str = "青禾县财政局",
    department: str = "201-青禾县财政局",
    money: Rows = (("项目资金\n（万元）", "年度资金总额：", "2.6"), ("", "其中：财政拨款", "2.6"), ("", "其他资金", "")),
    goal: str = "保障工作开展",
    lines: Iterable[Sequence[str]] = (("产出指标", "数量指标", "指标1：下乡次数", "≥12次"),),
    head: Rows = (),
    tail: Rows = (),
) -> Rows:
    """The annual form with what the test is about."""
    return [
        *head,
        ("项目名称", project),
        ("主管部门及代码", department, "实施单位", unit),
        *money,
        ("年度目标", goal),
        ("绩\n效\n指\n标", "一级指标", "二级指标", "三级指标", "指标值"),
        *(("", *line) for line in lines),
        *tail,
    ]


def side_by_side(
    lines: Iterable[Sequence[str]],
    *,
    labels: Sequence[str] = ("中期目标（2024年—2026年）", "年度目标"),
    totals: Sequence[str] = ("中期资金总额：", "90", "年度资金总额：", "30"),
) -> Rows:
    """The form with two halves."""
    return [
        ("项目名称", "软件维护"),
        ("实施单位", "青禾县财政局"),
        ("项目资金（万元）", *totals),
        ("", "其中：财政拨款", "80", "其中：财政拨款", "20"),
        ("总体目标", *labels),
        ("", "三年的目标" if "中期" in labels[0] else "一年的目标", "一年的目标" if "中期" in labels[0] else "三年的目标"),
        ("绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "绩效标准", "二级指标", "三级指标", "指标值", "绩效标准"),
        *(("", *line) for line in lines),
    ]


def rules(outcome: Outcome) -> list[str]:
    """The names of the rules that found something."""
    return [finding.rule for finding in outcome.findings]


def amounts(outcome: Outcome) -> dict[str, str]:
    """The amounts of the only target: “annual/total” → yuan."""
    (target,) = outcome.statement.targets
    return {f"{funding.horizon}/{funding.kind}": f"{funding.yuan}" for funding in target.fundings}
