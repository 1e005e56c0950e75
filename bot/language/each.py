"""Money for one of something: 一盏灯多少钱, 每公里造价多少, 人均多少, 一个月补多少, 多少钱一批; and what it is counted in."""

from collections.abc import Iterator

from msgspec import Struct

from bot.language.beneficiaries import PEOPLE
from bot.language.meanings import Asked, EachSaid, Proposal, Utterance
from bot.language.patterns import Pattern
from bot.language.quantities import UNITS
from store.plan import Field
from store.text import words

RULE = "each"
_NO_THINGS = frozenset(words("期 批 届 部 级 类 种 项 本 度 里 平 单 周 回 遍 趟 轮 笔 天"))  # 一期 is a phase
_BY_LENGTH = sorted({*UNITS, "个", "支", "队", "企业", "学生"}, key=lambda unit: (-len(unit), unit))
_ANY_UNIT = "|".join(_BY_LENGTH)
_UNIT = "|".join(unit for unit in _BY_LENGTH if unit not in _NO_THINGS)
_OTHER = (
    "性|项目|单位|部门|[镇乡局县区市]|街道|月|季|年|期|批|阶段|文件|表|指标|星期|学期|学年|工作日|小时|天|方面|地方|标段|科室|工程|"
    "资金|预算|经费"
)
UNIT_OF_ONE = rf"(?:{_UNIT})(?!{_OTHER})"
"""What one of something is counted in: none of phases and places."""
_NOUN = r"[^\W\d的多少几合摊折核划要花用给得发是补建贵差]{1,5}?"
_DEEDS = (
    r"(?:平均|大概|大约|一年|每年|一个月|每个?月|一学期|每学期|一天|每天|合|摊|折合|折|核|划|补贴|补助|补|投入|投资|投|要|花|用|给|得|发|下来|到|造价|成本|费用|单价|"
    r"标准|的|是|预算|拿|领取|领|能|可以|奖励|奖|资助|救助|扶助|建设|建|修|装|买|运维|维护|减免|减|免掉|免|交|缴|付|支付|收|扣|报销|报|享受|出|掏|分到|分|配|安排|准备|打算)*+"
)
_STOP = r"(?=$|[\s,，。.;；?？!！啊呀呢吗来跟和与及、一每]|[今去前上]年|[两三]年|20\d\d)"
_MUCH = r"(?:多少|几)(?:块|元|万)?(?:钱)?"
_COST = r"(?:平均)?(?:建设|处理|运维|维护)?(?:补助|补贴|投资|投入|造价|成本|费用|单价|价格|资助|奖励|奖补)(?:标准|单价|金额)?"
_RATE = r"(?P<rate{which}>(?:一|每)个?(?:年|月|学期|学年|季度|天|次))?"
_HOW = r"(?:的)?(?:呢|咋样|怎么样|怎么算)"
_ASKED = rf"(?:{_DEEDS}{_MUCH}|{_COST}|{_DEEDS}{_HOW}){_STOP}"
_FREE = (
    r"(?<![第哪这那另同上下前后末头首统唯加合有还剩差万千百十\d])(?<![在到它他们属位家校院所局站心级放个项块样者俩仨](?=一起))"
)
_TOGETHER = "起(?=[一共总合要得算有是的花]|多少|几|$)"  # “连它一起多少”
_LEAD = rf"(?:平均|均摊|分摊)?(?:到|下来)?{_FREE}"
_TIME = r"(?:每一?个?(?P<every>月|天|日|星期|周|季度|学期|学年|小时)|一个(?P<one>月|星期|季度|学期|小时)|一(?P<day>天|周|学期|学年))(?![份内以])"
_BEFORE = Pattern(
    rf"{_LEAD}(?:每一?|一|单(?!位))(?!{_TOGETHER})(?P<unit>{_UNIT})(?!{_OTHER})(?P<noun>{_NOUN})??{_RATE.format(which='')}{_ASKED}|"
    rf"{_LEAD}每(?!{_OTHER}|{_UNIT})(?P<bare>{_NOUN}){_RATE.format(which='2')}{_ASKED}|"
    rf"{_LEAD}{_TIME}{_ASKED}|"
    rf"均摊到每?一?个?(?P<to>{_UNIT}){_ASKED}|(?P<head>[人户亩生])均{_ASKED}"
)
# “检测多少钱一批”
_BEHIND = Pattern(
    rf"(?P<much>多少|几(?:块|元|万|毛))(?:块|元|万)?(?:钱)?(?:每一?|一)个?(?P<unit>{_ANY_UNIT})(?P<noun>[^\W\d的多少几是]{{1,4}}?)?{_STOP}"
)
_GETS = r"(?:给|补|发|领|拿|享受)(?:到手|到|我们?|他们?)?"
_OWN = Pattern(r"(?:我们?|咱们?|俺|他们?|她|人家)家|(?:我|咱|俺)(?:爸|妈|爷爷|奶奶|老伴|孩子|娃)")
# “我家是五保户，供养金一年给多少”: what that household gets
_OF_OWN = Pattern(rf"(?P<own>{_OWN.pattern})(?P<story>[^。;；?？!！]*?){_GETS}{_MUCH}{_STOP}")
_OF_ALL = Pattern("一共|总共|合计|总额|公家|政府|财政|预算|经费|项目|[省市县区旗乡镇村]里")
# “救助金一年能领多少”: who asks so gets it; of a household where that is said
_A_YEAR = Pattern(
    rf"(?:(?P<house>户|家庭)(?:的)?)?(?P<rate>(?:一年|每年)(?:下来|大概|大约|到底|能|可以|可|会)*+(?:领|拿|享受)(?:到手|到)?){_MUCH}(?:[^\W\d]{{0,6}}(?:补助|补贴|津贴|金))?{_STOP}"
)
_GROUPS = ("unit", "noun", "bare", "every", "one", "day", "to", "head", "rate", "rate2")


