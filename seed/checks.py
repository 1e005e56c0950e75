"""What is odd in what a document states: rules over the whole statement, none of which changes anything.

Each rule is a function in `RULES`; a hit is for people to look at (提示，不是结论), save for what makes a statement ambiguous.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from seed.amounts import UnreadableAmount, read_amount
from seed.document import place_of
from seed.findings import refuse, remark, short, warn
from seed.levels import EFFECT, SATISFACTION, is_class_name, level1_name
from store.listed import join
from store.model import (
    Attribute,
    DocumentStatement,
    Finding,
    FundingKind,
    Horizon,
    Indicator,
    ListedProject,
    PerformanceTarget,
)
from store.money import print_yuan
from store.text import fold

Rule = Callable[[DocumentStatement], Iterator[Finding]]
TargetRule = Callable[[PerformanceTarget], Iterator[Finding]]
_PARTS = (FundingKind.FISCAL, FundingKind.CARRYOVER, FundingKind.OTHER)
_HORIZONS = {Horizon.ANNUAL: "年度", Horizon.MID_TERM: "中期"}
_RATE_NAME = re.compile(r"(?:率|比例|比重|满意度|覆盖面|百分比)$")
_PERIOD_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def check(statement: DocumentStatement) -> tuple[Finding, ...]:
    """Everything that the rules find, rule by rule, each in the document's order."""
    return tuple(finding for rule in RULES for finding in rule(statement))


def same_target_twice(statement: DocumentStatement) -> Iterator[Finding]:
    """One project of one unit and year stands twice: neither can be the one that counts."""
    seen: dict[tuple[str, str, int], PerformanceTarget] = {}
    for target in statement.targets:
        first = seen.setdefault((fold(target.project), fold(target.unit), target.year), target)
        if first is not target:
            message = f"{_called(target)}在{place_of(first.title)}已经写过，这里又写了一次。请删去一处后重新导入。"
            yield refuse("same-target-twice", target.title, message)


def list_and_forms(statement: DocumentStatement) -> Iterator[Finding]:
    """Every row of the list has its form, every form its row, and both say the same total."""
    if not statement.listed:
        return
    found = join(statement.targets, statement.listed)
    for row, index in zip(statement.listed, found, strict=True):
        if index is None:
            yield warn("listed-without-form", row.source, f"清单里的“{short(row.project)}”{_yuan(row)}没有对应的绩效目标表。")
        else:
            yield from _same_total(row, statement.targets[index])
    listed = set(found)
    for target in (target for index, target in enumerate(statement.targets) if index not in listed):
        yield warn("form-without-listed", target.title, f"{_called(target)}不在清单里。")
    yield from _sums(statement, found)


def _yuan(row: ListedProject) -> str:
    return f"（{print_yuan(row.yuan)}）" if row.yuan is not None else ""


def _same_total(row: ListedProject, target: PerformanceTarget) -> Iterator[Finding]:
    total = target.funding(FundingKind.TOTAL)
    if total is None or row.yuan is None or total.yuan == row.yuan:
        return
    message = f"{_called(target)}：清单写 {print_yuan(row.yuan)}，{place_of(total.source)}写 {print_yuan(total.yuan)}；按表记录。请核对。"
    yield warn("list-differs", row.source, message)


def _sums(statement: DocumentStatement, found: Iterable[int | None]) -> Iterator[Finding]:
    totals = [target.funding(FundingKind.TOTAL) for target in statement.targets]
    amounts = [row.yuan for row in statement.listed]
    if None in found or len(totals) != len(amounts) or None in totals or None in amounts:
        return
    listed = sum((yuan for yuan in amounts if yuan is not None), Decimal(0))
    forms = sum((total.yuan for total in totals if total is not None), Decimal(0))
    if listed != forms:
        message = f"清单各行相加是 {print_yuan(listed)}，各表年度资金总额相加是 {print_yuan(forms)}。请核对。"
        yield warn("list-sum", statement.listed[0].source, message)


