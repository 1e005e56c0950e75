"""A number as Excel writes it: General, and the digits of a format's section."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from seed.readers.excel.codes import FormatNotUnderstood, Kind, Section, Token

_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP)  # Excel computes with 15 significant digits and shows no more
_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
_WIDTH = 11  # characters that General takes, the sign apart
_MOST_PLACES = 30
_MOST_STEPS = 4  # percent signs and thousands commas; nobody means more


def exact(value: float) -> Decimal:
    """The number without the noise of binary fractions: 0.1 + 0.2 is 0.3."""
    return _FIFTEEN.create_decimal(repr(value))


def rounded(number: Decimal, places: int) -> Decimal:
    """Half away from zero, as Excel rounds what it shows."""
    return number.quantize(Decimal(1).scaleb(-places), context=_EXACT)


def general(number: Decimal) -> str:
    """As the format General shows it, in a column that is wide enough: eleven characters, else an exponent."""
    if number == 0:
        return "0"
    magnitude = number.adjusted()
    if magnitude >= _WIDTH or magnitude < -9:
        return _scientific(number)
    places = _WIDTH - 1 - max(magnitude, 0) - 1
    if magnitude < -4 and _digits(number) > places + magnitude + 1:
        return _scientific(number)
    return _trimmed(f"{rounded(number, max(places, 0)):f}")


def _digits(number: Decimal) -> int:
    return len(number.normalize().as_tuple().digits)


def _scientific(number: Decimal) -> str:
    short = Context(prec=6, rounding=ROUND_HALF_UP).create_decimal(number)
    exponent = short.adjusted()
    return f"{_trimmed(f'{short.scaleb(-exponent):f}')}E{'-' if exponent < 0 else '+'}{abs(exponent):02d}"


def _trimmed(text: str) -> str:
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def written(number: Decimal, section: Section) -> tuple[str, Decimal]:
    """The number, which is not negative, in the digits of the section, and the number that these digits say.

    The second is the number itself where nothing is rounded.  Raises `FormatNotUnderstood`.
    """
    if section.has(Kind.EXPONENT):
        return _exponential(number, section.tokens)
    if section.has(Kind.SLASH) and _is_fraction(section.tokens):
        return _fraction(number, section.tokens)
    return _decimal(number, section.tokens)


def _decimal(number: Decimal, tokens: Sequence[Token]) -> tuple[str, Decimal]:
    whole, fraction = _halves(tokens)
    scale, grouped = _commas(whole)
    percents = sum(token.kind is Kind.PERCENT for token in tokens)
    places = sum(token.kind is Kind.DIGIT for token in fraction)
    if places > _MOST_PLACES or percents + scale > _MOST_STEPS:
        raise FormatNotUnderstood("位数过多")
    factor = Decimal(100) ** percents / Decimal(1000) ** scale
    shown = rounded(_EXACT.multiply(number, factor), places)
    digits, _point, decimals = f"{shown:f}".partition(".")
    text = _left(digits.lstrip("0"), whole, grouped=grouped) + _right(decimals, fraction)
    return text, _EXACT.divide(shown, factor)


def _halves(tokens: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """The tokens before the point, and those from the point on."""
    point = next((i for i, token in enumerate(tokens) if token.kind is Kind.POINT), len(tokens))
    if point < len(tokens):
        # “0.00,”: the comma that scales may stand at the very end.
        scaling = [token for token in tokens[point:] if token.kind is Kind.COMMA]
        return [*tokens[:point], *scaling], [token for token in tokens[point:] if token.kind is not Kind.COMMA]
    return tokens, ()


def _commas(whole: Sequence[Token]) -> tuple[int, bool]:
    """How many thousands the commas after the last digit divide by, and whether a comma between digits groups them."""
    digits = [i for i, token in enumerate(whole) if token.kind is Kind.DIGIT]
    commas = [i for i, token in enumerate(whole) if token.kind is Kind.COMMA]
    if not digits:
        return len(commas), False
    return sum(i > digits[-1] for i in commas), any(digits[0] < i < digits[-1] for i in commas)


def _left(digits: str, tokens: Sequence[Token], *, grouped: bool) -> str:
    """The digits before the point from right to left; the first placeholder takes all that remain, and marks stay between."""
    first = next((i for i, token in enumerate(tokens) if token.kind is Kind.DIGIT), None)
    if first is None and digits and any(token.kind is Kind.POINT for token in tokens):
        raise FormatNotUnderstood("小数点前没有数位")
    pieces: list[str] = []
    count = 0
    for i in range(len(tokens) - 1, -1, -1):
        token = tokens[i]
        if token.kind is not Kind.DIGIT:
            pieces.append("" if token.kind is Kind.COMMA else token.text)
            continue
        for _ in range(max(len(digits), 1) if i == first else 1):
            character = digits[-1:] or {"0": "0", "?": " "}.get(token.text, "")
            digits = digits[:-1]
            pieces.append("," if grouped and count and count % 3 == 0 and character.strip() else "")
            pieces.append(character)
            count += 1
    return "".join(reversed(pieces))


def _right(decimals: str, tokens: Sequence[Token]) -> str:
    """The digits after the point; “0.##” shows no zeros at the end, and we no point with nothing behind it."""
    places = [token.text for token in tokens if token.kind is Kind.DIGIT]
    last = max((i for i, text in enumerate(places) if text == "0" or decimals[i] != "0"), default=-1)
    pieces: list[str] = []
    count = 0
    for token in tokens:
        if token.kind is Kind.DIGIT:
            pieces.append(decimals[count] if count <= last else " " if token.text == "?" else "")
            count += 1
        elif token.kind is not Kind.POINT:
            pieces.append(token.text)
        elif last >= 0:
            pieces.append(".")
    return "".join(pieces)


