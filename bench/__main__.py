"""`make bench`: every measurement in one run, printed and written to bench/results.md with the machine that it was made on."""

import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench import loading

RESULTS = Path(__file__).with_name("results.md")


def main() -> None:
    """Measures, prints, writes."""
    folder = loading.DEVSET if loading.DEVSET.is_dir() else loading.GOLDEN
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    lines = [
        "# What was measured",
        "",
        "Written by `make bench`: each line beside its alternative in the same run; seconds are the best of several, memory is the peak.",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}, {machine}.",
        "",
        "## Loading",
        "",
        *loading.table(folder),
        "",
    ]
    RESULTS.write_text("\n".join(lines), encoding="utf-8")
    sys.stdout.write("\n".join(lines))


if __name__ == "__main__":
    main()
