"""Words that name nothing and yet stand in goals, indicators or other lines: the reply says where, and no amount."""

from collections.abc import Callable, Collection, Iterator, Sequence

from msgspec.structs import replace

from bot.answer import Answer, Choice, Desk, Kind
from bot.described.in_pieces import in_pieces
from bot.described.missing_words import only_whole
from bot.described.standing import NAME, Standing, standing_in
from bot.language.deeds import only_deeds
from bot.language.joints import LISTED
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.language.unanswerable import Unanswerable
from bot.question import Understanding
from bot.reading.leftovers import TURNING
from bot.reading.roles import Role
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.facts import only
from bot.replying.narrowed import MOST_READ, found_by
from store.plan import Aggregate, Field, IndicatorFilter, Newest, Plan, TextFilter
from store.targets import TargetView
from store.text import fold, words

_SHOWN = 3  # projects
_MOST = 10  # projects: a word that stands in more of them tells none from the others
_LONGEST = 12  # characters of a run that pieces are looked for in
_VERBS = "买购修建发给做搞的和与种办把请"
_PIECE = 3  # characters: less of a run is rather a word of the question
_HALF = 0.5
_NOUNS = words("经费 资金 款 项目 预算 预算资金 项目资金 费 费用 补助 工作 建设 情况 东西 事情 地方")
_FIELDS = {Field.AMOUNT: "金额", Field.GOAL: "目标", Field.INDICATOR: "指标", Field.FUNDING: "资金构成"}
_LISTED = frozenset({Field.PROJECT, Field.UNIT})


def mentioned(question: Understanding, desk: Desk) -> Answer | None:
    """Where the words stand that name nothing; None where none of them stands anywhere, or too many projects have them."""
    said = _unexplained(question)
    if not said or Unanswerable.EXCEPTION in question.qualified:
        return None
    said = [_widened(word, question, desk.standing) for word in said]
    found = {word: pieces(word, desk.standing, whole_only=desk.book.resembles(word)) for word in said}
    texts = tuple(TextFilter(text=piece) for word in said for piece in found[word])
    absent = [word for word in said if not found[word]]
    if not texts or (absent and all(len(text.text) < _PIECE for text in texts)):
        return _piecewise(said, question, desk)  # beside words that stand nowhere a short one is rather a word of the question
    plan = _plan(question.plan, texts)
    if desk.count(plan) > MOST_READ:
        return None
    views = desk.matching(plan, money_only=True)
    if not views and len(texts) > 1:
        return _apart(texts, absent, question, desk)
    if not views:
        return _in_other_years(plan, desk)
    limits = _limits(question)
    if _asks_which(question) and limits:
        return Answer(
            Kind.CLARIFY, (f"没法按{phrases.listed([phrases.quoted(limit) for limit in limits])}筛选项目：请按表里的原文问。",)
        )
    if _asks_which(question) and not absent and not _turned(question, said):
        return found_by(plan.model_copy(update={"fields": (Field.PROJECT,)}), desk)
    return _told(views, texts, [*absent, *(rest for word in said for rest in _unheld(word, found[word]))], question, desk)


def _unheld(run: str, found: Sequence[str]) -> list[str]:
    """What the pieces that were found leave of a run, where it may be a name: 敬老院 of 敬老院|持证率."""
    left = fold(run) if found else ""
    for piece in found:
        left = left.replace(piece, " ")
    return [rest for rest in left.split() if len(rest) >= _PIECE and not rest.endswith(_NOUNS) and not _ASKED.search(rest)]


_ASKED = Pattern("多少|几|什么|哪")


def _unexplained(question: Understanding) -> list[str]:
    """The words in doubt, but for those that only limit the question: “上半年” is nothing that is looked for."""
    limits = _limits(question)
    listed = (word for run in (*question.unknown, *question.doubtful) for word in LISTED.split(run))
    return [word for word in dict.fromkeys(listed) if len(fold(word)) > 1 and not any(limit in word for limit in limits)]


def _limits(question: Understanding) -> list[str]:
    """“上半年”, “6月”: what only limits the question."""
    said = (
        question.text[s.start : s.end].strip() for s in question.spans if s.rule == "qualifiers" and s.role is not Role.FILLER
    )
    return [limit for limit in dict.fromkeys(said) if limit]


def _widened(word: str, question: Understanding, standing: Callable[[Sequence[str]], Collection[str]]) -> str:
    """The word with a character beside it that was taken for a filler, if it stands so: 上 in “上渡村多少钱”."""
    start = question.text.find(word)
    if start < 0:
        return word
    end = start + len(word)
    fillers = [s for s in question.spans if s.role is Role.FILLER and s.end - s.start == 1]
    left, right = any(s.end == start for s in fillers), any(s.start == end for s in fillers)
    wider = [question.text[start - i : end + j] for i in range(left + 1) for j in range(right + 1) if i or j]
    known = standing([one for one in wider if not LISTED.search(one)]) if wider else ()
    return max((one for one in wider if one in known), key=len, default=word)


