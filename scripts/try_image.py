"""Carries the Dockerfile out without a container engine, and tries the image that results.

    python -m scripts.try_image            # as root, on Linux

Proven: every step of the Dockerfile as it stands, upon what a clean clone has and .dockerignore lets through, with an empty
environment.  Then the entry point as the image's user, with a read-only root in which only the volume and /tmp can be
written, and with no network but a Bot API server of ours: `load`, `ask`, and `serve` with the HEALTHCHECK's command,
a question in a chat, the stop signal and exit code 0.

NOT proven: the base image.  This machine's system and the Python that runs this stand in its place, so the base's own tools,
its version of Python and the wheels for that version are not tried.  Nor is an engine's own work: layers, limits, the
schedule of health checks.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scripts.image.build import build
from scripts.image.context import lay_out
from scripts.image.dockerfile import read
from scripts.image.trial import try_out

ROOT = Path(__file__).parent.parent
_started = time.monotonic()


def say(words: str) -> None:
    """A line of the report, with the seconds since the start."""
    print(f"[{time.monotonic() - _started:5.1f} s] {words}", flush=True)


def permitted() -> bool:
    """Whether this machine lets us do what an engine does."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("unshare"):
        return False
    return subprocess.run(["unshare", "--mount", "--pid", "--net", "--fork", "true"], check=False).returncode == 0


def main() -> None:
    """Builds and tries the image, or says why not."""
    if not permitted():
        print("skipped: the image (its trial needs Linux, root and the right to make namespaces)")
        return
    arguments = {name: value for name in ("BASE_IMAGE", "PIP_INDEX_URL") if (value := os.environ.get(name))}
    stages = read((ROOT / "Dockerfile").read_text(encoding="utf-8"), arguments)
    with tempfile.TemporaryDirectory(prefix="wenxiao-image-") as name:
        scratch = Path(name)
        scratch.chmod(0o755)
        lay_out(ROOT, scratch / "context")
        root = build(stages, scratch / "context", scratch, say)
        try_out(stages[-1], root, scratch, say)
    print("NOT proven: the base image (its system, its version of Python, the wheels for it) and what an engine itself does")


if __name__ == "__main__":
    main()
