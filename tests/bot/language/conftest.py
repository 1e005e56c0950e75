"""Questions read without any stored name: what the words alone say."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.reading.parse import Parse
from bot.reading.parsing import parse, spoken
from store.names import NameIndex
from store.text import normalize

TODAY = date(2024, 6, 15)


@pytest.fixture(scope="session")
def read() -> Callable[[str], Parse]:
    """A question as the language modules read it on 2024-06-15, in a store without names."""
    nothing = NameIndex({})
    return lambda question: parse(question, nothing, spoken(normalize(question), TODAY))
