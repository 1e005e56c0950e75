"""What a span of a question can mean, and the proposal that says so."""

from decimal import Decimal
from enum import Enum
from functools import cached_property

from msgspec import Struct

from bot.language.choices import ChoiceSaid
from bot.language.kinds_said import KindOfUnits
from bot.language.numbers import NumberSaid, PhasesSaid, ProjectsNumbered
from bot.language.unanswerable import QualifierSaid
from store.model import FundingKind, Horizon
from store.money import Denomination
from store.names import Kind, Match, Token
from store.plan import Aggregate, AmountFilter, Direction, Field, GroupBy, Order, Part, PercentFilter


class Asked(Struct, frozen=True):
    """A field is asked for: “预算金额”, “财政拨款”, “年度目标”, “绩效标准”, “多少元”."""

    field: Field
    kind: FundingKind | None = None
    horizon: Horizon | None = None
    standard: bool = False
    denomination: Denomination | None = None


class DenominationSaid(Struct, frozen=True):
    """“换成元”, “以亿为单位”: the unit that amounts are to be printed in."""

    denomination: Denomination


class LevelSaid(Struct, frozen=True):
    """A level of the indicator table: “产出指标” (1), “质量指标” (2), which is `within` it."""

    level: int
    name: str
    within: str = ""


class HorizonSaid(Struct, frozen=True):
    """“中期”, “年度”."""

    horizon: Horizon


class YearsSaid(Struct, frozen=True):
    """Fiscal years; none of them with `every` means all that there are, or the `last` so many of those; `each`: a figure of each."""

    years: tuple[int, ...] = ()
    every: bool = False
    each: bool = False
    last: int | None = None
    which: bool = False  # “哪一年最多”: the years are ranked
    trend: Direction | None = None  # “逐年减少”: which way it went from each to the next


class AmountSaid(Struct, frozen=True):
    """“10万以上”: a filter by the annual total."""

    filters: tuple[AmountFilter, ...]


class AmountNamed(Struct, frozen=True):
    """An amount that is only named: “90万是干什么的”."""

    yuan: Decimal


class AmountChecked(Struct, frozen=True):
    """“有没有超过80万”, “是90万吗”: what a figure is held against."""

    filters: tuple[AmountFilter, ...]


class PercentSaid(Struct, frozen=True):
    """“低于95%”: a filter by indicator values."""

    filter: PercentFilter


class OrderSaid(Struct, frozen=True):
    """“前三名”, “最高的”, “第二多”."""

    order: Order


class AggregateSaid(Struct, frozen=True):
    """“一共”, “平均”, “几个项目”, “几家单位” (`of`), “差多少”; `stored`: of all that is loaded, of whatever year."""

    aggregate: Aggregate
    of: Field | None = None
    stored: bool = False


class MeasureSaid(Struct, frozen=True):
    """“多少人”, “几台”: an indicator whose value is counted so."""

    unit: str


class EachSaid(Struct, frozen=True):
    """“一盏灯”, “每公里”, “一个月” where money is asked for: of what one is meant."""


class NounSaid(Struct, frozen=True):
    """“标准”, “人数”, “面积”: a word that names of indicators are made of."""

    word: str


class TextSaid(Struct, frozen=True):
    """“涉及压路机”, “名字里带养护”: what is to stand in the form, in one of these parts of it or anywhere."""

    text: str
    within: tuple[Part, ...] = ()


class BlankSaid(Struct, frozen=True):
    """“没填”, “缺”, “填了没”: whether what is asked for is there at all."""


class MeasuredSaid(Struct, frozen=True):
    """“没量化的”: indicators whose values are no figures; or those whose values are; of these those whose value is just `reads`."""

    measured: bool
    reads: str = ""


class GroupBySaid(Struct, frozen=True):
    """“各单位”, “每年”, “分部门”: a figure of each."""

    by: GroupBy


class Except(Enum):
    """What a span does for what is left out."""

    BEFORE = "before"  # 除了: what follows is left out
    AFTER = "after"  # 除外: what is before it
    EITHER = "either"  # 不算、去掉: what follows, or else what is before it
    END = "end"  # 以外、算进去: up to here
    REST = "rest"  # 其他、剩下的
    REST_SUM = "rest_sum"  # 还剩多少


