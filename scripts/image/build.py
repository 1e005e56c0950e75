"""Carries the stages of a Dockerfile out, each in a root folder of its own."""

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from scripts.image.container import Process, new_root, run
from scripts.image.dockerfile import Copy, Folder, Run, Stage

# What an engine passes on to a build unasked.
PASSED = ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy")
_USER, _HOME = 2, 5  # fields of a line of passwd


def build(stages: Sequence[Stage], context: Path, scratch: Path, say: Callable[[str], None]) -> Path:
    """The root of the last stage; the roots are made below `scratch`.  Raises `Failed` when a step fails."""
    roots: dict[str | None, Path] = {None: context}
    root = context
    for stage in stages:
        say(f"FROM {stage.base} (not the base image: this machine in its place)")
        root = roots[stage.name] = new_root(scratch / f"stage-{stage.name}")
        for step in stage.steps:
            match step:
                case Folder(path):
                    below(root, path).mkdir(parents=True, exist_ok=True)
                case Copy():
                    say(f"COPY {' '.join(step.sources)} → {step.target}")
                    copy(step, roots[step.stage], root)
                case Run():
                    say(f"RUN {step.command[-1] if step.command[:2] == ('/bin/sh', '-c') else ' '.join(step.command)}")
                    passed = {name: os.environ[name] for name in PASSED if name in os.environ}
                    run(
                        root,
                        Process(step.command, step.user, step.folder, at_home(root, step.user, {**passed, **step.environment})),
                    )
    return root


def copy(step: Copy, source: Path, root: Path) -> None:
    """Copies files, and what is in folders, with their modes and times; they belong to root, as an engine has it."""
    for name in step.sources:
        what, target = below(source, name), below(root, step.target)
        if what.is_dir():
            shutil.copytree(what, target, symlinks=True, dirs_exist_ok=True)
        else:
            target = target / what.name if step.into else target
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(what, target)


def below(root: Path, path: str) -> Path:
    """A path of a container, as this machine names it."""
    return root / path.lstrip("/")


def at_home(root: Path, user: str, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment with HOME, which an engine takes from the image's accounts."""
    accounts = [line.split(":") for line in below(root, "/etc/passwd").read_text(encoding="utf-8").splitlines()]
    home = next((account[_HOME] for account in accounts if account[_USER] == user.partition(":")[0]), "/")
    return {"HOME": home, **environment}
