"""Amounts that figures are held against (有没有超过…、是不是…): where a question names what has the figure, they limit nothing."""

from bot.language.meanings import AmountChecked, AmountNamed, Asked, Mark, YearsSaid
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from bot.scoping.scope import Scope
from store.plan import Aggregate, AmountFilter, Comparator, Field, Plan


def checked_of(said: Parse, scope: Scope) -> tuple[AmountFilter, ...]:
    """What the figure is held against: said so, or an amount that is only named beside a project or with 不对."""
    asked = tuple(f for m in said.meanings(AmountChecked) for f in m.filters)
    told = tuple(AmountFilter(op=Comparator.EQUAL, yuan=m.yuan) for m in said.meanings(AmountNamed))
    if not asked and _of_another_year(said):
        return ()
    if asked:
        return (*told, *asked) if all(f.op is Comparator.EQUAL for f in asked) else asked
    money = {a.field for a in said.meanings(Asked)} <= {Field.AMOUNT} and not looks_for(said)
    return told if money and (scope.projects or disputes(said) or (scope.units and _queried(said))) else ()


def _queried(said: Parse) -> bool:
    """Whether an amount ends the question, and nothing but a mark says that it is one: “财政局今年有500万？”."""
    return any(isinstance(p.meaning, AmountNamed) and _MARK.fullmatch(said.said.text, p.end) for p in said.cover)


_MARK = Pattern(r"\s*[?？]+\s*")


def _of_another_year(said: Parse) -> bool:
    """“清雪是195万，去年呢”: what is told before a year is asked for in a further clause is no figure of that year."""
    years = [said.clause(p.start) for p in said.cover if isinstance(p.meaning, YearsSaid)]
    told = [said.clause(p.start) for p in said.cover if isinstance(p.meaning, AmountNamed)]
    goes_on = Mark.FOLLOWING in said.marks() or Mark.HOW_MUCH in said.marks() or bool(said.meanings(Asked))
    return len(years) == 1 and bool(told) and max(told) < years[0] and goes_on and not disputes(said)


def gap_checked_of(said: Parse, scope: Scope) -> tuple[AmountFilter, ...]:
    """What a difference is held against, right behind the word for more or less: “比去年多10万吗”, of what is named “多了10万” too."""
    named = not looks_for(said) and (scope.projects or scope.units)
    held: list[AmountFilter] = []
    for span in said.cover:
        if not BY.search(said.said.text[: span.start]):
            continue
        match span.meaning:
            case AmountChecked(filters=filters):
                held += filters
            case AmountNamed(yuan=yuan) if named:
                held.append(AmountFilter(op=Comparator.EQUAL, yuan=yuan))
    return tuple(held)


BY = Pattern(
    r"(?:(?P<less>少|减|降|砍|跌|缩|低|便宜|压)|多|涨|增|加|升|高|贵|提)(?:[了出掉去加长少低高水减]|下降)*(?:有|近|约|大概|差不多)*$"
)


def looks_for(said: Parse) -> bool:
    """Whether it is asked what, or whose, has an amount: “2.6万的是哪个单位”."""
    return Mark.WHICH in said.marks() or any(a.field is Field.UNIT for a in said.meanings(Asked))


def with_money(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """The fields of a question that holds a figure against an amount: money is among them, and no list of what has it."""
    kept = tuple(f for f in fields if f not in (Field.PROJECT, Field.UNIT))
    return kept if Field.AMOUNT in kept or not kept else (*kept, Field.AMOUNT)


def disputes(said: Parse) -> bool:
    """Whether a figure that was stated is held to be wrong: “不对，是4.64万”."""
    return Mark.WRONG in said.marks() and bool(said.meanings(AmountNamed)) and not said.mentions


def unchecked(asked: Plan, said: Parse) -> Plan:
    """The plan where nothing is named that could have the figure: the amounts limit what is looked for (“有没有超过80万的”).

    “全县今年是4150.9万，对吗” names the whole, “今年一共0.5亿吗” does so too, and “上级补助今年是110万吗” what all of one kind have.
    """
    summed = asked.aggregate is Aggregate.SUM and not said.mentions
    named = said.everything or summed or asked.attributes
    whole = named and asked.aggregate in (None, Aggregate.SUM) and not looks_for(said)
    equal = all(f.op is Comparator.EQUAL for f in asked.checked)
    if not asked.checked or (whole and (asked.aggregate or (equal and Mark.PROJECTS not in said.marks()))):
        return asked
    return asked.model_copy(update={"amounts": (*asked.amounts, *asked.checked), "checked": ()})
