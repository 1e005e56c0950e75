"""From a question to a plan: what is asked of which targets, in the order in which it is found out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from bot.book import Book
from bot.described.far_words import described, described_for
from bot.following.adding_on import added_in_vain
from bot.following.after_moves import of_all_that_moved, of_which_it_moved
from bot.following.between_two import what_one_has_more
from bot.following.earlier import of_those_spoken_of, spoken_of
from bot.following.line_spoken_of import as_its_line
from bot.following.listed_places import as_listed
from bot.following.next_places import as_next_places, as_place
from bot.following.rescoped import A_UNIT, all_that_it_has, gone_on_from, of_its_rank
from bot.following.spoken_parts import of_the_system
from bot.following.the_rest import spoken_of_rest
from bot.following.words_beside import words_beside
from bot.language.meanings import AmountChecked, AmountNamed, EachSaid, Except, Mark, MeasureSaid, NounSaid, Proposal, Utterance
from bot.language.patterns import Pattern
from bot.language.unanswerable import QualifierSaid
from bot.lines.indicating import FindIndicators, nouns_in_vain, unserved_nouns
from bot.lines.quantified import Quantified, Quantifying
from bot.lines.weighing import Weighed
from bot.planning.accounted import unaccounted
from bot.planning.beside_shares import share_of_a_place, share_of_a_sum, share_of_everything
from bot.planning.counting import miscounted, miscounted_of_these
from bot.planning.names_held import names_unheld
from bot.planning.places import as_whether_first
from bot.planning.planned import Planned, planned, planned_of_the_rest
from bot.planning.terms_said import horizons
from bot.planning.uncombined import uncombined
from bot.question import LONGEST, Before, Understanding
from bot.reading.apart import asked_apart
from bot.reading.codes_said import with_codes_named
from bot.reading.counted_people import people_counted, people_given
from bot.reading.hearing import heard
from bot.reading.leftovers import doubtful, names_something, numbers_a_phase, of_a_unit_named, torn
from bot.reading.natures import with_natures, with_sources
from bot.reading.own_names import among_own
from bot.reading.parse import Leftover, Mention, Parse
from bot.reading.parsing import Spoken, parse, spoken
from bot.reading.roles import Role, Span, spans_of
from bot.reading.several import asked_of_the_first, cuts, second_question
from bot.scoping.listed_units import with_units_of_a_list
from bot.scoping.parts_of_unit_names import of_one_of_them, with_all_of_its_name, with_the_unit_below, with_the_unit_of_one
from bot.scoping.phases_said import with_phases_asked, with_phases_together
from bot.scoping.speakers import unnamed
from bot.topics import Topic, choices_of, topic_of
from store.names import Names
from store.plan import Aggregate, Comparator, Field, GroupBy, Plan
from store.text import Normal, fold, normalize

_HOLDS_NOT = Pattern("不含|不包")  # “哪些单位不含工作经费” asks who has none


def understand(text: str, book: Book, find_indicators: FindIndicators, before: Before | None, today: date) -> Understanding:
    """What the question asks, with every span's role; a follow-up replaces parts of what was asked before."""
    if len(text) > LONGEST:
        return Understanding(text, Topic.TOO_LONG, Plan(), (Span(0, len(text), Role.UNUSED, "too_long"),))
    turn = _Turn(text, book, find_indicators, before, today)
    said = turn.read()
    return turn.both(said) or turn.one(said)


