"""What a question asks of the store (问句的意思), as a value.

`targets.run` executes scope, limits of the annual total and order; the bot's Desk adds the newest year and limits of other
money; the intents shape the result.

A plan is data: it prints as JSON, is remembered as the last answered question, and reads back equal.
"""

from decimal import Decimal
from enum import StrEnum

from store.model import FundingKind, Horizon, Record
from store.money import Denomination


class Field(StrEnum):
    """What of a target is asked for."""

    AMOUNT = "amount"
    FUNDING = "funding"  # 资金构成: all kinds of money
    GOAL = "goal"
    INDICATOR = "indicator"
    UNIT = "unit"
    DEPARTMENT = "department"
    ATTRIBUTE = "attribute"
    SOURCE = "source"  # 项目来源
    PERIOD = "period"
    DOCUMENT = "document"  # which document says so
    ORIGINAL = "original"  # the file itself (原件)
    YEAR = "year"  # for which years there are targets
    PROJECT = "project"  # which projects there are
    QUALITY = "quality"  # what is odd in the tables (发现)
    FILE = "file"  # which files are loaded
    WEIGHT = "weight"  # the weights (权重、分值) of indicators
    AGREEMENT = "agreement"  # whether the figures of one form agree (对得上)


WORDS = frozenset({Field.GOAL, Field.DEPARTMENT, Field.ATTRIBUTE, Field.SOURCE, Field.PERIOD})
"""What of a form is words (目标、主管部门、属性、来源、项目期), rather than figures or lines of a table."""


class Comparator(StrEnum):
    """How a figure is compared."""

    AT_LEAST = ">="
    MORE = ">"
    AT_MOST = "<="
    LESS = "<"
    EQUAL = "="

    def holds(self, left: Decimal, right: Decimal) -> bool:
        """Whether `left` compares so with `right`."""
        match self:
            case Comparator.AT_LEAST:
                return left >= right
            case Comparator.MORE:
                return left > right
            case Comparator.AT_MOST:
                return left <= right
            case Comparator.LESS:
                return left < right
            case Comparator.EQUAL:
                return left == right


class AmountFilter(Record):
    """“10万以上”: the annual total compares so with `yuan`."""

    op: Comparator
    yuan: Decimal


class PercentFilter(Record):
    """“低于95%”: an indicator's value compares so with `value` per cent."""

    op: Comparator
    value: Decimal


class Told(Record):
    """“是20个吗”: a value that an indicator is held against, and what it is counted in (“万人”)."""

    number: Decimal
    unit: str


class Part(StrEnum):
    """Where in a target words may stand."""

    NAME = "name"  # the project's
    GOALS = "goals"
    INDICATORS = "indicators"  # name, value, standard
    FACTS = "facts"  # 项目属性、项目来源、项目期


class NumberFilter(Record):
    """“5个以上项目的”: the number of projects compares so with `number`."""

    op: Comparator
    number: int


class UnitLimits(Record):
    """Limits of what each unit has together: of its sum, of how many projects it has."""

    amounts: tuple[AmountFilter, ...] = ()
    numbers: tuple[NumberFilter, ...] = ()


class MoveLimits(Record):
    """Limits of how much more or less something has than in another year: in yuan, in per cent of the earlier amount."""

    amounts: tuple[AmountFilter, ...] = ()
    percents: tuple[PercentFilter, ...] = ()


class TextFilter(Record):
    """“提到压路机的”: the text stands in one of these parts of a target, or anywhere in it."""

    text: str
    within: tuple[Part, ...] = ()


class Spot(Record):
    """A field of the form, as `Blank` calls it: an `Attribute`, a `FundingKind`, “goal” or “indicator”, of one class (`level`).

    Money and goals are those of `horizon`, indicators of either unless that is the middle term; `printed` tells of fields with nothing in them those that the form asks for from those that it has not at all;
    of money that is stated, `limits` say how much of it there is; of one line of text, `reads` are what may stand there, any of them.
    """

    field: str
    level: str = ""
    horizon: Horizon = Horizon.ANNUAL
    printed: bool | None = None
    limits: tuple[AmountFilter, ...] = ()
    reads: tuple[str, ...] = ()


class Change(StrEnum):
    """What became of projects between two years."""

    NEW = "new"  # 新增
    GONE = "gone"  # 取消
    TURNED = "turned"  # 新增 and 取消, each by itself
    KEPT = "kept"  # 两年都有
    MOVED = "moved"  # 金额变了: more or less, of those that both years have
    ANY = "any"  # 变化: new, gone, more, less


class Direction(StrEnum):
    """Which end of a ranking comes first."""

    DESCENDING = "desc"
    ASCENDING = "asc"


BY_TOTAL, BY_NUMBER, BY_MEAN = "total", "number", "mean"


class Order(Record):
    """“前三名”: by the annual total, or (units) by the number of projects, or by what each of these has on average; from which end, how many; `skip` 1 is “第二”.

    `begun`: those before it were told just before, so that what is left are those behind it.
    """

    by: str = BY_TOTAL
    direction: Direction
    count: int
    skip: int = 0
    begun: bool = False


class Aggregate(StrEnum):
    """What is made of the matched figures."""

    SUM = "sum"
    AVERAGE = "avg"
    COUNT = "count"
    DIFFERENCE = "diff"
    SHARE = "share"  # of the plan's own scope in its `whole`
    PLACE = "place"  # which place that has in it, by its money


class Newest(StrEnum):
    """Which years are meant where the question names none."""

    EACH = "each"  # of every project its own newest year
    SCOPE = "scope"  # the newest year in the scope: figures of several years are not added up unasked


