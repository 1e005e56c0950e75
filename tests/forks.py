"""Processes without their start: one that has imported the whole program forks another for each run.

To start Python and to import takes a second or more, most runs of the tests a tenth of that.  A fork is a process like any
other: its own memory, environment, folder and streams, an exit code, and it can be killed.  What a fork does not prove, that
the program starts at all, in which locale, and how the interpreter ends, tests prove that start Python.
"""

import atexit
import gc
import json
import os
import pkgutil
import select
import shutil
import socket
import sys
import threading
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import NoReturn

_ROOMS = ("bot", "seed", "store")
_LAZY = ("alembic.autogenerate", "sqlalchemy.dialects.sqlite", "uvicorn.protocols.http.h11_impl")  # imported when they are used


def serve(address: str) -> None:
    """Forks for whoever connects, until standard input ends; the address stands in a folder that is removed then."""
    _import_all()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen()
        print("ready", flush=True)
        while listener in select.select([listener, sys.stdin], [], [])[0]:
            connection, _ = listener.accept()
            if os.fork() == 0:
                _never_back(connection)
            connection.close()
            _bury()
    shutil.rmtree(Path(address).parent)


def _never_back(connection: socket.socket) -> NoReturn:
    try:
        _watch(connection)
    except BaseException:  # noqa: BLE001  # whatever it is, only one process serves
        sys.excepthook(*sys.exc_info())
    os._exit(1)


def _bury() -> None:
    """Waits for those that have ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _import_all() -> None:
    for room in _ROOMS:
        for module in pkgutil.walk_packages(import_module(room).__path__, f"{room}."):
            if ".migrations." not in module.name:  # alembic loads them by path
                import_module(module.name)
    for name in _LAZY:
        import_module(name)
    gc.collect()
    gc.freeze()


def _watch(connection: socket.socket) -> NoReturn:
    """Forks the program, says its number, waits for it and says how it ended."""
    wanted, streams = _received(connection)
    number = os.fork()
    if number == 0:
        connection.close()
        _become(wanted, streams)
    for stream in streams:
        os.close(stream)
    try:
        connection.sendall(f"{number}\n".encode())
        connection.sendall(f"{os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])}\n".encode())
    except BrokenPipeError:  # nobody wants to know
        os.waitpid(number, 0)
    os._exit(0)


def _received(connection: socket.socket) -> tuple[dict, list[int]]:
    said, streams, _, _ = socket.recv_fds(connection, 1 << 16, 3)
    while more := connection.recv(1 << 16):
        said += more
    return json.loads(said), streams


def _become(wanted: dict, streams: list[int]) -> NoReturn:
    """A process as it is when its program begins."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(wanted["environment"])
    os.chdir(wanted["folder"])
    time.tzset()
    code, *arguments = wanted["command"]
    sys.argv = ["-c", *arguments]
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115  # for good
    sys.stdout = sys.__stdout__ = open(1, "w", encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
    sys.stderr = sys.__stderr__ = open(2, "w", 1, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    os._exit(_ended(code))


def _ended(code: str) -> int:
    """Runs a program's text and gives its exit code.

    A whole end of the interpreter would take longer than most programs do: it touches all that was imported.
    """
    ended = 0
    try:
        exec(code, {"__name__": "__main__"})  # noqa: S102  # as `python -c` does
    except SystemExit as end:
        ended = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001  # as the interpreter does
        sys.excepthook(*sys.exc_info())
        ended = 1
    threading._shutdown()
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(ValueError, BrokenPipeError):  # closed, here or there
            stream.flush()
    return ended


def ask(
    address: str, command: list[str], environment: dict[str, str], folder: str, streams: tuple[int, int, int]
) -> socket.socket:
    """Has a program forked, as `python -c` starts one.

    What comes back are two lines: the number of its process and, when it ends, its exit code.
    """
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(address)
    said = json.dumps({"command": command, "environment": environment, "folder": folder}).encode()
    sent = socket.send_fds(connection, [said], streams)
    connection.sendall(said[sent:])
    connection.shutdown(socket.SHUT_WR)
    return connection


def main() -> None:
    """A command in the place of `python -c`, for scripts: ADDRESS CODE ARGUMENT…"""
    address, *command = sys.argv[1:]
    with ask(address, command, dict(os.environ), str(Path.cwd()), (0, 1, 2)).makefile() as said:
        code = int(said.read().split()[1])
    sys.exit(code)


if __name__ == "__main__":
    main()