def _exponential(number: Decimal, tokens: Sequence[Token]) -> tuple[str, Decimal]:
    at = next(i for i, token in enumerate(tokens) if token.kind is Kind.EXPONENT)
    mantissa, power = tokens[:at], tokens[at + 1 :]
    whole, fraction = _halves(mantissa)
    step = sum(token.kind is Kind.DIGIT for token in whole) or 1
    places = sum(token.kind is Kind.DIGIT for token in fraction)
    exponent = number.adjusted() // step * step if number and step > 1 else number.adjusted() if number else 0
    shown = rounded(number.scaleb(-exponent), places)
    if shown >= Decimal(10) ** step:
        exponent += step
        shown = rounded(number.scaleb(-exponent), places)
    digits, _point, decimals = f"{shown:f}".partition(".")
    sign = "-" if exponent < 0 else "+" if tokens[at].text.endswith("+") else ""
    text = _left(digits.lstrip("0"), whole, grouped=False) + _right(decimals, fraction)
    return f"{text}E{sign}{_left(str(abs(exponent)).lstrip('0'), power, grouped=False)}", shown.scaleb(exponent)


def _is_fraction(tokens: Sequence[Token]) -> bool:
    slash = next(i for i, token in enumerate(tokens) if token.kind is Kind.SLASH)
    before, after = tokens[:slash], [token for token in tokens[slash + 1 :] if token.text.strip()]
    behind = bool(after) and (after[0].kind is Kind.DIGIT or after[0].text.isdigit())
    return behind and any(token.kind is Kind.DIGIT for token in before)


def _fraction(number: Decimal, tokens: Sequence[Token]) -> tuple[str, Decimal]:
    """“# ?/?” and “# ?/8”: the nearest fraction whose denominator has no more digits, or is the one that is printed."""
    slash = next(i for i, token in enumerate(tokens) if token.kind is Kind.SLASH)
    above = "".join("0" if token.kind is Kind.DIGIT else " " for token in tokens[:slash]).split()
    below = "".join(token.text for token in tokens[slash + 1 :]).strip()
    if any(token.kind is Kind.TEXT and token.text.strip() and not token.text.isdigit() for token in tokens):
        raise FormatNotUnderstood("带文字的分数")
    value = Fraction(number)
    whole = int(value) if len(above) > 1 else 0
    if below.strip("?#0").isdigit():
        denominator = int(below)
        top, bottom = round((value - whole) * denominator), denominator
    else:
        nearest = (value - whole).limit_denominator(10 ** min(len(below), 7) - 1)
        top, bottom = nearest.numerator, nearest.denominator
    if len(above) > 1 and top == bottom:
        whole, top = whole + 1, 0
    shown = whole + Fraction(top, bottom)
    said = Decimal(shown.numerator) / Decimal(shown.denominator)
    if top == 0 and len(above) > 1:
        return str(whole), said
    return (f"{whole} " if whole else "") + f"{top}/{bottom}", said
