"""Money: what is printed reads back, and what is no certain amount is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.money import WAN, YI, YUAN, Denomination, NotMoney, names_currency, parse_yuan, print_yuan, unit_of
from tests.laws import law, proof

AMOUNTS = st.decimals(Decimal("-99999999999.99"), Decimal("9999999999999.99"), places=2, allow_nan=False, allow_infinity=False)


@given(AMOUNTS)
@law(300)
def test_a_printed_amount_reads_back(yuan: Decimal) -> None:
    """Printing loses nothing: what people read parses to the same 分."""
    assert parse_yuan(print_yuan(yuan)) == yuan


@pytest.mark.prove
@given(AMOUNTS)
@proof(20000)
def test_a_printed_amount_reads_back_at_length(yuan: Decimal) -> None:
    """The same law, over many amounts."""
    assert parse_yuan(print_yuan(yuan)) == yuan


@given(AMOUNTS, st.sampled_from([("元", YUAN), ("万元", WAN), ("亿元", YI)]))
@law()
def test_a_bare_number_takes_the_unit_of_its_column(yuan: Decimal, unit: tuple[str, Decimal]) -> None:
    """A unit in the cell and the same unit in the heading say the same."""
    name, factor = unit
    printed = f"{yuan / factor:f}"

    assert parse_yuan(printed, factor) == parse_yuan(printed + name) == yuan


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("26000.00", "2.6 万元"),
        ("46400", "4.64 万元"),
        ("1252400", "125.24 万元"),
        ("99.5", "99.5 元"),
        ("100", "0.01 万元"),
        ("0", "0 万元"),
        ("10000", "1 万元"),
        ("1000000000000", "100000000 万元"),
        ("-26000", "-2.6 万元"),
    ],
)
def test_an_amount_as_people_read_it(printed: str, read: str) -> None:
    """万元 without zeros at the end; small change in 元."""
    assert read == print_yuan(Decimal(printed))


@pytest.mark.parametrize(
    ("raw", "yuan"),
    [
        ("90万元", "900000"),
        ("90 万元", "900000"),
        ("９０万元", "900000"),
        ("２．６萬元", "26000"),
        ("26,000.00元", "26000"),
        ("¥26,000.00", None),
        ("￥26000元", "26000"),
        ("人民币贰万陆仟元整", "26000"),
        ("九十万", "900000"),
        ("两万六", "26000"),
        ("1.2亿", "120000000"),
        ("2.6w", "26000"),
        ("5千元", "5000"),
        ("3百万元", "3000000"),
        ("\n4.64万\n元", "46400"),
        ("0.01元", "0.01"),
    ],
)
def test_an_amount_as_documents_and_people_write_it(raw: str, yuan: str | None) -> None:
    """The unit in the text decides; without any unit there is no amount."""
    if yuan is None:
        with pytest.raises(NotMoney):
            parse_yuan(raw)
    else:
        assert Decimal(yuan) == parse_yuan(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "约3O万",
        "约30万",
        "90万元左右",
        "90余万元",
        "-",
        "--",
        "",
        "/",
        "无",
        "90",
        "2.6万-3万元",
        "2.6万元/年",
        "0.001元",
        "90万元以上",
        "１２３",
        "1,2,3元",
        "28²万元",
        "28①万元",
        "⒈5万元",
        "㊁万元",
        "𝟐万元",
    ],
)
def test_a_text_that_is_no_certain_amount(raw: str) -> None:
    """An amount that is not wholly read, or without a unit, is refused: a blank stays a blank."""
    with pytest.raises(NotMoney):
        parse_yuan(raw)


@pytest.mark.parametrize("raw", ["约3O万", "", "-", "无", "/", "两个", "90左右", "3O"])
def test_a_unit_in_the_heading_saves_no_unreadable_cell(raw: str) -> None:
    """The column's unit makes an amount of a number only."""
    with pytest.raises(NotMoney):
        parse_yuan(raw, WAN)


def test_the_unit_of_the_cell_counts_for_more_than_the_heading() -> None:
    """“26000元” under “（万元）” is 26000 yuan."""
    assert Decimal(26000) == parse_yuan("26000元", WAN)
    assert Decimal(26000) == parse_yuan("2.6", WAN)


@given(st.text(max_size=15))
@law(300)
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    """Whatever stands in a cell, the answer is whole 分 or `NotMoney`, never another error."""
    try:
        yuan = parse_yuan(text, WAN)
    except NotMoney:
        return
    assert yuan == yuan.quantize(Decimal("0.01"))


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("项目资金\n（万元）", WAN),
        ("预算金额（单位：万元）", WAN),
        ("单位：元", YUAN),
        ("金额（千元）", Decimal(1000)),
        ("（亿元）", YI),
        ("项目资金", None),
        ("财政拨款", None),
        ("90万元", None),
        ("预算金额万元", WAN),
        ("资金（人民币：万元）", WAN),
        ("项目资金（万美元）", None),
        ("（港元）", None),
        ("（百万日元）", None),
        ("（单位：万元/元）", None),
    ],
)
def test_the_unit_printed_in_a_heading(label: str, unit: Decimal | None) -> None:
    """A heading says its unit; an amount that stands there is none."""
    assert unit == unit_of(label)


@pytest.mark.parametrize(
    ("label", "named"), [("（万美元）", True), ("（万元/元）", True), ("（英镑）", True), ("项目资金（盖章）", False)]
)
def test_a_heading_that_prints_a_unit_of_any_kind(label: str, named: bool) -> None:
    """A currency that we do not read is told apart from none."""
    assert names_currency(label) is named


@pytest.mark.parametrize(
    ("yuan", "denomination", "said"),
    [
        ("15000000", Denomination.YI, "0.15 亿元"),
        ("53077000.00", Denomination.YI, "0.53077 亿元"),
        ("50.00", Denomination.YI, "0.005 万元"),
        ("123456.78", Denomination.YI, "12.345678 万元"),
        ("99.50", Denomination.WAN, "0.00995 万元"),
        ("123456.78", Denomination.YUAN, "123456.78 元"),
        ("0.00", Denomination.YI, "0 亿元"),
    ],
)
def test_an_amount_in_the_unit_that_is_asked_for(yuan: str, denomination: Denomination, said: str) -> None:
    """Nothing is rounded: what has too many decimals in 亿元 is printed in 万元."""
    assert said == print_yuan(Decimal(yuan), denomination)
