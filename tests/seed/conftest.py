"""The bundled document, read once."""

import pytest

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
