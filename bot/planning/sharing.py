"""Shares (占比) and places (排第几): which words of a question name the part, and which the whole."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from bot.book import Book
from bot.following.after_ranks import told_of_units
from bot.following.spoken_parts import whole_spoken_of
from bot.language.kinds_said import KindOfUnits, Which
from bot.language.meanings import AmountSaid, Asked, GroupBySaid, Mark, OrderSaid, YearsSaid
from bot.language.numbers import NumberSaid
from bot.language.patterns import Pattern
from bot.planning.share_of_years import in_several_years, of_other_years
from bot.planning.share_sides import Side, halves, place_of, side_of
from bot.reading.parse import Leftover, Parse
from bot.scoping.scope import Scope
from store.model import FundingKind
from store.names import NameType
from store.plan import Aggregate, Field, GroupBy, IndicatorFilter, LeftOut, Of, Plan, Whole


class Shared(Struct, frozen=True):
    """A question for a share: the words that name the part, its scope and kinds of money, and the whole."""

    said: Parse
    scope: Scope
    kinds: tuple[FundingKind, ...]
    whole: Whole
    aggregate: Aggregate
    missing: tuple[Leftover, ...]  # words that name an indicator, and no money
    limited: bool = False  # the part is only what is within limits, or comes first: “50万以上的项目占多少”
    by: GroupBy | None = None  # each unit is a part of its own
    without: tuple[LeftOut, ...] = ()  # what the sum left out of which it is


def shared(said: Parse, scope: Scope, previous: Plan | None) -> Shared | None:
    """The part and the whole, if a share is asked for; `scope` is that of the whole question."""
    at = place_of(said)
    indicators = said.mentioned(NameType.INDICATOR)
    if at is None or (at.meaning is Mark.PER_CENT and previous is not None and previous.compare and not said.mentions):
        return None  # “百分之几” behind a comparison asks for its growth
    verb = at.meaning is Mark.PLACE or said.said.text[at.start : at.end].endswith(("占", "是", "相当于"))
    if not verb and any(m.end >= at.start and m.start <= at.end for m in indicators):
        return None  # “年轻干部占比” may be an indicator of that name
    part, whole = (side_of(half, scope, previous) for half in halves(said, at))
    if at.meaning is Mark.PLACE:
        return _placed(part, whole, scope)
    part, whole = in_several_years(part, whole, previous, scope.book)
    again = _asked_again(part, whole, previous)
    spoken = again.kinds if again else _money_spoken_of(part, whole, previous)
    part = _within(replace(part, kinds=part.kinds or spoken), whole)
    kinds = (
        part.kinds or (whole.kinds if whole.kinds != (FundingKind.TOTAL,) else ()) or _money_of_the_part(part, whole, previous)
    )
    projects, units = _meant(part, whole, scope)
    mentions = len(part.said.mentioned(NameType.UNIT))
    years = part.years or whole.years or _years_of(again, projects, units, scope.book)
    branch = part.whole_branch or (bool(units) and _told_of_departments(previous) and Mark.ALONE not in said.marks())
    branch = branch and not projects  # “财政局含所属占全县多少”, “财政局占多少” after each department's sum
    mine = replace(
        scope, everything=False, projects=projects, units=units, years=years, unit_mentions=mentions, whole_branch=branch
    )
    missing = tuple(said.words(m.start, m.end) for m in indicators)
    shape = _shape(said, part, previous)
    of = again.whole.model_copy(update={"years": ()}) if again and again.whole else _whole(part, whole, projects, previous)
    if of.of is not Of.SAME and not (whole.named or whole.said.everything):
        of = _of_what_is_not_named(of, shape, part, whole, (projects, units), previous)
    elif whole.counted and projects and part.units and not whole.projects:
        of = of.model_copy(update={"projects": projects})  # “柳渡镇保洁占三个镇的多少”: of what the three have of it
    of = of.model_copy(update={"each": shape.each})
    if whole.years and whole.years != years:  # “去年的占今年的百分之几”
        of = of_other_years(of, (part, whole), (projects, units), previous)
    by = shape.by or (GroupBy.UNIT if shape.each and len(units) > 1 and not projects else None)
    found = Shared(part.said, mine, kinds, of, Aggregate.SHARE, missing, limited=shape.cut, by=by)
    return _of_what_was_told(found, part, whole, previous)


def _meant(part: Side, whole: Side, scope: Scope) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The projects and units of the part, of which one side of the share may be all that says them."""
    if not part.named and part.kinds:
        return whole.projects, whole.units  # “其他资金占网络运维多少”
    if part.projects and not part.units:
        return part.projects, _holding(part.projects, whole, scope)
    if part.units and not part.projects and not whole.units:
        return whole.projects, part.units  # “柳渡镇占全部环境保洁经费多少”
    return part.projects, part.units


