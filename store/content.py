"""What a target states, field by field: its digest, and the changes (变更) from one statement to another.  Pure."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from store.model import Change, Indicator, PerformanceTarget, Source
from store.text import normalized


class Stated(Struct, frozen=True):
    """One field of a target, named as `Change.field` names it, and what stands there."""

    field: str
    text: str
    source: Source

    @property
    def compared(self) -> tuple[str, str]:
        """Field and text without what makes no difference: width, case, traditional characters, white space."""
        return _plain(self.field), _plain(self.text)


def stated(target: PerformanceTarget) -> tuple[Stated, ...]:
    """Every field in the order of the form; a second one of the same name is called “…#2”.

    Names: `department`, `annual/total`, `goal/annual`, `indicator/annual/质量指标/群众满意度`, and beside that one `standard/…`
    and `weight/…` of the same place.
    """
    seen: Counter[str] = Counter()
    fields = []
    for one in _fields(target):
        seen[_plain(one.field)] += 1
        number = seen[_plain(one.field)]
        fields.append(one if number == 1 else Stated(f"{one.field}#{number}", one.text, one.source))
    return tuple(fields)


def _fields(target: PerformanceTarget) -> Iterator[Stated]:
    for fact in target.facts:
        yield Stated(fact.field, fact.text, fact.source)
    for funding in target.fundings:
        yield Stated(f"{funding.horizon}/{funding.kind}", f"{funding.yuan:.2f}", funding.source)
    for goal in target.goals:
        yield Stated(f"goal/{goal.horizon}", goal.text, goal.source)
    for indicator in target.indicators:
        yield from _indicator(indicator)


def _indicator(indicator: Indicator) -> Iterator[Stated]:
    place = f"{indicator.horizon}/{indicator.level2}/{indicator.name}"
    yield Stated(f"indicator/{place}", _whole_value(indicator), indicator.source)
    if indicator.standard is not None:
        yield Stated(f"standard/{place}", indicator.standard, indicator.source)
    if indicator.weight is not None:
        yield Stated(f"weight/{place}", str(indicator.weight), indicator.source)


def _whole_value(indicator: Indicator) -> str:
    """The value with its operator and unit, which some forms print in columns of their own."""
    operator, unit = indicator.operator or "", indicator.unit_of_measure or ""
    value = indicator.value if _plain(operator) in _plain(indicator.value) else operator + indicator.value
    return value if _plain(unit) in _plain(value) else value + unit


@lru_cache(maxsize=5_000)  # names stand in several fields of one target
def _plain(text: str) -> str:
    return "".join(normalized(text).split())


def digest(target: PerformanceTarget) -> str:
    """The hash of what is stated, wherever it stands: equal exactly when `diff` finds nothing."""
    content = sorted(one.compared for one in stated(target))
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def diff(before: PerformanceTarget, after: PerformanceTarget) -> list[Change]:
    """Field-by-field changes, in the order of the new form; fields that it no longer has come last."""
    old = {one.compared[0]: one for one in stated(before)}
    new = {one.compared[0]: one for one in stated(after)}
    fields = [*new, *(field for field in old if field not in new)]
    return [
        _change(after, old.get(field), new.get(field), (new.get(field) or old[field]).field)
        for field in fields
        if field not in old or field not in new or old[field].compared != new[field].compared
    ]


def _change(target: PerformanceTarget, before: Stated | None, after: Stated | None, field: str) -> Change:
    return Change(
        project=target.project,
        unit=target.unit,
        year=target.year,
        field=field,
        before=before.text if before else None,
        after=after.text if after else None,
        source_before=before.source if before else None,
        source_after=after.source if after else None,
    )
