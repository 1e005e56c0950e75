"""What was understood of a question: its plan, and what of its words served nothing."""

from msgspec import Struct
from msgspec.structs import replace

from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.language.unanswerable import Unanswerable
from bot.lines.weighing import Weighed
from bot.reading.roles import Role, Span
from bot.topics import Topic
from store.model import FundingKind, Horizon
from store.names import Match, NameType
from store.plan import BY_TOTAL, OF_UNITS, Aggregate, Field, GroupBy, Plan
from store.text import fold

# “要花多少” asks for the budget, “够不够” for a judgement: no self-evaluation answers them.
_PAST = Pattern("了|掉|支付率|支付进度|支付情况|执行|实际|完成|进度|自评|得分")
LONGEST = 300  # characters of a question; what is longer is no question, and would keep the others waiting


class Understanding(Struct, frozen=True):
    """What was understood of a question; words are as typed."""

    text: str
    topic: Topic
    plan: Plan
    spans: tuple[Span, ...]
    names: tuple[Match, ...] = ()
    marks: frozenset[Mark] = frozenset()
    unused: tuple[str, ...] = ()  # served nothing
    doubtful: tuple[str, ...] = ()  # those of them that may limit what is asked for: no figure is stated over them
    unknown: tuple[str, ...] = ()  # those that seem to name a unit, and none that is stored
    vain: tuple[str, ...] = ()  # leave out what was not understood
    uncombined: tuple[str, ...] = ()  # understood, and yet not to be had beside the rest: no figure is stated
    unfollowed: tuple[str, ...] = ()  # understood, and yet nobody can do so here: no figure is stated
    qualified: frozenset[Unanswerable] = frozenset()  # what limits the question and cannot be satisfied
    untold: tuple[str, ...] = ()  # the words that ask for what no form tells: a judgement, or how an amount was set
    spending: str | None = None  # the words that ask for what was spent, or is left
    choices: tuple[int, ...] = ()  # the numbers of all that are said: “第二个和第一个差多少”
    offered: int = 0  # how many there are to choose from
    follows: bool = False
    far: str = ""  # the words that may mean a project whose name they do not say
    describes: bool = False  # whether these words tell what something is, rather than call it by a name
    beside: "Understanding | None" = None  # a second question in one breath, with a year or a term of its own
    terms: tuple[Horizon, ...] = ()  # 年度, 中期: all that are said
    cuts: tuple[int, ...] = ()  # where clauses begin that may be further questions
    apart: bool = False  # whether these ask for what one plan cannot hold
    nearest: tuple[Weighed, ...] = ()  # the lines that most of its words speak for, where none explains all of them

    def within(self, text: str, start: int) -> "Understanding":
        """The same as part of a longer text, in which it begins there, and of which the rest only surrounds it."""
        end = start + len(self.text)
        shifted = (replace(span, start=span.start + start, end=span.end + start) for span in self.spans)
        around = (Span(0, start, Role.FILLER, "framing"), *shifted, Span(end, len(text), Role.FILLER, "framing"))
        return replace(self, text=text, spans=tuple(span for span in around if span.start < span.end))

    def of_choice(self, plan: Plan) -> "Understanding":
        """The same as the choice of what was offered, whatever else its words may say."""
        sure = replace(self, unused=(), doubtful=(), unknown=(), vain=(), uncombined=(), unfollowed=())
        return replace(sure, topic=Topic.TARGETS, plan=plan, follows=True)

    @property
    def parts(self) -> tuple["Understanding", ...]:
        """The question, and the second one that was asked in one breath with it."""
        return (self,) if self.beside is None else (replace(self, beside=None), self.beside)

    def without_names(self, *types: NameType) -> str:
        """The folded question without the words that say names of these types."""
        text = fold(self.text)
        for start, end in dict.fromkeys((match.start, match.end) for match in self.names if match.type in types):
            text = text.replace(fold(self.text[start:end]), "", 1)
        return text

    @property
    def asks_execution(self) -> bool:
        """Whether it is asked what became of a budget (执行了多少、花了多少、得分), which only self-evaluations say."""
        plan = self.plan
        shaped = plan.order or plan.compare or plan.aggregate or plan.amounts or plan.checked or plan.percents or plan.attributes
        past = self.spending is not None and bool(_PAST.search(self.spending))
        return past and plan.fields == (Field.AMOUNT,) and plan.horizon is not Horizon.MID_TERM and not shaped

    @property
    def two_scopes(self) -> bool:
        """Whether it is about one unit, and does not say whether with its subordinate units or without (口径)."""
        plan = self.plan
        return len(plan.units) == 1 and not (plan.projects or plan.whole_branch or plan.alone or plan.called)

    @property
    def asks_units(self) -> bool:
        """Whether it is units that are asked for: “哪个单位最多”."""
        return Mark.UNITS in self.marks or Field.UNIT in self.plan.fields

    @property
    def asks_portfolio(self) -> bool:
        """Whether it is asked for all the money of one unit, without any limit: “交通局今年多少钱”."""
        plan = self.plan
        limited = plan.projects or plan.attributes or plan.amounts or plan.narrowed or plan.without or plan.sides or plan.called
        return len(plan.units) == 1 and not limited

    @property
    def asks_groups(self) -> bool:
        """Whether a figure of each unit, year or department is asked for."""
        plan = self.plan
        money = plan.fields in ((Field.AMOUNT,), (Field.PROJECT,), (Field.FUNDING,), (Field.UNIT,))
        figure = plan.fields == (Field.AMOUNT,) or plan.aggregate is not None
        each = plan.aggregate is not None or not plan.projects  # the amounts of one project are listed
        firsts = plan.order is not None and plan.order.by == BY_TOTAL and plan.by is GroupBy.UNIT  # “每个单位最多的项目”
        shaped = plan.compare or plan.net_of or plan.whole or plan.checked or (plan.order and not firsts)
        return plan.by is not None and money and (firsts or (figure and each)) and not shaped and not self.asks_execution

    @property
    def asks_changes(self) -> bool:
        """Whether it is asked how much more or less each unit has than in another year."""
        plan = self.plan
        years = 2  # what is set side by side
        money = plan.fields == (Field.AMOUNT,) and len(plan.years) == years and not plan.net_of
        one = len(plan.projects) == 1 and len(plan.units) > 1  # “柳渡和石桥驻村经费谁涨得多”
        return plan.compare and plan.by in OF_UNITS and money and (one or not plan.projects)

    @property
    def asks_net(self) -> bool:
        """Whether a total without some kinds of money is asked for (不含结转)."""
        plan = self.plan
        shaped = plan.order or plan.compare or plan.by or plan.amounts or plan.percents or plan.horizon is Horizon.MID_TERM
        summed = plan.aggregate is Aggregate.SUM and plan.fields == (Field.PROJECT,)
        money = (plan.fields in ((Field.AMOUNT,), (Field.FUNDING,)) and plan.aggregate in (None, Aggregate.SUM)) or summed
        return bool(plan.net_of) and money and not shaped and not self.asks_execution and not plan.kinds

    @property
    def adds_kinds(self) -> bool:
        """Whether kinds of money are to be added up; the total is none of them, since it holds them."""
        plan = self.plan
        several = len(plan.kinds) > 1 and FundingKind.TOTAL not in plan.kinds
        return (
            several
            and plan.aggregate is Aggregate.SUM
            and not (plan.order or plan.compare or plan.by or plan.checked or plan.amounts)
        )

    @property
    def asks_who_moved(self) -> bool:
        """Whether it is asked which projects rose or fell between years."""
        plan = self.plan
        moved = {
            Mark.ROSE,
            Mark.FELL,
            Mark.UNCHANGED,
            *((Mark.GROWTH, Mark.DECLINE, Mark.CHANGED) if plan.order else ()),
        } & self.marks
        of_projects = Mark.PROJECTS in self.marks or Field.PROJECT in plan.fields or (Mark.WHICH in self.marks and bool(moved))
        of_projects = of_projects or (bool(moved) and (plan.aggregate is Aggregate.COUNT or plan.order is not None))
        which = bool(moved) or Mark.WHICH in self.marks or Field.PROJECT in plan.fields
        money = plan.fields in ((Field.AMOUNT,), (Field.PROJECT,))
        return (
            plan.compare
            and not self.asks_changes
            and not (plan.change or plan.trend)
            and of_projects
            and which
            and money
            and len(plan.years) > 1
            and (not plan.projects or plan.fields == (Field.PROJECT,))
        )


class Before(Struct, frozen=True):
    """What was spoken of in this chat: the plan of the last answered question, and that of what was shown of it."""

    asked: Plan
    shown: Plan
    earlier: tuple[Plan, ...] = ()  # what was spoken of before that, the last of it last
    ranked: Plan | None = None  # the ranking that what was shown came first in
    more: bool = False  # whether it goes on on a next page
    answered: bool = False  # whether the last reply answered it
    offered: int = 0  # how many choices there are
    lists_units: bool = False  # and these are units
    ranks_units: bool = False  # of which the first has the most money
    chosen_of_ranked: bool = False  # what is spoken of was chosen from them, and they are the first places of a ranking
