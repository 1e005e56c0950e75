"""What a question says in the place of, or beside, what was asked last: the last plan carried over to it."""

from bot.following.adding_on import adds_to_before, kinds_added
from bot.following.after_lines import OF_MONEY, of_the_line
from bot.following.after_moves import groups_moved_again, moves_again
from bot.following.follow_ups import compares_with_before, merged
from bot.language.going_on import THE_LINE, says_the_total
from bot.language.meanings import MOVING, Mark
from bot.language.patterns import Pattern
from bot.lines.indicating import FindIndicators
from bot.planning.among_units import among_spoken_units
from bot.planning.conditions import limited_as_before
from bot.planning.left_out import Without
from bot.planning.moves_of_each import forwards
from bot.planning.of_one_form import weights_again
from bot.reading.found_spans import marked
from bot.reading.parse import Parse
from bot.scoping.scope import Scope
from store.model import FundingKind
from store.plan import WORDS, Aggregate, Change, Field, GroupBy, Of, Plan

OF_THOSE = Pattern(r"\s*(?:那|那么)?(?:这|那)?(?:其中|里面|里头|当中)(?:的)?")


def carried_over(asked: Plan, previous: Plan, about: Parse, scope: Scope, without: Without, find: FindIndicators) -> Plan:
    """The last plan with what this question adds to it, says in its place, or leaves out of it."""
    added = adds_to_before(about, scope, previous)
    plan = without.of(merged(asked, previous, scope, beside=added or _sets_beside(about, scope, previous)))
    update: dict[str, object] = _ranked_by_the_line(asked, previous, about, scope) | weights_again(asked, previous, about)
    if asked.kinds and not asked.horizon and OF_THOSE.match(about.said.text):
        update["horizon"] = previous.horizon  # “其中财政拨款” of the middle term that was told
    if _sums_other_money(asked, previous, scope):
        update |= {"aggregate": Aggregate.SUM, "count_of": None}  # “其中财政拨款有多少” after all that there is
    update |= of_the_line(asked, previous, about, scope.book, find) | _of_the_words(asked, previous, about)
    update |= {"attributes": ()} if asked.change is Change.NEW and _AS_A_KIND.match(about.said.text) else {}
    if without.kinds and not asked.kinds:
        update["kinds"] = ()  # “扣掉结转呢” after 结转多少: of all of its money
    if not asked.kinds and previous.kinds and FundingKind.TOTAL not in previous.kinds and says_the_total(about.said.text):
        update["kinds"] = ()  # “总额呢” after 财政拨款: of all money
    update |= _of_a_share(asked, previous, plan, about)
    if added:
        update |= {"aggregate": Aggregate.SUM, "order": None, "compare": False, "whole": None}
        update |= {} if asked.whole_branch or asked.alone else {"whole_branch": previous.whole_branch, "alone": previous.alone}
    if kinds := kinds_added(asked, about, previous):
        groups = {"by": previous.by, "aggregate": previous.aggregate} if previous.by else {"aggregate": Aggregate.SUM}
        update |= {"kinds": kinds, "together": True, **groups}
    of_a_share = previous.aggregate is Aggregate.SHARE
    if asked.fields == (Field.AGREEMENT,) and not (asked.kinds or of_a_share) and len(previous.kinds) == 1:
        update["kinds"] = previous.kinds  # “比总额少多少” after 财政拨款
    if any(p.rule == THE_LINE for p in about.cover):
        update |= {"fields": (Field.INDICATOR,), "indicators": previous.indicators}
    shaped = bool(plan.order or (plan.compare and not added))
    update |= _of_each(asked, previous, plan, about, shaped=shaped) if Mark.EACH in about.marks() else {}
    update |= moves_again(asked, previous, about) | groups_moved_again(asked, previous) | forwards(plan, about)
    return among_spoken_units(limited_as_before(plan.model_copy(update=update), previous), about, previous)


def _sets_beside(about: Parse, scope: Scope, previous: Plan) -> bool:
    """Whether what is named is set beside what was spoken of; “大陂多了多少”, and one of several that moved together, is told since the year before."""
    alone = not (scope.projects or _BESIDE.search(about.said.text))
    moved = previous.compare and len(previous.years) > 1 and set() < set(scope.units) < set(previous.units)
    since = bool(scope.units) and _SINCE.search(about.said.text)
    return compares_with_before(about, scope) and not (alone and (moved or since))


_BESIDE, _SINCE = Pattern("[比较跟和与]"), Pattern("[多少涨降增减]了")


