"""Questions for a figure of an indicator: 多少公里, 几个, 多长, 几月底, 几天, 一座多少钱, 节约多少资金; and 是20个吗, 是8座还是9座."""

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from enum import Enum
from functools import partial

from msgspec import Struct

from bot.language.patterns import Pattern
from store.numerals import CHARACTERS, NotNumber, parse_number
from store.text import words


class Kind(Enum):
    """What kind of a value is asked for."""

    COUNT = "count"  # 多少公里、几个
    EXTENT = "extent"  # 多长、多大面积
    DATE = "date"  # 几月、什么时候；几点 (of which the unit is 点)
    DURATION = "duration"  # 几天、多久
    PRICE = "price"  # 一座多少钱、每人多少
    MONEY = "money"  # 追回多少钱
    THING = "thing"  # 多少水、要拆多少
    NAMED = "named"  # “合格率多少”: of a line that is called so; a question of its own, it is none of these


class Frame(Struct, frozen=True):
    """The spans of a question that ask so; `unit` is what it is counted in; `told`: the values that it is held against; `how`: 深 of 多深."""

    kind: Kind
    spans: tuple[tuple[int, int], ...]
    unit: str = ""
    told: tuple[tuple[Decimal, str], ...] = ()
    how: str = ""

    @property
    def start(self) -> int:
        """Where the first of the spans begins."""
        return min(start for start, _end in self.spans)

    def covers(self, start: int, end: int) -> bool:
        """Whether a span lies in or over one of these spans."""
        return any(start < last and first < end for first, last in self.spans)


UNITS = words(
    """
    批次 人次 户次 车次 班次 天次 场次 台套 平方米 平方公里 立方米 平方 平米 立方 公里 千米 公顷 公斤 千克 毫升 千瓦 兆瓦 度电 张床 床位 课时 学时 小时
    工作日 人 户 名 位 台 套 辆 场 次 亩 份 张 间 座 处 里 米 吨 天 床 只 头 棵 株 盏 点 点位 册 期 村 所 部 件 起 副 根 方 支 艘 顶 幅 块 条 家
    卷 眼 口 羽 桶 瓶 盒 袋 箱 斤 克 升 匹 栋 幢 层 队 组 班 届 回 趟 遍 批 轮 宗 例 笔 单 项 本 篇 架 扇 对 双 枚 首 种 类 级 度 平 周 秒 席
    尾 坐席 网格 校 个 例次 车 刻 页 字 条次
    """
)
_NOT_BEHIND = {  # what makes another word of a unit
    "部": "门", "单": "位", "项": "目", "人": "均|口", "份": "额", "平": "均", "方": "面|案|法", "点": "钟", "度": "假", "块": "钱", "条": "件",
    "级": "别", "类": "型|别", "里": "面|头", "本": "级|单位", "位": "数|置", "家": "庭", "口": "径", "期": "限", "面": "积", "例": "如|行", "周": "期|边", "年": "度|份",
}  # fmt: skip


def not_a_word(unit: str) -> str:
    """The pattern of a unit where it begins no other word: 部 but not 部门."""
    return f"{unit}(?!{_NOT_BEHIND[unit]})" if unit in _NOT_BEHIND else unit


