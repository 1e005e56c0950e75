"""Files of old kinds (.doc, .wps, .rtf …) through LibreOffice, where it is installed: what comes out is a kind that is read.

LibreOffice runs with a profile of its own that is thrown away, without macros and without fetching what a document refers to.
"""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from seed.errors import NotConverted
from seed.paths import LIMIT

SECONDS = 60.0  # the first start on a slow machine takes a third of that
# Then LibreOffice itself, with limits of memory (of what it writes), of a file's size and of processor time.
_LIMITED = """
import os, resource, sys
for what, most in ((resource.RLIMIT_DATA, 1 << 30), (resource.RLIMIT_FSIZE, 1 << 28), (resource.RLIMIT_CPU, 120)):
    hard = resource.getrlimit(what)[1]
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
os.execv(sys.argv[1], sys.argv[1:])
"""
_PROGRAMS = ("soffice", "libreoffice")
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def program() -> str | None:
    """LibreOffice's program, None where it is not installed."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def converted(name: str, content: bytes, ending: str, to: str, *, seconds: float = SECONDS) -> bytes:
    """The file as LibreOffice converts it: `ending` is that of its kind (“doc”), `to` the one wanted (“docx”).

    Raises `NotConverted` where LibreOffice is not installed, fails, or takes longer than `seconds`.
    """
    found = program()
    if found is None:
        raise NotConverted(name, "没有安装 LibreOffice")
    with TemporaryDirectory(prefix="wenxiao-") as folder:
        _prepare(Path(folder))
        source, made = Path(folder, f"file.{ending}"), Path(folder, "out", f"file.{to}")
        source.write_bytes(content)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        task = [found, profile, *_QUIETLY, "--convert-to", to, "--outdir", "out", source.name]
        _run(name, [sys.executable, "-I", "-c", _LIMITED, *task], folder, seconds)
        if not made.is_file() or made.stat().st_size > LIMIT:
            raise NotConverted(name, "LibreOffice 打不开它")
        return made.read_bytes()


_QUIETLY = ("--headless", "--norestore", "--nolockcheck", "--nodefault")


def _prepare(folder: Path) -> None:
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    (folder / "out").mkdir()


def _run(name: str, command: list[str], folder: str, seconds: float) -> None:
    environment = {"PATH": os.environ.get("PATH", os.defpath), "HOME": folder, "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    quiet = subprocess.DEVNULL
    # It starts a process of its own; the session is how both are ended.
    with subprocess.Popen(  # noqa: S603  # LibreOffice, found on the PATH; the file's name is ours
        command, cwd=folder, env=environment, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as running:
        try:
            running.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise NotConverted(name, f"LibreOffice {seconds:.0f} 秒没有转换完") from None
        finally:
            with suppress(ProcessLookupError):  # it ended, as it should
                os.killpg(running.pid, signal.SIGKILL)
