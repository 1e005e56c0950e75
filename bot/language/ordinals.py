"""Ranks: 最多, 前三名, 第二高, 倒数第二."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from bot.language.meanings import Mark, OrderSaid, Proposal, Utterance
from bot.language.numbers import PLACE, whole
from bot.language.patterns import Pattern
from store.numerals import DIGIT_CHARACTERS
from store.plan import BY_NUMBER, Direction, Order

_NUMBER = f"({PLACE})"
_MOST = "最多|最高|最大|最贵|最烧钱|最费钱|最花钱|最耗钱|最吃钱|最能花钱|最砸钱|最值钱|最有钱|最富有?|最阔气?|最壕|最土豪|最豪|最凶|最猛|最狠|花钱最多|金额最大|最多的|最高的|最大的|排第一|第一名|居首|榜首"
_LEAST = "最少|最低|最小|最便宜|最省钱|最不花钱|最没钱|最穷|最寒酸|最廉价|最少的|最低的|最小的|垫底|倒数第一"
_CODE = "[编代]码"
# “最少的有几个并列”: those of equal amounts are told anyway
_TIES = Pattern("(?:一共|总共|都)?(?:有)?(?:几|多少|哪几|哪些)[个家项]?(?:项目|单位)?(?:是)?并列的?(?![^\\W])")
# “编码前三位”: the first digits of a code, which is told whole
_DIGITS = Pattern(rf"(?<={_CODE})(?:的)?(?:前|后|头|最后){_NUMBER}(?:位数?|个数字?)(?:字)?")
_HEAD = rf"头(?=(?!一){PLACE}(?:名|个(?!星期|[年月])|位|大|项|家|笔))"  # “头两个项目”
# “前三名是哪三个”: said twice
_TOP = Pattern(
    rf"(?<!{_CODE})(?:排名?在?|位列|位居|名列)?(?:前|{_HEAD}){_NUMBER}(?:名|个|位|大|甲|强|项|条|家|笔)?(?:的)?(?:(?:都|分别)?(?:是|有)?哪(?P<again>{PLACE})[个名项家笔样])?"
)
_BY_MONEY = r"(?:(?:按照?|依|以|根据)(?:预算|金额|钱|钱数|经费|资金|资金量|规模)?|金额|钱数)(?:的)?(?:多少|大小|高低)?(?:的)?(?:顺序|次序)?"
_UPWARDS, _DOWNWARDS = "[从由][小少低]到[大多高]|升序|正序", "[从由][大多高]到[小少低]|降序|倒序"
_SORT = r"排(?:列|序|名|行|队)|排(?:一)?(?:个|下|一下)(?:序|名|队|次序|顺序)?|排(?=(?:[吧呗啊]|列?出来|给我)?\W*$)"
_SORTED = Pattern(
    rf"(?:{_BY_MONEY})?(?:(?:(?P<up>{_UPWARDS})|{_DOWNWARDS})(?:地|来|的顺序|进行)?(?:{_SORT})?|(?:{_SORT}))(?!第|[在到]|老几|多少|几)(?:一下|下|吧)?"
)
_PHASE = Pattern(r"第(?=[一二三四五六七八九十\d]{1,2}(?:期|批|标段))")
PHASE = "ordinals.phase"
_LITTLE = 0.2  # 第二期 is 二期, unless a name says 第
EVERY = 1000
"""As many as a whole list, in order."""
# “给得最多”, “拿的最少”: how it was given makes no difference
_GIVEN = r"(?:(?:给|拨|批|安排|分|拿|花|要|占|投|排|列|申请|报)(?:的|得|到)?)?"
_ONE = r"(?:的?(?:那|是)?一?[个笔项块样](?![月星年度目]))?"  # “最大的一笔”
_SINGLE = Pattern(r"单(?:个|项|笔|一)(?=的?项目|最|金额)")
# “涨得最厉害”, “增长最快”
_WORST = Pattern(
    r"(?:(?<=得)|(?<=[涨增加升长降减少跌缩砍压幅速]的)|(?<=[涨增加升长降减少跌缩砍压幅速度]))(?:是)?最(?:厉害|狠|猛|凶猛?|快|明显|离谱|显著|迅速|迅猛|惨|严重|突出)(?:的)?"
)
_WORST_COUNT = Pattern(rf"{_WORST.pattern}(?:前|那)?{_NUMBER}[个名项家笔样块]")
_EXTREMES = Pattern(rf"{_GIVEN}(?:(?P<most>{_MOST})|(?P<least>{_LEAST})){_ONE}")
_EXTREME_COUNT = Pattern(
    rf"{_GIVEN}(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))(?:钱|预算|金额|资金|经费)?\s*的?\s*(?:(?:都|分别)?(?:是|有)?(?:前|那|哪))?{_NUMBER}(?:大?[个名项家笔样块])"
)
_COUNT_EXTREME = Pattern(rf"(?<![第前后]){_NUMBER}[个名项家笔样块](?:金额|预算|钱)?(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))的?")
_NTH = Pattern(rf"(?P<last>倒数)?第{_NUMBER}(?:(?P<most>多|高|大|名)|(?P<least>少|低|小))(?![学校区镇村队组期])(?:的)?")
# “排第三的”; the number in 第三方, 第三小学, 第三届 counts something else.
_RANKED = Pattern(
    rf"(?:排名?|排行|位列|位居|名列|居)(?:在|是)?(?P<last>倒数)?第{_NUMBER}(?:名|位)?(?![方届期批次年季中小大人产医幼标阶学校轮版章条款项组队])(?:的)?"
)
_LAST = Pattern(rf"(?<!{_CODE})(?:倒数|后|最后)第?{_NUMBER}(?:名|个|位|项|条|家|笔)?(?![年天月周期批届])(?:的)?")
# “哪个单位项目最多” counts the projects.
_BY_NUMBER = Pattern(
    rf"(?<!哪个)(?<!哪些)项目(?:的)?(?:总?数量?|个数)?(?:是)?(?:(?P<most>最多)|(?P<least>最少)|第{_NUMBER}(?P<nth>[多少]))(?:的)?"
    rf"(?:(?:前|那)?(?P<count>[{DIGIT_CHARACTERS}十\d]{{1,2}})[个家](?=单位|部门|乡?镇|乡|街道|局|学校|中心|所))?"
)
_BY_NUMBER_TOP = Pattern(rf"项目(?:的)?(?:总?数量?|个数)(?:排名)?(?P<end>前|后|倒数){_NUMBER}(?:名|个|位)?(?:的)?")
# “校舍维修哪个学校多”, where the kind of units is read by itself; “哪家的保安费高”, where the name is; “哪年给得多”
_MORE = r"(?P<more>得?[多少高低](?:一些|一?点儿?|些)?)(?=[吗呢啊呀吧]?\s*(?:$|[,，。?!]))"
_WHOSE = (
    Pattern(r"哪一?[个所家](?![^\W\d]*(?:项目|年|月))[^\W\d哪几多少]{1,3}(?P<more>[多少])(?=[吗呢啊呀吧]?\s*(?:$|[,，。?!]))"),
    Pattern(
        rf"(?:哪一?[个所家][^\W\d哪几多少比的]{{0,3}}|谁家?)的(?![^\W\d]*(?:项目|年|月))[^\W\d哪几多少高低比]{{2,14}}?{_MORE}"
    ),
    Pattern(rf"哪一?年(?:度|份)?(?!的?项目)[^\W\d哪几多少高低比最]{{0,8}}?{_MORE}"),
)
_NUMBER_OF_A_YEAR = Pattern(rf"(?<=哪年)的?项目(?:总?数量?|个数)?{_MORE}")
# “大头是什么”, “钱的大头花在哪”; whose it is is said beside it
_LARGEST = Pattern(
    r"哪一?[个块项笔](?:项目)?才?是大头|(?:(?:其中|里[面头边]?)?(?:的)?钱)?的?最?大头(?:主要|都|又)*(?:是|在|[花用投放给](?:在|到|给)?)?了?(?:(?:哪(?:一?[个块项笔]|里|儿|些|边)?|什么|啥)(?:项目|钱|资金|地方)?(?:上|里)?(?!\w*(?:单位|部门|镇|乡|局|家)))?"
)
LARGEST = "ordinals.largest"
# “哪个镇保洁的河道最长”: lines that are measured so, and never money
_MEASURED = Pattern(r"(?<![过前])(?:是)?最(?:(?P<most>[长远宽深厚重])|[短窄浅薄轻])(?![河江期远度期限线久])的?(?:那|是)?")
MEASURED = "ordinals.measured"
# “在财政局排第几”; “第几张表” and “第几期” ask for something else.
_PLACE = Pattern(
    r"(?:能|会|要|可以)?(?:排名?|排行|位列|位居|名列)(?:到|在|是)?(?:第几|多少名?|老几|几)(?:名|位|多|高)?(?![张份期届季个批年条页岁])|(?:是)?第几(?:名|位|多|高|大)"
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Orders by amount."""
    text = said.text
    for match in _TOP.finditer(text):
        if not match["again"] or whole(match["again"]) == whole(match[1]):
            yield from _order(match, Direction.DESCENDING, match[1])
    for match in _EXTREME_COUNT.finditer(text):
        yield from _order(match, Direction.DESCENDING if match["most"] else Direction.ASCENDING, match[3])
    for match in _SORTED.finditer(text):
        yield _proposal(match, Order(direction=Direction.ASCENDING if match["up"] else Direction.DESCENDING, count=EVERY))
    for match in _EXTREMES.finditer(text):
        yield from _order(match, Direction.DESCENDING if match["most"] else Direction.ASCENDING, "1")
    for match in _NTH.finditer(text):
        # “倒数第三少” says twice that it counts from below.
        yield from _nth(match, Direction.ASCENDING if match["least"] or match["last"] else Direction.DESCENDING, match[2])
    for match in _RANKED.finditer(text):
        yield from _nth(match, Direction.ASCENDING if match["last"] else Direction.DESCENDING, match[2])
    yield from _by_number(text)
    yield from _places(text)
    for match in _LAST.finditer(text):
        rule = _nth if match[0].startswith("倒数第") else _order
        yield from rule(match, Direction.ASCENDING, match[1])
    for match in _PHASE.finditer(text):
        yield Proposal(match.start(), match.end(), PHASE, Mark.FILLER, _LITTLE)
    yield from _in_passing(text)


