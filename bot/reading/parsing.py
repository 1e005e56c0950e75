"""Reads a question: the best cover of its spans, the names they mean, and the words that are left over."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from bot.language import carried_years, ordinals, selves, shapes, years
from bot.language.every import PROPOSERS
from bot.language.joints import CLAUSE_END
from bot.language.mandarin import in_mandarin
from bot.language.meanings import SMALL_TALK, AggregateSaid, Except, Mark, Proposal, Utterance
from bot.language.numbers import NumberSaid, PhasesSaid, whole
from bot.language.patterns import Pattern
from bot.reading.corrections import as_corrected
from bot.reading.cover import to_the_letter
from bot.reading.matching import free_tokens, is_phase, settled
from bot.reading.out_of_place import behind_fillers, behind_years, misheard, overshadowed, slips, with_parts_elsewhere
from bot.reading.parse import Leftover, Mention, Parse
from bot.reading.repeating import beside_others, said_again
from store.names import Kind, Least, Match, Names, NameType, Token, Wanted, tokenize
from store.numerals import DIGIT_CHARACTERS
from store.plan import Field
from store.text import Normal, fold, words

_ENDING_WORDS = frozenset("能会")  # fillers that words end with as well
_JOINING, _PARTING = "和同", "的在到,，"  # “辖区的和平路”: 和 joins nothing behind these
_BEGINNINGS = "急会表数名早第用元"  # fillers that words begin with: 急用设备, 会议设备, 用书, 元旦, 第四期
# Words that begin with a filler: it belongs to them where nothing explains the rest.
_BEGUN = frozenset(
    words(
        "办公 办事 能源 能耗 就业 就医 行政 行业 数字 数据 发热 发电 发票 看守 看护 有线 个体 过桥 写字 填埋 会展 会议 急救 急诊 对口 对外 现代 好人 用电 用水 用地 用车 元宵 早教 早餐 表彰 表演 安排 要素 应急 可研 需求"
    )
)
_OF_A_KIND = Pattern(r"(?:类|方面|相关|有关)?的?项目(?![资经])")
_MONEY_OF = Pattern(r"(?:方面|这块|那块|这一块|相关|有关)?的(?:钱|资金|经费|预算|开支|支出)")  # “筛查的钱”: whatever is called so
_WHY = Pattern("为什么")  # “为什么指标变了” asks for no 什么指标
_A_WORD = 2  # tokens
_TIE = 0.35  # matches whose values differ by less mean the same span equally well
_SAME_TOKENS = 0.85
# Less of the name than that is a word that happens to stand in it; `finding` looks up in scope what is said of an indicator.
_ENOUGH = Wanted(least={NameType.INDICATOR: Least(share=0.6, tokens=4), NameType.ATTRIBUTE: Least(share=1.0)})


def _none(_said: Utterance) -> Iterator[Proposal]:
    yield from ()


class Spoken(Struct, frozen=True):
    """What the words of a question say, whatever names there are; `normal` is the text as it is read."""

    normal: Normal
    said: Utterance
    proposals: tuple[Proposal, ...]


def spoken(normal: Normal, today: date, kinds: Callable[[Utterance], Iterator[Proposal]] = _none) -> Spoken:
    """The same for any names; `kinds` proposes what words mean by the units that there are (`KindsOfUnits`)."""
    normal = in_mandarin(normal)
    said = Utterance(normal.text, tokenize(normal.text))
    proposals = (
        *(p for propose in PROPOSERS for p in propose(said)),
        *years.propose(said, today),
        *carried_years.propose(said, today),
        *selves.propose(said, today),
        *kinds(said),
    )
    halves = {match.start() + 1 for match in _WHY.finditer(normal.text)}
    return Spoken(normal, said, tuple(p for p in proposals if p.start not in halves))


def parse(text: str, names: Names, words: Spoken) -> Parse:
    """The question's spans: what each means by the best cover, and what nothing explains; `words` are its own, or how it was heard."""
    said, proposals = words.said, words.proposals
    tokens = _without_phases(said, proposals)
    found = [
        *_more_than_a_place(said, _of_its_level(said, names.propose(tokens, _ENOUGH))),
        *_with_ordinals(said, proposals, names),
    ]
    proposed = with_parts_elsewhere(said, [*found, *misheard(tokens, proposals, names)])
    cover, matches = settled(said, proposals, proposed)
    others = (*overshadowed(said, tokens, cover, proposed, names, _ENOUGH), *beside_others(tokens, cover, names, _ENOUGH))
    elsewhere = (*behind_fillers(said, cover), *behind_years(said, cover, matches))
    again = [*said_again(said, cover, matches), *others, *elsewhere]
    if again:
        cover, matches = settled(said, proposals, list(dict.fromkeys([*matches, *again])))
    cover = as_corrected(said, _with_numbers(said, cover))
    meant = [p.meaning for p in cover if isinstance(p.meaning, Match)]
    also = (names.also(tokens, _saying_the_same(match, matches), _ENOUGH) for match in meant)
    turns = [p for p in cover if isinstance(p.meaning, Except)]
    mentions = tuple(_mention(said, match, [*matches, *more], turns) for match, more in zip(meant, also, strict=True))
    return Parse(
        text, words.normal, said, tuple(cover), mentions, tuple(_leftovers(said, cover, set(slips(said, cover, proposed))))
    )


