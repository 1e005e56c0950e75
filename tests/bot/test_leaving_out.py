"""What a question leaves out is left out and named; what cannot be left out gives no figure."""

from collections.abc import Callable

import pytest

from tests.bot import honesty
from tests.bot.conftest import Chat, Reply

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("交通局除了桥梁检测还有什么项目", ["「公路养护」", "不含「桥梁检测」"], ["30 万元"]),
        ("交通局除桥梁检测外还有哪些项目", ["「公路养护」", "不含「桥梁检测」"], ["30 万元"]),
        ("交通局除桥梁检测之外有几个项目", ["本级有 1 个项目，含所属单位共 4 个"], ["30 万元"]),
        ("除了公路养护，其他项目一共多少", ["合计 192 万元", "13 个项目", "不含「公路养护」"], []),
        ("除公路养护以外一共多少钱", ["合计 192 万元"], []),
        ("公路养护不算，一共多少钱", ["合计 192 万元"], []),
        ("一共多少钱，公路养护除外", ["合计 192 万元"], []),
        ("一共多少钱，别把公路养护算进去", ["合计 192 万元"], []),
        ("一共多少钱，公路养护和桥梁检测不计算在内", ["合计 162 万元", "「公路养护」、「桥梁检测」"], []),
        ("刨去公路养护和桥梁检测，总共多少钱", ["合计 162 万元"], []),
        ("所有项目减去公路养护还剩多少", ["合计 192 万元"], []),
        ("不算柳渡镇，环境保洁经费一共多少", ["合计 50 万元", "不含柳渡镇人民政府"], ["40 万元"]),
        ("环境保洁经费去掉柳渡镇还有多少", ["50 万元", "不含柳渡镇人民政府"], ["40 万元"]),
        ("柳渡镇不含工作经费一共多少", ["40 万元", "不含「工作经费」"], ["10 万元"]),
        ("不含工作经费，柳渡镇多少钱", ["40 万元", "不含「工作经费」"], ["10 万元"]),
        ("除了交通局，哪个项目钱最多", ["柳渡镇人民政府「环境保洁经费」：40 万元", "其所属单位仍计入"], []),
        ("除交通系统外一共多少钱", ["合计 141 万元", "不含青禾县交通局及所属单位"], []),
        ("工作经费，除了交通系统的还有哪些单位", ["柳渡镇人民政府"], ["客运站"]),
        ("除了柳渡镇的工作经费，一共多少钱", ["合计 282 万元", "不含柳渡镇人民政府「工作经费」"], []),
        ("除了乡镇，一共多少钱", ["合计 192 万元", "不含乡镇（"], []),
        ("去掉学校一共多少", ["合计 269 万元", "不含学校（青禾县第一中学、青禾县实验小学）"], []),
        ("除了30万以上的项目，其他一共多少", ["合计 92 万元", "不含预算不低于30万的项目"], []),
        ("除了常年项目，交通局还有哪些项目", ["「桥梁检测」", "不含“常年项目”的项目"], ["「公路养护」 100"]),
        ("不是交通局的项目有哪些", ["不含青禾县交通局本级"], ["「公路养护」"]),
        ("前三名的项目，公路养护不算", ["1. 柳渡镇人民政府「环境保洁经费」 40 万元"], ["「公路养护」 100"]),
        ("交通局的目标，除了桥梁检测", ["「公路养护」", "不含「桥梁检测」"], []),
        ("柳渡镇工作经费以外的项目", ["「环境保洁经费」 40 万元", "不含「工作经费」"], ["10 万元"]),
        ("公路养护以外的项目一共多少", ["合计 192 万元"], []),
        ("交通局的桥梁检测不算，一共多少钱", ["合计 262 万元", "不含青禾县交通局「桥梁检测」"], []),
        ("交通局桥梁检测不算，一共多少钱", ["100 万元", "121 万元", "不含「桥梁检测」"], []),
        ("交通局除了客运站外一共多少", ["130 万元", "147 万元"], []),
        ("除了交通局和它的下属单位，一共多少", ["合计 141 万元", "不含青禾县交通局及所属单位"], []),
        ("不含交通局（含客运站）一共多少", ["合计 158 万元"], []),
        ("公路养护财政拨款以外是多少", ["20 万元"], []),
        ("除交通局的项目外一共多少", ["合计 162 万元"], []),
        ("除柳渡镇的钱以外一共多少", ["合计 242 万元"], []),
        ("除2023年外，柳渡镇各年多少", ["2024年 50 万元"], ["38 万元"]),
    ],
)
def test_what_is_left_out(
    asks_towns: Asks, towns_stated: honesty.Stated, question: str, said: list[str], unsaid: list[str]
) -> None:
    """It is in no figure and no list, and the reply says what it is."""
    reply = asks_towns(question)

    assert reply.kind == "answer", reply.text
    assert [] == [words for words in said if words not in reply], reply.text
    assert [] == [words for words in unsaid if words in reply], reply.text
    assert "未用到" not in reply
    honesty.check(question, reply, towns_stated)


