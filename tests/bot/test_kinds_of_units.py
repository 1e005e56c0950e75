"""Kinds of units (乡镇、学校) and the county: which units a word takes in, and that the reply says so."""

from collections.abc import Callable

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot import honesty
from tests.bot.conftest import Reply, answer

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("乡镇一共多少钱", ["合计 100 万元", "乡镇指柳渡镇人民政府、石桥镇人民政府、云峰乡人民政府"]),
        ("乡镇多少钱", ["合计 100 万元"]),
        ("青禾县多少钱", ["合计 292 万元"]),
        ("一共几个乡镇", ["有 3 个单位"]),
        ("几个乡镇一共多少钱", ["合计 100 万元"]),
        ("交通局的几个下属单位各多少钱", ["青禾县公路站 17 万元", "青禾县客运站 4 万元"]),
        ("交通局全口径多少", ["合计 151 万元"]),
        ("交通局一共管着哪几家单位", ["青禾县公路站", "青禾县客运站"]),
        ("交通局主管哪些单位", ["青禾县公路站", "青禾县客运站"]),
        ("交通局主管的单位有哪些", ["青禾县公路站", "青禾县客运站"]),
        ("交通系统哪个单位钱最少", ["交通系统预算安排最少的是青禾县客运站"]),
        ("交通系统今年哪家最多", ["交通系统预算安排最多的是青禾县交通局", "本级"]),
        ("哪个系统钱最多", ["各部门（含所属单位）预算安排最多的是青禾县交通局：151 万元"]),
        ("青禾县有多少个预算单位", ["个单位"]),
        ("柳渡镇和石桥镇哪个镇环境保洁经费钱多", ["柳渡镇人民政府比石桥镇人民政府多 10 万元"]),
        ("柳渡镇和石桥镇环境保洁经费差几万", ["10 万元"]),
        ("30万以上的大项目有哪些", ["有 4 个项目"]),
        ("10万以内的小项目有几个", ["共 "]),
        ("交通局数据局的项目一共多少", ["合计 148 万元"]),
        ("交通局数据局谁的预算最高", ["青禾县交通局"]),
        ("交通口一共多少钱", ["合计 151 万元", "交通系统指青禾县交通局及所属单位"]),
        ("交通这条线总盘子多大", ["合计 151 万元"]),
        ("交通战线今年几个项目", ["共 5 个项目"]),
        ("三个地方的环境保洁经费加起来", ["合计 90 万元"]),
        ("三个乡镇的环境保洁经费加起来", ["合计 90 万元"]),
        ("所有乡镇政府一共多少", ["合计 100 万元"]),
        ("全县乡镇一共多少钱", ["合计 100 万元"]),
        ("哪个乡镇钱最多", ["柳渡镇人民政府：50 万元"]),
        ("环境保洁经费哪个镇最少", ["云峰乡人民政府", "20 万元"]),
        ("哪些乡镇有环境保洁经费", ["实施单位 3 个"]),
        ("乡镇有哪些", ["实施单位 3 个"]),
        ("有几个乡镇", ["有 3 个单位"]),
        ("乡镇前两名的项目", ["1. 柳渡镇人民政府「环境保洁经费」 40 万元", "2. 石桥镇人民政府"]),
        ("乡镇30万以上的项目", ["有 2 个项目"]),
        ("平均每个乡镇多少钱", ["平均每个单位 333333.33 元", "3 个单位"]),
        ("学校一共多少钱", ["合计 23 万元", "学校指青禾县第一中学、青禾县实验小学"]),
        ("中小学一共多少钱", ["合计 23 万元"]),
        ("小学一共多少钱", ["8 万元"]),
        ("校园保安经费哪所学校最高", ["青禾县第一中学", "15 万元"]),
        ("乡镇和学校一共多少", ["合计 123 万元"]),
        ("乡镇和学校哪个多", ["乡镇比学校多 77 万元", "乡镇 100 万元（4 项相加）"]),
        ("乡镇和学校分别多少钱", ["乡镇 100 万元（4 个项目）", "学校 23 万元（2 个项目）"]),
        ("学校比乡镇少多少", ["77 万元"]),
        ("学校和镇哪边多", ["学校比镇少 77 万元"]),
        ("镇跟学校哪个多", ["镇比学校多 77 万元"]),
        ("镇和学校各多少", ["镇 100 万元（4 个项目）", "学校 23 万元（2 个项目）"]),
        ("各站分别多少钱", ["青禾县公路站 17 万元", "青禾县客运站 4 万元"]),
        ("青禾县一共多少钱", ["合计 292 万元", "14 个项目"]),
        ("青禾县2023年一共多少钱", ["合计 132.5 万元"]),
        ("青禾县的工作经费有哪些单位", ["实施单位 3 个"]),
        ("青禾县交通局本级多少钱", ["合计 130 万元"]),
        ("2023年乡镇一共多少钱", ["38 万元", "云峰乡人民政府、石桥镇人民政府没有"]),
        ("交通局的两个站一共多少钱", ["合计 21 万元"]),
        ("2024三个乡镇一共多少钱", ["合计 100 万元"]),
        ("2024三个乡镇环境保洁经费平均一家多少", ["平均每个单位 30 万元"]),
        ("几个中学和小学一共多少钱", ["合计 23 万元"]),
        ("柳渡和石桥两个镇一共多少钱", ["合计 80 万元：2024年柳渡镇人民政府、石桥镇人民政府"]),
        ("柳渡、石桥这两个镇一共多少钱", ["合计 80 万元"]),
        ("柳渡、云峰两个乡镇分别多少钱", ["柳渡镇人民政府 50 万元", "云峰乡人民政府 20 万元", "合计 70 万元"]),
        ("除了柳渡和石桥两个镇，乡镇一共多少", ["20 万元", "不含柳渡镇人民政府、石桥镇人民政府"]),
    ],
)
def test_a_kind_of_units(asks_towns: Asks, towns_stated: honesty.Stated, question: str, said: list[str]) -> None:
    """All loaded units whose names end so are meant."""
    reply = asks_towns(question)

    assert reply.kind == "answer", reply.text
    assert [] == [words for words in said if words not in reply], reply.text
    assert "未用到" not in reply
    honesty.check(question, reply, towns_stated)