class _Turn(Struct, frozen=True, dict=True):
    """One question in a chat: what was spoken of before it, the names of the store, and where its indicators are found."""

    text: str
    book: Book
    find_indicators: FindIndicators
    before: Before | None
    today: date

    @cached_property
    def figures(self) -> Quantifying:
        return Quantifying(self.book, self.find_indicators)

    def read(self) -> Parse:
        """The words, read again where a unit's own names, what was misheard, or what was spoken of before says more of them."""
        before, book = self.before, self.book
        said = people_counted(self._parsed(book.names))
        if self.figures(said, before.shown if before else None) is None:
            said = people_counted(among_own(said, book, self._parsed))
            said = with_phases_asked(heard(said, lambda normal: self._parsed(book.names, normal)))
        spoken_of = before.shown if before else Plan()
        said = with_all_of_its_name(with_natures(said, book, spoken_of), book)
        said = with_the_unit_below(people_given(with_sources(said, book.sources, spoken_of)), book)
        said = with_units_of_a_list(said, book)
        said = as_whether_first(with_the_unit_of_one(said, book), book)
        if before is None:
            return said
        said = with_phases_together(all_that_it_has(said), before.shown, book)
        said = of_the_system(said, (*before.earlier, before.shown, before.asked))
        said = of_one_of_them(said, before.shown, book)
        said = spoken_of_rest(said, before.asked, before.shown, more=before.more)
        said = as_place(said, before.asked, before.shown, _offered_beside(said, before))
        said = as_next_places(said, before.asked, before.shown, more=before.more)
        ranked = before.ranks_units or before.chosen_of_ranked
        return as_listed(said, before.asked, before.shown, before.offered, of_units=before.lists_units, ranked=ranked)

    @cached_property
    def _spoken(self) -> Spoken:
        """The words as they were typed, for each reading of them."""
        shown = self.before.shown if self.before else Plan()
        after_a_unit = bool(shown.units) and not (shown.amounts or shown.checked or shown.unit_limits or shown.projects)
        text = with_codes_named(normalize(self.text), self.book, after_a_unit=after_a_unit)
        return spoken(text, self.today, self._kinds)

    def _parsed(self, names: Names, heard_as: Normal | None = None) -> Parse:
        words = spoken(heard_as, self.today, self._kinds) if heard_as else self._spoken
        return parse(self.text, names, words)

    def _kinds(self, said: Utterance) -> Iterator[Proposal]:
        return words_beside(said, self.before, self.book)

    def both(self, said: Parse) -> Understanding | None:
        """Two questions in one breath, the second of which goes on from the first."""
        cut = second_question(said)
        if cut is None:
            return None
        first = understand(self.text[:cut], self.book, self.find_indicators, self.before, self.today)
        second = understand(self.text[cut:], self.book, self.find_indicators, Before(first.plan, first.plan), self.today)
        if first.topic is not Topic.TARGETS or not second.follows:
            return None
        shifted = tuple(replace(s, start=s.start + cut, end=s.end + cut) for s in second.spans)
        return replace(first, text=self.text, spans=(*first.spans, *shifted), beside=second)

    def one(self, said: Parse) -> Understanding:
        """One question, about targets or about something else."""
        before = self.before
        previous = gone_on_from(said, before.asked, before.shown, self.book) if before else None
        said = as_its_line(said, previous, self.find_indicators)
        topic = _topic(said, previous, self.book, self.figures)
        kin = self.figures.kin(said, previous) if topic is Topic.OUTSIDE else None
        choices = choices_of(said, before.offered if before else 0)
        if topic is not Topic.TARGETS and not kin:
            spans = spans_of(said, (), idle_meanings(Plan()))
            near = self._nearest(said, previous) if topic is Topic.OUTSIDE else ()
            return Understanding(self.text, topic, Plan(), spans, choices=choices, marks=said.marks(), nearest=near)
        if previous is not None and before is not None:
            said = of_those_spoken_of(said, before.earlier, before.shown)
            previous = spoken_of(said, previous, before.shown, before.earlier, self.book)
            previous = of_its_rank(said, previous, before.ranked)
            previous = of_all_that_moved(said, previous, before.asked, before.ranked)
        found = self._planned(said, previous, kin)
        near = self._nearest(said, previous)
        understood = replace(
            _of_targets(self.text, said, found, self.book, before.offered if before else 0), choices=choices, nearest=near
        )
        return self._with_what_nobody_can_do(understood, found, said, previous)

    def _nearest(self, said: Parse, previous: Plan | None) -> tuple[Weighed, ...]:
        """The lines that may be offered, where no line is the answer and nothing else is asked for."""
        if {Mark.ELSEWHERE, Mark.COMMANDED} & said.marks() or self.figures(said, previous):
            return ()
        return self.figures.nearest(said, previous)

    def _planned(self, said: Parse, previous: Plan | None, kin: Quantified | None) -> Planned:
        before, book, find = self.before, self.book, self.find_indicators
        whole = of_which_it_moved(before.asked, before.ranked) if before else None
        rest = planned_of_the_rest(said, book, find, whole, before.shown, self.today) if before and whole else None
        more = what_one_has_more(said, before.earlier[-1], before.shown, book) if before and before.earlier else None
        if more is not None:
            return Planned(*more, (), follows=True, missing=())
        return rest or planned(said, book, find, previous, self.today, kin or self.figures(said, previous))

    def _with_what_nobody_can_do(
        self, question: Understanding, found: Planned, said: Parse, previous: Plan | None
    ) -> Understanding:
        """With the words that were understood and yet cannot be followed, or not beside the rest."""
        whole, plan = found.whole or said, question.plan
        shares = share_of_a_sum(whole, plan, self.before.asked) if self.before and not found.follows else []
        if self.before:
            shares += share_of_a_place(whole, plan, self.before.asked) + share_of_everything(whole, plan, self.before.asked)
        uncombinable = (*uncombined(whole, plan, previous if found.follows else None), *shares, *asked_of_the_first(whole))
        strange = [] if found.missing else names_unheld(found.said, plan, self.book)  # what is missing is said already
        strange += added_in_vain(whole, plan, previous)
        unheld: tuple[Proposal | Mention, ...] = (*uncombinable, *unaccounted(found.said, plan), *strange)
        unfollowed = (*_unfollowed(whole, question), *_scopes_of_nothing(found.said, plan))
        return replace(question, unfollowed=_typed(whole, unfollowed), uncombined=_typed(whole, dict.fromkeys(unheld)))