_UNIT = "|".join(not_a_word(unit) for unit in sorted(UNITS, key=lambda unit: (-len(unit), unit)))
_SCALE = "(?:十|百|千|万|十万|百万|千万|亿)?(?:来|多)?"
# “那几座” are those few, “那多少座” asks
_ASKED = r"(?:(?<![哪好前后第十上下])多少|(?<![这那哪好前后第十上下])几)"
_COUNT = Pattern(rf"{_ASKED}{_SCALE}(?:个(?!人)(?={_UNIT}))?(?P<unit>{_UNIT})(?:以上|以下|以内|之内|内)?")
# “公里数呢”
_NUMBER_OF = Pattern(
    r"(?P<unit>公里|千米|里程|平方米|平方|平米|立方米|立方|公顷|公斤|人次|场次|班次|床位|亩|米|吨|台套|台|辆|套|座|盏|头|株|棵|间|张|艘|只|册|天|户|处"
    r"|支|盒|瓶|袋|箱|桶|包|份|篇|件|根|幅|口|眼|羽|栋|幢|起|例|副|枚|场|趟|课时|学时|小时|千克|斤|升|顶|架|粒|片|扇|具|卷|车次|户次|例次)(?:数量?|(?<=[人户车班例]次))"
    r"(?:是|有|要|定|的|到底)*(?:多少|几|是多少)?(?=[啊呀呢嘛]*(?:\W|$))"
)
_EXTENT = {
    "多长": "米",
    "多远": "米",
    "多宽": "米",
    "多深": "米",
    "多高": "米",
    "多大面积": "亩",
    "面积多大": "亩",
    "多大": "亩",
    "多重": "吨",
    "多宽多长": "米",
}
_EXTENTS = Pattern(rf"{'|'.join(sorted(_EXTENT, key=len, reverse=True))}(?!时间|金额|比例|差距)")
_DATE = Pattern(
    r"(?:在|到|于|得|要)?(?:(?<![这那好上下])几月几[号日]|(?<![这那好上下])(?:几|哪个?)月份?(?!几)|(?<![这那好上下])几号|哪一?天|哪个月份?|什么时候|啥时候|什么时间|啥时间|何时|几时|什么日子|哪年哪月)"
    r"(?:[上中下]旬|月?底|月?初)?(?:之前|以前|前)?"
)
# “几点开门”
_CLOCK = Pattern(r"(?:在|到|于|得|要)?(?<![这那好上下差])几点钟?(?:之前|以前|前|半)?(?![位意建要多])")
# “9月底前能完工吗”: the day that the form prints answers it
_DAY = r"(?:20\d\d年)?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:[1-3]?\d[日号]?)?(?:份|底|初|中旬|上旬|下旬|末)*(?:之前|以前|前)?"
_DATE_TOLD = Pattern(
    rf"(?:(?P<asked>是不是|是否|能不能|会不会)|是|在|要|得|到)*(?:{_DAY}|(?:今年|明|本|当)?年[底末中](?:之前|以前|前)?|[上下]半年(?:之前|以前|前)?|汛期?(?:之前|以前|前))"
    r"(?=(?:能|可以|要|就|得|会|才)*\w{0,4}?(?P<true>吗|么|吧|不|嘛)?(?:[?？]|$))"
)
# “是五月还是六月办”
_EITHER_DATE = Pattern(
    rf"(?:到底|究竟|是|在|要|得|到|定)*{_DAY}(?:[完办开竣交建修验收]{{1,2}})?(?:呢|,|，|、)?还是(?:在|到|要|得)*{_DAY}"
)
_DURATION = Pattern(
    r"(?<![这那好上下第])(?:多少|几)个?(?P<unit>分钟|小时|钟头|天|日|工作日|星期|周|月(?=[内以之]|能|$)|秒|年(?!级|度|份|来|的?数据))(?:之内|以内|内)?(?!\w{0,6}一[次回趟遍])|(?:隔|要|得|用)?(?:多久|多长时间|多快)(?:之内|以内|内)?(?!\w{0,6}一[次回趟遍])"
)
# “多久清一次”, “几天监测一次”
_OFTEN = Pattern(
    r"(?P<time>(?:每?隔)?(?:多久|多长时间|(?:多少|几)个?(?:分钟|小时|天|日|星期|周|月|年)))(?:要|得|就|才|会)?\w{0,6}?(?P<once>一[次回趟遍])"
)
OFTEN = "频"
"""What a line is called that tells how often: 频次, 频率."""
_EACH = r"(?:每一?|一|单)(?:个|名|位)?(?P<each>平方米|平方公里|立方米|立方|社区|企业|副|艘|条|块|小区|路口|站点|点位|学期|学年|平方|平米|公里|千米|亩|米|台|套|辆|户|棵|株|座|吨|张|间|份|场|人|生|学生|老人|孩子|村|点|盏|头|羽|只|件|支|所|园|家|处|批次|批|次|卷|天|月|顶|块|栋|校|班|车|方|眼|口|学期|学年|本|册|页|孔|扇|根|桶|瓶|盒|袋|箱|组|对|幅|月份|季度|季|趟|回|斤|公斤|栋楼|床|床位|张床|班级)(?!年)"
_DIVIDED = (
    "(?:平均)?(?:下来)?(?:合|摊|折合|折|核算|核|划|均|投入|投资|要|得|花)?(?:到|下来)?"  # 每盏|合|多少: says nothing of its own
)
_HOW_MUCH = r"(?:多少(?:块钱|元钱|元|钱|块|万|补助|补贴|津贴)?|几(?:块钱?|个钱|元|[毛角分]钱?|百|千|万))"
_PRICE = Pattern(rf"{_EACH}(?P<divided>{_DIVIDED})(?P<between>[^,，。;；?？!！]{{0,14}}?)(?P<price>{_HOW_MUCH})(?!{_UNIT}|个)")
# “补多少钱一亩”
_PRICE_FOR = Pattern(rf"{_HOW_MUCH}{_EACH}(?=[啊呢呀吧嘛]*(?:\W|$))")
_HEAD = Pattern(
    rf"(?P<each>人均|户均|亩均|生均|均价|单价|单座|单盏|单份|单户)(?P<between>[^,，。;；?？!！]{{0,10}}?)(?P<price>{_HOW_MUCH})"
)
_MONEY = Pattern(r"多少(?:钱|元|万元?|(?=资金|收入|收益|税收?|产值|利润|效益|基金))")
# “1300亩大棚多少钱”: the number tells of which project the money is asked
_MEASURED = Pattern(rf"\d[\d.]*[万千百]?(?:{_UNIT})[^,，。;；?？!！]*$")
# “多少水”; and “要拆多少” behind a deed that is none of money
_THING = Pattern(
    r"(?<!哪)多少(?!(?:补[助贴]|津贴)(?!\w)|钱|万|元|资金|经费|预算|款|块|收入|收益|个?百分|成|倍|来着|金额|[的了啊呢吗呀])(?=\w)"
)
_DEED_BEFORE = Pattern(r"多少(?=[啊呢呀吧]?(?:\W|$))")

