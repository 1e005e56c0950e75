"""Several figures in one message, each behind what has it: “核一下：甲28万，乙44万”, or a list of them that was pasted."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from bot.answer import Answer, Kind, joined
from bot.language.amounts import AMOUNT
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import phrases
from store.plan import Comparator
from store.text import normalized

_PART = Pattern(
    r"[\n;；。]+|(?<!^\d)(?<![\s:：;；。,，]\d)(?<![\s:：;；。,，]\d\d)、|[,，](?!\d{3}(?!\d))|\s+(?=\d{1,2}[.、．)）]\s*[^\W\d])"
)
_NUMBERED = Pattern(r"\s*(?:[(（]?\d{1,2}[.、．)）:：]|[①-⑳])\s*(?=[^\W\d]|20\d\d年)")
_FIGURE = Pattern(rf"{AMOUNT}(?P<asks>(?:对吗|对吧|对不对|对么|是吗|是吧|没错吧|吗|吧|么)?[?？!！\s]*)$")
_WORDS = Pattern(r"[^\W\d]")
_AMOUNT = Pattern(AMOUNT)
_HEAD = Pattern(r"(?P<of>[^:：\n]{1,24})[:：]\s*(?=\S)")
_CHECKS = Pattern(
    r"[^\d]*(?:核对|核实|核|对|查|看|确认)(?:一?[下遍查对看])*[^\d]{0,10}|(?:都|全|以上|这|几个?|[两三四五]个?|数字?|说得?)*(?:对吗|对不对|对吧|是吗|是不是|对么|准吗|准不准|没错吧|有没有错)[?？\s]*"
)
_YEAR = Pattern(r"\s*((?:20\d\d年度?|[今去前]年)(?:度|的|预算)*)[:：\s]*")
_OTHER = Pattern(
    "差|多少|一共|合计|总共|加起来|哪|谁|几[个家项]|比|占|还是|超|以[上下内]|[大小高低多少]于|不到|至少|之间|含|下属|所属|本级"
)
_SEVERAL = 2

Ask = Callable[[str], tuple[Understanding, Answer]]


class _Told(Struct, frozen=True):
    """A figure that is told, in the words that tell it; its answer, and whether the form says so too, if it has an answer."""

    text: str
    answer: Answer
    agrees: bool | None


def figures_listed(question: Understanding, ask: Ask) -> Answer | None:
    """Of each figure whether the form says so, those of no form named behind; None where not each part of the message tells one.

    `ask` reads other words by themselves, and answers them.
    """
    items = _items(normalized(question.text))
    if len(items) < _SEVERAL:
        return None
    told: list[_Told] = []
    for item in items:
        told.append(_held(item, told, ask))
    known = [one for one in told if one.agrees is not None]
    if len(known) < _SEVERAL:
        return None
    wrong = sum(not one.agrees for one in known)
    heading = f"核对 {len(known)} 个数，{'都与表一致' if not wrong else f'{len(known) - wrong} 个与表一致，{wrong} 个不一致'}："
    numbered = [f"{place}. {_first(one)}" for place, one in enumerate(known, 1)]
    beside = dict.fromkeys(line for one in known if not one.agrees for line in one.answer.lines if line != _first(one))
    left = [phrases.unanswered(one.text, _why(one.answer)) for one in told if one.agrees is None]
    answer = joined([one.answer for one in known])
    return replace(answer, lines=(heading, *numbered, *beside, *left), choices=())


def _first(one: _Told) -> str:
    """What is said of the figure: of a unit's two sums the one that it is."""
    return next((line for line in one.answer.lines if one.agrees and _AGREES.search(line)), one.answer.lines[0])


_AGREES = Pattern("，与[^：]*一致|^[^：]*四舍五入")


def _items(text: str) -> list[str]:
    """The parts that tell a figure, with what they are headed by; none where another part does more than ask whether these are right."""
    if _OTHER.search(text):
        return []
    items, above = list[str](), ""
    for part in filter(None, map(_bare, _PART.split(text))):
        head = _HEAD.match(part)
        rest = _bare(part[head.end() :]) if head else part
        own = _AMOUNT.fullmatch(rest) is not None  # “教育局：875.8万”
        if head and not own and not _CHECKS.fullmatch(head["of"]):
            above = head["of"]
        if head and own:
            items.append(f"{above}{head['of']}{rest}")
        elif (figure := _FIGURE.search(rest)) and _WORDS.search(rest[: figure.start()]):
            items.append(f"{above}{rest[: figure.start('asks')]}")
        elif _YEAR.fullmatch(part):
            above = part
        elif not _CHECKS.fullmatch(part.rstrip(":：")):
            return []
    return items


def _bare(part: str) -> str:
    """Without the number that it has in a list."""
    return _NUMBERED.sub("", part).strip() if _NUMBERED.match(part) else part.strip()


def _held(item: str, before: Sequence[_Told], ask: Ask) -> _Told:
    """The figure of one part; where more than one form may be meant, that of the unit which the part before it speaks of."""
    question, answer = ask(f"{item}对吗")
    units = [fact.unit for one in before[-1:] for fact in one.answer.facts[:1] if fact.unit]
    if units and not question.plan.units and not _is_one(question, answer):
        own = ask(f"{units[0]}{item}对吗")
        question, answer = own if _is_one(*own) else (question, answer)
    if not _is_one(question, answer):
        return _Told(item, answer, None)
    limit = question.plan.checked[0]
    return _Told(item, answer, any(limit.op.holds(yuan, limit.yuan) for yuan in _figures(question, answer)))


def _figures(question: Understanding, answer: Answer) -> list[Decimal]:
    """What the amount is held against: that of the one form, else the sums of the unit."""
    sums = [fact.yuan for fact in answer.facts if fact.yuan is not None and fact.op is not None]
    stated = [fact.yuan for fact in answer.facts if fact.yuan is not None and fact.op is None]
    return stated[:1] if question.plan.projects or not sums else sums


def _is_one(question: Understanding, answer: Answer) -> bool:
    """Whether one figure is held against one amount, and every word is understood."""
    plan = question.plan
    equal = len(plan.checked) == 1 and plan.checked[0].op is Comparator.EQUAL
    named = len(plan.projects) == 1 or (len(plan.units) == 1 and not plan.projects)
    told = equal and named and answer.kind is Kind.ANSWER and bool(_figures(question, answer))
    return told and not question.unused and not answer.choices


def _why(answer: Answer) -> str:
    return answer.lines[0] if answer.kind is Kind.NOT_FOUND and answer.lines[0].endswith("。") else ""
