"""A PostgreSQL server of the machine's own whose databases order texts as Chinese are; the one from PyPI is built without ICU."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import WANT

_NOBODY = "nobody"  # the server refuses to run as root


@contextmanager
def in_chinese_order() -> Iterator[str]:
    """The address of an empty database in the order of zh-Hans; skips where there is no server with ICU on the PATH."""
    if not (shutil.which("initdb") and shutil.which("pg_ctl")):
        pytest.skip(f"{WANT}a PostgreSQL server with ICU on the PATH")
    folder = Path(tempfile.mkdtemp(prefix="wx", dir="/tmp"))  # the path of the server's socket must stay short
    if os.geteuid() == 0:
        shutil.chown(folder, _NOBODY)
    data = str(folder / "pg")
    try:
        order = ("--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=zh-Hans")
        if (made := _run("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", *order)).returncode:
            pytest.skip(f"{WANT}a PostgreSQL server with ICU: {made.stderr.decode().strip()[-100:]}")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        started = _run("pg_ctl", "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start")
        assert started.returncode == 0, (folder / "log").read_text()
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            _run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: str) -> subprocess.CompletedProcess[bytes]:
    """Its output goes to a file: the server that it starts would keep a pipe open."""
    user = _NOBODY if os.geteuid() == 0 else None
    with tempfile.TemporaryFile() as errors:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=errors, user=user, cwd="/", timeout=120, check=False)
        errors.seek(0)
        return subprocess.CompletedProcess(command, done.returncode, b"", errors.read())
