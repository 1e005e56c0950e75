"""Which of the names that a question may mean are meant: the best cover, less what the words around contradict."""

from collections.abc import Sequence
from itertools import pairwise

from bot.language.kinds_said import KindOfUnits
from bot.language.meanings import MOVING, AggregateSaid, Mark, Proposal, Utterance
from bot.language.numbers import NumberSaid
from bot.language.patterns import Pattern
from bot.reading.cover import beside_names, best_cover, proposal_of
from store.names import ALIAS, Kind, Match, NameType
from store.numerals import DIGIT_CHARACTERS
from store.plan import Aggregate, Field
from store.text import words

# What names of units and places end with.
ORGANISATIONS = words(
    """
    局 委 办 所 院 校 馆 站 队 厅 厂 公司 政府 银行 街道 镇 乡 村 社区 县 区 市 省 联 中心 学 园 联合会 委员会
    大队 支队 分局
    """
)
_JOINED = Pattern(r"[和与跟及、,，/;比\s对加除+]|还有|以及|或|不[含算包计]|去掉|扣|剔|减")
COUNTED = Pattern(rf"(?:这|那)?([俩仨{DIGIT_CHARACTERS}十\d]{{1,2}})[个家所]")
"""How many units there are, before what they are called."""
BARE_KIND = "kinds_of_units.bare"  # the rule of a kind of units that is said without 各, 所有 and the like
_CONTRADICTED = 0.4  # of what was said: more leftover beside a name than that says that another name is meant
_PIECE = 2
_DONE = frozenset("修跑买建请种换装拍治救养查检验租扫挖铺抓捉逮捕收管")  # what is done to what is named: 修|沿河路, 查|大桥
_SURE_TOKENS, _SURE_SHARE = 3, 0.5  # a shorter piece of a name is contradicted by a single character beside it


def settled(said: Utterance, spoken: Sequence[Proposal], matches: list[Match]) -> tuple[list[Proposal], list[Match]]:
    """The best cover, and the matches that nothing in the question speaks against."""
    matches = _without_other_units(said, _without_joints(said, _without_deeds(said, matches)))
    spoken = beside_names(spoken, matches)
    while True:
        cover = best_cover([*spoken, *map(proposal_of, _best_of_each_span(matches))])
        stray = _stray(said, cover, matches, several=says_several(spoken))
        wrong = _contradicted(said, cover) or stray or _only_a_word(cover, spoken)
        wrong = wrong or _counted_as_unit(said, cover, matches) or _cut_out_of_a_name(said, cover, matches)
        loose = _loose_kinds(said, cover)
        if loose:
            spoken = [p for p in spoken if p not in loose]
            continue
        if wrong is None:
            return cover, matches
        matches = [m for m in matches if not (m.type is wrong.type and m.tokens & wrong.tokens and m.value <= wrong.value)]


def _without_joints(said: Utterance, matches: Sequence[Match]) -> list[Match]:
    """The matches without those that end with what joins them to the next, as it sounds like a character of the name: 赛和 is no 赛活动."""
    begun = {m.start for m in matches if m.type in (NameType.PROJECT, NameType.UNIT)}
    return [m for m in matches if not (m.end in begun and said.text[m.end - 1] in _JOINTS and said.text[m.end - 1] not in m.name)]


_JOINTS = "和与跟及同"


def _without_other_units(said: Utterance, matches: Sequence[Match]) -> list[Match]:
    """The matches without projects whose names a unit is no part of, but for a character within: 中心小学 is not 中小学培训."""
    return [m for m in matches if m.type is not NameType.PROJECT or not _is_another_unit(said, m)]


def _is_another_unit(said: Utterance, match: Match) -> bool:
    words = said.text[match.start : match.end]
    skipped = {i for i, t in enumerate(said.tokens) if match.start <= t.start < match.end and t.kind is Kind.HAN} - match.tokens
    beside = any(said.tokens[i].text not in "的那个之" for i in skipped)
    return match.why == "partial" and not match.between and beside and words.endswith(ORGANISATIONS)


def _without_deeds(said: Utterance, matches: Sequence[Match]) -> list[Match]:
    """The matches without those of indicators that only hold more than a project by what is done to it: 新建桥梁数量."""
    projects = [m.tokens for m in matches if m.type is NameType.PROJECT and len(m.tokens) > _PIECE]
    deeds = {i for i, token in enumerate(said.tokens) if token.text in _DONE}
    lines = (m for m in matches if m.type is NameType.INDICATOR and not m.whole)
    only_more = {m for m in lines if any(tokens < m.tokens and m.tokens - tokens <= deeds for tokens in projects)}
    return [m for m in matches if m not in only_more]


def free_tokens(said: Utterance, cover: Sequence[Proposal]) -> set[int]:
    """The tokens that no span of the cover holds."""
    return {
        i
        for i, token in enumerate(said.tokens)
        if token.kind is not Kind.SIGN and not any(p.start <= token.start < p.end for p in cover)
    }


def joined(said: Utterance, start: int, end: int) -> bool:
    """Whether what stands between two names says that both are meant."""
    return bool(_JOINED.search(said.text[start:end]))