def _without_phases(said: Utterance, spoken: Sequence[Proposal]) -> tuple[Token, ...]:
    """The tokens for names: “三期” in “三期合起来” is how many phases there are, as 三年 of “三年合计” is of years, 一共 no first phase, and 第二期 is 二期."""
    sums = {p.start for p in spoken if isinstance(p.meaning, AggregateSaid)}
    counted = [
        p
        for p in spoken
        if p.rule == shapes.PHASES
        or isinstance(p.meaning, (AggregateSaid, PhasesSaid))
        or (p.rule == years.SO_MANY and p.end in sums)
    ]
    places = _ordinals(spoken)
    masked = (
        t.start in places or (any(p.start <= t.start < p.end for p in counted) and bool(t.number or t.text == "期"))
        for t in said.tokens
    )
    return tuple(t._replace(kind=Kind.SIGN, text=" ") if hide else t for t, hide in zip(said.tokens, masked, strict=True))


def _of_its_level(said: Utterance, matches: Iterable[Match]) -> Iterator[Match]:
    """The matches without a 项目来源 that only sounds like the level that is said: 省级预算安排 is no 县级预算安排."""
    for match in matches:
        spoken = {said.tokens[i].text for i in match.tokens} & _LEVELS if match.type is NameType.ATTRIBUTE else set()
        if spoken <= {*match.name}:
            yield match


_LEVELS = frozenset("省市县区旗州盟乡镇上本")
_PLACE = Pattern(r"第[一二三四五六七八九十百\d]+")


def _more_than_a_place(said: Utterance, matches: Iterable[Match]) -> list[Match]:
    """The names of which more is said than an ordinal: 第二 is no 第二小学."""
    return [m for m in matches if m.whole or not _PLACE.fullmatch(said.text[m.start : m.end])]


def _with_ordinals(said: Utterance, spoken: Sequence[Proposal], names: Names) -> list[Match]:
    """The names that are said whole with their 第: “消防改造（第三批）”."""
    places = _ordinals(spoken)
    here = frozenset(i for i, token in enumerate(said.tokens) if token.start in places)
    found = names.propose(said.tokens, replace(_ENOUGH, tokens=here)) if here else []
    return [match for match in found if match.whole or to_the_letter(match)]


def _ordinals(spoken: Sequence[Proposal]) -> set[int]:
    return {p.start for p in spoken if p.rule == ordinals.PHASE}


_NUMBER = Pattern(rf"(?<![第前后.])(?!(?<=\d)\d)([两俩仨{DIGIT_CHARACTERS}2-9])(?P<of>[个项笔家])(?:的)?$")


def _with_numbers(said: Utterance, cover: Sequence[Proposal]) -> list[Proposal]:
    """The cover with how many there are of what is named right behind: “四个取暖费”."""
    counted = list(cover)
    for named in (p for p in cover if isinstance(p.meaning, Match) and p.meaning.type is NameType.PROJECT):
        number = _NUMBER.search(said.text[: named.start])
        loose = (*SMALL_TALK, Mark.EACH)
        if number and all(p.meaning in loose or p.end <= number.start() or p.start >= named.start for p in cover):
            meaning = NumberSaid(whole(number[1]), Field.UNIT if number["of"] == "家" else Field.PROJECT)
            counted = [p for p in counted if p.end <= number.start() or p.start >= named.start]
            counted.append(Proposal(number.start(), named.start, "counted", meaning, 1.0))
    return sorted(counted, key=lambda p: p.start)


