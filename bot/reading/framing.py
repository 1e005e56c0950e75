"""What surrounds a question: who asks, on what occasion, what the answer is wanted for (“王科长让我查一下…”, “审计调阅：…”, “…给我备着”).

Such words are cut off before the question is read.  They speak of persons, meetings, papers and hurry; nothing is cut that holds a stored
name, a number or a question, and no clause that may say what is asked about.
"""

from bot.language.office import SURNAMES, Said, is_word, reached, told
from bot.language.patterns import Pattern
from store.names import Names, NameType, tokenize
from store.text import normalize

_OPEN = r"(?:(?![几哪啥谁钱费款])[^\W\d])"
_ASKS = Pattern(
    r"[,，]?(?:(?<![慰学疑顾质责])问(?![题卷责诊政候答计罪世津需必量讯])|(?:咨询|打听)(?=\W|一?下)|(?<=来)(?:核实|核对|了解|查)(?:一?下)?|想先?(?:知道|了解)|要(?:看(?![护守望管])|听(?!证|力)|知道|了解)(?:一?下)?)"
    r"(?:[我咱](?:们)?(?![们县区市旗州乡镇局村校院站所单街这那家])|到|起|过|了|问|一?下|一句|个数|的是|说|来着)*+[\s,，。:：]*"
)
_SPEAKS_OF = Pattern(r"(?<=[要得想])(?:讲(?:一?下|到)?(?![解座课堂台话义师学评])|(?:汇报|介绍)(?:一?下)?)[\s,，。:：]*")
# “财务说路灯电费还是150万，是吗”: who says so, or where it is written, of a figure that follows
_CLAIMS = Pattern(
    r"(?:上|里|中)?面?(?:的)?(?:怎么|咋|明明|都|还|却)?(?:是)?(?:(?:说(?!明|唱)|写(?![字作生])|显示(?![屏器牌])|登(?![记山])|印(?![刷章制])|公布(?!栏)|公开(?![课栏招选])|讲(?![解座课师堂台义])|填(?![埋充]))(?:的|着|了)?|(?<=报上来)的?)(?:是|说)?[:：,，\s]*(?=[^\d。;；!！]*\d[\d.,]*(?:万|亿|元|[^\d.年月日号]|$))"
)
_WISHES = Pattern(r"我?想先(?:问|看|查|知道|了解|打听)(?:一?下|清楚|问|看|到)*")
_DO = r"(?:查|看|报|找|统计|核对|核|问|准备|整理|梳理|汇总|列|算|了解|摸|拉|提供)(?:一?下|清楚|查|看|问)*+"
_ME = r"(?:我们?|咱们?|俺们?)(?:这边|这儿|赶紧|赶快|尽快|马上|现在|再|先|来|去|帮忙?|给|替|他们?|她|领导)*+"
_TASKED = rf"(?:(?:让|叫|喊|派|安排|交代|通知|催|要){_ME}(?:{_DO}|(?=把))|(?:让|叫|要求|安排|通知){_DO})[\s,，。:：]*"
_TASK, _SOMEBODY_TASKED = Pattern(_TASKED), Pattern(rf"{_OPEN}{{1,4}}?{_TASKED}")
_FOR_OTHERS, _LOOKS = Pattern("[帮替代给]"), Pattern(r"(?:查|看|打听|要)(?:一?下|个数|一句|个)[\s,，。:：]*")
_SIGN = ":：,，。!！;；…\U0001f300-\U0001faff"
_CLOSES = Pattern(rf"[{_SIGN}\s]*(?:[{_SIGN}]|\s(?!多少|[几哪啥]))[{_SIGN}\s]*")
_PLEASE = Pattern("请|麻烦|帮")
_HAIL = Pattern(
    rf"(?:(?:[喂歪](?=[\s,，!！你小老帮请在])|[小老][{SURNAMES}](?=[\s,，你帮])|哎|诶|嗯|急(?=[急\s,，。!！])|你好|您好|大家好|在吗|在不在|有人吗|请问|请教一?下|打扰一?下|不好意思|\w{{0,2}}(?:老师|[局科股处所站院校镇乡县区市]长|主任|书记)好)[\s,，。!！?？~:：-]*)+"
)
# “写渔业这一段：海洋渔业系统…”: the heading of what is written, of which the question itself speaks
_SECTION = Pattern(r"(?:写|做|填|改)(?P<of>[^\W\d]{2,6}?)(?:这一?|那一?|的)?(?:段|块|部分|节|页|章)[:：,，]\s*")
_BEHIND = Pattern(
    r"(?:[,，\s]+(?:那个|这个)?(?:表|表格|文件|材料)(?:里|上|中)面?(?:有没有|有无|都|有)?(?:写|填|说|提|印|体现)(?:着|了|到|明)?(?:吗|么|没有?|不)?"
    r"|(?:给|帮)(?:我|我们)?(?:备着|备用|留着|备好|准备着|准备好)(?:吧|哈|啊)?)[\s。?？!！~]*$"
)
_LAST_CLAUSE = Pattern(r"[\s,，。;；](?=[^\s,，。;；]+[\s。!！~]*$)")
_BARE = Pattern(r"\W*\d[\d.,]*(?:万元?|亿元?|元)?\W*")
_HALF = 0.5  # of a name: as much as may mean it


