"""A rank of projects asked anew in another scope."""

import pytest

from tests.bot.conftest import Chat


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        (("水务局最大的项目是哪个", "含所属呢"), "「泵站改造」：200 万元"),
        (("水务局最大的项目是哪个", "那连下属单位一起算呢"), "「泵站改造」：200 万元"),
        (("水务局最大的项目", "下属单位也算上呢"), "「泵站改造」：200 万元"),
        (("水务局钱最多的项目是哪个", "全口径的呢"), "「泵站改造」：200 万元"),
        (("水务局最大的项目是哪个", "含所属呢", "本级呢"), "「水库除险加固工程（二期）」：150 万元"),
        (("水务局含所属最大的项目是哪个", "只看本级呢"), "「水库除险加固工程（二期）」：150 万元"),
        (("水务局哪个项目最小", "含下属呢"), "「水库巡查」：40 万元"),
        (("水务局第二大的项目是哪个", "含所属呢"), "「水库除险加固工程（二期）」：150 万元"),
        (("水务局最大的项目是哪个", "那林业局呢"), "「湿地修复工程（二期）」：90 万元"),
        (("最大的项目是哪个", "商务局呢"), "「商贸促进」：50 万元"),
    ],
)
def test_ranked_anew(bureaus: Chat, turns: tuple[str, ...], first: str) -> None:
    """Another scope is ranked as the last one was."""
    reply = [bureaus.says(turn) for turn in turns][-1]

    assert reply.kind == "answer", reply.text
    assert first in reply.text.split("\n")[0]


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("水务局最大的项目是哪个", "含所属呢", "它的目标是什么"), "「泵站改造」2024年年度目标"),
        (("水务局前两名的项目", "含所属呢"), "1. 青禾县水库管理所「泵站改造」 200 万元"),
        (("水务局最大的项目是哪个", "林业局一共多少"), "合计 240 万元"),
        (("哪家的环境保洁经费最多", "望江街道的呢"), "60 万元"),
        (("哪个单位钱最多", "商务局呢"), "80 万元"),
    ],
)
def test_what_is_not_ranked_anew(bureaus: Chat, turns: tuple[str, ...], words: str) -> None:
    """What else is asked goes on from what was shown, or asks something else of the other unit."""
    assert words in [bureaus.says(turn) for turn in turns][-1]
