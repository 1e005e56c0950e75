"""From a question to a plan: what is asked of which targets, and what of the question served nothing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from bot.asking import horizons
from bot.book import Book
from bot.counting import miscounted, miscounted_of_these
from bot.describing import described, described_for
from bot.earlier import of_those_spoken_of, spoken_of
from bot.hearing import heard
from bot.indicating import FindIndicators, nouns_in_vain
from bot.language.meanings import (
    AmountChecked,
    AmountNamed,
    EachSaid,
    Except,
    Mark,
    MeasureSaid,
    NounSaid,
    Proposal,
    QualifierSaid,
    Unanswerable,
    Utterance,
)
from bot.language.terms_asked import propose_horizons
from bot.leftovers import doubtful, names_something
from bot.listed_places import as_listed
from bot.next_places import as_next_places, as_place
from bot.own_names import among_own
from bot.parse import Parse, parse
from bot.parting import second_question
from bot.planning import planned, planned_of_the_rest
from bot.quantified import Quantifying
from bot.rescoped import gone_on_from
from bot.roles import Role, Span, spans_of
from bot.several import asked_apart, cuts
from bot.the_rest import spoken_of_rest
from bot.topics import Topic, choices_of, topic_of
from bot.uncombined import share_of_a_sum, uncombined
from bot.unnamed import unnamed
from store.model import Horizon
from store.names import Match
from store.plan import BY_TOTAL, Aggregate, Comparator, Field, GroupBy, Plan

# “要花多少” asks for the budget, “够不够” for a judgement: no self-evaluation answers them.
_PAST = re.compile("了|掉|执行|实际|完成|进度|自评|得分")
_HOLDS_NOT = re.compile("不含|不包")  # “哪些单位不含工作经费” asks who has none
LONGEST = 300  # characters of a question; what is longer is no question, and would keep the others waiting


@dataclass(frozen=True)
class Understanding:
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

    @property
    def parts(self) -> tuple["Understanding", ...]:
        """The question, and the second one that was asked in one breath with it."""
        return (self,) if self.beside is None else (replace(self, beside=None), self.beside)

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
        return plan.by is not None and money and (firsts or (figure and each)) and not shaped

    @property
    def asks_changes(self) -> bool:
        """Whether it is asked how much more or less each unit has than in another year."""
        plan = self.plan
        years = 2  # what is set side by side
        money = plan.fields == (Field.AMOUNT,) and len(plan.years) == years and not plan.net_of
        return plan.compare and plan.by is GroupBy.UNIT and money and not plan.projects

    @property
    def asks_net(self) -> bool:
        """Whether a total without some kinds of money is asked for (不含结转)."""
        plan = self.plan
        shaped = plan.order or plan.compare or plan.by or plan.amounts or plan.percents or plan.horizon is Horizon.MID_TERM
        summed = plan.aggregate is Aggregate.SUM and plan.fields == (Field.PROJECT,)
        money = (plan.fields in ((Field.AMOUNT,), (Field.FUNDING,)) and plan.aggregate in (None, Aggregate.SUM)) or summed
        return bool(plan.net_of) and money and not shaped and not self.asks_execution and not plan.kinds

    @property
    def asks_who_moved(self) -> bool:
        """Whether it is asked which projects rose or fell between years."""
        plan = self.plan
        moved = {Mark.ROSE, Mark.FELL, Mark.UNCHANGED} & self.marks
        of_projects = Mark.PROJECTS in self.marks or Field.PROJECT in plan.fields or (Mark.WHICH in self.marks and bool(moved))
        of_projects = of_projects or (plan.aggregate is Aggregate.COUNT and bool(moved))
        which = bool({Mark.WHICH, Mark.ROSE, Mark.FELL, Mark.UNCHANGED} & self.marks) or Field.PROJECT in plan.fields
        money = plan.fields in ((Field.AMOUNT,), (Field.PROJECT,))
        return (
            plan.compare
            and not self.asks_changes
            and not plan.change
            and of_projects
            and which
            and money
            and len(plan.years) > 1
            and not plan.projects
        )


@dataclass(frozen=True)
class Before:
    """What was spoken of in this chat: the plan of the last answered question, and that of what was shown of it."""

    asked: Plan
    shown: Plan
    earlier: tuple[Plan, ...] = ()  # what was spoken of before that, the last of it last
    more: bool = False  # whether it goes on on a next page
    offered: int = 0  # how many choices there are
    lists_units: bool = False  # and these are units
    ranks_units: bool = False  # of which the first has the most money


def understand(text: str, book: Book, find_indicators: FindIndicators, before: Before | None, today: date) -> Understanding:
    """What the question asks, with every span's role; a follow-up replaces parts of what was asked before."""
    if len(text) > LONGEST:
        unread = Span(0, len(text), Role.UNUSED, "too_long")
        return Understanding(text, Topic.TOO_LONG, Plan(), (unread,))
    kinds = _kinds(book, before)
    said = parse(text, book.names, today, kinds)
    figures = Quantifying(book, find_indicators)
    if figures(said, before.shown if before else None) is None:
        said = among_own(said, book, lambda names: parse(text, names, today, kinds))
        said = heard(said, lambda normal: parse(text, book.names, today, kinds, normal))
    if before is not None:
        said = spoken_of_rest(said, before.asked, before.shown, more=before.more)
        said = as_place(said, before.asked, before.shown, _offered_beside(said, before))
        said = as_next_places(said, before.asked, before.shown, more=before.more)
        said = as_listed(said, before.asked, before.shown, before.offered, of_units=before.lists_units, ranked=before.ranks_units)
    offered = before.offered if before else 0
    both = _both(text, said, book, find_indicators, before, today)
    if both is not None:
        return both
    previous = gone_on_from(said, before.asked, before.shown, book) if before else None
    topic = _topic(said, previous, book, figures)
    kin = figures.kin(said, previous) if topic is Topic.OUTSIDE else None
    topic = Topic.TARGETS if kin else topic
    if topic is not Topic.TARGETS:
        return Understanding(
            text, topic, Plan(), spans_of(said, (), idle_meanings(Plan())), choices=choices_of(said, offered), marks=said.marks()
        )
    if previous is not None and before is not None:
        said = of_those_spoken_of(said, before.earlier)
        previous = spoken_of(said, previous, before.shown, before.earlier, book)
    rest = planned_of_the_rest(said, book, find_indicators, before.asked, before.shown, today) if before else None
    found = rest or planned(said, book, find_indicators, previous, today, kin or figures(said, previous))
    plan, served, whole, said = found.plan, found.served, found.whole or said, found.said
    unused = [x for x in said.leftovers if x.text not in served]
    scoped = bool(plan.projects or plan.units or plan.attributes)
    vain = said.spans_meaning(NounSaid, MeasureSaid) if nouns_in_vain(plan, said) else []
    elsewhere = [said.words(p.start, p.end) for p in said.cover if p.meaning in (Mark.ELSEWHERE, Mark.COMMANDED)]
    idle = [x for x in said.spans_meaning(*idle_meanings(plan)) if x.text not in served]
    doubted = [x for x in doubtful(said, unused, scoped=scoped) if x.text not in served]
    doubted += miscounted_of_these(said, plan, book) if found.follows else miscounted(said, plan, book)
    far, describes = described_for(said, plan)
    understood = Understanding(
        text=text,
        topic=topic,
        plan=plan,
        choices=choices_of(said, offered),
        spans=spans_of(whole, served, (*idle_meanings(plan), *((Except,) if found.vain else ()))),
        names=tuple(m for mention in whole.mentions for m in mention.matches),
        marks=said.marks(),
        unused=tuple(said.typed(x) for x in (*unused, *idle, *elsewhere, *found.vain)),
        doubtful=tuple(said.typed(said.with_noun(x)) for x in (*doubted, *vain)),
        vain=tuple(said.typed(x) for x in found.vain),
        unknown=tuple(
            said.typed(said.with_noun(x)) for x in (*found.missing, *unnamed(said, plan, book), *filter(names_something, unused))
        ),
        qualified=frozenset(q.kind for q in said.meanings(QualifierSaid)),
        untold=tuple(said.typed(said.words(p.start, p.end)) for p in said.cover if p.meaning is Mark.UNTOLD),
        spending=said.typed_mark(Mark.SPENDING),
        follows=found.follows,
        far=far,
        describes=describes,
        terms=tuple(dict.fromkeys(horizons(whole))),
        cuts=cuts(whole),
        apart=asked_apart(whole),
    )
    shares = share_of_a_sum(whole, plan, before.asked) if before and not found.follows else []
    before_it = previous if found.follows else None
    idle_spans = (*_unfollowed(whole, understood), *_scopes_of_nothing(said, plan))
    return replace(
        understood,
        unfollowed=tuple(whole.typed(whole.words(p.start, p.end)) for p in idle_spans),
        uncombined=tuple(whole.typed(whole.words(p.start, p.end)) for p in (*uncombined(whole, plan, before_it), *shares)),
    )


