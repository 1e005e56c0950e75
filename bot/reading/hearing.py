"""Words of questions that a phone misheard or that fingers slipped on: 今念 for 今年, 全现 for 全县, 二其 for 二期, jinnian, 2o26.

A reading by ear is taken only where nothing explains the words as they stand, no stored name holds them, and what stands
right beside them is understood: a word that is spelt so is never overruled.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from bot.language.meanings import Proposal, Utterance
from bot.language.measured_numbers import MEASURE
from bot.language.patterns import Pattern
from bot.reading.matching import free_tokens
from bot.reading.parse import Parse
from store.names import Kind, Match, Token, tokenize, ways_to_type
from store.names.readings import usual_readings
from store.names.tokens import EXACT, HOMOPHONE, TYPED, likeness
from store.numerals import DIGIT_CHARACTERS, NotNumber, parse_number
from store.text import Normal, words

_MOST_HEARD = 8  # words of one question
_MOST = 6  # readings that are tried for one question
_WHOLLY = 0.99  # of the words that say a name
_LONG = 3  # tokens: of so many two may be misheard
_WORDS = words(
    """
    今年 去年 前年 明年 后年 上年 本年 今年度 去年度 上年度 本年度 全年 每年 历年 哪年 哪一年 哪几年 几年 近三年 这三年 近两年
    这两年 前两年 两年 三年 年度 中期 多少 多少钱 几个 几家 几项 几笔 哪个 哪些 哪家 哪几个 有哪些 一共 总共 合计 总计 共计 总额
    加起来 平均 每个 分别 各是 各多少 预算 项目 目标 指标 单位 部门 满意度 满意度指标 数量指标 质量指标 时效指标 成本指标 绩效
    经费 资金 金额 拨款 财政拨款 结转 上年结转 其他资金 以上 以下 以内 之间 超过 不超过 不到 大于 小于 高于 低于 最多 最少 最高
    最低 最大 最小 前三 前五 前十 前三名 前五名 前三个 前五个 前十个 排第几 第几 百分之 百分之几 占比 占多少 比例 增加 减少 增长
    增加了 减少了 对比 相差 差多少 多多少 少多少 为什么 为啥 怎么 怎么样 什么 是什么 是多少 什么时候 全县 全区 全市 全镇 全乡
    全旗 全盟 全州 全局 全部 所有 所属 下属 本级 含所属 含下属 一期 二期 三期 四期 五期 两期 三期 第一期 第二期 第三期 一年 这个
    那个 不含 不算 除了 其中 剩下 剩多少 执行 执行率 执行数 出处 出自 来源 哪份文件 第几张表 完成 要求 达到 新增 取消 变化 城管
    交警 公安 教体 文旅 住建 人社 卫健 发改 工信 民政 环卫 医保 疾控 林草 市监 农机 国库 法院 检察院 管委会 街道 财政局 教育局
    公安局 交通局 水利局 民政局
    """
)
# What sounds like one of them and is another word, or begins one.
_OTHERS = frozenset(
    words(
        """
        近年 千年 前念 总工 总攻 总公 合集 合击 合机 一下 一夏 一起 一气 一器 一奇 三起 四起 五起 二起 两起 全期 全线 全是 全真
        全息 全想 全相 全速 全新 全心 全责 全程 全员 香木 橡木 项母 单卫 知标 织标 制标 木标 母标 幕标 剑少 检少 监少 及格 及各
        机关 不部 步门 布门 名年 鸣年 厚年 侯年 依法 意见 易建 最好 最后 实施 时限 试用 适用 只标 支标 致标 报销 国资 国库 经费
        精肥 自己 自筹 资金 紫金 基金 几金 几间 集个 级个 集家 及家 国家 过家 个家 各家 各级 哥哥 各个 各市 歌是 隔是 个是 各事
        一笔 一批 一屏 易期 意期 移期 而其 三七 四七 五七 一七 二七 两七 大小 大雨 大鱼 大于 小雨 小鱼 小玉 高雨 高余 底于 地域
        地狱 第于 抵御 低域 消除 初了 处了 楚了 出了 厨了 变化 编化 便化 边画 新曾 新征 取消 去小 消化 要球 要求 药球 执行 职行
        值星 止行 直行 知性 出租 出字 初字 出子 初处 出处 除处 储处 剩下 盛夏 圣下 胜下 盛下 其重 期中 期终 器重 气中 起重 七中
        棋中 不酸 不蒜 补算 部算 不韩 不喊 不汉 不寒 部含 为社 围蛇 为舍 卫蛇 未设 为设 位舍 什摩 神马 是什 沙什 人设 人射 公信
        公心 公按 明正 明政 发该 法改 环位 意保 易保 衣保 是建 市间 市检 试件 事件 视监 农机 浓鸡 国库 果库 裤库 法援 发源 发愿
        法员 接到 借到 街到 结到 届道 姐到 文吕 住建 猪建 主见 注件 筑建 教提 胶体 交替 交体 叫体 交景 交警 焦警 为建 未见 位建
        卫建 贵委会 灵草 零草 林操 民证 鸣政 一报 集控 急控 金额 今额 金鹅 进额 拔款 不过 部道 不倒 补到 不道 步道 部到
        超国 抄过 朝国 知间 支间 直间 之间 指间 只见 制件 之见 之键 之建 质检 纸件 以内 一内 一类 已上 移上 一伤 一商 医商 医伤
        以夏 一侠 蚁下 易下 衣下 医下 前山 千山 钱山 前三 钱物 前无 千五 钱五 前石 前时 前食 前史 钱实 千时 千食 第己 弟几 地基
        地级 地机 低级 递级 第级 底基 堤基
        """
    )
)
# What people say for the words that names are made of; taken where nothing explains it, as what is heard is.
_PLAIN = {
    plain: tuple(formal.split("|"))
    for plain, formal in (
        pair.split(":")
        for pair in words(
            """
        娃娃:儿童 娃儿:儿童 孩子:儿童 小孩:儿童 小朋友:儿童 小娃:儿童 娃:儿童 老人:老年 老人家:老年人 老头:老年人 老太太:老年人 老师:教师 教书的:教师 学校:校园
        医生:医师 大夫:医师 护工:护理 房子:住房 屋子:房屋 马路:道路 公路:道路 大路:道路 小路:巷道 巷子:街巷 胡同:街巷 车子:车辆 汽车:车辆 电脑:计算机 机器:设备
        家伙什:设备 仪器:设备 工人:职工 员工:职工 打工的:务工 种地的:农户 乡下:乡村 村里:农村 吃饭:伙食|助餐|就餐|用餐 吃的:伙食 饭菜:伙食 饭钱:伙食 饭费:伙食 伙食:助餐|膳食|餐饮 老百姓:群众 百姓:群众 乡亲:群众 村民:农户 农民:农户 残疾人:残疾 残废:残疾 垃圾堆:垃圾 臭水:污水
        脏水:污水 废水:污水 自来水:供水 喝的水:饮水 吃的水:饮水 下水道:排水 水沟:沟渠 水渠:渠道 河:河道 大坝:水库 水坝:水库 堤:堤防 林子:森林 树林:森林 山林:森林 草地:草原
        草场:草原 牲口:牲畜 牛羊:牲畜 猪:生猪 鸡鸭:家禽 鱼:渔业 庄稼:农作物 粮食:粮 化肥:农资 农药:农资 种子:良种 大棚:设施 摄像头:监控 探头:监控 路灯:照明 红绿灯:信号灯
        电影:放映 唱戏:戏曲 演戏:戏曲 表演:演出 比赛:赛事 运动会:赛事 图书:阅读 看书:阅读 博览会:展会 办展:展会 广告:宣传 宣传费:宣传 打扫:保洁 清扫:保洁 扫地:保洁 看护:管护
        保养:养护 修理:维修 修缮:维修 翻修:维修 翻新:改造 重修:改造 盖:建设 新盖:新建 买:购置 采购:购置 添置:购置 租:租赁 补钱:补助 发钱:补助 奖钱:奖补 利息:贴息 工钱:工资
        培训班:培训 上课:培训 学习班:培训 检查:监管 查处:执法 抽查:抽检 化验:检测 体检:检查 打针:接种 打疫苗:接种 看病:医疗 治病:救治 急救车:救护车 养老院:养老 敬老院:养老
        捞垃圾:打捞 挖泥:疏浚 清淤:疏浚 航道:航道 码头:港口 渔民:渔业 出海:海上 打鱼:捕捞 捕鱼:捕捞 放鱼苗:增殖放流
        """
        )
    )
}
_LONGEST_PLAIN = max(map(len, _PLAIN))
_CHINESE_DIGITS = {**{c: str(parse_number(c)) for c in DIGIT_CHARACTERS}, "零": "0", "〇": "0", "o": "0", "两": "2"}
_FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖", "123456789", strict=True))
_YEAR_TYPED = Pattern(r"(?<![a-z\d.])2[o0][\do][\dol](?=$|\D)|(?<![a-z\d.])2[o0][\dol]{2}(?=年)")
_YEAR_SAID = Pattern(rf"(?P<head>[二两贰2][千仟]零?)(?P<tail>[{DIGIT_CHARACTERS}十]{{1,3}})(?=年)")
_YEAR_DIGITS = Pattern(r"[二两贰2][零〇o0][零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖\d]{2}(?=年)")
_COUNTED = Pattern(rf"\d\s*(?P<unit>{MEASURE})")
_PRONOUN = Pattern("[他她牠]")  # typed for 它 wherever a keyboard offers it first
_YEAR_TAIL = Pattern(r"(?<=20\d\d)\s*(?:念|连|粘|黏|联|nian)(?=$|[^a-z])|(?<=20\d\d)\s+年")


class _Reading(Struct, frozen=True):
    """A span of the normalised question, and what was said there."""

    start: int
    end: int
    words: str
    part: bool = False  # the words are a part of a name, and mean nothing by themselves


def heard(said: Parse, again: Callable[[Normal], Parse], most: int = _MOST_HEARD) -> Parse:
    """The question as it was said; `again` reads it with other characters.  The same where nothing, or too much, was misheard."""
    for reading in _readings(said) if most else ():
        other = again(_replaced(said.normal, reading))
        if _is_sure(said, other, reading):
            return heard(other, again, most - 1)
    return said


def _readings(said: Parse) -> list[_Reading]:
    """What may have been misheard, the longest first."""
    free = free_tokens(said.said, said.cover)
    free |= {i for i, t in enumerate(said.said.tokens) if any(x.start <= t.start < x.end for x in said.leftovers)}
    places = [said.said.tokens[i] for i in sorted(free)]
    if not places:
        return []
    named = [(p.start, p.end) for p in said.cover if isinstance(p.meaning, Match)]
    spans = [(p.start, p.end) for p in said.cover]
    counted = [match.span("unit") for match in _COUNTED.finditer(said.said.text)]  # “25盏多少钱” is no 占多少
    found = [
        reading
        for reading in dict.fromkeys(_possible(said.said))
        if any(reading.start <= t.start < reading.end for t in places)
        and not any(start < reading.end and reading.start < end for start, end in named)
        and not any(_breaks(said.said.text, reading, start, end) for start, end in spans)
        and not any(start <= reading.start < end for start, end in counted)
    ]
    return sorted(found, key=lambda r: (r.start - r.end, r.start, r.words))[:_MOST]


def _possible(said: Utterance) -> Iterator[_Reading]:
    """What might have been misheard at each place, whatever is understood there."""
    yield from _years(said.text)
    yield from _words_heard(said.tokens)
    yield from _plain(said.text)
    for match in _PRONOUN.finditer(said.text):
        yield _Reading(match.start(), match.end(), "它")


def _breaks(text: str, reading: _Reading, start: int, end: int) -> bool:
    """Whether the reading changes a character of a span that goes on beyond it: 年多 in “近年多少” is no 年度."""
    if reading.words.isdigit() or not (start < reading.start < end or start < reading.end < end):
        return False
    typed = text[reading.start : reading.end]
    if len(typed) != len(reading.words):
        return False
    pairs = enumerate(zip(typed, reading.words, strict=True), reading.start)
    return any(one != other and start <= place < end for place, (one, other) in pairs)


def _is_sure(before: Parse, after: Parse, reading: _Reading) -> bool:
    """Whether less is left unexplained now, and nothing of that right beside what was read by ear."""
    end = reading.start + len(reading.words)
    free = [after.said.tokens[i] for i in free_tokens(after.said, after.cover)]
    free += [t for t in after.said.tokens if any(x.start <= t.start < x.end for x in after.leftovers)]
    beside = any(t.end == reading.start or t.start == end or reading.start <= t.start < end for t in free)
    within = not reading.part or any(p.start < reading.start or p.end > end for p in _names_over(after, reading.start, end))
    return within and not beside and _unexplained(after) < _unexplained(before)


def _names_over(said: Parse, start: int, end: int) -> list[Proposal]:
    """The names that hold all that is said there."""
    there = {i for i, token in enumerate(said.said.tokens) if start <= token.start < end}
    named = ((p, p.meaning) for p in said.cover if isinstance(p.meaning, Match))
    free = {said.said.tokens[i] for i in free_tokens(said.said, said.cover)}
    ends = {token.end for token in free} | {token.start for token in free}
    whole = (p for p, match in named if there <= match.tokens and match.score > _WHOLLY)
    return [p for p in whole if not {p.start, p.end} & ends]


def _unexplained(said: Parse) -> int:
    return len(free_tokens(said.said, said.cover)) + sum(len(x.text) for x in said.leftovers)


def _replaced(normal: Normal, reading: _Reading) -> Normal:
    """The text with these words; where they are as many characters as were typed, each comes from one of them."""
    text = normal.text[: reading.start] + reading.words + normal.text[reading.end :]
    first, last = normal.offsets[reading.start], normal.offsets[reading.end]
    size = len(reading.words)
    places = range(first, last) if last - first == size else [first] * size
    return Normal(text, (*normal.offsets[: reading.start], *places, *normal.offsets[reading.end :]))


def _years(text: str) -> Iterator[_Reading]:
    for match in _YEAR_TYPED.finditer(text):
        if not match[0].isdigit():
            yield _Reading(match.start(), match.end(), match[0].replace("o", "0").replace("l", "1"))
    for match in _YEAR_DIGITS.finditer(text):
        yield _Reading(match.start(), match.end(), "".join({**_CHINESE_DIGITS, **_FORMAL}.get(c, c) for c in match[0]))
    for match in _YEAR_SAID.finditer(text):
        try:
            yield _Reading(match.start(), match.end(), str(2000 + int(parse_number(match["tail"]))))
        except NotNumber:
            continue
    for match in _YEAR_TAIL.finditer(text):
        yield _Reading(match.start(), match.end(), "年")


def _plain(text: str) -> Iterator[_Reading]:
    """Everyday words, each read formally; and two that stand side by side: 乡下老师 as 乡村教师."""
    found = [
        _Reading(start, start + size, formal, part=True)
        for start in range(len(text))
        for size in range(1, min(_LONGEST_PLAIN, len(text) - start) + 1)
        for formal in _PLAIN.get(text[start : start + size], ())
    ]
    yield from found
    for one in found:
        behind = (other for other in found if other.start == one.end)
        yield from (_Reading(one.start, other.end, one.words + other.words, part=True) for other in behind)


@cache
def _by_sound() -> dict[str, list[tuple[str, tuple[Token, ...]]]]:
    """How the first token of a word may be typed → the words."""
    found: defaultdict[str, list[tuple[str, tuple[Token, ...]]]] = defaultdict(list)
    for word in dict.fromkeys(_WORDS):
        tokens = tokenize(word)
        for way in ways_to_type(tokens[0]):
            found[way].append((word, tokens))
    return dict(found)


def _words_heard(tokens: Sequence[Token]) -> Iterator[_Reading]:
    """Every place where what stands there sounds like a word of questions and is none as it stands."""
    for start, token in enumerate(tokens):
        for way in ways_to_type(token):
            for word, named in _by_sound().get(way, ()):
                window = _window(tokens, start, len(named))
                if len(window) == len(named) and _sounds(window, named):
                    yield _Reading(window[0].start, window[-1].end, word)


def _window(tokens: Sequence[Token], start: int, length: int) -> Sequence[Token]:
    """`length` tokens from `start`, the spaces between pinyin syllables passed over."""
    window: list[Token] = []
    for token in tokens[start:]:
        if token.text.isspace() and window and window[-1].kind is Kind.SYLLABLE:
            continue
        window.append(token)
        if len(window) == length:
            break
    return window


def _sounds(window: Sequence[Token], word: Sequence[Token]) -> bool:
    likes = [likeness(asked, named) for asked, named in zip(window, word, strict=True)]
    wrong = sum(like < TYPED for like in likes)
    if any(not _usually(asked, named) for asked, named in zip(window, word, strict=True)):
        return False
    typed = "".join(t.text for t in window)
    return (
        min(likes) >= HOMOPHONE
        and min(likes) < EXACT
        and wrong <= (2 if len(word) >= _LONG else 1)
        and wrong < len(word)
        and typed not in _OTHERS
    )


def _usually(asked: Token, named: Token) -> bool:
    """Whether two characters sound alike as they are usually read: 度 is no 多, though in 揣度 it is."""
    if asked.kind is not Kind.HAN or asked.text == named.text:
        return True
    return bool(set(usual_readings(asked.text)) & set(usual_readings(named.text)))