def _of_targets(text: str, said: Parse, found: Planned, book: Book, listed: int) -> Understanding:
    """What was planned, and what each word did for it; so many were `listed` before."""
    plan, served, whole, said = found.plan, found.served, found.whole or said, found.said
    told = [x for x in said.leftovers if of_a_unit_named(said, x) or _of_its_unit(x, plan, book)]
    unused = [x for x in said.leftovers if x.text not in served and x not in told]
    idle = [x for x in said.spans_meaning(*idle_meanings(plan)) if x.text not in served]
    unknown = (
        *found.missing,
        *unnamed(said, plan, book),
        *(x for x in unused if names_something(x) or (plan.projects and numbers_a_phase(x))),
        *(torn(said, unused) if plan.projects else ()),
    )
    far, describes = described_for(said, plan)
    return Understanding(
        text=text,
        topic=Topic.TARGETS,
        plan=plan,
        spans=spans_of(whole, served, (*idle_meanings(plan), *((Except,) if found.vain else ()))),
        names=tuple(m for mention in whole.mentions for m in mention.matches),
        marks=said.marks(),
        unused=(
            *map(said.typed, (*unused, *idle)),
            *_typed(said, (p for p in said.cover if p.meaning in (Mark.ELSEWHERE, Mark.COMMANDED))),
            *map(said.typed, found.vain),
        ),
        doubtful=tuple(said.typed(said.with_noun(x)) for x in _doubted(said, found, unused, book, listed)),
        vain=tuple(map(said.typed, found.vain)),
        unknown=tuple(said.typed(said.with_noun(x)) for x in unknown),
        qualified=frozenset(q.kind for q in said.meanings(QualifierSaid)),
        untold=_typed(said, (p for p in said.cover if p.meaning is Mark.UNTOLD)),
        spending=said.typed_mark(Mark.SPENDING),
        follows=found.follows,
        far=far,
        describes=describes,
        terms=tuple(dict.fromkeys(horizons(whole))),
        cuts=cuts(whole),
        apart=asked_apart(whole),
    )


