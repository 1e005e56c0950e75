"""`admin loads`, `undo`, `original`, `verify`: what was loaded, taking it back, the files themselves, and whether all of it still holds."""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path, PurePath
from typing import Annotated, Any

import typer

from bot.cli.administering import admin
from bot.cli.base import AsJson, now, opened, user
from bot.cli.mistakes import FAILED, USAGE, UserError
from bot.cli.progress import ProgressLine
from store import documents
from store.comparing import Outcome
from store.database import Store
from store.documents import LoadView
from store.fields import field_in_words, is_money
from store.loads import LoadStatus
from store.model import Change, Severity
from store.money import print_yuan
from store.text import printable
from store.undoing import undo as take_back

_STATUS = {
    LoadStatus.LOADED: "已导入",
    LoadStatus.RENAMED: "同一文件的另一名称",
    LoadStatus.REFUSED: "已拒绝",
    LoadStatus.UNDONE: "撤销",
}
_COUNTS = {"new": "新增", "changed": "变更", "same": "未变", "removed": "移除", "evaluations": "绩效自评"}
_SELDOM = frozenset({"removed", "evaluations"})  # said where there are any
_MOST_CHANGES = 20  # lines

Number = Annotated[int, typer.Argument(help="导入的编号，用 wenxiao admin loads 看。")]


@admin.command(name="loads")
def list_loads(as_json: AsJson = False) -> None:
    """列出每一次导入：编号、时间、谁、文件、结果；被拒绝的和撤销过的也在内。"""
    with opened() as store:
        history = documents.loads(store)
    if as_json:
        typer.echo(json.dumps([_as_json(load) for load in history], ensure_ascii=False))
        return
    for load in history:
        typer.echo(printable(_line(load).replace("\t", "  ")))
    if not history:
        typer.echo("还没有导入过文件。")


def _line(load: LoadView) -> str:
    severities = Counter(finding.severity for finding in load.findings)
    said = [f"{weight.in_words} {severities[weight]}" for weight in Severity if severities[weight]]
    became = f"撤销第 {load.undoes} 号" if load.undoes else _STATUS[load.status]
    gone = f"已撤销（第 {load.undone.number} 号，由 {load.undone.by}，{_moment(load.undone.at)}）" if load.undone else ""
    parts = (
        str(load.number),
        _moment(load.at),
        f"由 {load.by}",
        load.file,
        f"{became}{_counts(load.counts)}",
        "、".join(said),
        gone,
    )
    return "\t".join(part for part in parts if part)


def _moment(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def _counts(counts: dict[str, int]) -> str:
    said = [f"{word} {counts.get(name, 0)}" for name, word in _COUNTS.items() if name not in _SELDOM or counts.get(name)]
    return f"（{'，'.join(said)}）" if any(counts.values()) else ""


def _as_json(load: LoadView) -> dict[str, Any]:
    document = load.document
    severities = Counter(finding.severity for finding in load.findings)
    return {
        "load": load.number,
        "status": load.status.value,
        "at": load.at.isoformat(),
        "by": load.by,
        "file": load.file,
        "sha256": load.sha256,
        "publisher": document.publisher if document else None,
        "title": document.title if document else None,
        "stage": document.stage.value if document else None,
        "published": document.published.isoformat() if document and document.published else None,
        "url": document.url if document else None,
        **{name: load.counts.get(name, 0) for name in _COUNTS},
        "severities": {weight.value: severities[weight] for weight in Severity},
        "findings": [finding.model_dump(mode="json") for finding in load.findings],
        "undoes": load.undoes,
        "undone": {"load": load.undone.number, "by": load.undone.by, "at": load.undone.at.isoformat()} if load.undone else None,
    }


@admin.command()
def undo(
    number: Number,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不再问；不在终端里运行时必须给，否则退出码为 2。")] = False,
) -> None:
    """撤销一次导入，答复和导出恢复成没有这次导入的样子；原件和记录仍保留。不撤销的退出码为 1。"""
    with opened() as store:
        if not yes:
            _ask(number, take_back(store, number, by=user(), at=now(), dry_run=True))
        done = take_back(store, number, by=user(), at=now())
    typer.echo(f"已撤销第 {number} 号导入{_counts(done.counts)}，记为第 {done.load} 号。")
    for line in _changes(done.changes):
        typer.echo(line)


def _ask(number: int, would: Outcome) -> None:
    if not sys.stdin.isatty():
        raise UserError(f"要撤销第 {number} 号导入，请加 --yes。", USAGE)
    for line in _changes(would.changes):
        typer.echo(line)
    if not typer.confirm(f"撤销第 {number} 号导入{_counts(would.counts)}？"):
        raise UserError("没有撤销，什么都没有改动。")


def _changes(changes: Sequence[Change]) -> list[str]:
    lines = [printable(_change(change)) for change in changes[:_MOST_CHANGES]]
    return [*lines, f"  等 {len(changes)} 处"] if len(changes) > _MOST_CHANGES else lines


def _change(change: Change) -> str:
    whose = f"  {change.unit}「{change.project}」{change.year}年"
    if change.field == "target":
        return f"{whose}：不再有"
    texts = (_text(change.field, text) for text in (change.before, change.after))
    return f"{whose}{field_in_words(change.field)}：{' → '.join(texts)}"


def _text(field: str, text: str | None) -> str:
    from seed.findings import short

    if text is None:
        return "无"
    return print_yuan(Decimal(text)) if is_money(field) else short(text)


@admin.command()
def original(
    named: Annotated[str, typer.Argument(metavar="FILE|HASH|LOAD", help="文件名、标题、哈希的开头，或导入的编号。")],
    output: Annotated[Path, typer.Option("-o", "--output", help="写到这个文件或文件夹；“-”写到标准输出。")],
) -> None:
    """取回导入时的原件，一个字节不差。"""
    with opened() as store:
        sha256, file = _found(store, named)
        content = documents.original(store, sha256)
    if content is None:
        raise UserError(f"“{printable(file)}”没有保留原件：被拒绝的文件不保留。")
    if str(output) == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    target = output / PurePath(file).name if output.is_dir() else output
    target.write_bytes(content)
    typer.echo(f"已写到 {printable(str(target))}（{len(content)} 字节，SHA-256 {sha256}）。")


def _found(store: Store, named: str) -> tuple[str, str]:
    """The hash and the name of the one file that is meant."""
    found = documents.files_called(store, named)
    if not found:
        raise UserError(f"没有导入过“{printable(named)}”。用 wenxiao admin loads 看有哪些文件。")
    if len(found) > 1:
        listed = "；".join(f"{printable(file)} {sha256[:12]}" for sha256, file in found.items())
        raise UserError(f"有 {len(found)} 个这样的文件，请给出哈希：{listed}。")
    return next(iter(found.items()))


@admin.command()
def verify(as_json: AsJson = False) -> None:
    """逐份重读原件，和库里的每个数核对；有不同的退出码为 1。"""
    from seed.verifying import verify as verify_store

    with opened() as store, ProgressLine(wanted=not as_json) as progress:
        verified = verify_store(store, progress)
    counted = f"已核对 {verified.documents} 份文件 {verified.facts} 个数"
    if as_json:
        different = [one.as_json() for one in verified.differences]
        typer.echo(
            json.dumps({"documents": verified.documents, "facts": verified.facts, "differences": different}, ensure_ascii=False)
        )
    else:
        for one in verified.differences:
            typer.echo(one.line())
        typer.echo(
            f"{counted}，有 {len(verified.differences)} 处不同。" if verified.differences else f"{counted}，都和原件一致。"
        )
    if verified.differences:
        raise typer.Exit(FAILED)
