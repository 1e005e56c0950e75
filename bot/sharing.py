"""Shares (占比) and places (排第几): which words of a question name the part, and which the whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.following import says_everything
from bot.language.meanings import Asked, KindOfUnits, Mark, OrderSaid, Proposal
from bot.parse import Leftover, Parse
from bot.scope import Scope, resolve
from store.model import FundingKind
from store.names import Match, NameType
from store.plan import Aggregate, Field, IndicatorFilter, Of, Plan, Whole

_COMPARING = frozenset({Mark.COMPARED, Mark.ROSE, Mark.FELL, Mark.UNCHANGED, Mark.GROWTH, Mark.DECLINE, Mark.TIMES})


@dataclass(frozen=True)
class Shared:
    """A question for a share: the words that name the part, its scope and kinds of money, and the whole."""

    said: Parse
    scope: Scope
    kinds: tuple[FundingKind, ...]
    whole: Whole
    aggregate: Aggregate
    missing: tuple[Leftover, ...]  # words that name an indicator, and no money


@dataclass(frozen=True)
class _Side:
    """What is named on one side of 占."""

    said: Parse
    projects: tuple[str, ...]
    units: tuple[str, ...]
    kinds: tuple[FundingKind, ...]
    whole_branch: bool
    years: tuple[int, ...]

    @property
    def named(self) -> bool:
        return bool(self.projects or self.units)

    @property
    def apart(self) -> bool:
        """Whether one name is said that several units have: each of them is then a whole of its own."""
        return len(self.units) > len(self.said.mentioned(NameType.UNIT)) and not self.said.meanings(KindOfUnits)


def shared(said: Parse, scope: Scope, previous: Plan | None) -> Shared | None:
    """The part and the whole, if a share is asked for; `scope` is that of the whole question."""
    at = _place(said)
    indicators = said.mentioned(NameType.INDICATOR)
    if at is None or (at.meaning is Mark.PER_CENT and previous is not None and previous.compare and not said.mentions):
        return None  # “百分之几” behind a comparison asks for its growth
    verb = at.meaning is Mark.PLACE or said.said.text[at.start : at.end].endswith(("占", "是", "相当于"))
    if not verb and any(m.end >= at.start and m.start <= at.end for m in indicators):
        return None  # “一线教师占比” may be an indicator of that name
    part, whole = (_side(half, scope, previous) for half in _halves(said, at))
    if at.meaning is Mark.PLACE:
        return _placed(part, whole, scope)
    if said.meanings(OrderSaid) and not (part.kinds or whole.kinds):
        return None  # of one whole the largest share is the largest amount
    kinds = part.kinds or (whole.kinds if whole.kinds != (FundingKind.TOTAL,) else ())
    projects, units = part.projects, part.units
    if not part.named and part.kinds:
        projects, units = whole.projects, whole.units  # “其他资金占网络运维多少”
    elif projects and not units:
        units = tuple(u for u in scope.units if u in whole.units) if scope.book.holds(projects, whole.units) else ()
    elif units and not projects and not whole.units:
        projects = whole.projects  # “柳渡镇占全部驻村帮扶经费多少”
    mentions = len(part.said.mentioned(NameType.UNIT))
    years = part.years or whole.years
    mine = replace(scope, projects=projects, units=units, years=years, unit_mentions=mentions, whole_branch=False)
    missing = tuple(said.words(m.start, m.end) for m in indicators)
    of = _whole(part, whole, projects, previous)
    if whole.years and whole.years != years:  # “去年的占今年的百分之几”
        same = {"of": Of.SCOPE, "projects": projects, "units": units, "alone": True}
        of = of.model_copy(update={"years": whole.years, **(same if of.of is not Of.SCOPE or not whole.named else {})})
    return Shared(part.said, mine, kinds, of, Aggregate.SHARE, missing)


def _placed(part: _Side, whole: _Side, scope: Scope) -> Shared:
    """A place: among what is named behind 在, else among the units that have the project, else among all."""
    mine = replace(scope, projects=part.projects, units=part.units, years=part.years or whole.years, whole_branch=False)
    level = {"whole_branch": whole.whole_branch, "alone": Mark.ALONE in whole.said.marks()}
    if Mark.OWN_UNIT in whole.said.marks() or (Mark.ALONE in whole.said.marks() and not whole.named):
        of = Whole(of=Of.UNIT, **level)
    elif whole.named or _everything(whole):
        of = Whole(of=Of.SCOPE, projects=whole.projects, units=whole.units, apart=whole.apart, **level)
    else:
        shared_name = part.units and len(scope.book.pairs(part.projects, ())) > 1
        of = Whole(of=Of.SCOPE, projects=part.projects if shared_name else ())
    return Shared(part.said, mine, part.kinds or whole.kinds, of, Aggregate.PLACE, ())


def with_share(asked: Plan, share: Shared | None) -> Plan:
    """The plan of a question that asks for a share of its scope."""
    if share is None:
        return asked
    shape = {"fields": (Field.AMOUNT,), "aggregate": share.aggregate, "whole": share.whole, "kinds": share.kinds}
    limits = {"amounts": (), "checked": (), "other_order": None, "compare": False, "count_of": None, "by": None}
    return asked.model_copy(update={**shape, **limits, "indicators": IndicatorFilter(), "percents": ()})


def _whole(part: _Side, whole: _Side, projects: Sequence[str], previous: Plan | None) -> Whole:
    kind = whole.kinds[0] if whole.kinds else FundingKind.TOTAL
    marks = whole.said.marks()
    named = part.named or whole.named
    if part.kinds and not named and (_everything(part) or (_everything(whole) and previous is None)):
        return Whole(of=Of.SCOPE, kind=kind)  # “全县其他资金占比”
    if part.kinds and (not part.named or not whole.named) and Mark.OWN_UNIT not in marks:
        return Whole(of=Of.SAME, kind=kind)
    level = {"whole_branch": whole.whole_branch, "alone": Mark.ALONE in marks}
    if whole.named or _everything(whole):
        return Whole(of=Of.SCOPE, projects=whole.projects, units=whole.units, apart=whole.apart, kind=kind, **level)
    if marks & {Mark.OWN_UNIT, Mark.ALONE}:
        return Whole(of=Of.UNIT, kind=kind, **level)
    return Whole(of=Of.UNIT if projects or not part.named else Of.SCOPE, kind=kind)


def _everything(side: _Side) -> bool:
    return says_everything(side.said)


def _place(said: Parse) -> Proposal | None:
    """The word that divides the part from the whole."""
    marks = said.marks()
    if Mark.PLACE in marks:
        return next(p for p in said.cover if p.meaning is Mark.PLACE)
    wanted = Mark.SHARE if Mark.SHARE in marks else Mark.PER_CENT if not marks & _COMPARING else None
    return next((p for p in said.cover if p.meaning is wanted), None) if wanted else None


def _halves(said: Parse, at: Proposal) -> tuple[Parse, Parse]:
    """The words that name the part, and those that name the whole."""
    before, behind = said.between(0, at.start), said.between(at.end, len(said.said.text))
    within = next((p for p in reversed(before.cover) if p.meaning is Mark.WITHIN), None)
    if at.meaning is Mark.PLACE:
        inside = said.said.text.rfind("在", 0, at.start)
        apart = inside > 0 and not any(p.start <= inside < p.end for p in before.cover if isinstance(p.meaning, Match))
        return (before.between(0, inside), before.between(inside, at.start)) if apart else (before, behind)
    if within is None or behind.mentions:
        return before, behind
    whole, part = before.between(0, within.start), before.between(within.end, at.start)
    if part.mentions or _kinds(part):
        return part, whole
    inside = said.said.text.find("在", 0, within.start)  # “网络运维在财政局的预算里占多少”
    if inside > 0 and before.between(0, inside).mentions:
        return before.between(0, inside), before.between(inside, within.start)
    return before, behind


def _side(said: Parse, scope: Scope, previous: Plan | None) -> _Side:
    """What is named there; of names that are meant equally well those that exist with the rest of the question."""
    own = resolve(said, scope.book, previous)
    projects = tuple(p for p in own.projects if p in scope.projects) or own.projects
    units = tuple(u for u in own.units if u in scope.units) or own.units
    return _Side(said, projects, units, _kinds(said), own.whole_branch, own.years)


def _kinds(said: Parse) -> tuple[FundingKind, ...]:
    return tuple(dict.fromkeys(a.kind for a in said.meanings(Asked) if a.kind))
