"""Short questions that only what was spoken of before completes: whose other projects, of which term, which of several, what of both."""

import re
from datetime import date

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

FORESTS, NURSERY, EAST, WEST = "青禾县林业局", "青禾县苗圃", "东岗镇人民政府", "西坝镇人民政府"
DOCUMENTS = {year: f"青禾县{year}年度项目支出绩效目标" for year in (2023, 2024)}
_PLACE = {"level1": "产出指标", "level2": "数量指标"}
_COST = {"level1": "产出指标", "level2": "成本指标"}
_ROWS = {
    2023: (
        ("林道改造（一期）", FORESTS, "900000", "改造林道30公里。", ()),
        ("古树复壮", NURSERY, "200000", "复壮古树。", (("复壮古树株数", "36株"),)),
        ("护林员补助", EAST, "310000", "补助护林员。", ()),
    ),
    2024: (
        ("林道改造（二期）", FORESTS, "700000", "改造林道24公里。", (("改造林道长度", "24公里"),)),
        ("防火瞭望", FORESTS, "150000", "看护瞭望塔。", (("看护瞭望塔", "6座"),)),
        ("古树复壮", NURSERY, "240000", "复壮古树36株。", (("复壮古树株数", "40株"), ("复壮成本", "≤30万元"))),
        ("育苗设备", NURSERY, "110000", "购置育苗设备。", ()),
        ("护林员补助", EAST, "330000", "补助护林员。", (("日均巡护人数", "≥36人"),)),
        ("村道绿化", EAST, "50000", "绿化村道。", ()),
        ("护林员补助", WEST, "270000", "补助护林员。", (("日均巡护人数", "≥28人"),)),
        ("步道维修", WEST, "90000", "维修步道。", (("维修步道长度", "3公里"),)),
    ),
}


@pytest.fixture
def talk(memory: Store) -> Talk:
    for year, rows in _ROWS.items():
        document = DOCUMENTS[year]
        stated = []
        for table, (project, unit, yuan, goal, lines) in enumerate(rows, 1):
            indicators = [_line(name, value, row=8 + n, document=document) for n, (name, value) in enumerate(lines)]
            terms = {"annual/fiscal": "400000", "mid_term/total": "2100000", "mid_term/fiscal": "1200000"}
            amounts = terms if project == "林道改造（二期）" else {}
            said = {"yuan": yuan, "goal": goal, "amounts": amounts, "indicators": indicators, "document": document}
            above = FORESTS if unit in (FORESTS, NURSERY) else unit
            stated.append(makers.target(project, unit=unit, year=year, department=above, table=table, **said))
        makers.load(memory, makers.statement(*stated, document=document, published=date(year, 2, 1)))
    return Talk(conversation_of(memory))


def _line(name: str, value: str, **place: object):  # type: ignore[no-untyped-def]
    number, unit = re.findall(r"([\d.]+)(\S+)", value)[0]
    kind = _COST if "成本" in name else _PLACE
    return makers.indicator(name, value, number=number, unit=unit, **kind, **place)  # type: ignore[arg-type]


def _last(talk: Talk, turns: str) -> str:
    """The reply to the last of the turns."""
    return [talk.says(turn).text for turn in turns.split(" / ")][-1]


@pytest.mark.parametrize(
    "turns",
    [
        "古树复壮多少钱 / 它还有别的项目吗",
        "古树复壮多少钱 / 它还报了哪些项目",
        "古树复壮多少钱 / 哪个单位的 / 还有其他项目吗",
        "古树复壮多少钱 / 它今年还报过什么别的项目",
        "古树复壮的目标 / 它一共几个项目",
    ],
)
def test_its_other_projects(talk: Talk, turns: str) -> None:
    """A project has no projects: they are its unit's, and nobody else's."""
    reply = _last(talk, turns)

    assert "「育苗设备」 11 万元" in reply, reply
    assert "防火瞭望" not in reply


@pytest.mark.parametrize("turns", ["古树复壮多少钱 / 它是什么项目", "古树复壮多少钱 / 这个项目还有别的目标吗"])
def test_the_project_itself(talk: Talk, turns: str) -> None:
    """What is asked of the project stays with it."""
    assert "育苗设备" not in _last(talk, turns)


