"""Ranks: places from either end, both ends, by indicators, by the number of projects, by a kind of money."""

from collections.abc import Callable

import pytest

from bot.app import conversation_of
from store.database import Store
from store.model import DocumentStatement
from tests import makers
from tests.bot.conftest import Chat, Reply, answer

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("第三中学排第二的项目", "第 2 多的是青禾县第三中学「智慧校园建设项目（二期）」：80 万元"),
        ("第三中学预算排名第三的是哪个", "第 3 多的是青禾县第三中学「操场改造」：46 万元"),
        ("第三中学倒数第二的项目", "第 2 少的是青禾县第三中学「智慧校园建设项目（二期）」：80 万元"),
        ("第三中学倒数第二少的项目", "第 2 少的是青禾县第三中学「智慧校园建设项目（二期）」：80 万元"),
        ("第三中学最高的项目", "最多的是青禾县第三中学「智慧校园建设项目（一期）」：120 万元"),
        ("驻村帮扶经费最多的单位", "3.2 万元"),
        ("上年结转最多的项目", "上年结转（预算安排）最多的是青禾县财政局「网络运维」：8 万元"),
    ],
)
def test_a_place(asks_county: Asks, question: str, said: str) -> None:
    """Ordinals rank, and the one in a unit's name stays part of it."""
    assert said in asks_county(question)


@pytest.mark.parametrize("question", ["第三中学最高和最低的项目分别是哪个", "第三中学哪个项目最多，哪个最少"])
def test_both_ends(asks_county: Asks, question: str) -> None:
    """One after the other, and nothing is called unused."""
    reply = asks_county(question)

    assert "最多的是青禾县第三中学「智慧校园建设项目（一期）」：120 万元" in reply
    assert "最少的是青禾县第三中学「操场改造」：46 万元" in reply
    assert "未用到" not in reply


def test_both_ends_of_several(asks_county: Asks) -> None:
    """Two lists that are numbered alike offer no choice by number."""
    reply = asks_county("第三中学前两名和后两名")

    assert reply.text.count("1. ") == 2
    assert () == reply.choices


def test_units_by_their_projects(asks_county: Asks) -> None:
    """The unit with most projects, whatever their money; equal ones together; each count is a fact."""
    most, least = asks_county("哪个单位项目最多"), asks_county("项目数最少的单位")

    assert "青禾县第三中学，3 个项目" in most
    assert [f["value"] for f in most.facts if f.get("op") == "count"] == ["3"]
    assert "柳渡镇财政所 1 个" in least
    assert "石桥镇财政所 1 个" in least


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("满意度最低的项目是哪个", "最低的是青禾县财政局「路灯」2024年：“群众满意度” ≥85%"),
        ("满意度要求最高的项目", "最高的是青禾县财政局「公园」2024年：“游客满意度” ≥98%"),
        ("满意度第二低的项目", "第 2 低的是青禾县财政局「桥梁」2024年：“群众满意度” 90%"),
        ("合格率最低的项目", "最低的是青禾县财政局「桥梁」2024年：“验收合格率” ≥95%"),
        ("满意度最高和最低的项目", "≥85%"),
    ],
)
def test_projects_by_an_indicator(memory: Store, question: str, said: str) -> None:
    """Percentages of one level or name are compared, and printed as they stand."""
    makers.load(memory, _with_indicators())

    assert said in answer(conversation_of(memory), question)


def test_indicators_that_cannot_be_compared(memory: Store) -> None:
    """Values in different units are not ranked."""
    makers.load(memory, _with_indicators())

    assert answer(conversation_of(memory), "数量指标最高的项目").kind == "clarify"
    assert answer(conversation_of(memory), "指标最高的项目").kind == "clarify"


def _with_indicators() -> DocumentStatement:
    length = makers.indicator("修缮长度", "300米", number="300", unit="米", level1="产出指标", level2="数量指标", row=9)
    quality = makers.indicator("验收合格率", "≥95%", number="95", unit="%", level1="产出指标", level2="质量指标", row=8)
    return makers.statement(
        makers.target("路灯", indicators=(makers.indicator("群众满意度", "≥85%", number="85", unit="%"),)),
        makers.target(
            "桥梁", table=2, indicators=(makers.indicator("群众满意度", "90%", number="90", unit="%"), quality, length)
        ),
        makers.target("公园", table=3, indicators=(makers.indicator("游客满意度", "≥98%", number="98", unit="%"),)),
        makers.target("档案", table=4),
    )


