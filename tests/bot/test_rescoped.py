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


@pytest.mark.parametrize(
    ("turns", "has", "lacks"),
    [
        (("商贸促进多少钱", "这个局还有别的项目吗"), "「电商培训」", "「商贸促进」 50"),
        (("商贸促进多少钱", "该单位还有哪些项目"), "「电商培训」", "审计"),
        (("商贸促进多少钱", "他们局一共多少"), "合计 80 万元", ""),
        (("电商培训多少钱", "这个单位今年几个项目"), "2 个项目", ""),
        (("电商培训的目标", "该局最大的项目是哪个"), "「商贸促进」", ""),
    ],
)
def test_all_of_its_unit(bureaus: Chat, turns: tuple[str, ...], has: str, lacks: str) -> None:
    """“这个局” after one of its projects asks of all that it has, and of nobody else."""
    reply = [bureaus.says(turn) for turn in turns][-1]

    assert has in reply
    assert not lacks or lacks not in reply


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("电商培训多少钱", "占这个局多少"), "占 37.5%"),
        (("湿地修复工程二期多少钱", "该单位的护鸟巡查次数"), "12次"),
        (("环境保洁经费多少钱", "这个镇一共多少"), "「环境保洁经费」"),
        (("电商培训多少钱", "它一共多少"), "30 万元"),
    ],
)
def test_still_the_project(bureaus: Chat, turns: tuple[str, ...], words: str) -> None:
    """A share, a line, a project of several units, and 它, are asked of the project that was spoken of."""
    assert words in [bureaus.says(turn) for turn in turns][-1]


@pytest.mark.parametrize(
    ("turns", "has", "lacks"),
    [
        (("交通局含下属今年多少", "下属里哪家最多"), "青禾县公路站：17 万元", "130"),
        (("交通局今年一共多少", "下面单位哪个最少"), "青禾县客运站", "130"),
        (("交通局今年一共多少", "下属里头谁的钱最多", "下属各多少"), "合计 21 万元", "130"),
        (("交通局2024年多少", "下属一共多少"), "合计 21 万元", "151"),
        (("交通局今年有哪些项目", "下属单位有哪些项目"), "有 3 个项目", "「公路养护」"),
        (("交通局今年一共多少", "加上下属的呢"), "合计 151 万元", ""),
        (("交通局含下属今年多少", "那本级呢", "只要下属的"), "合计 21 万元", "151"),
        (("交通局今年多少", "下属呢"), "有 3 个项目", "151"),
        (("交通局今年多少", "所属的呢", "去年的呢"), "预算安排 4.5 万元", "94.5"),
        (("交通局今年多少", "不含路灯改造呢", "只看下属"), "合计 9 万元", "130"),
        (("交通局今年多少", "不含桥梁检测呢", "只看下属"), "合计 21 万元", "没有可除外的"),
        (("交通局下属今年多少", "本级呢", "加起来呢"), "合计 151 万元", ""),
        (("交通局本级今年多少", "下属呢", "合计"), "合计 151 万元", ""),
        (("交通局下属今年多少", "加上本级呢"), "合计 151 万元", ""),
        (("交通局下属今年多少", "全部一共多少"), "合计 151 万元", "292"),
        (("交通局本级今年多少", "全部加起来呢"), "合计 151 万元", "292"),
        (("交通局下属今年多少", "本级呢", "差多少"), "青禾县交通局所属单位比青禾县交通局本级少 109 万元", ""),
        (("交通局本级今年多少", "公路站呢", "一共呢"), "合计 147 万元", "151"),
        (("交通局本级今年多少", "数据局呢", "一共呢"), "合计 18 万元", "148"),
        (("交通局今年一共多少", "只要局里自己的，不含下属"), "合计 130 万元", "151"),
        (("交通局本级今年多少", "去年同口径呢"), "2023年青禾县交通局本级", "4.5"),
        (("交通局含下属今年多少", "同样口径去年呢"), "合计 94.5 万元", ""),
        (("交通局今年一共多少", "我要连公路站一起的"), "合计 147 万元", "151"),
        (("交通局今年一共多少", "我要连各站一起的", "占全县多少"), "占 51.71%", ""),
    ],
)
def test_the_same_in_another_scope(towns: Chat, turns: tuple[str, ...], has: str, lacks: str) -> None:
    """下属里 are those below without the unit itself; 同口径 keeps the scope; what is to be taken with it comes on top."""
    reply = [towns.says(turn) for turn in turns][-1]

    assert has in reply
    assert not lacks or lacks not in reply


@pytest.mark.parametrize(
    "question", ["这个局一共多少", "他们局有哪些项目", "它有哪些项目", "该单位2024年多少钱", "下属里哪家最多"]
)
def test_a_unit_of_which_nothing_was_said(bureaus: Chat, question: str) -> None:
    """Where nothing was spoken of, “这个局” is not all that there is: it is asked back, without a figure."""
    reply = bureaus.says(question)

    assert reply.kind == "clarify", reply.text
    assert "万元" not in reply


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("泵站改造是哪个单位的", "他们今年还有什么项目"), "2024年青禾县水库管理所有 2 个项目"),
        (("泵站改造是哪个单位的", "他们今年一共多少"), "青禾县水库管理所预算安排，2 个项目"),
        (("商贸促进多少钱", "人家还有别的项目吗"), "「电商培训」"),
    ],
)
def test_they_are_the_unit(bureaus: Chat, turns: tuple[str, ...], words: str) -> None:
    """“他们” after a project is the unit that has it, and all that this has is told."""
    assert words in [bureaus.says(turn) for turn in turns][-1]


def test_they_are_nobody(bureaus: Chat) -> None:
    """Where no unit was spoken of it is asked which one; no figure is given."""
    reply = bureaus.says("他们今年多少钱")

    assert reply.kind == "clarify", reply.text
    assert "万元" not in reply


def test_none_of_several_that_were_ranked(bureaus: Chat) -> None:
    """“它” after several units is none of them: not all that there is is listed."""
    bureaus.says("总额最多的三个单位")
    reply = bureaus.says("它有哪些项目")

    assert reply.kind == "clarify", reply.text
    assert "万元" not in reply.text
