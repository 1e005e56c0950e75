"""The same question typed otherwise has the same answer."""

from collections import defaultdict
from collections.abc import Callable, Mapping

import opencc  # type: ignore[import-untyped]
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.conversation import Conversation
from store.names.readings import readings
from store.names.tokens import numeral
from tests.bot.conftest import answer
from tests.laws import law, proof

FIELDS = (
    "多少钱",
    "预算是多少",
    "的目标是什么",
    "的满意度是多少",
    "财政拨款多少",
    "的中期资金总额",
    "有哪些指标",
    "的主管部门是谁",
)
YEARS = ("", "2023年", "2024年")
LONG = 4  # characters of a name in which one may be mistyped

Change = Callable[[str, str], str]  # question, project → question


def _full_width(question: str, _name: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in question)


def _around(before: str, behind: str = "") -> Change:
    return lambda question, _name: f"{before}{question}{behind}"


def _behind_name(words: str) -> Change:
    return lambda question, name: question.replace(name, name + words, 1)


def _traditional(variant: str) -> Change:
    return lambda question, _name: str(opencc.OpenCC(variant).convert(question))


CHANGES: Mapping[str, Change] = {
    "请问": _around("请问"),
    "麻烦": _around("麻烦帮我查一下"),
    "我想知道": _around("我想知道", "呢"),
    "谢谢": _around("", "，谢谢"),
    "啊": _around("", "啊？"),
    "！！": _around("", "！！"),
    "那个": _around("那个"),
    "。": _around("", "。"),
    "space": _behind_name(" "),
    "到底": _behind_name("到底"),
    "full width": _full_width,
    "之": lambda question, _name: question.replace("的", "之"),
    "no 的": lambda question, _name: question.replace("的", ""),
    "s2t": _traditional("s2t"),
    "s2hk": _traditional("s2hk"),
}


@pytest.fixture(scope="session")
def sounding(bundled_bot: Conversation, county_bot: Conversation) -> Mapping[str, list[str]]:
    """Every reading of the names' characters, with the characters that have it; no numerals, which tell names apart."""
    entries = [*bundled_bot.book().catalogue.entries, *county_bot.book().catalogue.entries]
    found: defaultdict[str, list[str]] = defaultdict(list)
    for character in sorted({c for e in entries for c in e.project + e.unit} | set("经金静京项向相像象单丹担管馆观维为护户")):
        for reading in readings(character) if numeral(character) is None else ():
            found[reading].append(character)
    return found


def _question(bot: Conversation, data: st.DataObject) -> tuple[str, str]:
    """A question about a target of the store, and the project that it names."""
    entry = data.draw(st.sampled_from(bot.book().catalogue.entries))
    unit = data.draw(st.sampled_from(("", entry.unit)))
    return data.draw(st.sampled_from(YEARS)) + unit + entry.project + data.draw(st.sampled_from(FIELDS)), entry.project


def _check_change(bot: Conversation, data: st.DataObject) -> None:
    question, project = _question(bot, data)
    said = answer(bot, question)
    assume(said.kind == "answer")
    change = data.draw(st.sampled_from(sorted(CHANGES)))

    assert answer(bot, CHANGES[change](question, project)).text == said.text, (change, question)


def _check_homophone(bot: Conversation, sounding: Mapping[str, list[str]], data: st.DataObject) -> None:
    """One character of a long name as another that sounds alike: the same answer, or a choice that holds the name."""
    question, project = _question(bot, data)
    assume(len(project) >= LONG)
    place = data.draw(st.integers(0, len(project) - 1))
    others = [c for reading in readings(project[place])[:1] for c in sounding.get(reading, ()) if c != project[place]]
    assume(others)
    mistyped = project[:place] + data.draw(st.sampled_from(others)) + project[place + 1 :]
    said, typed = answer(bot, question), answer(bot, question.replace(project, mistyped))
    assume(said.kind == "answer")

    assert typed.text == said.text or (typed.kind == "clarify" and project in typed), (question, mistyped, typed.text)


@given(st.data())
@law(150, shrink=False)
def test_the_same_question_typed_otherwise(bundled_bot: Conversation, county_bot: Conversation, data: st.DataObject) -> None:
    """Small talk, width, particles, punctuation and traditional characters change nothing."""
    _check_change(data.draw(st.sampled_from((bundled_bot, county_bot))), data)


@given(st.data())
@law(80, shrink=False)
def test_a_homophone_in_a_long_name(
    bundled_bot: Conversation, county_bot: Conversation, sounding: Mapping[str, list[str]], data: st.DataObject
) -> None:
    """One character of a long name may be another that sounds alike."""
    _check_homophone(data.draw(st.sampled_from((bundled_bot, county_bot))), sounding, data)


@pytest.mark.prove
@given(st.data())
@proof(3000)
def test_questions_typed_otherwise_at_length(
    bundled_bot: Conversation, county_bot: Conversation, sounding: Mapping[str, list[str]], data: st.DataObject
) -> None:
    """The same laws over thousands of questions."""
    bot = data.draw(st.sampled_from((bundled_bot, county_bot)))
    _check_change(bot, data)
    _check_homophone(bot, sounding, data)