@pytest.mark.parametrize("words", ["其中财政拨款", "其中财政拨款多少", "里面财政拨款呢"])
def test_money_within_the_middle_term(talk: Talk, words: str) -> None:
    """其中 is asked of the term that was told; a year's money is asked for by its name."""
    assert "中期财政拨款（预算安排） 120 万元" in _last(talk, f"林道改造二期多少钱 / 中期呢 / {words}")
    assert "财政拨款（预算安排） 40 万元" in _last(talk, "林道改造二期多少钱 / 中期呢 / 年度财政拨款多少")


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        ("林道改造目标 / 二期", "改造林道24公里"),
        ("林道改造的目标是什么 / 一期", "改造林道30公里"),
        ("林道改造多少钱 / 二期", "70 万元"),
        ("古树复壮的目标 / 防火瞭望", "15 万元"),
        ("林业局有哪些项目 / 防火瞭望", "15 万元"),
    ],
)
def test_one_of_those_told(talk: Talk, turns: str, has: str) -> None:
    """The name alone of one of several whose goals were told asks for its goals; of any other project for its money."""
    assert has in _last(talk, turns)


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        ("东岗镇护林员补助多少 / 西坝镇呢 / 东岗比西坝多多少", "多 6 万元（本系统相减）：2024年「护林员补助」"),
        ("东岗镇护林员补助多少 / 西坝镇和东岗镇差多少", "少 6 万元（本系统相减）：2024年「护林员补助」"),
        ("东岗镇护林员补助多少 / 东岗镇和西坝镇一共谁的钱多", "多 2 万元"),
        ("东岗镇村道绿化多少 / 东岗比西坝多多少", "多 2 万元"),
        ("东岗比西坝多多少", "多 2 万元"),
    ],
)
def test_two_units_of_one_project(talk: Talk, turns: str, has: str) -> None:
    """Two units are compared by the project that was spoken of where both have it, and it is named; else by all they have."""
    assert has in _last(talk, turns)


@pytest.mark.parametrize("words", ["两个一起呢", "俩放一起", "两项一起多少", "两个合起来", "俩加起来呢"])
def test_both_together(talk: Talk, words: str) -> None:
    """After a comparison both together are a sum, and not the comparison again."""
    assert "合计 35 万元" in _last(talk, f"古树复壮多少 / 和育苗设备比差多少 / {words}")


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        ("林业局本级今年多少 / 苗圃呢 / 两家合起来", "合计 120 万元"),
        ("东岗镇今年多少 / 西坝镇呢 / 两家一起", "合计 74 万元"),
    ],
)
def test_two_units_together(talk: Talk, turns: str, has: str) -> None:
    """Of a unit without any below it 本级 need not be said."""
    assert has in _last(talk, turns)


@pytest.mark.parametrize("words", ["搞了几期了", "有几期", "一共几期"])
def test_how_many_phases(talk: Talk, words: str) -> None:
    """Of what has phases it is asked how many there are; of what has none no line is invented."""
    assert "共 2 个项目" in _last(talk, f"林道改造{words}")
    assert "没有“几期”" in _last(talk, "护林员补助东岗镇搞了几期了")


def test_of_which_years(talk: Talk) -> None:
    """A year of which there is nothing limits the years that there are no more."""
    assert "有 1 个年度：2024年" in _last(talk, "西坝镇2023年多少 / 那你有它哪几年的")


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        ("古树复壮多少株 / 目标里写的几株 / 这两处一样吗", "“复壮古树株数” 40株，年度目标写的是 36株"),
        ("古树复壮复壮多少株 / 两处一致吗", "不一致"),
        ("古树复壮成本多少 / 和预算一样吗", "比年度资金总额 24 万元多 6 万元"),
        ("古树复壮多少钱 / 那成本上限比预算高了多少", "多 6 万元"),
        ("古树复壮那张表的数对得上吗", "24 万元"),
        ("苗圃今年的表金额都对得上不", "2 张表"),
    ],
)
def test_whether_a_form_agrees(talk: Talk, turns: str, has: str) -> None:
    """A line is held against the goal that counts the same, a cost against the budget, and the figures of a form against its total."""
    assert has in _last(talk, turns)


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        ("东岗镇护林员补助多少 / 西坝镇呢 / 日均巡护人数各多少", ["≥36人", "≥28人"]),
        ("东岗镇护林员补助多少 / 西坝镇的也报一下 / 目标分别是什么", ["东岗镇人民政府", "西坝镇人民政府"]),
        ("东岗镇护林员补助多少 / 防火瞭望多少 / 各多少", ["15 万元"]),
    ],
)
def test_each_of_two_units(talk: Talk, turns: str, has: list[str]) -> None:
    """各 after one project of two units, one after the other, asks of both; of two things that share no name it does not."""
    reply = _last(talk, turns)

    assert all(words in reply for words in has), reply


