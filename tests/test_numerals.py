"""Numbers as Chinese writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.numerals import NotNumber, parse_number
from tests.laws import law

_DIGITS = "零一二三四五六七八九"
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def _written(number: int) -> str:
    """The number as a cheque writes it, independent of the code under test: 10203 → 一万零二百零三."""
    if number == 0:
        return "零"
    groups = []
    for unit in ("", "万", "亿"):
        number, group = divmod(number, 10**4) if unit != "亿" else (0, number)
        groups.append((group, unit))
    text = ""
    for group, unit in reversed(groups):
        if group:
            gap = "零" if text and group < 1000 else ""
            text += gap + _below_ten_thousand(group) + unit
    return text


def _below_ten_thousand(number: int) -> str:
    text, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + unit
        gap = not digit
    return text


@given(st.integers(0, 10**12 - 1))
@law(300)
def test_a_written_out_number_reads_back(number: int) -> None:
    """What a cheque writes in characters is read as the number it was written for, in plain and in formal characters."""
    assert parse_number(_written(number)) == number
    assert parse_number(_written(number).translate(_FORMAL)) == number


@given(st.decimals(0, 10**12, allow_nan=False, allow_infinity=False, places=4))
@law()
def test_digits_read_back_with_and_without_commas(number: Decimal) -> None:
    """Half-width digits are read exactly, grouped by commas or not."""
    assert parse_number(f"{number:f}") == number
    assert parse_number(f"{number:,f}") == number


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("九十", 90),
        ("十", 10),
        ("十二", 12),
        ("两万六", 26000),
        ("一百五", 150),
        ("一百零五", 105),
        ("三千二", 3200),
        ("一千零二十", 1020),
        ("四万六千四", 46400),
        ("四万六千四百", 46400),
        ("一百二十五万", 1250000),
        ("一亿两千万", 120000000),
        ("二〇二四", 2024),
        ("二零二四", 2024),
        ("贰万陆仟", 26000),
        ("1,252,400", 1252400),
        ("0.5", Decimal("0.5")),
    ],
)
def test_a_number_as_people_say_it(said: str, meant: Decimal | int) -> None:
    """Units in characters count, and a last digit stands one unit below the unit before it."""
    assert parse_number(said) == meant


@pytest.mark.parametrize(
    "said", ["", "约", "万", "亿", "3O", "1,25,240", "1.2.3", "二十三四", "一二十", "-3", "3 000", "十来个", "九十几"]
)
def test_a_text_that_is_no_certain_number(said: str) -> None:
    """What is no number, or could be two, is refused and not guessed."""
    with pytest.raises(NotNumber):
        parse_number(said)


@given(st.text(max_size=12))
@law(300)
def test_any_text_is_a_number_or_refused(text: str) -> None:
    """Whatever stands there, the answer is a number or `NotNumber`, never another error."""
    try:
        number = parse_number(text)
    except NotNumber:
        return
    assert number.is_finite()
