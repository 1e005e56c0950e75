"""A value is told as it is printed, and it is asked whose it is: “指标值写50年一遇的是哪个项目”, “表上只剩‘36次’了，是哪个项目的指标”."""

from bot.answer import Answer, Desk
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import phrases
from bot.unplanned.by_value import newest_lines, told_of
from store.model import Indicator
from store.text import fold

_TEXT = r"(?P<text>[^,，。;；?？!！:：]{2,24}?)"
_WRITES = r"(?:写|填|印|标|是|为|定|要求)(?:的|着|了|成|为|是)*"
_WHOSE = r"(?:是|在|属于|出自|对应)*(?:哪一?[个条家张项份些]|哪几[个条]|哪|什么|谁家?)(?:单位|项目|表|指标)?(?:里面?|上)?的?(?:单位|项目|指标|表|值)?(?:里|上)?的?"
_END = r"[啊呀呢吗来着\s?？。!！]*"
_WORDS = r"(?:(?:这|那)?[几两三四]个字)?"
_FRAMES = tuple(
    Pattern(pattern)
    for pattern in (
        rf"(?:那|请问|查一?下)?(?:指标|目标|绩效)?(?:的)?(?:值|数值|标准)(?:一?栏)?(?:里面?|上)?{_WRITES}{_TEXT}{_WORDS}的?{_WHOSE}{_END}",
        rf"(?:那|请问|查一?下)?哪一?[条个些]指标(?:的)?(?:值|标准)?(?:里面?|上)?{_WRITES}{_TEXT}{_WORDS}的?{_END}",
        rf"(?:这|那|表格?|纸|截图|图|复印件|材料|上|里|面|中|一|行|栏|条|处|后|最|现在|我|们)*(?:只|就|光|仅)(?:能|还)?(?:剩|看|认|有|写|印|露)(?:得|到|见|清|出|下|了|着)*(?:个|一个)?{_TEXT}{_WORDS}(?:了|能看清|看得清|看得见)*[,，]?(?:这|那|它)?{_WHOSE}{_END}",
        rf"(?:那|请问|查一?下)?{_TEXT}(?:这个|这个值|这个数)?{_WORDS}(?:是|对应|属于)(?:的)?哪一?[条个]指标(?:的)?(?:值)?{_END}",
    )
)
_YEAR = Pattern(r"^(?:20\d\d年度?|[今去前]年)的?")
_QUOTES = Pattern("[“”\"'‘’「」『』]")
_SIGN = "≤≥<>＜＞="


def by_printed_value(question: Understanding, desk: Desk) -> Answer | None:
    """The lines whose value it is, else those that hold it, each with its project; None where that is not asked, or none does."""
    asked = _YEAR.sub("", _QUOTES.sub("", question.text.strip()))
    found = next((match for frame in _FRAMES if (match := frame.fullmatch(asked))), None)
    literal = found is not None and (any(map(str.isdecimal, found["text"])) or _QUOTES.search(question.text) is not None)
    if found is None or not literal or question.plan.projects or question.plan.amounts or question.plan.checked:
        return None
    told = fold(found["text"])

    def is_value(line: Indicator) -> bool:
        return told in (fold(line.value), fold(line.value).lstrip(_SIGN))

    for fits in (is_value, lambda line: told in fold(line.value)):
        if lines := list(newest_lines([told], question, desk, fits)):
            return told_of(lines, phrases.quoted(found["text"]))
    return None
