"""How a question is answered that describes what is meant rather than name it, and which projects its words tell."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from msgspec import Struct

from bot.answer import Answer, Desk, Kind
from bot.described.beneficiaries import given, other_beneficiary, unsaid
from bot.described.by_description import Found, searched
from bot.described.denied import Denial, denial_of, denied
from bot.described.recognised import by_what, tells
from bot.language.descriptions import INSIDE
from bot.language.patterns import Pattern
from bot.language.unanswerable import Unanswerable
from bot.lines.elsewhere import apart, mismatched
from bot.question import Understanding
from store.names import NameType
from store.plan import Field
from store.text import fold, normalized
from store.text import words as listed

_OFFICES = listed("局 委 委员会 办公室 法院 检察院 政府 厅 街道办 街道办事处 管委会 联合会 协会 支队 大队 公司 集团 银行")


class How(StrEnum):
    """By what a description tells it."""

    DENIED = "denied"  # by what it is not
    APART = "apart"  # by a line that the project which is named beside it does not have
    OTHERS = "beneficiary"  # for whom, which the forms that its other words mean do not say
    TOLD = "told"  # by what it does


_HOW = {How.DENIED: "按不是什么", How.APART: "按别的项目的指标", How.OTHERS: "给谁的表上没有写", How.TOLD: "按描述"}


class Description(Struct, frozen=True):
    """The words that describe it, and the projects that these were found to tell, the best first."""

    how: How
    words: str
    found: tuple[Found, ...] = ()


def instead(question: Understanding, answer: Answer, desk: Desk, told: Callable[[], Answer | None]) -> Answer | None:
    """What is answered instead where words describe what is meant; `told` answers by what it does, or not."""
    description = _described(question, answer, desk)
    if description is None:
        return None
    if isinstance(description, Denial):
        return denied(description, question)
    found = told()
    listed = Unanswerable.FUNDER in question.qualified and question.plan.fields == (Field.PROJECT,)
    if listed and found and not _says_so(found, question.text):
        return None  # “中央资金的项目有哪些”: one form that says so in pieces is not all that there are
    if description.how is How.APART:
        return found or apart(question, desk)
    if not description.words or (found and found.kind is Kind.ANSWER):
        return found
    return other_beneficiary(description.words, question, desk)


_OF_SOURCE = Pattern(r"(\w+?)的(?:项目|工程)")


def _says_so(found: Answer, text: str) -> bool:
    """Whether what was found has the words before “的项目” in one piece."""
    said = _OF_SOURCE.search(text)
    return said is not None and fold(said[1]) in fold(found.text())


def explained(question: Understanding, answer: Answer, desk: Desk) -> dict[str, Any] | None:
    """The same path, for `explain`: which words, by which line of which form, how surely."""
    description = _described(question, answer, desk)
    if isinstance(description, Denial):
        description = Description(How.DENIED, description.said, description.kept)
    elif description:
        description = _with_projects(description, question, desk)
    return _as_json(description, desk) if description else None


def as_text(told: dict[str, Any]) -> list[str]:
    """The same for people, a line each."""
    lines = [f"描述：“{told['words']}”（{_HOW[How(told['how'])]}）"]
    for one in told["found"]:
        otherwise = "，".join(f"“{word}”写作“{form}”" for word, form in one["otherwise"])
        missing = "，".join(f"没有写“{word}”" for word in one["missing"])
        sure = "能断定" if one["sure"] else "不能断定"
        said = "；".join(part for part in (sure, otherwise, missing) if part)
        lines.append(f"　{one['year']}年 {one['line'].rstrip('。')}（{said}）")
    return lines


def _described(question: Understanding, answer: Answer, desk: Desk) -> Description | Denial | None:
    """Whether words describe what is meant, where the question is answered so; `answer` is what is said if none do."""
    denial = denial_of(question, desk)
    if denial:
        return denial
    if mismatched(question, answer):
        return Description(How.APART, "")
    words = unsaid(question, answer, desk)
    if words:
        return Description(How.OTHERS, words)
    if _is_of_a_part(question) or _is_a_strange_unit(question, desk) or _counts_besides(question):
        return None
    return Description(How.TOLD, "") if tells(question, answer) or given(question) else None


def _is_of_a_part(question: Understanding) -> bool:
    """Whether the words in doubt are a part of the project that is named: “小区改造里|电梯|多少钱” is no other way to say 小区改造."""
    text = normalized(question.text)
    ends = dict.fromkeys(m.end for m in question.names if m.type is NameType.PROJECT)
    inside = [INSIDE.match(text, end) for end in ends]
    return any(text.startswith(word, found.end()) for found in inside if found for word in question.doubtful)


def _counts_besides(question: Understanding) -> bool:
    """Whether something is counted beside another question of the project that is named: “热线外包几个坐席，多少钱” is answered in both or not."""
    counted = {question.text[s.start : s.end] for s in question.spans if s.rule == "measures"}
    return bool(question.plan.projects) and not counted.isdisjoint(question.uncombined)


def _is_a_strange_unit(question: Understanding, desk: Desk) -> bool:
    """Whether all that nothing explains is called as units are, and no form says it: “公安局的项目” is of no project that tells of 公安."""
    words = {*question.unknown, *question.unused}
    called = all(fold(word).endswith(_OFFICES) and len(word) <= _LONGEST_OFFICE for word in words)
    return bool(words) and called and not desk.standing([fold(word) for word in words])


_LONGEST_OFFICE = 8  # characters


def _with_projects(description: Description, question: Understanding, desk: Desk) -> Description | None:
    """The same with the projects that were looked for; None where the words tell nothing after all."""
    search = searched(question, desk)
    if search is None:
        return description if description.words else None
    most = [one for one in search.part if sum(map(len, one.told.missing)) * 2 <= sum(map(len, one.told.said))]
    if not (search.whole or most or description.words):
        return None
    return Description(description.how, description.words or search.words, search.whole or tuple(most))


def _as_json(description: Description, desk: Desk) -> dict[str, Any]:
    """The path, for `explain`: by which line of which form, how surely, and which words stand nowhere or otherwise there."""
    found = [
        {
            "project": one.project,
            "unit": one.unit,
            "year": one.holder.year,
            "line": by_what(one, desk)[0],
            "sure": one.sure and not one.told.missing,
            "missing": list(one.told.missing),
            "otherwise": [list(pair) for pair in one.told.alike],
        }
        for one in description.found
    ]
    return {"how": description.how.value, "words": description.words, "found": found}
