"""Numbers of people: telephones and identity cards, which public texts sometimes hold by mistake and which are never kept as a fact."""

import re

_OWN = (
    r"\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]"  # identity card
    r"|1[3-9]\d(?:[- ]?\d{4}){2}"  # mobile
)
_BEFORE, _AFTER = r"(?<![0-9A-Za-z.])", r"(?![0-9A-Za-z,]|\.\d|\s*[万亿]?元)"
_MOBILE_OR_IDENTITY = re.compile(rf"{_BEFORE}(?:{_OWN}){_AFTER}")
_PERSONAL = re.compile(
    rf"{_BEFORE}(?:{_OWN}"
    r"|[(（]0[1-9]\d{1,2}[)）]\s{0,3}\d{7,8}|0[1-9]\d{1,2}\s{0,3}[-—－ ]\s{0,3}\d{7,8}"  # with area code
    r"|(?<=电话|手机|热线)\d{7,8}|(?<=电话[:：]|手机[:：]|热线[:：])\d{7,8}"
    rf"){_AFTER}"
)
_AROUND = re.compile(r"[\s(（,，、;；:：]*(?:联系)?(?:电话|方式|手机|号码|身份证)*[\s:：]*\Z")
_LONGEST = 60  # characters before a number that announce it
_EMPTY = re.compile(r"[(（]\s*[)）]")


def has_personal_number(text: str) -> bool:
    """Whether a telephone number or the number of an identity card stands in the text."""
    return bool(_PERSONAL.search(text))


def has_mobile_or_identity(text: str) -> bool:
    """Whether it is a number of one person, and not that of an office."""
    return bool(_MOBILE_OR_IDENTITY.search(text))


def masked(text: str) -> str:
    """The text with “〔号码〕” for each such number, for messages."""
    return _PERSONAL.sub("〔号码〕", text)


def without_personal_numbers(text: str) -> str:
    """The text without such numbers and the words that announce them: “财政所（联系电话：139…）” → 财政所."""
    pieces = _PERSONAL.split(text)
    kept = [piece[:-_LONGEST] + _AROUND.sub("", piece[-_LONGEST:]) for piece in pieces[:-1]] + [
        pieces[-1].lstrip(")） ") if len(pieces) > 1 else pieces[-1]
    ]
    return _EMPTY.sub("", "".join(kept)).strip()