def asked_alone(text: str, names: Names) -> tuple[int, int]:
    """Where the question itself stands in the text as typed; the whole of it where a stored name holds what may surround it.

    What only says who asks leaves nothing, or the greeting before it.
    """
    said = normalize(text)
    end = _end_of_question(said.text, names)
    hail = _HAIL.match(said.text)
    start = place = hail.end() if hail else 0
    while (stop := _end_of_frame(said.text, place, end)) > place and not _names_something(said.text[place:stop], names):
        start = place = stop
    if _BARE.fullmatch(said.text, start, end):  # “批复上写的26.5”: of the figure that was told, and no question by itself
        return 0, len(text)
    if start >= end and start:
        start, end = hail.span() if hail else (0, 0)
    return said.original(start, end)


def _end_of_question(text: str, names: Names) -> int:
    """Where the words begin that only say what the answer is for: “…，我好写进发言稿”."""
    behind = _BEHIND.search(text) or next(iter(_LAST_CLAUSE.finditer(text)), None)
    if behind is None or (behind.re.pattern == _LAST_CLAUSE.pattern and not _is_tail(text, behind.end())):
        return len(text)
    return len(text) if _names_something(text[behind.start() :], names) else behind.start()


def _is_tail(text: str, start: int) -> bool:
    end = len(text.rstrip(" 。!！~-"))
    said = reached(text, start, end).get(end, Said.NOTHING)
    return told(text, start, end, said) and not said & (Said.CHECKS | Said.OFFICE | Said.NEW)


def _end_of_frame(text: str, start: int, end: int) -> int:
    """Where the words end, from `start`, that say who asks, on what occasion or what for; `start`, where there are none."""
    found = reached(text, start, end)
    for place, said in sorted(found.items(), reverse=True):
        if asks := _asks(text, start, place, said):
            return asks
        closes = _CLOSES.match(text, place, end)
        if closes and (told(text, start, place, said) or (said & Said.WHO and _PLEASE.match(text, closes.end()))):
            return closes.end()
        if place == end and said & Said.NEW and said & Said.SELF:
            return end
    section = _SECTION.match(text, start)
    alone = section and section["of"] in text[section.end() :]
    other = section if alone else _WISHES.match(text, start) or _SOMEBODY_TASKED.match(text, start)
    return other.end() if other else start


def _asks(text: str, start: int, place: int, said: Said) -> int:
    """Where the words end that say that somebody asks, or that somebody is told to, behind who it is; 0 where they do not."""
    who = bool(said & (Said.WHO | Said.PUBLIC | Said.NEW))
    others = who and not said & Said.PUBLIC and _FOR_OTHERS.match(text, start)
    asking = (
        _ASKS if who else None,
        _TASK if place > start else None,
        _LOOKS if others else None,
        _SPEAKS_OF if said & (Said.WHO | Said.SELF | Said.WHEN) else None,
        _CLAIMS if said & (Said.WHO | Said.PAPER) else None,
    )
    return next((match.end() for pattern in asking if pattern and (match := pattern.match(text, place))), 0)


def _names_something(framing: str, names: Names) -> bool:
    """Whether a project or a unit may be meant by what is said, which is no mere word for who asks (审计, at an 审计局)."""
    named = (NameType.PROJECT, NameType.UNIT)
    tokens = tokenize(framing)
    meant = (match for match in names.propose(tokens) if match.type in named and match.share >= _HALF)
    return any(match.whole or match.type is NameType.PROJECT or not is_word(framing[match.start : match.end]) for match in meant)
