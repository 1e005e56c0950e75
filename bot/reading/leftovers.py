"""Words that nothing explains: which of them name something, and which put the answer in doubt."""

from collections.abc import Sequence

from bot.language.deeds import HARMLESS, deeds_like
from bot.language.descriptions import INSIDE
from bot.language.meanings import AggregateSaid, AmountSaid, Asked, HorizonSaid, Mark, OrderSaid, YearsSaid
from bot.language.numbers import PhasesSaid
from bot.language.patterns import Pattern
from bot.language.unanswerable import QualifierSaid
from bot.language.unit_words import KINDS_OF_ALL
from bot.reading.corrections import turns
from bot.reading.matching import ORGANISATIONS
from bot.reading.parse import Leftover, Mention, Parse
from store.names import Match, NameType, tokenize
from store.numerals import DIGIT_CHARACTERS
from store.plan import Field
from store.text import fold, words

KINDS_OF_MONEY = words("补助 补贴 津贴 奖补 奖励 工资 报酬 补偿 贴息")
"""What people get; a rate of it is none of it."""
TURNING = frozenset("不非除占美没未别其他她余外")
_REFUSING = frozenset("不非除别没未")
_LIMITING = frozenset("拆撤废停男女")
_LONG = 5  # tokens: as long as names are
_COUNTING = Pattern(rf"[{DIGIT_CHARACTERS}十\d][届期批次轮]")
_SHARE_IN_DOUBT = 0.2  # of the words said: more that serves nothing puts the answer in doubt


def of_a_unit_named(said: Parse, word: Leftover) -> bool:
    """Whether the words stand in a clause before the units that are named, and in their names: “水库这块，甲水库管理所一共多少”."""
    units = said.mentioned(NameType.UNIT)
    behind = bool(units) and all(said.clause(mention.start) > word.clause for mention in units)
    return behind and word.tokens > 1 and all(word.text in fold(name) for mention in units for name in mention.names())


def doubtful(said: Parse, unused: Sequence[Leftover], *, scoped: bool) -> list[Leftover]:
    """Words that may limit what is asked for: in a clause that names something, or names themselves; and parts of a year.

    Where no unit or project narrows the question (`scoped`), each word may be meant to.
    """
    if not scoped:
        return [*unused, *said.spans_meaning(QualifierSaid)]
    clauses: set[int] = {said.clause(m.start) for m in said.mentions} or {x.clause for x in unused}
    if not said.mentioned(NameType.PROJECT):
        clauses |= _asking(said) | {x.clause for x in unused if x.tokens >= _LONG}  # “地铁站台改造多少钱，财政局的”
    named = sum(len(m.matches[0].tokens) for m in said.mentions)
    if Mark.WRONG in said.marks():
        clauses = set()  # what the person holds to be right limits nothing
    doubted = [
        x
        for x in unused
        if names_something(x)
        or (x.clause in clauses and _weighs(said, x, named))
        or _turns(said, x)
        or _is_counted(said, x)
        or _is_measured(said, x)
        or _cut_off(said, x, named)
        or _is_for(said, x)
        or _is_inside(said, x)
        or _tells_which(said, x)
        or _is_of_which(said, x)
        or _is_ranked(said, x)
        or _is_earned(said, x)
        or _is_listed(said, x)
    ]
    doubted = [said.words(x.start - 1, x.end) if _cut_off(said, x, named) else x for x in doubted]
    anew = min(turns(said.said.text), default=len(said.said.text))  # what follows “哦不” is what is meant
    doubted += [x for x in unused if x.start >= anew and x.tokens > 1 and _COUNTING.search(x.text) and x not in doubted]
    years = {p.start for p in said.cover if isinstance(p.meaning, YearsSaid)}  # “除了2024年，” in whatever clause
    limits = said.spans_meaning(QualifierSaid)
    return [*doubted, *(q for q in limits if q.clause in clauses or not said.mentions or q.end in years)]


def _is_inside(said: Parse, leftover: Leftover) -> bool:
    """Whether the words are a part of the project that is named: “小区改造里|水箱|多少钱”, “小区改造|水箱|的多少”."""
    text, before = said.said.text, [m for m in said.mentioned(NameType.PROJECT) if m.end <= leftover.start]
    inside = leftover.tokens > 1 and any(INSIDE.fullmatch(text[m.end : leftover.start]) for m in before)
    others = (m for m in before if not any(leftover.text in name for name in m.all_names()))  # no word of its own name
    return inside or any(leftover.start - m.end <= 1 and _OF_IT.match(text, m.end) for m in others)