def _doubted(said: Parse, found: Planned, unused: Sequence[Leftover], book: Book, listed: int) -> Iterator[Leftover]:
    """Words that may limit what is asked for, and did not."""
    plan = found.plan
    scoped = bool(plan.projects or plan.units or plan.attributes)
    yield from (x for x in doubtful(said, unused, scoped=scoped) if x.text not in found.served)
    if plan.projects and plan.aggregate is Aggregate.COUNT and plan.count_of is Field.UNIT:
        yield from unused  # “首批多少家”: what is counted is not who has it
    yield from miscounted_of_these(said, plan, book, listed) if found.follows else miscounted(said, plan, book)
    yield from said.spans_meaning(NounSaid, MeasureSaid) if nouns_in_vain(plan, said) else ()
    yield from unserved_nouns(plan, said, found.served)


def _of_its_unit(word: Leftover, plan: Plan, book: Book) -> bool:
    """Whether the word stands in the name of every unit that has the projects that are named: 社区 of “社区的免费体检”, at 甲街社区服务中心."""
    units = {fold(unit) for _, unit in book.pairs(plan.projects, plan.units)} if plan.projects and word.tokens > 1 else set()
    return bool(units) and all(word.text in unit for unit in units)


def _typed(said: Parse, spans: Iterable[Proposal | Mention]) -> tuple[str, ...]:
    return tuple(said.typed(said.words(p.start, p.end)) for p in spans)


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
    """“含下属” and “本级” where no unit is spoken of, and “这个局” where nothing is."""
    followed = plan.units or plan.whole or plan.by is GroupBy.DEPARTMENT
    ranked = plan.order is not None and Field.UNIT in (*plan.fields, plan.count_of)  # units are ranked by what each has itself
    levels = [] if followed else [p for p in said.cover if p.meaning is Mark.BRANCH or (p.meaning is Mark.ALONE and not ranked)]
    of_nothing = not (followed or plan.projects or plan.order)
    limited = plan.amounts or plan.percents or plan.narrowed or plan.attributes or plan.aggregate or plan.change or plan.trend
    lists = plan.fields == (Field.PROJECT,) and not limited  # “它有哪些项目” after a ranking of three
    its = [p for p in said.cover if p.meaning is Mark.IT and (lists or A_UNIT.search(said.said.text[p.start : p.end]))]
    return [*levels, *(its if of_nothing else [])]


def idle_meanings(plan: Plan) -> tuple[type, ...]:
    """What was read and yet serves nothing: a qualifier; an amount that is named beside something else."""
    limits = (
        plan.amounts if plan.net_of else (*plan.amounts, *plan.checked, *(plan.move_limits.amounts if plan.move_limits else ()))
    )
    named = () if any(f.op is Comparator.EQUAL for f in limits) else (AmountNamed,)
    return (QualifierSaid, EachSaid, *named, *(() if limits else (AmountChecked,)))


def _topic(said: Parse, previous: Plan | None, book: Book, figures: Quantifying) -> Topic:
    """The topic; words that only stand in the name of an indicator are about targets too."""
    topic = topic_of(said, previous)
    words = [x.text for x in said.leftovers if x.tokens > 1]
    if {Mark.ELSEWHERE, Mark.COMMANDED} & said.marks():
        return topic
    if topic is Topic.OUTSIDE and (book.listed_in(said.text) or figures(said, previous) or figures.stands(said)):
        return Topic.TARGETS
    far, describes = described(said)
    if topic is Topic.OUTSIDE and describes and book.far(far):
        return Topic.TARGETS
    if topic is Topic.OUTSIDE and any(
        book.indicators_with(word) or book.indicators_like(word) or book.resembles(word) or book.shares_words(word)
        for word in words
    ):
        return Topic.TARGETS
    return topic
