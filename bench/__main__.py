"""Every measurement in one run, printed and written to bench/results.md with the machine that it was made on.

`make bench` takes less than ten minutes on two cores; `make bench-full` (python -m bench full) has the sizes that take longer.
"""

import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench import answers, baseline, broad, far, finding, loading, starting

_SOME = 8  # every so many-th case is compared, where there is little time
RESULTS = Path(__file__).with_name("results.md")


def main(*, full: bool = False) -> None:
    """Measures, prints, writes."""
    folder = loading.DEVSET if loading.DEVSET.is_dir() else loading.GOLDEN
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    lines = [
        "# What was measured",
        "",
        "Written by `make bench`: each line beside its alternative in the same run.",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}, {machine}.",
        "",
        "## Loading",
        "",
        *loading.table(folder),
        "",
        "## Starting",
        "",
        *starting.table(),
        "",
        "## Finding a name",
        "",
        *finding.table(finding.ALL_SIZES if full else finding.SIZES),
        "",
        "## The whole answer",
        "",
        *answers.table(answers.ALL_SIZES if full else answers.SIZES),
        "",
        f"## Questions about very much ({broad.TARGETS:,} targets), the slowest",
        "",
        *broad.of_targets(broad.TARGETS),
        "",
        "## Whole replies, beside rapidfuzz",
        "",
        *baseline.table(every=1 if full else _SOME),
        "## Projects by what words mean",
        "",
        *far.table(),
        "",
    ]
    RESULTS.write_text("\n".join(lines), encoding="utf-8")
    sys.stdout.write("\n".join(lines))


if __name__ == "__main__":
    main(full="full" in sys.argv[1:])
