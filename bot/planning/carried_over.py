"""What a question says in the place of, or beside, what was asked last: the last plan carried over to it."""

from bot.book import Book
from bot.following.adding_on import adds_to_before
from bot.following.after_moves import moves_again
from bot.following.follow_ups import compares_with_before, merged
from bot.language.going_on import A_YEAR, THE_LINE, says_the_total
from bot.language.meanings import Asked, Mark, YearsSaid
from bot.language.more_or_less import WHOSE_MORE
from bot.language.patterns import Pattern
from bot.planning.among_units import among_spoken_units
from bot.planning.conditions import limited_as_before
from bot.planning.left_out import Without
from bot.planning.moves_of_each import forwards
from bot.planning.of_one_form import weights_again
from bot.reading.found_spans import marked
from bot.reading.parse import Parse
from bot.scoping.scope import Scope
from store.model import FundingKind
from store.plan import Aggregate, Direction, Field, Order, Plan

OF_THOSE = Pattern(r"\s*(?:那|那么)?(?:这|那)?(?:其中|里面|里头|当中)(?:的)?")


def carried_over(asked: Plan, previous: Plan, about: Parse, scope: Scope, without: Without) -> Plan:
    """The last plan with what this question adds to it, says in its place, or leaves out of it."""
    added = adds_to_before(about, scope, previous)
    plan = without.of(merged(asked, previous, scope, beside=added or compares_with_before(about, scope)))
    update: dict[str, object] = _ranked_by_the_line(asked, previous, about, scope) | weights_again(asked, previous, about)
    if asked.kinds and not asked.horizon and OF_THOSE.match(about.said.text):
        update["horizon"] = previous.horizon  # “其中财政拨款” of the middle term that was told
    if _sums_other_money(asked, previous, scope):
        update |= {"aggregate": Aggregate.SUM, "count_of": None}  # “其中财政拨款多少” after all that there is
    update |= _of_the_line(asked, previous, about, scope.book)
    if without.kinds and not asked.kinds:
        update["kinds"] = ()  # “扣掉结转呢” after 结转多少: of all of its money
    if not asked.kinds and previous.kinds and FundingKind.TOTAL not in previous.kinds and says_the_total(about.said.text):
        update["kinds"] = ()  # “总额呢” after 财政拨款: of all money
    if added:
        update |= {"aggregate": Aggregate.SUM, "order": None, "compare": False, "whole": None}
        update |= {} if asked.whole_branch or asked.alone else {"whole_branch": previous.whole_branch, "alone": previous.alone}
    if any(p.rule == THE_LINE for p in about.cover):
        update |= {"fields": (Field.INDICATOR,), "indicators": previous.indicators}
    each = Mark.EACH in about.marks() and any("多少" in about.said.text[p.start : p.end] for p in marked(about, {Mark.EACH}))
    if each and previous.aggregate is Aggregate.COUNT and not (asked.fields or asked.aggregate):
        update |= {"fields": (Field.AMOUNT,), "aggregate": None, "count_of": None}  # “分别多少” after “几家有”
    shaped = plan.order or (plan.compare and not added)
    if Mark.EACH in about.marks() and previous.by and plan.fields == (Field.AMOUNT,) and not shaped:
        update["by"] = previous.by  # “各有几项，各是多少”
    update |= moves_again(asked, previous, about) | forwards(plan, about)
    return among_spoken_units(limited_as_before(plan.model_copy(update=update), previous), about, previous)


def _sums_other_money(asked: Plan, previous: Plan, scope: Scope) -> bool:
    """Whether a kind of money is asked for of all that was added up or counted, where no project or unit is named."""
    named = any((*scope.projects, *scope.units, *previous.projects, *previous.units, *previous.amounts))
    shaped = asked.aggregate or asked.order or asked.compare or asked.by or asked.whole
    of_all = previous.aggregate is Aggregate.SUM or (previous.aggregate is Aggregate.COUNT and previous.count_of is Field.PROJECT)
    return of_all and bool(asked.kinds) and asked.fields == (Field.AMOUNT,) and not (named or shaped)


_BOTH, _LESS = 2, Pattern("[少低小]")
_OF_MONEY = Pattern("[钱款元]|预算|资金|经费|[金总]额")


def _of_the_line(asked: Plan, previous: Plan, about: Parse, book: Book) -> dict[str, object]:
    """“谁最多”, “合计”, “差多少” after a line of the indicator table: of that line, and not of money."""
    if previous.fields != (Field.INDICATOR,) or previous.indicators.everything or _OF_MONEY.search(about.said.text):
        return {}
    if any(p.rule == A_YEAR for p in about.cover):
        return {}  # “一年加起来多少” behind a price is asked of the money
    if any(y.every for y in about.meanings(YearsSaid)) and not (about.meanings(Asked) or asked.order or asked.aggregate):
        return {"fields": (Field.INDICATOR,), "indicators": previous.indicators, "by": None, "kinds": ()}  # “每年多少”
    if asked.by or asked.change or asked.whole or asked.kinds or asked.count_of or not set(asked.fields) <= {Field.UNIT}:
        return {}
    pairs = len(book.pairs(previous.projects, previous.units))
    several = len(previous.years) > 1 or pairs > 1
    if pairs > _BOTH and (whose := next((p for p in about.cover if p.rule == WHOSE_MORE), None)):  # “谁多” of three is a rank
        least = bool(_LESS.search(about.said.text, whose.start, whose.end))
        order = Order(direction=Direction.ASCENDING if least else Direction.DESCENDING, count=1)
        return {"fields": (Field.INDICATOR,), "indicators": previous.indicators, "kinds": (), "order": order, "compare": False}
    apart = asked.compare and not asked.fields and asked.aggregate in (None, Aggregate.DIFFERENCE)
    if not apart and not (several and asked.order) and asked.aggregate is not Aggregate.SUM:
        return {}
    together = {"aggregate": None} if asked.aggregate is Aggregate.SUM else {}
    return {"fields": (Field.INDICATOR,), "indicators": previous.indicators, "kinds": (), **together}


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