def _is_listed(said: Parse, leftover: Leftover) -> bool:
    """“体检、助餐各多少”: what stands in one list with a name may be another, and is asked about as much."""
    named = {m.start: m.end for m in said.mentions}
    named |= {x.start: x.end for x in said.leftovers} if named else {}
    text = said.said.text
    behind = text[leftover.end : leftover.end + 1] == "、" and leftover.end + 1 in named
    before = text[leftover.start - 1 : leftover.start] == "、" and leftover.start - 1 in named.values()
    return leftover.tokens > 1 and (behind or before)


_OF_IT = Pattern(r"[^\W的]{2,4}的(?:是|有|要|得|给|占|安排|钱|经费|资金|预算|金额)*(?:多少|几|好多|$)")


def _tells_which(said: Parse, leftover: Leftover) -> bool:
    """Whether a clause before tells which project is meant, of which hardly anything else is said: “亭子漏雨，有没有|改造|的钱”."""
    named = said.mentioned(NameType.PROJECT)
    little = all(len(m.matches[0].tokens) <= _A_WORD and not m.matches[0].whole for m in named)
    return leftover.tokens > _A_WORD and bool(named) and little and all(leftover.clause < said.clause(m.start) for m in named)


_A_WORD = 2  # tokens


def _is_of_which(said: Parse, leftover: Leftover) -> bool:
    """Whether of several that are named it is asked which is so: “甲和乙哪个|先完工”, “甲局和乙局哪个|人|多”."""
    several = max(len(said.mentioned(NameType.PROJECT)), len(said.mentioned(NameType.UNIT))) > 1 or bool(
        said.meanings(PhasesSaid)
    )
    return several and any(p.meaning is Mark.WHICH and p.end == leftover.start for p in said.cover)


def _is_ranked(said: Parse, leftover: Leftover) -> bool:
    """“整治|村|最多的乡镇”: what stands right before 最多 is what is counted, and no money."""
    ranked = any(isinstance(p.meaning, OrderSaid) and p.start == leftover.end for p in said.cover)
    return ranked and not (set(leftover.text) <= _GIVEN or set(leftover.text) <= _SOUNDS)


def _is_earned(said: Parse, leftover: Leftover) -> bool:
    """“带动|卖|多少钱”: what is earned is no budget."""
    return leftover.text[-1] in "卖赚挣" and any(p.start == leftover.end and p.meaning == Asked(Field.AMOUNT) for p in said.cover)


_GIVEN = frozenset("投拨批给花用发补列报排分出拿得领安配奖占是要都就又也还算的里中")


def _turns(said: Parse, leftover: Leftover) -> bool:
    """Whether the words turn what stands right behind them round: “不想看” before “2024年的”."""
    limits = (p for p in said.cover if isinstance(p.meaning, YearsSaid | AmountSaid | HorizonSaid))
    return leftover.text[0] in _REFUSING and any(p.start == leftover.end for p in limits)


def _cut_off(said: Parse, leftover: Leftover, named: int) -> bool:
    """Whether a name of which little is said cuts a kind of money in two: 企业…奖补 in “企业的补助”."""
    word = said.said.text[max(0, leftover.start - 1) : leftover.start] + leftover.text
    return word in KINDS_OF_MONEY and leftover.tokens == 1 and named <= _LITTLE


def _is_for(said: Parse, leftover: Leftover) -> bool:
    """“油钱”, “饭费”: money for something that the forms may not tell apart."""
    return leftover.text[-1] in _PAID_FOR and said.said.text[leftover.end : leftover.end + 1] in ("钱", "费", "款")


_PAID_FOR = frozenset("油电水饭房车药书路网话气粮料工税租餐油煤柴布衣棉菜肉奶茶酒烟花树苗种肥饲")
_LITTLE = 3  # tokens
_SOUNDS = frozenset("嘞捏哩咧撒噻哟呦嘎哒滴喽呐咯哇耶勒呵嗷嗨诶欸喂哼")


