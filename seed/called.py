"""What the pieces of a document are called where people read of them: “年度资金总额”, “指标“下乡次数””, “自评资金总额全年执行数”."""

from seed.findings import short
from store.model import (
    Attribute,
    Blank,
    Evaluation,
    EvaluationFact,
    EvaluationField,
    Execution,
    ExecutionItem,
    Fact,
    Funding,
    FundingKind,
    Goal,
    Horizon,
    Indicator,
    ListedProject,
    PerformanceTarget,
    Result,
)

Part = Fact | Funding | Goal | Indicator | Blank | ListedProject | EvaluationFact | Execution | Result

HORIZONS = {Horizon.ANNUAL: "年度", Horizon.MID_TERM: "中期", None: ""}
KINDS = {
    FundingKind.TOTAL: "资金总额",
    FundingKind.FISCAL: "财政拨款",
    FundingKind.CARRYOVER: "上年结转",
    FundingKind.OTHER: "其他资金",
}
_ATTRIBUTES = {
    Attribute.DEPARTMENT: "主管部门",
    Attribute.DEPARTMENT_CODE: "主管部门代码",
    Attribute.ATTRIBUTE: "项目属性",
    Attribute.SOURCE: "项目来源",
    Attribute.PERIOD: "项目期",
}
_ITEMS = {
    ExecutionItem.INITIAL: "年初预算数",
    ExecutionItem.REVISED: "全年预算数",
    ExecutionItem.EXECUTED: "全年执行数",
    ExecutionItem.RATE: "执行率",
    ExecutionItem.WEIGHT: "预算执行分值",
    ExecutionItem.SCORE: "预算执行得分",
}
_FIELDS = {
    EvaluationField.DEPARTMENT: "自评表的主管部门",
    EvaluationField.ACCOMPLISHED: "实际完成情况",
    EvaluationField.SCORE: "自评得分",
    EvaluationField.GRADE: "自评等级",
}

_BLANKS = {str(kind): word for kind, word in KINDS.items()} | {str(field): word for field, word in _ATTRIBUTES.items()}
_BLANKS |= {"goal": "目标", "indicator": "指标", "weight": "权重"}


def called(whole: PerformanceTarget | Evaluation) -> str:
    """A form: “青禾县财政局「乡村振兴经费」2024年”."""
    return f"{whole.unit}「{whole.project}」{whole.year}年"


def named(part: Part) -> str:  # noqa: PLR0911  # one line a kind
    """A piece of a form, or a row of a list."""
    match part:
        case Fact():
            return _ATTRIBUTES[part.field]
        case Funding():
            return f"{HORIZONS[part.horizon]}{KINDS[part.kind]}"
        case Goal():
            return f"{HORIZONS[part.horizon]}目标"
        case Indicator():
            return f"{HORIZONS[part.horizon]}指标“{short(part.name)}”"
        case Blank():
            return f"没填的{HORIZONS[part.horizon]}{_BLANKS.get(part.field, part.field)}"
        case ListedProject():
            return f"清单里的「{part.project}」"
        case EvaluationFact():
            return _FIELDS[part.field]
        case Execution():
            return f"“{short(part.part)}”{_ITEMS[part.item]}"
        case Result():
            return f"指标“{short(part.name)}”的完成情况"


def text_of(part: Part) -> str:
    """What it says."""
    match part:
        case Fact() | Goal() | EvaluationFact():
            return part.text
        case Funding():
            return f"{part.yuan:.2f} 元"
        case ListedProject():
            return "没有金额" if part.yuan is None else f"{part.yuan:.2f} 元"
        case Blank():
            return part.source.raw or "空白"
        case Execution():
            return part.value if part.yuan is None else f"{part.yuan:.2f} 元"
        case Indicator() | Result():
            fields = part.model_dump(exclude={"source", "horizon", "name"}, exclude_none=True)
            return "、".join(str(text) for text in fields.values())
