"""What can go wrong with the store itself, in words for the operator.

    StoreError
    ├── StoreUnreachable    it cannot be opened or went away
    ├── NotAStore           there is something else at that address
    ├── NewerStore          a newer program has written it
    ├── OlderStore          an older program has written it, and nobody may bring it up to date now
    ├── StoreBusy           somebody else holds it for too long
    ├── AlreadyServed       another process serves from this file
    ├── SameTargetTwice     a document states one project of one unit and year twice
    ├── NoSuchLoad          nothing in the history has that number
    ├── NothingToUndo       that entry of the history brought nothing that could be taken back
    └── AlreadyUndone       somebody has taken that load back

Messages name the address without user, password and options.
"""

import errno
import socket
from datetime import datetime

_REASONS = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已满",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "文件系统只能读，不能写",
    errno.ENAMETOOLONG: "路径太长",
    errno.ENOTDIR: "路径中间的一段不是文件夹",
    errno.EISDIR: "是文件夹，不是文件",
    errno.EIO: "磁盘读写出错",
    errno.ELOOP: "链接绕成了圈",
    errno.ENOENT: "不存在",
    errno.EMFILE: "打开的文件太多",
    errno.EADDRINUSE: "端口已被占用",
    errno.EADDRNOTAVAIL: "这台机器没有这个地址",
}


def os_reason(error: OSError) -> str:
    """Why the system refused, in Chinese where it is one of the usual reasons; else in the system's words."""
    if isinstance(error, socket.gaierror):
        return "找不到这台主机"
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


class StoreError(Exception):
    """The store cannot do what it was asked to; `str()` is one Chinese line that says what to do."""


class StoreUnreachable(StoreError):
    """The database cannot be opened, or the connection to it was lost."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"打不开数据库 {where}：{why}。请检查 WENXIAO_DATABASE_URL、文件权限和数据库服务。")


class NotAStore(StoreError):
    """The address holds something that 问效 did not write."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where} 不是问效的数据库：{why}。请换一个文件或数据库名，原内容没有改动。")


class NewerStore(StoreError):
    """The schema is one that this program does not know."""

    def __init__(self, where: str, found: str, known: str) -> None:
        super().__init__(f"数据库 {where} 的版本是 {found}，比本程序（{known}）新。请升级问效后再打开，数据没有改动。")


class OlderStore(StoreError):
    """The schema is an older one, and whoever looks must not change it."""

    def __init__(self, where: str, found: str, known: str) -> None:
        super().__init__(f"数据库 {where} 是旧版（{found}），导入文件或启动服务时会自动升级到 {known}，原有的数据不动。")


class StoreBusy(StoreError):
    """Another process holds the store for longer than we wait."""

    def __init__(self, where: str, seconds: float) -> None:
        super().__init__(f"数据库 {where} 正被另一个进程占用，等了 {seconds:g} 秒。请稍后再试，什么都没有写入。")


class AlreadyServed(StoreError):
    """Another process serves from this file; on PostgreSQL there may be several."""

    def __init__(self, where: str) -> None:
        super().__init__(f"已经有一个 wenxiao serve 在用 {where}。请先停掉它；要同时运行多个，请改用 PostgreSQL。")


class SameTargetTwice(StoreError):
    """One document states the same project of the same unit and year twice, so that neither can be current."""

    def __init__(self, project: str, unit: str, year: int, first: str, second: str) -> None:
        super().__init__(f"{second}：{unit}{year}年「{project}」在{first}已经写过。请改正文件后重新导入，整个文件没有写入。")


class NoSuchLoad(StoreError):
    """Nothing in the history has that number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"没有第 {number} 号导入。用 wenxiao admin loads 看有哪些。")


class NothingToUndo(StoreError):
    """A file that was refused, or an undo: neither brought anything."""

    def __init__(self, number: int, file: str, *, undoes: int | None) -> None:
        refused = f"第 {number} 号（{file}）被拒绝了，本来就没有写入，不用撤销。"
        undone = f"第 {number} 号是对第 {undoes} 号的撤销，不能再撤销；要恢复，请重新导入“{file}”。"
        super().__init__(refused if undoes is None else undone)


class AlreadyUndone(StoreError):
    """The load was taken back before."""

    def __init__(self, number: int, by: str, at: datetime, undoing: int) -> None:
        when = f"{at.astimezone():%Y-%m-%d %H:%M}"
        super().__init__(f"第 {number} 号导入已由 {by} 在 {when} 撤销（第 {undoing} 号），什么都没有改动。")
