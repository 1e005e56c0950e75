"""Years as people write them: 2024年, 24年, 二〇二四年, 今年, 2023到2025, 24、25两年, 2023年以来, 近三年, 前两年, 历年."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from msgspec.structs import replace

from bot.language.meanings import Mark, Meaning, Proposal, Utterance, YearsSaid
from bot.language.measured_numbers import NO_MEASURE
from bot.language.patterns import Pattern
from store.numerals import DIGIT_CHARACTERS, parse_number

_FIRST, _LAST = 2000, 2099
_DIGITS = 4
_LONGEST_RANGE = 20
_NEAR = 12  # years from now within which two digits of a list are years: “10、20、30年” are none
_FAR = 20  # years from now within which two digits before 年 are a year: “50年产权” says how long
_YEAR = rf"(?:2 ?0 ?\d ?\d|[二2][{DIGIT_CHARACTERS}0-9]{{3}})"
_SHORT = rf"(?:\d\d|[{DIGIT_CHARACTERS}]{{2}})"
_TAIL = r"(?:年度|年的|年)"
_RANGE = Pattern(rf"(?:[从自由])?(?<!\d)({_YEAR}|{_SHORT})年?(?:度)?\s*(?:到|至|-|~)\s*({_YEAR}|{_SHORT}){_TAIL}?(?!\d)")
_NO_MONEY = r"(?!\s?(?:[万亿](?![人里家亩象])|元(?![旦宵])))"  # 2000万
_ONE = Pattern(rf"(?<![\d.])({_YEAR})(?:{_TAIL}|(?![\d.]){_NO_MONEY}{NO_MEASURE})")
_TWO_DIGITS = Pattern(rf"(?<![\d.])({_SHORT}){_TAIL}(?!一遇)")
_RELATIVE = {
    "今年": 0,
    "本年": 0,
    "去年": -1,
    "上年": -1,
    "前年": -2,
    "大前年": -3,
    "明年": 1,
    "后年": 2,
    "上一年": -1,
    "前一年": -1,
    "今年度": 0,
}
_TO_NOW = {**_RELATIVE, "现在": 0, "如今": 0, "目前": 0, "当前": 0}
# “从去年到今年”, “前年到现在”, “2024到今年”
_REACH = Pattern(
    rf"(?:[从自由])?(?:(?P<first>大前年|前年|去年|上一年|上年|今年)|(?<![\d.])(?P<number>{_YEAR}|{_SHORT}(?=年)))(?:度|的|年)?(?:开始|起)?(?:一直)?(?:到|至|-|~|—)"
    rf"(?:了)?(?P<last>今年度?|去年|上一年|本年|明年|现在|如今|目前|当前)(?:为止|的)?"
)
_TERM = r"(?:度(?![结假过汛]))?"  # 上年度结转 is a kind of money, 本年度 may be a term
_SAYS = {word: Pattern(f"{word}{'' if word in ('今年', '本年', '今年度') else _TERM}的?") for word in _RELATIVE}
# “今年去年结转各多少”: two years, and not last year's carryover
_IN_TURN = Pattern(r"(?P<one>今年|去年|前年)(?:\s*[、,，/和与跟及]\s*|\s*)(?P<two>今年|去年|前年)(?=的?(?:上年)?(?:结转|结余))")
_BEFORE = frozenset({"上年", "上一年", "前一年"})
_COUNTED = rf"(?:这)?(?:[{DIGIT_CHARACTERS}]|[2-9])年(?:里|间|的)?"
_APART = r"\s*(?:[、,，/和与跟及&+]|\s)\s*"
# “22、23、24三年”: two digits are years where the last of a list says so
_LIST = Pattern(rf"(?<![\d.])({_YEAR}|{_SHORT})年?(?:{_APART}(?:{_YEAR}|{_SHORT})年?)+?\s*(?:{_COUNTED}|(?<=年)|年度?)(?!\d)")
_SINCE = Pattern(
    rf"(?<![\d.])(?:从|自)?(?:({_YEAR})年?|({_SHORT})年)(?:以来|至今|到现在|到今年|至今年|起(?![步点草诉码始]))(?:的)?"
)
_NEWEST = Pattern(r"(?:最近|最新|最后)(?:的)?(?:那|这)?一?个?(?:年度|年份|年)(?!级|来|间)(?:的)?")
_LAST_YEARS = Pattern(rf"(?:(?P<back>最近|近|过去)|(?P<before>前)|这)?(?P<count>[{DIGIT_CHARACTERS}\d])年(?!级)(?:来|间|里|的)?")
# “各年预算全部加在一起”: of all years together, and not of each
_EVERY = Pattern(
    r"历年|往年|以前(?=多少|几|怎么样|是多少|安排|给|批)|(?:前|过去的?)几年(?!级)|[这近][几些]年|几年来|历年来|历史上|[各每]个?年(?:度|份)?的?(?:年度|预算|金额|资金|经费|总额|钱|数)*的?(?=(?:全部|全都|全|都|统统)*(?:相加|加[起到在一总]|合[起到在一]|累[计加]))"
)
_EACH = Pattern(
    r"(?:每一?个?|各个?|逐|分)年(?:度|份)?(?:的|来)?|一年一年(?:地|的|来)?|(?:年年|连年)(?!有余)|一年比一年|(?:按|分)年(?:度|份)?(?:来分|分别|分开|统计|汇总|列|看|算|拆开)?"
)
# “24到26合计”
_REACH_SHORT = Pattern(
    rf"(?<![\d.第])(?:从)?({_SHORT})(?:到|至|-|~)({_SHORT})(?=(?:这)?(?:一共|总共|合计|共计|加起来|合起来|相加|[三几两]年|每年|逐年|各年|[涨增降减]|变化|走势|趋势|怎么变|呢\W*$))"
)
# “26比24涨了百分之几”, “25跟26差多少”: two digits are years where two of them are set beside each other
_BESIDE = Pattern(
    rf"(?<![\d.第])(?P<one>{_SHORT})年?(?:度)?(?:的)?(?=(?:相)?(?:比|跟|和|与|同|较|对比|vs)(?P<two>{_SHORT})年?度?(?:的)?(?:年)?(?:相比|比|对比)?(?:起来)?[,，]?(?:是|又|也|还|都|总共|一共|到底|预算|要)*"
    r"(?:[涨增升降减跌变差砍缩翻]|多了?|少了?|高|低|怎么样|如何|呢|哪|谁|有|上[升涨]|下[降跌]|相差|一样))"
)
# “对比25和26的满意度”: where something is set beside something
_BESIDE_THAT = Pattern(rf"(?<=[比跟和与同较])(?P<two>{_SHORT})年?(?:度)?(?:的)?")
# “保洁费 25”, “保洁费25和26的满意度”: two digits alone are years where each is as near as what is loaded may be
_NEAREST = 4
_PAIR = Pattern(
    rf"(?<![\d.第])\d\d年?(?:(?:{_APART}|\s*(?:vs|比)\s*)\d\d年?)+(?=(?:[的各都哪谁]|分别|多少|两年|对比|比较|比一比|相比|$|\s|[,，。?？]))(?!\s*[\d.]){NO_MEASURE}"
)
_TO = Pattern(r"(?<![\d.第])(?P<first>\d\d)年?(?:到|至|-|~)(?P<last>\d\d)(?=\s*(?:$|[,，。?？]))")
_ALONE = Pattern(rf"(?<=\w)\s+(?P<year>\d\d)(?=\s*(?:$|[,，。?？]|多少|的)|\s+(?![个\d])\w\w)(?!\s*[\d.万亿元%]){NO_MEASURE}")
_THAT_YEAR = Pattern(r"(?<=[今去前上本]年)(?:这|那)一年度?")  # “今年这一年”
# “25”, “那24呢” after something of another year
_BARE = Pattern(r"\s*(?:那|那么)?\s*(?P<year>\d\d)(?:的)?(?:呢|啊|呀)?\s*[?？。]?\s*")
# “哪年花得最多”, “最少的是哪一年”: the years are ranked
_WHICH = Pattern(
    r"(?:是)?(?:在)?哪(?:一?年|个年[度份]?|一个年[度份])(?:度|份)?(?:的)?(?=[^。?!,，]{0,10}(?:最[多高大少低小]|(?:多(?!少)|(?<!多)少|[高低])(?:一些|一?点儿?|些)?[吗呢啊呀吧]?\s*(?:$|[,，。?!])|(?:[涨降升增减跌砍多少]|增[加长]|减少|[上下][涨降升跌])[了得]))|"
    r"(?<=最[多高大少低小])(?:的)?(?:是|在)?(?:哪一?年|哪个年[度份]?)(?:度|份)?"
)
# “哪年有其他资金”: that of every year is told
_OF_MONEY = Pattern(
    r"(?:在)?哪(?:一年|几年|些年|年)(?:度|份)?(?:才|都|曾经?|还)?(?:是)?(?=(?:有|没有|填)(?:了|过)?[^\w]?(?:上年|去年|财政|上级)?(?:结转|结余|其[他它](?:的)?(?:资金|钱)|自筹|拨款))"
)
SO_MANY = "years.last"  # the rule of “三年”, “近三年”
_WORTH = 1.6
_SURELY = 1.6
_VALUE = 1.1  # a little more than a name that only shares the digits


def propose(said: Utterance, today: date) -> Iterator[Proposal]:
    """Every span that says years; `today` decides what 今年 is."""
    yield from _named(said.text, today)
    yield from _listed(said.text, today)
    named = [_number(match[1]) for match in _ONE.finditer(said.text)]
    for word, offset in _RELATIVE.items():
        for match in _SAYS[word].finditer(said.text):
            before = word in _BEFORE and len(set(named)) == 1 and named[0]  # “2024年比上年多多少” speaks of 2023
            yield _proposal(match, YearsSaid(((before or today.year) + offset,)), "years.relative")
    for match in _IN_TURN.finditer(said.text):
        years = tuple(today.year + _RELATIVE[match[one]] for one in ("one", "two"))
        yield replace(_proposal(match, YearsSaid(years), "years.list"), value=_WORTH * len(match[0]))
    yield from _beside(said.text, today)
    yield from _digits_alone(said.text, today)
    yield from _reaching(said.text, today)
    for match in _LAST_YEARS.finditer(said.text):
        count = int(parse_number(match["count"]))
        if count > 1:
            years = _last(match, count, today)
            yield _proposal(match, YearsSaid(years, every=True, last=None if years else count), SO_MANY)
    for pattern, rule in ((_NEWEST, "years.newest"), (_THAT_YEAR, "years.that")):
        for match in pattern.finditer(said.text):
            yield _proposal(match, Mark.FILLER, rule)  # the newest is meant where no year is named
    yield from _of_every_year(said.text)


def _of_every_year(text: str) -> Iterator[Proposal]:
    for match in _EACH.finditer(text):
        yield _proposal(match, YearsSaid(every=True, each=True), "years.each")
    for match in _OF_MONEY.finditer(text):
        yield replace(_proposal(match, YearsSaid(every=True, each=True), "years.each"), value=2 * _WORTH * len(match[0]))
    for match in _WHICH.finditer(text):
        yield replace(_proposal(match, YearsSaid(every=True, which=True), "years.which"), value=_WORTH * len(match[0]))
    for match in _EVERY.finditer(text):
        yield _proposal(match, YearsSaid(every=True), "years.every")


def propose_bare(said: Utterance, known: Collection[int]) -> Iterator[Proposal]:
    """Two digits that are all that is said: one of the years that are known."""
    if (match := _BARE.fullmatch(said.text)) and (year := 2000 + int(match["year"])) in known:
        yield Proposal(*match.span("year"), "years.one", YearsSaid((year,)), 2 * _LONG_AS_A_CHOICE)


_LONG_AS_A_CHOICE = 2.0


def so_many(words: str) -> int:
    """How many years the words are, where they do not say which: 3 of “三年”, “这三年”; 0 of “近三年”."""
    match = _LAST_YEARS.fullmatch(words)
    return int(parse_number(match["count"])) if match and not (match["back"] or match["before"]) else 0


def _digits_alone(text: str, today: date) -> Iterator[Proposal]:
    """Two digits that nothing counts, where they are no other number: years of the last few."""
    for match in _PAIR.finditer(text):
        years = [2000 + int(number) for number in re.findall(r"\d\d", match[0])]
        if len(set(years)) == len(years) and all(today.year - _NEAREST < year <= today.year for year in years):
            yield _proposal(match, YearsSaid(tuple(years)), "years.list")
    for match in _TO.finditer(text):
        first, last = 2000 + int(match["first"]), 2000 + int(match["last"])
        if today.year - _NEAREST < first < last <= today.year:
            yield _proposal(match, YearsSaid(tuple(range(first, last + 1))), "years.range")
    for match in _ALONE.finditer(text):
        year = 2000 + int(match["year"])
        if today.year - _NEAREST < year <= today.year:
            start, end = match.span("year")
            yield Proposal(start, end, "years.one", YearsSaid((year,)), (end - start) * _VALUE)


def _last(match: re.Match[str], count: int, today: date) -> tuple[int, ...]:
    """“近三年” ends with this year, “前三年” with the last one; “三年”, “这三年” are the last of those that there are."""
    if match["before"]:
        return tuple(range(today.year - count, today.year))
    return tuple(range(today.year - count + 1, today.year + 1)) if match["back"] else ()


def _listed(text: str, today: date) -> Iterator[Proposal]:
    """Lists that say 年 once, and what began in a year."""
    for match in _LIST.finditer(text):
        years = [_number(number) for number in re.findall(rf"{_YEAR}|{_SHORT}(?!\d)", match[0].removesuffix("年的"))]
        known = tuple(dict.fromkeys(year for year in years if year and abs(year - today.year) <= _NEAR))
        if len(known) == len(years) > 1:
            yield _proposal(match, YearsSaid(known), "years.list")
    for match in _SINCE.finditer(text):
        first = _number(match[1] or match[2])
        if first and today.year - _LONGEST_RANGE <= first <= today.year:
            yield _proposal(match, YearsSaid(tuple(range(first, today.year + 1))), "years.since")


def _reaching(text: str, today: date) -> Iterator[Proposal]:
    """Every year from one to another: “从前年到今年”, “24到26合计”."""
    for match in _REACH_SHORT.finditer(text):
        first, last = _number(match[1]), _number(match[2])
        if first and last and today.year - _NEAR < first < last <= today.year + 1:
            proposal = _proposal(match, YearsSaid(tuple(range(first, last + 1))), "years.range")
            yield replace(proposal, value=_SURELY * proposal.value)
    for match in _REACH.finditer(text):
        number = _number(match["number"]) if match["number"] else today.year + _RELATIVE[match["first"]]
        last = today.year + _TO_NOW[match["last"].removesuffix("度")]
        if number and number < last <= number + _LONGEST_RANGE:
            yield _proposal(match, YearsSaid(tuple(range(number, last + 1))), "years.range")


def _beside(text: str, today: date) -> Iterator[Proposal]:
    """Two digits that are set beside two others, where both may be years that are near."""
    for match in _BESIDE.finditer(text):
        other = _BESIDE_THAT.search(text, match.end())
        for side in (match, other):
            year = _number(side["one" if side is match else "two"]) if side else None
            if side is None or year is None or abs(year - today.year) > _NEAR:
                break
        else:
            for side, name in ((match, "one"), (other, "two")):
                year = _number(side[name]) if side else None
                if side and year:
                    proposal = _proposal(side, YearsSaid((year,)), "years.one")
                    yield replace(proposal, value=_SURELY * proposal.value)  # no choices


def _named(text: str, today: date) -> Iterator[Proposal]:
    """Years by their numbers, alone and as ranges."""
    for match in _RANGE.finditer(text):
        first, last = _number(match[1]), _number(match[2])
        if "年" not in match[0] and len(match[1]) < _DIGITS:
            continue  # “10-20的项目” is no years
        if first and last and first < last <= first + _LONGEST_RANGE:
            yield _proposal(match, YearsSaid(tuple(range(first, last + 1))), "years.range")
    for pattern in (_ONE, _TWO_DIGITS):
        for match in pattern.finditer(text):
            year = _number(match[1])
            if year and (pattern is _ONE or abs(year - today.year) <= _FAR):
                yield _proposal(match, YearsSaid((year,)), "years.one")


def _number(text: str) -> int | None:
    text = text.replace(" ", "")
    digits = "".join(c if c.isdigit() and c.isascii() else str(parse_number(c)) for c in text)
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    return year if _FIRST <= year <= _LAST else None


def _proposal(match: re.Match[str], meaning: Meaning, rule: str) -> Proposal:
    return Proposal(match.start(), match.end(), rule, meaning, (match.end() - match.start()) * _VALUE)