def _is_counted(said: Parse, leftover: Leftover) -> bool:
    """“放多少鱼”: what stands right behind 多少 is what is counted, and no money."""
    much = [p for p in said.cover if p.meaning is Mark.HOW_MUCH or p.meaning == Asked(Field.AMOUNT)]
    sounds = set(leftover.text) <= _SOUNDS  # “多少嘞”
    return not sounds and any(p.end == leftover.start and said.said.text[p.start : p.end].endswith("多少") for p in much)


def _is_measured(said: Parse, leftover: Leftover) -> bool:
    """“网络改造|带宽|要多少”, “污水处理|达标率|多少”: what 多少 stands behind is what is asked for, unless it says money."""
    measure = leftover.text[-1] in _MEASURES and (leftover.tokens > 1 or leftover.text == "率")
    return measure and _HOW_MUCH.match(said.said.text, leftover.end) is not None


_MEASURES = frozenset("率度量数期宽长高深重值比频")
_HOW_MUCH = Pattern("(?:要求?|应该?|需要?|得|是|为|达到?|到)*+(?:多少|好多|几)(?![钱块元万款费]|资金|经费|预算)")


def _asking(said: Parse) -> set[int]:
    """The clauses in which something is asked for: the words there may name of what."""
    asking = (
        p.start for p in said.cover if isinstance(p.meaning, Asked | AggregateSaid | OrderSaid) or p.meaning is Mark.HOW_MUCH
    )
    return {said.clause(start) for start in asking}


_SUM_OF = Pattern("合计|一共|总共|共计|平均")


def _weighs(said: Parse, leftover: Leftover, named: int) -> bool:
    if set(leftover.text) & TURNING:
        return True  # “不要工作经费”, “多少美元”
    if set(leftover.text) <= _LIMITING:
        return True  # “拆几座” of what is to be built, “男的查多少人”
    of_a_unit = any(m.end == leftover.start for m in said.mentioned(NameType.UNIT))
    if leftover.text in KINDS_OF_ALL and _SUM_OF.match(said.said.text, leftover.end) and not of_a_unit:
        return True  # “街道合计、镇合计”: the sum of a kind of units
    if leftover.text in KINDS_OF_MONEY:
        return True  # 下派干部补助 is not 下派干部经费
    if any(t.number for t in tokenize(leftover.text)):
        return True  # “二中”, “三标段”: a number tells one name from another
    return leftover.tokens > 1 and leftover.tokens / (leftover.tokens + named) > _SHARE_IN_DOUBT


def torn(said: Parse, unused: Sequence[Leftover]) -> list[Leftover]:
    """Words that have another character than the name they were taken for, where it is no slip: 河|堤巡护 is not 海堤巡护."""
    named = [m for m in said.mentioned(NameType.PROJECT) if any(_tears(said, x, m) for x in unused if x.tokens == 1)]
    return [said.words(min([m.start, *(x.start for x in unused if x.end == m.start)]), m.end) for m in named]


def _tears(said: Parse, x: Leftover, mention: Mention) -> bool:
    """Whether the character stands within the name, or right before where all that are meant begin otherwise."""
    if mention.start < x.start < mention.end:
        return True
    before = x.end == mention.start and not (deeds_like(x.text) or x.text in HARMLESS)
    unit = said.said.text[mention.start : mention.end].endswith(ORGANISATIONS)  # 城|中小学 is no 中小学培训
    return before and all(x.text not in match.name and (unit or _begins_otherwise(said, match)) for match in mention.matches)


def _begins_otherwise(said: Parse, match: Match) -> bool:
    """Whether the name has other characters before what is said of it, or behind the first that is said: 高|中教师培训 of 中小学教师培训."""
    return match.unsaid[0] > 0 or said.said.text[match.start : match.start + 2] not in fold(match.name)


_PHASE = Pattern(rf"第?[{DIGIT_CHARACTERS}十\d]{{1,2}}(?:期|批|标段)")


def numbers_a_phase(leftover: Leftover) -> bool:
    """Whether the words say which phase is meant: “三期”, where no name has such a one."""
    return _PHASE.fullmatch(leftover.text) is not None


def names_something(leftover: Leftover) -> bool:
    """Whether the words end as names of units and places do."""
    return leftover.tokens > 1 and leftover.text.endswith(ORGANISATIONS)