def parts_and_total(target: PerformanceTarget) -> Iterator[Finding]:
    """The total is what its parts add up to, where any part is printed."""
    for horizon in Horizon:
        total = target.funding(FundingKind.TOTAL, horizon)
        parts = [part for kind in _PARTS if (part := target.funding(kind, horizon))]
        added = sum((part.yuan for part in parts), Decimal(0))
        # Without the 财政拨款 there are other sources that we do not keep: 国债资金, 自有资金.
        whole = any(part.kind is FundingKind.FISCAL for part in parts)
        if total is not None and parts and (added > total.yuan or (whole and added != total.yuan)):
            message = f"{_HORIZONS[horizon]}资金总额写 {print_yuan(total.yuan)}，各项来源相加是 {print_yuan(added)}。请核对。"
            yield warn("parts-differ", total.source, message)


def mid_term_below_annual(target: PerformanceTarget) -> Iterator[Finding]:
    """What is given over several years is no less than what is given in one of them."""
    mid_term, annual = target.funding(FundingKind.TOTAL, Horizon.MID_TERM), target.funding(FundingKind.TOTAL)
    if mid_term and annual and mid_term.yuan < annual.yuan:
        message = f"中期资金总额 {print_yuan(mid_term.yuan)}小于年度资金总额 {print_yuan(annual.yuan)}。请核对。"
        yield warn("mid-term-below-annual", mid_term.source, message)


def cost_and_budget(target: PerformanceTarget) -> Iterator[Finding]:
    """A cost indicator says at which price something is done: not more than the budget, and not just the budget again."""
    for indicator in _of_class(target, "成本指标"):
        total = target.funding(FundingKind.TOTAL, indicator.horizon)
        yuan = _money(indicator)
        if indicator.unit_of_measure == "%":
            message = f"成本指标“{short(indicator.name)}”的值是比率“{indicator.value}”，没有写成本是多少。"
            yield remark("cost-is-rate", indicator.source, message)
        elif yuan is not None and total is not None and yuan == total.yuan:
            message = f"成本指标“{indicator.value}”就是预算数 {print_yuan(total.yuan)}，没有另外说明成本。"
            yield remark("cost-is-budget", indicator.source, message)
        elif yuan is not None and total is not None and yuan > total.yuan:
            message = f"成本指标“{indicator.value}”大于资金总额 {print_yuan(total.yuan)}。请核对金额和单位。"
            yield warn("cost-above-budget", indicator.source, message)


def _money(indicator: Indicator) -> Decimal | None:
    """The value in yuan where it is an amount of money with its unit; “30元/人” is a price and none."""
    if indicator.number is None or not (indicator.unit_of_measure or "").endswith("元"):
        return None
    try:
        return read_amount(f"{indicator.number}{indicator.unit_of_measure}", None)
    except UnreadableAmount:
        return None


def classes_without_indicator(target: PerformanceTarget) -> Iterator[Finding]:
    """A class that the form prints has an indicator; 效益指标 and 满意度指标 are never left out."""
    blanks = [blank for blank in target.blanks if blank.field == "indicator" and blank.horizon is Horizon.ANNUAL]
    if blanks:
        said = "、".join(f"{b.name}（{f'写的是“{b.source.raw}”' if b.source.raw else '没有填'}）" for b in blanks)
        yield remark("class-blank", blanks[0].source, f"这些类别没有一条指标：{said}。")
    for level1 in (EFFECT, SATISFACTION):
        if target.indicators and not any(indicator.level1 == level1 for indicator in target.indicators):
            yield warn("level-missing", target.title, f"{_called(target)}没有一条{level1}。")
    if not target.indicators:
        yield warn("no-indicators", target.title, f"{_called(target)}没有一条绩效指标。")


def named_like_its_class(target: PerformanceTarget) -> Iterator[Finding]:
    """An indicator called like its class (“经济效益 98%”) says nothing."""
    for indicator in _once(target):
        if is_class_name(indicator.name):
            message = f"指标“{short(indicator.name)}”就是类别的名称，没有说明衡量什么。"
            yield remark("named-like-class", indicator.source, message)


def value_without_unit(target: PerformanceTarget) -> Iterator[Finding]:
    """A rate has its %; a value says something."""
    for indicator in _once(target):
        if indicator.number is not None and indicator.unit_of_measure is None and _RATE_NAME.search(indicator.name):
            message = f"“{short(indicator.name)}”的值是“{indicator.value}”，像是比率，原表没有写单位。"
            yield remark("value-without-unit", indicator.source, message)
        elif not indicator.value or indicator.value in ("无", "/", "-"):
            yield remark("value-blank", indicator.source, f"“{short(indicator.name)}”没有填指标值。")
        elif indicator.value == "定性" and indicator.standard is None:
            yield remark("value-qualitative", indicator.source, f"“{short(indicator.name)}”的值只写“定性”，没有写要达到什么。")