def _best_of_each_span(matches: Sequence[Match]) -> list[Match]:
    best: dict[tuple[int, int, NameType], Match] = {}
    for match in matches:
        key = (match.start, match.end, match.type)
        if key not in best or (match.value, match.whole, match.share) > (best[key].value, best[key].whole, best[key].share):
            best[key] = match
    return list(best.values())


def _contradicted(said: Utterance, cover: Sequence[Proposal]) -> Match | None:
    """A match beside which stand words that its name does not hold there: 杜集区财政局 is not 相山区财政局."""
    free = {i for i in free_tokens(said, cover) if said.tokens[i].kind is not Kind.NUMBER}
    free -= _deeds(said, cover)
    nicknames = [
        p.meaning for p in cover if isinstance(p.meaning, Match) and p.meaning.why == ALIAS and p.meaning.type is NameType.PROJECT
    ]
    within = next((m for m in nicknames if _is_within_a_word(m, free)), None)
    if within is not None:
        return within
    for match in (p.meaning for p in cover):
        if isinstance(match, Match) and _against(said, match, free) > _bearable(said, match):
            return match
    return None


_LISTED = Pattern(r"\s*(?:[和与跟及、,，]|还有|以及)?\s*")


def _counted_as_unit(said: Utterance, cover: Sequence[Proposal], matches: Sequence[Match]) -> Match | None:
    """A piece of a project's name that is called a unit by what stands behind its list: “柳渡、石桥、青溪三个镇” where there is 青溪桥养护."""
    units = {(m.start, m.end) for m in matches if m.type is NameType.UNIT}
    for counted in cover:
        if not _counts_units(counted, said):
            continue
        start = counted.start
        for match in reversed([p.meaning for p in cover if isinstance(p.meaning, Match) and p.end <= counted.start]):
            if not _LISTED.fullmatch(said.text[match.end : start]):
                break
            if match.type is NameType.PROJECT and not match.whole and (match.start, match.end) in units:
                return match
            start = match.start
    return None


def _cut_out_of_a_name(said: Utterance, cover: Sequence[Proposal], matches: Sequence[Match]) -> Match | None:
    """A line's name that begins with the last word of another name: 渡|持证率 of “柳渡持证率”, where there is 渡工持证率, leaves 柳 over."""
    free = free_tokens(said, cover)
    names = [m.tokens for m in matches if m.type in (NameType.UNIT, NameType.PROJECT) and m.score >= 1]
    lines = [p.meaning for p in cover if isinstance(p.meaning, Match) and p.meaning.type is NameType.INDICATOR]

    def cut(line: Match, name: frozenset[int]) -> bool:
        before = {token for token in name if token < min(line.tokens)}
        return bool(before) and before <= free and min(line.tokens) in name and not line.tokens <= name

    return next((one for one in lines if not one.whole and any(cut(one, name) for name in names)), None)


def _counts_units(proposal: Proposal, said: Utterance) -> bool:
    """Whether it says how many units there are: 三个镇, 三家."""
    meaning = proposal.meaning
    if isinstance(meaning, NumberSaid):
        return meaning.of is Field.UNIT
    return isinstance(meaning, KindOfUnits) and bool(COUNTED.match(said.text[proposal.start : proposal.end]))


def _is_within_a_word(match: Match, free: set[int]) -> bool:
    """Whether a nickname is a part of a longer word that nothing explains: 修路 in 维修路灯 is not 公路养护."""
    return bool({min(match.tokens) - 1, max(match.tokens) + 1} & free)


def _deeds(said: Utterance, cover: Sequence[Proposal]) -> set[int]:
    """The words for what is done to a project that is named by more than a word, or behind its unit: 修|沿河路, 养护站|买|设备."""
    matches = [p.meaning for p in cover if isinstance(p.meaning, Match)]
    units = {max(m.tokens) for m in matches if m.type is NameType.UNIT}
    projects = [m for m in matches if m.type is NameType.PROJECT]
    before = {min(m.tokens) - 1: len(m.tokens) for m in projects if min(m.tokens)}
    deeds = (i for i, size in before.items() if said.tokens[i].text in _DONE and (size > _PIECE or i - 1 in units))
    return set(deeds)


def _loose_kinds(said: Utterance, cover: Sequence[Proposal]) -> list[Proposal]:
    """Bare kinds of units that are part of longer words which nothing explains: 学校 in “学校门口”, “学校的大门”."""
    free = {said.tokens[i] for i in free_tokens(said, cover)}
    starts, ends = {t.start for t in free}, {t.end for t in free}
    return [p for p in cover if p.rule == BARE_KIND and (p.start in ends or _behind(said, p.end) in starts)]


def _behind(said: Utterance, place: int) -> int:
    """Where the next word begins, 的 passed over."""
    return place + 1 if said.text.startswith("的", place) else place


