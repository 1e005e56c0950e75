"""Fixtures of the tests with peers that are not ours."""

from collections.abc import Iterator

import pytest

from tests.peers.emulator import Emulator


@pytest.fixture
def telegram() -> Iterator[Emulator]:
    """An emulator of Telegram of its own."""
    with Emulator() as emulator:
        yield emulator
