"""Two lines of the indicator table side by side: “路灯维修和信号灯修复哪个快”, “甲合格率和乙完好率哪个高”."""

from collections.abc import Callable
from decimal import Decimal

from bot.answer import Answer, Fact, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import phrases
from bot.replying.citing import cite
from store.text import fold, normalized

_NOUN = r"[^\W\d]{0,4}?(?:时限|时间|标准|率|度|比例|单价|人数)"
_WHICH = Pattern(
    rf"(?P<one>[^,，。;；?？]{{2,24}}?)[,，]?(?:和|跟|与|同|还有|、)(?P<two>[^,，。;；?？]{{2,24}}?)(?:[,，]的?(?P<noun>{_NOUN}))?[,，]?(?:相比|比)?"
    rf"(?:哪一?[个边条项样]|谁|哪家)的?(?P<behind>{_NOUN})?(?:要求)?(?:更|要|比较)?(?P<how>[短长快慢高低多少大小])(?:一?些|一?点儿?)?[呢啊呀]?[?？]*"
)
_NUMBER = Pattern(r"(?P<sign>[≥≤=<>]?)(?P<number>\d+(?:\.\d+)?)(?P<unit>[^\d]*)")
_LEAST, _OF_TIME = "短快低少小", "短长快慢"


def beside_each_other(question: Understanding, ask: Callable[[str], tuple[Understanding, Answer]]) -> Answer | None:
    """Both lines, the one that is asked for first; None where not each side is one line, as money is none.

    `ask` reads other words by themselves, and answers them.
    """
    asked = _WHICH.fullmatch(normalized(question.text))
    if asked is None:
        return None
    noun, how = asked["noun"] or asked["behind"] or "", asked["how"]
    end = "要多久" if not noun and how in _OF_TIME else "多少"
    sides = [_line(f"{asked[side]}{noun}{end}", noun, ask) for side in ("one", "two")]
    if sides[0] is None or sides[1] is None or sides[0] == sides[1]:
        return None
    stated = [side for side in sides if side]
    numbers = [_number(side) for side in stated]
    alike = None not in numbers and numbers[0][1:] == numbers[1][1:]  # type: ignore[index]  # None is looked for before
    if alike and numbers[0] == numbers[1]:
        first = "两条一样："
    elif alike:
        if (numbers[0] < numbers[1]) != (how in _LEAST):  # type: ignore[operator]  # as above
            stated.reverse()
        first = f"更{how}的是第一条："
    else:
        first = "两条指标要求的不是一种数，没有比较："
    lines = (first, *(f"{place}. {_told(fact)}" for place, fact in enumerate(stated, 1)))
    return Answer(Kind.ANSWER, lines, tuple(stated), cite(stated))


def _line(text: str, noun: str, ask: Callable[[str], tuple[Understanding, Answer]]) -> Fact | None:
    """The one line that a side means."""
    question, answer = ask(text)
    lines = [fact for fact in answer.facts if fact.field == "indicator"]
    if answer.kind is not Kind.ANSWER or len(lines) != 1 or len(answer.facts) != 1 or not lines[0].value:
        return None
    return lines[0] if all(word in noun for word in question.unused) else None


def _number(fact: Fact) -> tuple[Decimal, str, str] | None:
    match = _NUMBER.fullmatch(fold(fact.value or ""))
    return (Decimal(match["number"]), match["unit"], match["sign"]) if match else None


def _told(fact: Fact) -> str:
    return f"{phrases.one_line(fact.value or '')}：{fact.unit}{phrases.project(fact.project or '')}{fact.year}年{phrases.printed(fact.name or '')}"
