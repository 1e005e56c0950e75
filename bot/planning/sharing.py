"""Shares (占比) and places (排第几): which words of a question name the part, and which the whole."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from bot.following.after_ranks import told_of_units
from bot.following.spoken_parts import whole_spoken_of
from bot.language.kinds_said import COUNTED, KindOfUnits, Which
from bot.language.meanings import COMPARING, AmountSaid, Asked, GroupBySaid, LevelSaid, Mark, OrderSaid, Proposal, YearsSaid
from bot.language.numbers import NumberSaid
from bot.language.patterns import Pattern
from bot.reading.parse import Leftover, Parse
from bot.scoping.scope import Scope, resolve
from store.model import FundingKind
from store.names import Match, NameType
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


class _Side(Struct, frozen=True):
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
    def counted(self) -> bool:
        """Whether nothing but so many units of a kind are said: “三个镇”."""
        kinds = [p for p in self.said.cover if isinstance(p.meaning, KindOfUnits)]
        return bool(kinds) and not self.said.mentions and bool(COUNTED.match(self.said.said.text, kinds[0].start))

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
        return None  # “年轻干部占比” may be an indicator of that name
    part, whole = (_side(half, scope, previous) for half in _halves(said, at))
    if at.meaning is Mark.PLACE:
        return _placed(part, whole, scope)
    part = replace(part, kinds=part.kinds or _money_spoken_of(part, whole, previous))
    kinds = part.kinds or (whole.kinds if whole.kinds != (FundingKind.TOTAL,) else ())
    projects, units = part.projects, part.units
    if not part.named and part.kinds:
        projects, units = whole.projects, whole.units  # “其他资金占网络运维多少”
    elif projects and not units:
        units = _holding(projects, whole, scope)
    elif units and not projects and not whole.units:
        projects = whole.projects  # “柳渡镇占全部环境保洁经费多少”
    mentions = len(part.said.mentioned(NameType.UNIT))
    years = part.years or whole.years
    branch = part.whole_branch and not projects  # “财政局含所属占全县多少”
    mine = replace(
        scope, everything=False, projects=projects, units=units, years=years, unit_mentions=mentions, whole_branch=branch
    )
    missing = tuple(said.words(m.start, m.end) for m in indicators)
    shape = _shape(said, part, previous)
    of = _whole(part, whole, projects, previous)
    if of.of is not Of.SAME and not (whole.named or _everything(whole)):
        of = _of_what_is_not_named(of, shape, part, whole, (projects, units), previous)
    elif whole.counted and projects and part.units and not whole.projects:
        of = of.model_copy(update={"projects": projects})  # “柳渡镇保洁占三个镇的多少”: of what the three have of it
    of = of.model_copy(update={"each": shape.each})
    if whole.years and whole.years != years:  # “去年的占今年的百分之几”
        same = {"of": Of.SCOPE, "projects": projects, "units": units, "alone": True}
        of = of.model_copy(update={"years": whole.years, **(same if of.of is not Of.SCOPE or not whole.named else {})})
    by = GroupBy.UNIT if shape.by_unit or (shape.each and len(units) > 1 and not projects) else None
    found = Shared(part.said, mine, kinds, of, Aggregate.SHARE, missing, limited=shape.cut, by=by)
    return _of_what_was_told(found, part, whole, previous)


def _of_what_was_told(share: Shared, part: _Side, whole: _Side, previous: Plan | None) -> Shared:
    """The same of the sum that was told, where something of that is named and no other whole: “望江街道占多少”."""
    own = whole.said.marks() & {Mark.OWN_UNIT, Mark.ALONE, Mark.OURS, Mark.BRANCH}
    other = whole.named or _everything(whole) or own or part.kinds or whole.kinds or part.years or whole.years
    if not part.named or other or share.limited or share.whole.each:
        return share
    told = whole_spoken_of(part.projects, part.units, previous, share.scope.book)
    if told is None:
        return share
    scope = replace(share.scope, projects=told.projects, units=told.units, years=told.years)
    return replace(share, scope=scope, whole=told.whole, without=told.without)


def _money_spoken_of(part: _Side, whole: _Side, previous: Plan | None) -> tuple[FundingKind, ...]:
    """“占多少” after “其中其他资金多少”: that money in the whole of the same project."""
    if previous is None or not (previous.projects or previous.units) or previous.fields != (Field.AMOUNT,):
        return ()
    own = {Mark.OWN_UNIT, Mark.ALONE, Mark.OURS, Mark.UNITS} & {*whole.said.marks(), *part.said.marks()}
    named = part.named or whole.named or part.kinds or part.years or whole.years or _everything(part) or _everything(whole)
    if own or named or set(whole.kinds) - {FundingKind.TOTAL} or previous.aggregate not in (None, Aggregate.SUM):
        return ()
    return previous.kinds if FundingKind.TOTAL not in previous.kinds else ()


def _holding(projects: Sequence[str], whole: _Side, scope: Scope) -> tuple[str, ...]:
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
    by_unit: bool  # which are units


_EACH = Pattern(r"分别|各自|各(?:个|家|项)?(?:项目|单位)?(?:都|的|要|能|大概)?(?:占|占比|比[例重])")


def _shape(said: Parse, part: _Side, previous: Plan | None) -> _Shape:
    cut = bool(said.meanings(OrderSaid) or part.said.meanings(AmountSaid) or part.said.mentioned(NameType.ATTRIBUTE))
    grouped = any(group.by is GroupBy.UNIT for group in said.meanings(GroupBySaid))
    units = Mark.UNITS in said.marks() or Asked(Field.UNIT) in said.meanings(Asked) or _kind(said, Which.WHICH)
    units = units or (previous is not None and told_of_units(previous) and Mark.PROJECTS not in said.marks())
    by_unit = grouped or _kind(said, Which.EACH) or (bool(said.meanings(OrderSaid)) and units)
    each = bool(_EACH.search(said.said.text)) or grouped or _kind(said, Which.EACH)
    return _Shape(cut, each, by_unit)


def _kind(said: Parse, which: Which) -> bool:
    return any(kind.which is which for kind in said.meanings(KindOfUnits))


def _of_what_is_not_named(
    of: Whole,
    shape: _Shape,
    part: _Side,
    whole: _Side,
    named: tuple[tuple[str, ...], tuple[str, ...]],
    previous: Plan | None,
) -> Whole:
    """The whole that is not named, where something was spoken of: “占这两家的多少”, “最大的占几成” after what a unit has."""
    before = previous if previous and not part.named else Plan()
    projects, units = named
    of = _of_its_own(of, shape, part, whole, (projects or before.projects, units))
    if not shape.cut or not before.units or projects or before.projects:
        return of
    level = {"whole_branch": before.whole_branch, "alone": not before.whole_branch}
    return of.model_copy(update={"units": before.units, **level})


def _of_its_own(of: Whole, shape: _Shape, part: _Side, whole: _Side, named: tuple[tuple[str, ...], tuple[str, ...]]) -> Whole:
    """The whole that is not named: of what is cut or divided all that it is cut from; of “三家” the project in all units."""
    projects, units = named
    counted = any(m.of is Field.UNIT for m in (*whole.said.meanings(NumberSaid), *part.said.meanings(NumberSaid)))
    own = bool({Mark.OWN_UNIT, Mark.ALONE, Mark.OURS} & whole.said.marks())
    if shape.cut or shape.by_unit:
        return of.model_copy(update={"of": Of.SCOPE, "projects": projects, "units": units})
    if counted and projects and not own:
        return of.model_copy(update={"of": Of.SCOPE, "projects": projects, "units": ()})
    if shape.each and units and not projects:
        return of.model_copy(update={"of": Of.SCOPE, "units": units})
    return of


def _placed(part: _Side, whole: _Side, scope: Scope) -> Shared:
    """A place: among what is named behind 在, else among the units that have the project, else among all."""
    mine = replace(
        scope, everything=False, projects=part.projects, units=part.units, years=part.years or whole.years, whole_branch=False
    )
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
    limits = {"checked": (), "other_order": None, "compare": False, "count_of": None, "by": share.by}
    limits |= {"unit_limits": None, "move_limits": None}
    limits |= {} if share.limited else {"amounts": (), "order": None}
    return asked.model_copy(update={**shape, **limits, "indicators": IndicatorFilter(), "percents": ()})


def with_the_whole(plan: Plan, share: Shared | None) -> Plan:
    """The plan with what is left out of the sum that its share is of."""
    return plan.model_copy(update={"without": share.without}) if share and share.without else plan


def _whole(part: _Side, whole: _Side, projects: Sequence[str], previous: Plan | None) -> Whole:
    kind = whole.kinds[0] if whole.kinds else FundingKind.TOTAL
    marks = whole.said.marks()
    named = part.named or whole.named
    about_nothing = previous is None or not (previous.projects or previous.units)
    everything = _everything(whole) or bool(part.said.meanings(YearsSaid) or whole.said.meanings(YearsSaid))
    if part.kinds and not named and (_everything(part) or (everything and about_nothing)):
        return Whole(of=Of.SCOPE, kind=kind)  # “全县其他资金占比”
    elsewhere = part.named and (whole.named or _everything(whole))  # “商务局财政拨款占全市多少”
    if part.kinds and not elsewhere and (not part.named or not whole.named) and Mark.OWN_UNIT not in marks:
        return Whole(of=Of.SAME, kind=kind)
    level = {"whole_branch": whole.whole_branch, "alone": Mark.ALONE in marks}
    if whole.named or _everything(whole):
        return Whole(of=Of.SCOPE, projects=whole.projects, units=whole.units, apart=whole.apart, kind=kind, **level)
    if marks & {Mark.OWN_UNIT, Mark.ALONE, Mark.OURS}:
        return Whole(of=Of.UNIT, kind=kind, **level)
    return Whole(of=Of.UNIT if projects or not part.named else Of.SCOPE, kind=kind)


def _everything(side: _Side) -> bool:
    return side.said.everything


def _place(said: Parse) -> Proposal | None:
    """The word that divides the part from the whole."""
    marks = said.marks()
    if Mark.PLACE in marks:
        return next(p for p in said.cover if p.meaning is Mark.PLACE)
    if Asked(Field.WEIGHT) in said.meanings(Asked) or (said.meanings(LevelSaid) and not _kinds(said)):
        return None  # “满意度要达到百分之几”, “满意度权重占多少” ask for a line
    wanted = Mark.SHARE if Mark.SHARE in marks else Mark.PER_CENT if not marks & COMPARING else None
    return next((p for p in said.cover if p.meaning is wanted), None) if wanted else None


def _halves(said: Parse, at: Proposal) -> tuple[Parse, Parse]:
    """The words that name the part, and those that name the whole."""
    before, behind = said.between(0, at.start), said.between(at.end, len(said.said.text))
    if at.meaning is Mark.SHARE:
        before, behind = _with_what_is_added(before, behind)
    within = next((p for p in reversed(before.cover) if p.meaning is Mark.WITHIN), None)
    if at.meaning is Mark.PLACE:
        inside = said.said.text.rfind("在", 0, at.start)
        apart = inside >= 0 and not any(p.start <= inside < p.end for p in before.cover if isinstance(p.meaning, Match))
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


_ADDED = Pattern(r"我(?:是)?说的?(?:是)?|我问的?(?:是)?|说的是|指的?是?|就是|是说|我是指")


def _with_what_is_added(before: Parse, behind: Parse) -> tuple[Parse, Parse]:
    """“桥梁检测占全县百分之几，我说二期那个”: what is added behind the question is said of the part."""
    asking = (Mark.PER_CENT, Mark.HOW_MUCH)
    asked = next((p.end for p in behind.cover if p.meaning in asking), None)
    if asked is None or not _ADDED.search(behind.said.text, asked):
        return before, behind
    added, whole = behind.between(asked, len(behind.said.text)), behind.between(0, asked)
    cover, mentions = (*before.cover, *added.cover), (*before.mentions, *added.mentions)
    return replace(before, cover=cover, mentions=mentions, leftovers=(*before.leftovers, *added.leftovers)), whole


def _side(said: Parse, scope: Scope, previous: Plan | None) -> _Side:
    """What is named there; of names that are meant equally well those that exist with the rest of the question."""
    own = resolve(said, scope.book, previous)
    projects = tuple(p for p in own.projects if p in scope.projects) or own.projects
    units = tuple(u for u in own.units if u in scope.units) or own.units
    if own.whole_branch:  # “交通系统（含养护站）”
        below = {low for unit in units for low in scope.book.below(unit)}
        units = tuple(unit for unit in units if unit not in below)
    return _Side(said, projects, units, _kinds(said), own.whole_branch, own.years)


def _kinds(said: Parse) -> tuple[FundingKind, ...]:
    return tuple(dict.fromkeys(a.kind for a in said.meanings(Asked) if a.kind))