def quantity_is_money(target: PerformanceTarget) -> Iterator[Finding]:
    """A quantity counts things; money and percentages belong to other classes."""
    for indicator in _of_class(target, "数量指标"):
        if _money(indicator) is not None:
            yield remark(
                "quantity-is-money", indicator.source, f"数量指标“{short(indicator.name)}”的值是金额“{indicator.value}”。"
            )
        elif indicator.unit_of_measure == "%":
            yield remark(
                "quantity-is-rate", indicator.source, f"数量指标“{short(indicator.name)}”的值是比率“{indicator.value}”。"
            )


def period_and_year(target: PerformanceTarget) -> Iterator[Finding]:
    """项目期 is filled in and holds the fiscal year."""
    blank = next((blank for blank in target.blanks if blank.field == Attribute.PERIOD), None)
    if blank:
        yield remark("period-blank", blank.source, "“项目期”没有填。")
    fact = target.fact(Attribute.PERIOD)
    years = [int(year) for year in _PERIOD_YEAR.findall(fact.text)] if fact else []
    if fact and years and not min(years) <= target.year <= max(years):
        yield warn("period-outside-year", fact.source, f"“项目期”写的是“{short(fact.text)}”，不含 {target.year} 年。请核对。")


def department_is_unit(target: PerformanceTarget) -> Iterator[Finding]:
    """The department (主管部门) stands above the unit, and is not the unit itself."""
    fact = target.fact(Attribute.DEPARTMENT)
    code = target.fact(Attribute.DEPARTMENT_CODE)
    if fact and fold(fact.text) == fold(target.unit) and code and len(code.text) > _DEPARTMENT_CODE:
        message = (
            f"“主管部门”写的是单位自己（{code.text}-{short(fact.text)}），该代码的上级是 {code.text[:_DEPARTMENT_CODE]}。请核对。"
        )
        yield remark("department-is-unit", fact.source, message)


_DEPARTMENT_CODE = 3  # digits; a unit's own code has three more behind those of its department


def level1_misprinted(target: PerformanceTarget) -> Iterator[Finding]:
    """The printed first level is the one that the second level belongs to; we go by the second."""
    wrong: dict[tuple[str, str], list[Indicator]] = {}
    for indicator in _once(target):
        printed = level1_name(indicator.level1_printed or "")
        if printed is not None and printed != indicator.level1:
            wrong.setdefault((indicator.level1_printed or "", indicator.level1), []).append(indicator)
    for (printed_as, level1), indicators in wrong.items():
        classes = "、".join(dict.fromkeys(indicator.level2 for indicator in indicators))
        message = f"{classes}印在“{printed_as}”下面，本系统按“{level1}”记录，并保留原表的写法。"
        yield remark("level1-misprinted", indicators[0].source, message)


def _once(target: PerformanceTarget) -> Iterator[Indicator]:
    """The indicators, one that reads the same over both horizons only once."""
    seen: set[tuple[str, str, str]] = set()
    for indicator in sorted(target.indicators, key=lambda i: i.horizon is not Horizon.ANNUAL):
        key = indicator.level2, indicator.name, indicator.value
        if key not in seen:
            seen.add(key)
            yield indicator


def _of_class(target: PerformanceTarget, level2: str) -> Iterator[Indicator]:
    return (indicator for indicator in _once(target) if indicator.level2.endswith(level2))


def _called(target: PerformanceTarget) -> str:
    return f"{target.unit}{target.year}年「{target.project}」"


def _each(rule: TargetRule) -> Rule:
    def over_all(statement: DocumentStatement) -> Iterator[Finding]:
        return (finding for target in statement.targets for finding in rule(target))

    return over_all


RULES: tuple[Rule, ...] = (
    same_target_twice,
    list_and_forms,
    *map(
        _each,
        (
            parts_and_total,
            mid_term_below_annual,
            cost_and_budget,
            classes_without_indicator,
            named_like_its_class,
            value_without_unit,
            quantity_is_money,
            period_and_year,
            department_is_unit,
            level1_misprinted,
        ),
    ),
)
