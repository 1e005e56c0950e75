"""Departments by their codes, as the forms print them: “代码301的部门今年一共多少”, “301是哪家的代码”, “205和301各多少”."""

import re
from collections.abc import Mapping
from typing import Protocol

from bot.language.patterns import Pattern
from store.text import Normal


class Codes(Protocol):
    """The codes of one state of the store, and the numbers that are a part of a name."""

    @property
    def codes(self) -> Mapping[str, str]:
        """Code of a department → its folded name."""

    @property
    def numbers_in_names(self) -> frozenset[str]:
        """The numbers that stand in names of projects and units, each whole."""


_CODE = r"(?<![\d.])(?P<code>\d{3,9})(?![\d.%万亿元])"
# With its own word, or with none before it: 项目编码 and 科目代码 are others
_CALLED = r"(?:(?:主管)?(?:部门|单位)的?|(?<!\w)|(?<=[年查下看]))(?:代码|编码)(?:为|是|[:：])?\s*"
_ALONE = rf"(?:(?<!\w)|(?<=[年查下看])){_CODE}"
_OFFICE = "(?:部门|单位|局)"
_WHO = r"(?:的)?(?:是|属于|对应)(?:的是|的)?(?:哪一?[个家]|什么|啥|谁)(?:家)?(?:主管)?"
# Whose code it is, with a word for codes or for departments
_WHOSE = (
    Pattern(rf"{_CALLED}{_CODE}{_WHO}{_OFFICE}?"),
    Pattern(rf"{_CODE}{_WHO}{_OFFICE}?的(?:部门)?(?:代码|编码)"),
    Pattern(rf"{_ALONE}{_WHO}{_OFFICE}(?!的)"),
    Pattern(rf"{_ALONE}(?:所?对应|代表)?的?{_OFFICE}(?:名称?|名字|全称|是[哪谁什]\w{{0,3}}|叫什么)?(?=\W*$)"),
)
_CODED = (
    Pattern(rf"{_CALLED}{_CODE}(?:的?(?:主管)?{_OFFICE})?"),
    Pattern(rf"{_ALONE}(?:所?对应的?|这个|那个|的)?(?:主管)?(?:部门|单位)(?![编代]码)"),
)
_AND_THAT = Pattern(rf"^(?:那|那么|换成)?{_CODE}(?=呢?\W*$)")  # “205呢” after “203部门今年多少”
_ITS_CODE = "的主管部门代码"
_ASKED = r"(?=(?:[的在]|今年|去年|前年|\d{2,4}年|本级|含?[下所]属|分别|一共|总共|合计|各自?|安排|预算|了|是|有)*(?:相?差?[多少]?多少|几个?项目|哪些项目|哪个[多少]|谁的?钱?最?[多少]|比(?:去年|前年|上年|\d{2,4}年)|[涨降增减]|占))"
# “205今年多少钱”, “部门205和301各多少”: numbers alone, all of which are codes, where it is asked what they have
_BEGINS = rf"(?:(?<!\w)|(?<=[年查下看]))(?:{_OFFICE}?(?:代码|编码)?)"
_NUMBER = r"(?!20\d\d(?!\d))\d{3,9}(?![\d.%万亿元])"  # “2024和2025各多少” are years
_LISTED = Pattern(
    rf"{_BEGINS}{_NUMBER}(?:(?:[和与跟及比、]|以及|还有)(?:(?:部门|单位)?(?:代码|编码))?{_NUMBER})*(?:这?[两三]个)?{_OFFICE}?{_ASKED}"
)
_IN_A_LIST = Pattern(rf"{_OFFICE}?(?:代码|编码)?(?P<code>\d{{3,9}})(?:这?[两三]个{_OFFICE}|{_OFFICE})?")
# “部门代码最大的”, “最小的代码是哪个部门”
_OWN = r"(?:主管)?(?:部门|单位)的?"
_EXTREME = Pattern(
    rf"(?:{_OWN}|(?<!\w)|(?<=年))(?:代码|编码)(?:数字)?最(?P<end>[大小])(?:的?(?:是|{_OFFICE})*(?:哪一?[个家]|谁|什么)?{_OFFICE}?)"
    rf"|最(?P<first>[大小])的?(?:{_OWN})?(?:代码|编码)(?:的?(?:是|对应|属于)(?:哪一?[个家]|谁家?|什么)的?{_OFFICE}?)?"
    rf"|哪一?[个家]{_OFFICE}的?(?:代码|编码)最(?P<last>[大小])"
)


def with_codes_named(normal: Normal, book: Codes, *, after_a_unit: bool = False) -> Normal:
    """The text with the departments' names for their codes; a number that is none of these codes stays what it is."""
    if after_a_unit:
        normal = _named(normal, _AND_THAT, book.codes, "")
    normal = _with_the_largest(normal, book.codes)
    for pattern in _WHOSE:
        normal = _named(normal, pattern, book.codes, _ITS_CODE)
    normal = _with_those_listed(normal, book)
    for pattern in _CODED:
        normal = _named(normal, pattern, book.codes, "")
    return normal


def _named(normal: Normal, pattern: Pattern, codes: Mapping[str, str], asked: str) -> Normal:
    for found in reversed(list(pattern.finditer(normal.text))):
        if name := codes.get(found["code"]):
            normal = normal.saying(*found.span(), f"{name}{asked}")
    return normal


def _with_those_listed(normal: Normal, book: Codes) -> Normal:
    """The names for numbers that stand alone, where all of them are codes and none of them is a part of another name.

    “120急救” is a project, whatever department has that code.
    """
    for found in reversed(list(_LISTED.finditer(normal.text))):
        each = list(_IN_A_LIST.finditer(normal.text, found.start(), found.end()))
        if any(one["code"] not in book.codes or one["code"] in book.numbers_in_names for one in each):
            continue
        for one in reversed(each):
            normal = normal.saying(*one.span(), book.codes[one["code"]])
    return normal


def _with_the_largest(normal: Normal, codes: Mapping[str, str]) -> Normal:
    """The department whose code is the largest or the smallest, by name; with its code where nothing else is asked of it."""
    found = _EXTREME.search(normal.text)
    numbers = [code for code in codes if code.isdecimal()]  # “301-01” is neither more nor less than they are
    if found is None or not numbers:
        return normal
    end = max if "大" in (found["end"], found["first"], found["last"]) else min
    name = codes[end(numbers, key=lambda code: (int(code), code))]
    more = re.search(r"\w", normal.text[found.end() :].strip("的呢吗啊呀是多少?？"))
    return normal.saying(*found.span(), name if more else f"{name}{_ITS_CODE}")