@pytest.mark.parametrize(
    ("turns", "has", "lacks"),
    [
        ("古树复壮谁管 / 他们单位今年全部合起来多少", "合计 35 万元", "防火瞭望"),
        ("古树复壮多少 / 这个单位所有项目一共多少", "合计 35 万元", "防火瞭望"),
        ("古树复壮多少 / 全部项目一共多少", "合计 194 万元", "合计 35"),
        ("古树复壮多少 / 这个单位占全部的多少", "已导入的全部项目", "答不了"),
    ],
)
def test_all_that_the_unit_has(talk: Talk, turns: str, has: str, lacks: str) -> None:
    """全部 of a unit that was spoken of is all that it has; alone, and as a whole of a share, it is all that there is."""
    reply = _last(talk, turns)

    assert has in reply, reply
    assert lacks not in reply


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        ("西坝镇今年有哪些项目 / 除了护林员补助，另外一个多少", "9 万元"),
        ("林业局含下属今年多少 / 除了古树复壮，另外三个合计", "合计 96 万元"),
        ("林业局含下属今年多少 / 除了古树复壮，其余四个合计", "“四个”没有看懂"),
        ("林业局含下属今年多少 / 不含局本级的话", "合计 35 万元"),
        ("林业局含下属今年多少 / 不含本级呢", "合计 35 万元"),
    ],
)
def test_what_is_left(talk: Talk, turns: str, has: str) -> None:
    """How many are left is held against what is left, and the wish for the rest is read behind 的话 as behind 呢."""
    assert has in _last(talk, turns)


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        ("古树复壮22年多少 / 23年的总有吧", "20 万元"),
        ("古树复壮今年比去年多多少 / 百分比", "增长 20%"),
        ("林道改造二期今年多少 / 中期目标呢 / 今年占中期百分之几", "年度占中期的 33.33%"),
        ("林道改造二期的总额和构成", "财政拨款 40 万元"),
        ("林业局上年度报过哪些", "「林道改造（一期）」"),
        ("2023年有哪些部门的文件", "2023年实施单位 3 个"),
        ("去年的资料有哪些部门", "2023年实施单位 3 个"),
        ("去年哪些部门有表", "2023年实施单位 3 个"),
        ("古树复壮去年多少 / 今年还安排没有", "24 万元"),
        ("古树复壮今年多少 / 2023年报过这个项目没有", "20 万元"),
        ("育苗设备今年多少 / 去年有没有报", "没有：已导入的2023年的文件里没有「育苗设备」"),
        ("总结里要写苗圃这块，青禾县苗圃今年一共多少", "合计 35 万元"),
    ],
)
def test_words_of_the_trade(talk: Talk, turns: str, has: str) -> None:
    """What staff say for a year, a rate, a list of units, and for the paper that they write."""
    assert has in _last(talk, turns)


@pytest.mark.parametrize(
    ("turns", "has", "lacks"),
    [
        ("护林员补助东岗镇两年各多少，日均巡护人数呢", ["31 万元", "33 万元", "≥36人"], "没有答上"),
        ("古树复壮两年各多少，复壮株数从几株到几株", ["20 万元", "24 万元", "36株", "40株"], "没有答上"),
        ("古树复壮今年多少，复壮多少株，多少个喷灌头", ["24 万元", "40株", "“多少个喷灌头”没有答上"], "看护"),
        ("古树复壮今年多少 / 跟去年比，钱多了多少，株数多了多少", ["多 4 万元", "多 4株"], "没有答上"),
        ("古树复壮今年多少，复壮多少株", ["24 万元", "40株"], "没有答上"),
    ],
)
def test_several_questions(talk: Talk, turns: str, has: list[str], lacks: str) -> None:
    """Each clause of a message is answered, and what has no answer is named: none is dropped in silence."""
    reply = _last(talk, turns)

    assert all(words in reply for words in has), reply
    assert lacks not in reply


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        ("林道改造二期修多长 / 我问错了，是西坝镇的步道维修", "3公里"),
        ("林道改造二期的改造长度 / 步道维修呢", "“维修步道长度”"),
        ("林道改造二期修多长 / 我问错了，是育苗设备", "没有填“改造林道长度”"),
        ("林道改造二期修多长 / 防火瞭望呢", "没有填“改造林道长度”"),
    ],
)
def test_the_like_line_of_another(talk: Talk, turns: str, has: str) -> None:
    """The question goes on to the line of the other project that is called and counted alike, which is named; to no other line."""
    assert has in _last(talk, turns)


@pytest.mark.parametrize(
    ("turns", "has"),
    [
        ("林业系统今年多少 / 古树复壮占系统的多少", "占 20%"),
        ("林业系统今年多少 / 苗圃呢 / 古树复壮占全系统的比重", "占 20%"),
        ("林业系统今年多少 / 光苗圃呢", "合计 35 万元"),
        ("古树复壮占系统的比重", "“系统”没有看懂"),
    ],
)
def test_share_of_the_branch(talk: Talk, turns: str, has: str) -> None:
    """系统 without a name is the branch that was spoken of; where none was, no figure is given."""
    assert has in _last(talk, turns)


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("古树复壮多少钱|23", "20 万元：青禾县苗圃「古树复壮」2023年"),
        ("古树复壮多少钱|那23呢|24", "24 万元：青禾县苗圃「古树复壮」2024年"),
        ("古树复壮23年|护林员补助24", "「护林员补助」"),
    ],
)
def test_two_digits_are_a_year_that_is_loaded(talk: Talk, turns: str, said: str) -> None:
    """Where so many choices are not listed, “23” after a project is one of its years."""
    for turn in turns.split("|"):
        reply = talk.says(turn)

    assert said in reply.text, reply.text


@pytest.mark.parametrize("number", ["22", "57"])
def test_two_digits_that_are_no_year_that_is_loaded(talk: Talk, number: str) -> None:
    """They are a number that was not offered."""
    talk.says("古树复壮多少钱")

    assert talk.says(number).kind == "clarify"
