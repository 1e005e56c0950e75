"""A root folder that stands in for a container: this machine's system, read-only, under folders of its own.

It is made of what Linux gives to root: mount, process and network namespaces (`unshare`, `nsenter`) and `chroot`.
`/usr` is this machine's, `/usr/local` the Python that runs this, without the packages installed beside it: as a
python:3-slim image has it.  What a command writes elsewhere stays in the folder.  This machine's mounts never change.
"""

import shlex
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_SYSTEM = ("bin", "sbin", "lib", "lib32", "lib64", "libx32", "usr")
_DEVICES = ("full", "null", "random", "urandom", "zero")
# What a slim image has too, and what this machine's network needs: names, certificates, a registry of its own.
_ETC = ("alternatives", "hosts", "ld.so.conf", "ld.so.conf.d", "localtime", "login.defs", "nsswitch.conf", "pip.conf")
_ETC_OF_NETWORK = ("resolv.conf", "ssl", "xdg/pip")
_ACCOUNTS = {
    "passwd": "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n",
    "group": "root:x:0:\nnogroup:x:65534:\n",
    "shadow": "root:*:19000:0:99999:7:::\nnobody:*:19000:0:99999:7:::\n",
}


class Failed(Exception):
    """A command in a container ended with an exit code other than 0."""


@dataclass(frozen=True)
class Process:
    """A command in a container: what runs it, as whom and where."""

    command: Sequence[str]
    user: str
    folder: str
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Mounted:
    """A folder of this machine inside the root; the container may write to it when it is a volume."""

    source: Path
    target: str
    writable: bool = False


def new_root(folder: Path) -> Path:
    """Fills an empty folder with what a slim base image has beside /usr."""
    for name in ("dev", "etc/xdg", "proc", "root", "tmp", "usr", "var/tmp"):
        (folder / name).mkdir(parents=True)
    (folder / "tmp").chmod(0o1777)
    for name in _SYSTEM:
        if (here := Path("/", name)).is_symlink():
            (folder / name).symlink_to(here.readlink())
        elif here.is_dir():
            (folder / name).mkdir(exist_ok=True)
    for name in (*_ETC, *_ETC_OF_NETWORK):
        if (here := Path("/etc", name)).is_dir():
            shutil.copytree(here, folder / "etc" / name, symlinks=True)
        elif here.is_file():
            shutil.copy(here, folder / "etc" / name)
    for name, lines in _ACCOUNTS.items():
        (folder / "etc" / name).write_text(lines, encoding="utf-8")
    for name in _DEVICES:
        (folder / "dev" / name).touch()
    run(folder, Process(["ldconfig"], "0:0", "/", {"PATH": "/sbin:/usr/sbin"}))
    return folder


def run(root: Path, process: Process) -> None:
    """Runs a step of a build; it may write anywhere but below /usr.  Raises `Failed`."""
    code = subprocess.run(_unshared(_build_script(root, process)), check=False, stdin=subprocess.DEVNULL).returncode
    if code:
        raise Failed(f"exit code {code}: {shlex.join(process.command)}")


def contained(root: Path, process: Process, mounts: Sequence[Mounted], network: int) -> list[str]:
    """The command line of a container with a read-only root and a writable /tmp, in the network of process `network`.

    The process is number 1 of its own process numbers, as in a container: a signal that it has no handler for is lost.
    """
    return ["nsenter", f"--net=/proc/{network}/ns/net", *_unshared(_container_script(root, process, mounts))]


def inside(number: int, process: Process) -> list[str]:
    """The command line of one more process in the container whose first process has this number here."""
    user, _, group = process.user.partition(":")
    namespaces = ["--mount", "--pid", "--net", "--root"]
    return ["nsenter", f"--target={number}", *namespaces, f"--setuid={user}", f"--setgid={group}", *_plain(process)]


def first_process(unshare: int) -> int:
    """The number here of the first process of a container that was started with `contained`, when it has entered its root."""
    for _ in range(100):
        for status in Path("/proc").glob("[0-9]*/stat"):
            with suppress(FileNotFoundError, ProcessLookupError):
                parent = int(status.read_text().rpartition(")")[2].split()[1])
                if parent == unshare and status.with_name("root").readlink() != Path("/"):
                    return int(status.parent.name)
        time.sleep(0.1)
    raise ProcessLookupError(f"{unshare} started nothing")


def _unshared(script: str) -> list[str]:
    return ["unshare", "--mount", "--pid", "--fork", "sh", "-euc", script]


def _build_script(root: Path, process: Process) -> str:
    return "\n".join([*_mounting(root), _entering(root, process)])


def _container_script(root: Path, process: Process, mounts: Sequence[Mounted]) -> str:
    lines = [*_mounting(root), f"mount -o remount,ro,bind {root}", f"mount -t tmpfs -o mode=1777 none {root / 'tmp'}"]
    for mounted in mounts:
        lines += _bound(mounted.source, root / mounted.target.lstrip("/"), writable=mounted.writable)
    return "\n".join([*lines, _entering(root, process)])


def _mounting(root: Path) -> list[str]:
    """Shell lines that lay the system into the root; seen by nobody outside."""
    lines = [f"mount --bind {root} {root}"]
    for name in _SYSTEM:
        if (here := Path("/", name)).is_dir() and not here.is_symlink():
            lines += _bound(here, root / name)
    if sys.base_prefix != "/usr":
        packages = Path(sysconfig.get_path("purelib", vars={"base": sys.base_prefix})).relative_to(sys.base_prefix)
        lines += _bound(Path(sys.base_prefix), root / "usr/local")
        lines.append(f"mount -t tmpfs -o ro none {root}/usr/local/{packages}")
    else:  # a distribution's Python is called python3
        lines += [f"mount -t tmpfs none {root}/usr/local", f"mkdir {root}/usr/local/bin"]
        lines.append(f"ln -s {sys._base_executable} {root}/usr/local/bin/python")  # type: ignore[attr-defined]  # noqa: SLF001
    for name in _DEVICES:
        lines += _bound(Path("/dev", name), root / "dev" / name, writable=True)
    return [*lines, f"mount -t proc none {root}/proc"]


def _bound(source: Path, target: Path, *, writable: bool = False) -> list[str]:
    lines = [f"mount --bind {shlex.quote(str(source))} {target}"]
    return lines if writable else [*lines, f"mount -o remount,ro,bind {target}"]


def _entering(root: Path, process: Process) -> str:
    return "exec " + shlex.join(["chroot", f"--userspec={process.user}", "--groups=", str(root), *_plain(process)])


def _plain(process: Process) -> list[str]:
    """The command with nothing in its environment but what is given."""
    variables = [f"{name}={value}" for name, value in process.environment.items()]
    return ["/usr/bin/env", "--ignore-environment", f"--chdir={process.folder}", *variables, *process.command]