def _within(part: Side, whole: Side) -> Side:
    """The part without units that its names may mean as well and that the kind of units that is the whole has not: “柳渡占乡镇多少”."""
    inside = tuple(unit for unit in part.units if unit in whole.units)
    one = len(part.said.mentioned(NameType.UNIT)) == 1 and bool(whole.said.meanings(KindOfUnits)) and not whole.whole_branch
    return replace(part, units=inside) if one and inside else part


def _of_what_was_told(share: Shared, part: Side, whole: Side, previous: Plan | None) -> Shared:
    """The same of the sum that was told, where something of that is named and no other whole: “望江街道占多少”."""
    own = whole.said.marks() & {Mark.OWN_UNIT, Mark.ALONE, Mark.OURS, Mark.BRANCH}
    other = whole.named or whole.said.everything or own or part.kinds or whole.kinds or part.years or whole.years
    if not part.named or other or share.limited or share.whole.each:
        return share
    book, units = share.scope.book, part.units
    if previous is not None and previous.projects and len(part.said.mentioned(NameType.UNIT)) == 1:
        units = tuple(unit for unit in units if book.holds(previous.projects, (unit,))) or units
    told = whole_spoken_of(part.projects, units, previous, book)
    if told is None:
        return share
    scope = replace(share.scope, projects=told.projects, units=told.units, years=told.years)
    kinds = previous.kinds if previous and previous.whole else share.kinds
    return replace(share, scope=scope, kinds=kinds, whole=told.whole, without=told.without)


def _asked_again(part: Side, whole: Side, previous: Plan | None) -> Plan | None:
    """The share that was told, where its whole is kept for another year, project or unit: “去年占多少”, “二期占比” after that of 一期's 其他资金."""
    if previous is None or previous.whole is None or previous.aggregate is not Aggregate.SHARE:
        return None
    own = whole.said.marks() & {Mark.OWN_UNIT, Mark.ALONE, Mark.OURS, Mark.BRANCH}
    own = own or part.said.marks() & {Mark.ALONE, Mark.BRANCH}  # “局本级占多少” after one of its projects
    other = whole.named or own or part.kinds or whole.kinds or part.said.everything or whole.said.everything
    of_all = previous.whole.of is Of.SCOPE and not (previous.whole.projects or previous.whole.units)
    kept = not part.named or previous.whole.of is Of.SAME or of_all
    return previous if kept and not other else None


def _years_of(again: Plan | None, projects: Sequence[str], units: Sequence[str], book: Book) -> tuple[int, ...]:
    """The years of the share that is asked again, where what is named in it is there in these."""
    named = again is not None and (projects or units)
    return again.years if again and named and book.pairs_of(projects, units, again.years) else ()


def _money_spoken_of(part: Side, whole: Side, previous: Plan | None) -> tuple[FundingKind, ...]:
    """“占多少” after “其中其他资金多少”: that money in the whole of the same project."""
    if previous is None or not (previous.projects or previous.units) or previous.fields != (Field.AMOUNT,):
        return ()
    own = {Mark.OWN_UNIT, Mark.ALONE, Mark.OURS, Mark.UNITS} & {*whole.said.marks(), *part.said.marks()}
    own -= {Mark.OWN_UNIT} if _is_its_own(whole.said) else set()
    named = part.named or whole.named or part.kinds or whole.years or part.said.everything or whole.said.everything
    if own or named or set(whole.kinds) - {FundingKind.TOTAL} or previous.aggregate not in (None, Aggregate.SUM):
        return ()
    return previous.kinds if FundingKind.TOTAL not in previous.kinds else ()