@pytest.mark.parametrize(
    "question",
    [
        "交通局一共多少钱，不含火星基地",
        "除了火星基地，一共多少钱",
        "交通局一共多少钱，不含校园保安经费",  # which it has not
        "除了，一共多少钱",
        "一共多少钱，别把火星基地算进去",
        "不含上年结转最多的是哪个项目",
        "财政拨款不含结转一共多少",
        "除了公路养护，哪些表有问题",
        "除公路养护的结转外一共多少",
        "除了前三名的项目，一共多少",
        "除前三名的交通局项目外一共多少",
        "除交通局的满意度外一共多少",
        "公路养护除了满意度还有哪些指标",
        "交通局的项目，不想看2024年的，一共多少",
        "哪些单位不含工作经费",  # which have none
        "不含工作经费的乡镇有哪些",
    ],
)
def test_what_cannot_be_left_out(asks_towns: Asks, question: str) -> None:
    """What is not understood, or not there, is named, and no figure is stated."""
    reply = asks_towns(question)

    assert reply.kind in ("clarify", "not_found"), reply.text
    assert set() == honesty.amounts(reply.text)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("除了数据局，谁还有公路养护", "青禾县交通局"),
        ("公路养护不算数据局的多少钱", "100 万元"),
    ],
)
def test_a_unit_that_has_none_of_it(asks_towns: Asks, question: str, said: str) -> None:
    """Who is left out of a project that is not theirs takes nothing from it: what there is is told, and that they have none."""
    reply = asks_towns(question)

    assert reply.kind == "answer", reply.text
    assert said in reply
    assert "数据局，它没有这样的项目" in reply


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("不含税采购试点多少钱", "9 万元"),
        ("对外宣传经费多少钱", "3 万元"),
        ("除了对外宣传经费，数据局还有多少", "15 万元"),
        ("除对外宣传经费外，数据局一共多少", "15 万元"),
    ],
)
def test_a_name_that_holds_such_a_word(asks_towns: Asks, question: str, figure: str) -> None:
    """A project's name is a name, whatever words it is made of."""
    reply = asks_towns(question)

    assert figure in reply, reply.text
    assert "没有看懂" not in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "公路养护不含结转是多少",
            ["80 万元：青禾县交通局「公路养护」", "年度资金总额 100 万元，上年结转 20 万元", "本系统相减"],
        ),
        ("公路养护扣除上年结转多少钱", ["80 万元", "本系统相减"]),
        ("公路养护去年结转不算多少", ["80 万元", "本系统相减"]),
        ("公路养护除了财政拨款还有多少", ["20 万元", "年度资金总额 100 万元，财政拨款 80 万元"]),
        ("桥梁检测不含结转是多少", ["没有可扣除的数", "空白不等于 0", "年度资金总额 30 万元"]),
        ("交通局一共多少，不含结转", ["本级：110 万元", "含所属单位：131 万元", "没填“上年结转”"]),
        ("所有项目不含上年结转一共多少", ["272 万元（14 个项目，年度资金总额合计 292 万元，上年结转合计 20 万元）"]),
    ],
)
def test_a_kind_of_money_left_out(asks_towns: Asks, towns_stated: honesty.Stated, question: str, said: list[str]) -> None:
    """A total without some money is worked out of two figures that stand in the forms; a blank is not nothing."""
    reply = asks_towns(question)

    assert reply.kind == "answer", reply.text
    assert [] == [words for words in said if words not in reply], reply.text
    honesty.check(question, reply, towns_stated)


