"""Which table each row of a 公开清单 speaks of: few lists have units, and names occur twice.  Pure."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from store.model import FundingKind, ListedProject, PerformanceTarget
from store.text import fold


def join(targets: Sequence[PerformanceTarget], listed: Sequence[ListedProject]) -> tuple[int | None, ...]:
    """For each row of the list the index of its target, or None; by name and annual total, else by name in order.

    A row with a unit is that unit's, or has at least the same total where the list calls the unit by another name.

    A target is given to one row at most.
    """
    found: dict[int, int] = {}
    _assign(found, targets, listed, lambda target, row: _same_unit(target, row) and _total(target) == row.yuan)
    _assign(found, targets, listed, lambda target, row: row.unit is not None and _same_unit(target, row))
    _assign(found, targets, listed, lambda target, row: row.yuan is not None and _total(target) == row.yuan)
    # What is left differs in its amount (a finding says so) or is missing: the form's order is the list's order.
    _assign(found, targets, listed, lambda _target, row: row.unit is None)
    return tuple(found.get(place) for place in range(len(listed)))


def _assign(
    found: dict[int, int],
    targets: Sequence[PerformanceTarget],
    listed: Sequence[ListedProject],
    fits: Callable[[PerformanceTarget, ListedProject], bool],
) -> None:
    by_name: dict[str, list[int]] = {}
    taken = set(found.values())
    for index, target in enumerate(targets):
        if index not in taken:
            by_name.setdefault(fold(target.project), []).append(index)
    for place, row in enumerate(listed):
        candidates = by_name.get(fold(row.project), [])
        chosen = next((i for i in candidates if place not in found and fits(targets[i], row)), None)
        if chosen is not None:
            candidates.remove(chosen)
            found[place] = chosen


def _same_unit(target: PerformanceTarget, row: ListedProject) -> bool:
    return row.unit is None or fold(row.unit) == fold(target.unit)


def _total(target: PerformanceTarget) -> Decimal | None:
    funding = target.funding(FundingKind.TOTAL)
    return funding.yuan if funding else None