class Each(Struct, frozen=True):
    """The words [start, end) of a text that say of what one is meant (一盏灯), and its pieces; `stop`: behind what is asked of it."""

    start: int
    end: int
    stop: int
    unit: str  # what it is counted in, if that is said
    noun: str = ""
    time: bool = False
    rate: str = ""  # 一学期
    before: bool = True  # it stands before what is asked

    @property
    def word(self) -> str:
        """What there is one of."""
        return self.noun or self.unit


def each_in(text: str) -> Each | None:
    """The first place where the text asks so; None where it does not."""
    return next(_all_in(text), None)


def propose(said: Utterance) -> Iterator[Proposal]:
    """The words that say of what one is meant, without the noun: that may be a project's name, or tell a line."""
    for each in _all_in(said.text):
        last = each.end - len(each.rate)
        short = last - len(each.noun) if each.unit else last
        own = bool(_OWN.fullmatch(said.text, each.start, each.end))
        head = each.before and not own and (each.unit in _HEADS or each.noun in PEOPLE)  # `heads` says what that means
        for start, end in (() if head else ((each.start, short),)) + ((last, each.end),):
            if start < end:
                yield Proposal(start, end, RULE, EachSaid(), (end - start) * _VALUE)
        yield from _deeds(said.text, each)


def _deeds(text: str, each: Each) -> Iterator[Proposal]:
    """“一例减多少”: what is given so for one is money, and nothing is set beside it."""
    asked = _GIVEN_UP.search(text, each.end, each.stop) if each.before and not _BESIDE.search(text) else None
    if asked:
        yield Proposal(asked.start(), asked.end(), RULE, Asked(Field.AMOUNT), len(asked[0]) * _SURELY)


_GIVEN_UP = Pattern(rf"(?:减免?|免掉?){_MUCH}")
_BESIDE = Pattern("[比较]|(?:相|同)比|[今去前]年.*[今去前]年")
_HEADS = frozenset(words("人 户 名 位"))
_SURELY = 1.8  # more than 减多少, which sets two beside each other
_VALUE = 1.05  # hardly more than its characters: a name that begins so is longer


def _all_in(text: str) -> Iterator[Each]:
    for match in _BEFORE.finditer(text):
        said = {name: match[name] or "" for name in _GROUPS}
        time = said["every"] or said["one"] or said["day"]
        unit, noun = said["unit"] or time or said["to"] or said["head"], said["noun"] or said["bare"]
        end = max(match.end(name) for name in _GROUPS) + len("均" if said["head"] else "")
        yield Each(match.start(), end, match.end(), unit, noun, bool(time), said["rate"] or said["rate2"])
    for match in _OF_OWN.finditer(text):
        if not _OF_ALL.search(match["story"]):
            yield Each(match.start(), match.end("own"), match.end(), "户" if match["own"].endswith("家") else "人")
    for match in _A_YEAR.finditer(text):
        yield Each(*match.span("rate"), match.end(), "户" if match["house"] else "人", rate=match["rate"])
    for match in _BEHIND.finditer(text):
        start = match.start("unit") - len("一个" if text[match.start("unit") - 1] == "个" else "一")
        yield Each(
            start, max(match.end("unit"), match.end("noun")), match.end(), match["unit"], match["noun"] or "", before=False
        )