@pytest.mark.parametrize(
    ("turns", "said", "never"),
    [
        ("满意度最低的项目多少钱", ("「路灯」", "≥85%", "预算安排 50 万元"), "最少的是"),
        ("满意度最低的那个项目财政拨款多少", ("「路灯」", "≥85%"), "最少的是"),
        ("满意度最高的项目是哪个单位的", ("青禾县财政局「公园」", "≥98%"), "合计"),
        ("预算最多的项目满意度多少", ("「路灯」", "≥85%"), "≥98%"),
        ("金额最大的那个项目的满意度", ("「路灯」", "≥85%"), "≥98%"),
        ("预算最少的项目是哪个单位的", ("最少的是青禾县财政局「公园」",), "合计"),
        ("满意度低于95%的有哪些项目|最低的那个多少钱", ("「路灯」", "≥85%", "预算安排 50 万元"), "「公园」"),
        ("满意度低于95%的有哪些项目|哪个最低|哪个单位的", ("「路灯」", "实施单位是青禾县财政局"), "「公园」"),
        ("满意度低于95%的有哪些项目|钱最少的是哪个", ("「桥梁」", "40 万元"), "「公园」"),
        ("满意度低于95%的有哪些项目|预算最低的多少钱", ("「桥梁」", "40 万元"), "「公园」"),
    ],
)
def test_what_is_asked_of_the_first(memory: Store, turns: str, said: tuple[str, ...], never: str) -> None:
    """What comes first by one thing is found first, and only then it is asked for another; limits said before stay."""
    makers.load(memory, _with_amounts())
    chat = Chat(conversation_of(memory))
    reply = [chat.says(turn) for turn in turns.split("|")][-1]

    assert [] == [words for words in said if words not in reply], reply.text
    assert never not in reply


def _with_amounts() -> DocumentStatement:
    """The same, each with an amount of its own."""
    stated = _with_indicators()
    amounts = dict(zip(("路灯", "桥梁", "公园"), ("500000", "400000", "60000"), strict=True))
    lines = {target.project: target.indicators for target in stated.targets}
    targets = [
        makers.target(name, yuan=yuan, table=n, indicators=lines[name], amounts={"annual/fiscal": yuan})
        for n, (name, yuan) in enumerate(amounts.items(), 1)
    ]
    return makers.statement(*targets)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2024年比2023年涨得最多的项目", "的是青禾县财政局「桥梁」 10 万元 → 15 万元，多 5 万元"),
        ("2024年比2023年涨幅最大的项目", "的是青禾县财政局「路灯」 1 万元 → 3 万元，多 2 万元（增长 200%）"),
        ("2024年比2023年降幅最大的项目", "的是青禾县财政局「公园」 8 万元 → 4 万元，少 4 万元（下降 50%）"),
        ("2024年哪些项目比2023年没变", "青禾县财政局「广场」 都是 2 万元"),
        ("2024年比2023年增加的项目有哪些", "2. 青禾县财政局「路灯」 1 万元 → 3 万元，多 2 万元"),
    ],
)
def test_projects_by_how_they_moved(memory: Store, question: str, said: str) -> None:
    """Those that moved most first, by the amount, or by the rate where that is asked for."""
    for year, amounts in ((2023, ("10000", "100000", "80000", "20000")), (2024, ("30000", "150000", "40000", "20000"))):
        document = f"青禾县财政局{year}年度项目支出绩效目标"
        names = zip(("路灯", "桥梁", "公园", "广场"), amounts, strict=True)
        targets = [makers.target(n, year=year, yuan=y, document=document, table=t) for t, (n, y) in enumerate(names, 1)]
        makers.load(memory, makers.statement(*targets, document=document))

    assert said in answer(conversation_of(memory), question)


def test_two_places(asks_county: Asks) -> None:
    """Of two places that are asked for none is passed over."""
    reply = asks_county("第三中学第二多和第三多的项目")

    assert "第 2 至 3 多的 2 个" in reply
    assert "1. 青禾县第三中学「智慧校园建设项目（二期）」 80 万元" in reply
    assert "2. 青禾县第三中学「操场改造」 46 万元" in reply


def test_a_share_is_no_rank(asks_county: Asks) -> None:
    """By the share of a kind of money nothing is ranked, which is said; by that of the total it is the amount."""
    assert "不能按占比排名" in asks_county("结转占比最高的项目")
    assert "120 万元" in asks_county("第三中学占比最高的项目")