class IndicatorFilter(Record):
    """Which lines of the indicator table: by level, or by name (folded names; any of them).

    `measured`: of these those whose value is a figure (量化), or those whose value is none; `reads`: those whose value is just that.
    """

    level1: tuple[str, ...] = ()
    level2: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    measured: bool | None = None
    reads: str = ""

    @property
    def everything(self) -> bool:
        """Whether no line is left out."""
        return not (self.level1 or self.level2 or self.names)


class Of(StrEnum):
    """What a share is of."""

    SAME = "same"  # the same targets, and another kind of their money: 其他资金占多少
    UNIT = "unit"  # all that the target's own unit has
    SCOPE = "scope"  # all of the projects and units that are named, or all that there is


class Whole(Record):
    """The whole (分母) of a share: its scope and its kind of money; nothing named does not restrict, but for the years of the part."""

    of: Of
    projects: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    years: tuple[int, ...] = ()  # other than those of the part
    whole_branch: bool = False  # only with the subordinate units; neither this nor `alone`: both scopes
    alone: bool = False  # only the unit itself
    apart: bool = False  # each of the units is a whole of its own
    each: bool = False  # each of the projects, or of the units, is a part of its own: “各占多少”
    kind: FundingKind = FundingKind.TOTAL


class LeftOut(Record):
    """What is left out (“除了财政局的工作经费”): targets that fit all of its parts; an empty part fits every target."""

    projects: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    attributes: tuple[str, ...] = ()
    amounts: tuple[AmountFilter, ...] = ()
    whole_branch: bool = False  # the subordinate units of `units` as well
    called: str = ""  # what the question calls the units, where they are a kind of units: “乡镇”


class Side(Record):
    """One of several kinds of units that are set side by side: “乡镇和学校哪个多”."""

    name: str
    units: tuple[str, ...]


class GroupBy(StrEnum):
    """Into which groups the targets fall, each with a figure of its own (“分别”, “每年”)."""

    UNIT = "unit"
    YEAR = "year"
    DEPARTMENT = "department"  # the unit above, with all that are below it
    PROJECT = "project"  # a unit's project in all of its years
    ATTRIBUTE = "attribute"  # 项目属性, as the forms say it
    SOURCE = "source"  # 项目来源


OF_FORMS = (GroupBy.ATTRIBUTE, GroupBy.SOURCE)
"""The groups that are told by what forms say in words."""
OF_UNITS = (GroupBy.UNIT, GroupBy.DEPARTMENT)
"""The groups that are units, each by itself or with those below it."""


class Plan(Record):
    """Scope, fields, filters, order, aggregate.  An empty tuple in the scope does not restrict it.

    `projects` and `units` are names as stored (compared folded); `whole_branch` asks for the subordinate units as well,
    `alone` (本级) says that they are not meant; where neither is said, both scopes (口径) are shown.
    """

    publishers: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    attributes: tuple[str, ...] = ()  # 项目属性 and 项目来源, any of them
    among: tuple[tuple[str, str], ...] = ()  # projects with their units: what several questions asked about, one after the other
    newest: Newest | None = None
    whole_branch: bool = False
    alone: bool = False
    called: str = ""  # what the question calls the units, where they are a kind of units: “乡镇”
    sides: tuple[Side, ...] = ()  # the kinds, where the units are of several
    without: tuple[LeftOut, ...] = ()
    net_of: tuple[FundingKind, ...] = ()  # kinds of money that are taken off the total: “不含结转”
    by: GroupBy | None = None
    fields: tuple[Field, ...] = ()
    kinds: tuple[FundingKind, ...] = ()
    together: bool = False  # “财政加结转”: of each it is the sum of the kinds that is meant, and not each kind by itself
    horizon: Horizon | None = None
    indicators: IndicatorFilter = IndicatorFilter()
    standard: bool = False  # the indicator's 绩效标准 rather than its value
    amounts: tuple[AmountFilter, ...] = ()
    percents: tuple[PercentFilter, ...] = ()
    checked: tuple[AmountFilter, ...] = ()  # “有没有超过80万”: what the figure is held against, which limits nothing
    told: tuple[Told, ...] = ()  # “是20个吗”: what an indicator's value is held against, which limits nothing
    texts: tuple[TextFilter, ...] = ()  # all of them stand in the target
    stated: tuple[Spot, ...] = ()  # filled in; of money, and more than 0
    lacking: tuple[Spot, ...] = ()  # not filled in, or not there
    change: Change | None = None
    trend: Direction | None = None  # “逐年减少的”: which way they went from each year to the next
    unit_limits: UnitLimits | None = None  # “总额超过100万的单位”
    move_limits: MoveLimits | None = None  # “涨了50万以上的项目”
    order: Order | None = None
    other_order: Order | None = None  # the other end as well: “最高和最低”
    aggregate: Aggregate | None = None
    whole: Whole | None = None  # what a share is of
    count_of: Field | None = None  # what COUNT counts: projects or units
    compare: bool = False
    terms: tuple[Horizon, ...] = ()  # 中期 and 年度, where these are compared with each other
    against: bool = False  # “甲比乙多多少”: of the first it is told how it stands beside the second
    denomination: Denomination | None = None  # the unit that amounts are printed in: 万元 unless another is asked for

    @property
    def pooled(self) -> bool:
        """Whether of each target the sum of several kinds of money is meant."""
        return self.together and len(self.kinds) > 1

    @property
    def by_form(self) -> bool:
        """Whether the groups are told by what forms say in words."""
        return self.by in OF_FORMS

    @property
    def narrowed(self) -> bool:
        """Whether it is limited by what stands in the forms, or does not."""
        return bool(self.texts or self.stated or self.lacking)
