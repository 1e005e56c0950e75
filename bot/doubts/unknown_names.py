"""Names that are none: near names are offered, and what is called otherwise; without an amount."""

from collections.abc import Sequence

from bot.answer import Answer, Choice, Desk, Kind
from bot.described.missing_words import as_said
from bot.question import Understanding
from bot.reading.matching import ORGANISATIONS
from bot.replying import phrases
from store.names import NameType
from store.plan import Field, Newest, Plan

_MOST_CHOICES = 5


def unknown(words: Sequence[str], question: Understanding, desk: Desk) -> Answer:
    """The name is none that is stored: near names are offered, without figures."""
    said = quoted(as_said(words, question.text))
    first = f"没有找到{said}：已导入的文件里没有这个名称。"
    near = list(question.plan.projects)[:_MOST_CHOICES] or [n for w in words for n in desk.book.near(w, _kinds(w))][:3]
    fields = question.plan.fields or (Field.AMOUNT,)
    choices = tuple(
        Choice(
            name,
            Plan(projects=(name,), fields=fields, newest=Newest.EACH)
            if desk.book.is_project(name)
            else Plan(units=desk.book.units_called(name), fields=(Field.PROJECT,), newest=Newest.EACH),
        )
        for name in dict.fromkeys(near)
    )
    meant = meant_nearly(words, question, desk)
    if meant:
        return _described(said, meant)
    far = far_from(question, desk)
    choices = (*choices, *(choice for choice in far if choice.label not in near))
    if far and question.describes:
        return _described(phrases.quoted(question.far), choices)
    if not choices:
        return Answer(Kind.NOT_FOUND, (first, "问“有哪些项目”可看已导入的项目。"), unfound=said)
    lines = (first, "相近的名称，回数字查看：", *phrases.choose([c.label for c in choices]))
    return Answer(Kind.NOT_FOUND, lines, choices=choices, unfound=said)


def far_from(question: Understanding, desk: Desk) -> list[Choice]:
    """The projects that the words may mean without saying their names: by an optional extra, and none without it."""
    if not question.far:
        return []
    return _projects([near.name for near in desk.book.far(question.far, question.plan.units)], question)


def meant_nearly(words: Sequence[str], question: Understanding, desk: Desk) -> list[Choice]:
    """The projects that nicknames in the words are near to."""
    names = dict.fromkeys(name for word in words for name in desk.book.nearly(word, question.plan.units))
    return _projects(list(names)[:_MOST_CHOICES], question)


def quoted(words: Sequence[str]) -> str:
    """Words of the question, each once."""
    return phrases.listed([phrases.quoted(word) for word in dict.fromkeys(words)])


def _projects(names: Sequence[str], question: Understanding) -> list[Choice]:
    newest = None if question.plan.years else Newest.EACH
    return [Choice(name, question.plan.model_copy(update={"projects": (name,), "newest": newest})) for name in names]


def _described(said: str, choices: Sequence[Choice]) -> Answer:
    """What was told of it, rather than its name: it is asked which of these is meant."""
    first = f"没有项目叫{said}。"
    lines = (first, "意思相近的，回数字查看：", *phrases.choose([choice.label for choice in choices]))
    return Answer(Kind.CLARIFY, lines, choices=tuple(choices), unfound=said)


def _kinds(word: str) -> tuple[NameType, ...]:
    """What a word may have been meant to name: what ends as units do, a unit."""
    return (NameType.UNIT,) if word.endswith(ORGANISATIONS) else (NameType.PROJECT, NameType.UNIT)
