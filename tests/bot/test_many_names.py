"""More names say a word than are looked at one by one: a sum over them leaves none out."""

from datetime import UTC, datetime
from decimal import Decimal

from bench.corpus import Named, Pair
from bench.filling import fill
from bot.app import conversation_of
from bot.chat import Incoming
from store.database import Store
from store.targets import everything

NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)
PLACES = [f"{a}{b}{c}" for a in "青石柳河白云金龙永安" for b in "禾桥渡沟塘岭源川江" for c in "镇乡县区市州"]


def test_a_sum_over_hundreds_of_names(store: Store) -> None:
    """All 540 projects of the topic are in the sum, and none of the 540 others."""
    pairs = [Pair(n, Named(("青禾县", "财政局")), Named((place, "乡村振兴经费"))) for n, place in enumerate(PLACES)]
    pairs += [Pair(n + 1000, Named(("青禾县", "教育局")), Named((place, "校园安保经费"))) for n, place in enumerate(PLACES)]
    fill(store, pairs)
    yuan = sum((v.target.fundings[0].yuan for v in everything(store) if "乡村振兴" in v.target.project), Decimal(0))
    reply = conversation_of(store).reply(Incoming("a", "b", "乡村振兴经费一共多少钱", NOON), keep=False)

    assert f"{(yuan / 10_000).normalize():f} 万元" in reply.text
    assert "540" in reply.text


def test_a_name_beside_a_character_that_sounds_like_a_common_one(store: Store) -> None:
    """“经费” is not heard as the 金 of a place where the name has 经费 as well: none of these is left out."""
    pairs = [
        Pair(n, Named(("青禾县", "财政局")), Named(("乡村振兴", place, "经费")))
        for n, place in enumerate(("金桥镇", "青桥镇", "石桥镇"))
    ]
    fill(store, pairs)
    reply = conversation_of(store).reply(Incoming("a", "b", "乡村振兴经费一共多少钱", NOON), keep=False)

    assert "3 个项目" in reply.text
