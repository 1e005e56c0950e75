"""`load`, `check`, `export`: documents in, and what is current out."""

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.base import AsJson, cli, day_of, now, opened, user
from bot.cli.mistakes import FAILED, USAGE, UserError
from bot.cli.progress import ProgressLine
from store.model import Stage


class ExportFormat(StrEnum):
    """Formats of `export`."""

    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"


class StageName(StrEnum):
    """Stages as they are typed."""

    DECLARED = "申报"
    APPROVED = "批复"
    PUBLISHED = "公开"
    ADJUSTED = "调整"

    @property
    def stage(self) -> Stage:
        """The stage that is meant: 批复 and 公开 are of one rank."""
        return {"申报": Stage.DECLARED, "调整": Stage.ADJUSTED}.get(self.value, Stage.APPROVED)


@cli.command()
def load(
    paths: Annotated[list[str], typer.Argument(help="文件或文件夹。")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会怎样，不写入。")] = False,
    as_json: AsJson = False,
    publisher: Annotated[str | None, typer.Option(help="公开主体，如“相山区财政局”；不给就从标题读。")] = None,
    stage: Annotated[StageName | None, typer.Option(help="文件阶段；不给就从标题读。")] = None,
    published: Annotated[str | None, typer.Option(help="公布日期，如 2024-03-01。")] = None,
    url: Annotated[str | None, typer.Option(help="文件的网址。")] = None,
) -> None:
    """导入文件，逐个报告结果；有拒绝的退出码为 1。"""
    from seed.load import load as load_paths

    day = day_of(published, "--published") if published else None
    if publisher is not None and not publisher.strip().isprintable():
        raise UserError("--publisher 里有不能显示的字符。", USAGE)
    with opened() as store, ProgressLine(wanted=not as_json) as progress:
        reports = load_paths(
            store,
            paths,
            by=user(),
            now=now(),
            publisher=publisher,
            stage=stage.stage if stage else None,
            published=day,
            url=url,
            dry_run=dry_run,
            progress=progress,
        )
    _print_reports(reports, as_json, written=not dry_run)


@cli.command()
def check(
    paths: Annotated[list[str], typer.Argument(help="文件或文件夹。")],
    as_json: AsJson = False,
) -> None:
    """只检查文件，不写入；有拒绝的退出码为 1。"""
    from seed.load import check as check_paths

    _print_reports(check_paths(paths), as_json, written=False, compared=False)


@cli.command()
def export(
    to: Annotated[ExportFormat, typer.Option("--format", help="格式。")] = ExportFormat.JSONL,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="写到这个文件；xlsx 必须给。")] = None,
) -> None:
    """导出现行的绩效目标。"""
    from bot.exports.targets import export as export_targets

    if to is ExportFormat.XLSX and output is None:
        raise UserError("xlsx 不能写到终端，请用 -o 给一个文件名。", USAGE)
    with opened() as store:
        content = export_targets(store, to.value)
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        output.write_bytes(content)


def _print_reports(reports: Sequence[Any], as_json: bool, *, written: bool = True, compared: bool = True) -> None:
    from seed.load import report_text

    if as_json:
        typer.echo(json.dumps([r.as_json() for r in reports], ensure_ascii=False))
    else:
        typer.echo(report_text(reports, written=written, compared=compared))
    if any(r.status == "refused" for r in reports):
        raise typer.Exit(FAILED)
