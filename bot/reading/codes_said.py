"""Departments by their codes, as the forms print them: “代码301的部门今年一共多少”, “301是哪家的代码”."""

from collections.abc import Mapping

from bot.language.patterns import Pattern
from store.text import Normal

_CODE = r"(?<![\d.])(?P<code>\d{3,9})(?![\d.%万亿元])"
# With its own word, or with none before it: 项目编码 and 科目代码 are others
_CALLED = r"(?:(?:主管)?(?:部门|单位)的?|(?<!\w)|(?<=年)|(?<=查))(?:代码|编码)(?:为|是|[:：])?\s*"
_WHO = r"(?:的)?(?:是|属于|对应)(?:的是|的)?(?:哪一?[个家]|什么|啥|谁)(?:家)?(?:主管)?"
# Whose code it is, with a word for codes or for departments
_WHOSE = (
    Pattern(rf"{_CALLED}{_CODE}{_WHO}(?:部门|单位|局)?"),
    Pattern(rf"{_CODE}{_WHO}(?:部门|单位|局)?的(?:部门)?(?:代码|编码)"),
    Pattern(rf"{_CODE}{_WHO}部门"),
)
_CODED = Pattern(rf"{_CALLED}{_CODE}(?:的?(?:主管)?(?:部门|单位|局))?")
_ITS_CODE = "的主管部门代码"


def with_codes_named(normal: Normal, codes: Mapping[str, str]) -> Normal:
    """The text with the departments' names for their codes; a number that is none of these codes stays what it is."""
    for pattern, asked in (*((pattern, _ITS_CODE) for pattern in _WHOSE), (_CODED, "")):
        for found in reversed(list(pattern.finditer(normal.text))):
            if name := codes.get(found["code"]):
                normal = normal.saying(*found.span(), f"{name}{asked}")
    return normal
