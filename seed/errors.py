"""What an administrator can put right, each in one Chinese line: where, what we looked for, what we found, what to do.

    SeedError
    ├── FileNotFound       nothing stands at that path
    ├── FileUnreadable     the system does not let us read it
    ├── NotAFile           a pipe, a device, a socket: what has no content to read
    ├── NoPath             an empty path
    ├── EmptyFile          it has no content
    ├── FileTooLarge       it is larger than any document of this kind
    ├── NotReadableYet     a kind of file that no reader knows: Word, Excel, PDF, an archive …
    ├── DamagedFile        an archive (as .docx and .xlsx are) that breaks off
    ├── TooManyCells       a workbook that fills more cells than any document of this kind
    ├── ResaveWorkbook     a workbook of a kind that nobody reads (.xlsb, with macros, with a password), with the steps
    └── NotText            neither a known kind of file nor text

What is only odd in a document is no error but a `Finding`.  Whatever else is raised is our own mistake.
"""


class SeedError(Exception):
    """A file that cannot be loaded.  `rule` names the reason for programs; `str()` says it in Chinese."""

    rule = "refused"


class FileNotFound(SeedError):
    """There is no such file or folder."""

    rule = "not-found"

    def __init__(self, path: str) -> None:
        super().__init__(f"找不到“{path}”。请检查路径，或先把文件放到这里。")


class FileUnreadable(SeedError):
    """The file is there, but the system refuses to give its content."""

    rule = "unreadable"

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"“{path}”读不出来：{why}。请检查文件权限和磁盘后重新导入。")


class NotAFile(SeedError):
    """Something stands at that path that is neither a file nor a folder; to open it could wait for ever."""

    rule = "not-a-file"

    def __init__(self, path: str) -> None:
        super().__init__(f"“{path}”不是普通文件（是管道、设备或套接字），没有打开。请给出文件或文件夹的路径。")


class NoPath(SeedError):
    """The path is empty: that means no file, and least of all the current folder."""

    rule = "no-path"

    def __init__(self) -> None:
        super().__init__("路径是空的。请给出文件或文件夹的路径；当前文件夹写作“.”。")


class EmptyFile(SeedError):
    """The file has no bytes, or only blank space."""

    rule = "empty"

    def __init__(self, file: str) -> None:
        super().__init__(f"{file}：文件是空的，什么都没有导入。请重新取得文件后再导入。")


class FileTooLarge(SeedError):
    """The file has more bytes than `limit`."""

    rule = "too-large"

    def __init__(self, file: str, size: int, limit: int) -> None:
        megabytes = f"{size / 2**20:.1f} MB"
        super().__init__(f"{file}：文件有 {megabytes}，超过上限 {limit // 2**20} MB，没有导入。请拆成几份，或确认选对了文件。")


class NotReadableYet(SeedError):
    """The content is of a known kind that no reader can read."""

    rule = "kind"

    def __init__(self, file: str, kind: str) -> None:
        super().__init__(f"{file}：内容是{kind}，现在只能读纯文本，没有导入。请另存为纯文本（.txt）后重新导入。")


class DamagedFile(SeedError):
    """The content begins like an archive and does not end like one."""

    rule = "damaged"

    def __init__(self, file: str) -> None:
        super().__init__(f"{file}：文件不完整或已损坏，没有导入。请重新取得文件后再导入。")


class TooManyCells(SeedError):
    """The workbook fills more than `limit` cells, blank ones between others included."""

    rule = "too-many-cells"

    def __init__(self, file: str, sheet: str, limit: int) -> None:
        super().__init__(
            f"{file}：读到工作表“{sheet}”时超过了 {limit // 10_000} 万格的上限，没有导入。"
            "请删去无关的工作表、行和列，或拆成几份后重新导入。"
        )


class ResaveWorkbook(SeedError):
    """The workbook has to be saved as .xlsx first; `kind` says in Chinese what it is."""

    rule = "kind"

    def __init__(self, file: str, kind: str) -> None:
        super().__init__(f"{file}：内容是{kind}，不能直接读，没有导入。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新导入。")


class NotText(SeedError):
    """The content is of no known kind, and no encoding makes text of it."""

    rule = "encoding"

    def __init__(self, file: str, found: str) -> None:
        super().__init__(
            f"{file}：不是可读的纯文本（{found}），没有导入。能读的编码：UTF-8、带 BOM 的 UTF-16、GB18030。"
            "请用文本编辑器另存为 UTF-8 后重新导入。"
        )