def test_nothing_printed_to_take_off(asks_towns: Asks) -> None:
    """Where no form prints what is to be taken off there is no figure that would look as if it had been."""
    reply = asks_towns("数据局一共多少，不含结转")

    assert reply.kind == "clarify"
    assert "没有可扣除的数" in reply
    assert set() == honesty.amounts(reply.text)


def test_a_follow_up_that_leaves_out(towns: Chat) -> None:
    """“不含…呢” leaves something out of what was asked before, and the next year keeps it; another unit does not."""
    towns.says("交通局一共多少钱")

    assert "含所属单位：4 个项目，51 万元" in towns.says("不含公路养护呢")
    assert "不含「公路养护」" not in towns.says("柳渡镇一共多少")


@pytest.mark.parametrize(
    ("before", "question", "said"),
    [
        ("公路养护多少钱", "其他项目一共多少", "合计 192 万元"),
        ("桥梁检测多少钱", "交通局其他项目呢", "不含「桥梁检测」"),
        ("柳渡镇一共多少钱", "其他乡镇呢", "合计 50 万元"),
        ("交通局一共多少钱", "其他单位一共多少", "合计 162 万元"),
    ],
)
def test_others_than_what_was_spoken_of(towns: Chat, before: str, question: str, said: str) -> None:
    """“其他” is all but what the last question was about."""
    towns.says(before)

    assert said in towns.says(question)


@pytest.mark.parametrize("question", ["其他项目一共多少", "交通局其他单位多少钱"])
def test_others_than_nothing(asks_towns: Asks, question: str) -> None:
    """Where nothing was spoken of nobody knows what 其他 leaves out."""
    assert set() == honesty.amounts(asks_towns(question).text)


def test_what_was_spoken_of_is_left_out(towns: Chat) -> None:
    """“它” is what was spoken of."""
    towns.says("公路养护多少钱")

    assert "合计 192 万元" in towns.says("除了它，所有项目一共多少")


def test_all_is_left_out(asks_towns: Asks) -> None:
    """Where nothing else is there, that is said, with whose it is."""
    reply = asks_towns("第一中学除了校园保安经费还有什么项目")

    assert reply.kind == "not_found"
    assert "青禾县第一中学除「校园保安经费」外没有" in reply


def test_all_but_it_in_a_year_without_documents(asks_towns: Asks) -> None:
    """Where no document of the year is there, that is what there is to say, not that nothing else is."""
    reply = asks_towns("2031年第一中学除了校园保安经费还有什么项目")

    assert "没有别的" not in reply
    assert "2031年的文件一份也没有导入" in reply


@pytest.mark.parametrize("question", ["除外一共多少钱", "不算一共多少", "不计入合计多少", "请问不算的一共多少"])
def test_nothing_is_left_out(asks_towns: Asks, question: str) -> None:
    """A word that leaves out, with nothing before it, is no reason to break, nor one to add up all."""
    reply = asks_towns(question)

    assert set() == honesty.amounts(reply.text)


def test_what_is_left_out_of_groups_is_not_missing(asks_towns: Asks) -> None:
    """Of a unit that is left out it is not said that it has nothing."""
    reply = asks_towns("各乡镇除了柳渡镇分别多少钱")

    assert "石桥镇人民政府" in reply
    assert "没有这样的项目" not in reply


@pytest.mark.parametrize(
    "question",
    [
        *("没有结转的项目有哪些", "没结转的项目", "不含上年结转的项目有哪些", "不带结转的项目有哪些", "哪些项目没有结转"),
        *("没有结转资金的项目有几个", "无结转的项目有哪些"),
    ],
)
def test_projects_without_a_kind_of_money(asks_towns: Asks, question: str) -> None:
    """Projects of whose money nothing was carried over are those whose forms ask for it and say nothing; others are counted apart."""
    reply = asks_towns(question)

    assert "没有一个是没填“上年结转”的。" in reply
    assert "另有 13 个项目的表上没有“上年结转”一栏。" in reply


