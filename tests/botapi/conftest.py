"""Fixtures for the tests of the fake itself."""

from collections.abc import Iterator

import pytest

from tests.botapi.server import BotApi


@pytest.fixture
def api() -> Iterator[BotApi]:
    """A Telegram of its own."""
    with BotApi() as api:
        yield api