def test_two_amounts_are_looked_up(asks_county: Asks) -> None:
    """Each of two amounts is one of its own."""
    reply = asks_county("46万和80万分别是哪个项目")

    assert "「操场改造」 46 万元" in reply
    assert "「智慧校园建设项目（二期）」 80 万元" in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("智慧校园二期在第三中学排第几", "第 2 名：青禾县第三中学「智慧校园建设项目（二期）」2024年预算安排 80 万元"),
        ("智慧校园二期在本单位排第几名", "第 1 名是青禾县第三中学「智慧校园建设项目（一期）」2024年 120 万元"),
        ("柳渡镇的驻村帮扶经费排第几", "第 1 名，与 1 个并列：柳渡镇财政所「驻村帮扶经费」2024年预算安排 3.2 万元"),
        ("2023年柳渡镇财政所在全县排第几", "第 2 名：柳渡镇财政所2023年预算安排 3 万元"),
        ("国库业务经费在财政局排第几", "青禾县财政局2024年含所属单位（有金额的 4 个项目）"),
        ("档案整理在国库支付中心排第几", "没法排"),
    ],
)
def test_which_place_something_has(asks_county: Asks, question: str, said: str) -> None:
    """Among what is named, the units of its name, or all; equal amounts share a place; without an amount there is none."""
    assert said in asks_county(question), asks_county(question).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "哪个部门钱最多",
            ("只算本级：", "青禾县交通局：130 万元", "各部门（含所属单位）预算安排最多的是青禾县交通局：151 万元"),
        ),
        ("总额最少的部门", ("只算本级：", "青禾县客运站", "各部门（含所属单位）预算安排最少的是青禾县实验小学：8 万元")),
    ],
)
def test_units_beside_departments(asks_towns: Asks, question: str, said: tuple[str, ...]) -> None:
    """部门 may be each unit by itself, or a department with those below it: both are told, labelled; of 单位 but the one."""
    reply = asks_towns(question)

    assert all(words in reply for words in said), reply.text
    assert "含所属" not in asks_towns(question.replace("部门", "单位"))


def test_a_place_in_dispute(asks_county: Asks) -> None:
    """Where two documents contradict each other no place is told."""
    assert "写了不同的数" in asks_county("操场改造在全县排第几")


@pytest.mark.parametrize(
    ("question", "heading", "order"),
    [
        ("工作经费排个序", "「工作经费」预算安排从多到少 3 个", ("柳渡镇", "公路站", "客运站")),
        ("把工作经费排个名", "「工作经费」预算安排从多到少 3 个", ("柳渡镇", "公路站", "客运站")),
        ("工作经费按金额排一下", "「工作经费」预算安排从多到少 3 个", ("柳渡镇", "公路站", "客运站")),
        ("工作经费按钱多少排列", "「工作经费」预算安排从多到少 3 个", ("柳渡镇", "公路站", "客运站")),
        ("各单位工作经费排序", "「工作经费」预算安排从多到少 3 个", ("柳渡镇", "公路站", "客运站")),
        ("工作经费从低到高排一下", "「工作经费」预算安排从少到多 3 个", ("客运站", "公路站", "柳渡镇")),
        (
            "各部门预算排名",
            "各部门（含所属单位）预算安排从多到少 7 个",
            ("交通局 151 万元", "柳渡镇人民政府 50 万元", "实验小学 8 万元"),
        ),
    ],
)
def test_a_whole_list_in_order(asks_towns: Asks, question: str, heading: str, order: tuple[str, ...]) -> None:
    """Whoever wants things sorted gets all of them; 部门 with what is below them, as “各部门多少” has them."""
    reply = asks_towns(question)

    assert heading in reply
    assert sorted(order, key=reply.text.index) == list(order)
    assert "未用到" not in reply


@pytest.mark.parametrize(
    ("question", "has", "lacks"),
    [
        ("含所属单位算，哪个部门总额最高", "青禾县交通局：151 万元（5 个项目相加）", "本级"),
        ("各部门连下属一起排个名", "1. 青禾县交通局 151 万元", "公路站"),
        ("连下属一起算，钱最多的前两个部门", "2. 柳渡镇人民政府 50 万元", "公路站"),
        ("加上所属单位，哪个局钱最少", "青禾县数据局：18 万元", "公路站"),
        ("交通局含下属，哪个单位最少", "青禾县客运站", "数据局"),
    ],
)
def test_departments_with_those_below(towns: Chat, question: str, has: str, lacks: str) -> None:
    """含所属 each department is ranked by all that it and those below it have; of one that is named its units."""
    reply = towns.says(question)

    assert reply.kind == "answer", reply.text
    assert has in reply
    assert lacks not in reply


def test_after_departments(towns: Chat) -> None:
    """The next place is one of departments as well, and what is said of the first is of all that it has."""
    towns.says("含所属单位算，哪个部门总额最高")

    assert "5 个项目" in towns.says("它有几个项目")
    towns.says("含所属单位算，哪个部门总额最高")
    assert "第 2 多的是柳渡镇人民政府：50 万元" in towns.says("第二的呢")


