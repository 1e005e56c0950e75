"""Questions that ask again of what was told: “多多少” after “哪个多”, “去年多少个” of a line, “去年总共多少” of a project."""

from typing import Any

from bot.book import Book
from bot.following.after_lines import who_has_most
from bot.language.deeds import OF_WORK
from bot.language.meanings import AggregateSaid, Asked, Mark, OrderSaid, YearsSaid
from bot.language.patterns import Pattern
from bot.planning.comparing import of_the_last_year
from bot.reading.parse import Parse
from bot.scoping.scope import Scope
from store.plan import BY_NUMBER, BY_TOTAL, Aggregate, Change, Comparator, Direction, Field, IndicatorFilter, Newest, Order, Plan

_GAP = Pattern(
    r"(?:那|那么|到底|具体)?(?:多|少|差|相差|高|低|长|短|多出|少了|多了|差了|差距|差额)(?:是|有)?(?:多少|好多|几多)(?:钱)?(?:呢|啊|呀)?\W*"
)


def is_gap(said: Parse) -> bool:
    """Whether nothing is asked but how far apart two are."""
    return bool(_GAP.fullmatch(said.said.text))


def asked_again(said: Parse, previous: Plan, book: Book) -> Plan | None:
    """The last plan, where it is asked again: “多多少” after “哪个多”, “再说一遍”, “详细点”."""
    if {Mark.AGAIN, Mark.CLOSELY} & said.marks():
        return previous if Mark.AGAIN in said.marks() else _closely(previous)
    return (
        _beside_the_other_end(said, previous)
        or _most_of_the_listed(said, previous)
        or _told_with_more(said, previous)
        or who_has_most(said, previous, book)
        or _in_another_year(said, previous)
        or _set_apart(said, previous, book)
    )


def _told_with_more(said: Parse, previous: Plan) -> Plan | None:
    """“哪个项目的” after a line, which a reply names anyway; “有几个” after a rank by number, of all that are level."""
    line = previous.fields == (Field.INDICATOR,) and not previous.indicators.everything and not previous.order
    if line and _WHOSE_LINE.fullmatch(said.said.text):
        return previous
    counts = previous.order is not None and previous.order.by == BY_NUMBER and not previous.compare
    return previous.model_copy(update={"aggregate": Aggregate.COUNT}) if counts and _HOW_MANY.fullmatch(said.said.text) else None


def _set_apart(said: Parse, previous: Plan, book: Book) -> Plan | None:
    """“差多少”: the two years of a line, the two projects that were listed, or what was compared already."""
    if len(previous.years) == _BOTH and how_many_more(said, previous):
        return previous.model_copy(update={"compare": True, "aggregate": Aggregate.DIFFERENCE})
    if not is_gap(said):
        return None
    sides = previous.compare and len(previous.years) < _BOTH and not previous.change
    return _both_listed(previous, book) or (previous if sides else None)


def _closely(previous: Plan) -> Plan:
    """Of one project its money, goal and lines; of anything else the projects that it is made of."""
    shaped = previous.aggregate or previous.compare or previous.order or previous.by or previous.change
    if len(previous.projects) == 1 and not shaped:
        fields = (Field.AMOUNT, Field.GOAL, Field.INDICATOR)
        return previous.model_copy(update={"fields": fields, "kinds": (), "horizon": None, "indicators": IndicatorFilter()})
    if previous.aggregate in (Aggregate.SUM, Aggregate.COUNT) and not (previous.projects or previous.compare or previous.whole):
        return previous.model_copy(update={"fields": (Field.PROJECT,), "aggregate": None, "count_of": None, "by": None})
    return previous


_BOTH = 2


def _both_listed(previous: Plan, book: Book) -> Plan | None:
    """Beside each other the two projects of a unit that were listed, and no sum of them beside another year's."""
    limited = (
        previous.narrowed or previous.attributes or previous.amounts or previous.without or previous.change or previous.kinds
    )
    shaped = previous.aggregate or previous.compare or previous.order or previous.by or previous.whole
    listed = previous.fields in ((Field.AMOUNT,), (Field.PROJECT,)) and not (previous.projects or limited or shaped)
    if not listed or len(previous.units) != 1 or len(previous.years) != 1 or book.below(previous.units[0]):
        return None
    projects = tuple(sorted(project for project, _unit in book.pairs_of((), previous.units, previous.years)))
    update = {"projects": projects, "fields": (Field.AMOUNT,), "compare": True, "aggregate": Aggregate.DIFFERENCE}
    return previous.model_copy(update=update) if len(projects) == _BOTH else None


_MANY_MORE = Pattern(
    r"(?:那|那么|到底|具体)?(?:多|少|差|相差|多出|多了|少了|差了)(?:几|多少)[个名位人家户台辆次场]{0,2}(?:呢|啊|呀)?\W*"
)


