"""The bundled document, read once."""

from contextlib import nullcontext

import pytest

from seed.apart import Apart
from seed.document import Document
from seed.load import bundled
from seed.readers import read_file
from seed.reading import Outcome, state


@pytest.fixture(scope="session")
def bundled_document() -> Document:
    """The real document that comes with the program."""
    (file,) = [entry for entry in bundled().iterdir() if entry.name.endswith(".txt")]
    return read_file(file.name, file.read_bytes())


@pytest.fixture(scope="session")
def outcome(bundled_document: Document) -> Outcome:
    """What it states, and the findings."""
    return state(bundled_document)


@pytest.fixture(scope="session")
def child():
    with Apart() as apart:
        yield apart


@pytest.fixture
def one_child(child, monkeypatch):
    """`load` and `verify` read with one process for all tests, since each start of one takes longer than most tests."""
    for module in ("seed.load", "seed.verifying"):
        monkeypatch.setattr(f"{module}.Apart", lambda: nullcontext(child))