def _of_a_share(asked: Plan, previous: Plan, plan: Plan, about: Parse) -> dict[str, object]:
    """What stays of a share: “那结转呢” asks for the share of another kind of money, “卫健局呢” of a department with those below it too."""
    if previous.whole is None or previous.aggregate is not Aggregate.SHARE:
        return {}
    branch = previous.whole_branch and plan.units and not plan.projects and Mark.ALONE not in about.marks()
    kept: dict[str, object] = {"whole_branch": True} if branch else {}
    shaped = asked.aggregate or asked.order or asked.compare or asked.by or asked.checked or Mark.HOW_MUCH in about.marks()
    money = Mark.FOLLOWING in about.marks() and asked.fields == (Field.AMOUNT,) and set(asked.kinds) - {FundingKind.TOTAL}
    if previous.whole.of is not Of.SAME or shaped or not money:
        return kept
    return {**kept, "aggregate": previous.aggregate, "whole": previous.whole}


def _of_each(asked: Plan, previous: Plan, plan: Plan, about: Parse, *, shaped: bool) -> dict[str, object]:
    """“分别多少” after “几家有”, “各多少” after “下属有哪些单位”, “各有几项，各是多少”."""
    words = any("多少" in about.said.text[p.start : p.end] for p in marked(about, {Mark.EACH}))
    if words and previous.aggregate is Aggregate.COUNT and not (asked.fields or asked.aggregate):
        return {"fields": (Field.AMOUNT,), "aggregate": None, "count_of": None, **_grouped(previous, plan, shaped=shaped)}
    listed = previous.fields == (Field.UNIT,) and not (previous.projects or previous.order or previous.change)
    money = set(asked.fields) <= {Field.AMOUNT} and not (asked.order or asked.compare or asked.whole or asked.change)
    if listed and money and asked.aggregate in (None, Aggregate.COUNT) and not about.leftovers:
        return {"fields": (Field.AMOUNT,), "by": GroupBy.UNIT}
    return _grouped(previous, plan, shaped=shaped)


def _grouped(previous: Plan, plan: Plan, *, shaped: bool) -> dict[str, object]:
    return {"by": previous.by} if previous.by and plan.fields == (Field.AMOUNT,) and not shaped else {}


def _sums_other_money(asked: Plan, previous: Plan, scope: Scope) -> bool:
    """Whether a kind of money is asked for of all that was added up or counted, where no project or unit is named."""
    named = any((*scope.projects, *scope.units, *previous.projects, *previous.units, *previous.amounts))
    shaped = asked.aggregate or asked.order or asked.compare or asked.by or asked.whole
    of_all = previous.aggregate is Aggregate.SUM or (previous.aggregate is Aggregate.COUNT and previous.count_of is Field.PROJECT)
    return of_all and bool(asked.kinds) and asked.fields == (Field.AMOUNT,) and not (named or shaped)


_AS_A_KIND = Pattern(r"\W*(?:那|那么)?新增(?:的|项目|呢)")  # “新增的呢” after 延续项目, where no form has that as its 项目属性
_MORE = Pattern("[多少高低大小]")


def _of_the_words(asked: Plan, previous: Plan, about: Parse) -> dict[str, object]:
    """“一样吗”, “变了没有” after what forms say in words: of these, and not of money; “几个” after the projects that say otherwise: of them."""
    fields = (Field.SOURCE, Field.FUNDING) if previous.fields == (Field.FUNDING,) else previous.fields
    if len(previous.fields) != 1 or not {*fields} & WORDS or OF_MONEY.search(about.said.text):
        return {}
    other = asked.by or asked.order or asked.whole or asked.kinds or asked.change not in (None, Change.ANY, Change.MOVED)
    if other or not {*asked.fields} <= {Field.PROJECT}:
        return {}
    more = about.marks() & {*MOVING, Mark.SHARE, Mark.PER_CENT, Mark.TIMES} or _MORE.search(about.said.text)
    alike = asked.compare and asked.aggregate is None and not more
    counted = previous.compare and asked.aggregate is Aggregate.COUNT and asked.count_of in (None, Field.PROJECT)
    kept: dict[str, object] = {"fields": fields, "horizon": previous.horizon, "compare": True, "change": None}
    return kept if alike or counted else {}


_LOW_OR_HIGH = Pattern("(?<![钱款额算费资总])(?<!安排)(?<!经费)的?最[低高差好]")


def _ranked_by_the_line(asked: Plan, previous: Plan, about: Parse, scope: Scope) -> dict[str, object]:
    """“最低的那一个多少钱” after a list of those whose 满意度 is below 90 %: the lowest 满意度 of them, and no amount."""
    other = asked.percents or asked.by or scope.projects or scope.units or scope.years or not set(asked.fields) <= {Field.AMOUNT}
    if other or not (previous.percents and asked.order):
        return {}
    kept = {"percents": previous.percents, "indicators": previous.indicators}
    if not _LOW_OR_HIGH.search(about.said.text):
        return {**kept, "fields": (Field.AMOUNT,)}  # “钱最少的是哪个” of these
    return {**kept, "fields": (Field.INDICATOR, *asked.fields), "kinds": ()}