@pytest.mark.parametrize("question", ["公路养护没有结转吗", "公路养护没结转？"])
def test_a_project_without_a_kind_of_money(asks_towns: Asks, question: str) -> None:
    """Of one project the figure is told, if there is one."""
    assert "20 万元" in asks_towns(question)


@pytest.mark.parametrize(
    "question", ["不含结转的公路养护多少钱", "不算结转的公路养护", "不带结转的公路养护是多少", "不含上年结转的公路养护"]
)
def test_a_kind_of_money_left_out_before_the_name(asks_towns: Asks, question: str) -> None:
    """What stands behind “不含结转的” is asked about, and is not left out."""
    assert asks_towns(question).text.startswith("80 万元：青禾县交通局「公路养护」2024年预算安排扣除上年结转")


@pytest.mark.parametrize(
    "question",
    [
        *(
            "不是柳渡镇的环境保洁经费",
            "不是柳渡镇的环境保洁经费多少钱",
            "不算柳渡镇的环境保洁经费有哪些",
            "不要柳渡镇的那个环境保洁经费",
        ),
        "环境保洁经费不含柳渡镇的",
    ],
)
def test_a_unit_left_out_before_the_name(asks_towns: Asks, question: str) -> None:
    """What stands behind “不是柳渡镇的” is asked about, where nothing else is."""
    reply = asks_towns(question)

    assert {"300000.00", "200000.00"} == {fact["yuan"] for fact in reply.facts if not fact.get("op")}


def test_a_sum_without_a_unit(asks_towns: Asks) -> None:
    """“不含柳渡镇的保洁经费一共多少” sums up the others of that name; “全县…” all that there is but this one."""
    assert asks_towns("不含柳渡镇的环境保洁经费一共多少").text.startswith("合计 50 万元")
    assert asks_towns("全县不含柳渡镇的环境保洁经费一共多少").text.startswith("合计 252 万元")


@pytest.mark.parametrize(
    "question", ["不是常年项目的有哪些", "不是一次性的项目有哪些", "非一次性项目有哪些", "除了一次性项目还有哪些"]
)
def test_projects_of_another_attribute(asks_towns: Asks, question: str) -> None:
    """What is left where an attribute is left out are projects, and they are listed."""
    reply = asks_towns(question)

    assert "2024年有 13 个项目" in reply
    assert "不含“" in reply


def test_how_many_of_another_attribute(asks_towns: Asks) -> None:
    """“非一次性项目有几个” counts the others."""
    assert "2024年共 13 个项目" in asks_towns("非一次性项目有几个")


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        *(
            (q, {"300000.00", "200000.00"})
            for q in ("柳渡镇以外环境保洁经费多少", "柳渡镇以外的环境保洁经费", "柳渡镇之外的乡镇环境保洁经费多少")
        ),
        *((q, {"300000.00", "200000.00"}) for q in ("柳渡以外的镇环境保洁经费", "柳渡镇以外哪些镇有环境保洁经费多少钱")),
        *((q, {"50000.00", "40000.00"}) for q in ("柳渡镇以外的工作经费", "柳渡镇之外工作经费多少")),
    ],
)
def test_what_is_asked_behind_what_is_left_out(asks_towns: Asks, question: str, figures: set[str]) -> None:
    """“柳渡镇以外保洁经费” asks for the money behind it, without that town."""
    reply = asks_towns(question)

    assert figures == {fact["yuan"] for fact in reply.facts if fact["field"] == "total" and not fact.get("op")}


@pytest.mark.parametrize(
    "question",
    ["交通局不含桥梁检测和下属单位一共多少", "交通局除了下属和桥梁检测合计多少", "交通局扣除桥梁检测及所属单位总共多少"],
)
def test_a_project_and_the_units_below(asks_towns: Asks, question: str) -> None:
    """Where both are left out in one breath the sum is of the unit itself, without the project."""
    reply = asks_towns(question)

    assert "合计 100 万元" in reply
    assert "本级" in reply
    assert "两种口径" not in reply