def _kinds(book: Book, before: Before | None) -> Callable[[Utterance], Iterator[Proposal]]:
    """What is proposed beside what the words say alone: kinds of units; and where no project is spoken of, what 年度 and 中期 mean."""
    spoken_of = before is not None and bool(before.shown.projects)
    return lambda said: chain(book.kinds.propose(said), () if spoken_of else propose_horizons(said))


def _offered_beside(said: Parse, before: Before) -> int:
    """How many choices there are, where “第二呢” may be one of them: behind a ranking of units it is a place of it, and “第二个” a unit."""
    return 0 if before.ranks_units and "个" not in said.said.text else before.offered


def _unfollowed(said: Parse, question: Understanding) -> list[Proposal]:
    """The words that leave something out, where nobody can follow them: of a judgement, of 执行, of what is ranked."""
    plan = question.plan
    elsewhere = question.asks_execution or bool({Field.QUALITY, Field.ORIGINAL} & set(plan.fields))
    lacking = Field.UNIT in plan.fields and any(one.projects for one in plan.without) and bool(_HOLDS_NOT.search(question.text))
    if (plan.net_of and not question.asks_net) or (plan.without and (elsewhere or lacking)):
        return [p for p in said.cover if isinstance(p.meaning, Except)]
    return []


def _scopes_of_nothing(said: Parse, plan: Plan) -> list[Proposal]:
    """“含下属” and “本级” where no unit is spoken of."""
    return [] if plan.units or plan.whole else [p for p in said.cover if p.meaning in (Mark.BRANCH, Mark.ALONE)]