def _turned(question: Understanding, said: Sequence[str]) -> bool:
    """Whether a word that nothing explains may turn the question round: “不”, “没”."""
    return any(set(word) & TURNING for word in (*question.doubtful, *question.unused) if word not in said)


def pieces(run: str, standing: Callable[[Sequence[str]], Collection[str]], *, whole_only: bool = False) -> tuple[str, ...]:
    """The run itself if it stands anywhere, else the longest pieces of it that do: “买路锥压路机” → 路锥, 压路机.

    A piece stands only where each three characters of it do: so two readings of all words are enough, however long the run is.
    """
    run = fold(run)[:_LONGEST]
    bare = run.lstrip(_VERBS)
    least = {run[start : start + _PIECE] for start in range(len(run) - _PIECE + 1)}
    known = set(standing([run, bare] if whole_only else [run, bare, *sorted(least)]))
    whole = next((one for one in (run, bare) if one in known and len(one) > 1), None)
    if whole is not None or whole_only:
        return (whole,) if whole else ()
    longer = [part for part in _parts(run) if len(part) > _PIECE and all(three in known for three in _threes(part))]
    known |= set(standing(longer)) if longer else set()
    found = tuple(_pieces(run, known, standing))
    return found if _with_months(run, found) and sum(map(len, found)) >= _HALF * len(run) else ()


def _with_months(run: str, found: Sequence[str]) -> bool:
    """Whether no month is cut off (底前完成 of “6月底前完成” stands beside any other), nor one sought that ends another: 1月 of 11月."""
    months = [match[0] for match in _MONTH.finditer(run)]
    return all(month not in ("1月", "2月") and any(month in piece for piece in found) for month in months)


_MONTH = Pattern(r"\d{1,2}月")


def _parts(run: str) -> list[str]:
    """All of a run's pieces of at least three characters, the longest first."""
    lengths = range(len(run), _PIECE - 1, -1)
    ends = [(start, start + length) for length in lengths for start in range(len(run) - length + 1)]
    return [run[start:end] for start, end in ends if not (_in_a_number(run, start) or _in_a_number(run, end))]


def _in_a_number(run: str, place: int) -> bool:
    """Whether a cut there would part the digits of a number: 13|0公里."""
    return 0 < place < len(run) and run[place - 1] in _DIGITS and run[place] in _DIGITS


_DIGITS = frozenset("0123456789.,")


def _threes(part: str) -> Iterator[str]:
    return (part[start : start + _PIECE] for start in range(len(part) - _PIECE + 1))


def _pieces(run: str, known: Collection[str], standing: Callable[[Sequence[str]], Collection[str]]) -> Iterator[str]:
    part = next((one for one in _parts(run) if one in known and not (one.endswith(_NOUNS) or one.isdigit())), None)
    if part is None:
        return
    before, _, after = run.partition(part)
    for rest in (before.lstrip(_VERBS), part, after.lstrip(_VERBS)):
        if rest == part:
            if not (before and not after and only_deeds(part)):  # “水库除险加固” is no “抢险加固”
                yield part
        elif len(rest) > _PIECE:
            yield from _pieces(rest, known, standing)
        elif len(rest) > 1 and rest not in _NOUNS and standing([rest]):
            yield rest


def _plan(plan: Plan, texts: Sequence[TextFilter]) -> Plan:
    """The question's scope with the texts, every project in its newest year where the question names none."""
    update = {"texts": tuple(texts), "indicators": IndicatorFilter(), "percents": (), "order": None, "aggregate": None}
    newest = None if plan.years else Newest.EACH
    return plan.model_copy(update={**update, "compare": False, "change": None, "newest": newest, "count_of": None})


def _in_other_years(plan: Plan, desk: Desk) -> Answer | None:
    """The words stand in what is asked about, but of other years than those that are named: these are offered."""
    others = desk.matching(plan.model_copy(update={"years": (), "newest": None}), money_only=True) if plan.years else []
    if not others:
        return None
    years = sorted({view.target.year for view in others}, reverse=True)[:_SHOWN]
    said = phrases.listed([phrases.quoted(text.text) for text in plan.texts])
    offered = plan.model_copy(update={"newest": None})
    choices = tuple(
        Choice(f"看{year}年", offered.model_copy(update={"fields": (Field.PROJECT,), "years": (year,)})) for year in years
    )
    lines = [f"没有：{phrases.years(plan.years)}的文件里没有写{said}。", f"{phrases.years(years)}有："]
    return Answer(Kind.NOT_FOUND, (*lines, *phrases.choose([c.label for c in choices])), choices=choices)


