"""Comparisons: growth in per cent, the newest common year, what was carried over, and the last two that were shown."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, Reply, answer

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("青禾县财政局网络运维今年比去年多多少，增长百分之几", "2024年比2023年多 5 万元（本系统相减），增长 20%（本系统计算）"),
        ("青禾县财政局网络运维去年到今年涨了百分之几", "2024年比2023年多 5 万元（本系统相减），增长 20%（本系统计算）"),
        ("青禾县财政局网络运维的增长率", "增长 20%"),
        ("青禾县财政局网络运维涨幅多大", "增长 20%"),
        ("柳渡镇驻村帮扶经费增幅", "增长 6.67%（本系统计算，四舍五入到 0.01%）"),
        ("青禾县财政局网络运维今年是去年的几倍", "是2023年的 1.2 倍"),
        ("智慧校园一期比二期多百分之几", "高 50%"),
        ("智慧校园二期比一期少百分之几", "低 33.33%"),
        ("智慧校园一期是二期的几倍", "1.5 倍"),
        ("青禾县财政局今年比去年增长百分之几", "青禾县财政局"),
    ],
)
def test_growth(asks_county: Asks, question: str, said: str) -> None:
    """From the earlier year to the later one, or of the first beside the second; rounded where it must be, which is said."""
    assert said in asks_county(question).text.split("\n")[0]


def test_nothing_moved(memory: Store) -> None:
    """“没涨” compares with the year before, and why is asked of the document, which gives no reason."""
    _load_years(memory, {2023: "10000", 2024: "10000"})
    reply = answer(conversation_of(memory), "路灯维护怎么一分没涨")

    assert reply.text.startswith("一样多：")
    assert "原因文件没有写" in reply


def test_growth_is_only_told_where_it_is_asked(asks_county: Asks) -> None:
    """A difference alone has no percentage beside it."""
    assert "%" not in asks_county("青禾县财政局网络运维今年比去年多多少")


def test_its_facts(asks_county: Asks) -> None:
    """Growth points at the later figure and at the earlier one."""
    facts = asks_county("青禾县财政局网络运维涨了百分之几").facts
    grown = next(f for f in facts if f.get("op") == "growth")

    assert grown["value"] == "20%"
    assert [Decimal(facts[i]["yuan"]) for i in grown["of"]] == [300000, 250000]


def test_more_than_two_sides(memory: Store) -> None:
    """Of several the ends and how far they are apart; no percentage, which is said where one is asked for."""
    units = enumerate((("第一小学", "10000"), ("第二小学", "30000"), ("第三小学", "20000")), 1)
    makers.load(memory, makers.statement(*(makers.target("校园保安", unit=f"青禾县{u}", yuan=y, table=n) for n, (u, y) in units)))
    bot = conversation_of(memory)

    assert "青禾县第二小学最多，青禾县第一小学最少，相差 2 万元（本系统相减）" in answer(bot, "校园保安各单位哪个多")
    reply = answer(bot, "第一小学、第二小学和第三小学的校园保安哪个多，多百分之几")
    assert "没有算百分比" in reply
    assert "%" not in reply


def test_growth_from_nothing(memory: Store) -> None:
    """Nothing grows by per cent from 0."""
    _load_years(memory, {2023: "0", 2024: "10000"})
    reply = answer(conversation_of(memory), "路灯维护增长百分之几")

    assert "2023年是 0，算不出百分比" in reply
    assert "%" not in reply


def test_growth_over_three_years(memory: Store) -> None:
    """From each year to the next."""
    _load_years(memory, {2022: "10000", 2023: "20000", 2024: "15000"})
    reply = answer(conversation_of(memory), "路灯维护2022到2024年的增长率")

    assert "2023年比2022年增长 100%，2024年比2023年下降 25%" in reply


def _load_years(store: Store, years: dict[int, str]) -> None:
    for year, yuan in years.items():
        document = f"青禾县城管局{year}年度项目支出绩效目标"
        target = makers.target("路灯维护", unit="青禾县城管局", year=year, yuan=yuan, document=document)
        makers.load(store, makers.statement(target, document=document))


@pytest.mark.parametrize(
    "question", ["柳渡镇驻村帮扶经费为什么比石桥镇高", "柳渡镇和石桥镇的驻村帮扶经费哪个多", "驻村帮扶经费柳渡镇和石桥镇差多少"]
)
def test_the_newest_common_year(asks_county: Asks, question: str) -> None:
    """Units that are compared without a year are compared in the newest that both have, and no year is mixed in."""
    reply = asks_county(question)

    assert "2024年预算安排" in reply
    assert "2023" not in reply


def test_no_common_year(memory: Store) -> None:
    """Where there is none, each is of its newest year, which is said."""
    for year, project in ((2023, "集镇污水管网（一期）"), (2024, "集镇污水管网（二期）")):
        document = f"柳渡镇{year}年度项目支出绩效目标"
        target = makers.target(project, unit="柳渡镇人民政府", year=year, yuan=f"{year}0", document=document)
        makers.load(memory, makers.statement(target, document=document))
    reply = answer(conversation_of(memory), "集镇污水管网一期和二期差多少")

    assert "（一期）（2023年）" in reply
    assert "（二期）（2024年）" in reply
    assert "高 0.05%" in answer(conversation_of(memory), "集镇污水管网二期比一期多百分之几")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("青禾县财政局网络运维今年比去年多多少", "其中上年结转 8 万元：2024年。"),
        ("青禾县财政局和白杨县财政局的网络运维差多少", "其中上年结转 8 万元：青禾县财政局。"),
        ("青禾县财政局一共多少钱", "其中上年结转 8 万元：青禾县财政局「网络运维」。"),
        ("网络运维一共多少钱", "其中上年结转 8 万元：青禾县财政局。"),
    ],
)
def test_what_was_carried_over_is_named(asks_county: Asks, question: str, said: str) -> None:
    """A sum or a comparison that contains 上年结转 says how much of it is, and whose."""
    reply = asks_county(question)

    assert said in reply, reply.text
    assert ("carryover", "80000.00") in {(f["field"], f["yuan"]) for f in reply.facts}


@pytest.mark.parametrize("question", ["第三中学一共多少钱", "智慧校园一期和二期差多少", "网络运维财政拨款一共多少"])
def test_nothing_was_carried_over(asks_county: Asks, question: str) -> None:
    """Without any, or where another kind of money is added up, nothing is said of it."""
    assert "结转" not in asks_county(question)


@pytest.mark.parametrize(
    ("before", "question", "said"),
    [
        (("智慧校园一期多少", "二期呢"), "差多少", "多 40 万元"),
        (("智慧校园一期多少", "二期呢"), "哪个多", "多 40 万元"),
        (("智慧校园一期多少", "操场改造呢"), "这两个加起来多少", "合计 166 万元"),
        (("智慧校园多少",), "差多少", "多 40 万元"),
        (("智慧校园多少",), "第二个和第一个差多少", "少 40 万元"),
        (("智慧校园多少",), "第二个比第一个少百分之几", "低 33.33%"),
        (("青禾县财政局网络运维2023年多少", "2024年呢"), "涨了百分之几", "增长 20%"),
    ],
)
def test_what_was_just_shown(county: Chat, before: tuple[str, ...], question: str, said: str) -> None:
    """“差多少” sets the last two beside each other, shown one by one or in a list."""
    for earlier in before:
        county.says(earlier)

    assert said in county.says(question)


def test_a_list_of_more_than_two_is_no_pair(county: Chat) -> None:
    """After a list the one before it is not taken for the other side."""
    county.says("操场改造多少")
    county.says("第三中学有哪些项目")

    assert "智慧校园建设项目（一期）最多，操场改造最少" in county.says("差多少")


def test_each_unit_between_two_years(memory: Store) -> None:
    """Of a project that several units have each is shown, with those that had none."""
    for year, units in ((2023, {"第一小学": "10000"}), (2024, {"第一小学": "12000", "第二小学": "9000"})):
        document = f"青禾县教育局{year}年度项目支出绩效目标"
        targets = [
            makers.target("校园保安", unit=f"青禾县{u}", year=year, yuan=y, document=document, table=n)
            for n, (u, y) in enumerate(units.items(), 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document))
    reply = answer(conversation_of(memory), "校园保安2024年比2023年多多少")

    assert "逐项：青禾县第一小学 1 万元 → 1.2 万元；青禾县第二小学 2023年没有 → 0.9 万元。" in reply


def test_other_units_each_year(memory: Store) -> None:
    """Where no unit has the project in both years nothing is taken off anything: each is told with its unit."""
    for year, unit, yuan in ((2023, "青禾县第一小学", "10000"), (2024, "青禾县医院", "15000")):
        document = f"{unit}{year}年度项目支出绩效目标"
        makers.load(
            memory,
            makers.statement(makers.target("专项经费", unit=unit, year=year, yuan=yuan, document=document), document=document),
        )
    reply = answer(conversation_of(memory), "专项经费2024年比2023年多多少")

    assert "没法比较：2023、2024年的「专项经费」不是同一个单位的。" in reply
    assert "青禾县第一小学「专项经费」2023年 1 万元、青禾县医院「专项经费」2024年 1.5 万元" in reply
    assert "0.5 万元" not in reply


@pytest.mark.parametrize(
    "question", ["校园保安三家一样多吗", "校园保安2024年三个单位一样吗", "校园保安各家一样多吗", "校园保安几个单位是不是一样"]
)
def test_whether_units_have_the_same(memory: Store, question: str) -> None:
    """Of units that are counted it is asked whether they have the same, in one year; 一样 of one thing is of two years."""
    for year, added in ((2023, 0), (2024, 1000)):
        document = f"青禾县教育局{year}年度项目支出绩效目标"
        targets = [
            makers.target("校园保安", unit=f"青禾县第{n}小学", year=year, yuan=f"{n * 10000 + added}", document=document, table=i)
            for i, n in enumerate((1, 2, 3), 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document))
    bot = conversation_of(memory)

    assert "不一样：青禾县第3小学最多，青禾县第1小学最少，相差 2 万元" in answer(bot, question)
    assert "2024年比2023年多 0.3 万元" in answer(bot, "校园保安今年和去年一样多吗")


def test_a_publisher_that_is_printed_otherwise(memory: Store) -> None:
    """A unit's project is one from year to year, whoever the document says has published it; of one year they are two."""
    for year, publisher, yuan in ((2023, "青禾县教育系统", "10000"), (2024, "青禾县教育局", "12000")):
        document = f"{publisher}{year}年度绩效目标"
        target = makers.target("校园保安", unit="青禾县第一小学", year=year, yuan=yuan, document=document)
        makers.load(memory, makers.statement(target, document=document, publisher=publisher))

    assert "1 万元" not in answer(conversation_of(memory), "校园保安多少钱")
    document = "白杨县教育局2024年度绩效目标"
    target = makers.target("校园保安", unit="青禾县第一小学", year=2024, yuan="30000", document=document)
    makers.load(memory, makers.statement(target, document=document, publisher="白杨县教育局"))
    reply = answer(conversation_of(memory), "校园保安多少钱")
    assert "1.2 万元" in reply
    assert "3 万元" in reply


def test_a_year_without_the_project(asks_county: Asks) -> None:
    """A year that is loaded is not called missing, because the project is not in it."""
    text = asks_county("操场改造2024年比2023年多多少").text

    assert "没有导入" not in text
    assert "没法比较" in text


@pytest.mark.parametrize(
    "question", ["青禾县财政局2024年一共多少钱", "青禾县财政局今年比去年多多少", "青禾县财政局有没有超过35万"]
)
def test_a_unit_that_begins_with_its_county(asks_county: Asks, question: str) -> None:
    """A unit's whole name is that unit, though the county in it is a name too."""
    reply = asks_county(question)

    assert "30 万元" in reply
    assert "第三中学" not in reply


@pytest.mark.parametrize("question", ["储备林建设从一期到二期涨了百分之几", "储备林建设一期到二期增长了百分之几"])
def test_from_phase_to_phase(asks_bureaus: Asks, question: str) -> None:
    """From one phase to another the later is set beside the earlier."""
    reply = asks_bureaus(question)

    assert "储备林建设（二期）比储备林建设（一期）多 10 万元" in reply
    assert "14.29%" in reply
