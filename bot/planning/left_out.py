"""What a question leaves out, as parts of its plan: which targets, which kinds of money, or the subordinate units."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from msgspec import Struct

from bot.book import Book
from bot.language.kinds_said import KindOfUnits
from bot.language.meanings import AmountSaid, Asked, Mark
from bot.reading.matching import joined
from bot.reading.parse import Leftover, Parse
from bot.scoping.phases_said import phases_called
from bot.scoping.scope import Scope, resolve
from store.model import FundingKind
from store.names import NameType
from store.plan import GroupBy, LeftOut, Plan


class Without(Struct, frozen=True):
    """The parts of the plan; `alone`: it is the subordinate units that are left out."""

    targets: tuple[LeftOut, ...] = ()
    kinds: tuple[FundingKind, ...] = ()
    alone: bool = False
    below: bool = False  # it is what the unit has itself (本级) that is left out
    years: tuple[int, ...] = ()  # those that are left, where years are left out of all that there are
    missing: tuple[Leftover, ...] = ()  # names that do not exist

    def of(self, plan: Plan) -> Plan:
        """The plan without it."""
        if not (self.targets or self.kinds or self.alone):
            return plan
        branch = (plan.whole_branch or self.below) and not self.alone
        scope: dict[str, Any] = {"alone": plan.alone or self.alone, "whole_branch": branch}
        if not (self.kinds or self.alone) and (kept := _units_left(self.targets, plan)):
            return plan.model_copy(update={"units": kept, "alone": True, "sides": ()})
        out = {name for one in self.targets for name in one.projects}
        if plan.units and set(plan.projects) <= out:
            scope |= {"projects": (), "among": ()}  # “除了它水务局还有哪些”: it is not what is asked about
        whole = plan.model_copy(update={"without": self.targets, "net_of": self.kinds, **scope})
        if not self.years:
            return whole
        listed = plan.projects or plan.aggregate or plan.order or plan.compare or len(self.years) == 1
        return whole.model_copy(update={"years": self.years, "newest": None, "by": plan.by if listed else GroupBy.YEAR})


def _units_left(targets: Sequence[LeftOut], plan: Plan) -> tuple[str, ...]:
    """The units that are left where some of those that are listed are left out: “不含学校呢” after “教育局含学校”."""
    out = {unit for one in targets for unit in one.units}
    only = all(one == LeftOut(units=one.units, called=one.called) for one in targets)
    listed = not (plan.called or plan.projects or plan.whole_branch or plan.compare or plan.by or plan.order)
    return tuple(unit for unit in plan.units if unit not in out) if only and listed and set() < out < {*plan.units} else ()


def left_out(excepted: Sequence[Parse], base: Plan, before: Plan | None, book: Book) -> Without:
    """What these parts of a question leave out of what the plan `base` is about; “它” is what was spoken of `before`.

    Of names meant equally well those are meant that the plan holds.
    """
    targets: list[LeftOut] = []
    kinds: list[FundingKind] = []
    missing: list[Leftover] = []
    alone = below = False
    for part in excepted:
        scope = resolve(part, book, None)
        kinds.extend(a.kind for a in part.meanings(Asked) if a.kind)
        missing.extend(scope.missing)
        found = [*_targets(part, scope, base, book), *_spoken_of(part, before)]
        alone = alone or (Mark.BRANCH in part.marks() and not any(one.units for one in found))
        if Mark.ALONE in part.marks() and not found and len(base.units) == 1 and (base.whole_branch or not base.called):
            below, found = True, [LeftOut(units=base.units)]
        targets.extend(found)
    years = () if base.years else _years_left(targets, base, book)
    return Without(tuple(targets), tuple(dict.fromkeys(kinds)), alone, below, years, tuple(missing))


def _years_left(targets: Sequence[LeftOut], base: Plan, book: Book) -> tuple[int, ...]:
    """The years that there are but for those that are left out whole."""
    out = {year for one in targets if one == LeftOut(years=one.years) for year in one.years}
    return tuple(y for y in book.years_of(base.projects, base.units)[::-1] if y not in out) if out else ()


def _spoken_of(part: Parse, before: Plan | None) -> list[LeftOut]:
    """“它”: what was spoken of."""
    if before is None or Mark.IT not in part.marks() or not (before.projects or before.units):
        return []
    return [LeftOut(projects=before.projects, units=before.units)]


def _targets(part: Parse, scope: Scope, base: Plan, book: Book) -> list[LeftOut]:
    amounts = tuple(limit for said in part.meanings(AmountSaid) for limit in said.filters)
    kinds = part.meanings(KindOfUnits)
    branch = any(kind.whole_branch for kind in kinds) or (
        Mark.BRANCH in part.marks() and bool(scope.units) and not (kinds or scope.called)
    )
    units = LeftOut(units=scope.units, whole_branch=branch, called=scope.called)
    projects = LeftOut(projects=_within(part, scope, base, book))
    rest = LeftOut(years=scope.years, attributes=scope.attributes, amounts=amounts)
    apart = _apart(part)
    if apart:
        return [one for one in (units, projects, rest) if one != LeftOut(whole_branch=one.whole_branch)]
    whole = rest.model_copy(
        update={**units.model_dump(include={"units", "whole_branch", "called"}), "projects": projects.projects}
    )
    return [whole] if whole != LeftOut(whole_branch=whole.whole_branch) else []


def _apart(part: Parse) -> bool:
    """Whether units and projects are left out each for itself: “财政局和工作经费”, not “财政局的工作经费”."""
    units, projects = part.mentioned(NameType.UNIT), part.mentioned(NameType.PROJECT)
    named = sorted((*units, *projects), key=lambda m: m.start)
    return any(a.type is not b.type and joined(part.said, a.end, b.start) for a, b in pairwise(named))


def _within(part: Parse, scope: Scope, base: Plan, book: Book) -> tuple[str, ...]:
    """The projects that are meant: the surest that the plan's scope holds, else any that it holds, else the surest.

    A phase (二期) is one of what is asked about, if that has it.
    """
    units = (*base.units, *(low for high in base.units for low in book.below(high)))
    names: list[str] = []
    for mention in part.mentioned(NameType.PROJECT):
        words = part.said.text[mention.start : mention.end]
        if mention.phase and (phases := phases_called(words, base.projects, book)):
            names.extend(phases)
            continue
        sure, every = mention.names(), mention.all_names()
        chosen = (_held(some, base, units, book) for some in (tuple(n for n in sure if n in scope.projects), sure, every))
        names.extend(next((found for found in chosen if found), sure))
    return tuple(dict.fromkeys(names))


def _held(names: Sequence[str], base: Plan, units: Sequence[str], book: Book) -> tuple[str, ...]:
    if not names or (base.projects and not set(names) & set(base.projects)):
        return ()
    held = {project for project, _unit in book.pairs(names, units)}
    return tuple(name for name in names if name in held)