def _piecewise(said: Sequence[str], question: Understanding, desk: Desk) -> Answer | None:
    """The projects that have all of the words, piece by piece, where these are asked for: “哪个项目是换板补缝的”."""
    if not _asks_which(question) or _turned(question, said) or not all(_with_months(word, [word]) for word in said):
        return None
    plan = _plan(question.plan, [TextFilter(text=word) for word in said]).model_copy(update={"fields": (Field.PROJECT,)})
    apart = in_pieces(plan, desk)
    return found_by(apart, desk) if apart and desk.matching(apart, money_only=True) else None


def _asks_which(question: Understanding) -> bool:
    plan = question.plan
    listed = Field.PROJECT in plan.fields or {Mark.PROJECTS, Mark.WHICH} <= question.marks
    if listed and set(plan.fields) <= {*_LISTED, Field.AMOUNT} and "多少" not in question.text:
        plan = plan.model_copy(update={"fields": (Field.PROJECT,)})  # “用养护资金的项目有哪些” asks for no amount
    shaped = plan.order or plan.compare or plan.percents or plan.projects or plan.aggregate not in (None, Aggregate.COUNT)
    return bool(plan.fields) and set(plan.fields) <= _LISTED and not shaped


def _apart(texts: Sequence[TextFilter], absent: Sequence[str], question: Understanding, desk: Desk) -> Answer | None:
    """No project has all of the words: the first that some have is told, and that the others stand elsewhere."""
    for number, text in enumerate(texts):
        views = desk.matching(_plan(question.plan, [text]), money_only=True)
        told = _told(views, [text], absent, question, desk) if views else None
        if told is not None:
            others = phrases.listed([phrases.quoted(one.text) for place, one in enumerate(texts) if place != number])
            return replace(told, lines=(*told.lines, f"{others}不在同一个项目里，请分开问。"))
    return None


def _told(
    views: Sequence[TargetView], texts: Sequence[TextFilter], absent: Sequence[str], question: Understanding, desk: Desk
) -> Answer | None:
    if len(views) > _MOST:
        return None
    plan = _plan(question.plan, texts)
    full = [view for view in desk.matching(plan) if view.position in {v.position for v in views}]
    rows = [(view, standing_in(view, texts)) for view in full]
    shown = rows[:_SHOWN]
    said = phrases.listed([phrases.quoted(text.text) for text in texts])
    asks = Field.AMOUNT in question.plan.fields
    first = f"没有按{said}列的金额。" if asks else f"{said}不是项目或单位的名称。"
    if all(any(line.said == NAME for line in lines) for _, lines in shown):
        first = f"没有正好叫{said}的项目。"
    lines = [first, *(_only_there(view, lines, alone=len(rows) == 1) for view, lines in shown)]
    if len(rows) > len(shown):
        lines.append(f"共 {len(rows)} 个项目写有。")
    if lacking := only_whole(absent):
        lines.append(f"没有找到{phrases.listed([phrases.quoted(w) for w in lacking])}：这里的名称、目标、指标里都没有。")
    offered = _plan(question.plan, ()).model_copy(update={"fields": question.plan.fields or (Field.AMOUNT,)})
    choices = tuple(Choice(facts.whose(view), only(offered, view)) for view, _ in shown)
    lines += _offer([c.label for c in choices], question.plan)
    stated = [line.fact for _, found in shown for line in _without_money(found)]
    return Answer(Kind.CLARIFY, tuple(lines), tuple(stated), cite(stated), choices)


def _offer(labels: Sequence[str], plan: Plan) -> list[str]:
    what = _FIELDS.get(plan.fields[0], "") if len(plan.fields) == 1 else ""
    if len(labels) == 1:
        return [f"要看这个项目{'的' + what if what else ''}，回 1。"]
    return [f"要看项目{'的' + what if what else ''}，回数字：", *phrases.choose(labels)]


def _without_money(lines: Sequence[Standing]) -> list[Standing]:
    """Beside a question back no amount is stated, be it one of an indicator."""
    kept = [line for line in lines if "元" not in line.said]
    return kept or list(lines[:1])


def _only_there(view: TargetView, lines: Sequence[Standing], *, alone: bool) -> str:
    said = [line.said for line in _without_money(lines)]
    only_in = "只" if alone else "也"
    if all(line.fact.field == "indicator" for line in lines) and len(said) == len(lines):
        count = "两" if len(lines) == 2 else f" {len(lines)} "
        bare = "，".join(line.bare for line in lines)
        return f"它{only_in}出现在{facts.whose(view)}的{count}条指标里：{bare}。"
    where = f"：{'，'.join(said)}" if said != [NAME] and "元" not in "".join(said) else "的名称里" if said == [NAME] else ""
    return f"它{only_in}出现在{facts.whose(view)}{where or '里'}。"