def _money_of_the_part(part: Side, whole: Side, previous: Plan | None) -> tuple[FundingKind, ...]:
    """“占财政局多少” after “网络运维的其他资金占几成”: that money, in another whole."""
    if previous is None or previous.fields != (Field.AMOUNT,) or previous.aggregate not in (None, Aggregate.SUM, Aggregate.SHARE):
        return ()
    other = part.named or part.kinds or whole.kinds or part.said.everything or not (whole.named or whole.said.everything)
    return () if other or FundingKind.TOTAL in previous.kinds else previous.kinds


def _holding(projects: Sequence[str], whole: Side, scope: Scope) -> tuple[str, ...]:
    """The whole's units, if they have all of the projects; with those below them, if these do."""
    own = tuple(u for u in scope.units if u in whole.units)
    for units in (own, (*own, *(low for unit in own for low in scope.book.below(unit)))):
        if {project for project, _ in scope.book.pairs(projects, units)} >= set(projects) and units:
            return units
    return ()


class _Shape(Struct, frozen=True):
    """What is made of the part's scope before it is set against the whole."""

    cut: bool  # only what is within limits, of an attribute, or comes first
    each: bool  # each of several is a part of its own
    by: GroupBy | None  # which are units, or departments


_SEVERAL = 2
_OF_UNITS = (GroupBy.UNIT, GroupBy.DEPARTMENT)
_EACH = Pattern(r"分别|各自|各(?:个|家|项)?(?:项目|单位)?(?:都|的|要|能|大概)?(?:占|占比|比[例重])")


def _shape(said: Parse, part: Side, previous: Plan | None) -> _Shape:
    cut = bool(said.meanings(OrderSaid) or part.said.meanings(AmountSaid) or part.said.mentioned(NameType.ATTRIBUTE))
    of = next((group.by for group in said.meanings(GroupBySaid) if group.by in _OF_UNITS), None)
    units = Mark.UNITS in said.marks() or Asked(Field.UNIT) in said.meanings(Asked) or _kind(said, Which.WHICH)
    units = units or (previous is not None and told_of_units(previous) and Mark.PROJECTS not in said.marks())
    by_unit = _kind(said, Which.EACH) or (bool(said.meanings(OrderSaid)) and units)
    again = _ranked_before(previous) if said.meanings(OrderSaid) and Mark.PROJECTS not in said.marks() else None
    of_one = len(part.units) < _SEVERAL and not part.projects and Mark.PROJECTS not in said.marks()
    of_kinds = of_one and len(part.kinds) > 1  # “财政局其他资金和结转各占多少”
    each = (bool(_EACH.search(said.said.text)) and not of_kinds) or of is not None or _kind(said, Which.EACH)
    return _Shape(cut, each, of or again or (GroupBy.UNIT if by_unit else None))


def _ranked_before(previous: Plan | None) -> GroupBy | None:
    """What is ranked again: the departments that were told of, the units of which one's share was."""
    if previous is None or previous.projects or previous.by not in _OF_UNITS:
        return None
    return previous.by if previous.by is GroupBy.DEPARTMENT or previous.aggregate is Aggregate.SHARE else None


def _told_of_departments(previous: Plan | None) -> bool:
    return previous is not None and previous.by is GroupBy.DEPARTMENT and not previous.projects


def _kind(said: Parse, which: Which) -> bool:
    return any(kind.which is which for kind in said.meanings(KindOfUnits))


def _of_what_is_not_named(
    of: Whole,
    shape: _Shape,
    part: Side,
    whole: Side,
    named: tuple[tuple[str, ...], tuple[str, ...]],
    previous: Plan | None,
) -> Whole:
    """The whole that is not named, where something was spoken of: “占这两家的多少”, “最大的占几成” after what a unit has."""
    before = previous if previous and not part.named else Plan()
    projects, units = named
    of = _of_its_own(of, shape, part, whole, (projects or before.projects, units))
    if shape.cut and before.projects and not projects and len(before.units) > 1:
        return of.model_copy(update={"units": before.units})  # of what the units that were told of have of it
    if not shape.cut or not before.units or projects or before.projects:
        return of
    level = {"whole_branch": before.whole_branch, "alone": not before.whole_branch}
    return of.model_copy(update={"units": before.units, **level})


