"""Columns called 指标性质, 指标方向, 指标方向性, 指标属性: what one holds is told by its values, never by its name.

Sichuan prints operators (≥ ≤ = 定性) under 指标性质 and 正向/反向 under 指标方向性; Inner Mongolia prints 正向/反向/定性 under 指标性质
and words (大于等于) under 指标方向.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from seed.findings import remark, short, warn
from seed.long_lists.heads import Head, Row
from seed.words.amounts import is_blank
from seed.words.labels import Label
from seed.words.values import is_direction, operator_of
from store.model import Finding


class Sign(StrEnum):
    """What such a column holds."""

    OPERATOR = "operator"
    DIRECTION = "direction"  # 正向、反向, and 定性、定量: a kind
    UNKNOWN = "unknown"


def operator_column(head: Head, rows: Sequence[Row]) -> tuple[int | None, list[Finding]]:
    """The column whose values are operators, None where none is; what is odd about the others."""
    held: Mapping[int, Sign | None] = {place: _held([row[place].text for row in rows]) for place in head.places(Label.SIGN)}
    operators = [place for place, sign in held.items() if sign is Sign.OPERATOR]
    findings = [_unknown(head, place, rows) for place, sign in held.items() if sign is Sign.UNKNOWN]
    if operators:
        odd = [row[operators[0]] for row in rows if _is_odd(row[operators[0]].text)]
        findings += [warn("unknown-sign", c, f"“{short(c.text)}”不是认得的符号，指标值按原样读入，没有带上它。") for c in odd]
    for place in operators[1:]:
        differing = [row for row in rows if _apart(row[operators[0]].text, row[place].text)]
        if differing:
            words, other = head.columns[operators[0]].words, head.columns[place].words
            message = f"“{words}”写“{differing[0][operators[0]].seen}”，“{other}”写“{differing[0][place].seen}”；按“{words}”读。请核对。"
            findings.append(warn("sign-twice", differing[0][place], message))
    return (operators[0] if operators else None), findings


def _held(texts: Sequence[str]) -> Sign | None:
    filled = [text for text in texts if not is_blank(text)]
    if not filled:
        return None
    if any(operator_of(text) for text in filled):
        return Sign.OPERATOR
    return Sign.DIRECTION if any(is_direction(text) for text in filled) else Sign.UNKNOWN


def _is_odd(text: str) -> bool:
    return not is_blank(text) and operator_of(text) is None and not is_direction(text)


def _apart(one: str, other: str) -> bool:
    signs = operator_of(one), operator_of(other)
    return None not in signs and signs[0] != signs[1]


def _unknown(head: Head, place: int, rows: Sequence[Row]) -> Finding:
    said = "、".join(f"“{short(text)}”" for text in list(dict.fromkeys(row[place].seen for row in rows if row[place].seen))[:5])
    return remark(
        "unknown-sign", head.columns[place].cell, f"“{head.columns[place].words}”一栏写的不是符号也不是方向，没有读入：{said}。"
    )
