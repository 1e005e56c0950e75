"""Places without a noun: “第一和第二差多少”, “第二到第五名”, “谁最多谁第二”; and “第二是谁”, a choice unless something was ranked."""

import re
from collections.abc import Iterator

from bot.language.choices import ChoiceSaid
from bot.language.meanings import OrderSaid, Proposal, Utterance
from bot.language.numbers import PLACE, whole
from bot.language.patterns import Pattern
from store.plan import Direction, Order

WHO = "places.who"
_THING = r"(?![期批届季个项条张页份年月天周次轮版章阶标小中大学幼村组队方产人医类款])"
_PLACE = Pattern(rf"(?<!倒数)第(?P<number>{PLACE})(?!(?:名|位|[多高大少低小](?!多少|少(?:$|[?？])))){_THING}")
# “最多的是谁，第二是谁”, “哪个部门第一”: beside a word that ranks, or for whom it is asked who has the place
_ENDS = r"(?=\s*(?:[,，、。;；?？)和]|呢|谁|哪|$)|的?(?:又|分别)?是(?:谁|哪))"
_BESIDE_A_RANK = Pattern(rf"(?<!倒数)(?P<ranked>排在?)?第(?P<number>{PLACE})(?:名|位)?{_ENDS}")
_RANKS = Pattern(r"最[多高大少低小]|排[名行]|第一")
_WHOSE = Pattern(r"(?:谁|哪一?(?:个|家|所)?(?:单位|部门|局|乡?镇|街道|乡|学校|项目)?)(?:是|又|排|在)*$")
_SET_APART = Pattern(r"差|比|多多少|少多少|之间|哪个")
_RANGE = Pattern(
    rf"(?:排名?|排在|位列)?第?(?P<first>{PLACE})(?:名|位)?(?:到|至|-|~)第?(?P<last>{PLACE})(?:名|位)(?:的)?"
    rf"|第(?P<from>{PLACE})(?:名|位)?(?:到|至|-|~)第(?P<to>{PLACE})(?:名|位)?(?=的?(?:项目|单位|是|有|分别|呢|$|[?？]))(?:的)?"
)
_WHO = Pattern(
    r"^\s*(?:那|那么)?(?:(?:今|去|前)年的?|(?:20)?\d\d年的?)?"
    rf"(?P<alone>(?:排)?第(?P<number>{PLACE})(?:名|位)?(?:又|的)?(?:是)?"
    r"(?:谁|哪一?[个家笔项]?(?:单位|部门|局|乡?镇|乡|学校|项目)?|什么|呢)[的呢啊呀]?[?？。\s]*)$"
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Places of a ranking, and the number that may be one."""
    places = list(_PLACE.finditer(said.text))
    if _SET_APART.search(said.text) and said.text.count("第") > 1:
        for match in places:
            yield from _order(match, match["number"], match["number"])
    for match in _RANGE.finditer(said.text):
        yield from _order(match, match["first"] or match["from"], match["last"] or match["to"])
    for match in _BESIDE_A_RANK.finditer(said.text):
        before = said.text[: match.start()]
        if _WHOSE.search(before) or _RANKS.search(before):
            yield from _order(match, match["number"], match["number"], _direction(before))
    alone = _WHO.match(said.text)
    if alone and not re.search("第.{1,3}[名位]", alone["alone"]) and whole(alone["number"]):
        choice = ChoiceSaid(whole(alone["number"]))
        yield Proposal(alone.start("alone"), alone.end(), WHO, choice, 1.2 * len(alone["alone"].strip()))


_EXTREME = Pattern(r"最(?:(?P<least>[少低小])|[多高大])")


def _direction(before: str) -> Direction:
    """From which end the place counts: from that of the rank that is said before it."""
    extremes = list(_EXTREME.finditer(before))
    return Direction.ASCENDING if extremes and extremes[-1]["least"] else Direction.DESCENDING


def _order(match: re.Match[str], first: str, last: str, direction: Direction = Direction.DESCENDING) -> Iterator[Proposal]:
    skip, count = whole(first) - 1, whole(last) - whole(first) + 1
    if skip >= 0 and count > 0:
        order = Order(direction=direction, count=count, skip=skip)
        yield Proposal(match.start(), match.end(), "places", OrderSaid(order), 1.3 * len(match[0]))