# “…，合格率要多少” beside another figure
_NAMED = Pattern(
    r"(?<=[率度比例数积准价])(?:要|得|应|是|为|有|能|到底|一共|要求|达到|控制在|不低于|不超过)*(?P<asked>多少|几)(?=[啊呢呀]?(?:\W|$))"
)
_A_YEAR = Pattern(
    r"(?P<each>[一每]年)(?:一?个?人|每个?人)?(?:能|要|可以|得|各)?(?:补|补贴|补助|发|领|奖|奖励|给|拿)(?:到)?(?P<price>多少(?:钱|元|补助|补贴|津贴)?)(?=[啊呢呀]?(?:\W|$))"
)

CLOCK = "点"
"""What a time of the day is asked in."""

# “最多几天”, “一台多少钱封顶”: which side of the value is asked; the sign that is printed tells it
AT_MOST = Pattern(
    r"(?:最[多高长大迟晚](?!的)|顶多|至多|不(?:能|得|可|许)?(?:超过|超|高于|大于)|控制在|控制|允许|封顶|上限|顶格|以内|之内)(?:是|为|能|可以|可)?"
)
AT_LEAST = Pattern(r"(?:最[少低](?!的)|至少|起码|不(?:能|得|可)?(?:少于|低于|小于)|下限|保底|以上)(?:是|为|要|得)?")
# “多深才算合格” asks for what is demanded, and says nothing of which line
DEMANDED = Pattern("才(?:算|叫|能|可以)?(?:是|得上)?(?:合格|达标|过关|及格|符合要求|合要求|合规|够|行)")

_NUMBER = rf"(?:\d+(?:\.\d+)?|[{CHARACTERS}]+(?:点[{CHARACTERS}]+)?)"
_VALUE = rf"(?P<number>{_NUMBER})(?P<scale>[万亿])?(?:个(?={_UNIT}))?(?P<unit>{_UNIT}|分钟|%|元|块钱?|天|日|年|个月)"
_OTHER = rf"(?P<number2>{_NUMBER})(?P<scale2>[万亿])?(?:个(?={_UNIT}))?(?P<unit2>{_UNIT}|分钟|%|元|块钱?|天|日|年|个月)"
_TRUE = r"(?:对吗|对吧|对不对|没错吧|是吧|是吗|吗|么|嘛|吧)"
_EITHER = Pattern(rf"(?:到底|究竟)?(?:是|要|有)?{_VALUE}(?:呢|,|，)?还是{_OTHER}")
_TRUE_IS = Pattern(rf"(?P<asked>是不是|是否|有没有|应该是|是)(?P<between>[^,，。;；?？!！\d]{{0,6}}?){_VALUE}(?P<true>{_TRUE})?")
_TOLD = Pattern(rf"(?:是|要|有)?{_VALUE}[,，\s]?{_TRUE}")
# “表上写1100人，材料打成1000了，哪个对”: what stands between says who wrote it
_WHICH_RIGHT = Pattern(
    rf"{_VALUE}[^\d。?？]{{0,12}}?(?:写|打|印|录|报|填|登|说|记|列|算|是|变)(?:成|作|为|的是|的|了|着)*\s*(?P<number2>{_NUMBER})(?P<scale2>[万亿])?(?P<unit2>{_UNIT}|分钟|%|天|日|年|个月)?"
    r"[^\d,，。?？]{0,4}[,，]?\s*(?:到底|究竟)?(?:是|以|该)?(?:哪一?个|哪边|哪份|谁)(?:才|的|为)?(?:是)?(?:对|准|正确|真)(?:的)?"
)


