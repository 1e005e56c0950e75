"""Fields of targets (`Change.field`) in the words that forms print.  Pure."""

_WORDS = {
    "annual/total": "年度资金总额",
    "annual/fiscal": "年度财政拨款",
    "annual/carryover": "年度上年结转",
    "annual/other": "年度其他资金",
    "mid_term/total": "中期资金总额",
    "mid_term/fiscal": "中期财政拨款",
    "mid_term/carryover": "中期上年结转",
    "mid_term/other": "中期其他资金",
    "goal/annual": "年度目标",
    "goal/mid_term": "中期目标",
    "department": "主管部门",
    "department_code": "主管部门代码",
    "attribute": "项目属性",
    "source": "项目来源",
    "period": "项目期",
}
_PARTS = {"indicator": "", "standard": "的评分标准", "weight": "的分值"}
_MONEY = ("annual", "mid_term")


def field_in_words(field: str) -> str:
    """“年度资金总额”, “年度指标“群众满意度””, “中期指标“群众满意度”的分值”; “（第2个）” for a second one of the same name."""
    known = _WORDS.get(field)
    if known is not None:
        return known
    part, _, place = field.partition("/")
    if part not in _PARTS:
        return f"“{field}”"
    horizon, _, rest = place.partition("/")
    name = rest.partition("/")[2] or rest
    name, _, number = name.rpartition("#") if name.rpartition("#")[2].isdigit() and "#" in name else (name, "", "")
    again = f"（第{number}个）" if number else ""
    return f"{'中期' if horizon == 'mid_term' else '年度'}指标“{name}”{again}{_PARTS[part]}"


def is_money(field: str) -> bool:
    """Whether the field is an amount, which changes state in yuan."""
    return field.partition("/")[0] in _MONEY


def is_of_indicator(field: str) -> bool:
    """Whether the field is a value, a standard or a weight of an indicator."""
    return field.partition("/")[0] in _PARTS
