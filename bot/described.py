"""How a question is answered that describes what is meant rather than name it, and which projects its words tell."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.answer import Answer, Desk
from bot.beneficiaries import given, unsaid
from bot.by_description import Found, searched
from bot.denied import denial_of
from bot.question import Understanding
from bot.recognised import by_what, tells


class How(StrEnum):
    """By what a description tells it."""

    DENIED = "denied"  # by what it is not
    OTHERS = "beneficiary"  # for whom, which the forms that its other words mean do not say
    TOLD = "told"  # by what it does


@dataclass(frozen=True)
class Description:
    """The words that describe it, and the projects that these were found to tell, the best first."""

    how: How
    words: str
    found: tuple[Found, ...] = ()


def how_told(question: Understanding, answer: Answer, desk: Desk) -> Description | None:
    """Whether words describe what is meant, where the question is answered so; `answer` is what is said if none do."""
    denial = denial_of(question, desk)
    if denial:
        return Description(How.DENIED, denial.said, denial.kept)
    words = unsaid(question, answer, desk)
    if words:
        return Description(How.OTHERS, words)
    return Description(How.TOLD, "") if tells(question, answer) or given(question) else None


def with_projects(description: Description, question: Understanding, desk: Desk) -> Description | None:
    """The same with the projects that were looked for; None where the words tell nothing after all."""
    if description.how is How.DENIED:
        return description
    search = searched(question, desk)
    if search is None:
        return description if description.words else None
    most = [one for one in search.part if sum(map(len, one.told.missing)) * 2 <= sum(map(len, one.told.said))]
    if not (search.whole or most or description.words):
        return None
    return Description(description.how, description.words or search.words, search.whole or tuple(most))


def as_json(description: Description, desk: Desk) -> dict[str, Any]:
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


_HOW = {How.DENIED: "按不是什么", How.OTHERS: "给谁的表上没有写", How.TOLD: "按描述"}


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
