"""What shapes a result beside its scope: each intent says which of these it follows, and a plan that has more gets no figure.

`targets.run` follows scope, limits and order for every intent; what it does not, an intent might drop without a word.
"""

from enum import StrEnum

from store.plan import Plan


class Shape(StrEnum):
    """A part of a plan that only an intent can follow, by the plan's name for it."""

    HORIZON = "horizon"
    KINDS = "kinds"
    POOLED = "pooled"
    NET_OF = "net_of"
    INDICATORS = "indicators"
    AGGREGATE = "aggregate"
    WHOLE = "whole"
    COMPARE = "compare"
    TERMS = "terms"
    BY = "by"
    BY_FORM = "by_form"
    CHANGE = "change"
    TREND = "trend"
    MOVE_LIMITS = "move_limits"
    UNIT_LIMITS = "unit_limits"
    CHECKED = "checked"
    TOLD = "told"
    OTHER_ORDER = "other_order"


MONEY = frozenset({Shape.HORIZON, Shape.KINDS})
"""Which money it is: `Wanted` follows both."""
POOLED = MONEY | {Shape.POOLED}
"""The same, where it may be the sum of several kinds: of `Wanted` the first amount alone is taken."""
CALLED = {
    Shape.HORIZON: "中期",
    Shape.KINDS: "资金种类",
    Shape.POOLED: "几种资金的合计",
    Shape.NET_OF: "扣除的资金",
    Shape.INDICATORS: "指标",
    Shape.AGGREGATE: "合计、平均或个数",
    Shape.WHOLE: "占比",
    Shape.COMPARE: "比较",
    Shape.TERMS: "中期与年度",
    Shape.BY: "分组",
    Shape.BY_FORM: "按属性或来源分组",
    Shape.CHANGE: "新增或取消",
    Shape.TREND: "逐年增减",
    Shape.MOVE_LIMITS: "增减的多少",
    Shape.UNIT_LIMITS: "单位合计的多少",
    Shape.CHECKED: "要核对的数",
    Shape.TOLD: "要核对的指标值",
    Shape.OTHER_ORDER: "两头的排名",
}
_NOTHING = Plan()


def shapes_of(plan: Plan) -> frozenset[Shape]:
    """The shapes that the plan has; indicators whose values are limited only say which targets are meant."""
    limiting = {Shape.INDICATORS} if plan.percents else set()
    return frozenset(shape for shape in Shape if getattr(plan, shape) != getattr(_NOTHING, shape)) - limiting
