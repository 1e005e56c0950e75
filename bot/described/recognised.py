"""What is said of projects that were told without their names: by which words each was found, and what is asked back."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from bot.answer import Answer, Choice, Desk, Fact, Kind
from bot.described.by_description import Found, Search, limits, looked_for, searched
from bot.described.missing_words import only_whole
from bot.described.standing import NAME, Standing, standing_in
from bot.language.descriptions import Frame
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.language.unanswerable import Unanswerable
from bot.question import Understanding
from bot.replying import phrases
from bot.replying.citing import cite
from bot.topics import Topic
from store.plan import Field, Newest, Plan, TextFilter
from store.targets import TargetView
from store.text import fold

_FEW, _MOST = 3, 5  # projects whose figures are told side by side; that are offered
_LINES = 2  # of a form, that are quoted
_LEAST_SAID = 3  # characters of the words that a form says, where it does not say all
_WORTH_A_LINE = 3  # characters that a second line adds
_MONEY = Pattern("钱|元|安排|经费|资金|预算|花费|补助|补贴|津贴|工资|报酬|拨款|投入")
_NAME_OF_MONEY = Pattern("(?:资金|经费)$")
_BUDGET = "预算安排"
_MONEY_ASKED = Pattern("多少钱|几多钱|多少万|多少经费|多少资金|多少预算")
_TOLD = (Field.AMOUNT, Field.FUNDING, Field.GOAL, Field.PROJECT)

Again = Callable[[str], Understanding]
"""Reads another question in the same conversation."""
Answering = Callable[[Understanding], Answer]


def tells(question: Understanding, answer: Answer) -> bool:
    """Whether the question may tell a project without its name: it has no answer, or one about all that there is by a line's name."""
    plan = question.plan
    if answer.kind is Kind.ANSWER:
        return bool(plan.indicators.names) and not (plan.projects or plan.units or plan.order or plan.percents)
    if answer.kind is Kind.NOT_FOUND and looked_for(question):
        return True  # “买骨密度仪在哪个项目里”: no form says it to the letter
    open_words = question.unknown or question.doubtful or question.unused or question.topic is Topic.OUTSIDE
    return bool(open_words or plan.indicators.names)


def recognised(question: Understanding, desk: Desk, again: Again, answering: Answering) -> Answer | None:
    """The answer about the project that the question tells without its name, which it says first.

    Instead of it a question back, where several projects or only a part of the words were found; None where nothing was.
    """
    if question.topic not in (Topic.TARGETS, Topic.OUTSIDE) or Mark.ELSEWHERE in question.marks or question.beside:
        return None
    if _is_told_by_none(question, desk):
        return None
    search = searched(question, desk)
    if search is None or (search.described.frame is Frame.ASKED and not (search.to_the_letter and _MONEY.search(question.text))):
        return None  # “修马路多少钱” may be meant as a name, “节约电费多少” as a line's
    if not search.whole:
        return _nearest(search, desk, again)
    if not all(one.sure for one in search.whole) or _calls_money(search):
        named = _named(search, search.whole[0], desk, again)
        if named is None:
            return None
        return _asked_back(f"没有项目叫{_words(search)}。意思相近的，回数字查看：", search.whole, named.plan)
    if len(search.whole) == 1:
        return _introduced(question, search, desk, again, answering)
    return _several(search, desk, again, answering)


def _is_told_by_none(question: Understanding, desk: Desk) -> bool:
    """“上级给卫健委的补助多少”, “省级预算安排”: a form that says 上级补助 tells no such part of its money, nor one that says but 省级."""
    plan = question.plan
    of_funder = Unanswerable.FUNDER in question.qualified
    other = bool(plan.units or plan.projects) or any(word.endswith(_BUDGET) for word in question.doubtful)
    return (of_funder and other) or bool({*plan.attributes} & desk.book.sources)


def _calls_money(search: Search) -> bool:
    """Whether the words are what some money is called (“就业补助资金”) rather than what is done, and no form has them in one piece."""
    whole = any(fold(search.words) in map(fold, found.told.literal) for found in search.whole)
    return _NAME_OF_MONEY.search(search.words) is not None and not whole


def _named(search: Search, found: Found, desk: Desk, again: Again) -> Understanding | None:
    """The question with the project's name; None where that is not what is understood then."""
    units = {unit for _project, unit in desk.book.pairs((found.project,), ())}
    question = again(search.described.with_name(search.scope + found.project))
    if len(units) > 1 and question.plan.units != (found.unit,):  # the words around it do not say whose it is
        question = again(search.described.with_name(f"{search.scope}{found.unit}{found.project}"))
    if {fold(p) for p in question.plan.projects} != {fold(found.project)} or question.topic is not Topic.TARGETS:
        return None
    update: dict[str, object] = {"projects": (found.project,), "units": (found.unit,), "called": ""}
    if not question.plan.years and found.holder.year not in desk.book.years_of((found.project,), (found.unit,))[-1:]:
        update |= {"years": (found.holder.year,), "newest": None}  # an older form says so, and the newest does not
    plan = question.plan.model_copy(update=update)
    return replace(question, plan=plan, names=())


def _introduced(asked: Understanding, search: Search, desk: Desk, again: Again, answering: Answering) -> Answer | None:
    found = search.whole[0]
    question = _named(search, found, desk, again)
    if question is None or _names_of_projects(asked) & {*question.unused}:
        return None  # what was a name of another project would be passed over
    answer = answering(question)
    if answer.kind not in (Kind.ANSWER, Kind.NOT_FOUND):
        return None
    if _MONEY_ASKED.search(search.described.after) and answer.kind is Kind.ANSWER and not any(fact.yuan for fact in answer.facts):
        return None  # a word that was left of the description told a line, and no money
    return introduced(answer, found, desk)