def _against(said: Utterance, match: Match, free: set[int]) -> int:
    """How many tokens beside the match stand where its name has others."""
    before, after = _run(free, min(match.tokens), -1), _run(free, max(match.tokens), 1)
    if match.type is NameType.UNIT and after > 1 and not _ends_a_unit(said, max(match.tokens) + after):
        after = 0  # what a unit does, rather than how it goes on: 交通局 | 买压路机
    if len(match.tokens) <= _PIECE and match.share < _SURE_SHARE:
        strange = sum(said.tokens[min(match.tokens) - n].text not in match.name for n in range(1, before + 1))
        return strange + min(after, match.unsaid[1])  # 县|政府 is not the 政府采购
    return min(before, match.unsaid[0]) + min(after, match.unsaid[1])


def _bearable(said: Utterance, match: Match) -> float:
    counted = said.tokens[max(match.tokens)].number is not None  # 二|中 is not 二期
    short = counted or (len(match.tokens) <= _SURE_TOKENS and match.share < _SURE_SHARE)
    return 0 if short or match.type is NameType.UNIT else _CONTRADICTED * len(match.tokens)


def _ends_a_unit(said: Utterance, last: int) -> bool:
    return said.text[: said.tokens[last].end].endswith(ORGANISATIONS)


def _run(free: set[int], place: int, step: int) -> int:
    count = 0
    while place + (count + 1) * step in free:
        count += 1
    return count


_OF_SEVERAL = (Aggregate.SUM, Aggregate.AVERAGE, Aggregate.DIFFERENCE)


def says_several(spoken: Sequence[Proposal]) -> bool:
    """Whether the question speaks of several things, so that names may stand side by side: “保洁养护检测三样一共”."""
    return any(
        isinstance(p.meaning, NumberSaid)
        or p.meaning in (Mark.EACH, Mark.COMPARED)
        or (isinstance(p.meaning, AggregateSaid) and p.meaning.aggregate in _OF_SEVERAL)
        for p in spoken
    )


def _stray(said: Utterance, cover: Sequence[Proposal], matches: Sequence[Match], *, several: bool) -> Match | None:
    """A piece of a project's name beside another project that nothing joins it to: it is a word of the question, no name.

    Where the question speaks of `several` things, the beginnings of names right behind each other are these.
    """
    named = [p.meaning for p in cover if isinstance(p.meaning, Match) and p.meaning.type is NameType.PROJECT]
    for one, other in pairwise(named):
        weaker = min(one, other, key=lambda m: (m.whole, m.value, -m.start))
        loose = (
            not (joined(said, one.end, other.start) or _set_beside(said, one, other))
            and not weaker.whole
            and not is_phase(said, weaker)
        )
        beginnings = several and one.end == other.start and one.unsaid[0] == other.unsaid[0] == 0
        beginnings = beginnings and not any(m.type is NameType.UNIT and m.tokens & (one.tokens | other.tokens) for m in matches)
        if loose and not beginnings and not _names(one, matches) & _names(other, matches):
            return weaker
    return None


def _set_beside(said: Utterance, one: Match, other: Match) -> bool:
    """Whether the one is told to be so many times the other: “甲是乙的几倍”."""
    return bool(_AS_MUCH.fullmatch(said.text[one.end : other.start]) and _TIMES.match(said.text[other.end :]))


_AS_MUCH = Pattern(r"(?:大概|大约|差不多)?(?:是|有|顶|抵|相当于|等于|占)(?:得上|了)?")
_TIMES = Pattern(
    r"(?:的|大概|大约|差不多|资金|经费|预算)*(?:几|多少|[一二两三四五\d.]+)(?:个|分之|成|倍)|(?:的)?(?:百分之|比例|一半|零头)"
)


def _only_a_word(cover: Sequence[Proposal], spoken: Sequence[Proposal]) -> Match | None:
    """A piece of a project's name that is a word of the question: 减少 in “保洁减少百分之几” is no 减少扬尘经费.

    So it is beside another name, and beside a word that compares.
    """
    named = [p for p in cover if isinstance(p.meaning, Match) and p.meaning.type in (NameType.PROJECT, NameType.UNIT)]
    compared = any(p.meaning in (Mark.COMPARED, Mark.PER_CENT, AggregateSaid(Aggregate.DIFFERENCE)) for p in cover)
    words = {(p.start, p.end) for p in spoken if len(named) > 1 or (compared and p.meaning in MOVING)}
    for proposal in named:
        match = proposal.meaning
        piece = isinstance(match, Match) and match.type is NameType.PROJECT and len(match.tokens) <= _PIECE and not match.whole
        if piece and (proposal.start, proposal.end) in words:
            assert isinstance(match, Match)
            return match
    return None


def _names(match: Match, matches: Sequence[Match]) -> set[str]:
    """All that the tokens of a match may mean."""
    return {m.name for m in matches if m.type is match.type and m.tokens >= match.tokens}


_PHASE = Pattern(r"第?[一二三四五六七八九十\d]+(?:期|批|标段|阶段)")


def is_phase(said: Utterance, match: Match) -> bool:
    """Whether only what counts a phase is said: “二期”."""
    return bool(_PHASE.fullmatch(said.text[match.start : match.end]))
