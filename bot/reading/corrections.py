"""A speaker's corrections of himself: “2023年的，不是2024年的”, “前年的，不对，去年的”: his last word counts.

What was taken back becomes a filler; a figure that is called wrong (“2024年不对，应该是4.46万”) is no correction of the question.
"""

import re
from collections.abc import Sequence

from bot.language.meanings import (
    AmountChecked,
    AmountNamed,
    AmountSaid,
    Asked,
    Except,
    HorizonSaid,
    LevelSaid,
    Mark,
    Proposal,
    Utterance,
    YearsSaid,
)
from bot.language.patterns import Pattern
from bot.reading.matching import is_phase
from store.names import Match, NameType

_DENIED = Pattern(r"(?:并?不是|不要|不看|不问|不查|别给我?|别看|别要|不用)(?:说|查|问|要|看)?$")
_NO = Pattern(r"(?:并?不是)(?:说|查|问|要|看)?$")  # “不要支付中心的” leaves out, and takes nothing back
_ASKED = Pattern(r"[^,，。;；]{0,8}[吗么嘛]")
_TURNED = Pattern(
    r"不对|(?<=[,。\s])(?:搞|弄)?错了(?=[,。\s])|不不+|[哦噢啊哎]不|[说打写问]错|口误|更正|不是不是|我(?:是说|说的是|问的是|要的是)"
    r"|算了[,，]?(?:吧)?[,，]?(?:先|还是|就|改|直接)*(?:看|问|查|说)?|(?:还是|先|改)(?:看|问|查)(?=\w)|等等|等一?下[,，]"
)
RULE = "corrections"


def as_corrected(said: Utterance, cover: Sequence[Proposal]) -> list[Proposal]:
    """The cover, what the speaker took back or denied made a filler."""
    return _without_replaced(said, _without_taken_back(said, _without_denied(said, cover)))


def turns(text: str) -> list[int]:
    """Where the speaker begins anew."""
    return [turn.end() for turn in _TURNED.finditer(text)]


def _without_denied(said: Utterance, cover: Sequence[Proposal]) -> list[Proposal]:
    """Years and names that the speaker says he does not mean, where he says what he means instead."""
    denied = {p: found.start() for p in cover if (found := _denial(said, p))}
    meant = {_slot(p) or (Asked if isinstance(p.meaning, Asked | LevelSaid) else None) for p in cover if p not in denied}
    for proposal, start in denied.items():
        if _is_the_only_phase(said, proposal, cover):
            cover = [*(p for p in cover if p.end <= start or p.start >= proposal.start), _leaving_out(start, proposal)]
        elif (_slot(proposal) or _field(said, proposal)) in meant:
            cover = _filled(cover, start, proposal.end)
    return list(cover)


def _is_the_only_phase(said: Utterance, denied: Proposal, cover: Sequence[Proposal]) -> bool:
    """Whether a phase alone is denied, and none is said instead: “不是一期，是在修的那个站房” leaves that one out of the project's."""
    phases = [p for p in cover if isinstance(p.meaning, Match) and is_phase(said, p.meaning)]
    projects = [p for p in cover if isinstance(p.meaning, Match) and p.meaning.type is NameType.PROJECT and p not in phases]
    return denied in phases and len({_words(said, p) for p in phases}) == 1 and bool(projects)


def _leaving_out(start: int, denied: Proposal) -> Proposal:
    return Proposal(start, denied.start, RULE, Except.BEFORE, 0.0)


def _field(said: Utterance, proposal: Proposal) -> object:
    """That it says what is asked for, in a clause that ends there, of a speaker who says what he asks for."""
    if not isinstance(proposal.meaning, Asked | LevelSaid) or not _SAID_SO.search(said.text):
        return None
    return Asked if _CLAUSE_ENDS.match(said.text, proposal.end) else None


# “我要的是拨款，不是结转”: what is asked for, where it is said so
_SAID_SO = Pattern(r"(?:问|要|说|看|查|指|想知道)的?是|(?:是(?:在)?问|[,，。;；\s](?:而)?(?:是|我?要|我?问))")
_CLAUSE_ENDS = Pattern(r"(?:的|的事)?[啊呀哦嘛]?\s*(?:$|[,，。;；!！])")


def _denial(said: Utterance, proposal: Proposal) -> re.Match[str] | None:
    """The words before that deny it, unless they ask: “不是2026年的吗”."""
    slot = _slot(proposal) or _field(said, proposal)
    if slot is None or _ASKED.match(said.text, proposal.end):
        return None
    return (_DENIED if slot is YearsSaid else _NO).search(said.text[: proposal.start])


def _without_taken_back(said: Utterance, cover: Sequence[Proposal]) -> list[Proposal]:
    """Years and names before “不对” and the like, where others of their kind stand behind it."""
    for turn in _TURNED.finditer(said.text):
        before = [p for p in cover if p.end <= turn.start() and _slot(p)]
        after = [p for p in cover if p.start >= turn.end()]
        if any(isinstance(p.meaning, Match) and is_phase(said, p.meaning) for p in after):
            cover = _filled(cover, turn.start(), turn.end())  # “桥梁检测一期，不对，二期”: 一期 still says of what
            continue
        if any(isinstance(p.meaning, AmountChecked | AmountNamed | AmountSaid) for p in after):
            continue
        term = any(isinstance(p.meaning, HorizonSaid) for p in cover if p.start >= turn.end())  # “三年，哦不，整个中期”
        for slot in ({_slot(p) for p in after} | ({YearsSaid} if term else set())) - {None}:
            theirs = [p for p in before if _slot(p) == slot]
            if {_words(said, p) for p in theirs} & {_words(said, p) for p in after}:
                continue  # the same again: “2024年不对，2024年明明是…”
            for proposal in theirs:
                cover = _filled(cover, proposal.start, proposal.end)
            if theirs:
                cover = _filled(cover, turn.start(), turn.end())
    return list(cover)


_REPLACED = Pattern(r"(?:把|将)(?P<before>[^,，。;；]{1,24}?)(?:换成|改成|换为|改为|换作|变成)(?P<after>[^,，。;；]{1,24})")


def _without_replaced(said: Utterance, cover: Sequence[Proposal]) -> list[Proposal]:
    """“把一期换成二期”, “把2025换成2026”: what stands before 换成 is what was spoken of."""
    for match in _REPLACED.finditer(said.text):
        after = {_slot(p) for p in cover if p.start >= match.start("after")} - {None}
        before = [p for p in cover if match.start("before") <= p.start and p.end <= match.end("before")]
        for proposal in before:
            if _slot(proposal) in after:
                cover = _filled(cover, proposal.start, proposal.end)
    return list(cover)


def _slot(proposal: Proposal) -> object:
    """What of a question the span fills, where only one thing can: its years, its unit, its project."""
    meaning = proposal.meaning
    if isinstance(meaning, YearsSaid):
        return YearsSaid
    return meaning.type if isinstance(meaning, Match) and meaning.type in (NameType.UNIT, NameType.PROJECT) else None


def _words(said: Utterance, proposal: Proposal) -> str:
    return said.text[proposal.start : proposal.end].rstrip("的年度")


def _filled(cover: Sequence[Proposal], start: int, end: int) -> list[Proposal]:
    """The cover with a filler over the span in the place of all that lies in it."""
    start = min([start, *(p.start for p in cover if p.start < start < p.end)])
    end = max([end, *(p.end for p in cover if p.start < end < p.end)])
    kept = [p for p in cover if p.end <= start or p.start >= end]
    return sorted([*kept, Proposal(start, end, RULE, Mark.FILLER, 0.0)], key=lambda p: p.start)