def _in_passing(text: str) -> Iterator[Proposal]:
    """“涨得最厉害”, “单个项目最多”, “哪个学校多”."""
    for match in (found for pattern in _WHOSE for found in pattern.finditer(text)):
        order = Order(
            direction=Direction.DESCENDING if match["more"].removeprefix("得")[0] in "多高" else Direction.ASCENDING, count=1
        )
        yield Proposal(match.start("more"), match.end("more"), "ordinals.order", OrderSaid(order), 1.15 * len(match["more"]))
    for match in _COUNT_EXTREME.finditer(text):
        yield from _order(match, Direction.DESCENDING if match["most"] else Direction.ASCENDING, match[1])
    for match in _WORST_COUNT.finditer(text):
        yield from _order(match, Direction.DESCENDING, match[1])
    for match in _WORST.finditer(text):
        yield from _order(match, Direction.DESCENDING, "1")
    for match in _SINGLE.finditer(text):
        yield Proposal(match.start(), match.end(), "ordinals.single", Mark.FILLER, 1.1 * len(match[0]))
    for match in (*_DIGITS.finditer(text), *_TIES.finditer(text)):
        yield Proposal(match.start(), match.end(), "ordinals.told", Mark.FILLER, 1.5 * len(match[0]))


def _by_number(text: str) -> Iterator[Proposal]:
    """Units ranked by how many projects they have."""
    for match in _BY_NUMBER.finditer(text):
        upwards = bool(match["least"]) or match["nth"] == "少"
        skip = whole(match[3]) - 1 if match[3] else 0
        direction, count = Direction.ASCENDING if upwards else Direction.DESCENDING, whole(match["count"] or "1") or 1
        order = Order(by=BY_NUMBER, direction=direction, count=count, skip=max(skip, 0))
        yield _proposal(match, order)
    for match in _NUMBER_OF_A_YEAR.finditer(text):
        upwards = match["more"].startswith("少")
        yield _proposal(match, Order(by=BY_NUMBER, direction=Direction.ASCENDING if upwards else Direction.DESCENDING, count=1))
    for match in _BY_NUMBER_TOP.finditer(text):
        if whole(match[2]):
            direction = Direction.DESCENDING if match["end"] == "前" else Direction.ASCENDING
            yield _proposal(match, Order(by=BY_NUMBER, direction=direction, count=whole(match[2])))