def how_many_more(said: Parse, previous: Plan) -> bool:
    """“多几个”, “差多少” after a line of the indicator table in two years: of that line, and not of money or projects."""
    line = previous.fields == (Field.INDICATOR,) and bool(previous.indicators.names) and not previous.compare
    return line and bool(_MANY_MORE.fullmatch(said.said.text))


_OF_YEAR = Pattern(r"(?:那|那么)?(?:(?:20)?\d\d年|去年|前年|今年|上年|大前年)(?:度|的|又|呢)*")


def _in_another_year(said: Parse, previous: Plan) -> Plan | None:
    """“去年差多少” after two were set beside each other: the same two in that year."""
    year = _OF_YEAR.match(said.said.text)
    said_years = [y.years for y in said.meanings(YearsSaid)]
    several = len(previous.units) > 1 or len(previous.projects) > 1
    one = len(said_years) == 1 and len(said_years[0]) == 1 and len(previous.years) < 2
    if not (year and one and several and previous.compare) or previous.change or previous.by or said.mentions:
        return None
    gap = _GAP.fullmatch(said.said.text[year.end() :])
    return previous.model_copy(update={"years": said_years[0], "newest": None}) if gap else None


_HOW_MANY = Pattern(r"(?:那|那么)?(?:都|各|分别|各自|一共|总共)?(?:是|有)?(?:几|多少)个?(?:项目)?[呢啊呀]?[?？。]?")
_WHOSE_LINE = Pattern(r"(?:那|这)?(?:都|分别)?(?:是)?(?:哪一?[个些]|哪几个|什么)项目的[呢啊呀]?[?？。]?")
_WHICH_MORE = Pattern(
    r"(?:那|那么)?哪一?个(?:的?(?:钱|预算|金额))?(?:更|要|比较)?(?:[多大高]|(?P<least>[少小低]))(?:一?[些点]儿?)?[呢啊呀]?[?？。]?"
)


def _most_of_the_listed(said: Parse, previous: Plan) -> Plan | None:
    """“哪个多” after all projects of a unit: the one that has most of them, and no other year."""
    found = _WHICH_MORE.fullmatch(said.said.text)
    counted = previous.aggregate is Aggregate.COUNT and previous.count_of in (None, Field.PROJECT)
    other = previous.order and (previous.order.by != BY_TOTAL or previous.order.skip or Field.UNIT in previous.fields)
    shaped = previous.compare or other or previous.by or previous.whole or previous.change or previous.sides
    listed = previous.fields in ((Field.AMOUNT,), (Field.PROJECT,)) and (previous.aggregate is None or counted)
    if found is None or not listed or shaped or previous.projects or len(previous.units) != 1 or len(previous.years) > 1:
        return None
    order = Order(direction=Direction.ASCENDING if found["least"] else Direction.DESCENDING, count=1)
    newest = previous.newest if previous.years else Newest.SCOPE
    update = {"fields": (Field.AMOUNT,), "aggregate": None, "count_of": None, "order": order, "newest": newest}
    return previous.model_copy(update=update)


_OTHER_END = Pattern(
    r"(?:那|那么|它|这个|他)?(?:比|跟|和|与)(?P<end>最[少低小多高大贵]|最便宜|最后一?[名个]|倒数第一|第一名?)的?(?:那?[个家项笔])?(?:项目|单位|镇|乡|局|学校|部门)?(?:比)?"
    r"(?:要|还)?(?:相?差|多|高|贵|大|少|低|小|便宜)(?:出|了)?(?:多少|好多|几多|几倍|几万)(?:钱|万|元|万元)?(?:呢|啊|呀)?\W*"
)


# “比第二名多多少”
_THE_NEXT = Pattern(
    r"(?:那|那么|它|这个)?(?:比|跟|和|与)(?:第二|次)[名个位多高大少低小]?的?(?:那?[个家项笔])?(?:项目|单位)?"
    r"(?:要|还)?(?:相?差|多|高|贵|大|长|少|低|小|短)(?:出|了)?(?:多少|好多|几多|几万)(?:钱|万|元|万元)?(?:呢|啊|呀)?\W*"
)


def _beside_the_other_end(said: Parse, previous: Plan) -> Plan | None:
    """“比最少的多多少” after what is the most: the difference between both ends of the rank, or to the next one in it."""
    order = previous.order
    if order is None or order.by != BY_TOTAL or order.skip or previous.compare or previous.whole or previous.by or said.mentions:
        return None
    first = order.model_copy(update={"count": 1, "begun": False})
    if _OTHER_END.fullmatch(said.said.text):
        turned = Direction.ASCENDING if order.direction is Direction.DESCENDING else Direction.DESCENDING
        other = first.model_copy(update={"direction": turned})
    elif _is_first(previous) and (_THE_NEXT.fullmatch(said.said.text) or is_gap(said)):
        other = first.model_copy(update={"skip": 1})
    else:
        return None
    return previous.model_copy(update={"order": first, "other_order": other, "aggregate": Aggregate.DIFFERENCE})


