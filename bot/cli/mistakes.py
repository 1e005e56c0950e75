"""What the user of the command line can put right: one Chinese line on stderr and an exit code, never a traceback."""

import errno
import re
import sys
from collections.abc import Callable
from functools import wraps
from typing import NoReturn

import typer

from store.errors import StoreError

FAILED, USAGE = 1, 2

_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "只读，写不进去",
}


class UserError(Exception):
    """What the user of the command line can put right, in one Chinese line."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.code = code


def guarded(run: Callable[[], None]) -> Callable[[], None]:
    """Turns what a user can put right into one line on stderr and an exit code."""

    @wraps(run)
    def careful() -> None:
        try:
            run()
        except UserError as error:
            _fail(str(error), error.code)
        except typer.TyperException as error:
            if type(error).__name__ == "NoArgsIsHelpError":
                _fail(str(error), USAGE)
            _fail(f"用法不对：{_usage(error)}。看用法：wenxiao --help", USAGE)
        except StoreError as error:
            _fail(str(error), FAILED)
        except BrokenPipeError:
            sys.stderr.close()  # whoever read our output has gone; nothing is left to say
            raise SystemExit(FAILED) from None
        except KeyboardInterrupt:
            raise SystemExit(130) from None
        except OSError as error:
            _fail(f"{error.filename or ''}：{_REASONS.get(error.errno or 0, error.strerror or str(error))}".lstrip("："), FAILED)

    return careful


def _usage(error: typer.TyperException) -> str:
    """What is wrong with a command line, in Chinese; typer says it in English."""
    option, parameter = getattr(error, "option_name", None), getattr(error, "param", None)
    if option:
        return f"没有“{option}”这个选项"
    if parameter is not None:
        missing = type(error).__name__ == "MissingParameter"
        return f"缺少{_called(parameter)}" if missing else f"{_called(parameter)}的值不对"
    command = re.fullmatch(r"No such command '(?P<typed>.*?)'\.?(?: Did you mean '(?P<near>[^']*)'\?)?", str(error))
    if command is None:
        return str(error).rstrip(".")
    return f"没有“{command['typed']}”这个命令" + (f"，是不是“{command['near']}”" if command["near"] else "")


def _called(parameter: typer.CallbackParam) -> str:
    """A parameter as people know it: an option by its name, an argument by what its help calls it."""
    if parameter.param_type_name == "option":
        return f" {parameter.opts[-1]} "
    return re.split("[，。；]", getattr(parameter, "help", None) or str(parameter.name))[0]


def _fail(message: str, code: int) -> NoReturn:
    print("".join(c if c.isprintable() or c == "\n" else "�" for c in message), file=sys.stderr)
    raise SystemExit(code)
