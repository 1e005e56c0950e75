"""What a cell displays: a value in its number format, as a Chinese Excel shows it."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.readers.excel.builtin import BUILTIN
from seed.readers.excel.displayed import Displayed, displayed

ACCOUNTING = BUILTIN[43]
WAN = '0!.0000"万元"'  # how Chinese offices show yuan as 万元: a point between the digits
DAY = 45352  # 2024-03-01, a Friday


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.1 + 0.2, "General", "0.3"),
        (2.6, "General", "2.6"),
        (46800.0, "General", "46800"),
        (2 / 3, "General", "0.666666667"),
        (8 / 3, "General", "2.666666667"),
        (12345.678901234, "General", "12345.6789"),
        (12345678901, "General", "12345678901"),
        (123456789012, "General", "1.23457E+11"),
        (0.00001, "General", "0.00001"),
        (0.000012345678, "General", "1.23457E-05"),
        (-2.6, "General", "-2.6"),
        (0, "General", "0"),
        (2.6, 'General"万元"', "2.6万元"),
        (2.6, "G/通用格式", "2.6"),
    ],
)
def test_general(value, code, text):
    """General shows eleven characters and no noise of binary fractions."""
    assert displayed(value, code).text == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (2.6, "0.00", "2.60"),
        (2600, "#,##0.00", "2,600.00"),
        (1234567.5, "#,##0", "1,234,568"),
        (0.98, "0%", "98%"),
        (0.985, "0.00%", "98.50%"),
        (2.6, '0.00"万元"', "2.60万元"),
        (2.6, '0.00\\ "元"', "2.60 元"),
        (1.005, "0.00", "1.01"),
        (2.5, "0", "3"),
        (-2.5, "0", "-3"),
        (5, "0.##", "5"),
        (0.5, "#.##", ".5"),
        (7, "000", "007"),
        (2600000, BUILTIN[44], "¥2,600,000.00"),
        (2600, ACCOUNTING, "2,600.00"),
        (-2600, ACCOUNTING, "-2,600.00"),
        (0, ACCOUNTING, "-"),
        (-12.3, "#,##0.00_);[Red](#,##0.00)", "(12.30)"),
        (12.3, "[$¥-804]#,##0.00", "¥12.30"),
        (12.3, "[$￥-804]#,##0.00;[Red]-[$￥-804]#,##0.00", "￥12.30"),
        (26000, "0.00,", "26.00"),
        (26000, '#,##0.0,"千元"', "26.0千元"),
        (26000, '0!.0,"万元"', "2.6万元"),
        (26000, WAN, "2.6000万元"),
        (0, "0.00;-0.00;;@", ""),
        (3, "[Red][>=2]0.0;[Blue]0", "3.0"),
        (1, '[>=10000]0!.0,"万";0', "1"),
        (26000, '[>=10000]0!.0,"万";0', "2.6万"),
        (-26000, '[<=-10000]-0!.0,"万";0', "-2.6万"),
        (-5, "[<100]0;0.0", "-5"),
        (1.25, "# ?/?", "1 1/4"),
        (0.5, "# ??/??", "1/2"),
        (0.3, "# ?/8", "2/8"),
        (12345, "0.00E+00", "1.23E+04"),
        (1234567, "000-0000", "123-4567"),
        (2024, '0"年"', "2024年"),
        (26000, '[DBNum2][$-804]General"元整"', "贰万陆仟元整"),
        (10203, "[DBNum1][$-804]General", "一万〇二百〇三"),
        (2024, "[DBNum1]0", "二〇二四"),
    ],
)
def test_numbers(value, code, text):
    """Digits, signs, literals, scaling and numerals stand as the format says."""
    assert displayed(value, code).text == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (DAY, BUILTIN[14], "2024/3/1"),
        (DAY + 0.75, BUILTIN[22], "2024/3/1 18:00"),
        (DAY, BUILTIN[31], "2024年3月1日"),
        (DAY, BUILTIN[57], "2024年3月"),
        (DAY, BUILTIN[58], "3月1日"),
        (DAY, "yyyy年m月d日", "2024年3月1日"),
        (DAY, "yyyy-mm-dd", "2024-03-01"),
        (DAY, "yyyy/m/d;@", "2024/3/1"),
        (DAY, "[$-F800]dddd\\, mmmm dd\\, yyyy", "2024年3月1日"),
        (DAY, '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二四年三月一日"),
        (DAY + 20, '[DBNum1][$-804]m"月"d"日"', "三月二十一日"),
        (DAY, "aaaa", "星期五"),
        (DAY, "mmm-yy", "Mar-24"),
        (DAY, "[$-804]mmmm", "三月"),
        (0.5, "h:mm AM/PM", "12:00 PM"),
        (0.375, '上午/下午h"时"mm"分"', "上午9时00分"),
        (1.5, "[h]:mm", "36:00"),
        (0.0123, "mm:ss.0", "17:42.7"),
        (60, "yyyy-mm-dd", "1900-02-29"),
        (1, "yyyy-mm-dd", "1900-01-01"),
        (61, "yyyy-mm-dd", "1900-03-01"),
    ],
)
def test_dates(value, code, text):
    """Dates and times stand as a Chinese Excel writes them, 29 February 1900 included."""
    assert displayed(value, code).text == text


def test_epoch_of_1904():
    """The same number is another day in a workbook that counts from 1904."""
    assert displayed(DAY - 1462, "yyyy/m/d", since_1904=True).text == displayed(DAY, "yyyy/m/d").text


def test_truth_is_no_number():
    """TRUE and 1 are told apart, in whatever order they are asked for."""
    assert [displayed(1, "General").text, displayed(True, "General").text] == ["1", "TRUE"]


def test_text_ignores_the_format_of_numbers():
    """A text stands as it is, unless a section for text adds something."""
    assert [displayed("98%", "0.00").text, displayed("智慧", '@"项目"').text] == ["98%", "智慧项目"]


@pytest.mark.parametrize(("value", "code", "held"), [(2.6, "0", "2.6"), (0.9876, "0%", "0.9876"), (26666.67, WAN, "26666.67")])
def test_hidden_digits_are_said(value, code, held):
    """A figure that its format rounds is shown as displayed, and what it holds is said."""
    assert displayed(value, code).hides == held


@pytest.mark.parametrize(
    ("value", "code"), [(2.6, "0.0"), (0.1 + 0.2, "0.00"), (26000, WAN), (0.98, "0%"), (DAY + 0.5, "yyyy/m/d")]
)
def test_nothing_hidden_is_said_of_whole_figures(value, code):
    """A figure that is shown whole hides nothing, nor does a date its hour."""
    assert displayed(value, code).hides is None


@pytest.mark.parametrize("code", [";;;", '""'])
def test_format_that_shows_nothing(code):
    """A value that its format hides is no text, and is said."""
    assert displayed(2.6, code) == Displayed("", "2.6")


@pytest.mark.parametrize("code", ["0.00 X", "[未知]0", "[NatNum1]0", "0;0;0;@;0", "0" * 300, "%" * 200 + "0", "[>5]0;[>3]0"])
def test_format_not_understood(code):
    """Where nobody knows what is displayed the text is empty and the value is said: it may be another figure than it seems."""
    assert displayed(2.6, code) == Displayed("", "2.6", unknown=True)


@pytest.mark.parametrize("value", [-1, 10_000_000])
def test_date_out_of_range(value):
    """A date that Excel shows as ##### is not made up."""
    assert displayed(value, "yyyy/m/d").unknown


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4), st.integers(0, 4))
def test_fixed_places_round_half_up(number, places):
    """A format with fixed places shows the number rounded half away from zero, and says so where that is not all of it."""
    code = "0" if places == 0 else f"0.{'0' * places}"
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    shown = displayed(float(number), code)
    assert Decimal(shown.text) == rounded
    assert (shown.hides is None) == (rounded == number)


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=2))
def test_general_says_short_numbers_whole(number):
    """General loses nothing of a number of up to nine digits."""
    assert Decimal(displayed(float(number), "General").text) == number


@given(
    st.text(alphabet='0#?.,%E+-/@"\\[]_*;ymdhs年万元$¥DBNum12>=<G ', max_size=30), st.floats(allow_nan=True, allow_infinity=True)
)
def test_any_format_ends_well(code, value):
    """No format and no value raises: what is displayed is known, or said to be unknown."""
    shown = displayed(value, code)
    assert shown.text == "" or not shown.unknown