@pytest.mark.parametrize("question", ["柳渡和石桥三个镇一共多少钱", "柳渡、石桥、云峰两个乡镇一共多少", "两个乡镇一共多少"])
def test_as_many_as_are_listed(asks_towns: Asks, question: str) -> None:
    """Where another number of them is said than is listed, or than there is, something else is meant: no figure is given."""
    reply = asks_towns(question)

    assert reply.kind != "answer", reply.text
    assert set() == honesty.amounts(reply.text)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("柳渡和石桥两家社区卫生服务中心一共多少", "合计 3 万元"),
        ("柳渡、石桥两个社区卫生服务中心一共多少", "合计 3 万元"),
        ("柳渡和石桥两个街道一共多少", "合计 30 万元"),
        ("石桥、柳渡两个街道一共多少", "合计 30 万元"),
    ],
)
def test_what_is_listed_before_how_many(memory: Store, question: str, figure: str) -> None:
    """What several are called in the end tells which units the words before it mean, though a project begins with one of them."""
    rows = (
        ("中医馆建设", "柳渡社区卫生服务中心", "10000"),
        ("疫苗冷链", "石桥社区卫生服务中心", "20000"),
        ("道路保洁", "柳渡街道办事处", "100000"),
        ("石桥浮桥看护", "石桥街道办事处", "200000"),
        ("道路保洁", "云峰街道办事处", "400000"),
    )
    targets = (makers.target(name, unit=unit, yuan=yuan, table=n) for n, (name, unit, yuan) in enumerate(rows, 1))
    makers.load(memory, makers.statement(*targets))

    assert figure in answer(conversation_of(memory), question)


@pytest.mark.parametrize(
    "question",
    [
        "医院一共多少钱",
        "乡镇卫生院改造多少钱",
        "学校食堂补助多少钱",
        "街道办一共多少",
        "各派出所多少钱",
        "各校外培训点多少钱",
        "每校车多少钱",
    ],
)
def test_a_kind_that_is_not_there(asks_towns: Asks, question: str) -> None:
    """A kind without units, or one that is part of a longer word, gives no figure."""
    reply = asks_towns(question)

    assert reply.kind != "answer", reply.text
    assert set() == honesty.amounts(reply.text)


@pytest.mark.parametrize(
    ("question", "figure", "taken"),
    [
        ("乡镇一共多少钱", "合计 5.2 万元", "乡镇指柳渡镇财政所、石桥镇财政所"),
        ("街道一共多少钱", "合计 2.6 万元", "街道指城东街道办事处财政所"),
    ],
)
def test_towns_of_which_only_offices_are_loaded(memory: Store, question: str, figure: str, taken: str) -> None:
    """Where no town government is loaded their offices are taken, and the reply names them."""
    units = ("柳渡镇财政所", "石桥镇财政所", "城东街道办事处财政所", "青禾县财政局")
    makers.load(memory, makers.statement(*(makers.target("工作经费", unit=u, table=n) for n, u in enumerate(units, 1))))
    reply = answer(conversation_of(memory), question)

    assert figure in reply
    assert taken in reply


def test_a_unit_that_is_called_so(memory: Store) -> None:
    """A unit that is called like a kind is that unit."""
    both = (makers.target("甲项目", unit="学校", yuan="10000"), makers.target("乙项目", unit="实验学校", table=2))
    makers.load(memory, makers.statement(*both))

    assert "乙项目" not in answer(conversation_of(memory), "学校一共多少钱")


def test_one_of_two_counties(memory: Store) -> None:
    """Of two counties in one store a county's name means its own units."""
    first = makers.statement(makers.target("甲项目", unit="青禾县财政局", yuan="10000"))
    other = makers.target("乙项目", unit="白杨县财政局", yuan="30000", document="白杨县")
    more = makers.target("丙项目", unit="白杨县水利局", yuan="40000", document="白杨县", table=2)
    makers.load(memory, first)
    makers.load(memory, makers.statement(other, more, document="白杨县", publisher="白杨县财政局"))

    assert "合计 7 万元" in answer(conversation_of(memory), "白杨县一共多少钱")
