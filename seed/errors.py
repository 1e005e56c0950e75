"""What an administrator can put right, each in one Chinese line: where, what we looked for, what we found, what to do.

    SeedError
    ├── FileNotFound       nothing stands at that path
    ├── FileUnreadable     the system does not let us read it
    ├── NotAFile           a pipe, a device, a socket: what has no content to read
    ├── NoPath             an empty path
    ├── EmptyFile          it has no content
    ├── FileTooLarge       it is larger than any document of this kind
    ├── NotReadableYet     a kind of file that no reader knows: Word, Excel, PDF, an archive …
    ├── DamagedFile        a file (an archive, as .docx and .xlsx are, or a PDF) that breaks off
    ├── PasswordNeeded     it opens with a password only
    ├── ScannedFile        its pages are pictures without text
    ├── GarbledFile        it does not say which characters its glyphs are
    ├── TooManyPages       it has more pages, or more on them, than any document of this kind
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


class NotText(SeedError):
    """The content is of no known kind, and no encoding makes text of it."""

    rule = "encoding"

    def __init__(self, file: str, found: str) -> None:
        super().__init__(
            f"{file}：不是可读的纯文本（{found}），没有导入。能读的编码：UTF-8、带 BOM 的 UTF-16、GB18030。"
            "请用文本编辑器另存为 UTF-8 后重新导入。"
        )


class PasswordNeeded(SeedError):
    """The file opens with a password only."""

    rule = "password"

    def __init__(self, file: str) -> None:
        super().__init__(f"{file}：文件有密码，打不开，没有导入。请用密码打开后另存为没有密码的文件，再导入。")


class ScannedFile(SeedError):
    """The pages are pictures: nothing in them is text."""

    rule = "scanned"

    def __init__(self, file: str, pages: int) -> None:
        super().__init__(
            f"{file}：是扫描件，没有文字（共 {pages} 页，都是图片或图形），没有导入。"
            "请向编制单位索取 Word、Excel 原文件或由其直接导出的 PDF；文字识别（OCR）的结果要人工核对后再导入。"
        )


class GarbledFile(SeedError):
    """The file shows text, but does not say which characters it shows."""

    rule = "garbled"

    def __init__(self, file: str, unreadable: int, characters: int) -> None:
        super().__init__(
            f"{file}：文件没有注明字形对应的文字，{characters} 个字符中有 {unreadable} 个认不出，没有导入。"
            "请索取 Word、Excel 原文件，或用其他打印方式重新导出 PDF。"
        )


class TooManyPages(SeedError):
    """The file has more than `limit` pages, or more on them than any document of this kind."""

    rule = "too-large"

    def __init__(self, file: str, limit: int) -> None:
        super().__init__(f"{file}：超过 {limit} 页，或页上的内容过多，没有导入。请拆成几份，或确认选对了文件。")
