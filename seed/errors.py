"""What an administrator can put right, each in one Chinese line: where, what we looked for, what we found, what to do.

    SeedError
    ├── FileNotFound       nothing stands at that path
    ├── FileUnreadable     the system does not let us read it
    ├── NotAFile           a pipe, a device, a socket: what has no content to read
    ├── NoPath             an empty path
    ├── EmptyFile          it has no content
    ├── FileTooLarge       it is larger than any document of this kind
    ├── NotReadableYet     a kind of file that no reader knows: PowerPoint, a picture, an archive …
    ├── DamagedFile        a file (an archive, as .docx and .xlsx are, or a PDF) that breaks off
    ├── NotText            neither a known kind of file nor text
    ├── TakesTooLong       it was not read in the time that a file may take
    ├── OutOfMemory        it needs more memory than a file may take
    ├── ReaderDied         the process that read it ended
    ├── NotConverted       an old kind of file, and LibreOffice is not there or fails
    ├── ArchiveTooLarge    a ZIP of documents with more in it than is unpacked
    ├── PackageTooLarge    an office file that unpacks to more than any document of this kind
    ├── OddPackage         an archive whose directory contradicts itself: no two programs need see the same in it
    ├── ForbiddenXml       XML with a DOCTYPE, or in an encoding of its own
    ├── Encrypted          only who knows the password can read it
    ├── MacroFile          it carries a program (.docm, .xlsm)
    ├── HasRevisions       tracked changes (修订) that nobody accepted or rejected
    ├── HasHiddenText      text in it is hidden (隐藏文字): what is read is not what is seen
    ├── TooManyParts       it holds more tags, cells or lines than any document of this kind
    ├── ScannedFile        its pages are pictures without text
    ├── GarbledFile        it does not say which characters its glyphs are
    ├── TooManyPages       it has more pages, or more on them, than any document of this kind
    └── TooManyCells       a workbook that fills more cells than any document of this kind

What is only odd in a document is no error but a `Finding`.  Whatever else is raised is our own mistake.
"""


class SeedError(Exception):
    """A file that cannot be loaded.  `rule` names the reason for programs; `str()` says it in Chinese."""

    rule = "refused"

    @classmethod
    def said(cls, rule: str, message: str) -> "SeedError":
        """An error as another process said it."""
        error = SeedError(message)
        error.rule = rule
        return error


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

    def __init__(self, file: str, kind: str, steps: str = "请用 WPS 或 Office 打开，另存为 .docx 或 .xlsx 后重新导入。") -> None:
        super().__init__(f"{file}：内容是{kind}，现在读不了，没有导入。{steps}")


class DamagedFile(SeedError):
    """The content begins like an archive and does not end like one."""

    rule = "damaged"

    def __init__(self, file: str) -> None:
        super().__init__(f"{file}：文件不完整或已损坏，没有导入。请重新取得文件后再导入。")


class PackageTooLarge(SeedError):
    """Unpacked, the file has more than any document of this kind; `why` says what was found and what the limit is."""

    rule = "unpacked-too-large"

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file}：解压后过大（{why}），没有导入。请拆成几份，或用 WPS、Office 打开后另存一次再导入。")


class OddPackage(SeedError):
    """The directory of the archive contradicts itself, so that what is read may not be what others see."""

    rule = "odd-package"

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file}：文件的内部目录自相矛盾（{why}），没有导入。请用 WPS、Office 打开后另存一次再导入。")


class ForbiddenXml(SeedError):
    """XML that may fetch or multiply what it holds, or hide it in an unusual encoding: no office program writes such."""

    rule = "forbidden-xml"

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file}：文件里的 XML {why}，可能有害，没有导入。请用 WPS、Office 打开后另存一次再导入。")


class Encrypted(SeedError):
    """The content can be read with a password only."""

    rule = "encrypted"

    def __init__(self, file: str) -> None:
        super().__init__(f"{file}：文件有密码，没有导入。请用 WPS、Office 打开，取消打开密码并保存后再导入。")


