"""Golden documents: real files in the layouts of many provinces, each beside what it states.

To accept what a new or changed document states, look at it and run `python -m tests.seed.test_golden FILE…`.
"""

import json
import sys
from pathlib import Path

import pytest

from seed.readers import read_file
from seed.reading import state
from tests.seed.expecting import expected_of

FOLDER = Path(__file__).with_name("golden")
DOCUMENTS = sorted(path for path in FOLDER.rglob("*") if path.is_file() and path.suffix not in (".json", ".py", ".pyc", ".md"))


def found(path: Path) -> dict[str, object]:
    return expected_of(state(read_file(path.name, path.read_bytes())))


def beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.expected.json")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_golden_document(path):
    """Every text, figure, place and finding is what somebody has looked at."""
    assert json.loads(json.dumps(found(path))) == json.loads(beside(path).read_text(encoding="utf-8"))


def test_every_expectation_has_its_document():
    """No expectation is left of a document that is gone."""
    assert {beside(path) for path in DOCUMENTS} == set(FOLDER.rglob("*.expected.json"))


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        document = Path(argument)
        beside(document).write_text(json.dumps(found(document), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
