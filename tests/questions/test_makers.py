"""The makers of the corpora: what lies beside gold.jsonl is what it holds."""

import re
import zipfile
from importlib import import_module
from pathlib import Path

import pytest

from tests.questions.grids import files

HERE = Path(__file__).parent
MAKERS = sorted(path for path in HERE.glob("*/make.py") if "writing.main(" in path.read_text(encoding="utf-8"))
CLOCK = re.compile(rb"\d{4}-\d\d-\d\dT[\d:.]+Z?(?=</)")


@pytest.mark.parametrize("suffix", [".txt", ".xlsx", pytest.param(".docx", marks=pytest.mark.prove)])
@pytest.mark.parametrize("maker", MAKERS, ids=lambda path: path.parent.name)
def test_documents_are_what_their_maker_writes(maker: Path, suffix: str, tmp_path: Path) -> None:
    """Each document is written again from the records, the same but for the time of writing."""
    write = import_module(f"tests.questions.{maker.parent.name}.make").write
    for name, records in files(maker.parent).items():
        if name.endswith(suffix):
            write(tmp_path / name, records)

            assert _content(tmp_path / name) == _content(maker.parent / name), name


def _content(path: Path) -> object:
    if path.suffix == ".txt":
        return path.read_bytes()
    with zipfile.ZipFile(path) as z:
        return {name: CLOCK.sub(b"", z.read(name)) for name in z.namelist()}