class Mark(Enum):
    """What a span does in the question without being a value of its own."""

    HOW_MUCH = "how_much"  # 多少: of money, if nothing else is asked for
    PROJECTS = "projects"  # 项目: the word itself
    UNITS = "units"  # 单位: the word itself
    WHICH = "which"  # 哪些、哪个、有什么
    CARRIED = "carried"  # 结转说清楚: what was carried over is to be named apart
    EVERYTHING = "everything"  # 所有、全部
    EACH = "each"  # 分别、各
    COMPARED = "compared"  # 比、哪个多、差
    ROSE = "rose"  # 增加、涨了
    FELL = "fell"  # 减少、降了
    SHARE = "share"  # 占、占比: what part of a whole
    PLACE = "place"  # 排第几
    WITHIN = "within"  # 财政局的预算里…占: the whole stands before it
    OWN_UNIT = "own_unit"  # 占本单位、全局
    PER_CENT = "per_cent"  # 百分之几、几成
    GROWTH = "growth"  # 增长率、涨幅
    DECLINE = "decline"  # 降幅
    TIMES = "times"  # 几倍、翻番
    UNCHANGED = "unchanged"  # 没变、一分没涨
    NEW = "new"  # 新增
    GONE = "gone"  # 取消
    KEPT = "kept"  # 两年都有
    CHANGED = "changed"  # 变化
    FIRST_ONLY = "first_only"  # 2025年有、2026年没有
    SECOND_ONLY = "second_only"  # 2025年没有、2026年有
    SPENDING = "spending"  # 花、支出、够不够、执行: the tables hold no spending
    WHY = "why"
    FOLLOWING = "following"  # 那…呢
    IT = "it"  # 它、这个项目
    EARLIER = "earlier"  # 前面那个: what was spoken of before the last
    OURS = "ours"  # 我们镇、我单位: the unit that is named beside it
    BRANCH = "branch"  # 含所属
    ALONE = "alone"  # 本级
    ALSO = "also"  # 含、算上、也要: what is said beside the unit belongs to it
    MORE = "more"  # 更多
    AGAIN = "again"  # 再说一遍、你确定: the last answer
    CLOSELY = "closely"  # 详细点、列一下: more of it
    GREETING = "greeting"
    THANKS = "thanks"
    HELP = "help"
    WRONG = "wrong"  # 不对、错了
    COMMANDED = "commanded"  # 批准给我加500万: nobody can command
    ELSEWHERE = "elsewhere"  # 天气、电话: what no table of targets holds
    UNTOLD = "untold"  # 值不值、怎么定的: what no form tells of an amount
    FILLER = "filler"


SMALL_TALK = (Mark.FILLER, Mark.THANKS, Mark.GREETING)
MOVING = frozenset({Mark.ROSE, Mark.FELL, Mark.GROWTH, Mark.DECLINE})
OVER_YEARS = MOVING | {Mark.UNCHANGED}  # said of one thing in two years
COMPARING = OVER_YEARS | {Mark.COMPARED, Mark.TIMES}


Meaning = (
    Asked
    | DenominationSaid
    | LevelSaid
    | HorizonSaid
    | YearsSaid
    | AmountSaid
    | AmountNamed
    | AmountChecked
    | PercentSaid
    | OrderSaid
    | AggregateSaid
    | NumberSaid
    | ProjectsNumbered
    | PhasesSaid
    | MeasureSaid
    | EachSaid
    | NounSaid
    | TextSaid
    | BlankSaid
    | MeasuredSaid
    | GroupBySaid
    | KindOfUnits
    | Except
    | Mark
    | ChoiceSaid
    | QualifierSaid
    | Match
)


class Proposal(Struct, frozen=True):
    """The span [start, end) of the normalised question may mean `meaning`, by `rule`; `value` is what the cover adds up."""

    start: int
    end: int
    rule: str
    meaning: Meaning
    value: float


class Utterance(Struct, frozen=True, dict=True):
    """A question as the language modules read it."""

    text: str  # normalised
    tokens: tuple[Token, ...]

    @cached_property
    def without_spaces(self) -> tuple[Token, ...]:
        """The tokens but white space."""
        return tuple(t for t in self.tokens if not (t.kind is Kind.SIGN and t.text.isspace()))