def _of_its_own(of: Whole, shape: _Shape, part: Side, whole: Side, named: tuple[tuple[str, ...], tuple[str, ...]]) -> Whole:
    """The whole that is not named: of what is cut or divided all that it is cut from; of “三家” the project in all units."""
    projects, units = named
    counted = any(m.of is Field.UNIT for m in (*whole.said.meanings(NumberSaid), *part.said.meanings(NumberSaid)))
    own = bool({Mark.OWN_UNIT, Mark.ALONE, Mark.OURS} & whole.said.marks())
    if shape.cut or shape.by:
        return of.model_copy(update={"of": Of.SCOPE, "projects": projects, "units": units})
    if counted and projects and not own:
        return of.model_copy(update={"of": Of.SCOPE, "projects": projects, "units": ()})
    if shape.each and units and not projects:
        return of.model_copy(update={"of": Of.SCOPE, "units": units})
    return of


def _placed(part: Side, whole: Side, scope: Scope) -> Shared:
    """A place: among what is named behind 在, else among the units that have the project, else among all."""
    mine = replace(
        scope, everything=False, projects=part.projects, units=part.units, years=part.years or whole.years, whole_branch=False
    )
    level = {"whole_branch": whole.whole_branch, "alone": Mark.ALONE in whole.said.marks()}
    if Mark.OWN_UNIT in whole.said.marks() or (Mark.ALONE in whole.said.marks() and not whole.named):
        of = Whole(of=Of.UNIT, **level)
    elif whole.named or whole.said.everything:
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
    limits = {"checked": (), "other_order": None, "compare": False, "count_of": None, "by": share.by}
    limits |= {"unit_limits": None, "move_limits": None}
    limits |= {} if share.limited else {"amounts": (), "order": None}
    return asked.model_copy(update={**shape, **limits, "indicators": IndicatorFilter(), "percents": ()})


def with_the_whole(plan: Plan, share: Shared | None) -> Plan:
    """The plan with what is left out of the sum that its share is of."""
    return plan.model_copy(update={"without": share.without}) if share and share.without else plan


def _whole(part: Side, whole: Side, projects: Sequence[str], previous: Plan | None) -> Whole:
    kind = whole.kinds[0] if whole.kinds else FundingKind.TOTAL
    marks = whole.said.marks() - ({Mark.OWN_UNIT} if part.kinds and _is_its_own(whole.said) else set())
    named = part.named or whole.named
    about_nothing = previous is None or not (previous.projects or previous.units)
    everything = whole.said.everything or bool(part.said.meanings(YearsSaid) or whole.said.meanings(YearsSaid))
    if part.kinds and not named and (part.said.everything or (everything and about_nothing)):
        return Whole(of=Of.SCOPE, kind=kind)  # “全县其他资金占比”
    elsewhere = part.named and (whole.named or whole.said.everything)  # “商务局财政拨款占全市多少”
    if part.kinds and not elsewhere and (not part.named or not whole.named) and Mark.OWN_UNIT not in marks:
        return Whole(of=Of.SAME, kind=kind)
    level = {"whole_branch": whole.whole_branch, "alone": Mark.ALONE in marks}
    if whole.named or whole.said.everything:
        return Whole(of=Of.SCOPE, projects=whole.projects, units=whole.units, apart=whole.apart, kind=kind, **level)
    if marks & {Mark.OWN_UNIT, Mark.ALONE, Mark.OURS}:
        return Whole(of=Of.UNIT, kind=kind, **level)
    of_kinds = previous is not None and bool(previous.attributes) and about_nothing  # “占多少” after what 常年项目 have
    of_unit = bool(projects) if part.named or of_kinds else not (previous and _is_all_of_units(previous))
    return Whole(of=Of.UNIT if of_unit else Of.SCOPE, kind=kind)


def _is_its_own(whole: Parse) -> bool:
    """“其他资金占它总额多少”: the whole is the project's that has the money."""
    return any(p.meaning is Mark.OWN_UNIT and whole.said.text.startswith(("它", "其"), p.start) for p in whole.cover)


def _is_all_of_units(previous: Plan) -> bool:
    """Whether all that units have was spoken of, of which their own total is no whole: “占多少” after “哪个部门最多”."""
    limited = previous.projects or previous.attributes or previous.amounts or previous.narrowed or previous.without
    return bool(previous.units) and not (limited or previous.kinds or previous.net_of or previous.order or previous.among)
