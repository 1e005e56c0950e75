"""Projects above or below the mean of those that are asked about."""

from collections.abc import Callable

import pytest

from tests.bot.conftest import Reply

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("高于平均的项目有哪些", "2024年预算安排高于平均数的有 5 个项目（13 个项目平均 "),
        ("2024年低于平均数的有几个", "2024年预算安排低于平均数的有 8 个项目（13 个项目平均 "),
        ("平均以上的项目有几个", "高于平均数的有 5 个项目"),
        ("环境保洁经费低于平均的单位", "2024年「环境保洁经费」预算安排低于平均数的有 2 个项目（3 个项目平均 "),
        ("水务局高于平均的项目", "青禾县水务局本级预算安排高于平均数的有 1 个项目（2 个项目平均 105 万元"),
    ],
)
def test_beside_the_mean(asks_bureaus: Asks, question: str, said: str) -> None:
    """The mean is that of what is asked about, and told with them."""
    reply = asks_bureaus(question)

    assert reply.kind == "answer"
    assert said in reply


@pytest.mark.parametrize("question", ["哪些单位低于平均", "陌生低于平均的有几个", "平均每个项目多少钱"])
def test_another_mean(asks_bureaus: Asks, question: str) -> None:
    """The units' sums have another mean; with a word that is not understood, or where the mean itself is asked for, none is taken."""
    assert "平均数的有" not in asks_bureaus(question)