def frames(text: str, names: Sequence[tuple[int, int]] = (), units: Collection[str] = ()) -> list[Frame]:
    """The questions for a figure, in their order; none lies over another, nor begins in one of the `names`.

    `units`: what the lines that are spoken of are counted in, be it no common measure.
    """
    found: list[Frame] = []
    for finder in (
        _told,
        _prices,
        _durations,
        _dates,
        _counts,
        partial(_own_counts, units=units),
        _extents,
        _money,
        _named,
        _things,
    ):
        for one in finder(text):
            named = any(first <= one.start < last for first, last in names)
            if not named and not any(other.covers(*span) for other in found for span in one.spans):
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def _prices(text: str) -> Iterator[Frame]:
    for match in _PRICE_FOR.finditer(text):
        yield Frame(Kind.PRICE, (match.span(),), match["each"])
    for match in (*_PRICE.finditer(text), *_HEAD.finditer(text)):
        yield Frame(
            Kind.PRICE,
            (match.span("each") if match.re is _HEAD.compiled else (match.start(), match.end("divided")), match.span("price")),
            match["each"],
        )
    for match in _A_YEAR.finditer(text):
        yield Frame(Kind.PRICE, (match.span("each"), match.span("price")), "年")


def _named(text: str) -> Iterator[Frame]:
    for match in _NAMED.finditer(text):
        yield Frame(Kind.NAMED, (match.span("asked"),))


def _durations(text: str) -> Iterator[Frame]:
    for match in _OFTEN.finditer(text):
        yield Frame(Kind.DURATION, (match.span("time"), match.span("once")), how=OFTEN)
    for match in _DURATION.finditer(text):
        yield Frame(Kind.DURATION, (match.span(),), match["unit"] or "")


def _dates(text: str) -> Iterator[Frame]:
    for match in _DATE_TOLD.finditer(text):
        if match["asked"] or match["true"]:
            yield Frame(Kind.DATE, (match.span(),))
    for match in (*_EITHER_DATE.finditer(text), *_DATE.finditer(text)):
        yield Frame(Kind.DATE, (match.span(),))
    for match in _CLOCK.finditer(text):
        yield Frame(Kind.DATE, (match.span(),), CLOCK)


def _counts(text: str) -> Iterator[Frame]:
    for match in _COUNT.finditer(text):
        yield Frame(Kind.COUNT, (match.span(),), match["unit"])
    for match in _NUMBER_OF.finditer(text):
        yield Frame(Kind.COUNT, (match.span(),), "公里" if match["unit"] == "里程" else match["unit"])


_BARE = Pattern(r"(?:那|那么)?(?P<unit>[^\W\d]{1,3})(?:呢|呀|啊)[?？]*")


def _own_counts(text: str, *, units: Collection[str]) -> Iterator[Frame]:
    """“几孔” and “孔呢”, where lines are counted so."""
    if not units:
        return
    spelled = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    for match in re.finditer(rf"{_ASKED}{_SCALE}个?(?P<unit>{spelled})(?!\w)", text):
        yield Frame(Kind.COUNT, (match.span(),), match["unit"])
    if (alone := _BARE.fullmatch(text)) and alone["unit"] in {*units, *UNITS}:
        yield Frame(Kind.COUNT, (alone.span("unit"),), alone["unit"])


def _extents(text: str) -> Iterator[Frame]:
    for match in _EXTENTS.finditer(text):
        yield Frame(Kind.EXTENT, (match.span(),), _EXTENT[match[0]], how=match[0][1])


def _money(text: str) -> Iterator[Frame]:
    for match in _MONEY.finditer(text):
        if not _MEASURED.search(text[: match.start()]):
            yield Frame(Kind.MONEY, (match.span(),))


def _things(text: str) -> Iterator[Frame]:
    for match in (*_THING.finditer(text), *_DEED_BEFORE.finditer(text)):
        yield Frame(Kind.THING, (match.span(),))


def _told(text: str) -> Iterator[Frame]:
    """Values that a line is held against; the words between 是不是 and a value are left to say what of."""
    for match in _EITHER.finditer(text):
        values = [*_value(match, ""), *_value(match, "2")]
        if len(values) == 2:
            yield Frame(Kind.COUNT, (match.span(),), match["unit"], tuple(values))
    for match in _WHICH_RIGHT.finditer(text):
        values = [*_value(match, ""), *((number, unit or match["unit"]) for number, unit in _value(match, "2"))]
        if len(values) == 2:
            yield Frame(Kind.COUNT, (match.span(),), match["unit"], tuple(values))
    for match in _TRUE_IS.finditer(text):
        values = list(_value(match, ""))
        if values and (match["asked"] != "是" or match["true"]):
            yield Frame(
                Kind.COUNT,
                ((match.start(), match.start("between")), (match.end("between"), match.end())),
                match["unit"],
                tuple(values),
            )
    for match in _TOLD.finditer(text):
        values = list(_value(match, ""))
        if values:
            yield Frame(Kind.COUNT, (match.span(),), match["unit"], tuple(values))


def _value(match: re.Match[str], which: str) -> Iterator[tuple[Decimal, str]]:
    try:
        number = parse_number(match[f"number{which}"])
    except NotNumber:
        return
    yield number, f"{match[f'scale{which}'] or ''}{match[f'unit{which}'] or ''}"
