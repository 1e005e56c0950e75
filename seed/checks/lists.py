"""What a document says twice: the same target, its 公开清单 beside its forms, one name in several units."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from seed.checks.common import called
from seed.document import place_of
from seed.findings import refuse, remark, short, warn
from store.alike import pairs_alike
from store.listed import join
from store.model import DocumentStatement, Finding, FundingKind, Horizon, ListedProject, PerformanceTarget
from store.money import print_yuan
from store.text import fold


def same_target_twice(statement: DocumentStatement) -> Iterator[Finding]:
    """One project of one unit and year stands twice: neither can be the one that counts."""
    seen: dict[tuple[str, str, int], PerformanceTarget] = {}
    for target in statement.targets:
        first = seen.setdefault((fold(target.project), fold(target.unit), target.year), target)
        if first is not target:
            message = f"{called(target)}在{place_of(first.title)}已经写过，这里又写了一次。请删去一处后重新导入。"
            yield refuse("same-target-twice", target.title, message).about(target)


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
        yield warn("form-without-listed", target.title, f"{called(target)}不在清单里。").about(target)
    yield from _sums(statement, found)


def _yuan(row: ListedProject) -> str:
    return f"（{print_yuan(row.yuan)}）" if row.yuan is not None else ""


def _same_total(row: ListedProject, target: PerformanceTarget) -> Iterator[Finding]:
    total = target.funding(FundingKind.TOTAL)
    if total is None or row.yuan is None or total.yuan == row.yuan:
        return
    mid_term = target.funding(FundingKind.TOTAL, Horizon.MID_TERM)
    hint = "清单写的就是中期资金总额，不是年度的；" if mid_term is not None and mid_term.yuan == row.yuan else ""
    message = f"{called(target)}：清单写 {print_yuan(row.yuan)}，{place_of(total.source)}写 {print_yuan(total.yuan)}；{hint}按表记录。请核对。"
    yield warn("list-differs", row.source, message).about(target)


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


def one_name_in_several_units(statement: DocumentStatement) -> Iterator[Finding]:
    """A name that several units have: whoever asks for it is given all of them."""
    by_name: defaultdict[tuple[str, int], list[PerformanceTarget]] = defaultdict(list)
    for target in statement.targets:
        by_name[fold(target.project), target.year].append(target)
    for same in by_name.values():
        units = {fold(target.unit): target.unit for target in same}
        if len(units) > 1:
            said = "、".join(units.values())
            message = f"「{short(same[0].project)}」有 {len(units)} 个单位同名：{said}。问到这个名称时会全部列出。"
            yield remark("name-in-several-units", same[0].title, message)


def names_alike(statement: DocumentStatement) -> Iterator[Finding]:
    """Two names of one unit that differ in one character, which is no number: perhaps one project written twice."""
    by_unit: defaultdict[tuple[str, int], list[PerformanceTarget]] = defaultdict(list)
    for target in statement.targets:
        by_unit[fold(target.unit), target.year].append(target)
    for targets in by_unit.values():
        for first, second in pairs_alike([fold(target.project) for target in targets]):
            target, other = targets[first], targets[second]
            message = f"{called(target)}与「{short(other.project)}」只差一个字。请核对是否同一个项目。"
            yield remark("names-alike", other.title, message).about(other)
