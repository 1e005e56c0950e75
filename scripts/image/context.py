"""The files that a build may copy: those that git keeps, less those that `.dockerignore` leaves out."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path, PurePosixPath


def kept_by_git(folder: Path) -> list[str]:
    """The files of a clone, as paths below `folder`, and those that a commit would add to it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout
    return [name for name in sorted(set(listing.split("\0"))) if name and (folder / name).is_file()]


def patterns(text: str) -> list[str]:
    """The patterns of a `.dockerignore` in their order; a `ValueError` for one that is not understood."""
    found = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if unknown := [pattern for pattern in found if set(pattern) & set("[]\\")]:
        raise ValueError(f".dockerignore: {unknown}")
    return found


def ignored(path: str, rules: Sequence[str]) -> bool:
    """Whether the rules leave the file out: the last that fits it, or a folder above it, decides; `!` takes it in again."""
    above = [path, *(str(folder) for folder in PurePosixPath(path).parents if folder.name)]
    verdict = False
    for rule in rules:
        pattern = re.compile(_expression(rule.removeprefix("!").strip("/")))
        if any(pattern.fullmatch(name) for name in above):
            verdict = not rule.startswith("!")
    return verdict


def _expression(pattern: str) -> str:
    parts = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return "".join(parts.get(part) or re.escape(part) for part in re.split(r"(\*\*/|\*\*|\*|\?)", pattern) if part)


def context(folder: Path) -> list[str]:
    """What is sent to an engine from a clean clone of the folder."""
    rules = patterns((folder / ".dockerignore").read_text(encoding="utf-8"))
    return [name for name in kept_by_git(folder) if not ignored(name, rules)]


def lay_out(folder: Path, target: Path) -> None:
    """Copies the context into an empty folder."""
    for name in context(folder):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(folder / name, target / name)