def _places(text: str) -> Iterator[Proposal]:
    """“排第几”: which place something has; “大头是什么”: what has the first; “最长”: which measured line is."""
    for match in _LARGEST.finditer(text):
        yield replace(_proposal(match, Order(direction=Direction.DESCENDING, count=1)), rule=LARGEST)
    for match in _MEASURED.finditer(text):
        direction = Direction.DESCENDING if match["most"] else Direction.ASCENDING
        yield replace(_proposal(match, Order(direction=direction, count=1)), rule=MEASURED)
    for match in _PLACE.finditer(text):
        yield Proposal(match.start(), match.end(), "ordinals.place", Mark.PLACE, (match.end() - match.start()) * 1.3)


def _order(match: re.Match[str], direction: Direction, count: str) -> Iterator[Proposal]:
    if whole(count):
        yield _proposal(match, Order(direction=direction, count=whole(count)))


def _nth(match: re.Match[str], direction: Direction, number: str) -> Iterator[Proposal]:
    if whole(number):
        yield _proposal(match, Order(direction=direction, count=1, skip=whole(number) - 1))


def _proposal(match: re.Match[str], order: Order) -> Proposal:
    return Proposal(match.start(), match.end(), "ordinals.order", OrderSaid(order), (match.end() - match.start()) * 1.15)
