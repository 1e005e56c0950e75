"""`admin findings`: what is odd in the documents that are loaded (发现), for who checks them."""

import json
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

import typer

from bot.cli.administering import admin
from bot.cli.base import AsJson, opened
from store.found import findings_of
from store.plan import Plan
from store.text import printable
from store.views import Found


class Weight(StrEnum):
    """What `--severity` may be: refused files are in the history."""

    WARN = "warn"
    REMARK = "remark"


Units = Annotated[list[str] | None, typer.Option("--unit", help="只看这个单位；可以给几次。")]
Projects = Annotated[list[str] | None, typer.Option("--project", help="只看这个项目；可以给几次。")]
Years = Annotated[list[int] | None, typer.Option("--year", help="只看这个年度；可以给几次。")]
Rules = Annotated[list[str] | None, typer.Option("--rule", help="只看这条规则，如 cost-is-budget；可以给几次。")]


@admin.command(name="findings")
def list_findings(
    units: Units = None,
    projects: Projects = None,
    years: Years = None,
    rules: Rules = None,
    severity: Annotated[Weight | None, typer.Option("--severity", help="只看请核对的（warn）或提示（remark）。")] = None,
    as_json: AsJson = False,
) -> None:
    """列出现行的表里要核对的地方，按公开主体、文件和位置排；给了单位或项目就不含整份文件的。"""
    plan = Plan(units=tuple(units or ()), projects=tuple(projects or ()), years=tuple(years or ()))
    with opened() as store:
        found = findings_of(store, plan)
    of_files = not (units or projects)
    kept = [
        one
        for one in found
        if (not rules or one.finding.rule in rules)
        and (severity is None or one.finding.severity.value == severity.value)
        and (of_files or one.finding.project is not None)
    ]
    if as_json:
        typer.echo(json.dumps([_as_json(one) for one in kept], ensure_ascii=False))
        return
    for one in kept:
        typer.echo(printable(_line(one).replace("\t", "  ")))
    typer.echo(f"共 {len(kept)} 处（提示，不是结论）。" if kept else "没有这样的发现。")


def _line(one: Found) -> str:
    finding = one.finding
    whose = f"{finding.unit}「{finding.project}」{finding.year}年" if finding.project else "整份文件"
    where = f"《{one.document}》{finding.place}"
    return f"{finding.severity.in_words}  {finding.rule}  {whose}  {where}：{' '.join(finding.message.split())}"


@cache
def _titles() -> dict[str, str]:
    from seed.rules import rules

    return {rule.name: rule.title for rule in rules()}


def _as_json(one: Found) -> dict[str, Any]:
    stated = one.finding.model_dump(mode="json")
    return {
        **stated,
        "rule_title": _titles().get(one.finding.rule),
        "publisher": one.publisher,
        "title": one.document,
        "file": one.file,
        "load": one.load,
    }
