"""Indicators asked by how they are counted: 多少人, 几台, 多少亩, 多长, 什么时候完工."""

from collections.abc import Iterator

from bot.language.lexicon import wordiness
from bot.language.meanings import MeasureSaid, NounSaid, Proposal, Utterance
from bot.language.patterns import Pattern
from bot.language.quantities import UNITS, not_a_word
from store.text import words

# What counts other things than indicators do: projects, units, lines, levels.
_OF_OTHERS = frozenset(words("个 家 项 笔 条 单 级 类 种 度 平 周 里 层 队 组 届 校 所 块 本 网格 对 双 字 刻 条次 回 遍 趟 轮"))
_UNITS = (*(unit for unit in UNITS if unit not in _OF_OTHERS), *words("人数 所学校 扎"))
_UNIT = "|".join(map(not_a_word, sorted(_UNITS, key=len, reverse=True)))
_COUNTED = Pattern(
    rf"(?:一共|总共|共计|合计|有|是|共|要|需要)?(?:有)?(?:多少|几)(?:十|百|千|万|十万|百万|亿)?(?:个)?(?P<unit>{_UNIT})"
)
# “一平方多少钱”: a price; 一期 and 一人 are none
_PRICED = Pattern(
    r"(?:平均|均摊|分摊|摊)?(?:到|下来)?(?:每一?|一|单)(平方米|平方|平米|亩|公里|米|台|套|辆|户|棵|株|座|吨|张|间|份|场|盏|处|口|眼|栋|幢|头|只|桌|床|节|期班)"
    r"(?:平均|大概|大约)?(?:要|是|得|合|摊|折|折合|核|划|投|投入|投资|造价|花|用|卖|值|配)?(?:下来|到)?(?:多少钱|多少元|几块钱|几元|多少)"
)
_LIMITED = Pattern(
    r"(?:不超过|控制在|不低于|不少于|不高于|达到)(?:多少|几)(?:个)?(?:以内|之内|以下|以上)?"
    r"|(?<=度)(?:的)?(?:达标线|及格线|合格线)(?:是|为)?(?:多少)?"
    r"|(?<=[价费用准本率额数量长积])(?:的)?(?:最高|最低)?(?:上限|下限|限价)(?:是|为|定)?(?:多少)?"
)
# Words that names of indicators are made of, and that name no project by themselves.
_NOUNS = words(
    """
    标准 补助标准 补贴标准 人数 面积 场次 次数 户数 比例 里程 长度 床位 床位数 完工时间 竣工时间 开工时间 交工时间 完成时间 覆盖率 完成率 合格率 达标率
    及时率 准确率 利用率 失业率 亮灯率 入住率 使用率 投资额 单价
    """
)
_LATEST = Pattern("(?P<deed>完成|完工|竣工)(?:时限|期限|日期|节点)")
_NOUN = Pattern(rf"(?=({'|'.join(sorted(_NOUNS, key=len, reverse=True))}))")
_ADJECTIVES = {"多长": "米", "多远": "公里", "多宽": "米", "多大面积": "平方米"}
_ADJECTIVE = Pattern("|".join(_ADJECTIVES))


# “册数是多了还是少了”, “抽检批次比去年多多少”: what is counted so
_NUMBER_OF = Pattern(rf"(?P<unit>{_UNIT})数(?![字据码额值目学控])|(?P<times>[批人户车班例]次)")
# “钱多了多少、人多了多少”: how many are given
_THEY_GREW = Pattern(
    r"(?:(?<![^\s、,，])|(?<=[镇乡校院所站]))(?P<unit>[人户])(?=[又也还]?(?:[多少增减涨降]|增加|减少)[了出]?(?:多少|几个?))"
    r"|(?:(?<=[年比们])|(?<![^\s,，]))(?P<people>人)(?=[是又也还]*(?:变?[多少]|增加|减少|增|减)(?:了|还是|没|吗))"
)
# “哪个乡镇人最多”: nobody but people are ranked by their number without a word for it
_MOST = Pattern(r"(?<=[镇乡村区院校所站队局年家目助贴费育训])(?P<unit>人)(?=最[多少])")
# “啥时候完工” of a form that prints no such line: what is missing is a time
_WHEN = Pattern(
    r"(?:(?:什么|啥|哪个|何|几)(?:时候|时间|时|月份?|号)|哪一?[年天月]|多久)(?:之?前|以前|才|能|可以|会|要|得|必须|就|全部|正式|整体|底|底前)*"
    r"(?P<deed>完成|完工|竣工|开工|动工|交工|交付|投用|投入使用|验收|[干做建修装弄办搞改发拆查种]完|发放|发到位|(?:发|完)(?=[啊呀呢吗的]*(?:$|\W)))"
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask for a count of something."""
    for match in _COUNTED.finditer(said.text):
        yield _proposal(match.start(), match.end(), match["unit"])
    for match in _PRICED.finditer(said.text):
        yield _proposal(match.start(), match.end(), f"元/{match[1]}")
    for match in _LIMITED.finditer(said.text):
        yield _proposal(match.start(), match.end(), "")
    for match in _NUMBER_OF.finditer(said.text):
        yield _proposal(match.start(), match.end(), match["unit"] or match["times"])
    for match in (*_THEY_GREW.finditer(said.text), *_MOST.finditer(said.text)):
        yield _proposal(match.start(), match.end(), match[0])
    for match in _NOUN.finditer(said.text):
        yield Proposal(match.start(1), match.end(1), "measures.noun", NounSaid(match[1]), _noun_value(match[1]))
    for match in (*_WHEN.finditer(said.text), *_LATEST.finditer(said.text)):
        deed = "完工" if match["deed"].endswith("完") else "发放" if match["deed"].startswith("发") else match["deed"]
        yield Proposal(match.start(), match.end(), "measures.when", NounSaid(f"{deed}时间"), _noun_value(match[0]))
    for match in _ADJECTIVE.finditer(said.text):
        yield _proposal(match.start(), match.end(), _ADJECTIVES[match[0]])


def _noun_value(word: str) -> float:
    """More than a piece of a name of the same length, less than a piece that goes on."""
    return len(word) + wordiness(len(word)) + 0.2


def _proposal(start: int, end: int, unit: str) -> Proposal:
    return Proposal(start, end, "measures", MeasureSaid(unit), (end - start) * 1.12)
