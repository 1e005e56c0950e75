"""“局本级呢” after the units below one (“下面学校呢”, “教育局（含所属学校）”): the unit above them, by itself.

And the other scope of what was told: “不含呢” after “含下属呢”, “含呢” after “本级呢”, “加上本级呢” after “下属呢”.
"""

from collections.abc import Sequence
from typing import Any

from bot.book import Book
from bot.following.between_two import of_both_scopes
from bot.language.patterns import Pattern
from bot.scoping.departments import above
from bot.scoping.sides_said import with_those_below
from store.plan import LeftOut, Plan


def of_the_unit_itself(asked: Plan, previous: Plan, book: Book) -> dict[str, Any]:
    """What changes of the last plan; nothing where what was spoken of is a unit by itself, or one without units below it."""
    units = previous.units
    if not asked.alone or asked.units or not units or (len(units) == 1 and book.below(units[0])):
        return {}
    tops = _above(units, book)
    if len(tops) > max(1, len(previous.sides)) or not all(map(book.below, tops)):
        return {}
    kept = previous.projects if book.holds(previous.projects, tops) else ()
    return {"units": tops, "projects": kept, "called": "", "sides": (), "among": (), "publishers": ()}


def _above(units: Sequence[str], book: Book) -> tuple[str, ...]:
    """The highest units that these belong to, or are."""
    higher = above(units, book)
    return tuple(dict.fromkeys(higher.get(unit, unit) for unit in units))


def still_left_out(units: Sequence[str], previous: Plan, book: Book) -> dict[str, Any]:
    """What is still left out where the same is asked of the units below, as far as they have it: “下属呢” after “不含照明工程的呢”."""
    below = {low for top in _above(previous.units, book) for low in book.below(top)}
    if not previous.units or {*units} != below:
        return {"without": (), "net_of": ()}
    return {"without": tuple(one for one in previous.without if _has_any(units, one, book)), "net_of": previous.net_of}


def _has_any(units: Sequence[str], out: LeftOut, book: Book) -> bool:
    theirs = tuple(unit for unit in units if not out.units or unit in out.units)
    return bool(theirs) and (not out.projects or book.holds(out.projects, theirs))


_PARTS = "(?:的|下属|所属|下面|底下|下级|二级|单位|它们?|他们)*"
_WITHOUT = Pattern(
    rf"(?:那|那么|如果|要是)?(?:都|也)?(?:不|别|不要|去掉|扣掉|剔除)(?:包?含|包括|带上?|算上?|连|加上?|计|统计)?{_PARTS}(?:在内|进去|进来|上)?(?:的话)?(?:一共|总共)?(?:是)?(?:多少钱?)?[呢啊呀的吗]*\W*"
)
_WITH = Pattern(
    rf"(?:那|那么|如果|要是)?(?:都|也)?(?:包?含|包括|带上?|算上?|连上?|加上?|计入){_PARTS}(?:在内|进去|进来|上)?(?:的话)?(?:一共|总共)?(?:是)?(?:多少钱?)?[呢啊呀的]*\W*"
)


_OWN_TOO = Pattern(
    r"(?:那|那么|如果|要是|再)?(?:包?含|包括|带上?|算上?|连上?|连同|加上?|计入)(?:它|他们)?的?(?:局|委|院|校|机关)?(?:本级|本身|自己|机关)(?:的|在内)*(?:一起|一共|总共|合计)?(?:是|有)?(?:多少钱?)?[呢啊呀的]*\W*"
)
_ALL_OF_IT = Pattern(
    r"(?:那|那么)?(?:全部|整个系统|全系统|两级|两边|都|一起)(?:的|都|加起来|加一起|合起来|合计|一共|总共|加上|算上|一起)*(?:是|有)?(?:多少钱?)?[呢啊呀的]*\W*"
)


def turned(said: str, previous: Plan, book: Book) -> Plan | None:
    """“不含呢” after “含下属呢” or “含林场多少”, “含呢” after “本级呢” or “不含结转”: the last plan in the other scope."""
    if previous.compare or previous.order or previous.whole:
        return None
    if previous.net_of and _WITH.fullmatch(said):
        return previous.model_copy(update={"net_of": ()})
    if previous.projects:
        return None
    top = _whose_parts(previous, book) if _OWN_TOO.fullmatch(said) or _ALL_OF_IT.fullmatch(said) else ""
    whole = {"units": (top,), "called": "", "whole_branch": True, "alone": False} if top else {}
    if whole or of_both_scopes(said, previous, book):
        return previous.model_copy(update=whole or {"against": True})
    if _WITHOUT.fullmatch(said):
        if previous.whole_branch and len(previous.units) == 1:
            return previous.model_copy(update={"whole_branch": False, "alone": True})
        side = with_those_below(previous.units, book)
        return previous.model_copy(update={"units": previous.units[:1], "alone": True, "sides": ()}) if side else None
    if not _WITH.fullmatch(said):
        return None
    one = previous.alone and len(previous.units) == 1 and book.below(previous.units[0])
    return previous.model_copy(update={"whole_branch": True, "alone": False}) if one else None


def _whose_parts(previous: Plan, book: Book) -> str:
    """The unit of which its own, all that is below it, or both were spoken of; "" where that is not so."""
    tops = _above(previous.units, book)
    if len(tops) != 1 or previous.sides or not (lower := book.below(tops[0])):
        return ""
    own = previous.units == tops and (previous.alone or previous.whole_branch)
    return tops[0] if own or {*previous.units} == {*lower} else ""
