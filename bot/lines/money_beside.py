"""What is asked for beside the lines of a form: the money of its budget, where that is said and no line prints it."""

from bot.language import asides
from bot.language.meanings import AggregateSaid, Asked, EachSaid, LevelSaid, Mark, MeasureSaid, NounSaid, Proposal
from bot.language.unanswerable import QualifierSaid, Unanswerable
from bot.planning.fields_said import asks_how_much_first
from bot.planning.of_one_form import OF_A_FORM
from bot.reading.parse import Parse
from store.names import NameType
from store.plan import Aggregate, Field, Plan


def with_money(plan: Plan, said: Parse, *, per_head: bool) -> tuple[Field, ...]:
    """What is asked for beside the lines: the money of a budget only where that is said."""
    if OF_A_FORM & set(plan.fields):
        return plan.fields
    if _sums_apart(said):
        return tuple(dict.fromkeys((Field.AMOUNT, *plan.fields, Field.INDICATOR)))
    of_budgets = money_said(said) and not per_head and not (plan.compare and _is_of_the_line(said))
    kept = plan.fields if of_budgets else tuple(f for f in plan.fields if f is not Field.AMOUNT)
    return tuple(dict.fromkeys((*kept, Field.INDICATOR)))


def money_said(said: Parse) -> bool:
    """Whether money is asked for by name, and not of words that nothing explains: “每块路牌多少钱” asks of the 路牌."""
    asked = [p for p in said.cover if isinstance(p.meaning, Asked) and p.meaning.field is Field.AMOUNT]
    summed = any(a.aggregate is Aggregate.SUM for a in said.meanings(AggregateSaid)) and not said.meanings(MeasureSaid)
    summed = summed or asks_how_much_first(said)
    return summed or Mark.SPENDING in said.marks() or any(not _beside(said, p) for p in asked)


def _sums_apart(said: Parse) -> bool:
    """Whether money is added up in another clause than something is counted in: “改造多少户，总额多少”, and not “一共多少户”."""
    each = (EachSaid(), QualifierSaid(Unanswerable.PER_HEAD))
    measured = {said.clause(p.start) for p in said.cover if isinstance(p.meaning, MeasureSaid) or p.meaning in each}
    sums = {said.clause(p.start) for p in said.cover if p.meaning == AggregateSaid(Aggregate.SUM)}
    return bool(measured) and (not sums <= measured or _lists_money(said))


def _lists_money(said: Parse) -> bool:
    """“多少人、总共多少钱”: what is listed behind the other things that are asked for."""
    text = said.said.text
    sums = (p for p in said.cover if p.meaning == AggregateSaid(Aggregate.SUM))
    return any(text[: p.start].endswith(("、", " ")) and text[: p.end].endswith(_OF_MONEY) for p in sums)


def _beside(said: Parse, proposal: Proposal) -> bool:
    if proposal.rule == asides.RULE:  # “请人一年要多少”
        return False
    nouns = (p.end for p in said.cover if isinstance(p.meaning, NounSaid))  # “标准是多少元”
    return any(x.end == proposal.start for x in said.leftovers) or any(
        not said.said.text[end : proposal.start].strip("是的 ") for end in nouns if end <= proposal.start
    )


def _is_of_the_line(said: Parse) -> bool:
    """Whether the money that is asked for is what the line costs: “单盏成本二期比一期贵|几块钱”, in one clause, and by no word for a budget."""
    money = [p for p in said.cover if p.meaning == Asked(Field.AMOUNT)]
    lines = [p.start for p in said.cover if isinstance(p.meaning, LevelSaid)]
    lines += [m.start for m in said.mentioned(NameType.INDICATOR)]
    clauses = {said.clause(place) for place in (*lines, *(p.start for p in money))}
    return bool(lines) and len(clauses) == 1 and all(said.said.text[: p.end].endswith(_OF_MONEY) for p in money)


_OF_MONEY = ("钱", "块", "元")
