"""Questions for phases and kinds of money that no name holds are about targets all the same."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk


@pytest.mark.parametrize("question", ["金盾工程一期有没有", "河堤加固债券多少", "金盾工程第五期"])
def test_it_is_about_targets(memory: Store, question: str) -> None:
    """It is said that there is none of that name, rather than that such questions are not answered."""
    makers.load(memory, makers.statement(makers.target("金盾工程三期运维", unit="青禾县公安局", yuan="300000")))

    assert Talk(conversation_of(memory)).asks(question).kind in ("clarify", "not_found")
