"""Long texts of one pattern: whatever a document repeats, to read it takes time in proportion to its length."""

import select
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from seed.readers.html_rules import declarations
from seed.readers.html_styles import Styles
from seed.readers.markup import markup_kind

ROOT = Path(__file__).parents[2]

_LONG = 20_000  # characters
_PATIENCE = 30  # seconds; what is not quadratic takes one or two
_UNITS = (
    *[
        "1",
        "1,",
        "1-",
        "(",
        "（",
        "?",
        "…",
        "·",
        "_",
        "0",
        "a",
        "元",
        "额",
        "备注",
        "一",
        "指标1",
        "1元",
        "其中:1元",
        "电话",
        "填表人签字",
        "<?",
        "a:",
    ],
    " ",
    "\t",
    "\u3000",
    "012 ",
    "a:\n ",
    "(\u3000",
)
_TEXTS = (
    *(unit * (_LONG // len(unit)) + end for unit in _UNITS for end in ("", "!")),
    *("<?" + "?" * _LONG, "012" + " " * _LONG, "(" * _LONG + "13912345678", "1" * _LONG + "分", "首页" + " " * _LONG),
)
_FUNCTIONS = (
    ("seed.words.labels", "heading_of"),
    ("seed.words.labels", "plain_of"),
    ("seed.words.levels", "level1_of"),
    ("seed.words.levels", "is_class_name"),
    ("seed.words.personal", "has_personal_number"),
    ("seed.words.personal", "masked"),
    ("seed.words.personal", "without_personal_numbers"),
    ("seed.words.persons", "has_person"),
    ("seed.words.persons", "is_person"),
    ("seed.words.composed", "amount_with_parts"),
    ("seed.words.composed", "named_amounts"),
    ("seed.words.titles", "is_caption"),
    ("store.money", "unit_of"),
    ("store.money", "names_currency"),
    ("seed.long_lists.rows", "_NOTE"),
    ("seed.forms.prose", "_HEADS"),
    ("seed.readers.html_headings", "_PATH"),
    ("store.names.saying", "_REGION"),
    ("seed.readers.html_styles", "_of_rules"),
    ("seed.readers.markup", "_of_bytes"),
)
_SCRIPT = """
import sys
from tests.seed.test_long_texts import _TEXTS, called
for line in sys.stdin:
    call = called(*line.split())
    for text in _TEXTS:
        call(text)
    print("done", flush=True)
"""


def called(module: str, name: str) -> Callable[[str], object]:
    """The function, or the pattern that is matched."""
    if name == "_of_bytes":
        return lambda text: markup_kind(text.encode())
    if name == "_of_rules":
        return lambda text: (Styles([text, text + "{display:none}"]), declarations(text))
    call = getattr(import_module(module), name)
    return getattr(call, "match", call)


class Trying:
    """Another process that tries one function after another; where one is too slow, it is ended."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def ended(self, module: str, name: str) -> bool:
        """Whether the function was done with all texts in time."""
        process = self._process or subprocess.Popen(
            [sys.executable, "-c", _SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, cwd=ROOT
        )
        self._process = process
        process.stdin.write(f"{module} {name}\n")
        ready, _, _ = select.select([process.stdout], [], [], _PATIENCE)
        if ready and process.stdout.readline() == "done\n":
            return True
        self.end()
        return False

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


@pytest.fixture(scope="module")
def trying():
    trying = Trying()
    yield trying
    trying.end()


@pytest.mark.parametrize(("module", "name"), _FUNCTIONS)
def test_long_texts_of_one_pattern(trying, module, name):
    """No text of that length keeps a function busy."""
    assert trying.ended(module, name)
