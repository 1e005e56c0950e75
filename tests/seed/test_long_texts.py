"""Long texts of one pattern: whatever a document repeats, to read it takes time in proportion to its length."""

import subprocess
import sys

import pytest

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
    ("store.names.index", "_REGION"),
    ("store.hierarchy", "_REGION"),
    ("seed.readers.html_styles", "_of_rules"),
    ("seed.readers.markup", "_of_bytes"),
)
_SCRIPT = """
import sys
from importlib import import_module
from tests.seed.test_long_texts import _TEXTS
module, name = sys.argv[1:]
if name == "_of_bytes":
    from seed.readers.markup import markup_kind
    call = lambda text: markup_kind(text.encode())
elif name == "_of_rules":
    from seed.readers.html_rules import declarations
    from seed.readers.html_styles import Styles
    call = lambda text: (Styles([text, text + "{display:none}"]), declarations(text))
else:
    call = getattr(import_module(module), name)
    call = getattr(call, "match", call)
for text in _TEXTS:
    call(text)
"""


@pytest.mark.parametrize(("module", "name"), _FUNCTIONS)
def test_long_texts_of_one_pattern(module, name):
    """No text of that length keeps a function busy; the other process is ended where one does."""
    subprocess.run([sys.executable, "-c", _SCRIPT, module, name], check=True, timeout=_PATIENCE)