def test_projects_are_ranked_otherwise(towns: Chat) -> None:
    """Of all units 含所属 says nothing of a project, nor of how many projects each has."""
    for question in ("含所属最大的项目是哪个", "含所属哪个部门的项目最多"):
        assert towns.says(question).kind == "clarify"


@pytest.mark.parametrize(
    ("question", "has", "lacks"),
    [
        ("三个乡镇按总额从大到小排", ("1. 柳渡镇人民政府 50 万元", "3. 云峰乡人民政府 20 万元"), "「"),
        ("柳渡、石桥、云峰按金额从少到多排一下", ("1. 云峰乡人民政府", "3. 柳渡镇人民政府 50 万元"), "1. 石桥"),
        ("三个乡镇的项目按金额从大到小排", ("「环境保洁经费」 40 万元", "「工作经费」 10 万元"), "50 万元"),
        ("金额最大的一百个项目", ("「公路养护」 100 万元", "「对外宣传经费」"), "一百"),
    ],
)
def test_all_in_order(towns: Chat, question: str, has: tuple[str, ...], lacks: str) -> None:
    """Units that are sorted are ranked themselves, unless their projects are said; a rank may be longer than what there is."""
    reply = towns.says(question)

    assert all(words in reply for words in has), reply.text
    assert lacks not in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("两年加起来最多的项目是哪个", "青禾县水库管理所「泵站改造」：200 万元（只有2024年）"),
        ("2023年和2024年合计排第二的项目", "第 2 多的是青禾县水务局「水库除险加固工程（二期）」：150 万元（只有2024年）"),
        ("水务局这两年总共预算最少的项目", "青禾县水务局「水库除险加固工程（一期）」：100 万元（只有2023年）"),
        ("柳渡镇两年加起来最多的项目", "柳渡镇人民政府「环境保洁经费」：128 万元（2023、2024年，本系统相加）"),
        ("两年里最多的两个项目加起来多少", "合计 350 万元"),
        ("两年加起来最多的单位", "青禾县水务局：360 万元"),
        ("两年合计最多的镇街", "柳渡镇人民政府：128 万元（本级 2 个项目相加）"),
        ("今年钱最多的两个镇街", "2. 望江街道办事处 60 万元"),
    ],
)
def test_sums_of_years(asks_bureaus: Asks, question: str, said: str) -> None:
    """Said before the rank, a sum is that of each project over the years; behind it, that of the first."""
    assert said in asks_bureaus(question)


def test_after_a_sum_of_years(bureaus: Chat) -> None:
    """The first is spoken of in all of these years."""
    bureaus.says("两年加起来最多的三个项目是哪些")

    assert "2023年 38 万元" in bureaus.says("柳渡的环境保洁经费每年多少")


@pytest.fixture
def two_years(memory: Store) -> Store:
    """Two towns with a project of one name in two years, and another of one of them in the first."""
    for year, first, second in ((2023, "300000", "120000"), (2024, "280000", "150000")):
        document = f"青禾县{year}年度项目支出绩效目标"
        rows = [("柳渡镇人民政府", "环境保洁", first), ("石桥镇人民政府", "环境保洁", second)]
        rows += [("石桥镇人民政府", "路灯", "50000")] if year == 2023 else []
        targets = [makers.target(p, unit=u, yuan=y, year=year, document=document, table=n) for n, (u, p, y) in enumerate(rows, 1)]
        makers.load(memory, makers.statement(*targets, document=document))
    return memory


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("环境保洁哪年多", "最多的是2024年：43 万元"),
        ("环境保洁哪年给得少", "最少的是2023年：42 万元"),
        ("柳渡镇哪年高一些", "最多的是2023年：30 万元"),
        ("环境保洁今年多少|哪一年多", "最多的是2024年：43 万元"),
        ("哪年项目多", "2023年，3 个项目"),
        ("哪个镇的环境保洁少", "石桥镇人民政府「环境保洁」：15 万元"),
        ("谁的环境保洁高", "柳渡镇人民政府「环境保洁」：28 万元"),
    ],
)
def test_more_without_most(two_years: Store, question: str, said: str) -> None:
    """“哪年多”, “哪个镇的…少” ask for the first of them, as 最多 and 最少 do."""
    chat = Chat(conversation_of(two_years))
    for turn in question.split("|"):
        reply = chat.says(turn)

    assert said in reply.text, reply.text
    assert "未用到" not in reply.text
