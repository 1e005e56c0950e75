"""What was spoken of, set beside itself of another year, or beside another than before."""

import pytest

from tests.bot.conftest import Chat


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("河道清淤多少", "跟它自己去年比呢"), "2024年比2023年多 10 万元"),
        (("河道清淤多少", "跟去年比呢", "跟它自己去年比呢"), "2024年比2023年多 10 万元"),
        (("河道清淤多少", "和自己去年比怎么样"), "2024年比2023年多 10 万元"),
        (("河道清淤多少", "跟自身上年相比呢"), "2024年比2023年多 10 万元"),
        (("河道清淤多少", "跟它自己比呢"), "2024年比2023年多 10 万元"),
        (("河道清淤多少", "同比呢"), "2024年比2023年多 10 万元"),
        (("河道清淤同比增长多少",), "2024年比2023年多 10 万元"),
        (("审计局今年跟自身去年比多多少",), "2024年比2023年多 5 万元"),
        (("河道清淤多少", "跟2022年比呢", "跟去年比呢"), "2024年比2023年多 10 万元"),
        (("环境保洁柳渡镇多少", "跟去年比", "跟望江街道比呢"), "柳渡镇人民政府比望江街道办事处多 30 万元"),
        (("环境保洁柳渡镇多少", "跟望江街道比呢", "跟它自己去年比呢"), "2024年比2023年多 52 万元"),
        (("商务局比审计局多多少", "那跟林业局比呢"), "青禾县商务局比青禾县林业局少 160 万元"),
        (("商务局多少钱", "比审计局多多少", "比林业局呢"), "青禾县商务局比青禾县林业局少 160 万元"),
        (("商务局和审计局哪个多", "跟林业局比呢"), "青禾县林业局最多"),  # of both alike
    ],
)
def test_beside_itself_or_another(bureaus: Chat, turns: tuple[str, ...], words: str) -> None:
    """Of a comparison that goes on the first side stays, and the other is the one that is said last."""
    reply = [bureaus.says(turn) for turn in turns][-1]

    assert reply.kind == "answer", reply.text
    assert words in reply
    assert "未用到" not in reply


def test_without_another_year(bureaus: Chat) -> None:
    """Where there is nothing of the other year, that is said."""
    bureaus.says("商务局比审计局多多少")

    assert "没法比较" in bureaus.says("跟自己去年比呢")
