"""How much there is of something in one day (“一天处理多少吨”), where the form prints it of a year: that is told, and nothing is divided."""

from collections.abc import Callable

from msgspec.structs import replace

from bot.answer import Answer, Kind
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.question import Understanding
from store.text import normalized

_TIME = r"(?:每一?|平均每一?|一|平均一)个?(?:小时|天|日|周|星期|月|季度|学期|班|趟|顿|餐|次|场|批)"
_RATE = Pattern(
    rf"(?:平均)?(?P<rate>{_TIME})(?:下来|能|要|得|可以|可|大概|大约|平均)*(?=[^，,。;；\d一二三四五六七八九十]{{0,8}}(?:多少|几)(?!钱|万元|元))"
)
_NOT_SO = "“{words}”多少，文件没有这样印，不做除法；印了的是："


# What says so of a line: 日处理量, 吨/天
_SAME_TIME = {
    "天": "天日",
    "日": "天日",
    "月": "月",
    "周": "周",
    "期": "周期",
    "时": "时",
    "度": "季",
    "班": "班",
    "趟": "趟",
    "顿": "顿餐",
    "餐": "顿餐",
    "场": "场",
    "批": "批",
}


def rated(question: Understanding, answer: Answer, again: Callable[[str], Answer]) -> Answer | None:
    """What is printed of it, where the question asks for a rate and was not answered; None for any other question."""
    text = normalized(question.text)
    if note := _of_each_event(text, answer):
        return note
    asked = _RATE.search(text)
    if asked is None or answer.kind is Kind.ANSWER or len(text) != len(question.text) or Mark.ELSEWHERE in question.marks:
        return None
    printed = again(question.text[: asked.start()] + question.text[asked.end() :])
    lines = [fact for fact in printed.facts if fact.field == "indicator"]
    if printed.kind is not Kind.ANSWER or not lines or any(fact not in lines and not fact.op for fact in printed.facts):
        return None
    if any(mark in f"{fact.name or ''}{fact.value or ''}" for fact in lines for mark in _SAME_TIME.get(asked["rate"][-1], "")):
        return printed  # “日处理量”, “吨/日”: it is printed so
    return replace(printed, lines=(_NOT_SO.format(words=asked["rate"]), *printed.lines))


# “每期多少人”, “每场多少人”
_EACH_EVENT = Pattern(
    r"(?P<each>每一?(?P<event>期|场|次|班|批|届|轮))(?:下来|要|得|能|有|培训|参加|来|大概|平均)*(?:多少|几)个?(?:人|名|位|人次)"
)


def _of_each_event(text: str, answer: Answer) -> Answer | None:
    """The numbers that were told for such a question, with a word that they are not of each; None where a form prints it so."""
    asked = _EACH_EVENT.search(text)
    lines = [fact for fact in answer.facts if fact.field == "indicator"]
    if asked is None or answer.kind is not Kind.ANSWER or not lines:
        return None
    if any(mark in f"{fact.name or ''}{fact.value or ''}" for fact in lines for mark in ("每", "均", "/", asked["event"])):
        return None
    return replace(answer, lines=(_NOT_SO.format(words=asked["each"]), *answer.lines))