def _is_first(ranked: Plan) -> bool:
    """Whether what comes first was told, and nothing more."""
    return ranked.order is not None and ranked.order.count == 1 and ranked.aggregate is None


def counts_the_line(asked: Plan, said: Parse, scope: Scope, previous: Plan) -> bool:
    """“去年多少个” after “救助多少个孩子”, “去年多少” after a line: the same line of the indicator table in another year."""
    line = previous.fields == (Field.INDICATOR,) and not previous.indicators.everything
    bare = asked.aggregate is Aggregate.COUNT and asked.count_of is None and not asked.fields
    deeds, text = deeds_of_the_line(said), said.said.text
    text = text.replace(f"{deeds[0]}多少", "多少") if deeds else text
    same = bool(scope.years) and asked.fields == (Field.AMOUNT,) and not said.meanings(Asked) and _IS.search(text)
    named = scope.units or (scope.projects and not deeds)  # “两期一共改几个”
    return line and (bare or bool(same)) and not (named or len(said.leftovers) > len(deeds))


def deeds_of_the_line(said: Parse) -> tuple[str, ...]:
    """What is done, right before 多少 or 几: “去年要挖多少” after a line asks for that line."""
    return tuple(x.text for x in said.leftovers if x.text in OF_WORK and said.said.text.startswith(_MUCH, x.end))


_MUCH = ("多少", "几", "得")


_IS = Pattern(
    "(?:(?:又|都)?是|年度?[要得该]?|呢)(?:多少|几)(?:来着|呢)?[?？。]?$|^(?:那|那么)?(?:(?:20)?\\d\\d年|去年|前年|今年|上年)度?(?:的)?多少(?:来着|呢)?[?？。]?$"
)


def sums_it(said: Parse, previous: Plan) -> bool:
    """“去年总共多少”, “今年几个项目”, “近三年平均”: what was spoken of, added up or counted in another year."""
    aggregates = said.meanings(AggregateSaid)
    ways = {a.aggregate for a in aggregates}
    one = ways in ({Aggregate.SUM}, {Aggregate.COUNT}) or (ways == {Aggregate.AVERAGE} and all(a.of is None for a in aggregates))
    named = previous.projects or previous.units or previous.attributes
    return bool(named) and one and not said.meanings(OrderSaid)


def is_whole_of_one(asked: Plan, previous: Plan, scope: Scope) -> bool:
    """“总共多少” after some money of one project in one year: all of its money."""
    one = len(previous.projects) == 1 and len(scope.book.pairs(previous.projects, previous.units)) == 1
    years = scope.years or previous.years
    summed = asked.aggregate is Aggregate.SUM and not asked.fields and not asked.kinds and len(previous.kinds) < _SEVERAL
    return summed and one and len(years) < _SEVERAL


_SEVERAL = 2


def widened(previous: Plan, asked: Plan, scope: Scope) -> Plan:
    """What is new or gone is asked of the unit's projects, and not of the one that was spoken of: “今年多了哪些”."""
    if asked.change in (None, Change.ANY, Change.MOVED) or scope.projects or not previous.projects:
        return previous
    units = previous.units or tuple(sorted({unit for _, unit in scope.book.pairs(previous.projects, ())}))
    alone = units if len(units) == 1 else ()
    return previous.model_copy(update={"projects": (), "units": alone, "among": (), "publishers": ()})


def of_another_kind(scope: Scope, previous: Plan) -> dict[str, Any]:
    """“阶段性的呢” after 常年项目: of the one kind in the place of the other."""
    if not scope.attributes or scope.projects or scope.units:
        return {}
    projects = () if previous.attributes else previous.projects
    return {"attributes": scope.attributes, "projects": projects, "texts": (), "among": ()}


def of_what_is_claimed(asked: Plan, previous: Plan, scope: Scope) -> dict[str, Any]:
    """“是60万吗” after by how much one is more is asked of that; “超过60万没有” of the last year, as is what a word says more of."""
    if not previous.compare or asked.compare or scope.years:
        return {}
    other = scope.projects or scope.units or asked.aggregate or asked.order or asked.kinds or previous.change or previous.by
    equal = all(limit.op is Comparator.EQUAL for limit in asked.checked)
    if other or previous.order or not equal:
        return of_the_last_year(previous)
    return {"compare": True, "against": previous.against}