def introduced(answer: Answer, found: Found, desk: Desk) -> Answer:
    """The answer behind the words of the form by which its project was found."""
    line, stated = by_what(found, desk)
    shifted = tuple(replace(f, of=tuple(i + len(stated) for i in f.of)) for f in answer.facts)
    cited = tuple(dict.fromkeys((*answer.cited, *(c for c in cite(stated) if not any(c in known for known in answer.cited)))))
    return replace(answer, lines=(line, *answer.lines), facts=(*stated, *shifted), cited=cited)


def _names_of_projects(question: Understanding) -> set[str]:
    return {question.text[s.start : s.end] for s in question.spans if s.rule.startswith("names.project")}


def by_what(found: Found, desk: Desk) -> tuple[str, list[Fact]]:
    """“按目标“…”找到：青禾县水务局「河道清淤」。”, and the facts of the lines that it quotes."""
    view = _view(found, desk)
    lines = _lines(found, view) if view else []
    said = [line for line in lines if line.said != NAME]
    whose = f"{found.unit}{phrases.project(found.project)}"
    if view is None or not lines:
        return f"按您说的找到：{whose}。", []
    year = f"{found.holder.year}年" if len(desk.book.years_of((found.project,), (found.unit,))) > 1 else ""
    where = (
        "，".join(line.said for line in said)
        or f"名称里的{phrases.listed([phrases.quoted(t) for t in found.told.shown[:_LINES]])}"
    )
    return f"按{year}{where}找到：{whose}。", [line.fact for line in said or lines[:1]]


def _view(found: Found, desk: Desk) -> TargetView | None:
    holder = found.holder
    views = desk.run(Plan(projects=(holder.project,), units=(holder.unit,), years=(holder.year,)))
    return next((view for view in views if fold(view.target.unit) == fold(holder.unit)), None)


def _lines(found: Found, view: TargetView) -> list[Standing]:
    """The fewest lines that hold the most of what is said; none with money, as that is no answer."""
    holding: dict[str, tuple[Standing, set[str]]] = {}
    for text in found.told.shown:
        for line in standing_in(view, [TextFilter(text=text)]):
            if "元" not in line.said:
                holding.setdefault(line.said, (line, set()))[1].add(text)
    kept: list[Standing] = []
    lacking = set(found.told.shown)
    while holding and len(kept) < _LINES:
        said = max(holding, key=lambda one: (sum(map(len, holding[one][1] & lacking)), one.startswith("目标")))
        line, texts = holding.pop(said)
        if sum(map(len, texts & lacking)) < (_WORTH_A_LINE if kept else 1):
            break
        kept.append(line)
        lacking -= texts
    return kept


def _several(search: Search, desk: Desk, again: Again, answering: Answering) -> Answer | None:
    """A few projects that say all of the words: what is asked of each; of more, or of other fields, which one is meant."""
    named = _named(search, search.whole[0], desk, again)
    if named is None:
        return None
    pairs = tuple((one.project, one.unit) for one in search.whole)
    projects = tuple(dict.fromkeys(one.project for one in search.whole))
    units = tuple(dict.fromkeys(one.unit for one in search.whole))
    if len(pairs) > _FEW or len(named.plan.fields) != 1 or named.plan.fields[0] not in _TOLD:
        return _asked_back(f"{_words(search)}这样的项目有 {len(pairs)} 个，您说的是哪一个？回数字：", search.whole, named.plan)
    answer = answering(replace(named, plan=named.plan.model_copy(update={"projects": projects, "units": units, "among": pairs})))
    if answer.kind is not Kind.ANSWER:
        return None
    first = f"按{_words(search)}找到 {len(pairs)} 个项目，没法断定是哪一个，都列出："
    return replace(answer, lines=(first, *answer.lines))


def _nearest(search: Search, desk: Desk, again: Again) -> Answer | None:
    """What says most of the words: offered without figures, and the words that stand nowhere are named."""
    best = search.part[0]
    said, lacking = sum(map(len, best.told.said)), sum(map(len, best.told.missing))
    if (
        search.described.frame is Frame.ASKED
        or lacking * 2 > said
        or said < _LEAST_SAID
        or len(search.part) > _MOST
        or limits(best.told.missing)
    ):
        return None
    named = _named(search, best, desk, again)
    if named is None:
        return None
    whole = only_whole(best.told.missing)  # 池 of 污水池 is no word that could be missing
    missing = phrases.listed([phrases.quoted(word) for word in whole or [search.words]])
    stands = phrases.listed([phrases.quoted(word) for word in best.told.shown[:_LINES]])
    first = f"没有找到{missing}：写有{stands}的项目里没有这样写。"
    return _asked_back(f"{first}可能是，回数字查看：", search.part, named.plan)


def _asked_back(first: str, found: Sequence[Found], plan: Plan) -> Answer:
    shown = found[:_MOST]
    newest = {} if plan.years else {"newest": Newest.EACH}
    choices = tuple(
        Choice(
            f"{one.unit}{phrases.project(one.project)}",
            plan.model_copy(update={"projects": (one.project,), "units": (one.unit,), **newest}),
        )
        for one in shown
    )
    return Answer(Kind.CLARIFY, (first, *phrases.choose([c.label for c in choices])), choices=choices)


def _words(search: Search) -> str:
    return phrases.quoted(search.words)
