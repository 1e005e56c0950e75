"""Which table each row of a 公开清单 speaks of: the list has no units, and names occur twice.  Pure."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from store.model import FundingKind, ListedProject, PerformanceTarget
from store.text import fold


def join(targets: Sequence[PerformanceTarget], listed: Sequence[ListedProject]) -> tuple[int | None, ...]:
    """For each row of the list the index of its target, or None; by name and annual total, else by name in order.

    A target is given to one row at most.
    """
    found: dict[int, int] = {}
    _assign(found, targets, listed, lambda target, row: _total(target) == row.yuan)
    # What is left differs in its amount (a finding says so) or is missing: the form's order is the list's order.
    _assign(found, targets, listed, lambda _target, _row: True)
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


def _total(target: PerformanceTarget) -> Decimal | None:
    funding = target.funding(FundingKind.TOTAL)
    return funding.yuan if funding else None
