"""What comes first of all: “谁的钱多” where nothing is named to set against something else, “大头是什么”."""

from bot.book import Book
from bot.language.meanings import OVER_YEARS, AggregateSaid, Asked, Mark
from bot.language.more_or_less import IN_NUMBER, WHOSE_MONEY, WHOSE_MORE
from bot.language.ordinals import LARGEST
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from store.plan import Aggregate, Direction, Field, Order, Plan

_UNIT = Pattern("谁|家|单位|部门|镇|乡|局|街道|学校|苏木|村")
_OTHER = OVER_YEARS | {Mark.TIMES, Mark.CHANGED}


def as_rank(plan: Plan, said: Parse) -> Plan:
    """The plan of a comparison without sides as that of a rank: of the units for 谁 and 哪家, else of the projects."""
    spans = [p for p in said.cover if p.meaning is Mark.COMPARED]
    alone = bool(spans) and all(p.rule in (WHOSE_MORE, WHOSE_MONEY, IN_NUMBER) for p in spans) and not said.marks() & _OTHER
    differs = any(a.aggregate is Aggregate.DIFFERENCE for a in said.meanings(AggregateSaid))
    sides = plan.projects or len(plan.units) > 1 or len(plan.years) > 1 or plan.sides or plan.called or len(plan.attributes) > 1
    if not (plan.compare and alone) or differs or sides or plan.change:
        return plan
    words = said.said.text[spans[0].start : spans[0].end]
    if plan.units and Mark.PROJECTS not in said.marks() and "项目" not in words:
        return plan  # “财政局的哪个多” sets its projects side by side
    less = any(word in words for word in "少小低")
    order = Order(direction=Direction.ASCENDING if less else Direction.DESCENDING, count=1)
    of_units = (bool(_UNIT.search(words)) or Mark.UNITS in said.marks()) and not plan.units
    fields = (Field.UNIT,) if of_units or Asked(Field.UNIT) in said.meanings(Asked) else (Field.AMOUNT,)
    return plan.model_copy(update={"compare": False, "order": order, "fields": fields})


def of_its_money(plan: Plan, said: Parse, book: Book) -> Plan:
    """“大头是什么” of one project asks of which kinds its money is; of several it asks which comes first."""
    largest = plan.order is not None and any(p.rule == LARGEST for p in said.cover)
    if not largest or not plan.projects or len(book.pairs(plan.projects, plan.units)) != 1:
        return plan
    return plan.model_copy(update={"order": None, "fields": (Field.FUNDING,)})
