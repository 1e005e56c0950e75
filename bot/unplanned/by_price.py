"""What one of something costs is told: “7万一个社区的是哪里”, “每个渔民补180对吗”, “3万一个的网点”: it is a line's price, and no budget."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from bot.answer import Answer, Desk, Kind
from bot.language.each import UNIT_OF_ONE, Each
from bot.language.patterns import Pattern
from bot.lines.per_unit import told_of
from bot.lines.weighing import is_price_of
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.narrowed import MOST_READ
from bot.replying.quoted_amounts import TIMES
from store.model import Horizon, Indicator
from store.names import NameType
from store.numerals import CHARACTERS, NotNumber, parse_number
from store.plan import Field, Newest, Part, Plan, TextFilter
from store.targets import TargetView
from store.text import fold

_MOST = 5  # lines
_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|[{CHARACTERS}十百千]+)"
_MONEY = rf"(?P<number{{0}}>{_NUMBER})(?P<scale{{0}}>[万亿]?)(?:元|块钱|块|块儿)?(?:钱)?"
_ONE = rf"(?:每一?|一|单(?!位))个?(?P<unit{{0}}>{UNIT_OF_ONE}|(?<=[个每])(?:月|学期)|天)(?P<noun{{0}}>[^\W\d的多少几是补给发要花一每超不低高大小于过]{{{{0,4}}}}?)"
_RATE = r"(?:(?:一|每)个?(?:年|月|学期|学年|天|次)|/)?"
_GETS = r"(?:平均|大概|能|可以|就|才|只)*(?:补助|补贴|补|给|发|要|花|用|拿|领|奖励|奖|是|为|投|收)?(?:了|到)?"
_TOLD = Pattern(
    rf"(?<![\d.第万千百十]){_MONEY.format('1')}{_RATE}{_ONE.format('1')}{_RATE}(?=的|是|吗|么|对|$|[\s,，。?？吧呢啊])|"
    rf"(?<![第这那哪另\d]){_ONE.format('2')}{_RATE}{_GETS}{_MONEY.format('2')}(?![\d.%‰多几个年月])"
)
_REST = Pattern(
    r"(?:请问|问下|那个|这个|哪一?[个家些种]|哪里|哪儿|什么|啥|谁|项目|单位|街道|社区|学校|乡镇|[镇乡村局]|指标|成本|数量|标准|补助|补贴|写|印|填|是不是|是否|是|的|"
    r"吗|么|吧|嘛|对不对|对|没错|不|没|有|呢|啊|那|算|叫|今年|去年|[\s?？,，。!！“”\"])*"
)
_YUAN = Pattern(r"(\d[\d,]*(?:\.\d+)?)\s*([万亿]?)元")


class _Price(Struct, frozen=True):
    """What is told of one, in yuan, with the words that say it."""

    yuan: Decimal
    each: Each
    words: str


def by_price(question: Understanding, desk: Desk) -> Answer | None:
    """The lines that print that price, else what the forms of the project that is named print; None where no such price is told."""
    told = None if question.plan.told else _told(question)  # “是每人40块吗”: the line's value is held against it already
    if told is None:
        return None
    years = tuple(year for year in question.plan.years if year in desk.book.years)  # 2000 of “一场2000” is none
    scope = question.plan.model_copy(update={"years": years, "newest": None if years else Newest.EACH})
    lines = list(_lines(told, scope, desk))
    if lines:
        stated = tuple(facts.indicator(view, line) for view, line in lines[:_MOST])
        said = [
            f"{facts.whose(view)}{line.level2}{phrases.printed(line.name)}：{phrases.one_line(line.value)}"
            for view, line in lines
        ]
        first = phrases.quoted(told.words)
        plan = facts.only(Plan(fields=(Field.AMOUNT,)), lines[0][0]) if len(lines) == 1 else Plan(fields=(Field.AMOUNT,))
        shown = [f"{first}是{said[0]}。"] if len(said) == 1 else [f"{first}的有 {len(said)} 个：", *_numbered(said[:_MOST])]
        return Answer(Kind.ANSWER, tuple(shown), stated, cite(stated), remembered=plan)
    if question.plan.projects and (printed := told_of(scope, told.words, told.each, desk)):
        return printed
    return Answer(Kind.NOT_FOUND, (f"没有找到：已导入的指标里，没有印着{phrases.quoted(told.words)}的。",))


def _numbered(items: list[str]) -> list[str]:
    return [f"{number}. {item}" for number, item in enumerate(items, 1)]


def _told(question: Understanding) -> _Price | None:
    """The price, where the question says nothing else but names and what is asked of it."""
    text = fold(question.text)
    found = _TOLD.search(text)
    if found is None or not _says_nothing_else(question, found.start(), found.end()):
        return None
    which = "1" if found["number1"] else "2"
    try:
        number = parse_number(found[f"number{which}"].replace(",", ""))
    except NotNumber:
        return None
    each = Each(found.start(), found.end(), found.end(), found[f"unit{which}"], found[f"noun{which}"] or "")
    return _Price(number * TIMES[found[f"scale{which}"]], each, found[0])


def _says_nothing_else(question: Understanding, start: int, end: int) -> bool:
    kept = list(fold(question.text))
    if len(kept) != len(question.text):
        return False
    kept[start:end] = [" "] * (end - start)
    for match in question.names:
        if match.type in (NameType.PROJECT, NameType.UNIT) and not (match.start < end and start < match.end):
            kept[match.start : match.end] = [" "] * (match.end - match.start)
    return bool(_REST.fullmatch("".join(kept)))


def _lines(told: _Price, plan: Plan, desk: Desk) -> Iterator[tuple[TargetView, Indicator]]:
    """The lines with that price, of what is named, of each project those of the newest year that has any."""
    scope = Plan(projects=plan.projects, units=plan.units, years=plan.years, newest=plan.newest)
    if not (plan.projects or plan.units):
        number = told.yuan / TIMES["万"] if told.yuan >= TIMES["万"] else told.yuan
        text = TextFilter(text=f"{number.normalize():f}", within=(Part.INDICATORS,))
        scope = scope.model_copy(update={"texts": (text,)})
    if desk.count(scope) > MOST_READ:
        return
    for view in desk.matching(scope):
        for line in view.target.indicators:
            if line.horizon is Horizon.ANNUAL and _yuan(line) == told.yuan and is_price_of(line, told.each.noun, told.each.unit):
                yield view, line


def _yuan(line: Indicator) -> Decimal | None:
    found = _YUAN.search(fold(line.value))
    return Decimal(found[1].replace(",", "")) * TIMES[found[2]] if found else None
