"""What is asked of several, and no plan tells: which of two is earlier, which projects have more than one that is named."""

from collections.abc import Iterator

from bot.language.meanings import OVER_YEARS, AggregateSaid, Asked, Mark, OrderSaid, Proposal, YearsSaid
from bot.language.patterns import Pattern
from bot.reading.found_spans import aggregates, marked, spans
from bot.reading.parse import Parse
from store.names import NameType
from store.plan import BY_NUMBER, Aggregate, Field, Plan


def of_several(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """The spans that ask so."""
    yield from _of_two_pairs(said, plan)
    yield from _beside_one(said, plan)
    yield from _of_the_same_unit(said, plan)
    yield from _whether_it_is(said, plan)
    yield from _which_of_them(said, plan)


def _of_two_pairs(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """“二期比一期多多少，三期比二期多多少” are two differences, and “三期比前两期平均多多少” is one from a mean: a plan sets all it names side by side."""
    if not plan.compare or plan.aggregate is not Aggregate.DIFFERENCE:
        return
    yield from aggregates(said, Aggregate.AVERAGE)
    apart = aggregates(said, Aggregate.DIFFERENCE)
    against = {said.clause(p.start) for p in marked(said, {Mark.COMPARED}) if said.said.text[p.start : p.end] == "比"}
    if len({said.clause(p.start) for p in apart} & against) > 1:
        yield from apart[1:]


def _beside_one(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """“比甲项目多的有哪些”, “两家有没有一样的项目”: other projects are asked for, and not the one beside itself of another year."""
    if not plan.compare or said.meanings(YearsSaid):
        return
    if not plan.projects and _SAME_PROJECTS.search(said.said.text):
        yield from marked(said, {Mark.COMPARED, *OVER_YEARS})
    for one in said.mentions:
        if _THAN.search(said.said.text, 0, one.start) and _THOSE_THAT_HAVE.match(said.said.text, one.end):
            yield from marked(said, {Mark.COMPARED, *OVER_YEARS})


_SAME_PROJECTS = Pattern("(?:一样|相同|同样)的项目")
_THAN = Pattern("[比跟和与同]$")
_THOSE_THAT_HAVE = Pattern(r"(?:的?(?:预算|钱|金额))?(?:还|更|都)?(?:[多少大小高低贵]|一样(?:[多少大高])?)的(?!多)")


def _of_the_same_unit(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """“哪个项目跟甲项目是一个单位的”: others than the one that is named are asked for."""
    if len(plan.projects) == 1 and _SAME_UNIT.search(said.said.text):
        yield from (*spans(said, Asked, AggregateSaid), *marked(said, {Mark.PROJECTS, Mark.UNITS}))


_SAME_UNIT = Pattern(r"(?:哪.{0,6})[跟和与同].{2,}一[个家](?:单位|部门)|[跟和与同].{2,}一[个家](?:单位|部门)的?(?:还|都|有|项目)")


def _whether_it_is(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """“最大的项目是甲吗”, “甲是财政局最大的吗”: of what is named alone there is nothing to rank."""
    orders, text = spans(said, OrderSaid), said.said.text
    if plan.order is None or not orders or not _WHETHER.search(text):
        return
    limited = plan.projects or plan.units  # to what is named behind: else it is told which is the first
    behind = bool(limited) and any(_IT_IS.search(text, 0, m.start) for m in said.mentions if m.start >= orders[0].end)
    named = [m.end for m in said.mentioned(NameType.PROJECT) if m.end <= orders[0].start]
    within = any(named[0] <= m.start < orders[0].start for m in said.mentioned(NameType.UNIT)) if named else False
    counted = plan.order.by == BY_NUMBER and any(m.end <= orders[0].start for m in said.mentioned(NameType.UNIT))
    yield from orders if behind or within or counted else ()


_WHETHER, _IT_IS = Pattern(r"(?:吗|么|嘛|吧|不)\W*$"), Pattern("(?:是|就是|是不是|应该是)(?:那个?)?$")


def _which_of_them(said: Parse, plan: Plan) -> Iterator[Proposal]:
    """“甲和乙哪个早”: of two it is asked which, and nothing that a plan could tell."""
    shaped = (
        plan.compare or plan.order or plan.aggregate or plan.by or plan.amounts or plan.checked or plan.narrowed or plan.units
    )
    asked = said.meanings(Asked) or Mark.HOW_MUCH in said.marks()
    if len(said.mentioned(NameType.PROJECT)) > 1 and plan.fields == (Field.AMOUNT,) and not (shaped or asked):
        yield from marked(said, {Mark.WHICH})