def _mention(said: Utterance, match: Match, matches: Sequence[Match], turns: Sequence[Proposal]) -> Mention:
    """All that the span means; nothing of it reaches over a word of `turns`: “桥梁检测除了二期” is not 桥梁检测（二期）."""
    shared = _SAME_TOKENS * len(match.tokens)
    alike = {tokens for tokens in {m.tokens for m in matches} if len(tokens & match.tokens) >= shared}
    least = match.value - _TIE
    rivals = [m for m in matches if m.type is match.type and m.value >= least and m.tokens in alike]
    for turn in turns:
        rivals = [m for m in rivals if m == match or not m.start < turn.start < turn.end < m.end]
    rivals.sort(key=lambda m: (-round(m.value, 1), not m.whole, -m.share, m.name))
    called = _OF_A_KIND.match(said.text, match.end) or (
        match.type is NameType.PROJECT and len(match.tokens) <= _A_WORD and _MONEY_OF.match(said.text, match.end)
    )
    kind = bool(called) and not any(m.whole for m in rivals)
    return Mention(match.start, match.end, tuple(rivals), is_phase(said, match), kind)


def _saying_the_same(match: Match, matches: Sequence[Match]) -> list[Match]:
    return [match, *(m for m in matches if m.type is match.type and m.tokens == match.tokens and m != match)]


def _leftovers(said: Utterance, cover: Sequence[Proposal], slips: set[int]) -> Iterator[Leftover]:
    """Runs of tokens that no span explains; a single one inside a name is a typo and part of it."""
    free = free_tokens(said, cover) | _skipped_in_names(said, cover)
    free = (free | _fillers_between(said, cover, free)) - slips
    run: list[Token] = []
    for i, token in enumerate((*said.tokens, None)):
        if token is not None and i in free:
            run.append(token)
        elif run:
            start, end = run[0].start, run[-1].end
            yield Leftover(start, end, said.text[start:end], len(CLAUSE_END.findall(said.text, 0, start)), sum(map(_size, run)))
            run = []


def _size(token: Token) -> int:
    """How many words a token counts for: a number of several digits is more than a slip."""
    return 2 if token.kind is Kind.NUMBER and len(token.text) > 2 else 1


def _fillers_between(said: Utterance, cover: Sequence[Proposal], free: set[int]) -> set[int]:
    """One-character fillers between two words that nothing explains are part of these words: 公务用车.

    So are those that end a word, where a name goes on (氢能|公交 is no 公交, and 财会|培训 no 培训), and those that begin one: 急救.
    """
    fillers = {p.start for p in cover if p.meaning in SMALL_TALK and p.end - p.start == 1}
    named = {i for p in cover if isinstance(p.meaning, Match) for i in p.meaning.tokens}
    inside = [i for i, t in enumerate(said.tokens) if t.start in fillers and t.text not in "的、" and i - 1 in free]
    ending = {i for i in inside if i + 1 in free or (i + 1 in named and said.tokens[i].text in _ENDING_WORDS)}
    begun = [i for i, t in enumerate(said.tokens) if t.start in fillers and i + 1 in free]
    joins_nothing = {i for i in begun if said.tokens[i].text in _JOINING and (i == 0 or said.tokens[i - 1].text in _PARTING)}
    named = {i for i in begun if said.tokens[i].text in _BEGINNINGS or _pair(said, i, i + 1) in _BEGUN}
    return ending | named | joins_nothing


def _skipped_in_names(said: Utterance, cover: Sequence[Proposal]) -> set[int]:
    skipped: set[int] = set()
    for proposal in cover:
        if isinstance(proposal.meaning, Match):
            inside = [
                i for i, t in enumerate(said.tokens) if proposal.start <= t.start < proposal.end and t.kind is not Kind.SIGN
            ]
            missed = [i for i in inside if i not in proposal.meaning.tokens and said.tokens[i].text not in "的那个"]
            missed = [i for i in missed if not (said.tokens[i].text == "第" and i + 1 in proposal.meaning.tokens)]  # 第|二期
            skipped |= {i for i in missed if said.tokens[i].kind is Kind.NUMBER}  # 更换|770|个摄像头
            name = fold(proposal.meaning.name)  # “第三方检测服务费”: 检测 stands elsewhere in it
            skipped |= {i for i in missed if any(_pair(said, i, j) not in name for j in {i - 1, i + 1} & set(missed))}
            skipped |= {i for i in missed if {i - 1, i + 1} <= proposal.meaning.tokens and _replaces_a_word(said, i, name)}
    return skipped


def _replaces_a_word(said: Utterance, place: int, name: str) -> bool:
    """Whether the name has a word of two characters where one is said: 病虫 for 鼠 in “水稻鼠害防治”; another character is a slip."""
    before, behind = (re.escape(said.tokens[place + step].text) for step in (-1, 1))
    return bool(re.search(f"{before}..{behind}", name)) and not re.search(f"{before}.?{behind}", name)


def _pair(said: Utterance, one: int, other: int) -> str:
    first, last = sorted((one, other))
    return said.tokens[first].text + said.tokens[last].text