def _both(text: str, said: Parse, book: Book, find: FindIndicators, before: Before | None, today: date) -> Understanding | None:
    """Two questions in one breath, the second of which goes on from the first."""
    cut = second_question(said)
    if cut is None:
        return None
    first = understand(text[:cut], book, find, before, today)
    second = understand(text[cut:], book, find, Before(first.plan, first.plan), today)
    if first.topic is not Topic.TARGETS or not second.follows:
        return None
    shifted = tuple(replace(s, start=s.start + cut, end=s.end + cut) for s in second.spans)
    return replace(first, text=text, spans=(*first.spans, *shifted), beside=second)


def idle_meanings(plan: Plan) -> tuple[type, ...]:
    """What was read and yet serves nothing: a qualifier; an amount that is named beside something else."""
    limits = plan.amounts if plan.net_of else (*plan.amounts, *plan.checked)
    named = () if any(f.op is Comparator.EQUAL for f in limits) else (AmountNamed,)
    return (QualifierSaid, EachSaid, *named, *(() if limits else (AmountChecked,)))


def _topic(said: Parse, previous: Plan | None, book: Book, figures: Quantifying) -> Topic:
    """The topic; words that only stand in the name of an indicator are about targets too."""
    topic = topic_of(said, previous)
    words = [x.text for x in said.leftovers if x.tokens > 1]
    if {Mark.ELSEWHERE, Mark.COMMANDED} & said.marks():
        return topic
    if topic is Topic.OUTSIDE and (book.listed_in(said.text) or figures(said, previous)):
        return Topic.TARGETS
    far, describes = described(said)
    if topic is Topic.OUTSIDE and describes and book.far(far):
        return Topic.TARGETS
    if topic is Topic.OUTSIDE and any(
        book.indicators_with(word) or book.indicators_like(word) or book.resembles(word) for word in words
    ):
        return Topic.TARGETS
    return topic
