"""“局本级呢” after the units below one (“下面学校呢”, “教育局（含所属学校）”): the unit above them, by itself.

And the other scope of what was told: “不含呢” after “含下属呢”, “含呢” after “本级呢”.
"""

from typing import Any

from bot.book import Book
from bot.language.patterns import Pattern
from bot.scoping.departments import above
from bot.scoping.sides_said import with_those_below
from store.plan import Plan


def of_the_unit_itself(asked: Plan, previous: Plan, book: Book) -> dict[str, Any]:
    """What changes of the last plan; nothing where its units have no one unit above them all."""
    units = previous.units
    if not asked.alone or asked.units or not units or (len(units) == 1 and book.below(units[0])):
        return {}
    higher = above(units, book)
    tops = {higher.get(unit, unit) for unit in units}
    top = next(iter(tops))
    if len(tops) != 1 or not book.below(top):
        return {}
    kept = previous.projects if book.holds(previous.projects, (top,)) else ()
    return {"units": (top,), "projects": kept, "called": "", "sides": (), "among": (), "publishers": ()}


_PARTS = "(?:的|下属|所属|下面|底下|下级|二级|单位|它们?|他们)*"
_WITHOUT = Pattern(
    rf"(?:那|那么|如果|要是)?(?:都|也)?(?:不|别|不要|去掉|扣掉|剔除)(?:包?含|包括|带上?|算上?|连|加上?|计|统计)?{_PARTS}(?:在内|进去|进来|上)?(?:的话)?(?:一共|总共)?(?:是)?(?:多少钱?)?[呢啊呀的吗]*\W*"
)
_WITH = Pattern(
    rf"(?:那|那么|如果|要是)?(?:都|也)?(?:包?含|包括|带上?|算上?|连上?|加上?|计入){_PARTS}(?:在内|进去|进来|上)?(?:的话)?(?:一共|总共)?(?:是)?(?:多少钱?)?[呢啊呀的]*\W*"
)


def turned(said: str, previous: Plan, book: Book) -> Plan | None:
    """“不含呢” after “含下属呢” or “含林场多少”, “含呢” after “本级呢” or “不含结转”: the last plan in the other scope."""
    if previous.compare or previous.order or previous.whole:
        return None
    if previous.net_of and _WITH.fullmatch(said):
        return previous.model_copy(update={"net_of": ()})
    if previous.projects:
        return None
    if _WITHOUT.fullmatch(said):
        if previous.whole_branch and len(previous.units) == 1:
            return previous.model_copy(update={"whole_branch": False, "alone": True})
        side = with_those_below(previous.units, book)
        return previous.model_copy(update={"units": previous.units[:1], "alone": True, "sides": ()}) if side else None
    if not _WITH.fullmatch(said):
        return None
    one = previous.alone and len(previous.units) == 1 and book.below(previous.units[0])
    return previous.model_copy(update={"whole_branch": True, "alone": False}) if one else None