class MacroFile(SeedError):
    """The file carries macros: a document that is published has none."""

    rule = "macros"

    def __init__(self, file: str) -> None:
        super().__init__(f"{file}：文件带宏，没有导入。请另存为不带宏的 .docx 或 .xlsx 后再导入。")


class HasRevisions(SeedError):
    """Tracked changes stand in the document: which text counts is not decided.  `where` names places and what stands there."""

    rule = "revisions"

    def __init__(self, file: str, where: str) -> None:
        super().__init__(
            f"{file}：有没处理的修订：{where}。没有导入，因为不知道以哪个为准。"
            "请先接受或拒绝修订（WPS、Word 的“审阅”），保存后再导入。"
        )


class HasHiddenText(SeedError):
    """Text in the document is hidden.  `where` names places and what stands there."""

    rule = "hidden-text"

    def __init__(self, file: str, where: str) -> None:
        super().__init__(
            f"{file}：有隐藏文字：{where}。没有导入，因为打开文件看不到它们。"
            "请在 WPS、Word 里显示隐藏文字，删去它们或取消隐藏，保存后再导入。"
        )


class TooManyCells(SeedError):
    """The workbook fills more than `limit` cells, blank ones between others included."""

    rule = "too-many-cells"

    def __init__(self, file: str, sheet: str, limit: int) -> None:
        super().__init__(
            f"{file}：读到工作表“{sheet}”时超过了 {limit // 10_000} 万格的上限，没有导入。"
            "请删去无关的工作表、行和列，或拆成几份后重新导入。"
        )


class NotText(SeedError):
    """The content is of no known kind, and no encoding makes text of it."""

    rule = "encoding"

    def __init__(self, file: str, found: str) -> None:
        super().__init__(
            f"{file}：不是可读的纯文本（{found}），没有导入。能读的编码：UTF-8、带 BOM 的 UTF-16、GB18030。"
            "请用文本编辑器另存为 UTF-8 后重新导入。"
        )


class TakesTooLong(SeedError):
    """The file was not read within the time that one file may take."""

    rule = "too-slow"

    def __init__(self, file: str, seconds: float) -> None:
        super().__init__(f"{file}：读了 {seconds:.0f} 秒还没有读完，已停止，没有导入。请确认选对了文件，或拆成几份后重新导入。")


class OutOfMemory(SeedError):
    """To read the file takes more memory than one file may take."""

    rule = "too-much-memory"

    def __init__(self, file: str) -> None:
        super().__init__(f"{file}：读它需要的内存超过上限，已停止，没有导入。请确认选对了文件，或拆成几份后重新导入。")


class ReaderDied(SeedError):
    """The process that read the file ended before it said anything."""

    rule = "reader-died"

    def __init__(self, file: str, code: int) -> None:
        super().__init__(
            f"{file}：读取程序意外退出（{code}），没有导入。文件可能已损坏；请另存一份后重新导入，不行就交给维护人员。"
        )


class NotConverted(SeedError):
    """A file of an old kind that LibreOffice did not convert, since it is not there or could not."""

    rule = "not-converted"

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file}：旧格式的文件，{why}，没有导入。请在 WPS 或 Office 里另存为 .docx 或 .xlsx 后重新导入。")


class ArchiveTooLarge(SeedError):
    """An archive with more files, bytes or archives in it than are unpacked."""

    rule = "archive-too-large"

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file}：{why}，没有导入。请只放要导入的文件，或拆成几个压缩包。")


class TooManyParts(SeedError):
    """The content claims more of `what` (标签, 合并单元格) than any real document holds."""

    rule = "too-many-parts"

    def __init__(self, file: str, what: str) -> None:
        super().__init__(f"{file}：里面的{what}多得不像一份文件，没有导入。请确认选对了文件，或用浏览器、WPS 打开后另存再导入。")


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
