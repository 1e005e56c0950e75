"""Where a question tells a thing by what it is not: “不装电梯的|小区改造”, “不是水务局的|那个”, “哪个小区改造|不装电梯”, “小区改造除了装电梯的”."""

from collections.abc import Iterator

from msgspec import Struct

from bot.language.beneficiaries import PEOPLE
from bot.language.patterns import Pattern
from store.text import words


class Negated(Struct, frozen=True):
    """The words [start, end) of a normalised question that say it, and what they deny, from `denies` on."""

    start: int
    denies: int
    end: int
    one: bool  # whether one thing is spoken of: 那个, 那笔

    def inside(self, start: int, end: int) -> bool:
        """Whether a span has something of these words."""
        return start < self.end and self.start < end


# What begins with such a character and denies nothing, or nothing that a description has.
_OTHER_WORDS = words(
    """
    不是100% 不是百分之 不动产 不良 不足 不到 不超 不满 不少 不低于 不高于 不大于 不小于 不多 不止 不同 不错 不对 不够 不知 不清楚 不明 不懂 不要钱 不花钱 不收钱 不让 不锈钢 不孕 不稳定
    不文明 不法 不合格 不达标 不便 不断 不限 不好 不行 不会 不得 不了 不用说 不一样 不论 不管 不仅 不光 不只 不过 不然 不可移动 不停 不急 不忙 不完 不起 不上 不下
    无人 无害 无障碍 无线 无偿 无证 无公害 无烟 无纸 无土 无主 无名 无籽 无疫 无固定 无业 无劳动 无废 无论 无关 无菌 无忧 无欠薪 无毒 无诈 无邪教 无房 无户
    未成年 未来 未保 未婚 未就业 未脱贫 未检 未知 未消除 未升学 非税 非遗 非物质 非机动车 非洲 非公 非常 非法 非编 非农 非全日制 非营利 非煤 非粮 非学历 非金属
    没人 没主 没爹 没妈 没娘 没爸 没儿 没女 没房 没水 没电 没地 没路 没收入 没劳 没依 没着落 没工作 没活 没学上 没成年 没用的 没牌 没证 没文化
    不能动 不能走 不能自理 不识字 不通 不亮 不会 不听话 不要的 不用的 不够 不爱 不方便 不安全 不卫生 不干净
    没收 没事 没关系 没问题 没想到 没听 没看 没说 没懂 没错 没用完 没花 没写 没填 没有填 没有写 没完成 没给 没钱 没有钱 没有了 没到 没超 没有超 别墅 别的 别人 别克 别称 别管 别看
    """
)
_BUT = r"(?<![消清解扣拆删免废排去铲破根剔刨])除(?:了|去|开|掉|却)?+(?![尘草雪冰湿虫臭险锈害霜]|四害|[^的]{0,6}[一二三四五六七八九十\d]期)"
_OPEN = rf"(?:并?不(?:是|算|属于|包括|包含|含|带|给|替|为)?|没有|没|未|无|非|别|{_BUT})"
_NO_QUESTION = r"(?<!是)(?<!有)(?<!要)(?<!能)(?<!会)(?<!好)(?<!对)(?<!行)(?<!算)(?<!含)(?<!多)(?<![特区级类性分个识辨])"
_NOT = rf"{_NO_QUESTION}(?!{'|'.join(sorted(_OTHER_WORDS, key=len, reverse=True))})(?P<open>{_OPEN})"
_DENIED = r"(?P<denied>[^\s,，。.?!;；:：的()（）]{1,12})"
# Who is so gets something: “没爹妈的孩子”, “不通车的村”.  Nothing is left out.
_WHO = rf"(?:{'|'.join(sorted(PEOPLE, key=len, reverse=True))}|人(?![工行民])|户|家庭|村(?![道级集委路])|地方)"
_ONE = r"(?P<one>(?:那|这)一?[个项笔块份件期批段条次])"
_BEFORE_A_THING = Pattern(rf"{_NOT}{_DENIED}的(?!{_WHO}){_ONE}?(?=.)")
_BEHIND_A_THING = Pattern(
    rf"(?:哪|那|啥|什么)一?(?:个|项|些|几个|笔)[^\s,，。.?!不没未无非别]{{0,10}}?(?P<open>不|没有|没|未){_DENIED}(?=[?。!]*$)"
)
_BUT_BEHIND_A_THING = Pattern(
    rf"(?<=\w)(?P<open>{_BUT}){_DENIED}的?{_ONE}?(?:项目|工程)?(?:以外|之外|外)?的?(?:呢|有哪些|还有哪些|有什么|多少钱?|是多少)*(?=[?。!]*$)"
)
_YEAR = Pattern(r"(?:\d{2,4}|今|去|前|明|上|本)年")  # which is left out or corrected as such
_OUTSIDE = Pattern(r"(?:那一?[个项期])?(?:以外|之外|外)$")
_ENDING = Pattern(r"(?:的|了|吗|么|呢|啊|呀)+$")


def negated_in(text: str) -> Iterator[Negated]:
    """Every place where the question says so, in its order."""
    for match in _BEFORE_A_THING.finditer(text):
        asks = text[match.start() - 1 : match.start()] == match["denied"][0]  # “安不安全”, “装没装”
        if not asks and not _YEAR.match(match["denied"]):
            yield Negated(match.start(), match.start("denied"), match.end("denied"), bool(match["one"]))
    for match in _BUT_BEHIND_A_THING.finditer(text):
        said = _OUTSIDE.sub("", match["denied"])
        yield Negated(match.start("open"), match.start("denied"), match.start("denied") + len(said), bool(match["one"]))
    for match in _BEHIND_A_THING.finditer(text):
        said = _ENDING.sub("", match["denied"])
        start = match.start("open")
        if not any(text.startswith(word, start) for word in _OTHER_WORDS) and len(said) > 1:
            yield Negated(start, match.start("denied"), match.start("denied") + len(said), one=False)
