"""The documents say what the program does."""

import importlib.util
import re
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.bot.program import quick_program

ROOT = Path(__file__).parent.parent
PAGES = [*ROOT.glob("*.md"), *sorted((ROOT / "docs").glob("*.md"))]
names = [str(page.relative_to(ROOT)) for page in PAGES]


@pytest.fixture(scope="module")
def making():
    """scripts/make_docs.py, which fills the pages."""
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "scripts" / "make_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    module.PROGRAM = quick_program()  # an example need not wait for the program's start
    return module


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_lists_examples_and_dialogues(page, making):
    """They are what the program says today; `make docs` writes them."""
    text = page.read_text(encoding="utf-8")

    assert making.filled(text) == text


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_links(page):
    """A link to a file or to a heading leads somewhere."""
    lost = [
        target
        for target in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
        if not target.startswith("#") and not (page.parent / unquote(target.partition("#")[0])).exists()
    ]

    assert [] == lost


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_files_that_are_named(page):
    """A file or folder of the project that a page names in code is there."""
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`((?:bot|seed|store|tests|docs|scripts|requirements)/[\w./-]*)`", text)

    assert [] == [name for name in named if not (ROOT / name).exists()]


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_commands_and_options_that_are_named(page, making):
    """`wenxiao …` in code names a command that is there, and options that it has."""
    known = {
        re.match(r"[a-z]+(?: [a-z]+)*", typed)[0]: {o for option in options for o in re.findall(r"-[\w-]+", option.typed)}
        for typed, (_, options) in making.command_options().items()
    }
    code = re.findall(r"`(wenxiao [^`\n]+)`|^(?:\$ )?(?:\S*/)?(wenxiao [^\n]+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    wrong = []
    for said in (inline or line for inline, line in code):
        command = next((name for name in known if re.match(rf"{name}(?!\S)", said)), "")
        options = set(re.findall(r"(?<!\S)--?[a-z][\w-]*", re.split("[#|]", said)[0]))
        if not command or options - known[command] - {"--help"}:
            wrong.append(said)

    assert [] == wrong


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_make_targets_that_are_named(page):
    """`make …` names a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = re.findall(r"(?:^|`)make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE)

    assert [] == [name for name in named if name not in targets]


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_variables_that_are_named(page):
    """WENXIAO_… names a setting."""
    from bot.settings import Settings

    known = {f"WENXIAO_{name.upper()}" for name in Settings.model_fields}

    assert set(re.findall(r"WENXIAO_[A-Z_]+", page.read_text(encoding="utf-8"))) <= known
