"""Where a question tells what a project does, rather than its name: “灭蚊子老鼠|那个项目”, “修两座木桥|的钱”, “治白蚁|的是哪个项目”."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from bot.language.deeds import KNOWN_DEEDS
from bot.language.joints import SENTENCE_END
from bot.language.patterns import Pattern


class Frame(StrEnum):
    """What the question makes of what is described."""

    THAT = "that"  # 那个项目: it stands for the project's name
    MONEY = "money"  # 的钱: for what is done with it
    ASKED = "asked"  # 多少钱 right behind what is done
    WHICH = "which"  # 是哪个项目, 叫什么: its name is asked for
    WHOSE = "whose"  # 是哪个单位的


class Described(Struct, frozen=True):
    """The words [start, end) of a normalised question, the question around them less what frames them, and the frame."""

    start: int
    end: int
    before: str
    after: str
    frame: Frame

    def with_name(self, name: str) -> str:
        """The question with the name in the place of what is described; what is asked is said where only the name was.

        The name has to begin with the years and units that are said among the words.
        """
        asks = {Frame.WHICH: "预算安排多少", Frame.WHOSE: "是哪个单位的"}.get(self.frame, "")
        rest = self.after.strip(_SIGNS)
        return f"{self.before}{name}{self.after if rest or not asks else asks}"


# “小区改造里|电梯多少钱”: behind a project's name, a part of it
INSIDE = Pattern(r"(?:项目|工程)?(?:里面?|里头|里边|当中|其中|之中|中间?|内)(?:的|那些|那个)*")
_SIGNS = " ?!。,，、；;:：啊呀呢吗嘛吧"
_NOUN = r"(?:项目|工程|活动|补助|补贴|事情?|业务|工作|平台|系统|比赛|赛事|演出|培训|培训班|班|服务|计划|专项)"
_MONEY = r"(?:专项)?(?:经费|资金|预算|支出|费用|款项?|钱|开支|花费)"
_ONE = r"(?:一)?(?:个|项|笔|块|种|类|份|摊|档|件|样)(?:子)?"
_UNIT = r"(?:单位|部门|学校|中学|小学|幼儿园|医院|卫生院|乡镇|镇|街道|乡|局|委办局|科室|地方|机构)"
_DOES = r"(?:的|管的?|负责的?|做的?|搞的?|实施的?|办的?|买的?|弄的?|修的?|建的?|出的?|牵头的?|承担的?|在做|在管|在搞|在弄|来做)?"
_WHAT = r"(?:啥子?|什么|甚么|么子|么|嘛)"
_HOW_MUCH = (
    r"(?:(?:今年|去年|前年|一共|总共|合计|到底|究竟|大概|预算|经费|需要|计划|准备|打算|可以|安排|投入|一年|每年|一个月|每个?月|领|"
    r"[要得花用给批拨投补发有是能该了]))*(?:(?:多少|好多|几多)(?:钱|经费|资金|预算|补助|补贴|津贴|万元?|块钱?|元|$|[?。,，])|(?:好多|几)(?:块?钱|万元?))"
)
_LINE = r"(?:的?(?:那|这)?(?:一)?(?:条|个|项)?(?:指标|目标))?"
_FRAMES = (
    (
        Frame.WHICH,
        rf"的?(?:那个|这个)?(?:项目|工程|名字|名称)?(?:是)?(?:叫|叫做|名叫)(?:个|做|作)?{_WHAT}(?:名字|名称|名堂|名儿?|项目)?(?:来着)?",
    ),
    (
        Frame.WHICH,
        _LINE
        + rf"(?:的{_MONEY})?的?(?:是|都|算)?(?:(?:是|属于|算是?|归|写在|列在|放在|出自|在)(?:哪|那|啥|什么)|哪|啥|什么)(?:一)?(?:个|项|些|几个|几项|笔)?项目(?:里头?|里面|中)?"
        + _DOES,
    ),
    (Frame.WHICH, _LINE + r"的?是(?:哪|那)(?:一)?(?:个|项|笔)(?=$|[?。,，])"),
    (
        Frame.WHICH,
        r"[,，]?(?:到底|究竟)?(?:是|用|走|花|动|从|在|算|归|列)*的?(?:是)?(?:哪|什么)(?:一)?(?:笔|个|项|块)(?:专项)?(?:经费|资金|钱|预算|专款|款)(?:里面?)?(?:出|列支|开支|支|付|解决|花)?的?",
    ),
    (Frame.WHOSE, rf"的?(?:那个|这个)?(?:项目)?(?:是|归|由|属于|在)(?:哪|那)(?:一)?(?:个|家|所|些|几个|几家)?{_UNIT}{_DOES}"),
    (Frame.WHOSE, rf"的?(?:那个|这个)?(?:项目)?(?:是|归|由)(?:谁|哪家|哪个|哪里|哪儿)(?:家)?{_DOES}(?=$|[?。,，])"),
    (Frame.THAT, rf"的?(?:那|这){_ONE}{_NOUN}"),
    (Frame.MONEY, rf"的?(?:那|这){_ONE}?{_MONEY}"),
    (Frame.THAT, rf"的?(?:那|这){_ONE}"),
    (Frame.THAT, r"的?(?:那|这)一?[台辆套艘](?:新|旧|老|大|小|的)*(?:机器|设备|仪器|车子?|船|家伙)"),  # “做胃镜|那台新机器”
    (Frame.THAT, rf"的{_NOUN}"),
    (Frame.MONEY, rf"的{_MONEY}"),
    (Frame.THAT, r"的(?=[,，][^,，。?]{0,14}(?:多少|几多|好多|预算|金额|经费|人数|目标|指标))"),  # “河堤上除草的，|今年多少钱”
)
_AFTER = tuple((frame, Pattern(pattern)) for frame, pattern in _FRAMES)
_ASKED = Pattern(_HOW_MUCH)
_LEAD = r"(?:(?:专门|主要|用来|拿来|打算|准备|可以|负责|涉及|提到|说到|写了|写的|里头?|里面|中|[是要会得在能管搞做干弄有说写])(?:的是|了)?)*"
_BEFORE = (
    (Frame.WHICH, Pattern(rf"(?:哪|啥|什么)(?:一)?(?:个|项|些|几个|几项|笔)?项目{_LEAD}")),
    (Frame.WHICH, Pattern(r"哪一?个是(?P<what>[^,，。?]{2,20}?)的(?:[呢啊呀]*[?？。]*$)")),
    (Frame.WHICH, Pattern(r"(?:有没有|有无|有)(?P<what>[^,，。?]{2,30}?)的(?:项目|工程)")),
    (Frame.WHOSE, Pattern(rf"哪(?:一)?(?:个|家|所|些){_UNIT}{_LEAD}|谁(?:在|来)?{_LEAD}")),
)
_END = Pattern(r"(?:的(?:项目|工程)?|了)*(?:[吗么呢啊呀吧]|来着|没有?|不)*[?。!]*$")
_ENDING = Pattern(r"的[呢吗啊呀?。]*$")
_LEADING = Pattern(
    r"(?:(?:请问|请教|想?问一?下|问问|我想(?:问|知道|了解|查)(?:一?下)?|帮(?:我|忙)?(?:查|看|找)(?:一?下|看|找)?|麻烦(?:您|你)?|"
    r"查(?:一?下|查)?|看(?:一?下|看)?|说(?:一?下|说)?|你好|您好|就是|还有|另外|那么|咱们?|我们|对了|话说|嗯+|哦+|呃+|诶|哎|上次|之前|"
    r"那个啥|那啥|那个|这个|那)[,，、\s]*|[,，、\s]+)+"
)
_DEED = frozenset(KNOWN_DEEDS) | {
    "照看",
    "照料",
    "给",
    "帮",
    "把",
    "治",
    "灭",
    "杀",
    "防",
    "请",
    "替",
    "为",
    "让",
    "教",
    "赶",
    "捡",
    "捞",
    "剪",
    "送",
    "贴",
    "刷",
    "印",
}
_LEAST, _MOST = 2, 40  # characters of a description


def described_in(text: str) -> Iterator[Described]:
    """The ways in which the question may tell what something is, the likeliest first; none where it does not."""
    seen: set[tuple[int, int]] = set()
    for ways in (_framed_after, _framed_before, _deeds):
        for one in ways(text):
            words = text[one.start : one.end]
            if _LEAST <= len(words) <= _MOST and not SENTENCE_END.search(words) and (one.start, one.end) not in seen:
                seen.add((one.start, one.end))
                yield one
                yield from _last_clause(text, one)


def _last_clause(text: str, whole: Described) -> Iterator[Described]:
    """What stands behind a comma alone, as what is before it may be told beside it: “下雨天没地方躲，|公交站搭棚子|那个项目”."""
    start = max(text.rfind(sign, whole.start, whole.end) for sign in ",，") + 1
    if start and whole.end - start >= _LEAST:
        yield Described(start, whole.end, text[:start], whole.after, whole.frame)


def _framed_after(text: str) -> Iterator[Described]:
    """“治白蚁|的是哪个项目”: the first frame that has words before it."""
    start = _begin(text)
    found = (
        (m.start(), number, frame, m) for number, (frame, pattern) in enumerate(_AFTER) for m in pattern.finditer(text, start + 1)
    )
    for _place, _number, frame, match in sorted(found, key=lambda one: one[:2]):
        if match.start() - start >= _LEAST:
            yield Described(start, match.start(), text[:start], text[match.end() :], frame)


def _framed_before(text: str) -> Iterator[Described]:
    """“哪个项目要|用无人机打药”, “有没有|给老人送饭|的项目”."""
    end = _END.search(text)
    for frame, pattern in _BEFORE:
        match = pattern.search(text)
        if match is None:
            continue
        told = "what" in match.groupdict()
        first, last = match.span("what") if told else (match.end(), end.start() if end else len(text))
        if last - first >= _LEAST:
            yield Described(first, last, text[: match.start()], text[match.end() :] if told else "", frame)


def _deeds(text: str) -> Iterator[Described]:
    """“给老人坐公交|安排了多少钱”: words that begin with what is done."""
    start = _begin(text)
    asked = _ASKED.search(text, start)
    if asked and any(text.startswith(deed, start) for deed in _DEED):
        yield Described(start, asked.start(), text[:start], text[asked.start() :], Frame.ASKED)
    last = _ENDING.search(text, start)
    if last and any(text.startswith(deed, start) for deed in _DEED):
        yield Described(start, last.start(), text[:start], "", Frame.THAT)


def _begin(text: str) -> int:
    """Where the words begin behind what only leads to them."""
    match = _LEADING.match(text)
    return match.end() if match and match.end() < len(text) - _LEAST else 0
