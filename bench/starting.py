"""Starting beside the bare imports: how long a question in the terminal takes, and what a service holds in memory that waits.

python -m bench.starting
"""

import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench.corpus import pairs
from seed.load import bundled
from tests.bot.program import PROGRAM, Program
from tests.bot.telegram.process import Serving
from tests.botapi.server import BotApi

ROUNDS = 10
BARE = (sys.executable, "-c", "import sqlmodel, telegram")
QUESTION = "乡村振兴经费多少"
COUNTY = 500  # projects
ASKED = 20  # questions before the service is weighed
REST = 2.0  # seconds


def seconds(commands: Mapping[str, Sequence[str]], program: Program) -> dict[str, float]:
    """What each command takes from its start to its end: the best of several rounds, in each of which they take turns."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _round in range(ROUNDS):
        for name, command in commands.items():
            begun = time.perf_counter()
            subprocess.run(command, env=_environment(program), cwd=program.data, stdout=subprocess.DEVNULL, check=True)  # noqa: S603
            taken[name].append(time.perf_counter() - begun)
    return {name: min(rounds) for name, rounds in taken.items()}


def county(projects: int) -> bytes:
    """A workbook with the targets of a county: every project has a goal, money and eight indicators."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("一览表")
    sheet.append(["青禾县2024年项目支出绩效目标表"])
    sheet.append(
        ["单位名称", "项目名称", "预算数(万元)", "年度目标", "一级指标", "二级指标", "三级指标", "指标值", "度量单位", "权重"]
    )
    for pair in pairs(projects, seed=1):
        for row in range(8):
            goal = f"完成{pair.project.name}的各项工作，保障运行"
            first = [pair.unit.name, pair.project.name, 10 + pair.id / 100, goal] if row == 0 else [None] * 4
            sheet.append(
                [*first, "产出指标", "数量指标", f"{pair.project.parts[0]}第{row + 1}项完成数量", f"≥{row + 5}", "次", 10]
            )
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def waiting(program: Program) -> tuple[float, float]:
    """What `serve` holds in memory while nobody asks, in MB: before the first question, and after some."""
    with BotApi() as api, Serving(program, api, whole=True) as service:
        service.start()
        api.wait(lambda: api.polling, 60)
        return _rested(service), _rested(service, lambda: _ask(api))


def _ask(api: BotApi) -> None:
    for number, pair in enumerate(pairs(COUNTY, seed=1)[:ASKED], 1):
        api.says(f"{pair.unit.name}{pair.project.name}多少钱", person=100 + number)
        api.wait(lambda wanted=number: len({message.chat for message in api.sent()}) >= wanted, 60)


def _rested(service: Serving, after: Callable[[], None] = lambda: None) -> float:
    after()
    time.sleep(REST)
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(service.number)], capture_output=True, check=True)  # noqa: S603, S607
    return int(told.stdout) / 1024


def _environment(program: Program) -> dict[str, str]:
    """As people start it: what was compiled once is kept."""
    return {name: value for name, value in program.environment().items() if name != "PYTHONDONTWRITEBYTECODE"}


def table() -> list[str]:
    """The measurements as lines of a Markdown table."""
    lines = ["| what | ours | `import sqlmodel, telegram` | ratio | wanted |", "| --- | --- | --- | --- | --- |"]
    with tempfile.TemporaryDirectory() as folder:
        program = _loaded(Path(folder), Path(str(bundled())))
        ask, help_ = (*PROGRAM, "ask", QUESTION), (*PROGRAM, "--help")
        best = seconds({"bare": BARE, "ask": ask, "help": help_}, program)
    for name, said, wanted in (
        ("ask", f"`wenxiao ask {QUESTION}`, the bundled document", "≤ 1.3"),
        ("help", "`wenxiao --help`", ""),
    ):
        ratio = best[name] / best["bare"]
        lines.append(f"| {said} | {best[name]:.2f} s | {best['bare']:.2f} s | {ratio:.2f} | {wanted} |")
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder, "青禾县.xlsx")
        book.write_bytes(county(COUNTY))
        fresh, asked = waiting(_loaded(Path(folder), book))
    return [
        *lines,
        f"| `wenxiao serve` waiting, {COUNTY} projects, before the first question | {fresh:.0f} MB | | | < 150 MB |",
        f"| the same after {ASKED} questions | {asked:.0f} MB | | | < 150 MB |",
    ]


def _loaded(folder: Path, documents: Path) -> Program:
    program = Program(folder)
    subprocess.run([*PROGRAM, "load", "--json", documents], env=_environment(program), stdout=subprocess.DEVNULL, check=True)  # noqa: S603
    return program


if __name__ == "__main__":
    print("\n".join(table()))
