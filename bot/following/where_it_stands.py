"""“出处呢”, “哪份文件” after a figure or words of a form: the cell of these is meant, and not that of the form's budget."""

from store.plan import Field, Plan

_MONEY = frozenset({Field.AMOUNT, Field.FUNDING})


def where_it_stands(asked: Plan, previous: Plan) -> dict[str, object]:
    """What of the last plan is kept where it is asked in which document that stands."""
    if Field.DOCUMENT not in asked.fields or asked.kinds:
        return {}
    horizon = asked.horizon or previous.horizon
    if set(previous.fields) <= _MONEY:
        return {"kinds": previous.kinds, "horizon": horizon}
    if asked.fields != (Field.DOCUMENT,) or previous.fields not in ((Field.INDICATOR,), (Field.GOAL,)):
        return {}
    fields = (Field.DOCUMENT, Field.GOAL) if previous.fields == (Field.GOAL,) else asked.fields
    return {"fields": fields, "indicators": previous.indicators, "horizon": horizon}
