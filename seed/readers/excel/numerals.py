"""Numbers as [DBNum1] to [DBNum3] write them: 二〇二四, 贰万陆仟, ２６."""

_DIGITS = {1: "〇一二三四五六七八九", 2: "零壹贰叁肆伍陆柒捌玖", 3: "０１２３４５６７８９"}
_SMALL = {1: ("", "十", "百", "千"), 2: ("", "拾", "佰", "仟")}
_LARGE = ("", "万", "亿", "兆")
_MOST = 16  # digits that have a name


def digit_by_digit(text: str, kind: int) -> str:
    """Each digit as its numeral, everything else as it is: “2024” → “二〇二四”."""
    return text.translate({ord(str(digit)): numeral for digit, numeral in enumerate(_DIGITS[kind])})


def spoken(text: str, kind: int) -> str:
    """A number with its units: “26000” → “贰万陆仟”; digits after the point one by one."""
    whole, point, fraction = text.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    if kind not in _SMALL or not whole.isdigit() or len(whole) > _MOST:
        return digit_by_digit(text, kind)
    return sign + _whole(int(whole), kind) + point + digit_by_digit(fraction, kind)


def day_or_month(number: int, kind: int) -> str:
    """A number below a hundred as dates write it: 11 → “十一”, where numbers write “一十一”."""
    said = spoken(str(number), kind)
    return said[1:] if kind == 1 and 10 <= number < 20 else said


def _whole(number: int, kind: int) -> str:
    zero = _DIGITS[kind][0]
    if number == 0:
        return zero
    said, gap = "", False
    for place in range(len(_LARGE) - 1, -1, -1):
        group = number // 10_000**place % 10_000
        if group == 0:
            gap = bool(said)
            continue
        if said and (gap or group < 1000):
            said += zero
        said += _group(group, kind) + _LARGE[place]
        gap = False
    return said


def _group(group: int, kind: int) -> str:
    said, zero = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit == 0:
            zero = bool(said)
            continue
        said += (_DIGITS[kind][0] if zero else "") + _DIGITS[kind][digit] + _SMALL[kind][place]
        zero = False
    return said
