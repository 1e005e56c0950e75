"""Which files a path means, and their bytes: files as they are, folders in sorted order, hidden things named but not walked into."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from seed.errors import FileNotFound, FileTooLarge, FileUnreadable, NoPath, NotAFile, SeedError
from seed.findings import short
from store.errors import os_reason
from store.text import printable

LIMIT = 64 * 2**20  # bytes; the largest published documents, with pictures, have a third of that
_QUOTED = 5  # names
_LOCK = "这是打开文档时留下的临时文件，已跳过。"
_OF_SYSTEM = "这是系统自己放的文件，已跳过。"
OF_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})


class File(Struct, frozen=True):
    """A file to load: where it is, and how reports call it: by its name, or by its path inside the folder that was given."""

    path: Path
    called: str
    skipped: str | None = None  # why it is not looked at
    problem: SeedError | None = None  # why it cannot be
    named: bool = False  # whether somebody gave the path of the file itself, and not of a folder

    @property
    def name(self) -> str:
        """The file's own name."""
        return printable(self.path.name)

    def content(self) -> bytes:
        """The bytes.  Raises the `SeedError` that says why there are none."""
        if self.problem is not None:
            raise self.problem
        try:
            # Without waiting: to open a pipe waits for somebody who writes into it, and some files of the system never end.
            with os.fdopen(os.open(self.path, os.O_RDONLY | os.O_NONBLOCK), "rb") as opened:
                found = os.fstat(opened.fileno())
                if not stat.S_ISREG(found.st_mode):
                    raise NotAFile(self.called)
                if found.st_size > LIMIT:
                    raise FileTooLarge(self.called, found.st_size, LIMIT)
                content = opened.read(LIMIT + 1) or b""  # it may have grown meanwhile
        except FileNotFoundError as error:
            raise FileNotFound(self.called) from error
        except OSError as error:
            raise FileUnreadable(self.called, os_reason(error)) from error
        if len(content) > LIMIT:
            raise FileTooLarge(self.called, len(content), LIMIT)
        return content


def files(paths: Iterable[Path | str]) -> Iterator[File]:
    """The files in the order of the paths, those of a folder sorted by their path inside of it."""
    for given in paths:
        path = Path(given)
        if not str(given):
            yield File(path, "（空路径）", problem=NoPath())
            continue
        try:
            mode = path.stat().st_mode
        except FileNotFoundError:
            yield File(path, printable(str(path)))
        except (OSError, ValueError) as error:
            why = os_reason(error) if isinstance(error, OSError) else "路径里有空字符"
            called = short(printable(str(path)))
            yield File(path, called, problem=FileUnreadable(called, why))
        else:
            yield from _walk(path) if stat.S_ISDIR(mode) else [File(path, printable(path.name), named=True)]


def _walk(folder: Path) -> Iterator[File]:
    """What stands in the folder; one line for all that is hidden, which is not walked into: a .git alone has thousands."""
    found: list[tuple[Path, File]] = []
    hidden: list[str] = []

    def unreadable(error: OSError) -> None:
        inside = _inside(Path(error.filename or folder), folder)
        found.append((inside, File(folder, printable(str(inside)), problem=FileUnreadable(str(inside), os_reason(error)))))

    for above, folders, names in os.walk(folder, onerror=unreadable):
        hidden += [_inside(Path(above) / name, folder).as_posix() for name in (*folders, *names) if name.startswith(".")]
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(above) / name for name in names if not name.startswith(".")):
            inside = _inside(path, folder)
            found.append((inside, File(path, printable(inside.as_posix()), _why_not(path.name))))
    if hidden:
        yield File(folder, printable(folder.name or str(folder)), _hidden(sorted(hidden)))
    yield from (file for _inside, file in sorted(found, key=lambda one: one[0]))


def _why_not(name: str) -> str | None:
    if name.startswith("~$"):
        return _LOCK
    return _OF_SYSTEM if name.lower() in OF_SYSTEM else None


def _inside(path: Path, folder: Path) -> Path:
    return path.relative_to(folder)


def _hidden(names: Sequence[str]) -> str:
    said = "、".join(short(name) for name in names[:_QUOTED])
    more = "等" if len(names) > _QUOTED else ""
    return f"有 {len(names)} 个隐藏的文件或文件夹没有看：{said}{more}；要导入请直接给出它的路径。"
